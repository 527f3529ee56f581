"""Where a reader may go on to when a conversation is read: the series, posts alike, others.

`Series:` and `Series-index:` are the headers of Pelican's series plugin. Posts are alike who share
topics, a rare one counting for more than a common one; no text is compared. Nothing here asks for
attention before the conversation: the theme prints it last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from rapport.building.shown import Shown
from rapport.building.views import PostLink, PostView, SeriesView
from rapport.model import one_line
from rapport.translation import N_, Catalogues

_RELATED = 3
# Among the posts of a common topic only so many on either side, by date, are weighed: who has
# thousands of them waits no longer for it.
_NEAR = 25
# Where a plain link hands an address on, by the names RAPPORT_SHARE knows; what is sent is percent
# encoded. (The networks' own pages on share links.)
WAYS: Mapping[str, tuple[str, str]] = {
    "mail": (N_("E-mail"), "mailto:?subject={title}&body={url}"),
    "linkedin": ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}"),
    "bluesky": ("Bluesky", "https://bsky.app/intent/compose?text={title}%20{url}"),
    "mastodon": ("Mastodon", "https://share.joinmastodon.org/#text={title}%20{url}"),
    "whatsapp": ("WhatsApp", "https://wa.me/?text={title}%20{url}"),
}


def lead_on(
    posts: Sequence[Shown],
    articles: Mapping[str, Any],
    base: str,
    ways: Sequence[str],
    catalogues: Catalogues,
) -> tuple[Shown, ...]:
    """The posts of a site with what to read after each.

    `articles` are Pelican's, by the path of their source; `base` is the site's own address, and
    `ways` are names of WAYS. What a link says
    is in the language of its post.
    """
    listed = [each for each in posts if each.listed]
    series = _series(listed, articles)
    related = _related([each.view for each in listed])
    return tuple(
        replace(
            each,
            view=replace(
                each.view,
                series=series.get(each.view.url),
                related=related.get(each.view.url, ()),
                share=_share(each.view, base, ways, catalogues) if each.listed else (),
            ),
        )
        for each in posts
    )


def _link(view: PostView) -> PostLink:
    return PostLink(view.title, view.url, view.date, view.lang, view.thread.count)


def _series(listed: Sequence[Shown], articles: Mapping[str, Any]) -> dict[str, SeriesView]:
    """The series each post is a part of, by the post's address: one for each language."""
    parts: dict[tuple[str, str], list[tuple[float, Any, str, PostView]]] = defaultdict(list)
    for each in listed:
        metadata = articles[each.post.source].metadata
        name = one_line(str(metadata.get("series", "")))
        if name:
            place = _number(metadata.get("series_index", ""))
            entry = (place, each.view.date, each.view.url, each.view)
            parts[name, each.view.lang].append(entry)
    found = {}
    for (name, _), entries in parts.items():
        views = [view for *_, view in sorted(entries, key=lambda entry: entry[:3])]
        for at, view in enumerate(views):
            found[view.url] = SeriesView(
                name=name,
                number=at + 1,
                total=len(views),
                previous=_link(views[at - 1]) if at else None,
                next=_link(views[at + 1]) if at + 1 < len(views) else None,
            )
    return found


def _number(index: object) -> float:
    """A part without a number comes after those that have one."""
    try:
        return float(str(index))
    except ValueError:
        return float("inf")


def _related(views: Sequence[PostView]) -> dict[str, tuple[PostLink, ...]]:
    """For each post those that share most topics with it, by its address; newer ones first."""
    topics: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, view in enumerate(views):
        for _, url in view.tags:
            topics[url, view.lang].append(at)
    alike: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for places in topics.values():
        for one, other in _near(places):
            alike[one][other] += 1 / len(places)
    return {
        views[at].url: tuple(_link(views[other]) for other in _best(weights))
        for at, weights in alike.items()
    }


def _near(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    for at, one in enumerate(places):
        for other in places[max(0, at - _NEAR) : at + _NEAR + 1]:
            if one != other:
                yield one, other


def _best(weights: Mapping[int, float]) -> list[int]:
    return sorted(weights, key=lambda other: (-weights[other], other))[:_RELATED]


def _share(
    view: PostView, base: str, ways: Sequence[str], catalogues: Catalogues
) -> tuple[tuple[str, str], ...]:
    if not base:
        return ()
    title = quote(one_line(view.title.striptags()), safe="")
    url = quote(f"{base}/{view.url}", safe="")
    words = catalogues.of(view.lang)
    return tuple(
        (words.gettext(WAYS[way][0]), WAYS[way][1].format(title=title, url=url)) for way in ways
    )
