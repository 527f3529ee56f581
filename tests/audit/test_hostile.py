"""Any text can be measured: it ends soon, every place lies in the file, and nothing is raised."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.audit import measure
from rapport.model import Block, Document, Facts, LinkText, Passage, Picture, Run, Span
from rapport.sources import document
from tests.audit.posts import CONTEXT, SETTINGS, body, post, read

PIECES = st.sampled_from([
    "Ana Ruiz", "v. ", "& ", "@ana", "@a@b.example", "What do you think", "?", "Call us", "today",
    ". ", "\n", "\n\n", "> ", "[", "](https://k.example)", "](/x)", "![", "`", "```\n", "<b>",
    "<!-- ", " -->", '"', "\u201e", "\u201c", "\u00ab ", " \u00bb", "'", "\u2019s", "**", "_", "- ",
    "1. ", "# ", "| a | b |\n|---|---|\n", "\t", "&amp;", "e\u0301", "\u202e", "\U0001f914",
    "\u00bf", "J. R. ", "de la ", "LLP", "section 14", "Photo: ", "(c) ", "no win, no fee",
    "Tell us in the comments", "Dr. ", "O'", "\r\n", "\u2028", "{: .x}", "[^1]", "<img src=x>",
])  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=30).map("".join)
LANGS = st.sampled_from(["en", "de", "fr", "es", "fi"])


def every_span(facts: Facts) -> list[Span]:
    groups = (facts.questions, facts.invitations, facts.people, facts.pitch, facts.quotations,
              facts.links, facts.images)  # fmt: skip
    return [fact.span for group in groups for fact in group]


@settings(max_examples=150, deadline=None)
@given(TEXTS, LANGS)
def test_any_markdown_is_measured_and_every_place_lies_in_the_file(text: str, lang: str) -> None:
    whole = f"Title: A\nDate: 2026-01-05\nLang: {lang}\nAuthors: Lena Brandt\n\n{text}"
    made = post(whole)
    facts = measure(made, document(made, SETTINGS), CONTEXT)
    lines = whole.split("\n")
    for span in every_span(facts):
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert span.end_column <= len(lines[span.end_line - 1]) + 1
        assert (span.line, span.column) <= (span.end_line, span.end_column)
    assert facts.words >= 0


@settings(max_examples=150, deadline=None)
@given(TEXTS.map(lambda text: text.replace("\n", " ")), LANGS, st.data())
def test_any_document_is_measured(text: str, lang: str, data: st.DataObject) -> None:
    """Documents no reader makes too: stretches that overlap, sentences that leave gaps."""
    size = len(text)
    cut = st.tuples(st.integers(0, size), st.integers(0, size)).map(lambda c: (min(c), max(c)))
    sentences = tuple(sorted(data.draw(st.lists(cut, max_size=4))))
    kind = data.draw(st.sampled_from(["paragraph", "heading", "item", "cell", "caption", "html"]))
    runs = (Run(0, size, 7, 7 + size),) if size and data.draw(st.booleans()) else ()
    block = Block(kind, text, 1, sentences, data.draw(st.booleans()), runs)
    start, end = data.draw(cut)
    link = LinkText("https://k.example", text[start:end], Span(1, 1, 1, 2), 1, start, end)
    quote = Passage(text[start:end], Span(1, 1, 1, 2), data.draw(st.booleans()), 1, 1, start, end)
    image = Picture("a.png", None, "", Span(1, 1, 1, 2), 1)
    doc = Document((block, block), (link,), (image,), (quote,), (0, 5, 9))
    made = post(f"Title: A\nDate: 2026-01-05\nLang: {lang}\nAuthors: L\n\nx")
    assert measure(made, doc, CONTEXT).path == made.path


BOMBS = {
    "capitals": "Ana ",
    "particles": "Ana de la ",
    "initials": "J. ",
    "handles": "@a",
    "questions": "Would you? ",
    "calls": "call call us ",
    "quotes": '"a b c d e f" ',
    "apostrophes": "O'",
    "versus": "A v. ",
    "closers": "?)\"' ",
    "links": "[Ana Ruiz](https://k.example) ",
    "images": "![](a.png) Photo: ",
    "one word": "a",
    "marks": "? ",
    "numbers": "section 1 ",
    "share": "[x](https://x.com/share?u=//) ",
    "emoji": "\U0001f914",
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
@pytest.mark.parametrize("lang", ["en", "de"])
def test_a_bomb_is_measured_while_somebody_waits(bomb: str, lang: str) -> None:
    """Nothing is timed: with a cost that grew by the square, this would not end in an hour."""
    head = f"Title: A\nDate: 2026-01-05\nLang: {lang}\nAuthors: Lena Brandt\n\n"
    made, doc = read(head + bomb * (150_000 // len(bomb)))
    assert measure(made, doc, CONTEXT).path == made.path


def test_an_empty_post_does_nothing() -> None:
    facts = body("")
    assert every_span(facts) == []
    assert facts.words == 0
