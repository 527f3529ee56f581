"""Paragraphs of marked runs as restricted Markdown, every other character standing for itself.

The rules are CommonMark's (0.31) on what opens and closes emphasis, begins a block, is a link;
where a mark could not be read back for sure, the words stay and the mark goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rapport.importers.html import Block, Box, Run, shallow
from rapport.model import address_in, clean_text, safe_url, without_addresses

# What means something wherever it stands; a `]` only before a `(`, an `&` only where an entity
# could end, both also where the next run may begin with that.
_EVERYWHERE = re.compile(
    r"[\\`*<]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=#?[A-Za-z0-9]*(?:;|$))|\](?=\(|$)"
)
_ALL = re.compile(r"[!-/:-@\[-`{-~]")
_LINE_START = re.compile(r"(?m)^(?=#{1,6}(?:\s|$)|>|[+-](?:\s|$)|-[- ]*$|=+ *$|~~~)")
_NUMBER_START = re.compile(r"(?m)^(\d{1,9})(?=[.)](?:\s|$))")
_BARE = re.compile(r"(?<!\w)https?://[^\s<>\"]+", re.IGNORECASE | re.ASCII)
_TRAILING = ".,;:!?'*_~)]}»”’…|"
_SPACES = re.compile(r"[ \t\r\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_PARAGRAPHS = re.compile(r"\n{2,}")
_TICKS = re.compile(r"`+")
_ENTITY = re.compile(r"&(?=#?[A-Za-z0-9]*;)")
_IN_LINK = re.compile(rf"{_EVERYWHERE.pattern}|[\[\]]")
# In an address that stands bare these would not stay what they are.
_ODD = re.compile(r"[\\`\]]|&#?[A-Za-z0-9]*;")


@dataclass(frozen=True, slots=True)
class _Where:
    """Where runs stand: emphasis is only written between characters of `before` and `after`."""

    in_link: bool
    before: frozenset[str]
    after: frozenset[str]


# Beside these a star can only open or only close; an address takes in what follows it up to a
# space, stars too, and the sanitiser sees a link with its text as one.
_SPACE = frozenset(["", " ", "\n"])
_TEXT = _Where(False, _SPACE | set("(\"'"), _SPACE | set(".,;:!?)\"'"))
_TEXT_WITH_URL = _Where(False, _SPACE, _SPACE)
_LINK = replace(_TEXT, in_link=True)
_LINK_WITH_URL = _Where(True, frozenset(), frozenset())


def written(blocks: Sequence[Block]) -> str:
    """The Markdown of these blocks, without an empty line at either end."""
    frame = _Frame()
    for block in blocks:
        for lines in _paragraphs(block):
            frame.add(lines, shallow(block.boxes))
    return "\n".join(frame.out)


def plain_lines(text: str) -> str:
    """A plain text as Markdown that shows it as it is, an empty line between its paragraphs."""
    return written([Block((), (Run(text),))])


class _Frame:
    """Lines with the marks of the quotations and lists they stand in."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self._before: tuple[Box, ...] = ()
        self._items: dict[int, int] = {}
        self._widths: dict[int, int] = {}

    def add(self, lines: Sequence[str], boxes: tuple[Box, ...]) -> None:
        """One paragraph, with what is between it and the one before."""
        shared = sum(1 for _ in _shared(self._before, boxes))
        if self.out and not _tight(self._before, boxes, shared):
            self.out.append("".join(map(self._inside, boxes[:shared])).rstrip())
        first = "".join(map(self._inside, boxes[:shared]))
        first += "".join(map(self._opening, boxes[shared:]))
        rest = "".join(map(self._inside, boxes))
        for number, line in enumerate(lines):
            self.out.append(((rest if number else first) + line).rstrip())
        self._before = boxes

    def _opening(self, box: Box) -> str:
        if box.kind == "quote":
            return "> "
        self._items[box.list] = self._items.get(box.list, 0) + 1
        marker = "- " if box.kind == "ul" else f"{self._items[box.list]}. "
        self._widths[box.number] = len(marker)
        return marker

    def _inside(self, box: Box) -> str:
        return "> " if box.kind == "quote" else " " * self._widths[box.number]


def _shared(before: Sequence[Box], boxes: Sequence[Box]) -> Iterator[Box]:
    for one, other in zip(before, boxes, strict=False):
        if one != other:
            return
        yield one


