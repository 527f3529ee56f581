"""The gold posts: what was right once stays right, and what is held out stays as it was locked.

The figures of the posts held out are for `make accuracy`: no test here depends on them, and none
may show a word of those posts when it fails.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from math import isclose
from pathlib import Path

import pytest

from rapport.audit import RULES, manual_text
from rapport.audit.accuracy import FIGURES
from tests.gold import accuracy
from tests.gold.accuracy import BARS, LANGUAGES, TABLE, lot, package_table, reaches
from tests.gold.figures import Count, Share, ratio
from tests.gold.findings import ACCEPT, FILE, difference, listed
from tests.gold.labels import HELD, SEEN, Gold, MislabelledError, Span, parse
from tests.gold.locking import LOCK, UnlockedError, check_lock
from tests.gold.matching import Found, by_person, by_place, paired, visible
from tests.gold.reading import read_post
from tests.gold.ruling import NAMES, rule_outcomes
from tests.gold.score import KINDS, SHARES, compare, counted

# (precision, recall) that a change may not fall below: on the first posts that were seen, and on
# all of them, with those that were written to be hard (numbered from 31).
FIRST_FLOORS = {
    **dict.fromkeys(("reader questions", "vague questions", "invitations", "people"), (0.95, 0.95)),
    **dict.fromkeys(("pitch", "quotations", "images"), (0.95, 0.95)),
    "links and whose": (0.99, 0.99),
    **dict.fromkeys(SHARES, (0.95, 0.0)),
    **dict.fromkeys(("lines", "columns"), (0.99, 0.0)),
}
HARD = 31
FLOORS = {
    "reader questions": (0.85, 0.80),
    "vague questions": (0.90, 0.70),
    "invitations": (0.95, 0.95),
    "people": (0.95, 0.90),
    "pitch": (0.90, 0.48),
    "quotations": (0.95, 0.95),
    "links and whose": (0.99, 0.99),
    "images": (0.95, 0.95),
    **dict.fromkeys(SHARES, (0.95, 0.0)),
    "lines": (0.97, 0.0),
    "columns": (0.96, 0.0),
}
HEAD = "Title: A post\nDate: 2026-01-05\nLang: en\n\n"


def gold(text: str, name: str = "en-nasty-99") -> Gold:
    return parse(name, HEAD + text)


def outcomes(text: str) -> Counter[tuple[str, str]]:
    return Counter((each.kind, each.verdict) for each in compare(read_post(gold(text))))


def ruled(text: str) -> Counter[tuple[str, str]]:
    every = rule_outcomes([read_post(gold(text))])["en-nasty-99"]
    return Counter((each.kind, each.verdict) for each in every)


# --- the posts that ship --------------------------------------------------------------------------


@pytest.mark.parametrize("folder", [SEEN, HELD], ids=["seen", "held"])
def test_there_are_posts_of_every_kind_in_every_language(folder: Path) -> None:
    names = [path.stem for path in folder.iterdir()]
    assert {name.rsplit("-", 1)[0] for name in names} == {
        f"{lang}-{kind}"
        for lang in LANGUAGES
        for kind in ("conversational", "scholarly", "salesy", "nasty")
    }
    assert len(names) >= 30


def test_at_least_half_of_sixty_posts_are_held_out() -> None:
    assert check_lock() >= 30
    assert check_lock() * 2 >= 60


def holds(count: Count, floor: tuple[float, float]) -> None:
    precision, recall = floor
    assert count.right > 0
    assert count.right / (count.right + count.extra) >= precision
    assert count.right / (count.right + count.missed) >= recall


@pytest.mark.parametrize("kind", FLOORS)
def test_facts_agree_with_the_labels(kind: str) -> None:
    holds(lot(SEEN).every[kind], FLOORS[kind])


@pytest.mark.parametrize("kind", FIRST_FLOORS)
def test_facts_agree_with_the_labels_of_the_first_posts(kind: str) -> None:
    outcomes = lot(SEEN).outcomes
    first = [name for name in outcomes if int(name.rsplit("-", 1)[1]) < HARD]
    assert len(first) == 35
    holds(counted(each for name in first for each in outcomes[name])[kind], FIRST_FLOORS[kind])


def test_every_bar_and_floor_is_about_something_that_is_measured() -> None:
    known = {*KINDS, *SHARES}
    assert {bar.kind for bar in BARS} <= known
    assert FLOORS.keys() | FIRST_FLOORS.keys() <= known
    assert {kind for kind in known | {*NAMES} if kind not in lot(SEEN).every} == set()


def test_the_package_says_of_its_rules_what_was_measured() -> None:
    assert TABLE.read_text("utf-8") == package_table(), "behind the code: run `make accuracy`"


def test_a_manual_page_gives_the_figures_of_its_rule() -> None:
    assert FIGURES.keys() <= {rule.code for rule in RULES}
    assert "PEO202" in FIGURES
    assert FIGURES["PEO202"] in " ".join(manual_text("PEO202").split())
    assert "Measured" not in manual_text("CFG901")


def test_the_audit_finds_in_posts_that_stay_as_they_are_what_was_accepted() -> None:
    changed = difference(FILE.read_text("utf-8"), listed())
    assert not changed, f"{ACCEPT}\n\n{changed}"


# --- the lock -------------------------------------------------------------------------------------


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    (tmp_path / "held").mkdir()
    lines = []
    for name in ("held/en-a.md", "held/en-b.md"):
        (tmp_path / name).write_bytes(name.encode())
        lines.append(f"{sha256(name.encode()).hexdigest()}  {name}\n")
    (tmp_path / "held.sha256").write_text("".join(lines))
    return tmp_path / "held.sha256"


def test_the_posts_held_out_are_those_that_were_locked() -> None:
    assert check_lock(LOCK) == len([*HELD.iterdir()])


def test_a_lock_that_fits_says_how_many_posts_it_holds(lock: Path) -> None:
    assert check_lock(lock) == 2


def test_a_post_that_changed_is_named(lock: Path) -> None:
    (lock.parent / "held" / "en-b.md").write_bytes(b"held/en-b.md ")
    with pytest.raises(UnlockedError, match=r"^held/en-b\.md changed") as raised:
        check_lock(lock)
    assert "en-a" not in str(raised.value)


def test_line_ends_that_were_turned_round_are_a_change(lock: Path) -> None:
    file = lock.parent / "held" / "en-c.md"
    file.write_bytes(b"a\nb\n")
    digest = sha256(b"a\r\nb\r\n").hexdigest()
    lock.write_text(f"{lock.read_text('utf-8')}{digest}  held/en-c.md\n")
    with pytest.raises(UnlockedError, match=r"en-c\.md changed"):
        check_lock(lock)


def test_a_post_that_is_missing_and_one_that_is_new_are_both_named(lock: Path) -> None:
    (lock.parent / "held" / "en-a.md").rename(lock.parent / "held" / "en-c.md")
    with pytest.raises(UnlockedError) as raised:
        check_lock(lock)
    first, second = str(raised.value).split("\n")
    assert first.startswith("held/en-a.md is missing")
    assert second.startswith("held/en-c.md has no line")


def test_an_empty_lock_locks_nothing(lock: Path) -> None:
    for file in (lock.parent / "held").iterdir():
        file.unlink()
    lock.write_text("")
    with pytest.raises(UnlockedError, match="locks nothing"):
        check_lock(lock)


def test_nothing_is_measured_or_written_behind_a_broken_lock(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> int:
        raise UnlockedError("held/en-a.md changed")

    monkeypatch.setattr(accuracy, "check_lock", broken)
    monkeypatch.setattr(accuracy, "write", lambda: pytest.fail("written"))
    monkeypatch.setattr("sys.argv", ["accuracy"])
    assert accuracy.main() == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "held/en-a.md changed" in printed.err


def test_no_word_of_a_post_held_out_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(accuracy, "write", lambda: None)
    monkeypatch.setattr("sys.argv", ["accuracy", "-v"])
    accuracy.main()
    printed = capsys.readouterr().out
    leaks = sum(  # a number: what fails is printed, too
        f"{name}.md" in printed or (len(each.words) > 20 and each.words in printed)
        for name, some in lot(HELD).outcomes.items()
        for each in some
    )
    assert leaks == 0


# --- labels ---------------------------------------------------------------------------------------


def test_a_label_knows_its_place_in_the_text_without_labels() -> None:
    post = parse("en-nasty-99", "One\r\n\u27e6q+ Is \u27e6p- Ana Sol\u27e7 right,\r\nor not?\u27e7")
    assert post.text == "One\r\nIs Ana Sol right,\r\nor not?"
    assert [(each.code, each.span) for each in post.labels] == [
        ("p-", Span(2, 4, 2, 11)),
        ("q+", Span(2, 1, 3, 8)),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a \u27e6q+ b", "not closed"),
        ("a\nb\u27e7", r"en\.md:2: a label is closed"),
        ("\u27e6x b\u27e7", r"en\.md:1: an unknown label"),
        ("\u27e6\u27e7", "unknown label"),
        ("\u27e6secret", "unknown label"),
    ],
)
def test_a_wrong_label_is_told_without_a_word_of_the_post(text: str, said: str) -> None:
    with pytest.raises(MislabelledError, match=said) as raised:
        parse("en", text)
    assert "secret" not in str(raised.value)


def test_a_post_with_a_header_at_fault_is_told_without_a_word_of_it() -> None:
    with pytest.raises(MislabelledError) as raised:
        read_post(parse("en-nasty-99", "Titel: secret\n\nsecret"))
    assert str(raised.value) == "en-nasty-99.md: its header is at fault"


# --- what is which --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        "[Is it](https://a.example/b) so?",
        "**Is it so?**",
        "_Is it so?_[^1]",
        "<em>Is it so?</em>",
        '[Is it so?](https://a.example "so")',
        "[Is it so?][a]",
        "Is it so?{: .x}",
        " *[Is it so?](b)*",
    ],
)
def test_markup_at_the_ends_of_a_sentence_is_not_compared(source: str) -> None:
    start, end = visible(source, (0, len(source)))
    assert source[start:end].startswith("Is it")
    assert source[start:end].endswith("so?")


def test_a_stretch_of_nothing_but_markup_stays_what_it_is() -> None:
    assert visible("a **** b", (2, 6)) == (2, 6)


def found(words: str, text: str, *, exact: bool = True) -> Found:
    at = text.index(words)
    line = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    return Found(words, Span(line, column, line, column + len(words)), exact)


def test_the_pair_that_agrees_best_goes_first() -> None:
    post = gold("\u27e6q+ Who pays it, and when was that?\u27e7")
    parts = [
        found("and when was that?", post.text),
        found("Who pays it, and when was that?", post.text),
    ]
    pairs, missed, extra = paired(post, post.labels, parts, by_place)
    assert [pair.found.words for pair in pairs] == ["Who pays it, and when was that?"]
    assert (missed, [each.words for each in extra]) == ([], ["and when was that?"])


def test_a_neighbour_is_another_sentence() -> None:
    post = gold("\u27e6q+ Who pays it?\u27e7 Nobody knows.")
    assert by_place(post, post.labels[0], found("Nobody knows.", post.text)) == 0


def test_half_a_sentence_is_the_sentence_with_the_wrong_columns() -> None:
    post = gold("\u27e6q+ Who pays the toll, and when?\u27e7")
    pairs, _, _ = paired(post, post.labels, [found("and when?", post.text)], by_place)
    assert [(pair.lines, pair.columns) for pair in pairs] == [(True, False)]


def test_what_says_that_it_is_not_exact_is_found_by_its_words_and_has_no_columns() -> None:
    post = gold("One.\n\n\u27e6q+ Who pays *it*?\u27e7")
    blurred = Found("Who pays it?", Span(5, 1, 5, 1), exact=False)
    pairs, _, _ = paired(post, post.labels, [blurred], by_place)
    assert [pair.columns for pair in pairs] == [False]


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Ana Solis Vega", True), ("ana solís", True), ("Solis", False), ("Ana Vega", False),
        ("Ben Haddad", False),
    ],
)  # fmt: skip
def test_a_person_found_elsewhere_is_the_same_by_two_names(name: str, same: bool) -> None:
    post = gold(f"\u27e6p- Ana Solis\u27e7 wrote. Later {name} replied.")
    later = found(f"Later {name}", post.text)
    at = later.span
    there = Found(name, Span(at.line, at.column + 6, at.line, at.end_column), exact=True)
    assert (by_person(post, post.labels[0], there) > 0) is same


def test_a_handle_found_elsewhere_is_the_same_as_a_whole() -> None:
    post = gold("\u27e6p+ @ana@quay.example\u27e7 wrote. @ana@quay.example replied.")
    there = Found("@ana@quay.example", Span(5, 26, 5, 43), exact=True)
    assert by_person(post, post.labels[0], there) > 0


# --- verdicts -------------------------------------------------------------------------------------


def test_a_link_with_the_wrong_owner_is_one_too_much_and_one_missed() -> None:
    said = outcomes("See \u27e6w [the map](https://weirs.example/map)\u27e7 of it.")
    assert said["links and whose", "extra"] == said["links and whose", "missed"] == 1
    assert said["links and whose", "right"] == 0


def test_an_unlabelled_link_is_one_too_much() -> None:
    said = outcomes("See [the map](https://weirs.example/map) of it.")
    assert said == {("links and whose", "extra"): 1}


def test_a_person_who_is_credited_and_labelled_otherwise_is_found_and_wrong() -> None:
    said = outcomes(
        "\u27e6o [\u27e6p- Marta Kowal\u27e7](https://kowal.example)\u27e7 made the point."
    )
    assert said["people", "right"] == 1
    assert said["credited", "extra"] == 1
    assert said["credited", "right"] == 0


def test_a_blockquote_is_compared_by_the_line_it_begins_on() -> None:
    said = outcomes(
        "Words of Marta Kowal:\n\n> \u27e6quo+ The toll was lifted in April.\u27e7 And in May.\n"
    )
    assert said["quotations", "right"] == said["lines", "right"] == 1
    assert said["columns", "right"] == said["columns", "extra"] == 0


def test_a_question_above_the_article_is_no_labels_business() -> None:
    post = parse("en-nasty-99", f"{HEAD[:-1]}Question: Have you ever paid it twice?\n\nA toll.\n")
    assert list(compare(read_post(post))) == []
    assert ("ASK101", "extra") not in {
        (each.kind, each.verdict) for each in rule_outcomes([read_post(post)])["en-nasty-99"]
    }


def test_a_whole_post_is_right_missed_or_too_much() -> None:
    assert ruled("A toll.")["ASK101", "right"] == 1
    assert ruled("A toll.\n\nHave you ever paid it twice yourself?")["ASK101", "missed"] == 1
    assert ruled("A \u27e6q+ toll.\u27e7")["ASK101", "extra"] == 1


def test_of_two_rules_that_share_a_label_each_has_its_own_findings() -> None:
    said = ruled(
        "\u27e6sell Call us today for a free consultation.\u27e7\n\nThe toll was lifted.\n\n"
        "Have you paid it twice yourself?\n"
    )
    assert said["SEL401, SEL403", "right"] == said["SEL401", "right"] == 1
    assert said["SEL403", "right"] == 0


# --- figures --------------------------------------------------------------------------------------


def test_wilsons_interval_is_the_one_in_the_books() -> None:
    low, high = Share(81, 263).interval
    assert isclose(low, 0.2553, abs_tol=1e-4)
    assert isclose(high, 0.3662, abs_tol=1e-4)
    assert isclose(Share(10, 10).interval[1], 1)
    assert isclose(Share(10, 10).interval[0], 0.7225, abs_tol=1e-4)
    assert Share(0, 0).interval == (0, 1)


def test_nothing_is_rounded_into_holding() -> None:
    assert ratio(Share(895, 1000)) == "0.89"
    assert not reaches(Share(899, 1000), 90)
    assert reaches(Share(9, 10), 90)
    assert not reaches(Share(0, 0), 0)


def test_counts_add_up() -> None:
    assert counted([]) == {}
    assert Count(1, 2, 3) + Count(1, 0, 1) == Count(2, 2, 4)
    assert Count(2, 2, 4).precision.value == 0.5
    assert Count().recall.value is None


def test_a_change_of_findings_reads_as_a_diff() -> None:
    told = difference("a:1:1-1:2 error X\nb\n", "a:1:1-1:3 error X\nb\n")
    assert "-a:1:1-1:2 error X\n+a:1:1-1:3 error X" in told
    assert difference("a\n", "a\n") == ""
