"""A change that speaks for the firm is shown to whoever merges it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.quay import Run, report
from tests.sites import Write, commit, git

MINE = "content/comments/the-lock/01jqm5f0000000000000000003.md"
TEXT = "Author: Ida Brandt\nPerson: ida\nDate: 2026-03-02 10:00+01:00\n{line}\nCall me.\n"


@pytest.fixture
def forked(repository: Path) -> Path:
    git(repository, "switch", "-q", "-c", "theirs")
    return repository


def change(folder: Path, write: Write, line: str = "") -> None:
    write({MINE: TEXT.format(line=line + "\n" if line else "")})
    commit(folder)


def found(run: Run, *more: str) -> tuple[int, list[dict[str, object]]]:
    code, out, err = run("audit", "--since", "main", "--format", "json", *more)
    assert out, err
    findings = report(out)["findings"]
    return code, [each for each in findings if each["code"] == "CFG914"]


def test_words_in_the_firms_name_are_shown_with_their_line(
    forked: Path, write: Write, run: Run
) -> None:
    change(forked, write)
    _, findings = found(run)
    assert [(each["path"], each["line"], each["column"]) for each in findings] == [(MINE, 2, 9)]
    assert findings[0]["severity"] == "warning"
    assert "`Person: ida`" in str(findings[0]["message"])
    _, whole, _ = run("audit")
    assert "CFG914" not in whole


def test_an_approval_that_the_stranger_wrote_helps_nothing(
    forked: Path, write: Write, run: Run
) -> None:
    change(forked, write, "Approved: 2026-03-03 ida")
    assert len(found(run)[1]) == 1
    code, findings = found(run, "--change-from", "outside", "--fail-on", "error")
    assert (code, [each["severity"] for each in findings]) == (1, ["error"])


def test_from_outside_it_fails_where_nothing_else_does(
    forked: Path, write: Write, run: Run
) -> None:
    before = run("audit", "--since", "main", "--change-from", "outside")[0]
    change(forked, write)
    assert (before, found(run, "--change-from", "outside")[0]) == (0, 1)


def test_the_firms_own_change_needs_an_approval(forked: Path, write: Write, run: Run) -> None:
    change(forked, write)
    assert len(found(run, "--change-from", "firm")[1]) == 1
    change(forked, write, "Approved: 2026-03-03 ana")
    assert found(run, "--change-from", "firm")[1] == []


def test_new_words_under_a_badge_that_was_there(forked: Path, write: Write, run: Run) -> None:
    git(forked, "switch", "-q", "main")
    change(forked, write)
    git(forked, "switch", "-q", "theirs")
    git(forked, "merge", "-q", "main")
    assert found(run)[1] == []
    (forked / MINE).write_text((forked / MINE).read_text("utf-8").replace("Call me", "Pay me"))
    assert len(found(run)[1]) == 1


def test_who_makes_themselves_the_firms(forked: Path, write: Write, run: Run) -> None:
    write({"content/people/ana.md": "Name: Ana Solis\nRole: firm\n"})
    commit(forked)
    _, findings = found(run)
    assert [(each["path"], each["line"]) for each in findings] == [("content/people/ana.md", 2)]
    assert found(run, "--change-from", "firm")[1] == []
    assert found(run, "--change-from", "outside")[0] == 1


def test_a_readers_own_comment_is_welcome(forked: Path, write: Write, run: Run) -> None:
    write({MINE: "Author: Noor\nDate: 2026-03-02 10:00+01:00\n\nWhich lock?\n"})
    commit(forked)
    assert found(run, "--change-from", "outside")[1] == []


@pytest.mark.parametrize(
    ("author", "person", "fault"),
    [("Ana Solis", "ana", ""), ("Ida Brandt", "ana", ""), ("Ida Brandt", "none", ""),
     ("Ana Solis", "ana", "Statuss: shown\n")],
)  # fmt: skip
def test_nobody_from_outside_says_who_of_the_people_here_they_are(  # noqa: PLR0917 - all the ways
    forked: Path, write: Write, run: Run, author: str, person: str, fault: str
) -> None:
    text = f"Author: {author}\nPerson: {person}\nDate: 2026-03-02 10:00+01:00\n{fault}\nMine.\n"
    write({MINE: text})
    commit(forked)
    code, findings = found(run, "--change-from", "outside")
    assert (code, [(each["path"], each["line"]) for each in findings]) == (1, [(MINE, 2)])
    assert "the line has to go" in str(findings[0]["message"])
    assert found(run, "--change-from", "firm")[1] == []


def test_without_a_change_nobody_can_say_where_it_is_from(site: Path, run: Run) -> None:
    code, _, err = run("audit", "--change-from", "outside")
    assert (code, "--since" in err) == (2, True)


def test_a_history_that_is_brought_along_is_told_once(forked: Path, write: Write, run: Run) -> None:
    name = "content/comments/the-lock/01jqm5f00000000000000001{at:02}.md"
    write({name.format(at=at): TEXT.format(line="") for at in range(25)})
    commit(forked)
    _, findings = found(run)
    assert len(findings) == 10
    assert "So do 15 more comments of this change." in str(findings[-1]["message"])


def test_a_fault_in_the_file_hides_nothing(forked: Path, write: Write, run: Run) -> None:
    write({MINE: TEXT.format(line="Statuss: shown\n"), f"{MINE}.txt": "Person: ida\n\nx\n"})
    commit(forked)
    _, findings = found(run)
    assert [(each["path"], each["line"]) for each in findings] == [(MINE, 2)]
