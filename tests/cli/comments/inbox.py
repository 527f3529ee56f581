"""What lies in the inbox of the tests, and how they look at the site afterwards."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from pathlib import Path

from tests.cli.quay import Run, report

POST = "who-pays-the-toll"
HELD = "01jr0000000000000000000001"
OTHER = "01jr1111111111111111111111"
WAITS = "01jqm5f0000000000000000001"
LOCK = "01jqm5f0000000000000000002"
CONTACT = """
Email: noor@rivers.example
Agreed: I agree to be published.
"""


def held(
    site: Path,
    id_: str = HELD,
    *,
    state: str = "pending",
    author: str = "Noor Haddad",
    post: str = POST,
    more: str = CONTACT,
    words: str = "Does it count on *Sundays*?",
) -> Path:
    """Lay a comment into the inbox; the path of its file."""
    path = site / f".rapport/inbox/{state}/{id_}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    header = f"Post: {post}\nReceived: 2026-04-02 10:00+00:00\n{textwrap.dedent(more).strip()}\n"
    header += f"Author: {author}\nDate: 2026-04-02 09:58+00:00\nSource: mail\n"
    path.write_bytes(f"{header}\n{words}\n".encode("utf-8", "replace"))
    return path


def public(site: Path, id_: str = HELD, post: str = POST) -> Path:
    """Where the published file of a comment lies."""
    return site / f"content/comments/{post}/{id_}.md"


def private(site: Path, *parts: str) -> str:
    """The text of a private file, empty when there is none."""
    path = site.joinpath(".rapport", *parts)
    return path.read_text("utf-8") if path.exists() else ""


def faults(run: Run) -> list[object]:
    """What is wrong with the headers and files of the site."""
    findings = report(run("audit", "--format", "json")[1])["findings"]
    return [each for each in findings if str(each["code"]).startswith("CFG9")]


def tree(site: Path, besides: Iterable[str] = ()) -> dict[str, bytes]:
    """Every file of the site but what keeps the private folder from git: nothing was changed."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name not in (*besides, ".gitignore")
    }
