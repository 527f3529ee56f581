"""The report on a terminal: what stands where, what is cut, what is coloured."""

from __future__ import annotations

import pytest

from rapport.model import Report, Span
from rapport.reports import FORMATS, painted
from tests.reports.nouns import (
    CRANE,
    ERROR,
    LIGHTS,
    NOW,
    REPORT,
    entry,
    finding,
    report,
    source,
    waiter,
)

print_text = FORMATS["text"]


def test_errors_first_then_lights_then_what_to_do() -> None:
    assert print_text(REPORT, source) == (
        "content/posts/quay.md\n"
        "\n"
        "  content/posts/quay.md:2:7  error CFG904\n"
        "    The date is no date.\n"
        "\n"
        "content/posts/crane.md\n"
        "\n"
        "  content/posts/crane.md:3:11  warning ASK101\n"
        "    This post asks its readers nothing. Ask them one thing.\n"
        "    3 | The crane    stood still. Nobody paid.\n"
        "      |              ^^^^^^^^^^^^\n"
        "\n"
        "                        ask       credit    link out  pitch     answer\n"
        "content/posts/crane.md  poor      partly    good      -         good\n"
        "\n"
        "2 posts: 1 error, 1 warning. `rapport explain CODE` says why.\n"
        'Next: Mend the error in "content/posts/quay.md" (CFG904).\n'
    )


def test_nothing_to_mend_is_two_lines() -> None:
    assert print_text(Report(posts=3), source) == (
        "3 posts: 0 errors, 0 warnings.\nNext: Nothing to mend.\n"
    )


def test_nothing_audited_says_nothing_of_what_to_do() -> None:
    assert print_text(Report(), source) == "0 posts: 0 errors, 0 warnings.\n"


def test_a_post_is_headed_by_its_title_and_holds_the_comments_that_wait_under_it() -> None:
    late = waiter()
    owed = finding(code="TLK501", path=late.path, span=Span(1, 9, 1, 20))
    shown = print_text(report(entry(waiting=(late,)), findings=(owed, finding())), source)
    heads = [line for line in shown.splitlines() if line and not line.startswith(" ")]
    assert heads[0] == "The crane"
    assert f"  {late.path}:1:9  warning TLK501" in shown
    assert late.path not in heads


def test_what_is_said_of_several_places_is_said_once() -> None:
    twice = (finding(), finding(span=Span(3, 24, 3, 30)))
    assert print_text(Report(twice, (), 1), source).splitlines()[:8] == [
        "content/posts/crane.md",
        "",
        "  content/posts/crane.md:3:11  warning ASK101, in 2 places",
        "    This post asks its readers nothing. Ask them one thing.",
        "    3 | The crane    stood still. Nobody paid.",
        "      |              ^^^^^^^^^^^^",
        "  content/posts/crane.md:3:24",
        "    3 | The crane    stood still. Nobody paid.",
    ]


def test_the_worst_posts_come_first_and_a_long_table_is_cut() -> None:
    posts = [entry(f"content/posts/p{n:02}.md") for n in range(44)]
    bad = entry("content/posts/z.md", "Z", "red")
    shown = print_text(report(*posts, bad), source).splitlines()
    assert shown[1].startswith("content/posts/z.md    poor")
    assert shown[41] == "and 5 more posts: --format html shows all"


def test_of_posts_equally_bad_the_newest_comes_first() -> None:
    old = entry("content/posts/a.md", "A", "red", date=NOW.replace(year=2020))
    new = entry("content/posts/b.md", "B", "red")
    shown = print_text(report(old, new), source).splitlines()
    assert [line.split()[0] for line in shown[1:3]] == ["content/posts/b.md", "content/posts/a.md"]


def excerpt(line: str, span: Span, *, exact: bool = True) -> list[str]:
    told = Report((finding(span=span, exact=exact),), (), 1)
    return print_text(told, lambda _: line).split("\n\n")[1].splitlines()[2:]


