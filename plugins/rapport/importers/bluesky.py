"""Bluesky: the answers under a post of yours there.

What it is: what `app.bsky.feed.getPostThread?uri=...&depth=1000` answers, `{"thread": {"post",
"replies": [...]}, "threadgate": {...}}`. The link in your post says which page it is about; else
call the file as your post (`costs.json`). A folder of such files is read whole.

Answers wait for approval. Left out are those by writers who ask not to be shown to people who are
not logged in (`!no-unauthenticated`), and what is blocked or gone; an answer that whoever began the
thread has hidden counts as removed; what Bluesky calls spam is spam.

What is lost: pictures and films, likes, reposts and quotes (the answer does not say whose).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from markupsafe import escape

from rapport.arrivals import Arrived, ArrivedState, Export, Place
from rapport.importers.answers import answers, called
from rapport.importers.faults import Unusable
from rapport.importers.markup import Body, from_html
from rapport.importers.rows import Odd
from rapport.importers.values import Gathered, dated, inside, line, listed, objects
from rapport.model import clean_text, safe_url

SOURCE = "bluesky"
_LOGGED_IN_ONLY = "!no-unauthenticated"
_HIDING = frozenset({"!hide", "!takedown"})
_SPAM = frozenset({"spam", "scam"})
_APP = "https://bsky.app/profile/"


@dataclass(frozen=True, slots=True)
class _Thread:
    """One file: where it stood, the address of the post at its head, and what was hidden."""

    place: Place
    root: str
    hidden: frozenset[str]
    zone: ZoneInfo


def read(path: Path, zone: ZoneInfo, told: Callable[[int], None]) -> Export:
    """A file or a folder of them; see the head of this module. Raises Unusable."""
    gathered = Gathered(SOURCE, told)
    for file, made in answers(path, gathered):
        head = _head(made, file)
        post = inside(head, "post")
        place = _place(post, file)
        gathered.at(place)
        thread = _Thread(place, line(post, "uri"), _hidden(made, post), zone)
        for number, node in enumerate(_nodes(head), 1):
            label = line(inside(node, "post"), "uri") or line(node, "uri")
            gathered.take(
                label or f"{called(file)}, answer {number}",
                partial(_comment, node, thread, gathered),
            )
    return gathered.export()


def _head(made: object, file: Path) -> Mapping[str, object]:
    head = inside(made, "thread") if isinstance(made, dict) else {}
    if not inside(head, "post"):
        raise Unusable(
            file, 'It holds no thread of Bluesky\'s: {"thread": {"post": ..., "replies": [...]}}.'
        )
    return head


def _nodes(head: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    """Every answer below the head, those above before those below them."""
    pending = list(reversed(listed(head, "replies")))
    while pending:
        node = pending.pop()
        known = node if isinstance(node, dict) else {}
        yield known
        pending += reversed(listed(known, "replies"))


def _place(post: Mapping[str, object], file: Path) -> Place:
    """What says which page a thread is about: the link in the post, or the file's name."""
    record = inside(post, "record")
    link = safe_url(_embedded(record) or next(_linked(record), ""))
    name = called(file)
    return Place(line(post, "uri") or name, url=link, keys=tuple(filter(None, (name, link))))


def _embedded(record: Mapping[str, object]) -> str:
    return line(inside(record, "embed", "external"), "uri")


def _linked(record: Mapping[str, object]) -> Iterator[str]:
    return (url for _, _, url in _facets(record))


def _facets(record: Mapping[str, object]) -> Iterator[tuple[int, int, str]]:
    """The links in a text: from which byte of its UTF-8 to which, and where each leads."""
    for facet in objects(record, "facets"):
        place = inside(facet, "index")
        start, end = place.get("byteStart"), place.get("byteEnd")
        for feature in objects(facet, "features"):
            url = safe_url(line(feature, "uri"))
            if url and type(start) is int and type(end) is int and 0 <= start < end:
                yield start, end, url


def _hidden(made: object, post: Mapping[str, object]) -> frozenset[str]:
    """The answers that whoever began the thread has hidden."""
    gates = [inside(made, "threadgate")] if isinstance(made, dict) else []
    gates.append(inside(post, "threadgate"))
    return frozenset(
        uri
        for gate in gates
        for uri in listed(inside(gate, "record"), "hiddenReplies")
        if isinstance(uri, str)
    )


