"""The set of templates itself: complete, strict, and reading nothing but the contract."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import pelican
import pytest
from jinja2 import UndefinedError, meta, nodes

from rapport.building.views import SiteView
from tests.theme.pages import ENVIRONMENT, TEMPLATES, THEME, render
from tests.theme.samples import START

NAMES = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
SIMPLE = Path(pelican.__file__).parent / "themes" / "simple" / "templates"

CONTRACT = {
    *("rapport", "article", "person", "part", "desk", "rules", "letters", "moved"),
    *("SITEURL", "SITENAME", "SITESUBTITLE", "DEFAULT_LANG", "THEME_STATIC_DIR", "MENUITEMS"),
    *("FEED_DOMAIN", "FEED_ALL_ATOM", "FEED_ALL_ATOM_URL"),
    *("TAG_FEED_ATOM", "CATEGORY_FEED_ATOM", "AUTHOR_FEED_ATOM"),
    *("articles", "articles_page", "articles_paginator"),
    *("articles_previous_page", "articles_next_page", "dates", "dates_page"),
    *("tag", "tags", "category", "categories", "author", "authors"),
    *("period", "page", "pages"),
}


def source(name: str) -> str:
    return (TEMPLATES / name).read_text("utf-8")


@cache
def made_by_ourselves() -> set[str]:
    """The names that some template sets, imports or defines for those it includes."""
    made: set[str] = set()
    for name in NAMES:
        tree = ENVIRONMENT.parse(source(name))
        made |= {one.name for one in tree.find_all(nodes.Name) if one.ctx == "store"}
        made |= {one.target for one in tree.find_all(nodes.Import)}
        made |= {one.name for one in tree.find_all(nodes.Macro)}
    return made


def test_the_marker_asks_for_escaping_and_strictness() -> None:
    marker = tomllib.loads((THEME / "theme.toml").read_text("utf-8"))["theme"]
    assert marker == {"name": "Rapport", "autoescape": True, "strict": True}


def test_nothing_falls_back_to_pelicans_own_theme() -> None:
    theirs = {path.name for path in SIMPLE.glob("*.html")}
    assert len(theirs) >= 14
    assert theirs <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_template_reads_only_the_contract(name: str) -> None:
    tree = ENVIRONMENT.parse(source(name))
    assert meta.find_undeclared_variables(tree) - CONTRACT - made_by_ourselves() == set()


@pytest.mark.parametrize("name", NAMES)
def test_only_a_pages_body_is_called_safe(name: str) -> None:
    safe = [
        one for one in ENVIRONMENT.parse(source(name)).find_all(nodes.Filter) if one.name == "safe"
    ]
    assert len(safe) == (1 if name == "page.html" else 0)
    assert "autoescape" not in source(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_small_and_has_no_script_or_style(name: str) -> None:
    text = source(name)
    assert len(text.splitlines()) <= 80
    if name == "search.html":
        text = text.replace('<script type="module" src="{{', "", 1)
    assert not re.search(r"<script|<style|style=|\son\w+=|javascript:|https?://", text)


@pytest.mark.parametrize("name", ["head_extra", "foot_extra"])
def test_the_sites_own_hooks_are_empty(name: str) -> None:
    assert render(f"partials/{name}.html").strip() == ""


def test_every_region_of_a_post_is_a_named_block() -> None:
    blocks = set(ENVIRONMENT.get_template("article.html").blocks)
    assert blocks >= {
        *("title", "description", "canonical", "robots", "feeds", "skip", "content"),
        *("post_header", "panel", "strip", "post_content", "rail", "postscript"),
        *("conversation", "after_conversation"),
    }
    assert set(ENVIRONMENT.get_template("base.html").blocks) >= {
        *("head", "styles", "icons", "head_extra", "body", "header", "brand", "nav", "footer")
    }


def test_an_unknown_variable_stops_the_page() -> None:
    with pytest.raises(UndefinedError, match="nonsense"):
        ENVIRONMENT.from_string("{{ rapport.nonsense }}").render(rapport=SiteView("F", START))


def test_a_page_without_what_it_shows_is_not_written() -> None:
    with pytest.raises(UndefinedError, match="person"):
        render("person.html")
