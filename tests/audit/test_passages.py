"""Quotations and their sources, images and their credits, and words."""

from __future__ import annotations

import pytest

from tests.audit.posts import body

SIX = '"a letter in a drawer is knowledge"'


def sources(text: str, lang: str = "en") -> list[bool]:
    return [quoted.source for quoted in body(text, lang).quotations]


@pytest.mark.parametrize(
    "text",
    [
        f"It is said that {SIX}.",
        f"They say {SIX}. It rained.\n\nNobody came.",
        "> It rained all day on the harbour.",
        f"The Clerk wrote {SIX}.",
        f"See [what follows](https://x.com/intent/post?text=a): {SIX}.",
    ],
)
def test_nobody_knows_where_it_is_from(text: str) -> None:
    assert sources(text) == [False]


@pytest.mark.parametrize(
    "text",
    [
        f"It is said in [the judgment](https://j.example) that {SIX}.",
        f"It is said that {SIX}.\n\nSee [the judgment](/j.html).",
        f"Marta Kowal says {SIX}.",
        f"{SIX}, said Judge Achterberg.",
        f"Somebody asked @kowal.\n\nIt is said that {SIX}.",
        f"In *Mercer v. Pole* {SIX} is the rule.",
        f"Under section 14 of the Limitation Act, {SIX}.",
        "> It rained.\n>\n> It stopped.\n\n\u00a7 548 says so.",
        "Marta Kowal wrote.\n\nIt rained.\n\nHere is Kowal:\n\n> It rained all day.",
        f"Lena Brandt says {SIX}.",
    ],
)
def test_its_source_stands_beside_it(text: str) -> None:
    assert sources(text) == [True]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Nach \u00a7 548 BGB gilt: \u201eEin Brief in der Schublade ist Wissen\u201c.", "de"),
        ("L'article 1362 dit : \u00ab\u00a0Une lettre au tiroir est une preuve\u00a0\u00bb.", "fr"),
        ("El art\u00edculo 1303 dice: \u00abUna carta en un caj\u00f3n es prueba\u00bb.", "es"),
    ],
)
def test_other_languages_quote_and_cite(text: str, lang: str) -> None:
    assert sources(text, lang) == [True]
    assert sources(text.replace("\u00a7 548 BGB", "Regel").replace("'article 1362", "a r\u00e8gle")
                   .replace("art\u00edculo 1303", "dicho"), lang) == [False]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ('The mark means "read this letter before you sign it".', "en"),
        ('It stands there, meaning: "read this letter before you sign it".', "en"),
        ("Das bedeutet \u201elies diesen Brief vor der Unterschrift durch\u201c.", "de"),
        ("Cela signifie \u00ab lisez cette lettre avant de signer \u00bb.", "fr"),
        ("Esto significa \u00ablea esta carta antes de firmarla hoy\u00bb.", "es"),
    ],
)
def test_what_a_word_means_is_no_quotation(text: str, lang: str) -> None:
    assert sources(text, lang) == []


def test_a_blockquote_counts_once_with_what_is_nested_in_it() -> None:
    assert sources(f"> It rained.\n>\n> > All day.\n>\n> They said {SIX}.") == [False]


def test_five_words_are_no_quotation_and_headings_are_not_judged() -> None:
    assert (
        sources('It said "a letter is a letter".\n\n## "A letter in a drawer is knowledge"') == []
    )


def test_ten_thousand_nested_quotes_are_one_quotation() -> None:
    assert len(body("> " * 10_000 + "deep").quotations) <= 1


