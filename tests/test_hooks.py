"""The hook for pre-commit: what it calls is there, and does what a commit needs."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from rapport.cli import main
from rapport.sources.posts import MARKUPS
from tests.building.small_site import write_site

MANIFEST = (Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text("utf-8")


def entry() -> list[str]:
    found = re.search(r"^  entry: (.+)$", MANIFEST, re.MULTILINE)
    assert found is not None
    program, *arguments = shlex.split(found[1])
    assert program == "rapport"
    return arguments


def test_it_audits_the_posts_among_the_files_of_a_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(tmp_path, {"README.md": "# A site\n"})
    monkeypatch.chdir(tmp_path)
    assert main([*entry(), "README.md", "content/posts/aside.md"]) == 1
    said = capsys.readouterr().out
    assert "content/posts/aside.md" in said
    assert "content/posts/tolls.md" not in said


def test_a_commit_without_posts_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(tmp_path, {"README.md": "# A site\n"})
    monkeypatch.chdir(tmp_path)
    assert main([*entry(), "README.md"]) == 0


def test_it_takes_every_file_that_could_be_a_post_and_one_process_does_it_all() -> None:
    found = re.search(r"^  files: (.+)$", MANIFEST, re.MULTILINE)
    assert found is not None
    assert [suffix for suffix in MARKUPS if not re.search(found[1], f"blog/a.{suffix}")] == []
    assert not re.search(found[1], "content/images/a.svg")
    assert "require_serial: true" in MANIFEST
    assert "- id: rapport-audit" in MANIFEST
