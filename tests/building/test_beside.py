"""Who quotes a paragraph is named beside it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from rapport.building.beside import beside
from rapport.building.views import CommentView, Name
from rapport.conversation import render_body
from tests.theme.samples import JONAS, MARIA, comment

ARTICLE = (
    "<p>The rule is short, and it <em>sounds</em> fair.</p>\n"
    "<p>Silence was punished for eleven weeks. It cost the client two per cent.</p>\n"
    "<ul><li>Keep every letter that comes, with its <strong>date</strong></li></ul>"
)


def said(number: int, words: str, author: Name = MARIA) -> CommentView:
    return comment(number, author, body=Markup(render_body(words)))  # noqa: S704 - sanitised


def mark(*views: CommentView) -> str:
    names = ", ".join(
        f'<a href="#{view.anchor}"><bdi>{view.author.name}</bdi>'
        f'<span class="vh">, comment {view.number}</span></a>'
        for view in views
    )
    return f' <span class="beside">Quoted by {names}</span>'


def test_a_quoted_paragraph_names_who_quotes_it() -> None:
    one = said(1, "> punished for eleven weeks\n\nFairly put.")
    before, after = ARTICLE.split("two per cent.")
    assert beside(ARTICLE, (one,)) == f"{before}two per cent.{mark(one)}{after}"


def test_without_a_quotation_nothing_changes() -> None:
    assert beside(ARTICLE, (said(1, "You punished silence for eleven weeks."),)) == ARTICLE


def test_emphasis_case_and_marks_make_no_difference() -> None:
    one = said(1, "> “the RULE is short – and it sounds *fair*”")
    assert f"fair.{mark(one)}</p>" in beside(ARTICLE, (one,))


def test_the_name_stands_outside_what_closes_at_the_end() -> None:
    one = said(1, "> every letter that comes, with its date")
    assert f"<strong>date</strong>{mark(one)}</li>" in beside(ARTICLE, (one,))


def test_who_quotes_with_a_gap_is_found_by_the_longer_piece() -> None:
    one = said(1, "> Silence ... It cost the client two per cent")
    assert f"cent.{mark(one)}</p>" in beside(ARTICLE, (one,))


def test_two_who_quote_one_paragraph_share_a_mark() -> None:
    one, two = said(1, "> punished for eleven weeks"), said(2, "> cost the client two", JONAS)
    assert mark(one, two) in beside(ARTICLE, (one, two))


def test_who_quotes_a_paragraph_twice_is_named_once() -> None:
    one = said(1, "> punished for eleven weeks\n\nYes.\n\n> cost the client two per cent\n\nNo.")
    assert beside(ARTICLE, (one,)).count("Quoted by") == 1


def test_more_than_three_are_counted() -> None:
    many = tuple(said(number, "> punished for eleven weeks") for number in range(1, 6))
    assert beside(ARTICLE, many).count("<bdi>") == 3
    assert " +2</span>" in beside(ARTICLE, many)


def test_a_few_letters_say_nothing_of_what_is_meant() -> None:
    assert beside(ARTICLE, (said(1, "> the rule"),)) == ARTICLE


def test_words_of_another_comment_are_nowhere_in_the_article() -> None:
    assert beside(ARTICLE, (said(1, "> what Maria said further up here"),)) == ARTICLE


def test_a_hostile_name_stays_text() -> None:
    one = said(1, "> punished for eleven weeks", Name("<img src=x onerror=alert(1)>"))
    assert "<img" not in beside(ARTICLE, (one,))


def test_the_quotation_in_a_quotation_is_part_of_it() -> None:
    one = said(1, "> > punished for eleven weeks\n>\n> It cost the client two per cent\n\nHm.")
    assert mark(one) in beside(ARTICLE, (one,))


@given(st.lists(st.text("ab <>&\n*_`", min_size=20, max_size=60), max_size=5), st.data())
def test_nothing_of_the_article_is_lost(paragraphs: list[str], data: st.DataObject) -> None:
    html = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    words = data.draw(st.sampled_from([*paragraphs, "nothing"]))
    marked = beside(html, (said(1, f"> {words}"),))
    at = marked.find(' <span class="beside">')
    if at >= 0:
        end = marked.index("</a></span>", at) + len("</a></span>")
        assert marked[:at] + marked[end:] == html
        assert marked[end:].startswith("</p>")
    else:
        assert marked == html
