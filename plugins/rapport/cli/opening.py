"""The site a command works on: found, read, and at hand."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rapport.cli.choosing import place_of
from rapport.cli.configuration import load, settings_file
from rapport.cli.measuring import measured
from rapport.errors import RapportError, UsageError
from rapport.model import Facts, Finding, Post, Site, Span
from rapport.settings import Settings
from rapport.sources import read_site
from rapport.store import read_text


@dataclass(frozen=True, slots=True)
class Opened:
    """A site, its settings, its settings file. `unsaved` texts stand in for files, by path.

    `lost` are the faults of posts that could not be rendered when they were to be measured.
    """

    file: Path
    settings: Settings
    site: Site
    unsaved: Mapping[str, str] = field(default_factory=dict)
    lost: list[Finding] = field(default_factory=list)

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
        return measured(self.site, self.settings, posts, self._renderer, self._lose)

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


def open_site(given: Path | None) -> Opened:
    """Read the site of the settings file that is given, or found.

    Raises UsageError when there is no post in it, nor what would be one but for a fault.
    """
    file = settings_file(given)
    settings = load(file)
    site = read_site(settings)
    if not site.posts and all(fault.severity != "error" for fault in site.problems):
        raise UsageError(
            f"There are no posts in {settings.content}. Write one, or check PATH and ARTICLE_PATHS "
            "in the settings file."
        )
    return Opened(file, settings, site)


def open_unsaved(given: Path | None, path: str) -> Opened:
    """The same with the text on standard input in the place of one post's file."""
    file = settings_file(given)
    settings = load(file)
    inside = Path(place_of(path, settings.root))
    if not inside.is_relative_to(settings.content):
        raise UsageError(f"{path} does not lie in the content of the site, {settings.content}.")
    source = inside.relative_to(settings.content).as_posix()
    text = _standard_input()
    site = read_site(settings, unsaved={source: text})
    name = (Path(settings.reading.content) / source).as_posix()
    if all(item.path != name for items in (site.posts, site.problems) for item in items):
        raise UsageError(f"{path} would not be read as a post of this site.")
    return Opened(file, settings, site, {name: text})


def _standard_input() -> str:
    data = sys.stdin.buffer.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise UsageError(f"The text on standard input is not UTF-8 in line {line}.") from fault
