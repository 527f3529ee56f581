"""What we set in Pelican's settings before anything is read, and what we refuse to build with."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined

from rapport.building.guarding import Guarded, check_settings
from rapport.building.look import check_look
from rapport.building.rest import guard_rest
from rapport.building.run import CATALOGUES, SETTINGS
from rapport.building.theme import marks, worn
from rapport.errors import SettingsError
from rapport.settings import Settings, from_mapping
from rapport.translation import FILTERS, TRANSLATIONS, Catalogues, Speaking, spoken

_PREVIEW = "preview"
_EXCLUDING = ("ARTICLE_EXCLUDES", "PAGE_EXCLUDES", "STATIC_EXCLUDES")


def configure(pelican: Any) -> None:
    """Set up a Pelican instance (its `settings` and `theme`) for us.

    Raises SettingsError for settings that cannot be used, BuildError for those that would publish
    what must not be.
    """
    values = pelican.settings
    content = Path(values["PATH"]).absolute()
    exclude(values, (content / "comments", content / "people", Path(values["OUTPUT_PATH"])))
    settings = values.get(SETTINGS) or _alone(values)
    values[SETTINGS] = settings
    exclude(values, (settings.private,))
    _refuse(values)
    guarded = Guarded.of(settings)
    check_settings(guarded, values)
    guard_rest(values, guarded, settings.root)
    # Pelican keeps its settings with every topic it caches, and this run, which cannot be kept, is
    # in them: the cache would be cut short, and the next build would stop at it.
    values["CACHE_CONTENT"] = values["LOAD_CONTENT_CACHE"] = False
    _dress(pelican, settings)
    if settings.preview:
        # Links lead to whoever serves the preview, on whichever port.
        values["SITEURL"] = values["FEED_DOMAIN"] = ""


def _alone(values: dict[str, Any]) -> Settings:
    """Our settings when `pelican` itself is run, which writes where anybody may look."""
    settings = from_mapping(values, _root(Path(values["PATH"]).absolute()))
    if settings.preview:
        raise SettingsError("RAPPORT_PREVIEW is set by `rapport serve` alone. Remove it.")
    return settings


def _root(content: Path) -> Path:
    """The folder of the settings file, which Pelican does not tell: the nearest that holds one."""
    for folder in (content, *content.parents):
        if (folder / "pelicanconf.py").is_file():
            return folder
    return content.parent


def _refuse(values: dict[str, Any]) -> None:
    faults = []
    if values["CACHE_CONTENT"] and values["CONTENT_CACHING_LAYER"] == "generator":
        faults.append(
            'CONTENT_CACHING_LAYER = "generator" keeps old posts and tells no plugin. Remove it: '
            '"reader" is the default.'
        )
    if values["OUTPUT_SOURCES"]:
        faults.append(
            "OUTPUT_SOURCES = True would publish the sources of posts, with their notes to the "
            "audit. Remove it."
        )
    if faults:
        raise SettingsError("The settings file cannot be used:\n  " + "\n  ".join(faults))


def exclude(values: dict[str, Any], paths: Iterable[Path]) -> None:
    """Keep Pelican from looking into `paths` that lie in the content folder."""
    inside = [os.path.relpath(path, values["PATH"]) for path in paths]
    for name in _EXCLUDING:
        given = list(values[name])
        more = [path for path in inside if not path.startswith(os.pardir) and path not in given]
        values[name] = given + more


def _dress(pelican: Any, settings: Settings) -> None:
    """The theme: ours where the site sets none, with what a theme's marker asks for.

    What a theme has in its folder `preview` is copied beside its static files in the preview alone.
    """
    values = pelican.settings
    values["THEME"] = pelican.theme = worn(values["THEME"])
    asked = marks(Path(values["THEME"]))
    check_look(settings, values)
    # A template does not change during a run; to look each time costs a tenth of the writing.
    environment = {"auto_reload": False, **values["JINJA_ENVIRONMENT"]}
    if asked.autoescape:
        environment["autoescape"] = True
    if asked.strict:
        environment["undefined"] = StrictUndefined
    values["JINJA_ENVIRONMENT"] = environment
    if settings.preview and (Path(values["THEME"]) / _PREVIEW).is_dir():
        values["THEME_STATIC_PATHS"] = [*values["THEME_STATIC_PATHS"], _PREVIEW]
    catalogues = Catalogues((Path(values["THEME"]) / TRANSLATIONS, settings.root / TRANSLATIONS))
    values[CATALOGUES] = catalogues
    if asked.ours:
        environment["extensions"] = [*environment.get("extensions", ()), Speaking]
    # The site's own names and filters win: that is how a site prints dates its own way.
    values["JINJA_GLOBALS"] = {**spoken(catalogues), **values["JINJA_GLOBALS"]}
    values["JINJA_FILTERS"] = {**FILTERS, **values["JINJA_FILTERS"]}
