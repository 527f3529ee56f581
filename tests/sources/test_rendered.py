"""Documents from rendered HTML, for reStructuredText and HTML posts."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.model import Span
from rapport.sources import document, rendered
from tests.sources.sites import only_post, read, settings_of

RST = (
    "Crane\n=====\n\n:date: 2026-05-04\n:author: A\n\nThe *crane* stood.\n\n"
    "Section\n-------\n\nDid it move? `See <http://x.example/>`_.\n\n- one\n- two\n\n"
    "    A quotation.\n\n.. image:: a.png\n   :alt: A crane\n"
)
PAGE = (
    "<p>The <em>crane</em> stood.</p><div class='section'><h2>Section</h2>"
    "<p>Did it move? <a class='reference external' href='http://x.example/'>See</a>.</p>"
    "<ul class='simple'><li>one</li><li><p>two</p></li></ul>"
    "<blockquote>A quotation.</blockquote>"
    "<img alt='A crane' src='a.png'></div>"
)


def test_restructuredtext_is_read_from_its_page_with_the_lines_of_its_source(
    tmp_path: Path,
) -> None:
    post = only_post(read(tmp_path, {"posts/a.rst": RST}))
    found = document(post, settings_of(tmp_path), PAGE)
    assert [(block.kind, block.text, block.line) for block in found.blocks] == [
        ("paragraph", "The crane stood.", 7),
        ("heading", "Section", 9),
        ("paragraph", "Did it move? See.", 12),
        ("item", "one", 14),
        ("item", "two", 15),
        ("paragraph", "A quotation.", 17),
        ("html", "", 19),
    ]
    assert found.blocks[2].sentences == ((0, 12), (13, 17))
    assert all(block.runs == () for block in found.blocks)
    assert found.span(2, 0, 12) == (Span(12, 1, 12, 1), False)
    (link,) = found.links
    assert (link.url, link.text, link.span, link.exact) == (
        "http://x.example/",
        "See",
        Span(12, 1, 12, 1),
        False,
    )
    (image,) = found.images
    assert (image.alt, image.span, image.exact) == ("A crane", Span(19, 1, 19, 1), False)
    (passage,) = found.passages
    assert (passage.text, passage.block, passage.exact) == ("A quotation.", 5, False)


def lines_of_images(tmp_path: Path, name: str, source: str, html: str | None) -> list[int]:
    post = only_post(read(tmp_path, {f"posts/{name}": source}))
    return [image.span.line for image in document(post, settings_of(tmp_path), html).images]


def test_an_image_without_words_has_the_line_it_was_written_in(tmp_path: Path) -> None:
    source = (
        "Crane\n=====\n\n:date: 2026-05-04\n:author: A\n\nThe crane stood.\n\n"
        ".. image:: {static}/one.png\n\n.. image:: /two%20cranes.png\n\nIt moved.\n\n"
        "* In a list\n\n  .. figure:: three.png\n     :target: http://x.example/\n"
    )
    html = (
        '<p>The crane stood.</p><img src="{static}/one.png"><img src="/two%20cranes.png">'
        '<p>It moved.</p><ul><li><p>In a list</p><figure><a href="http://x.example/">'
        '<img src="three.png"></a></figure></li></ul>'
    )
    assert lines_of_images(tmp_path, "a.rst", source, html) == [9, 11, 17]


def test_the_images_of_a_page_of_html_have_their_lines(tmp_path: Path) -> None:
    source = (
        "<html><head><title>T</title><meta name='date' content='2026-05-04'>\n"
        "<meta name='author' content='A'></head><body>\n<p>The crane stood.</p>\n"
        "<p><img src='one.png'></p>\n\n<ul>\n<li><img src='a%C3%A9.png'></li></ul></body></html>"
    )
    assert lines_of_images(tmp_path, "a.html", source, None) == [4, 7]


def test_an_image_that_stands_nowhere_in_the_source_has_the_line_before_it(tmp_path: Path) -> None:
    html = "<p>The <em>crane</em> stood.</p><img src='made-up.png'><img src=''>"
    assert lines_of_images(tmp_path, "a.rst", RST, html) == [7, 7]


def test_roles_and_substitutions_stand_between_words(tmp_path: Path) -> None:
    source = RST.replace("Did it move?", "Did :kbd:`it` |crane| move?")
    post = only_post(read(tmp_path, {"posts/a.rst": source}))
    found = document(post, settings_of(tmp_path), "<p>Did <kbd>it</kbd> move?</p>")
    assert found.blocks[0].line == 12


@pytest.mark.parametrize(
    ("html", "quoted"),
    [
        ("<blockquote><ul><li>one</li></ul></blockquote>", False),
        ("<blockquote>\n<blockquote><ol><li>one</li></ol>\n</blockquote></blockquote>", False),
        ("<blockquote><p>one</p><ul><li>two</li></ul></blockquote>", True),
        ("<blockquote>one</blockquote>", True),
        ("<blockquote>" * 3000 + "one" + "</blockquote>" * 3000, True),
    ],
)
def test_a_list_that_is_indented_is_no_quotation_in_restructuredtext(
    tmp_path: Path, html: str, quoted: bool
) -> None:
    post = only_post(read(tmp_path, {"posts/a.rst": RST}))
    found = document(post, settings_of(tmp_path), html)
    assert [block.quoted for block in found.blocks] == [quoted] * len(found.blocks)
    assert len(found.passages) == quoted


def test_a_list_may_be_quoted_on_a_page(tmp_path: Path) -> None:
    assert len(rendered("<blockquote><ul><li>one</li></ul></blockquote>").passages) == 1


def test_restructuredtext_needs_its_page(tmp_path: Path) -> None:
    post = only_post(read(tmp_path, {"posts/a.rst": RST}))
    with pytest.raises(ValueError, match=r"content/posts/a\.rst"):
        document(post, settings_of(tmp_path))


def test_an_html_post_is_its_own_page(tmp_path: Path) -> None:
    text = (
        "<html><head><title>A</title><meta name='date' content='2026-05-04'></head>\n<body>\n"
        "<p>One &amp; two</p>\n<p>Three</p>\n</body></html>"
    )
    post = only_post(read(tmp_path, {"posts/a.html": text}, AUTHOR="A"))
    found = document(post, settings_of(tmp_path))
    assert [(block.text, block.line) for block in found.blocks] == [("One & two", 3), ("Three", 4)]


def test_markdown_is_read_from_its_source_whatever_the_page(tmp_path: Path) -> None:
    text = "Title: A\nDate: 2026-05-04\nAuthor: B\n\nIs *it*?\n"
    post = only_post(read(tmp_path, {"posts/a.md": text}))
    settings = settings_of(tmp_path)
    assert document(post, settings, "<p>other</p>") == document(post, settings)
    assert document(post, settings).blocks[0].line == 5


def texts(html: str) -> list[str]:
    return [block.text for block in rendered(html).blocks]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("loose <b>text</b><p>para</p>tail", ["loose text", "para", "tail"]),
        ("<p>a<br>b<br/>c</p>", ["a b c"]),
        ("<p>a<sup><a class='footnote-ref' href='#f'>1</a></sup> b</p>", ["a b"]),
        ("<h2>H<a class='headerlink' href='#h'>\u00b6</a></h2>", ["H"]),
        ("<div class='toc'><ul><li>H</li></ul></div><p>a</p>", ["a"]),
        ("<script>if (a<b) x()</script><style>p{}</style><p>a</p><!-- b -->", ["a"]),
        ("<p>a<p>b", ["a", "b"]),
        ("<p>a</div></b></p>", ["a"]),
        ("<p>1 < 2 & 3 > 2 <notatag", ["1 < 2 & 3 > 2 <notatag"]),
        ("<ruby>a<rt>b</rt></ruby>", ["ab"]),
        ("<table><caption>c</caption><tr><td>a</td><th>b</th></tr></table>", ["c", "a", "b"]),
    ],
)
def test_what_a_page_shows(html: str, found: list[str]) -> None:
    assert texts(html) == found


def test_deep_nesting_is_no_matter() -> None:
    assert texts("<div>" * 20_000 + "x" + "</div>" * 20_000) == ["x"]
    assert rendered("<blockquote>" * 10_000 + "x").passages[0].text == "x"


def test_lines_are_found_in_order_and_never_run_backwards(tmp_path: Path) -> None:
    text = "A\n=\n\n:date: 2026-05-04\n:author: A\n\nSame words.\n\nOther.\n\nSame words.\n"
    post = only_post(read(tmp_path, {"posts/a.rst": text}))
    page = "<p>Same words.</p><p>Not there at all.</p><p>Other.</p><p>Same words.</p>"
    found = document(post, settings_of(tmp_path), page)
    assert [block.line for block in found.blocks] == [7, 7, 9, 11]
