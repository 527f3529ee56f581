"""Links to our own site, and words of readers: any address and any text is judged, soon."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.audit.nearest import Nearest
from rapport.audit.places import Places
from rapport.audit.readers import Readers
from rapport.model import Comment, Finding, Post, Quoted, Site, Span
from rapport.settings import Reading
from tests.audit.posts import SETTINGS, facts, post

DATED = replace(SETTINGS, reading=Reading(article_url="{date:%Y}/{date:%m}/{slug}/"))
HEAD = "Title: {title}\nDate: 2026-01-05\nAuthors: Lena Brandt\n\nA text."
ONE = post(HEAD.format(title="Late payments"), "content/posts/late.md")
TWO = post(HEAD.format(title="The registry"), "content/posts/registry.md")
FILES = frozenset({"posts/late.md", "posts/registry.md", "files/form.pdf"})
SITE = Site(posts=(ONE, TWO), files=FILES)
SPAN = Span(1, 1, 1, 2)


def broken(url: str, site: Site = SITE) -> bool:
    return Places.of(site, DATED).broken(url, TWO, page=True) is not None


def test_a_broken_link_names_the_file_that_is_most_likely_meant() -> None:
    found = Places.of(SITE, DATED).broken("{static}/images/form.pdf", TWO, page=True)
    assert found is not None
    assert found.mend == "Did you mean files/form.pdf?"


def test_where_the_files_are_not_known_nothing_is_said() -> None:
    assert broken("{filename}nowhere.md")
    assert not broken("{filename}nowhere.md", replace(SITE, files=None))


def test_a_post_that_could_not_be_read_may_have_any_address() -> None:
    lost = Finding("CFG904", "error", "content/posts/third.md", SPAN, "no date")
    assert broken("/2026/01/the-third-one/")
    assert not broken("/2026/01/the-third-one/", replace(SITE, problems=(lost,)))
    assert broken("{filename}nowhere.md", replace(SITE, problems=(lost,)))


def test_an_image_may_lie_at_any_address_and_not_at_a_file_that_is_not_there() -> None:
    places = Places.of(SITE, DATED)
    assert places.broken("/2026/01/the-third-one/", TWO, page=False) is None
    assert places.broken("{static}/images/form.png", TWO, page=False) is not None


def test_a_link_out_of_the_content_folder_is_left_alone() -> None:
    assert not broken("{static}../../elsewhere/form.pdf")


@pytest.mark.parametrize("form", ["{year}/{slug}/", "{slug", "x/", "{date:%B}/{slug}.html", "{}"])
def test_addresses_of_an_unknown_shape_are_left_alone(form: str) -> None:
    settings = replace(SETTINGS, reading=Reading(article_url=form))
    places = Places.of(SITE, settings)
    assert places.broken("/2026/01/the-third-one/", TWO, page=True) is None
    assert places.broken("/2026/the-third-one.html", TWO, page=True) is None


PIECES = st.sampled_from([
    "{", "}", "|", "filename", "static", "attach", "tag", "author", "/", "..", "%7B", "%20", "%",
    "[", "]", "//", "http:", "https://", "harrowlane.example", "2026", "01", "late-payments", "#",
    "?", "&amp;", "\\", "\x00", "\u202e", "posts", ".md", "é", "e\u0301", ":", "@",
])  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=3), max_size=12).map("".join))
def test_any_address_is_judged(url: str) -> None:
    for page in (True, False):
        found = Places.of(SITE, DATED).broken(url, TWO, page=page)
        assert found is None or (found.why and found.mend)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("late-payments", "late-payments"),
        ("late-paymnts", "late-payments"),
        ("lste-payments", "late-payments"),
        ("late-payment", "late-payments"),
        ("early-payments", None),
        ("x", None),
        ("", None),
        ("late-payments" * 20, None),
    ],
)
def test_the_nearest_of_many_names(name: str, meant: str | None) -> None:
    names = Nearest.among(["late-payments", "registry", *(f"post-{n}" for n in range(500))])
    assert names.to(name, 0.85) == meant


def test_a_thousand_broken_links_among_ten_thousand_files_take_no_time() -> None:
    """Each compared with each, letter by letter, this would take a quarter of an hour."""
    files = FILES | {f"images/picture-{n:05}.png" for n in range(10_000)}
    posts = (TWO, *(replace(ONE, slug=f"late-payments-{n}", source=f"{n}.md") for n in range(3000)))
    places = Places.of(Site(posts=posts, files=files), SETTINGS)
    for n in range(1000):
        assert places.broken(f"{{static}}/images/picture-{n:05}.jpg", TWO, page=True) is not None
        places.broken(f"/late-paymnts-{n}x.html", TWO, page=True)


def comment(body: str, author: str = "Ann Vale", id_: str = "a") -> Comment:
    return Comment(
        id=id_,
        post="x",
        path=f"content/comments/x/{id_}.md",
        author=author,
        date=datetime(2025, 1, 1, tzinfo=UTC),
        body=body,
    )


def quoted(text: str, *comments: Comment) -> list[str]:
    """Whose words a quotation is found to be."""
    measured = replace(facts("A text."), path=TWO.path, quotations=(Quoted(text, SPAN, False),))
    readers = Readers.of(Site(posts=(TWO,), comments=comments), {TWO.path: measured})
    return [each.author for _, each in readers.quoted.get(TWO.path, ())]


WORDS = "one two three four five six seven eight nine ten eleven twelve"


@pytest.mark.parametrize("before", range(12))
def test_ten_words_in_a_row_are_found_wherever_they_begin(before: int) -> None:
    body = "so " * before + WORDS + " and so on"
    assert quoted(" ".join(WORDS.split()[1:11]), comment(body)) == ["Ann Vale"]
    assert quoted(" ".join(WORDS.split()[1:10]), comment(body)) == []


def test_a_removed_comment_is_nobody_s_words() -> None:
    assert quoted(WORDS, replace(comment(WORDS), status="removed")) == []


def test_the_same_words_of_one_reader_twice_are_theirs() -> None:
    assert quoted(WORDS, comment(WORDS), comment(WORDS, id_="b")) == ["Ann Vale"]


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_comment_and_any_quotation_are_compared(text: str, body: str) -> None:
    assert quoted(text, comment(body)) in ([], ["Ann Vale"])


@pytest.mark.parametrize("mark", ["\u201c", "\u201e", "\u00ab", '"', "> ", "'", "a ", "one two "])
def test_a_comment_of_marks_takes_no_longer_for_being_long(mark: str) -> None:
    """By the square of its length this would not end."""
    assert quoted("a " * 20_000, comment(mark * 200_000)) in ([], ["Ann Vale"])


def test_many_posts_that_quote_one_leaflet_are_compared_with_many_comments() -> None:
    posts: list[Post] = [replace(TWO, path=f"content/posts/{n}.md") for n in range(300)]
    one = facts("A text.")
    measured = {
        p.path: replace(one, path=p.path, quotations=(Quoted(f"{WORDS} {n}", SPAN, True),))
        for n, p in enumerate(posts)
    }
    comments = tuple(comment(f"thirteen fourteen {n} " * 20, id_=str(n)) for n in range(3000))
    assert Readers.of(Site(posts=tuple(posts), comments=comments), measured).quoted == {}