@pytest.mark.parametrize(
    "text",
    [
        '![a](a.png "Photo: Wen Zhao")',
        "![a](a.png)\n*Photo by Wen Zhao*",
        "![a](a.png)\n\nImage courtesy of the registry",
        "![a](a.png)\n\n\u00a9 2026 Wen Zhao",
        "![a](a.png)\n\nDrawn by Wen Zhao.",
        "<figure><img src='a.png' alt='a'><figcaption>Door. Photo: Wen Zhao</figcaption></figure>",
        "![a](a.png)\nCC BY 4.0, Wen Zhao",
        "![a](a.png)\n*[The report of the Harbour Trust](https://trust.example/report)*",
    ],
)
def test_an_image_has_a_credit(text: str) -> None:
    assert [image.credit for image in body(text).images] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "![a](a.png)",
        '![a](a.png "The old door")',
        "![a](a.png)\n\nThe photo was taken in the rain.",
        "![a](a.png)\n\n## Photo: Wen Zhao",
        "![a](a.png)\n\n[The report of the Harbour Trust](https://trust.example/report)",
        "![a](a.png)\n[The same door again](/doors.html)",
        "![a](a.png)\n[Here](https://trust.example/report)",
        "![a](a.png)\n\nQueues like this one are why the registrar asks for e-mail.",
        "Photo: Wen Zhao\n\n![a](a.png)",
        "<figure><img src='a.png' alt='a'><figcaption>The old door</figcaption></figure>",
        "![a](a.png)\n\n" + "Photo by somebody, and then a whole paragraph follows. " * 6,
    ],
)
def test_an_image_has_none(text: str) -> None:
    assert [image.credit for image in body(text).images] == [False]


@pytest.mark.parametrize(
    ("title", "lang", "credit"),
    [
        ("Foto de Ana Ruiz", "es", True),
        ("Plano de la ría, dibujo de Ana Ruiz", "es", True),
        ("Dessin d\u2019Anne Morel", "fr", True),
        ("Zeichnung von Ida Holm", "de", True),
        ("Archives Anne Morel", "fr", True),
        ("Colección Ana Ruiz", "es", True),
        ("Sammlung Ida Holm", "de", True),
        ("Foto por Ana Ruiz", "es", True),
        ("Dibujo hecho por la autora", "es", True),
        ("Croquis par l'auteur", "fr", True),
        ("Ana Ruiz, 2024", "es", True),
        ("Anne Morel-Roy", "fr", True),
        ("Plano por plantas del local", "es", False),
        ("Mapa por barrios", "es", False),
        ("El muelle de Ana Ruiz", "es", False),
        ("Le bureau de Jean Morel", "fr", False),
        ("Retrato de Ana Ruiz", "es", False),
        ("Das Haus von Ida Holm", "de", False),
        ("Plano de San Martín", "es", False),
    ],
)
def test_a_picture_of_somebodys_is_credited_and_a_thing_of_theirs_is_not(
    title: str, lang: str, *, credit: bool
) -> None:
    assert [image.credit for image in body(f'![a](a.png "{title}")', lang).images] == [credit]


@pytest.mark.parametrize(
    ("text", "alt"),
    [("![a door](a.png)", True), ("![](a.png)", False), ("![ ](a.png)", False),
     ("<img src='a.png'>", False), ("<img src='a.png' alt='a door'>", True)],
)  # fmt: skip
def test_alternative_text_is_there_or_not(text: str, *, alt: bool) -> None:
    assert [image.alt for image in body(text).images] == [alt]


def test_two_images_share_no_credit() -> None:
    found = body("![a](a.png)\n\nPhoto: Wen Zhao\n\n![b](b.png)").images
    assert [(image.src, image.credit) for image in found] == [("a.png", True), ("b.png", False)]


def test_words_are_what_readers_read() -> None:
    text = "## Two words\n\nIt's a well-known [case](https://c.example), 3 of 10."
    text += "\n\n```\nnot these\n```"
    assert body(text).words == 9
    assert body("").words == 0


def test_a_credit_stands_behind_an_image_of_raw_html_past_empty_lines() -> None:
    text = (
        '<p class="wide">\n    <img src="a.jpg" alt="A crane" /><br />\n\n'
        "    <small><em>A crane at the quay. Photo by Ida Holm.</em></small>\n</p>\n"
    )
    (image,) = body(text).images
    assert image.credit
