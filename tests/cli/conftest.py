"""A command line to run, and a site or a repository to run it in."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.cli import main
from tests.cli.quay import SITE, Run
from tests.sites import Write, commit, git


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*words: str) -> tuple[int, str, str]:
        code = main(words)
        out, err = capsys.readouterr()
        return code, out, err

    return command


@pytest.fixture
def site(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write(SITE)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def repository(site: Path) -> Path:
    git(site, "init", "-q", "-b", "main")
    commit(site)
    return site
