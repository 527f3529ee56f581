"""What readers send, from a mail or a form's JSON to a file in the private inbox."""

from __future__ import annotations

import io
import json
import mailbox
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.comments.inbox import LOCK, POST, WAITS, private, tree
from tests.cli.quay import Run

HEAD = """From: Noor Haddad <noor@rivers.example>
To: words@quay.example
Subject: Re: Who pays the toll [{post}{parent}]
Date: Thu, 02 Apr 2026 11:58:00 +0200
Message-ID: <one@rivers.example>
{more}
"""


def mail(words: str, *, parent: str = "", post: str = POST, more: str = "") -> bytes:
    parent = f" {parent}" if parent else ""
    head = HEAD.format(post=post, parent=parent, more=more and f"{more}\n")
    return f"{head}{words}\n".encode()


def waiting(site: Path, state: str = "pending") -> list[str]:
    folder = site / ".rapport/inbox" / state
    return [path.read_text("utf-8") for path in sorted(folder.glob("*.md"))]


def give(site: Path, run: Run, data: bytes, name: str = "one.eml") -> dict[str, object]:
    (site / name).write_bytes(data)
    code, out, err = run("comments", "receive", name, "--json")
    assert (code, err) == (0, "")
    told: dict[str, object] = json.loads(out)
    return told


def test_a_mail_waits_under_its_post_with_its_parent_and_its_contact(run: Run, site: Path) -> None:
    told = give(site, run, mail("Does it count on *Sundays*?", parent=WAITS))
    assert (told["pending"], told["skipped"]) == (1, [])
    (text,) = waiting(site)
    assert f"Post: {POST}\n" in text
    assert f"Reply-To: {WAITS}\n" in text
    assert "Email: noor@rivers.example\n" in text
    assert "Date: 2026-04-02T09:58:00+00:00\n" in text
    assert text.endswith("\n\nDoes it count on *Sundays*?\n")


def test_what_came_by_mail_can_be_published_without_its_address(run: Run, site: Path) -> None:
    told = give(site, run, mail("Write to noor@rivers.example about it."))
    (received,) = told["received"]  # type: ignore[misc]
    assert run("comments", "approve", received["id"], "--by", "Ida Brandt")[0] == 0
    text = (site / f"content/comments/{POST}/{received['id']}.md").read_text("utf-8")
    assert "@" not in text
    assert private(site, "contacts", f"{received['id']}.md").count("noor@rivers.example") == 1


def test_the_same_mail_twice_is_one_file(run: Run, site: Path) -> None:
    give(site, run, mail("Once."))
    before = tree(site)
    told = give(site, run, mail("Once."))
    assert told["pending"] == 0
    assert [each["reason"] for each in told["skipped"]] == ["it has come in before"]  # type: ignore[attr-defined]
    assert tree(site) == before


def test_a_mail_about_no_known_post_is_kept_aside(run: Run, site: Path) -> None:
    told = give(site, run, mail("Hello.", post="no-such-post"))
    assert told["aside"] == 1
    assert "Place-Title: Re: Who pays the toll [no-such-post]\n" in waiting(site, "aside")[0]


def test_a_parent_on_another_post_is_doubted(run: Run, site: Path) -> None:
    give(site, run, mail("Hello.", parent=LOCK))
    (text,) = waiting(site)
    assert "Reply-To:" not in text
    assert f"Flag: parent - it answers '{LOCK}'" in text


