"""Which files there are: posts as Pelican would find them, and what lies in a folder.

The rules for posts are those of `pelican.generators.Generator.get_files` (4.12): every file with a
suffix that READERS leaves on under ARTICLE_PATHS, without the folders of ARTICLE_EXCLUDES and
PAGE_PATHS and what IGNORE_FILES matches; links to folders are followed. Beyond Pelican,
content/comments, content/people and the private folder are never looked into, a link that leads
back up is not walked for ever, and one that leads out of the site is not followed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import translate
from pathlib import Path
from typing import Literal, NamedTuple

from rapport.settings import Settings
from rapport.sources.posts import MARKUPS
from rapport.sources.problems import Problems

Kind = Literal["file", "folder", "other"]
COMMENTS = "comments"
PEOPLE = "people"


class Entry(NamedTuple):
    """Something in a folder. `other` is what is neither file nor folder, or leads nowhere."""

    name: str
    path: str
    kind: Kind
    linked: bool


LEADS_OUT = (
    "This link leads out of the site's folder, so what is there would be published from it. Copy "
    "what it leads to, or remove it."
)


class Home(NamedTuple):
    """What a site may be made of: its settings file's folder and its content folder."""

    folders: tuple[str, ...]

    @classmethod
    def of(cls, settings: Settings) -> Home:
        """The home of a site, links resolved."""
        return cls(tuple(os.path.realpath(path) for path in (settings.root, settings.content)))

    def holds(self, real: str) -> bool:
        """Whether a path, links resolved, is the site's own."""
        return any(real == kept or real.startswith(kept + os.sep) for kept in self.folders)

    def left_by(self, entry: Entry) -> bool:
        """Whether an entry is a link that leads out of the site; one that leads nowhere is not."""
        if not entry.linked or entry.kind == "other":
            return False
        return not self.holds(os.path.realpath(entry.path))


def entries(folder: str) -> tuple[list[Entry], str]:
    """What lies in a folder, by name, and why it cannot be listed (empty when it can)."""
    try:
        with os.scandir(folder) as found:
            return sorted((_entry(each) for each in found), key=lambda entry: entry.name), ""
    except FileNotFoundError:
        return [], ""
    except OSError as fault:
        return [], f"cannot be listed ({fault.strerror})"


def _entry(each: os.DirEntry[str]) -> Entry:
    try:
        kind: Kind = "folder" if each.is_dir() else "file" if each.is_file() else "other"
    except OSError:
        kind = "other"
    return Entry(each.name, each.path, kind, each.is_symlink())


@dataclass(slots=True)
class _Walk:
    """One search for posts. Paths are relative to the content folder."""

    content: str
    excluded: frozenset[str]
    never: frozenset[str]
    suffixes: frozenset[str]
    ignored: Callable[[str], object]
    report: Callable[[str], Problems]
    home: Home
    found: set[str]

    def start(self, path: str) -> None:
        """Look at one of ARTICLE_PATHS: a folder, or a file named outright."""
        full = Path(self.content, path)
        real = os.path.realpath(full)
        if self._never(real):
            return
        if full.is_dir():
            self._folders(os.path.normpath(full), real)
        elif full.is_file() and self._wanted(full.name):
            self.found.add(self._relative(os.fspath(full)))

    def _folders(self, top: str, real: str) -> None:
        pending = [(top, real, frozenset((real,)))]
        while pending:
            folder, real, above = pending.pop()
            listed, fault = entries(folder)
            if fault:
                self.report(self._relative(folder)).error("CFG901", f"This folder {fault}.")
            for entry in listed:
                if entry.kind != "folder":
                    self._file(entry)
                elif self._passed_over(entry):
                    continue
                elif self.home.left_by(entry):
                    self.report(self._relative(entry.path)).error("CFG901", LEADS_OUT)
                else:
                    inner = os.path.realpath(entry.path) if entry.linked else _join(real, entry)
                    if inner in above:
                        self._loop(entry)
                    elif not self._never(inner):
                        pending.append((entry.path, inner, above | {inner}))

    def _file(self, entry: Entry) -> None:
        if not self._wanted(entry.name):
            return
        if entry.linked and self._never(os.path.realpath(entry.path)):
            return
        if self.home.left_by(entry):
            self.report(self._relative(entry.path)).error("CFG901", LEADS_OUT)
            return
        if entry.kind == "file":
            self.found.add(self._relative(entry.path))
            return
        self.report(self._relative(entry.path)).error(
            "CFG901", "This is no file that can be read: a link that leads nowhere, or a device."
        )

    def _passed_over(self, entry: Entry) -> bool:
        path = os.path.normpath(entry.path)
        return path in self.excluded or bool(self.ignored(entry.name))

    def _never(self, real: str) -> bool:
        """Whether this is, or lies in, what must never be read as a post."""
        return any(real == kept or real.startswith(kept + os.sep) for kept in self.never)

    def _loop(self, entry: Entry) -> None:
        self.report(self._relative(entry.path)).error(
            "CFG901",
            "This link leads back to a folder above it, so Pelican reads the same posts again and "
            "again. Remove it.",
        )

    def _wanted(self, name: str) -> bool:
        return _suffix(name) in self.suffixes and not self.ignored(name)

    def _relative(self, path: str) -> str:
        below = f"{self.content}{os.sep}"
        inside = (
            path[len(below) :] if path.startswith(below) else os.path.relpath(path, self.content)
        )
        return inside.replace(os.sep, "/")


