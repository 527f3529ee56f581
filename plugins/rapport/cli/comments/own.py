"""Our own export on its way back: kept as it is, so it is read first as the site would read it."""

from __future__ import annotations

from dataclasses import replace

from rapport.arrivals import Arrived, Export, Own, Skipped
from rapport.cli.comments.kept import Kept
from rapport.conversation import exported_comment, to_text
from rapport.model import one_line
from rapport.sources import checked


def readable(export: Export, kept: Kept) -> Export:
    """The export without what could not be read here; that is skipped with its fault.

    A file that says something else than the keys beside it is skipped too: somebody has changed one
    of the two, and nobody knows which is meant.
    """
    if all(each.own is None for each in export.comments):
        return export
    comments: list[Arrived] = []
    skipped: list[Skipped] = []
    for each in export.comments:
        fault = _fault(each.own, kept) if each.own is not None else ""
        if fault:
            skipped.append(Skipped(each.id, fault))
        else:
            comments.append(each)
    return replace(export, comments=tuple(comments), skipped=(*export.skipped, *skipped))


def badges(export: Export, kept: Kept) -> list[str]:
    """What to know before such a file is believed: it says who speaks for the firm."""
    firm = {person.slug for person in kept.roster.people if person.role in ("firm", "brand")}
    known = set(kept.public)
    new = [
        each.own.comment
        for each in export.comments
        if each.own is not None and each.own.comment.person in firm and each.id not in known
    ]
    if not new:
        return []
    who = ", ".join(sorted({comment.person or "" for comment in new}))
    return [
        f"{len(new)} of them carry the firm's badge, since the file says `person` ({who}). Import "
        "an export only if it is your own."
    ]


def _fault(own: Own, kept: Kept) -> str:
    comment = own.comment
    text = own.file or to_text(comment)
    content = kept.settings.reading.content
    path = f"{content}/comments/{comment.post}/{comment.id}.md"
    read, faults = checked(text, path, kept.opened.site.people, kept.settings)
    if read is None:
        return next((fault.message for fault in faults if fault.severity == "error"), "a fault")
    differing = _differing(exported_comment(read), exported_comment(comment))
    return f"its `file` says something else than its keys: {differing}" if differing else ""


def _differing(one: dict[str, object], other: dict[str, object]) -> str:
    """The keys whose values differ; spaces by which somebody has set them apart say nothing."""
    return ", ".join(
        key for key, value in one.items() if _flat(key, value) != _flat(key, other[key])
    )


def _flat(key: str, value: object) -> object:
    return one_line(value) if isinstance(value, str) and key != "body" else value
