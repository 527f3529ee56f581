"""Which findings are new: the matching, and the text of the file."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.audit import (
    Compared,
    Known,
    baseline_text,
    check_baseline,
    compare_with_baseline,
    fingerprint,
    known_as,
    read_baseline,
)
from rapport.errors import UsageError
from rapport.model import Finding, Span

POSTS = {"a.md": "tolls.en", "b.md": "locks.en"}


def found(code: str, path: str, about: str = "", line: int = 1) -> Finding:
    mark = fingerprint(code, path, about)
    return Finding(code, "warning", path, Span(line, 1, line, 9), "Why.", mark, True, about)


def entries(*findings: Finding, posts: Mapping[str, str] = POSTS) -> tuple[Known, ...]:
    return tuple(known_as(each, posts) for each in findings)


def compared(
    *findings: Finding, known: tuple[Known, ...], posts: Mapping[str, str] = POSTS
) -> Compared:
    result = compare_with_baseline(findings, known, posts)
    assert len(result.new) + len(result.held) == len(findings)
    assert len(result.held) + len(result.left) == len(known)
    return result


ANA = found("PEO202", "a.md", "Ana Solis")
BO = found("PEO202", "a.md", "Bo Lind")


def test_text_that_moved_stays_matched() -> None:
    moved = found("PEO202", "a.md", "*Ana  Solis*", line=40)
    assert compared(moved, known=entries(ANA)) == Compared((), (moved,), ())


def test_another_rule_file_or_word_is_new() -> None:
    others = (
        found("PEO201", "a.md", "Ana Solis"),
        found("PEO202", "b.md", "Ana Solis"),
        found("PEO202", "a.md", "Ana Soler"),
    )
    assert compared(*others, known=entries(ANA)).new == others


def test_a_pitch_that_moved_to_the_end_or_away_from_it_stays_matched() -> None:
    there, last = found("SEL401", "a.md", "Call us."), found("SEL402", "a.md", "Call us.", line=40)
    boast = found("SEL403", "a.md", "Call us.")
    assert compared(last, known=entries(there)) == Compared((), (last,), ())
    assert compared(there, known=entries(last)).held == (there,)
    assert compared(last, known=entries(boast)).held == (last,)
    assert compared(there, last, known=entries(there)).new == (last,)
    other = found("SEL402", "a.md", "Call now.")
    assert compared(other, known=entries(there)).new == (other,)


def test_mending_one_of_two_equal_ones_is_seen() -> None:
    result = compared(ANA, known=entries(ANA, ANA))
    assert (result.new, len(result.left)) == ((), 1)


def test_one_more_of_the_same_is_new_and_it_is_the_last() -> None:
    last = found("PEO202", "a.md", "Ana Solis", line=80)
    assert compared(ANA, ANA, last, known=entries(ANA, ANA)).new == (last,)


def test_mending_one_and_adding_another_is_seen() -> None:
    result = compared(BO, known=entries(ANA))
    assert result.new == (BO,)
    assert [entry.words for entry in result.left] == ["named but not credited: Ana Solis"]


def test_a_renamed_post_stays_matched() -> None:
    whole = found("ASK101", "a.md")
    known = entries(ANA, ANA, whole)
    new_path = {"new/tolls.md": "tolls.en", "b.md": "locks.en"}
    there = [found(each.code, "new/tolls.md", each.about) for each in (ANA, ANA, whole)]
    assert compared(*there, known=known, posts=new_path).new == ()
    one_more = found("PEO202", "new/tolls.md", "Ana Solis", line=9)
    assert compared(*there, one_more, known=known, posts=new_path).new == (one_more,)


def test_what_is_new_in_a_renamed_post_is_new() -> None:
    bo = found("PEO202", "new.md", "Bo Lind")
    result = compared(bo, known=entries(ANA), posts={"new.md": "tolls.en"})
    assert (result.new, len(result.left)) == ((bo,), 1)


def test_two_posts_that_exchanged_their_names_stay_matched() -> None:
    known = entries(ANA, found("PEO202", "b.md", "Bo Lind"))
    there = found("PEO202", "b.md", "Ana Solis"), found("PEO202", "a.md", "Bo Lind")
    assert compared(*there, known=known, posts={"a.md": "locks.en", "b.md": "tolls.en"}).new == ()


def test_a_new_post_does_not_inherit_from_a_post_that_is_gone() -> None:
    """Both ask nothing; but nobody knew that of the new one."""
    bare = found("ASK101", "c.md")
    known = entries(found("ASK101", "a.md"))
    assert compared(bare, known=known, posts={"c.md": "weirs.en"}).new == (bare,)


def test_a_translation_does_not_inherit_from_the_original() -> None:
    german = found("PEO202", "a.de.md", "Ana Solis")
    posts = {"a.md": "tolls.en", "a.de.md": "tolls.de"}
    assert compared(german, known=entries(ANA, posts=posts), posts=posts).new == (german,)


def test_a_copy_beside_the_original_is_new() -> None:
    copy = found("PEO202", "copy.md", "Ana Solis")
    posts = {"a.md": "tolls.en", "copy.md": "tolls.en"}
    assert compared(ANA, copy, known=entries(ANA, posts=posts), posts=posts).new == (copy,)


def test_a_file_that_is_no_post_is_known_by_its_path_alone() -> None:
    known = entries(found("CFG905", "people/ana.md", "nobody"))
    there = found("CFG905", "people/ana-solis.md", "nobody")
    assert compared(there, known=known).new == (there,)


def test_the_text_has_a_line_for_each_finding_in_order() -> None:
    text = baseline_text(entries(found("SEL401", "b.md", "Call us."), BO, ANA, ANA))
    head, *lines = text.splitlines()
    assert json.loads(head) == {"rapport-baseline": 1}
    assert [(e["path"], e["code"], e["words"]) for e in map(json.loads, lines)] == [
        ("a.md", "PEO202", "named but not credited: Ana Solis"),
        ("a.md", "PEO202", "named but not credited: Ana Solis"),
        ("a.md", "PEO202", "named but not credited: Bo Lind"),
        ("b.md", "SEL401", "asks to hire or call: Call us."),
    ]
    assert text.endswith("}\n")


def test_one_finding_more_is_one_line_more() -> None:
    before = baseline_text(entries(ANA)).splitlines()
    after = baseline_text(entries(ANA, BO)).splitlines()
    assert [line for line in after if line not in before] == after[2:]
    assert before == after[:2]


def test_words_are_short_and_on_one_line() -> None:
    (entry,) = entries(found("SEL401", "a.md", "Call us\u2028now\n\x1b[2J " * 40))
    assert len(entry.words) <= 100
    assert entry.words.startswith("asks to hire or call: Call us")
    assert entry.words.isprintable()
    assert baseline_text((entry,)).count("\n") == 2


def test_an_empty_baseline_holds_nothing() -> None:
    text = baseline_text(())
    assert read_baseline(text, "f") == ()
    assert compared(ANA, known=()).new == (ANA,)


WORDS = st.text(max_size=30)
ANY = st.lists(st.builds(found, st.sampled_from(["ASK101", "PEO202", "XYZ1"]), WORDS.map(
    lambda text: f"p{text}"), WORDS), max_size=6)  # fmt: skip


@given(ANY)
def test_what_is_written_is_read_again_and_hides_all_of_it(findings: list[Finding]) -> None:
    known = entries(*findings)
    text = baseline_text(known).encode("utf-8").decode("utf-8")
    assert read_baseline(text, "f") == tuple(sorted(known))
    assert compared(*findings, known=read_baseline(text, "f")).new == ()
    assert baseline_text(read_baseline(text, "f")) == text


def test_the_line_ends_of_another_system_and_empty_lines_do_not_matter() -> None:
    text = baseline_text(entries(ANA, BO)).replace("\n", "\r\n\r\n")
    assert len(read_baseline(text, "f")) == 2


LINE = baseline_text(entries(ANA)).splitlines()[1]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "f is no baseline: its first line should be"),
        ("Title: A post\n\nText.\n", "f is no baseline"),
        ('[{"rapport-baseline": 1}]\n', "f is no baseline"),
        ('{"schema": 1}\n', "f is no baseline"),
        ('{"rapport-baseline": "1"}\n', "f is no baseline"),
        ('{"rapport-baseline": true}\n', "f is no baseline"),
        ('{"rapport-baseline": 0}\n', "f is no baseline"),
        ("[" * 100_000, "f is no baseline"),
        ("9" * 10_000, "f is no baseline"),
        ('{"rapport-baseline": 2}\n{"new": 1}\n', "newer Rapport .schema 2; this one knows 1"),
        ('{"rapport-baseline": 1}\nnothing\n', "f:2: this is not a finding"),
        ('{"rapport-baseline": 1}\n' + LINE[:-9] + "\n", "f:2: this is not a finding"),
        (f'{{"rapport-baseline": 1}}\n{LINE}\n{{"code": "ASK101"}}\n', "f:3: this is not"),
        ('{"rapport-baseline": 1}\n' + LINE.replace('"PEO202"', "202"), "f:2: this is not"),
        ('{"rapport-baseline": 1}\n' + LINE.replace('int": "', 'int": "x'), "f:2: this is not"),
        ('{"rapport-baseline": 1}\n' + "[" * 100_000, "f:2: this is not"),
        ('{"rapport-baseline": 1}\n<<<<<<< HEAD\n', "f:2: this marks a merge conflict"),
        ('{"rapport-baseline": 1}\n=======\n', "f:2: this marks a merge conflict"),
    ],
)
def test_a_text_that_is_no_baseline(text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        read_baseline(text, "f")


def test_only_a_baseline_we_know_may_be_written_over() -> None:
    check_baseline('{"rapport-baseline": 1}', "f")
    for line in ('{"rapport-baseline": 2}', "Title: A post", ""):
        with pytest.raises(UsageError):
            check_baseline(line, "f")
