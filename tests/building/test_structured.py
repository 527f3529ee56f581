"""What machines read of a post, a person and the blog: complete, nested as the page, and inert."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from markupsafe import Markup

from rapport.building.structured import home_data, person_data, post_data
from rapport.building.threads import thread_view
from rapport.building.views import Name, PersonView, Places, PostView, UpdateView
from tests.building.nouns import DAY, comment, manner, place, talk

BASE = "https://quay.example/blog"
FIRM = "Quay & Co"
IDA = Name("Ida Brandt", "people/ida/", badge="author")


def view(*comments: Any, **values: Any) -> PostView:
    thread, _ = thread_view(talk(*comments), place(), manner())
    given: dict[str, Any] = {
        "title": Markup("Tolls &amp; <em>weirs</em>"),
        "url": "tolls/",
        "date": DAY,
        "lang": "en",
        "authors": (IDA,),
        "content": Markup(""),
        "summary": Markup("<p>Who pays?</p>"),
        "thread": thread,
    }
    return PostView(**(given | values))


def graph(element: Markup) -> list[dict[str, Any]]:
    """The nodes, read as a browser reads the element."""
    (script,) = BeautifulSoup(element, "html.parser").find_all(True)
    assert script.attrs == {"type": "application/ld+json"}
    whole = json.loads(script.string or "")
    assert whole["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = whole["@graph"]
    return nodes


def said(post: PostView) -> dict[str, Any]:
    return graph(post_data(post, FIRM, BASE, Places()))[0]


def test_a_post_says_what_it_is_by_whom_and_since_when() -> None:
    changed = UpdateView(DAY + timedelta(days=2), "the toll")
    node = said(view(comment(1), updates=(changed,), tags=(("weirs", "topics/weirs/"),)))
    assert node["@type"] == "BlogPosting"
    assert node["headline"] == "Tolls & weirs"
    assert node["description"] == "Who pays?"
    assert node["url"] == "https://quay.example/blog/tolls/"
    assert node["author"] == [
        {"@type": "Person", "name": "Ida Brandt", "url": f"{BASE}/people/ida/"}
    ]
    assert node["publisher"] == {"@type": "Organization", "name": FIRM, "url": f"{BASE}/"}
    assert (node["datePublished"], node["dateModified"]) == (
        "2026-03-02T09:00:00+00:00",
        "2026-03-04T09:00:00+00:00",
    )
    assert (node["keywords"], node["commentCount"]) == (["weirs"], 1)


def test_replies_stand_below_what_they_answer_three_deep() -> None:
    node = said(view(comment(1), comment(2, 1), comment(3, 2), comment(4, 3), comment(5)))
    first, second = node["comment"]
    assert [first["text"], second["text"]] == ["Word 1.", "Word 5."]
    (reply,) = first["comment"]
    assert [each["text"] for each in reply["comment"]] == ["Word 3.", "Word 4."]
    assert all("comment" not in each for each in reply["comment"])


def test_a_removed_comment_has_neither_name_nor_words() -> None:
    node = said(view(comment(1, status="removed", author="Ana", body=""), comment(2, 1)))
    (gone,) = node["comment"]
    assert gone["author"] == {"@type": "Person", "name": "[removed]"}
    assert gone["text"] == "[removed]"
    assert len(gone["comment"]) == 1


def test_fifty_comments_are_there_in_full_and_more_only_begin() -> None:
    long = "A word about the weir and who pays for it. " * 20
    assert (
        said(view(*(comment(n, body=long) for n in range(50))))["comment"][0]["text"]
        == long.strip()
    )
    short = said(view(*(comment(n, body=long) for n in range(51))))["comment"][0]["text"]
    assert len(short) < 200


def test_nobody_can_end_the_element() -> None:
    hostile = "</script><script>alert(1)</script><!-- \u2028 ]]>"
    post = view(comment(1, author=hostile, body=hostile), title=Markup.escape(hostile))
    element = post_data(post, FIRM, BASE, Places())
    assert element.count("<") == 2
    (node,) = graph(element)[0]["comment"]
    assert node["author"]["name"].startswith("</script>")
    assert "alert(1)" in node["text"]


def test_the_way_down_leaves_out_what_has_no_page() -> None:
    trail = graph(post_data(view(), FIRM, BASE, Places(posts="")))[1]
    assert [(step["position"], step["name"]) for step in trail["itemListElement"]] == [
        (1, FIRM),
        (2, "Tolls & weirs"),
    ]


PERSON = PersonView(
    Name("Ana Solis", "people/ana/"),
    "Peer",
    Markup("<p>Keeps <em>weirs</em>.</p>"),
    works_at="Weirs Trust",
    links=(("weirs.example", "https://weirs.example"),),
)


def test_a_person_is_the_subject_of_their_page() -> None:
    page, _ = graph(person_data(PERSON, FIRM, BASE, Places()))
    assert page["@type"] == "ProfilePage"
    assert page["mainEntity"] == {
        "@type": "Person",
        "@id": f"{BASE}/people/ana/#person",
        "name": "Ana Solis",
        "url": f"{BASE}/people/ana/",
        "description": "Keeps weirs.",
        "sameAs": ["https://weirs.example"],
        "worksFor": {"@type": "Organization", "name": "Weirs Trust"},
    }


def test_a_reader_is_told_to_no_machine() -> None:
    assert person_data(replace(PERSON, indexed=False), FIRM, BASE, Places()) == ""


@pytest.mark.parametrize("home", ["", "blog.html"])
def test_the_front_page_is_the_blog(home: str) -> None:
    (node,) = graph(home_data(FIRM, BASE, Places(home=home)))
    assert (node["@type"], node["url"]) == ("Blog", f"{BASE}/{home}")
