"""How many words a reader reads."""

from __future__ import annotations

import re

from rapport.audit.facts.prose import Prose

_WORD = re.compile(r"[^\W_]+(?:['\u2019.-][^\W_]+)*")


def word_count(prose: Prose) -> int:
    """The words of the post outside code, quotations and headings included."""
    return sum(len(_WORD.findall(block.text)) for block in prose.blocks if block.kind != "code")
