"""Words of a text: the quick way for ASCII gives what the plain way gives."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from rapport.audit.languages import words

ASCII = st.text(st.characters(max_codepoint=127), max_size=60)


@given(ASCII)
def test_ascii_is_cut_as_any_other_text(text: str) -> None:
    plainly = re.findall(r"\w+|[,;:!?]", text.lower())
    assert words(text) == plainly
    # A letter that is not ASCII sends the same text the other way.
    assert words(f"{text} \u00e9") == [*plainly, "\u00e9"]


def test_every_ascii_character_stays_or_parts() -> None:
    for char in map(chr, range(128)):
        assert words(f"a{char}b") == re.findall(r"\w+|[,;:!?]", f"a{char}b".lower())
