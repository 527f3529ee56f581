"""Which posts a command is about: all of them, or those that paths name.

A path may be a file or a folder. A post is itself; a comment stands for the post it is on; a person
for the posts that name, thank or quote them or that they wrote.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from rapport.errors import UsageError
from rapport.model import Comment, Finding, Person, Post, Site
from rapport.settings import Settings

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
    if "" in paths:
        raise UsageError("A PATH is empty. Name a post or a folder, or leave it out for the site.")
    places = [place_of(path, settings.root) for path in paths]
    found = matching(site, settings, places)
    for path, place in zip(paths, places, strict=True):
        if place not in found and not (skip_others and os.path.lexists(place)):
            raise UsageError(_no_match(path, place, site, settings))
    return Choice(ordered(site, found.values()), Within(settings.root, frozenset(places)))


def both(first: Choice, second: Choice) -> Choice:
    """What two choices have in common."""
    paths = {post.path for post in second.posts}
    return Choice(
        tuple(post for post in first.posts if post.path in paths),
        lambda code, path: first.covers(code, path) and second.covers(code, path),
    )


@dataclass(frozen=True, slots=True)
class Within:
    """Whether a fault lies at or below one of the places, or is of a code that is everybody's."""

    root: Path
    places: frozenset[str] | set[str]
    codes: tuple[str, ...] = ()

    def __call__(self, code: str, path: str) -> bool:
        """Told by the fault's code and the file it is in."""
        return code in self.codes or any(
            place in self.places for place in _upwards(full_path(self.root, path))
        )


def ordered(site: Site, chosen: Iterable[set[str]]) -> tuple[Post, ...]:
    """The posts with the chosen paths, in the order of the site."""
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
    return by_name if inside.startswith("..") else full_path(root, inside)


def full_path(root: Path, path: str) -> str:
    """The absolute path of a file of the site, which the site knows from its root."""
    return os.path.normpath(root / path)


def _upwards(path: str) -> Iterator[str]:
    """A path, and every folder it lies in."""
    yield path
    while path != (path := os.path.dirname(path)):  # noqa: PTH120 - for every file of a large site
        yield path


def matching(site: Site, settings: Settings, places: Iterable[str]) -> dict[str, set[str]]:
    """The posts (by path) that each place stands for; a place that is nothing here is left out."""
    wanted = set(places)
    threads: dict[str, set[str]] = {}
    for post in site.posts:
        threads.setdefault(post.id, set()).add(post.path)
    found = _threads_at(settings, wanted, threads)
    items: tuple[_Item, ...] = (*site.posts, *site.people, *site.comments, *site.problems)
    for item in items:
        for place in _upwards(full_path(settings.root, item.path)):
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
    yield from posts_naming(site, (person.name, *person.also))


def posts_naming(site: Site, names: Iterable[str]) -> set[str]:
    """The posts (by path) in which one of these names or handles stands, over two lines or one."""
    written = [r"\s+".join(map(re.escape, name.split())) for name in names if len(name) > 2]
    if not written:
        return set()
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)")
    return {post.path for post in site.posts if pattern.search(post.text)}


def _no_match(path: str, place: str, site: Site, settings: Settings) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

    known = [item.path for items in (site.posts, site.people, site.comments) for item in items]
    folded = {each.casefold(): each for each in known}
    asked = os.path.relpath(place, settings.root).casefold()
    near = get_close_matches(asked, folded, n=1, cutoff=0.8)
    hint = f" Did you mean {folded[near[0]]}?" if near else ""
    if not os.path.lexists(place):
        return f"There is no {path}.{hint}"
    return f"{path} holds no post, comment or person of the site in {settings.root}.{hint}"
