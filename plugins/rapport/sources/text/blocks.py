"""Blocks of lines to a tree of elements, by Python-Markdown's block rules.

The rules, their order and their quirks are those of `markdown.blockprocessors` and the extensions
(3.x), because the page is made by them: a list needs a blank line before it, `#Heading` needs no
space, four spaces make a level, quotations parted by a blank line are one.
"""

from __future__ import annotations

from collections.abc import Iterable

from rapport.sources.text.dialect import Dialect
from rapport.sources.text.extensions import (
    abbreviation,
    admonition,
    definition,
    note,
    reference,
    table,
)
from rapport.sources.text.frames import Frame, Rule, Work
from rapport.sources.text.lines import Block, Lines
from rapport.sources.text.rules import (
    heading,
    horizontal_rule,
    indented_code,
    item_content,
    list_items,
    quotation,
    underlined,
)
from rapport.sources.text.tree import Node

# Python-Markdown gives up when Python's stack is nearly full; nobody nests a tenth as deep.
_DEEPEST = 60
# First characters by which a line can be more than a paragraph's.
_SPECIAL = frozenset("#=-_*+>:[!|0123456789")


def parse(blocks: Iterable[Block], dialect: Dialect) -> Work:
    """A post's blocks, read: the tree (footnotes at its end) and the definitions of links."""
    work = Work(dialect)
    rules = _rules(dialect)
    _run(work, work.root, blocks, rules)
    for text in list(work.notes.values()):
        _run(work, work.root.add("note"), text, rules)
    return work


def _rules(dialect: Dialect) -> tuple[Rule, ...]:
    """The rules that are on, in Python-Markdown's order."""
    wanted: tuple[tuple[bool, Rule], ...] = (
        (dialect.tables, table),
        (True, heading),
        (True, underlined),
        (True, horizontal_rule),
        (True, list_items),
        (dialect.definitions, definition),
        (True, quotation),
        (dialect.footnotes, note),
        (dialect.abbreviations, abbreviation),
        (True, reference),
    )
    return tuple(rule for on, rule in wanted if on)


def _run(work: Work, parent: Node, blocks: Iterable[Block], rules: tuple[Rule, ...]) -> None:
    """Put all blocks under a parent."""
    work.below(parent, blocks, "")
    while work.frames:
        frame = work.frames[-1]
        if not frame.blocks:
            work.frames.pop()
            continue
        block = frame.blocks.popleft()
        if isinstance(block, list):
            _block(work, frame, block, rules)
        else:
            frame.parent.children.append(Node("raw", raw=block))


def _block(work: Work, frame: Frame, block: Lines, rules: tuple[Rule, ...]) -> None:
    if len(work.frames) > _DEEPEST:
        _paragraph(frame, block)
    elif work.dialect.admonitions and admonition(work, frame, block):
        return
    elif block[0][0] >= work.tab:
        if not item_content(work, frame, block):
            indented_code(work, frame, block)
    elif _plain(block) or not any(rule(work, frame, block) for rule in rules):
        _paragraph(frame, block)


def _plain(block: Lines) -> bool:
    """Whether no rule can apply: quick to see, and true of most blocks."""
    return _SPECIAL.isdisjoint([line[1][0] for line in block]) and "|" not in block[0][1]


def _paragraph(frame: Frame, block: Lines) -> None:
    parent = frame.parent
    if frame.state != "list":
        parent.add("p", block)
    elif not parent.children:
        parent.lines += block
    elif parent.last and parent.last.tag == "tail":
        parent.last.lines += block
    else:
        parent.add("tail", block)
