"""What authors silence: how it is written, what it covers, and which of it is unused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rapport.audit import judge, measure
from rapport.model import Comment, Facts, Finding, Post, Report, Site, Thread, Turn
from rapport.sources import document
from tests.audit.posts import CONTEXT, SETTINGS, facts, post

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
HERE = "It is [here](https://k.example)."


def made(text: str, *head: str, path: str = "content/posts/a.md") -> tuple[Post, Facts]:
    lines = ["Title: Keys", "Date: 2026-01-05", "Author: Lena Brandt", *head, "", text]
    whole = "\n".join(lines)
    return post(whole, path), replace(facts(whole), path=path)


def judged(*pairs: tuple[Post, Facts], site: Site | None = None) -> Report:
    site = site or Site(posts=tuple(p for p, _ in pairs))
    return judge(site, {f.path: f for _, f in pairs}, SETTINGS, NOW)


def said(report: Report, code: str) -> list[Finding]:
    return [found for found in report.findings if found.code == code]


def faults(text: str, *head: str) -> list[str]:
    """What is wrong with the suppressions of a post."""
    return [found.message for found in said(judged(made(text, *head)), "CFG913")]


def silenced(words: str, text: str = HERE) -> bool:
    """Whether these words in a comment silence the bare link of the next block, and all is well."""
    report = judged(made(f"<!-- {words} -->\n\n{text}"))
    assert (not said(report, "LNK303")) == (not said(report, "CFG913"))
    return not said(report, "LNK303")


@pytest.mark.parametrize(
    "words",
    [
        "rapport: ignore LNK303 - why",
        "rapport:ignore LNK303 - why",
        "rapport: ignore lnk303 - why",
        "rapport: Ignore LNK303 \u2013 why",
        "rapport: ignore LNK303 \u2014 why - and why",
        "rapport: ignore LNK303 -- why",
        "rapport: ignore\n    LNK303\t-\nwhy",
        "rapport: ignore LNK303 LNK303 - why",
    ],
)
def test_ways_to_write_it(words: str) -> None:
    assert silenced(words)


def test_no_place_is_named_that_another_suppression_silences() -> None:
    why = "rapport: ignore LNK303 - why"
    text = f"<!-- {why} -->\n\n{HERE}\n\n<!-- {why} -->\n\nNothing here."
    (message,) = faults(text)
    assert "but in line" not in message
    assert "Remove this comment." in message


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("rapport: ignore LNK303", "gives no reason. Say why LNK303 does not hold"),
        ("rapport: ignore LNK303 -", "gives no reason"),
        ("rapport: ignore LNK303 the page has no name", "gives no reason"),
        ("rapport: ignore LNK303-why", "There is no rule 'LNK303-why'"),
        ("rapport: ignore", "names no rule"),
        ("rapport: ignore - why", "names no rule"),
        ("rapport: ignore LNK310 - why", "There is no rule 'LNK310', .* Did you mean LNK30"),
        ("rapport: ignore xyz - why", "There is no rule 'xyz', .*`rapport explain` lists"),
        ("rapport: ignore LNK3xx - why", "LNK3xx stands for several rules.*LNK301, LNK302"),
        ("rapport: ignore lnk - why", "lnk stands for several rules"),
        ("rapport: ignore LNK* - why", r"LNK\* stands for several rules"),
        ("rapport: ignore * - why", "stands for several rules"),
        ("rapport: ignore all - why", "all stands for several rules"),
        ("rapport: ignore CFG902 - why", "CFG902 cannot be ignored"),
        ("rapport: ignore CFG913 - why", "CFG913 cannot be ignored"),
        ("rapport: ingore LNK303 - why", "'ingore' tells it nothing"),
        ("rapport: LNK303 - why", "'LNK303' tells it nothing"),
        ("rapport:", "'' tells it nothing"),
    ],
)
def test_ways_that_silence_nothing(words: str, message: str) -> None:
    assert not silenced(words)
    (found,) = said(judged(made(f"<!-- {words} -->\n\n{HERE}")), "CFG913")
    assert found.severity == "warning"
    assert re.search(message, found.message), found.message


def test_several_codes_share_a_reason_and_each_must_be_needed() -> None:
    text = f"<!-- rapport: ignore LNK303, IMG602 - why -->\n{HERE}"
    (fault,) = faults(text)
    assert fault == "There is no IMG602 in the block it is for (line 6). Take IMG602 out of it."
    assert faults(f"{text} ![](/a.png)") == []
    assert faults("Nothing.", "Audit-ignore: ASK101, LNK303 - why") == [
        "There is no LNK303 here any more. Take LNK303 out of it."
    ]


def test_several_comments_may_stand_before_one_block() -> None:
    text = "<!-- rapport: ignore LNK303 - why -->\n<!-- rapport: ignore IMG602 - why -->\n\n"
    assert faults(f"{text}{HERE} ![](/a.png)") == []


def test_of_two_comments_that_say_the_same_both_are_used() -> None:
    comment = "<!-- rapport: ignore LNK303 - why -->\n"
    assert faults(f"{comment}{comment}\n{HERE}") == []


def test_a_block_that_is_not_next_is_not_covered() -> None:
    comment = "<!-- rapport: ignore LNK303 - why -->"
    assert faults(f"{comment}\n\nFirst.\n\n{HERE}") == [
        "There is no LNK303 in the block it is for (line 7), but in line 9. Put it before that "
        "block, or remove it."
    ]
    assert faults(f"{HERE}\n\n{comment}") == [
        "There is no LNK303 in what follows (no block does), but in line 5. Put it before that "
        "block, or remove it."
    ]
    assert faults(f"{comment}\n\nFirst,\nand last.") == [
        "There is no LNK303 in the block it is for (lines 7 to 8). Remove this comment."
    ]


def test_a_rule_about_the_whole_post_is_silenced_in_the_header() -> None:
    assert faults("<!-- rapport: ignore ASK101 - a notice -->\n\nThe office is shut.") == [
        "ASK101 is about the whole post, not about a block of it. Say so in the header: "
        "`Audit-ignore: ASK101 - a notice`."
    ]


def test_a_whole_list_is_one_block_and_an_item_another() -> None:
    items = [f"- {HERE} {n}" for n in range(3)]
    comment = "<!-- rapport: ignore LNK303 - why -->"
    whole = judged(made("\n\n".join([comment, *items])))
    assert not said(whole, "LNK303")
    items[1] = f"- {comment} {HERE}"
    one = judged(made("\n\n".join(items)))
    assert [found.span.line for found in said(one, "LNK303")] == [5, 9]


def test_a_quotation_without_a_source_and_with_a_comment_in_it() -> None:
    quoted = "> It rained all day on the quay.\n"
    assert "PEO203" in [f.code for f in judged(made(quoted)).findings]
    for text in (
        f"<!-- rapport: ignore PEO203 - nobody knows who said it -->\n\n{quoted}",
        f"> <!-- rapport: ignore PEO203 - nobody knows who said it -->\n{quoted}",
    ):
        report = judged(made(text))
        assert not said(report, "PEO203")
        assert not said(report, "CFG913")


def test_a_post_that_is_rendered_is_silenced_by_lines() -> None:
    text = (
        "Keys\n####\n\n:date: 2026-01-05\n:author: Lena Brandt\n\n"
        ".. rapport: ignore LNK303 - why\n\n`here <https://k.example>`_\n\nNext: "
        "`here <https://l.example>`_\n"
    )
    page = '<p><a href="https://k.example">here</a></p><p>Next: <a href="https://l.example">here</a></p>'
    written = post(text, "content/posts/keys.rst")
    pair = written, measure(written, document(written, SETTINGS, page), CONTEXT)
    report = judged(pair)
    assert [found.span.line for found in said(report, "LNK303")] == [11]
    assert not said(report, "CFG913")


# --- languages, translations, parts of a site -----------------------------------------------------


def test_in_a_language_nobody_knows_what_was_not_judged_is_not_unused() -> None:
    head = ("Lang: fi", "Audit-ignore: SEL401 - vitsi", "Audit-ignore: PEO202 - syy")
    assert faults("Soita meille.", *head) == []
    assert faults("Soita meille.", "Lang: fi", "Audit-ignore: IMG601 - syy") != []
    assert faults("Ring.", "Lang: en", "Audit-ignore: SEL401 - a joke") != []


def waiting(*posts: Post) -> Site:
    comment = Comment("01k0000000000000000000000a", "keys", "content/comments/keys/a.md", "Ann",
                      datetime(2026, 5, 1, tzinfo=UTC), "Why?")  # fmt: skip
    thread = Thread("keys", (Turn(comment, 0, None),), (comment,), 1, comment)
    return Site(posts=posts, comments=(comment,), threads={"keys": thread})


IGNORE = "Audit-ignore: TLK501 - before the court"


def pair(lang: str, *head: str) -> tuple[Post, Facts]:
    return made("Was wir sagten.", f"Lang: {lang}", *head, path=f"content/posts/keys.{lang}.md")


@pytest.mark.parametrize("silent", ["en", "de"])
@pytest.mark.parametrize("asked", [("en",), ("de",), ("en", "de")])
def test_what_one_translation_silences_in_a_shared_thread_is_silent(
    silent: str, asked: tuple[str, ...]
) -> None:
    pairs = {lang: pair(lang, *([IGNORE] if lang == silent else [])) for lang in ("en", "de")}
    site = waiting(*(each for each, _ in pairs.values()))
    report = judged(*(pairs[lang] for lang in asked), site=site)
    assert not said(report, "TLK501")
    assert not said(report, "CFG913")


def test_a_suppression_in_a_translation_that_silences_nothing_is_unused() -> None:
    pairs = [pair("en"), pair("de", IGNORE)]
    site = Site(posts=tuple(each for each, _ in pairs))
    for asked in (pairs, pairs[1:]):
        (found,) = said(judged(*asked, site=site), "CFG913")
        assert found.path == "content/posts/keys.de.md"
    assert not said(judged(pairs[0], site=site), "CFG913")


def test_a_thread_of_its_own_is_silenced_by_its_own_post() -> None:
    settings = replace(SETTINGS, threads="language")
    pairs = [pair("en"), pair("de", IGNORE)]
    site = waiting(*(each for each, _ in pairs))
    site = replace(site, threads={"keys.en": site.threads["keys"]})
    report = judge(site, {f.path: f for _, f in pairs}, settings, NOW)
    assert len(said(report, "TLK501")) == 1
    assert len(said(report, "CFG913")) == 1


def paths(findings: Iterable[Finding]) -> set[str]:
    return {found.path for found in findings}


def test_a_post_that_is_not_judged_has_no_unused_suppressions() -> None:
    one, other = made("A.", IGNORE), made("B.", IGNORE, path="content/posts/b.md")
    site = Site(posts=(one[0], other[0]))
    assert paths(said(judged(one, site=site), "CFG913")) == {"content/posts/a.md"}
