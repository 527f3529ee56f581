"""The mail that tells a writer: plain, to one reader, and with nothing slipped into its header."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_string
from email.message import EmailMessage
from email.policy import default

import pytest

from rapport.conversation import (
    LETTER_WORDS,
    About,
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

ID = "01jqm5f0000000000000000001"
LETTER = Letter(
    to="noor@rivers.example",
    name="Noor Haddad",
    sender="talk@quay.example",
    title="Who pays the toll",
    mark=f"[who-pays-the-toll {ID}]",
    text=published_text(
        About("Noor", "Who pays", "https://quay.example/", mark=f"[who-pays-the-toll {ID}]"),
        "Was it\n\nright?",
    ),
    ids=(ID,),
)
WORDS = [payload for _, _, payload in ALL]
HEADERS = {"From", "To", "Subject", "Message-ID", "X-Unsent", "Content-Type",
           "Content-Transfer-Encoding", "MIME-Version"}  # fmt: skip


def parsed(letter: Letter) -> EmailMessage:
    message = message_from_string(letter_text(letter), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_letter_is_one_plain_message_to_one_reader() -> None:
    message = parsed(LETTER)
    assert set(message.keys()) == HEADERS
    assert message["To"] == "Noor Haddad <noor@rivers.example>"
    assert message["Subject"] == f"Re: Who pays the toll [who-pays-the-toll {ID}]"
    assert message["Message-ID"] == f"<{ID}@rapport.invalid>"
    assert message.get_content_type() == "text/plain"
    assert message.get_content() == LETTER.text
    assert "> Was it\n>\n> right?\n" in LETTER.text


@pytest.mark.parametrize("payload", WORDS)
def test_nothing_a_stranger_wrote_adds_a_header_or_a_reader(payload: str) -> None:
    slipped = f"{payload}\r\nBcc: all@evil.example"
    about = About(slipped, slipped, "https://quay.example/", slipped, slipped)
    text = answered_text(about, slipped, slipped, slipped)
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
        "Subject", "Message-ID", "X-Unsent", "Content-Type", "Content-Transfer-Encoding",
        "MIME-Version",
    ]  # fmt: skip


def test_a_letter_to_one_of_several_has_an_id_of_its_own_on_one_line() -> None:
    other = "01jqm5f0000000000000000002"
    text = letter_text(replace(LETTER, ids=(ID, other)))
    assert f"Message-ID: <{ID}.00000002@rapport.invalid>\n" in text


@pytest.mark.parametrize("ids", [(), ("x",), (ID, "a\r\nBcc: b@c.example")])
def test_only_ids_of_comments_stand_in_the_message_id(ids: tuple[str, ...]) -> None:
    assert "Message-ID" not in parsed(replace(LETTER, ids=ids))


@pytest.mark.parametrize("lang", LETTER_WORDS)
def test_a_letter_speaks_the_language_of_the_post_and_says_everything(lang: str) -> None:
    about = About("Noor", "Title", "https://quay.example/#c", lang, f"[tolls {ID}]")
    told = published_text(about, "Mine.")
    answer = answered_text(about, "Ida", "Ours.", "Mine.")
    for part in ("Noor", "Title", "https://quay.example/#c", "> Mine.", f"[tolls {ID}]"):
        assert part in told
        assert part in answer
    assert "Ida" in answer
    assert "\nOurs.\n" in answer
    assert "{" not in told + answer
    assert told.splitlines()[-1] == f"[tolls {ID}]"


@pytest.mark.parametrize(("lang", "first"), [
    ("de-CH", "Guten Tag Noor,"), ("FR", "Bonjour Noor,"), ("pt-BR", "Dear Noor,"),
    ("", "Dear Noor,"),
])  # fmt: skip
def test_a_language_without_words_is_written_to_in_english(lang: str, first: str) -> None:
    assert published_text(About("Noor", "T", "", lang), "x").splitlines()[0] == first


def test_a_name_with_braces_is_a_name() -> None:
    assert "{0.x} {}" in published_text(About("{0.x} {}", "{}", ""), "x")


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
