"""Blocks of lines to a tree of elements, by Python-Markdown's block rules.

The rules, their order and their quirks are those of `markdown.blockprocessors` and the extensions
(3.x), because the page is made by them: a list needs a blank line before it, `#Heading` needs no
space, four spaces make a level, quotations parted by a blank line are one. Every rule takes the
first block of a frame and may put back what it did not use. Frames are a list, not calls, so depth
costs nothing.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from rapport.sources.text.dialect import Dialect
from rapport.sources.text.lines import Block, Line, Lines, indented
from rapport.sources.text.tables import bordered, cells
from rapport.sources.text.tree import Node, is_blank, loosely_outdented, outdented, paragraphs

State = Literal["", "list", "looselist", "detabbed", "blockquote"]
Reference = tuple[str, str]

# Python-Markdown gives up when Python's stack is nearly full; nobody nests a tenth as deep.
_DEEPEST = 100
_LISTS = ("ul", "ol")
# First characters by which a line can be more than a paragraph's.
_SPECIAL = frozenset("#=-_*+>:[!|0123456789")

_ITEM = re.compile(r"(?:(?P<number>\d+\.)|[*+-])[ \t]+(?P<text>.*)", re.DOTALL)
_RULE = re.compile(r"(?:-[ ]{0,2}){3,}+|(?:_[ ]{0,2}){3,}+|(?:\*[ ]{0,2}){3,}+")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*")
_NOTE = re.compile(r"\[\^(?P<id>[^\]]*)\]:[ \t]*(?P<text>.*)")
_ABBREVIATION = re.compile(r"\*\[[^\\]*?\][ ]?:[ ]*(?P<text>.*)")
_DEFINITION = re.compile(r":[ ]{1,3}(?P<text>.*)|:\t(?P<tab>.*)")
_REFERENCE = re.compile(
    r"\[(?P<id>[^\[\]]*)\]:[ \t]*\n?(?P<url>\S+)[ \t]*"
    r"(?:\n?(?:\"(?P<d>.*)\"|'(?P<s>.*)'|\((?P<b>.*)\))[ \t]*)?$",
    re.MULTILINE,
)
_ADMONITION = re.compile(r'!!! ?(?P<kind>[\w\-]+)(?: +[\w\-]+)*(?: +"(?P<title>.*?)")? *')


@dataclass(slots=True)
class _Frame:
    """Blocks that belong under one parent, and what the rule that put them there was doing."""

    parent: Node
    blocks: deque[Block]
    state: State = ""


@dataclass(slots=True)
class Parsed:
    """The tree, the link definitions and the ids of the footnotes (whose text ends the tree)."""

    root: Node
    references: dict[str, Reference] = field(default_factory=dict)
    notes: dict[str, list[Block]] = field(default_factory=dict)


def parse(blocks: Iterable[Block], dialect: Dialect) -> Parsed:
    """The tree of a post's blocks."""
    parser = _Parser(dialect)
    root = parser.parsed.root
    parser.run(root, blocks)
    for text in list(parser.parsed.notes.values()):
        parser.run(root.add("note"), text)
    return parser.parsed


