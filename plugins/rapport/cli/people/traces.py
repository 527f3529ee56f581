"""Every trace of one person in a site and its private folder, and what would become of each."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from rapport.cli.people.built import holding, patterns
from rapport.cli.people.drafts import names_them, written_to
from rapport.cli.people.hold import HOLD
from rapport.cli.people.texts import MARKDOWN, Stretch, of_comment, of_page
from rapport.cli.people.whom import Held, Subject
from rapport.conversation import (
    Words,
    excerpt,
    removed,
    repeats_in,
    without_repeats,
    words_of,
)
from rapport.model import Post, one_line
from rapport.people import Signs, signs_in, without_signs
from rapport.sources import WAITING_FEED, Text, texts_below
from rapport.store import CACHE, read_text

Becomes = Literal["tombstone", "removed", "cleared", "decide", "hand", "look", "rebuild", "mend"]
_KINDS = {"name": "mention", "handle": "mention", "email": "address", "link": "link",
          "perhaps": "perhaps"}  # fmt: skip
_OWN_KINDS = {"inbox": "pending", "contacts": "contact", "drafts": "draft", "reasons": "reasons",
              "refused": "refused"}  # fmt: skip
_EXCERPT = 90
_PREVIEW = "preview"
# Texts of the private folder that are only words: they are cleared, whatever they are for.
_PLAIN = (".md", ".txt", ".json", ".jsonl", ".csv", ".log", ".tsv", "")
FORGOTTEN = "forgotten"
# What stands where the words of a refused comment stood.
EMPTY = "Status: removed\n\n"


@dataclass(frozen=True, slots=True)
class Trace:
    """One place that is about them: `path` is relative to the settings file, `line` 0 for a file.

    `becomes` says what `--write` makes of it: "tombstone", "removed", "cleared"; "decide" what only
    `--posts` clears, since others wrote it; "hand" what only a person may change, "look" what may
    mean somebody else, "rebuild" a built page, "mend" a file that cannot be read.
    """

    kind: str
    path: str
    line: int
    text: str
    becomes: Becomes
    private: bool = False


@dataclass(slots=True)
class Found:
    """All traces; the texts that `--write` and, beyond them, `--posts` would write; what goes."""

    traces: list[Trace] = field(default_factory=list)
    texts: dict[Path, str] = field(default_factory=dict)
    others: dict[Path, str] = field(default_factory=dict)
    gone: list[Path] = field(default_factory=list)
    trees: list[Path] = field(default_factory=list)


@dataclass(slots=True)
class _Search:
    held: Held
    subject: Subject
    words: Words
    signs: Signs
    threads: Collection[str]
    found: Found = field(default_factory=Found)

    @property
    def root(self) -> Path:
        return self.held.opened.settings.root

    def shown(self, path: Path) -> str:
        return Path(os.path.relpath(path, self.root)).as_posix()


def traces(subject: Subject, held: Held, output: Path) -> Found:
    """Look through the content, the private folder and the built site at `output`."""
    ids = subject.ids
    own = [comment for comment in held.comments if comment.id in ids]
    bodies = [comment.body for comment in own]
    bodies += [each.comment.body for each in held.inbox.pending if each.comment.id in ids]
    bodies += [each.body for each in held.refused if each.id in ids]
    search = _Search(
        held, subject, words_of(bodies), _spelled(subject.signs), {c.post for c in own}
    )
    _own(search)
    _content(search)
    _private(search)
    _settings(search)
    _built(search, output)
    return search.found


def _spelled(signs: Signs) -> Signs:
    """With the names as JSON has them when it is plain ASCII."""
    coded = tuple(json.dumps(name)[1:-1] for name in signs.names if not name.isascii())
    return replace(signs, names=(*signs.names, *coded))


def _own(search: _Search) -> None:
    """Their comments and their entry on the roster."""
    found, subject = search.found, search.subject
    for comment in search.held.comments:
        if comment.id not in subject.ids:
            continue
        path = search.root / comment.path
        text = read_text(path)
        left = removed(text, erase=True)
        if text != left:
            words = excerpt(one_line(comment.body), _EXCERPT)
            found.traces.append(Trace("comment", comment.path, 1, words, "tombstone"))
            found.texts[path] = left
    if subject.person is not None:
        path = search.root / subject.person.path
        name = one_line(subject.person.name)
        found.traces.append(Trace("roster", subject.person.path, 1, name, "removed"))
        found.gone.append(path)


def _content(search: _Search) -> None:
    """What others wrote, and files of theirs that cannot be read."""
    settings, site = search.held.opened.settings, search.held.opened.site
    posts = {post.path: post for post in site.posts}
    comments = search.held.comments
    theirs = {comment.path for comment in comments} | {person.path for person in site.people}
    own = {search.shown(path) for path in (*search.found.texts, *search.found.gone)}
    own |= {c.path for c in comments if c.id in search.subject.ids}
    threads = {comment.path for comment in comments if comment.post in search.threads}
    folders = (settings.content / "comments", settings.content / "people")
    for each in texts_below(settings.content):
        path = search.shown(each.path)
        if path in own or each.path.is_relative_to(settings.private):
            continue
        if any(each.path.is_relative_to(folder) for folder in folders):
            if path in theirs:
                _others(search, each, of_comment, parts=path in threads)
            else:
                _unread(search, each)
        else:
            _page(search, each, posts.get(path))


def _page(search: _Search, each: Text, post: Post | None) -> None:
    subject = search.subject
    slug = subject.person.slug if subject.person else None
    to = {*subject.ids, slug}
    thanked = {line.line for line in (post.thanks if post else ()) if line.to in to}
    parts = post is not None and post.id in search.threads
    path = search.shown(each.path)
    _others(search, each, lambda text: of_page(path, text, post, thanked), parts=parts)


def _others(
    search: _Search,
    each: Text,
    stretches: Callable[[str], Iterable[Stretch]],
    *,
    parts: bool,
    private: bool = False,
) -> None:
    """What a text of somebody else's holds, and the text as `--posts` would leave it."""
    if each.text is None:
        _bytes(search, each.path, private)
        return
    told, left = _scanned(search, each, list(stretches(each.text)), parts)
    search.found.traces += [replace(trace, private=private) for trace in told]
    if left != each.text:
        search.found.others[each.path] = left


