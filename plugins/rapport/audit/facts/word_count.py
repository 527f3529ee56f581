"""How many words a reader reads."""

from __future__ import annotations

from rapport.audit.facts.prose import Prose

# Marks that stand between spaces and are no words.
_LONE = tuple(
    f" {mark} " for mark in ("\u2013", "\u2014", "-", "|", "&", "/", "+", "=", "*", "\u00b7")
)


def word_count(prose: Prose) -> int:
    """The words of the post outside code, quotations and headings included."""
    text = " ".join(block.text for block in prose.blocks if block.kind != "code")
    return len(text.split()) - sum(text.count(mark) for mark in _LONE)
