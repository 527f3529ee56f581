"""Which posts a change touches: by itself, by a comment, by a person, by a post they link to.

What a file says now is not enough: a person who is gone, or called otherwise, is missed where they
were named, and a post that became a draft is missed where it is linked to. So each file is held
against what it was.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from rapport.cli.choosing import (
    Choice,
    Within,
    everything,
    full_path,
    matching,
    ordered,
    place_of,
    posts_naming,
)
from rapport.errors import RapportError
from rapport.model import Comment, Site
from rapport.people import fold
from rapport.settings import Settings
from rapport.sources import parse_header, slugify
from rapport.store import read_text

if TYPE_CHECKING:
    from rapport.cli.changes import Changes

# Faults between two files: either may be the one that changed, so they are everybody's.
_BETWEEN_FILES = ("CFG906", "CFG907", "CFG908", "CFG909")
# Faults of a comment that hang on the roster; the comment itself is not in the site then.
_OF_THE_ROSTER = ("CFG905", "CFG910")
_FIRM = "firm"
# What decides whether and where a post is published, and on which pages of lists.
_DECIDING = ("title", "slug", "id", "status", "date", "lang", "save_as", "url", "category", "tags",
             "author", "authors")  # fmt: skip
# By these a post keeps a list of posts alive that others may link to.
_LISTED = ("tags", "author", "authors")
_LISTS = re.compile(r"[{|](?:tag|author)[|}]")
_USUAL = re.compile(r"[\w.-]+")
# A word of an address or a path, behind what may stand before it in a link.
_WORD = re.compile(r"(?:[/}|(\"']|\]:[ \t])([\w.-]+)")
# A settings file that nobody named, and which a build would use all the same.
_SETTINGS = ("pelicanconf.py", "publishconf.py")

Fields = Mapping[str, tuple[str, ...]]
"""The values of a header by their keys, in lower case."""


@dataclass(frozen=True, slots=True)
class _Change:
    """One file of the content as it was and as it is; without fields where it was or is not."""

    place: str
    before: Fields
    now: Fields

    @property
    def name(self) -> str:
        """The file's name without its ending: a person's slug, a comment's id."""
        return Path(self.place).stem

    def of(self, *keys: str) -> set[str]:
        """What these keys say, or said."""
        return {value for fields in (self.before, self.now) for key in keys
                for value in fields.get(key, ())}  # fmt: skip

    def listed(self, *keys: str) -> set[str]:
        """The parts between commas of what these keys say, or said."""
        parts = (part.strip() for value in self.of(*keys) for part in value.split(","))
        return {part for part in parts if part}


def touched(site: Site, settings: Settings, changes: Changes) -> Choice:
    """The posts that changed, and those whose comments, people or targets of links did.

    Files that are gone count too. All posts are touched when the first named person of the firm
    came or the last one went: whoever writes a post is of the firm only while nobody is.
    """
    gone = {place_of(path, settings.root) for path in changes.gone}
    places = {place_of(path, settings.root) for path in changes.present} | gone
    found = _changed(settings, changes)
    people, spoken, posts = _parted(found, settings)
    if _knew_firm(site, people, settings) != any(each.role == _FIRM for each in site.people):
        return everything(site)
    chosen = [
        *matching(site, settings, places).values(),
        *(_naming_file(site, settings, place) for place in gone),
        *(set(_posts_of_person(site, each, settings)) for each in people),
        _posts_naming_comments(site, spoken),
        _posts_leading(site, posts, settings),
    ]
    touched_posts = ordered(site, chosen)
    homes = {full_path(settings.root, post.path) for post in touched_posts}
    faulty = {full_path(settings.root, path) for each in people
              for path, _ in _faulty_comments(site, each, settings)}  # fmt: skip
    return Choice(touched_posts, Within(settings.root, homes | places | faulty, _BETWEEN_FILES))


def _parted(
    found: Iterable[_Change], settings: Settings
) -> tuple[list[_Change], list[_Change], list[_Change]]:
    """The changes of people, of comments, and of everything else."""
    people, comments = settings.content / "people", settings.content / "comments"
    parts: tuple[list[_Change], list[_Change], list[_Change]] = ([], [], [])
    for each in found:
        place = Path(each.place)
        parts[0 if place.parent == people else 1 if comments in place.parents else 2].append(each)
    return parts


def changed_settings(file: Path, changes: Changes) -> bool:
    """Whether a settings file of this site is among the changes."""
    names = {str(file.with_name(name)) for name in (file.name, *_SETTINGS)}
    every = (*changes.present, *changes.gone)
    return any(place_of(path, file.parent) in names for path in every)


def _changed(settings: Settings, changes: Changes) -> list[_Change]:
    """The files of the content that are not new posts or pictures, as they were and are."""
    inside = {
        path: place
        for path in (*changes.present, *changes.gone)
        if Path(place := place_of(path, settings.root)).is_relative_to(settings.content)
        and place.endswith((".md", ".markdown", ".mkd", ".mdown", ".rst", ".html", ".htm"))
    }
    before = changes.before(inside)
    return [
        _Change(place, _fields(before.get(path, "")), _fields(_text(place)))
        for path, place in inside.items()
    ]


def _text(place: str) -> str:
    """A file as it is, empty when it is gone or cannot be read: the audit says that itself."""
    try:
        return read_text(Path(place)) if os.path.isfile(place) else ""  # noqa: PTH113 - a string
    except (RapportError, OSError):
        return ""


