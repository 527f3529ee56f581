"""A small site for the tests of the command line, and how they read what it prints."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

CONF = """
    SITENAME = "Quay Letters"
    AUTHOR = "Ida Brandt"
    TIMEZONE = "UTC"
    PATH = "content"
    PLUGINS = ["rapport"]
    RAPPORT_FIRM_NAMES = ["Quay & Co"]
    RAPPORT_OWN_HOSTS = ["quay.example"]
    """
GOOD = """
    Title: Who pays the toll
    Date: 2026-03-02 09:00

    The toll was lifted in April, as [Ana Solis](https://weirs.example/notes) showed.

    Have you ever paid it twice, and how did you get it back?
    """
POOR = """
    Title: The lock
    Date: 2026-03-01 09:00

    The lock is shut. It was built long ago and nobody has opened it since.
    """
IDA = """
    Name: Ida Brandt
    Role: firm
    """
ANA = """
    Name: Ana Solis
    Role: peer
    Url: https://weirs.example
    """


def asked(days: int, author: str = "Noor Haddad") -> str:
    """A comment from some days ago."""
    date = datetime.now(UTC) - timedelta(days=days)
    return f"Author: {author}\nDate: {date:%Y-%m-%d %H:%M}+00:00\n\nWhat about the *rivers*?\n"


SITE = {
    "pelicanconf.py": CONF,
    "content/posts/tolls.md": GOOD,
    "content/posts/lock.md": POOR,
    "content/people/ida.md": IDA,
    "content/people/ana.md": ANA,
    "content/comments/who-pays-the-toll/01jqm5f0000000000000000001.md": asked(12),
    "content/comments/the-lock/01jqm5f0000000000000000002.md": asked(1, "Bo Lind"),
}
FIRST = "content/comments/who-pays-the-toll/01jqm5f0000000000000000001.md"

Run = Callable[..., tuple[int, str, str]]
"""The exit code, standard output, standard error."""


def report(text: str) -> dict[str, list[dict[str, object]]]:
    loaded: dict[str, list[dict[str, object]]] = json.loads(text)
    return loaded


def paths(text: str) -> set[object]:
    return {light["path"] for light in report(text)["lights"]}
