"""The report: what is judged, in which order, what is silenced, what a finding is known by."""

from __future__ import annotations

import pickle
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rapport.audit import Context, fingerprint, judge, measure
from rapport.model import Comment, Facts, Finding, Person, Post, Report, Site, Span, Thread, Turn
from rapport.sources import document
from tests.audit.posts import CONTEXT, SETTINGS, facts, post

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
POOR = "Marta Kowal wrote a note. It is [here](https://k.example).\n\n![](a.png)\n"


def head(slug: str, *more: str) -> str:
    return "\n".join([f"Title: {slug}", "Date: 2026-01-05", "Author: Lena Brandt", *more, "", ""])


def made(path: str, text: str = POOR, *more: str) -> tuple[Post, Facts]:
    whole = head(Path(path).stem, *more) + text
    return post(whole, path), replace(facts(whole), path=path)


def judged(*pairs: tuple[Post, Facts], site: Site | None = None) -> Report:
    site = site or Site(posts=tuple(p for p, _ in pairs))
    return judge(site, {f.path: f for _, f in pairs}, SETTINGS, NOW)


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def test_findings_are_in_order_of_path_line_column_and_code() -> None:
    report = judged(made("content/posts/b.md"), made("content/posts/a.md"))
    keys = [(f.path, f.span.line, f.span.column, f.code) for f in report.findings]
    assert keys == sorted(keys)
    assert codes(report) == ["ASK101", "PEO202", "LNK303", "IMG601", "IMG602"] * 2
    assert [entry.path for entry in report.lights] == ["content/posts/a.md", "content/posts/b.md"]
    assert report.posts == 2


def test_judging_twice_says_the_same() -> None:
    pairs = made("content/posts/b.md"), made("content/posts/a.md")
    assert judged(*pairs) == judged(*reversed(pairs))


def test_only_posts_with_facts_are_judged_and_all_faults_are_told() -> None:
    here, there = made("content/posts/a.md"), made("content/posts/b.md")
    fault = Finding("CFG902", "error", "content/posts/c.md", Span(1, 1, 1, 1), "No title.")
    report = judge(
        Site(posts=(here[0], there[0]), problems=(fault,)), {there[1].path: there[1]}, SETTINGS, NOW
    )
    assert report.posts == 1
    assert {f.path for f in report.findings} == {"content/posts/b.md", "content/posts/c.md"}
    assert report.findings[-1].fingerprint


def test_nothing_to_judge_is_an_empty_report() -> None:
    assert judge(Site(), {}, SETTINGS, NOW) == Report(now=NOW, firm="Harrow Lane Law")


@pytest.mark.parametrize("status", ["published", "draft", "hidden"])
def test_drafts_and_hidden_posts_are_judged_like_published_ones(status: str) -> None:
    report = judged(made("content/posts/a.md", POOR, f"Status: {status}"))
    assert "ASK101" in codes(report)


def waiting_site(*posts: Post) -> Site:
    comment = Comment("01k0000000000000000000000a", "keys", "content/comments/keys/a.md", "Ann",
                      datetime(2026, 5, 1, tzinfo=UTC), "Why?")  # fmt: skip
    thread = Thread("keys", (Turn(comment, 0, None),), (comment,), 1, comment)
    return Site(posts=posts, comments=(comment,), threads={"keys": thread})


def test_translations_that_share_a_thread_report_who_waits_once() -> None:
    german = made("content/posts/a-de.md", POOR, "Slug: keys", "Lang: de")
    english = made("content/posts/b-en.md", POOR, "Slug: keys")
    site = waiting_site(german[0], english[0])
    report = judged(german, english, site=site)
    assert codes(report).count("TLK501") == 1
    assert {entry.answer for entry in report.lights} == {"red"}
    waits = next(f for f in report.findings if f.code == "TLK501")
    assert waits.path == "content/comments/keys/a.md"
    assert "Ann has waited 31 days" in waits.message
    assert '"b-en"' in waits.message


