"""Comments in a post's text that speak to the audit, each with the block it is about.

`<!-- rapport: ... -->` in Markdown and HTML, `.. rapport: ...` in reStructuredText. A comment in a
block with other words is about that block, one that stands alone about the next one; whole lists,
quotations, tables and HTML elements are one block when the comment stands before them.
"""

from __future__ import annotations

from rapport.model import Note
from rapport.settings import Settings
from rapport.sources.completing import Markup

_MARK = "rapport:"


def notes(text: str, body: int, markup: Markup, settings: Settings) -> tuple[Note, ...]:
    """The notes in a post's text, which begins at offset `body`, in their order.

    What code shows is no comment. Most posts have none, and cost nothing but a look.
    """
    if text.find(_MARK, body) < 0:
        return ()
    if markup == "markdown":
        from rapport.sources.notes.markdown import in_markdown  # noqa: PLC0415 - few posts need it
        from rapport.sources.text.dialect import dialect  # noqa: PLC0415 - few posts need it

        return in_markdown(text, body, dialect(settings.reading.markdown))
    if markup == "html":
        from rapport.sources.notes.html import in_html  # noqa: PLC0415 - few posts need it

        return in_html(text, body)
    from rapport.sources.notes.rest import in_rest  # noqa: PLC0415 - few posts need it

    return in_rest(text, body)
