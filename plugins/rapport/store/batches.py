"""Many files at once: all of them, or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rapport.store.signals import undisturbed
from rapport.store.writing import UNFINISHED, Unwritable, inside, remove_file, remove_tree

_Told = Callable[[int], None]
_STAGE = ".arriving"


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts by their path below `root`; `private` ones are for their owner's eyes alone.

    A path that is there already is replaced.
    """

    root: Path
    texts: Mapping[str, str]
    private: bool = False


@dataclass(frozen=True, slots=True)
class _Move:
    """A file that is written and waits in a folder of its own; `kept` is for what it replaces."""

    staged: Path
    goal: Path
    kept: Path | None
    private: bool


def write_all(batches: Sequence[Batch], told: _Told | None = None) -> None:
    """Write every text of every batch, or none; `told` hears how many are written so far.

    All are written beside their goals first, so a full disk is met while nothing has changed; then
    they take their names in the order given, with SIGINT and SIGTERM kept waiting, and if that
    fails they are taken back. Raises Unwritable or Outside. A kill among the last leaves some of
    the files new and the others old, each whole, and a hidden folder, which `clear` or the next
    call removes: whoever calls holds the lock of each root (`locked`), which no two batches share.
    """
    stages: list[Path] = []
    try:
        clear(batch.root for batch in batches)
        moves = _staged([batch for batch in batches if batch.texts], stages, told)
        with undisturbed():
            _move(moves)
    except OSError as fault:
        raise Unwritable(
            f"{fault.filename or 'The files'} cannot be written: {fault.strerror}. "
            "Nothing was changed."
        ) from fault
    finally:
        for stage in stages:
            remove_tree(stage)


def clear(roots: Iterable[Path]) -> None:
    """Remove what a call that was killed has left in these roots. For a holder of their locks."""
    for root in roots:
        stage = root / _STAGE
        if os.path.lexists(stage):
            remove_tree(stage)


def sweep(root: Path) -> None:
    """Remove what any writer of this room that was killed has left below a root.

    For a holder of its lock, when nothing of somebody's may stay: every folder is looked through.
    """
    for folder, names, files in os.walk(root):
        if _STAGE in names:
            names.remove(_STAGE)
            remove_tree(Path(folder, _STAGE))
        for name in files:
            if UNFINISHED.fullmatch(name):
                remove_file(Path(folder, name))


def _staged(batches: Sequence[Batch], stages: list[Path], told: _Told | None) -> list[_Move]:
    moves: list[_Move] = []
    for batch in batches:
        batch.root.mkdir(parents=True, exist_ok=True, mode=0o700 if batch.private else 0o777)
        stage = batch.root / _STAGE
        stage.mkdir(mode=0o700)
        stages.append(stage)
        for path, text in batch.texts.items():
            goal = inside(batch.root, path)
            staged = stage / str(len(moves))
            _write(staged, text, private=batch.private)
            kept = stage / f"{len(moves)}.before" if goal.exists() else None
            moves.append(_Move(staged, goal, kept, batch.private))
            if told is not None:
                told(len(moves))
    os.sync()
    return moves


def _write(staged: Path, text: str, *, private: bool) -> None:
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as fault:
        half = fault.object[fault.start]
        raise Unwritable(
            f"A text holds half a character ({half!r}); nothing was written."
        ) from fault
    opener = partial(os.open, mode=0o600 if private else 0o666)
    with open(staged, "xb", opener=opener) as file:
        file.write(data)


def _move(moves: Sequence[_Move]) -> None:
    done: list[_Move] = []
    folders: list[Path] = []
    try:
        for move in moves:
            _make_folder(move.goal.parent, move.private, folders)
            if move.kept is not None:
                _keep(move.goal, move.kept)
            done.append(move)
            move.staged.replace(move.goal)
    except BaseException:
        _take_back(done, folders)
        raise


def _keep(goal: Path, kept: Path) -> None:
    """A second name for what is replaced: at no moment is its own without a file."""
    try:
        kept.hardlink_to(goal)
    except OSError:  # not every file system has links
        shutil.copy2(goal, kept)


def _make_folder(folder: Path, private: bool, made: list[Path]) -> None:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        path.mkdir(mode=0o700 if private else 0o777)
        made.append(path)


def _take_back(done: Sequence[_Move], folders: Sequence[Path]) -> None:
    for move in reversed(done):
        with suppress(OSError):
            if move.kept is not None:
                move.kept.replace(move.goal)
            else:
                move.goal.unlink()
    for folder in reversed(folders):
        with suppress(OSError):
            folder.rmdir()
