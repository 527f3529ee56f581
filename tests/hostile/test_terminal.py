"""What commands print of strangers' words: no byte of it speaks to the terminal."""

from __future__ import annotations

import json
import re

import pytest

from rapport.building import Built
from rapport.cli import main

SPEAKS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

COMMANDS = {
    "waiting": ["waiting"],
    "waiting as JSON": ["waiting", "--json"],
    "comments list": ["comments", "list", "--all"],
    "comments list as JSON": ["comments", "list", "--all", "--json"],
    "audit": ["audit"],
    "audit for a pull request": ["audit", "--format", "github"],
    "people": ["people"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_lets_a_stranger_speak_to_the_terminal(
    previewed: Built, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(previewed.output.parents[1])
    code = main(COMMANDS[name])
    said = capsys.readouterr()
    assert code in {0, 1}, said.err
    assert len(said.out) > 1000
    for stream in (said.out, said.err):
        assert sorted(set(SPEAKS.findall(stream))) == []
    if "JSON" in name:
        assert json.loads(said.out)["schema"] == 1


def test_the_check_of_this_test_finds_what_it_should() -> None:
    assert SPEAKS.search("\x1b[2J")
    assert SPEAKS.search("\x9b2J")
    assert SPEAKS.search("\u202e")
