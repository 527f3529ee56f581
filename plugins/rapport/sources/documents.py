"""A post's Document, by its markup."""

from __future__ import annotations

from rapport.model import Document, Post
from rapport.settings import Settings
from rapport.sources.text.dialect import dialect
from rapport.sources.text.markdown import from_markdown


def document(post: Post, settings: Settings, html: str | None = None) -> Document:
    """What a reader of the post sees, in order, with the place of each bit of it.

    Markdown is read from its source, every place exact. reStructuredText and HTML posts are read
    from `html`, the rendered body; their places are the block's first line, as well as it can be
    told, and not exact. Raises ValueError for a reStructuredText post without `html`.
    """
    if post.markup == "markdown":
        return from_markdown(post.text, post.body, dialect(settings.reading.markdown))
    if html is None and post.markup == "rst":
        raise ValueError(f"{post.path}: a reStructuredText post needs its rendered HTML")
    return rendered(post.text[post.body :] if html is None else html, post)


def rendered(html: str, post: Post | None = None) -> Document:
    """The Document of rendered HTML: of a post's body, or of any page (then every line is 1).

    In a build it says what the page shows, to hold the facts from a Markdown source against.
    """
    from rapport.sources.text.rendered import (  # noqa: PLC0415 - BeautifulSoup takes 200 ms
        from_html,
        line_finder,
    )

    if post is None:
        return from_html(html)
    # docutils makes a block quote of whatever is indented, lists above all.
    line_of = line_finder(post.text, post.body)
    return from_html(html, line_of, lists_are_quoted=post.markup != "rst")
