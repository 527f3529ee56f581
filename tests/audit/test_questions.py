"""Which questions are for readers, and why: one sentence or two at a time."""

from __future__ import annotations

import pytest

from tests.audit.posts import body, facts

FILLER = "\n\n".join(
    f"The clerk wrote the {n}th slip and filed it. Nobody read it." for n in "4567"
)


def only(text: str, lang: str = "en") -> tuple[str, bool]:
    """The class of the only question of a text, and whether it is vague."""
    (question,) = body(text, lang).questions
    assert question.why
    return question.for_reader, question.vague


@pytest.mark.parametrize(
    "text",
    [
        "Have you ever got an order at a weekend?",
        "What did the clerk ask you for?",
        "How do you make sure that the right person is in the room?",
        "Has anyone seen a judge refuse?",
        "Where am I wrong?",
        "What have we missed?",
        "Which registry answers fastest, in your experience?",
        "If you have a better form, would you send it to us?",
        "Did it work for you?",
        "What would you have done with the letter?",
        'Would you call that "fair"?',
        "Would you **really** sign *that*?",
        "Does your court do this too?[^1]\n\n[^1]: Ours does.",
        "Have you tried it? \U0001f914",
        "Have you tried it?!",
    ],
)
def test_it_asks_the_reader_where_the_post_ends(text: str) -> None:
    assert only(f"{FILLER}\n\n{text}")[0] == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "Is it fair? No.",
        "Why? Because the rule says so.",
        "Do you need one? If there are two of you, yes.",
        "What should you do? First, report it.",
        "Have you ever wondered why leases are long? They are not.",
        "Who knows?",
        "Sound familiar?",
        "Are you even a lawyer?",
        "What if you fall into the harbour on the way?",
        "And what happens if you lose the slip?",
        "Need a lawyer? Call us.",
        "Have you been injured? You are not alone.",
        '"Is this yours?" asked the clerk.',
        "> Have you seen this?",
        "## What do you think?",
        "She asked, \u201cDo you agree?\u201d",
    ],
)
def test_it_is_not_for_readers(text: str) -> None:
    found = body(f"{FILLER}\n\n{text}").questions
    assert all(question.for_reader == "no" and question.why for question in found)


@pytest.mark.parametrize(
    "text",
    [
        "Should Parliament mend this, or the courts?",
        "And who pays for the paper?",
    ],
)
def test_it_may_or_may_not_be_for_readers(text: str) -> None:
    assert only(f"{FILLER}\n\n{text}")[0] == "unclear"


def test_a_question_that_opens_a_long_post_may_be_a_hook() -> None:
    assert only(f"Have you read your lease? The clerk has.\n\n{FILLER}")[0] == "unclear"


def test_asking_what_readers_did_counts_in_the_middle_too() -> None:
    middle = f"{FILLER}\n\nHave you seen such a slip?\n\n{FILLER}"
    assert only(middle)[0] == "yes"
    assert only(middle.replace("slip?", "slip? They are blue."))[0] == "unclear"


def test_you_in_the_middle_may_be_anybody() -> None:
    middle = f"{FILLER}\n\nDo you read such a slip twice? The clerk holds it up.\n\n{FILLER}"
    assert only(middle)[0] == "unclear"


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("Which slip did your clerk send back last?", "en"),
        ("Und bei welchem Amt haben Sie zuletzt gewartet?", "de"),
        ("Et dans votre greffe, comment fait-on?", "fr"),
        ("\u00bfCu\u00e1ntos d\u00edas espera su juzgado?", "es"),
    ],
)
def test_an_open_question_to_you_is_meant_wherever_it_stands(question: str, lang: str) -> None:
    text = f"{FILLER}\n\n{FILLER}\n\n{question}\n\n{FILLER}\n\n{FILLER}"
    assert only(text, lang)[0] == "yes"


def test_questions_in_a_row_are_one_question() -> None:
    row = "- Does it say enough?\n- What would you leave out?\n- Is it too long?"
    found = body(f"{FILLER}\n\n{row}\n\n{FILLER}").questions
    assert [question.for_reader for question in found] == ["no", "yes", "yes"]
    found = body(f"{FILLER}\n\n{row}").questions
    assert {question.for_reader for question in found} == {"yes"}


def test_an_invitation_beside_it_makes_it_meant() -> None:
    text = f"Who pays for the paper? Tell us in the comments.\n\n{FILLER}"
    assert only(text)[0] == "yes"


