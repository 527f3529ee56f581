"""HTML to paragraphs of marked runs, in one pass and without recursion."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Literal

from rapport.model import safe_url

BoxKind = Literal["quote", "ul", "ol"]
# Boxes within boxes beyond this lose their markers; the sanitiser shows no more than 20.
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text and how it is marked; a line feed in it is a line break."""

    text: str
    strong: bool = False
    em: bool = False
    code: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A quotation, or one item of a list; `number` tells it from its neighbours."""

    kind: BoxKind
    number: int
    list: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or preformatted text, and the boxes around it from the outermost."""

    boxes: tuple[Box, ...]
    runs: tuple[Run, ...]
    pre: bool = False


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# What restricted Markdown cannot hold, by the name it has in the report.
_LOST = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("iframe", "embed", "object", "video", "audio", "picture"), "embedded media"),
    **dict.fromkeys(("del", "s", "strike"), "strikethrough"),
    **dict.fromkeys(("u", "ins"), "underlining"),
    **dict.fromkeys(("form", "input", "button", "select", "textarea"), "form"),
    **dict.fromkeys(("script", "style"), "script"),
    **dict.fromkeys(("font", "center", "big", "small", "mark"), "styling"),
    **dict.fromkeys(("dl",), "definition list"),
    "hr": "rule",
    "img": "image",
    "sub": "subscript",
    "sup": "superscript",
    "table": "table",
}
_BLOCKS = _names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "ol option p pre search section select summary table tbody tfoot thead tr ul"
)
_CELLS = frozenset(("td", "th"))
_STRONG = frozenset(("b", "strong"))
_EM = frozenset(("em", "i", "cite", "dfn", "var"))
_CODE = frozenset(("code", "tt", "kbd", "samp"))
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
# What a browser does not show; comments and declarations never arrive here.
_UNSEEN = frozenset(("script", "style", "title", "template", "iframe", "noframes", "datalist"))
_SPACES = re.compile(r"[ \t\n\r\f]+")
_REST_OF_LINE = re.compile(r"\A[ \t\r]*\n")
_SPACES_IN_LINES = re.compile(r"[ \t\r\f]*\n[ \t\r\f]*|[ \t\r\f]+")


def read_html(
    html: str, *, breaks: bool = False, target: Callable[[str], str] | None = None
) -> tuple[list[Block], set[str]]:
    """The paragraphs of an HTML text in order, and the names of the markup they do not keep.

    Any string goes in. With `breaks` a line's end in the text is a line break.
    """
    reader = _Reader(breaks, target)
    reader.feed(_closed(html))
    reader.close()
    reader.end_block()
    return reader.blocks, reader.lost


def _closed(html: str) -> str:
    """The HTML with what is never closed as the text it is.

    A browser would swallow the rest for it, and the parser looks for the end again and again: 60 kB
    of `<a ` take it half a minute.
    """
    end = html.rfind("-->") + 1
    if "<!--" in html[end:]:
        html = html[:end] + html[end:].replace("<!--", "&lt;!--")
    end = html.rfind(">") + 1
    return html[:end] + html[end:].replace("<", "&lt;")


