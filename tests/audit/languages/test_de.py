"""German: what is known of it."""

from __future__ import annotations

import pytest

from tests.audit.languages.speaking import asked, found_in, named, nowhere, spoken, without_lang

TEXT = """
Der Mietvertrag, den ich im letzten Jahr unterschrieben habe, sagte nichts über die Kaution. Als ich
auszog, sagte der Vermieter, dass er das Geld behält, weil die Wand zerkratzt war. Ich hatte Bilder
von vorher und nachher und habe ihm deshalb einen Brief mit den Bildern geschrieben. Er antwortete,
dass Bilder nichts beweisen, aber die Hälfte hat er zurückgegeben.
"""


@pytest.mark.parametrize("site", ["en", "fr", "fi"])
def test_a_paragraph_is_found_to_be_german(site: str) -> None:
    assert found_in(TEXT, site) == "de"


def test_a_post_that_does_not_say_so_is_measured_in_german() -> None:
    facts = without_lang(TEXT + "\nHaben Sie schon einmal für einen Kratzer bezahlt?\n")
    assert facts.language == "de"
    assert [question.for_reader for question in facts.questions] == ["yes"]
    assert facts.addressed.i == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hier haben Sie Ihr Haus und wir unseres. Ich habe meins.", (2, 2, 1)),
        ("Dort haben sie ihr Haus verkauft.", (1, 0, 0)),  # "ihr" is also "you"
        ("Eine Kanzlei schrieb uns.", (0, 1, 0)),
    ],
)
def test_whom_it_speaks_to_and_of(text: str, expected: tuple[int, int, int]) -> None:
    assert spoken(text, "de") == expected


def test_what_it_asks() -> None:
    assert asked("Haben Sie schon einmal für einen Kratzer bezahlt?", "de") == [("yes", False)]
    assert asked("Was meinen Sie dazu?", "de") == [("yes", True)]


def test_whom_it_names() -> None:
    assert named("Richterin Marta Kowal sagte das im Mai.", "de") == ["Marta Kowal"]


def test_what_says_nothing() -> None:
    assert nowhere("hier weiterlesen", "de")
    assert not nowhere("das Urteil", "de")
