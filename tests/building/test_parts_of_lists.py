"""Lists that grow are cut into pages; nothing is lost on the way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rapport.building.parts import cut
from rapport.building.views import PartView


def shape(parts: tuple[PartView, ...]) -> list[list[tuple[str, tuple[int, ...]]]]:
    return [[(group.name, group.items) for group in part.groups] for part in parts]


def test_a_short_list_is_one_page_without_neighbours() -> None:
    [part] = cut([("open", [1, 2]), ("quiet", [3])], 5, "conversations/")
    assert (part.number, part.total, part.url) == (1, 1, "conversations/")
    assert (part.previous, part.next) == (None, None)
    assert shape((part,)) == [[("open", (1, 2)), ("quiet", (3,))]]


def test_a_long_list_goes_on_under_the_next_address() -> None:
    parts = cut([("open", [1, 2, 3]), ("quiet", [4, 5])], 2, "talk/")
    assert shape(parts) == [
        [("open", (1, 2))],
        [("open", (3,)), ("quiet", (4,))],
        [("quiet", (5,))],
    ]
    assert [part.url for part in parts] == ["talk/", "talk/2/", "talk/3/"]
    assert [part.previous for part in parts] == [None, "talk/", "talk/2/"]
    assert [part.next for part in parts] == ["talk/2/", "talk/3/", None]


def test_every_page_knows_where_each_group_begins_and_how_many_it_has() -> None:
    parts = cut([("open", [1, 2, 3]), ("quiet", [4, 5])], 2, "talk/")
    for part in parts:
        assert [(group.name, group.url, group.total, group.items) for group in part.index] == [
            ("open", "talk/#open", 3, ()),
            ("quiet", "talk/2/#quiet", 2, ()),
        ]


def test_an_empty_list_is_one_page_that_can_say_so() -> None:
    [part] = cut([("open", [])], 5, "talk/")
    assert (part.groups, part.index, part.total) == ((), (), 1)


@given(st.lists(st.integers(0, 9), max_size=5), st.integers(1, 4))
def test_every_entry_stands_once_in_order(sizes: list[int], size: int) -> None:
    groups = [(f"g{at}", list(range(count))) for at, count in enumerate(sizes)]
    parts = cut(groups, size, "x/")
    told = [(g.name, item) for part in parts for g in part.groups for item in g.items]
    assert told == [(name, item) for name, items in groups for item in items]
    assert all(sum(len(g.items) for g in part.groups) <= size for part in parts)
