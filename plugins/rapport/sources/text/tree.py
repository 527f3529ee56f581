"""The tree that the block rules build: elements, and lines of text that inline rules read later."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapport.sources.text.lines import Block, Line, Lines, Raw


@dataclass(slots=True)
class Node:
    """An element under its HTML name; `lines` is its own text, `start` and `end` its source."""

    tag: str
    lines: Lines = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    raw: Raw | None = None
    start: int = 0
    end: int = 0

    @property
    def last(self) -> Node | None:
        """The youngest child."""
        return self.children[-1] if self.children else None

    def add(self, tag: str, lines: Lines | None = None) -> Node:
        """A new youngest child."""
        node = Node(tag, lines or [])
        self.children.append(node)
        return node


def is_blank(line: Line) -> bool:
    """Whether a line parts paragraphs. (One with a no-break space does not.)"""
    return not line[1].strip(" \t")


def outdented(lines: Lines, width: int) -> tuple[Lines, Lines]:
    """The leading lines that are indented so far, moved left, and the rest."""
    moved: Lines = []
    for line in lines:
        if line[0] < width and not is_blank(line):
            break
        moved.append((max(line[0] - width, 0), line[1], line[2]))
    return moved, lines[len(moved) :]


def loosely_outdented(lines: Lines, width: int) -> Lines:
    """All lines, those moved left that are indented so far."""
    return [(line[0] - width, line[1], line[2]) if line[0] >= width else line for line in lines]


def paragraphs(lines: Lines) -> list[Block]:
    """Lines parted at blank ones."""
    parts: list[Block] = []
    current: Lines = []
    for line in lines:
        if not is_blank(line):
            current.append(line)
        elif current:
            parts.append(current)
            current = []
    return [*parts, current] if current else parts
