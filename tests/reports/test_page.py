"""What the web page says: its headline, who waits, what was done well, every post."""

from __future__ import annotations

import pytest

from rapport.model import Entry, Report, Span
from rapport.reports.page import page
from rapport.reports.parts import Page
from tests.reports.nouns import CRANE, NOW, POST, RULE, entry, finding, report, source, waiter


def made(*entries: Entry, **more: object) -> Page:
    return page(report(*entries, **more), source)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("colours", "headline"),
    [
        (
            [("red",), ("green",), ("red", "red")],
            "All posts send readers on to others; 2 of 3 ask nothing specific.",
        ),
        (
            [("green", "red", "green", "red", "red"), *[("red",) * 5] * 2],
            "1 of 3 posts ask their readers something; 3 of 3 do not name and credit anybody else.",
        ),
        ([("green",)] * 2, "Every post does what a good conversation needs."),
        ([("red",) * 5] * 2, "2 of 2 ask nothing specific."),
        ([("grey",) * 5], "Nothing in these posts could be judged."),
        ([], "There was nothing to audit."),
    ],
)
def test_the_headline_says_what_is_done_and_what_is_missing(
    colours: list[tuple[str, ...]], headline: str
) -> None:
    posts = [entry(str(n), "", *each) for n, each in enumerate(colours)]  # type: ignore[arg-type]
    assert made(*posts).headline == headline


def test_the_lead_says_when_what_was_found_and_who_waits() -> None:
    late = (waiter("Bo Lind", 9), waiter("Noor Haddad", 4))
    errors = (finding(severity="error"), finding())
    assert made(entry(waiting=late), findings=errors).lead == (
        "1 post was audited on 20 March 2026.",
        "2 things could be better, 1 of them for certain.",
        "2 readers wait for an answer, the longest for 9 days.",
    )
    assert page(Report(posts=1200), source).lead == (
        "1,200 posts were audited.",
        "Nothing is left to mend.",
    )


def test_the_page_is_named_after_the_firm() -> None:
    assert made(entry()).title == "How Quay & Co talks with its readers"
    assert made(entry(), firm="").title == "How this blog talks with its readers"


def test_drafts_are_listed_and_not_counted() -> None:
    draft = entry("d.md", "Draft", "red", status="draft")
    told = made(entry(), draft)
    assert [(row.title, row.draft) for row in told.rows] == [("Draft", True), ("The crane", False)]
    assert (told.tiles[0].share.good, told.tiles[0].share.of) == (1, 1)
    assert made(draft).tiles[0].share.of == 1, "unless there is nothing else"


def test_who_waits_longest_comes_first() -> None:
    first = entry(
        "a.md", "A", "green", "green", "green", "green", "red", waiting=(waiter("Bo", 9),)
    )
    told = made(entry(waiting=(waiter("Noor", 1), waiter("Jo", 0))), first)
    assert [(each.author, each.time, each.late) for each in told.waiting] == [
        ("Bo", "9 days", True),
        ("Noor", "1 day", False),
        ("Jo", "less than a day", False),
    ]
    assert told.waiting[0].title == "A"
    assert told.waiting[1].writers == "Ida Brandt"


def example(path: str, *colours: str, **more: object) -> Entry:
    values = {"question": "Who paid?", "credited": ("Ana", "Bo", "Cy")} | more
    return entry(path, path, *colours, **values)  # type: ignore[arg-type]


def test_the_best_examples_ask_and_credit_and_have_the_most_green() -> None:
    told = made(
        example("poor", "red"),
        example("partly", "amber", "green", "green", "green", "grey"),
        example("no question", question=""),
        example("nobody", credited=()),
        example("fair", "amber"),
        example("quiet"),
        example("busy", comments=3),
        example("old", date=NOW.replace(year=2020)),
    )
    assert [each.title for each in told.examples] == ["busy", "quiet", "old"]
    assert told.examples[0].question == "Who paid?"
    assert told.examples[0].credited == "Ana, Bo and Cy"
    assert [each.comments for each in told.examples] == ["3 comments", "", ""]


