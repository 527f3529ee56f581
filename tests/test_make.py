"""The Makefile: what `make help` says, and what it says when the system lacks something."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE)

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def make(*words: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", "--no-print-directory", *words],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


def test_help_has_a_line_for_every_target() -> None:
    lines = make("help").stdout.splitlines()
    assert [line.split()[1] for line in lines] == TARGETS
    assert all(len(line.split()) > 4 for line in lines)
    assert max(map(len, lines)) <= 100


def test_help_is_what_make_alone_does() -> None:
    assert make().stdout == make("help").stdout


def test_the_everyday_targets_are_there_and_are_no_files() -> None:
    wanted = {"html", "test", "serve", "audit", "publish", "bench", "clean", "help"}
    assert wanted - set(TARGETS) == set()
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert phony is not None
    assert set(TARGETS) - set(phony[1].split()) == set()


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_knows_what_to_do(target: str) -> None:
    done = make("--dry-run", target)
    assert (done.returncode, done.stderr) == (0, "")


def test_cleaning_leaves_what_people_wrote_and_the_tools(tmp_path: Path) -> None:
    commands = make("--dry-run", "clean").stdout
    removed = set(re.findall(r"[\w./*-]+", commands))
    assert {"content", "content/", ".rapport", ".venv", ".git"} & removed == set()
    assert "output" in removed


def ask(python: str, path: Path) -> subprocess.CompletedProcess[str]:
    """The check of the system's Python, with only the programs of `path`."""
    return subprocess.run(
        ["/bin/sh", str(ROOT / ".ci" / "python")],
        env={"PATH": str(path), "PYTHON": python},
        capture_output=True,
        text=True,
        check=False,
    )


def program(folder: Path, name: str, script: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def test_this_python_will_do(tmp_path: Path) -> None:
    assert ask(sys.executable, tmp_path).returncode == 0


def test_no_python_at_all_names_the_command_that_brings_one(tmp_path: Path) -> None:
    done = ask("python3", tmp_path)
    assert done.returncode == 1
    assert "sudo apt-get install -y python3 python3-venv" in done.stderr


def test_an_old_python_names_the_command_that_brings_a_newer(tmp_path: Path) -> None:
    program(tmp_path, "python3", '[ "$1" = --version ] && echo Python 3.9.2\nexit 1')
    done = ask("python3", tmp_path)
    assert done.returncode == 1
    assert "Python 3.9.2 is too old: Rapport needs Python 3.11 or newer." in done.stderr
    assert "sudo apt-get install -y python3.11 python3.11-venv" in done.stderr


def test_an_old_python_beside_a_newer_names_the_newer(tmp_path: Path) -> None:
    program(tmp_path, "python3", '[ "$1" = --version ] && echo Python 3.9.2\nexit 1')
    program(tmp_path, "python3.12", "exit 0")
    done = ask("python3", tmp_path)
    assert done.returncode == 1
    assert "run make with PYTHON=python3.12" in done.stderr


def test_a_python_without_environments_names_the_package(tmp_path: Path) -> None:
    answers = 'case "$2" in *ensurepip*) exit 1;; *print*) echo 3.11;; esac'
    program(tmp_path, "python3", answers)
    done = ask("python3", tmp_path)
    assert done.returncode == 1
    assert "sudo apt-get install -y python3.11-venv" in done.stderr


def test_the_pinned_versions_are_exact_and_come_from_nowhere_in_particular() -> None:
    files = sorted(ROOT.glob("requirements*.txt"))
    assert len(files) == 5
    for file in files:
        lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
        assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.!+]+", line)] == []
        assert lines


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = [project["project"]["dependencies"], *project["dependency-groups"].values()]
    wanted = {re.match(r"[\w-]+", line)[0].lower() for group in groups for line in group}  # type: ignore[index]
    pinned = {
        line.split("==")[0].lower()
        for file in ROOT.glob("requirements*.txt")
        for line in file.read_text("utf-8").splitlines()
    }
    assert wanted - pinned == set()


def test_what_npm_installs_is_pinned_by_content_and_by_no_address() -> None:
    lock = json.loads((ROOT / ".ci" / "theme" / "package-lock.json").read_text("utf-8"))
    packages = {name: each for name, each in lock["packages"].items() if name}
    assert len(packages) > 200
    assert [name for name, each in packages.items() if "integrity" not in each] == []
    assert [name for name, each in packages.items() if "resolved" in each] == []


def test_ci_checks_the_theme_as_well_and_fails_for_either(tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", tmp_path / ".ci" / "run")
    bash = shutil.which("bash")
    assert bash is not None
    for bad, code in (("nothing", 0), ("test", 1), ("theme-check", 1)):
        program(tmp_path, "make", f'echo "$1" >> asked; test "$1" != {bad}')
        done = subprocess.run(
            [bash, ".ci/run"],
            cwd=tmp_path,
            env={"PATH": f"{tmp_path}:{os.environ['PATH']}"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (code, "")
    assert (tmp_path / "asked").read_text("utf-8") == "test\ntheme-check\n" * 3
