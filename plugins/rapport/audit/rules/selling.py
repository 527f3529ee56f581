"""Which rule reports which pitch: each sentence is reported once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from rapport.model import Facts, Told


def closing(facts: Facts) -> Told | None:
    """The pitch a post closes on: the last one in its last block."""
    return next((told for told in reversed(facts.pitch) if told.closing), None)


def reported(facts: Facts, kind: Literal["hire", "boast"]) -> Iterator[Told]:
    """The pitches of a kind, without the one the post closes on."""
    last = closing(facts)
    return (told for told in facts.pitch if told.kind == kind and told is not last)
