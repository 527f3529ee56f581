"""What of Pelican's may go onto a page as HTML: the one place that says so.

A firm's own writing is trusted: what Pelican rendered from it is HTML. What Pelican took from a
header as it stood is text. Nothing a reader wrote comes through here (conversation.render_body).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

Change = Callable[[str], str]

_ALIGNED = re.compile(r'(<t[hd]) style="text-align: (left|center|right);">')


def aligned(html: str) -> str:
    """The same HTML with classes where Python-Markdown aligns a table's cells by inline styles.

    A strict Content-Security-Policy forbids inline styles: the columns would all be aligned alike.
    """
    return _ALIGNED.sub(r'\1 class="align-\2">', html) if "text-align" in html else html


class Fitted(Markup):
    """HTML whose links fit the page it is printed on, which RELATIVE_URLS makes depend on it.

    As a string it has the links of the site's root; Jinja asks for `__html__` when it prints.
    """

    __slots__ = ("_article", "_change", "_field")
    _article: Any
    _field: str
    _change: Change

    @classmethod
    def of(cls, article: Any, field: str, change: Change = str) -> Fitted:
        """The `content` or the `summary` of one of Pelican's articles, as `change` leaves it."""
        made = cls(change(getattr(article, field)))
        made._article, made._field, made._change = article, field, change
        return made

    def __html__(self) -> Markup:  # type: ignore[override]  # a Markup is what it is for
        """The HTML as it must stand on the page that is being written."""
        return Markup(self._change(getattr(self._article, self._field)))  # noqa: S704 - the firm's own


def title(content: Any) -> Markup:
    """The title of an article or a page.

    reStructuredText titles are rendered by docutils, and Typogrify renders all; an HTML title has
    entities and no tags; a Markdown title is text.
    """
    written, reader = content.title, content.metadata.get("reader", "")
    if isinstance(written, Markup):
        return written
    if content.settings["TYPOGRIFY"] or reader == "rst":
        return Markup(written)  # noqa: S704 - rendered from the firm's own file
    return escape(Markup(written).unescape() if reader == "html" else written)  # noqa: S704 - only to decode entities


def content(article: Any, change: Change = str) -> Markup:
    """The text of an article: the firm's own, with what `change` adds to its HTML."""
    return _fitted(article, "content", change)


def summary(article: Any) -> Markup:
    """The summary of an article: rendered by Pelican, or text where the settings say so."""
    if "summary" in article.metadata and "summary" not in article.settings["FORMATTED_FIELDS"]:
        return escape(article.summary)
    return _fitted(article, "summary")


def _fitted(article: Any, field: str, change: Change = str) -> Markup:
    if article.settings["RELATIVE_URLS"]:
        return Fitted.of(article, field, change)
    return Markup(change(getattr(article, field)))  # noqa: S704 - rendered from the firm's own file
