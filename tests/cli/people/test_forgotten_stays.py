"""Somebody who was forgotten does not come back by an old export or the same mail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.comments.inbox import POST, tree
from tests.cli.quay import SITE, Run
from tests.sites import Write

ROWS = [
    {"id": "1", "post": POST, "author": "Zora Petrov", "date": "2026-03-02T09:00:00Z",
     "body": "Mine.", "status": "pending", "email": "zora@petrov.example"},
    {"id": "2", "post": POST, "author": "Zora Petrov", "date": "2026-03-03T09:00:00Z",
     "body": "Mine too.", "email": "zora@petrov.example"},
    {"id": "3", "post": POST, "author": "Bo Lind", "date": "2026-03-04T09:00:00Z", "body": "Hm."},
]  # fmt: skip
MAIL = (
    f"From: Zora Petrov <zora@petrov.example>\nSubject: Hm [{POST}]\nMessage-ID: <9@p.example>\n"
    "Date: Thu, 02 Apr 2026 11:58:00 +0200\n\nBy mail.\n"
)


@pytest.fixture
def site(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write({**SITE, "old.json": json.dumps(ROWS), "one.eml": MAIL})
    monkeypatch.chdir(folder)
    return folder


def brought(run: Run, *more: str) -> dict[str, object]:
    code, out, err = run("comments", "import", "json", "old.json", "--json", *more)
    assert code == 0, err
    account: dict[str, object] = json.loads(out)
    return account


def forgotten(run: Run, site: Path) -> None:
    brought(run, "--write")
    assert run("comments", "receive", "one.eml")[0] == 0
    code, out, err = run("people", "forget", "Zora Petrov", "--write", "--by", "Ida")
    assert code == 0, out + err
    words = b"".join(b for name, b in tree(site).items() if name not in ("old.json", "one.eml"))
    assert b"Zora" not in words
    assert b"petrov.example" not in words


def test_a_second_import_skips_them_and_says_so(run: Run, site: Path) -> None:
    forgotten(run, site)
    before = tree(site)
    account = brought(run, "--write")
    assert (account["shown"], account["pending"]) == (1, 0)
    skipped = account["skipped"]
    assert isinstance(skipped, list)
    assert [(each["id"], "stays so" in each["reason"]) for each in skipped] == [
        ("1", True),
        ("2", True),
    ]
    assert tree(site) == before


def test_what_is_kept_of_them_are_ids_alone(run: Run, site: Path) -> None:
    forgotten(run, site)
    kept = {name: text for name, text in tree(site / ".rapport").items()
            if name.startswith(("refused/", "reasons/"))}  # fmt: skip
    assert len([name for name in kept if name.startswith("refused/")]) == 2
    for name, text in kept.items():
        assert b"Mine" not in text, name
        assert b"By mail" not in text, name


def test_the_same_mail_again_is_not_taken(run: Run, site: Path) -> None:
    forgotten(run, site)
    before = tree(site)
    told = json.loads(run("comments", "receive", "one.eml", "--json")[1])
    assert (told["received"], len(told["skipped"])) == ([], 1)
    assert tree(site) == before


def test_a_legal_hold_keeps_what_waits(run: Run, site: Path) -> None:
    brought(run, "--write")
    (site / ".rapport/legal-hold").write_text("Zora Petrov - Ida: the weir suit\n")
    before = tree(site)
    code, out, _ = run("people", "forget", "Zora Petrov", "--write", "--by", "Ida")
    assert (code, "A legal hold forbids it" in out) == (1, True)
    assert tree(site) == before
