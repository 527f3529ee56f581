"""The pictures that stand for posts and for the site where their addresses are shared.

They are made when publishing alone, since a reader elsewhere needs their whole address, and kept by
content: their names are digests of what they show, so that a new one is asked for anew. Templates
have their addresses before they are drawn.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from rapport.building.colours import Rgb, light_tokens, schemes
from rapport.building.run import Run, Tell
from rapport.building.views import Name, PostView, SiteView
from rapport.model import one_line
from rapport.pictures import CARD_RECIPE, Card, Kept, Look, draw, faces_of, key_of, lacking
from rapport.settings import Settings
from rapport.translation import Words, direction

_log = logging.getLogger("rapport")
FOLDER = "share"
# The packages of letters and the files in them that stand in for what a firm does not bring.
_BOLD = ("font_source_serif_pro", "SourceSerifPro-Bold.ttf")
_SERIF = ("font_source_serif_pro", "SourceSerifPro-Regular.ttf")
_SANS = ("font_source_sans_pro", "SourceSansPro-Semibold.ttf")
_SANS_BOLD = ("font_source_sans_pro", "SourceSansPro-Bold.ttf")


@dataclass(slots=True)
class Cards:
    """The share pictures of one site, by their address; none for a look of None."""

    look: Look | None = None
    wanted: dict[str, Card] = field(default_factory=dict)

    def of_post(self, view: PostView, source: str, firm: str, words: Words) -> str:
        """The address of a post's picture, relative to the root; empty where there is none."""
        names = view.thread.participants or view.authors
        badges = [(who.name, bool(who.badge) or who in view.authors) for who in names]
        faces, more = faces_of(badges)
        card = Card(
            firm,
            one_line(view.title.striptags()),
            view.question,
            _talk(view, words),
            faces,
            more,
            direction(view.lang) == "rtl",
        )
        return self._want(card, source)

    def of_site(self, view: SiteView, name: str, says: str, language: str) -> str:
        """The address of the picture of every page that has none of its own."""
        faces, more = faces_of([(who.name, bool(who.badge)) for who in view.taking_part])
        back = direction(language) == "rtl"
        return self._want(Card("", name, says, "", faces, more, back), "SITENAME")

    def draw_all(self, kept: Kept, output: Path, tell: Tell) -> None:
        """Write every picture that a page names, those of an earlier publication from the cache."""
        for done, (path, card) in enumerate(self.wanted.items(), 1):
            if self.look is None:
                return
            key = f"{key_of(path)}.png"
            data = kept.get(key) or kept.keep(key, draw(card, self.look))
            file = output / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            tell("Drawing share pictures", done, len(self.wanted))

    def _want(self, card: Card, source: str) -> str:
        if self.look is None:
            return ""
        missing = lacking(card, self.look)
        if missing:
            _log.warning(
                "%s: no letters for %s, so it has no picture where it is shared. Name a font that "
                "has them in RAPPORT_FONTS.",
                source,
                missing[:20],
            )
            return ""
        made = blake2b(f"{CARD_RECIPE} {card} {self.look}".encode(), digest_size=10).hexdigest()
        path = f"{FOLDER}/{made}.png"
        self.wanted[path] = card
        return path


def cards_of(run_settings: Settings, theme: Path, base: str, *, ours: bool) -> Cards:
    """The cards of a site that is published with our theme; else those of none."""
    sheet = theme / "static" / "css" / "rapport.css"
    if not (run_settings.publish and base and ours and sheet.is_file()):
        return Cards()
    css = sheet.read_text(encoding="utf-8")
    tokens = light_tokens(css)
    accent, author = tokens["accent"], tokens["author"]
    if run_settings.accent:
        scheme, _ = schemes(run_settings.accent, run_settings.accent_dark, css)
        accent, author = scheme.accent, scheme.author
    return Cards(_look(run_settings, tokens, accent, author))


def draw_cards(run: Run, kept: Kept, output: Path) -> None:
    """Draw what the pages of a run name."""
    run.cards.draw_all(kept, output, run.tell)


def _look(settings: Settings, tokens: Mapping[str, Rgb], accent: Rgb, author: Rgb) -> Look:
    own = {role: (settings.content / path,) for role, path in settings.fonts}
    article, talk = own.get("article", ()), own.get("talk", ())
    plain = settings.letters == "sans"
    return Look(
        accent,
        author,
        tokens["bg"],
        tokens["text"],
        tokens["muted"],
        bold=(*article, *_shipped(_SANS_BOLD if plain else _BOLD)),
        serif=(*article, *_shipped(_SANS if plain else _SERIF)),
        sans=(*talk, *_shipped(_SANS)),
    )


def _shipped(named: tuple[str, str]) -> Iterable[Path]:
    package, name = named
    found = find_spec(package)
    for folder in found.submodule_search_locations or () if found else ():
        yield Path(folder, "files", name)


def _talk(view: PostView, words: Words) -> str:
    thread = view.thread
    if not thread.count:
        return ", ".join(who.name for who in view.authors)
    return words.gettext(
        "%(comments)s from %(people)s",
        comments=words.ngettext("%(num)s comment", "%(num)s comments", thread.count),
        people=words.ngettext("%(num)s person", "%(num)s people", thread.people),
    )
