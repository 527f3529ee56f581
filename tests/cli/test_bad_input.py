"""What nobody should hand to the audit: a clear message, exit code 2, and nothing written."""

from __future__ import annotations

import os
from collections.abc import Mapping
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.cli.quay import CONF, GOOD, POOR, SITE, Run, paths, report
from tests.sites import Write, commit, git

LOCK = "content/posts/lock.md"
HEAD = "Title: The weir\nDate: 2026-03-03 09:00\n\n"


def snapshot(folder: Path) -> Mapping[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {str(path): path.read_bytes() for path in files}


def refused(run: Run, *words: str) -> str:
    """The message of a command that ends with 2, writes nothing and prints no report."""
    before = snapshot(Path.cwd())
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert err.startswith(("Error: ", "Usage: "))
    assert "Traceback" not in err
    assert snapshot(Path.cwd()) == before
    return err


def given(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """What stands on standard input."""
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(data)))


# --- paths and sites ------------------------------------------------------------------------------


def test_a_path_that_is_missing(run: Run, site: Path) -> None:
    assert "There is no content/posts/tols.md. Did you mean" in refused(
        run, "audit", LOCK, "content/posts/tols.md"
    )


def test_a_path_that_is_no_post(run: Run, site: Path) -> None:
    (site / "content/images").mkdir()
    assert "content/images holds no post" in refused(run, "audit", "content/images")
    assert "pelicanconf.py holds no post" in refused(run, "audit", "pelicanconf.py")


@pytest.mark.parametrize("path", ["/", "..", "/dev/null", "a\nb", "x" * 5000, "\udc80"])
def test_paths_from_elsewhere(run: Run, site: Path, path: str) -> None:
    code, _, err = run("audit", path)
    assert code in ((1, 2) if path in ("/", "..") else (2,))
    assert "Traceback" not in err


def test_no_posts(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write({"pelicanconf.py": CONF, "content/pages/about.md": POOR}))
    assert "There are no posts" in refused(run, "audit")
    assert "There are no posts" in refused(run, "audit", "--since", "HEAD")


def test_a_folder_without_settings(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "There is no pelicanconf.py" in refused(run, "audit")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"RAPPORT_ANSWR_DAYS = 3\n", "Did you mean RAPPORT_ANSWER_DAYS?"),
        (b"PATH = (\n", "not valid Python"),
        (b"SITENAME = 'L\xf6ck'\n", "pelicanconf.py"),
        (b"1/0\n", "ZeroDivisionError"),
    ],
)
def test_broken_settings(run: Run, site: Path, text: bytes, said: str) -> None:
    (site / "pelicanconf.py").write_bytes(text)
    assert said in refused(run, "audit", "--write-baseline", "known.jsonl")


# --- files that cannot be read --------------------------------------------------------------------


def test_a_file_that_is_not_utf_8(run: Run, site: Path) -> None:
    """Asked for alone there is nothing to judge; among others it is a fault like any other."""
    (site / LOCK).write_bytes(b"Title: The lock\nDate: 2026-03-01\n\nSch\xf6n.\n")
    for words in ((LOCK,), (LOCK, "--fail-on", "never")):
        code, out, _ = run("audit", *words)
        assert code == 2
        assert f"{LOCK}:4" in out
        assert "UTF-8" in out
    code, out, _ = run("audit", "--format", "json")
    assert code == 1
    assert ("CFG901", LOCK) in {(f["code"], f["path"]) for f in report(out)["findings"]}
    assert paths(out) == {"content/posts/tolls.md"}


def test_an_unreadable_file_is_not_made_good_by_a_baseline(run: Run, site: Path) -> None:
    (site / LOCK).write_bytes(b"\xff\xff")
    run("audit", "--write-baseline", "known.jsonl")
    assert run("audit", LOCK, "--baseline", "known.jsonl")[0] == 2


def test_a_file_that_is_too_large_is_refused_by_name(run: Run, site: Path) -> None:
    (site / LOCK).write_text(HEAD + "x " * 3_100_000)
    code, out, _ = run("audit", LOCK)
    assert code == 2
    assert LOCK in out
    assert "at most 6 MB are read" in " ".join(out.split())


def test_a_text_that_is_too_large_on_standard_input(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, HEAD.encode() + b"x " * 3_100_000)
    assert "more than 6 MB" in refused(run, "audit", "--stdin-filename", LOCK)


def test_a_line_of_five_megabytes_is_audited(run: Run, site: Path) -> None:
    line = "Nobody asked why, and so [Ana Solis](https://weirs.example) did not say. "
    (site / LOCK).write_text(HEAD + ("crane" * 20 + " ") * 49_000 + line + "x" * 50_000 + "\n")
    assert (site / LOCK).stat().st_size > 4_900_000
    code, out, _ = run("audit", LOCK, "--format", "json")
    assert code == 1
    assert report(out)["lights"][0]["credit"] == "green"


@pytest.mark.parametrize("text", ["> " * 10_000 + "Why?", ">" * 10_000 + " Why?",
                                  "<blockquote>" * 10_000 + "Why?"])  # fmt: skip
def test_ten_thousand_quotations_in_each_other(run: Run, site: Path, text: str) -> None:
    (site / LOCK).write_text(HEAD + text + "\n\nWhat did you see at the weir last year?\n")
    code, out, err = run("audit", LOCK, "--format", "json")
    assert code in (0, 1)
    assert err == ""
    assert paths(out) == {LOCK}


# --- codes, revisions, git ------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["ASK110", "", "askk", "SEL9xx", "../x", "\x1b[2J"])
def test_a_rule_that_does_not_exist(run: Run, site: Path, code: str) -> None:
    said = refused(run, "explain", code)
    assert "There is no rule" in said
    assert "\x1b" not in said


