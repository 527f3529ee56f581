"""Who speaks for the firm in a change: what somebody has to look at before it is merged."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

from rapport.model import Comment, Field, Finding, Person, Site
from rapport.sources.problems import Problems

ChangeFrom = Literal["anybody", "firm", "outside"]
_FIRM = ("firm", "brand")


def speaking(
    site: Site, changed: Collection[str], change_from: ChangeFrom = "anybody"
) -> Iterator[Finding]:
    """A finding (CFG914) for each comment with the firm's badge in a change.

    `changed` are the paths of the files that it adds or alters, as comments have them. So is an
    entry of the roster that makes somebody the firm's, in a change that is not the firm's own.
    Whether a comment was approved is believed of the firm's own change alone: everybody can write
    that line.
    """
    for comment in site.comments:
        spoken = comment.path in changed and comment.role in _FIRM
        if spoken and not (change_from == "firm" and comment.approved):
            field = comment.header.get("person") or 1
            yield from _found(comment.path, _words(comment, change_from), field, change_from)
    for person in site.people if change_from != "firm" else ():
        if person.path in changed and person.role in _FIRM:
            field = person.header.get("role") or 1
            yield from _found(person.path, _badge(person, change_from), field, change_from)


def _found(path: str, said: str, at: Field | int, change_from: ChangeFrom) -> list[Finding]:
    problems = Problems(path)
    report = problems.error if change_from == "outside" else problems.warning
    report("CFG914", said, at)
    return problems.found


def _words(comment: Comment, change_from: ChangeFrom) -> str:
    told = (
        f"`Person: {comment.person}` shows these words as the firm's own, and they are new in this "
        "change."
    )
    if change_from == "outside":
        return (
            f"{told} It comes from outside the firm, so the line has to go: your comment is "
            "welcome under your own name, with `Author: ` alone."
        )
    if change_from == "firm":
        return (
            f"{told} Nobody has approved them. Ask {comment.person} before you merge, and add "
            "`Approved: ` with the date and who did."
        )
    return (
        f"{told} Anybody can write that line, and an `Approved:` too: before you merge, make sure "
        f"that they are {comment.person}'s. A reader's comment has no `Person:` line."
    )


def _badge(person: Person, change_from: ChangeFrom) -> str:
    told = (
        f"`Role: {person.role}` gives {person.name} the firm's badge, and this file is new or "
        "altered in this change."
    )
    if change_from == "outside":
        return f"{told} It comes from outside the firm: leave this file to the firm's own people."
    return f"{told} Before you merge, make sure that somebody of the firm wrote it."
