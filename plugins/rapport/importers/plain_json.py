"""Comments as JSON: our own export, which comes back as it was, or the plain shape."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from rapport.arrivals import Export
from rapport.importers.faults import Unusable
from rapport.importers.own import FORMAT, own_export
from rapport.importers.rows import gathered

SOURCE = "json"
_BOM = b"\xef\xbb\xbf"
_NOW_AND_THEN = 100


def read(path: Path, zone: ZoneInfo, told: Callable[[int], None]) -> Export:
    """A file of JSON in UTF-8: a list of comments, or an object with the list as its "comments".

    Raises Unusable with line and column for what is not JSON, and for an export of ours with a
    schema that is not known.
    """
    made = _loaded(path)
    if isinstance(made, dict) and made.get("format") == FORMAT:
        if made.get("schema") != 1:
            raise Unusable(
                path,
                f"It is an export of Rapport with the schema {made.get('schema')!r}; this version "
                "knows schema 1. Use a newer version.",
            )
        return own_export(path, made, told)
    rows = made.get("comments") if isinstance(made, dict) else made
    if not isinstance(rows, list):
        raise Unusable(
            path,
            'It holds no list of comments. Write [{...}, {...}] or {"comments": [{...}, {...}]}; '
            "docs/conversation.md lists the keys.",
        )
    return gathered(SOURCE, _rows(rows, told), zone)


def _loaded(path: Path) -> object:
    try:
        data = path.read_bytes().removeprefix(_BOM)
    except OSError as fault:
        raise Unusable(path, f"It cannot be read ({fault.strerror}).") from fault
    try:
        return json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise Unusable(path, "It is not UTF-8. Save it again as UTF-8.", line) from fault
    except json.JSONDecodeError as fault:
        raise Unusable(
            path, f"This is not JSON: {fault.msg}.", fault.lineno, fault.colno
        ) from fault
    except RecursionError as fault:
        raise Unusable(path, "Its values stand too deep within each other.") from fault
    except ValueError as fault:  # a number of too many digits
        raise Unusable(path, f"It cannot be read: {fault}.") from fault


def _rows(rows: list[object], told: Callable[[int], None]) -> Iterator[object]:
    for number, row in enumerate(rows, 1):
        if number % _NOW_AND_THEN == 0:
            told(number)
        yield row
