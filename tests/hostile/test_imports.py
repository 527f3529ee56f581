"""The corpus in every field of other systems' files: what is brought is harmless and private."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from rapport.building import build
from rapport.cli import main
from rapport.model import address_in, one_line
from tests.hostile.corpus import ALL
from tests.hostile.oracle import faults
from tests.importers.test_isso import TABLES
from tests.sites import write_files

POST = "tolls"
EMAIL, IP = "hidden@mail.example", "203.0.113.99"
SITE = {
    "pelicanconf.py": """
        SITENAME = "Quay Letters"
        SITEURL = "https://quay.example"
        TIMEZONE = "UTC"
        PATH = "content"
        PLUGINS = ["rapport"]
        RAPPORT_FIRM_NAMES = ["Quay & Co"]
        RAPPORT_OWN_HOSTS = ["quay.example"]
        """,
    "content/posts/tolls.md": """
        Title: Who pays the toll
        Slug: tolls
        Date: 2026-03-02 09:00

        What have you seen?
        """,
}
_LONGEST = 2000
PAYLOADS = [payload[:_LONGEST] for _, _, payload in ALL]
WRITTEN = [payload.encode("utf-8", "replace").decode("utf-8") for payload in PAYLOADS]


def staticman(there: Path) -> Path:
    for number, each in enumerate(PAYLOADS):
        keys = ("name", "url", "slug", "_parent", "status", "replying_to", "avatar", "title", each)
        row = dict.fromkeys(keys, each) | {
            "_id": f"{number}-{each}", "message": f"n{number} {each}", "date": 1472308473 + number,
            "email": EMAIL, "ip": IP, "status": "" if number % 2 else each,
        }  # fmt: skip
        (there / POST).mkdir(parents=True, exist_ok=True)
        (there / POST / f"{number}.json").write_text(json.dumps(row))
    return there


def pelican(there: Path) -> Path:
    for number, each in enumerate(WRITTEN):
        bare = one_line(each)
        keys = ("author", "website", "slug", "replyto", "lang", "status", "article")
        head = "".join(f"{key}: {bare}\n" for key in keys) + f"email: {EMAIL}\nip: {IP}\n"
        (there / POST).mkdir(parents=True, exist_ok=True)
        (there / POST / f"{number}.md").write_text(
            f"{head}date: {1472308473 + number}\n\nn{number} {each}\n", encoding="utf-8"
        )
    return there


def commento(there: Path) -> Path:
    rows = [
        {
            "commentHex": f"{number}-{each}", "domain": "quay.example", "url": f"/{POST}",
            "commenterHex": f"c{number}", "markdown": f"n{number} {each}" if number % 2 else "",
            "html": f"n{number} {each}", "parentHex": each, "state": "approved",
            "creationDate": str(1472308473 + number), "deleted": False,
        }
        for number, each in enumerate(PAYLOADS)
    ]  # fmt: skip
    people = [
        {"commenterHex": f"c{number}", "email": EMAIL, "name": each, "link": each,
         "isModerator": True}
        for number, each in enumerate(PAYLOADS)
    ]  # fmt: skip
    file = there / "export.json"
    file.write_text(json.dumps({"version": 1, "comments": rows, "commenters": people}))
    return file


def isso(there: Path) -> Path:
    file = there / "comments.db"
    link = sqlite3.connect(file)
    link.executescript(TABLES.replace("/who-pays-the-toll", f"/{POST}"))
    for number, each in enumerate(WRITTEN):
        link.execute(
            "INSERT INTO comments (tid, id, parent, created, mode, remote_addr, text, author, "
            "email, website, voters) VALUES (1, ?, ?, ?, 1, ?, ?, ?, ?, ?, '')",
            (number + 1, each, 1472308473 + number, IP, f"n{number} {each}", each, EMAIL, each),
        )
    link.commit()
    link.close()
    return file


def plain(there: Path) -> Path:
    rows = [
        {"id": f"{number}-{each}", "post": POST, "date": 1472308473 + number, "author": each,
         "url": each, "parent": each, "account": each, "lang": each, "source_url": each,
         "email": EMAIL, "ip": IP,
         ("body", "text", "html")[number % 3]: f"n{number} {each}"}
        for number, each in enumerate(PAYLOADS)
    ]  # fmt: skip
    file = there / "export.json"
    file.write_text(json.dumps(rows))
    return file


def webmentions(there: Path) -> Path:
    kinds = ("in-reply-to", "mention-of", "like-of")
    rows = [
        {"wm-id": f"{number}-{each}", "wm-target": f"https://quay.example/{POST}.html",
         "wm-property": kinds[number % 3], "wm-received": 1472308473 + number, "url": each,
         "wm-source": each, "name": each, "author": {"name": each, "url": each, "photo": each},
         "content": {"html" if number % 2 else "text": f"n{number} {each} {EMAIL}"}}
        for number, each in enumerate(PAYLOADS)
    ]  # fmt: skip
    return dumped(there, {"type": "feed", "children": rows})


def mastodon(there: Path) -> Path:
    rows = [
        {"id": f"{number}-{each}", "uri": f"{number}-{each}", "url": each, "visibility": "public",
         "created_at": 1472308473 + number, "in_reply_to_id": each, "language": each,
         "content": f"n{number} {each} {EMAIL}", "spoiler_text": each if number % 2 else "",
         "account": {"acct": each, "display_name": each, "url": each, "note": each,
                     "emojis": [{"shortcode": each}], "indexable": True}}
        for number, each in enumerate(PAYLOADS)
    ]  # fmt: skip
    return dumped(there, {"ancestors": [], "descendants": rows})


def bluesky(there: Path) -> Path:
    replies = [
        {"post": {"uri": f"at://{number}/{each}",
                  "author": {"did": each, "handle": each, "displayName": each},
                  "record": {"text": f"n{number} {each} {EMAIL}", "langs": [each],
                             "createdAt": 1472308473 + number,
                             "embed": {"external": {"uri": each}},
                             "reply": {"parent": {"uri": each}},
                             "facets": [{"index": {"byteStart": 0, "byteEnd": number % 9},
                                         "features": [{"uri": each}]}]}}}
        for number, each in enumerate(PAYLOADS)
    ]  # fmt: skip
    head = {"post": {"uri": "at://root", "record": {}}, "replies": replies}
    return dumped(there, {"thread": head})


def discussions(there: Path) -> Path:
    rows = [
        {"id": f"{number}-{each}", "url": each, "author": {"login": each, "url": each},
         "createdAt": 1472308473 + number, "minimizedReason": each,
         ("body", "bodyHTML", "bodyText")[number % 3]: f"n{number} {each} {EMAIL}"}
        for number, each in enumerate(PAYLOADS)
    ]  # fmt: skip
    made = {"id": "D", "title": PAYLOADS[0], "url": PAYLOADS[1], "comments": {"nodes": rows}}
    return dumped(there, made)


def dumped(there: Path, made: object) -> Path:
    """A file that is called as the post is."""
    file = there / f"{POST}.json"
    file.write_text(json.dumps(made))
    return file


FORMATS: Mapping[str, Callable[[Path], Path]] = {
    "staticman": staticman,
    "pelican": pelican,
    "commento": commento,
    "isso": isso,
    "json": plain,
    "webmention-io": webmentions,
    "mastodon": mastodon,
    "bluesky": bluesky,
    "github-discussions": discussions,
}


@pytest.fixture(params=list(FORMATS))
def brought(
    request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> tuple[Path, dict[str, object]]:
    """A site with everything of one system, and the account of it."""
    there, site = tmp_path / "there", tmp_path / "site"
    there.mkdir()
    write_files(site, SITE)
    export = FORMATS[request.param](there)
    words = ("--settings", str(site / "pelicanconf.py"), "comments", "import", request.param)
    code = main([*words, str(export), "--write", "--publish", "--json"])
    out, err = capsys.readouterr()
    assert (code, err) == (0, "")
    return site, json.loads(out)


def test_what_other_systems_hold_becomes_harmless_pages_without_what_is_private(
    brought: tuple[Path, dict[str, object]],
) -> None:
    site, account = brought
    files = list((site / "content/comments" / POST).glob("*.md"))
    held = list((site / ".rapport/inbox").glob("*/*.md"))
    assert account["entries"] == len(ALL)
    assert len(files) > len(ALL) / 3
    skipped = account["skipped"]
    assert isinstance(skipped, list)
    spam = account["spam"]
    assert isinstance(spam, int)
    assert len(files) + len(held) + len(skipped) - spam >= len(ALL) - int(str(account["removed"]))
    built = build(site / "pelicanconf.py")
    errors = [each for each in built.report.findings if each.severity == "error"]
    assert [each for each in errors if "comments" in each.path] == []
    shown = {number for number in range(len(ALL)) if f"n{number} " in _page(built.output)}
    assert len(shown) > len(ALL) / 3
    for page in built.output.rglob("*.html"):
        assert faults(page.read_text("utf-8")) == [], page
    _check_private(site)


def _page(output: Path) -> str:
    return next(output.rglob(f"{POST}*.html")).read_text("utf-8")


def _check_private(site: Path) -> None:
    """Nothing private is in any public file, whose build was before."""
    for folder in ("content", "output"):
        for file in (site / folder).rglob("*"):
            if file.is_file() and file.suffix in (".md", ".html", ".xml", ".json"):
                text = file.read_text("utf-8")
                assert EMAIL not in text, file
                assert IP not in text, file
                if file.suffix == ".md":
                    assert address_in(text) == "", file
