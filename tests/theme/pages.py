"""Every page of the theme, rendered from hand-made views and Pelican's least context: no build."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from rapport.building.parts import cut
from rapport.building.preview_views import PanelView
from rapport.building.views import Name, PartView, PersonView, PostView, SiteView
from rapport.translation import FILTERS, TRANSLATIONS, Catalogues, Speaking, spoken
from tests.theme.samples import (
    ARABIC,
    JONAS,
    LONG_WORD,
    MARKED,
    QUIET_POST,
    START,
    arranged,
    busy_thread,
    comment,
    desk,
    firm_person,
    letters,
    long_thread,
    panel,
    person,
    post,
    rules,
    site,
    thread,
)

THEME = Path(__file__).parents[2] / "theme"
TEMPLATES = THEME / "templates"
SITE = "https://harbour.example"


def environment() -> Environment:
    """Jinja as Pelican sets it up, with what the theme's marker asks for."""
    made = Environment(
        loader=FileSystemLoader(THEME / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[Speaking],
    )
    made.globals.update(spoken(Catalogues((THEME / TRANSLATIONS,))))
    made.filters.update(FILTERS)
    return made


ENVIRONMENT = environment()


class Listed:
    """What stands for one page of a Pelican paginator."""

    def __init__(self, articles: list[Any], number: int = 1, last: int = 1) -> None:
        self.object_list = articles
        self.number = number
        self.last = last
        self.url = "" if number == 1 else f"page/{number}/"

    def has_previous(self) -> bool:
        return self.number > 1

    def has_next(self) -> bool:
        return self.number < self.last

    def has_other_pages(self) -> bool:
        return self.last > 1


class Wrapped:
    """What stands for Pelican's Tag, Category and Author: printed as its name."""

    def __init__(self, name: str, url: str) -> None:
        self.name = name
        self.slug = url.strip("/").split("/")[-1]
        self.url = url

    def __str__(self) -> str:
        return self.name

    def __lt__(self, other: Wrapped) -> bool:
        return self.name < other.name


def article(view: PostView) -> SimpleNamespace:
    return SimpleNamespace(post=view, title=view.title, url=view.url, date=view.date)


def context(rapport: SiteView | None = None) -> dict[str, Any]:
    """The part of Pelican's context that is there on every page."""
    rapport = rapport or site()
    articles = [article(view) for view in rapport.posts]
    return {
        "SITEURL": SITE,
        "SITENAME": "Harbour Notes",
        "DEFAULT_LANG": "en",
        "THEME_STATIC_DIR": "theme",
        "FEED_DOMAIN": SITE,
        "FEED_ALL_ATOM": "feeds/posts.atom.xml",
        "TAG_FEED_ATOM": "feeds/topics/{slug}.atom.xml",
        "rapport": rapport,
        "articles": articles,
        "dates": articles,
        "pages": [SimpleNamespace(title="About us", url="about/", lang="en")],
        "tags": [(Wrapped("Costs & fees", "topics/costs/"), articles)],
        "categories": [(Wrapped("Practice", "category/practice/"), articles)],
        "authors": [(Wrapped("Anna Rossi", "author/anna-rossi/"), articles)],
    }


def paged(number: int, last: int) -> dict[str, Any]:
    articles = [article(view) for view in site().posts]
    return {
        "articles_page": Listed(articles, number, last),
        "articles_previous_page": Listed(articles, number - 1, last) if number > 1 else None,
        "articles_next_page": Listed(articles, number + 1, last) if number < last else None,
        "articles_paginator": SimpleNamespace(num_pages=last),
    }


def page() -> SimpleNamespace:
    return SimpleNamespace(
        title="About us & you",
        url="about/",
        lang="en",
        content="<p>We write, readers answer.</p><h2>Where</h2><p>By the harbour.</p>",
        translations=[SimpleNamespace(lang="fr", url="fr/about/")],
    )


def render(template: str, rapport: SiteView | None = None, **values: Any) -> str:
    return ENVIRONMENT.get_template(template).render({**context(rapport), **values})


def post_page(view: PostView | None = None, rapport: SiteView | None = None) -> str:
    return render("article.html", rapport, article=article(view or post()))


def conversations(rapport: SiteView, size: int = 40, number: int = 1) -> PartView:
    groups = [(state, getattr(rapport, state)) for state in ("open", "active", "answered", "quiet")]
    return cut(groups, size, "conversations/")[number - 1]


def people(rapport: SiteView) -> PartView:
    firm: list[PersonView] = []
    guests: list[PersonView] = []
    for one in rapport.people:
        (firm if one.firm else guests).append(one)
    return cut([("firm", firm), ("guests", guests)], 200, "people/")[0]


def all_thanks(rapport: SiteView) -> PartView:
    return cut([("y2026", rapport.thanks)], 100, "thanks/")[0]


def person_page(view: PersonView, size: int = 50, number: int = 1) -> str:
    part = cut([("said", view.comments)], size, view.name.url)[number - 1]
    return render("person.html", person=view, part=part)


@cache
def pages() -> dict[str, str]:
    """Every kind of page once, by the name of its case."""
    waiting = long_thread(8)
    return {
        "home": render("index.html", SITESUBTITLE="Questions from a port", **paged(1, 1)),
        "home-empty": render("index.html", SiteView("Rossi & Partners", START), **paged(1, 1)),
        "home-page-2": render("index.html", **paged(2, 3)),
        "post": post_page(),
        "post-busy": post_page(post(thread=busy_thread())),
        "post-no-comments": post_page(QUIET_POST),
        "post-closed": post_page(post(thread=thread((), closed=True, mailto="", feed=""))),
        "post-no-mail": post_page(post(thread=replace(waiting, mailto=""), minutes=1)),
        "post-form": post_page(
            post(thread=replace(waiting, form="https://form.example/in", post_id="costs"))
        ),
        "post-elsewhere": post_page(
            post(thread=replace(waiting, likes=3, reposts=1, mentions=(comment(95, JONAS),)))
        ),
        "post-draft": post_page(
            post(
                draft=True,
                panel=panel(),
                content=MARKED,
                superseded_by=Name("A newer post", "newer/"),
                translations=(("fr", "fr/couts/"),),
            ),
            site(preview=True, drafts=(QUIET_POST,)),
        ),
        "post-arabic": post_page(ARABIC),
        "post-long-words": post_page(
            post(
                title=escape(LONG_WORD),
                question=LONG_WORD,
                thread=thread(
                    arranged(
                        range(8),
                        [
                            comment(
                                place + 1,
                                Name(LONG_WORD, badge="firm"),
                                body=Markup("<p>{0}</p><pre><code>{0}</code></pre>").format(
                                    LONG_WORD
                                ),
                                excerpt=LONG_WORD,
                            )
                            for place in range(8)
                        ],
                    )
                ),
            )
        ),
        "conversations": render("conversations.html", part=conversations(site())),
        "conversations-none": render("conversations.html", part=cut([], 9, "conversations/")[0]),
        "conversations-page-2": render("conversations.html", part=conversations(site(), 1, 2)),
        "people": render("people.html", part=people(site())),
        "people-none": render("people.html", part=cut([], 9, "people/")[0]),
        "person-reader": person_page(person()),
        "person-firm": person_page(firm_person()),
        "person-page-2": person_page(person(), 2, 2),
        "thanks": render("thanks.html", part=all_thanks(site())),
        "thanks-none": render("thanks.html", part=cut([], 9, "thanks/")[0]),
        "404": render("404.html"),
        "desk": render("desk.html", site(preview=True, drafts=(QUIET_POST,)), desk=desk()),
        "post-nothing-to-mend": post_page(
            post(panel=PanelView((("ask", "good"),), ())), site(preview=True)
        ),
        "rules": render("rules.html", site(preview=True), rules=rules()),
        "search": render("search.html", site(searched=True), letters=letters()),
        "search-empty": render("search.html", letters=()),
        "desk-empty": render("desk.html", site(preview=True, held=()), desk=()),
        "page": render("page.html", page=page()),
        "archives": render("archives.html"),
        "period": render("period_archives.html", period=(2026, "May")),
        "tag": render("tag.html", tag=Wrapped("Costs & fees", "topics/costs/"), **paged(1, 2)),
        "tag-unpaged": render("tag.html", tag=Wrapped("Costs & fees", "topics/costs/")),
        "category": render("category.html", category=Wrapped("Practice", "category/practice/")),
        "author": render("author.html", author=Wrapped("Anna Rossi", "author/anna-rossi/")),
        "tags": render("tags.html"),
        "categories": render("categories.html"),
        "authors": render("authors.html"),
        "home-right-to-left": render("index.html", DEFAULT_LANG="ar", **paged(1, 1)),
        "post-right-to-left": render(
            "article.html", article=article(replace(ARABIC, lang="ar")), DEFAULT_LANG="ar"
        ),
    }


def translated() -> dict[str, str]:
    """A few pages with the longest words that we have a catalogue of."""
    talk = replace(long_thread(20), form="https://form.example/in", post_id="costs")
    view = post(lang="de", thread=talk)
    return {
        "home-german": render("index.html", DEFAULT_LANG="de", **paged(1, 1)),
        "post-german": render("article.html", article=article(view), DEFAULT_LANG="de"),
        "conversations-german": render(
            "conversations.html", part=conversations(site()), DEFAULT_LANG="de"
        ),
    }
