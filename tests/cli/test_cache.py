"""What was measured is used again where nothing changed, and nowhere else."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.audit import measure
from rapport.cli import cache, measuring
from rapport.cli.packed import packed, unpacked
from rapport.model import (
    Addressed,
    Facts,
    Handle,
    Image,
    Link,
    Named,
    Question,
    Quoted,
    Span,
    Told,
)
from tests.cli.quay import CONF, GOOD, IDA, POOR, Run, asked
from tests.cli.test_light import RST
from tests.sites import git, write_files

FACTS = Path(".rapport/cache/facts.json")
SITE = {
    "pelicanconf.py": CONF,
    "content/posts/tolls.md": GOOD,
    "content/posts/lock.md": POOR,
    "content/posts/sluice.rst": RST,
    "content/people/ida.md": IDA,
    "content/comments/who-pays-the-toll/01jqm5f0000000000000000001.md": asked(12),
}
TOLLS, LOCK, SLUICE = (f"content/posts/{name}" for name in ("tolls.md", "lock.md", "sluice.rst"))


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "_WORTH_KEEPING", 1)


@pytest.fixture
def site(write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write(SITE)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The posts that were measured since this was cleared."""
    found: list[str] = []

    def noted(post, document, context):  # type: ignore[no-untyped-def]
        found.append(post.path)
        return measure(post, document, context)

    monkeypatch.setattr(measuring, "measure", noted)
    return found


def audit(run: Run, *words: str) -> str:
    code, out, err = run("audit", "--format", "json", *words)
    assert code in {0, 1}, err
    return out


def measured_next(run: Run, done: list[str]) -> list[str]:
    """What the next audit measures; it says what one without a cache says."""
    done.clear()
    cached = audit(run)
    found = sorted(done)
    assert cached == audit(run, "--no-cache")
    return found


# --- what is used again ---------------------------------------------------------------------------


def test_what_has_not_changed_is_measured_once(run: Run, site: Path, done: list[str]) -> None:
    assert measured_next(run, done) == [LOCK, SLUICE, TOLLS]
    assert measured_next(run, done) == [SLUICE]


def test_facts_are_the_same_from_the_cache(run: Run, site: Path, done: list[str]) -> None:
    first = run("facts", "content/posts")
    assert run("facts", "content/posts") == first
    assert done.count(TOLLS) == 1
    assert run("facts", "--no-cache") == first
    assert done.count(TOLLS) == 2


@pytest.mark.parametrize(
    ("changed", "again"),
    [
        ((LOCK, POOR.replace("long ago", "by Bo Lind")), [LOCK]),
        (("content/posts/new.md", POOR.replace("The lock", "The weir")), ["content/posts/new.md"]),
        (("content/people/noor.md", "Name: Noor Haddad\nRole: peer\n"), [LOCK, TOLLS]),
        (("pelicanconf.py", CONF.replace("Quay & Co", "Weir & Co")), [LOCK, TOLLS]),
        (
            ("pelicanconf.py", CONF.replace("TIMEZONE", "DEFAULT_LANG = 'fr'\n    TIMEZONE")),
            [LOCK, TOLLS],
        ),
        (("content/comments/the-lock/01jqm5f0000000000000000002.md", asked(1, "Bo Lind")), [LOCK]),
        (("content/comments/the-lock/01jqm5f0000000000000000002.md", asked(1, "Bo")), []),
    ],
)
def test_what_changed_is_measured_again(
    run: Run, site: Path, done: list[str], changed: tuple[str, str], again: list[str]
) -> None:
    audit(run)
    write_files(site, dict([changed]))
    assert measured_next(run, done) == sorted([*again, SLUICE])
    assert measured_next(run, done) == [SLUICE]


def test_other_code_measures_again(
    run: Run, site: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    audit(run)
    monkeypatch.setattr(cache, "_code", lambda: b"another release")
    assert measured_next(run, done) == [LOCK, SLUICE, TOLLS]


def test_all_code_that_measures_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = cache._code()
    assert here == cache._code()
    for name in (
        "audit/rule.py",
        "audit/languages/words.txt",
        "model/noun.py",
        "sources/text/a.py",
    ):
        write_files(tmp_path, {name: "pass\n"})
        monkeypatch.setattr(cache, "_HOME", tmp_path)
        there = cache._code()
        assert there != here
        here = there
    assert any(name.startswith("pyromark-") for name in cache._versions())


def test_a_part_of_the_site_leaves_the_rest_as_it_was(
    run: Run, site: Path, done: list[str]
) -> None:
    write_files(site, {"content/posts/far/weir.md": POOR.replace("lock", "weir")})
    audit(run)
    write_files(site, {"content/posts/far/weir.md": POOR.replace("lock", "sluice")})
    write_files(site, {"content/posts/far/dam.md": POOR.replace("lock", "dam")})
    audit(run, "content/posts/far")
    (site / LOCK).unlink()
    assert measured_next(run, done) == [SLUICE]
    kept = json.loads(FACTS.read_text("utf-8").partition("\n")[2])
    assert sorted(kept) == ["content/posts/far/dam.md", "content/posts/far/weir.md", TOLLS]


def test_helpers_measure_only_what_is_new(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(
        site, {f"content/posts/p{n}.md": GOOD.replace("toll", f"toll {n}") for n in range(9)}
    )
    monkeypatch.setattr(measuring, "_WORTH_HELPERS", 1)
    monkeypatch.setattr(measuring, "_cores", lambda: 2)
    cold = audit(run)
    assert audit(run) == cold
    write_files(
        site, {f"content/posts/p{n}.md": POOR.replace("lock", f"lock {n}") for n in range(4)}
    )
    assert audit(run) == audit(run, "--no-cache")
    write_files(site, {"content/people/noor.md": "Name: Noor Haddad\nRole: peer\n"})
    write_files(
        site, {f"content/posts/p{n}.md": GOOD.replace("toll", f"due {n}") for n in range(3)}
    )
    assert audit(run) == audit(run, "--no-cache")


# --- when there is nothing to use -----------------------------------------------------------------


def _flip(data: bytes) -> bytes:
    return data.replace(b"toll", b"tool", 1)


def _other_facts(data: bytes) -> bytes:
    """Rows of a shape that is not ours, with a digest that is right."""
    body = json.dumps({TOLLS: [*json.loads(data.partition(b"\n")[2])[TOLLS][:2], [1, 2]]}).encode()
    return cache._head(body) + b"\n" + body


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda _: b"", lambda data: data[:-9], _flip, _other_facts, lambda _: b"\xff\xfe",
        lambda data: data.replace(b"facts 1", b"facts 2", 1), lambda _: cache._head(b"7") + b"\n7",
        lambda _: cache._head(b'{"a":[]}') + b'\n{"a":[]}',
    ],
)  # fmt: skip
def test_a_file_that_is_not_whole_is_passed_over(
    run: Run, site: Path, done: list[str], spoilt: Callable[[bytes], bytes]
) -> None:
    audit(run)
    FACTS.write_bytes(spoilt(FACTS.read_bytes()))
    assert TOLLS in measured_next(run, done)
    assert measured_next(run, done) == [SLUICE]


