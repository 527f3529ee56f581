"""What can stop Pelican, in words for whoever can mend it.

A template, a setting, a full disk, another plugin: each is a BuildError that says where. What was
raised by our own code is not touched: it is our fault, and `cli` says so.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import FrameType, TracebackType

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from rapport.errors import BuildError, RapportError, SettingsError

# What the machine does to us, as opposed to a file that is simply not there.
_MACHINE = frozenset(
    getattr(errno, name, -1)
    for name in ("ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EIO", "EMFILE", "ENFILE")
)
_OLD_STAYS = "What was there before is untouched."


def settings_fault(fault: BaseException, file: Path) -> RapportError:
    """An exception while the settings file was run, or while Pelican looked at what it says.

    An exit that the file asks for is one too; Ctrl-C is raised again.
    """
    if isinstance(fault, KeyboardInterrupt):
        raise fault
    if isinstance(fault, SyntaxError):
        return SettingsError(
            f"{fault.filename or file}:{fault.lineno or 1}: this is not valid Python: {fault.msg}."
        )
    line = next((f":{number}" for path, number in _places(fault) if path == str(file)), "")
    if line:
        return SettingsError(f"{file}{line}: {type(fault).__name__}: {fault}.")
    return SettingsError(f"{file}: {str(fault).rstrip('.')}.")


def build_fault(fault: Exception, root: Path, folder: Path, plugins: Iterable[str]) -> Exception:
    """An exception out of a run of Pelican: a BuildError, or itself when it is our own.

    `root` is the folder of the settings file, `folder` where the site was being made, `plugins` the
    names of the site's other plugins.
    """
    if isinstance(fault, RapportError):
        return fault
    known = _of_template(fault, root) or _of_machine(fault) or _of_two(fault, folder)
    if known is not None:
        return known
    return _of_others(fault, tuple(plugins)) or fault


def _of_template(fault: Exception, root: Path) -> BuildError | None:
    if isinstance(fault, TemplateSyntaxError):
        return _template(fault.filename or fault.name or "a template", fault.lineno, fault, root)
    place = next(_template_frames(fault), None)
    if place is not None:
        return _template(*place, fault, root)
    if type(fault).__name__ == "PelicanTemplateNotFound" or isinstance(fault, TemplateError):
        return BuildError(f"A template is missing or broken: {fault}. {_OLD_STAYS}")
    return None


def _template(path: str, line: int, fault: Exception, root: Path) -> BuildError:
    what = f"there is no template {fault}" if isinstance(fault, TemplateNotFound) else str(fault)
    kind = "" if isinstance(fault, TemplateError) else f"{type(fault).__name__}: "
    full = Path(path)
    shown = full.relative_to(root) if full.is_relative_to(root) else full
    return BuildError(
        f"{shown}:{line}: the template cannot be filled in: {kind}{what.rstrip('.')}. {_OLD_STAYS}"
    )


def _template_frames(fault: Exception) -> Iterator[tuple[str, int]]:
    """Where in templates it happened, the innermost first: Jinja marks its frames so."""
    found = [
        (frame.f_code.co_filename, line)
        for frame, line in _frames(fault.__traceback__)
        if "__jinja_exception__" in frame.f_globals
    ]
    return reversed(found)


def _of_machine(fault: Exception) -> BuildError | None:
    if not isinstance(fault, OSError) or fault.errno not in _MACHINE:
        return None
    where = f" ({fault.filename})" if fault.filename else ""
    return BuildError(
        f"The site could not be written: {os.strerror(fault.errno or 0)}{where}. {_OLD_STAYS}"
    )


def _of_two(fault: Exception, folder: Path) -> BuildError | None:
    """Two things that would be one file, of which Pelican says only the file."""
    named = re.search('"(.+?)"', str(fault))
    if type(fault).__name__ != "FileOverwriteFailedError" or named is None:
        return None
    page = os.path.relpath(named[1], folder)
    return BuildError(
        f"Two things would be written to {page}: posts, pages, topics, or what Rapport makes "
        "(conversations, people, thanks, desk, 404, feeds). Change the Slug of one, or the setting "
        f"that says where it goes. {_OLD_STAYS}"
    )


def _of_others(fault: Exception, plugins: tuple[str, ...]) -> BuildError | None:
    """A fault that comes from Pelican, what it stands on, or another plugin."""
    for frame, line in reversed(list(_frames(fault.__traceback__))):
        module = str(frame.f_globals.get("__name__", ""))
        top = module.partition(".")[0]
        what = f"{type(fault).__name__}: {str(fault).rstrip('.')}"
        if top == "rapport":
            return None
        if any(module == name or module.startswith(f"{name}.") for name in plugins):
            return BuildError(
                f"The plugin {module} failed in line {line} of {frame.f_code.co_filename}: {what}. "
                f"{_OLD_STAYS}"
            )
        if top == "pelican":
            return BuildError(
                f"Pelican stopped in {module}, line {line}: {what}. A setting or a file it was "
                f"reading is the likely reason. {_OLD_STAYS}"
            )
    return None


def _places(fault: BaseException) -> Iterator[tuple[str, int]]:
    return (
        (f.f_code.co_filename, line) for f, line in reversed(list(_frames(fault.__traceback__)))
    )


def _frames(trace: TracebackType | None) -> Iterator[tuple[FrameType, int]]:
    while trace is not None:
        yield trace.tb_frame, trace.tb_lineno
        trace = trace.tb_next