class _Reader(HTMLParser):
    """Keeps how often each mark is open, and the stack of boxes."""

    def __init__(self, breaks: bool, target: Callable[[str], str] | None) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.lost: set[str] = set()
        self._breaks = breaks
        self._target = target
        self._runs: list[Run] = []
        self._boxes: list[Box] = []
        self._lists: list[tuple[BoxKind, int]] = []
        self._open = {"strong": 0, "em": 0, "code": 0, "pre": 0}
        self._links: list[tuple[str, int]] = []
        self._unseen = ""
        self._count = 0
        self._after_break = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._unseen:
            return
        if tag in _LOST:
            self.lost.add(_LOST[tag])
        if tag in _UNSEEN:
            self._unseen = tag
        if tag in _BLOCKS:
            self._start_block(tag)
        elif tag == "br":
            self._add("\n")
            self._after_break = True
        elif tag in _CELLS:
            self._add(" ")
        elif tag == "a":
            self._start_link(dict(attrs))
        else:
            self._mark(tag, 1)
        if tag in ("img", "iframe", "embed", "video", "audio", "source"):
            self._media(tag, dict(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # HTML knows no such tags: `<b/>` opens, and browsers go by that.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            if tag == self._unseen:
                self._unseen = ""
            return
        if tag == "br":
            self._add("\n")
        elif tag == "a":
            self._end_link()
        elif tag in _BLOCKS:
            self._end_of_block(tag)
        else:
            self._mark(tag, -1)

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if self._open["pre"]:
            self._add(data)
        elif self._breaks:
            if self._after_break:  # `<br />` and the end of its line are one break
                data = _REST_OF_LINE.sub("", data)
            self._add(_SPACES_IN_LINES.sub(lambda m: "\n" if "\n" in m[0] else " ", data))
        else:
            self._add(_SPACES.sub(" ", data))

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002 - its signature
        """Where a section `<![ ... ]>` ends, -1 if it does not; Python's own fails at odd ones."""
        cdata = self.rawdata.startswith("<![CDATA[", i)
        end = self.rawdata.find("]]>" if cdata else ">", i)
        if cdata and end >= 0:
            self.unknown_decl(self.rawdata[i + 3 : end])
        return -1 if end < 0 else end + (3 if cdata else 1)

    def unknown_decl(self, data: str) -> None:
        """A CDATA section, which HTML takes for a comment; exports put text there."""
        if data.startswith("CDATA["):
            self.handle_data(data.removeprefix("CDATA["))

    def end_block(self) -> None:
        """What has come together is a paragraph, if anything can be seen of it."""
        pre = bool(self._open["pre"])
        if any(run.text.strip() for run in self._runs):
            self.blocks.append(Block(tuple(self._boxes), tuple(self._runs), pre))
        self._runs = []

    def _add(self, text: str) -> None:
        if not text:
            return
        counts = self._open
        link = self._links[-1][0] if self._links else ""
        self._after_break = False
        run = Run(text, counts["strong"] > 0, counts["em"] > 0, counts["code"] > 0, link)
        self._runs.append(run)

    def _mark(self, tag: str, step: int) -> None:
        for name, tags in (("strong", _STRONG), ("em", _EM), ("code", _CODE)):
            if tag in tags:
                self._open[name] = max(0, self._open[name] + step)

    def _start_block(self, tag: str) -> None:
        self.end_block()
        if tag == "pre":
            self._open["pre"] += 1
        elif tag == "blockquote":
            self._into("quote", 0)
        elif tag in _LISTS:
            self._count += 1
            self._lists.append(("ol" if tag == "ol" else "ul", self._count))
        elif tag == "li":
            kind, number = self._lists[-1] if self._lists else ("ul", 0)
            if self._boxes and self._boxes[-1].kind != "quote" and self._boxes[-1].list == number:
                self._boxes.pop()
            self._into(kind, number)

    def _into(self, kind: BoxKind, of_list: int) -> None:
        self._count += 1
        self._boxes.append(Box(kind, self._count, of_list))

    def _end_of_block(self, tag: str) -> None:
        self.end_block()
        if tag == "pre":
            self._open["pre"] = max(0, self._open["pre"] - 1)
        elif tag == "blockquote":
            self._out_of(lambda box: box.kind == "quote")
        elif tag == "li":
            number = self._lists[-1][1] if self._lists else 0
            self._out_of(lambda box: box.kind != "quote" and box.list == number)
        elif tag in _LISTS and self._lists:
            number = self._lists.pop()[1]
            self._out_of(lambda box: box.list == number and box.kind != "quote")

    def _out_of(self, meant: Callable[[Box], bool]) -> None:
        """Leave the innermost box that is meant, if it is open, with all that is open inside."""
        places = (at for at in reversed(range(len(self._boxes))) if meant(self._boxes[at]))
        at = next(places, None)
        if at is not None:
            del self._boxes[at:]

    def _start_link(self, attributes: dict[str, str | None]) -> None:
        self._end_link()
        written = (attributes.get("href") or "").strip()
        if not written:
            return
        url = safe_url(self._target(written) if self._target else written)
        if not url:
            self.lost.add("address" if written.lower().startswith("mailto:") else "link")
        self._links.append((url, len(self._runs)))

    def _end_link(self) -> None:
        if not self._links:
            return
        url, start = self._links.pop()
        if url and not any(run.text.strip() for run in self._runs[start:]):
            self._runs.append(Run(url, link=url))

    def _media(self, tag: str, attributes: dict[str, str | None]) -> None:
        """An image is its alternative text, or else its address, as every other medium."""
        url = safe_url((attributes.get("src") or "").strip())
        words = (attributes.get("alt") or "").strip() if tag == "img" else ""
        link = self._links[-1][0] if self._links else ""
        if words or url:
            self._runs.append(Run(_SPACES.sub(" ", words) or url, link=link or url))


def shallow(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """The boxes that are shown as such."""
    return tuple(boxes)[:DEEPEST]
