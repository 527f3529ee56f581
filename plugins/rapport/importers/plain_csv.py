"""A table of comments: CSV with the names of the plain shape in its first row."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

from rapport.arrivals import Export
from rapport.importers.faults import Unusable
from rapport.importers.rows import gathered, named, unknown

SOURCE = "csv"
_BOM = "\ufeff"
# A cell may hold a whole comment; the reader's own limit is 131,072 characters.
_LONGEST = 4_000_000
# An apostrophe before these keeps a spreadsheet from taking the cell for a formula.
_FORMULA = ("'=", "'+", "'-", "'@", "'\t", "'\r")
_NOW_AND_THEN = 100


def read(path: Path, zone: ZoneInfo, told: Callable[[int], None]) -> Export:
    """A table in UTF-8; cells are parted by commas, semicolons or tabs, as its first row is.

    Raises Unusable, with the line, for another encoding, a quote that is never closed, a row with
    more cells than there are names, and a table that names neither a post nor a date.
    """
    text = _text(path)
    rows = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    before = csv.field_size_limit(_LONGEST)
    try:
        head = [name.strip() for name in next(rows, [])]
        _check(path, head)
        return gathered(SOURCE, _rows(path, rows, head, told), zone)
    except csv.Error as fault:
        raise Unusable(path, f"This is no table: {fault}.", rows.line_num) from fault
    finally:
        csv.field_size_limit(before)


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise Unusable(path, f"It cannot be read ({fault.strerror}).") from fault
    try:
        return data.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise Unusable(path, "It is not UTF-8. Save it again as CSV UTF-8.", line) from fault


def _delimiter(text: str) -> str:
    """What parts the names in the first row, most of all."""
    head = text.partition("\n")[0]
    return max((",", ";", "\t"), key=head.count)


def _check(path: Path, head: list[str]) -> None:
    meanings = list(named(head).values())
    missing = [name for name in ("date",) if name not in meanings]
    if not {"post", "post_url"} & set(meanings):
        missing.append("post")
    if missing:
        odd = f" Unknown: {', '.join(unknown(head)[:8])}." if unknown(head) else ""
        raise Unusable(
            path,
            f"The first row names the columns, and it has none for {' and '.join(missing)}.{odd} "
            "docs/conversation.md lists them.",
            1,
        )
    twice = sorted({name for name in meanings if meanings.count(name) > 1})
    if twice:
        raise Unusable(path, f"Two columns mean the same: {', '.join(twice)}.", 1)


def _rows(
    path: Path, rows: Iterator[list[str]], head: list[str], told: Callable[[int], None]
) -> Iterator[dict[str, object]]:
    for number, cells in enumerate(rows, 1):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(head):
            line = getattr(rows, "line_num", 0)
            raise Unusable(
                path, f"This row has {len(cells)} cells, and there are {len(head)} names.", line
            )
        if number % _NOW_AND_THEN == 0:
            told(number)
        yield {name: _cell(cell) for name, cell in zip(head, cells, strict=False)}


def _cell(cell: str) -> str:
    return cell[1:] if cell.startswith(_FORMULA) else cell
