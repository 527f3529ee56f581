"""The account of an import: what was in the file, what becomes of it, what is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rapport.conversation.entries import FIRM_NAME, NOBODY, Row
from rapport.conversation.importing import Plan
from rapport.model import one_line

SPAM = "spam: kept apart in the private inbox, never shown"


def account_of(plan: Plan, *, written: bool) -> dict[str, object]:
    """The account as JSON of schema 1; docs/json/comments-import.md describes it.

    shown + pending + removed + skipped is what is in the file.
    """
    rows = plan.rows
    counts = Counter(row.outcome for row in rows)
    live = [row for row in rows if row.outcome in ("shown", "pending")]
    return {
        "schema": 1,
        "source": plan.export.source,
        "written": written,
        "entries": len(rows) + len(plan.export.skipped),
        "shown": counts["shown"],
        "pending": counts["pending"],
        "removed": counts["removed"],
        "skipped": _skipped(plan),
        "spam": counts["spam"],
        "aside": sum(not row.post for row in live),
        "new": _new(plan),
        "threads": _threads(rows, plan.linked.depths),
        "tombstones": sum(row.tombstone for row in rows),
        "orphans": [
            {"id": one_line(row.arrived.id), "reason": reason}
            for row, reason in plan.linked.orphans
        ],
        "cycles": [[one_line(name) for name in names] for names in plan.linked.cycles],
        "people": _people(live),
        "firm_names": _people(row for row in live if _named_like_us(row)),
        "unnamed": sum(row.comment.author == NOBODY for row in live),
        "without_zone": sum(row.arrived.zoneless for row in rows),
        "markup_dropped": dict(
            sorted(Counter(name for row in live for name in row.arrived.dropped).items())
        ),
        "contacts": sum(not row.arrived.contact.empty for row in live),
    }


def _skipped(plan: Plan) -> list[dict[str, str]]:
    left_out = [(each.id, each.reason) for each in plan.export.skipped]
    for row in plan.rows:
        if row.outcome == "spam":
            left_out.append((row.arrived.id, SPAM))
        elif row.outcome == "skipped":
            left_out.append((row.arrived.id, row.why))
    return [{"id": one_line(name), "reason": one_line(reason)} for name, reason in left_out]


def _new(plan: Plan) -> dict[str, int]:
    states = Counter(pending.state for pending in plan.pend)
    return {
        "shown": sum(row.comment.status == "shown" for row in plan.publish),
        "tombstones": sum(row.comment.status == "removed" for row in plan.publish),
        "pending": states["pending"],
        "spam": states["spam"],
        "aside": states["aside"],
    }


def _threads(rows: Sequence[Row], depths: Mapping[str, int]) -> list[dict[str, object]]:
    """A thread for every post, and one for every place that is none of ours, as the file has them.

    Spam and what is left out counts in none.
    """
    threads: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row.outcome not in ("spam", "skipped"):
            threads.setdefault((row.post, "" if row.post else row.place.id), []).append(row)
    return [_thread(post or None, members, depths) for (post, _), members in threads.items()]


def _thread(
    post: str | None, members: Sequence[Row], depths: Mapping[str, int]
) -> dict[str, object]:
    place = members[0].place
    return {
        "post": post,
        "title": one_line(place.title),
        "url": one_line(place.url),
        # What else it is called there: a folder's name is often all there is.
        "name": one_line(next(iter(place.keys), "") or place.id),
        "comments": len(members),
        "depth": max(depths[row.comment.id] for row in members),
        "matched": members[0].match.how or None,
        "places": len({row.place.id for row in members}),
    }


def _people(rows: Iterable[Row]) -> list[dict[str, object]]:
    """Who wrote, the most busy first, as the source tells them apart."""
    counted = Counter(
        (one_line(row.arrived.account), row.comment.author, row.comment.person) for row in rows
    )
    found = sorted(counted.items(), key=lambda each: (-each[1], each[0][1], each[0][0]))
    return [
        {"account": account, "name": name, "person": person, "comments": count}
        for (account, name, person), count in found
    ]


def _named_like_us(row: Row) -> bool:
    return any(flag.startswith(FIRM_NAME) for flag in row.flags)
