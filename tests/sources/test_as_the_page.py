"""Block texts from the Markdown source are what the rendered page says.

Python-Markdown renders, BeautifulSoup reads the page, and the two lists of blocks must be equal,
word for word and in order, with the same kinds, quotations and links.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from rapport.model import Document
from rapport.sources import rendered
from tests.sources.texts import EVERYTHING, PELICANS, doc, shown

HERE = Path(__file__).parent


def cases(name: str) -> dict[str, str]:
    """The texts of a file of cases: a line `%%%% name`, then the text, one line feed at its end."""
    parts = re.split(r"^%%%% (.*)\n", (HERE / name).read_text("utf-8"), flags=re.MULTILINE)
    texts = (text.removesuffix("\n") for text in parts[2::2])
    return dict(zip(parts[1::2], texts, strict=True))


CASES = cases("pages.txt")
OTHERS = cases("pages_of_other_extensions.txt")


def page(text: str, markdown: dict[str, Any]) -> Document:
    return rendered(Markdown(**markdown).convert(text))


def same(text: str, markdown: dict[str, Any]) -> None:
    ours, theirs = doc(text, **markdown), page(text, markdown)
    assert shown(ours) == shown(theirs)
    for one, other in zip(
        *([block for block in each.blocks if block.text] for each in (ours, theirs)), strict=True
    ):
        assert (one.kind, one.quoted) == (other.kind, other.quoted), one.text
    assert [(link.url, link.text) for link in ours.links] == [
        (link.url, link.text) for link in theirs.links
    ]
    assert [(image.src, image.alt, image.title, image.caption) for image in ours.images] == [
        (image.src, image.alt, image.title, image.caption) for image in theirs.images
    ]
    assert [passage.text for passage in ours.passages] == [
        passage.text for passage in theirs.passages
    ]


@pytest.mark.parametrize("name", CASES)
def test_the_blocks_are_the_pages(name: str) -> None:
    same(CASES[name], PELICANS)


@pytest.mark.parametrize("name", CASES)
def test_the_blocks_of_a_crlf_file_are_the_pages(name: str) -> None:
    ours = doc(CASES[name].replace("\n", "\r\n"), **PELICANS)
    assert shown(ours) == shown(page(CASES[name], PELICANS))


@pytest.mark.parametrize("name", OTHERS)
def test_what_other_extensions_add(name: str) -> None:
    same(OTHERS[name], EVERYTHING)


def test_a_site_without_extensions_shows_their_syntax() -> None:
    text = "a|b\n-|-\nc|d\n\nTerm\n: def\n\n[^1]: note\n\n*[A]: b\n\n```\nx\n```\n\n*a*{: .b}"
    assert shown(doc(text, extensions=["meta"])) == shown(page(text, {"extensions": ["meta"]}))


@pytest.mark.parametrize("name", ["smarty", "nl2br", "sane_lists", "wikilinks"])
def test_extensions_that_change_characters(name: str) -> None:
    text = 'It\'s -- "so" --- ...\nand [[A Page]]\n\n1. a\n- b\n\n2. c'
    markdown = {"extensions": [f"markdown.extensions.{name}"]}
    assert shown(doc(text, **markdown)) == shown(page(text, markdown))


WORDS = st.sampled_from(
    ["plain words", "*em*", "**strong**", "`code`", "[link](http://x.example/)", "[r]", "is it?",
     "&amp;", "\\*", "a_b", "\u201cquoted\u201d", '"said"', "it's", "\u00fc", "note[^1]",
     "<b>bold</b>", "**Bold:**text", "<br>", "![i](a.png)", "www.x.example"]
)  # fmt: skip
LINE = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
START = st.sampled_from(["", "", "- ", "1. ", "> ", "> - ", "    ", "# ", "    - ", "> > ", "- > "])
BLOCK = st.one_of(
    st.tuples(START, LINE, LINE).map(lambda parts: f"{parts[0]}{parts[1]}\n{parts[2]}"),
    st.tuples(START, LINE).map("".join),
    st.just("```\ncode ?\n```"),
    st.just("<div>\nraw *x* &amp; y\n</div>"),
    st.just("a | b\n- | -\nc | *d*"),
    st.just("Term\n:   Definition"),
    st.just("---"),
)
PAGE = st.lists(BLOCK, max_size=7).map(
    lambda blocks: "\n\n".join([*blocks, "[r]: http://r.example/\n\n[^1]: Note *text*"])
)


@settings(max_examples=150, deadline=None)
@given(PAGE)
def test_any_ordinary_post_is_the_page(text: str) -> None:
    assert shown(doc(text, **PELICANS)) == shown(page(text, PELICANS))
