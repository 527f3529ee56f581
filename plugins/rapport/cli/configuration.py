"""The settings file: finding it, running it, and what it says as typed Settings.

Pelican is not imported. The file is run as Pelican runs it, as a module of its own name with its
folder on the import path, so that `from pelicanconf import *` in a publishconf.py works.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from types import TracebackType
from typing import Any

import click

from rapport.cli.typed import typed
from rapport.errors import SettingsError, UsageError
from rapport.settings import Settings, from_mapping


def settings_file(given: Path | None, *, publish: bool = False) -> Path:
    """The settings file to use: the one given, else the nearest above this folder, absolute.

    It is a program, so none is taken from a place where somebody else may have put it: looking ends
    at the root of the repository, at the home folder, and before a folder that is another's or
    everybody's. One that does not lie in this folder is named on standard error. Raises UsageError
    when there is none.
    """
    if given is not None:
        if given.is_dir():
            raise UsageError(f"{given} is a folder: name the settings file in it.")
        if not given.is_file():
            raise UsageError(f"There is no settings file {given}. Check --settings.")
        return given.resolve()
    name = "publishconf.py" if publish else "pelicanconf.py"
    here = Path.cwd()
    folders = list(_trusted(here))
    for folder in folders:
        file = folder / name
        if file.is_file() and (folder == here or _is_of(file, here)):
            if folder != here:
                _say_which(file)
            return file
    looked = f" or above it, up to {folders[-1]}" if folders[1:] else ""
    raise UsageError(
        f"There is no {name} in {here}{looked}. Go to the folder of your site, or name the file: "
        f"{typed()} --settings FILE ..."
    )


def _trusted(here: Path) -> Iterator[Path]:
    """This folder, and those above it that belong to it."""
    last = _home()
    for folder in (here, *here.parents):
        if folder != here and not _is_of(folder, here):
            return
        yield folder
        if folder == last or os.path.lexists(folder / ".git"):
            return


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except (RuntimeError, OSError):
        return None


def _is_of(place: Path, here: Path) -> bool:
    """Whether only whoever runs this, or owns the folder they are in, can write here."""
    try:
        found, owner = place.stat(), here.stat().st_uid
    except OSError:
        return False
    ours = {owner, os.getuid()} if hasattr(os, "getuid") else {owner}
    return found.st_uid in ours and not found.st_mode & stat.S_IWOTH


def _say_which(file: Path) -> None:
    """Once a command."""
    context = click.get_current_context(silent=True)
    if context is not None and not context.meta.setdefault(__name__, False):
        context.meta[__name__] = True
        click.echo(f"With the settings of {file}.", err=True)


def load(file: Path) -> Settings:
    """The settings that `file` makes; raises SettingsError with every fault and its place."""
    return from_mapping(values(file), file.parent)


def values(file: Path) -> Mapping[str, Any]:
    """What the settings file defines: its names in capitals, the only ones that count."""
    defined: dict[str, Any] = {"__name__": file.stem, "__file__": str(file)}
    with _run_from(file.parent):
        try:
            _execute(file, defined)
        except SyntaxError as fault:
            place = f"{fault.filename or file}:{fault.lineno or 1}"
            raise SettingsError(f"{place}: this is not valid Python: {fault.msg}.") from fault
        except (Exception, SystemExit) as fault:
            place = _place(file, fault.__traceback__)
            raise SettingsError(f"{place}: {type(fault).__name__}: {fault}.") from fault
    return {name: value for name, value in defined.items() if name.isupper()}


def _execute(file: Path, names: dict[str, Any]) -> None:
    """Run the file with `names` as its globals; the standard runpy does no more, and takes 6 ms."""
    code = compile(file.read_bytes(), str(file), "exec", dont_inherit=True)
    exec(code, names)  # noqa: S102 - a settings file is the user's own program


@contextmanager
def _run_from(folder: Path) -> Iterator[None]:
    """The folder comes first on the import path for the while, and leaves nothing behind.

    Modules that the file took from its folder are forgotten: a second site run in this process has
    a pelicanconf of its own. What the file prints must not get between the lines of a report.
    """
    before, path, writes = set(sys.modules), list(sys.path), sys.dont_write_bytecode
    sys.path.insert(0, str(folder))
    sys.dont_write_bytecode = True
    try:
        with redirect_stdout(sys.stderr):
            yield
    finally:
        sys.path[:], sys.dont_write_bytecode = path, writes
        for name in set(sys.modules) - before:
            source = getattr(sys.modules[name], "__file__", None)
            if source and Path(source).parent == folder:
                del sys.modules[name]


def _place(file: Path, trace: TracebackType | None) -> str:
    """The last line of the site's own files that ran; whatever lies deeper is not the user's."""
    found = f"{file}:1"
    while trace is not None:
        source = Path(trace.tb_frame.f_code.co_filename)
        if source.parent == file.parent:
            found = f"{source}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found