def _scanned(
    search: _Search, each: Text, stretches: Iterable[Stretch], parts: bool
) -> tuple[list[Trace], str]:
    text = each.text or ""
    path = search.shown(each.path)
    told: list[Trace] = []
    pieces: list[str] = []
    lead = False
    for stretch in stretches:
        piece = text[stretch.start : stretch.end]
        if stretch.mode == "skip":
            pieces.append(piece)
        elif stretch.mode == "thanks":
            lead = _thanks(path, text, stretch, told, pieces)
            continue
        else:
            here = list(_in(search, path, text, stretch, parts))
            told += here
            left = _cleared(search, piece) if here and stretch.mode == "free" else piece
            # The line thanked somebody else too, below the line that is taken out.
            goes_on = lead and piece.startswith("    ")
            pieces.append(f"Thanks: {left.lstrip()}" if goes_on else left)
        lead = False
    return told, "".join(pieces)


def _thanks(path: str, text: str, at: Stretch, told: list[Trace], pieces: list[str]) -> bool:
    """Note a line of thanks; whether the value on the next line needs the key it stood under."""
    line = text[at.start : at.end]
    program = path.endswith(MARKDOWN)
    shown = excerpt(one_line(line), _EXCERPT)
    number = text.count("\n", 0, at.start) + 1
    told.append(Trace("thanks", path, number, shown, "decide" if program else "hand"))
    if not program:
        pieces.append(line)
    return program and not line.startswith(" ")


def _in(search: _Search, path: str, text: str, at: Stretch, parts: bool) -> Iterator[Trace]:
    piece = text[at.start : at.end]
    places: list[tuple[int, str]] = [
        (sign.start, _KINDS[sign.kind]) for sign in signs_in(piece, search.signs, parts=parts)
    ]
    places += ((each.start, each.kind) for each in repeats_in(piece, search.words))
    for start, kind in sorted(places):
        place = at.start + start
        begin, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
        line = excerpt(one_line(text[begin : end if end >= 0 else len(text)]), _EXCERPT)
        told = "author" if kind == "mention" and at.key in ("author", "authors") else kind
        yield Trace(told, path, text.count("\n", 0, place) + 1, line, _becomes(kind, at, search))


def _becomes(kind: str, at: Stretch, search: _Search) -> Becomes:
    if kind == "perhaps" or (kind == "mention" and search.subject.shared):
        return "look"
    return "hand" if at.mode == "hand" else "decide"


def _cleared(search: _Search, text: str) -> str:
    """The text without their words and without them; a name that others share stays."""
    signs = replace(search.signs, names=()) if search.subject.shared else search.signs
    return without_signs(without_repeats(text, repeats_in(text, search.words)), signs)


def _unread(search: _Search, each: Text) -> None:
    """A comment or a person's file with a fault: if it is theirs, nothing may be written yet."""
    text = each.text or ""
    if each.path.stem in search.subject.ids or signs_in(text, search.signs):
        path = search.shown(each.path)
        faults = (f for f in search.held.faults if f.path == path)
        why = next((f"line {fault.span.line}: {fault.message}" for fault in faults), "")
        search.found.traces.append(Trace("unreadable", path, 1, why, "mend"))


