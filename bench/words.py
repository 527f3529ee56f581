"""The vocabulary of `words.toml`, typed; read once, on import."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("words.toml")
Lists = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Subject:
    """What one topic is about: the words that only its posts use."""

    topic: str
    lists: Lists


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`shapes` are sentences with slots and names of people, `common` what may fill the slots."""

    shapes: Lists
    common: Lists
    subjects: tuple[Subject, ...]


def read() -> Vocabulary:
    """The whole vocabulary."""
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    subjects = tuple(
        Subject(str(table.pop("topic")), _lists(table)) for table in tables.pop("subjects")
    )
    common = _lists(tables.pop("common"))
    return Vocabulary(_lists(tables), common, subjects)


def _lists(table: Mapping[str, Any]) -> Lists:
    return {name: tuple(map(str, entries)) for name, entries in table.items()}


WORDS = read()