def test_a_file_that_came_with_a_checkout_is_not_believed(
    run: Run, site: Path, done: list[str]
) -> None:
    audit(run)
    FACTS.chmod(0o644)
    assert measured_next(run, done) == [LOCK, SLUICE, TOLLS]
    assert stat.S_IMODE(FACTS.stat().st_mode) == 0o600
    assert measured_next(run, done) == [SLUICE]


def test_where_nothing_can_be_written_nothing_is_kept(
    run: Run, site: Path, done: list[str]
) -> None:
    (site / ".rapport").write_text("")
    assert measured_next(run, done) == [LOCK, SLUICE, TOLLS]
    assert measured_next(run, done) == [LOCK, SLUICE, TOLLS]


def test_a_link_out_of_the_private_folder_is_not_followed(
    run: Run, site: Path, tmp_path: Path
) -> None:
    (site / ".rapport").mkdir()
    (site / ".rapport/cache").symlink_to(tmp_path)
    audit(run)
    assert list(tmp_path.rglob("facts.json")) == []


@pytest.mark.parametrize(
    "words", [("--no-cache",), (LOCK,), ("--since", "HEAD"), ("--stdin-filename", LOCK)]
)
def test_what_asks_for_no_cache_or_for_one_post_keeps_nothing(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    git(site, "init", "-q")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "all")
    with (site / LOCK).open() as text:
        monkeypatch.setattr("sys.stdin", text)
        audit(run, *words)
    assert not FACTS.exists()


def test_a_few_posts_keep_nothing(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    os.chdir(site)
    audit(run)
    assert not (site / ".rapport").exists()


def test_what_is_kept_is_private(run: Run, site: Path) -> None:
    git(site, "init", "-q")
    audit(run)
    assert stat.S_IMODE(FACTS.stat().st_mode) == 0o600
    assert stat.S_IMODE(FACTS.parent.stat().st_mode) == 0o700
    assert ".rapport" not in git(site, "status", "--porcelain", "-uall")


def test_forgetting_somebody_empties_the_cache(run: Run, site: Path) -> None:
    write_files(site, {"content/people/ana.md": "Name: Ana Solis\nRole: peer\n"})
    audit(run)
    assert "Ana Solis" in FACTS.read_text("utf-8")
    _, out, _ = run("people", "forget", "Ana Solis", "--json")
    assert {"output", ".rapport/cache", "removed"} in [
        {each["kind"], each["path"], each["becomes"]} for each in json.loads(out)["traces"]
    ]
    assert run("people", "forget", "Ana Solis", "--write", "--by", "Ida Brandt")[0] == 0
    assert not FACTS.exists()


# --- the form -------------------------------------------------------------------------------------

words = st.text(max_size=9)
numbers = st.integers(0, 10**6)
spans = st.builds(Span, numbers, numbers, numbers, numbers)


def many(cls: type, **given: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    some = st.builds(cls, span=spans, exact=st.booleans(), **given)
    return st.lists(some, max_size=2).map(tuple)


any_facts = st.builds(
    Facts,
    path=words,
    language=words,
    words=numbers,
    questions=many(Question, text=words, why=words, vague=st.booleans(), words_after=numbers),
    invitations=many(Told, text=words),
    people=many(Named, name=words, credited=st.booleans()),
    pitch=many(Told, text=words, closing=st.booleans(), kind=st.sampled_from(("", "hire"))),
    quotations=many(Quoted, text=words, source=st.booleans()),
    links=many(Link, url=words, text=words, to=st.just("own"), says_where=st.booleans()),
    images=many(Image, src=words, credit=st.booleans(), alt=st.booleans()),
    handles=many(Handle, name=words, leads=st.booleans()),
    addressed=st.builds(Addressed, numbers, numbers, numbers, numbers),
)


@given(any_facts)
def test_facts_come_back_as_they_were(facts: Facts) -> None:
    assert unpacked(json.loads(json.dumps(packed(facts)))) == facts
