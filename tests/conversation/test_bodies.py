"""What a reader wrote, as HTML: safe whatever it is, and nothing of it lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.conversation import plain, render_body, text_of
from tests.conversation.hostile import ALL, PAYLOADS
from tests.conversation.safety import faults, links

REL = 'rel="nofollow ugc noopener"'


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("one\ntwo\n\nthree", "<p>one<br>two</p><p>three</p>"),
        ("*a* **b** _c_ `d`", "<p><em>a</em> <strong>b</strong> <em>c</em> <code>d</code></p>"),
        ("> a\n> b", "<blockquote><p>a<br>b</p></blockquote>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("1. a", "<ol><li>a</li></ol>"),
        ("```\nx < y\n```", "<pre><code>x &lt; y\n</code></pre>"),
        ("# Costs", "<p>Costs</p>"),
        ("", ""),
        ("\n \n", ""),
    ],
)
def test_restricted_markdown(markdown: str, html: str) -> None:
    assert render_body(markdown) == html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a List<String> b", "a List<String> b"),
        ("<script>alert(1)</script> and after", "<script>alert(1)</script> and after"),
        ("<b>bold</b>", "<b>bold</b>"),
        ("<div>\n**x**\n</div>", "<div> **x** </div>"),
        ("<!-- hidden? -->", "<!-- hidden? -->"),
        ("a < b && c > d", "a < b && c > d"),
        ("&lt;b&gt; &amp;", "<b> &"),
        ("[note]: nothing vanishes", "[note]: nothing vanishes"),
        ("[1]: https://a.example 'title'", "[1]: https://a.example 'title'"),
        ("``` all of this line\ncode\n```", "all of this line code"),
        ("![a drawing](javascript:x)", "a drawing"),
        ("[](https://a.example)", "https://a.example"),
        ("<someone@private.example>", "someone@private.example"),
        ("*a* [b *c*](http://256.0.0.1) d", "a b c d"),
        ("~~no~~ | a | ^b^", "~~no~~ | a | ^b^"),
    ],
)
def test_nothing_is_lost(written: str, shown: str) -> None:
    assert plain(written) == shown


@pytest.mark.parametrize(
    ("written", "href", "text"),
    [
        ("see https://a.example/x.", "https://a.example/x", "https://a.example/x"),
        ("(http://a.example/x_(y))", "http://a.example/x_(y)", "http://a.example/x_(y)"),
        ("“https://a.example/x”", "https://a.example/x", "https://a.example/x"),
        ("https://a.example/__init__.py", "https://a.example/__init__.py",
         "https://a.example/__init__.py"),
        ("*https://a.example/b*", "https://a.example/b", "https://a.example/b"),
        ("https://a.example/a\\_b\\_", "https://a.example/a_b", "https://a.example/a_b"),
        ("https://a.example/?q=1&amp;r=2", "https://a.example/?q=1&r=2",
         "https://a.example/?q=1&r=2"),
        ("<https://a.example/x>", "https://a.example/x", "https://a.example/x"),
        ("[our *case*](https://a.example/x_y_z)", "https://a.example/x_y_z", "our case"),
        ("[x](HTTPS://A.example)", "https://A.example", "x"),
        ("[x](<https://a.example/a b>)", "https://a.example/a%20b", "x"),
        ("![plan](https://a.example/p.png)", "https://a.example/p.png", "plan"),
        ("![](https://a.example/p.png)", "https://a.example/p.png", "https://a.example/p.png"),
        ("[![plan](https://a.example/p.png)](https://b.example)", "https://b.example", "plan"),
        ("[\u200b](https://a.example)", "https://a.example", "\u200bhttps://a.example"),
    ],
)  # fmt: skip
def test_one_link_to_where_it_says(written: str, href: str, text: str) -> None:
    html = render_body(written)
    assert links(html) == [(href, text)]
    assert html.count(REL) == 1


@pytest.mark.parametrize(
    "written",
    [
        "[x](//a.example)", "[x](/a)", "[x](a.html)", "[x](#c-1)", "[x](javascript:alert(1))",
        "[x](data:text/html,x)", "[x](mailto:a@b.example)", "[x](https://a@b.example)",
        "[x](https://a.example\\@b.example)", "[x](https://a.example/&#9;)", "<a@b.example>",
        "[x](ftp://a.example)", "a@b.example", "`https://a.example`", "    https://a.example",
        "xhttps://a.example", "https://", "www.a.example", "http://256.0.0.1/", "http://0א",
        "[x](http://256.0.0.1/)", "*a* https://xn--a.example *b*", "https://xn--.example",
    ],
)  # fmt: skip
def test_no_link(written: str) -> None:
    assert links(render_body(written)) == []


def test_a_bare_address_inside_a_link_is_not_linked_again() -> None:
    html = render_body("[see https://a.example](https://b.example)")
    assert links(html) == [("https://b.example", "see https://a.example")]


def test_quotes_nested_beyond_measure_keep_their_words() -> None:
    html = render_body("> " * 300 + "deep\n\n" + "- " * 3 + "list")
    assert html.count("<blockquote>") == html.count("</blockquote>") == 20
    assert text_of(html) == "deep list"


def test_a_list_nested_beyond_measure_keeps_its_words_apart() -> None:
    written = "".join("  " * level + f"- item{level}\n" for level in range(60))
    assert plain(written).split() == [f"item{level}" for level in range(60)]
    assert faults(render_body(written)) == []


@pytest.mark.parametrize(("kind", "number", "payload"), ALL, ids=lambda value: str(value)[:20])
def test_a_hostile_body_is_safe(kind: str, number: int, payload: str) -> None:
    assert faults(render_body(payload)) == []


WRAPPERS = ("> {}", "- {}\n- x", "`{}`", "**{}**", "[{}](https://ok.example)", "![{}](x)",
            "[x](https://ok.example/{})", "[x](<{}>)", '[x](https://ok.example "{}")', "<{}>",
            "```{}\nx\n```", "a {} b https://ok.example/{}")  # fmt: skip


@pytest.mark.parametrize("wrapper", WRAPPERS)
@pytest.mark.parametrize("kind", [kind for kind in PAYLOADS if kind != "nesting"])
def test_a_hostile_body_is_safe_inside_markup(kind: str, wrapper: str) -> None:
    for payload in PAYLOADS[kind]:
        assert faults(render_body(wrapper.replace("{}", payload))) == [], payload


FRAGMENTS = st.sampled_from(
    ["*", "**", "_", "`", "```", "\n", "\n\n", "> ", "- ", "1. ", "    ", "\t", "[", "](", ")",
     "![", "<", ">", "</", "/>", "<script>", "</script>", "<!--", "-->", "<a href=", '"', "'",
     "&", "&lt;", "&#x202e;", "&#0;", "&#64976;", "]:", "\\", "#", "---", "https://a.example/",
     "http://", "javascript:", "data:", "//", "@", "\x00", "\x1b", "\u202e", "\ufdd0", "\ufffe",
     "\ud800", "\r", "\u2028", "\x85", "\xa0", "a", "b c", "é", "שלום", "😀"]
)  # fmt: skip
ANY_TEXT = st.one_of(
    st.lists(FRAGMENTS, max_size=40).map("".join),
    st.text(st.characters(), max_size=80),
    st.lists(st.one_of(FRAGMENTS, st.text(st.characters(), max_size=8)), max_size=30).map("".join),
)


@given(ANY_TEXT)
@settings(max_examples=800, deadline=None)
def test_whatever_is_written_comes_out_safe(written: str) -> None:
    assert faults(render_body(written)) == []


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_what_came_out_is_shown_and_not_trusted_when_it_comes_in_again(written: str) -> None:
    once = render_body(written)
    assert faults(render_body(once)) == []
    assert faults(render_body(plain(written))) == []


WORDS_AND_TAGS = st.lists(
    st.sampled_from(["alpha", "beta", "gamma1", "<b>", "</b>", "<script>", "</script>", "<i x=1>",
                     "*", "**", "> ", "\n", "\n\n", " ", "- ", "<", ">", "/", '"', "=", "!", "é"]),
    max_size=40,
).map("".join)  # fmt: skip


@given(WORDS_AND_TAGS)
@settings(max_examples=400, deadline=None)
def test_every_word_is_still_there_in_order(written: str) -> None:
    words = re.findall(r"\w+", written.replace("*", ""))
    shown = re.findall(r"\w+", plain(written).replace("*", ""))
    assert "".join(shown) == "".join(words)


@pytest.mark.parametrize(
    "unit",
    [">", "> ", "1. ", "*a **b ", "[", "[](", "![", "<a ", "`", "&#", "https://a.example/_", "((",
     "- a\n", "<div>\n", "[a]: x\n", "](https://a.example)", "\"a", "“", "?", "thanks, "],
)  # fmt: skip
def test_a_long_body_of_one_trick_is_rendered_while_somebody_waits(unit: str) -> None:
    """Nothing is timed: with a cost that grew by the square, this would not end in an hour."""
    assert render_body(unit * 40_000)


def test_plain_is_one_line_of_what_a_reader_sees() -> None:
    assert plain("a *b*\nc\n\n- d\n- e\n\n> f `g`") == "a b c d e f g"
    assert plain("wo*r*d [li**n**k](https://a.example)") == "word link"


def test_lines_that_were_wrapped_by_hand_flow() -> None:
    wrapped = "a *b*\nc  \nd\n\n- e\n- f"
    assert render_body(wrapped, breaks=False) == (
        "<p>a <em>b</em>\nc<br>d</p><ul><li>e</li><li>f</li></ul>"
    )
    assert render_body(wrapped).startswith("<p>a <em>b</em><br>c<br>d</p>")