def test_a_suppression_in_the_header_covers_the_posts_conversation() -> None:
    pair = made("content/posts/keys.md", POOR, "Audit-ignore: TLK501 - before the court")
    assert "TLK501" not in codes(judged(pair, site=waiting_site(pair[0])))
    bare = made("content/posts/keys.md")
    assert "TLK501" in codes(judged(bare, site=waiting_site(bare[0])))


def test_a_suppression_without_a_reason_silences_nothing() -> None:
    found = codes(judged(made("content/posts/a.md", POOR, "Audit-ignore: ASK101")))
    assert "ASK101" in found
    assert "CFG913" in found


def test_one_suppression_covers_every_finding_of_its_code() -> None:
    text = "![](a.png)\n\n![](b.png)\n"
    report = judged(made("content/posts/a.md", text, "Audit-ignore: IMG602 - decoration"))
    assert not {"IMG602", "CFG913"} & set(codes(report))


def test_an_inline_suppression_covers_the_next_block_and_no_other() -> None:
    text = "<!-- rapport: ignore IMG602 - decoration -->\n![](a.png)\n![](b.png)\n\n![](c.png)\n"
    report = judged(made("content/posts/a.md", text))
    assert [f.span.line for f in report.findings if f.code == "IMG602"] == [9]
    assert "CFG913" not in codes(report)


def test_an_inline_suppression_keeps_its_place_under_crlf() -> None:
    text = "<!-- rapport: ignore IMG602 - decoration -->\r\n\r\n![](a.png)\r\n\r\n![](b.png)\r\n"
    whole = head("a").replace("\n", "\r\n") + text
    report = judged((post(whole), facts(whole)))
    assert [f.span.line for f in report.findings if f.code == "IMG602"] == [9]


def test_a_fingerprint_outlives_moving_but_not_mending() -> None:
    def marks(text: str) -> list[str]:
        found = judged(made("content/posts/a.md", text)).findings
        return [f.fingerprint for f in found if f.code == "PEO202"]

    here = marks("Marta Kowal wrote.")
    assert here == marks("It rained.\n\nIt stopped.\n\n*Marta  Kowal* wrote!")
    assert here != marks("Jonas Lind wrote.")


def test_two_findings_on_the_same_words_are_two_and_have_one_fingerprint() -> None:
    found = judged(made("content/posts/a.md", "![](a.png)\n\n![](a.png)\n")).findings
    marks = [f.fingerprint for f in found if f.code == "IMG602"]
    assert len(marks) == 2
    assert len(set(marks)) == 1


def test_the_fingerprint_of_a_fault_outlives_the_move_of_a_line_it_names() -> None:
    def mark(message: str) -> str:
        fault = Finding("CFG902", "error", "content/posts/c.md", Span(1, 1, 1, 1), message)
        return judge(Site(problems=(fault,)), {}, SETTINGS, NOW).findings[0].fingerprint

    assert mark("Line 3 says it, after line 2.") == mark("Line 7 says it, after line 6.")
    assert mark("Line 3 says it.") != mark("Line 3 says so.")


def test_a_fingerprint_goes_by_rule_file_and_words() -> None:
    mark = fingerprint("ASK102", "a.md", "What do you think?")
    assert mark == fingerprint("ASK102", "a.md", "  what do you\nTHINK ")
    assert len(mark) == 20
    assert mark != fingerprint("ASK103", "a.md", "What do you think?")
    assert mark != fingerprint("ASK102", "b.md", "What do you think?")
    assert fingerprint("ASK102", "\udc80.md", "\udc80")


def test_a_context_is_small_and_travels() -> None:
    people = (
        Person("lena", "Lena Brandt", "firm", "p/lena.md", handles=("@lena",)),
        Person("acc", "Harrow Lane", "brand", "p/acc.md"),
        Person(
            "priya", "Priya Raman", "peer", "p/priya.md", handles=("@PRaman",), also=("P. Raman",)
        ),
    )
    writers = tuple(
        Comment(f"{n}", "a", "c.md", name, NOW, "x")
        for n, name in enumerate(["Ann Vale", "Ann", "Lena Brandt", "Priya Raman"])
    )
    posts = (made("content/posts/a.md")[0],)
    context = Context.of(Site(posts, people, writers), SETTINGS)
    assert pickle.loads(pickle.dumps(context)) == context  # noqa: S301 - our own bytes
    assert context.own_people == {"lena brandt", "harrow lane"}
    assert context.own_handles == {"@lena"}
    known = {
        "priya raman": "priya raman",
        "@praman": "priya raman",
        "p. raman": "priya raman",
    }
    assert dict(context.called) == known
    assert dict(context.beside(posts[0]).called) == {**known, "ann vale": "ann vale"}


