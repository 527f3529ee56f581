"""HTML from elsewhere becomes restricted Markdown, and the page shows the same words."""

from __future__ import annotations

import re
from html import escape

import pyromark
import pytest
from bs4 import BeautifulSoup, NavigableString, Tag
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.conversation import plain, render_body
from rapport.importers.markup import from_html, from_markdown, from_mixed, from_plain
from rapport.model import ADDRESS, clean_text, safe_url

# Read by another parser than the importer's, the one that browsers' rules were written down in.
_APART = {
    *("p", "div", "h2", "ul", "ol", "li", "blockquote", "pre", "br"),
    *("tr", "td", "th", "table", "tbody", "hr"),
}


def words_of(html: str) -> list[str]:
    """The words a browser shows of a fragment."""
    soup = BeautifulSoup(f"<!DOCTYPE html><body>{html}", "html5lib")
    out: list[str] = []
    todo: list[object] = [soup.body]
    while todo:
        node = todo.pop()
        if isinstance(node, str) and not isinstance(node, NavigableString):
            out.append(node)
        elif type(node) is NavigableString:
            out.append(str(node))
        elif isinstance(node, Tag):
            if node.name in ("script", "style"):
                continue
            if node.name == "img":
                out.append(str(node.get("alt") or "").strip() or safe_url(str(node.get("src"))))
            edge = " " if node.name in _APART else ""
            href = safe_url(str(node.get("href") or "")) if node.name == "a" else ""
            hollow = href and not node.get_text().strip() and not node.find("img")
            inside = [href] if hollow else list(node.children)
            todo += [edge, *reversed(inside), edge]
    return clean_text("".join(out)).split()


def shown(html: str, **options: bool) -> list[str]:
    return plain(from_html(html, **options).text).split()


WORDS = st.text(
    alphabet=st.sampled_from(list("ab1 \n*_`~#>-+=.)([]!\\&;:/|^'\"é<x")) | st.characters(
        codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Zs", "Co", "Cn")),
    min_size=1, max_size=12,
).map(lambda text: text.replace("@", ""))  # fmt: skip
URLS = st.sampled_from(
    ["https://x.example/", "https://x.example/_a_(b)*c*?d=1&copy;=2", "http://x.example/a]b"]
)
TEXTS = WORDS.map(lambda text: escape(text, quote=False))


def tagged(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inline = st.sampled_from(["b", "i", "em", "strong", "code", "u", "span", "sup"])
    return st.one_of(
        st.builds(lambda name, text: f"<{name}>{text}</{name}>", inline, inside),
        st.builds(lambda url, text: f'<a href="{escape(url)}">{text}</a>', URLS, TEXTS),
        st.builds(lambda url: f'<a href="{escape(url)}">{escape(url)}</a>', URLS),
        st.builds(lambda one, other: one + other, inside, inside),
        st.builds(lambda one, other: f"{one}<br>{other}", inside, inside),
    )


INLINE = st.recursive(TEXTS, tagged, max_leaves=8)


def boxed(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds(lambda text: f"<p>{text}</p>", INLINE),
        st.builds(lambda text: f"<pre>\n{text}</pre>", TEXTS),
        st.builds(lambda text: f"<blockquote>{text}</blockquote>", inside),
        st.builds(lambda one, other: f"<ul><li>{one}</li><li>{other}</li></ul>", inside, inside),
        st.builds(lambda one, other: f"<ol><li>{one}<li>{other}</ol>", inside, inside),
        st.builds(lambda one, other: f"{one}\n{other}", inside, inside),
        st.builds(lambda text: f"<h2>{text}</h2>", INLINE),
    )


BODIES = st.recursive(INLINE, boxed, max_leaves=8)


@settings(max_examples=400, deadline=None)
@given(BODIES)
def test_no_word_is_lost_and_none_is_made(html: str) -> None:
    assert shown(html) == words_of(html)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="<>/!-[]&;#ab =\"'\n", max_size=40))
def test_whatever_it_is_there_is_a_body(html: str) -> None:
    from_html(html)
    from_html(html, breaks=True)
    from_markdown(html)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=6).map("\n".join))
def test_a_plain_text_is_shown_as_it_is(text: str) -> None:
    assert plain(from_plain(text).text).split() == clean_text(text).split()


