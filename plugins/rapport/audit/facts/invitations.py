"""Invitations: sentences that ask readers to write without asking them anything."""

from __future__ import annotations

from rapport.audit.facts.prose import Prose
from rapport.audit.facts.telling import Line
from rapport.model import Told


def invitations(prose: Prose, lines: tuple[Line, ...]) -> tuple[Told, ...]:
    """Every invitation of the author's own."""
    found = []
    for line in lines:
        if line.does == "invites":
            span, exact = prose.place(line.sentence)
            found.append(Told(line.sentence.text, span, exact=exact))
    return tuple(found)