def test_a_suppression_of_a_rule_that_does_not_exist_is_a_warning(run: Run, site: Path) -> None:
    (site / LOCK).write_text(HEAD + "<!-- rapport: ignore ASK110 - why -->\n\nText.\n")
    out = run("audit", LOCK)[1]
    assert f"{LOCK}:4:1  warning CFG913" in out
    assert "There is no rule 'ASK110'" in out


@pytest.mark.parametrize("revision", ["nothing", "HEAD~9", "", "--output=x", "a b", "\n"])
def test_a_revision_git_does_not_know(run: Run, repository: Path, revision: str) -> None:
    assert "git does not know the revision" in refused(run, "audit", f"--since={revision}")


def test_a_repository_without_a_commit(run: Run, site: Path) -> None:
    git(site, "init", "-q", "-b", "main")
    assert "git does not know the revision 'HEAD'" in refused(run, "audit", "--since", "HEAD")


def test_no_repository(run: Run, site: Path) -> None:
    assert "is not in a git repository" in refused(run, "audit", "--since", "HEAD")


def test_no_git_at_all(run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.fspath(repository / "content"))
    assert "git is not installed" in refused(run, "audit", "--since", "HEAD")
    assert run("audit", "content/posts/tolls.md")[0] == 0


# --- standard input -------------------------------------------------------------------------------


def test_a_dash_is_standard_input(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, GOOD.replace("    ", "").lstrip().encode())
    code, out, _ = run("audit", "-", "--stdin-filename", LOCK, "--format", "json")
    assert (code, paths(out)) == (0, {LOCK})


def test_a_dash_without_a_name(run: Run, site: Path) -> None:
    assert "say which file of the site it is, --stdin-filename" in refused(run, "audit", "-")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("notes.md", "does not lie in the content"),
        ("content/people/ana.md", "would not be read as a post"),
        ("content/posts/lock.txt", "would not be read as a post"),
        ("content", "does not lie in the content|would not be read as a post"),
    ],
)
def test_standard_input_under_a_name_that_is_no_post(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    given(monkeypatch, b"Title: A\n\nText.\n")
    message = refused(run, "audit", "--stdin-filename", name)
    assert any(part in message for part in said.split("|"))


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\x00", b"\xef\xbb\xbf", b"no header at all"])
def test_standard_input_that_is_no_post_is_a_finding(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    given(monkeypatch, data)
    code, out, err = run("audit", "--stdin-filename", LOCK)
    assert code in (1, 2)
    assert LOCK in out
    assert "Traceback" not in err


# --- hooks ----------------------------------------------------------------------------------------


def test_a_hook_names_files_that_are_no_posts(run: Run, site: Path, write: Write) -> None:
    write({"content/pages/about.md": POOR, "content/images/a.svg": "<svg/>"})
    others = ("content/pages/about.md", "content/images/a.svg", "pelicanconf.py")
    said = "none of the files is of a post; 2 in the site\n"
    assert run("audit", "--skip-others", *others) == (0, said, "")
    code, out, err = run("audit", "--skip-others", *others, "--format", "json")
    assert (code, report(out)["findings"], err) == (0, [], said)
    code, out, _ = run("audit", "--skip-others", LOCK, *others, "--format", "json")
    assert (code, paths(out)) == (1, {LOCK})


def test_a_hook_names_many_files_at_once(run: Run, site: Path) -> None:
    names = [name for name in SITE if name.startswith("content/")]
    code, out, _ = run("audit", "--skip-others", *names, "--format", "json")
    assert (code, paths(out)) == (1, {LOCK, "content/posts/tolls.md"})


def test_a_file_that_is_missing_is_not_passed_over(run: Run, site: Path) -> None:
    assert "There is no content/gone.md" in refused(
        run, "audit", "--skip-others", "content/gone.md"
    )


def test_nothing_is_written_by_an_audit(run: Run, repository: Path) -> None:
    commit(repository)
    before = snapshot(repository)
    for words in ((), ("--since", "HEAD"), (LOCK,), ("--format", "json"), ("--skip-others", LOCK)):
        run("audit", *words)
    assert snapshot(repository) == before


# --- what a shell makes of a slip -----------------------------------------------------------------


@pytest.mark.parametrize("command", ["audit", "facts"])
def test_an_empty_path_is_not_the_whole_site(run: Run, site: Path, command: str) -> None:
    assert "A PATH is empty." in refused(run, command, "")
    assert "A PATH is empty." in refused(run, command, LOCK, "")


@pytest.mark.parametrize("option", ["--baseline", "--write-baseline"])
def test_a_baseline_without_a_name(run: Run, site: Path, option: str) -> None:
    assert "The name of the baseline is empty" in refused(run, "audit", option, "")


def test_a_path_in_other_letters(run: Run, site: Path) -> None:
    assert f"Did you mean {LOCK}?" in refused(run, "audit", "content/posts/LOCK.MD")


def test_a_folder_for_the_settings(run: Run, site: Path) -> None:
    said = refused(run, "--settings", "content", "audit")
    assert "content is a folder: name the settings file in it." in said


def test_a_folder_that_is_gone(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "gone").mkdir()
    monkeypatch.chdir(site / "gone")
    (site / "gone").rmdir()
    code, out, err = run("audit")
    monkeypatch.chdir(site)
    assert (code, out) == (2, "")
    assert "The folder you are in is no longer there." in err


def test_an_output_that_is_closed(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    assert run("audit", "--fail-on", "never")[0] == 0
