"""WordPress's export (WXR): the comments that stand within each item of its feed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rapport.arrivals import Arrived, ArrivedState, Contact, Export, Place, Skipped
from rapport.importers.dates import moment
from rapport.importers.faults import Unusable
from rapport.importers.markup import from_html
from rapport.importers.trees import elements, text
from rapport.model import CommentKind, one_line, safe_url

if TYPE_CHECKING:
    from datetime import datetime
    from xml.etree.ElementTree import Element

SOURCE = "wordpress"
_NAMESPACE = re.compile(r"\{http://wordpress\.org/export/[\d.]+/\}")
_KINDS: dict[str, CommentKind] = {
    "": "comment",
    "comment": "comment",
    "pingback": "mention",
    "trackback": "mention",
    "webmention": "mention",
    "like": "like",
    "repost": "repost",
    "mention": "mention",
}
_STATES: dict[str, tuple[ArrivedState, str]] = {
    "1": ("shown", ""),
    "approved": ("shown", ""),
    "approve": ("shown", ""),
    "0": ("pending", "not approved there"),
    "hold": ("pending", "not approved there"),
    "spam": ("spam", "marked as spam there"),
    "trash": ("removed", "in the bin there"),
    "post-trashed": ("removed", "in the bin there with its article"),
}


def read(path: Path, zone: ZoneInfo, told: Callable[[int], None]) -> Export:
    """A WordPress export (Tools, Export, "All content"), one XML file of WXR 1.0 to 1.2.

    Pingbacks, trackbacks and webmentions are mentions. `comment_date_gmt` is the date; where it is
    missing or all zeros `comment_date` is, in the site's zone. Raises Unusable.
    """
    places: list[Place] = []
    comments: list[Arrived] = []
    skipped: list[Skipped] = []
    count = 0
    found_any = False
    for item in elements(path, ("item",), _silent):
        prefix = _prefix(item)
        found_any = found_any or bool(prefix)
        here = list(item.iterfind(f"{prefix}comment")) if prefix else []
        if not here:
            continue
        place = _place(item, prefix, len(places))
        places.append(place)
        for element in here:
            one = _comment(element, prefix, place.id, zone)
            comments.append(one) if isinstance(one, Arrived) else skipped.append(one)
            count += 1
        told(count)
    if not found_any:
        raise Unusable(
            path,
            "There is no article of WordPress's in it (an <item> with wp:post_id). An export is "
            "made under Tools, Export; a feed is not one.",
        )
    return Export(SOURCE, tuple(places), tuple(comments), tuple(skipped))


def _silent(_count: int) -> None:
    """Items are not what is counted."""


def _prefix(item: Element) -> str:
    """The namespace of this version of WXR, as ElementTree writes it before a name."""
    for child in item:
        found = _NAMESPACE.match(child.tag)
        if found:
            return found[0]
    return ""


def _place(item: Element, prefix: str, number: int) -> Place:
    """An article; WordPress knows it by a slug and by a number (`?p=4`)."""
    name = text(item, f"{prefix}post_id")
    keys = [text(item, f"{prefix}post_name")]
    return Place(
        id=name or f"item-{number + 1}",
        title=one_line(text(item, "title")),
        url=text(item, "link"),
        keys=tuple(one_line(key) for key in keys if key),
    )


def _comment(element: Element, prefix: str, place: str, zone: ZoneInfo) -> Arrived | Skipped:
    def get(name: str) -> str:
        return text(element, f"{prefix}comment_{name}")

    name = get("id")
    if not name:
        return Skipped("", f"a comment by {one_line(get('author')) or 'nobody'} has no comment_id")
    kind = _KINDS.get(get("type").lower())
    if kind is None:
        return Skipped(name, f"it is a {one_line(get('type'))!r}, which is no comment")
    when = _date(get("date_gmt"), get("date"), zone)
    if when is None:
        return Skipped(
            name, f"its date {one_line(get('date') or get('date_gmt'))!r} cannot be read"
        )
    approved = get("approved").lower()
    state, why = _STATES.get(approved, ("pending", f"its state there is {approved or 'missing'!r}"))
    body = from_html(element.findtext(f"{prefix}comment_content") or "", breaks=True)
    parent, user, url = get("parent"), get("user_id"), safe_url(get("author_url"))
    return Arrived(
        id=name,
        place=place,
        author=one_line(get("author")),
        date=when[0],
        body=body.text,
        state=state,
        why=why,
        parent="" if parent == "0" else parent,
        account=user if user not in ("", "0") else one_line(get("author")),
        url=url,
        source_url=url if kind != "comment" else "",
        kind=kind,
        contact=Contact(email=get("author_email"), ip=get("author_IP")),
        zoneless=when[1],
        dropped=body.dropped,
    )


def _date(gmt: str, local: str, zone: ZoneInfo) -> tuple[datetime, bool] | None:
    """WordPress writes 0000-00-00 for what it does not know."""
    utc = moment(gmt, ZoneInfo("UTC")) if gmt else None
    if utc is not None:
        return utc[0], False
    return moment(local, zone)
