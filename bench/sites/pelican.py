"""Plain Pelican with its own `simple` theme: comments stand at the end of the post's Markdown.

Pelican knows no comments, so whoever wants them without a plugin writes them into the post. Their
bodies stay Markdown, rendered by Pelican like the rest; threads are flat with a class for the
depth, which is less work than nested lists. There are no conversation pages and no comment feeds.
"""

from __future__ import annotations

import sys
from html import escape
from importlib.metadata import version
from pathlib import Path

from bench.corpus import FIRM, Corpus, Essay, Remark
from bench.reading import Mark, Marks
from bench.sites.common import SITE_URL, Generator, header, post_header, put

_SETTINGS = f"""
SITENAME = {FIRM!r}
SITEURL = {SITE_URL!r}
PATH = "content"
OUTPUT_PATH = "output"
THEME = "simple"
PLUGINS = []
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_DATE_FORMAT = "%Y-%m-%d"
DEFAULT_CATEGORY = "posts"
USE_FOLDER_AS_CATEGORY = False
ARTICLE_URL = "{{slug}}/"
ARTICLE_SAVE_AS = "{{slug}}/index.html"
TAG_URL = "topics/{{slug}}/"
TAG_SAVE_AS = "topics/{{slug}}/index.html"
AUTHOR_URL = "people/{{slug}}/"
AUTHOR_SAVE_AS = "people/{{slug}}/index.html"
TAGS_SAVE_AS = "topics/index.html"
AUTHORS_SAVE_AS = "people/index.html"
CATEGORY_SAVE_AS = ""
CATEGORIES_SAVE_AS = ""
ARCHIVES_SAVE_AS = "posts/index.html"
FEED_ALL_ATOM = "feeds/posts.xml"
TAG_FEED_ATOM = "feeds/topics/{{slug}}.xml"
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
"""


def _comment(remark: Remark) -> str:
    return (
        f'<div class="comment depth-{remark.depth}" id="c-{remark.id}" markdown="1">\n'
        f'<p class="by">{escape(remark.author)}, {remark.date:%Y-%m-%d %H:%M}</p>\n\n'
        f'<div class="comment-body" markdown="1">\n\n{remark.body}\n</div>\n</div>\n'
    )


def _post(essay: Essay) -> str:
    parts = [header(post_header(essay)), essay.body]
    if essay.remarks:
        comments = "\n".join(map(_comment, essay.remarks))
        parts.append(f'<section class="comments" markdown="1">\n\n{comments}\n</section>\n')
    return "\n".join(parts)


def _write(corpus: Corpus, site: Path, kept: Path) -> None:
    del kept
    put(site / "pelicanconf.py", _SETTINGS)
    for essay in corpus.essays:
        put(site / "content" / "posts" / f"{essay.slug}.md", _post(essay))


def _command(kept: Path) -> list[str]:
    del kept
    return [sys.executable, "-m", "pelican", "-q", "-s", "pelicanconf.py"]


def _prepare(kept: Path) -> None:
    """Pelican is there wherever Rapport is."""


def _version(kept: Path) -> str:
    del kept
    return version("pelican")


PELICAN = Generator(
    name="Pelican (simple theme)",
    prepare=_prepare,
    write=_write,
    command=_command,
    version=_version,
    marks=Marks(
        Mark("article"),
        Mark("div", "comment-body"),
        (Mark("header"), Mark("footer"), Mark("p", "by")),
    ),
    output="output",
)