def _fields(text: str) -> Fields:
    fields: dict[str, tuple[str, ...]] = {}
    for field in parse_header(text).header.fields:
        fields[field.key] = (*fields.get(field.key, ()), field.value)
    return fields


def _knew_firm(site: Site, people: Iterable[_Change], settings: Settings) -> bool:
    """Whether somebody of the firm stood on the roster before the change."""
    changed = {each.place: each for each in people}
    unchanged = (p for p in site.people if full_path(settings.root, p.path) not in changed)
    return any(person.role == _FIRM for person in unchanged) or any(
        role.strip().lower() == _FIRM
        for each in changed.values()
        for role in each.before.get("role", ())[:1]
    )


def _posts_of_person(site: Site, person: _Change, settings: Settings) -> Iterator[str]:
    """The posts (by path) that a person, by any name they had or have, has a part in."""
    names = {fold(name) for name in person.listed("name", "also")}
    yield from posts_naming(site, person.listed("name", "also", "handles"))
    theirs = [each for each in site.comments if _is_by(each, person, names)]
    threads = {each.post for each in theirs}
    threads |= {thread for _, thread in _faulty_comments(site, person, settings)}
    threads |= _threads_of(site, {each for comment in theirs for each in comment.answers})
    for post in site.posts:
        thanked = any(thanks.to == person.name for thanks in post.thanks)
        if thanked or post.id in threads or any(fold(name) in names for name in post.authors):
            yield post.path


def _is_by(comment: Comment, person: _Change, names: Collection[str]) -> bool:
    return comment.person == person.name or fold(comment.author) in names


def _faulty_comments(site: Site, person: _Change, settings: Settings) -> Iterator[tuple[str, str]]:
    """The comments (path, thread) that cannot be shown because of whom they name, a person's."""
    names = {fold(name) for name in person.listed("name", "also")}
    for fault in site.problems:
        if fault.code in _OF_THE_ROSTER and "/comments/" in fault.path:
            fields = _fields(_text(full_path(settings.root, fault.path)))
            author = {fold(value) for value in fields.get("author", ())}
            if person.name in fields.get("person", ()) or author & names:
                yield fault.path, posixpath.basename(posixpath.dirname(fault.path))


def _threads_of(site: Site, ids: Collection[str]) -> set[str]:
    return {comment.post for comment in site.comments if comment.id in ids} if ids else set()


def _posts_naming_comments(site: Site, comments: Iterable[_Change]) -> set[str]:
    """The posts (by path) whose header names one of these comments, or that they answer in."""
    every = list(comments)
    ids = {each.name for each in every}
    answered = {name for each in every for value in each.of("answers")
                for name in re.split(r"[,\s]+", value)}  # fmt: skip
    threads = _threads_of(site, answered)
    return {
        post.path
        for post in site.posts
        if post.id in threads
        or not ids.isdisjoint((*post.prompted_by, *(thanks.to for thanks in post.thanks)))
    }


def _naming_file(site: Site, settings: Settings, place: str) -> set[str]:
    """The posts (by path) that name a file of the content which is gone."""
    path = Path(place)
    if not path.is_relative_to(settings.content):
        return set()
    names = {path.name, quote(path.name)}
    return {post.path for post in site.posts if any(name in post.text for name in names)}


def _posts_leading(site: Site, posts: Iterable[_Change], settings: Settings) -> set[str]:
    """The posts (by path) that link to one that has another place now, or none, or lists of it.

    All are looked for at once: a change may give every post of a site another header.
    """
    moved = [each for each in posts if each.before and not _same(each)]
    if not moved:
        return set()
    slugs = {slug for each in moved for slug in _slugs(each, settings)}
    files = {Path(each.place).name for each in moved}
    leads = _Leads(slugs, files)
    relisted = any(each.before.get(key) != each.now.get(key) for each in moved for key in _LISTED)
    known = {fold(slug) for slug in slugs}
    return {
        post.path
        for post, text in ((post, unquote(post.text)) for post in site.posts)
        if leads.to_one(text)
        or (relisted and _LISTS.search(text))
        or (post.superseded_by and fold(post.superseded_by) in known)
    }


class _Leads:
    """Whether a text leads to one of many posts, by their slugs or the names of their files.

    A name of usual letters is looked up word by word: a pattern of thousands of names would be
    tried at every word.
    """

    def __init__(self, slugs: Iterable[str], files: Iterable[str]) -> None:
        names = {*slugs, *files}
        self._usual = {name for name in names if _USUAL.fullmatch(name)}
        odd = "|".join(map(re.escape, sorted(names - self._usual)))
        self._odd = re.compile(rf"(?:{odd})(?![\w-])") if odd else None

    def to_one(self, text: str) -> bool:
        """Whether one of the names stands where a link may."""
        for found in _WORD.finditer(text):
            word = found[1]
            if word in self._usual or word.partition(".")[0] in self._usual:
                return True
        return self._odd is not None and self._odd.search(text) is not None


def _same(post: _Change) -> bool:
    """Whether a post stands where it stood; only Markdown says so in fields that we read here."""
    if not post.place.endswith((".md", ".markdown", ".mkd", ".mdown")):
        return False
    return all(post.before.get(key) == post.now.get(key) for key in _DECIDING)


def _slugs(post: _Change, settings: Settings) -> set[str]:
    titles = (slugify(title, settings.reading) for title in post.of("title"))
    return {slug for slug in (*post.of("slug", "id"), *titles, post.name) if slug}
