"""Where others repeat the words of a comment whose writer is to be forgotten."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.conversation import repeats_in, without_repeats, words_of

SAID = "The clerk keeps the *signed* copy in a blue folder, and nobody may ask her why."
WORDS = words_of([SAID])


def found(text: str) -> list[tuple[str, str]]:
    return [(each.kind, text[each.start : each.end]) for each in repeats_in(text, WORDS)]


@pytest.mark.parametrize(
    ("text", "repeats"),
    [
        ("> The clerk keeps the signed copy\n\nDoes she?",
         [("quotation", "The clerk keeps the signed copy")]),
        ("> the clerk keeps ... nobody may ask\n\nDoes she?",
         [("quotation", "the clerk keeps"), ("quotation", "nobody may ask")]),
        ("You say \u201ca blue folder\u201d: why?", [("quotation", "a blue folder")]),
        ("You say \"a blue folder\" here", [("quotation", "a blue folder")]),
        ("Sie sagt \u201ea blue folder\u201c.", [("quotation", "a blue folder")]),
        ("Elle dit \u00ab a blue folder \u00bb.", [("quotation", "a blue folder")]),
        ("<p>She: <q>in a blue folder</q></p>", [("quotation", "in a blue folder")]),
        ("> keeps the *signed*\n> copy in a\n", [("quotation", "keeps the *signed*\n> copy in a")]),
("He said \"nobody may ask for more than one\".", []),
        ("I have a blue folder too.", []),
        ("You say \"blue folder\".", []),
        ("The clerk keeps the signed copy in a blue folder?",
         [("repeat", "The clerk keeps the signed copy in a blue folder")]),
        ("> Quite another thing was said\n", []),
        ("", []),
    ],
)  # fmt: skip
def test_where_words_are_repeated(text: str, repeats: list[tuple[str, str]]) -> None:
    assert found(text) == repeats


def test_repeats_are_taken_out_and_the_rest_stays() -> None:
    text = '> The clerk keeps the signed copy.\n\nDoes she, in "a blue folder"?\n'
    left = without_repeats(text, repeats_in(text, WORDS))
    assert left == '> (words removed).\n\nDoes she, in "(words removed)"?\n'


def test_a_header_can_be_passed_over() -> None:
    text = 'Edited: "a blue folder"\n\nWords.'
    assert repeats_in(text, WORDS, text.index("Words")) == ()


def test_no_comment_has_no_words() -> None:
    assert repeats_in("> anything at all", words_of([])) == ()


@given(st.text(), st.text())
def test_any_texts_go_in_and_nothing_in_marks_is_left(said: str, text: str) -> None:
    words = words_of([said])
    left = without_repeats(text, repeats_in(text, words))
    assert len(repeats_in(left, words)) == 0 or "removed" in said.casefold()


@pytest.mark.untraced  # a tracer would be measured too
@pytest.mark.parametrize("nasty", ["the ", '"', "‘a ", "<q>", "> ", "&quot;", "„"])
def test_a_nasty_text_takes_a_time_in_proportion(nasty: str) -> None:
    def time(many: int) -> float:
        begun = process_time()
        repeats_in(nasty * many, WORDS)
        return process_time() - begun

    assert min(time(20_000) for _ in range(3)) < 40 * max(time(2_000) for _ in range(3))
