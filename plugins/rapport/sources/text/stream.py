"""Stretches of text laid end to end for pyromark, with the way back to the source.

pyromark reads CommonMark and would see lists and headings of its own. Each stretch is laid down
as a paragraph: its lines without indentation, a guard character before every line that could
begin something else, a blank line after it. pyromark counts UTF-8 bytes; `Bytes` turns them into
code points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping

from rapport.sources.text.lines import Lines

# Before a line: space to emphasis, and no indentation. (pulldown-cmark ends no line there.)
_LINE_GUARD = "\x0b"
# Inside a line: a letter to emphasis. Python-Markdown removes it from every source.
_GUARD = "\x02"
_GUARDS = str.maketrans("", "", _LINE_GUARD + _GUARD)
# The beginnings of lines that could be more than a paragraph's, and those of them that are not.
_RISKY = re.compile(r"[#>\-+*=_~`<\[:|]|\d{1,9}[.)](?:\s|$)")
_HARMLESS = re.compile(r"\*{1,3}[^\s*]|_{1,3}[^\s_]|`[^`]|\[(?![^\]]*\]:)")
# Asterisks between a letter and a punctuation mark: CommonMark lets them only open or only close,
# Python-Markdown both. A guard between them and the mark makes it a letter. (Where a closing mark
# follows or an opening one goes before, the two agree in practice.)
_LEANING = re.compile(
    r"(?<=[^\W_])(\*+)(?=[^\w\s*\\\]){.,;:!?])|(?<=[^\w\s*\\\[(])(\*+)(?=[^\W_])"
    r"|\]\([^)\s]{0,500}\)|<[^>]{0,500}>|(?P<ticks>`+)(?!`).{1,500}?(?<!`)(?P=ticks)(?!`)"
)
# A link whose address has spaces in it, which only Python-Markdown takes.
_SPACED = re.compile(r"\]\(([^\s<()][^<>()\"']*+)\)")
# A space or line end between a link's text and its name, which only Python-Markdown takes.
_APART = re.compile(r"(?<![\\\]])\[(?P<text>[^\[\]]*)\](?P<gap>\s)\[(?P<name>[^\[\]]*)\]")
_NON_ASCII = re.compile(r"[^\x00-\x7f]+")


class Stream:
    """The text for pyromark. `add` stretches, then take `whole`, then ask `source` for places.

    `references` are the links that are defined anywhere: name -> address and title.
    Python-Markdown never finds a name with code or an escape in it, so those are none. `notes` are
    the ids of footnotes.
    """

    def __init__(self, references: Mapping[str, tuple[str, str]], notes: Collection[str]) -> None:
        self.references = {
            name: link for name, link in references.items() if "`" not in name and "\\" not in name
        }
        self.notes = notes
        self.parts: list[str] = []
        self.length = 0
        self.starts: list[int] = []
        self.sources: list[int] = []
        self.ends: list[int] = []

    def add(self, lines: Lines) -> int:
        """Lay down a stretch; where it ends."""
        shown = [text.rstrip(" \t") for _, text, _ in lines]
        gaps = self._gaps("\n".join(shown)) if self.references else frozenset()
        at = 0
        for line, (_, _, offset) in zip(shown, lines, strict=True):
            if at - 1 not in gaps:
                self._insert("\n" if at else "")
                if _RISKY.match(line) and not _HARMLESS.match(line):
                    self._insert(_LINE_GUARD)
            self._line(line, offset, [gap - at for gap in gaps if at <= gap < at + len(line)])
            at += len(line) + 1
        self._insert("\n\n")
        return self.length

    def _gaps(self, text: str) -> frozenset[int]:
        """Where the spaces between link texts and their names stand in a stretch."""
        gaps: set[int] = set()
        found = _APART.search(text) if "] [" in text or "]\n[" in text else None
        while found:
            name = found["name"] or found["text"]  # without a name, the text is it
            known = " ".join(name.split()).lower() in self.references
            if known and found["text"].removeprefix("^") not in self.notes:
                gaps.add(found.start("gap"))
                found = _APART.search(text, found.end())
            else:
                found = _APART.search(text, found.start("name") - 1)
        return frozenset(gaps)

    def _line(self, line: str, offset: int, gaps: list[int]) -> None:
        at = 0
        for start, stop, what in sorted([*_repairs(line), *((gap, gap + 1, "") for gap in gaps)]):
            self._piece(line[at:start], offset + at)
            self._insert(what)
            at = stop
        self._piece(line[at:], offset + at)

    def _insert(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _piece(self, text: str, offset: int) -> None:
        self.starts.append(self.length)
        self.sources.append(offset)
        self._insert(text)
        self.ends.append(self.length)

    def whole(self) -> str:
        """The whole text, with the definitions of links and footnotes at its end."""
        for name, (url, title) in self.references.items():
            target = url.replace("\\", "\\\\").replace("<", "%3C").replace(">", "%3E")
            words = title.replace("\\", "\\\\").replace('"', '\\"')
            self.parts.append(f'[{name}]: <{target}> "{words}"\n\n')
        self.parts += [f"[^{name}]: .\n\n" for name in self.notes]
        return "".join(self.parts)

    def piece_at(self, place: int) -> int:
        """The number of the piece that a place lies in, or behind."""
        return max(bisect_right(self.starts, place) - 1, 0)

    def source(self, place: int) -> int:
        """The source offset of a place."""
        piece = self.piece_at(place)
        return self.sources[piece] + max(min(place, self.ends[piece]) - self.starts[piece], 0)

    def source_end(self, place: int) -> int:
        """The source offset after the character before a place."""
        return self.source(place - 1) + 1


def _repairs(line: str) -> list[tuple[int, int, str]]:
    """What must stand in a line otherwise for pyromark to read it as the page does."""
    found: list[tuple[int, int, str]] = []
    if "*" in line:
        leans = (lean for lean in _LEANING.finditer(line) if lean[1] or lean[2])
        places = (lean.start(2) if lean[2] else lean.end(1) for lean in leans)
        found += [(place, place, _GUARD) for place in places]
    if "](" in line:
        for link in _SPACED.finditer(line):
            start, stop = link.start(1), link.start(1) + len(link[1].rstrip())
            if " " in line[start:stop]:
                found += [(start, start, "<"), (stop, stop, ">")]
    return found


def unguarded(text: str) -> str:
    """A text of the stream without the guards, for what has no place of its own."""
    return text.translate(_GUARDS)


class Bytes:
    """Byte offsets of a text as code points."""

    def __init__(self, text: str) -> None:
        self.starts: list[int] = [0]
        self.places: list[int] = [0]
        self.stretches: list[str] = [""]
        extra = 0
        for found in _NON_ASCII.finditer(text):
            width = len(found[0].encode())
            self.starts.append(found.start() + extra)
            self.places.append(found.start())
            self.stretches.append(found[0])
            extra += width - len(found[0])
            self.starts.append(found.end() + extra)
            self.places.append(found.end())
            self.stretches.append("")

    def place(self, offset: int) -> int:
        """The code point that begins at a byte."""
        at = bisect_right(self.starts, offset) - 1
        inside = offset - self.starts[at]
        stretch = self.stretches[at]
        if stretch and inside:
            inside = len(stretch.encode()[:inside].decode(errors="ignore"))
        return self.places[at] + inside
