"""The firm's own look: what its settings add to the one style sheet of our theme."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rapport.building.colours import schemes, tokens_css
from rapport.errors import BuildError, SettingsError
from rapport.settings import Settings

_SHEET = "css/rapport.css"
_SANS = "@layer tokens{:root{--serif:var(--sans)}}\n"


def additions(settings: Settings, css: str) -> str:
    """What the settings add to this style sheet; nothing where they say nothing.

    Raises SettingsError for a colour that is none or that cannot be read on what it stands on.
    """
    added = _SANS if settings.letters == "sans" else ""
    if settings.accent:
        added += tokens_css(*schemes(settings.accent, settings.accent_dark, css))
    return added


def check_look(settings: Settings, values: dict[str, Any]) -> None:
    """Refuse a look before anything is built. Raises SettingsError as `additions` does."""
    if settings.logo and not (settings.content / settings.logo).is_file():
        raise SettingsError(
            f"RAPPORT_LOGO names {settings.logo}, and there is no such file in {settings.content}."
        )
    sheet = _source(values)
    if sheet.is_file():
        additions(settings, sheet.read_text(encoding="utf-8"))


def dress_sheet(settings: Settings, values: dict[str, Any], output: Path) -> None:
    """Write the style sheet with what the settings add, beside what Pelican has copied."""
    sheet = _source(values)
    copied = output / values["THEME_STATIC_DIR"] / _SHEET
    if not sheet.is_file() or not copied.is_file():
        return
    css = sheet.read_text(encoding="utf-8")
    added = additions(settings, css)
    if added:
        copied.write_text(css + added, encoding="utf-8")


def check_logo(settings: Settings, output: Path) -> None:
    """Raise BuildError when the logo was not published: every page would show a hole."""
    if settings.logo and not (output / settings.logo).is_file():
        raise BuildError(
            f"RAPPORT_LOGO names {settings.logo}, which is not published. Let STATIC_PATHS hold "
            "its folder."
        )


def _source(values: dict[str, Any]) -> Path:
    return Path(values["THEME"]) / "static" / _SHEET
