"""Whatever a reader sends as name, date, address or words comes out as text."""

from __future__ import annotations

import dataclasses
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from jinja2 import Environment
from markupsafe import Markup

from rapport.building import views
from rapport.building.parts import cut
from rapport.building.views import Name, PartView, PersonView, SiteView
from tests.theme.document import elements, lenient, text
from tests.theme.pages import (
    ENVIRONMENT,
    Wrapped,
    all_thanks,
    article,
    context,
    conversations,
    environment,
    paged,
    people,
)
from tests.theme.samples import desk, firm_person, letters, panel, post, rules, site

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></style></textarea><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "--><b hidden>",
    "&lt;script&gt;",
)


def poisoned(value: Any, poison: str) -> Any:
    """A copy of a view in which every plain string is hostile; without recursion into threads."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return poison
    if isinstance(value, tuple):
        return tuple(poisoned(one, poison) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kept = {"state", "places"}
        return dataclasses.replace(
            value,
            **{
                field.name: poisoned(getattr(value, field.name), poison)
                for field in dataclasses.fields(value)
                if field.name not in kept
            },
        )
    return value


def part(template: str, rapport: SiteView, who: PersonView) -> PartView:
    """The part of its list that a template is given; the names of groups are our own words."""
    made = {"conversations.html": conversations, "people.html": people, "thanks.html": all_thanks}
    if template in made:
        return made[template](rapport)
    return cut([("said", who.comments)], 50, who.name.url)[0]


def rendered(template: str, poison: str, jinja: Environment) -> str:
    view = poisoned(post(panel=panel(), draft=True, translations=(("fr", "fr/"),)), poison)
    rapport = poisoned(site(preview=True), poison)
    values = {
        **context(rapport),
        "part": part(template, rapport, poisoned(firm_person(), poison)),
        **paged(1, 1),
        "article": article(view),
        "person": poisoned(firm_person(), poison),
        "desk": poisoned(desk(), poison),
        "rules": poisoned(rules(), poison),
        "letters": poisoned(letters(), poison),
        "tag": Wrapped(poison, "topics/costs/"),
        "SITENAME": poison,
        "SITESUBTITLE": poison,
    }
    return jinja.get_template(template).render(values)


TEMPLATES = (
    *("article.html", "index.html", "conversations.html", "people.html", "person.html"),
    *(
        "thanks.html",
        "desk.html",
        "rules.html",
        "search.html",
        "404.html",
        "archives.html",
        "tag.html",
    ),
)


def shape(tree: Element) -> set[tuple[str, str]]:
    """Every element with every attribute it bears: what a payload would have to add to."""
    return {(one.tag, key) for one in elements(tree) for key in ("", *one.attrib)}


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("poison", HOSTILE)
def test_a_hostile_string_adds_no_element_and_no_attribute(template: str, poison: str) -> None:
    tame = shape(lenient(rendered(template, "plain", ENVIRONMENT)))
    page = lenient(rendered(template, poison, ENVIRONMENT))
    assert shape(page) - tame == set()
    assert poison in "".join(page.itertext())


def test_the_same_payload_gets_through_without_autoescape() -> None:
    bare = environment()
    bare.autoescape = False
    page = lenient(rendered("article.html", HOSTILE[0], bare))
    assert list(elements(page, "script"))


def test_markup_of_the_author_is_printed_as_it_is() -> None:
    page = lenient(rendered("article.html", "plain", ENVIRONMENT))
    assert "Where the rule bends" in [text(one) for one in elements(page, "h2")]


def test_the_samples_hold_every_kind_of_view() -> None:
    """Otherwise a new view could reach a template without having been tried."""
    seen: set[type] = set()
    todo: list[Any] = [post(panel=panel()), site(), firm_person(), desk(), rules(), letters()]
    todo.append(conversations(site()))
    while todo:
        value = todo.pop()
        if isinstance(value, tuple):
            todo += value
        elif dataclasses.is_dataclass(value) and not isinstance(value, type):
            seen.add(type(value))
            todo += [getattr(value, field.name) for field in dataclasses.fields(value)]
    known = {
        value
        for value in vars(views).values()
        if isinstance(value, type) and dataclasses.is_dataclass(value)
    }
    assert known <= seen


def test_whoever_has_a_page_elsewhere_is_linked_without_a_recommendation() -> None:
    """Also where names are listed: beside the thread, in replies to somebody, in thanks."""
    stranger = Name("Sol Vance", site="https://vance.example/")
    talk = dataclasses.replace(post().thread, participants=(stranger,), answerers=(stranger,))
    said = tuple(dataclasses.replace(one, author=stranger) for one in firm_person().replies)
    thanks = tuple(dataclasses.replace(one, to=stranger) for one in firm_person().thanks)
    values = {
        **context(site()),
        "article": article(dataclasses.replace(post(), thread=talk, thanks=thanks)),
        "person": dataclasses.replace(firm_person(), replies=said, thanks=thanks),
        "part": cut([], 50, "people/")[0],
    }
    for template in ("article.html", "person.html"):
        page = lenient(ENVIRONMENT.get_template(template).render(values))
        links = [each for each in elements(page, "a") if each.get("href") == stranger.site]
        assert links, template
        assert {each.get("rel") for each in links} == {"nofollow ugc noopener"}, template
