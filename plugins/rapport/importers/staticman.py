"""Staticman: a folder of YAML or JSON, one file a comment, a folder a post.

What it is: Staticman (https://staticman.net) commits what a form sends as files, by default under
`_data/comments/<post>/`; Hugo sites use `data/comments/`. Name that folder, or that of one post.
Files end in `.yml`, `.yaml`, `.json`, or `.md` with front matter.

No field is fixed but `_id` and `_parent`, so each thing is looked for by the names that sites use:

    words     message, body, comment, content, text (Markdown, HTML in it)
    name      name, author, username, fullname
    date      date, timestamp, created, created_at, published (ISO or seconds since 1970)
    own page  url, website, site, homepage
    answers   replying_to_uid, reply_to, replyTo, parent_id, replying_to, parent ..., `_parent`: the
              `_id` or the file's name of another comment of the post, or its position, counted from
              1, among those of the post that answer nothing, in order of their files' names
    state     status, approved, draft, deleted, spam
    trap      hp, honeypot, hidden, fax, _gotcha, bot-field: whoever filled one in is spam
    post      the folder; `_parent`, slug, where they name one

What is lost: `email` where it is a hash or encrypted, which is kept nowhere; avatars; fields with
other names. The account names them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from rapport.arrivals import Arrived, ArrivedState, Contact, Export, Place
from rapport.importers.faults import Unusable
from rapport.importers.loading import as_text, file_bytes, load_json, small_files
from rapport.importers.markup import from_mixed
from rapport.importers.rows import STATES, Odd
from rapport.importers.values import Gathered, dated, inside, line, post_folder, words
from rapport.importers.yamls import read_yaml
from rapport.model import ADDRESS, safe_url

SOURCE = "staticman"
_ENDINGS = (".yml", ".yaml", ".json", ".md", ".markdown")
_BODY = ("message", "body", "comment", "content", "text")
_NAME = ("name", "author", "username", "fullname", "full_name")
_DATE = ("date", "timestamp", "created", "created_at", "createdat", "published")
_URL = ("url", "website", "site", "homepage", "link")
_EDITED = ("updated", "edited", "modified")
_IP = ("ip", "ip_address", "remote_addr")
_ID = ("_id", "uid", "id")
# What names the very comment stands before what names its opener.
_REPLY = (
    "replying_to_uid", "replying_to_id", "replyingtouid", "replyingto_id", "reply_id", "replyid",
    "reply_to", "replyto", "in_reply_to", "parent_id", "parentid", "replying_to", "replyingto",
    "reply_thread", "replythread", "parent",
)  # fmt: skip
_TRAPS = ("hp", "honeypot", "hidden", "fax", "gotcha", "_gotcha", "bot-field", "_honey")
_POST = ("_parent", "slug", "post_id", "post")
_FLAGS: Mapping[str, ArrivedState] = {
    "spam": "spam", "is_spam": "spam", "deleted": "removed", "is_deleted": "removed",
    "removed": "removed", "draft": "pending",
}  # fmt: skip
_STATUS = ("status", "state")
_TITLE = ("post_title", "title", "reply_name", "replyname", "replying_to_name")
_KNOWN = frozenset((*_BODY, *_NAME, *_DATE, *_URL, *_EDITED, *_IP, *_ID, *_REPLY, *_TRAPS, *_POST,
                    *_FLAGS, *_STATUS, *_TITLE, "approved", "email", "type"))  # fmt: skip
_NO = frozenset(("", "0", "false", "no", "off"))
_HASH = re.compile(r"(?<![0-9a-fA-F])[0-9a-fA-F]{32,128}(?![0-9a-fA-F])")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)(?:^|\n)---[ \t]*(?:\r?\n|$)(.*)", re.DOTALL)
_FEW = 12
_LONGEST_POSITION = 6


@dataclass(frozen=True, slots=True)
class _Known:
    """What finding parents needs: its id or "", its file without and with ending, its parent."""

    comment: Arrived
    names: tuple[str, str, str]
    answers: str
    below: str


@dataclass(slots=True)
class _Folder:
    """What is being read, and what the account will say of it."""

    root: Path
    zone: ZoneInfo
    gathered: Gathered
    known: list[_Known] = field(default_factory=list)
    odd: Counter[str] = field(default_factory=Counter)
    hashes: list[str] = field(default_factory=list)


def read(path: Path, zone: ZoneInfo, told: Callable[[int], None]) -> Export:
    """Every comment of a folder; see the head of this module.

    Raises Unusable for what is no folder and for one without a comment, and, with their places,
    for files that cannot be read.
    """
    gathered = Gathered(SOURCE, told)
    folder = _Folder(path, zone, gathered)
    for name, file in small_files(path, _ENDINGS, gathered.skipped):
        gathered.take(name, partial(_comment, name, file, folder))
    if not gathered.comments and not gathered.broken:
        why = "; ".join(f"{each.id}: {each.reason}" for each in gathered.skipped[:1])
        raise Unusable(path, f"There is no comment of Staticman's in this folder. {why}".strip())
    hashes = frozenset(each.lower() for each in folder.hashes)
    gathered.comments[:] = [_without_hashes(each, hashes) for each in _linked(folder.known)]
    gathered.left_out(folder.odd, "Fields")
    if hashes:
        gathered.notes.append(
            f"Addresses that were hashed or encrypted there, {len(folder.hashes)} of them, are "
            "kept nowhere."
        )
    return gathered.export()


def _comment(name: str, file: Path, folder: _Folder) -> Arrived:
    row = _row(file)
    comment, place = _arrived(row, name, folder)
    folder.gathered.at(place)
    names = (line(row, *_ID), Path(name).stem, Path(name).name)
    folder.known.append(_Known(comment, names, _answers(row, comment.place), line(row, "_parent")))
    folder.odd.update(key for key in row if key not in _KNOWN and words(row, key))
    if _email(row) and not comment.contact.email:
        folder.hashes.append(_email(row))
    return comment


def _row(file: Path) -> Mapping[str, object]:
    """The fields of a file, their names in small letters; Odd where it has none."""
    made = _fields(file)
    if not isinstance(made, dict):
        raise Odd("it holds no fields of a comment")
    if isinstance(made.get("fields"), dict):  # as Staticman's own requests have them
        made = {**made, **made["fields"]}
        del made["fields"]
    return {str(key).strip().lower(): value for key, value in made.items()}


def _fields(file: Path) -> object:
    if file.suffix.lower() == ".json":
        return load_json(file)
    text = as_text(file_bytes(file), file)
    if file.suffix.lower() not in (".md", ".markdown"):
        return read_yaml(text, file)
    front = _FRONT.fullmatch(text)
    if front is None:
        raise Odd("it does not begin with front matter between two lines of ---")
    made = read_yaml(front[1], file, 2)
    if not isinstance(made, dict) or "_id" not in made:  # a post or a page has front matter too
        raise Odd("it has no _id, as a comment of Staticman's in Markdown has")
    return {"message": front[2], **made}


def _answers(row: Mapping[str, object], place: str) -> str:
    """What it says it answers, if that is not its page."""
    page = ("", "0", place.casefold(), Path(place).name.casefold())
    for key in _REPLY:
        told = line(row, key)
        if told.casefold() not in page and not _is_address(told):
            return told
    told = line(row, "_parent")
    return told if _UUID.fullmatch(told) else ""


def _is_address(text: str) -> bool:
    return text.startswith("/") or "://" in text


def _arrived(row: Mapping[str, object], name: str, folder: _Folder) -> tuple[Arrived, Place]:
    bodies = [key for key in _BODY if words(row, key).strip()]
    if not bodies and not any(key in row for key in _BODY):
        raise Odd("it has no field with a comment's words, only " + ", ".join(list(row)[:_FEW]))
    when = dated(_one(row, _DATE), folder.zone)
    place = _place(row, name, folder.root)
    state, why = _state(row)
    signed = line(row, *_NAME) or line(inside(row, "author"), "name")
    email = _email(row)
    body = from_mixed(words(row, bodies[0]) if bodies else "")
    comment = Arrived(
        id=line(row, "_id") or f"{post_folder(name, folder.root)}/{Path(name).stem}",
        place=place.id,
        author=signed,
        date=when[0],
        body=body.text,
        state=state,
        why=why,
        account=signed,
        url=safe_url(line(row, *_URL) or line(inside(row, "author"), "url")),
        contact=Contact(email=email if "@" in email else "", ip=line(row, *_IP)),
        zoneless=when[1],
        dropped=body.dropped,
    )
    edited = dated(_one(row, _EDITED), folder.zone)[0] if line(row, *_EDITED) else when[0]
    return replace(comment, edited=edited) if edited > when[0] else comment, place


def _one(row: Mapping[str, object], keys: Iterable[str]) -> object:
    return next((row[key] for key in keys if line(row, key)), None)


def _email(row: Mapping[str, object]) -> str:
    return line(row, "email") or line(inside(row, "author"), "email")


def _state(row: Mapping[str, object]) -> tuple[ArrivedState, str]:
    for key in _TRAPS:
        if _said(row, key) not in _NO:
            return "spam", f"the trap {key!r} was filled in"
    for key, state in _FLAGS.items():
        if _said(row, key) not in _NO:
            return state, f"marked as {key} there"
    status = _said(row, *_STATUS)
    found = STATES.get(status, "pending") if status else "shown"
    if "approved" in row and _said(row, "approved") in _NO and found == "shown":
        return "pending", "not approved there"
    return found, "" if found == "shown" else f"its status there is {status!r}"


def _said(row: Mapping[str, object], *keys: str) -> str:
    """A field in small letters, with true and false as words."""
    value = row.get(keys[0]) if len(keys) == 1 else None
    return str(value).lower() if isinstance(value, bool) else line(row, *keys).lower()


def _place(row: Mapping[str, object], name: str, root: Path) -> Place:
    """The folder a comment lies in, with what its files say of their post."""
    folder = Path(name).parent.as_posix()
    post = post_folder(name, root)
    told = line(row, *_POST)
    if _UUID.fullmatch(told):
        told = line(row, *_POST[1:])
    keys = (told, "" if folder == "." else folder, post)
    if folder == "." and told:  # of one folder for all posts
        return Place(told, url=told if "/" in told else "", keys=(told,))
    return Place(
        post if folder == "." else folder,
        url=told if "/" in told else "",
        keys=tuple(dict.fromkeys(filter(None, keys))),
    )


def _linked(known: list[_Known]) -> list[Arrived]:
    """The comments with the ids of what they answer."""
    known = _below(known)
    ids: dict[tuple[str, str], str] = {}
    openers: dict[str, list[str]] = {}
    for rank in range(3):  # an id is meant before a file that happens to be called so
        for each in known:
            if each.names[rank]:
                name = (each.comment.place, each.names[rank].casefold())
                ids.setdefault(name, each.comment.id)
    for each in known:
        if not each.answers:
            openers.setdefault(each.comment.place, []).append(each.comment.id)
    return [
        replace(each.comment, parent=_parent(each, ids, openers)) if each.answers else each.comment
        for each in known
    ]


def _below(known: list[_Known]) -> list[_Known]:
    """The same, where `_parent`, which is the page on most sites, is a comment on some."""
    own = {(each.comment.place, each.names[0]): each.comment.id for each in known if each.names[0]}
    return [
        each
        if each.answers
        or own.get((each.comment.place, each.below), each.comment.id) == each.comment.id
        else replace(each, answers=each.below)
        for each in known
    ]


def _without_hashes(comment: Arrived, hashes: frozenset[str]) -> Arrived:
    """The comment with "[address]" for a hash of one, which people show when they explain files."""
    body, author = (
        _HASH.sub(lambda found: ADDRESS if found[0].lower() in hashes else found[0], text)
        for text in (comment.body, comment.author)
    )
    url = "" if hashes.intersection(_HASH.findall(comment.url.lower())) else comment.url
    if (body, author, url) == (comment.body, comment.author, comment.url):
        return comment
    return replace(comment, body=body, author=author, url=url)


def _parent(
    each: _Known, ids: Mapping[tuple[str, str], str], openers: Mapping[str, list[str]]
) -> str:
    """The id of what a comment answers; one that nothing has where it cannot be found."""
    place, answers = each.comment.place, each.answers
    found = ids.get((place, answers.casefold()))
    if found is not None:
        return found
    tops = openers.get(place, [])
    if answers.isdecimal() and len(answers) <= _LONGEST_POSITION and 0 < int(answers) <= len(tops):
        return tops[int(answers) - 1]
    return f"{place}/{answers}"