def _tight(before: Sequence[Box], boxes: Sequence[Box], shared: int) -> bool:
    """Whether this is the next item of the list that the paragraph before was in."""
    if shared >= min(len(before), len(boxes)):
        return False
    last, now = before[shared], boxes[shared]
    return now.kind != "quote" and last.kind == now.kind and last.list == now.list


def _paragraphs(block: Block) -> Iterator[list[str]]:
    if block.pre:
        yield _fenced("".join(run.text for run in block.runs))
        return
    whole = _tidied(_without_addresses(block.runs))
    broken = any("\n" in run.text for run in whole)
    for runs in _split(whole) if broken else (whole,):
        text = _linked(_tidied(runs) if broken else runs).strip(" \n")
        text = _NUMBER_START.sub(r"\1\\", _LINE_START.sub(r"\\", text))
        if text.endswith("\\]") and not text.endswith("\\\\]"):
            text = text[:-2] + "]"  # nothing follows that it could belong to
        if text:
            yield text.split("\n")


def _fenced(text: str) -> list[str]:
    lines = without_addresses(clean_text(text)).strip("\n").split("\n")
    longest = max((len(ticks) for line in lines for ticks in _TICKS.findall(line)), default=0)
    fence = "`" * max(3, longest + 1)
    return [fence, *lines, fence]


def _without_addresses(runs: Sequence[Run]) -> Sequence[Run]:
    """The runs with e-mail addresses replaced, also one that is spread over several runs."""
    if not address_in(" ".join([*(run.text for run in runs), *(run.link for run in runs)])):
        whole = "".join(run.text for run in runs)
        if not address_in(whole):
            return runs
    kept = [
        replace(
            run, text=without_addresses(run.text), link="" if address_in(run.link) else run.link
        )
        for run in runs
    ]
    whole = "".join(run.text for run in kept)
    return [Run(without_addresses(whole))] if address_in(whole) else kept


def _tidied(runs: Sequence[Run]) -> list[Run]:
    """Neighbours with the same marks as one; single spaces, none beside a line break."""
    tidy: list[Run] = []
    texts: list[str] = []
    for run in runs:
        text = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", clean_text(run.text)))
        last = texts[-1][-1] if texts else "\n"
        if last in " \n":
            text = text.lstrip(" ")
        if last == " " and text[:1] == "\n":
            texts[-1] = texts[-1][:-1]
            if not texts[-1]:
                del tidy[-1], texts[-1]
        if not text:
            continue
        if tidy and _marks(tidy[-1]) == _marks(run):
            texts[-1] += text
        else:
            tidy.append(run)
            texts.append(text)
    return [_with_text(run, text) for run, text in zip(tidy, texts, strict=True)]


def _with_text(run: Run, text: str) -> Run:
    """The run with another text; code is neither strong nor emphasised, which costs no word."""
    if text == run.text and not run.code:
        return run
    plain = run.code
    return Run(text, run.strong and not plain, run.em and not plain, run.code, run.link)


def _marks(run: Run) -> tuple[bool, bool, bool, str]:
    return run.strong and not run.code, run.em and not run.code, run.code, run.link


