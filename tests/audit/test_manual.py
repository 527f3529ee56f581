"""The manual: every rule's docstring has the fixed headings, and the pages are made from them."""

from __future__ import annotations

import pytest

from rapport.audit import RULES, manual, manual_text, rules_page
from rapport.audit.manuals import GRADES, HEADINGS

CODES = [rule.code for rule in RULES]


@pytest.mark.parametrize("code", CODES)
def test_every_page_is_whole(code: str) -> None:
    page = manual(code.lower())
    assert page.code == code
    assert page.evidence in GRADES
    assert page.why.startswith(f"Evidence: {page.evidence}")
    assert page.title.endswith(".")
    for text in (page.what, page.why, page.example, page.better, page.ignore):
        assert len(text) > 5
        assert not text.startswith(" ")
        assert not any(heading == line for line in text.split("\n") for heading in HEADINGS)


@pytest.mark.parametrize("code", CODES)
def test_the_text_for_a_terminal_has_all_headings_and_keeps_its_width(code: str) -> None:
    text = manual_text(code, width=80)
    assert text.startswith(f"{code}  ")
    assert [line for line in text.split("\n") if line in HEADINGS] == list(HEADINGS)
    prose = text.split("Example")[0]
    assert max(map(len, prose.split("\n"))) <= 80


def test_the_page_of_all_rules_names_each_once_in_table_and_text() -> None:
    page = rules_page()
    for code in CODES:
        assert page.count(f"[{code}](#{code.lower()})") == 1
        assert page.count(f'<a id="{code.lower()}"></a>') == 1
    assert page.endswith("\n")
    assert page == rules_page()


def test_an_unknown_code_is_no_rule() -> None:
    with pytest.raises(KeyError):
        manual("ASK999")
