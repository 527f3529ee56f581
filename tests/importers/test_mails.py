"""Mails of every make, written for these tests, to the words and the writer in them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.arrivals import Skipped
from rapport.importers import Mail, read_mail

NOW = datetime(2026, 5, 6, 12, tzinfo=UTC)
HEAD = b"From: Ana Rossi <ana@weirs.example>\nSubject: Hm [the-lock]\nMessage-ID: <1@w.example>\n"


def read(data: bytes) -> Mail:
    found = read_mail(data, NOW)
    assert isinstance(found, Mail)
    return found


def words(text: str) -> str:
    return read(HEAD + b"Content-Type: text/plain; charset=utf-8\n\n" + text.encode()).comment.body


QUOTED = {
    "en": "On Mon, May 4, 2026 at 9:12 AM Quay Law <post@quay.example> wrote:",
    "de": "Am Mo., 4. Mai 2026 um 09:12 Uhr schrieb Quay Law <post@quay.example>:",
    "fr": "Le lun. 4 mai 2026 à 09:12, Quay Law <post@quay.example> a écrit :",
    "es": "El lun, 4 may 2026 a las 9:12, Quay Law (<post@quay.example>) escribió:",
}
OUTLOOK = {
    "en": "From: Quay\nSent: Monday, May 4, 2026 9:12 AM\nTo: Ana\nSubject: RE: Salvage",
    "de": "Von: Quay\nGesendet: Montag, 4. Mai 2026 09:12\nAn: Ana\nBetreff: AW: Bergung",
    "fr": "De : Quay\nEnvoyé : lundi 4 mai 2026 09:12\nÀ : Ana\nObjet : RE: Sauvetage",
    "es": "De: Quay\nEnviado: lunes, 4 de mayo de 2026 9:12\nPara: Ana\nAsunto: RE: Salvamento",
}


@pytest.mark.parametrize("intro", QUOTED.values(), ids=QUOTED)
def test_what_is_repeated_below_is_left_out(intro: str) -> None:
    assert words(f"I agree.\n\n{intro}\n\n> Old words\n> more") == "I agree."


@pytest.mark.parametrize("intro", QUOTED.values(), ids=QUOTED)
def test_an_answer_below_the_quotation_is_kept_alone(intro: str) -> None:
    assert words(f"{intro}\n> Old words\n\nI agree.") == "I agree."


@pytest.mark.parametrize("intro", QUOTED.values(), ids=QUOTED)
def test_answers_between_quotations_keep_them(intro: str) -> None:
    said = "> One\nYes.\n> Two\nNo."
    assert words(f"{intro}\n{said}\n> Three") == said


@pytest.mark.parametrize("header", OUTLOOK.values(), ids=OUTLOOK)
def test_what_outlook_repeats_is_left_out(header: str) -> None:
    assert words(f"I agree.\n\n{'_' * 32}\n{header}\n\nOld words") == "I agree."
    assert words(f"I agree.\n\n{header}\n\nOld words") == "I agree."


@pytest.mark.parametrize(
    "end", ["-- \nAna\n+49 30 1", "Sent from my iPhone", "Von meinem iPhone gesendet"]
)
def test_a_marked_signature_is_left_out(end: str) -> None:
    assert words(f"I agree.\n\n{end}") == "I agree."


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the captain wrote:\nhe was late.\nWhat then?",
        "Hello.\nThanks, that helped, but what of the tow?",
        "Two things:\n- tow\n- salvage",
        "He said:\n> the tide waits\nand I like it.",
        "> only a quotation",
    ],
)
def test_nothing_is_left_out_that_may_be_the_writer_s(text: str) -> None:
    assert words(text) == text


def test_of_html_alone_the_words_are_taken() -> None:
    html = b"Content-Type: text/html\n\n<p>I <b>agree</b>.</p><script>alert(1)</script>"
    assert read(HEAD + html).comment.body == "I **agree**."


def test_plain_text_comes_before_html_and_attachments_are_named() -> None:
    parts = (
        b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
        b"--b\nContent-Type: text/html\n\n<p>Html.</p>\n"
        b"--b\nContent-Type: text/plain\n\nPlain.\n"
        b'--b\nContent-Type: application/pdf\nContent-Disposition: attachment; name="a"\n\nx\n'
        b"--b--\n"
    )
    comment = read(HEAD + parts).comment
    assert comment.body == "Plain."
    assert "1 attachment" in comment.dropped


@pytest.mark.parametrize("charset", ["us-ascii", "utf-8", "no-such-thing", "x" * 300])
def test_a_wrong_charset_loses_no_letter(charset: str) -> None:
    head = HEAD + f"Content-Type: text/plain; charset={charset}\n\n".encode()
    assert read(head + "Größe".encode("latin-1")).comment.body == "Größe"
    assert read(head + "Größe 🚢".encode()).comment.body == "Größe 🚢"


def test_a_header_cannot_add_a_line_or_a_control_character() -> None:
    data = b"From: =?utf-8?q?Ana=0APerson=3A_ida=1B[2J?= <ana@weirs.example>\n\nHello.\n"
    author = read(data).comment.author
    assert "\n" not in author
    assert "\x1b" not in author


def test_a_mail_without_subject_id_or_date_is_read() -> None:
    found = read(b"From: ana@weirs.example\n\nHello.\n")
    assert (found.place.id, found.comment.date) == ("", NOW)
    assert found.comment.contact.email == "ana@weirs.example"


def test_the_last_mark_of_a_subject_counts() -> None:
    data = HEAD.replace(b"Hm [", b"[EXTERN] Re: Hm [") + b"\nHello.\n"
    assert read(data).place.id == "the-lock"


def test_parts_within_parts_are_no_crash() -> None:
    data = HEAD
    for at in range(2000):
        data += f'Content-Type: multipart/mixed; boundary="b{at}"\n\n--b{at}\n'.encode()
    assert isinstance(read_mail(data + b"\nHello.\n", NOW), Mail | Skipped)


def test_a_huge_mail_is_refused_by_size() -> None:
    found = read_mail(HEAD + b"\n" + b"x" * 26_000_000, NOW)
    assert isinstance(found, Skipped)
    assert "longer" in found.reason


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.binary(max_size=400))
def test_no_bytes_are_a_crash(head: bytes, body: bytes) -> None:
    assert isinstance(read_mail(head + b"\n\n" + body, NOW), Mail | Skipped)
    mixed = b"From: " + head.replace(b"\n", b" ") + b"\nDate: " + body.replace(b"\n", b" ")
    assert isinstance(read_mail(mixed + b"\n\nHello.\n" + body, NOW), Mail | Skipped)
