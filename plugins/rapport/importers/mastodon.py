"""Mastodon: the answers under a post of yours there.

What it is: what `GET /api/v1/statuses/ID/context` answers, `{"ancestors": [...], "descendants":
[...]}`; best as `{"status": {...}, "context": {...}}` with the post itself from
`GET /api/v1/statuses/ID`, whose link says which page it is about. Else call the file as your post
(`costs.json`). A folder of such files is read whole. Without a token Mastodon gives at most 60
answers, 20 deep.

Answers that are public or unlisted wait for approval; others are left out. Who asks not to be found
(`indexable` or `noindex` of the account) waits even if you publish the rest, with a word about it;
who writes #nobot or #nobridge into the profile is left out.

What is lost: pictures, polls, boosts and favourites (the answers do not say whose).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from html import unescape
from pathlib import Path
from zoneinfo import ZoneInfo

from rapport.arrivals import Arrived, ArrivedState, Export, Place
from rapport.importers.answers import answers, called
from rapport.importers.faults import Unusable
from rapport.importers.markup import Body, from_html, from_plain
from rapport.importers.rows import Odd
from rapport.importers.values import Gathered, dated, inside, line, listed, objects, words
from rapport.model import safe_url

SOURCE = "mastodon"
_SEEN_BY_ALL = ("public", "unlisted")
_OPTED_OUT = re.compile(r"#(nobot|nobots|nobridge)\b", re.IGNORECASE)
_HREF = re.compile(r"<a\s[^<>]*?href=\"([^\"<>]+)\"[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
# Links of a status to people and topics, which are no pages.
_NO_PAGE = re.compile(r"class=\"[^\"]*\b(?:mention|hashtag)\b")


@dataclass(frozen=True, slots=True)
class _Thread:
    """One file: where it stood, and the address of each answer in it by its id on that server."""

    place: Place
    uris: Mapping[str, str]
    zone: ZoneInfo


def read(path: Path, zone: ZoneInfo, told: Callable[[int], None]) -> Export:
    """A file or a folder of them; see the head of this module. Raises Unusable."""
    gathered = Gathered(SOURCE, told)
    for file, made in answers(path, gathered):
        context, root = _parts(made, file)
        rows = listed(context, "descendants")
        known = (each for each in rows if isinstance(each, dict))
        uris = {line(each, "id"): line(each, "uri", "id") for each in known}
        place = _place(root, file)
        gathered.at(place)
        thread = _Thread(place, uris, zone)
        for number, row in enumerate(rows, 1):
            gathered.take(
                f"{called(file)}, answer {number}", partial(_comment, row, thread, gathered)
            )
        for above in objects(context, "ancestors"):
            gathered.skip(line(above, "id"), "it stands above the post that was asked about")
    return gathered.export()


def _parts(made: object, file: Path) -> tuple[Mapping[str, object], Mapping[str, object]]:
    """The context and the status it is of, which may not be there."""
    if isinstance(made, dict):
        context = inside(made, "context") or made
        if isinstance(context.get("descendants"), list):
            return context, inside(made, "status")
    raise Unusable(
        file, 'It holds no answers of Mastodon\'s: {"ancestors": [...], "descendants": [...]}.'
    )


def _place(root: Mapping[str, object], file: Path) -> Place:
    """What says which page a thread is about: the link in the post, or the file's name."""
    link = line(inside(root, "card"), "url")
    if not link:
        tags = (found for found in _HREF.finditer(words(root, "content")))
        pages = (unescape(found[1]) for found in tags if not _NO_PAGE.search(found[0]))
        link = next(pages, "")
    name = called(file)
    there = line(root, "uri", "url") or name
    return Place(there, url=safe_url(link), keys=tuple(filter(None, (name, safe_url(link)))))


def _comment(row: object, thread: _Thread, gathered: Gathered) -> Arrived:
    if not isinstance(row, dict):
        raise Odd("it is no object with keys")
    # The address is the same on every server, the id is not.
    name, account = line(row, "uri", "id"), inside(row, "account")
    if not name:
        raise Odd("it has no id")
    gathered.once(name)
    state, why = _state(row, account)
    when = dated(row.get("created_at"), thread.zone)
    edited = dated(row["edited_at"], thread.zone)[0] if row.get("edited_at") else when[0]
    body = _body(row)
    return Arrived(
        id=name,
        place=thread.place.id,
        author=_name(account),
        date=when[0],
        body=body.text,
        state=state,
        why=why,
        parent=thread.uris.get(line(row, "in_reply_to_id"), ""),
        account=line(account, "acct"),
        url=safe_url(line(account, "url")),
        source_url=safe_url(line(row, "url")) or safe_url(line(row, "uri")),
        lang=line(row, "language"),
        edited=edited if edited > when[0] else None,
        zoneless=when[1],
        dropped=body.dropped,
    )


def _state(row: Mapping[str, object], account: Mapping[str, object]) -> tuple[ArrivedState, str]:
    """Whether it may be shown; Odd for what was never meant for everybody."""
    visibility = line(row, "visibility")
    if visibility not in _SEEN_BY_ALL:
        raise Odd(f"it is not for everybody there (visibility {visibility or 'unknown'})")
    if _OPTED_OUT.search(_TAG.sub("", words(account, "note"))):
        raise Odd("the writer's profile says that nobody is to carry their words elsewhere")
    if account.get("suspended") or account.get("limited"):
        return "pending", "the account was limited there"
    if account.get("noindex") is True or account.get("indexable") is False:
        return "pending", "the writer asks not to be found by searching: ask before you show it"
    return "shown", ""


def _name(account: Mapping[str, object]) -> str:
    """The name without its picture signs (`:cat:`), else the name of the account."""
    name = line(account, "display_name")
    for emoji in objects(account, "emojis"):
        code = line(emoji, "shortcode")
        name = name.replace(f":{code}:", " ") if code else name
    return " ".join(name.split()) or line(account, "username", "acct")


def _body(row: Mapping[str, object]) -> Body:
    """The words, below those of a warning if there is one."""
    body = from_html(words(row, "content"))
    warning = from_plain(words(row, "spoiler_text")).text
    dropped = {*body.dropped}
    if listed(row, "media_attachments"):
        dropped.add("image")
    if inside(row, "poll"):
        dropped.add("poll")
    return Body("\n\n".join(filter(None, (warning, body.text))), tuple(sorted(dropped)))
