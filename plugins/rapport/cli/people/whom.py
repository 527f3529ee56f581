"""Who is meant: one person and what they left here, or a question back; never a guess."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from rapport.cli.opening import Opened, open_site
from rapport.errors import UsageError
from rapport.model import Comment, Finding, Person, one_line
from rapport.people import (
    Roster,
    Signs,
    Voice,
    Writing,
    called,
    fold,
    names_of,
    together,
    voices,
)
from rapport.sources import (
    Inbox,
    KnownContact,
    checked,
    parse_header,
    read_contacts,
    read_inbox,
    texts_below,
)
from rapport.store import Unreadable, files, read_text

_SHOWN_IDS = 12


@dataclass(frozen=True, slots=True)
class Refused:
    """The words of a comment that was refused or removed, as the private folder keeps them."""

    id: str
    author: str
    email: str
    body: str


@dataclass(frozen=True, slots=True)
class Held:
    """All that is held here: the site, the inbox, the contacts, and what could not be read."""

    opened: Opened
    inbox: Inbox
    contacts: tuple[KnownContact, ...]
    refused: tuple[Refused, ...]
    faults: tuple[Finding, ...]
    roster: Roster
    writings: tuple[Writing, ...]
    comments: tuple[Comment, ...]

    @classmethod
    def of(cls, settings_file: Path | None) -> Held:
        """Read the site and its private folder. Raises as `open_site` does."""
        opened = open_site(settings_file)
        site, settings = opened.site, opened.settings
        inbox = read_inbox(settings, site.people)
        contacts, faults = read_contacts(settings)
        refused = tuple(_refused(settings.private / "refused"))
        comments = (*site.comments, *_stray(opened))
        return cls(
            opened,
            inbox,
            contacts,
            refused,
            (*site.problems, *inbox.problems, *faults),
            Roster(site.people),
            tuple(_writings(comments, inbox, contacts, refused)),
            comments,
        )


@dataclass(frozen=True, slots=True)
class Subject:
    """The person who is meant.

    `asked` is what was typed. `shared` says that others here go by the same name, so that a name in
    a text may mean them; `others` are those.
    """

    asked: str
    voice: Voice
    names: tuple[str, ...]
    others: tuple[Voice, ...] = ()

    @property
    def person(self) -> Person | None:
        """Their entry on the roster."""
        return self.voice.person

    @property
    def shared(self) -> bool:
        """Whether a name of theirs may mean somebody else."""
        return bool(self.others)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all they left here."""
        return frozenset(writing.id for writing in self.voice.writings)

    @property
    def known(self) -> bool:
        """Whether anything here is theirs."""
        return self.person is not None or bool(self.voice.writings)

    @property
    def signs(self) -> Signs:
        """What they go by in texts."""
        person = self.person
        urls = {*self.voice.urls, *((person.url,) if person and person.url else ())}
        handles = person.handles if person else ()
        slug = person.slug if person else ""
        return Signs(self.names, handles, self.voice.emails, tuple(sorted(urls)), slug)


@dataclass(frozen=True, slots=True)
class Asked:
    """How a person was named on the command line."""

    name: str = ""
    emails: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    everyone: bool = False

    @property
    def said(self) -> str:
        """For messages: what was typed."""
        return one_line(self.name) or ", ".join((*self.emails, *self.ids))


def _stray(opened: Opened) -> Iterator[Comment]:
    """Good files of comments that are not shown: their post is gone, or their id stands twice."""
    site, settings = opened.site, opened.settings
    known = {comment.path for comment in site.comments}
    for file in files(settings.content / "comments", (".md",)):
        path = Path(os.path.relpath(file, settings.root)).as_posix()
        if path in known or not file.is_file():
            continue
        with suppress(Unreadable):
            comment, _ = checked(read_text(file), path, site.people, settings)
            if comment is not None:
                yield comment


