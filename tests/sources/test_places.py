"""Every character of a block, every link, image and quotation stands where it is said to stand."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.model import Document, Span
from rapport.sources.text.dialect import Dialect
from rapport.sources.text.markdown import from_markdown
from tests.sources.test_as_the_page import CASES, PAGE
from tests.sources.texts import PELICANS, doc, shown, written

STRAIGHT = str.maketrans("\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b", "\"\"\"\"''''")


def check(text: str, document: Document) -> None:
    """Every run says what its source says; runs leave no gap; sentences and links lie in texts."""
    for block in document.blocks:
        at = 0
        for run in block.runs:
            assert run.start == at
            at = run.end
            source = text[run.source : run.source_end]
            if len(source) == run.end - run.start:
                plain = re.sub(r"\s", " ", source.translate(STRAIGHT))
                assert plain == block.text[run.start : run.end]
        assert at == len(block.text)
        assert block.line == text.count("\n", 0, block.runs[0].source if at else 0) + 1 or not at
        assert block.text == unicodedata.normalize("NFC", block.text)
        assert "  " not in block.text
        for start, end in (*block.sentences, *block.code):
            assert 0 <= start < end <= len(block.text)
    for link in document.links:
        assert document.blocks[link.block].text[link.start : link.end].strip() == link.text
        assert link.exact


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", CASES)
def test_every_case_leads_back_to_its_source(name: str, end: str) -> None:
    text = CASES[name].replace("\n", end)
    check(text, doc(text, **PELICANS))


@settings(max_examples=150, deadline=None)
@given(PAGE, st.sampled_from(["\n", "\r\n"]))
def test_every_ordinary_post_leads_back_to_its_source(text: str, end: str) -> None:
    text = text.replace("\n", end)
    check(text, doc(text, **PELICANS))


ALPHABET = (
    "ab .?\n\t\r*_`[]()<>&;#-=>|!:{}\\\"'\u201c\u00e9\u0301\u00ad\u2028\U0001f600\x02\x0b1^~/"
)


@settings(max_examples=400, deadline=None)
@given(st.text(ALPHABET, max_size=80))
def test_any_text_at_all_leads_back_to_its_source(text: str) -> None:
    check(text, doc(text, **PELICANS))


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("One *two **three*** four", "two three", "two **three"),
        ("The crane stood\nstill. *Did it\nmove?* Yes.", "Did it move?", "Did it\nmove?"),
        ("> The crane\n> stood *still*.\n", "crane stood still", "crane\n> stood *still"),
        ("- a\n- The crane\n  stood", "crane stood", "crane\n  stood"),
        ("Fish &amp; chips", "& chips", "&amp; chips"),
        ("Fish &amp; chips", "Fish &", "Fish &amp;"),
        ("a \\* b", "* b", "* b"),
        ("See [the\nregister][r] now.\n\n[r]: /u", "the register now", "the\nregister][r] now"),
        ("| a | *b* c |\n|---|---|\n| d | Is it `e`? |", "Is it e?", "Is it `e`?"),
        ("x[^1]\n\n[^1]: A *note*\n    more", "note more", "note*\n    more"),
        ("<div>\n<p>Raw &lt; <b>bold</b></p></div>", "< bold", "&lt; <b>bold"),
        ("\u00fcber \u201cso\u201d \u2014 \U0001f600 *ja?*", "\U0001f600 ja?", "\U0001f600 *ja?"),
        ("cafe\u0301 noir", "caf\u00e9 noir", "cafe\u0301 noir"),
        ("soft\u00adhyphen here", "softhyphen here", "soft\u00adhyphen here"),
        ("tab\tand  two", "tab and two", "tab\tand  two"),
        ("\t- a\n\nTerm\n:\tThe def\n\tgoes on", "The def goes on", "The def\n\tgoes on"),
        ("a <!-- no? --> b", "a b", "a <!-- no? --> b"),
        ("*a*{: .x} b", "a b", "a*{: .x} b"),
        ("**Bold:**text", "Bold:text", "Bold:**text"),
        ("# The *crane* {#c}", "The crane", "The *crane"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_words_are_found_where_they_were_written(
    text: str, words: str, source: str, end: str
) -> None:
    document = doc(text.replace("\n", end))
    number = next(n for n, block in enumerate(document.blocks) if words in block.text)
    found = written(text.replace("\n", end), document, number, words)
    assert found == source.replace("\n", end)


def test_lines_and_columns_count_code_points_from_one() -> None:
    document = doc("\u00fc\U0001f600\tIs it?\r\nYes. [x](u)\r\n")
    block = document.blocks[0]
    assert block.text == "\u00fc\U0001f600 Is it? Yes. x"
    assert document.span(0, 3, 9) == (Span(1, 4, 1, 10), True)
    assert document.links[0].span == Span(2, 6, 2, 12)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("a [b *c*](http://x.example 'T') d", "[b *c*](http://x.example 'T')"),
        ("a [b][r] d\n\n[r]: /u", "[b][r]"),
        ("a [r] d\n\n[r]: /u", "[r]"),
        ("a [b] [r] d\n\n[r]: /u", "[b] [r]"),
        ("a [r][] d\n\n[r]: /u", "[r][]"),
        ("a [r] [] d\n\n[r]: /u", "[r] []"),
        ("a [r]\n[] d\n\n[r]: /u", "[r]\n[]"),
        ("a <http://x.example/> d", "<http://x.example/>"),
        ('a <a href="u">b <i>c</i></a> d', '<a href="u">b <i>c</i></a>'),
        ('<p>\n<a\nhref="u">b</a></p>', '<a\nhref="u">b</a>'),
        ("> a [b\n> c](u) d", "[b\n> c](u)"),
        ("a [b](my file.pdf) d", "[b](my file.pdf)"),
        ("\u00fc\u00fc [b](u\u00e9)", "[b](u\u00e9)"),
    ],
)
def test_a_links_span_is_its_whole_construct(text: str, whole: str) -> None:
    document = doc(text)
    (link,) = document.links
    start = text.index(whole)
    assert link.span == document.place(start, start + len(whole))


@pytest.mark.parametrize(
    ("text", "whole", "alt", "title"),
    [
        ('![a *b*](i.png "T") x', '![a *b*](i.png "T")', "a b", "T"),
        ("x\n\n![](i.png)", "![](i.png)", "", ""),
        ('x <img src="i.png"> y', '<img src="i.png">', None, ""),
        ('<figure><img src=i.png alt="&lt;"></figure>', '<img src=i.png alt="&lt;">', "<", ""),
        ("[![a][r]](u)\n\n[r]: i.png 'T'", "![a][r]", "a", "T"),
        ("![r][]\n\n[r]: i.png 'T'", "![r][]", "r", "T"),
    ],
)
def test_an_image_has_its_place_and_its_words(
    text: str, whole: str, alt: str | None, title: str
) -> None:
    document = doc(text)
    (image,) = document.images
    start = text.index(whole)
    assert image.span == document.place(start, start + len(whole))
    assert (image.src, image.alt, image.title) == ("i.png", alt, title)


def test_a_block_that_holds_only_an_image_has_no_text() -> None:
    document = doc("a\n\n![b](c.png)\n\nPhoto: M. K.")
    assert [block.text for block in document.blocks] == ["a", "", "Photo: M. K."]
    assert document.images[0].block == 1


def test_a_figures_caption_belongs_to_its_image() -> None:
    text = '<figure><img src="a.png"><figcaption>By <a href="u">M.</a></figcaption></figure>'
    document = doc(f"{text}\n\n![b](b.png)")
    assert [(image.src, image.caption) for image in document.images] == [
        ("a.png", "By M."),
        ("b.png", ""),
    ]
    assert [block.kind for block in document.blocks] == ["html", "caption", "paragraph"]


def test_what_is_code_is_marked() -> None:
    document = doc("Use `a ? b` and <kbd>x</kbd>.\n\n    code\n")
    block = document.blocks[0]
    assert [block.text[start:end] for start, end in block.code] == ["a ? b", "x"]
    assert document.blocks[1].kind == "code"
    assert document.blocks[1].sentences == ()


def test_a_mail_address_is_a_link_to_it() -> None:
    assert doc("<a@b.example>").links[0].url == "mailto:a@b.example"


def test_a_header_is_no_text_and_counts_as_lines() -> None:
    text = "Title: a\nDate: 2026-01-01\n\nIs it?\n"
    document = from_markdown(text, text.index("Is"), Dialect())
    assert shown(document) == ["Is it?"]
    assert document.blocks[0].line == 4
    assert document.span(0, 0, 6) == (Span(4, 1, 4, 7), True)


def test_an_address_to_write_to_is_shown_without_its_scheme() -> None:
    document = doc("a <mailto:x@y.example> d")
    assert document.blocks[0].text == "a x@y.example d"
    (link,) = document.links
    assert (link.url, link.span) == ("mailto:x@y.example", document.place(2, 22))
