"""The firm's own look: what its settings add to the one style sheet of our theme, and its files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rapport.building.colours import schemes, tokens_css
from rapport.errors import BuildError, SettingsError
from rapport.settings import Settings

_SHEET = "css/rapport.css"
_SANS = "@layer tokens{:root{--serif:var(--sans)}}\n"
# The token that holds the family of each kind of letters.
_TOKENS = {"article": "serif", "talk": "sans"}
_FACE = (
    '@font-face{{font-family:"{name}";src:url("{url}") format("woff2");'
    "font-weight:100 900;font-display:swap}}\n"
    '@layer tokens{{:root{{--{token}:"{name}",{others}}}}}\n'
)
# More than this a reader on a phone waits for.
_HEAVY = 40_000


def additions(settings: Settings, css: str, root: str = "../../") -> str:
    """What the settings add to this style sheet; nothing where they say nothing.

    `root` leads from the sheet to the root of the site. Raises SettingsError for a colour that is
    none or that cannot be read on what it stands on.
    """
    added = _SANS if settings.letters == "sans" else ""
    for role, path in settings.fonts:
        token = _TOKENS[role]
        others = re.search(rf"--{token}:\s*([^;]+);", css)
        name, rest = f"firm-{role}", others[1] if others else "sans-serif"
        added += _FACE.format(name=name, url=root + path, token=token, others=rest)
    if settings.accent:
        added += tokens_css(*schemes(settings.accent, settings.accent_dark, css))
    return added


def check_look(settings: Settings, values: dict[str, Any]) -> None:
    """Refuse a look before anything is built. Raises SettingsError as `additions` does."""
    for name, path in _files(settings):
        if not (settings.content / path).is_file():
            raise SettingsError(
                f"{name} names {path}, and there is no such file in {settings.content}."
            )
    sheet = sheet_of(values)
    if sheet.is_file():
        additions(settings, sheet.read_text(encoding="utf-8"))


def sheet_of(values: Mapping[str, Any]) -> Path:
    """The style sheet of a theme of ours; a theme of somebody else's has no such file."""
    return Path(values["THEME"]) / "static" / _SHEET


def dress_sheet(settings: Settings, values: dict[str, Any], output: Path) -> None:
    """Write the style sheet with what the settings add, beside what Pelican has copied."""
    sheet = sheet_of(values)
    copied = output / values["THEME_STATIC_DIR"] / _SHEET
    if not sheet.is_file() or not copied.is_file():
        return
    css = sheet.read_text(encoding="utf-8")
    added = additions(settings, css, os.path.relpath(output, copied.parent) + "/")
    if added:
        copied.write_text(css + added, encoding="utf-8")


def check_files(settings: Settings, output: Path) -> None:
    """Raise BuildError when a logo or a font was not published: every page would show a hole."""
    for name, path in _files(settings):
        if not (output / path).is_file():
            raise BuildError(
                f"{name} names {path}, which is not published. Let STATIC_PATHS hold its folder."
            )


def heavy_fonts(settings: Settings) -> Iterator[str]:
    """What to say of fonts that make readers wait."""
    for _, path in settings.fonts:
        size = (settings.content / path).stat().st_size
        if size > _HEAVY:
            yield (
                f"RAPPORT_FONTS: {path} has {size // 1000} kB, and readers on a phone wait for it. "
                f"Take out the letters you do not use; {_HEAVY // 1000} kB are plenty."
            )


def _files(settings: Settings) -> Iterator[tuple[str, str]]:
    """The files of the content folder that the look needs, by the setting that names them."""
    if settings.logo:
        yield "RAPPORT_LOGO", settings.logo
    yield from (("RAPPORT_FONTS", path) for _, path in settings.fonts)
