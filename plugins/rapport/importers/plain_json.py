"""Comments as JSON: our own export, which comes back as it was, or the plain shape."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from rapport.arrivals import Export
from rapport.importers.faults import Unusable
from rapport.importers.loading import load_json
from rapport.importers.own import FORMAT, own_export
from rapport.importers.rows import gathered

SOURCE = "json"
_NOW_AND_THEN = 100


def read(path: Path, zone: ZoneInfo, told: Callable[[int], None]) -> Export:
    """A file of JSON in UTF-8: a list of comments, or an object with the list as its "comments".

    Raises Unusable with line and column for what is not JSON, and for an export of ours with a
    schema that is not known.
    """
    made = load_json(path)
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


def _rows(rows: list[object], told: Callable[[int], None]) -> Iterator[object]:
    for number, row in enumerate(rows, 1):
        if number % _NOW_AND_THEN == 0:
            told(number)
        yield row
