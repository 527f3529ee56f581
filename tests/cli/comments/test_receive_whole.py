"""Whatever is given to `receive`, it is taken whole or not at all, and never is it a crash."""

from __future__ import annotations

import errno
import io
import json
import mailbox
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapport.cli.comments import receive
from tests.cli.comments.inbox import POST, tree
from tests.cli.comments.test_receive import give, mail, waiting
from tests.cli.quay import Run


def other(data: bytes, name: str = "two") -> bytes:
    return data.replace(b"<one@", f"<{name}@".encode())


def boxed(site: Path, *mails: bytes) -> None:
    box = mailbox.mbox(site / "box")
    for each in mails:
        box.add(each)
    box.close()


def test_where_one_cannot_be_written_none_is(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def full(self: Path, target: Path) -> Path:
        if "spam" in Path(target).parts:
            raise OSError(errno.ENOSPC, "No space left on device", str(target))
        return replace(self, target)

    boxed(site, mail("One."), other(mail("Two.", more="List-Id: <n.rivers.example>")))
    before = tree(site)
    monkeypatch.setattr(Path, "replace", full)
    code, out, err = run("comments", "receive", "box")
    assert (code, out) == (1, "")
    assert "Nothing was changed" in err
    assert tree(site) == before


def test_what_stopped_is_given_again_and_comes_once(run: Run, site: Path) -> None:
    boxed(site, mail("One."), other(mail("Two.")))
    assert run("comments", "receive", "box", "nothing")[0] == 2
    assert waiting(site) == []
    code, out, _ = run("comments", "receive", "box")
    assert (code, len(waiting(site))) == (0, 2)
    before = tree(site)
    code, out, _ = run("comments", "receive", "box")
    assert (code, "2 not taken" in out) == (0, True)
    assert tree(site) == before


def test_one_form_without_words_and_no_mail_beside_it_is_taken(run: Run, site: Path) -> None:
    (site / "one.eml").write_bytes(mail("One."))
    (site / "two.json").write_text('[{"body": "x", "post": "the-lock"}, {"body": ""}]')
    code, _, err = run("comments", "receive", "one.eml", "two.json")
    assert (code, "entry 2" in err) == (2, True)
    assert waiting(site) == []


@pytest.mark.parametrize("start", [b"", b"From x\n", b'{"body": "'])
def test_what_is_too_long_is_refused_before_it_fills_the_memory(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch, start: bytes
) -> None:
    monkeypatch.setattr(receive, "_LONGEST_INPUT", 1000)
    data = io.BytesIO(start + mail("x" * 1000))
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=data))
    code, _, err = run("comments", "receive")
    assert (code, "Standard input is longer than" in err) == (2, True)
    assert data.tell() == 1001
    assert waiting(site) == []


def test_one_mail_that_is_too_long_stops_nobody_else_s(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receive, "LONGEST_MAIL", 25_000_000)
    boxed(site, other(mail("x" * 25_000_100), "big"), mail("One."))
    told = json.loads(run("comments", "receive", "box", "--json")[1])
    assert told["pending"] == 1
    assert "longer than 25 MB" in told["skipped"][0]["reason"]


_TEXT = st.text(max_size=60)
_FIELDS = st.dictionaries(
    st.sampled_from(("body", "message", "post", "parent", "author", "email", "url", "agreed",
                     "date", "id", "ip", "fax", "data", "payload", "x")),
    st.one_of(_TEXT, st.none(), st.booleans(), st.integers(), st.floats(), st.lists(_TEXT),
              st.just(POST), st.dictionaries(_TEXT, _TEXT)),
    max_size=8,
)  # fmt: skip
_GIVEN = st.one_of(
    st.binary(max_size=300),
    st.binary(max_size=300).map(lambda body: mail("x") + body),
    st.binary(max_size=200).map(lambda body: b"From x\n" + mail("x") + b"\nFrom y\n" + body),
    st.lists(_FIELDS, max_size=4).map(lambda rows: json.dumps(rows).encode()),
    _FIELDS.map(lambda row: json.dumps(row, ensure_ascii=False).encode("utf-8", "replace")),
    st.binary(max_size=100).map(lambda rest: b"[{" + rest),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_GIVEN)
def test_no_bytes_are_a_crash_and_what_is_taken_can_be_read_again(
    run: Run, site: Path, data: bytes
) -> None:
    (site / "given").write_bytes(data)
    before = len(list((site / ".rapport").rglob("*.md")))
    code, out, err = run("comments", "receive", "given", "--json")
    assert code in (0, 2), err
    after = len(list((site / ".rapport").rglob("*.md")))
    if code == 2:
        assert after == before
        return
    told = json.loads(out)
    assert after - before == len(told["received"])
    listed = run("comments", "list", "--all", "--json")
    assert listed[0] == 0, listed
    again = json.loads(run("comments", "receive", "given", "--json")[1])
    assert again["received"] == []


def test_the_same_words_from_a_form_twice_are_one(run: Run, site: Path) -> None:
    data = json.dumps([{"body": "Hm.", "post": POST, "author": "Noor"}] * 2).encode()
    told = give(site, run, data, "form.json")
    assert (told["pending"], len(told["skipped"])) == (1, 1)  # type: ignore[arg-type]
