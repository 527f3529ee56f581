"""No file of a comment, a person or the private folder may reach the site, whatever its settings.

Three looks: at the settings before anything is read, at every source Pelican has taken up before
anything is written, and at the finished output. Paths are compared by name and with links resolved.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapport.conversation import valid_id
from rapport.errors import BuildError
from rapport.settings import Settings

# Which settings of Pelican's name paths to read, and what these are relative to.
_NAMING_PATHS = {
    "ARTICLE_PATHS": "PATH",
    "PAGE_PATHS": "PATH",
    "STATIC_PATHS": "PATH",
    "TEMPLATE_PAGES": "PATH",
    "THEME_STATIC_PATHS": "THEME",
}
_HEADER = 4096
_USUAL = ".rapport"


@dataclass(frozen=True, slots=True)
class Guarded:
    """The folders that are kept from the site, with links resolved and as they are named.

    `preview` (by both its names) lies in the private folder and is the one thing in it that is
    shown, to its writer.
    """

    folders: tuple[str, ...]
    preview: tuple[str, ...]

    @classmethod
    def of(cls, settings: Settings) -> Guarded:
        """What a site keeps to itself. PATH may point elsewhere; `content/` is guarded too.

        So is a folder of the private one's usual name: it may have moved, and its setting not.
        """
        bases = dict.fromkeys((settings.content, settings.root / "content"))
        named = [base / name for base in bases for name in ("comments", "people", _USUAL)]
        named.append(settings.root / _USUAL)
        folders = [os.path.normpath(path) for path in (*named, settings.private)]
        preview = f"{folders[-1]}{os.sep}preview"
        return cls(
            tuple(dict.fromkeys([*folders, *map(os.path.realpath, folders)])),
            (preview, os.path.realpath(preview)),
        )

    def holds(self, path: str | Path) -> bool:
        """Whether this absolute path is one of the folders or in one, by its name or in truth."""
        named = os.path.normpath(path)
        return _within(named, self.folders) or _within(os.path.realpath(named), self.folders)


def _within(path: str, folders: Iterable[str]) -> bool:
    return any(path == folder or path.startswith(folder + os.sep) for folder in folders)


def check_settings(guarded: Guarded, values: Mapping[str, Any]) -> None:
    """Raise BuildError when a setting names a guarded folder, or something in one, outright."""
    for name, base in _NAMING_PATHS.items():
        for path in values.get(name) or ():
            if guarded.holds(Path(values[base]).absolute() / path):
                raise BuildError(
                    f"{name} in the settings file names {path!r}. Comments, people and the private "
                    "folder are never published or read as posts: take it out."
                )


def check_sources(guarded: Guarded, context: Mapping[str, Any]) -> None:
    """Raise BuildError when Pelican has taken up a guarded file, naming it and how it got there."""
    base = Path(context["PATH"]).absolute()
    for source in context["generated_content"]:
        if guarded.holds(f"{base}/{source}"):
            raise BuildError(_leak(source, "ARTICLE_PATHS or PAGE_PATHS leads to it"))
    posts = context["generated_content"]
    for source in context["static_content"]:
        full = f"{base}/{source}"
        if guarded.holds(full) or _is_comment(full):
            raise BuildError(_leak(source, _road(source, context)))
        if source in posts and _is_post(posts[source]):
            raise BuildError(
                f"{source} is a post's source, with what is not for readers (drafts, notes to the "
                f"audit), and would be published as a file: {_road(source, context)}. Take that "
                "out, or set STATIC_EXCLUDE_SOURCES = True again."
            )


def _is_post(content: Any) -> bool:
    """What could not be read at all is taken for a post."""
    return content is None or content.default_template == "article"


def _leak(source: str, road: str) -> str:
    return (
        f"{source} would be published: {road}. Files of comments, of people and of the private "
        "folder never are. Take that out; to point at a comment, link to its place on the post."
    )


def _road(source: str, context: Mapping[str, Any]) -> str:
    """How a file came to be among those to copy."""
    for path in context["STATIC_PATHS"]:
        if path in ("", ".") or source == path or source.startswith(path.rstrip("/") + "/"):
            return f"STATIC_PATHS holds {path!r}"
    for linking in _contents(context):
        if source in linking.get_static_links():
            where = linking.get_relative_source_path()
            return f"{where} links to it with {{static}} or {{attach}}"
    return "a setting of Pelican's or a plugin leads to it"


def _contents(context: Mapping[str, Any]) -> Iterator[Any]:
    return (content for content in context["generated_content"].values() if content is not None)


def _is_comment(path: str) -> bool:
    """Whether a file is a comment by its name and its header, wherever it lies."""
    file = Path(path)
    if file.suffix != ".md" or not valid_id(file.stem):
        return False
    try:
        with file.open("rb") as opened:
            head = opened.read(_HEADER).lower()
    except OSError:
        return False
    keys = {line.partition(b":")[0].strip() for line in head.splitlines()}
    return {b"author", b"date"} <= keys and b"title" not in keys


def last_look(guarded: Guarded, output: str | Path) -> None:
    """Raise BuildError when a finished file is, byte for byte, one that must not leave.

    Copies are found under any name: whatever road a file took, its bytes are its own.
    """
    kept: dict[int, list[str]] = {}
    for path, size in _files(guarded.folders, skipped=guarded.preview):
        kept.setdefault(size, []).append(path)
    for path, size in _files([os.fspath(output)]):
        for private in kept.get(size, ()):
            if _same(path, private):
                shown = os.path.relpath(path, output)
                raise BuildError(
                    f"{private} would be published as {shown}. Files of comments, of people and of "
                    "the private folder never are: find what copies it, and take that out."
                )


def _files(folders: Iterable[str], skipped: tuple[str, ...] = ()) -> Iterator[tuple[str, int]]:
    """Every file that is not empty, with its size; links to folders are not followed."""
    for folder in folders:
        for place, inner, names in os.walk(folder):
            if skipped:
                inner[:] = [name for name in inner if not _is_site(place, name, skipped)]
            for name in names:
                path = f"{place}{os.sep}{name}"
                try:
                    size = Path(path).stat().st_size
                except OSError:
                    continue
                if size:
                    yield path, size


def _is_site(place: str, name: str, preview: tuple[str, ...]) -> bool:
    """The preview, one in the making, and git's own store: nobody's words but the site's."""
    path = f"{place}{os.sep}{name}"
    made = tuple(f"{shown.removesuffix('preview')}.preview" for shown in preview)
    return path in preview or path.startswith(made) or name == ".git"


def _same(one: str, other: str) -> bool:
    try:
        return Path(one).read_bytes() == Path(other).read_bytes()
    except OSError:
        return False
