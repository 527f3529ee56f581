"""Somebody's name as a page shows it: where it leads, and what marks the firm's people."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import quote

from rapport.building.views import Badge, Name
from rapport.model import Comment, Person, Post, one_line, safe_url
from rapport.people import Roster

NO_ONE: frozenset[str] = frozenset()


class Names:
    """The names of one site: what the roster says, and the firm's own name."""

    def __init__(self, roster: Roster, firm: str) -> None:
        self.roster = roster
        self.firm = firm

    def of(self, person: Person, authors: Collection[str] = NO_ONE) -> Name:
        """A person of the roster; `authors` are the slugs of those whose post they stand under."""
        page = person_url(person) if has_page(person) else ""
        return Name(one_line(person.name), page, safe_url(person.url), self._badge(person, authors))

    def author(self, name: str) -> Name:
        """One of a post's authors, by the name in its header; without a badge."""
        person = self.roster.named(name)
        if person is None:
            return Name(one_line(name))
        known = self.of(person)
        return Name(known.name, known.url, known.site)

    def writer(self, comment: Comment, authors: Collection[str] = NO_ONE) -> Name:
        """Who wrote a comment. Only `Person:` earns a page or a badge, never a name.

        Whoever wrote one that was removed has none: pages say so in their own words.
        """
        if comment.status == "removed":
            return Name("")
        person = self.roster.get(comment.person) if comment.person else None
        if person is not None:
            return self.of(person, authors)
        return Name(one_line(comment.author), site=safe_url(comment.url))

    def authors_of(self, post: Post) -> frozenset[str]:
        """The slugs of a post's authors that the roster knows."""
        people = (self.roster.named(name) for name in post.authors)
        return frozenset(person.slug for person in people if person is not None)

    @staticmethod
    def _badge(person: Person, authors: Collection[str]) -> Badge:
        if person.slug in authors:
            return "author"
        return "firm" if is_firm(person) else ""


def person_feed(person: Person) -> str:
    """The address of the feed of what a person with a page says, relative to the site's root."""
    return f"feeds/people/{quote(person.slug)}.atom.xml"


def is_firm(person: Person) -> bool:
    """Whether a person speaks for the firm: one of its people, or its brand account."""
    return person.role in ("firm", "brand")


def has_page(person: Person) -> bool:
    """The firm's people have a page; others when they say so, readers only with their consent."""
    if person.role == "firm":
        return True
    return person.page and (person.role != "reader" or bool(person.consent))


def person_url(person: Person) -> str:
    """The address of a person's page, relative to the site's root."""
    return f"people/{quote(person.slug)}/"
