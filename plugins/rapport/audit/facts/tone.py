"""Does a sentence sound like selling? Its words and signs, weighed as labelled sentences taught.

Phrases and parts (`selling`) find what somebody thought of; the ear finds what sounds like it, and
denies what parts say that came together by chance. A sign is a short name: who speaks to whom
("<we>", "<you>", "<me>", "<we+you>"), a part that a word plays ("<OFFER>", and with each of the
speakers "<we+OFFER>"), a phrase that stands in it ("<says:hire>"), how it ends and how long it is,
a way to reach the firm. What a sign adds is learnt (`audit.languages.tone`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapport.audit.facts.selling import ASKING, NOTHING, SELLING, Pitch, Said
from rapport.audit.languages import Part, tone

# Chosen on labelled posts of firms and of others, by cross-validation: see docs/accuracy.md. Above
# the first a sentence sells by itself; above the second its post counts one more that does; above
# the third it sells where the post does, above the fourth if its parts say so too. Words that come
# to less than _QUIET do not sell whatever the signs; and words whose parts sell, though no phrase
# does, are of something else ("free of errors, but check") when they sound like less than _DENIED.
_SELLS, _LEANS, _WEAK, _WEAK_TOO = 2.0, 1.5, 0.8, -0.8
_QUIET = -5.5
_DENIED = -2.0

_SHORT = 8
_LONG = 30
_PARTS = tuple((name, bit) for name, bit in vars(Part).items() if name.isupper() and bit)
_DIGIT = re.compile(r"\d")


class Heard(NamedTuple):
    """What is heard of a sentence beside its words.

    `who` speaks or is spoken to ("we", "you", "me"), `parts` are those its words play, `groups` the
    phrases that stand in it, `end` its last character, `size` is -1 when it is short and 1 when it
    is long; `number` and `reaches` say that it has a digit, and a way to reach the firm.
    """

    who: tuple[str, ...]
    parts: int
    groups: frozenset[str]
    end: str
    size: int
    number: bool
    reaches: bool


def by_ear(pitch: Pitch, said: Said, text: str, groups: frozenset[str]) -> Pitch:
    """What the sentence `text` sells by its phrases and parts (`pitch`), or else by how it sounds.

    In a language whose tone nobody has learnt nothing is added.
    """
    code = said.spoken.code
    learnt = None if pitch.strong and _is_outright(said, groups) else tone(code)
    if learnt is None:
        return pitch
    sounds = learnt.of_words(said.bag)
    if sounds < _QUIET:
        return NOTHING
    sounds += _added(code, heard(said, text, groups))
    if pitch.strong:
        return pitch if sounds > _DENIED else NOTHING
    if sounds > _SELLS:
        asks = said.near.reach == "firm" or not groups.isdisjoint(ASKING)
        return Pitch("hires" if asks else "boasts")
    weak = sounds > (_WEAK_TOO if pitch.weak else _WEAK)
    return Pitch(weak=True, leans=sounds > _LEANS) if weak else NOTHING


def _is_outright(said: Said, groups: frozenset[str]) -> bool:
    """Whether a phrase sells, or a way to reach the firm, and not parts put together alone."""
    return said.near.reach == "firm" or not groups.isdisjoint(SELLING)


def heard(said: Said, text: str, groups: frozenset[str]) -> Heard:
    """What is heard of the sentence `text` with these words; `groups` are its phrases."""
    words = len(said.words)
    return Heard(
        (("we",) if said.ours() else ())
        + (("you",) if said.yours() else ())
        + (("me",) if said.mine() else ()),
        said.parts,
        groups,
        text.rstrip()[-1:],
        -1 if words < _SHORT else int(words > _LONG),
        _DIGIT.search(text) is not None,
        said.near.reach == "firm",
    )


@lru_cache(maxsize=20_000)
def _added(code: str, what: Heard) -> float:
    """What the signs add; sentences are alike in them, so that few are put together."""
    learnt = tone(code)
    return learnt.of_signs(signs(what)) if learnt else 0.0


def signs(what: Heard) -> Iterator[str]:
    """The signs of what is heard, each once."""
    yield from (f"<{who}>" for who in what.who)
    if "we" in what.who and "you" in what.who:
        yield "<we+you>"
    for name, bit in _PARTS:
        if what.parts & bit:
            yield f"<{name}>"
            yield from (f"<{who}+{name}>" for who in what.who)
    yield from (f"<says:{group}>" for group in what.groups)
    yield from (sign for sign, there in _shape(what) if there)


def _shape(what: Heard) -> tuple[tuple[str, bool], ...]:
    return (
        (f"<{what.end}>", what.end in ("!", "?")),
        ("<short>", what.size < 0),
        ("<long>", what.size > 0),
        ("<number>", what.number),
        ("<reach>", what.reaches),
    )
