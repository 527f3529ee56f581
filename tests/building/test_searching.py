"""The list from A to Z, and the index that a published site has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup

from rapport.building import build, making, searching
from rapport.building.searching import by_letter, write_index
from rapport.building.views import PostView
from rapport.errors import BuildError
from tests.building.small_site import tree, write_site
from tests.theme.samples import post


def listed(title: str) -> PostView:
    return replace(post(), title=Markup(title), url=title)  # noqa: S704 - a title of a test's own


def titles(*given: str) -> list[tuple[str, list[str]]]:
    views = [listed(each) for each in given]
    return [(group.letter, [str(each.title) for each in group.posts]) for group in by_letter(views)]


def test_posts_stand_under_their_letter_without_its_accent() -> None:
    assert titles("zebra", "Éclair", "eagle", "Ähre", "apple", "<em>Elm</em>") == [
        ("A", ["Ähre", "apple"]),
        ("E", ["eagle", "Éclair", "<em>Elm</em>"]),
        ("Z", ["zebra"]),
    ]


def test_what_is_no_letter_comes_first_and_other_scripts_have_theirs() -> None:
    assert titles("Ключ", "42 ways", "«Quote»", "…", "中文", "باب") == [
        ("#", ["…", "42 ways"]),
        ("Q", ["«Quote»"]),
        ("К", ["Ключ"]),
        ("ب", ["باب"]),
        ("中", ["中文"]),
    ]


def test_every_anchor_is_an_id_of_its_own() -> None:
    views = [listed(each) for each in "aÄbж"]
    anchors = [group.anchor for group in by_letter(views)]
    assert len(set(anchors)) == len(anchors) == 3
    assert all(anchor.isascii() for anchor in anchors)


def test_a_published_site_has_an_index_and_others_have_a_list(tmp_path: Path) -> None:
    write_site(tmp_path)
    plain = tree(build(tmp_path / "pelicanconf.py").output)
    assert not [name for name in plain if name.startswith("pagefind/")]
    page = plain["search/index.html"].decode()
    assert "<script" not in page
    assert 'id="letter-' in page
    assert "Who pays the toll" in page
    assert b"data-pagefind-body" not in plain["who-pays-the-toll-why/index.html"]
    published = tree(build(tmp_path / "publishconf.py", publish=True).output)
    assert "pagefind/pagefind.js" in published
    assert not [name for name in published if "-ui." in name]
    assert b"data-index" in published["search/index.html"]
    assert [
        n for n, page in published.items() if n.endswith(".html") and b'<script type="m' in page
    ] == ["search/index.html"]
    assert b"https://quay.example/search/</loc>" in published["sitemap.xml"]


def test_all_else_of_a_published_site_is_the_same_each_time(tmp_path: Path) -> None:
    """What Pagefind writes of its filters has an order of its own each time."""
    made = [
        tree(build(write_site(tmp_path / name).with_name("publishconf.py"), publish=True).output)
        for name in ("one", "two")
    ]
    same = [{n: d for n, d in each.items() if not n.startswith("pagefind/")} for each in made]
    assert same[0] == same[1]
    assert len(made[0]) > len(same[0])


def test_an_index_that_fails_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BuildError, match="search index could not be made"):
        write_index(tmp_path / "nowhere", "no-such-language")
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: tmp_path / "gone")
    with pytest.raises(BuildError, match="Install Rapport again"):
        write_index(tmp_path, "en")


def test_a_site_that_is_not_put_in_place_gets_no_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed: list[Path] = []
    monkeypatch.setattr(making, "write_index", lambda site, _: indexed.append(site))
    conf = write_site(tmp_path).with_name("publishconf.py")
    assert build(conf, publish=True).swapped
    assert len(indexed) == 1
    write_site(tmp_path, {"content/posts/lock.md": "Title: Lock\nStatus: publishd\n\nShut.\n"})
    assert not build(conf, publish=True).swapped
    (tmp_path / "content/posts/lock.md").unlink()
    monkeypatch.setattr(making, "check_written", refuse)
    with pytest.raises(BuildError, match="not whole"):
        build(conf, publish=True)
    assert len(indexed) == 1


def refuse(*_: object) -> None:
    raise BuildError("not whole")


def test_nothing_but_publishing_brings_the_program() -> None:
    assert not hasattr(searching, "get_executable")
