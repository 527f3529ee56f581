"""Mails as the programs people have make them, written for these tests in their shapes."""

from __future__ import annotations

import base64
import quopri
from datetime import UTC, datetime

import pytest

from rapport.arrivals import Skipped
from rapport.importers import Mail, read_mail

NOW = datetime(2026, 5, 6, 12, tzinfo=UTC)
HEAD = "From: Ana <ana@weirs.example>\nSubject: Re: Tolls [tolls]\nMessage-ID: <1@w.example>\n"
OLD = "> Who pays the toll?\n>\n> Quay & Co\n"


def mail(kind: str, body: bytes, coding: str = "8bit", more: str = "") -> bytes:
    head = f"{HEAD}{more}MIME-Version: 1.0\nContent-Type: {kind}\n"
    return f"{head}Content-Transfer-Encoding: {coding}\n\n".encode() + body


def body_of(data: bytes, own: str = "") -> str:
    found = read_mail(data, NOW, own=own)
    assert isinstance(found, Mail)
    return found.comment.body


def plain(text: str, more: str = "") -> str:
    return body_of(mail("text/plain; charset=utf-8", text.encode(), more=more))


def parts(*found: tuple[str, str, bytes], kind: str = "alternative") -> bytes:
    whole = b"".join(
        f"--b\nContent-Type: {type_}\nContent-Transfer-Encoding: {coding}\n\n".encode()
        + data
        + b"\n"
        for type_, coding, data in found
    )
    return mail(f'multipart/{kind}; boundary="b"', whole + b"--b--\n")


def test_gmail_writes_two_versions_in_quoted_printable() -> None:
    intro = "Am Mo., 4. Mai 2026 um 09:12 Uhr schrieb Quay <q@q.example>:"
    text = f"Die Straße zahlt.\n\n{intro}\n\n{OLD}"
    html = (
        '<div dir="ltr">Die Straße zahlt.</div><br><div class="gmail_quote"><div>Am Mo., 4. Mai'
        " schrieb Quay:<br></div><blockquote>Who pays?</blockquote></div>"
    )
    data = parts(
        ('text/plain; charset="UTF-8"', "quoted-printable", quopri.encodestring(text.encode())),
        ('text/html; charset="UTF-8"', "quoted-printable", quopri.encodestring(html.encode())),
    )
    assert body_of(data) == "Die Straße zahlt."


def test_outlook_writes_html_alone_in_its_own_alphabet() -> None:
    html = (
        "<html><head><style>p {margin:0}</style></head><body><div><p>The “upper” lock, I think –"
        " at 5 €.</p></div><hr><div><b>From:</b> Quay<br><b>Sent:</b> Monday, May 4, 2026 9:12 AM"
        "<br><b>To:</b> Ana<br><b>Subject:</b> Tolls</div><p>Who pays?</p></body></html>"
    )
    data = mail("text/html; charset=windows-1252", html.encode("cp1252"))
    assert body_of(data) == "The “upper” lock, I think – at 5 €."


def test_a_letter_in_base64_without_a_charset() -> None:
    data = mail("text/plain", base64.encodebytes("L’écluse est fermée.".encode()), "base64")
    assert body_of(data) == "L’écluse est fermée."


def test_apple_mail_puts_the_introduction_into_the_quotation() -> None:
    said = f"Both of them.\n\n> On 4 May 2026, at 09:12, Quay <q@quay.example> wrote:\n> \n{OLD}"
    assert plain(said) == "Both of them."


def test_a_telephone_signs_above_what_it_repeats() -> None:
    said = f"Both.\n\nSent from my iPhone\n\n> On 4 May 2026, at 09:12, Quay wrote:\n{OLD}"
    assert plain(said) == "Both."


def test_outlook_on_a_telephone() -> None:
    said = (
        "Both.\n\nGet Outlook for iOS<https://aka.example/o>\n________________________________\n"
        "From: Quay <q@quay.example>\nSent: Monday, May 4, 2026 9:12:00 AM\nTo: Ana\n"
        "Subject: Tolls\n\nWho pays?\n"
    )
    assert plain(said) == "Both."


