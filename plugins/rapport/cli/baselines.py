"""The baseline file of `rapport audit`: read it, hold a report against it, write it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from rapport.audit import (
    Compared,
    Known,
    baseline_text,
    check_baseline,
    compare_with_baseline,
    known_as,
    read_baseline,
)
from rapport.cli.choosing import Choice
from rapport.cli.opening import Opened
from rapport.cli.typed import typed
from rapport.errors import UsageError
from rapport.model import Report, Site
from rapport.reports import number
from rapport.settings import Settings
from rapport.store import Unreadable, Unwritable, read_text, write_text

_NAMED = 5


@dataclass(frozen=True, slots=True)
class Baselines:
    """The file to hold the report against and the file to write, as they were typed."""

    read: str | None
    write: str | None
    entries: tuple[Known, ...] = ()

    @classmethod
    def of(cls, read: str | None, write: str | None) -> Baselines:
        """The same with the entries of the file to read.

        Raises UsageError for a file that cannot be read, and for one to be written over that is no
        baseline: before any work is done, and with nothing written.
        """
        if "" in (read, write):
            raise UsageError("The name of the baseline is empty: say which file it is.")
        entries = _entries(read) if read is not None else ()
        if write is not None:
            _check_place(write)
        return cls(read, write, entries)

    def held(self, opened: Opened, choice: Choice, report: Report) -> Report:
        """The report without what the baseline holds; writes the file that is to be written.

        A note says how many findings are hidden, and which entries match nothing any more. Written
        are all findings there are; when a baseline is read as well, those of them that it holds.
        """
        if self.read is None and self.write is None:
            return report
        posts = {post.path: f"{post.id}.{post.lang}" for post in opened.site.posts}
        entries = self.entries
        if self.read is None:
            entries = tuple(known_as(found, posts) for found in report.findings)
        compared = compare_with_baseline(report.findings, entries, posts)
        looked = Looked(opened.site, opened.settings, choice, report)
        stale = [entry for entry in compared.left if looked.at(entry)]
        if self.write is not None:
            kept = [known_as(found, posts) for found in compared.held]
            kept += [entry for entry in compared.left if not looked.at(entry)]
            _write(self.write, kept, opened.settings)
        notes = self._notes(compared, stale)
        return report._replace(findings=compared.new, notes=(*report.notes, *notes))

    def _notes(self, compared: Compared, stale: Sequence[Known]) -> list[str]:
        held = number(len(compared.held), "finding")
        if self.read is None:
            return [f"The baseline {self.write} was written and hides {held}."]
        notes = [f"The baseline {self.read} hides {held}."]
        if not stale:
            return notes
        named = "; ".join(f"{each.code} in {each.path}" for each in stale[:_NAMED])
        more = f"; and {len(stale) - _NAMED} more" if len(stale) > _NAMED else ""
        said = f"{number(len(stale), 'entry', 'entries')} of it matched nothing: {named}{more}."
        drop = f"{typed()} audit --baseline {self.read} --write-baseline {self.read}"
        then = f"They were left out of {self.write}." if self.write else f"To drop such: {drop}"
        return [*notes, f"{said} {then}"]


def _entries(name: str) -> tuple[Known, ...]:
    path = Path(name)
    if not path.exists():
        raise UsageError(
            f"There is no baseline {name}. Write it first: {typed()} audit --write-baseline {name}"
        )
    return read_baseline(_text(path, name), name)


def _text(path: Path, name: str) -> str:
    if not path.is_file():
        raise UsageError(f"{name} is no file that can be read: name the file of a baseline.")
    try:
        return read_text(path)
    except Unreadable as fault:
        raise UsageError(str(fault)) from fault


def _check_place(name: str) -> None:
    """Nothing is written over that is not a baseline: a slip of the pen must not cost a post."""
    path = Path(name)
    if not path.parent.is_dir():
        raise UsageError(
            f"There is no folder {path.parent} to write the baseline {path.name} into. Make it "
            "first, or correct the path."
        )
    if not path.exists():
        return
    try:
        check_baseline(_text(path, name).partition("\n")[0].removesuffix("\r"), name)
    except UsageError as fault:
        raise UsageError(f"{fault} Nothing was written over it.") from fault


def _write(name: str, kept: Sequence[Known], settings: Settings) -> None:
    path = Path(name)
    if path.absolute().resolve().is_relative_to(settings.content.resolve()):
        raise UsageError(
            f"{name} lies in the content of the site, where it might be published with words of "
            "drafts in it. Put the baseline beside the settings file."
        )
    try:
        write_text(path, baseline_text(kept))
    except Unwritable as fault:
        raise UsageError(str(fault)) from fault


class Looked:
    """Which entries of a baseline an audit looked for: only these can be missing from it."""

    def __init__(self, site: Site, settings: Settings, choice: Choice, report: Report) -> None:
        self._judged = {light.path for light in report.lights}
        self._posts = {post.path for post in site.posts}
        self._faulty = {fault.path for fault in site.problems}
        self._ids = {post.id: False for post in site.posts}
        self._ids |= {post.id: True for post in site.posts if post.path in self._judged}
        self._covers: Callable[[str, str], bool] = choice.covers
        self._comments = PurePosixPath(settings.reading.content) / "comments"

    def at(self, entry: Known) -> bool:
        """Whether what this entry is about was audited, or is gone and belonged to the choice."""
        if entry.path in self._judged:
            return True
        if entry.path in self._posts:
            return False
        if entry.code.startswith("CFG"):
            return self._covers(entry.code, entry.path)
        path = PurePosixPath(entry.path)
        if self._comments in path.parents:
            thread = path.relative_to(self._comments).parts[0]
            if thread in self._ids:
                return self._ids[thread]
        return entry.path not in self._faulty and self._covers(entry.code, entry.path)
