"""What becomes of another system's export here: a plan, of values alone.

The same export gives the same ids, so what is here already is known and left as it is, whatever the
firm has made of it since; a newer export adds only what is new.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rapport.arrivals import Contact, Export, Pending, PendingState
from rapport.conversation.entries import FIRM_NAME, SOCIAL, Here, Row, rows_of
from rapport.conversation.linking import Linked, link
from rapport.model import Comment, one_line


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything an import does. `settled` are files of the inbox that are there no more then."""

    export: Export
    rows: tuple[Row, ...]
    linked: Linked
    publish: tuple[Row, ...]
    pend: tuple[Pending, ...]
    contacts: tuple[tuple[Comment, Contact], ...]
    settled: tuple[tuple[PendingState, str], ...]


def plan(export: Export, here: Here) -> Plan:
    """What becomes of every entry of an export."""
    rows = list(rows_of(export, here))
    linked = link(rows, export.source, [*here.comments.values(), *_held(here)])
    _mark_tombstones(rows, linked.parents)
    for row in rows:
        _mark_refused(row, here)
    public: list[Row] = []
    pend: list[Pending] = []
    settled: list[tuple[PendingState, str]] = []
    for row in rows:
        state = _state(row)
        held = here.inbox.get(row.comment.id)
        if state is None or not _is_new(row, state, here):
            continue
        if held is not None:
            settled.append((held.state, held.comment.id))
            row.comment = replace(row.comment, body=held.comment.body)
        if row.comment.id in here.taken:
            continue
        if state == "public":
            public.append(row)
        else:
            pend.append(_pending(row, state, here))
    contacts = tuple(
        (row.comment, row.arrived.contact)
        for row in public
        if not row.tombstone and not row.arrived.contact.empty
    )
    return Plan(export, tuple(rows), linked, tuple(public), tuple(pend), contacts, tuple(settled))


def _held(here: Here) -> Iterator[Comment]:
    return (pending.comment for pending in here.inbox.values())


def _mark_tombstones(rows: Sequence[Row], parents: Mapping[str, Row]) -> None:
    """What was removed leaves a tombstone where something live stands below it."""
    seen: set[str] = set()
    for row in rows:
        if row.outcome not in ("shown", "pending"):
            continue
        above = parents.get(row.comment.id)
        while above is not None and above.comment.id not in seen:
            seen.add(above.comment.id)
            above.tombstone = above.outcome == "removed"
            above = parents.get(above.comment.id)


def _mark_refused(row: Row, here: Here) -> None:
    """What was decided against, or taken back by who wrote it, is not counted as coming."""
    name = row.comment.id
    if row.outcome not in ("shown", "pending"):
        return
    known = here.comments.get(name)
    if known is not None and known.status == "removed":
        row.outcome, row.why = "skipped", "it was removed here, and stays so"
    elif name in here.refused and name not in here.taken and name not in here.inbox:
        row.outcome, row.why = "skipped", here.refused[name]


def _state(row: Row) -> Literal["public"] | PendingState | None:
    """Where an entry goes; None for what is written nowhere."""
    if row.outcome == "skipped":
        return None
    if row.outcome == "spam":
        return "spam"
    if row.outcome == "removed":
        return "public" if row.post and (row.tombstone or row.arrived.own) else None
    if not row.post:
        return "aside"
    return "pending" if row.outcome == "pending" else "public"


def _is_new(row: Row, state: str, here: Here) -> bool:
    """Whether there is something to do: it is not here, or what kept it back is settled now."""
    name = row.comment.id
    held = here.inbox.get(name)
    if held is None:
        return name not in here.taken and name not in here.refused
    if held.state == "aside":
        return state != "aside"
    ours = all(flag.startswith((FIRM_NAME, SOCIAL)) for flag in held.flags)
    return held.state == "pending" and state == "public" and ours and bool(held.flags)


def _pending(row: Row, state: PendingState, here: Here) -> Pending:
    flags = list(row.flags)
    if state == "aside":
        flags.append("aside - no post of ours is the page it stood under")
    known = row.comment.reply_to is not None
    return Pending(
        comment=row.comment,
        state=state,
        received=here.now,
        flags=tuple(flags),
        place=replace(
            row.place,
            id=one_line(row.place.id),
            title=one_line(row.place.title),
            url=one_line(row.place.url),
        ),
        parent="" if known else one_line(row.arrived.parent),
        contact=row.arrived.contact,
    )
