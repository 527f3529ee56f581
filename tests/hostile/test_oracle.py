"""The oracle itself: it must find what it is there to find."""

from __future__ import annotations

import pytest

from tests.hostile.oracle import faults


def page(inside: str) -> str:
    return f"<!DOCTYPE html><html><head><title>x</title></head><body>{inside}</body></html>"


@pytest.mark.parametrize(
    "inside",
    [
        "<script>x</script>",
        "<script type='application/ld+json'>{</script>",
        "<script type='application/ld+json' src='x'>{}</script>",
        "<img src=x>",
        "<svg></svg>",
        "<p onclick=x>x</p>",
        "<p style=x>x</p>",
        "<form></form>",
        "<p id='c-1'>x</p>",
        "<p id=a></p><p id=a></p>",
        "<p class='no-such-class'>x</p>",
        "<a href='javascript:x'>x</a>",
        "<a href='java&#10;script:x'>x</a>",
        "<a href='data:text/html,x'>x</a>",
        "<a href='//evil.example' rel='nofollow ugc noopener'>x</a>",
        "<a href='https://a@evil.example' rel='nofollow ugc noopener'>x</a>",
        "<a href='https://evil.example' rel='nofollow'>x</a>",
        "<a href='mailto:else@quay.example'>x</a>",
        "<a href='mailto:talk@quay.example?subject=x&amp;bcc=y'>x</a>",
        "<a href='mailto:talk@quay.example?subject=x%0d%0aBcc:y'>x</a>",
        "<meta http-equiv=refresh content=0>",
        "<meta http-equiv=Content-Security-Policy content='default-src *'>",
        "<meta name=referrer content=x>",
        "<meta property='og:url' content='javascript:x'>",
        "<base href=x>",
        "<!-- a comment -->",
        "\u202e",
        "\x9b31m",
        "<data value='javascript:x'></data>",
    ],
)
def test_the_oracle_finds(inside: str) -> None:
    assert faults(page(inside))


def test_the_oracle_passes_what_is_ours() -> None:
    assert (
        faults(
            page(
                "<a class='u-url' href='/costs/#c-1'>x</a><ol start='3' role='list'><li>y</li></ol>"
                "<a href='mailto:talk@quay.example?subject=Re%3A%20x'>Reply</a>"
                "<a href='https://ok.example/?a=1' rel='nofollow ugc noopener'>z</a>"
                "<script type='application/ld+json'>{}</script>"
            )
        )
        == []
    )
