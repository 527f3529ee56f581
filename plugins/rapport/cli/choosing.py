"""Which posts a command is about: all, those that paths name, or those that changes touch.

A path may be a file or a folder. A post is itself; a comment stands for the post it is on; a person
for the posts that name, thank or quote them or that they wrote.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rapport.errors import UsageError
from rapport.model import Comment, Finding, Person, Post, Site
from rapport.settings import Settings
from rapport.sources import parse_header

if TYPE_CHECKING:
    from rapport.cli.changes import Changes

# Faults between two files: either may be the one that changed, so they are everybody's.
_BETWEEN_FILES = ("CFG906", "CFG907", "CFG908", "CFG909")

_Item = Post | Person | Comment | Finding


class Choice(NamedTuple):
    """The posts, in the site's order, and whether a fault of a file (code, path) belongs here."""

    posts: tuple[Post, ...]
    covers: Callable[[str, str], bool]


def everything(site: Site) -> Choice:
    """The whole site and every fault in it."""
    return Choice(site.posts, lambda _code, _path: True)


def named(
    site: Site, settings: Settings, paths: Sequence[str], *, skip_others: bool = False
) -> Choice:
    """What `paths`, relative to the current folder, name.

    Raises UsageError for the first that names no post, comment or person, with the near miss; with
    `skip_others` only for one that is not there.
    """
    places = [place_of(path, settings.root) for path in paths]
    found = _match(site, settings, places)
    for path, place in zip(paths, places, strict=True):
        if place not in found and not (skip_others and os.path.lexists(place)):
            raise UsageError(_no_match(path, place, site, settings))
    return Choice(_ordered(site, found.values()), _Within(settings.root, frozenset(places)))


def touched(site: Site, settings: Settings, changes: Changes) -> Choice:
    """The posts that changed, and those whose comments or people did, deleted ones included."""
    places = [place_of(path, settings.root) for path in (*changes.present, *changes.gone)]
    gone = {place_of(path, settings.root) for path in changes.gone}
    missing = (_posts_of_missing(site, settings, place) for place in gone)
    known = (
        _posts_naming(site, _names_in(changes.before(path)))
        for path in (*changes.present, *changes.gone)
        if Path(place_of(path, settings.root)).parent == settings.content / "people"
    )
    posts = _ordered(site, [*_match(site, settings, places).values(), *missing, *known])
    homes = {_full(settings.root, post.path) for post in posts}
    return Choice(posts, _Within(settings.root, homes.union(places), _BETWEEN_FILES))


def both(first: Choice, second: Choice) -> Choice:
    """What two choices have in common."""
    paths = {post.path for post in second.posts}
    return Choice(
        tuple(post for post in first.posts if post.path in paths),
        lambda code, path: first.covers(code, path) and second.covers(code, path),
    )


@dataclass(frozen=True, slots=True)
class _Within:
    """Whether a fault lies at or below one of the places, or is of a code that is everybody's."""

    root: Path
    places: frozenset[str] | set[str]
    codes: tuple[str, ...] = ()

    def __call__(self, code: str, path: str) -> bool:
        return code in self.codes or any(
            place in self.places for place in _upwards(_full(self.root, path))
        )


def _ordered(site: Site, chosen: Iterable[set[str]]) -> tuple[Post, ...]:
    paths = set().union(*chosen)
    return tuple(post for post in site.posts if post.path in paths)


def place_of(path: str, root: Path) -> str:
    """An absolute path as the site's own paths are built: by name, not through symbolic links.

    Only a path that does not lie under the site by name is looked up for real: git and some shells
    hand out real paths for a site that lies behind a link.
    """
    by_name = os.path.normpath(Path.cwd() / path)
    if str(root) in _upwards(by_name):
        return by_name
    inside = os.path.relpath(os.path.realpath(path), os.path.realpath(root))
    return by_name if inside.startswith("..") else _full(root, inside)


def _full(root: Path, path: str) -> str:
    return os.path.normpath(root / path)


