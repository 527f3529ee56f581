"""A comment as a file: what is written is what was said, and nothing can add a line."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.conversation import COMMENT_KEYS, to_text
from rapport.model import Comment, Field, Header
from tests.conversation.hostile import ALL
from tests.conversation.talk import comment


def test_a_whole_file() -> None:
    written = comment(
        "01",
        "00",
        author="Ana Rossi",
        body="First line\n\nSecond *line*\n",
        person="ana-rossi",
        role="firm",
        url="https://ana.example",
        answers=("aa", "bb"),
        source="mastodon",
        source_id="17",
        source_url="https://social.example/17",
        not_needed="by phone",
        approved="2026-01-02 ana-rossi",
        edited="2026-01-03 - a name",
        lang="de",
    )
    assert to_text(written) == (
        "Author: Ana Rossi\n"
        "Person: ana-rossi\n"
        "Url: https://ana.example\n"
        "Date: 2026-01-01T09:00:00+00:00\n"
        "Reply-To: 00\n"
        "Answers: aa\n"
        "Answers: bb\n"
        "Kind: comment\n"
        "Source: mastodon\n"
        "Source-Id: 17\n"
        "Source-Url: https://social.example/17\n"
        "Status: shown\n"
        "Answer: not-needed - by phone\n"
        "Approved: 2026-01-02 ana-rossi\n"
        "Edited: 2026-01-03 - a name\n"
        "Lang: de\n"
        "\n"
        "First line\n\nSecond *line*\n"
    )


def test_only_what_is_there_is_written() -> None:
    assert to_text(comment("01", author="A", body="x", source="")) == (
        "Author: A\nDate: 2026-01-01T09:00:00+00:00\nKind: comment\nStatus: shown\n\nx\n"
    )


def test_a_removed_comment_has_no_body() -> None:
    text = to_text(comment("01", author="", body="still here", status="removed"))
    assert "still here" not in text
    assert text.startswith("Author: \n")
    assert text.endswith("Status: removed\n\n")


def test_not_needed_without_a_reason() -> None:
    assert "\nAnswer: not-needed\n" in to_text(comment("01", not_needed=""))


def test_person_none_is_kept() -> None:
    header = Header((Field("person", "none", 2),))
    assert "\nPerson: none\n" in to_text(comment("01", header=header))


def test_indented_code_at_the_start_stays_code() -> None:
    assert to_text(comment("01", body="\n\n    code()\n\n")).endswith("\n\n    code()\n")


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"]
)
def test_a_value_stays_on_one_line(end: str) -> None:
    text = to_text(comment("01", author=f"Ana{end}Status: removed{end}{end}body"))
    assert text.splitlines()[0] == "Author: Ana Status: removed body"


def _read(text: str) -> tuple[dict[str, list[str]], str]:
    """The simplest reader: lines at LF, a key up to the first colon, a blank line, the rest."""
    header, _, body = text.partition("\n\n")
    values: dict[str, list[str]] = {}
    for line in header.split("\n"):
        key, _, value = line.partition(":")
        values.setdefault(key, []).append(value.strip())
    return values, body


TEXT = st.one_of(st.text(st.characters()), st.sampled_from([payload for _, _, payload in ALL]))
FREE = ("author", "url", "source", "source_id", "source_url", "approved", "edited", "lang",
        "not_needed", "person", "reply_to")  # fmt: skip


@given(st.sampled_from(FREE), TEXT, TEXT)
def test_no_field_can_add_a_line_to_the_header(field: str, value: str, body: str) -> None:
    quiet = comment("01", author="A", not_needed="x", person="p", reply_to="r", body=body)
    hostile = dataclasses.replace(quiet, **{field: value})
    values, read_body = _read(to_text(hostile))
    expected, _ = _read(to_text(quiet))
    assert set(values) <= set(COMMENT_KEYS)
    assert all(len(lines) == 1 for lines in values.values())
    changed = {key for key in expected if values.get(key) != expected[key]}
    assert changed <= {"Answer" if field == "not_needed" else field.replace("_", "-").title()}
    assert "\x00" not in read_body


@given(st.builds(comment, st.just("01"), author=TEXT, body=TEXT, url=TEXT, source_id=TEXT))
def test_writing_what_was_read_changes_nothing(said: Comment) -> None:
    text = to_text(said)
    values, body = _read(text)
    again = dataclasses.replace(
        said,
        author=values["Author"][0],
        url=values.get("Url", [""])[0],
        source_id=values.get("Source-Id", [""])[0],
        body=body,
    )
    assert to_text(again) == text


def test_every_key_has_one_line_of_help() -> None:
    assert all(help_ and "\n" not in help_ for help_ in COMMENT_KEYS.values())