def _join(folder: str, entry: Entry) -> str:
    return f"{folder}{os.sep}{entry.name}"


def could_be_article(source: str) -> bool:
    """Whether a path below the content folder may name a post, by its folder and its suffix."""
    return source.partition("/")[0] not in (COMMENTS, PEOPLE) and _suffix(source) in MARKUPS


def _suffix(name: str) -> str:
    stem, dot, suffix = name.rpartition("/")[2].rpartition(".")
    return suffix if dot and stem else ""


def articles(settings: Settings, report: Callable[[str], Problems]) -> list[str]:
    """The posts' files, relative to the content folder, in order.

    `report` gives the Problems of a path relative to the content folder; folders and files that
    cannot be looked at are put there (CFG901).
    """
    reading = settings.reading
    content = os.path.normpath(settings.content)
    excluded = (
        os.path.normpath(Path(content, path))
        for path in (*reading.article_excludes, *reading.page_paths)
        if path
    )
    never = (Path(content, COMMENTS), Path(content, PEOPLE), settings.private)
    patterns = "|".join(translate(os.path.normcase(each)) for each in reading.ignore_files)
    walk = _Walk(
        content,
        frozenset(excluded),
        frozenset(os.path.realpath(path) for path in never),
        frozenset(MARKUPS) - frozenset(reading.readers_off),
        re.compile(patterns).match if patterns else lambda _name: None,
        report,
        Home.of(settings),
        set(),
    )
    for path in reading.article_paths:
        walk.start(path)
    return sorted(walk.found)


def markdown_files(
    folder: Path, report: Callable[[str], Problems], what: str, home: Home
) -> Iterator[Entry]:
    """The `.md` files that lie directly in a folder; whatever else lies there is reported.

    `what` is what the folder holds ("people"), for the messages. Hidden entries are nobody's
    business.
    """
    listed, fault = entries(os.fspath(folder))
    if fault:
        report("").error("CFG901", f"This folder {fault}.")
    for entry in listed:
        if entry.name.startswith("."):
            continue
        if home.left_by(entry):
            report(entry.name).error("CFG901", LEADS_OUT)
        elif entry.kind == "file" and entry.name.endswith(".md"):
            yield entry
        elif entry.kind == "folder":
            report(entry.name).error(
                "CFG901", f"This is a folder, and {what} are files. Move its files up or away."
            )
        elif entry.kind == "file":
            report(entry.name).warning(
                "CFG901", f"This file is not read: {what} are files that end in .md."
            )
        else:
            report(entry.name).error(
                "CFG901",
                "This is no file that can be read: a link that leads nowhere, or a device.",
            )
