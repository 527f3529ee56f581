"""The block rules of Python-Markdown's extensions, and of link definitions."""

from __future__ import annotations

import re

from rapport.sources.text.frames import Frame, State, Work, find, parted, parted_before, places
from rapport.sources.text.lines import Block, Line, Lines, indented
from rapport.sources.text.rules import underlined_from
from rapport.sources.text.tables import bordered, cells
from rapport.sources.text.tree import Node, loosely_outdented, outdented, paragraphs

_NOTE = re.compile(r"\[\^(?P<id>[^\]]*)\]:[ \t]*(?P<text>.*)")
_ABBREVIATION = re.compile(r"\*\[[^\\]*?\][ ]?:[ ]*(?P<text>.*)")
_DEFINITION = re.compile(r":(?: {1,3}|\t)(?P<text>.*)")
_ITEM = re.compile(r"(?:\d+\.|[*+-])[ \t]")
_REFERENCE = re.compile(
    r"\[(?P<id>[^\[\]]*)\]:[ \t]*\n?(?P<url>\S++)[ \t]*"
    r"(?:\n?(?:\"(?P<d>.*)\"|'(?P<s>.*)'|\((?P<b>.*)\))[ \t]*)?$",
    re.MULTILINE,
)
_ADMONITION = re.compile(r'!!! ?(?P<kind>[\w\-]+)(?: +[\w\-]+)*(?: +"(?P<title>.*?)")? *')


def admonition(work: Work, frame: Frame, block: Lines) -> bool:
    """`!!! note "Title"` and the indented blocks after it."""
    at = places(block, lambda line: not line[0] and _ADMONITION.fullmatch(line[1].rstrip()))
    if not at:
        return _admonition_goes_on(work, frame, block)
    if at != [0]:
        frame.put_back(parted_before(block, at))
        return True
    box = frame.parent.add("div")
    _, text, offset = block[0]
    found = _ADMONITION.fullmatch(text.rstrip())
    if found and found["title"] is None:
        word = found["kind"].lower().capitalize()
        box.add("p", [(0, word, offset + found.start("kind"))])
    elif found and found["title"]:
        box.add("p", [(0, found["title"], offset + found.start("title"))])
    _inside(work, frame, box, block[1:])
    return True


def _admonition_goes_on(work: Work, frame: Frame, block: Lines) -> bool:
    box = frame.parent.last
    if box is None or box.tag != "div" or block[0][0] < work.tab:
        return False
    _inside(work, frame, box, block)
    return True


def _inside(work: Work, frame: Frame, box: Node, block: Lines) -> None:
    inside, rest = outdented(block, work.tab)
    frame.put_back([rest])
    if inside:
        work.below(box, [inside], frame.state)


def table(_work: Work, frame: Frame, block: Lines) -> bool:
    """A row, a row of dashes, rows."""
    if "|" not in block[0][1] or len(block) < 2:
        return False
    framed = bordered(block[0])
    head = cells(block[0], framed)
    if len(head) < 2 and not (framed and all(bordered(line) for line in block[1:])):
        return False
    marks = [cell[1].strip() for cell in cells(block[1], framed)]
    if len(marks) != len(head) or not set("".join(marks)) <= set("|:- "):
        return False
    rows = frame.parent.add("table")
    for line in (block[0], *block[2:]):
        for cell in cells(line, framed)[: len(head)]:
            if cell[1]:
                rows.add("td", [cell])
    return True


def definition(work: Work, frame: Frame, block: Lines) -> bool:
    """Terms, and `:   definition` below them."""
    at = find(block, _defines)
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
    holder = last if last and last.tag == "dl" else frame.parent.add("dl")
    planned: list[tuple[Node, Lines, State]] = []
    while at is not None:
        for term in terms:
            holder.add("dt", [term])
        end = _definitions(work, holder, block, at, (state, planned))
        after = end if _may_be_table(block, end) else underlined_from(frame, block, end)
        at, state = _next_definition(work, block, after), "list"
        terms = block[after:at]
        if after > end and at is not None:
            holder = frame.parent.add("dl")
    frame.put_back([block[after:]])
    for node, lines, how in reversed(planned):
        work.below(node, paragraphs(lines), how)
    return True


def _defines(line: Line) -> bool:
    return line[0] < 4 and line[1][0] == ":" and _DEFINITION.match(line[1]) is not None


