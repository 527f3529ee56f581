"""French: what is known of it."""

from __future__ import annotations

import pytest

from tests.audit.languages.speaking import asked, found_in, named, nowhere, spoken, without_lang

TEXT = """
Le bail que j'ai signé l'an dernier ne disait rien de la caution. Quand j'ai quitté la maison, le
propriétaire a dit qu'il garderait l'argent parce que le mur de la chambre était rayé. J'avais des
photographies d'avant et d'après, et je lui ai écrit une lettre avec elles. Il a répondu que les
photographies ne prouvent rien, mais il en a rendu la moitié.
"""


@pytest.mark.parametrize("site", ["en", "de", "es", "fi"])
def test_a_paragraph_is_found_to_be_french(site: str) -> None:
    assert found_in(TEXT, site) == "fr"


def test_a_post_that_does_not_say_so_is_measured_in_french() -> None:
    assert without_lang(TEXT).language == "fr"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vous avez votre maison, nous avons la nôtre, j'ai la mienne.", (2, 2, 2)),
        ("Un cabinet a fermé.", (0, 0, 0)),
    ],
)
def test_whom_it_speaks_to_and_of(text: str, expected: tuple[int, int, int]) -> None:
    assert spoken(text, "fr") == expected


def test_what_it_asks() -> None:
    assert asked("Avez-vous déjà payé pour une rayure ?", "fr") == [("yes", False)]
    assert asked("Qu'en pensez-vous ?", "fr") == [("yes", True)]


def test_whom_it_names() -> None:
    assert named("Maître Marta Kowal a dit cela en mai.", "fr") == ["Marta Kowal"]


def test_what_says_nothing() -> None:
    assert nowhere("lire la suite", "fr")
    assert not nowhere("l'arrêt", "fr")
