"""All comments a command may act on, public and private, and the one that an id means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rapport.arrivals import Pending
from rapport.cli.configuration import load, settings_file
from rapport.cli.opening import Opened, open_site
from rapport.cli.posts import firsts
from rapport.errors import RapportError, UsageError
from rapport.model import Comment, Finding, Post, one_line
from rapport.people import Roster
from rapport.settings import Settings
from rapport.sources import Inbox, read_inbox
from rapport.store import clear, files, keep_from_git, locked, read_text

_SHORTEST = 8
_SHOWN = 5
_BOM = "\ufeff"


class Refused(RapportError):  # noqa: N818 - a state, named as callers say it
    """What was asked is not done, for a reason that a person can mend."""


@dataclass(frozen=True, slots=True)
class Found:
    """One comment: its public file as read, the one in the inbox, or, after an interruption, both.

    `refused` says that something was decided about it; where it has no file, that it was refused.
    """

    id: str
    public: Comment | None = None
    pending: Pending | None = None
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """A site, its inbox, and every comment's files by id.

    `refused` are ids that something was decided about: what is neither public nor private any more
    was put away.
    `posts` are by id, of translations the one in the site's language.
    """

    opened: Opened
    inbox: Inbox
    posts: Mapping[str, Post]
    public: Mapping[str, tuple[Path, ...]]
    private: Mapping[str, tuple[Path, ...]]
    refused: frozenset[str]

    @property
    def settings(self) -> Settings:
        """The site's."""
        return self.opened.settings

    @property
    def roster(self) -> Roster:
        """Whom the site knows."""
        return Roster(self.opened.site.people)

    def shown_path(self, path: Path) -> str:
        """A path as messages have it: relative to the settings file, if it lies below."""
        root = self.settings.root
        return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()

    def find(self, word: str) -> Found:
        """The comment that an id, the beginning of one, or the path of its file means.

        Raises UsageError for one that is unknown or stands for several, Refused for one whose file
        has a fault.
        """
        name = self._named(word)
        comments = {comment.id: comment for comment in self.opened.site.comments}
        pending = {each.comment.id: each for each in self.inbox.pending}
        found = Found(name, comments.get(name), pending.get(name), name in self.refused)
        self._check(found)
        return found

    def _named(self, word: str) -> str:
        asked = one_line(word).rpartition("/")[2].removesuffix(".md").lower()
        known = {*self.public, *self.private, *self.refused}
        if asked in known:
            return asked
        meant = sorted(name for name in known if name.startswith(asked)) if asked else []
        if meant and len(asked) < _SHORTEST:
            raise UsageError(
                f"{asked!r} is too short to name a comment: give {_SHORTEST} characters or more."
            )
        if len(meant) > 1:
            more = f" and {len(meant) - _SHOWN} more" if len(meant) > _SHOWN else ""
            raise UsageError(
                f"{asked!r} is the beginning of several ids: {', '.join(meant[:_SHOWN])}{more}."
            )
        if not meant:
            raise UsageError(f"There is no comment {asked!r}. {_nearest(asked, known)}")
        return meant[0]

    def _check(self, found: Found) -> None:
        """Nothing is done to a file that could not be read, or to one of two with the same id."""
        places = (*self.public.get(found.id, ()), *self.private.get(found.id, ()))
        read = sum(each is not None for each in (found.public, found.pending))
        if len(places) == read:
            return
        told = [self.shown_path(place) for place in places]
        faults = [_said(each) for each in self._faults() if each.path in told]
        if not faults and found.public is None:
            faults = [f"{path}: there is no post for the folder it lies in." for path in told]
        if not faults:
            faults = [f"{path}: an id belongs to one comment." for path in told]
        raise Refused(
            "This comment cannot be touched before it is mended:\n  " + "\n  ".join(faults)
        )

    def _faults(self) -> Iterator[Finding]:
        for each in (*self.opened.site.problems, *self.inbox.problems):
            if each.severity == "error":
                yield each


def open_kept(given: Path | None) -> Kept:
    """Read the site and its inbox. Raises as `open_site` does."""
    opened = open_site(given)
    settings = opened.settings
    return Kept(
        opened,
        read_inbox(settings, opened.site.people),
        firsts(opened.site.posts, settings.reading.default_lang),
        _by_id(settings.content / "comments"),
        _by_id(settings.private / "inbox"),
        frozenset(_by_id(settings.private / "refused"))
        | _by_id(settings.private / "reasons").keys(),
    )


@contextmanager
def held(given: Path | None) -> Iterator[Kept]:
    """The same while nobody else writes comments; raises Busy when somebody does."""
    settings = load(settings_file(given))
    with locked(settings.private):
        clear((settings.private, settings.content, settings.content / "comments"))
        yield open_kept(given)
        keep_from_git(settings.private, settings.root)


def exact(path: Path) -> str:
    """The text of a file to the last byte, its byte order mark too. Raises Unreadable."""
    text = read_text(path)
    with path.open("rb") as file:
        return _BOM + text if file.read(3) == _BOM.encode() else text


def _by_id(folder: Path) -> dict[str, tuple[Path, ...]]:
    found: dict[str, tuple[Path, ...]] = {}
    for path in files(folder, (".md",)):
        found[path.stem] = (*found.get(path.stem, ()), path)
    return found


def _nearest(asked: str, known: set[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

    near = get_close_matches(asked, sorted(known), n=1)
    return f"Did you mean {near[0]}?" if near else "`rapport comments list --all` shows their ids."


def _said(fault: Finding) -> str:
    return f"{fault.path}:{fault.span.line}: {fault.message}"
