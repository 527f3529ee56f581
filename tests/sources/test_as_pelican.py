"""The same posts, from the same files, as Pelican itself finds and completes."""

from __future__ import annotations

import copy
import logging
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from pelican.contents import Article
from pelican.generators import ArticlesGenerator
from pelican.settings import DEFAULT_CONFIG, configure_settings

from rapport.settings import from_mapping
from rapport.sources import read_site
from tests.sites import write_files

POST = "Title: {0}\nDate: 2026-05-04 09:00\n{1}\nText\n"
FILES = {
    "posts/plain.md": POST.format("Plain & <em>simple</em>", "Tags: a; b, c\nLang: de\n"),
    "posts/deep/er/2025-01-02-dated.markdown": "Title: Über Maß\n\nText\n",
    "posts/fenced.mkd": "---\nTitle: Fenced\nDate: 2020-01-01\nStatus: draft\n...\nText\n",
    "posts/bom.md": "\ufeffTitle: Bom\nDate: 2020-01-01\nAuthor: A\nAuthor: B\n\nText\n",
    "posts/crlf.md": POST.format("Crlf", "Slug: own-slug\n").replace("\n", "\r\n"),
    "posts/hidden.md": POST.format("Hidden", "Status: hidden\nAuthors: A, B; C\n"),
    "posts/zone.md": "Title: Zone\nDate: 2026-05-04 09:00+05:00\nTimezone: Europe/Rome\n\nx\n",
    "posts/skip.md": "Status: skip\n\nx\n",
    "posts/nodate-draft.md": "Title: Some day\nStatus: draft\n\nx\n",
    "posts/dropped-title.md": "Date: 2020-01-01\n\nText\n",
    "posts/dropped-date.md": "Title: A\nDate: soon\n\nText\n",
    "posts/dropped-status.md": POST.format("A", "Status: drafts\n"),
    "posts/upper.md": POST.format("Upper", "Status: DRAFT\n"),
    "posts/dropped-slug.md": POST.format("A", "Slug: ../../up\n"),
    "posts/empty-values.md": POST.format("Empty", "Tags:\nStatus:\nSlug:  \nAuthor: \n"),
    "posts/old/x.md": POST.format("Old", ""),
    "posts/title.rst": 'Title & "rest"\n==============\n\n:date: 2026-05-04\n:tags: a, b\n\nx\n',
    "posts/page.html": "<html><head><title>H &amp; t</title><meta name='date' content='2026-05-04'>"
    "</head><body>x</body></html>",
    "posts/.hidden.md": POST.format("Dot", ""),
    "posts/draft~.md": POST.format("Ignored", ""),
    "posts/notes.txt": "x",
    "posts/pages/about.md": POST.format("About", ""),
    "posts/no/x.md": POST.format("No", ""),
    "extra/one.md": POST.format("One outright", ""),
    "extra/two.md": POST.format("Two", ""),
    "pages/contact.md": "Title: Contact\n\nx\n",
}
GIVEN: dict[str, Any] = {
    "PATH": "content",
    "ARTICLE_PATHS": ["posts", "extra/one.md"],
    "ARTICLE_EXCLUDES": ["posts/no"],
    "PAGE_PATHS": ["pages", "posts/pages"],
    "IGNORE_FILES": [".*", "*~.md"],
    "AUTHOR": "The Firm",
    "TIMEZONE": "America/New_York",
    "DEFAULT_LANG": "en",
    "EXTRA_PATH_METADATA": {"posts/old": {"status": "draft", "lang": "fr"}},
    "DEFAULT_METADATA": {"tags": "default"},
    "LOCALE": ["C"],
}


@pytest.fixture
def _quiet() -> Iterator[None]:
    """Pelican says in its log what it drops; here we count it."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def articles(folder: Path) -> dict[str, Article]:
    """Pelican's own articles, by path below the content folder."""
    given = {**GIVEN, "PATH": str(folder / "content")}
    given["ARTICLE_EXCLUDES"] = [*GIVEN["ARTICLE_EXCLUDES"], *GIVEN["PAGE_PATHS"]]
    settings = configure_settings({**copy.deepcopy(DEFAULT_CONFIG), **given})
    context = {**settings, "generated_content": {}, "static_links": set(), "static_content": {}}
    generator = ArticlesGenerator(
        context=context,
        settings=settings,
        path=settings["PATH"],
        theme=settings["THEME"],
        output_path=str(folder / "output"),
    )
    generator.generate_context()
    found = context["generated_content"].items()
    return {source: article for source, article in found if article is not None}


@pytest.mark.usefixtures("_quiet")
def test_our_posts_are_pelicans_articles(tmp_path: Path) -> None:
    write_files(tmp_path / "content", FILES)
    theirs = articles(tmp_path)
    ours = {post.source: post for post in read_site(from_mapping(GIVEN, tmp_path)).posts}
    assert set(ours) == set(theirs)
    assert len(ours) == 14
    for source, post in ours.items():
        article = theirs[source]
        assert (post.slug, post.lang, post.status) == (article.slug, article.lang, article.status)
        assert post.tags == tuple(str(tag) for tag in article.tags)
        assert post.title == (
            article.title if post.markup == "markdown" else unescape(article.title)
        )
        if source == "posts/nodate-draft.md":
            assert post.date.year == article.date.year - 1  # theirs cannot change its zone
        else:
            assert post.date == article.date
        if source != "posts/hidden.md":
            assert post.authors == tuple(str(author) for author in article.authors)
