"""How what takes long tells of itself."""

from __future__ import annotations

from collections.abc import Callable

# What is being made, how many are done, and of how many.
Tell = Callable[[str, int, int], None]


def say_nothing(_what: str, _done: int, _total: int) -> None:
    """For whoever does not want to be told."""
