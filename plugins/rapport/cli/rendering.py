"""A report in the form that was asked for, as this place wants it: its paths, its colours."""

from __future__ import annotations

import os
import sys

import click

from rapport.cli.opening import Opened
from rapport.cli.repository import within_repository
from rapport.model import Report
from rapport.reports import FORMATS, Role, painted

_PAINT: dict[Role, dict[str, str | bool]] = {
    "title": {"bold": True, "underline": True},
    "place": {"dim": True},
    "code": {"bold": True},
    "marks": {"fg": "cyan", "bold": True},
    "next": {"bold": True},
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow"},
    "green": {"fg": "green"},
    "amber": {"fg": "yellow"},
    "red": {"fg": "red", "bold": True},
    "grey": {"dim": True},
}


def rendered(form: str, report: Report, opened: Opened) -> str:
    """The whole report. Text is painted for a terminal, unless NO_COLOR is set or it can do nothing
    (TERM=dumb, an editor's).
    """
    # A post's text is at hand, and as it was audited; what else has a fault is read again.
    texts = {post.path: post.text for post in opened.site.posts}

    def source(path: str) -> str:
        return texts[path] if path in texts else opened.source(path)

    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    if form == "text" and not plain and _is_terminal():
        return painted(report, source, paint)
    placed = report._replace(base=within_repository(opened.settings.root))
    return FORMATS[form](placed, source)


def _is_terminal() -> bool:
    """Whether somebody looks at what is printed; whoever started us may have closed the output."""
    return sys.stdout is not None and sys.stdout.isatty()


def paint(words: str, role: Role) -> str:
    """Words in the colour of what they are; the words carry the meaning without it."""
    return click.style(words, **_PAINT[role])  # type: ignore[arg-type] # click's own parameters
