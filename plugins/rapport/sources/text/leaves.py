"""The tree of a post in reading order: stretches of text, raw ones, quotations around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapport.model import BlockKind
from rapport.sources.text.dialect import Dialect
from rapport.sources.text.lines import Line, Lines, Raw
from rapport.sources.text.tree import Node

# What the text of an element is; elements that are not named take after the one around them.
_KINDS: dict[str, BlockKind] = {"h": "heading", "td": "cell", "li": "item", "dd": "item",
                                "dt": "item", "note": "item", "pre": "code",
                                "blockquote": "paragraph"}  # fmt: skip
_ATTRIBUTES = r"\{:?[ ]*[^}\n ][^\n]*\}[ ]*"
_LAST_LINE = re.compile(_ATTRIBUTES)
_LONGEST = 300
_LINE_END = re.compile(rf"[ ]+{_ATTRIBUTES}$")


class Leaf(NamedTuple):
    """A stretch of text that inline rules read, or a raw one."""

    kind: BlockKind
    lines: Lines
    raw: Raw | None = None


class Quote(NamedTuple):
    """A blockquote begins (`opens`) or ends: its place in the source."""

    opens: bool
    start: int
    end: int


def leaves(root: Node, dialect: Dialect) -> Iterator[Leaf | Quote]:
    """What a reader of the tree meets, in order."""
    pending: list[tuple[Node | Quote, BlockKind]] = [(root, "paragraph")]
    while pending:
        node, around = pending.pop()
        if isinstance(node, Quote):
            yield node
            continue
        kind = _KINDS.get(node.tag, around)
        if node.tag == "blockquote":
            yield Quote(True, node.start, node.end)
            pending.append((Quote(False, node.start, node.end), kind))
        if node.raw:
            yield Leaf("code" if node.raw.kind == "code" else "html", [], node.raw)
        elif node.lines:
            lines = _without_attributes(node) if dialect.attributes else node.lines
            if not (dialect.contents and _is_contents(lines)):
                yield Leaf(kind, lines)
        pending += [(child, kind) for child in reversed(node.children)]


def _without_attributes(node: Node) -> Lines:
    """A block's lines without the attribute list that ends it (`{: .class #id}`)."""
    lines = node.lines
    last = lines[-1]
    if "}" not in last[1]:
        return lines
    if node.tag in ("h", "td", "dt"):
        found = _LINE_END.search(last[1], max(0, len(last[1]) - _LONGEST))
        cut = last[1][: found.start()] if found else last[1]
        return [*lines[:-1], _heading_end(last, cut, node.tag)] if found else lines
    if len(lines) > 1 and _LAST_LINE.fullmatch(last[1].rstrip()):
        return lines[:-1]
    return lines


def _heading_end(line: Line, cut: str, tag: str) -> Line:
    return line[0], cut.rstrip("#").rstrip() if tag == "h" else cut, line[2]


def _is_contents(lines: Lines) -> bool:
    return len(lines) == 1 and lines[0][1].strip() == "[TOC]"