def test_an_answer_to_a_draft_of_ours_finds_its_comment(run: Run, site: Path) -> None:
    data = mail("Hello.", more=f"In-Reply-To: <{WAITS}@rapport.invalid>")
    give(site, run, data.replace(f" [{POST}]".encode(), b""))
    assert f"Reply-To: {WAITS}\n" in waiting(site)[0]


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ("Auto-Submitted: auto-replied", "it is an automatic reply"),
        ("X-Autoreply: yes", "it is an automatic reply"),
        ("X-Failed-Recipients: a@b.example", "it is a report of a mail program"),
    ],
)
def test_what_a_machine_sent_is_not_taken(run: Run, site: Path, more: str, reason: str) -> None:
    told = give(site, run, mail("I am away.", more=more))
    assert reason in told["skipped"][0]["reason"]  # type: ignore[index]
    assert not (site / ".rapport/inbox").exists()


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ("News.", "List-Id: <news.rivers.example>"),
        ("https://a.example https://b.example https://c.example https://d.example", ""),
    ],
)
def test_noise_is_kept_apart(run: Run, site: Path, words: str, more: str) -> None:
    assert give(site, run, mail(words, more=more))["spam"] == 1
    assert "Flag: spam - " in waiting(site, "spam")[0]


def test_a_word_of_the_list_is_spam_only_as_a_whole(run: Run, site: Path) -> None:
    conf = site / "pelicanconf.py"
    conf.write_text(f'{conf.read_text("utf-8")}\nRAPPORT_SPAM_WORDS = ["casino"]\n', "utf-8")
    told = give(site, run, mail("My casinos are none."))
    assert (told["pending"], told["spam"]) == (1, 0)
    told = give(site, run, mail("Best CASINO!").replace(b"<one@", b"<two@"))
    assert told["spam"] == 1


def test_an_own_case_and_a_firm_name_are_flagged_and_nobody_gains_a_badge(
    run: Run, site: Path
) -> None:
    data = mail("My landlord sued me. What can I do?").replace(b"Noor Haddad", b"Ida Brandt")
    give(site, run, data)
    (text,) = waiting(site)
    assert "Flag: matter - answer privately" in text
    assert "Flag: firm-name - " in text
    assert "\nPerson:" not in text


