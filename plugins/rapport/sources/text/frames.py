"""What the block rules share: the blocks still to be read, and the tree that grows.

Frames are a list, not calls, so depth costs nothing. A rule takes the first block of a frame and
may put back what it did not use. It parts a block at *all* its places in one go: putting the rest
back again and again would take time that grows with the square of the block.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from rapport.sources.text.dialect import Dialect
from rapport.sources.text.lines import Block, Line, Lines
from rapport.sources.text.tree import Node

State = Literal["", "list", "looselist", "detabbed", "blockquote"]
Reference = tuple[str, str]


@dataclass(slots=True)
class Frame:
    """Blocks that belong under one parent, and what the rule that put them there was doing."""

    parent: Node
    blocks: deque[Block]
    state: State = ""

    def put_back(self, parts: Sequence[Lines]) -> None:
        """These come next, in this order; empty ones are nothing."""
        self.blocks.extendleft(part for part in reversed(parts) if part)


@dataclass(slots=True)
class Work:
    """One parse: its frames, the tree, link definitions, and footnotes by their id."""

    dialect: Dialect
    root: Node = field(default_factory=lambda: Node("root"))
    frames: list[Frame] = field(default_factory=list)
    references: dict[str, Reference] = field(default_factory=dict)
    notes: dict[str, list[Block]] = field(default_factory=dict)

    @property
    def tab(self) -> int:
        """How far a level is indented."""
        return self.dialect.tab

    def below(self, parent: Node, blocks: Iterable[Block], state: State) -> None:
        """These blocks come next, under another parent."""
        self.frames.append(Frame(parent, deque(blocks), state))


Rule = Callable[[Work, Frame, Lines], bool]
"""Returns whether it took the block."""


def find(block: Lines, test: Callable[[Line], object]) -> int | None:
    """The first line for which the test holds."""
    return next((at for at, line in enumerate(block) if test(line)), None)


def places(block: Lines, test: Callable[[Line], object]) -> list[int]:
    """Every line for which the test holds."""
    return [at for at, line in enumerate(block) if test(line)]


def parted(block: Lines, at: Sequence[int]) -> list[Lines]:
    """A block cut before and behind each of these lines."""
    parts: list[Lines] = []
    start = 0
    for place in at:
        parts += [block[start:place], block[place : place + 1]]
        start = place + 1
    return [*parts, block[start:]]


def parted_before(block: Lines, at: Sequence[int]) -> list[Lines]:
    """A block cut before each of these lines."""
    edges = [0, *at, len(block)]
    return [block[a:b] for a, b in pairwise(edges)]
