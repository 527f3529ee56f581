"""What a reader reads as prose: where in HTML it stands, and what of a post's source it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapport.model import Post

_NOT_PROSE = frozenset(
    ("a", "button", "code", "kbd", "math", "option", "pre", "samp", "script", "select", "style",
     "svg", "template", "textarea", "title")
)  # fmt: skip
_RST_LITERAL = re.compile(r"``.*?``")
_RST_CODE = re.compile(
    r"\.\. (?:code|code-block|math|parsed-literal|raw|sourcecode)::|(?!\.\. ).*::$"
)


def stretches(html: str, skipped: frozenset[str] = _NOT_PROSE) -> list[tuple[int, int]]:
    """Where text with an "@" stands in HTML outside the `skipped` elements: (start, end) each."""
    from rapport.people.html import Finder  # noqa: PLC0415 - few texts with an "@" are HTML

    return Finder(html, skipped).found


def prose(post: Post) -> str:
    """The text of a post without its code, as far as its source tells; for finding handles in it.

    A handle in the text of a link belongs to it: the post does name that person.
    """
    source = post.text[post.body :]
    if post.markup == "html":
        return "\n".join(source[a:b] for a, b in stretches(source, _NOT_PROSE - {"a"}))
    return "".join(_markdown(source)) if post.markup == "markdown" else "\n".join(_rst(source))


def _markdown(source: str) -> Iterator[str]:
    import pyromark  # noqa: PLC0415 -- most sites have no handles in their posts

    in_code = False
    for event in pyromark.events(source):
        match event:
            case {"Start": {"CodeBlock": _}}:
                in_code = True
            case {"End": "CodeBlock"}:
                in_code = False
            case {"Text": str() as text} if not in_code:
                yield text
            case _:
                yield " "


def _rst(source: str) -> Iterator[str]:
    """The lines outside literal blocks, which are indented below a line that announces them."""
    code_below: int | None = None
    for line in source.split("\n"):
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        if code_below is not None and (not text or indent > code_below):
            continue
        code_below = indent if _RST_CODE.match(text) else None
        yield _RST_LITERAL.sub(" ", line)
