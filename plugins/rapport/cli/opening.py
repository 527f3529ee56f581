"""The site a command works on: found, read, and at hand."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from rapport.cli.choosing import place_of
from rapport.cli.configuration import load, settings_file
from rapport.cli.measuring import Begun, begin, measured
from rapport.errors import RapportError, UsageError
from rapport.model import Facts, Finding, Post, Site, Span
from rapport.settings import Settings
from rapport.sources import POST_LIMIT, read_site
from rapport.store import read_text

# Past so many posts, what each of them needs of the site is soon all of it.
_FEW = 20
# Of every command that measures; it becomes `cached` of `open_site`.
cache_option = click.option(
    "--cache/--no-cache",
    "cached",
    default=True,
    help="Use again what was measured of posts that have not changed, for sites of many posts; "
    "--no-cache measures all of them and keeps nothing.",
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A site, its settings, its settings file. `unsaved` texts stand in for files, by path.

    `lost` are the faults of posts that could not be rendered when they were to be measured, `begun`
    is what measures all posts already.
    """

    file: Path
    settings: Settings
    site: Site
    unsaved: Mapping[str, str] = field(default_factory=dict)
    lost: list[Finding] = field(default_factory=list)
    begun: Begun = Begun()

    def source(self, path: str) -> str:
        """The text of a file of the site, empty when it cannot be read: the report says why."""
        if path in self.unsaved:
            return self.unsaved[path]
        file = self.settings.root / path
        try:
            # To open a pipe is to wait for its writer.
            return read_text(file) if file.is_file() else ""
        except (RapportError, OSError):
            return ""

    def measured(self, posts: Sequence[Post]) -> dict[str, Facts]:
        """The facts of these posts by path, but of those that go to `lost`."""
        return measured(self.site, self.settings, posts, self._renderer, self._lose, self.begun)

    def _lose(self, post: Post, reason: str) -> None:
        self.lost.append(Finding("CFG902", "error", post.path, Span(1, 1, 1, 1), reason))

    def _renderer(self) -> Callable[[Post], str]:
        from rapport.building import renderer  # noqa: PLC0415 - few posts need Pelican

        render = renderer(self.file)
        return lambda post: _written(post, render) if post.path in self.unsaved else render(post)


def _written(post: Post, render: Callable[[Post], str]) -> str:
    """The HTML of a text that no file holds yet: Pelican's readers read nothing else."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - few posts need it

    with TemporaryDirectory() as folder:
        file = Path(folder) / Path(post.source).name
        file.write_text(post.text, encoding="utf-8")
        return render(replace(post, source=str(file)))


def open_site(
    given: Path | None,
    measured_below: Sequence[str] | None = None,
    posts: Sequence[str] = (),
    *,
    cached: bool = False,
) -> Opened:
    """Read the site of the settings file that is given, or found.

    `measured_below` are folders whose posts are all going to be measured, the whole site when there
    is none: other cores begin with them while this one reads. With None they do not. `posts` are
    files that are all that is asked about: if they are few, no more is read than they need. What
    was measured the last time is used again where the facts are `cached`.
    Raises UsageError when there is no post in it, nor what would be one but for a fault.
    """
    file = settings_file(given)
    settings = load(file)
    few = _few(posts, settings)
    started: list[Begun] = []

    def begun(posts: Sequence[Post], comments: int) -> None:
        wanted = _below(measured_below or (), posts, settings)
        started.append(begin(wanted, settings, comments, cached=cached))

    told = None if measured_below is None else begun
    site = read_site(settings, posts_read=told, only=few)
    if not site.posts and all(fault.severity != "error" for fault in site.problems):
        raise UsageError(
            f"There are no posts in {settings.content}. Write one, or check PATH and ARTICLE_PATHS "
            "in the settings file."
        )
    return Opened(file, settings, site, begun=next(iter(started), Begun()))


def _few(posts: Sequence[str], settings: Settings) -> list[str]:
    """The posts by their paths in the content folder; none of them when they are many."""
    if len(posts) > _FEW:
        return []
    places = (Path(place_of(path, settings.root)) for path in posts)
    return [os.path.relpath(place, settings.content).replace(os.sep, "/") for place in places]


def folders_only(paths: Sequence[str]) -> Sequence[str] | None:
    """The paths, if all of them are folders: then all posts below them are meant."""
    return paths if all(os.path.isdir(path) for path in paths) else None  # noqa: PTH112 - strings


def _below(folders: Sequence[str], posts: Sequence[Post], settings: Settings) -> list[Post]:
    """The posts in any of the folders, all of them when no folder is named."""
    places = tuple(place_of(folder, settings.root) + os.sep for folder in folders)
    root = os.path.join(settings.root, "")  # noqa: PTH118 - for every post
    return [post for post in posts if not places or (root + post.path).startswith(places)]


def open_unsaved(given: Path | None, path: str, *, whole: bool = False) -> Opened:
    """The same with the text on standard input in the place of one post's file.

    No more is read than that post needs, unless the `whole` site is wanted.
    """
    file = settings_file(given)
    settings = load(file)
    inside = Path(place_of(path, settings.root))
    if not inside.is_relative_to(settings.content):
        raise UsageError(f"{path} does not lie in the content of the site, {settings.content}.")
    source = inside.relative_to(settings.content).as_posix()
    text = _standard_input()
    site = read_site(settings, unsaved={source: text}, only=() if whole else (source,))
    name = (Path(settings.reading.content) / source).as_posix()
    if all(item.path != name for items in (site.posts, site.problems) for item in items):
        raise UsageError(f"{path} would not be read as a post of this site.")
    return Opened(file, settings, site, {name: text})


def _standard_input() -> str:
    data = sys.stdin.buffer.read(POST_LIMIT + 1)
    if len(data) > POST_LIMIT:
        raise UsageError(
            f"The text on standard input has more than {POST_LIMIT / 1e6:.0f} MB. "
            "Nobody reads so much: split it, or remove what is not text."
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise UsageError(f"The text on standard input is not UTF-8 in line {line}.") from fault