def _comment(node: Mapping[str, object], thread: _Thread, gathered: Gathered) -> Arrived:
    post = inside(node, "post")
    if not post:
        raise Odd(_missing(node))
    name, author, record = line(post, "uri"), inside(post, "author"), inside(post, "record")
    if not name:
        raise Odd("it has no uri")
    gathered.once(name)
    state, why = _state(post, name, thread)
    body = _body(record)
    parent = line(inside(record, "reply", "parent"), "uri")
    when = _written(post, record, thread.zone)
    handle = line(author, "handle")
    languages = listed(record, "langs")
    return Arrived(
        id=name,
        place=thread.place.id,
        author=line(author, "displayName") or handle,
        date=when[0],
        body=body.text,
        state=state,
        why=why,
        parent="" if parent == thread.root else parent,
        account=handle or line(author, "did"),
        url=safe_url(f"{_APP}{handle}") if handle else "",
        source_url=safe_url(f"{_APP}{handle}/post/{name.rpartition('/')[2]}") if handle else "",
        lang=str(languages[0]) if languages else "",
        zoneless=when[1],
        dropped=body.dropped,
    )


def _missing(node: Mapping[str, object]) -> str:
    if node.get("blocked"):
        return "it is blocked there"
    if node.get("notFound"):
        return "it is gone there"
    return "it holds no post"


def _written(
    post: Mapping[str, object], record: Mapping[str, object], zone: ZoneInfo
) -> tuple[datetime, bool]:
    """When it was written, which the writer's program claims; at the latest when it came in."""
    claimed = dated(record.get("createdAt") or post.get("indexedAt"), zone)
    if not post.get("indexedAt"):
        return claimed
    return min(claimed, dated(post["indexedAt"], zone), key=lambda when: when[0])


def _labels(row: Mapping[str, object]) -> set[str]:
    """The labels that hold: a later one may take an earlier one back (`neg`)."""
    labels = row.get("labels")
    values = inside(row, "labels") if isinstance(labels, dict) else row
    key = "values" if isinstance(labels, dict) else "labels"
    return {line(each, "val") for each in objects(values, key) if each.get("neg") is not True}


def _state(post: Mapping[str, object], name: str, thread: _Thread) -> tuple[ArrivedState, str]:
    labels = _labels(post) | _labels(inside(post, "record"))
    labels |= _labels(inside(post, "author"))
    if _LOGGED_IN_ONLY in labels:
        raise Odd("the writer asks not to be shown to people who are not logged in")
    if name in thread.hidden:
        return "removed", "hidden there by whoever began the thread"
    if labels & _HIDING:
        return "removed", "hidden there"
    if labels & _SPAM:
        return "spam", "called spam there"
    if labels:
        return "pending", f"labelled there: {', '.join(sorted(filter(None, labels)))}"
    return "shown", ""


def _body(record: Mapping[str, object]) -> Body:
    """The words with their links; a page that is shown below them is a link of its own."""
    text = record.get("text")
    # As it came: the places of links are counted in its bytes.
    data = (text if isinstance(text, str) else "").encode("utf-8", "replace")
    parts: list[str] = []
    done = 0
    for start, end, url in sorted(_facets(record)):
        if done <= start and end <= len(data) and _is_whole(data, start, end):
            parts += _escaped(data[done:start]), f'<a href="{escape(url)}">'
            parts += _escaped(data[start:end]), "</a>"
            done = end
    parts.append(_escaped(data[done:]))
    embedded = safe_url(_embedded(record))
    if embedded and embedded not in set(_linked(record)) and embedded.encode() not in data:
        parts.append(f'\n\n<a href="{escape(embedded)}">{escape(embedded)}</a>')
    body = from_html("".join(parts), breaks=True)
    kind = line(inside(record, "embed"), "$type")
    media = {"image"} if "images" in kind else {"video"} if "video" in kind else set()
    return Body(body.text, tuple(sorted({*body.dropped, *media})))


def _is_whole(data: bytes, *places: int) -> bool:
    """Whether none of these places lies inside a letter."""
    return all(place == len(data) or data[place] & 0xC0 != 0x80 for place in places)


def _escaped(data: bytes) -> str:
    return str(escape(clean_text(data.decode("utf-8", "replace"))))
