"""Comments that speak to the audit, and the block each of them is about."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from rapport.model import Note, Span
from rapport.settings import from_mapping
from rapport.sources.completing import Markup
from rapport.sources.notes import notes

SETTINGS = from_mapping({"PATH": "content"}, Path("/site"))
C = "<!-- rapport: ignore SEL401 - why -->"


def read(text: str, markup: Markup = "markdown", **values: object) -> tuple[Note, ...]:
    settings = from_mapping({"PATH": "content"} | values, Path("/site")) if values else SETTINGS
    return notes(text, 0, markup, settings)


def cut(text: str, span: Span | None) -> str | None:
    """The words of a text in a span."""
    if span is None:
        return None
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


def abouts(text: str, markup: Markup = "markdown") -> list[str | None]:
    """The block of each note, as it is written."""
    return [cut(text, note.about) for note in read(text, markup)]


def test_what_it_says_and_where() -> None:
    text = f"Text.\n\n  {C}\n\nCall us.\n"
    assert read(text) == (Note("ignore SEL401 - why", Span(3, 3, 3, 3 + len(C)), Span(5, 1, 5, 9)),)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        (f"{C}\n\nOne.\nTwo.\n\nThree.", "One.\nTwo."),
        (f"{C}\nOne.\n\nTwo.", "One."),
        (f"{C}\n\n\n\nOne.\n\nTwo.", "One."),
        (f"Before.\n{C}\n\nOne.\n\nTwo.", "One."),
        (f"{C} One.\nTwo.\n\nThree.", "One.\nTwo."),
        (f"One.\nTwo. {C}\nThree.\n\nFour.", f"One.\nTwo. {C}\nThree."),
        (f"One {C} two.\n\nThree.", f"One {C} two."),
        (f"{C}\n\n# Heading\n\nOne.", "Heading"),
        (f"{C}\n\n- One\n- Two\n\n    More\n\n- Three\n\nEnd.",
         "One\n- Two\n\n    More\n\n- Three"),
        (f"{C}\n1. One\n2. Two\n\nEnd.", "One\n2. Two"),
        (f"- One\n- Two {C}\n- Three", f"Two {C}"),
        (f"- One\n- {C}\n  Two\n- Three", f"{C}\n  Two"),
        (f"- One\n\n    {C}\n\n    More\n\n    Else\n\n- Two", "More"),
        (f"- One\n\n    {C}\n\n- Two\n\n- Three", "Two"),
        (f"- One\n\n    - Deep {C}\n    - Other\n\n- Two", f"Deep {C}"),
        (f"{C}\n\n> One.\n>\n> Two.\n\nEnd.", "> One.\n>\n> Two."),
        (f"> {C}\n>\n> One.\n>\n> Two.\n\nEnd.", "One."),
        (f"> One. {C}\n>\n> Two.", f"One. {C}"),
        (f"{C}\n\n```\ncode\n\nmore\n```\n\nEnd.", "code\n\nmore\n"),
        (f"{C}\n\n<div>\n<p>One.</p>\n\n<p>Two.</p>\n</div>\n\nEnd.",
         "<div>\n<p>One.</p>\n\n<p>Two.</p>\n</div>"),
        (f"<div>\n<p>One.</p>\n{C}\n<p>Two.</p>\n<p>Three.</p>\n</div>", "<p>Two.</p>"),
        (f"<div>\n<p>One. {C} More.</p>\n<p>Two.</p>\n</div>", f"One. {C} More."),
        (f"<div>\n<p>One.</p>\n{C}\n</div>\n\nEnd.", "End."),
        (f"{C}\n\n| a | b |\n|---|---|\n| c | d |\n\nEnd.", "a | b |\n|---|---|\n| c | d"),
        (f"| a | b |\n|---|---|\n| c {C} | d |\n| e | f |", f"c {C}"),
        (f"{C}\n\nTerm\n:   One\n:   Two\n\nEnd.", "Term\n:   One\n:   Two"),
        (f"A note.[^1]\n\n{C}\n\n[^1]: Call us.\n\nEnd.", "Call us."),
        (f"{C}\n\n[a]: https://k.example\n\nOne.", "One."),
        (f"{C}\n\n---\n\nOne.", "One."),
        (f"{C}\n\n![](a.png)\n![](b.png)\n\nEnd.", "![](a.png)\n![](b.png)"),
        (f"{C}\n\n<!-- another comment -->\n\nOne.", "One."),
        (f"One.\n\n{C}", None),
        (f"One.\n\n{C}\n\n", None),
        ("<!--\nrapport: ignore\n  SEL401\n- why\n-->\n\nOne.\n\nTwo.", "One."),
        ("<!-- rapport: ignore SEL401 -\n\nwhy -->\n\nOne.\n\nTwo.", "One."),
        (f"\t{C}", "code"),
    ],
)  # fmt: skip
def test_the_block_it_is_about(text: str, block: str | None) -> None:
    if block == "code":
        assert abouts(text) == []
        return
    assert abouts(text) == [block]
    dos = text.replace("\n", "\r\n")
    expected = block.replace("\n", "\r\n") if block else block
    assert abouts(dos) == [expected]
    assert [(n.words, n.span) for n in read(dos)] == [(n.words, n.span) for n in read(text)]


def test_several_before_one_block_are_all_about_it() -> None:
    text = f"{C}\n{C}\n\n{C} {C}\n\nOne.\n\nTwo."
    assert abouts(text) == ["One."] * 4


def test_words_are_on_one_line() -> None:
    text = "> <!-- rapport:\n> ignore  SEL401 -\n> why not -->\n> One."
    assert [note.words for note in read(text)] == ["ignore SEL401 - why not"]


@pytest.mark.parametrize(
    "text",
    [
        "A comment about rapport: none.",
        "<!-- about rapport: none -->\n\nOne.",
        "<!--rapport-->\n\nOne.",
        f"Write `{C}` here.",
        f"Write ``a ` {C}`` here.",
        f"Code `over\ntwo {C} lines` ends.",
        f"    {C}\n\nOne.",
        f"- One\n\n        {C}",
        f"```\n{C}\n```",
        f"~~~ html\n{C}\n~~~",
        f"<pre><code>\n```\n{C}\n```\n</code></pre>",
        f"\\{C}",
        "<!-- rapport: ignore SEL401 - why",
        "<script>\nx = '<!-- rapport: ignore -->'\n</script>",
    ],
)
def test_what_is_no_comment_to_the_audit(text: str) -> None:
    assert read(text) == ()


def test_a_tab_and_letters_beyond_ascii_move_no_column() -> None:
    text = f"Zoë\t\U0001f914 {C} é"
    (note,) = read(text)
    assert (cut(text, note.span), note.span.column) == (C, 7)


HTML = f"""<body>
<p>One. {C}
More.</p>
{C}
<p>Two</p>
<ul><li>{C} A</li><li>B</li></ul>
loose {C}<hr>{C}<p>End</p></body>"""


def test_html_posts() -> None:
    assert abouts(HTML, "html") == [
        f"One. {C}\nMore.",
        "<p>Two</p>",
        "A",
        "loose ",
        "<p>End</p>",
    ]


def test_a_script_in_html_holds_no_comment() -> None:
    assert read(f"<script>{C}</script><p>One</p>", "html") == ()


R = ".. rapport: ignore SEL401 - why"


@pytest.mark.parametrize(
    ("text", "block"),
    [
        (f"{R}\n\nOne.\nTwo.\n\nThree.", "One.\nTwo."),
        (f"One.\n\n{R}\n\nTwo.\n\nThree.", "Two."),
        (f"{R}\n\n- One\n- Two\n\n  More\n\n- Three\n\nEnd.",
         "- One\n- Two\n\n  More\n\n- Three"),
        (f"{R}\n\n1. One\n\n#. Two\n\nEnd.", "1. One\n\n#. Two"),
        (f"- One\n\n  {R}\n\n  More\n\n  Else\n\n- Two", "More"),
        (f"- One\n\n  {R}\n\n- Two\n\n- Three", "- Two"),
        (f"{R}\n\n    Quoted.\n\n    More.\n\nEnd.", "Quoted.\n\n    More."),
        (f"{R}\n\n.. note::\n\n    One.\n\n    Two.\n\nEnd.",
         ".. note::\n\n    One.\n\n    Two."),
        (f".. note::\n\n    {R}\n\n    One.\n\n    Two.", "One."),
        (f"{R}\n\n.. image:: a.png\n    :alt: x\n\nEnd.", ".. image:: a.png\n    :alt: x"),
        (f"{R}\n\n.. another comment\n    of two lines\n\n.. _target:\n\nOne.\n\nTwo.", "One."),
        (f"{R}\n\n.. [1] A note.\n\nEnd.", ".. [1] A note."),
        (f"{R}\n\nHeading\n=======\n\nOne.", "Heading\n======="),
        (f"{R}\n\nterm\n    meaning\n\nEnd.", "term\n    meaning"),
        (f"One.\n\n{R}\n", None),
        (f"One.\n{R}\n\nTwo.", "none"),
        (f"So::\n\n    {R}\n\nTwo.", "none"),
        (f".. code-block:: rst\n\n    {R}\n\nTwo.", "none"),
    ],
)  # fmt: skip
def test_restructured_text(text: str, block: str | None) -> None:
    expected = [] if block == "none" else [block]
    assert abouts(text, "rst") == expected
    dos = text.replace("\n", "\r\n")
    assert abouts(dos, "rst") == [each and each.replace("\n", "\r\n") for each in expected]


def test_a_long_reason_goes_on_in_the_next_line() -> None:
    text = ".. rapport: ignore SEL401 - the clinic\n   is free\n\nOne."
    assert [note.words for note in read(text, "rst")] == ["ignore SEL401 - the clinic is free"]
    assert abouts(text, "rst") == ["One."]


def test_several_before_one_block_of_restructured_text() -> None:
    assert abouts(f"{R}\n{R}\n\n{R}\n\nOne.\n\nTwo.", "rst") == ["One."] * 3


PIECES = st.sampled_from([
    C, R, "<!--", "-->", "rapport:", "\n", "\n\n", "> ", "- ", "    ", "`", "```\n", "<div>",
    "</div>", "<p>", "One. ", "| a | b |\n|---|---|\n", "\t", "\r\n", "::\n", ".. ", "[^1]: x\n",
    "# ", ":   ", "é", "&amp;", "\u2028", "<pre>", "**",
])  # fmt: skip


def test_a_block_of_code_without_a_line_is_passed_over() -> None:
    (note,) = read("<!-- rapport: ignore SEL401 - why -->\n```\n```\n")
    assert note.about is None
    (note,) = read("<!-- rapport: ignore SEL401 - why -->\n```\n```\n\nCall us.\n")
    assert note.about == Span(5, 1, 5, 9)


@examples(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(["markdown", "rst", "html"]))
def test_any_text_gives_notes_whose_places_lie_in_it(text: str, markup: Markup) -> None:
    lines = text.split("\n")
    for note in read(text, markup):
        assert "rapport" in (cut(text, note.span) or "")
        for span in filter(None, (note.span, note.about)):
            assert 1 <= span.line <= span.end_line <= len(lines)
            assert 1 <= span.column <= len(lines[span.line - 1]) + 1
            assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
            assert (span.line, span.column) < (span.end_line, span.end_column)
