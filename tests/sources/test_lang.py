"""What `Lang:` takes, and what is meant by what it does not take."""

from __future__ import annotations

import pytest

from rapport.sources.lang import check_lang
from rapport.sources.problems import Problems


def said(value: str) -> str:
    problems = Problems("x.md")
    good = check_lang(value, 1, problems)
    assert good is not problems.bad
    return problems.found[0].message if problems.found else ""


@pytest.mark.parametrize("code", ["en", "de-AT", "pt_BR", "zh-Hant-TW", "gsw", "EN", "sr-Latn"])
def test_a_code_is_taken(code: str) -> None:
    assert said(code) == ""


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("English", "en"), ("DEUTSCH", "de"), ("German", "de"), ("français", "fr"),
        ("Francais", "fr"), ("Español", "es"), ("Castellano", "es"), ("eng", "en"),
        ("Português", "pt"), ("US", "en-US"), ("en-UK", "en-GB"),
    ],
)  # fmt: skip
def test_a_name_is_told_its_code(name: str, code: str) -> None:
    assert said(name).endswith(f"Lang takes a code such as en or pt-BR; did you mean {code}?")


@pytest.mark.parametrize("odd", ["e", "Klingon", "en-", "en US", "12", "englisch", "en--us", "ę"])
def test_anything_else_is_told_the_shape(odd: str) -> None:
    assert said(odd).endswith("Lang takes a code such as en or pt-BR.")