@pytest.mark.parametrize(
    "intro",
    [
        "Am 04.05.26 um 09:12 schrieb Quay:",
        "On 5/4/26 09:12, Quay wrote:",
        "Le 04/05/2026 à 09:12, Quay a écrit :",
        "El 4/5/26 a las 9:12, Quay escribió:",
        "2026-05-04 9:12 GMT+02:00 Quay <q@quay.example>:",
        "Quay <q@quay.example> schrieb am Mo., 4. Mai 2026,\n09:12:",
        "Il giorno lun 4 mag 2026 alle ore 09:12 Quay <q@quay.example> ha\nscritto:",
        "Op ma 4 mei 2026 om 09:12 schreef Quay <q@quay.example>:",
        "pon., 4 maj 2026 o 09:12 Quay <q@quay.example> napisał(a):",
    ],
)
def test_thunderbird_and_web_mail_in_many_languages(intro: str) -> None:
    assert plain(f"Both.\n\n{intro}\n{OLD}") == "Both."
    assert plain(f"Both.\n\n{intro}\n{OLD}\n-- \nAna\nWeirs Ltd\n") == "Both."


def test_web_de_begins_its_header_with_the_date() -> None:
    head = "Gesendet: Montag, 4. Mai 2026 um 09:12 Uhr\nVon: Quay <q@quay.example>\nAn: Ana"
    assert plain(f"Beide.\n\n{head}\nBetreff: Maut\n\nWer zahlt?\n") == "Beide."


def test_zoho_draws_dashes() -> None:
    line = "---- On Mon, 04 May 2026 09:12:00 +0200 Quay <q@quay.example> wrote ----"
    assert plain(f"Both.\n\n{line}\n\nWho pays?\n") == "Both."


@pytest.mark.parametrize(
    "line",
    ["-----Original Message-----", "----- Message d'origine -----", "--- Oprindelig besked ---",
     "-----Ursprüngliche Nachricht-----", "----- Mensaje original -----"],
)  # fmt: skip
def test_a_line_that_says_what_follows_is_the_original(line: str) -> None:
    assert plain(f"Both.\n\n{line}\nWho pays?\n") == "Both."
    assert plain(f"Both.\n\n{line}\n") == "Both."


def test_an_introduction_without_a_colon() -> None:
    line = "On Mon, 04 May 2026 09:12:00 +0200 Quay <q@quay.example> wrote"
    assert plain(f"Both.\n\n{line}\n\nWho pays?\n") == "Both."


def test_a_line_drawn_at_the_end_is_no_word() -> None:
    assert (
        plain("Both.\n\nEnvoyé à partir de Outlook pour iOS<https://o.example/a>\n====\n")
        == "Both."
    )


def test_lines_that_were_broken_for_transport_are_whole() -> None:
    flowed = (
        b"The toll was paid by the \nskipper alone, and \nnever twice.\n\nAna\n\n> Who \n> pays?\n"
    )
    data = mail("text/plain; charset=utf-8; format=flowed", flowed)
    assert body_of(data) == "The toll was paid by the skipper alone, and never twice.\n\nAna"


def test_attachments_and_pictures_are_left_out() -> None:
    data = parts(
        ("text/plain; charset=utf-8", "8bit", b"See the map."),
        ('image/png; name="map.png"', "base64", base64.encodebytes(b"x" * 40)),
        ('text/plain; name="notes.txt"', "8bit", b"Secret."),
        kind="mixed",
    )
    assert body_of(data) == "See the map."


@pytest.mark.parametrize(
    "text",
    [
        "From: the upper lock to the sea it is 40 miles.\nTo: me that is far.",
        "On 4 May 2026 the clerk wrote to me:\nyour toll is due.\nIs it?",
        "Three dates matter:\n04.05.2026\nand the day I was told.",
        "He paid (a@b and c) in 2026:\ntwice.",
    ],
)
def test_a_person_who_writes_like_a_program_loses_nothing(text: str) -> None:
    assert plain(text).replace("[address]", "a@b") == text


