"""Where a site lies in its repository, and what colour a terminal gets."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from rapport.cli import main
from rapport.cli.repository import within_repository
from tests.sites import Write

SITE = {
    "blog/pelicanconf.py": """
        PATH = "content"
        RAPPORT_FIRM_NAMES = ["Quay & Co"]
        """,
    "blog/content/posts/tolls.md": """
        Title: Tolls
        Date: 2026-03-02
        Author: Ida Brandt

        The toll was lifted in April.
        """,
}
SETTINGS = "blog/pelicanconf.py"
INSIDE = "content/posts/tolls.md"


@pytest.mark.parametrize("git", [".git/HEAD", ".git"], ids=["a folder", "a file, as in a worktree"])
def test_a_site_in_a_folder_of_its_repository_is_known_by_that_folder(
    write: Write, git: str
) -> None:
    root = write({git: "gitdir: elsewhere\n", "the blog/pelicanconf.py": ""})
    assert within_repository(root / "the blog") == "the blog/"
    assert within_repository(root) == ""


def test_the_nearest_repository_counts(write: Write) -> None:
    root = write({".git/HEAD": "", "a/.git/HEAD": "", "a/b/c/pelicanconf.py": ""})
    assert within_repository(root / "a" / "b" / "c") == "b/c/"


def test_a_site_in_no_repository_has_its_own_paths() -> None:
    assert within_repository(Path("/nowhere/at/all")) == ""


def audited(root: Path, capsys: pytest.CaptureFixture[str], form: str) -> str:
    main(["--settings", str(root / SETTINGS), "audit", "--format", form])
    return capsys.readouterr().out


def test_what_code_hosts_read_has_paths_from_the_repositorys_root(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write({".git/HEAD": "", **SITE})
    assert f"file=blog/{INSIDE}," in audited(root, capsys, "github")
    assert f'"uri": "blog/{INSIDE}"' in audited(root, capsys, "sarif")
    assert f'"path": "blog/{INSIDE}"' in audited(root, capsys, "gitlab")
    assert f'name="blog/{INSIDE}"' in audited(root, capsys, "junit")
    assert f" blog/{INSIDE}\n" in audited(root, capsys, "markdown")


def test_json_and_text_keep_to_the_settings_file(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write({".git/HEAD": "", **SITE})
    found = json.loads(audited(root, capsys, "json"))["findings"]
    assert {each["path"] for each in found} == {INSIDE}
    assert f"\n  {INSIDE}:" in audited(root, capsys, "text")


def on_terminal(root: Path) -> str:
    """What the command prints on a terminal."""
    import pty
    import subprocess
    import sys

    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from rapport.cli import main; main()"]
    words = ["--settings", str(root / SETTINGS), "audit"]
    path = {"PYTHONPATH": str(Path(__file__).parents[2] / "plugins")}
    env = {"PATH": "/usr/bin:/bin", "TERM": "xterm", **path}
    env |= {name: os.environ[name] for name in ("NO_COLOR", "TERM") if name in os.environ}
    with subprocess.Popen([*command, *words], stdout=theirs, stderr=theirs, env=env) as running:
        os.close(theirs)
        said = b""
        try:
            while part := os.read(ours, 65_536):
                said += part
        except OSError:  # Linux says so when the other end is closed
            pass
        running.wait()
    os.close(ours)
    return said.decode()


def test_a_terminal_gets_colour_and_a_pipe_does_not(
    write: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(SITE)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[31m\x1b[1merror\x1b[0m" in on_terminal(root)
    assert "\x1b" not in audited(root, capsys, "text")


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_color_is_respected(
    write: Write, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    shown = on_terminal(write(SITE))
    assert "error ASK101" in shown
    assert "\x1b" not in shown
