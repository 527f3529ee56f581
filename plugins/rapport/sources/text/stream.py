"""Stretches of text laid end to end for pyromark, with the way back to the source.

pyromark reads CommonMark and would see lists and headings of its own. Each stretch is laid down
as a paragraph: its lines without indentation, a guard character before every line that could
begin something else, a blank line after it. pyromark counts UTF-8 bytes; `Bytes` turns them into
code points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

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
    r"|\]\([^)\s]*\)|<[^>]*>|(?P<ticks>`+)(?!`).{1,500}?(?<!`)(?P=ticks)(?!`)"
)
# A link whose address has spaces in it, which only Python-Markdown takes.
_SPACED = re.compile(r"\]\((?=[^\s<()][^<>()\"']* [^<>()\"']*\))([^()\"'<>]*[^()\"'<>\s])\)")
_NON_ASCII = re.compile(r"[^\x00-\x7f]+")


class Stream:
    """The text for pyromark. `add` stretches, `define` links, then ask `source` for places."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.starts: list[int] = []
        self.sources: list[int] = []
        self.ends: list[int] = []

    def add(self, lines: Lines) -> int:
        """Lay down a stretch; where it ends."""
        for _, text, offset in lines:
            shown = text.rstrip(" \t")
            if _RISKY.match(shown) and not _HARMLESS.match(shown):
                self._insert(_LINE_GUARD)
            at = 0
            for place, what in _repairs(shown):
                self._piece(shown[at:place], offset + at)
                self._insert(what)
                at = place
            self._piece(shown[at:], offset + at)
            self._insert("\n")
        self._insert("\n")
        return self.length

    def _insert(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _piece(self, text: str, offset: int) -> None:
        self.starts.append(self.length)
        self.sources.append(offset)
        self._insert(text)
        self.ends.append(self.length)

    def define(self, references: Mapping[str, tuple[str, str]], notes: Mapping[str, object]) -> str:
        """The whole text, with the definitions of links and footnotes at its end.

        Python-Markdown never finds a name with code or an escape in it, so those stay away.
        """
        for name, (url, title) in references.items():
            if "`" in name or "\\" in name:
                continue
            target = url.replace("\\", "\\\\").replace("<", "%3C").replace(">", "%3E")
            words = title.replace("\\", "\\\\").replace('"', '\\"')
            self.parts.append(f'[{name}]: <{target}> "{words}"\n\n')
        self.parts += [f"[^{name}]: .\n\n" for name in notes]
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


def unguarded(text: str) -> str:
    """A text of the stream without the guards, for what has no place of its own."""
    return text.translate(_GUARDS)


def _repairs(line: str) -> list[tuple[int, str]]:
    """What must stand between the characters of a line for pyromark to read it as the page does."""
    found: list[tuple[int, str]] = []
    if "*" in line:
        leans = (lean for lean in _LEANING.finditer(line) if lean[1] or lean[2])
        found += [(lean.start(2) if lean[2] else lean.end(1), _GUARD) for lean in leans]
    if "](" in line:
        for link in _SPACED.finditer(line):
            found += [(link.start(1), "<"), (link.end(1), ">")]
    return sorted(found)


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
