"""The mail that tells a writer: plain, to one reader, and with nothing slipped into its header."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_string
from email.message import EmailMessage
from email.policy import default

import pytest

from rapport.conversation import (
    Letter,
    Owed,
    answered_text,
    letter_text,
    published_text,
    reaches,
    waiting_feed,
)
from tests.conversation.hostile import ALL
from tests.conversation.talk import START, comment

LETTER = Letter(
    to="noor@rivers.example",
    name="Noor Haddad",
    sender="talk@quay.example",
    title="Who pays the toll",
    mark="[who-pays-the-toll 0123]",
    url="https://quay.example/tolls/#c-0123",
    text=published_text("Noor", "Who pays", "https://quay.example/", "Was it\n\nright?"),
)
WORDS = [payload for _, _, payload in ALL]
HEADERS = {"From", "To", "Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding",
           "MIME-Version"}  # fmt: skip


def parsed(letter: Letter) -> EmailMessage:
    message = message_from_string(letter_text(letter), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_letter_is_one_plain_message_to_one_reader() -> None:
    message = parsed(LETTER)
    assert set(message.keys()) == HEADERS
    assert message["To"] == "Noor Haddad <noor@rivers.example>"
    assert message["Subject"] == "Re: Who pays the toll [who-pays-the-toll 0123]"
    assert message.get_content_type() == "text/plain"
    assert message.get_content() == LETTER.text
    assert "> Was it\n>\n> right?\n" in LETTER.text


@pytest.mark.parametrize("payload", WORDS)
def test_nothing_a_stranger_wrote_adds_a_header_or_a_reader(payload: str) -> None:
    slipped = f"{payload}\r\nBcc: all@evil.example"
    text = answered_text(slipped, slipped, slipped, LETTER.url, (slipped, slipped))
    message = parsed(replace(LETTER, name=slipped, title=slipped, mark=slipped, text=text))
    assert set(message.keys()) == HEADERS
    assert [each.addr_spec for each in message["To"].addresses] == ["noor@rivers.example"]
    assert not message.defects


@pytest.mark.parametrize(
    "address",
    ["", "noor", "noor@rivers.example\r\nBcc: x@y.example", "a@b.example, c@d.example",
     "Noor <noor@rivers.example>", "noor@rivers", "<script>@x.example"],
)  # fmt: skip
def test_what_is_no_address_is_nobody(address: str) -> None:
    assert not reaches(address)
    assert parsed(replace(LETTER, to=address, sender=address)).keys() == [
        "Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"
    ]  # fmt: skip


def test_a_letter_in_any_script_is_ascii_on_disk() -> None:
    letter = replace(LETTER, name="נור حداد", title="Wer zahlt die Brücke", text="Grüße 🐟\n")
    assert letter_text(letter).isascii()
    assert parsed(letter).get_content() == "Grüße 🐟\n"
    assert parsed(letter)["To"].addresses[0].display_name == "נור حداد"


def test_an_address_that_ascii_cannot_hold_is_left_out() -> None:
    assert "To" not in parsed(replace(LETTER, to="nöör@rivers.example"))


@pytest.mark.parametrize("payload", WORDS)
def test_the_private_feed_is_well_formed_whatever_was_written(payload: str) -> None:
    import feedparser

    said = comment("a" * 26, author=payload, body=payload)
    feed = waiting_feed([Owed(said, payload, "https://quay.example/#c-a", payload)], payload, START)
    read = feedparser.parse(feed.encode("utf-8"))
    assert not read.bozo
    assert len(read.entries) == 1
    assert "<script" not in read.entries[0].content[0].value


def test_the_private_feed_says_when_nobody_waits() -> None:
    assert "2026-01-01T09:00:00+00:00" in waiting_feed([], "Quay & Co", START)