@pytest.mark.parametrize(
    ("text", "lang", "vague"),
    [
        ("What do you think?", "en", True),
        ("Any thoughts?", "en", True),
        ("Do you agree?", "en", True),
        ("What do you think of the rule on late offers?", "en", False),
        ("When did you last refuse one?", "en", False),
        ("Was meinen Sie?", "de", True),
        ("Was meint ihr zu der Regel \u00fcber sp\u00e4te Angebote?", "de", False),
        ("Qu'en pensez-vous\u00a0?", "fr", True),
        ("\u00bfQu\u00e9 opin\u00e1is?", "es", True),
    ],
)
def test_a_vague_question_names_nothing(text: str, lang: str, *, vague: bool) -> None:
    assert only(text, lang) == ("yes", vague)


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Haben Sie so einen Zettel schon gesehen?", "de", "yes"),
        ("Wie macht ihr das in eurer Kanzlei?", "de", "yes"),
        ("Wer hat recht? Beide.", "de", "no"),
        ("Haben Sie eine Abmahnung bekommen? Dann rufen Sie uns an.", "de", "no"),
        ("Comment faites-vous pour le prouver ?", "fr", "yes"),
        ("Faut-il s'en r\u00e9jouir ? Oui.", "fr", "no"),
        ("\u00bfHab\u00e9is visto alguna vez un papel as\u00ed?", "es", "yes"),
        ("\u00bfPor qu\u00e9 seguimos as\u00ed? Porque es barato.", "es", "no"),
    ],
)
def test_other_languages_ask_too(text: str, lang: str, expected: str) -> None:
    assert only(text, lang)[0] == expected


def test_sie_is_the_reader_only_with_its_capital() -> None:
    assert only("Der Richter las die Zettel. Wann lesen Sie die Zettel?", "de")[0] == "yes"
    assert only("Der Richter las die Zettel. Wann lesen sie die Zettel?", "de")[0] != "yes"


def test_an_unknown_language_is_judged_by_the_place_alone() -> None:
    found = body(
        "Onko t\u00e4m\u00e4 reilua? Tuomari luki lapun.\n\nMit\u00e4 sin\u00e4 teet?", "fi"
    ).questions
    assert [question.for_reader for question in found] == ["unclear", "yes"]


def test_the_header_asks() -> None:
    text = (
        "Title: Costs\nDate: 2026-01-05\nAuthors: Lena Brandt\nQuestion: Who paid yours?\n\nDone."
    )
    (question,) = facts(text).questions
    assert (question.text, question.for_reader, question.exact) == ("Who paid yours?", "yes", True)
    assert (question.span.line, question.span.column, question.span.end_column) == (4, 11, 26)


@pytest.mark.parametrize("text", ["`are you sure?`", "<https://a.example/?q=why>", "```\nwhy?\n```",
                                  "<!-- why? -->", "See https://a.example/?q"])  # fmt: skip
def test_code_comments_and_addresses_ask_nothing(text: str) -> None:
    assert body(f"The clerk filed it. {text}").questions == ()


def test_the_header_is_shown_as_texts_are() -> None:
    text = "Title: Costs\nDate: 2026-01-05\nAuthors: L\nQuestion: Who\u2019s  Zoe\u0308?\n\nDone."
    (question,) = facts(text).questions
    assert question.text == "Who's Zo\u00eb?"


def test_the_place_of_a_wrapped_sentence_with_markup_is_exact() -> None:
    (question,) = body(
        "A slip. Would **you**\nsign [*that*](https://a.example)\nagain? Done."
    ).questions
    span = question.span
    assert (question.text, question.exact) == ("Would you sign that again?", True)
    assert (span.line, span.column, span.end_line, span.end_column) == (6, 9, 8, 7)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("How did you get your deposit back?\n\nCall us today for a free consultation.", "en"),
        ("How did you get your deposit back? Call us today for a free consultation.", "en"),
        ("Has your court lost a file? No names, please.", "en"),
        ("Has your court lost a file? Yes, I know about Leeds.", "en"),
        ("What did your landlord say? There are no wrong answers.", "en"),
        ("Have I got the rule about notice periods right? The guide says four weeks.", "en"),
        ("Am I reading this rule right? The guide says four weeks.", "en"),
        ("Wie haben Sie Ihre Kaution bekommen?\n\nRufen Sie uns an.", "de"),
        ("Wie lange hat Ihr Gericht gebraucht? Keine Namen, bitte.", "de"),
        ("Habe ich die Frist richtig verstanden? Der Leitfaden sagt vier Wochen.", "de"),
        ("Comment avez-vous fait ?\n\nAppelez-nous d\u00e8s aujourd'hui.", "fr"),
        ("Avez-vous d\u00e9j\u00e0 vu cela ? Pas de noms, merci.", "fr"),
        ("Ai-je bien compris la r\u00e8gle ? Le guide dit quatre semaines.", "fr"),
        ("\u00bfC\u00f3mo recuper\u00f3 usted su fianza?\n\nLl\u00e1menos hoy.", "es"),
        ("\u00bfHa visto alguna vez un caso as\u00ed? Sin nombres, por favor.", "es"),
        ("\u00bfHe entendido bien la regla? La gu\u00eda dice cuatro semanas.", "es"),
    ],
)
def test_neither_an_offer_after_it_nor_a_word_on_how_to_answer_undoes_a_question(
    text: str, lang: str
) -> None:
    assert body(f"{FILLER}\n\n{text}", lang).questions[0].for_reader == "yes"


