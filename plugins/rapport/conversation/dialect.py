"""Restricted Markdown to HTML, event by event, so that no tag comes from the text itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from typing import Any

import pyromark

from rapport.model import safe_url

# Containers within containers beyond this are shown without their own markup: a page nested in
# thousands of quotes is nothing a browser or a feed reader should have to hold.
DEEPEST = 20

_BARE = re.compile(r"(?<!\w)[Hh][Tt][Tt][Pp][Ss]?://[^\s<>\"]+")
_TRAILING = frozenset(".,;:!?'*_~)]}»”’…|")
_CLOSERS = {")": "(", "]": "[", "}": "{"}

# Noncharacters, which `clean_text` never leaves in a text, stand in for Markdown's own characters
# where these must not act: `_` and `*` inside an address, and the colon after a bracket, which
# would define a reference and swallow the line. (Control characters would end an address.)
_INSIDE_URL = str.maketrans({"_": "\ufdd0", "*": "\ufdd1"})
_NO_DEFINITION = "]\ufdd2:"
_RESTORED = str.maketrans({"\ufdd0": "_", "\ufdd1": "*", "\ufdd2": None})

_TAGS = {
    "Paragraph": ("<p>", "</p>"),
    "HtmlBlock": ("<p>", "</p>"),
    "Heading": ("<p>", "</p>"),
    "BlockQuote": ("<blockquote>", "</blockquote>"),
    "Emphasis": ("<em>", "</em>"),
    "Strong": ("<strong>", "</strong>"),
}
_BARE_EVENTS = {"Rule": "<p>* * *</p>", "HardBreak": "<br>"}
_FLOWING = frozenset({"Paragraph", "HtmlBlock", "Heading"})
_UNSEEN = re.compile(
    "(?:<[^>]*>|[\\s\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0])*"
)


def to_html(text: str, *, breaks: bool = True) -> str:
    """The HTML of a text that has been through `clean_text`; nh3 has not seen it yet."""
    armed = _armed(text)
    writer = _Writer(_same if armed == text else _restored, "<br>" if breaks else "\n")
    for event in pyromark.events(armed):
        writer.take(event)
    return "".join(writer.out)


def linked(text: str) -> str:
    """Escaped text with its bare http and https addresses as links."""
    if "://" not in text:
        return escape(text, quote=False)
    return "".join(_pieces(text))


def _pieces(text: str) -> Iterator[str]:
    done = 0
    for found in _BARE.finditer(text):
        shown = _trimmed(found[0])
        url = safe_url(shown)
        if url:
            yield escape(text[done : found.start()], quote=False)
            yield f'<a href="{escape(url)}">{escape(shown, quote=False)}</a>'
            done = found.start() + len(shown)
    yield escape(text[done:], quote=False)


def _trimmed(url: str) -> str:
    """An address without the punctuation of the sentence around it; its own brackets stay."""
    end = len(url)
    if url[-1] not in _TRAILING:
        return url
    spare = {closer: url.count(closer) - url.count(opener) for closer, opener in _CLOSERS.items()}
    while end and url[end - 1] in _TRAILING:
        last = url[end - 1]
        if last in spare:
            if spare[last] <= 0:
                break
            spare[last] -= 1
        end -= 1
    return url[:end]


def _armed(text: str) -> str:
    if "://" in text and ("_" in text or "*" in text):
        text = _BARE.sub(_shielded, text)
    return text.replace("]:", _NO_DEFINITION)


def _shielded(found: re.Match[str]) -> str:
    """An address as Markdown is to see it; one with a backslash is escaped already."""
    url = _trimmed(found[0])
    inside = url if "\\" in url else url.translate(_INSIDE_URL)
    return inside + found[0][len(url) :]


def _restored(text: str) -> str:
    return text.translate(_RESTORED)


def _same(text: str) -> str:
    return text


class _Writer:
    """Takes pyromark's events, keeps a stack of the closing tags that are owed."""

    __slots__ = ("_code", "_ends", "_link_at", "_link_url", "_restore", "_soft", "out")

    def __init__(self, restore: Callable[[str], str], soft: str) -> None:
        self.out: list[str] = []
        self._restore = restore
        self._soft = soft
        self._ends: list[str] = []
        self._code = False
        self._link_at = -1
        self._link_url = ""

    def take(self, event: Any) -> None:
        """One event: a bare string, or a mapping with one key."""
        if event.__class__ is str:
            self.out.append(_BARE_EVENTS.get(event) or self._soft)
            return
        ((kind, value),) = event.items()
        if kind == "Text":
            self._text(value)
        elif kind == "Start":
            self._start(*((value, None) if value.__class__ is str else next(iter(value.items()))))
        elif kind == "End":
            self._end()
        elif kind == "Code":
            self.out.append(f"<code>{escape(self._restore(value), quote=False)}</code>")
        else:
            self._text(value, breaks=True)

    def _text(self, value: str, *, breaks: bool = False) -> None:
        text = self._restore(value)
        verbatim = self._code or self._link_at >= 0
        html = escape(text, quote=False) if verbatim else linked(text)
        self.out.append(html.replace("\n", "<br>") if breaks else html)

    def _start(self, name: str, data: Any) -> None:
        if name in _TAGS:
            fits = len(self._ends) < DEEPEST
            self._push(*(_TAGS[name] if fits else ("<br>" if name in _FLOWING else "", "")))
        elif name in ("Link", "Image"):
            self._start_link(data)
        elif name == "CodeBlock":
            self._start_code(data)
        elif name == "List":
            self._start_list(data)
        else:
            in_list = self._ends[-1] in ("</ul>", "</ol>")
            self._push(*(("<li>", "</li>") if in_list else ("<br>", "")))

    def _push(self, opening: str, closing: str) -> None:
        self.out.append(opening)
        self._ends.append(closing)

    def _start_list(self, start: int | None) -> None:
        if len(self._ends) >= DEEPEST - 2:
            self._push("", "")
        elif start is None:
            self._push("<ul>", "</ul>")
        else:
            self._push("<ol>" if start == 1 else f'<ol start="{start}">', "</ol>")

    def _start_code(self, kind: Any) -> None:
        """A code block; words after the fence that are no language's name are part of it."""
        self._code = True
        self._push("<pre><code>", "</code></pre>")
        info = self._restore(kind["Fenced"]) if kind.__class__ is dict else ""
        if " " in info:
            self.out.append(escape(info, quote=False) + "\n")

    def _start_link(self, data: Any) -> None:
        inside = self._link_at >= 0 or data["link_type"] == "Email"
        url = "" if inside else safe_url(self._restore(data["dest_url"]))
        if not url:
            self._push("", "")
            return
        self._push(f'<a href="{escape(url)}">', "</a>")
        self._link_at = len(self.out)
        self._link_url = url

    def _end(self) -> None:
        closing = self._ends.pop()
        if closing == "</a>":
            if _UNSEEN.fullmatch("".join(self.out[self._link_at :])):
                self.out.append(escape(self._link_url, quote=False))
            self._link_at = -1
        elif closing == "</code></pre>":
            self._code = False
        elif closing == "</p>":
            self.out[-1] = self.out[-1].removesuffix("<br>")
        self.out.append(closing)
