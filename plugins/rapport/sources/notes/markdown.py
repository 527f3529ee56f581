"""Remarks to the audit in Markdown: the tree of blocks says what comes next."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapport.model import Note
from rapport.sources.notes.html import Scan
from rapport.sources.notes.remarks import Remark, as_notes, comments, remark
from rapport.sources.text.blocks import parse
from rapport.sources.text.dialect import Dialect
from rapport.sources.text.lines import Lines, Raw, cut
from rapport.sources.text.markdown import from_markdown
from rapport.sources.text.tree import Node

Place = tuple[int, int]


def in_markdown(text: str, body: int, dialect: Dialect) -> tuple[Note, ...]:
    """The notes of a Markdown post. A comment that readers see, in code or escaped, is none."""
    document = from_markdown(text, body, dialect)
    shown = _Stretches((r.source, r.source_end) for block in document.blocks for r in block.runs)
    root = parse(cut(text, body, dialect), dialect).root
    waiting: list[Remark] = []
    found: list[Remark] = []
    for part in _parts(root, text):
        if not part.is_empty:
            for each in waiting:
                each.about = part.extent
            waiting = []
        real = [each for each in part.found if not shown.hold(each.start)]
        found += real
        waiting += [each for each in real if each.about is None]
    return as_notes(found, text)


@dataclass(slots=True)
class _Part:
    """One element: how far it goes, the remarks in its own words, whether there is nothing else."""

    extent: Place
    found: list[Remark] = field(default_factory=list)
    is_empty: bool = False


def _parts(root: Node, text: str) -> Iterator[_Part]:
    """Every element that has a place, in the order of the source (footnotes lie at the end)."""
    extents = _extents(root)
    pending = [root]
    while pending:
        node = pending.pop()
        extent = extents[id(node)]
        if extent and node is not root:
            yield _part(node, extent, text)
        below = [child for child in node.children if extents[id(child)]]
        if node is root:
            below.sort(key=lambda child: extents[id(child)] or (0, 0))
        pending += reversed(below)


def _part(node: Node, extent: Place, text: str) -> _Part:
    if node.raw and node.raw.kind == "html":
        return _in_raw(node.raw, extent, text)
    if node.raw or node.tag == "pre" or not node.lines:
        return _Part(extent)
    own = _extent_of(node.lines)
    found, is_empty = _in_lines(node.lines)
    if not is_empty:
        for each in found:
            each.about = own
    return _Part(extent, found, is_empty)


def _in_raw(raw: Raw, extent: Place, text: str) -> _Part:
    scan = Scan(text)
    scan.read(raw.start, raw.end)
    code = _Stretches((start, end) for start, end, _, _ in raw.code)
    found = [each for each in scan.found if not code.hold(each.start)]
    return _Part(extent, found, scan.is_empty)


def _in_lines(lines: Lines) -> tuple[list[Remark], bool]:
    """The remarks in an element's own words, and whether these are nothing but comments."""
    joined = "\n".join(line[1] for line in lines)
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line[1]) + 1)

    def source(place: int) -> int:
        line = bisect_right(starts, place) - 1
        return lines[line][2] + place - starts[line]

    found: list[Remark] = []
    rest: list[str] = []
    at = 0
    for start, end in comments(joined):
        rest.append(joined[at:start])
        at = end
        each = remark(joined[start + 4 : end - 3], source(start), source(end - 1) + 1)
        found += [each] if each else []
    rest.append(joined[at:])
    return found, at > 0 and not "".join(rest).strip()


def _extents(root: Node) -> dict[int, Place | None]:
    """How far each element goes in the source, what is below it included; None for one without."""
    order = [root]
    for node in order:
        order.extend(node.children)
    found: dict[int, Place | None] = {}
    for node in reversed(order):
        places = [extent for child in node.children if (extent := found[id(child)])]
        if node.raw:
            places.append((node.raw.start, node.raw.end))
        if node.lines:
            places.append(_extent_of(node.lines))
        if node.end:
            places.append((node.start, node.end))
        found[id(node)] = _around(places)
    return found


def _extent_of(lines: Lines) -> Place:
    return lines[0][2], lines[-1][2] + len(lines[-1][1])


def _around(places: Iterable[Place]) -> Place | None:
    """The stretch from the first to the last; a block of code without a line has none."""
    known = [(start, end) for start, end in places if start < end]
    return (min(a for a, _ in known), max(b for _, b in known)) if known else None


class _Stretches:
    """Stretches of the source that do not overlap."""

    def __init__(self, places: Iterable[Place]) -> None:
        known = sorted(places)
        self._starts = [start for start, _ in known]
        self._ends = [end for _, end in known]

    def hold(self, offset: int) -> bool:
        """Whether the character at an offset lies in one of them."""
        number = bisect_right(self._starts, offset) - 1
        return number >= 0 and offset < self._ends[number]