def _definitions(
    work: Work,
    holder: Node,
    block: Lines,
    at: int,
    plan: tuple[State, list[tuple[Node, Lines, State]]],
) -> int:
    """Plan the definitions that follow each other, each below the term; where they end."""
    state, planned = plan
    while at < len(block) and _defines(block[at]):
        end = _definition_end(work, block, at)
        inside, _ = outdented(block[at + 1 : end], work.tab)
        lazy = end == len(block) and len(inside) < end - at - 1
        lines = [_defined(work, block[at]), *(block[at + 1 :] if lazy else inside)]
        planned.append((holder.add("dd"), lines, state))
        at, state = end, "list"
    return at


def _next_definition(work: Work, block: Lines, at: int) -> int | None:
    """The next definition, when no other rule has a say in the lines before it: its terms.

    What is put back is read by every rule from its beginning: with thousands of terms in a block,
    that would take time that grows with the square of their number.
    """
    if at == len(block) or _may_be_table(block, at):
        return None
    if block[at][0] >= work.tab or _ITEM.match(block[at][1]):
        return None
    return next((place for place in range(at, len(block)) if _defines(block[place])), None)


def _may_be_table(block: Lines, at: int) -> bool:
    """Whether a line and the one below it may begin a table."""
    return at + 1 < len(block) and "|" in block[at][1] and set(block[at + 1][1]) <= set("|:- \t")


def _definition_end(work: Work, block: Lines, at: int) -> int:
    """Where a definition ends: the whole rest is its, when the next line is not indented."""
    if at + 1 < len(block) and block[at + 1][0] < 4 and block[at + 1][1][0] != ":":
        return len(block)
    end = at + 1
    while end < len(block) and block[end][0] >= work.tab:
        end += 1
    return end


def _defined(work: Work, line: Line) -> Line:
    _, text, offset = line
    found = _DEFINITION.match(text)
    start = found.start("text") if found else 0
    return indented(text[start:], offset + start, work.tab)


def note(work: Work, frame: Frame, block: Lines) -> bool:
    """`[^id]: the text of a footnote`, with the indented blocks after it."""
    at = places(block, _notes)
    if not at:
        return False
    before, *parts = parted_before(block, at)
    for part in parts:
        found = _NOTE.match(part[0][1])
        if found:
            first = (0, found["text"], part[0][2] + found.start("text"))
            lines = [first, *loosely_outdented(part[1:], work.tab)]
            work.notes[found["id"]] = list(paragraphs(lines))
            last = work.notes[found["id"]]
    _note_goes_on(work, frame, last)
    frame.put_back([before])
    return True


def _notes(line: Line) -> bool:
    return line[0] < 4 and line[1][0] == "[" and _NOTE.match(line[1]) is not None


def _note_goes_on(work: Work, frame: Frame, text: list[Block]) -> None:
    """The indented blocks after a footnote are part of it, up to the next footnote."""
    while frame.blocks and isinstance(block := frame.blocks[0], list):
        if block[0][0] < work.tab:
            return
        frame.blocks.popleft()
        next_ = find(block, _notes)
        text.append(loosely_outdented(block[:next_], work.tab))
        if next_ is not None:
            frame.put_back([block[next_:]])
            return


def abbreviation(_work: Work, frame: Frame, block: Lines) -> bool:
    """`*[HTML]: what it stands for`: shown as a tooltip, so no text."""
    at = places(block, _abbreviates)
    if not at:
        return False
    parts = parted(block, at)
    for number in range(1, len(parts), 2):
        found = _ABBREVIATION.match(parts[number][0][1])
        if found and not found["text"].strip():
            parts[number + 1] = parts[number + 1][1:]
    frame.put_back(parts[::2])
    return True


def _abbreviates(line: Line) -> bool:
    return not line[0] and line[1][0] == "*" and _ABBREVIATION.match(line[1]) is not None


def reference(work: Work, frame: Frame, block: Lines) -> bool:
    """`[name]: address "title"`, on any line of a block."""
    parts: list[Lines] = []
    start = at = 0
    while at < len(block):
        size = _referenced(work, block, at)
        if size:
            parts.append(block[start:at])
            start = at + size
        at += size or 1
    if not parts:
        return False
    frame.put_back([*parts, block[start:]])
    return True


def _referenced(work: Work, block: Lines, at: int) -> int:
    """Note the link definition that begins with a line; over how many lines it goes."""
    line = block[at]
    if line[0] > 3 or line[1][0] != "[" or "]:" not in line[1]:
        return 0
    joined = "\n".join(each[1].rstrip() for each in block[at : at + 3])
    found = _REFERENCE.match(joined)
    if found is None:
        return 0
    title = found["d"] or found["s"] or found["b"] or ""
    name = " ".join(found["id"].split()).lower()
    work.references[name] = (found["url"].lstrip("<").rstrip(">"), title)
    return found[0].count("\n") + 1