def _upwards(path: str) -> Iterator[str]:
    """A path, and every folder it lies in."""
    yield path
    while path != (path := os.path.dirname(path)):  # noqa: PTH120 - for every file of a large site
        yield path


def _match(site: Site, settings: Settings, places: Iterable[str]) -> dict[str, set[str]]:
    """The posts (by path) that each place stands for; a place that is nothing here is left out."""
    wanted = set(places)
    threads: dict[str, set[str]] = {}
    for post in site.posts:
        threads.setdefault(post.id, set()).add(post.path)
    found = _threads_at(settings, wanted, threads)
    items: tuple[_Item, ...] = (*site.posts, *site.people, *site.comments, *site.problems)
    for item in items:
        for place in _upwards(_full(settings.root, item.path)):
            if place in wanted:
                found.setdefault(place, set()).update(_posts_for(item, site, threads))
    return found


def _posts_for(item: _Item, site: Site, threads: dict[str, set[str]]) -> Iterable[str]:
    match item:
        case Post():
            return (item.path,)
        case Comment():
            return threads.get(item.post, ())
        case Person():
            return _posts_of(site, item)
        case Finding():
            return ()


def _threads_at(
    settings: Settings, places: set[str], threads: dict[str, set[str]]
) -> dict[str, set[str]]:
    """The posts under which the comments at each place lie, or once lay: a file may be gone."""
    home = settings.content / "comments"
    found = {}
    for place in places:
        if str(home) in _upwards(place) and place != str(home):
            thread = Path(place).relative_to(home).parts[0]
            if thread in threads:
                found[place] = set(threads[thread])
    return found


def _posts_of(site: Site, person: Person) -> Iterator[str]:
    """The posts (by path) that a person wrote, is mentioned or thanked in, or spoke under."""
    names = {name.casefold() for name in (person.name, *person.also)}
    spoken = {comment.post for comment in site.comments if comment.person == person.slug}
    for post in site.posts:
        if post.id in spoken or any(author.casefold() in names for author in post.authors):
            yield post.path
    for shout in site.shout_outs:
        if shout.person is not None and shout.person.slug == person.slug:
            yield shout.post.path
    for mention in site.mentions:
        if mention.person.slug == person.slug:
            yield mention.post.path
    yield from _posts_naming(site, (person.name, *person.also))


def _posts_naming(site: Site, names: Sequence[str]) -> set[str]:
    """The posts (by path) in which one of these names or handles stands, over two lines or one."""
    written = [r"\s+".join(map(re.escape, name.split())) for name in names if len(name) > 2]
    if not written:
        return set()
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)")
    return {post.path for post in site.posts if pattern.search(post.text)}


def _names_in(text: str) -> list[str]:
    """The names and handles that a person's file gives, as it was."""
    fields = parse_header(text).header.fields
    listed = [field.value for field in fields if field.key in ("name", "also", "handles")]
    return [name.strip() for value in listed for name in value.split(",")]


def _posts_of_missing(site: Site, settings: Settings, place: str) -> set[str]:
    """The posts that lead to a post whose file is gone, or still show a person whose file is."""
    path = Path(place)
    if path.parent == settings.content / "people":
        spoken = {comment.post for comment in site.comments if comment.person == path.stem}
        return {
            post.path
            for post in site.posts
            if post.id in spoken or any(thanks.to == path.stem for thanks in post.thanks)
        }
    if path.is_relative_to(settings.content):
        return {post.path for post in site.posts if path.name in post.text}
    return set()


def _no_match(path: str, place: str, site: Site, settings: Settings) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

    known = [item.path for items in (site.posts, site.people, site.comments) for item in items]
    near = get_close_matches(os.path.relpath(place, settings.root), known, n=1, cutoff=0.8)
    hint = f" Did you mean {near[0]}?" if near else ""
    if not os.path.lexists(place):
        return f"There is no {path}.{hint}"
    return f"{path} holds no post, comment or person of the site in {settings.root}.{hint}"
