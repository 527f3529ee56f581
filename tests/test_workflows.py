"""The workflows only call our commands, with pinned actions and the least permissions."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from rapport.cli.commands import COMMANDS, rapport
from rapport.reports import MARKER

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def text(name: str) -> str:
    return (ROOT / ".github" / "workflows" / name).read_text("utf-8")


def test_the_two_uses_are_there() -> None:
    assert {path.name for path in WORKFLOWS} >= {"audit.yml", "audit-comment.yml", "publish.yml"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_commit_and_says_its_version(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text("utf-8"))
    assert used
    loose = [u for u in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", u)]
    assert loose == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_secret_and_no_text_of_a_stranger_in_a_shell(path: Path) -> None:
    page = path.read_text("utf-8")
    assert "pull_request_target:" not in page
    assert not re.search(r"\$\{\{[^}]*secrets", page)
    shells = re.findall(r"run: (.+)", page)
    assert [line for line in shells if "${{" in line] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_command_line_of_ours_is_one(path: Path) -> None:
    targets = set(
        re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    )
    context = click.Context(rapport, **rapport.context_settings)
    for line in re.findall(r"run: (.+)", path.read_text("utf-8")):
        words = line.split(">>")[0].split()
        if words[0] == "make":
            assert set(words[1:]) <= targets, line
            continue
        assert words[0].endswith("bin/rapport"), line
        command = rapport.get_command(context, words[1])
        assert words[1] in COMMANDS
        assert command is not None
        given = [word.strip('"').replace("$FROM", "outside") for word in words[2:]]
        command.make_context(words[1], given, context)


def test_the_audit_may_only_read() -> None:
    page = text("audit.yml")
    assert re.findall(r"^ *(\S+): (?:read|write)$", page, re.MULTILINE) == ["contents"]
    assert "contents: read" in page
    assert "fetch-depth: 0" in page


def test_who_may_comment_runs_no_code_of_the_pull_request() -> None:
    page = text("audit-comment.yml")
    assert "workflow_run:" in page
    assert "run: " not in page
    assert "checkout" not in page
    assert set(re.findall(r"(\S+): write", page)) == {"pull-requests"}


def test_the_comment_is_found_by_the_marker_that_the_report_begins_with() -> None:
    page = text("audit-comment.yml")
    assert f'const marker = "{MARKER}";' in page
    name = re.findall(r"name: (rapport-\S+)", page)
    assert name == re.findall(r"name: (rapport-\S+)", text("audit.yml")) == ["rapport-comment"]
    assert ">> comment.md" in text("audit.yml")


@pytest.fixture
def tamed(tmp_path: Path) -> Callable[[str], str]:
    """What the workflow makes of a text, by its own lines of JavaScript."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node here")
    function = re.search(r"const tame = .*?;\n", text("audit-comment.yml"), re.DOTALL)
    assert function
    read = 'process.stdout.write(tame(require("fs").readFileSync(0, "utf8")));'
    (tmp_path / "tame.js").write_text(function[0] + read, "utf-8")

    def run(given: str) -> str:
        words = [node, str(tmp_path / "tame.js")]
        return subprocess.run(
            words, input=given.encode(), capture_output=True, check=True
        ).stdout.decode()

    return run


@pytest.mark.parametrize(
    "given",
    [
        "[a](https://x.example)", "![a](x.png)", "[a][b]", "[a]: x", "https://x.example",
        "www.x.example", "<https://x.example>", "<img src=x>", "<a href=x>", "</table>",
        "@team", "a@x.example", "#12", "o/r#3", "o/r@0a1b2c3", "GH-12", "gh-12", "LEX-7",
        "0a1b2c3d", ":octocat:", "&#64;team", "&commat;team", "&num;12", "<!-- x -->",
    ],
)  # fmt: skip
def test_nothing_of_a_strangers_text_is_more_than_text(
    tamed: Callable[[str], str], given: str
) -> None:
    made = tamed(f"A {given} B")
    assert made != f"A {given} B"
    assert made.replace("\u200b", "") == f"A {given} B"


def test_the_report_itself_stays_as_it_is(tamed: Callable[[str], str]) -> None:
    made = f"{MARKER}\n### Rapport: 2 posts, 1 error\n\n| post | ask |\n|---|---|\n"
    made += "<details><summary>3 more posts</summary>\n\n- error **ASK101**, line 3: `x`\n"
    made += "</details>\n"
    assert tamed(made) == made


def test_only_the_deploying_job_may_write() -> None:
    building, deploying = text("publish.yml").split("\n  deploy:\n")
    assert "permissions: {}" in building
    assert ": write" not in building
    assert set(re.findall(r"(\S+): write", deploying)) == {"pages", "id-token"}
    assert "run:" not in deploying, "none of our code runs where Pages can be written"
