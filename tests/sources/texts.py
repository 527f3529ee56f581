"""What the tests of Documents share."""

from __future__ import annotations

from typing import Any

from rapport.model import Document
from rapport.sources.text.dialect import Dialect, dialect
from rapport.sources.text.markdown import from_markdown

# Every extension that changes what a reader sees.
EVERYTHING: dict[str, Any] = {
    "extensions": [
        f"markdown.extensions.{name}"
        for name in ("extra", "codehilite", "meta", "admonition", "toc", "sane_lists")
    ],
    "extension_configs": {"markdown.extensions.codehilite": {"use_pygments": False}},
}
PELICANS: dict[str, Any] = {
    "extensions": [f"markdown.extensions.{name}" for name in ("extra", "codehilite", "meta")],
    "extension_configs": {"markdown.extensions.codehilite": {"use_pygments": False}},
}


def doc(text: str, **markdown: Any) -> Document:
    """The Document of a text without a header."""
    return from_markdown(text, 0, dialect(markdown) if markdown else Dialect())


def shown(document: Document) -> list[str]:
    """The blocks that a reader reads as prose."""
    return [block.text for block in document.blocks if block.text and block.kind != "code"]


def written(text: str, document: Document, number: int, words: str) -> str:
    """The source of some words of a block, through the block's runs."""
    start = document.blocks[number].text.index(words)
    span, exact = document.span(number, start, start + len(words))
    assert exact
    rows = text.split("\n")[span.line - 1 : span.end_line]
    rows[-1] = rows[-1][: span.end_column - 1]
    rows[0] = rows[0][span.column - 1 :]
    return "\n".join(rows)
