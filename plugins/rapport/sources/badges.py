"""Who speaks for the firm in a change: what somebody has to look at before it is merged."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from rapport.model import Field, Finding, Person, Site
from rapport.sources.headers import parse_header
from rapport.sources.problems import Problems

ChangeFrom = Literal["anybody", "firm", "outside"]
# Whoever brings a whole history along need not be told of each answer in it.
_MOST = 10
_FIRM = ("firm", "brand")
_NONE = "none"


def speaking(
    site: Site,
    changed: Collection[str],
    change_from: ChangeFrom = "anybody",
    faulty: Mapping[str, str] | None = None,
) -> Iterator[Finding]:
    """A finding (CFG914) for each comment with the firm's badge in a change.

    From outside it is every comment that says `Person:`, whoever is meant: nobody from there says
    which of the people here somebody is, or that somebody only shares a name of the firm's.
    `changed` are the paths of the files that it adds or alters, as comments have them; `faulty` the
    texts of those of comments that could not be read, by path: all is said at once. So is an entry
    of the roster that makes somebody the firm's, in a change that is not the firm's own. Whether a
    comment was approved is believed of the firm's own change alone: everybody can write that line.
    """
    firm = {person.slug for person in site.people if person.role in _FIRM}
    spoken = [*_spoken(site, changed, change_from), *_half_spoken(faulty or {}, firm, change_from)]
    for at, (path, slug, field) in enumerate(spoken[:_MOST], start=1):
        left = len(spoken) - at if at == _MOST else 0
        more = f" So do {left} more comments of this change." if left else ""
        told = _words(slug, change_from) if slug in firm else _somebody(slug)
        yield from _found(path, told + more, field, change_from)
    for person in site.people if change_from != "firm" else ():
        if person.path in changed and person.role in _FIRM:
            field = person.header.get("role") or 1
            yield from _found(person.path, _badge(person, change_from), field, change_from)


def _spoken(
    site: Site, changed: Collection[str], change_from: ChangeFrom
) -> Iterator[tuple[str, str, Field | int]]:
    """Path, person and place of each comment that has the badge, or from outside any person."""
    for comment in site.comments:
        if comment.path not in changed:
            continue
        field = comment.header.get("person")
        badge = comment.role in _FIRM and not (change_from == "firm" and comment.approved)
        if badge or (change_from == "outside" and field is not None and field.value):
            yield comment.path, comment.person or _NONE, field or 1


def _half_spoken(
    faulty: Mapping[str, str], firm: Collection[str], change_from: ChangeFrom
) -> Iterator[tuple[str, str, Field | int]]:
    """The same of files that would have it once their faults are mended."""
    for path, text in sorted(faulty.items()):
        field = parse_header(text).header.get("person")
        if field is not None and (
            field.value in firm or (change_from == "outside" and field.value)
        ):
            yield path, field.value, field


def _found(path: str, said: str, at: Field | int, change_from: ChangeFrom) -> list[Finding]:
    problems = Problems(path)
    report = problems.error if change_from == "outside" else problems.warning
    report("CFG914", said, at)
    return problems.found


def _words(slug: str, change_from: ChangeFrom) -> str:
    told = f"`Person: {slug}` shows these words as the firm's own, and they are new in this change."
    if change_from == "outside":
        return (
            f"{told} It comes from outside the firm, so the line has to go: your comment is "
            "welcome under your own name, with `Author: ` alone."
        )
    if change_from == "firm":
        return (
            f"{told} Nobody has approved them. Ask {slug} before you merge, and add "
            "`Approved: ` with the date and who did."
        )
    return (
        f"{told} Anybody can write that line, and an `Approved:` too: before you merge, make sure "
        f"that they are {slug}'s. A reader's comment has no `Person:` line."
    )


def _somebody(slug: str) -> str:
    """What is told of a person who is none of the firm's, or of a namesake, from outside."""
    if slug.lower() == _NONE:
        return (
            "`Person: none` says that somebody only shares a name of the firm's. It comes from "
            "outside the firm, so the line has to go: one of the firm adds it, who knows."
        )
    return (
        f"`Person: {slug}` shows these words as those of somebody who has an entry here. It comes "
        "from outside the firm, so the line has to go: your comment is welcome under your own "
        "name, with `Author: ` alone."
    )


def _badge(person: Person, change_from: ChangeFrom) -> str:
    told = (
        f"`Role: {person.role}` gives {person.name} the firm's badge, and this file is new or "
        "altered in this change."
    )
    if change_from == "outside":
        return f"{told} It comes from outside the firm: leave this file to the firm's own people."
    return f"{told} Before you merge, make sure that somebody of the firm wrote it."
