"""Images: whether each credits its maker, and whether it has alternative text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from rapport.audit.facts.prose import Prose
from rapport.audit.languages import GIVEN, Language, fold_name, language, words
from rapport.model import Image, Link, Picture

# Signs of a credit in any language.
_SIGN = re.compile(r"\u00a9|\([cC]\) ?\w|\bCC[ -](?:BY|0)\b|\b(?:Photo|Foto|Image|Bild) ?:")
# Where no word for "photo" is known, a short label and a name behind it are taken for a credit.
_LABEL = re.compile(r"[^\W\d_]{3,20} ?: ?[^\W\d_]")
# "Photo by Ana", "par l'auteur": whoever made it is a name, or somebody. "Plano por plantas" has no
# maker.
_BY = re.compile(
    r"\b(?i:by|to|via|from|von|par|por) (?:[^\W\d_a-z\u00df-\u00ff]|@|(?i:the|an?|our|my|me|us"
    r"|l['\u2019]|l[aeo]s?|une?|una|notre|ma|mon|moi|nous|el|mi|nuestr[oa]|de[rm]|d[ie]e|einem"
    r"|einer|mir|uns|unser\w*)\b)"
)
# A title that is a name and no more: who made it, unless the alternative text says who is on it.
_NAME_ALONE = re.compile(
    r"([^\W\d_]++)(?:[ -](?:[^\W\d_]\. ?|d[aeiu] |von |van |d['\u2019])?"
    r"[^\W\d_a-z][\w'\u2019]++){1,3}(?:,? \(?\d{4}\)?)?"
)
# "Foto de Ana Ruiz", "Zeichnung von Ida Holm": a picture of somebody's, where a person's name is
# behind it. A portrait of her is no picture of hers.
_OF = re.compile(
    r"(?i:\b(?:photo|foto|fotografi|photograph|imagen|image|bild|illustra|ilustra|dessin|dibujo|disegno"
    r"|desenho|zeichnung|tegning|teckning|grafik|gr\u00e1fico|graphique|aquarell|acuarela|pintura"
    r"|peinture|gem\u00e4lde|plano|plan|mapa|carte|karte|croquis|sch\u00e9ma|esquema|gravure|grabado"
    r"|clich\u00e9|vi\u00f1eta|cartoon)\w* (?:de |d['\u2019]|von |di |do |da |av |af |van ))"
    r"([^\W\d_]+) [^\W\d_a-z]"
)
_SENTENCE_END = re.compile(r"[.!?\n] ")
# A credit is a line, not a paragraph that happens to follow.
_LONGEST = 160


def images(prose: Prose, links: tuple[Link, ...]) -> tuple[Image, ...]:
    """Every image of the post; `links` are those of its document, with whose they are."""
    named = frozenset(
        (written.block, written.text.strip())
        for written, link in zip(prose.document.links, links, strict=True)
        if link.to == "other" and link.says_where
    )
    return tuple(
        Image(
            src=picture.src,
            span=picture.span,
            credit=_credited(prose, picture) or _is_sourced(prose, picture, named),
            alt=bool(picture.alt and picture.alt.strip()),
            exact=picture.exact,
        )
        for picture in prose.document.images
    )


def _credited(prose: Prose, picture: Picture) -> bool:
    """A credit stands in the figcaption, in the title, or in the line after the image."""
    texts = (picture.caption, picture.title, _after(prose, picture))
    return _names_maker(picture) or any(_is_credit(text, prose.language) for text in texts if text)


def _names_maker(picture: Picture) -> bool:
    """Whether the title is somebody's name, who is not on the picture."""
    title = (picture.title or "").strip()
    found = _NAME_ALONE.fullmatch(title)
    return found is not None and _is_given(found[1]) and found[1] not in (picture.alt or "")


def _is_sourced(prose: Prose, picture: Picture, named: frozenset[tuple[int, str]]) -> bool:
    """Whether the line under it, in its own block, is a link to where it is from and no more."""
    rest = _rest_of_block(prose, picture)
    return rest is not None and (picture.block, rest) in named


def _is_credit(text: str, spoken: Language | None) -> bool:
    if not text:
        return False
    if _SIGN.search(text) or (spoken is None and _LABEL.match(text)):
        return True
    if any(_is_given(found[1]) for found in _OF.finditer(text)):
        return True
    known = [each for each in (spoken, language("en")) if each is not None]
    sentences = [words(part) for part in _SENTENCE_END.split(text)]
    groups = frozenset().union(*(each.credits.find(said) for each in known for said in sentences))
    return "credit" in groups or ("by" in groups and _BY.search(text) is not None)


def _is_given(word: str) -> bool:
    """Whether a capitalised word is a given name."""
    return word[:1].isupper() and fold_name(word) in GIVEN


def _after(prose: Prose, picture: Picture) -> str:
    """The line after an image: what is left of its own paragraph, else the next paragraph."""
    rest = _rest_of_block(prose, picture)
    if rest is not None:
        return rest if len(rest) <= _LONGEST else ""
    following = picture.block + 1
    if following >= len(prose.blocks) or prose.blocks[following].kind not in (
        "paragraph",
        "caption",
    ):
        return ""
    text = prose.blocks[following].text
    return text if len(text) <= _LONGEST else ""


def _rest_of_block(prose: Prose, picture: Picture) -> str | None:
    """The text behind the image in its block, to the end of the next line; None at the end."""
    block = prose.blocks[picture.block]
    if not block.runs:
        return block.text.strip() or None
    starts = prose.document.line_starts
    line = picture.span.end_line
    begin = starts[line - 1] + picture.span.end_column - 1
    first = bisect_left(block.runs, begin, key=lambda run: run.source)
    if first == len(block.runs):
        return None
    source = block.runs[first].source
    # What stands behind the image on its own line goes on to the end of the next; what only comes
    # later, past empty lines of HTML, is a line by itself.
    last = max(bisect_right(starts, source), line + 1)
    text = block.text[block.runs[first].start :]
    if last < len(starts):
        text = text[: max(0, starts[last] - source)]
    return text.strip() or None
