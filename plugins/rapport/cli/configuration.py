"""The settings file: finding it, running it, and what it says as typed Settings.

Pelican is not imported. The file is run as Pelican runs it, as a module of its own name with its
folder on the import path, so that `from pelicanconf import *` in a publishconf.py works.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from types import TracebackType
from typing import Any

from rapport.errors import SettingsError, UsageError
from rapport.settings import Settings, from_mapping


def settings_file(given: Path | None, *, publish: bool = False) -> Path:
    """The settings file to use: the one given, else the nearest above this folder, absolute.

    Raises UsageError when there is none.
    """
    if given is not None:
        if not given.is_file():
            raise UsageError(f"There is no settings file {given}. Check --settings.")
        return given.resolve()
    name = "publishconf.py" if publish else "pelicanconf.py"
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / name).is_file():
            return folder / name
    raise UsageError(
        f"There is no {name} in {here} or a folder above it. Go to the folder of your site, or "
        f"name the file: rapport --settings FILE ..."
    )


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
