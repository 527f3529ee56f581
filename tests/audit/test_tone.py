"""How selling sounds: numbers that were learnt, looked up by words and signs."""

from __future__ import annotations

import pytest

from rapport.audit.facts.selling import NOTHING, Near, Pitch, said_in
from rapport.audit.facts.tone import by_ear, heard, signs
from rapport.audit.languages import language, tone, words
from rapport.audit.languages.tone import parts_of, tone_text
from tests.gold.learning import PITCH, features, lines
from tests.gold.unheard import told

CODES = sorted(file.stem for file in PITCH.glob("*.txt"))
NOWHERE = Near(lambda: False, "")


def sounds(said: str, code: str) -> float:
    spoken, learnt = language(code), tone(code)
    assert spoken is not None
    assert learnt is not None
    found = words(said, spoken.cased)
    what = heard(said_in(found, spoken, NOWHERE), said, spoken.tells.find(found))
    return learnt.of_words(frozenset(found)) + learnt.of_signs(signs(what))


def test_every_language_of_the_sentences_has_been_learnt() -> None:
    assert CODES == ["de", "en", "es", "fr"]
    assert all(tone(code) for code in CODES)


@pytest.mark.parametrize("code", CODES)
def test_what_was_learnt_tells_the_sentences_it_was_learnt_from(code: str) -> None:
    found = [(sounds(said, code), sells) for said, sells in list(lines(PITCH / f"{code}.txt"))[::4]]
    sold = [score for score, sells in found if sells]
    told = [score for score, sells in found if not sells]
    assert sum(score > 0 for score in sold) > 0.5 * len(sold)
    assert sum(score > 0 for score in told) < 0.05 * len(told)


def test_a_word_is_looked_up_by_itself_and_by_how_it_begins() -> None:
    assert parts_of("tailored") == ("tailored", "tailo~")
    assert parts_of("lease") == ("lease",)
    assert parts_of("24") == parts_of("7") == ("0",)


def test_learning_looks_words_up_as_judging_does() -> None:
    spoken, learnt = language("en"), tone("en")
    assert spoken is not None
    assert learnt is not None
    said = "We review every contract for a fixed fee, and you may call us on 0555 010203."
    found = words(said, spoken.cased)
    near = Near(lambda: False, "firm")
    shown = signs(heard(said_in(found, spoken, near), said, spoken.tells.find(found)))
    judged = learnt.of_words(frozenset(found)) + learnt.of_signs(shown)
    entries = {**learnt.signs}
    counted = sum(
        count * entries[name] for name, count in features(said, spoken).items() if name in entries
    )
    whole = sum(learnt.words[word] for word in set(found))
    assert judged == pytest.approx(learnt.bias + whole + counted)


def test_the_file_holds_hundredths_and_nothing_that_adds_nothing() -> None:
    assert tone_text({"free": 0.314, "lock": -1.0, "and": 0.001}, -4.5) == (
        "<bias> -450\nfree 31\nlock -100\n"
    )


def test_a_language_nobody_has_learnt_keeps_what_its_parts_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("rapport.audit.facts.tone.tone", lambda _: None)
    said = "Our free first consultation takes the worry off your desk."
    spoken = language("en")
    assert spoken is not None
    found = said_in(words(said), spoken, NOWHERE)
    weak = Pitch(weak=True)
    assert by_ear(weak, found, said, frozenset()) is weak
    assert by_ear(NOTHING, found, said, frozenset()) is NOTHING


def test_selling_that_is_hard_to_hear_is_found_too_rarely_and_never_wrongly() -> None:
    of = [told(code) for code in CODES]
    assert sum(each.sell for each in of) == 30
    assert sum(each.other for each in of) == 59
    assert sum(each.found for each in of) >= 4
    assert sum(each.wrong for each in of) == 0