def _refused(folder: Path) -> Iterator[Refused]:
    for each in texts_below(folder, (".md",)):
        text = each.text or ""
        head = parse_header(text)
        told = {field.key: field.value for field in reversed(head.header.fields)}
        body = text[head.body :]
        yield Refused(each.path.stem, told.get("author", ""), told.get("email", ""), body)


def _writings(
    comments: Iterable[Comment],
    inbox: Inbox,
    contacts: Iterable[KnownContact],
    refused: Iterable[Refused],
) -> Iterator[Writing]:
    """Everything that somebody left, each id once; what a comment does not say, its contact may."""
    known = [(each.id, each.author, each.contact.email) for each in contacts]
    known += ((each.id, each.author, each.email) for each in refused)
    known += ((each.comment.id, each.comment.author, each.contact.email) for each in inbox.pending)
    authors = {name: author for name, author, _ in known if author}
    emails = {name: _address(email) for name, _, email in known if email}
    seen: set[str] = set()
    for comment in (*comments, *(pending.comment for pending in inbox.pending)):
        if comment.id in seen:
            continue
        seen.add(comment.id)
        name = comment.id
        author = comment.author or authors.get(name, "")
        yield Writing(name, author, _person(comment), emails.get(name, ""), comment.url)
    for name in dict.fromkeys(name for name, _, _ in known if name not in seen):
        yield Writing(name, authors.get(name, ""), None, emails.get(name, ""))


def _address(email: str) -> str:
    return email.strip().casefold()


def _person(comment: Comment) -> str | None:
    if comment.person:
        return comment.person
    field = comment.header.get("person")
    return "none" if field is not None and field.value.strip().lower() == "none" else None


def whole(asked: Asked, held: Held) -> Subject:
    """The one person who is meant, with all that is theirs and nothing of anybody else.

    Raises UsageError when several go by that name and nothing says which, and for an id or an
    address that is not here. Somebody of whom nothing is held is a Subject that is not `known`.
    """
    people = called(asked.name, held.roster) if asked.name else ()
    names = names_of(asked.name, people) if asked.name else ()
    parts = _parts(names, people, held)
    if asked.emails or asked.ids:
        return _picked(asked, held, names, people)
    if len(parts) > 1 and not asked.everyone:
        raise UsageError(_which(asked, parts))
    if len([part for part in parts if part.person]) > 1:
        raise UsageError(_which(asked, parts))
    voice = together(parts)
    return Subject(asked.said, voice, _all_names(names, voice))


def one(asked: Asked, held: Held) -> Subject:
    """The person to show: of several who go by the name the one on the roster.

    The others are told apart in `others`. Raises UsageError when nobody is called so, with the near
    miss, or when it is not clear who is meant.
    """
    people = called(asked.name, held.roster)
    names = names_of(asked.name, people)
    parts = _parts(names, people, held)
    rostered = [part for part in parts if part.person]
    if not parts:
        near = nearest(asked.name, held)
        hint = f" Did you mean {near}?" if near else ""
        raise UsageError(f"Nobody here is called {asked.said!r}.{hint}")
    if len(rostered) > 1:
        raise UsageError(_which(asked, rostered))
    voice = rostered[0] if rostered else together(parts)
    others = tuple(part for part in parts if rostered and part is not voice)
    return Subject(asked.said, voice, _all_names(names, voice), others)


def nearest(name: str, held: Held) -> str | None:
    """The name here that looks most like this one, None when none does or it is here itself."""
    authors = {fold(writing.author): one_line(writing.author) for writing in held.writings}
    known = authors | {
        fold(form): one_line(form)
        for person in held.opened.site.people
        for form in (*person.handles, *person.also, person.name, person.slug)
    }
    near = get_close_matches(fold(name), (key for key in known if key), n=1)
    return known[near[0]] if near and near[0] != fold(name) else None


def _parts(names: Sequence[str], people: Sequence[Person], held: Held) -> list[Voice]:
    if not names:
        return []
    found = voices(names, people, held.writings)
    return [part for part in found if part.person or part.writings]


