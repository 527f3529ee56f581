"""What is held beside the site itself: contacts, and every text in which somebody may be named."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from rapport.arrivals import Contact
from rapport.conversation import CONTACT_KEYS
from rapport.model import Finding
from rapport.settings import Settings
from rapport.sources.headers import parse_strict, strict_keys
from rapport.sources.inbox import CONTACTS
from rapport.sources.loading import COMMENT_LIMIT, load
from rapport.sources.problems import Problems
from rapport.store import Unreadable, files, read_text

_CONTACT_KEYS = strict_keys(CONTACT_KEYS)
# What people write by hand below the content folder; the rest are pictures and the like.
_TEXTS = (".md", ".markdown", ".mkd", ".mdown", ".rst", ".html", ".htm", ".txt", ".json", ".yml",
          ".yaml", ".csv", ".xml", ".svg")  # fmt: skip


@dataclass(frozen=True, slots=True)
class KnownContact:
    """A file of contacts: the comment's id, its writer's name and its post as the file has them."""

    id: str
    path: Path
    author: str
    post: str
    contact: Contact


@dataclass(frozen=True, slots=True)
class Text:
    """A file and its text; None when it is not UTF-8 text."""

    path: Path
    text: str | None


def read_contacts(settings: Settings) -> tuple[tuple[KnownContact, ...], tuple[Finding, ...]]:
    """Every contact in the private folder, by id, and what is wrong with those left out."""
    found: list[KnownContact] = []
    faults: list[Finding] = []
    for path in files(settings.private / CONTACTS, (".md",)):
        problems = Problems(os.path.relpath(path, settings.root))
        loaded = load(str(path), COMMENT_LIMIT, problems)
        if loaded is not None:
            header, _ = parse_strict(loaded[0], _CONTACT_KEYS, problems)
            told = {field.key: field.value for field in reversed(header.fields)}
            contact = Contact(*(told.get(key, "") for key in ("email", "ip", "agreed")))
            name, post = told.get("author", ""), told.get("post", "")
            found.append(KnownContact(path.stem, path, name, post, contact))
        faults += problems.found
    return tuple(found), tuple(faults)


def texts_below(
    folder: Path, suffixes: tuple[str, ...] = _TEXTS, left_out: Collection[str] = ()
) -> Iterator[Text]:
    """Every file below a folder whose name ends so ("" is all), with its text; none is hidden.

    `left_out` are names directly in the folder that are passed over.
    """
    for path in files(folder, suffixes):
        if left_out and path.relative_to(folder).parts[0] in left_out:
            continue
        try:
            yield Text(path, read_text(path) if path.is_file() else None)
        except Unreadable:
            yield Text(path, None)
