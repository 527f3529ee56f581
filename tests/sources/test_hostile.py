"""Posts that nobody writes: they cost time in proportion to their size, and break nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.sources import parse_header, read_site
from rapport.sources.docinfo import parse_html, parse_rst
from rapport.sources.problems import Problems
from rapport.sources.text.dialect import Dialect
from rapport.sources.text.markdown import from_markdown
from rapport.sources.text.rendered import from_html, line_finder
from tests.sources.sites import ID, POST, errors, read, settings_of
from tests.sources.texts import doc

# A tracer would be measured too.
pytestmark = pytest.mark.untraced

EVERYTHING = Dialect(admonitions=True, contents=True, loose_fences=True)


def cost(run: Callable[[str], object], text: str) -> float:
    """The processor's time for one run, the better of two."""
    times = []
    for _ in range(2):
        start = time.process_time()
        run(text)
        times.append(time.process_time() - start)
    return min(times)


def grows_straight(run: Callable[[str], object], make: Callable[[int], str]) -> None:
    """Four times the text takes about four times as long; by the square it would be sixteen.

    A busy machine is none of the text's fault: what is too slow must be so every time.
    """
    for _ in range(6):
        small, large = cost(run, make(4_000)), cost(run, make(16_000))
        # What is too quick to be told from the noise is not slow.
        if large < 0.05 or large / max(small, 0.002) < 9:
            return
    raise AssertionError("four times the text took more than nine times as long")


REPEATED = {
    "questions": "?", "dots": ". ", "asterisks": "*a ", "asterisks tight": "a**b", "lines": "_a ",
    "brackets": "[", "links": "[a](", "images": "![a", "references": "[a] [b] ", "ticks": "`a",
    "less": "<", "tags": "<a\n", "tags quoted": '<a ="\n', "comments": "<!--\n", "divs": "<div>\n",
    "divs markdown": '<div markdown="1">\n', "ends": "</div>\n", "headings": "# a\n",
    "rules": "---\n", "heading attributes": " {a} b", "less and asterisks": "<a*(b ",
    "underlined": "a\n===\n", "definitions of links": "[a]: b\n", "abbreviations": "*[a]: b\n",
    "notes": "[^a]: b\n", "definitions": ": b\n", "admonitions": "!!! note\n", "items": "- a\n",
    "items nested": "- a\n    - b\n", "loose": "- a\n\n    b\n\n", "fences": "```x\n",
    "pipes": "a|",
    "rows": "a|b\n", "quotes": '"a ', "singles": "'a ", "curly": "\u201ca ", "escapes": "\\*",
    "entities": "&amp;", "attributes": "*a*{", "combining": "e\u0301", "marks": "\u0301",
    "wide": "\u3002", "addresses": "https://x.example/?a=1. ", "quotations": "> a\n\n", "figures":
    "<figure><figcaption>a", "questions in the U.S.": "U.S. Is it? ",
}  # fmt: skip


@pytest.mark.parametrize("name", REPEATED)
def test_time_grows_with_the_text_and_no_faster(name: str) -> None:
    part = REPEATED[name]
    grows_straight(
        lambda text: from_markdown(text, 0, EVERYTHING),
        lambda size: "# " * (name == "heading attributes") + part * (size // len(part)) + ">",
    )


@pytest.mark.parametrize("part", ["<a ", "<!--", '<a b="', "<p>a ", "<div>", "&amp", "<![CDATA["])
def test_time_for_a_page_grows_with_the_page(part: str) -> None:
    grows_straight(
        lambda text: from_html(text, line_finder(text, 0)), lambda size: part * (size // len(part))
    )


@pytest.mark.parametrize(
    "part", ["a: b\n", "    a\n", "<meta name=a content=b>", ":a: b\n", ".. a\n"]
)
def test_time_for_a_header_grows_with_the_header(part: str) -> None:
    def run(text: str) -> None:
        parse_header(text)
        parse_rst(text, Problems("x"))
        parse_html(f"<head>{text}")

    grows_straight(run, lambda size: part * (size // len(part)))


def test_ten_thousand_quotations_in_each_other() -> None:
    for text in ("> " * 10_000 + "x", ">" * 10_000 + "x", "<blockquote>" * 10_000 + "x"):
        document = doc(text)
        assert len(document.passages) == 1
        assert document.blocks[0].quoted


def test_lists_deeper_than_anybody_writes() -> None:
    text = "\n".join("    " * depth + "- x" for depth in range(300))
    assert doc(text).blocks[0].text == "x"
    assert doc("- " * 5_000 + "x").blocks[0].kind == "item"


def test_a_post_of_five_megabytes_is_read(tmp_path: Path) -> None:
    line = "The crane stood still for eleven days, and nobody asked why. "
    paragraph = line * 10 + "\n\n"
    site = read(tmp_path, {"posts/a.md": POST + paragraph * (5_000_000 // len(paragraph))})
    assert errors(site) == []
    assert site.posts[0].slug == "crane"


def test_a_line_of_a_megabyte_is_read() -> None:
    document = doc("Is it so, or is it otherwise? " * 33_000)
    assert len(document.blocks[0].sentences) == 33_000


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_no_page_and_no_header_breaks_the_reading(text: str) -> None:
    from_html(text)
    parse_rst(text, Problems("x"))
    parse_html(text)
    parse_html(f"<head>{text}")


HEADERS = st.lists(
    st.one_of(
        st.sampled_from(
            ["Title: A", "Date: 2026-05-04", "Author: B", "Status: draft", "Slug: c", "Lang: de",
             "", "Thanks: x - y", "Prompted-by: z", "Id: d", "Updated: 2026-01-01 - x", "Name: N",
             "---", "Role: firm", "Person: a", "Reply-To: b", "Kind: like",
             "Date: 2026-05-04 09:00Z"]
        ),
        st.text(max_size=20),
    ),
    max_size=8,
).map("\n".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(HEADERS, min_size=4, max_size=4), st.binary(max_size=40))
def test_no_files_at_all_break_a_site(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], junk: bytes
) -> None:
    folder = tmp_path_factory.mktemp("site")
    names = ("posts/a.md", "posts/b.rst", "people/a.md", f"comments/c/{ID}.md")
    for name, text in zip(names, texts, strict=True):
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", "replace")
    (folder / "content/posts/junk.md").write_bytes(junk)
    site = read_site(settings_of(folder, AUTHOR="A"))
    assert site == read_site(settings_of(folder, AUTHOR="A"))
    for fault in site.problems:
        assert fault.message
        assert fault.span.line >= 1
