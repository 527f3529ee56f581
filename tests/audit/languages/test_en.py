"""English: what is known of it."""

from __future__ import annotations

import pytest

from tests.audit.languages.speaking import asked, found_in, named, nowhere, spoken

TEXT = """
The tenancy I signed last year said nothing about the deposit. When I left the house, the landlord
told me that he would keep the money because the wall of the room was scratched. I had pictures from
before and after, and so I wrote him a letter with them. He answered that pictures prove nothing,
but he gave half of it back.
"""


@pytest.mark.parametrize("site", ["de", "fr", "fi"])
def test_a_paragraph_is_found_to_be_english(site: str) -> None:
    assert found_in(TEXT, site) == "en"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You know your house, and we know ours. I know mine.", (2, 2, 2)),
        ("They moved to the US in May.", (0, 0, 0)),
        ("They told us so.", (0, 1, 0)),
        ('She said: "We know what you want, and I do too."', (0, 0, 0)),
        ("> You and we and I.\n\nNobody.", (0, 0, 0)),
    ],
)
def test_whom_it_speaks_to_and_of(text: str, expected: tuple[int, int, int]) -> None:
    assert spoken(text, "en") == expected


def test_what_it_asks() -> None:
    assert asked("Have you ever paid for a scratch?", "en") == [("yes", False)]
    assert asked("What do you think?", "en") == [("yes", True)]


def test_whom_it_names() -> None:
    assert named("Judge Marta Kowal said so in May.", "en") == ["Marta Kowal"]


def test_what_says_nothing() -> None:
    assert nowhere("read more", "en")
    assert not nowhere("the judgment", "en")
