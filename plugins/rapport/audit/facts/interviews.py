"""Paragraphs that begin with who speaks, as interviews are written: `LF: How did you hear of it?`.

What is asked there is asked of somebody else. A label is a name or initials before a colon, with
which at least two paragraphs of the post begin: "Question: what would you do?" stands alone.
"""

from __future__ import annotations

import re
from collections import Counter

from rapport.audit.facts.prose import Prose

_LABEL = re.compile(r"([^\W\d_][\w.'\u2019-]*(?: [^\W\d_][\w.'\u2019-]*){0,2}):\s")


def interview_blocks(prose: Prose, asking: set[int]) -> set[int]:
    """The numbers of the blocks that begin with a speaker; `asking` are those that ask something.

    Empty when none of these begins with a label.
    """
    texts = prose.clean
    if all(_label(texts[block]) is None for block in asking):
        return set()
    labels = {number: label for number, text in texts.items() if (label := _label(text))}
    often = Counter(labels.values())
    return {number for number, label in labels.items() if often[label] > 1}


def _label(text: str) -> str | None:
    found = _LABEL.match(text)
    if found is None or not all(word[0].isupper() for word in found[1].split()):
        return None
    return found[1]
