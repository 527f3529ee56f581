"""What stands at a place in the source is found on the page: these words, and no others."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

import pytest
from hypothesis import given, settings
from markdown import Markdown

from rapport.audit import measure
from rapport.model import Span
from rapport.sources import Shown, placed
from tests.audit.posts import CONTEXT, read
from tests.gold.labels import Gold, golds
from tests.sources.test_as_the_page import PAGE
from tests.sources.texts import PELICANS, doc

HEAD = "Title: A post\nDate: 2026-01-05\nAuthors: Lena Brandt\n\n"
GOLDS = golds()


def convert(text: str) -> str:
    return Markdown(**PELICANS).convert(text)


def words(html: str) -> str:
    """What HTML says, as the text of a block has it."""
    text = unicodedata.normalize("NFC", unescape(html.replace("<br />", " ")))
    for curly, straight in zip("\u201c\u201d\u201e\u2018\u2019", '"""\'\'', strict=True):
        text = text.replace(curly, straight)
    return re.sub(r"[\u200b\xad]", "", " ".join(text.split()))


def said(html: str, shown: Shown) -> str:
    return words("".join(html[start:end] for start, end in shown.stretches))


def found(text: str, what: str, html: str = "", nth: int = 1) -> list[str]:
    """The stretches of HTML that show the n-th occurrence of some words of a text."""
    at = -1
    for _ in range(nth):
        at = text.index(what, at + 1)
    html = html or convert(text)
    before, upto = text[:at], text[: at + len(what)]
    span = Span(
        before.count("\n") + 1,
        at - before.rfind("\n"),
        upto.count("\n") + 1,
        at + len(what) - upto.rfind("\n"),
    )
    [shown] = placed(doc(text, **PELICANS), html, [span])
    return [html[start:end] for start, end in shown.stretches] if shown else []


@pytest.mark.parametrize("gold", GOLDS, ids=lambda gold: gold.name)
def test_every_fact_of_a_gold_post_is_found_word_for_word(gold: Gold) -> None:
    post, document = read(gold.text)
    html = convert(post.text[post.body :])
    facts = measure(post, document, CONTEXT)
    told = [*facts.questions, *facts.invitations, *facts.pitch, *facts.links]
    texts = [(each.text, each.span) for each in told if each.exact]
    texts += [(each.name, each.span) for each in facts.people if each.exact]
    first = post.text.count("\n", 0, post.body) + 1
    texts = [(text, span) for text, span in texts if span.line >= first and text]
    assert texts
    for (text, _), shown in zip(
        texts, placed(document, html, [span for _, span in texts]), strict=True
    ):
        assert shown is not None, text
        assert said(html, shown) == text


@settings(max_examples=60, deadline=None)
@given(PAGE)
def test_every_sentence_of_any_ordinary_post_is(text: str) -> None:
    document, html = doc(text, **PELICANS), convert(text)
    sentences = [
        (block.text[start:end], document.span(number, start, end)[0])
        for number, block in enumerate(document.blocks)
        if block.runs and block.kind != "code"
        for start, end in block.sentences
        if any(map(str.isalnum, block.text[start:end]))
    ]
    places = placed(document, html, [span for _, span in sentences])
    for (sentence, _), shown in zip(sentences, places, strict=True):
        assert shown is not None, sentence
        assert said(html, shown) == sentence


@pytest.mark.parametrize(
    ("text", "what", "stretches"),
    [
        ("One. Have you? Two.", "Have you?", ["Have you?"]),
        ("One. *Have* you? Two.", "Have* you?", ["Have", " you?"]),
        ("See [*the* map](/m) now.", "[*the* map](/m)", ["the", " map"]),
        ("Fish &amp; chips, is it?", "Fish &amp; chips", ["Fish &amp; chips"]),
        ("a\n\nSame. Same.\n\nSame.", "Same", ["Same"]),
        ("Use `a ? b` so?", "Use `a ? b` so?", ["Use ", "a ? b", " so?"]),
        ("over\ntwo lines?", "over\ntwo lines?", ["over\ntwo lines?"]),
        ("> One?\n>\n> Two?", "> One?\n>\n> Two?", ["One?", "Two?"]),
        ("![only](a.png)", "![only](a.png)", ['<img alt="only" src="a.png" />']),
        ("One ![a](a.png) two", "![a](a.png)", ['<img alt="a" src="a.png" />']),
        ("[![a](a.png)](/m)", "[![a](a.png)](/m)", ['<img alt="a" src="a.png" />']),
        ("<div>raw <b>Have</b> you?</div>", "Have</b> you?", ["Have", " you?"]),
        ("Note[^1] here?\n\n[^1]: What?", "Note[^1] here?", ["Note", " here?"]),
        ("Note[^1] here?\n\n[^1]: What?", "What?", ["What?"]),
        ("a | b\n- | -\nc | d?", "d?", ["d?"]),
        ("See [\u21d7](/m) and [\u21d7](/n).", "[\u21d7](/n)", ["\u21d7"]),
    ],
)
def test_words_across_tags_entities_and_blocks(text: str, what: str, stretches: list[str]) -> None:
    assert found(text, what) == stretches


def test_of_repeated_words_those_at_the_place() -> None:
    text = "Have you?\n\nWell. Have you?\n\nHave you?"
    html = convert(text)
    starts = []
    document = doc(text, **PELICANS)
    for span in (Span(1, 1, 1, 10), Span(3, 7, 3, 16), Span(5, 1, 5, 10)):
        [shown] = placed(document, html, [span])
        assert shown is not None
        starts += [shown.stretches[0][0]]
    assert starts == [found.start() for found in re.finditer("Have you", html)]


def test_where_marks_became_others_the_letters_tell() -> None:
    html = "<p>It&#8217;s so&#8212;isn&#8217;t it&#8230; you?</p>"
    assert found("It's so -- isn't it... you?", "isn't it... you?", html) == [
        "isn&#8217;t it&#8230; you?"
    ]


def test_where_a_block_has_other_words_they_are_looked_for() -> None:
    text = "We use {{ x }}. Have you?"
    assert found(text, "Have you?", "<p>We use Acme. Have you?</p>") == ["Have you?"]
    assert found(text, "Have you?", "<p>Have you Acme? Have you?</p>") == []
    assert found(text, "Have you?", "<p>We use Acme.</p>") == []


@pytest.mark.parametrize(
    ("text", "what", "tail"),
    [
        ("See [the map](/m) now.", "the map", " now.</p>"),
        ("See [the map of it](/m) now.", "the map", " now.</p>"),
        ("See the map now.", "the map", " now.</p>"),
        ('<p>See <a id="x">the map</a> now.</p>', "the map", " now.</p>"),
    ],
)
def test_a_link_may_follow_outside_of_links(text: str, what: str, tail: str) -> None:
    html = convert(text)
    at = text.index(what)
    [shown] = placed(doc(text, **PELICANS), html, [Span(1, at + 1, 1, at + 1 + len(what))])
    assert shown is not None
    assert html[shown.after :] == tail


def test_what_is_not_shown_is_nowhere() -> None:
    assert found("One.\n\n*[HTML]: Hyper\n\nTwo.", "Hyper") == []
    assert found("One <!-- two? --> three", "two?") == []


@pytest.mark.parametrize("piece", ["<a>", "<", "</a>", "&", "<p>", "a "])
def test_any_page_will_do(piece: str) -> None:
    assert found("Have you ever?", "Have you ever?", piece * 20_000 + "<p>Have you ever?</p>")
