"""A rendered page read with places: the same Document as without, and every run true."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given, settings
from markdown import Markdown

from rapport.model import Document
from rapport.sources import imprint, imprint_of_page, page, rendered
from tests.sources.test_as_the_page import CASES, PAGE
from tests.sources.texts import PELICANS, doc


def told(document: Document) -> object:
    """All of a Document but its places."""
    return (
        [(each.kind, each.text, each.quoted, each.sentences) for each in document.blocks],
        [(each.url, each.text, each.block, each.start, each.end) for each in document.links],
        [(each.src, each.alt, each.title, each.block, each.caption) for each in document.images],
        [(each.text, each.inline, each.block, each.last_block) for each in document.passages],
    )


def convert(text: str) -> str:
    return Markdown(**PELICANS).convert(text)


@pytest.mark.parametrize("name", CASES)
def test_it_is_the_document_that_has_no_places(name: str) -> None:
    html = convert(CASES[name])
    assert told(page(html)) == told(rendered(html))


@settings(max_examples=60, deadline=None)
@given(PAGE)
def test_of_any_ordinary_post(text: str) -> None:
    html = convert(text)
    assert told(page(html)) == told(rendered(html))
    assert imprint(doc(text, **PELICANS)).stands_on(imprint_of_page(html))


@pytest.mark.parametrize("name", CASES)
def test_every_run_leads_to_the_html_it_was_written_as(name: str) -> None:
    html = convert(CASES[name])
    for block in page(html).blocks:
        for run in block.runs:
            written = unescape(html[run.source : run.source_end])
            if run.end - run.start == run.source_end - run.source and "<" not in written:
                shown = block.text[run.start : run.end]
                assert " ".join(written.split()) == " ".join(shown.split()) or "\u2019" in written


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ('<p>a<sup><a class="footnote-ref" href="#f">1</a></sup> b</p>', ["a b"]),
        ('<h2>H<a class="x headerlink" href="#h">\u00b6</a></h2>', ["H"]),
        ('<div class="toc"><div>x</div>y</div><p>a</p>', ["a"]),
        ('<div class="toc"><p>never closed', []),
        ('<p>a</p><img class="toc" src="a"><p>b</p>', ["a", "b"]),
    ],
)
def test_what_no_author_wrote_is_left_out(html: str, texts: list[str]) -> None:
    assert [block.text for block in page(html).blocks if block.text] == texts


@pytest.mark.parametrize(
    "html",
    [
        "<p>One  two&nbsp;three</p>",
        "<p>It&#8217;s \u201cso\u201d &mdash; isn\u2019t it?</p>",
        '<p class="a">One</p>\n<pre><code>x = "p"</code></pre><ul>\n<li>two</li></ul>',
        '<p>One<a class="footnote-ref" href="#f">1</a></p><p>two</p>',
    ],
)
def test_the_imprint_of_a_page_is_that_of_its_document(html: str) -> None:
    assert imprint(rendered(html)).stands_on(imprint_of_page(html))


def test_an_imprint_tells_where_blocks_end() -> None:
    assert imprint_of_page("<p>a b</p>") != imprint_of_page("<p>a</p><p>b</p>")
    assert imprint_of_page("<p>a b</p>") == imprint_of_page("<p>a <em>b</em></p>")