def test_carets_stand_under_wide_characters() -> None:
    line = "日本 asks Zoë\u0301 this"
    assert excerpt(line, Span(1, 9, 1, 13)) == [f"    1 | {line}", "      |           ^^^"]


def test_a_long_line_is_cut_around_the_words() -> None:
    line = "word " * 400 + "HERE" + " word" * 400
    words, carets = excerpt(line, Span(1, 2001, 1, 2005))
    assert len(words) <= 88
    assert words.index("HERE") == carets.index("^^^^")
    assert words.startswith("    1 | …")
    assert words.endswith("…")


LONG = [(0, 300, 0), (9, 300, 9), (200, 300, 200), (200, 3, 0), (0, 3, 200), (70, 3, 70)]


@pytest.mark.parametrize("char", ["w", "日"])
@pytest.mark.parametrize(("before", "words", "after"), LONG)
def test_an_excerpt_fits_the_terminal_whatever_is_long(
    char: str, before: int, words: int, after: int
) -> None:
    line = char * (before + words + after)
    shown = excerpt(line, Span(1, before + 1, 1, before + words + 1))
    assert max(len(each) + each.count("日") for each in shown) <= 88
    assert "……" not in shown[0]
    assert shown[1].count("^") >= min(words, 70)


def test_carets_end_with_the_first_line() -> None:
    assert excerpt("one two\nthree", Span(1, 5, 2, 3)) == ["    1 | one two", "      |     ^^^"]


def test_nothing_points_where_the_place_is_not_known() -> None:
    assert excerpt("one two", Span(1, 5, 1, 7), exact=False) == ["    1 | one two"]


def test_colour_changes_nothing_but_the_colour() -> None:
    told = report(entry("content/posts/crane.md", "The crane", "red"), findings=(finding(), ERROR))
    seen: list[tuple[str, str]] = []

    def paint(words: str, role: str) -> str:
        seen.append((words, role))
        return f"\x1b[1m{words}\x1b[0m"

    shown = painted(told, source, paint)
    assert shown.replace("\x1b[1m", "").replace("\x1b[0m", "") == print_text(told, source)
    assert {("The crane", "title"), ("error", "error"), ("warning", "warning")} <= set(seen)
    assert {("ASK101", "code"), ("poor", "red"), ("good", "green"), ("Next:", "next")} <= set(seen)
    assert (f"{CRANE}:3:11", "place") in seen


# --- what to do next ------------------------------------------------------------------------------


def last(told: Report) -> str:
    return print_text(told, source).splitlines()[-1]


def test_errors_come_before_who_waits() -> None:
    told = report(
        entry(waiting=(waiter("Noor Haddad", 4), waiter("Bo Lind", 9))), findings=(ERROR,)
    )
    assert last(told) == (
        'Next: Mend the error in "content/posts/quay.md" (CFG904). Answer Bo Lind, who has '
        'waited 9 days under "The crane", and 1 other.'
    )


def test_errors_in_several_files_name_the_first() -> None:
    other = finding(severity="error", path="content/posts/a.md")
    told = Report((other, ERROR, ERROR), (LIGHTS,), 2)
    assert (
        last(told) == 'Next: Mend the 3 errors in 2 files, first in "content/posts/a.md" (ASK101).'
    )


def test_who_waits_since_today_has_waited_less_than_a_day() -> None:
    assert last(report(entry(waiting=(waiter(days=0),)))) == (
        'Next: Answer Noor Haddad, who has waited less than a day under "The crane".'
    )


def test_warnings_alone_are_no_duty() -> None:
    told = report(entry(), findings=(finding(),))
    assert last(told) == (
        'Next: Nothing has to be mended. Whoever has ten minutes begins with "The crane".'
    )


def test_notes_about_the_audit_itself_stand_at_the_end() -> None:
    shown = print_text(
        Report((), (LIGHTS,), 1, ("1 post is in a language nobody here knows.",)), source
    )
    assert shown.splitlines()[-3:-1] == [
        "1 post is in a language nobody here knows.",
        "1 post: 0 errors, 0 warnings.",
    ]
