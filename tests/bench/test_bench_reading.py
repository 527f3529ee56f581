from __future__ import annotations

from pathlib import Path

import pytest

from bench import corpus, reading
from bench.corpus import Corpus
from bench.prose import visible
from bench.reading import Mark, Marks, UnequalError

MARKS = Marks(Mark("div", "body"), Mark("div", "said"), (Mark("header"),))
MADE = corpus.make(3, 9)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for essay in MADE.essays:
        said = "".join(f'<div class="said">{visible(one.body)}</div>' for one in essay.remarks)
        page = tmp_path / essay.slug / "index.html"
        page.parent.mkdir()
        page.write_text(
            "<!doctype html><html><body><header>not counted</header><h1>nor this</h1>"
            f"<div class='wide body'><p>{visible(essay.body)}<br>\n<script>nor(this)</script></div>"
            f"{said}",
            encoding="utf-8",
        )
    return tmp_path


def _counted(site: Path, made: Corpus = MADE) -> None:
    counts = reading.count(site, [essay.slug for essay in made.essays], MARKS)
    reading.check("Some generator", counts, made)


def test_pages_that_hold_everything_pass(site: Path) -> None:
    _counted(site)


def test_a_missing_post_is_noticed(site: Path) -> None:
    (site / MADE.essays[1].slug / "index.html").unlink()
    with pytest.raises(UnequalError, match=r"Some generator .* 2 posts instead of 3"):
        _counted(site)


def test_a_post_without_its_text_is_noticed(site: Path) -> None:
    page = site / MADE.essays[0].slug / "index.html"
    page.write_text(page.read_text("utf-8").replace("wide body", "wide"), encoding="utf-8")
    with pytest.raises(UnequalError, match="2 posts instead of 3"):
        _counted(site)


def test_a_missing_comment_is_noticed(site: Path) -> None:
    essay = next(essay for essay in MADE.essays if essay.remarks)
    page = site / essay.slug / "index.html"
    page.write_text(page.read_text("utf-8").replace('class="said"', "", 1), encoding="utf-8")
    with pytest.raises(UnequalError, match="8 comments instead of 9"):
        _counted(site)


def test_words_that_are_missing_are_noticed(site: Path) -> None:
    page = site / MADE.essays[0].slug / "index.html"
    text = page.read_text("utf-8")
    start = text.index("<p>")
    page.write_text(text[:start] + text[start + 200 :], encoding="utf-8")
    with pytest.raises(UnequalError, match="article words instead of"):
        _counted(site)


def test_words_that_stand_twice_are_noticed(site: Path) -> None:
    page = site / MADE.essays[0].slug / "index.html"
    twice = page.read_text("utf-8").replace("<p>", f"<p>{MADE.essays[0].body[:400]}")
    page.write_text(twice, encoding="utf-8")
    with pytest.raises(UnequalError, match="article words instead of"):
        _counted(site)


def test_an_empty_folder_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(UnequalError, match="0 posts instead of 3, 0 comments instead of 9"):
        _counted(tmp_path)


def test_what_is_to_be_passed_over_inside_a_text_is_not_counted(tmp_path: Path) -> None:
    page = tmp_path / "one" / "index.html"
    page.parent.mkdir()
    page.write_text(
        '<div class="body">two words<header>not these</header> and'
        '<div class="said">three words here</div>two more</div>out',
        encoding="utf-8",
    )
    counts = reading.count(tmp_path, ["one"], MARKS)
    assert (counts.posts, counts.comments) == (1, 1)
    assert (counts.article_words, counts.comment_words) == (5, 3)


def test_what_stands_inside_a_comment_is_told_from_the_post_by_what_is_around_it(
    tmp_path: Path,
) -> None:
    page = tmp_path / "one" / "index.html"
    page.parent.mkdir()
    page.write_text(
        '<article class="post"><div class="e-content">the post</div>'
        '<article class="turn h-cite"><header>not this</header>'
        '<div class="e-content">one short comment</div></article>'
        '<article class="turn h-cite"><div class="e-content">another</div></article></article>',
        encoding="utf-8",
    )
    marks = Marks(Mark("div", "e-content"), Mark("div", "e-content", within="h-cite"))
    counts = reading.count(tmp_path, ["one"], marks)
    assert (counts.article_words, counts.comments, counts.comment_words) == (2, 2, 4)


def test_pages_and_feeds_of_the_whole_site_are_counted(site: Path) -> None:
    (site / "feed.xml").write_text("<rss/>", encoding="utf-8")
    counts = reading.count(site, [], MARKS)
    assert (counts.posts, counts.pages, counts.feeds) == (0, 3, 1)
