"""Pelican's comment plugins: a folder of Markdown files, a folder a post.

What it is: `content/comments/<post's slug>/*.md` of pelican-comment-system, of minchin's static
comments and their kin; name the folder `content/comments` itself, or that of one post. Each file
has Pelican's header (`date:`, `author:`, `replyto:`, `slug:`, `website:`, `email:`), an empty line,
and the words in Markdown; those in reStructuredText (`.rst`) are taken as plain text.

`replyto` names another file of the folder by its `slug:`, its name without ending, with it, or with
it and without the dot (`1md`, as the plugins made slugs of file names for some years).

What is lost: other keys of the header, which the account names; the markup of reStructuredText. A
file without a date is skipped, as is one of HTML.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from rapport.arrivals import Arrived, ArrivedState, Contact, Export, Place
from rapport.importers.faults import Unusable
from rapport.importers.loading import as_text, file_bytes, small_files
from rapport.importers.markup import Body, from_mixed, from_plain
from rapport.importers.rows import Odd
from rapport.importers.values import Gathered, dated, line, post_folder
from rapport.model import clean_text, one_line, safe_url

SOURCE = "pelican"
_ENDINGS = (".md", ".markdown", ".mkd", ".mdown", ".rst", ".html", ".htm")
_FIELD = re.compile(r"[ \t]{0,3}(?P<key>[A-Za-z0-9_-]+):(?!//)[ \t]*(?P<value>.*)")
_RST_FIELD = re.compile(r":(?P<key>[A-Za-z0-9_-]+):(?:[ \t]+|$)(?P<value>.*)")
_KNOWN = frozenset(
    ("date", "author", "slug", "replyto", "website", "url", "email", "lang", "status", "modified",
     "ip", "post_id", "article", "title", "locale_date")
)  # fmt: skip
# Beside a title these are not of a comment.
_OF_ARTICLES = frozenset(("category", "tags", "summary", "template", "series"))
_HELD: Mapping[str, ArrivedState] = {"draft": "pending", "hidden": "pending", "spam": "spam"}


@dataclass(slots=True)
class _Folder:
    """What is being read, with the headers in the order of the comments."""

    root: Path
    zone: ZoneInfo
    gathered: Gathered
    heads: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)


def read(path: Path, zone: ZoneInfo, told: Callable[[int], None]) -> Export:
    """Every comment of a folder; see the head of this module.

    Raises Unusable for what is no folder and for one without a comment, and, with their places, for
    files that cannot be read.
    """
    _check(path)
    gathered = Gathered(SOURCE, told)
    folder = _Folder(path, zone, gathered)
    for name, file in small_files(path, _ENDINGS, gathered.skipped):
        gathered.take(name, partial(_comment, name, file, folder))
    if not gathered.comments and not gathered.broken:
        why = "; ".join(f"{each.id}: {each.reason}" for each in gathered.skipped[:1])
        raise Unusable(path, f"There is no comment of a Pelican plugin in it. {why}".strip())
    gathered.comments[:] = _linked(folder.heads, gathered.comments)
    unknown = Counter(key for _, head in folder.heads for key in head if key not in _KNOWN)
    gathered.left_out(unknown, "Keys")
    return gathered.export()


def _check(path: Path) -> None:
    """That it is not the folder of everything, whose articles would be taken for comments."""
    inner = path / "comments"
    try:
        mistaken = inner.is_dir() and any(each.is_dir() for each in inner.iterdir())
    except (OSError, ValueError):
        return  # what is wrong with it is said when it is read
    if mistaken:
        raise Unusable(path, "It holds more than comments; name the folder comments in it.")


def _comment(name: str, file: Path, folder: _Folder) -> Arrived:
    if file.suffix.lower() in (".html", ".htm"):
        raise Odd("comments in HTML files are not read")
    text = clean_text(as_text(file_bytes(file), file))
    head, body = parted(text, rst=file.suffix.lower() == ".rst")
    if not head:
        raise Odd("it has no header")
    if "title" in head and not _OF_ARTICLES.isdisjoint(head):
        raise Odd("it is an article")
    comment, place = _arrived(name, head, body, folder)
    folder.gathered.at(place)
    folder.heads.append((name, head))
    return comment


def parted(text: str, *, rst: bool = False) -> tuple[dict[str, str], str]:
    """The header of a file, its keys in small letters, and what stands below it.

    A line that begins with spaces goes on with the value before; of a repeated key the last holds.
    """
    lines = text.split("\n")
    at = next((number for number, each in enumerate(lines) if each.strip()), len(lines))
    fenced = not rst and at < len(lines) and lines[at].strip() == "---"
    head, at = _head(lines, at + fenced, _RST_FIELD if rst else _FIELD)
    if fenced and at < len(lines) and lines[at].strip() in ("---", "..."):
        at += 1
    return head, "\n".join(lines[at:]).strip("\n")


def _head(lines: list[str], at: int, field: re.Pattern[str]) -> tuple[dict[str, str], int]:
    head: dict[str, str] = {}
    key = ""
    while at < len(lines) and lines[at].strip():
        found = field.fullmatch(lines[at])
        if found:
            key = found["key"].lower()
            head[key] = found["value"].strip()
        elif key and lines[at].startswith(("    ", "\t")):
            head[key] = f"{head[key]} {lines[at].strip()}".strip()
        else:
            break
        at += 1
    return head, at


def _arrived(
    name: str, head: Mapping[str, str], text: str, folder: _Folder
) -> tuple[Arrived, Place]:
    when = dated(head.get("date"), folder.zone)
    place = _place(name, head, folder.root)
    body = from_mixed(text)
    if name.lower().endswith(".rst"):
        body = Body(from_plain(text).text, ("reStructuredText",))
    held = _HELD.get(line(head, "status").lower())
    edited = dated(head["modified"], folder.zone)[0] if head.get("modified") else when[0]
    author, email = line(head, "author"), line(head, "email")
    comment = Arrived(
        id=f"{post_folder(name, folder.root)}/{_own(name)}",
        place=place.id,
        author=author,
        date=when[0],
        body=body.text,
        state=held or "shown",
        why=f"its status there is {line(head, 'status')}" if held else "",
        account=author,
        url=safe_url(line(head, "website", "url")),
        lang=line(head, "lang"),
        edited=edited if edited > when[0] else None,
        contact=Contact(email=email if "@" in email else "", ip=line(head, "ip")),
        zoneless=when[1],
        dropped=body.dropped,
    )
    return comment, place


def _place(name: str, head: Mapping[str, str], root: Path) -> Place:
    folder = Path(name).parent.as_posix()
    told = line(head, "post_id", "article")
    if folder == "." and told:
        return Place(told, url=told if "/" in told else "", keys=(told,))
    post = post_folder(name, root)
    keys = dict.fromkeys(("" if folder == "." else folder, post, told))
    return Place(post if folder == "." else folder, keys=tuple(filter(None, keys)))


def _own(name: str) -> str:
    """A file's name as an id: without `.md`, which most have, so that `1.rst` beside it differs."""
    return one_line(Path(name).name.removesuffix(".md"))


def _linked(heads: list[tuple[str, Mapping[str, str]]], comments: list[Arrived]) -> list[Arrived]:
    """The comments with the ids of what they answer; a slug that was given comes first."""
    ids: dict[tuple[str, str], str] = {}
    for rank in range(4):
        for (name, head), comment in zip(heads, comments, strict=True):
            file = Path(name)
            called = (head.get("slug", ""), file.stem, file.name, file.name.replace(".", ""))[rank]
            if called:
                ids.setdefault((comment.place, called.casefold()), comment.id)
    out = []
    for (_, head), comment in zip(heads, comments, strict=True):
        answers = one_line(head.get("replyto", ""))
        known = ids.get((comment.place, answers.casefold())) if answers else ""
        out.append(replace(comment, parent=f"?/{answers}" if known is None else known))
    return out
