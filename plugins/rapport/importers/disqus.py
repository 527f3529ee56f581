"""Disqus's XML export: the articles are its threads, the comments its posts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

from rapport.arrivals import Arrived, ArrivedState, Contact, Export, Place, Skipped
from rapport.importers.dates import moment
from rapport.importers.markup import from_html
from rapport.importers.trees import Root, elements, text
from rapport.model import one_line, safe_url

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SOURCE = "disqus"
_NS = "{http://disqus.com}"
_ID = "{http://disqus.com/disqus-internals}id"
_THREAD = f"{_NS}thread"
_POST = f"{_NS}post"
_ROOT = Root(
    f"{_NS}disqus",
    "An export of Disqus's begins with <disqus>; one with <rss>, which Disqus imports, is of the "
    "format wordpress.",
)


def read(path: Path, zone: ZoneInfo, told: Callable[[int], None]) -> Export:
    """A Disqus export (https://help.disqus.com, "Comments export"), one XML file.

    Spam stays spam, what was deleted is removed, what is not approved is pending. Newer exports
    hold neither e-mail addresses nor IPs. Raises Unusable.
    """
    places: list[Place] = []
    comments: list[Arrived] = []
    skipped: list[Skipped] = []
    for element in elements(path, _ROOT, (_THREAD, _POST), told):
        if element.tag == _THREAD:
            places.append(_place(element))
            continue
        found = _comment(element, zone)
        if isinstance(found, Arrived):
            comments.append(found)
        else:
            skipped.append(found)
    return Export(SOURCE, tuple(places), tuple(comments), tuple(skipped))


def _place(element: Element) -> Place:
    """A thread; its `id` is what the page said it is, or nothing, or an address."""
    key = text(element, f"{_NS}id")
    return Place(
        id=element.get(_ID, ""),
        title=one_line(text(element, f"{_NS}title")),
        url=text(element, f"{_NS}link"),
        keys=(one_line(key),) if key else (),
    )


def _comment(element: Element, zone: ZoneInfo) -> Arrived | Skipped:
    name = element.get(_ID, "")
    if not name:
        return Skipped(text(element, f"{_NS}id"), "it has no dsq:id")
    when = moment(text(element, f"{_NS}createdAt"), zone)
    if when is None:
        return Skipped(name, f"its date {text(element, f'{_NS}createdAt')!r} cannot be read")
    body = from_html(element.findtext(f"{_NS}message") or "", target=direct)
    state, why = _state(element)
    writer = element.find(f"{_NS}author")
    signed, account, email, link = ("",) * 4
    if writer is not None:
        signed, account, email, link = (
            text(writer, f"{_NS}{key}") for key in ("name", "username", "email", "link")
        )
    return Arrived(
        id=name,
        place=_reference(element, _THREAD),
        author=one_line(signed or account),
        date=when[0],
        body=body.text,
        state=state,
        why=why,
        parent=_reference(element, f"{_NS}parent"),
        account=one_line(account or signed),
        url=safe_url(link),
        contact=Contact(email=email, ip=text(element, f"{_NS}ipAddress")),
        zoneless=when[1],
        dropped=body.dropped,
    )


def _reference(element: Element, name: str) -> str:
    child = element.find(name)
    return "" if child is None else child.get(_ID, "")


def _state(element: Element) -> tuple[ArrivedState, str]:
    if _true(element, "isDeleted"):
        return "removed", "deleted there"
    if _true(element, "isSpam"):
        return "spam", "marked as spam there"
    if text(element, f"{_NS}isApproved").lower() == "false":
        return "pending", "not approved there"
    return "shown", ""


def _true(element: Element, name: str) -> bool:
    return text(element, f"{_NS}{name}").lower() == "true"


def direct(url: str) -> str:
    """Where a link really goes: Disqus sends clicks through `disq.us/url?url=<address>:<hash>`."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if parts.netloc.lower() not in ("disq.us", "www.disq.us") or parts.path != "/url":
        return url
    goal = parse_qs(parts.query).get("url", [""])[0]
    address, colon, check = goal.rpartition(":")
    return address if colon and "/" not in check and "://" in address else goal or url
