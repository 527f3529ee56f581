"""Doors that bring some things only when they are asked for: whoever audits one post waits less."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def later(room: str, names: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a room: `names` says in which of its modules each name is made.

    A name that is not in the table raises AttributeError, as a module does.
    """

    def bring(name: str) -> Any:
        if name not in names:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        return getattr(import_module(f"{room}.{names[name]}"), name)

    return bring
