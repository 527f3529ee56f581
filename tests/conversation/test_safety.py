"""The oracle itself: it must find what it is there to find."""

from __future__ import annotations

import pytest

from tests.conversation.hostile import ALL, PAYLOADS
from tests.conversation.safety import REL, faults


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<p>never closed",
        "<p onclick='x'>x</p>",
        "<p id='x'>x</p>",
        f"<a href='javascript:x' rel='{REL}'>x</a>",
        f"<a href='//a.example' rel='{REL}'>x</a>",
        f"<a href='/x' rel='{REL}'>x</a>",
        f"<a href='https://a@b.example' rel='{REL}'>x</a>",
        f"<a href='https://a.example' rel='{REL}'></a>",
        "<a href='https://a.example' rel='nofollow'>x</a>",
        f"<a href='http://a.example' rel='{REL}'><a href='http://b.example' rel='{REL}'>x</a></a>",
        "<p><p>x</p></p>",
        "<ul>x</ul>",
        "<li>x</li>",
        "<img src='x'/>",
        "\u202e",
        "&nbsp;",
        "<p>" * 50 + "</p>" * 50,
    ],
)
def test_the_oracle_finds(html: str) -> None:
    assert faults(html)


def test_the_oracle_passes_what_is_safe() -> None:
    link = f'<a href="https://a.example/?a=1&amp;b" rel="{REL}">x</a>'
    assert faults(f'<p>a<br>{link}</p><ol start="3"><li><em>b</em></li></ol>') == []


def test_the_corpus_is_large_and_nothing_stands_in_it_twice() -> None:
    payloads = [payload for _, _, payload in ALL]
    assert len(payloads) >= 200
    assert len(payloads) == len(set(payloads))
    assert all(len(PAYLOADS[kind]) >= 7 for kind in PAYLOADS)
