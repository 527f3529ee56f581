"""What a reader reads as prose: where in HTML it stands, and what of a post's source it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

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
    return _Finder(html, skipped).found


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


class _Finder(HTMLParser):
    """Walks HTML without building anything, and notes where its prose stands."""

    def __init__(self, html: str, skipped: frozenset[str]) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[int, int]] = []
        self._lines = [0, *(end.end() for end in re.finditer("\n", html))]
        self._skipped = skipped
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Count what is not prose."""
        if tag in self._skipped:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take `<code/>` for what browsers take it: an element that begins."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Leave the innermost element of this name, if one is open."""
        if tag in self._open:
            del self._open[-1 - self._open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        """Keep a stretch of prose that may hold a handle."""
        if "@" in data and not self._open:
            line, column = self.getpos()
            start = self._lines[line - 1] + column
            self.found.append((start, start + len(data)))

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002 -- inherited
        """Take `<![anything` for the comment browsers see; the parser itself gives up there."""
        return self.parse_bogus_comment(i)