def test_an_mbox_a_maildir_and_standard_input_are_read(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = mailbox.mbox(site / "box")
    box.add(mail("One."))
    box.add(mail("Two.").replace(b"<one@", b"<two@"))
    box.close()
    folder = mailbox.Maildir(site / "dir")
    folder.add(mail("Three.").replace(b"<one@", b"<three@"))
    assert run("comments", "receive", "box", "dir")[0] == 0
    data = mail("Four.").replace(b"<one@", b"<four@")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    assert run("comments", "receive", "-")[0] == 0
    assert len(waiting(site)) == 4


@pytest.mark.parametrize(
    "typed",
    [
        {"name": "Noor", "message": "Hm.", "post": POST, "email": "noor@rivers.example"},
        {"id": "7", "created_at": "2026-04-02T09:58:00Z", "data": {"name": "Noor", "message": "Hm.",
         "post": POST, "email": "noor@rivers.example"}},
        {"submissions": [{"_date": "2026-04-02T09:58:00Z", "name": "Noor", "message": "Hm.",
         "post": POST, "email": "noor@rivers.example"}]},
    ],
)  # fmt: skip
def test_a_form_s_delivery_waits_too(run: Run, site: Path, typed: dict[str, object]) -> None:
    told = give(site, run, json.dumps(typed).encode(), "form.json")
    assert told["pending"] == 1
    (text,) = waiting(site)
    assert "Author: Noor\n" in text
    assert "Source: form\n" in text
    assert "Email: noor@rivers.example\n" in text


def test_a_filled_trap_is_spam(run: Run, site: Path) -> None:
    typed = {"name": "Bot", "message": "Hm.", "post": POST, "_gotcha": "x"}
    assert give(site, run, json.dumps(typed).encode(), "form.json")["spam"] == 1


def test_an_unknown_shape_names_the_keys_that_were_found(run: Run, site: Path) -> None:
    (site / "form.json").write_text('{"nom": "Noor", "mots": "Bonjour"}', "utf-8")
    code, _, err = run("comments", "receive", "form.json")
    assert code == 2
    assert "'nom', 'mots'" in err
    assert not (site / ".rapport/inbox").exists()


def test_a_site_maps_its_own_fields(run: Run, site: Path) -> None:
    conf = site / "pelicanconf.py"
    more = 'RAPPORT_FORM_FIELDS = {"mots": "body", "page": "post"}'
    conf.write_text(f"{conf.read_text('utf-8')}\n{more}\n", "utf-8")
    typed = {"nom": "Noor", "mots": "Bonjour", "page": POST}
    assert give(site, run, json.dumps(typed).encode(), "form.json")["pending"] == 1


@pytest.mark.parametrize("data", [b"", b"no header at all\n", b"[1]", b'{"a":'])
def test_what_is_neither_mail_nor_json_is_refused(run: Run, site: Path, data: bytes) -> None:
    (site / "odd").write_bytes(data)
    code, _, err = run("comments", "receive", "odd")
    assert (code, "odd" in err) == (2, True)


@pytest.mark.parametrize(
    "data",
    [b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)), b"PK\x03\x04word/document.xml: x\n\nx",
     b"\x1f\x8b\x08:\x00" + bytes(range(256)), b"Dear all,\nplease say: what about fax?\nLiv\n",
     b"Note: this is mine.\n\nWords\n", '{"name": "a", "message": "b"}'.encode("utf-16")],
    ids=["picture", "letter", "gzip", "text", "note", "UTF-16"],
)  # fmt: skip
def test_what_is_no_mail_is_nobody_s_comment(run: Run, site: Path, data: bytes) -> None:
    (site / "odd").write_bytes(data)
    code, _, err = run("comments", "receive", "odd")
    assert (code, "odd" in err) == (2, True)
    (site / "box").mkdir()
    (site / "box/1.eml").write_bytes(data)
    (site / "box/2.eml").write_bytes(mail("Hm."))
    code, out, _ = run("comments", "receive", "box")
    assert (code, "not taken: 1.eml: it is no mail" in out) == (0, True)
    assert len(waiting(site)) == 1


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\n\r\n"])
def test_what_editors_put_above_a_mail_hides_nobody(run: Run, site: Path, before: bytes) -> None:
    give(site, run, before + mail("Hm."))
    assert "Author: Noor Haddad\n" in waiting(site)[0]


def test_a_line_of_somebody_s_that_begins_as_a_mail_in_an_mbox(run: Run, site: Path) -> None:
    words = b"Hm.\n\nFrom the start I said so.\n>From here too.\n\nFrom: me\nit came.\n"
    first, second = mail("X.").replace(b"X.", words), mail("Two.").replace(b"<", b"<2", 1)
    start = b"From noor@rivers.example Thu Mar  5 10:00:00 2026\n"
    give(
        site,
        run,
        start + first + b"\n" + start + second.replace(b"Message-ID: <", b"Message-ID: <2"),
    )
    texts = sorted(waiting(site))
    assert len(texts) == 2
    assert any("From the start I said so.\nFrom here too." in text for text in texts)


def test_outlook_s_own_format_is_named(run: Run, site: Path) -> None:
    (site / "one.msg").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    code, _, err = run("comments", "receive", "one.msg")
    assert (code, "Save the mail as .eml" in err) == (2, True)


def test_a_file_of_apple_mail_s_is_the_mail_in_it(run: Run, site: Path) -> None:
    data = mail("Hm.")
    whole = f"{len(data):<10}\n".encode() + data + b"<?xml version='1.0'?><plist>x</plist>\n"
    assert give(site, run, whole, "one.emlx")["pending"] == 1
    assert waiting(site)[0].endswith("\n\nHm.\n")


def test_a_number_above_nothing_is_no_mail(run: Run, site: Path) -> None:
    for data in (b"12\n", b"9" * 400 + b"\nFrom: x\n\ny\n", b"0\nFrom: a@b.example\n\nx\n"):
        (site / "odd").write_bytes(data)
        assert run("comments", "receive", "odd")[0] in (0, 2)
