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
# "Foto de Ana Ruiz", "Zeichnung von Ida Holm": of somebody, where the name behind it is a person's.
_OF = re.compile(r"[^\W\d_]{3,} (?:de|d'|von|di|av|af) ?([^\W\d_]+)")
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
    return any(_is_credit(text, prose.language) for text in texts if text)


def _is_sourced(prose: Prose, picture: Picture, named: frozenset[tuple[int, str]]) -> bool:
    """Whether the line under it, in its own block, is a link to where it is from and no more."""
    rest = _rest_of_block(prose, picture)
    return rest is not None and (picture.block, rest) in named


def _is_credit(text: str, spoken: Language | None) -> bool:
    if not text:
        return False
    if _SIGN.search(text) or (spoken is None and _LABEL.match(text)):
        return True
    if any(fold_name(found[1]) in GIVEN for found in _OF.finditer(text)):
        return True
    known = [each for each in (spoken, language("en")) if each is not None]
    sentences = [words(part) for part in _SENTENCE_END.split(text)]
    return any(each.credits.find(said) for each in known for said in sentences)


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