class _Parser:
    """The state of one parse. Each rule returns whether it took the block."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.tab = dialect.tab
        self.parsed = Parsed(Node("root"))
        self.frames: list[_Frame] = []
        wanted: tuple[tuple[bool, _Rule], ...] = (
            (dialect.tables, _Parser._table),
            (True, _Parser._heading),
            (True, _Parser._underlined),
            (True, _Parser._rule),
            (True, _Parser._list),
            (dialect.definitions, _Parser._definition),
            (True, _Parser._quotation),
            (dialect.footnotes, _Parser._note),
            (dialect.abbreviations, _Parser._abbreviation),
            (True, _Parser._reference),
        )
        self.rules = tuple(rule for on, rule in wanted if on)

    def run(self, parent: Node, blocks: Iterable[Block]) -> None:
        """Put all blocks under a parent."""
        self.frames = [_Frame(parent, deque(blocks))]
        while self.frames:
            frame = self.frames[-1]
            if not frame.blocks:
                self.frames.pop()
                continue
            block = frame.blocks.popleft()
            if isinstance(block, list):
                self._block(frame, block)
            else:
                frame.parent.children.append(Node("raw", raw=block))

    def _block(self, frame: _Frame, block: Lines) -> None:
        if len(self.frames) > _DEEPEST:
            self._paragraph(frame, block)
        elif self.dialect.admonitions and self._admonition(frame, block):
            return
        elif block[0][0] >= self.tab:
            if not self._item_content(frame, block):
                self._indented_code(frame, block)
        elif _plain(block) or not any(rule(self, frame, block) for rule in self.rules):
            self._paragraph(frame, block)

    def _below(self, parent: Node, blocks: Iterable[Block], state: State) -> None:
        """These blocks come next, under another parent."""
        self.frames.append(_Frame(parent, deque(blocks), state))

    @staticmethod
    def _parted(frame: _Frame, block: Lines, at: int) -> bool:
        """Put a block back in two, when what begins at a line is not its first."""
        if at:
            frame.blocks.extendleft((block[at:], block[:at]))
        return at > 0

    # What is indented belongs to the list item above it, or is code.

    def _item_content(self, frame: _Frame, block: Lines) -> bool:
        last = frame.parent.last
        below = last.tag if last else ""
        items: tuple[str, ...] = ("li",)
        lists: tuple[str, ...] = _LISTS
        if frame.state == "detabbed":
            return False
        if frame.parent.tag not in items and below not in lists:
            items, lists = ("dd", "li"), ("dl", *_LISTS)
            if frame.parent.tag not in items and below not in lists:
                return False
        level, target = self._level(frame, block, items, lists)
        moved = loosely_outdented(block, self.tab * level)
        self._below(self._host(frame.parent, target, items, lists), [moved], "detabbed")
        return True

    def _level(
        self, frame: _Frame, block: Lines, items: tuple[str, ...], lists: tuple[str, ...]
    ) -> tuple[int, Node]:
        """How many levels the block is moved left, and the element it then stands beside."""
        depth = block[0][0] // self.tab
        level = 1 if frame.state == "list" else 0
        target = frame.parent
        while depth > level:
            child = target.last
            if child is None or (child.tag not in lists and child.tag not in items):
                break
            level += child.tag in lists
            target = child
        return level, target

    @staticmethod
    def _host(parent: Node, target: Node, items: tuple[str, ...], lists: tuple[str, ...]) -> Node:
        if parent.tag in items:
            return parent.last if parent.last and parent.last.tag in lists else parent
        if target.tag in items:
            return target
        if target.last and target.last.tag in items:
            return target.last
        return target.add(items[0])

    def _indented_code(self, frame: _Frame, block: Lines) -> None:
        code, rest = outdented(block, self.tab)
        last = frame.parent.last
        if last and last.tag == "pre":
            last.lines += code
        else:
            frame.parent.add("pre", code)
        if rest:
            frame.blocks.appendleft(rest)

    # The rules, in Python-Markdown's order.

    def _admonition(self, frame: _Frame, block: Lines) -> bool:
        at = _find(block, lambda line: not line[0] and _ADMONITION.fullmatch(line[1].rstrip()))
        if at is None:
            return self._admonition_goes_on(frame, block)
        if self._parted(frame, block, at):
            return True
        box = frame.parent.add("div")
        _, text, offset = block[0]
        found = _ADMONITION.match(text)
        if found and found["title"] is None:
            word = found["kind"].lower().capitalize()
            box.add("p", [(0, word, offset + found.start("kind"))])
        elif found and found["title"]:
            box.add("p", [(0, found["title"], offset + found.start("title"))])
        self._admonished(frame, box, block[1:])
        return True

    def _admonition_goes_on(self, frame: _Frame, block: Lines) -> bool:
        box = frame.parent.last
        if box is None or box.tag != "div" or block[0][0] < self.tab:
            return False
        self._admonished(frame, box, block)
        return True

    def _admonished(self, frame: _Frame, box: Node, block: Lines) -> None:
        inside, rest = outdented(block, self.tab)
        if rest:
            frame.blocks.appendleft(rest)
        if inside:
            self._below(box, [inside], frame.state)

    def _table(self, frame: _Frame, block: Lines) -> bool:
        if "|" not in block[0][1] or len(block) < 2:
            return False
        framed = bordered(block[0])
        head = cells(block[0], framed)
        if len(head) < 2 and not (framed and all(bordered(line) for line in block[1:])):
            return False
        marks = [cell[1].strip() for cell in cells(block[1], framed)]
        if len(marks) != len(head) or not set("".join(marks)) <= set("|:- "):
            return False
        table = frame.parent.add("table")
        for line in (block[0], *block[2:]):
            for cell in cells(line, framed)[: len(head)]:
                table.add("td", [cell])
        return True

    def _heading(self, frame: _Frame, block: Lines) -> bool:
        at = _find(block, lambda line: not line[0] and line[1][0] == "#")
        if at is None:
            return False
        if self._parted(frame, block, at):
            return True
        _, text, offset = block[0]
        rest = text.lstrip("#") if len(text) - len(text.lstrip("#")) <= 6 else text[6:]
        line = indented(rest.rstrip().rstrip("#"), offset + len(text) - len(rest), self.tab)
        frame.parent.add("h", [line])
        after = block[1:]
        if after:
            loose = frame.state == "looselist"
            frame.blocks.appendleft(loosely_outdented(after, self.tab) if loose else after)
        return True

    def _underlined(self, frame: _Frame, block: Lines) -> bool:
        if len(block) < 2 or block[1][0] or not _UNDERLINE.fullmatch(block[1][1].rstrip()):
            return False
        frame.parent.add("h", block[:1])
        if block[2:]:
            frame.blocks.appendleft(block[2:])
        return True

    def _rule(self, frame: _Frame, block: Lines) -> bool:
        at = _find(block, lambda line: line[0] < 4 and line[1][0] in "-_*" and _is_rule(line[1]))
        if at is None:
            return False
        if not self._parted(frame, block, at):
            frame.parent.add("hr")
            if block[1:]:
                frame.blocks.appendleft(block[1:])
        return True

    def _list(self, frame: _Frame, block: Lines) -> bool:
        found = _ITEM.match(block[0][1])
        if found is None:
            return False
        tag = "ol" if found["number"] else "ul"
        same = (tag,) if self.dialect.sane_lists else _LISTS
        items = self._items(block, same)
        last = frame.parent.last
        work: list[tuple[Node, Lines, State]] = []
        if last and last.tag in same:
            holder = last
            work.append((holder.add("li"), items.pop(0), "looselist"))
        elif frame.parent.tag in _LISTS:
            holder = frame.parent
        else:
            holder = frame.parent.add(tag)
        for item in items:
            if item[0][0] >= self.tab and holder.last:
                work.append((holder.last, item, "list"))
            else:
                work.append((holder.add("li"), item, "list"))
        for node, item, state in reversed(work):
            self._below(node, paragraphs(item) if is_blank(item[0]) else [item], state)
        return True

    def _items(self, block: Lines, same: tuple[str, ...]) -> list[Lines]:
        """A block's list items, each with the lines that carry it on; deeper ones stay together."""
        items: list[Lines] = []
        for line in block:
            found = _ITEM.match(line[1])
            if found and line[0] < self.tab and ("ol" if found["number"] else "ul") in same:
                items.append([(0, found["text"], line[2] + found.start("text"))])
            elif found and line[0] < self.tab * 2 and items[-1][0][0] < self.tab <= line[0]:
                items.append([line])
            else:
                items[-1].append(line)
        return items

    def _definition(self, frame: _Frame, block: Lines) -> bool:
        at = _find(block, lambda line: line[0] < 4 and _DEFINITION.match(line[1]))
        if at is None:
            return False
        terms, last = block[:at], frame.parent.last
        state: State = "list"
        if not terms:
            if last is None:
                return False
            if last.tag == "p":
                terms = frame.parent.children.pop().lines
                last, state = frame.parent.last, "looselist"
        defined, rest = self._defined(block, at)
        holder = last if last and last.tag == "dl" else frame.parent.add("dl")
        for term in terms:
            holder.add("dt", [term])
        if rest:
            frame.blocks.appendleft(rest)
        self._below(holder.add("dd"), paragraphs(defined), state)
        return True

    def _defined(self, block: Lines, at: int) -> tuple[Lines, Lines]:
        """The lines of a definition, and what follows it."""
        _, text, offset = block[at]
        found = _DEFINITION.match(text)
        start = (found.start("text") if found and found["text"] is not None else 2) if found else 0
        first = indented(text[start:], offset + start, self.tab)
        after = block[at + 1 :]
        if after and after[0][0] < 4 and after[0][1][0] != ":":
            return [first, *after], []
        more, rest = outdented(after, self.tab)
        return [first, *more], rest

    def _quotation(self, frame: _Frame, block: Lines) -> bool:
        at = _find(block, lambda line: line[0] < 4 and line[1][0] == ">")
        if at is None:
            return False
        if self._parted(frame, block, at):
            return True
        last = frame.parent.last
        if last is None or last.tag != "blockquote":
            last = frame.parent.add("blockquote")
            last.start = block[0][2]
        last.end = block[-1][2] + len(block[-1][1].rstrip())
        unquoted = [self._unquoted(line) for line in block]
        self._below(last, paragraphs(unquoted), "blockquote")
        return True

    def _unquoted(self, line: Line) -> Line:
        if line[0] > 3 or line[1][0] != ">":
            return line
        rest = line[1][1:].removeprefix(" ")
        return indented(rest, line[2] + len(line[1]) - len(rest), self.tab)

    def _note(self, frame: _Frame, block: Lines) -> bool:
        at = _find(block, lambda line: line[0] < 4 and line[1][0] == "[" and _NOTE.match(line[1]))
        if at is None:
            return False
        found = _NOTE.match(block[at][1])
        if found is None:
            return False
        after = block[at + 1 :]
        next_ = _find(after, lambda line: line[0] < 4 and _NOTE.match(line[1]))
        mine = after if next_ is None else after[:next_]
        first = (0, found["text"], block[at][2] + found.start("text"))
        text: list[Block] = [*paragraphs([first, *loosely_outdented(mine, self.tab)])]
        if next_ is not None:
            frame.blocks.appendleft(after[next_:])
        else:
            self._note_goes_on(frame, text)
        self.parsed.notes[found["id"]] = text
        if block[:at]:
            frame.blocks.appendleft(block[:at])
        return True

    def _note_goes_on(self, frame: _Frame, text: list[Block]) -> None:
        """The indented blocks after a footnote are part of it, up to the next footnote."""
        while frame.blocks and isinstance(block := frame.blocks[0], list):
            if block[0][0] < self.tab:
                return
            frame.blocks.popleft()
            next_ = _find(block, lambda line: line[0] < 4 and _NOTE.match(line[1]))
            text.append(loosely_outdented(block[:next_], self.tab))
            if next_ is not None:
                frame.blocks.appendleft(block[next_:])
                return

    def _abbreviation(self, frame: _Frame, block: Lines) -> bool:
        at = _find(block, lambda line: not line[0] and _ABBREVIATION.match(line[1]))
        if at is None:
            return False
        found = _ABBREVIATION.match(block[at][1])
        below = at + 1 if found and found["text"].strip() else at + 2
        if block[below:]:
            frame.blocks.appendleft(block[below:])
        if block[:at]:
            frame.blocks.appendleft(block[:at])
        return True

    def _reference(self, frame: _Frame, block: Lines) -> bool:
        for at, line in enumerate(block):
            if line[0] > 3 or line[1][0] != "[" or "]:" not in line[1]:
                continue
            joined = "\n".join(each[1].rstrip() for each in block[at : at + 3])
            found = _REFERENCE.match(joined)
            if found is None:
                continue
            title = found["d"] or found["s"] or found["b"] or ""
            name = " ".join(found["id"].split()).lower()
            self.parsed.references[name] = (found["url"].lstrip("<").rstrip(">"), title)
            after = block[at + 1 + found[0].count("\n") :]
            if after:
                frame.blocks.appendleft(after)
            if block[:at]:
                frame.blocks.appendleft(block[:at])
            return True
        return False

    def _paragraph(self, frame: _Frame, block: Lines) -> None:
        parent = frame.parent
        if frame.state != "list":
            parent.add("p", block)
        elif not parent.children:
            parent.lines += block
        elif parent.last and parent.last.tag == "tail":
            parent.last.lines += block
        else:
            parent.add("tail", block)


_Rule = Callable[[_Parser, _Frame, Lines], bool]


def _plain(block: Lines) -> bool:
    """Whether no rule can apply: quick to see, and true of most blocks."""
    return _SPECIAL.isdisjoint([line[1][0] for line in block]) and "|" not in block[0][1]


def _find(block: Lines, test: Callable[[Line], object]) -> int | None:
    """The first line for which the test holds."""
    return next((at for at, line in enumerate(block) if test(line)), None)


def _is_rule(text: str) -> bool:
    return _RULE.fullmatch(text.rstrip()) is not None
