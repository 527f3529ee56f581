"""Forgetting somebody: the traces become what was said they would, all of it through the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rapport.cli.people.traces import EMPTY, FORGOTTEN, Found
from rapport.cli.people.whom import Held, Subject
from rapport.conversation import decision, logged
from rapport.model import one_line
from rapport.people import without_signs
from rapport.settings import Settings
from rapport.sources import refused_path
from rapport.store import (
    Batch,
    Outside,
    keep_from_git,
    locked,
    read_text,
    remove_file,
    remove_tree,
    sweep,
    write_all,
)

_REASONS = "reasons"
# The log of all that was forgotten; no comment's id, and so no comment's log, is called so.
_LOG = f"{_REASONS}/{FORGOTTEN}.md"


@contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """Nobody else writes the content or the private folder meanwhile. Raises Busy.

    What a command that was killed has left of anybody is gone before anything is looked for.
    """
    with ExitStack() as stack:
        for root in (settings.content, settings.content / "comments", settings.private):
            stack.enter_context(locked(root))
        for root in (settings.content, settings.private):
            sweep(root)
        yield


@dataclass(frozen=True, slots=True)
class Wish:
    """Who forgets somebody, why, and whether what others wrote is changed too."""

    by: str
    why: str
    posts: bool


def erase(found: Found, subject: Subject, held: Held, wish: Wish) -> None:
    """Write the tombstones and what is cleared, then remove what goes; for a holder of `alone`.

    The texts are written all or none. If it is cut short after them, a second call finds what is
    left: the contacts, which say who it was, go last. Raises Unwritable or Outside.
    """
    settings = held.opened.settings
    texts = {**found.texts, **(found.others if wish.posts else {})}
    texts |= _stones(found, held)
    texts |= _logs(found, subject, held, wish)
    write_all(_batches(texts, (settings.private, settings.content / "comments", settings.content),
                       settings.private))  # fmt: skip
    keep_from_git(settings.private, settings.root)
    for tree in found.trees:
        remove_tree(tree)
    contacts = settings.private / "contacts"
    for path in sorted(found.gone, key=lambda path: path.is_relative_to(contacts)):
        if path not in texts:
            remove_file(path)


def _batches(texts: Mapping[Path, str], roots: tuple[Path, ...], private: Path) -> list[Batch]:
    """The texts by the innermost root they lie in."""
    left = dict(texts)
    batches = []
    for root in roots:
        inside = {path: text for path, text in left.items() if path.is_relative_to(root)}
        batches.append(
            Batch(
                root,
                {path.relative_to(root).as_posix(): text for path, text in inside.items()},
                private=root == private,
            )
        )
        left = {path: text for path, text in left.items() if path not in inside}
    if left:
        raise Outside(f"{next(iter(left))} lies neither in the content nor in the private folder.")
    return batches


def _stones(found: Found, held: Held) -> dict[Path, str]:
    """What was never published leaves its id behind, so that no later import brings it back."""
    private = held.opened.settings.private
    public = {path.stem for path in found.texts}
    gone = {path.stem: path.relative_to(private).parts[0] for path in found.gone if
            path.is_relative_to(private)}  # fmt: skip
    return {
        private / refused_path(name): EMPTY
        for name, folder in gone.items()
        if folder in ("inbox", "refused") and name not in public
    }


def _logs(found: Found, subject: Subject, held: Held, wish: Wish) -> dict[Path, str]:
    """Who forgot what when, and why, without the name: for each comment, and once for all."""
    settings = held.opened.settings
    now = datetime.now(settings.reading.timezone)
    said = [without_signs(one_line(each), subject.signs) for each in (wish.by, wish.why)]
    who, reason = said[0], said[1] or "asked to be forgotten"
    stones = [path for path in found.texts if path.is_relative_to(settings.content / "comments")]
    line = decision(now, who, FORGOTTEN, reason)
    logs = {settings.private / _REASONS / f"{path.stem}.md": logged("", line) for path in stones}
    log = settings.private / _LOG
    before = read_text(log) if log.is_file() else ""
    count = f"{len(stones)} comments, {len(found.gone)} files"
    logs[log] = logged(before, decision(now, who, FORGOTTEN, f"{count}: {reason}"))
    return logs
