"""One page of every kind that the theme has, found in what was built."""

from __future__ import annotations

from tests.theme_check.made import Made, Place
from tests.theme_check.verdict import ToolError

_ADDRESSES = {
    "home": "",
    "conversations": "conversations/",
    "people": "people/",
    "thanks": "thanks/",
    "posts by year": "posts/",
    "topics": "topics/",
    "search": "search/",
    "comment policy": "comment-policy/",
    "not found": "404.html",
    "moved": "2019/costs.html",
}
_BELOW = {"topic": "topics/", "author": "authors/"}
_PREVIEW = {"desk": "desk/", "rules": "rapport/rules/"}
_HARD = (
    "post-german",
    "post-busy",
    "post-form",
    "post-long-words",
    "post-right-to-left",
    "home-right-to-left",
)


def most_talked(place: Place) -> str:
    """The post with most comments: what the theme is for."""
    return max(posts(place), key=lambda page: place.html(page).count("u-comment h-cite"))


def posts(place: Place) -> list[str]:
    """The addresses of all posts."""
    return [page for page in place.pages() if 'class="post h-entry"' in place.html(page)]


def staying(place: Place) -> list[str]:
    """The addresses of all pages but those that only lead on to another."""
    return [page for page in place.pages() if 'http-equiv="refresh"' not in place.html(page)]


def kinds(made: Made) -> dict[str, str]:
    """The address of one page of each kind, by its name; raises ToolError if one is missing."""
    published, preview = made.published, made.preview
    found = {name: published.url + page for name, page in _published(published).items()}
    for name, page in (*_PREVIEW.items(), ("draft", _first(preview, "drafts/"))):
        found[name] = preview.url + _there(preview, page)
    for case in _HARD:
        found[case] = made.hard.url + _there(made.hard, f"{case}/")
    return found


def _published(place: Place) -> dict[str, str]:
    found = {name: _there(place, page) for name, page in _ADDRESSES.items()}
    found |= {name: _first(place, folder) for name, folder in _BELOW.items()}
    found["post"] = most_talked(place)
    found["post nobody answered"] = next(
        page for page in posts(place) if "u-comment h-cite" not in place.html(page)
    )
    people = [page for page in place.pages() if page.startswith("people/") and page != "people/"]
    for name, firm in (("person of the firm", True), ("guest", False)):
        of_kind = [page for page in people if ("badge p-org" in place.html(page)) is firm]
        found[name] = max(of_kind, key=lambda page: len(place.html(page)))
    return found


def _there(place: Place, page: str) -> str:
    if not place.file(page).is_file():
        raise ToolError(f"No page {page} was built, and every kind of page must be looked at.")
    return page


def _first(place: Place, folder: str) -> str:
    inside = [page for page in place.pages() if page.startswith(folder) and page != folder]
    if not inside:
        raise ToolError(f"No page below {folder} was built, and every kind must be looked at.")
    return inside[0]
