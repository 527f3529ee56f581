"""A site with people who left something here."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.cli import main
from tests.cli.people.folk import SITE
from tests.cli.quay import Run
from tests.sites import Write


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
    monkeypatch.setenv("COLUMNS", "98")
    monkeypatch.setenv("USER", "ida")
    return folder
