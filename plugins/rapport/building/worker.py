"""One rebuild of the preview, in a process of its own.

A process that has built once knows the site's plugins, Pelican's leftovers and yesterday's code of
ours; a new one knows none of these. It imports everything first and then waits for its order, so
that whoever waits for the page does not wait for imports.
"""

from __future__ import annotations

import json
import os
import signal
import traceback
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from rapport.building.making import Built, build, watched
from rapport.errors import RapportError, SettingsError

_READ, _WRITE, _COMPLAIN = 0, 1, 2
_SLOW = ("pelican", "pelican.generators", "rapport.building.plugin", "markdown.extensions.extra")


def work() -> None:
    """Wait for the path of a settings file on descriptor 0; the answer, as JSON, on descriptor 1.

    What plugins print goes where errors go. A termination is an interruption: the folder that the
    site is being made in is removed on the way out.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    answer = os.dup(_WRITE)
    os.dup2(_COMPLAIN, _WRITE)
    try:
        for name in _SLOW:
            # This only saves time: what cannot be imported is said when the build needs it.
            with suppress(Exception):
                import_module(name)
        with open(_READ, "rb", closefd=False) as orders:
            order = orders.readline()
        if order:
            file = Path(os.fsdecode(order.removesuffix(b"\n")))
            said = json.dumps(_answer(file)).encode()
            with open(answer, "wb") as out:  # noqa: PTH123 - a descriptor
                out.write(said)
    except (KeyboardInterrupt, BrokenPipeError):
        return


def _answer(file: Path) -> dict[str, Any]:
    try:
        built = build(file, preview=True)
    except RapportError as fault:
        return {"ok": False, "message": str(fault), **_places(file)}
    except Exception:  # noqa: BLE001 - whatever it is, the preview goes on and shows it
        said = traceback.format_exc()
        return {"ok": False, "message": f"Rapport itself went wrong:\n{said}", **_places(file)}
    return {"ok": True, "message": _faults(built), "root": str(built.output), **_places(file)}


def _places(file: Path) -> dict[str, list[str]]:
    """What to look at for changes, and where changes mean nothing."""
    try:
        paths, ignored = watched(file)
    except SettingsError:
        return {}
    return {"watched": [str(path) for path in paths], "ignored": [str(path) for path in ignored]}


def _faults(built: Built) -> str:
    """What is wrong in headers and files, a line each: the rest of the site is shown."""
    return "\n".join(
        f"{each.path}:{each.span.line}  {each.message} ({each.code})" for each in built.faults
    )