def test_an_offer_in_its_own_paragraph_leaves_doubt_about_a_question_that_wants_a_yes() -> None:
    text = "Does your clerk send yours back?\n\nWe offer a free consultation. Call us today."
    assert only(f"{FILLER}\n\n{text}")[0] == "unclear"


@pytest.mark.parametrize(
    "text",
    [
        "Looking for a lawyer? Call us today.",
        "Has your landlord changed the lock? Call us today for a free consultation.",
        "How can we help? Call us today for a free consultation.",
    ],
)
def test_what_baits_for_an_offer_in_the_same_breath_is_no_question(text: str) -> None:
    assert only(f"{FILLER}\n\n{text}")[0] == "no"


def test_what_begins_like_an_answer_a_paragraph_later_leaves_doubt() -> None:
    text = f"{FILLER}\n\nHave you seen such a slip?{{}}There is one in every file. It is blue."
    assert only(text.format("\n\n"))[0] == "unclear"
    assert only(text.format(" "))[0] == "no"


TITLE = "is what the page it leads to is called"


@pytest.mark.parametrize("lang", ["en", "fi"])
@pytest.mark.parametrize(
    "text",
    [
        "- [Are you a judge, or just a clerk?](https://kowal.example/judge)",
        "Read [What do you owe your landlord?](https://kowal.example/owe) first.",
        "[Have you ever lost a key?](https://harrowlane.example/key)",
        "[\u00bfQu\u00e9 le debe usted al casero?](https://kowal.example/casero)",
    ],
)
def test_a_title_of_another_page_asks_nobody(text: str, lang: str) -> None:
    (question,) = body(text, lang).questions
    assert (question.for_reader, question.why) == ("no", TITLE)


@pytest.mark.parametrize(
    "text",
    [
        "[What would you have done with the letter?](#comments)",
        "[What do you think?](https://talk.example/47)",
        "Have you read [the new rule on keys and locks?](https://kowal.example/rule)",
        "Have you read [The new rule](https://kowal.example/rule)?",
        "Have you tried [Marta Kowal's way of doing it](https://kowal.example/way) since?",
    ],
)
def test_a_link_in_a_question_leaves_it_one(text: str) -> None:
    assert only(text)[0] == "yes"


STEP = "How do you make sure that the right person is in the room?"


@pytest.mark.parametrize(("after", "expected"), [(1, "yes"), (16, "yes"), (17, "unclear")])
def test_a_you_far_from_the_end_may_mean_anybody(after: int, expected: str) -> None:
    rest = " ".join(f"Write down the {n}th name." for n in range(after))
    assert only(f"A first line stands here.\n\nOne more.\n\n{STEP}\n\n{rest}")[0] == expected


@pytest.mark.parametrize(("more", "expected"), [(0, "yes"), (2, "yes"), (3, "unclear")])
def test_questions_to_go_through_are_no_questions_to_answer(more: int, expected: str) -> None:
    asked = [STEP, *(f"How many keys does your {n}th clerk hold?" for n in range(more))]
    text = f"A first line.\n\nOne more.\n\n{' '.join(asked)}\n\n{FILLER}"
    assert {question.for_reader for question in body(text).questions} == {expected}


@pytest.mark.parametrize("who", ["LF", "Marta", "Marta Kowal", "\u00c9lodie"])
def test_what_is_asked_in_an_interview_is_not_asked_of_readers(who: str) -> None:
    text = f"{who}: How did you get the key?\n\nFrom the clerk.\n\n**{who}:** Was it heavy?"
    found = body(text).questions
    assert [question.for_reader for question in found] == ["no", "no"]
    assert {question.why for question in found} == {"is asked of somebody else, in an interview"}


@pytest.mark.parametrize("label", ["So the question is: ", "Question: ", "So: "])
def test_a_colon_before_a_question_makes_no_interview(label: str) -> None:
    assert only(f"{FILLER}\n\n{label}how did you get the key?")[0] == "yes"


def test_a_mark_that_only_doubts_a_word_asks_nothing() -> None:
    assert body(f"{FILLER}\n\nThe clerk wrote it down on your slip (?)").questions == ()