def test_a_post_knows_who_talks_with_it_and_nobody_else() -> None:
    """Or whom one post names would depend on who wrote under another."""
    writers = (Comment("1", "a", "c.md", "Ann Vale", NOW, "x"),
               Comment("2", "z", "c.md", "Bo Lund", NOW, "x"),
               Comment("3", "z", "c.md", "Cy Moor", NOW, "x"))  # fmt: skip
    firm = (Person("lena", "Lena Brandt", "firm", "p/lena.md"),)
    own, other = made("content/posts/a.md")[0], made("content/posts/b.md")[0]
    other = replace(other, authors=("Guest Writer",), prompted_by=("2",))
    context = Context.of(Site((own, other), firm, writers), SETTINGS)
    assert dict(context.beside(own).called) == {"ann vale": "ann vale"}
    assert dict(context.beside(other).called) == {"bo lund": "bo lund"}
    assert "guest writer" in context.beside(other).own_people
    assert "guest writer" not in context.beside(own).own_people
    nobody = Context.of(Site((own, other), (), writers), SETTINGS)
    assert "guest writer" in nobody.beside(own).own_people


RST = """The slips
#########

:date: 2026-01-05
:author: Lena Brandt

`Marta Kowal <https://kowal.example>`_ counted them. Call us today.

What did your clerk write on the last one?
"""
PAGE = """<p><a href="https://kowal.example">Marta Kowal</a> counted them. Call us today.</p>
<p>What did your clerk write on the last one?</p>
<blockquote><p>It rained.</p></blockquote><p>So it did.</p><img src="a.png">"""


def test_a_rendered_post_is_judged_by_its_page_and_its_places_are_lines() -> None:
    written = post(RST, "content/posts/slips.rst")
    found = measure(written, document(written, SETTINGS, PAGE), CONTEXT)
    assert [(p.name, p.credited, p.span.line) for p in found.people] == [("Marta Kowal", True, 7)]
    assert [(q.for_reader, q.span.line, q.exact) for q in found.questions] == [("yes", 9, False)]
    assert [told.span.line for told in found.pitch] == [7]
    report = judged((written, found))
    assert {"SEL401", "PEO203", "IMG601", "IMG602"} <= set(codes(report))
    assert not any(f.exact for f in report.findings if f.code == "SEL401")


def test_measuring_imports_nothing_slow() -> None:
    script = (
        "import sys; sys.path.insert(0, 'plugins'); import rapport.audit; "
        "from rapport.audit.languages import language; language('en'); "
        "slow = {'pelican', 'rich', 'bs4', 'nupunkt', 'click', 'multiprocessing', 'markdown', "
        "'pyromark', 'nh3', 'asyncio', 'jinja2'} & set(sys.modules); sys.exit(' '.join(slow) or 0)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_who_asked_is_told_why_it_does_not_count() -> None:
    asks = "Is it fair? No, it is not. Have you been locked out? Call us today. It is law.\n"
    report = judged(made("content/posts/a.md", asks), made("content/posts/b.md", "It is law.\n"))
    first, second = (f for f in report.findings if f.code == "ASK101")
    assert '"Have you been locked out?" leads up to an offer of the firm' in first.message
    assert "asks its readers nothing" in second.message
    assert first.about == second.about == ""


def test_a_question_to_nobody_in_particular_is_named_too_and_a_long_one_shortened() -> None:
    long = f"Is it fair that {'the clerk and ' * 20}the judge wait? No, it is not.\n"
    (told,) = (f for f in judged(made("content/posts/a.md", long)).findings if f.code == "ASK101")
    assert '..." is answered by the text at once' in told.message
