"""Does a sentence sell? What its words do, put together.

No word sells alone: somebody must be praised (the firm) or asked (the reader), and something
offered, promised or asked for. What is strong sells by itself. What is weak (clients, merits and
terms in the firm's own mouth) stands in honest posts too, and counts where the post sells anyway.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import reduce
from operator import or_
from typing import Literal, NamedTuple

from rapport.audit.languages import Language, Part

_NUMBER = re.compile(r"\d")
LONGEST = 60
ASKING = frozenset({"hire", "contact"})
SELLING = ASKING | {"boast", "praise", "able"}
_WHO = Part.FIRM | Part.CLIENTS
_OWN = Part.CLIENTS | Part.MERIT | Part.TERMS | Part.OFFER
Kind = Literal["", "hires", "boasts"]
Reach = Literal["", "firm", "others"]


class Pitch(NamedTuple):
    """What a sentence sells by itself, if anything, and whether it would in a post that sells.

    One that `leans` goes towards making its post one that sells, as one that sells by itself does.
    """

    strong: Kind = ""
    weak: bool = False
    leans: bool = False


NOTHING = Pitch()


class Near(NamedTuple):
    """What a sentence stands near to.

    `names_firm` says whether the firm or one of its people is named in it, and is asked only when
    that matters; `reach` whether it holds a way to reach the firm ("firm": its number, its address,
    its page for that) or links to others alone.
    """

    names_firm: Callable[[], bool]
    reach: Reach


class Said(NamedTuple):
    """A sentence's words and what they do together; what few sentences turn on is asked of it.

    `bag` is each word once, `does` are the parts of each word that has any, `parts` all of them.
    """

    words: list[str]
    bag: frozenset[str]
    does: list[int]
    parts: int
    spoken: Language
    near: Near

    def has(self, parts: int) -> bool:
        """Whether there is a word for each of these parts."""
        return self.parts & parts == parts

    def ours(self) -> bool:
        """Whether it says "we", or names the firm."""
        return not self.spoken.we.isdisjoint(self.bag) or self.near.names_firm()

    def yours(self) -> bool:
        """Whether it speaks to the reader."""
        return self.spoken.addresses(self.bag)

    def mine(self) -> bool:
        """Whether it says "I"."""
        return not self.spoken.me.isdisjoint(self.bag)

    def denied(self) -> bool:
        """Whether it says "not"."""
        return not self.spoken.negations.isdisjoint(self.bag)

    def merits(self) -> int:
        """How many words of praise it has."""
        return sum(part & Part.MERIT > 0 for part in self.does)

    def counts(self) -> bool:
        """Whether it has a number, and a word for what firms count."""
        return self.has(Part.COUNT) and any(map(_NUMBER.match, self.words))


def said_in(
    words: list[str], spoken: Language, near: Near, bag: frozenset[str] | None = None
) -> Said:
    """What the words of an own sentence do, as many of them as anybody reads in one breath.

    `bag` is their set, if it is known.
    """
    begin = words[:LONGEST]
    if bag is None or len(words) > LONGEST:
        bag = frozenset(begin)
    does = list(filter(None, map(spoken.selling.parts.__getitem__, begin)))
    return Said(begin, bag, does, reduce(or_, does, Part.NOTHING), spoken, near)


def weigh(said: Said, groups: frozenset[str]) -> Pitch:
    """What an own sentence sells; `groups` are the phrases that stand in it."""
    if not said.parts and said.near.reach != "firm" and groups.isdisjoint(SELLING):
        return NOTHING
    if _hires(said, groups):
        return Pitch("hires")
    if _boasts(said, groups):
        return Pitch("boasts")
    return Pitch(weak=_is_weak(said))


def _hires(said: Said, groups: frozenset[str]) -> bool:
    if not groups.isdisjoint(ASKING) and not said.mine() and not _sends_on(said):
        return True
    asked = said.has(Part.ACT)
    if said.near.reach == "firm" and (asked or said.yours()):
        return True
    if not said.has(Part.OFFER):
        return False
    if said.has(Part.TERMS) and (asked or said.yours() or said.ours()):
        return not said.mine()
    return asked and (said.has(Part.FIRM) or said.ours())


def _sends_on(said: Said) -> bool:
    """Whether what is asked for is to look at somebody else's place."""
    return said.near.reach == "others" and not said.has(Part.OFFER) and not said.ours()


def _boasts(said: Said, groups: frozenset[str]) -> bool:
    praised = (
        not groups.isdisjoint(("boast", "able"))
        or ("praise" in groups and said.ours())
        or _praises(said)
    )
    return praised and not said.denied()


def _praises(said: Said) -> bool:
    """Whether the firm's own mouth is full of merits, or of numbers."""
    proud = (
        said.has(Part.MERIT | Part.FIRM | Part.CLIENTS)
        or (said.parts & Part.MERIT and said.parts & _WHO and said.merits() > 1)
        or (said.has(Part.CLIENTS | Part.HELP) and said.counts())
    )
    return bool(proud) and said.ours() and not said.mine()


def _is_weak(said: Said) -> bool:
    parts = said.parts
    weak = (
        said.near.reach == "firm"
        or said.has(Part.ACT | Part.PROMISE)
        or (parts & Part.TERMS and said.yours())
        or (parts & _OWN and said.ours())
        or (parts & Part.HELP and said.yours() and said.ours())
    )
    return bool(weak) and not said.mine()
