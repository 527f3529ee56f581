"""Spanish: what is known of it. Verbs carry the person, so their endings count too."""

from __future__ import annotations

import pytest

from tests.audit.languages.speaking import asked, found_in, named, nowhere, spoken, without_lang

TEXT = """
El contrato que firmé el año pasado no decía nada de la fianza. Cuando dejé la casa, el propietario
dijo que se quedaba con el dinero porque la pared de la sala estaba rayada. Yo tenía fotografías de
antes y de después, y por eso le escribí una carta con ellas. Me contestó que las fotografías no
prueban nada, pero devolvió la mitad.
"""


@pytest.mark.parametrize("site", ["en", "de", "fr", "fi"])
def test_a_paragraph_is_found_to_be_spanish(site: str) -> None:
    assert found_in(TEXT, site) == "es"


def test_a_post_that_does_not_say_so_is_measured_in_spanish() -> None:
    assert without_lang(TEXT).language == "es"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Usted tiene su casa, nosotros tenemos la nuestra y yo la mía.", (1, 3, 2)),
        ("Mañana os escribiremos si pagáis.", (2, 1, 0)),
        ("Un despacho cerró.", (0, 0, 0)),
        ("Son los últimos términos.", (0, 0, 0)),
    ],
)
def test_whom_it_speaks_to_and_of(text: str, expected: tuple[int, int, int]) -> None:
    assert spoken(text, "es") == expected


def test_what_it_asks() -> None:
    assert asked("¿Alguna vez ha pagado usted por un arañazo?", "es") == [("yes", False)]
    assert asked("¿Qué opina?", "es") == [("yes", True)]


def test_whom_it_names() -> None:
    assert named("La jueza Marta Kowal lo dijo en mayo.", "es") == ["Marta Kowal"]


def test_what_says_nothing() -> None:
    assert nowhere("leer más", "es")
    assert not nowhere("la sentencia", "es")
