"""The labels of the gold posts: taken out of a text, each with its place in what is left.

README.md has the grammar. A post whose labels are wrong is named by its file and line alone: of a
post that is held out nobody may read a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from rapport.model import Span
from rapport.store import read_text

HERE = Path(__file__).parent
SEEN, HELD = HERE / "seen", HERE / "held"

ASKS, VAGUE, UNCLEAR, NOT_ASKED = "q+", "q+v", "q?", "q-"
INVITES = "inv"
CREDITED, UNCREDITED = "p+", "p-"
SELLS, CLOSES = "sell", "sell!"
SOURCED, UNSOURCED = "quo+", "quo-"
OWNERS = {"o": "other", "w": "own", "s": "share"}
IMAGES = ("img", "imgc", "imga", "imgca")
CODES = frozenset({ASKS, VAGUE, UNCLEAR, NOT_ASKED, INVITES, CREDITED, UNCREDITED, SELLS, CLOSES,
                   SOURCED, UNSOURCED, *OWNERS, *IMAGES})  # fmt: skip
_MARK = re.compile("\u27e6(?P<code>[^ \u27e6\u27e7\n]*) |\u27e6|(?P<close>\u27e7)")


class MislabelledError(Exception):
    """A post whose labels cannot be read."""


@dataclass(frozen=True)
class Label:
    """One label: its code, the source it stands round, and the place of that."""

    code: str
    text: str
    span: Span


@dataclass(frozen=True)
class Gold:
    """A post without its labels, and the labels."""

    name: str
    text: str
    labels: tuple[Label, ...]

    @property
    def lang(self) -> str:
        """The language the post was written in, as its file's name says."""
        return self.name.partition("-")[0]

    @property
    def kind(self) -> str:
        """What the post was written to be: conversational, scholarly, salesy or nasty."""
        return self.name.split("-")[1]

    def labelled(self, *codes: str) -> tuple[Label, ...]:
        """The labels with one of these codes, in the order of their ends."""
        return tuple(label for label in self.labels if label.code in codes)


def golds(folder: Path = SEEN, names: tuple[str, ...] = ()) -> list[Gold]:
    """The gold posts of a folder whose names begin with one of `names`, or all."""
    paths = sorted(folder.glob("*.md"))
    return [read_gold(path) for path in paths if not names or path.stem.startswith(names)]


def read_gold(path: Path) -> Gold:
    """A post and its labels. Raises MislabelledError for unknown labels and unpaired marks."""
    return parse(path.stem, read_text(path))


def parse(name: str, source: str) -> Gold:
    """The same from a text. Line ends stay as they are."""
    plain: list[str] = []
    begun: list[tuple[str, int]] = []  # code, offset into the plain text
    ended: list[tuple[str, int, int]] = []
    at = length = 0
    for mark in _MARK.finditer(source):
        plain.append(source[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark["close"] and begun:
            ended.append((*begun.pop(), length))
        elif mark["code"] in CODES:
            begun.append((mark["code"], length))
        else:
            what = "a label is closed that none opened" if mark["close"] else "an unknown label"
            raise MislabelledError(f"{name}.md:{source.count(chr(10), 0, at) + 1}: {what}")
    if begun:
        raise MislabelledError(f"{name}.md: {len(begun)} labels are not closed")
    text = "".join([*plain, source[at:]])
    return Gold(name, text, tuple(_label(text, *each) for each in ended))


def _label(text: str, code: str, start: int, end: int) -> Label:
    return Label(code, text[start:end], span_of(text, start, end))


def span_of(text: str, start: int, end: int) -> Span:
    """Two offsets as lines and columns: 1-based, in code points, the end exclusive."""
    return Span(*_point(text, start), *_point(text, end))


def _point(text: str, offset: int) -> tuple[int, int]:
    before = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - before + 1


def offsets_of(text: str, span: Span) -> tuple[int, int]:
    """The offsets that a span of lines and columns stands for."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    return (starts[span.line - 1] + span.column - 1,
            starts[span.end_line - 1] + span.end_column - 1)  # fmt: skip
