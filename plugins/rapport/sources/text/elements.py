"""HTML elements, as they open and close, to blocks: for raw HTML in Markdown and for pages.

No tree and no recursion: a stack of names, whatever the depth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from rapport.model import BlockKind
from rapport.sources.tags import VOID
from rapport.sources.text.lines import BLOCK_TAGS
from rapport.sources.text.writer import Writer

_KINDS: dict[str, BlockKind] = {
    "p": "paragraph", "address": "paragraph", "summary": "paragraph", "blockquote": "paragraph",
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading",
    "h6": "heading", "li": "item", "dt": "item", "dd": "item", "td": "cell", "th": "cell",
    "caption": "caption", "figcaption": "caption", "legend": "caption", "pre": "code",
}  # fmt: skip
# A caption has no more blocks than this; an unclosed one would have the rest of the post.
_CAPTION = 5
# A paragraph inside one of these is what they are.
_HELD = ("item", "cell", "caption")
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_HIDDEN = frozenset({"script", "style", "template", "title", "head", "svg", "textarea", "select"})
_BLOCKS = BLOCK_TAGS | {"caption", "col"}


@dataclass(slots=True)
class _Element:
    """An open element: its kind, and where in the document it began."""

    name: str
    kind: BlockKind
    since: int = 0


@dataclass(slots=True)
class Elements:
    """Writes what elements show. Places are source offsets (0 where there are none).

    `figures` are the open ones: the number of the first picture that their caption is for.
    """

    writer: Writer
    loose: BlockKind = "html"
    stack: list[_Element] = field(default_factory=list)
    inside: Counter[str] = field(default_factory=Counter)
    hidden: int = 0
    figures: list[int] = field(default_factory=list)

    def opens(self, name: str, attributes: Mapping[str, str], at: int, end: int) -> None:
        """A start tag that stands at `source[at:end]`."""
        if name in VOID:
            self._void(name, attributes, at, end)
            return
        since = 0
        if name in _HIDDEN:
            self.hidden += 1
        elif name in _BLOCKS:
            self.writer.close()
            if name == "blockquote":
                self.writer.open_quote(at)
            elif name == "figure":
                self.figures.append(len(self.writer.pictures))
            elif name == "figcaption":
                since = len(self.writer.blocks)
        elif name == "a" and attributes.get("href"):
            self._ready(at)
            self.writer.open_link(attributes["href"], at)
        elif name in _CODE or name == "q":
            self._ready(at)
            since = self.writer.length
        self.stack.append(_Element(name, self._kind(name), since))
        self.inside[name] += 1

    def _void(self, name: str, attributes: Mapping[str, str], at: int, end: int) -> None:
        if self.hidden:
            return
        if name == "img":
            self._ready(at)
            self.writer.picture(
                attributes.get("src", ""),
                attributes.get("alt"),
                attributes.get("title", ""),
                at,
                end,
            )
        elif name == "hr":
            self.writer.close()
        elif name == "br":
            self.writer.gap(at, end)

    def closes(self, name: str, end: int) -> None:
        """An end tag that ends at a source offset; one without a start tag shows nothing."""
        while self.inside[name]:
            element = self.stack.pop()
            self.inside[element.name] -= 1
            self._closed(element, end)
            if element.name == name:
                return

    def _closed(self, element: _Element, end: int) -> None:
        writer, name = self.writer, element.name
        if name in _HIDDEN:
            self.hidden -= 1
        elif name == "blockquote":
            writer.close_quote(end)
        elif name == "figcaption":
            writer.close()
            last = element.since + _CAPTION
            text = " ".join(block.text for block in writer.blocks[element.since : last])
            if self.figures:
                writer.caption(self.figures[-1], text)
                self.figures[-1] = len(writer.pictures)
        elif name in _BLOCKS:
            writer.close()
            if name == "figure":
                self.figures.pop()
        elif name == "a":
            writer.close_link(end)
        elif name in _CODE:
            writer.mark_code(element.since)
        elif name == "q":
            writer.mark_cited(element.since)

    def text(self, text: str, at: int, end: int) -> None:
        """Text between tags, entities decoded; with places when the lengths agree."""
        if self.hidden or (self.writer.draft is None and text.isspace()):
            return
        self._ready(at)
        self.writer.text(text, at, end)

    def finish(self, at: int) -> None:
        """The source ends at an offset; what is still open ends with it."""
        while self.stack:
            self._closed(self.stack.pop(), at)
        self.inside.clear()
        self.writer.close()

    def _ready(self, at: int) -> None:
        if self.writer.draft is None and not self.hidden:
            self.writer.open(self.stack[-1].kind if self.stack else self.loose, at)

    def _kind(self, name: str) -> BlockKind:
        """What text directly inside an element is."""
        around = self.stack[-1].kind if self.stack else self.loose
        kind = _KINDS.get(name)
        if kind is None:
            return around
        return around if name == "p" and around in _HELD else kind