def _split(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Paragraphs: where two line breaks follow each other one ends."""
    now: list[Run] = []
    ended = False
    for run in runs:
        for number, part in enumerate(_PARAGRAPHS.split(run.text)):
            if number or (ended and part.startswith("\n")):
                yield now
                now = []
            if part:
                now.append(replace(run, text=part))
                ended = part.endswith("\n")
    yield now


def _linked(runs: Sequence[Run]) -> str:
    """A paragraph; its links, and what is between them."""
    groups = [(link, list(group)) for link, group in groupby(runs, key=lambda run: run.link)]
    urls = any("://" in run.text for run in runs)
    where = _TEXT_WITH_URL if urls or any(link for link, _ in groups) else _TEXT
    out = ""
    for number, (link, group) in enumerate(groups):
        after = groups[number + 1][1][0] if number + 1 < len(groups) else None
        follows = "" if after is None else _first(after)
        if not link:
            out += _marked(group, out[-1:], follows, where)
            continue
        lead, core, trail = _trimmed(group)
        out += lead
        if core:
            inside = _LINK if not urls and out[-1:] in _SPACE else _LINK_WITH_URL
            out = _with_link(out, core, link, (trail or follows)[:1], inside)
        out += trail
    return out


def _first(run: Run) -> str:
    """The first character that is written of a run."""
    bare = run.text[:1]
    return bare if bare in (" ", "\n") else "[" if run.link else "`" if run.code else bare


def _with_link(out: str, core: list[Run], link: str, follows: str, where: _Where) -> str:
    """A link after `out`: bare where its text is its address, else with its text in brackets."""
    words = "".join(run.text for run in core)
    loose = not (out[-1:].isalnum() or out[-1:] in ("_", "\\")) and follows in ("", " ", "\n")
    if words == link and loose and _stands_bare(link):
        return out + link
    if out.endswith("!"):
        out = out[:-1] + "\\!"
    goal = _ENTITY.sub("&amp;", link)
    goal = f"<{goal}>" if "(" in goal or ")" in goal else goal
    return f"{out}[{_marked(core, '', '', where)}]({goal})"


def _stands_bare(url: str) -> bool:
    """Whether the sanitiser links an address that stands in the text by itself, and all of it."""
    found = _BARE.fullmatch(url)
    odd = _ODD.search(url)
    return found is not None and url[-1] not in _TRAILING and not odd and safe_url(url) == url


def _trimmed(runs: Sequence[Run]) -> tuple[str, list[Run], str]:
    """(space before, runs without space around them, space after)."""
    core = list(runs)
    lead = trail = ""
    while core and not core[0].text.strip(" \n"):
        lead += core.pop(0).text
    while core and not core[-1].text.strip(" \n"):
        trail = core.pop().text + trail
    if core:
        text = core[0].text
        bare = text.lstrip(" \n")
        lead += text[: len(text) - len(bare)]
        core[0] = replace(core[0], text=bare)
        text = core[-1].text
        bare = text.rstrip(" \n")
        trail = text[len(bare) :] + trail
        core[-1] = replace(core[-1], text=bare)
    return lead, core, trail


def _marked(runs: Sequence[Run], before: str, after: str, where: _Where, level: int = 0) -> str:
    """Runs of one link, or of none, with their emphasis; `before` and `after` stand around them."""
    if level == 2:
        return "".join(
            _code(run.text) if run.code else _escaped(run.text, where.in_link) for run in runs
        )
    groups = [
        (flag, list(group))
        for flag, group in groupby(runs, key=lambda run: run.em if level else run.strong)
    ]
    out = ""
    for number, (flag, group) in enumerate(groups):
        follows = _first(groups[number + 1][1][0]) if number + 1 < len(groups) else after
        left = out[-1:] or before
        if not flag:
            out += _marked(group, left, follows, where, level + 1)
            continue
        lead, core, trail = _trimmed(group)
        edges = ((lead or left)[-1:], (trail or follows)[:1])
        out += lead + _emphasised(core, edges, where, level) + trail
    return out


def _emphasised(core: Sequence[Run], edges: tuple[str, str], where: _Where, level: int) -> str:
    stars = "*" if level else "**"
    whole = not level and all(run.em for run in core)
    if whole:
        stars, core = "***", [replace(run, em=False) for run in core]
    if core and edges[0] in where.before and edges[1] in where.after:
        inner = _marked(core, "*", "*", where, level + 1)
        return f"{stars}{inner}{stars}"
    return _marked(core, *edges, where, level + 1)


def _code(text: str) -> str:
    bare = text.replace("\n", " ").strip(" ")
    if not bare:
        return " " if text else ""
    ticks = "`" * (max((len(run) for run in _TICKS.findall(bare)), default=0) + 1)
    pad = " " if bare[0] == "`" or bare[-1] == "`" else ""
    # A space at either edge is of the text around it.
    lead = " " if text[0] in " \n" else ""
    trail = " " if text[-1] in " \n" else ""
    return f"{lead}{ticks}{pad}{bare}{pad}{ticks}{trail}"


def _escaped(text: str, in_link: bool) -> str:
    """A text in which every character is shown as it is; addresses of pages stay readable."""
    out = []
    done = 0
    for found in _BARE.finditer(text):
        url = found[0].rstrip(_TRAILING)
        end = found.start() + len(url)
        odd = _ODD.search(url) or (in_link and "[" in url)
        if not odd and text[end : end + 1] not in tuple("*_]&!"):
            out += [_quoted(text[done : found.start()], in_link), url]
        else:
            out += [_quoted(text[done : found.start()], in_link), _ALL.sub(r"\\\g<0>", url)]
        done = end
    out.append(_quoted(text[done:], in_link))
    return "".join(out)


def _quoted(text: str, in_link: bool) -> str:
    bare = text.rstrip("`")
    # Backticks before a code span would be taken for part of it, escaped or not.
    ticks = "&#96;" * (len(text) - len(bare))
    return (_IN_LINK if in_link else _EVERYWHERE).sub(r"\\\g<0>", bare) + ticks
