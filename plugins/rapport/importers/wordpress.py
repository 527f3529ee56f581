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
from rapport.importers.trees import Root, elements, text
from rapport.model import CommentKind, one_line, safe_url

if TYPE_CHECKING:
    from datetime import datetime
    from xml.etree.ElementTree import Element

SOURCE = "wordpress"
_NAMESPACE = re.compile(r"\{https?://wordpress\.org/export/[\d.]+/\}")
_ROOT = Root("rss", "An export of WordPress's (Tools, Export) begins with <rss>.")
# In the file that Disqus imports, the name a page gave its thread.
_IDENTIFIER = "{http://www.disqus.com/}thread_identifier"
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
    items = known = 0
    for item in elements(path, _ROOT, ("item",), _silent):
        prefix = _prefix(item)
        items += 1
        known += bool(prefix)
        here = list(item.iterfind(f"{prefix}comment")) if prefix else []
        if not here:
            continue
        place = _place(item, prefix, len(places))
        places.append(place)
        written = text(item, f"{prefix}post_date_gmt") or text(item, f"{prefix}post_date")
        for element in here:
            one = _comment(element, prefix, (place.id, written), zone)
            comments.append(one) if isinstance(one, Arrived) else skipped.append(one)
            count += 1
        told(count)
    if items and not known:
        raise Unusable(
            path,
            "There is nothing of WordPress's in its articles (wp:post_id, wp:comment). An export "
            "is made under Tools, Export; a feed is not one.",
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
    keys = [text(item, f"{prefix}post_name"), text(item, _IDENTIFIER)]
    return Place(
        id=name or f"item-{number + 1}",
        title=one_line(text(item, "title")),
        url=text(item, "link"),
        keys=tuple(one_line(key) for key in keys if key),
    )


def _comment(
    element: Element, prefix: str, article: tuple[str, str], zone: ZoneInfo
) -> Arrived | Skipped:
    """A comment of an article, which is given by the id of its place and its date."""

    def get(name: str) -> str:
        return text(element, f"{prefix}comment_{name}")

    name = get("id")
    if not name:
        return Skipped("", f"a comment by {one_line(get('author')) or 'nobody'} has no comment_id")
    kind = _KINDS.get(get("type").lower())
    if kind is None:
        return Skipped(name, f"it is a {one_line(get('type'))!r}, which is no comment")
    dated = _date(get("date_gmt"), get("date"), zone)
    when = dated or _date(article[1], "", zone)
    if when is None:
        return Skipped(
            name, f"its date {one_line(get('date') or get('date_gmt'))!r} cannot be read"
        )
    approved = get("approved").lower()
    state, why = _STATES.get(approved, ("pending", f"its state there is {approved or 'missing'!r}"))
    if dated is None and state == "shown":
        state, why = "pending", "it has no date there; that of its article was taken"
    body = from_html(element.findtext(f"{prefix}comment_content") or "", breaks=True)
    parent, user, url = get("parent"), get("user_id"), safe_url(get("author_url"))
    return Arrived(
        id=name,
        place=article[0],
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
