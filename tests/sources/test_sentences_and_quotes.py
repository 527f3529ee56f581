"""Sentences and words in quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.sources.text.sentences import sentences
from tests.sources.texts import doc


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["One sentence without an end"],
        ["Did it move?", "Yes!", "It did."],
        ["He moved to the U.S.", "Is it fair?"],
        ["Come at 5 p.m.", "Will you?"],
        ["They sued Acme Inc.", "Was that right?", "No."],
        ["We filed in the U.S.", "May we ask why?"],
        ["It was the F.B.I.", "What did they want?"],
        ["They met in the U.S. Will Smith was there."],
        ["Ask Dr. Who or Mr. Can about it."],
        ["See https://x.example/?q=1.a!b and www.x.example/?a.b now.", "Then go."],
        ["See Jones v. Smith, Fed. R. Civ. P. 12(b)(6).", "It says so."],
        ['He said "Is it so?" and left.', "So did she."],
        ["What?!", "Really??", "Yes."],
        ["What?????????", "Yes."],
        ["\u5b83\u52a8\u4e86\u5417\uff1f", "\u52a8\u4e86\u3002", "\u597d"],
        ["\u00bfVino?", "S\u00ed, vino a las 5 p.m.", "\u00bfPor qu\u00e9?"],
        ["Ist das z. B. gut?", "Ja."],
        ["It took a month.", "The rest of it was hard.", "But it was fair."],
        ["So it says (see the code).", "Others don't.", 'Then "we" paid in 2024.', "Good."],
        ["Wir fragten bzw. Anwälte fragten.", "Evtl. Kosten trug der Staat (ggf. Hamburg)."],
        ["Das steht in Abs. Zwei.", "Es gilt seit Mai.", "¿Y usted?", "Sí."],
        [
            "Nous avons vu p. ex. le bail, le préavis, etc., et plus.",
            "C'est chez nous.",
            "Et vous?",
            "Oui.",
        ],
        ["It was ... odd, i.e. the code (see above).", '@jo said "no".', "JavaScript did."],
        ["Version 3.5 is on www.x.example today!", "Is it out?", "(We think so.)", "Yes."],
        ["Une question\u202f?", "Oui."],
        ["Ask Mr. Hall.", "No fee unless we win.", "We'd be glad to.", "It's so."],
        ["Das gilt bis zum 3. Mai.", '"Das ist knapp", sagte Hr. Klein.', "Dann ging er."],
        ["Vgl. BGH, Urt. v. 3. Mai 2020.", "Der 5. Senat sah es anders.", "Wir auch."],
        ["Cass. soc. Paris, cf. p. 4.", "C'est l'art. 5 du code.", "On l'a gagn\u00e9."],
        ["V\u00e9ase el art. 3, p. ej. 5 euros.", "No cobra si no gana.", "Usted paga."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    gap = "" if "\uff1f" in parts[0] else " "
    text = gap.join(parts)
    assert split(text) == parts


def test_code_ends_no_sentence() -> None:
    document = doc("Call `a? B. C!` and look. Then go.")
    block = document.blocks[0]
    assert [block.text[a:b] for a, b in block.sentences] == ["Call a? B. C! and look.", "Then go."]


def test_a_hard_wrapped_sentence_is_one() -> None:
    document = doc("Did the crane\nmove? It\ndid.")
    block = document.blocks[0]
    assert [block.text[a:b] for a, b in block.sentences] == ["Did the crane move?", "It did."]
    assert document.span(0, *block.sentences[1])[0].line == 2


@given(st.text("ab .?!\u2026)\"'\n\uff1fABU.S. Is", max_size=60))
def test_sentences_lie_in_order_inside_the_text(text: str) -> None:
    text = " ".join(text.split())
    at = 0
    for start, end in sentences(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


def quoted(text: str) -> list[str]:
    return [passage.text for passage in doc(text).passages if passage.inline]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "yes, of course" twice: "no".', ['"yes, of course"', '"no"']),
        ("\u201cSo it is,\u201d she said.", ['"So it is,"']),
        ("Er sagte \u201eja doch\u201c und \u201anein\u2018.", ['"ja doch"', "'nein'"]),
        (
            "Il dit \u00ab oui \u00bb et \u00bbnein\u00ab.",
            ["\u00ab oui \u00bb", "\u00bbnein\u00ab"],
        ),
        ("'Is it so?' she asked. 'No.'", ["'Is it so?'", "'No.'"]),
        ("She said 'the firms' clients know' and left.", ["'the firms' clients know'"]),
        ("\u201cOuter \u2018inner\u2019 words\u201d after", ["\"Outer 'inner' words\""]),
        ("It's the firm's view; the '90s weren't 'em.", []),
        ("A 6\" pipe and 5' of rope.", []),
        ('One " alone, and (") too.', []),
        ('**"Bold words"** and *"more"*.', ['"Bold words"', '"more"']),
        ('("In brackets"), \u2014"dash"\u2014', ['"In brackets"', '"dash"']),
        ('Code `print("x")` is none, "this" is.', ['"this"']),
        ('A "quotation that\nwraps" here', ['"quotation that wraps"']),
        ('Unclosed "here.\n\nAnd "there', []),
        ('Say <q>well done</q> "now".', ["well done", '"now"']),
        ("l'arbre et l'\u00e9t\u00e9 d'\u00e0 c\u00f4t\u00e9", []),
        ('""', []),
    ],
)
def test_words_between_quotation_marks(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_a_passage_has_its_place_marks_included() -> None:
    text = "a \u201cb *c*\u201d d"
    passage = doc(text).passages[0]
    assert passage.span == doc(text).place(2, 9)
    assert (passage.block, passage.start, passage.end, passage.exact) == (0, 2, 7, True)


def test_a_blockquote_is_one_passage_with_all_its_blocks() -> None:
    text = 'a\n\n> b "c d"\n>\n> > e\n>\n> - f\n\n> g\n\nh'
    document = doc(text)
    (passage,) = document.passages
    assert (passage.text, passage.inline) == ('b "c d" e f g', False)
    assert (passage.block, passage.last_block) == (1, 4)
    assert passage.span == document.place(text.index("> b"), text.index("\n\nh"))
    assert [block.quoted for block in document.blocks] == [False, True, True, True, True, False]


def test_a_raw_blockquote_is_a_passage() -> None:
    text = "a\n\n<blockquote>\n<p>b</p>\nc</blockquote>\n\nd"
    (passage,) = doc(text).passages
    assert (passage.text, passage.block, passage.last_block) == ("b c", 1, 2)
    assert passage.span.line == 3
