"""The comment on a pull request: short, found again by its marker, and harmless."""

from __future__ import annotations

import re

import pytest

from rapport.model import Report, Span
from rapport.reports import FORMATS, MARKER
from tests.reports.nouns import ERROR, REPORT, entry, finding, report, source, waiter

markdown = FORMATS["markdown"]


def test_the_comment_begins_with_its_marker_and_says_the_most_important_first() -> None:
    assert markdown(REPORT, source) == (
        "<!-- rapport:audit -->\n"
        "### Rapport: 2 posts, 1 error and 1 warning\n"
        "\n"
        '**Next:** Mend the error in "content/posts/quay.md" (CFG904).\n'
        "\n"
        "| post | ask | credit | link out | pitch | answer |\n"
        "|---|---|---|---|---|---|\n"
        "| content/posts/crane.md | 🔴 poor | 🟡 partly | 🟢 good | ⚪ - | 🟢 good |\n"
        "\n"
        "**content/posts/quay.md**\n"
        "\n"
        "- ❌ error **CFG904**, line 2: The date is no date.\n"
        "\n"
        "**content/posts/crane.md**\n"
        "\n"
        "- ⚠️ warning **ASK101**, line 3: This post asks its readers nothing. Ask them one thing.\n"
    )


def test_the_marker_is_what_a_workflow_looks_for() -> None:
    assert markdown(Report(posts=1), source).startswith(f"{MARKER}\n")


def test_posts_have_their_title_and_paths_begin_at_the_root_of_the_repository() -> None:
    late = waiter()
    owed = finding(code="TLK501", path=late.path, span=Span(1, 9, 1, 20))
    told = report(entry(waiting=(late,)), findings=(finding(), owed), base="blog/")
    shown = markdown(told, source)
    assert "| The crane | 🟢 good |" in shown
    assert "\n**The crane** blog/content/posts/crane.md\n" in shown
    assert "**TLK501**, blog/content/comments/crane/noor.md, line 1:" in shown


def test_several_places_of_one_message_are_one_line() -> None:
    places = [finding(span=Span(n, 1, n, 9)) for n in (3, 3, 7, 9)]
    assert "**ASK101**, lines 3, 7, 9: This" in markdown(Report(tuple(places), (), 1), source)


def test_long_lists_are_folded() -> None:
    posts = [entry(f"p{n:02}.md", f"Post {n}") for n in range(14)]
    findings = tuple(finding(path=each.path) for each in posts)
    shown = markdown(report(*posts, findings=findings), source)
    assert shown.count("<details>") == shown.count("</details>") == 2
    assert "<details><summary>4 more posts</summary>\n\n| post |" in shown
    assert "<details><summary>4 more findings</summary>\n\n**Post 10** p10.md\n" in shown
    assert shown.index("| Post 9 |") < shown.index("<details>") < shown.index("| Post 13 |")


def test_the_comment_stays_under_its_size() -> None:
    posts = [entry(f"p{n}.md", "🚢" * 60) for n in range(190)]
    findings = tuple(finding(message=f"{n}" + "🚢" * 400, path=f"p{n}.md") for n in range(190))
    shown = markdown(report(*posts, findings=findings), source)
    assert len(shown.encode("utf-16-le")) // 2 < 65_536
    assert "and 90 more posts" in shown
    assert re.search(r"\n\d+ more findings: `rapport audit` shows them all\.\n$", shown)
    assert shown.count("<details>") == shown.count("</details>") == 2


def shown_message(message: str) -> str:
    shown = markdown(Report((finding(message=message),), (), 1), source)
    return shown.partition("line 3: ")[2].rstrip("\n")


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("<img src=x> [a](javascript:b) | c", r"\<img src=x\> \[a\](javascript:b) \| c"),
        ("</details> &amp; **bold**", r"\</details\> \&amp; \*\*bold\*\*"),
        (
            "write to @everyone about #12 or GH-7",
            "write to @\u200beveryone about #\u200b12 or GH-\u200b7",
        ),
        ("owner/repo#3, gh-4, LEX-5", "owner/repo#\u200b3, gh-\u200b4, LEX-\u200b5"),
        ("see https://x.example", "see https:\u200b//x.example"),
        ("see WWW.x.example", "see WWW\u200b.x.example"),
        ("write to a@x.example", "write to a@\u200bx.example"),
        ("since 0a1b2c3 or effaced", "since 0\u200ba1b2c3 or e\u200bffaced"),
        ("a :sparkle_s: and 10:30", "a :\u200bsparkle\\_s: and 10:30"),
        ("add `Answer: no *why*` here", "add `Answer: no *why*` here"),
        ("a lone ` tick <b>", r"a lone \` tick \<b\>"),
        ("two\n\n# lines", "two # lines"),
    ],
)
def test_what_a_file_says_is_shown_as_the_text_it_is(message: str, shown: str) -> None:
    assert shown_message(message) == shown


def test_a_hostile_title_stays_in_its_cell() -> None:
    told = report(entry(title="a | b\n| <b> `x` @team"), findings=(ERROR,))
    assert r"| a \| b \| \<b\> \`x\` @" + "\u200bteam | 🟢 good |" in markdown(told, source)
