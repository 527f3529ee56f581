"""The pictures that stand for posts and for the site where their addresses are shared.

They are made when publishing alone, since a reader elsewhere needs their whole address, and kept by
content: their names are digests of what they show, so that a new one is asked for anew. Templates
have their addresses before they are drawn.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rapport.building.colours import Rgb, light_tokens, schemes
from rapport.building.look import sheet_of
from rapport.building.pool import made_of
from rapport.building.telling import Tell
from rapport.building.views import PostView, SiteView
from rapport.model import one_line
from rapport.pictures import (
    CARD_RECIPE,
    Card,
    Look,
    draw,
    faces_of,
    key_of,
    lacking,
    letters_readable,
)
from rapport.settings import Settings
from rapport.store import Kept
from rapport.translation import Words, direction

_log = logging.getLogger("rapport")
FOLDER = "share"
# The packages of letters and the files in them that stand in for what a firm does not bring.
_BOLD = ("font_source_serif_pro", "SourceSerifPro-Bold.ttf")
_SERIF = ("font_source_serif_pro", "SourceSerifPro-Regular.ttf")
_SANS = ("font_source_sans_pro", "SourceSansPro-Semibold.ttf")
_SANS_BOLD = ("font_source_sans_pro", "SourceSansPro-Bold.ttf")
_SITE = "SITENAME"
_COMMENTS = "%(num)s comment", "%(num)s comments"
_COLOURS = ("accent", "author", "bg", "text", "muted")


@dataclass(slots=True)
class Cards:
    """The share pictures of one site, by their address; none where there is no look.

    `seal` stands for the look in names: it is made of colours and of the fonts themselves, so that
    a site has the same names wherever it is published. `unwritten` are letters that no font has, by
    the file of the post whose title or question needs them.
    """

    look: Look | None = None
    seal: str = ""
    wanted: dict[str, Card] = field(default_factory=dict)
    unwritten: dict[str, str] = field(default_factory=dict)

    def of_post(self, view: PostView, source: str, firm: str, words: Words) -> str:
        """The address of a post's picture, relative to the root; empty where there is none."""
        names = view.thread.participants or view.authors
        faces, more = faces_of(
            [(who.name, bool(who.badge) or who in view.authors) for who in names]
        )
        title, back = one_line(view.title.striptags()), direction(view.lang) == "rtl"
        card = Card(firm, title, view.question, _talk(view, words), faces, more, back)
        return self._want(card, source)

    def of_site(self, view: SiteView, name: str, says: str, words: Words) -> str:
        """The address of the picture of every page that has none of its own."""
        faces, more = faces_of([(who.name, bool(who.badge)) for who in view.taking_part])
        talk = words.ngettext(*_COMMENTS, view.comments) if view.comments else ""
        back = direction(words.language) == "rtl"
        return self._want(Card("", one_line(name), one_line(says), talk, faces, more, back), _SITE)

    def draw_all(self, kept: Kept, output: Path, tell: Tell) -> None:
        """Write every picture that a page names, those of an earlier publication from the cache."""
        if self.unwritten:
            _log.warning("%s", _unwritten(self.unwritten))
        if self.look is None or not self.wanted:
            return
        look, wanted = self.look, self.wanted
        (output / FOLDER).mkdir(exist_ok=True)
        missing = [path for path in wanted if not _restored(path, kept, output)]
        drawn = made_of(lambda path: draw(wanted[path], look), missing)
        for done, (path, future) in enumerate(drawn, 1):
            (output / path).write_bytes(kept.keep(Path(path).name, future.result()))
            tell("Drawing share pictures", done, len(missing))

    def _want(self, card: Card, source: str) -> str:
        if self.look is None:
            return ""
        missing = lacking(card, self.look)
        if missing:
            self.unwritten[source] = missing
            return ""
        path = f"{FOLDER}/{key_of(CARD_RECIPE, self.seal, repr(card))}.png"
        self.wanted[path] = card
        return path


def cards_of(settings: Settings, values: Mapping[str, Any]) -> Cards:
    """The cards of a site that is published with a theme of ours; else none."""
    sheet = sheet_of(values)
    if not (settings.publish and values["SITEURL"] and sheet.is_file()):
        return Cards()
    css = sheet.read_text(encoding="utf-8")
    tokens = light_tokens(css)
    if settings.accent:
        scheme, _ = schemes(settings.accent, settings.accent_dark, css)
        tokens = {**tokens, "accent": scheme.accent, "author": scheme.author}
    if not tokens.keys() >= set(_COLOURS):
        return Cards()
    look = _look(settings, tokens)
    colours = repr([tokens[name] for name in _COLOURS])
    files = (file.read_bytes() for file in (*look.bold, *look.serif, *look.sans))
    return Cards(look, key_of(colours, *files))


def _look(settings: Settings, tokens: Mapping[str, Rgb]) -> Look:
    """The letters of the firm first, then those that are installed with us."""
    own = {role: tuple(_readable(settings.content, path)) for role, path in settings.fonts}
    article, talk = own.get("article", ()), own.get("talk", ())
    plain = settings.letters == "sans"
    return Look(
        **{name: tokens[name] for name in _COLOURS},
        bold=(*article, *_shipped(_SANS_BOLD if plain else _BOLD)),
        serif=(*article, *_shipped(_SANS if plain else _SERIF)),
        sans=(*talk, *_shipped(_SANS)),
    )


def _readable(content: Path, path: str) -> Iterator[Path]:
    if letters_readable(content / path):
        yield content / path
    else:
        _log.warning(
            "RAPPORT_FONTS: %s cannot be read, so share pictures are in other letters. Export it "
            "again as .woff2.",
            path,
        )


def _shipped(named: tuple[str, str]) -> Iterator[Path]:
    package, name = named
    found = find_spec(package)
    for folder in found.submodule_search_locations or () if found else ():
        yield Path(folder, "files", name)


def _restored(path: str, kept: Kept, output: Path) -> bool:
    data = kept.get(Path(path).name)
    if data is not None:
        (output / path).write_bytes(data)
    return data is not None


def _unwritten(found: Mapping[str, str]) -> str:
    source, *others = found
    letters = "".join(dict.fromkeys("".join(found.values())))
    more = f" and {len(others)} more" if others else ""
    verb = "have" if others else "has"
    return (
        f"{source}{more} {verb} no picture for where they are shared, since no font here has the "
        f"letters {letters[:20]}. Name one that has them in RAPPORT_FONTS."
    )


def _talk(view: PostView, words: Words) -> str:
    thread = view.thread
    if not thread.count:
        return ", ".join(who.name for who in view.authors)
    return words.gettext(
        "%(comments)s from %(people)s",
        comments=words.ngettext(*_COMMENTS, thread.count),
        people=words.ngettext("%(num)s person", "%(num)s people", thread.people),
    )
