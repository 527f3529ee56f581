"""The pages around the posts: home, conversations, people, thanks, years, topics."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from tests.theme.document import by_id, elements, of_class, parse, text
from tests.theme.pages import SITE, pages, render
from tests.theme.samples import site


def page(case: str) -> Element:
    return parse(pages()[case])


def headings(tree: Element, *tags: str) -> list[str]:
    return [text(one) for one in elements(tree, *tags)]


def test_home_starts_with_the_conversations_under_way() -> None:
    tree = page("home")
    assert headings(tree, "h1") == ["Conversations under way"]
    assert headings(tree, "h2")[:2] == [
        "Would you accept costs on the indemnity basis today?",
        "Is silence ever acceptance?",
    ]
    assert headings(tree, "h2")[-3:] == ["Latest posts", "Thank you", "Taking part this month"]


def test_a_conversation_in_short_says_what_how_many_and_the_latest_word() -> None:
    first = text(of_class(page("home"), "talk")[0])
    assert "Open question 49 comments from 6 people" in first
    assert "in Costs follow the event, except when they do not" in first
    assert site().posts[0].thread.latest[0].excerpt in first
    assert "Jonas Weber, 1 June 2026" in first
    assert "with Maria Keller, Anna Rossi, Priya Nair, Tom Okafor and 1 other" in first


def test_home_of_a_blog_nobody_answered_invites() -> None:
    assert "No conversation has begun yet." in text(page("home-empty"))


def test_a_later_page_of_the_index_lists_posts() -> None:
    tree = page("home-page-2")
    assert headings(tree, "h1") == ["Posts, page 2"]
    links = {
        text(a): a.get("href") for a in elements(tree, "a") if a.get("rel") in ("prev", "next")
    }
    assert links == {"Newer posts": f"{SITE}/", "Older posts": f"{SITE}/page/3/"}


def test_conversations_stand_under_their_state() -> None:
    tree = page("conversations")
    for group, count in (("open", 2), ("active", 1), ("answered", 1), ("quiet", 1)):
        assert len(list(elements(by_id(tree, group), "h3"))) == count
    jumps = {a.get("href"): text(a) for a in elements(tree, "a") if "/#" in a.get("href", "")}
    assert jumps[f"{SITE}/conversations/#open"] == "Open questions (2)"


def test_a_long_list_leads_on_to_the_next_page() -> None:
    tree = page("conversations-page-2")
    links = {text(a): a.get("href") for a in elements(tree, "a") if a.get("rel")}
    assert links["Previous page"] == f"{SITE}/conversations/"
    assert links["Next page"] == f"{SITE}/conversations/3/"
    assert "Page 2 of 5" in text(tree)


def test_further_pages_of_a_person_hold_nothing_but_what_was_said() -> None:
    tree = page("person-page-2")
    assert headings(tree, "h2") == ["In conversation (5)"]


def test_the_firm_stands_before_its_guests() -> None:
    tree = page("people")
    assert headings(tree, "h2") == ["Rossi & Partners", "Taking part"]
    assert "Anna Rossi Rossi & Partners · 2 posts · 5 comments" in text(tree)
    assert "Maria Keller Reader, Keller Advocates · 5 comments" in text(tree)


def test_a_person_joins_what_they_said_and_what_was_said_to_them() -> None:
    tree = page("person-reader")
    assert headings(tree, "h2") == [
        "In conversation (5)",
        "Replies to Maria Keller",
        "Thanked (1)",
        "Mentioned in",
    ]
    assert headings(page("person-firm"), "h2")[0] == "Posts (2)"


@pytest.mark.parametrize(
    ("case", "rel"), [("person-firm", "me"), ("person-reader", "nofollow ugc noopener")]
)
def test_only_the_firm_claims_that_its_people_own_a_profile(case: str, rel: str) -> None:
    [link] = [a for a in elements(page(case), "a") if a.get("class") == "u-url"]
    assert link.get("rel") == rel


def test_only_the_firms_people_wear_a_badge() -> None:
    assert [text(one) for one in of_class(page("person-firm"), "badge")][:1] == ["Rossi & Partners"]
    assert not of_class(of_class(page("person-reader"), "post-head")[0], "badge")


def test_thanks_name_whom_what_for_where_and_by_whom() -> None:
    tree = page("thanks")
    assert headings(tree, "h2") == ["2026"]
    assert (
        "Jonas Weber – found the wrong date in section nine, 5 May 2026, 21:12"
        " 6 May 2026, Anna Rossi, in Costs follow the event" in text(tree)
    )


def test_posts_stand_under_their_year() -> None:
    tree = page("archives")
    assert headings(tree, "h2") == ["2026"]
    assert len(of_class(tree, "post-line")) == len(site().posts)
    assert headings(page("period"), "h1") == ["Posts of May 2026"]


def test_a_topic_lists_its_posts_and_what_they_ask() -> None:
    tree = page("tag")
    assert headings(tree, "h1") == ["Topic: Costs & fees"]
    assert "Is silence ever acceptance?" in text(tree)
    feeds = [one.get("href") for one in elements(tree, "link")]
    assert f"{SITE}/feeds/topics/costs.atom.xml" in feeds


@pytest.mark.parametrize("case", ["tags", "categories", "authors"])
def test_an_index_counts_its_posts(case: str) -> None:
    assert "6 posts" in text(page(case))


def test_the_desk_says_who_waits_how_long_and_what_is_not_published() -> None:
    told = text(page("desk"))
    assert "Priya Nair has waited 4 days for Anna Rossi" in told
    assert "Jonas Weber has waited 1 day:" in told
    assert "Drafts" in told
    assert "Nobody is waiting." in text(page("desk-empty"))


def test_a_lost_reader_finds_the_conversations() -> None:
    tree = page("404")
    assert headings(tree, "h1") == ["This page is not here"]
    assert len(of_class(tree, "talk")) == 5


def test_a_page_of_the_firm_shows_its_own_words() -> None:
    tree = page("page")
    assert headings(tree, "h1", "h2") == ["About us & you", "Where"]
    assert "About us" in text(of_class(tree, "site-foot")[0])


@pytest.mark.parametrize("case", ["home", "post", "conversations", "404"])
def test_what_a_law_firm_must_say_is_on_every_page(case: str) -> None:
    tree = page(case)
    [head] = of_class(tree, "site-head")
    [foot] = of_class(tree, "site-foot")
    assert text(head).startswith("Attorney advertising")
    assert "Responsible for what stands here: Anna Rossi, 2 Harbour Row" in text(foot)
    assert "General information, not legal advice." in text(foot)


def test_what_a_firm_need_not_say_leaves_no_gap() -> None:
    bare = site(advertising="", responsible="", notice="")
    tree = parse(render("404.html", bare))
    assert of_class(tree, "label") == []
    assert of_class(tree, "notice") == []
