"""Another system's entries one by one: which post each goes to, and what of it may be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from rapport.arrivals import Arrived, Export, Own, Pending, Place
from rapport.conversation.ids import id_for_import, valid_id
from rapport.conversation.matching import Match, Target, matcher
from rapport.model import (
    ADDRESS,
    Comment,
    Field,
    Header,
    address_in,
    clean_text,
    one_line,
    safe_lang,
    safe_url,
    without_addresses,
)

Outcome = Literal["shown", "pending", "removed", "spam", "skipped"]
# The first words of the flags that an import raises, and that a later import may settle.
FIRM_NAME = "firm-name"
SOCIAL = "social"
# Where people write on somebody else's page: being quoted here is not what they agreed to.
SOCIAL_SOURCES = frozenset({"mastodon", "bluesky", "webmention", "webmention-io"})
NOBODY = "Anonymous"
# Beyond this a comment's file would not be read.
LONGEST = 900_000
_LONGEST_NAME = 500


@dataclass(frozen=True, slots=True)
class Here:
    """What an import meets. `comments` and `inbox` are by id; `taken` are the ids of all files of
    comments, also of those that have a fault; `refused` those that must not come again, with why.

    `claims` says which name of the firm's a writer's name equals or passes for. `who` says whose
    accounts or names are whose: a person's slug, or "none" for a namesake. `publish` lets social
    sources through. `language` is the site's, if each language has a thread of its own.
    """

    posts: Sequence[Target]
    comments: Mapping[str, Comment]
    taken: AbstractSet[str]
    inbox: Mapping[str, Pending]
    refused: Mapping[str, str]
    claims: Callable[[str], str]
    now: datetime
    who: Mapping[str, str] = field(default_factory=dict)
    publish: bool = False
    language: str = ""


@dataclass(slots=True)
class Row:
    """One entry of the export and what becomes of it; `post` is empty for what is kept aside."""

    arrived: Arrived
    place: Place
    match: Match
    comment: Comment
    outcome: Outcome
    why: str = ""
    flags: list[str] = field(default_factory=list)
    tombstone: bool = False

    @property
    def post(self) -> str:
        """The id of the post it goes to."""
        return self.match.post.id if self.match.post else ""


def who_key(name: str) -> str:
    """An account or a name as a map of people compares it."""
    return " ".join(one_line(name).casefold().split())


def rows_of(export: Export, here: Here) -> Iterator[Row]:
    """Every comment of an export, in its order; nothing is left out."""
    places = {place.id: place for place in export.places}
    match = matcher(here.posts)
    matches: dict[str, Match] = {}
    seen: set[str] = set()
    for arrived in export.comments:
        place = places.get(arrived.place) or Place(arrived.place)
        if place.id not in matches:
            matches[place.id] = match(place)
        row = _row(arrived, place, matches[place.id], export.source, here)
        # The moment is part of our id: two that share another system's id may still be two.
        if row.outcome != "skipped" and row.comment.id in seen:
            row.outcome, row.why = "skipped", "its id stands twice in the file; the first is taken"
        seen.add(row.comment.id)
        yield row


def _row(arrived: Arrived, place: Place, match: Match, source: str, here: Here) -> Row:
    if arrived.own is not None:
        return _own_row(arrived, arrived.own, place, match)
    comment = _comment(arrived, match, source, here)
    row = Row(arrived, place, match, comment, arrived.state, arrived.why)
    if arrived.state == "removed":
        return row
    if arrived.kind == "comment" and not comment.body.strip():
        row.outcome, row.why = "skipped", "it has no text"
    elif len(comment.body.encode("utf-8", "replace")) > LONGEST:
        row.outcome, row.why = "skipped", f"it is longer than {LONGEST / 1e6:.1f} MB"
    else:
        _judge(row, here)
    return row


def _own_row(arrived: Arrived, own: Own, place: Place, match: Match) -> Row:
    """A comment that was ours: as it was, but only under an id that can be one."""
    comment = replace(own.comment, post=match.post.id if match.post else "")
    row = Row(arrived, place, match, comment, comment.status)
    if not valid_id(comment.id):
        row.outcome, row.why = "skipped", f"{comment.id!r} is no id of a comment"
    return row


def _judge(row: Row, here: Here) -> None:
    """Hold back what a person should look at first."""
    if row.arrived.why:
        row.flags.append(f"held - {row.arrived.why}")
    firm = (
        "" if row.comment.person or row.comment.header.fields else here.claims(row.comment.author)
    )
    if firm:
        row.flags.append(
            f"{FIRM_NAME} - {row.comment.author!r} is, or looks like, {firm}, a name of the "
            "firm's; `--map FILE` says who it is"
        )
    if row.comment.source in SOCIAL_SOURCES and not here.publish:
        row.flags.append(f"{SOCIAL} - written elsewhere: ask before you show it, or `--publish`")
    if row.outcome == "shown" and (firm or _is_social(row)):
        row.outcome = "pending"


def _is_social(row: Row) -> bool:
    return any(flag.startswith(SOCIAL) for flag in row.flags)


def _comment(arrived: Arrived, match: Match, source: str, here: Here) -> Comment:
    """The comment, with nothing private in any of its fields."""
    person = here.who.get(who_key(arrived.account)) or here.who.get(who_key(arrived.author)) or ""
    confirmed = Header((Field("person", "none", 1),)) if person == "none" else Header()
    post = match.post
    lang = safe_lang(arrived.lang)
    if not lang and post is not None and here.language and post.lang != here.language:
        lang = post.lang
    removed = arrived.state == "removed"
    source_id = one_line(arrived.id)[:_LONGEST_NAME]
    return Comment(
        id=id_for_import(arrived.date, source, arrived.id),
        post=post.id if post else "",
        path="",
        # Who took their words back took their name back with them.
        author="" if removed else public_name(arrived.author),
        date=arrived.date,
        body="" if removed else without_addresses(clean_text(arrived.body)).strip("\n").rstrip(),
        person=person if person not in ("", "none") and not removed else None,
        url="" if removed else public_url(arrived.url),
        kind=arrived.kind,
        source=source,
        source_id="" if address_in(source_id) else source_id,
        source_url="" if removed else public_url(arrived.source_url),
        status="removed" if removed else "shown",
        edited=f"{arrived.edited:%Y-%m-%d} - by the writer" if arrived.edited else "",
        lang=lang,
        header=confirmed,
    )


def public_name(name: str) -> str:
    """A name that can be shown: an address is none, nor is what nobody can see."""
    bare = without_addresses(one_line(name))[:_LONGEST_NAME]
    words = bare.replace(ADDRESS, "").strip(" -,;:<>()\"'") if ADDRESS in bare else bare
    seen = any(char.isprintable() and not char.isspace() for char in words)
    return words if seen else NOBODY


def public_url(url: str) -> str:
    """The address if it may be published: a safe one that holds no e-mail address."""
    safe = safe_url(url)
    return "" if address_in(safe) else safe