@pytest.mark.parametrize(
    ("html", "text", "dropped"),
    [
        ("<p>Say <b>yes</b>.</p><p>1. Or no</p>", "Say **yes**.\n\n1\\. Or no", ()),
        ("<ul><li>tea<li>milk</ul>after", "- tea\n- milk\n\nafter", ()),
        ("<ol><li>one<ol><li>half</ol><li>two</ol>", "1. one\n\n   1. half\n2. two", ()),
        ("<blockquote>she<br>said</blockquote>so", "> she\n> said\n\nso", ()),
        ("<pre>if a:\n  ```</pre>", "````\nif a:\n  ```\n````", ()),
        ('<a href="https://x.example/">here</a>', "[here](https://x.example/)", ()),
        ('<a href="https://x.example/p">https://x.example/p</a>', "https://x.example/p", ()),
        ('<a href="javascript:x()">press</a>', "press", ("link",)),
        ('<a href="MAILTO:a&#64;x.example">write</a>', "write", ("address",)),
        ("Ask &#106;o&#x40;x.example or k<b>@</b>x.example", "Ask [address] or [address]", ()),
        ('<img src="https://x.example/a.png" alt="A boat">',
         "[A boat](https://x.example/a.png)", ("image",)),
        ('<iframe src="https://x.example/v">no frames</iframe>', "https://x.example/v",
         ("embedded media",)),
        ("<h2>Head</h2><table><tr><td>a<td>b<tr><td>c</table>", "Head\n\na b\n\nc",
         ("heading", "table")),
        ("a<script>alert(1)</script><style>p{}</style><!-- c -->b", "ab", ("script",)),
        ("<s>not</s> &lt;script&gt;", "not \\<script>", ("strikethrough",)),
        ("\u202eback &#8238;wards &#1;", "back wards", ()),
    ],
)  # fmt: skip
def test_markup_that_is_kept_and_markup_that_is_named(
    html: str, text: str, dropped: tuple[str, ...]
) -> None:
    body = from_html(html)
    assert (body.text, body.dropped) == (text, dropped)


def test_in_wordpress_a_line_ends_where_it_ends() -> None:
    assert from_html("one\ntwo\n\n<b>three</b>", breaks=True).text == "one\ntwo\n\n**three**"
    assert from_html("one<br />\ntwo", breaks=True).text == "one\ntwo"
    assert from_html("one\ntwo").text == "one two"


def test_a_body_nested_a_hundred_thousand_deep_is_read() -> None:
    assert plain(from_html("<blockquote><ul><li>" * 30_000 + "deep").text) == "deep"
    assert plain(from_html("<b><i>" * 50_000 + "deep").text) == "deep"


def test_markdown_from_elsewhere_stays_but_for_addresses() -> None:
    body = from_markdown("# Hi\n\nmail jo@x.example ![pic](https://x.example/a.png)\n")
    assert body.text == "# Hi\n\nmail [address] ![pic](https://x.example/a.png)"
    assert body.dropped == ("heading", "image")


def test_what_an_address_hides_in_is_taken_out_with_it() -> None:
    body = from_html('<a href="https://x.example/?to=jo%40x.example">mail</a>').text
    assert ADDRESS not in body
    assert "x.example" not in body


def test_a_link_is_one_that_the_page_shows() -> None:
    body = from_html('<a href="https://x.example/a_(b)?c=1&amp;lt;">a [b] *c*</a>').text
    html = render_body(body)
    assert re.findall('href="([^"]*)"', html) == ["https://x.example/a_(b)?c=1&amp;lt;"]
    assert ">a [b] *c*</a>" in html


def test_words_stay_that_stand_right_beside_an_address() -> None:
    assert from_plain("发到jo@x.example，多谢").text == "发到[address]，多谢"
    assert from_plain("jörg@münchen.example!").text == "[address]!"


@pytest.mark.parametrize("open_", ["<a ", '<a href="', "<!--", "<![", "</a", "<!-- a > "])
def test_what_is_never_closed_is_text_and_costs_no_more_than_text(open_: str) -> None:
    assert plain(from_html(open_ * 20_000 + "words").text).endswith("words")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("I *agree*.\nNo.", "I *agree*.\nNo."),
        ("<b>a</b>\nb", "**a**\nb"),
        ("a <br/> b\n\n- <i>c</i>\n- d", "a\nb\n\n- *c*\n- d"),
        ("`<b>` and <b>c</b>", "`<b>` and **c**"),
        ("```\nx < y\n```\n<p>z</p>", "```\nx < y\n```\n\nz"),
        ("a <https://x.example> b", "a <https://x.example> b"),
        ("A Map<String> <b>c</b>", "A Map<String> <b>c</b>"),
        ("<script>a</script> <b>c</b>", "<script>a</script> <b>c</b>"),
        ("<p>a</p><script>\nb\n</script>", "<p>a</p><script>\nb\n</script>"),
        ("a < b and c > d", "a < b and c > d"),
        ("<p>a<!-- b --></p>", "a"),
        ("<b>w@mail.example</b>", "**[address\\]**"),
    ],
)
def test_markdown_with_html_is_what_its_page_made_of_it(text: str, body: str) -> None:
    assert from_mixed(text).text == body


PIECES = st.sampled_from(
    [
        *(
            "<b>a</b>",
            "*b*",
            "`c < d`",
            "\n- e",
            "\n\n",
            "<p>",
            "</p>",
            "<br>",
            " < ",
            "\n> q",
            "f",
        ),
        *(
            "<i>",
            "</i>",
            "&lt;g&gt;",
            " ",
            "\n",
            "1. h",
            "<pre>",
            "</pre>",
            "[k](https://x.example)",
        ),
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_markdown_with_html_loses_no_word(text: str) -> None:
    body = from_mixed(text)
    if body.text != from_markdown(text).text:
        assert "".join(plain(body.text).split()) == "".join(words_of(pyromark.html(text)))
