"""Markdown: a table with aligned columns, and its place between two marker comments of a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

BEGIN = "<!-- measured:begin -->"
END = "<!-- measured:end -->"


class MarkersError(Exception):
    """The file that was to be written holds no place for figures; the message says what to do."""


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; the first column stands left, figures stand right. Ends with a newline."""
    cells = [[_cell(text) for text in row] for row in (head, *rows)]
    widths = [max(3, *(len(text) for text in column)) for column in zip(*cells, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    lines = [cells[0], rule, *cells[1:]]
    return "".join(f"| {' | '.join(_row(line, widths))} |\n" for line in lines)


def _row(line: Sequence[str], widths: Sequence[int]) -> list[str]:
    first, *others = zip(line, widths, strict=True)
    return [first[0].ljust(first[1]), *(text.rjust(width) for text, width in others)]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def number(value: float) -> str:
    """Three figures that mean something, thousands with commas."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def around_markers(path: Path) -> tuple[str, str]:
    """The text before and behind the markers of a file. MarkersError unless they are there once."""
    if not path.is_file():
        raise MarkersError(f"There is no {path}. Write it with the lines {BEGIN} and {END}.")
    text = path.read_text(encoding="utf-8")
    if text.count(BEGIN) != 1 or text.count(END) != 1 or text.index(BEGIN) > text.index(END):
        raise MarkersError(f"{path} needs the lines {BEGIN} and {END} once each, in this order.")
    return text.partition(BEGIN)[0], text.partition(END)[2]


def between_markers(path: Path, text: str) -> None:
    """Put `text` between the markers of a file. Raises MarkersError as `around_markers` does."""
    before, after = around_markers(path)
    path.write_text(f"{before}{BEGIN}\n\n{text.strip()}\n\n{END}{after}", encoding="utf-8")
