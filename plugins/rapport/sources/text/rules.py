"""The block rules of plain Markdown: `markdown.blockprocessors`, with the place of every line."""

from __future__ import annotations

import re

from rapport.sources.text.frames import Frame, State, Work, find, parted, places
from rapport.sources.text.lines import Line, Lines, indented
from rapport.sources.text.tree import Node, is_blank, loosely_outdented, outdented, paragraphs

_LISTS = ("ul", "ol")
_ITEM = re.compile(r"(?:(?P<number>\d+\.)|[*+-])[ \t]+(?P<text>.*)", re.DOTALL)
_RULE = re.compile(r"(?:-[ ]{0,2}){3,}+|(?:_[ ]{0,2}){3,}+|(?:\*[ ]{0,2}){3,}+")
_UNDERLINE = re.compile(r"=+|-+")


def item_content(work: Work, frame: Frame, block: Lines) -> bool:
    """An indented block belongs to the list item (or definition) above it."""
    if frame.state == "detabbed":
        return False
    below = frame.parent.last.tag if frame.parent.last else ""
    for items, lists in ((("li",), _LISTS), (("dd", "li"), ("dl", *_LISTS))):
        if frame.parent.tag in items or below in lists:
            break
    else:
        return False
    level, target = _level(work, frame, block, (items, lists))
    moved = loosely_outdented(block, work.tab * level)
    work.below(_host(frame.parent, target, items, lists), [moved], "detabbed")
    return True


def _level(
    work: Work, frame: Frame, block: Lines, tags: tuple[tuple[str, ...], tuple[str, ...]]
) -> tuple[int, Node]:
    """How many levels the block is moved left, and the element it then stands beside."""
    items, lists = tags
    depth = block[0][0] // work.tab
    level = 1 if frame.state == "list" else 0
    target = frame.parent
    while depth > level:
        child = target.last
        if child is None or (child.tag not in lists and child.tag not in items):
            break
        level += child.tag in lists
        target = child
    return level, target


def _host(parent: Node, target: Node, items: tuple[str, ...], lists: tuple[str, ...]) -> Node:
    """The element that takes the block."""
    if parent.tag in items:
        return parent.last if parent.last and parent.last.tag in lists else parent
    if target.tag in items:
        return target
    if target.last and target.last.tag in items:
        return target.last
    return target.add(items[0])


def indented_code(work: Work, frame: Frame, block: Lines) -> None:
    """Lines indented by a level are code; code after code is one."""
    code, rest = outdented(block, work.tab)
    last = frame.parent.last
    if last and last.tag == "pre":
        last.lines += code
    else:
        frame.parent.add("pre", code)
    frame.put_back([rest])


def heading(work: Work, frame: Frame, block: Lines) -> bool:
    """`# Heading`, on any line of a block, with or without the space."""
    at = places(block, lambda line: not line[0] and line[1][0] == "#")
    if not at:
        return False
    if len(block) > 1:
        parts = parted(block, at)
        if frame.state == "looselist":
            parts[1:] = [loosely_outdented(part, work.tab) for part in parts[1:]]
        frame.put_back(parts)
        return True
    _, text, offset = block[0]
    rest = text.lstrip("#") if len(text) - len(text.lstrip("#")) <= 6 else text[6:]
    line = indented(rest.rstrip().rstrip("#"), offset + len(text) - len(rest), work.tab)
    frame.parent.add("h", [line])
    return True


def underlined(_work: Work, frame: Frame, block: Lines) -> bool:
    """A line with `===` or `---` under it, at the start of a block."""
    at = underlined_from(frame, block, 0)
    frame.put_back([block[at:]] if at else [])
    return at > 0


def underlined_from(frame: Frame, block: Lines, at: int) -> int:
    """Take the underlined lines that follow each other from a line on; where they end."""
    while at + 1 < len(block) and _is_underline(block[at + 1]):
        frame.parent.add("h", block[at : at + 1])
        at += 2
    return at


def _is_underline(line: Line) -> bool:
    return not line[0] and _UNDERLINE.fullmatch(line[1].rstrip(" ")) is not None


def horizontal_rule(_work: Work, frame: Frame, block: Lines) -> bool:
    """`---`, `***` or `___` on any line of a block."""
    at = _rules(block)
    if not at:
        return False
    if len(block) > 1:
        frame.put_back(parted(block, at))
    else:
        frame.parent.add("hr")
    return True


def _rules(block: Lines) -> list[int]:
    """The lines that are rules; dashes under the line after a rule make that a heading instead."""
    found: list[int] = []
    at, fresh = 0, False
    while at < len(block):
        if fresh and at + 1 < len(block) and _is_underline(block[at + 1]):
            at += 2
            continue
        fresh = _is_rule(block[at])
        if fresh:
            found.append(at)
        at += 1
    return found


def _is_rule(line: Line) -> bool:
    return line[0] < 4 and line[1][0] in "-_*" and _RULE.fullmatch(line[1].rstrip()) is not None


def list_items(work: Work, frame: Frame, block: Lines) -> bool:
    """A list, at the start of a block; one that follows a list goes on with it."""
    found = _ITEM.match(block[0][1])
    if found is None:
        return False
    tag = "ol" if found["number"] else "ul"
    same = (tag,) if work.dialect.sane_lists else _LISTS
    items = _items(work, block, same)
    last = frame.parent.last
    planned: list[tuple[Node, Lines, State]] = []
    if last and last.tag in same:
        holder = last
        planned.append((holder.add("li"), items.pop(0), "looselist"))
    else:
        holder = frame.parent if frame.parent.tag in _LISTS else frame.parent.add(tag)
    for item in items:
        deeper = item[0][0] >= work.tab and holder.last
        planned.append((deeper or holder.add("li"), item, "list"))
    for node, item, state in reversed(planned):
        work.below(node, paragraphs(item) if is_blank(item[0]) else [item], state)
    return True


def _items(work: Work, block: Lines, same: tuple[str, ...]) -> list[Lines]:
    """A block's list items, each with the lines that carry it on; deeper ones stay together."""
    items: list[Lines] = []
    for line in block:
        found = _ITEM.match(line[1])
        if found and line[0] < work.tab and ("ol" if found["number"] else "ul") in same:
            items.append([(0, found["text"], line[2] + found.start("text"))])
        elif found and items[-1][0][0] < work.tab <= line[0] < work.tab * 2:
            items.append([line])
        else:
            items[-1].append(line)
    return items


def quotation(work: Work, frame: Frame, block: Lines) -> bool:
    """`> words`, from any line of a block to its end; quotation after quotation is one."""
    at = find(block, lambda line: line[0] < 4 and line[1][0] == ">")
    if at is None:
        return False
    if at:
        frame.put_back([block[:at], block[at:]])
        return True
    last = frame.parent.last
    if last is None or last.tag != "blockquote":
        last = frame.parent.add("blockquote")
        last.start = block[0][2]
    last.end = block[-1][2] + len(block[-1][1].rstrip())
    work.below(last, paragraphs([_unquoted(work, line) for line in block]), "blockquote")
    return True


def _unquoted(work: Work, line: Line) -> Line:
    if line[0] > 3 or line[1][0] != ">":
        return line
    rest = line[1][1:].lstrip(" \t")
    lead = line[1][1 : len(line[1]) - len(rest)]
    column = line[0] + 1
    width = len((" " * column + lead).expandtabs(work.tab)) - column
    return max(width - 1, 0), rest, line[2] + len(line[1]) - len(rest)
