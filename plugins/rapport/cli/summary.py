"""What `rapport build` says at the end: counts, lights, faults, who waits."""

from __future__ import annotations

from datetime import datetime

import click
from rich.cells import cell_len, set_cell_size

from rapport.model import Colour, Finding, Lights, Post, Report, Site, clean_text
from rapport.reports import COLUMNS, LIGHT_WORDS, colours, number

# Words carry the meaning; the colour only helps the eye.
_PAINT: dict[Colour, str] = {
    "green": "green",
    "amber": "yellow",
    "red": "red",
    "grey": "bright_black",
}
_ROWS = 20
_CELL = 9
_DATE = 12
_NARROWEST, _WIDEST = 20, 56


def summary(site: Site, report: Report, now: datetime, width: int = 100) -> str:
    """The whole message, in parts with an empty line between them; the table fits `width`."""
    titles = width - _DATE - 1 - _CELL * len(COLUMNS)
    table = _table(site, report, max(_NARROWEST, min(_WIDEST, titles)))
    parts = (_counts(site), table, _faults(site), _waiting(site, now))
    return "\n\n".join(part for part in parts if part)


def _counts(site: Site) -> str:
    drafts = sum(post.status == "draft" for post in site.posts)
    posts = number(len(site.posts), "post") + (f" ({number(drafts, 'draft')})" if drafts else "")
    shown = sum(len(thread.shown) for thread in site.threads.values())
    return f"{posts}, {number(shown, 'comment')}, {number(len(site.people), 'person', 'people')}."


def _table(site: Site, report: Report, width: int) -> str:
    """The lights of the newest posts, a line each."""
    lights = {light.path: light for light in report.lights}
    newest = sorted(site.posts, key=lambda post: (post.date, post.path), reverse=True)
    posts = [post for post in newest if post.path in lights]
    if not posts:
        return ""
    head = (
        " " * (_DATE + width + 1)
        + "".join(f"{name:<{_CELL}}" for name in COLUMNS.values()).rstrip()
    )
    rows = [_row(post, lights[post.path], width) for post in posts[:_ROWS]]
    more = len(posts) - _ROWS
    tail = [f"and {more} more; `rapport audit` shows all"] if more > 0 else []
    return "\n".join([head, *rows, *tail])


def _row(post: Post, lights: Lights, width: int) -> str:
    title = clean_text(post.title)
    short = title if cell_len(title) <= width else set_cell_size(title, width - 3) + "..."
    cells = "".join(map(_cell, colours(lights)))
    return f"{post.date:%Y-%m-%d}  {set_cell_size(short, width)} {cells}".rstrip()


def _cell(colour: Colour) -> str:
    word = LIGHT_WORDS[colour]
    return click.style(word, fg=_PAINT[colour]) + " " * (_CELL - len(word))


def _faults(site: Site) -> str:
    """Every error and the first warnings, each with its place, one beneath the other."""
    errors = [fault for fault in site.problems if fault.severity == "error"]
    warnings = [fault for fault in site.problems if fault.severity == "warning"]
    return "\n\n".join(
        filter(None, (_listed("fault", errors, len(errors)), _listed("doubt", warnings, _ROWS)))
    )


def _listed(noun: str, faults: list[Finding], most: int) -> str:
    if not faults:
        return ""
    lines = [
        f"  {clean_text(fault.path)}:{fault.span.line}  {clean_text(fault.message)} ({fault.code})"
        for fault in faults[:most]
    ]
    more = [f"  and {len(faults) - most} more; `rapport audit` shows all"] if faults[most:] else []
    return "\n".join([f"{number(len(faults), noun)} in headers and files:", *lines, *more])


def _waiting(site: Site, now: datetime) -> str:
    waiting = [comment for thread in site.threads.values() for comment in thread.waiting]
    if not waiting:
        return "Nobody is waiting for an answer."
    oldest = min(waiting, key=lambda comment: (comment.date, comment.id))
    days = max(0, (now - oldest.date).days)
    return (
        f"{number(len(waiting), 'comment')} waiting for an answer, the oldest for "
        f"{number(days, 'day')}: {clean_text(oldest.author)}, {oldest.path}"
    )
