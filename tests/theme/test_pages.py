"""What must hold on every page of the theme, whatever it shows."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import datetime
from itertools import pairwise
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest

from tests.theme.document import by_id, classes, elements, name, of_class, parse, text
from tests.theme.pages import SITE, pages

MICROFORMATS = {
    *("h-feed", "h-entry", "h-cite", "h-card"),
    *("p-name", "p-author", "p-summary", "p-category", "p-note", "p-org"),
    *("u-url", "u-comment", "u-in-reply-to", "u-syndication"),
    *("dt-published", "dt-updated", "e-content"),
}

PLACES = {
    "conversations": "Conversations",
    "conversations-none": "Conversations",
    "conversations-page-2": "Conversations",
    "archives": "Posts",
    "period": "Posts",
    "people": "People",
    "people-none": "People",
    "person-page-2": "People",
    "person-reader": "People",
    "person-firm": "People",
    "search": "Search",
    "search-empty": "Search",
    "thanks": "Thanks",
    "thanks-none": "Thanks",
    "desk": "Desk",
    "desk-empty": "Desk",
}

every_page = pytest.mark.parametrize("case", sorted(pages()))


@pytest.fixture
def tree(case: str) -> Element:
    return parse(pages()[case])


@every_page
def test_is_well_formed_html(case: str) -> None:
    assert parse(pages()[case]).tag == "html"


@every_page
def test_has_a_title_a_description_and_a_language(tree: Element) -> None:
    [title] = elements(tree, "title")
    assert text(title).endswith("Harbour Notes")
    [description] = [one for one in elements(tree, "meta") if one.get("name") == "description"]
    assert description.get("content")
    assert tree.get("lang")


@every_page
def test_has_one_h1_and_skips_no_level(tree: Element) -> None:
    levels = [int(one.tag[1]) for one in elements(tree, "h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(text(one) for one in elements(tree, "h1", "h2", "h3", "h4"))


@every_page
def test_has_its_landmarks_once_and_by_name(tree: Element) -> None:
    assert len(list(elements(tree, "main"))) == 1
    assert len(of_class(tree, "site-head")) == 1
    assert len(of_class(tree, "site-foot")) == 1
    for kind in ("nav", "section", "aside"):
        names = [name(one, tree) for one in elements(tree, kind)]
        assert all(names)
        assert len(names) == len(set(names))


@every_page
def test_starts_with_a_way_past_the_navigation(tree: Element) -> None:
    first = next(elements(tree, "a"))
    assert text(first) == "Skip to content"
    assert by_id(tree, (first.get("href") or "").removeprefix("#")).tag == "main"


@every_page
def test_every_id_is_unique_and_every_reference_leads_somewhere(tree: Element) -> None:
    ids = [one.get("id") for one in elements(tree) if one.get("id")]
    assert len(ids) == len(set(ids))
    for one in elements(tree):
        for key in ("aria-labelledby", "aria-describedby"):
            assert set((one.get(key) or "").split()) <= set(ids)
        if (target := one.get("href", "")).startswith("#"):
            assert target.removeprefix("#") in ids


@every_page
def test_links_have_names_and_one_name_leads_to_one_place(tree: Element) -> None:
    places = defaultdict(set)
    for link in elements(tree, "a"):
        assert link.get("href")
        target = (link.get("href") or "").replace(f"{SITE}/costs/#c-", "#c-")
        places[name(link, tree)].add(target)
    assert "" not in places
    assert {what: where for what, where in places.items() if len(where) > 1} == {}


@every_page
def test_nothing_runs_and_nothing_comes_from_elsewhere(tree: Element) -> None:
    scripts = [one.get("src") for one in elements(tree, "script")]
    assert scripts == ([f"{SITE}/theme/js/search.js"] if of_class(tree, "search") else [])
    assert not list(elements(tree, "style", "iframe", "object", "embed", "base"))
    for one in elements(tree):
        assert not [key for key in one.attrib if key.startswith("on") or key == "style"]
        fetched = [one.get("src"), one.get("srcset"), one.get("data"), one.get("poster")]
        if one.tag == "link" and one.get("rel") in ("stylesheet", "icon"):
            fetched.append(one.get("href"))
        assert {urlsplit(url).netloc for url in fetched if url} <= {urlsplit(SITE).netloc}
        assert not (one.get("href") or "").lower().startswith(("javascript:", "data:", "//"))


@every_page
def test_no_class_of_ours_can_be_taken_for_a_microformat(tree: Element) -> None:
    used = {word for one in elements(tree) for word in classes(one)}
    taken = {word for word in used if re.match(r"(p|u|e|dt|h)-", word)}
    assert taken <= MICROFORMATS


@every_page
def test_every_time_is_written_for_machines_too(tree: Element) -> None:
    for one in elements(tree, "time"):
        assert datetime.fromisoformat(one.get("datetime", "")).tzinfo
        assert re.match(r"\d{1,2} \w+ \d{4}", text(one))


@every_page
def test_the_feeds_can_be_found(tree: Element, case: str) -> None:
    feeds = {
        one.get("href")
        for one in elements(tree, "link")
        if one.get("type") == "application/atom+xml"
    }
    assert f"{SITE}/feeds/posts.atom.xml" in feeds
    assert (f"{SITE}/feeds/conversation.atom.xml" in feeds) == (case != "home-empty")


@every_page
def test_says_where_it_lies_in_the_navigation(tree: Element, case: str) -> None:
    here = [text(one) for one in elements(tree, "a") if one.get("aria-current")]
    place = PLACES.get(case, "Posts" if case.startswith("post") else "")
    assert here == ([place] if place else [])


def canonical(case: str) -> str:
    return "".join(
        one.get("href", "")
        for one in elements(parse(pages()[case]), "link")
        if one.get("rel") == "canonical"
    )


@pytest.mark.parametrize(
    ("case", "address"),
    [
        ("home", "/"),
        ("home-page-2", "/page/2/"),
        ("post", "/costs/"),
        ("conversations", "/conversations/"),
        ("conversations-page-2", "/conversations/2/"),
        ("person-page-2", "/people/maria-keller/2/"),
        ("person-reader", "/people/maria-keller/"),
        ("people", "/people/"),
        ("thanks", "/thanks/"),
        ("archives", "/posts/"),
        ("page", "/about/"),
        ("tag-unpaged", "/topics/costs/"),
        ("author", "/author/anna-rossi/"),
    ],
)
def test_the_canonical_address_of_a_page(case: str, address: str) -> None:
    assert canonical(case) == SITE + address


@pytest.mark.parametrize("case", ["404", "desk", "period"])
def test_a_page_that_has_no_address_of_its_own_names_none(case: str) -> None:
    assert canonical(case) == ""


@pytest.mark.parametrize(
    ("case", "hidden"),
    [
        *(("post", False), ("person-firm", False), ("home", False)),
        *(("post-draft", True), ("person-reader", True), ("desk", True), ("404", True)),
    ],
)
def test_what_search_engines_shall_not_list(case: str, hidden: bool) -> None:
    robots = [
        one.get("content")
        for one in elements(parse(pages()[case]), "meta")
        if one.get("name") == "robots"
    ]
    assert robots == (["noindex"] if hidden else [])


def test_a_right_to_left_site_says_so() -> None:
    assert parse(pages()["home-right-to-left"]).get("dir") == "rtl"
    assert parse(pages()["home"]).get("dir") is None
