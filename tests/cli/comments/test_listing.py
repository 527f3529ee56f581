"""What waits in the inbox, and who waits for an answer, for people, programs and feed readers."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import feedparser
import pytest

from rapport.building import build
from tests.cli.comments.inbox import HELD, LOCK, OTHER, WAITS, held, tree
from tests.cli.quay import Run
from tests.conversation.hostile import ALL

OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_nothing_waits(run: Run, site: Path) -> None:
    assert run("comments", "list") == (0, "Nothing waits to be approved.\n", "")
    assert run("comments", "list", "--spam") == (0, "There is none.\n", "")


def test_what_waits_oldest_first_with_what_to_look_at(run: Run, site: Path) -> None:
    held(site, OTHER, more=f"Flag: link - two links\nReply-To: {WAITS}", words="And *mine*?")
    path = held(site, author="Bo Lind")
    path.write_text(path.read_text("utf-8").replace("Received: 2026-04-02", "Received: 2026-03-02"))
    held(site, "01jr2222222222222222222222", state="spam")
    _, out, _ = run("comments", "list")
    first, second, spam = out.strip().split("\n\n")
    assert spam.startswith("1 taken for spam: ")
    assert spam.endswith("comments list --spam")
    assert first.splitlines()[0].startswith(HELD)
    assert first.splitlines()[0].endswith("days  Bo Lind on Who pays the toll")
    assert second.splitlines()[1:] == ["  ! link - two links", f"  answers {WAITS}", "  And mine?"]


def test_what_lies_aside_is_spoken_of_where_nothing_waits(run: Run, site: Path) -> None:
    held(site, state="aside", post="", more="Place-Title: The old page")
    _, out, _ = run("comments", "list")
    assert out.startswith(
        "Nothing waits to be approved.\n\n1 kept aside, on no post that is known: "
    )


def test_spam_aside_shown_and_all(run: Run, site: Path) -> None:
    held(site, OTHER, state="spam")
    held(site, state="aside", post="", more="Place-Title: The old page")
    assert OTHER in run("comments", "list", "--spam")[1]
    aside = run("comments", "list", "--aside")[1]
    assert "on no known post (The old page)  [aside]" in aside
    assert OTHER not in aside
    assert WAITS in run("comments", "list", "--shown", "who-pays-the-toll")[1]
    assert LOCK not in run("comments", "list", "--shown", "who-pays-the-toll")[1]
    everything = run("comments", "list", "--all")[1]
    assert all(each in everything for each in (OTHER, HELD, WAITS, LOCK))
    code, _, err = run("comments", "list", "--shown", "the-loc")
    assert code == 2
    assert "Did you mean the-lock?" in err


def test_a_list_for_a_program(run: Run, site: Path) -> None:
    held(site, more="Flag: link - two links")
    told = json.loads(run("comments", "list", "--json")[1])
    assert told["schema"] == 1
    (row,) = told["comments"]
    assert {key: row[key] for key in ("id", "state", "post", "author", "flags", "excerpt")} == {
        "id": HELD,
        "state": "pending",
        "post": "who-pays-the-toll",
        "author": "Noor Haddad",
        "flags": ["link - two links"],
        "excerpt": "Does it count on Sundays?",
    }
    assert "rivers.example" not in json.dumps(told)


def test_a_file_of_the_inbox_with_a_fault_is_told(run: Run, site: Path) -> None:
    held(site)
    path = held(site, OTHER)
    path.write_text(path.read_text("utf-8").replace("Author:", "Autor:"), encoding="utf-8")
    code, out, err = run("comments", "list")
    assert code == 1
    assert HELD in out
    assert f".rapport/inbox/pending/{OTHER}.md:5: There is no key Autor here." in err


def test_no_stranger_writes_on_the_terminal(run: Run, site: Path) -> None:
    """Every payload as name, words, flag and place: no control character, no line of its own."""
    for number, (_, _, payload) in enumerate(ALL):
        flat = " ".join(payload.split()) or "x"
        held(
            site,
            f"01jr{number:022d}",
            author=f"x{flat}",
            words=payload or "x",
            more=f"Flag: {flat}\nPlace-Title: {flat}",
            post="" if number % 2 else "who-pays-the-toll",
        )
    code, out, err = run("comments", "list")
    assert code in (0, 1)
    for char in (out + err).replace("\n", ""):
        assert unicodedata.category(char) not in ("Cc", "Cs", "Cn"), hex(ord(char))
        assert char not in OVERRIDES
    heads = [line for line in out.splitlines() if line and not line.startswith("  ")]
    assert all(line.startswith("01jr0") for line in heads)


# --- who waits for an answer ----------------------------------------------------------------------


def test_pending_ones_are_counted_apart(run: Run, site: Path) -> None:
    held(site)
    held(site, OTHER, state="spam")
    out = run("waiting")[1]
    assert "1 comment waits to be approved: " in out
    assert HELD not in out
    assert json.loads(run("waiting", "--json")[1])["pending"] == 1


def test_a_private_feed_of_who_waits(run: Run, site: Path) -> None:
    code, _, err = run("waiting", "--feed")
    assert code == 0
    path = site / ".rapport/waiting.atom.xml"
    assert str(path) in err
    assert path.stat().st_mode & 0o077 == 0
    read = feedparser.parse(path.read_bytes())
    assert not read.bozo
    assert [entry.title for entry in read.entries] == [
        "Noor Haddad on Who pays the toll",
        "Bo Lind on The lock",
    ]
    assert f"comments reply {WAITS}" in read.entries[0].content[0].value


def test_the_private_feed_is_never_published(run: Run, site: Path) -> None:
    run("waiting", "--feed")
    run("build")
    output = tree(site / "output")
    assert output
    assert not any("waiting.atom" in name for name in output)


def test_each_build_keeps_the_private_feed_as_new_as_the_site(run: Run, site: Path) -> None:
    feed = site / ".rapport/waiting.atom.xml"
    run("build")
    assert not feed.exists(), "where nothing private is kept nobody reads it"
    run("waiting", "--author", "Ida Brandt", "--feed")
    before = feedparser.parse(feed.read_bytes()).entries
    (site / f"content/comments/the-lock/{LOCK}.md").unlink()
    run("build")
    after = feedparser.parse(feed.read_bytes()).entries
    assert [each.title for each in after] == [each.title for each in before][:1]
    assert feed.stat().st_mode & 0o077 == 0
    assert not [name for name in tree(site / "output") if "waiting" in name]


def test_a_preview_writes_the_private_feed_and_does_not_show_it(run: Run, site: Path) -> None:
    build(site / "pelicanconf.py", preview=True)
    entries = feedparser.parse((site / ".rapport/waiting.atom.xml").read_bytes()).entries
    assert entries[0].link.startswith("https://quay.example/")
    assert not list((site / ".rapport/preview").rglob("waiting*"))


@pytest.mark.parametrize("name", ["waiting", "comments"])
def test_asking_changes_nothing(run: Run, site: Path, name: str) -> None:
    held(site)
    before = tree(site)
    run(name, *(("list", "--all") if name == "comments" else ()))
    assert tree(site) == before


def keys_told(value: object) -> set[str]:
    """Every key of a JSON text, at any depth."""
    if isinstance(value, dict):
        return set(value).union(*map(keys_told, value.values()))
    return set().union(*map(keys_told, value)) if isinstance(value, list) else set()


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("comments-list", ("comments", "list", "--json")),
        ("comments-approve", ("comments", "approve", HELD, OTHER, "--by", "I", "--json")),
        ("comments-reply", ("comments", "reply", WAITS, "--as", "ida", "--by", "I", "--text", "x",
                            "--json")),
        ("comments-add", ("comments", "add", "the-lock", "--author", "O", "--by", "I",
                          "--text", "x", "--json")),
        ("comments-edit", ("comments", "edit", WAITS, "--by", "I", "--why", "y", "--text", "x",
                           "--json")),
        ("comments-remove", ("comments", "remove", WAITS, "--by", "I", "--why", "y", "--json")),
        ("comments-not-needed", ("comments", "not-needed", WAITS, "--by", "I", "--why", "y",
                                 "--json")),
        ("waiting", ("waiting", "--json")),
    ],
)  # fmt: skip
def test_its_page_names_every_key(run: Run, site: Path, page: str, words: tuple[str, ...]) -> None:
    held(site)
    held(site, OTHER, more="Flag: matter - asks")
    told = json.loads(run(*words)[1])
    assert told["schema"] == 1
    text = (Path(__file__).parents[3] / f"docs/json/{page}.md").read_text("utf-8")
    example = json.loads(text.split("```")[1])
    assert keys_told(told) - keys_told(example) <= {"reason"}
    assert "reason" not in keys_told(told) or '"reason"' in text
