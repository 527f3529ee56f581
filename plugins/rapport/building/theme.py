"""Which theme a site wears, and what that theme asks for."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from rapport.errors import BuildError, SettingsError

MARKER = "theme.toml"


@dataclass(frozen=True, slots=True)
class Marks:
    """What a theme's `theme.toml` says of it. Without that file it is like any Pelican theme."""

    ours: bool = False
    autoescape: bool = False
    strict: bool = False


def theme_path() -> Path:
    """Our own theme: inside the package in a wheel, beside `plugins/` in a clone."""
    package = Path(__file__).resolve().parents[1]
    for place in (package / "theme", package.parents[1] / "theme"):
        if (place / MARKER).is_file():
            return place
    raise BuildError(
        f"Rapport's theme is missing: it belongs in {package / 'theme'}. Install Rapport again, or "
        "set THEME in the settings file."
    )


def worn(theme: str) -> str:
    """The theme a site wears: Pelican's default stands for none of its own, and so for ours."""
    from pelican.settings import DEFAULT_THEME  # noqa: PLC0415 - only a build needs Pelican

    return str(theme_path()) if theme == DEFAULT_THEME else theme


def marks(theme: Path) -> Marks:
    """What the theme's marker says; raises SettingsError when it cannot be read."""
    file = theme / MARKER
    if not file.is_file():
        return Marks()
    try:
        table = tomllib.loads(file.read_text("utf-8")).get("theme")
    except (OSError, ValueError) as fault:
        raise SettingsError(f"{file} cannot be read: {fault}. Mend it, or remove it.") from fault
    if not isinstance(table, dict):
        return Marks()
    return Marks(True, table.get("autoescape") is True, table.get("strict") is True)
