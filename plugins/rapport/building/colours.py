"""The firm's own colour: one accent, checked against every surface it stands on, dark one derived.

Contrast is WCAG 2's (relative luminance of sRGB); an accent carries words, so it needs 4.5 to 1 on
each surface of its scheme. Surfaces are read from the style sheet, so that a theme with other ones
is checked against its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapport.errors import SettingsError

ENOUGH = 4.5
_SURFACES = ("bg", "surface")
_TINT = 0.08
_STEPS = 100
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_ROOT = re.compile(r":root\s*\{([^}]*)\}")
_TOKEN = re.compile(r"--(\w+):\s*(#[0-9a-fA-F]{3,6})\s*;")
_LINEAR = 0.04045
Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Scheme:
    """The accent of one scheme, and the quiet surface of the firm's own words that goes with it."""

    accent: Rgb
    author: Rgb


def parse(text: str) -> Rgb | None:
    """A colour written as `#0f5c4c` or `#abc`, else None."""
    if not _HEX.fullmatch(text.strip()):
        return None
    digits = text.strip().removeprefix("#")
    full = digits if len(digits) > 3 else "".join(each * 2 for each in digits)
    return int(full[0:2], 16), int(full[2:4], 16), int(full[4:6], 16)


def written(colour: Rgb) -> str:
    """The colour as a style sheet has it."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def contrast(one: Rgb, other: Rgb) -> float:
    """How far two colours stand apart, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (_linear(value / 255) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= _LINEAR else ((value + 0.055) / 1.055) ** 2.4


def schemes(accent: str, dark: str, css: str) -> tuple[Scheme, Scheme]:
    """The light scheme and the dark one; a dark accent that is not given is made of the light one.

    Raises SettingsError for what is no colour, and for one that fails, with the nearest that does
    not.
    """
    light_tokens, dark_tokens = _tokens(css)
    light = _checked("RAPPORT_ACCENT", accent, light_tokens)
    given = _checked("RAPPORT_ACCENT_DARK", dark, dark_tokens) if dark else None
    return light, given or _scheme(_nearest(light.accent, dark_tokens), dark_tokens)


def light_tokens(css: str) -> Mapping[str, Rgb]:
    """The colours of the light scheme of a style sheet, by their tokens."""
    return _tokens(css)[0]


def _tokens(css: str) -> tuple[Mapping[str, Rgb], Mapping[str, Rgb]]:
    """The colours of the first two `:root` blocks with a background: the light ones, the dark."""
    found = [
        {name: colour for name, text in _TOKEN.findall(block) if (colour := parse(text))}
        for block in _ROOT.findall(css)
    ]
    light, dark, *_ = [tokens for tokens in found if set(_SURFACES) <= tokens.keys()] or [{}, {}]
    return light, dark


def _checked(name: str, text: str, tokens: Mapping[str, Rgb]) -> Scheme:
    colour = parse(text)
    if colour is None:
        raise SettingsError(f"{name} is {text!r}; it should be a colour such as #0f5c4c.")
    scheme = _scheme(colour, tokens)
    worst = min(contrast(colour, surface) for surface in _under(scheme, tokens))
    if worst < ENOUGH:
        raise SettingsError(
            f"{name} is {text}, too close to what it stands on: words need a contrast of {ENOUGH} "
            f"to 1, and it has {worst:.1f}. The nearest that can be read is "
            f"{written(_nearest(colour, tokens))}."
        )
    return scheme


def _scheme(accent: Rgb, tokens: Mapping[str, Rgb]) -> Scheme:
    return Scheme(accent, _mixed(tokens["bg"], accent, _TINT))


def _under(scheme: Scheme, tokens: Mapping[str, Rgb]) -> Iterator[Rgb]:
    """Everything the accent stands on."""
    yield from (tokens[name] for name in _SURFACES)
    yield scheme.author


def _nearest(colour: Rgb, tokens: Mapping[str, Rgb]) -> Rgb:
    """The colour itself if it can be read, else the first on its way to black or white that can."""
    end = (255, 255, 255) if _luminance(tokens["bg"]) < 0.5 else (0, 0, 0)
    for step in range(_STEPS + 1):
        tried = _mixed(colour, end, step / _STEPS)
        if all(contrast(tried, each) >= ENOUGH for each in _under(_scheme(tried, tokens), tokens)):
            return tried
    return end


def _mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def tokens_css(light: Scheme, dark: Scheme) -> str:
    """What is added to the style sheet for the firm's colours."""
    return (
        f"@layer tokens{{:root{{{_declared(light)}}}"
        f"@media (prefers-color-scheme:dark){{:root{{{_declared(dark)}}}}}}}\n"
    )


def _declared(scheme: Scheme) -> str:
    return f"--accent:{written(scheme.accent)};--author:{written(scheme.author)}"
