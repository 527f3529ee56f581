"""Lists that grow, cut into pages: `people/`, `people/2/`, each with the way to its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rapport.building.views import GroupView, PartView

Groups = Sequence[tuple[str, Sequence[Any]]]


def cut(groups: Groups, size: int, url: str) -> tuple[PartView, ...]:
    """The pages of a list in groups: `size` entries each, one page at least.

    A group has a name and its entries; those without entries are left out. `url` is the address of
    the first page, and ends with a slash.
    """
    index: list[GroupView] = []
    pages: list[list[GroupView]] = []
    for name, items in groups:
        pieces = list(_pieces(name, items, size, url, pages))
        if pieces:
            index.append(GroupView(name, pieces[0].url, len(items)))
    total = max(1, len(pages))
    return tuple(
        PartView(
            number=number,
            total=total,
            url=_address(url, number),
            previous=_address(url, number - 1) if number > 1 else None,
            next=_address(url, number + 1) if number < total else None,
            groups=tuple(pages[number - 1]) if pages else (),
            index=tuple(index),
        )
        for number in range(1, total + 1)
    )


def _pieces(
    name: str, items: Sequence[Any], size: int, url: str, pages: list[list[GroupView]]
) -> Iterator[GroupView]:
    """A group laid onto the pages there are and as many more as it needs."""
    done = 0
    while done < len(items):
        room = size - sum(len(group.items) for group in pages[-1]) if pages else 0
        if room <= 0:
            pages.append([])
            room = size
        here = _address(url, len(pages))
        group = GroupView(name, f"{here}#{name}", len(items), tuple(items[done : done + room]))
        pages[-1].append(group)
        done += room
        yield group


def _address(url: str, number: int) -> str:
    return url if number == 1 else f"{url}{number}/"