@pytest.mark.parametrize(
    "header",
    [
        "Subject: Automatic reply: Tolls\n",
        "Subject: Abwesenheitsnotiz: Maut\n",
        "Subject: =?utf-8?q?R=C3=A9ponse_automatique_=3A?= Tolls\n",
        "Subject: Respuesta automática: Tolls\n",
        "Subject: Out of Office: Tolls\n",
        "Return-Path: <>\n",
        "Auto-Submitted: auto-generated\n",
        "From: MAILER-DAEMON@weirs.example\n",
    ],
)
def test_nobody_wrote_these(header: str) -> None:
    found = read_mail(f"{header}{HEAD}\nI am away until June.\n".encode(), NOW)
    assert isinstance(found, Skipped)
    assert found.reason.startswith("it is a")


@pytest.mark.parametrize("subject", ["Automatic gates: who pays?", "Out of office hours the lock"])
def test_a_subject_about_machines_is_somebody_s(subject: str) -> None:
    data = HEAD.replace("Re: Tolls", subject) + "\nHello.\n"
    assert body_of(data.encode()) == "Hello."


@pytest.mark.parametrize("name", ["List-Id: Talk <talk.quay.example>",
                                  "List-Post: <mailto:talk@quay.example>"])  # fmt: skip
def test_readers_may_write_to_a_list_of_the_firm_s(name: str) -> None:
    footer = "-- \nYou received this since you are in the group.\n"
    data = mail("text/plain", f"Both.\n{footer}".encode(), more=f"{name}\n")
    own = read_mail(data, NOW, own="talk@quay.example")
    other = read_mail(data, NOW, own="else@quay.example")
    assert isinstance(own, Mail)
    assert isinstance(other, Mail)
    assert (own.comment.state, own.comment.body) == ("pending", "Both.")
    assert other.comment.state == "spam"
    taken = read_mail(b"X-Spam-Flag: YES\n" + data, NOW, own="talk@quay.example")
    assert isinstance(taken, Mail)
    assert taken.comment.state == "spam"


def test_the_footer_of_a_list_is_left_out() -> None:
    footer = f"{'_' * 47}\nTalk mailing list\nhttps://lists.quay.example/talk\n"
    assert plain(f"Both.\n\n{footer}") == "Both."


def forwarded(words: str, inner: str) -> bytes:
    return (
        "From: Ida <ida@quay.example>\nSubject: Fwd: Tolls\nMessage-ID: <f@quay.example>\n"
        'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain\n\n{words}\n"
        f"--b\nContent-Type: message/rfc822\nContent-Disposition: attachment\n\n{inner}\n--b--\n"
    ).encode()


def test_a_mail_that_is_handed_on_as_an_attachment_is_its_writer_s() -> None:
    found = read_mail(forwarded("", f"{HEAD}\nBoth of them.\n"), NOW)
    assert isinstance(found, Mail)
    assert (found.comment.author, found.comment.body) == ("Ana", "Both of them.")
    assert (found.comment.contact.email, found.place.id) == ("ana@weirs.example", "tolls")
    assert found.comment.id == "<1@w.example>"


def test_an_attached_mail_beside_words_is_an_attachment() -> None:
    found = read_mail(forwarded("See below.", f"{HEAD}\nBoth.\n"), NOW)
    assert isinstance(found, Mail)
    assert found.comment.body == "See below."


def test_what_a_machine_has_attached_is_nobody_s() -> None:
    for data in (
        forwarded("", f"Auto-Submitted: auto-replied\n{HEAD}\nAway.\n"),
        b"Auto-Submitted: auto-replied\n" + forwarded("", f"{HEAD}\nAway.\n"),
        forwarded("", f"{HEAD}\n"),
    ):
        assert isinstance(read_mail(data, NOW), Skipped)
