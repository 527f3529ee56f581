"""What a change does to the text of a comment's file, and what it leaves alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.conversation import (
    COMMENT_KEYS,
    PRIVATE_KEYS,
    approved,
    decided,
    decision,
    edited,
    flagged,
    keys_of,
    logged,
    not_needed,
    removed,
    to_text,
    values_of,
    with_keys,
    with_words,
    words_below,
)
from tests.conversation.hostile import ALL
from tests.conversation.talk import comment

NOW = datetime(2026, 5, 6, 9, 30, tzinfo=UTC)
PUBLIC = """Author:   Noor Haddad
Lang: de
Date: 2026-05-05 20:12+02:00
Source: mail

What about the *rivers*?

And the locks?
"""
HELD = f"""Post: tolls
Received: 2026-05-05T20:14:00+02:00
Flag: link - one link
Email: noor@rivers.example
Agreed: I agree.
{PUBLIC}"""


def changed_lines(before: str, after: str) -> set[str]:
    return set(after.splitlines()) ^ set(before.splitlines())


def test_approval_adds_one_line_and_drops_what_is_private() -> None:
    public = approved(HELD, "Ida Brandt", NOW)
    assert changed_lines(PUBLIC, public) == {"Approved: 2026-05-06 Ida Brandt"}
    assert not set(keys_of(public)) & {key.lower() for key in PRIVATE_KEYS}
    assert "Author:   Noor Haddad\n" in public


def test_approval_can_say_what_it_answers_and_that_the_name_is_a_namesake() -> None:
    public = approved(HELD, "Ida", NOW, reply_to="0" * 26, namesake=True)
    assert values_of(public, "Reply-To") == ["0" * 26]
    assert values_of(public, "Person") == ["none"]
    assert keys_of(public)[:2] == ["author", "person"]


def test_no_address_gets_out_with_an_approval() -> None:
    held = HELD.replace("rivers*?", "rivers*? Write to noor@rivers.example.").replace(
        "Noor Haddad", "noor&#64;rivers.example"
    )
    public = approved(held, "Ida", NOW)
    assert "rivers.example" not in public
    assert values_of(public, "Author") == ["[address]"]
    assert "Write to [address]." in public


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    windows = "\ufeff" + PUBLIC.replace("\n", "\r\n")
    for changed in (
        edited(windows, "Other words.\nTwo lines.", NOW, "a slip"),
        not_needed(windows, "said in person"),
        removed(windows),
        approved(windows, "Ida", NOW),
    ):
        assert changed.startswith("\ufeffAuthor:")
        assert changed.count("\n") == changed.count("\r\n")


def test_an_edit_changes_the_words_and_says_when_and_why() -> None:
    after = edited(PUBLIC, "What about the canals?", NOW, "the writer asked")
    assert words_below(after) == "What about the canals?"
    assert values_of(after, "Edited") == ["2026-05-06 - the writer asked"]
    head = PUBLIC.partition("\n\n")[0]
    assert after.replace("Edited: 2026-05-06 - the writer asked\n", "").startswith(head)
    again = edited(after, "What about the canals?", NOW, "twice")
    assert values_of(again, "Edited") == ["2026-05-06 - twice"]


def test_a_tombstone_keeps_its_place_and_no_words() -> None:
    told = PUBLIC.replace("Source:", "Url: https://noor.example\nReply-To: x\nSource:")
    after = removed(told)
    assert words_below(after) == ""
    assert keys_of(after) == ["author", "lang", "date", "reply-to", "source", "status"]
    assert removed(after) == after
    assert values_of(removed(told, erase=True), "Author") == [""]
    assert "Noor" not in removed(told, erase=True)


def test_a_key_that_says_so_already_keeps_its_spelling() -> None:
    text = "author:Noor\nSTATUS:  removed\n\n"
    assert with_keys(text, {"Status": ["removed"], "Author": ["Noor"]}) == text


def test_a_repeated_key_becomes_what_is_asked() -> None:
    text = "Author: Ida\nAnswers: a\nDate: x\nAnswers: b\n\nWords\n"
    assert with_keys(text, {"Answers": ["a", "c", "d"]}) == (
        "Author: Ida\nAnswers: a\nAnswers: c\nAnswers: d\nDate: x\n\nWords\n"
    )


@pytest.mark.parametrize("text", ["Author: A", "Author: A\n", "Author: A\n\n", "Author: A\r\n"])
def test_a_file_that_ends_early_gets_words_and_keys(text: str) -> None:
    after = with_words(with_keys(text, {"Lang": ["de"]}), "Words.")
    assert keys_of(after) == ["author", "lang"]
    assert words_below(after).strip() == "Words."


def test_a_header_cannot_be_broken_by_a_reason() -> None:
    for _, _, payload in ALL:
        after = not_needed(PUBLIC, payload)
        assert keys_of(after) == [*keys_of(PUBLIC), "answer"]
        assert words_below(after) == words_below(PUBLIC)


@given(words=st.text(), why=st.text(), by=st.text())
def test_whatever_is_written_the_header_stays_readable(words: str, why: str, by: str) -> None:
    after = approved(edited(HELD, words, NOW, why), by, NOW)
    keys = keys_of(after)
    assert set(keys) <= {key.lower() for key in COMMENT_KEYS}
    assert keys == ["author", "lang", "date", "source", "approved", "edited"] or (
        sorted(keys) == sorted(["author", "lang", "date", "source", "approved", "edited"])
    )
    assert values_of(after, "Date") == ["2026-05-05 20:12+02:00"]


@given(st.text())
def test_words_that_go_in_come_out(words: str) -> None:
    text = to_text(comment("a", body="x"))
    once = words_below(with_words(text, words))
    assert words_below(with_words(text, once)) == once


def test_the_log_says_who_decided_what() -> None:
    line = decision(NOW, "Ida - the one\nX: y", "approved", "")
    log = logged("", line)
    assert log == "2026-05-06T09:30:00+00:00 - Ida the one X: y - approved\n"
    assert decided(log, "approved")
    more = logged(log, decision(NOW, "Ida", "removed", "because - of that"))
    assert not decided(more, "approved")
    assert decided(more, "removed")
    assert not decided("", "removed")


def test_a_flag_is_found_by_its_word() -> None:
    flags = ("link - one link", "matter - asks what to do in a case of their own")
    assert flagged(flags, "matter").startswith("matter - asks")
    assert flagged(("matters - no",), "matter") == ""
