"""Whom the site knows, and how a text may name them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapport.model import Person, Role

_MOST_ASKED = 500
_UNSEEN = ("Cc", "Cf")
_PRECEDENCE: tuple[Role, ...] = ("firm", "brand", "peer", "reader")


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody with an entry under content/people, found by slug, name or handle.

    Where two people share a name, one of the firm is found before a peer, a peer before a reader,
    so that nobody passes as the firm unnoticed.
    """

    people: tuple[Person, ...] = ()
    _slugs: Mapping[str, Person] = field(init=False, repr=False, compare=False)
    _names: Mapping[str, Person] = field(init=False, repr=False, compare=False)
    _handles: Mapping[str, Person] = field(init=False, repr=False, compare=False)
    _near: dict[str, str | None] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        ranked = sorted(self.people, key=lambda person: _PRECEDENCE.index(person.role))
        object.__setattr__(self, "_slugs", _index((p.slug, p) for p in self.people))
        object.__setattr__(
            self,
            "_names",
            _index((fold(name), p) for p in ranked for name in (p.name, *p.also)),
        )
        object.__setattr__(
            self, "_handles", _index((_bare(handle), p) for p in ranked for handle in p.handles)
        )

    @property
    def firm(self) -> tuple[Person, ...]:
        """The named people of the firm, in the order of the roster; not its brand account."""
        return tuple(person for person in self.people if person.role == "firm")

    def get(self, slug: str) -> Person | None:
        """The person whose file is called `<slug>.md`."""
        return self._slugs.get(slug)

    def named(self, name: str) -> Person | None:
        """The person called so (`Name` or `Also`): case, spacing and composition do not count."""
        return self._names.get(fold(name))

    def handle(self, handle: str) -> Person | None:
        """The person with this handle, with or without its `@`: "@ana", "ana@host.example"."""
        return self._handles.get(_bare(handle))

    def nearest(self, text: str) -> str | None:
        """The slug, name or handle of the roster that looks most like `text`, as it is written.

        Whoever asks for hundreds of others has brought strangers, and not misspelt anybody: then
        nobody is compared any more, since that takes a millisecond each.
        """
        asked = fold(text)
        if asked not in self._near and len(self._near) < _MOST_ASKED:
            self._near[asked] = self._compared(asked)
        return self._near.get(asked)

    def _compared(self, asked: str) -> str | None:
        from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

        written = {
            fold(form): form
            for person in self.people
            for form in (*person.handles, *person.also, person.name, person.slug)
        }
        near = get_close_matches(asked, written, n=1)
        return written[near[0]] if near else None


def fold(text: str) -> str:
    """A name as it is compared: one case, one composition, single spaces, nothing invisible."""
    if text.isascii():
        return " ".join(text.lower().split())
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    seen = "".join(char for char in folded if unicodedata.category(char) not in _UNSEEN)
    return " ".join(unicodedata.normalize("NFC", seen).split())


def _bare(handle: str) -> str:
    return fold(handle).removeprefix("@")


def _index(pairs: Iterable[tuple[str, Person]]) -> dict[str, Person]:
    """The first person of each key."""
    index: dict[str, Person] = {}
    for key, person in pairs:
        if key:
            index.setdefault(key, person)
    return index
