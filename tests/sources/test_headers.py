"""Headers of Markdown files: as Pelican reads those of posts, strictly those of the others."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.meta import MetaPreprocessor

from rapport.model import Field, Span
from rapport.sources import parse_header
from rapport.sources.headers import parse_strict, strict_keys
from rapport.sources.problems import Problems

LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["---", "...", "--- x", "", "  ", "Title: a", "title:b", "   Key-1:  v  ", "    more",
             "     more: x", "\tmore", "text", "a: b: c", ":x", "Key :x", "Ü: x", "a_b:", "----"]
        ),
        st.text(alphabet="ab:- .\t_1ü", max_size=12),
    ),
    max_size=9,
)  # fmt: skip


def pelicans(text: str) -> tuple[dict[str, list[str]], str]:
    """What Python-Markdown's own extension makes of a header, and the text it leaves."""
    md = Markdown()
    lines = md.preprocessors["normalize_whitespace"].run(text.split("\n"))
    meta = MetaPreprocessor(md)
    rest = meta.run(lines)
    return md.Meta, "\n".join(rest).rstrip()  # type: ignore[attr-defined]


@given(LINES)
@example(["---", "Title: a", "---", "text"])
@example(["Title: a", "    more", "Date: b", "...", "text"])
def test_a_posts_header_is_what_pelican_reads(lines: list[str]) -> None:
    text = "\n".join(lines)
    head = parse_header(text)
    found = defaultdict(list)
    for field in head.header.fields:
        found[field.key].append(" ".join(field.value.split()))
    meta, rest = pelicans(text)
    spaced = {key: [" ".join(value.split()) for value in values] for key, values in meta.items()}
    assert found == spaced
    left = "\n".join(pelicans("x: y\n\n" + text[head.body :])[1].split("\n"))
    assert left == pelicans("x: y\n\n" + rest)[1]


@given(LINES, st.sampled_from(["\n", "\r\n"]))
def test_every_value_stands_where_its_field_says(lines: list[str], end: str) -> None:
    text = end.join(lines)
    rows = text.split("\n")
    for field in parse_header(text).header.fields:
        row = rows[field.line - 1]
        assert row[field.column - 1 : field.column - 1 + len(field.value)] == field.value


def test_crlf_and_lf_give_the_same_fields() -> None:
    text = "Title: a\nDate: 2026-01-01\n\nText\n"
    one, other = parse_header(text), parse_header(text.replace("\n", "\r\n"))
    assert one.header == other.header
    assert text.replace("\n", "\r\n")[other.body :] == "Text\r\n"


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_nothing_but_a_line_feed_ends_a_line(mark: str) -> None:
    head = parse_header(f"Title: a{mark}Status: draft\n\nText")
    assert [field.key for field in head.header.fields] == ["title"]


def test_the_line_that_breaks_a_header_off_is_named() -> None:
    head = parse_header("Title: a\nDate 2026-01-01\nTags: x\n\nText")
    assert (head.broken_by, head.broken_at) == ("Date 2026-01-01", 2)
    assert head.body == len("Title: a\n")


KEYS = strict_keys(("Author", "Date", "Reply-To", "Answers"))


def strict(text: str) -> tuple[list[Field], str, list[str]]:
    problems = Problems("c.md")
    header, body = parse_strict(text, KEYS, problems, repeatable=("answers",))
    return list(header.fields), text[body:], [f"{f.span.line} {f.message}" for f in problems.found]


def test_a_strict_header_gives_fields_with_their_places() -> None:
    fields, body, faults = strict("Author: Maria\r\nreply-to:  x \r\n\r\nHello\r\n\r\nyou")
    assert fields == [Field("author", "Maria", 1, 9), Field("reply-to", "x", 2, 12)]
    assert (body, faults) == ("Hello\r\n\r\nyou", [])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Author: a\nAutor: b\n\nx", "2 There is no key Autor here. Did you mean Author?"),
        ("Author: a\nSubject: b\n\nx", "2 There is no key Subject here. Known: Author"),
        ("Author: a\n  Date: b\n\nx", "2 This line is indented."),
        ("Author: a\n    and b\n\nx", "2 This line is indented."),
        ("---\nAuthor: a\n---\n\nx", "1 A line of dashes has no place"),
        ("Author: a\nHello there\n\nx", "2 This line is not `Key: value`."),
        ("Author: a\nAuthor: b\n\nx", "2 Author stands twice, here and in line 1."),
        ("\nAuthor: a\n\nx", "1 The header must begin on the first line."),
    ],
)
def test_a_strict_header_says_what_to_do(text: str, fault: str) -> None:
    assert any(found.startswith(fault) for found in strict(text)[2])


@pytest.mark.parametrize("key", ["id", "rating", "Image", "alias"])
def test_a_key_that_only_shares_letters_with_ours_is_no_slip(key: str) -> None:
    problems = Problems("x.md")
    parse_strict(
        f"{key}: a\n\nx", strict_keys(("Kind", "Lang", "Page", "Handles", "Also")), problems
    )
    assert [f.message for f in problems.found] == [
        f"There is no key {key} here. Known: Kind, Lang, Page, Handles or Also."
    ]


def test_the_fault_of_a_key_is_at_the_key() -> None:
    problems = Problems("x.md")
    parse_strict("Author: a\nAutor: b\nAuthor: c\n\nx", strict_keys(("Author",)), problems)
    assert [f.span for f in problems.found] == [Span(2, 1, 2, 6), Span(3, 1, 3, 7)]


def test_a_text_right_below_a_strict_header_is_still_the_text() -> None:
    assert strict("Author: a\nHello there\n\nx")[1] == "Hello there\n\nx"


def test_repeatable_keys_are_lists() -> None:
    fields, _, faults = strict("Answers: a\nAnswers: b\n\nx")
    assert [field.value for field in fields] == ["a", "b"]
    assert faults == []


def test_control_characters_do_not_reach_a_value() -> None:
    fields, _, _ = strict("Author: Ma\x1b[31mria\u202e\rStatus: removed\n\nx")
    assert [field.value for field in fields] == ["Ma[31mria Status: removed"]


@given(st.text(max_size=200))
def test_no_text_breaks_either_reading(text: str) -> None:
    head = parse_header(text)
    assert 0 <= head.body <= len(text)
    strict(text)
