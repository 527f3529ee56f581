"""The page is the judge, and where it says what the source says it changes nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from markdown import Markdown

from rapport.audit import measure, measure_shown
from rapport.model import Facts
from rapport.sources import imprint, imprint_of_page, page
from tests.audit.posts import CONTEXT, read
from tests.differential import KINDS, differences
from tests.gold.labels import Gold, golds
from tests.sources.test_as_the_page import CASES, PAGE
from tests.sources.texts import PELICANS

GOLDS = golds()
HEAD = "Title: A post\nDate: 2026-01-05\nAuthors: Lena Brandt\n\n"


def convert(text: str) -> str:
    return Markdown(**PELICANS).convert(text)


def on_page(text: str, html: str) -> Facts:
    """What a text does on a page, the dear way."""
    made, doc = read(text if text.startswith("Title:") else HEAD + text)
    return measure_shown(made, doc, page(html), CONTEXT)


def by_source(text: str) -> Facts:
    made, doc = read(text if text.startswith("Title:") else HEAD + text)
    return measure(made, doc, CONTEXT)


def told(facts: Facts, kind: str) -> list[tuple[str, bool]]:
    """What a kind of facts is about, and whether each is exact."""
    return [
        (getattr(each, "text", "") or getattr(each, "name", "") or each.src, each.exact)
        for each in getattr(facts, kind)
    ]


def agrees(text: str, html: str) -> None:
    made, doc = read(text)
    assert imprint(doc).stands_on(imprint_of_page(html))
    before = measure(made, doc, CONTEXT)
    after = measure_shown(made, doc, page(html), CONTEXT)
    assert list(differences(before, after)) == []
    assert before == after


@pytest.mark.parametrize("gold", GOLDS, ids=lambda gold: gold.name)
def test_a_gold_post_does_on_its_page_what_its_source_says(gold: Gold) -> None:
    made, _ = read(gold.text)
    agrees(gold.text, convert(made.text[made.body :]))


def test_the_gold_posts_have_facts_of_every_kind() -> None:
    """Else the test above would look at nothing."""
    found = [by_source(gold.text) for gold in GOLDS]
    assert len(found) > 20
    for kind in KINDS[:-1]:
        assert sum(len(getattr(facts, kind)) for facts in found) > 5, kind


@pytest.mark.parametrize("name", CASES)
def test_a_page_of_python_markdown_changes_nothing(name: str) -> None:
    text = HEAD + CASES[name]
    made, doc = read(text)
    html = convert(made.text[made.body :])
    assert measure(made, doc, CONTEXT) == measure_shown(made, doc, page(html), CONTEXT)


@settings(max_examples=60, deadline=None)
@given(PAGE)
def test_nor_does_the_page_of_any_ordinary_post(text: str) -> None:
    made, doc = read(HEAD + text)
    html = convert(made.text[made.body :])
    assert measure(made, doc, CONTEXT) == measure_shown(made, doc, page(html), CONTEXT)


POST = (
    "The crane stood still. Have you ever waited for one?\n\n"
    "[Ana Solis](https://weirs.example/notes) counted the weirs, and Maria Keller the locks.\n\n"
    "> Every weir has a keeper, and every keeper has a book.\n\n"
    "![A weir](weir.jpg)\n\n"
    "Call us today for a free consultation. Tell us in the comments what you paid.\n"
)


def test_a_page_that_shows_nothing_leaves_nothing() -> None:
    facts = on_page(POST, "<p>This post is for members.</p>")
    assert [told(facts, kind) for kind in KINDS] == [[] for _ in KINDS]
    assert facts.words == 0


def test_a_paragraph_that_the_page_lacks_is_not_counted() -> None:
    html = convert(POST).replace("<p>The crane stood still. Have you ever waited for one?</p>", "")
    facts = on_page(POST, html)
    assert facts.questions == ()
    assert len(facts.people) == 2
    assert facts.links == by_source(POST).links


def test_a_sentence_that_the_page_lacks_is_not_counted() -> None:
    html = convert(POST).replace(" Have you ever waited for one?", "")
    facts = on_page(POST, html)
    assert facts.questions == ()
    assert facts.pitch == by_source(POST).pitch


def test_a_link_that_the_page_lacks_credits_nobody() -> None:
    html = convert(POST).replace('<a href="https://weirs.example/notes">Ana Solis</a>', "Ana Solis")
    facts = on_page(POST, html)
    assert facts.links == ()
    assert [(each.name, each.credited) for each in facts.people] == [
        ("Ana Solis", False),
        ("Maria Keller", False),
    ]


def test_an_image_that_the_page_lacks_is_not_counted() -> None:
    html = convert(POST).replace('<img alt="A weir" src="weir.jpg" />', "")
    assert on_page(POST, html).images == ()


def test_a_quotation_that_the_page_lacks_is_not_counted() -> None:
    html = convert(POST).replace("Every weir has a keeper, and every keeper has a book.", "")
    assert on_page(POST, html).quotations == ()


def test_of_two_links_with_the_same_words_the_right_one_goes() -> None:
    text = "Read it [here](https://a.example/).\n\nOr rather [here](https://b.example/)."
    html = '<p>Read it here.</p><p>Or rather <a href="https://b.example/">here</a>.</p>'
    assert [link.url for link in on_page(text, html).links] == ["https://b.example/"]


def test_a_block_that_the_page_cuts_in_two_is_not_exact() -> None:
    html = convert(POST).replace("still. Have", "still.</p><p>Have")
    facts = on_page(POST, html)
    assert told(facts, "questions") == [("Have you ever waited for one?", False)]
    assert told(facts, "people") == told(by_source(POST), "people")


def test_a_sentence_over_two_blocks_is_not_exact() -> None:
    html = convert(POST).replace("Have you ever", "Have you</p><p>ever")
    assert told(on_page(POST, html), "questions") == [("Have you ever waited for one?", False)]


def test_two_blocks_that_the_page_makes_one_are_not_exact() -> None:
    html = convert("One is it. Have you?\n\nTwo is it. Do you?").replace("</p>\n<p>", " ")
    facts = on_page("One is it. Have you?\n\nTwo is it. Do you?", html)
    assert [each.exact for each in facts.questions] == [False, False]


def test_a_question_of_the_header_is_never_looked_for_in_the_text() -> None:
    text = HEAD.replace("\n\n", "\nQuestion: Who pays the toll?\n\n") + "The toll."
    assert told(on_page(text, "<p>The toll.</p>"), "questions") == [("Who pays the toll?", True)]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda html: html.replace("'", "&#8217;").replace('"A', '"A'), id="quotes"),
        pytest.param(lambda html: html.replace(" ", "&nbsp;", 3), id="no-break spaces"),
        pytest.param(lambda html: html.replace("Ana", '<span class="caps">Ana</span>'), id="caps"),
        pytest.param(lambda html: html.replace("weir.jpg", "/cache/480/weir.webp"), id="images"),
        pytest.param(lambda html: html.replace("https://weirs.example/notes", "/n/"), id="address"),
        pytest.param(lambda html: "<div class='toc'><ul><li>A</li></ul></div>" + html, id="toc"),
        pytest.param(lambda html: html + "<p>You may also like the tide.</p>", id="more words"),
        pytest.param(lambda html: html.replace("<p>", '<p class="x" data-y="a>b">'), id="classes"),
    ],
)
def test_what_a_site_does_to_its_pages_takes_no_true_fact(change: Any) -> None:
    assert on_page(POST, change(convert(POST))) == by_source(POST)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Have you used {{ product }} yet?", "<p>Have you used Acme Widgets yet?</p>"),
        (
            "{% if x %}\n\nHave you ever seen it?\n\n{% endif %}",
            "<p>Have you ever seen it?</p>",
        ),
        (
            "See [{{ name }}]({{ url }}) of it. Have you?",
            "<p>See <a href='/x'>It</a> of it. Have you?",
        ),
    ],
)
def test_what_a_template_filled_in_is_still_there(text: str, html: str) -> None:
    facts, before = on_page(text, html), by_source(text)
    assert facts == before
    assert len(facts.questions) == 1


def test_what_a_template_left_out_is_not() -> None:
    text = "The toll.\n\n{% if members %}\n\nHave you ever paid it?\n\n{% endif %}"
    assert on_page(text, "<p>The toll.</p>").questions == ()


def test_the_cheap_test_sees_each_of_these() -> None:
    _, doc = read(HEAD + POST)
    html = convert(POST)
    assert imprint(doc).stands_on(imprint_of_page(html))
    for before, after in (
        ("The crane stood", "The cranes stood"),
        ("still. Have", "still.</p><p>Have"),
        ("</p>\n<p>", " "),
        ('<img alt="A weir" src="weir.jpg" />', ""),
        ('<a href="https://weirs.example/notes">Ana Solis</a>', "Ana Solis"),
    ):
        assert before in html
        assert not imprint(doc).stands_on(imprint_of_page(html.replace(before, after))), after


def test_a_handle_that_we_link_hides_no_link_that_is_lost() -> None:
    text = "Thanks, @ana, for [the map](https://weirs.example/)."
    _, doc = read(HEAD + text)
    html = '<p>Thanks, <a class="h-card" href="https://a.example">@ana</a>, for the map.</p>'
    assert not imprint(doc).stands_on(imprint_of_page(html))


@pytest.mark.untraced  # a tracer would be measured too
@pytest.mark.parametrize(
    "piece",
    ["<", "<p", "<pre>", "</pre>", "<a ", "&", "{{", "<!--", "a ", "<p>a</p>", "{% x %}", "a? "],
)
def test_a_hostile_page_takes_time_in_proportion(piece: str) -> None:
    html = piece * (400_000 // len(piece))
    imprint_of_page(html)
    assert on_page("Have you ever seen it?\n\n" * 200, html).questions == ()
