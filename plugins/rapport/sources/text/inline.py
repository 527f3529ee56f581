"""Emphasis, links, images and code inside a block, through pyromark's events.

`Inline` holds every stretch of text of one post and writes them one after the other. What
Python-Markdown does otherwise than CommonMark is set right on the way: attribute lists behind an
element show nothing, a backslash before `"` stays, footnote marks are no text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

import pyromark
from pyromark import Options

from rapport.sources.tags import Token, attributes, first_token
from rapport.sources.text.dialect import Dialect
from rapport.sources.text.lines import BLOCK_TAGS, Lines
from rapport.sources.text.stream import Bytes, Stream, unguarded
from rapport.sources.text.writer import Writer

# What Python-Markdown lets a backslash escape; before anything else the backslash is shown.
_ESCAPED = frozenset("\\`*_{}[]()>#+-.!")
_ATTRIBUTES = re.compile(r"\{:?[ ]{0,9}[^}\n ][^\n}]{0,300}\}")
# `<!x>` inside a paragraph is HTML to pyromark and text to Python-Markdown; these are HTML to both.
_UNSEEN = ("<!--", "<?", "<![CDATA[")
_HIDDEN = frozenset({"script", "style", "template", "svg", "textarea", "select"})
_CODE = frozenset({"code", "kbd", "samp", "tt"})

# A text without any of these is shown as it is.
_ACTIVE = re.compile(r"[\\`*_\[<&~]")


def is_plain(lines: Lines, dialect: Dialect) -> bool:
    """Whether no inline rule applies to a stretch: quick to see, and true of many."""
    return not dialect.smart and not any(_ACTIVE.search(line[1]) for line in lines)


def write_plain(lines: Lines, writer: Writer) -> None:
    """Write a stretch to which no inline rule applies into the open block."""
    end = -1
    for _, text, offset in lines:
        if end >= 0:
            writer.gap(end, offset)
        end = offset + len(text)
        writer.text(text, offset, end)


class Inline:
    """The inline rules for all other stretches of a post."""

    def __init__(
        self,
        dialect: Dialect,
        references: Mapping[str, tuple[str, str]],
        notes: Collection[str],
    ) -> None:
        self.dialect = dialect
        self.stream = Stream(references, notes)
        self.text = ""
        self.events: Iterator[tuple[Any, Any]] = iter(())
        self.event: tuple[Any, int, int] | None = None
        self.place: Callable[[int], int] | None = None
        self.escaped = _ESCAPED | {"|"} if dialect.tables else _ESCAPED

    def add(self, lines: Lines) -> int:
        """A stretch to be written later; its key for `write`."""
        return self.stream.add(lines)

    def parse(self) -> None:
        """All stretches are there: read them."""
        if self.stream.parts:
            self.text = self.stream.whole()
            self.events = pyromark.events_with_range(self.text, options=_options(self.dialect))
            self.place = None if self.text.isascii() else Bytes(self.text).place
            self.event = self._following()

    def _following(self) -> tuple[Any, int, int] | None:
        """The next event, its offsets in code points."""
        for event, span in self.events:
            if self.place:
                return event, self.place(span["start"]), self.place(span["end"])
            return event, span["start"], span["end"]
        return None

    def write(self, end: int, writer: Writer) -> None:
        """Write the next stretch, the one that ends at `end`, into the open block."""
        take = _Stretch(self, writer).take
        event, following = self.event, self._following
        while event and event[1] < end:
            take(*event)
            event = following()
        self.event = event
        if writer.link:
            writer.close_link(self.stream.source_end(end - 2))


def _options(dialect: Dialect) -> Options:
    options = Options.ENABLE_FOOTNOTES
    if dialect.strike:
        options |= Options.ENABLE_STRIKETHROUGH
    if dialect.smart:
        options |= Options.ENABLE_SMART_PUNCTUATION
    if dialect.wikilinks:
        options |= Options.ENABLE_WIKILINKS
    return options


class _Stretch:
    """One stretch while it is written."""

    def __init__(self, inline: Inline, writer: Writer) -> None:
        self.inline = inline
        self.stream = inline.stream
        self.source = inline.text
        self.writer = writer
        self.seen = 0
        self.skipped = 0
        self.link: Mapping[str, Any] = {}
        self.image: dict[str, str] | None = None
        self.alt: list[str] = []
        self.hidden = 0
        self.marked: list[int] = []
        self.blocks: list[str] = []

    def take(self, event: Any, start: int, end: int) -> None:
        """Write what an event of pyromark's shows."""
        if event == "SoftBreak":
            self._gap(start)
        elif event == "HardBreak":
            if self.source[start] == "\\":
                self._show("\\", start)
            self._gap(end - 1)
        elif not isinstance(event, dict):
            return
        elif "Text" in event:
            self._text(event["Text"], start, end)
        elif "Code" in event:
            self._code(start, end)
        elif "InlineHtml" in event:
            self._tag(start, end)
        elif "End" in event:
            self._ends(event["End"], start, end)
        elif "Start" in event:
            self._starts(event["Start"], start)
            return
        self.seen = end

    def _text(self, text: str, start: int, end: int) -> None:
        even = len(text) == end - start
        first = max(start, self.skipped)
        if first >= end:
            return
        if self.image is not None:
            self.alt.append(text)
        elif not even:
            self._show_as(text, start, end)
        else:
            if self._kept_backslash(start):
                self._show("\\", start - 1)
            self._show(text[first - start :], first)

    def _kept_backslash(self, start: int) -> bool:
        """Whether a backslash that pyromark took for an escape is none to Python-Markdown."""
        return (
            self.seen < start
            and self.source[start - 1] == "\\"
            and self.source[start] not in self.inline.escaped
        )

    def _show(self, text: str, start: int) -> None:
        """Visible text, as it stands in the stream."""
        if self.hidden:
            return
        stream, stop = self.stream, start + len(text)
        piece = stream.piece_at(start)
        first = stream.starts[piece]
        if first <= start and stop <= stream.ends[piece]:
            at = stream.sources[piece] + start - first
            self.writer.text(text, at, at + stop - start)
        else:
            self._show_pieces(text, start, piece)

    def _show_pieces(self, text: str, origin: int, piece: int) -> None:
        """Visible text that was laid down in pieces."""
        stream, start, stop = self.stream, origin, origin + len(text)
        while start < stop:
            first, last = stream.starts[piece], min(stop, stream.ends[piece])
            start = max(start, first)
            if start < last:
                at = stream.sources[piece] + start - first
                self.writer.text(text[start - origin : last - origin], at, at + last - start)
            piece += 1
            start = stream.starts[piece] if piece < len(stream.starts) else stop

    def _show_as(self, text: str, start: int, end: int) -> None:
        """Visible text that was written otherwise."""
        if not self.hidden:
            self.writer.text(text, self.stream.source(start), self.stream.source_end(end))

    def _gap(self, place: int) -> None:
        """A line ends at a place."""
        if self.image is not None:
            self.alt.append(" ")
        elif not self.hidden:
            piece = self.stream.piece_at(place)
            after = self.stream.sources[piece + 1 : piece + 2]
            at = self.stream.source(place)
            self.writer.gap(at, after[0] if after else at + 1)

    def _code(self, start: int, end: int) -> None:
        span = self.source[start:end]
        ticks = len(span) - len(span.lstrip("`"))
        inside = span[ticks : len(span) - ticks]
        first = start + ticks + len(inside) - len(inside.lstrip())
        last = start + ticks + len(inside.rstrip())
        if self.image is not None:
            self.alt.append(self.source[first:last])
            return
        marked, at = self.writer.length, first
        for line in self.source[first:last].split("\n"):
            if at > first:
                self._gap(at - 1)
            self._show(line, at)
            at += len(line) + 1
        self.writer.mark_code(marked)
        self._skip_attributes(end)

    def _starts(self, value: Any, start: int) -> None:
        if not isinstance(value, dict):
            return
        link = value.get("Link")
        if link and self.image is None:
            self.link = link
            if self.source.startswith("<mailto:", start):  # a page shows the address alone
                self.skipped = start + len("<mailto:")
            mail = "mailto:" if link["link_type"] == "Email" else ""
            url = mail + unguarded(link["dest_url"])
            self.writer.open_link(url, self.stream.source(start))
        elif "Image" in value and self.image is None:
            self.image, self.alt = value["Image"], []

    def _ends(self, value: object, start: int, end: int) -> None:
        ended = self.image or self.link if value in ("Image", "Link") else None
        if ended and ended["link_type"] == "Collapsed":
            end += len("[]")
        if value == "Image" and self.image is not None:
            place = self.stream.source(start), self.stream.source_end(end)
            image, self.image = self.image, None
            self.writer.picture(
                image["dest_url"], unguarded("".join(self.alt)), image["title"], *place
            )
        elif value == "Link" and self.image is None:
            self.writer.close_link(self.stream.source_end(end))
        elif value not in ("Emphasis", "Strong", "Strikethrough"):
            return
        self._skip_attributes(end)

    def _skip_attributes(self, end: int) -> None:
        """`{: .class}` behind an element is for the element."""
        if self.inline.dialect.attributes and self.source.startswith("{", end):
            found = _ATTRIBUTES.match(self.source, end)
            if found:
                self.skipped = found.end()

    def _tag(self, start: int, end: int) -> None:
        token = first_token(self.source, start, end)
        if token is None or self.image is not None:
            return
        if token.kind == "comment":
            if not self.source.startswith(_UNSEEN, start):
                self._show(self.source[start:end], start)
            return
        if token.kind == "open":
            self._tag_opens(token, start, end)
        elif token.name == "a":
            self.writer.close_link(self.stream.source_end(end))
        elif token.name in _HIDDEN:
            self.hidden = max(self.hidden - 1, 0)
        elif token.name in _CODE and self.marked:
            self.writer.mark_code(self.marked.pop())
        elif token.name == "q" and self.marked:
            self.writer.mark_cited(self.marked.pop())
        elif token.name in self.blocks:
            self.blocks.remove(token.name)
            self._new_block(end)

    def _tag_opens(self, token: Token, start: int, end: int) -> None:
        name = token.name
        place = self.stream.source(start), self.stream.source_end(end)
        if name in ("a", "img"):
            found = {each.name: unguarded(each.value) for each in attributes(self.source, token)}
            if name == "a" and found.get("href"):
                self.writer.open_link(found["href"], place[0])
            elif name == "img":
                src, title = found.get("src", ""), found.get("title", "")
                self.writer.picture(src, found.get("alt"), title, *place)
        elif name == "br":
            self.writer.gap(*place)
        elif name in _HIDDEN:
            self.hidden += 1
        elif name in _CODE or name == "q":
            self.marked.append(self.writer.length)
        elif name in BLOCK_TAGS:
            self.blocks.append(name)
            self._new_block(start)

    def _new_block(self, place: int) -> None:
        """A block-level tag inside a paragraph: what follows stands apart."""
        if self.writer.draft:
            self.writer.open(self.writer.draft.kind, self.stream.source(place))