def _bytes(search: _Search, path: Path, private: bool) -> None:
    pattern = patterns(search.signs)
    if pattern is not None and path.is_file() and pattern.search(path.read_bytes()):
        shown = search.shown(path)
        search.found.traces.append(
            Trace("file", shown, 0, "is not text, and names them", "hand", private)
        )


def _private(search: _Search) -> None:
    settings = search.held.opened.settings
    known = {search.root / each.comment.path for each in search.held.inbox.pending}
    contacts = {contact.path for contact in search.held.contacts}
    if not settings.private.is_dir():
        return
    holding_files = [path.name for path in settings.private.glob(f"{HOLD}*")]
    for each in texts_below(settings.private, ("",), (_PREVIEW, CACHE, *holding_files)):
        inside = each.path.relative_to(settings.private)
        if each.path.stem in search.subject.ids and not _logged(each):
            _remove(search, each, inside)
        elif inside.parts[0] == "inbox" and each.path in known:
            _others(search, each, of_comment, parts=False, private=True)
        elif inside.parts[0] == "inbox":
            _unread(search, each)
        elif each.path not in contacts:
            _note(search, each, inside)


def _logged(each: Text) -> bool:
    """Whether a file says nothing but that somebody was forgotten."""
    if each.text == EMPTY:
        return True
    lines = [line for line in (each.text or "").splitlines() if line.strip()]
    return bool(lines) and all(f" - {FORGOTTEN} - " in line for line in lines)


def _remove(search: _Search, each: Text, inside: Path) -> None:
    kind = _OWN_KINDS.get(inside.parts[0], "private")
    words = excerpt(one_line((each.text or "").replace("\n", " / ")), _EXCERPT)
    search.found.traces.append(
        Trace(kind, search.shown(each.path), 1, words, "removed", private=True)
    )
    search.found.gone.append(each.path)


def _note(search: _Search, each: Text, inside: Path) -> None:
    """Any other private text: a mail to them goes, mails to others a person sees to."""
    path = search.shown(each.path)
    if each.text is None:
        _bytes(search, each.path, private=True)
    elif each.path.suffix == ".eml":
        if written_to(each.text, search.signs.emails):
            _remove(search, each, inside)
        elif names_them(each.text, search.signs):
            told = "a mail to somebody else names them"
            search.found.traces.append(Trace("draft", path, 1, told, "hand", private=True))
    elif inside.name == WAITING_FEED:
        if _held_in(search, each.text):
            told = "the feed of who waits, which is written anew"
            search.found.traces.append(Trace("output", path, 0, told, "removed", private=True))
            search.found.gone.append(each.path)
    elif each.path.suffix in _PLAIN:
        _clear(search, each)
    elif _held_in(search, each.text):
        told = "holds their name or their words"
        search.found.traces.append(Trace("file", path, 0, told, "hand", private=True))


def _held_in(search: _Search, text: str) -> bool:
    return (
        any(name in text for name in search.subject.ids)
        or any(sign.kind != "perhaps" for sign in signs_in(text, search.signs))
        or bool(repeats_in(text, search.words))
    )


def _clear(search: _Search, each: Text) -> None:
    text = each.text or ""
    whole = Stretch(0, len(text), "free")
    here = list(_in(search, search.shown(each.path), text, whole, parts=False))
    for trace in here:
        becomes: Becomes = "cleared" if trace.becomes == "decide" else trace.becomes
        search.found.traces.append(replace(trace, becomes=becomes, private=True))
    left = _cleared(search, text) if here else text
    if left != text:
        search.found.texts[each.path] = left


def _settings(search: _Search) -> None:
    """The settings files, which are programs: what they say of somebody is changed by hand."""
    for path in sorted(search.root.glob("*conf.py")):
        text = read_text(path)
        at = Stretch(0, len(text), "hand")
        search.found.traces += _in(search, search.shown(path), text, at, parts=False)


def _built(search: _Search, output: Path) -> None:
    """The pages that name them: those of the preview go, and what is cached; the others are built.

    What is cached as a picture cannot be searched: it goes with whatever else is found.
    """
    pattern = patterns(search.signs)
    slug = search.subject.person.slug if search.subject.person else ""
    private = search.held.opened.settings.private
    for folder in (output, private / _PREVIEW, private / CACHE):
        names = holding(folder, pattern, slug)
        own = folder != output
        if names:
            told = f"{len(names)} file{'s' * (len(names) != 1)}: {', '.join(names)}"
            becomes: Becomes = "removed" if own else "rebuild"
            place = search.shown(folder)
            trace = Trace("output", place, 0, excerpt(told, _EXCERPT), becomes, private=own)
            search.found.traces.append(trace)
        if own and folder.is_dir() and (names or (folder.name == CACHE and search.found.traces)):
            search.found.trees.append(folder)
