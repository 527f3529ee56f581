"""Questions of the writer's own, and words of thanks that expect no answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.conversation import asks, is_courtesy
from rapport.conversation.words import COURTESY
from tests.conversation.hostile import ALL

ASKS = [
    "Who pays?",
    "We paid 300 euros. Is that usual? I doubt it.",
    "Really?!",
    "So who pays ?",
    "Qui paie les frais ?",
    "¿Quién paga?",
    "¿Quién paga",
    "谁付钱？",
    "من يدفع؟",
    "> He writes that it is free.\n\nIs it?",
    "- first\n- is that so?",
    "*Is it?*",
    "What does “free” mean?",
    "See https://a.example/x?y=1 - is that the form?",
    "[Is this the form?](https://a.example)",
    "Is it so (as you say)?",
    "(Is it so?)",
    "Why?Because.",
    "Thanks! And the second page?",
]
TELLS = [
    "",
    "We paid.",
    "I wonder who pays.",
    "See https://a.example/form?page=2",
    "See www.a.example/form?page=2 for it.",
    "See <https://a.example/?>",
    "Open form.php?page=2 and sign.",
    "> Who pays?\n\nWe did.",
    "> > Who pays?\n\nWe did.",
    "Run `who?` first.",
    "```\nwho?\n```",
    "    who?",
    "She asked “who pays?” and left.",
    'She asked "who pays?" and left.',
    "Sie fragte „wer zahlt?“ und ging.",
    "Elle a dit « qui paie ? » et partit.",
    "We paid 300 (?) euros.",
    "???",
    "? ",
]


@pytest.mark.parametrize("body", ASKS)
def test_it_asks(body: str) -> None:
    assert asks(body)


@pytest.mark.parametrize("body", TELLS)
def test_it_asks_nothing(body: str) -> None:
    assert not asks(body)


COURTESIES = [
    "Thanks!",
    "thank you",
    "Thank you so much, that helps.",
    "Thanks, Ana!",
    "Thanks Ana Rossi.",
    "Many thanks for the clear answer on costs in the county court.",
    "Very helpful, thank you.",
    "Great post, thanks.",
    "Thx :-)",
    "*Thank you*, Dr Weber - exactly what I needed.",
    "> the form is free\n\nThank you, that's clear now.",
    "Thank you.\n\nBest regards,\nTom",
    "Much appreciated!",
    "Danke!",
    "Vielen Dank für die schnelle Antwort.",
    "Herzlichen Dank, Frau Weber, das hat mir sehr geholfen.",
    "Danke, sehr hilfreich.",
    "Merci !",
    "Merci beaucoup pour votre réponse.",
    "Un grand merci, c’est très clair.",
    "Je vous remercie de votre aide.",
    "¡Gracias!",
    "Muchas gracias por la explicación.",
    "Mil gracias, Ana, muy útil.",
]
MORE_THAN_THANKS = [
    "",
    "We paid.",
    "Great post.",
    "Thanks, but I disagree.",
    "Thanks, but no.",
    "No thanks.",
    "Thanks for nothing.",
    "Thanks! And in Scotland?",
    "Thanks. My landlord refuses to pay.",
    "Thank you, my landlord still refuses.",
    "Thanks my landlord refuses to pay it back",
    "Thanks, please send me the form.",
    "Thanks, I wonder how that works for tenants.",
    "Thanks to your article we lost our case.",
    "Thanks, see https://a.example/form",
    "Thanks for the article, which my bank says is wrong.",
    "Thank you for this. In our town it is done the other way round: the landlord files first.",
    "Thanks for " + "a very long story about everything that happened to us " * 3,
    "`thanks`",
    "> thanks",
    "> Thanks!\n\nYou should have said more.",
    "Danke, aber das gilt nicht für Mieter.",
    "Danke, mein Vermieter zahlt trotzdem.",
    "Vielen Dank, ich warte seit Wochen auf Antwort von der Kasse.",
    "Merci, mais ma banque refuse.",
    "Merci, ma banque refuse de payer.",
    "Gracias, pero mi banco dice otra cosa.",
    "Gracias, mi casero dice otra cosa.",
    "My thanks go to the clerk who lost our file.",
]


@pytest.mark.parametrize("body", COURTESIES)
def test_a_word_of_thanks(body: str) -> None:
    assert is_courtesy(body)


@pytest.mark.parametrize("body", MORE_THAN_THANKS)
def test_more_than_a_word_of_thanks(body: str) -> None:
    assert not is_courtesy(body)


@pytest.mark.parametrize("language", COURTESY)
def test_the_words_of_a_language_do_not_contradict_each_other(language: str) -> None:
    words = COURTESY[language]
    assert not words.turns & (words.thanks | words.around)
    every = words.thanks | words.before | words.around | words.turns
    assert every == {word.casefold() for word in every}


@given(st.text(max_size=60))
def test_what_asks_is_no_courtesy(body: str) -> None:
    assert not (is_courtesy("Thanks " + body) and asks("Thanks " + body))


@pytest.mark.parametrize("body", [payload for _, _, payload in ALL])
def test_a_hostile_body_gets_an_answer_too(body: str) -> None:
    assert asks(body) in {True, False}
    assert is_courtesy(body) in {True, False}
    assert not is_courtesy(body + "\n\nThanks, and who pays?")
