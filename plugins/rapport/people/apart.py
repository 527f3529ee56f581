"""Who is one person and who only shares a name: what was written under a name, told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapport.model import Person
from rapport.people.roster import Roster, fold


@dataclass(frozen=True, slots=True)
class Writing:
    """Something that somebody left here: a comment, one in the inbox, or only a contact.

    `person` is the slug that its file names. `email` is known from the private folder.
    """

    id: str
    author: str
    person: str | None = None
    email: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """One who may be a person of their own: a roster entry, and what can only be the same hand's.

    Writings belong together when they name the same person, came from one address, or were signed
    with the same name and page. What has neither address nor page is of whoever it may be.
    """

    person: Person | None
    writings: tuple[Writing, ...]

    @property
    def emails(self) -> tuple[str, ...]:
        """The addresses they wrote from."""
        return tuple(sorted({each.email for each in self.writings if each.email}))

    @property
    def urls(self) -> tuple[str, ...]:
        """The pages they signed with."""
        return tuple(sorted({each.url for each in self.writings if each.url}))


def called(name: str, roster: Roster) -> tuple[Person, ...]:
    """Everybody on the roster whom `name` can mean: by slug, name, other spelling or handle."""
    wanted, bare = fold(name), fold(name).removeprefix("@")
    return tuple(
        person
        for person in roster.people
        if wanted == fold(person.slug)
        or wanted in {fold(each) for each in (person.name, *person.also)}
        or bare in {fold(each).removeprefix("@") for each in person.handles}
    )


def names_of(name: str, people: Iterable[Person]) -> tuple[str, ...]:
    """Every spelling to look for: those of the people, or the name itself when it is nobody's."""
    known = [form for person in people for form in (person.name, *person.also)]
    return tuple(dict.fromkeys(known or [name]))


def voices(
    names: Sequence[str], people: Sequence[Person], writings: Iterable[Writing]
) -> tuple[Voice, ...]:
    """Everybody who goes by one of `names`: each of `people`, then the others, known ones first."""
    wanted = {fold(name) for name in names}
    slugs = {person.slug: person for person in people}
    meant = [
        each
        for each in writings
        if each.person in slugs or (each.person in (None, "none") and fold(each.author) in wanted)
    ]
    groups = _grouped(meant)
    found = [Voice(person, tuple(groups.get(("person", person.slug), ()))) for person in people]
    others = sorted((not key[1], key) for key in groups if key[0] != "person")
    return (*found, *(Voice(None, tuple(groups[key])) for _, key in others))


def together(parts: Sequence[Voice]) -> Voice:
    """Several voices that are known to be one person; at most one of them is on the roster."""
    person = next((each.person for each in parts if each.person), None)
    return Voice(person, tuple(writing for each in parts for writing in each.writings))


def _grouped(writings: Sequence[Writing]) -> dict[tuple[str, str], list[Writing]]:
    """The writings by the surest thing that is known of their writer."""
    owners = {each.email: each.person for each in writings if each.email and _named(each)}
    pages: dict[str, set[str]] = {}
    for each in writings:
        if each.url and each.email and not _named(each):
            pages.setdefault(each.url, set()).add(each.email)
    groups: dict[tuple[str, str], list[Writing]] = {}
    for each in writings:
        groups.setdefault(_key(each, owners, pages), []).append(each)
    return groups


def _named(writing: Writing) -> bool:
    return writing.person not in (None, "none")


def _key(
    writing: Writing, owners: dict[str, str | None], pages: dict[str, set[str]]
) -> tuple[str, str]:
    if _named(writing):
        return "person", writing.person or ""
    email = writing.email or _only(pages.get(writing.url, ()))
    owner = owners.get(email) if writing.person is None else None
    if owner:
        return "person", owner
    return ("email", email) if email else ("page", writing.url)


def _only(emails: Iterable[str]) -> str:
    """The address that goes with a page, if it is one and no more."""
    each: Iterator[str] = iter(emails)
    first = next(each, "")
    return "" if next(each, "") else first
