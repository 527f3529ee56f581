"""What Pelican knows of a post before and beside its header, in Pelican's order of precedence.

From low to high, as `pelican.readers.Readers.read_file` (4.12) has it: DEFAULT_METADATA and
DEFAULT_DATE, EXTRA_PATH_METADATA of the file and its folders, FILENAME_METADATA, PATH_METADATA, the
header. Empty values of some keys do not override.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from rapport.errors import SettingsError
from rapport.model import Field, Header
from rapport.settings import Reading

Markup = Literal["markdown", "rst", "html"]

# Of these Pelican takes the first and says so in its log; any other repeated key is a list to it.
FIRST_COUNTS = frozenset({"tags", "date", "modified", "status", "category", "author", "authors",
                          "slug", "save_as", "url"})  # fmt: skip
_NOTHING = " ,;"
_EMPTY_IS_NOTHING = frozenset({"tags", "status", "category", "author", "authors", "slug"})


class Given(NamedTuple):
    """A value and where it was given: a header line, or in words where else."""

    value: object
    at: Field | int = 1
    by: str = ""

    @property
    def text(self) -> str:
        """The value as a header would have it."""
        if isinstance(self.value, list | tuple):
            return "; ".join(str(entry) for entry in self.value)
        return str(self.value).strip()


def complete(
    header: Header, markup: Markup, source: str, reading: Reading, changed: datetime | None
) -> dict[str, Given]:
    """Every key of a post with its value. `changed` is the file's time, for DEFAULT_DATE = "fs"."""
    known: dict[str, Given] = {}
    _add(known, _defaults(reading, changed))
    _add(known, _by_path(source, reading))
    _add(known, _from_name(source, reading).items())
    lines: dict[str, list[Field]] = {}
    for field in header.fields:
        lines.setdefault(field.key, []).append(field)
    for key, same in lines.items():
        chosen = same[-1] if markup == "rst" else same[0]
        if markup == "html" and key == "tags":
            chosen = chosen._replace(value="; ".join(field.value for field in same))
        if chosen.value.strip().strip(_NOTHING) or key not in _EMPTY_IS_NOTHING:
            known[key] = Given(chosen.value, chosen)
    return known


def _add(known: dict[str, Given], given: Iterable[tuple[str, Given]]) -> None:
    known.update(
        (key, value)
        for key, value in given
        if value.text.strip(_NOTHING) or key not in _EMPTY_IS_NOTHING
    )


def _defaults(reading: Reading, changed: datetime | None) -> list[tuple[str, Given]]:
    given = [(k, Given(v, by="DEFAULT_METADATA")) for k, v in reading.default_metadata.items()]
    default = reading.default_date
    if default == "fs":
        given.append(("date", Given(changed, by="the file's time")))
    elif isinstance(default, list | tuple):
        given.append(("date", Given(_moment(default), by="DEFAULT_DATE")))
    elif default:
        given.append(("date", Given(default, by="DEFAULT_DATE")))
    return given


def _moment(parts: Sequence[int]) -> datetime:
    try:
        return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001 - the site's zone comes later
    except (TypeError, ValueError) as fault:
        raise SettingsError(f"DEFAULT_DATE cannot be used: {parts!r} ({fault}).") from fault


def _by_path(source: str, reading: Reading) -> list[tuple[str, Given]]:
    by = "EXTRA_PATH_METADATA"
    return [
        (key, Given(value, by=by))
        for path, values in sorted(reading.extra_path_metadata.items())
        if source == path or source.startswith(f"{path.rstrip('/')}/" if path else "")
        for key, value in values.items()
    ]


def _from_name(source: str, reading: Reading) -> dict[str, Given]:
    stem = source.rpartition("/")[2].rpartition(".")[0]
    found: dict[str, Given] = {}
    for name, pattern, text, by in (
        ("FILENAME_METADATA", reading.filename_metadata, stem, "the file's name"),
        ("PATH_METADATA", reading.path_metadata, source, "the file's path"),
    ):
        try:
            match = re.match(pattern, text) if pattern else None
        except re.error as fault:
            raise SettingsError(f"{name} is no pattern: {pattern!r} ({fault}).") from fault
        groups: Mapping[str, str | None] = match.groupdict() if match else {}
        for key, value in groups.items():
            if value is not None:
                found.setdefault(key.lower(), Given(value, by=by))
    return found


def names(text: str) -> tuple[str, ...]:
    """Authors or tags: parted at `;` where there is one, else at commas; each once."""
    parts = text.split(";" if ";" in text else ",")
    return tuple(dict.fromkeys(name for part in parts if (name := part.strip())))
