"""How many words a reader reads."""

from __future__ import annotations

import re

from rapport.audit.facts.prose import Prose

# Marks that stand between spaces and are no words.
_LONE = re.compile(r"[\u2013\u2014\-|&/+=*\u00b7](?<!\S.)(?!\S)")


def word_count(prose: Prose) -> int:
    """The words of the post outside code, quotations and headings included."""
    texts = [block.text for block in prose.blocks if block.kind != "code" and block.text]
    # A block's text has single spaces, none at its ends.
    words = sum(text.count(" ") + 1 for text in texts)
    return words - len(_LONE.findall("\n".join(texts)))
