"""What holds for every language with a data file, and that a new one is one file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rapport.audit import languages
from rapport.audit.languages import base, codes, detected, known, language, words
from tests.audit.languages.speaking import asked, found_in, named, nowhere, spoken, without_lang

HERE = Path(__file__).parent

# Texts in languages without a data file: the ones most like those that have one.
FOREIGN = {
    "pt": """O contrato que assinei no ano passado não dizia nada sobre a caução. Quando saí da
casa, o senhorio disse que ia ficar com o dinheiro porque a parede da sala estava riscada. Eu tinha
fotografias de antes e de depois, e por isso escrevi uma carta com elas. Ele respondeu que as
fotografias não provam nada, mas devolveu metade.""",
    "it": """Il contratto che ho firmato l'anno scorso non diceva nulla della cauzione. Quando ho
lasciato la casa, il proprietario ha detto che avrebbe tenuto i soldi perché il muro della sala era
rigato. Io avevo le fotografie di prima e di dopo, e per questo gli ho scritto una lettera. Lui ha
risposto che le fotografie non provano niente, ma ha restituito la metà.""",
    "ca": """El contracte que vaig signar l'any passat no deia res de la fiança. Quan vaig deixar la
casa, el propietari va dir que es quedaria els diners perquè la paret de la sala estava ratllada. Jo
tenia fotografies d'abans i de després, i per això li vaig escriure una carta. Ell va respondre que
les fotografies no proven res, però va tornar la meitat.""",
    "nl": """Het huurcontract dat ik vorig jaar heb getekend zei niets over de waarborgsom. Toen ik
het huis verliet, zei de verhuurder dat hij het geld zou houden omdat de muur van de kamer bekrast
was. Ik had foto's van voor en na, en daarom schreef ik hem een brief. Hij antwoordde dat foto's
niets bewijzen, maar hij gaf de helft terug.""",
    "fi": """Vuokrasopimus jonka allekirjoitin viime vuonna ei sanonut mitään vakuudesta. Kun lähdin
talosta, vuokranantaja sanoi että hän pitää rahat koska huoneen seinä oli naarmuinen. Minulla oli
kuvia ennen ja jälkeen, ja siksi kirjoitin hänelle kirjeen kuvien kanssa. Hän vastasi että kuvat
eivät todista mitään, mutta palautti puolet rahoista ilman selitystä.""",
}

# A language nobody speaks, as somebody would add it: one file, filled where it differs.
MADE_UP = '''
"""Quayish, a made-up language."""

from dataclasses import replace

from rapport.audit.languages.en import LANGUAGE as ENGLISH
from rapport.audit.languages.model import bag
from rapport.audit.languages.phrases import Phrases

LANGUAGE = replace(
    ENGLISH,
    code="qaa",
    common=bag("zo za zu ke ki ko ne na vu vo"),
    you=bag("tuu tuur"),
    we=bag("wuu wuur"),
    me=bag("muu"),
    nowhere=bag("hia"),
    asks=Phrases({**ENGLISH.asks.groups, "tried": ("tuu hab",), "vague": ("ke tuu mein",)}),
    fillers=bag("ke tuu mein ?"),
    naming=replace(ENGLISH.naming, honorifics=bag("bur"), speech=bag("sag")),
)
'''
QUAYISH = "Zo bur Kravel Tuzek sag ke ki ko na tuur vu moli, za ne kati zu muu. " * 4


@pytest.fixture
def quayish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The data file of a made-up language beside the others."""
    (tmp_path / "qaa.py").write_text(MADE_UP, encoding="utf-8")
    monkeypatch.setattr(languages, "__path__", [*languages.__path__, str(tmp_path)])
    codes.cache_clear()
    yield
    codes.cache_clear()


@pytest.mark.usefixtures("quayish")
def test_a_data_file_is_all_that_a_new_language_needs() -> None:
    assert codes() == ("de", "en", "es", "fr", "qaa")
    assert known("qaa-Latn")
    assert found_in(QUAYISH, "en") == "qaa"
    assert without_lang(QUAYISH).language == "qaa"
    assert spoken(QUAYISH, "qaa") == (4, 0, 4)
    assert asked("Tuu hab moli?", "qaa") == [("yes", False)]
    assert asked("Ke tuu mein?", "qaa") == [("yes", True)]
    assert named("Zo bur Kravel Tuzek sag.", "qaa") == ["Kravel Tuzek"]
    assert nowhere("hia", "qaa")


def test_without_its_file_nothing_is_known_of_it() -> None:
    assert not known("qaa")
    assert language("qaa") is None
    assert spoken(QUAYISH, "qaa") == (0, 0, 0)
    assert named("Zo bur Kravel Tuzek sag.", "qaa") == []


def test_every_language_has_a_test_file_of_its_own() -> None:
    files = {path.stem.removeprefix("test_") for path in HERE.glob("test_??.py")}
    assert files == set(codes())


@pytest.mark.parametrize("code", codes())
def test_every_file_tells_its_language_by_enough_small_words(code: str) -> None:
    spoken_here = language(code)
    assert spoken_here is not None
    assert 30 <= len(spoken_here.common) <= 130
    assert all(word == word.lower() and word.isalpha() for word in spoken_here.common)
    assert not spoken_here.me & spoken_here.you
    assert spoken_here.houses <= spoken_here.we
    assert spoken_here.sharing


@pytest.mark.parametrize("code", FOREIGN)
@pytest.mark.parametrize("site", ["en", "de", "fi"])
def test_a_language_without_a_file_is_taken_for_none_that_has_one(code: str, site: str) -> None:
    assert found_in(FOREIGN[code], site) == site


GERMAN = words("der die das und ist nicht auf für mit von")
ENGLISH = words("the and of to that is it for was with")


def test_a_text_of_a_few_words_is_in_the_site_s_language() -> None:
    assert detected(GERMAN, "en") == "en"
    assert detected(GERMAN * 4, "en") == "de"


def test_two_languages_in_one_text_leave_it_the_site_s() -> None:
    assert detected((GERMAN + ENGLISH) * 5, "fi") == "fi"


def test_a_tag_with_a_region_is_kept_when_the_words_agree() -> None:
    assert detected(ENGLISH * 5, "en-GB") == "en-GB"
    assert base("en-GB") == "en"
