"""Who answers whom: the ids of another system as ours, also across two imports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapport.conversation.entries import Row
from rapport.model import Comment, one_line


@dataclass(frozen=True, slots=True)
class Linked:
    """`parents` are the entries that others answer, by the answering comment's id; `depths` how
    deep each stands (0 opens). `orphans` answer nothing that could be found, with the reason;
    `cycles` are ids that answer each other in a circle. Both open a thread of their own.
    """

    parents: Mapping[str, Row]
    depths: Mapping[str, int]
    orphans: tuple[tuple[Row, str], ...]
    cycles: tuple[tuple[str, ...], ...]


def link(rows: Sequence[Row], source: str, here: Iterable[Comment]) -> Linked:
    """Give every entry's comment the id of what it answers; `here` are comments we have."""
    known = {(one.source_id, one.post): one for one in here if one.source == source}
    linker = _Linker(rows, known)
    for row in rows:
        if row.outcome != "skipped":
            linker.link(row)
    cycles = linker.open_cycles()
    return Linked(linker.parents, linker.depths(), tuple(linker.orphans), tuple(cycles))


class _Linker:
    def __init__(self, rows: Sequence[Row], known: Mapping[tuple[str, str], Comment]) -> None:
        self.parents: dict[str, Row] = {}
        self.orphans: list[tuple[Row, str]] = []
        self._rows = rows
        self._known = known
        self._by_source: dict[str, Row] = {}
        self._by_id: dict[str, Row] = {}
        for row in reversed(rows):
            if row.outcome != "skipped" or row.arrived.id not in self._by_source:
                self._by_source[row.arrived.id] = row
                self._by_id[row.comment.id] = row

    def link(self, row: Row) -> None:
        """Find what an entry answers, in the export or among what is here."""
        if row.arrived.own is not None:
            parent = self._by_id.get(row.comment.reply_to or "")
            if parent is not None:
                self.parents[row.comment.id] = parent
            return
        name = row.arrived.parent
        if not name:
            return
        parent = self._by_source.get(name)
        kept = self._known.get((one_line(name), row.post))
        reason = "what it answers is not in the file" if parent is None else _unfit(row, parent)
        if not reason and parent is not None:
            self.parents[row.comment.id] = parent
            row.comment = replace(row.comment, reply_to=parent.comment.id)
        elif kept is not None and kept.id != row.comment.id:
            row.comment = replace(row.comment, reply_to=kept.id)
        else:
            self.orphans.append((row, reason))

    def open_cycles(self) -> list[tuple[str, ...]]:
        """Let every entry of a circle open a thread; the circles, by the ids of the source."""
        cycles = []
        done: set[str] = set()
        for row in self._rows:
            way: dict[str, Row] = {}
            now: Row | None = row
            while now is not None and now.comment.id not in done and now.comment.id not in way:
                way[now.comment.id] = now
                now = self.parents.get(now.comment.id)
            if now is not None and now.comment.id in way:
                names = list(way)
                members = [way[name] for name in names[names.index(now.comment.id) :]]
                for member in members:
                    del self.parents[member.comment.id]
                    member.comment = replace(member.comment, reply_to=None)
                cycles.append(tuple(member.arrived.id for member in members))
            done.update(way)
        return cycles

    def depths(self) -> dict[str, int]:
        """How deep every entry stands; without recursion, since chains may be of any length."""
        found: dict[str, int] = {}
        for row in self._rows:
            way: list[str] = []
            now: Row | None = row
            while now is not None and now.comment.id not in found:
                way.append(now.comment.id)
                now = self.parents.get(now.comment.id)
            depth = -1 if now is None else found[now.comment.id]
            for name in reversed(way):
                depth += 1
                found[name] = depth
        return found


def _unfit(row: Row, parent: Row) -> str:
    """Why an entry cannot hang below this one, empty if it can."""
    if parent.outcome in ("spam", "skipped"):
        return f"what it answers is {'spam' if parent.outcome == 'spam' else 'left out'}"
    if parent.post != row.post or (not row.post and parent.place.id != row.place.id):
        return "what it answers stands under another article"
    return ""
