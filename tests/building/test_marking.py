"""Marks in the HTML of a post: every finding has its place, and nothing else changes."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from rapport.building.marking import marked
from rapport.sources import Shown, placed
from tests.sources.test_as_the_page import PAGE
from tests.sources.texts import PELICANS, doc

_OURS = re.compile(r'<mark class="found"[^>]*>|</mark>|<sup class="found-note">.*?</sup>')


def note(number: int) -> str:
    return (
        f'<sup class="found-note"><a href="#finding-{number}">'
        f'<span class="vh">Finding </span>{number}</a></sup>'
    )


def shown(html: str, *words: str, after: str = "") -> Shown:
    """A place made of words of HTML; `after` are the words a note comes after."""
    stretches = [(html.index(word), html.index(word) + len(word)) for word in words]
    end = html.index(after) + len(after) if after else stretches[-1][1]
    return Shown(tuple(stretches), end)


def test_a_mark_has_a_name_and_a_note_that_leads_back() -> None:
    html = "<p>One. Have you? Two.</p>"
    assert marked(html, [(3, shown(html, "Have you?"))]) == (
        '<p>One. <mark class="found" id="mark-3">Have you?</mark>' + note(3) + " Two.</p>"
    )


def test_only_the_first_stretch_has_the_name() -> None:
    html = '<p>See <em>the</em> <a href="/m">map of</a>.</p>'
    place = shown(html, "See ", "the", "map", after="</a>")
    assert marked(html, [(1, place)]) == (
        '<p><mark class="found" id="mark-1">See </mark><em><mark class="found">the</mark></em> '
        '<a href="/m"><mark class="found">map</mark> of</a>' + note(1) + ".</p>"
    )


def test_findings_that_share_words_each_have_a_place() -> None:
    html = "<p>Have you been here?</p>"
    made = marked(
        html,
        [
            (1, shown(html, "Have you been here?")),
            (2, shown(html, "Have you been here?")),
            (3, shown(html, "here")),
        ],
    )
    assert made == (
        '<p><mark class="found" id="mark-1"><mark class="found" id="mark-2">Have you been '
        '</mark></mark><mark class="found" id="mark-3">here</mark>' + note(3) +
        '<mark class="found">?</mark>' + note(1) + note(2) + "</p>"
    )  # fmt: skip


def test_nothing_to_mark_changes_nothing() -> None:
    assert marked("<p>One.</p>", []) == "<p>One.</p>"


class _Nesting(HTMLParser):
    """Fails where an element ends inside another."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links = 0
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "img", "hr", "input"):
            assert tag != "a" or "a" not in self.open, "a link in a link"
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<hr />`: nothing opens."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@settings(max_examples=80, deadline=None)
@given(PAGE, st.data())
def test_whatever_is_marked_the_rest_stays_as_it_was(text: str, data: st.DataObject) -> None:
    document = doc(text, **PELICANS)
    html = Markdown(**PELICANS).convert(text)
    sentences = [
        document.span(number, start, end)[0]
        for number, block in enumerate(document.blocks)
        if block.runs
        for start, end in block.sentences
    ]
    links = [link.span for link in document.links]
    chosen = data.draw(st.lists(st.sampled_from([*sentences, *links]), max_size=6)) if (
        sentences or links
    ) else []  # fmt: skip
    places = [(n, at) for n, at in enumerate(placed(document, html, chosen), 1) if at]
    made = marked(html, places)
    assert _OURS.sub("", made) == html
    for number, _ in places:
        assert made.count(f'id="mark-{number}"') == 1
        assert made.count(f'href="#finding-{number}"') == 1
    _Nesting(made)


@pytest.mark.parametrize("count", [1_000, 4_000])
def test_many_marks_are_no_matter(count: int) -> None:
    html = "<p>" + "word " * count + "</p>"
    places = [(n, Shown(((3 + 5 * n, 7 + 5 * n),), 7 + 5 * n)) for n in range(count)]
    assert marked(html, places).count("<mark") == count
