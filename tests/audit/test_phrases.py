"""The notation of the language files, and the files themselves."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.audit.languages import codes, language, words
from rapport.audit.languages.given import DOUBLE, GIVEN, Given, fold_name
from rapport.audit.languages.phrases import Phrases


def stands(phrase: str, text: str) -> bool:
    return bool(Phrases({"g": (phrase,)}, frozenset({"please"})).find(words(text)))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("let me know", "Do let me know, please."),
        ("let me|us know", "Let us know"),
        ("tell * below", "Tell us about it below"),
        ("tell * below", "tell below"),
        ("any kind? thoughts", "Any thoughts"),
        ("any kind? thoughts", "any kind thoughts"),
        ("ask consult~", "ask consultants"),
        ("^call us", "Call us"),
        ("^call us", "If so, call us"),
        ("^call us", "Please call us"),
        ("right$", "That is right."),
        ("right$", "Right?!"),
        ("qu'en pensez-vous", "Et qu\u2019en pensez-vous ?"),
        ("a|b * c|d e", "b x y d e"),
    ],
)
def test_a_phrase_stands_in_a_text(phrase: str, text: str) -> None:
    assert stands(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("let me know", "let him know"),
        ("let me know", "know me let"),
        ("tell * below", "tell one two three four below"),
        ("^call us", "they call us"),
        ("right$", "right away"),
        ("let me know", ""),
        ("let me know", "outlet me know"),
    ],
)
def test_a_phrase_does_not_stand_in_a_text(phrase: str, text: str) -> None:
    assert not stands(phrase, text)


@pytest.mark.parametrize("phrase", ["", "* us", "call~ us", "please? us", "who|what's that"])
def test_a_phrase_that_cannot_be_looked_for_is_refused(phrase: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        Phrases({"g": (phrase,)})


def test_a_capital_is_kept_for_the_words_that_need_it_but_not_at_the_beginning() -> None:
    cased = frozenset({"Sie"})
    assert words("Sie sagen, was Sie wissen", cased) == [
        "sie",
        "sagen",
        ",",
        "was",
        "Sie",
        "wissen",
    ]


@pytest.mark.parametrize("code", codes())
def test_every_language_file_loads_and_fills_every_group(code: str) -> None:
    spoken = language(code)
    assert spoken is not None
    assert spoken.code == code
    assert set(spoken.asks.groups) == {
        "vague", "anyone", "tried", "correction", "rhetorical"
    }  # fmt: skip
    assert set(spoken.answers.groups) == {"answer"}
    assert set(spoken.tells.groups) == {
        "invite", "contact", "hire", "boast", "praise", "disclaimer", "appeal", "deal",
        "able",
    }  # fmt: skip
    assert set(spoken.others.groups) == {"others", "thanks"}
    naming = spoken.naming
    for bag in (naming.honorifics, naming.speech, naming.jobs, naming.openers, naming.things):
        assert bag
        assert all(word == fold_name(word) for word in bag), [w for w in bag if w != fold_name(w)]
    for bag in (spoken.you, spoken.we, spoken.negations, spoken.fillers, spoken.nowhere):
        assert bag
        assert all(len(words(word)) <= 3 for word in bag)


@pytest.mark.parametrize("tag", ["en", "EN", "en-GB", "en_us", " en "])
def test_a_language_is_found_by_any_tag(tag: str) -> None:
    spoken = language(tag)
    assert spoken is not None
    assert spoken.code == "en"


@pytest.mark.parametrize("tag", ["", "fi", "x", "english"])
def test_an_unknown_language_is_none(tag: str) -> None:
    assert language(tag) is None


def test_given_names_are_folded_and_no_name_is_in_both_lists() -> None:
    assert len(frozenset(GIVEN)) > 4000
    assert not frozenset(GIVEN) & DOUBLE
    assert all(name == fold_name(name) and name.isalpha() for name in {*GIVEN, *DOUBLE})


@given(
    st.lists(st.sampled_from(["call", "us", "now", ",", "the", "let", "me", "know"]), max_size=30)
)
def test_the_matcher_agrees_with_the_plain_reading(text: list[str]) -> None:
    expected = any(
        text[at : at + 1] == ["call"] and "now" in text[at + 1 : at + 5] for at in range(len(text))
    )
    assert bool(Phrases({"g": ("call * now",)}).find(text)) is expected


@pytest.mark.untraced  # a tracer would be measured too
@pytest.mark.parametrize("code", codes())
def test_a_hundred_thousand_words_take_time_in_proportion(code: str) -> None:
    spoken = language(code)
    assert spoken is not None

    def seconds(size: int) -> float:
        text = (
            sorted(w for phrase in spoken.tells.groups["invite"][:12] for w in words(phrase)) * size
        )
        begin = time.process_time()
        spoken.tells.find(text)
        return time.process_time() - begin

    seconds(10)
    assert seconds(1600) < 60 * max(seconds(100), 0.005)


def test_a_name_is_known_or_not_however_many_were_asked_for(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("ana bo\nnoor\n", "ascii")
    asked = ("ana", "bo", "noor", "an", "or", "", " ", "ana bo", "bo noor", "bo\nnoor")
    for patience in (0, 3, 100):
        names = Given(tmp_path / "names.txt", patience)
        assert [name for name in asked if name in names] == ["ana", "bo", "noor"]
