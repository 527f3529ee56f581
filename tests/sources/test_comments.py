"""Comments: every key read and checked, threads, and what is wrong between files."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rapport.conversation import COMMENT_KEYS, id_for_import, to_text
from tests.sources.sites import (
    ANNA,
    COMMENT,
    ID,
    ID2,
    ID3,
    MARIA,
    POST,
    errors,
    message,
    only_comment,
    read,
    told,
)

BASE = {"posts/crane.md": POST, "people/anna.md": ANNA, "people/maria.md": MARIA}


def with_comment(folder: Path, text: str, name: str = ID, **given: object):  # type: ignore[no-untyped-def]
    return read(folder, {**BASE, f"comments/crane/{name}.md": text}, **given)


def test_a_whole_comment(tmp_path: Path) -> None:
    text = (
        "Author: Anna Rossi\nPerson: anna\nUrl: https://rossi.example/anna\n"
        "Date: 2026-05-05 20:12+02:00\n"
        f"Reply-To: {ID2}\nAnswers: {ID3}, {ID2}\nAnswers: {ID3}\nKind: comment\nSource: mail\n"
        "Source-Id: 7\nSource-Url: https://x.example/7\nStatus: shown\nApproved: 2026-05-06 Tom\n"
        "Edited: 2026-05-07 a typo\nLang: pt-BR\n\nIn *our* district\r\n\r\nthe judge asks.\r\n"
    )
    others = {
        f"comments/crane/{ID2}.md": COMMENT,
        f"comments/crane/{ID3}.md": COMMENT,
        f"comments/crane/{ID}.md": text,
    }
    site = read(tmp_path, {**BASE, **others})
    comment = next(comment for comment in site.comments if comment.id == ID)
    assert told(site) == []
    assert comment.path == f"content/comments/crane/{ID}.md"
    assert (comment.post, comment.author, comment.person) == ("crane", "Anna Rossi", "anna")
    assert comment.role == "firm"
    assert comment.date == datetime(2026, 5, 5, 18, 12, tzinfo=UTC)
    assert comment.date.utcoffset() == timedelta(hours=2)
    assert comment.body == "In *our* district\n\nthe judge asks."
    assert (comment.reply_to, comment.answers) == (ID2, (ID3, ID2))
    assert (comment.kind, comment.source, comment.source_id) == ("comment", "mail", "7")
    assert (comment.status, comment.not_needed, comment.lang) == ("shown", None, "pt-BR")
    assert (comment.approved, comment.edited) == ("2026-05-06 Tom", "2026-05-07 a typo")


def test_what_the_header_does_not_say(tmp_path: Path) -> None:
    site = with_comment(tmp_path, COMMENT)
    comment = only_comment(site)
    assert told(site) == []
    assert (comment.person, comment.role, comment.kind) == (None, "reader", "comment")
    assert (comment.source, comment.status, comment.reply_to) == ("form", "shown", None)


def test_a_comment_written_by_us_comes_back_the_same(tmp_path: Path) -> None:
    first = only_comment(with_comment(tmp_path / "one", COMMENT))
    again = only_comment(with_comment(tmp_path / "two", to_text(first)))
    assert (again.author, again.date, again.body) == (first.author, first.date, first.body)


def test_an_imports_id_is_a_comments_id(tmp_path: Path) -> None:
    name = id_for_import(datetime(2020, 1, 1, tzinfo=UTC), "disqus", "42")
    assert told(with_comment(tmp_path, COMMENT, name)) == []


DATE = "Date: 2026-05-05 20:12+02:00\n"


@pytest.mark.parametrize(
    ("text", "told_", "said"),
    [
        (f"{DATE}\nx", "1 CFG902", "Author: "),
        (f"Author:\n{DATE}\nx", "1 CFG902", "Author: "),
        (f"Author: \u200b\u200d\n{DATE}\nx", "1 CFG902", "Author: "),
        ("Author: M\n\nx", "1 CFG902", "Date: 2026-05-05 20:12+02:00"),
        ("Author: M\nDate: 2026-05-05 20:12\n\nx", "2 CFG904", "no time zone"),
        ("Author: M\nDate: soon\n\nx", "2 CFG904", "is no date"),
        (f"Author: M\n{DATE}", "1 CFG902", "no text"),
        (f"Author: M\n{DATE}\n\n \n", "1 CFG902", "no text"),
        (f"Author: M\n{DATE}Status: remved\n\nx", "3 CFG903", "mean removed?"),
        (f"Author: M\n{DATE}Statuss: removed\n\nx", "3 CFG902", "mean Status?"),
        (f"Author: M\n{DATE}Status: removed\n\nstill here", "3 CFG903", "stay readable"),
        (f"Author: M\n{DATE}Kind: lik\n\nx", "3 CFG903", "mean like?"),
        (f"Author: M\n{DATE}Source: Web Form\n\nx", "3 CFG903", "form or mail"),
        (f"Author: M\n{DATE}Lang: German, Swiss\n\nx", "3 CFG903", "pt-BR"),
        (f"Author: M\n{DATE}Url: javascript:alert(1)\n\nx", "3 CFG903", "https://"),
        (f"Author: M\n{DATE}Source-Url: //x.example\n\nx", "3 CFG903", "https://"),
        (f"Author: M\n{DATE}Answer: later\n\nx", "3 CFG903", "not-needed - reason"),
        (f"Author: M\n{DATE}Person: ana\n\nx", "3 CFG905", "mean anna?"),
        (f"Author: M\n{DATE}Person: Maria Keler\n\nx", "3 CFG905", "mean maria?"),
        (f"Author: M\n{DATE}Person: qqqq\n\nx", "3 CFG905", "content/people"),
        (f"Author: M\n{DATE}\nwrite to\nme@home.example", "5 CFG903", "[address]"),
        (f"Author: me@home.example\n{DATE}\nx", "1 CFG903", "[address]"),
        (f"Author: M\n{DATE}Edited: by x@firm.example\n\nx", "3 CFG903", "[address]"),
        (f"Author: M\n{DATE}\nme&commat;home.example", "4 CFG903", "[address]"),
    ],
)
def test_a_comment_with_an_error_is_said_and_left_out(
    tmp_path: Path, text: str, told_: str, said: str
) -> None:
    site = with_comment(tmp_path, text)
    assert site.comments == ()
    assert errors(site) == [f"comments/crane/{ID}.md:{told_}"]
    assert said in site.problems[0].message


def test_a_file_name_that_is_no_id(tmp_path: Path) -> None:
    site = with_comment(tmp_path, COMMENT, "hello")
    assert errors(site) == ["comments/crane/hello.md:1 CFG903"]
    assert site.comments == ()


def test_a_removed_comment_needs_no_author_and_has_no_body(tmp_path: Path) -> None:
    site = with_comment(tmp_path, f"Author:\n{DATE}Status: removed\n\n")
    assert told(site) == []
    assert (only_comment(site).status, only_comment(site).body) == ("removed", "")


def test_a_like_needs_no_text(tmp_path: Path) -> None:
    assert told(with_comment(tmp_path, f"Author: M\n{DATE}Kind: like\n")) == []


@pytest.mark.parametrize("dash", ["-", "\u2013", "\u2014"])
def test_an_answer_that_is_not_needed_says_why(tmp_path: Path, dash: str) -> None:
    site = with_comment(tmp_path, f"Author: M\n{DATE}Answer: not-needed {dash} just thanks\n\nx")
    assert told(site) == []
    assert only_comment(site).not_needed == "just thanks"


def test_an_answer_not_needed_without_a_reason_is_a_warning(tmp_path: Path) -> None:
    site = with_comment(tmp_path, f"Author: M\n{DATE}Answer: not-needed\n\nx")
    assert told(site) == [f"comments/crane/{ID}.md:3 CFG902 warning"]
    assert only_comment(site).not_needed == ""


def test_what_a_terminal_or_xml_would_choke_on_is_gone(tmp_path: Path) -> None:
    site = with_comment(tmp_path, f"Author: M\x1b[2J\n{DATE}\nHi\x00 \ufffe\u202eyou\x07?\n")
    comment = only_comment(site)
    assert (comment.author, comment.body) == ("M[2J", "Hi you?")


# The firm's name is the firm's.


@pytest.mark.parametrize(
    "author",
    [
        "Anna Rossi",
        "anna  ROSSI",
        "Anna\u00a0Rossi",
        "\u0410nna R\u043essi",
        "Anna R\u200bossi",
        "\uff21nna Rossi",
        "Ann\u00e1 Rossi",
        "Anna Ross\u0131",
        "Anna Ross1",
        "Anna Rossl",
        "Anna-Rossi.",
        "A. Rossi",
        "Rossi & Partners",
        "rossi partners",
        "The Firm",
        "Anna Rossi, partner",
        "anna rossi (Rossi & Partners)",
        "The Firm - press",
        "A. Rossi | lawyer",
    ],
)
def test_a_name_that_claims_to_be_the_firms(tmp_path: Path, author: str) -> None:
    roster = {
        "people/anna.md": ANNA.replace("Role", "Also: A. Rossi\nRole"),
        "people/firm.md": "Name: The Firm\nRole: brand\n\nUs.\n",
    }
    text = f"Author: {author}\n{DATE}\nCall us.\n"
    texts = {**BASE, **roster, f"comments/crane/{ID}.md": text}
    site = read(tmp_path / "one", texts, RAPPORT_FIRM_NAMES=["Rossi & Partners"])
    assert errors(site) == [f"comments/crane/{ID}.md:1 CFG910"]
    assert "Person: none" in message(site, "CFG910")
    assert site.comments == ()
    texts[f"comments/crane/{ID}.md"] = text.replace("Date", "Person: none\nDate")
    confirmed = read(tmp_path / "two", texts, RAPPORT_FIRM_NAMES=["Rossi & Partners"])
    assert told(confirmed) == []
    assert (only_comment(confirmed).role, only_comment(confirmed).person) == ("reader", None)


@pytest.mark.parametrize("author", ["Anna", "Anna Rossini", "Maria Keller", "Rossi", "\u738b", "!"])
def test_another_name_claims_nothing(tmp_path: Path, author: str) -> None:
    assert told(with_comment(tmp_path, f"Author: {author}\n{DATE}\nx\n")) == []


def test_only_person_earns_the_badge(tmp_path: Path) -> None:
    text = f"Author: Anna Rossi\nPerson: maria\n{DATE}\nx\n"
    assert only_comment(with_comment(tmp_path, text)).role == "peer"


def test_a_person_whose_file_is_faulty_is_said_once(tmp_path: Path) -> None:
    texts = {
        **BASE,
        "people/anna.md": "Name: Anna Rossi\nRole: frim\n\nx",
        f"comments/crane/{ID}.md": f"Author: Anna Rossi\nPerson: anna\n{DATE}\nx\n",
    }
    site = read(tmp_path, texts)
    assert errors(site) == ["people/anna.md:2 CFG903"]
    assert only_comment(site).role == "reader"


# Between files.


def test_two_comments_with_one_id(tmp_path: Path) -> None:
    texts = {
        **BASE,
        "posts/other.md": POST.replace("Crane", "Other"),
        f"comments/crane/{ID}.md": COMMENT,
        f"comments/other/{ID}.md": COMMENT,
    }
    site = read(tmp_path, texts)
    assert errors(site) == [f"comments/other/{ID}.md:1 CFG908"]
    assert f"content/comments/crane/{ID}.md" in message(site, "CFG908")
    assert only_comment(site).post == "crane"


@pytest.mark.parametrize(
    ("folder", "said"),
    [("cranes", "mean crane?"), ("qqqqqq", "remove it"), ("the-crane-file", "mean crane?")],
)
def test_a_comment_folder_without_a_post(tmp_path: Path, folder: str, said: str) -> None:
    texts = {
        "posts/the-crane-file.md": POST,
        f"comments/{folder}/{ID}.md": COMMENT,
        f"comments/{folder}/{ID2}.md": COMMENT,
    }
    site = read(tmp_path, texts)
    assert errors(site) == [f"comments/{folder}/{ID}.md:1 CFG906"]
    assert said in message(site, "CFG906")
    assert site.comments == ()


def test_a_folder_called_by_the_slug_of_a_post_with_another_id(tmp_path: Path) -> None:
    texts = {
        "posts/a.md": POST.replace("Author", "Id: first\nAuthor"),
        f"comments/crane/{ID}.md": COMMENT,
    }
    assert "mean first?" in message(read(tmp_path, texts), "CFG906")


def test_comments_of_a_post_that_is_left_out_are_not_said_as_well(tmp_path: Path) -> None:
    texts = {
        "posts/a.md": POST.replace("2026-05-04 09:00", "soon"),
        f"comments/crane/{ID}.md": COMMENT,
    }
    assert errors(read(tmp_path, texts)) == ["posts/a.md:2 CFG904"]


def test_translations_share_the_conversation(tmp_path: Path) -> None:
    texts = {
        "posts/en.md": POST,
        "posts/de.md": POST.replace("Author", "Lang: de\nAuthor"),
        f"comments/crane/{ID}.md": COMMENT,
        f"comments/crane/{ID2}.md": COMMENT.replace("Author", "Lang: DE\nAuthor"),
    }
    site = read(tmp_path / "one", texts)
    assert told(site) == []
    assert {key: len(thread.turns) for key, thread in site.threads.items()} == {"crane": 2}
    site = read(tmp_path / "two", texts, RAPPORT_THREADS="language")
    assert told(site) == []
    assert {key: [turn.comment.id for turn in t.turns] for key, t in site.threads.items()} == {
        "crane.en": [ID],
        "crane.de": [ID2],
    }
    assert {thread.post for thread in site.threads.values()} == {"crane"}


def test_a_post_in_one_other_language_takes_its_comments(tmp_path: Path) -> None:
    texts = {
        "posts/de.md": POST.replace("Author", "Lang: de\nAuthor"),
        f"comments/crane/{ID}.md": COMMENT,
    }
    site = read(tmp_path, texts, RAPPORT_THREADS="language")
    assert len(site.threads["crane.de"].turns) == 1


def reply(to: str) -> str:
    return COMMENT.replace("Date", f"Reply-To: {to}\nDate")


def test_a_reply_to_nothing_is_a_warning_and_opens_a_thread(tmp_path: Path) -> None:
    texts = {**BASE, f"comments/crane/{ID}.md": reply(ID2), f"comments/crane/{ID3}.md": COMMENT}
    site = read(tmp_path, texts)
    assert told(site) == [f"comments/crane/{ID}.md:2 CFG911 warning"]
    assert f"mean {ID3}?" in message(site, "CFG911")
    assert [turn.depth for turn in site.threads["crane"].turns] == [0, 0]


def test_a_reply_to_a_comment_elsewhere_is_a_warning(tmp_path: Path) -> None:
    texts = {
        **BASE,
        "posts/other.md": POST.replace("Crane", "Other"),
        f"comments/crane/{ID}.md": COMMENT,
        f"comments/other/{ID2}.md": reply(ID),
    }
    site = read(tmp_path, texts)
    assert told(site) == [f"comments/other/{ID2}.md:2 CFG911 warning"]
    assert "another post" in message(site, "CFG911")


def test_a_reply_to_a_comment_that_is_left_out_is_not_said_as_well(tmp_path: Path) -> None:
    texts = {
        **BASE,
        f"comments/crane/{ID}.md": COMMENT.replace("Date", "Dat"),
        f"comments/crane/{ID2}.md": reply(ID),
    }
    site = read(tmp_path, texts)
    assert {line.split(":")[0] for line in told(site)} == {f"comments/crane/{ID}.md"}
    assert len(site.threads["crane"].turns) == 1


def test_answers_to_nothing_are_a_warning(tmp_path: Path) -> None:
    site = with_comment(tmp_path, COMMENT.replace("Date", f"Answers: {ID2}\nDate"))
    assert told(site) == [f"comments/crane/{ID}.md:2 CFG911 warning"]


def test_replies_in_a_circle_are_an_error_once(tmp_path: Path) -> None:
    texts = {
        **BASE,
        f"comments/crane/{ID}.md": reply(ID3),
        f"comments/crane/{ID2}.md": reply(ID),
        f"comments/crane/{ID3}.md": reply(ID2),
    }
    site = read(tmp_path, texts)
    assert errors(site) == [f"comments/crane/{ID}.md:2 CFG909"]
    assert all(name in message(site, "CFG909") for name in (ID2, ID3))


def test_a_comment_that_answers_itself(tmp_path: Path) -> None:
    site = with_comment(tmp_path, reply(ID))
    assert errors(site) == [f"comments/crane/{ID}.md:2 CFG909"]
    assert "itself" in message(site, "CFG909")


def test_who_waits_and_who_has_an_answer(tmp_path: Path) -> None:
    answer = f"Author: Anna Rossi\nPerson: anna\nReply-To: {ID}\n{DATE}\nIt did.\n"
    texts = {
        **BASE,
        f"comments/crane/{ID}.md": COMMENT,
        f"comments/crane/{ID2}.md": answer,
        f"comments/crane/{ID3}.md": COMMENT,
    }
    thread = read(tmp_path, texts).threads["crane"]
    assert [comment.id for comment in thread.waiting] == [ID3]
    assert thread.answerable == 2


@pytest.mark.parametrize("key", ["Approved", "Edited"])
@pytest.mark.parametrize(
    "value",
    ["ana-rossi", "yesterday", "2026-02-30 ana", "20260506 ana", "2026-05-06x", "9999-01-01"],
)
def test_a_decision_without_a_date_is_doubted_and_kept(
    tmp_path: Path, key: str, value: str
) -> None:
    site = with_comment(tmp_path, f"Author: M\n{DATE}{key}: {value}\n\nx")
    assert told(site) == [f"comments/crane/{ID}.md:3 CFG904 warning"]
    assert f"{key} is {value!r}, which begins with no date." in message(site, "CFG904")
    assert getattr(only_comment(site), key.lower()) == value


@pytest.mark.parametrize(
    "value",
    ["2026-05-06", "2026-05-06 ana", "2026-05-06T10:00Z by ana", "2026-05-06 10:00:01+02:00 - x"],
)
def test_a_decision_with_a_date(tmp_path: Path, value: str) -> None:
    site = with_comment(tmp_path, f"Author: M\n{DATE}Approved: {value}\nEdited: {value}\n\nx")
    assert told(site) == []


# Every key of a comment, one by one.

GOOD = {
    "Author": ("author", "Maria", "Maria"),
    "Person": ("person", "anna", "anna"),
    "Url": ("url", "https://x.example/", "https://x.example/"),
    "Date": ("date", "2026-05-05 20:12+02:00", datetime(2026, 5, 5, 18, 12, tzinfo=UTC)),
    "Reply-To": ("reply_to", ID2, ID2),
    "Answers": ("answers", ID2, (ID2,)),
    "Kind": ("kind", "mention", "mention"),
    "Source": ("source", "mastodon", "mastodon"),
    "Source-Id": ("source_id", "17", "17"),
    "Source-Url": ("source_url", "https://x.example/17", "https://x.example/17"),
    "Status": ("status", "shown", "shown"),
    "Answer": ("not_needed", "not-needed - by phone", "by phone"),
    "Approved": ("approved", "2026-05-06 anna", "2026-05-06 anna"),
    "Edited": ("edited", "2026-05-07 - a name", "2026-05-07 - a name"),
    "Lang": ("lang", "de", "de"),
}
BAD = {
    "Author": "",
    "Person": "nobody-here",
    "Url": "javascript:alert(1)",
    "Date": "yesterday",
    "Reply-To": "nothing",
    "Answers": "nothing",
    "Kind": "rant",
    "Source": "By mail!",
    "Source-Id": "maria@x.example",
    "Source-Url": "//x.example",
    "Status": "gone",
    "Answer": "later",
    "Approved": "anna",
    "Edited": "a name",
    "Lang": "the usual",
}


def keyed(key: str, value: str) -> str:
    lines = {"Author": "Maria", "Date": "2026-05-05 20:12+02:00", key: value}
    return "".join(f"{name}: {given}\n" for name, given in lines.items()) + "\nText.\n"


@pytest.mark.parametrize("key", COMMENT_KEYS)
def test_every_key_is_read_written_checked_and_documented(tmp_path: Path, key: str) -> None:
    others = {f"comments/crane/{ID2}.md": COMMENT}
    field, value, meaning = GOOD[key]
    site = read(tmp_path / "good", {**BASE, **others, f"comments/crane/{ID}.md": keyed(key, value)})
    assert told(site) == []
    comment = next(each for each in site.comments if each.id == ID)
    assert getattr(comment, field) == meaning
    again = read(
        tmp_path / "again", {**BASE, **others, f"comments/crane/{ID}.md": to_text(comment)}
    )
    assert getattr(next(each for each in again.comments if each.id == ID), field) == meaning
    wrong = read(
        tmp_path / "bad", {**BASE, **others, f"comments/crane/{ID}.md": keyed(key, BAD[key])}
    )
    assert [line.split(":")[0] for line in told(wrong)] == [f"comments/crane/{ID}.md"]
    manual = Path(__file__).parents[2] / "docs" / "conversation.md"
    assert re.search(rf"^\|[^|]*`{key}`", manual.read_text("utf-8"), re.MULTILINE)


def test_no_key_is_known_that_is_not_tried() -> None:
    assert set(GOOD) == set(BAD) == set(COMMENT_KEYS)