def _all_names(names: Iterable[str], voice: Voice) -> tuple[str, ...]:
    """Every spelling that was ever used, each once."""
    signed = (writing.author for writing in voice.writings)
    person = voice.person
    known = (person.name, *person.also) if person else ()
    written: dict[str, str] = {}
    for name in (*known, *signed, *names):
        if fold(name):
            written.setdefault(fold(name), one_line(name))
    return tuple(written.values())


def _picked(asked: Asked, held: Held, names: Sequence[str], people: Sequence[Person]) -> Subject:
    """What `--email` and `--id` name, of NAME's if a name is given.

    If it names somebody on the roster, all that names them is theirs.
    """
    emails = {_address(email) for email in asked.emails}
    chosen = _by_id(asked.ids, held)
    slugs = {person.slug for person in people}
    wanted = {fold(name) for name in names}
    for writing in held.writings:
        fits = not names or fold(writing.author) in wanted or writing.person in slugs
        if writing.email in emails and fits:
            chosen.setdefault(writing.id, writing)
    missing = emails - {writing.email for writing in chosen.values()}
    if missing and not chosen:
        by = f" by {asked.name!r}" if asked.name else ""
        raise UsageError(f"Nothing{by} came from {', '.join(sorted(missing))}.")
    owners = {w.person for w in chosen.values() if w.person not in (None, "none")}
    owners |= {name for name in asked.ids if held.roster.get(name)}
    if len(owners) > 1:
        raise UsageError(f"These are not one person: {', '.join(sorted(map(str, owners)))}.")
    person = held.roster.get(next(iter(owners)) or "") if owners else None
    if person is not None:
        mine = (each for each in held.writings if each.person == person.slug)
        chosen |= {each.id: each for each in mine}
    voice = Voice(person, tuple(chosen.values()))
    every = _all_names(() if voice.writings or person else names, voice)
    return Subject(asked.said, voice, every, _same_name(every, voice, held))


def _by_id(ids: Iterable[str], held: Held) -> dict[str, Writing]:
    known = {writing.id: writing for writing in held.writings}
    found = {}
    for name in ids:
        if name in known:
            found[name] = known[name]
        elif held.roster.get(name) is None:
            near = get_close_matches(name, [*known, *(p.slug for p in held.roster.people)], n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise UsageError(
                f"There is no comment and nobody on the roster with the id {name!r}.{hint}"
            )
    return found


def _same_name(names: Sequence[str], voice: Voice, held: Held) -> tuple[Voice, ...]:
    """The others who go by one of these names."""
    own = {writing.id for writing in voice.writings}
    people = [p for name in names for p in called(name, held.roster) if p != voice.person]
    left = [writing for writing in held.writings if writing.id not in own]
    slug = voice.person.slug if voice.person else ""
    found = voices(names, list(dict.fromkeys(people)), [w for w in left if w.person != slug])
    return tuple(part for part in found if part.person or part.writings)


def _which(asked: Asked, parts: Sequence[Voice]) -> str:
    """The question back: who goes by that name, and how to say which."""
    lines = [f"{len(parts)} may go by the name {asked.said!r}. Say which is meant:"]
    lines += [f"  {_how(part)}" for part in parts]
    if sum(1 for part in parts if part.person) < 2:
        lines.append("  or --all, if all of this is one person's")
    return "\n".join(lines)


def _how(part: Voice) -> str:
    number = len(part.writings)
    count = f"{number} comment{'s' * (number != 1)}"
    if part.person is not None:
        return f"--id {part.person.slug}  on the roster ({part.person.role}), {count}"
    if part.emails:
        return f"{' '.join(f'--email {email}' for email in part.emails)}  {count}"
    shown = " ".join(f"--id {writing.id}" for writing in part.writings[:_SHOWN_IDS])
    more = " ..." if number > _SHOWN_IDS else ""
    page = f", signed with {one_line(part.urls[0])}" if part.urls else ""
    return f"{shown}{more}  {count} without an address{page}"
