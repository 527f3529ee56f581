"""The name of the program in messages: what the reader can type where they stand."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from rapport.cli.typed import typed


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in an environment that no shell looks into."""
    folder = tmp_path / "site" / ".venv" / "bin"
    folder.mkdir(parents=True)
    made = folder / "rapport"
    made.touch(mode=0o755)
    monkeypatch.setattr(sys, "executable", str(folder / "python"))
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    return made


def test_the_script_of_the_environment_as_one_would_type_it(
    script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(script.parents[2])
    assert typed() == ".venv/bin/rapport"


def test_its_whole_path_from_elsewhere(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert typed() == str(script)


def test_its_name_alone_where_the_shell_finds_it(
    script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(script.parent))
    assert typed() == "rapport"


def test_its_name_where_there_is_no_script(script: Path) -> None:
    script.unlink()
    assert typed() == "rapport"
