"""What `rapport comments export` writes comes back by `rapport comments import json`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.people.folk import FOUR, ONE, SITE, THREAD, TWO, tree
from tests.cli.quay import Run
from tests.sites import Write

COMMENTS = "content/comments"
# Files as people write them: other spellings, ends of lines, a mark at the start, no end.
ODD = {
    "01jqm5f0000000000000000021":
        b"author:   Ute Vahl\r\nDATE: 2026-03-02 10:00+02:00\r\n\r\nA\r\n",
    "01jqm5f0000000000000000022":
        b"\xef\xbb\xbfAuthor: Ute\nDate: 2026-03-02T10:00Z\n\n\n\n  A *b*",
    "01jqm5f0000000000000000023":
        b"Status: removed\nDate: 2026-03-02 10:00Z\nAuthor: Zo\xc3\xab\n",
    "01jqm5f0000000000000000024":
        b"Author: Ida Brandt\nPerson: none\nDate: 2026-03-02 10:00Z\n"
        b"Answer: not-needed - a namesake\n\nWords\n\n\nmore.\n\n\n",
    "01jqm5f0000000000000000025":
        b"Author: Ute  von\xc2\xa0Vahl\nDate: 2026-03-02 10:00Z\nSource-Id: a  b\n"
        b"Answer: not-needed - said  so\nEdited: 2026-03-03 -  a   name\n\nWords.\n",
}  # fmt: skip


@pytest.fixture
def odd(site: Path) -> Path:
    for name, data in ODD.items():
        (site / f"{THREAD}/{name}.md").write_bytes(data)
    return site


def told(out: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(out)
    return made


def test_the_files_come_back_byte_for_byte(run: Run, odd: Path) -> None:
    before = tree(odd / COMMENTS)
    assert run("comments", "export", "--to", "all.json")[0] == 0
    shutil.rmtree(odd / COMMENTS)
    code, out, _ = run("comments", "import", "json", "all.json", "--write", "--json")
    assert (code, told(out)["skipped"]) == (0, [])
    assert tree(odd / COMMENTS) == before
    assert len(before) == len(ODD) + 4


def test_a_second_time_nothing_changes(run: Run, odd: Path) -> None:
    run("comments", "export", "--to", "all.json")
    before = tree(odd)
    assert run("comments", "import", "json", "all.json", "--write")[0] == 0
    assert tree(odd) == before


def test_every_key_its_post_and_its_thread(run: Run, site: Path) -> None:
    code, out, err = run("comments", "export", "--post", "who-pays-the-toll")
    assert (code, err) == (0, "")
    made = told(out)
    assert (made["schema"], made["format"]) == (1, "rapport-comments")
    assert made["posts"] == [
        {"id": "who-pays-the-toll", "title": "Who pays the toll", "url": "/who-pays-the-toll.html"}
    ]
    assert [(each["id"], each["depth"]) for each in made["threads"][0]["comments"]][:2] == [
        (ONE, 0), (TWO, 1),
    ]  # fmt: skip
    first = made["comments"][0]
    assert list(first) == [
        "id", "post", "author", "person", "url", "date", "reply_to", "answers", "kind", "source",
        "source_id", "source_url", "status", "answer", "approved", "edited", "lang", "body", "file",
    ]  # fmt: skip
    assert (first["source_id"], first["reply_to"], first["person"]) == ("noor-77", None, "noor")


def test_what_is_private_is_not_in_it(run: Run, site: Path) -> None:
    out = run("comments", "export", "--json")[1]
    assert "mail.example" not in out
    assert "sketchbook" not in out


def test_a_table(run: Run, odd: Path) -> None:
    code, out, _ = run("comments", "export", "--csv")
    assert code == 0
    assert out.startswith("id,post,author,person,")
    assert out.count("\r\n") >= len(ODD) + 4
    assert run("comments", "export", "--csv", "--json")[0] == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [(("--post", "who-pays"), "Did you mean who-pays-the-toll?"), (("--post", "zz"), "no post")],
)
def test_a_post_that_is_not_there(run: Run, site: Path, words: tuple[str, ...], said: str) -> None:
    code, out, err = run("comments", "export", *words)
    assert (code, out) == (2, "")
    assert said in err


def test_a_comment_that_cannot_be_read_is_named(run: Run, site: Path, write: Write) -> None:
    write({f"{THREAD}/01jqm5f0000000000000000031.md": "Author: A\nDate: soon\n\nWords.\n"})
    code, out, err = run("comments", "export")
    assert code == 1
    assert len(told(out)["comments"]) == len([name for name in SITE if COMMENTS in name])
    assert "0031.md:2: Date is 'soon'" in err
    assert "These are not in the export" in err


def edited(site: Path, run: Run, change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """What an import says of our export after somebody changed its first comment."""
    made = told(run("comments", "export")[1])
    change(made["comments"][0])
    (site / "all.json").write_text(json.dumps(made))
    shutil.rmtree(site / COMMENTS)
    code, out, _ = run("comments", "import", "json", "all.json", "--write", "--json")
    assert code == 0
    return told(out)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"body": "Other words."}, "its `file` says something else than its keys: body"),
        ({"file": "Author: X\nDate: now\n\nWords.\n"}, "Date is 'now'"),
        ({"file": None, "body": "Write to noor@mail.example"}, "An e-mail address stands"),
        ({"file": None, "person": "nobody"}, "Person is 'nobody'"),
        ({"file": None, "post": "../../people"}, "cannot be the id of a post"),
        ({"file": "Author: X\x00\n", "id": "x"}, "its id is not 26"),
    ],
)
def test_an_export_that_somebody_changed(
    run: Run, site: Path, change: dict[str, Any], reason: str
) -> None:
    account = edited(site, run, lambda comment: comment.update(change))
    assert [reason in each["reason"] for each in account["skipped"]] == [True]
    assert not list((site / COMMENTS).rglob(f"{FOUR}.md"))


def test_whoever_speaks_for_the_firm_is_said(run: Run, site: Path) -> None:
    account = edited(site, run, lambda comment: comment.update(file=None, person="ida"))
    assert any("2 of them carry the firm's badge" in note for note in account["notes"])


def test_somebody_forgotten_does_not_come_back_by_an_old_export(run: Run, site: Path) -> None:
    run("comments", "export", "--to", "all.json")
    run("people", "forget", "noor", "--write", "--posts")
    before = tree(site)
    run("comments", "import", "json", "all.json", "--write")
    assert tree(site) == before
