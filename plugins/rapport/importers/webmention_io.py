"""webmention.io: what it answers when asked for a site's mentions, and what backups of that keep.

What it is: JF2, `{"type": "feed", "children": [{"type": "entry", "author": {"name", "url"}, "url",
"published", "wm-received", "wm-id", "wm-source", "wm-target", "wm-property", "wm-private",
"content": {"html", "text"}}]}`, or such entries in lists of your own, or a folder of such files; or
the older `{"links": [{"id", "source", "target", "verified", "data", "activity": {"type"}}]}`.

An answer (`in-reply-to`) is a comment; likes and reposts are counted; a mention or a bookmark is a
mention, with its first words. What is private or was not verified there is left out, and so are
answers to an invitation (`rsvp`). Everything waits for approval: nobody who writes on a page of
their own has agreed to be on yours.

What is lost: pictures, and who sent the mention on (Bridgy and the like).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from urllib.parse import urldefrag, urlsplit
from zoneinfo import ZoneInfo

from rapport.arrivals import Arrived, Export, Place
from rapport.importers.answers import answers
from rapport.importers.faults import Unusable
from rapport.importers.markup import Body, from_html, from_plain
from rapport.importers.rows import Odd
from rapport.importers.values import Gathered, dated, inside, line, objects, words
from rapport.model import CommentKind, safe_url

SOURCE = "webmention-io"
_KINDS: Mapping[str, CommentKind] = {
    "in-reply-to": "comment",
    "reply": "comment",
    "like-of": "like",
    "like": "like",
    "repost-of": "repost",
    "repost": "repost",
    "share": "repost",
    "mention-of": "mention",
    "link": "mention",
    "bookmark-of": "mention",
    "bookmark": "mention",
    "quotation-of": "mention",
}
_ENTRY = frozenset({"wm-property", "wm-target", "wm-id", "wm-source"})
# A mention may be somebody's whole article: what it is called says what it is.
_LONG = 1_000


def read(path: Path, zone: ZoneInfo, told: Callable[[int], None]) -> Export:
    """A file or a folder of them; see the head of this module. Raises Unusable."""
    gathered = Gathered(SOURCE, told)
    for file, made in answers(path, gathered):
        for number, row in enumerate(_rows(made, file), 1):
            gathered.take(_label(row, number), partial(_comment, row, zone, gathered))
    return gathered.export()


def _rows(made: object, file: Path) -> list[Mapping[str, object]]:
    """The entries of a file, wherever they stand in it: sites keep them in orders of their own."""
    if isinstance(made, dict) and isinstance(made.get("links"), list):
        return [_newer(each) for each in objects(made, "links")]
    found: list[Mapping[str, object]] = []
    pending, lists, others = [made], 0, 0
    while pending:
        each = pending.pop()
        if isinstance(each, dict) and _is_entry(each):
            found.append(each)
        elif isinstance(each, dict):
            pending += [one for one in reversed(each.values()) if isinstance(one, list | dict)]
        elif isinstance(each, list):
            lists += 1
            others += sum(not isinstance(one, list) and not _is_entry(one) for one in each)
            pending += reversed(each)
        else:
            found.append({})
    # A list with nothing in it is a site that nobody mentions; another system's file is not.
    if not any(found) and (others or not lists):
        raise Unusable(
            file, 'It holds no mentions: {"type": "feed", "children": [...]}, or a list of them.'
        )
    return found


def _is_entry(made: object) -> bool:
    return isinstance(made, dict) and bool(_ENTRY & made.keys())


def _newer(row: Mapping[str, object]) -> Mapping[str, object]:
    data = inside(row, "data")
    content = words(data, "content")
    return {
        "author": inside(data, "author"),
        "url": data.get("url"),
        "name": data.get("name"),
        "content": {"html": content} if content else {},
        "published": data.get("published"),
        "wm-received": row.get("verified_date"),
        "wm-id": row.get("id"),
        "wm-source": row.get("source"),
        "wm-target": row.get("target"),
        "wm-property": line(inside(row, "activity"), "type") or "link",
        "wm-private": row.get("private"),
        "verified": row.get("verified"),
    }


def _label(row: Mapping[str, object], number: int) -> str:
    return line(row, "wm-id", "wm-source") or f"mention {number}"


def _comment(row: Mapping[str, object], zone: ZoneInfo, gathered: Gathered) -> Arrived:
    kind = _kind(row)
    target = urldefrag(line(row, "wm-target")).url
    source = line(row, "wm-source", "url")
    if not target:
        raise Odd("it says no page of ours that it is about (wm-target)")
    name = line(row, "wm-id") or f"{source} {target}"
    gathered.once(name)
    when = dated(row.get("published") or row.get("wm-received"), zone)
    body = _body(row, kind)
    author = inside(row, "author")
    url = safe_url(line(author, "url"))
    return Arrived(
        id=name,
        place=gathered.at(Place(target, url=target, keys=(target,))),
        author=line(author, "name") or _host(url or safe_url(source)),
        date=when[0],
        body=body.text,
        account=url or line(author, "name"),
        url=url,
        source_url=safe_url(line(row, "url")) or safe_url(source),
        kind=kind,
        zoneless=when[1],
        dropped=body.dropped,
    )


def _kind(row: Mapping[str, object]) -> CommentKind:
    if row.get("wm-private") is True or line(row, "wm-private") == "true":
        raise Odd("it is private")
    if row.get("verified") is False:
        raise Odd("it was not verified there")
    what = line(row, "wm-property")
    if what == "rsvp" or line(row, "rsvp"):
        raise Odd("it answers an invitation (rsvp)")
    return _KINDS.get(what, "mention")


def _body(row: Mapping[str, object], kind: CommentKind) -> Body:
    """What was said; of a mention that is long what it is called, of a like nothing."""
    if kind in ("like", "repost"):
        return Body("")
    content = inside(row, "content")
    html, plain = words(content, "html"), words(content, "text")
    value = words(content, "value")
    if not html and "html" in line(content, "content-type"):
        html, value = value, ""
    body = from_html(html) if html else from_plain(plain or value or words(row, "content"))
    if kind == "mention" and (len(body.text) > _LONG or not body.text):
        summary = words(inside(row, "summary"), "value") or words(row, "summary")
        short = from_plain(summary[:_LONG] or words(row, "name")[:_LONG])
        return Body(short.text, body.dropped)
    return body


def _host(url: str) -> str:
    return urlsplit(url).hostname or "" if url else ""
