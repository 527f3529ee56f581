"""What is no pass: a budget not kept, and a tool that is missing, broke or saw nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.theme_check import __main__ as command
from tests.theme_check.made import Made, Place
from tests.theme_check.verdict import (
    Check,
    Line,
    MissingError,
    Seen,
    ToolError,
    Verdict,
    at_least,
    at_most,
    judged,
    lines_of,
    none,
    passed,
    table,
)

PAGES = Seen(3, "pages")
GOOD = none("faults", PAGES, [])


def lines(run: object) -> tuple[Line, ...]:
    """What a check comes to that says, or raises, this."""

    def told(_: None) -> Sequence[Line]:
        if isinstance(run, Exception):
            raise run
        assert isinstance(run, list)
        return run

    return lines_of(Check("tool", told), None)


def test_a_budget_that_is_kept_is_a_pass() -> None:
    assert [
        line.verdict for line in (GOOD, at_most("x", PAGES, 6, 6), at_least("x", PAGES, 7, 7))
    ] == [Verdict.KEPT] * 3
    assert passed(lines([GOOD]))


@pytest.mark.parametrize(
    "line",
    [
        at_most("CSS", PAGES, 6.01, 6, "kB"),
        at_least("contrast", PAGES, 4.49, 4.5),
        at_most("no number", PAGES, float("nan"), 6),
        at_least("no number", PAGES, float("nan"), 6),
        none("faults", PAGES, ["a fault"]),
        judged("marks", PAGES, "97/100", "98/100", kept=False),
    ],
)
def test_a_budget_that_is_not_kept_is_no_pass(line: Line) -> None:
    assert line.verdict is Verdict.BROKEN
    assert not passed([GOOD, line])


def test_a_tool_that_looked_at_nothing_is_no_pass_however_little_it_found() -> None:
    (line,) = lines([none("faults", Seen(0, "pages"), [])])
    assert line.verdict is Verdict.UNSEEN
    assert not passed([GOOD, line])


def test_a_tool_that_says_nothing_is_no_pass() -> None:
    (line,) = lines([])
    assert (line.check, line.verdict) == ("tool", Verdict.UNSEEN)


@pytest.mark.parametrize(
    "fault", [MissingError("There is no node here."), ToolError("it broke"), ValueError("odd")]
)
def test_a_tool_that_is_missing_or_broke_is_no_pass_and_says_why(fault: Exception) -> None:
    told = lines(fault)
    assert [line.verdict for line in told] == [Verdict.MISSING]
    assert str(fault) in table(told)
    assert not passed([GOOD, *told])


def test_nothing_at_all_is_no_pass() -> None:
    assert not passed([])


def test_the_table_tells_what_was_wrong_and_how_much_more() -> None:
    text = table([GOOD, none("axe", PAGES, [f"a.html: fault {at}" for at in range(20)])])
    rows = text.splitlines()
    assert rows[0].split("  ")[0] == "check"
    assert rows[3].split() == ["axe", "3", "pages", "20", "0", "FAILED"]
    assert rows[4].strip() == "a.html: fault 0"
    assert rows[-1].strip() == "and 8 more"


def test_a_fault_on_many_pages_is_told_once() -> None:
    line = none(
        "Nu", PAGES, ["a.html:1: no title", "b.html:1: no title", "b.html:9: no alt", "odd"]
    )
    assert line.measured == "4"
    assert line.details == ("a.html:1: no title (and 1 times more)", "b.html:9: no alt", "odd")


def run(monkeypatch: pytest.MonkeyPatch, *checks: Check[Made], words: Sequence[str] = ()) -> int:
    """The exit code of the command with these checks, on no pages."""
    place = Place(Path(), "")

    class Nothing:
        def __enter__(self) -> Made:
            return Made(place, place, place, Path())

        def __exit__(self, *_: object) -> None:
            """Nothing was made."""

    monkeypatch.setattr(command, "CHECKS", checks)
    monkeypatch.setattr(command, "made", lambda _: Nothing())
    monkeypatch.setattr("tests.theme_check.programs.install", lambda: None)
    monkeypatch.setattr("tests.theme_check.programs.java", lambda: "java")
    return command.main(list(words))


def test_the_command_fails_for_one_tool_that_could_not_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(_: Made) -> Sequence[Line]:
        raise MissingError("There is no java here.")

    good: Check[Made] = Check("good", lambda _: [GOOD])
    assert run(monkeypatch, good) == 0
    assert "Kept: 1 of 1 lines" in capsys.readouterr().out
    assert run(monkeypatch, good, Check("nu", missing)) == 1
    told = capsys.readouterr().out
    assert "There is no java here." in told
    assert "NOT KEPT: 1 of 2 lines" in told
    assert "Kept: " not in told.replace("NOT KEPT", "")


def test_the_command_says_when_it_was_only_a_part(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    checks: list[Check[Made]] = [Check(name, lambda _: [GOOD], name == "b") for name in "ab"]
    assert run(monkeypatch, *checks, words=["--only", "b"]) == 0
    assert "(1 of 2 checks only)" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="2"):
        run(monkeypatch, *checks, words=["--only", "c"])


def test_every_tool_there_is_stands_in_the_table() -> None:
    wanted = {
        "lighthouse",
        "html-validate",
        "nu",
        "stylelint",
        "structured",
        "sharing",
        "axe",
        "weights",
    }
    assert wanted - {check.name for check in command.CHECKS} == set()


def test_installing_fails_where_something_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing() -> str:
        raise MissingError("There is no java here.")

    assert run(monkeypatch, words=["--install"]) == 0
    monkeypatch.setattr("tests.theme_check.programs.java", missing)
    assert command.main(["--install"]) == 1
    assert "There is no java here." in capsys.readouterr().err
