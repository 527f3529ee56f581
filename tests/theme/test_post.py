"""The post page: the question and the conversation first, the thread right after the article."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from rapport.building.views import Name
from tests.theme.document import by_id, elements, of_class, parse, text
from tests.theme.pages import SITE, pages, post_page
from tests.theme.samples import (
    ANNA,
    JONAS,
    MARIA,
    NOTICE,
    PRIYA,
    arranged,
    comment,
    long_thread,
    post,
    site,
    thread,
)


def page(case: str = "post") -> Element:
    return parse(pages()[case])


def one(tree: Element, name: str) -> Element:
    [found] = of_class(tree, name)
    return found


def turns(tree: Element) -> list[Element]:
    return of_class(tree, "turn")


def heading(turn: Element) -> Element:
    return next(elements(turn, "h3", "h4"))


def small(**changes: object) -> Element:
    """A page with one comment, changed."""
    made = arranged((0,), (comment(1, **changes),))
    return parse(post_page(post(thread=thread(made))))


def test_the_order_of_the_page_is_the_order_of_reading() -> None:
    tree = page()
    places = {id(one): place for place, one in enumerate(elements(tree))}
    regions = ("post-head", "strip", "words", "rail", "thanks", "conversation", "further")
    order = [places[id(one(tree, region))] for region in regions]
    assert order == sorted(order)


def test_the_strip_asks_counts_and_gives_the_latest_word() -> None:
    strip = one(page(), "strip")
    said = text(strip)
    assert "Would you accept costs on the indemnity basis today?" in said
    assert "49 comments from 6 people" in said
    assert "31 of 37 answered by Anna Rossi and Tom Okafor, the first after 5 hours" in said
    links = {text(link): link.get("href") for link in elements(strip, "a")}
    assert links["49 comments from 6 people"] == "#conversation"
    newest = post().thread.latest[0]
    assert links["Jonas Weber, 1 June 2026"] == f"#{newest.anchor}"


def test_the_strip_of_a_post_nobody_answered_invites() -> None:
    assert "Nobody has answered yet. Be the first." in text(one(page("post-no-comments"), "strip"))


def test_the_strip_says_nothing_of_answers_when_there_are_none() -> None:
    lonely = replace(long_thread(4), answered=0, answerers=())
    assert "answered" not in text(one(parse(post_page(post(thread=lonely))), "strip"))


def test_the_rail_leads_to_the_newest_comments_with_plain_links() -> None:
    tree = page()
    links = list(elements(one(tree, "rail"), "a"))
    assert [link.get("href") for link in links] == [
        f"#{newest.anchor}" for newest in post().thread.latest
    ]
    assert all(not link.get("class") for link in links)


def test_every_comment_stands_once_in_order_with_heading_and_permalink() -> None:
    tree = page()
    comments = post().thread.comments
    assert [turn.get("id") for turn in turns(tree)] == [each.anchor for each in comments]
    for turn, each in zip(turns(tree), comments, strict=True):
        assert heading(turn).tag == ("h3" if each.depth == 0 else "h4")
        stamp = one(turn, "stamp")
        assert stamp.get("href") == f"{SITE}/{each.url}"
        assert text(stamp).endswith(f", comment {each.number}")


def test_a_reply_says_to_whom() -> None:
    reply = turns(page())[1]
    assert text(heading(reply)) == "Anna Rossi to Maria Keller, comment 1"
    assert one(reply, "to").get("href") == f"{SITE}/{post().thread.comments[0].url}"


def test_a_thread_seven_deep_nests_three_lists_and_no_more() -> None:
    deepest = 0
    stack = [(one(page(), "thread"), 1)]
    while stack:
        here, depth = stack.pop()
        deepest = max(deepest, depth)
        stack += [(child, depth + (child.tag == "ol")) for child in here if child.tag != "article"]
    assert deepest == 3
    assert max(each.depth for each in post().thread.comments) == 6


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 9), max_size=20))
def test_any_shape_of_a_thread_prints_balanced_lists(steps: list[int]) -> None:
    depths: list[int] = []
    for step in steps:
        depths.append(min(step, depths[-1] + 1) if depths else 0)
    made = arranged(depths, [comment(number + 1) for number in range(len(depths))])
    tree = parse(post_page(post(thread=thread(made))))
    assert [turn.get("id") for turn in turns(tree)] == [each.anchor for each in made]
    held = [
        turn.get("id")
        for ol in elements(of_class(tree, "talking")[0], "ol")
        for turn in of_class(ol, "turn")
    ]
    assert [held.count(each.anchor) for each in made] == [each.level + 1 for each in made]


def test_the_badge_of_the_firm_is_a_word() -> None:
    tree = page()
    for turn, each in zip(turns(tree), post().thread.comments, strict=True):
        badges = [text(badge) for badge in of_class(turn, "badge")]
        words = {"author": ["Author"], "firm": ["Rossi & Partners"], "": []}
        expected = [] if each.removed else words[each.author.badge]
        assert badges == expected
        assert ("firm" in (turn.get("class") or "").split()) == bool(expected)


def test_a_removed_comment_keeps_its_place_and_loses_its_words() -> None:
    tree = small(
        author=Name("Secret Name", site="https://secret.example/", badge="author"),
        body=Markup("<p>secret words</p>"),
        removed=True,
        firm=True,
        open_question=True,
        source_url="https://secret.example/1",
    )
    [turn] = turns(tree)
    assert text(heading(turn)) == "[removed]"
    assert "secret" not in text(turn).lower()
    assert [text(link) for link in elements(turn, "a")] == ["5 May 2026, 21:12, comment 1"]
    assert "firm" not in (turn.get("class") or "").split()


def test_every_reply_link_names_whom_it_answers_and_points_to_the_notice() -> None:
    tree = page()
    notice = text(by_id(tree, "comment-notice"))
    assert notice == NOTICE
    replies = [a for a in elements(tree, "a") if text(a).startswith("Reply to ")]
    assert len(replies) == 49
    assert {a.get("aria-describedby") for a in replies} == {"comment-notice"}


def test_without_mail_there_is_no_reply_link_and_no_notice_to_point_to() -> None:
    silent = replace(thread(arranged((0,), (comment(1, mailto=""),))), mailto="")
    tree = parse(post_page(post(thread=silent)))
    assert "Reply to" not in text(tree)
    assert "Join the conversation" not in text(tree)
    assert not [one for one in elements(tree) if one.get("aria-describedby")]


def test_a_closed_conversation_says_so_and_invites_nobody() -> None:
    tree = page("post-closed")
    assert "This conversation is closed to new comments." in text(tree)
    assert "Join the conversation" not in text(tree)
    assert "Be the first" not in text(tree)


def test_joining_repeats_the_question_and_the_notice() -> None:
    join = one(page("post-no-comments"), "join")
    assert NOTICE in text(join)
    assert post().question in text(one(page(), "join"))


def test_words_in_another_language_say_which() -> None:
    turn = turns(small(lang="fr"))[0]
    assert one(turn, "e-content").get("lang") == "fr"
    assert one(turns(small(lang="he"))[0], "e-content").get("dir") == "rtl"
    assert one(turns(small(lang="en"))[0], "e-content").get("lang") is None
    tree = page("post-arabic")
    assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")
    assert (one(tree, "brand").get("lang"), one(tree, "brand").get("dir")) == ("en", "ltr")


def test_an_open_question_is_told_in_words() -> None:
    assert "Open question" in text(turns(small(open_question=True))[0])
    assert "Open question" not in text(turns(small())[0])


def test_thanks_updates_and_what_prompted_a_post_are_told() -> None:
    told = text(page())
    assert "Priya Nair – found the wrong date in section nine" not in told
    assert "Jonas Weber – found the wrong date in section nine" in told
    assert "updated 9 June 2026" in told
    assert "9 June 2026: the practice note of 2019" in told
    assert "Prompted by what Maria Keller wrote on" in told


def test_the_preview_alone_shows_draft_and_panel() -> None:
    told = text(page("post-draft"))
    assert "Draft: only the preview shows it." in told
    assert "link out poor" in told
    assert "answer not judged" in told
    assert "LNK301: no link out error Nothing here leads a reader on to anybody else." in told
    assert "This post is out of date. Read instead: A newer post" in told
    assert "Before you publish" not in text(page())
    assert "Nothing to mend." in text(page("post-nothing-to-mend"))


def test_a_finding_leads_to_its_words_and_they_lead_back() -> None:
    tree = page("post-draft")
    panel, words = one(tree, "panel"), one(tree, "words")
    there = [a for a in elements(panel, "a") if a.get("href") == "#mark-2"]
    back = [a for a in elements(words, "a") if a.get("href") == "#finding-2"]
    assert [text(a) for a in (*there, *back)] == ["Line 12", "Finding 2"]
    ids = [each.get("id") for each in elements(tree) if each.get("id")]
    assert {"mark-2", "finding-2", "finding-5"} <= set(ids)
    assert len(ids) == len(set(ids))
    targets = {a.get("href", "")[1:] for a in elements(panel, "a") if a.get("href", "")[0] == "#"}
    assert targets <= set(ids)


def test_a_rule_is_named_once_whatever_it_says() -> None:
    panel = one(page("post-draft"), "panel")
    [name] = [a for a in elements(panel, "a") if "PEO202" in text(a)]
    assert name.get("href") == f"{SITE}/rapport/rules/#peo202"
    assert "Link the name." in text(panel)
    assert "Link this name too." in text(panel)


def test_what_counted_is_folded_away_with_lines() -> None:
    [folded] = elements(one(page("post-draft"), "panel"), "details")
    assert folded.get("open") is None
    told = text(folded)
    assert "1 question to readers, 1 person credited, 2 links out" in told
    assert "Line 31: Would you pay? asks whoever reads" in told
    assert "Line 9: https://weber.example/" in told


def test_translations_are_linked_by_their_own_name() -> None:
    tree = page("post-draft")
    [link] = [a for a in elements(tree, "a") if a.get("hreflang") == "fr"]
    assert (text(link), link.get("href")) == ("Français", f"{SITE}/fr/couts/")
    assert [each.get("hreflang") for each in elements(tree, "link") if each.get("hreflang")] == [
        "en",
        "fr",
    ]


def test_what_is_said_elsewhere_stands_after_the_thread() -> None:
    told = text(one(page("post-elsewhere"), "elsewhere"))
    assert "3 likes · 1 repost" in told
    assert "Jonas Weber" in told


def test_what_nobody_did_elsewhere_is_not_counted() -> None:
    talk = replace(long_thread(4), likes=0, reposts=2)
    told = text(one(parse(post_page(post(thread=talk))), "elsewhere"))
    assert told == "Elsewhere 2 reposts"


def test_the_feed_of_the_post_can_be_found() -> None:
    feeds = [each.get("href") for each in elements(page(), "link") if each.get("title")]
    assert f"{SITE}/feeds/comments/costs.atom.xml" in feeds


@pytest.mark.parametrize(
    ("who", "place", "rel"),
    [
        (MARIA, f"{SITE}/people/maria-keller/", None),
        (JONAS, "https://weber.example/", "nofollow ugc noopener"),
    ],
)
def test_a_name_leads_to_the_page_here_else_to_ones_own_site(
    who: Name, place: str, rel: str | None
) -> None:
    author = one(turns(small(author=who))[0], "p-author")
    assert (author.get("href"), author.get("rel")) == (place, rel)


def test_a_name_without_an_address_is_no_link() -> None:
    assert one(turns(small(author=PRIYA))[0], "p-author").get("dir") == "auto"


def test_a_site_without_a_notice_shows_none() -> None:
    tree = parse(
        post_page(
            post(thread=replace(post().thread, notice="")),
            site(responsible="", notice="", feed="", mailto=""),
        )
    )
    assert not of_class(tree, "notice")
    assert ANNA.name in text(tree)


def test_a_form_sends_what_receiving_knows() -> None:
    tree = page("post-form")
    (form,) = elements(tree, "form")
    assert (form.get("method"), form.get("action")) == ("post", "https://form.example/in")
    fields = {
        one.get("name"): one.get("value")
        for kind in ("input", "select", "textarea")
        for one in elements(form, kind)
    }
    assert set(fields) == {
        "post", "parent", "body", "author", "email", "url", "fax", "agreed",
    }  # fmt: skip
    assert fields["post"] == "costs"
    named = {
        one.get("id") for kind in ("input", "select", "textarea") for one in elements(form, kind)
    }
    assert {one.get("for") for one in elements(form, "label")} == named - {None}
    replies = [link for link in elements(tree, "a") if text(link).startswith("Reply to")]
    assert {link.get("href") for link in replies} == {"#join"}


def test_a_form_asks_which_comment_is_answered() -> None:
    (select,) = elements(page("post-form"), "select")
    options = [(one.get("value"), text(one)) for one in elements(select, "option")]
    assert options[0] == ("", "Everybody")
    assert len(options) > 5
    assert all(value and name.endswith(f"comment {at}") for at, (value, name) in
               enumerate(options[1:], start=1))  # fmt: skip