def test_posts_are_in_order_of_need_the_newer_first() -> None:
    old = NOW.replace(year=2020)
    told = made(
        entry("a", "fine"),
        entry("b", "old", "red", date=old),
        entry("c", "new", "red"),
        entry("d", "worse", "red", "red"),
        entry("e", "partly", "amber", "amber", "amber"),
    )
    assert [row.title for row in told.rows] == ["worse", "new", "old", "partly", "fine"]


def test_a_post_has_its_findings_and_those_of_the_comments_that_wait() -> None:
    late = waiter()
    owed = finding(code="TLK501", path=late.path, span=Span(1, 9, 1, 20))
    told = made(entry(waiting=(late,)), findings=(finding(severity="error"), owed), rules=(RULE,))
    (row,) = told.rows
    assert row.count == "1 error and 1 warning"
    assert [(note.code, note.explained) for note in row.notes] == [
        ("ASK101", True),
        ("TLK501", False),
    ]
    assert row.notes[1].places[0].where == "content/comments/crane/noor.md, line 1"
    assert told.others == ()


def test_a_finding_shows_the_words_it_is_about() -> None:
    (row,) = made(entry(), findings=(finding(),)).rows
    place = row.notes[0].places[0]
    assert (place.where, place.words) == ("line 3", "stood still.")
    assert (place.before, place.after) == ("The crane ", " Nobody paid.")


@pytest.mark.parametrize(
    ("text", "span", "shown"),
    [
        (
            "one two\nthree four\nfive six",
            Span(1, 5, 3, 5),
            ("one ", "two three four five", " six"),
        ),
        (
            "a" * 300 + "HERE" + "b" * 300,
            Span(1, 301, 1, 305),
            ("…" + "a" * 108, "HERE", "b" * 108 + "…"),
        ),
        ("x" * 900, Span(1, 1, 1, 901), ("", "x" * 220 + "…", "")),
        ("one two", Span(7, 1, 9, 3), ("", "", "")),
        ("The crane", Span(1, 1, 1, 10), ("", "", "")),
    ],
    ids=["over lines", "in a long line", "long", "beyond the file", "the title"],
)
def test_the_words_of_a_finding_are_cut_to_what_can_be_read(
    text: str, span: Span, shown: tuple[str, str, str]
) -> None:
    told = page(report(entry(), findings=(finding(span=span),)), lambda _: text)
    place = told.rows[0].notes[0].places[0]
    assert (place.before, place.words, place.after) == shown


def test_a_place_that_is_not_exact_shows_no_words() -> None:
    (row,) = made(entry(), findings=(finding(exact=False),)).rows
    assert row.notes[0].places[0].words == ""


def test_files_that_are_no_posts_are_told_apart() -> None:
    told = made(entry(), findings=(finding(path="content/people/ana.md"),))
    assert [row.title for row in told.others] == ["content/people/ana.md"]
    assert told.rows[0].notes == ()


def test_code_in_a_message_is_told_from_its_words() -> None:
    messages = ("Add `Question: ...` here.", "One ` tick.")
    told = made(entry(), findings=tuple(finding(message=message) for message in messages))
    assert [note.pieces for note in told.rows[0].notes] == [
        ("Add ", "Question: ...", " here."),
        ("One ` tick.",),
    ]


def test_the_sources_are_asked_once_each() -> None:
    asked: list[str] = []

    def counting(path: str) -> str:
        asked.append(path)
        return POST

    page(report(entry(), findings=(finding(), finding(span=Span(3, 1, 3, 4)))), counting)
    assert asked == [CRANE]


@pytest.mark.parametrize(("lang", "shown"), [("de", "de"), ("pt-BR", "pt-BR"), ("d e\x18", "")])
def test_a_language_that_is_none_is_not_claimed(lang: str, shown: str) -> None:
    assert made(entry(lang=lang)).rows[0].lang == shown
