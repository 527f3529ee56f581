"""The folder beside the output in which a site is made, and when it may take its place."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.parsers import expat

from rapport.errors import BuildError, SettingsError
from rapport.settings import Settings
from rapport.store import remove_tree


def check_output(output: Path, settings: Settings, retained: Iterable[str]) -> None:
    """Raise SettingsError when a site put at `output` would take the place of somebody's work."""
    for folder in (settings.root, settings.content, settings.private):
        if folder.resolve().is_relative_to(output):
            raise SettingsError(
                f"OUTPUT_PATH is {output}, and the site would take the place of all that is in it, "
                f"{folder} too. Name a folder of its own."
            )
    for name in (".git", ".hg", ".svn"):
        if name not in retained and (output / name).exists():
            raise SettingsError(
                f"{output} holds {name}, which would be lost when the new site takes its place. "
                f'Add OUTPUT_RETENTION = ["{name}"] to the settings file, and it is carried over.'
            )


def place_for(output: Path) -> Path:
    """Where this process makes the site that will stand at `output`."""
    return output.parent / f".{output.name}-{os.getpid()}"


@contextmanager
def staged(output: Path) -> Iterator[Path]:
    """A new, empty folder on the same file system as `output`; gone afterwards if still there.

    What killed builds left behind goes first: whoever holds the lock knows that none is running.
    """
    ours = re.compile(rf"\.{re.escape(output.name)}-\d+")
    output.parent.mkdir(parents=True, exist_ok=True)
    for left in list(output.parent.iterdir()):
        if ours.fullmatch(left.name):
            remove_tree(left)
    folder = place_for(output)
    try:
        folder.mkdir()
        yield folder
    finally:
        remove_tree(folder)


def carry_over(old: Path, new: Path, retained: Iterable[str]) -> None:
    """Copy what OUTPUT_RETENTION names: Pelican would have left it where it is."""
    for name in retained:
        source, target = old / name, new / name
        if Path(name).name != name or not os.path.lexists(source) or os.path.lexists(target):
            continue
        if source.is_dir() and not source.is_symlink():
            shutil.copytree(source, target, symlinks=True)
        else:
            shutil.copy2(source, target, follow_symlinks=False)


def check_written(expected: Iterable[Path], written: Iterable[Path]) -> None:
    """Raise BuildError unless every page that must be there is, and everything written is sound."""
    there = set(written)
    for path in expected:
        if path not in there:
            raise BuildError(f"{path.name} in {path.parent} was not written, and nobody said why.")
    for path in sorted(there):
        _check_file(path)


def _check_file(path: Path) -> None:
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise BuildError(f"{path} was written and is gone: {fault.strerror}.") from fault
    if not data.strip():
        raise BuildError(f"{path} was written and is empty.")
    if path.suffix == ".xml":
        try:
            expat.ParserCreate().Parse(data, True)
        except expat.ExpatError as fault:
            raise BuildError(
                f"{path.name} in {path.parent} is not well-formed: {fault}. A character that no "
                "feed may hold stands in a post's title or text."
            ) from fault
