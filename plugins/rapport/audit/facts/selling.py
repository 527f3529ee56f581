"""Does a sentence sell? What its words do, put together.

No word sells alone: somebody must be praised (the firm) or asked (the reader), and something
offered, promised or asked for. What is strong sells by itself. What is weak (clients, merits and
terms in the firm's own mouth) stands in honest posts too, and counts where the post sells anyway.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from rapport.audit.languages import Language, Part

_NUMBER = re.compile(r"\d")
_LONGEST = 60
_ASKING = frozenset({"hire", "contact"})
_SELLING = _ASKING | {"boast", "praise"}
Kind = Literal["", "hires", "boasts"]
Reach = Literal["", "firm", "others"]


class Pitch(NamedTuple):
    """What a sentence sells by itself, if anything, and whether it would in a post that sells."""

    strong: Kind = ""
    weak: bool = False


NOTHING = Pitch()


class _Said(NamedTuple):
    """What the words of a sentence do together."""

    parts: int
    merits: int
    asked: bool
    ours: bool
    yours: bool
    mine: bool
    denied: bool
    number: bool
    contact: bool
    elsewhere: bool

    def has(self, *parts: int) -> bool:
        """Whether there is a word for each of these."""
        needed = sum(parts)
        return self.parts & needed == needed


def weigh(
    words: list[str],
    groups: frozenset[str],
    spoken: Language,
    *,
    names_firm: Callable[[], bool],
    reach: Reach,
) -> Pitch:
    """What an own sentence sells; `groups` are the phrases that stand in it.

    `names_firm` says whether the firm or one of its people is named in it, and is asked only when
    that matters; `reach` whether it holds a way to reach the firm ("firm": its number, its address,
    its page for that) or links to others alone.
    """
    does = [part for part in map(spoken.selling.parts.__getitem__, words[:_LONGEST]) if part]
    if not does and reach != "firm" and groups.isdisjoint(_SELLING):
        return NOTHING
    said = _read(words[:_LONGEST], does, spoken, named=names_firm(), reach=reach)
    if _hires(said, groups):
        return Pitch("hires")
    if _boasts(said, groups):
        return Pitch("boasts")
    return Pitch(weak=_is_weak(said))


def _read(
    words: list[str], does: list[int], spoken: Language, *, named: bool, reach: Reach
) -> _Said:
    parts = Part.NOTHING
    for part in does:
        parts |= part
    ours = named or not spoken.we.isdisjoint(words)
    return _Said(
        parts=parts,
        merits=sum(part & Part.MERIT > 0 for part in does),
        asked=parts & Part.ACT > 0,
        ours=ours,
        yours=spoken.addresses(words),
        mine=not spoken.me.isdisjoint(words),
        denied=not spoken.negations.isdisjoint(words),
        number=parts & Part.COUNT > 0 and any(map(_NUMBER.match, words)),
        contact=reach == "firm",
        elsewhere=reach == "others" and not ours,
    )


def _hires(said: _Said, groups: frozenset[str]) -> bool:
    sent_on = said.elsewhere and not said.has(Part.OFFER)
    if not (groups.isdisjoint(_ASKING) or said.mine or sent_on):
        return True
    if said.contact and (said.asked or said.yours):
        return True
    if said.has(Part.OFFER, Part.TERMS) and (said.ours or said.yours or said.asked):
        return not said.mine
    return said.asked and said.has(Part.OFFER) and (said.ours or said.has(Part.FIRM))


def _boasts(said: _Said, groups: frozenset[str]) -> bool:
    if said.denied:
        return False
    if "boast" in groups or ("praise" in groups and said.ours):
        return True
    if not said.ours or said.mine:
        return False
    if said.has(Part.MERIT) and said.has(Part.FIRM, Part.CLIENTS):
        return True
    if said.merits > 1 and said.parts & (Part.FIRM | Part.CLIENTS):
        return True
    return said.number and said.has(Part.COUNT, Part.CLIENTS, Part.HELP)


def _is_weak(said: _Said) -> bool:
    if said.mine:
        return False
    if said.contact or (said.asked and said.has(Part.PROMISE)):
        return True
    if said.yours and said.parts & Part.TERMS:
        return True
    own = Part.CLIENTS | Part.MERIT | Part.TERMS | Part.OFFER
    return said.ours and bool(said.parts & own or (said.yours and said.parts & Part.HELP))
