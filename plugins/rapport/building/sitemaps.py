"""Where everything is, for those who look for it: sitemap.xml, and a robots.txt that names it.

Formats: sitemaps.org's protocol 0.9 (absolute addresses, W3C dates) and RFC 9309. Both need the
site's own address, so a site without a SITEURL gets neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape

from rapport.building.shown import Shown
from rapport.building.views import PostView, SiteView

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
# What may stand in an address as it is; everything else is percent-encoded (RFC 3986).
_SAFE = "/:?#[]@!$&'()*+,;=%~"

Entry = tuple[str, datetime | None]


def sitemap(entries: Iterable[Entry], base: str) -> str:
    """The sitemap of pages by their address below `base`, each with its last change, if known."""
    lines = "".join(f"<url>{_entry(url, changed, base)}</url>\n" for url, changed in entries)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</urlset>\n'
    )


def robots(base: str) -> str:
    """Everybody may read everything; here is what there is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {base}/{SITEMAP}\n"


def entries(
    site: SiteView, posts: Sequence[Shown], pages: Sequence[Any], topics: Sequence[Any]
) -> Iterator[Entry]:
    """Every page that a search engine may show; `pages` and `topics` are Pelican's.

    A post changes with its conversation, and the front page with the site. People who are readers
    are left out, as their pages ask to be.
    """
    places = site.places
    yield places.home, site.today
    lists = (places.conversations, places.posts, places.people, places.thanks, places.topics)
    yield from ((url, None) for url in (*lists, places.search) if url)
    yield from ((each.view.url, _changed(each.view)) for each in posts if each.listed)
    yield from ((page.url, getattr(page, "modified", None)) for page in pages)
    yield from ((topic.url, None) for topic in topics)
    yield from ((person.name.url, None) for person in site.people if person.indexed)


def _changed(post: PostView) -> datetime:
    said = [comment.date for comment in post.thread.latest]
    return max([post.date, *said, *(update.date for update in post.updates)])


def _entry(url: str, changed: datetime | None, base: str) -> str:
    place = f"<loc>{escape(quote(f'{base}/{url}', safe=_SAFE))}</loc>"
    return place if changed is None else f"{place}<lastmod>{changed.isoformat()}</lastmod>"
