"""The `<img>` elements of a page, found as a browser finds them and written anew.

What stands in comments, scripts and the like is no element, nor is what stands in an attribute.
An element keeps all it had; it gets what it lacks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape, unescape

# One thing after another: what is skipped whole, then tags with whatever their quotes hold.
_PIECE = re.compile(
    r"<!--(?:.*?-->|.*)"
    r"|<(?P<raw>script|style|textarea|template|noscript|title|xmp)\b.*?(?:</(?P=raw)\b|\Z)"
    r"|<(?P<name>/?[a-z][^\s/<>]*+)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")


@dataclass(frozen=True, slots=True)
class Element:
    """One `<img>`: its attributes, decoded. `number` counts those of the page's `<main>` from 1.

    It is 0 outside; a page without a `<main>` is all inside. `chosen` says that somebody chose
    sources for it already, in a `<picture>` or a `srcset`.
    """

    given: Mapping[str, str]
    number: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What an `<img>` gets: `attributes` that it lacks, and `sources` (type, srcset, sizes)."""

    attributes: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[tuple[str, str, str], ...] = ()


def rewritten(html: str, choose: Callable[[Element], Change | None]) -> str:
    """The page with each of its images as `choose` says; None leaves one as it is."""
    if "<img" not in html and "<IMG" not in html:
        return html
    pieces: list[str] = []
    done = number = depth = 0
    main = "<main" not in html
    for found in _PIECE.finditer(html):
        name = (found["name"] or "").lower()
        if name in ("main", "/main"):
            main = name == "main"
        elif name in ("picture", "/picture"):
            depth = max(0, depth + (1 if name == "picture" else -1))
        elif name == "img":
            number += main
            given = _attributes(found["rest"])
            element = Element(given, number if main else 0, bool(depth) or "srcset" in given)
            change = choose(element)
            if change is not None:
                pieces += html[done : found.start()], _written(found[0], given, change)
                done = found.end()
    return "".join([*pieces, html[done:]])


def _attributes(text: str) -> dict[str, str]:
    """The attributes of a tag; of two with one name the first holds."""
    given: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text):
        given.setdefault(name.lower(), unescape(double or single or bare))
    return given


def _written(tag: str, given: Mapping[str, str], change: Change) -> str:
    added = "".join(
        f' {name}="{escape(value)}"'
        for name, value in change.attributes.items()
        if name not in given
    )
    end = "/>" if tag.endswith("/>") and not _bare_end(tag) else ">"
    image = tag.removesuffix(end).rstrip() + added + (" />" if end == "/>" else ">")
    if not change.sources:
        return image
    sources = "".join(
        f'<source type="{escape(kind)}" srcset="{escape(srcset)}" sizes="{escape(sizes)}">'
        for kind, srcset, sizes in change.sources
    )
    return f"<picture>{sources}{image}</picture>"


def _bare_end(tag: str) -> bool:
    """Whether the slash at a tag's end belongs to a value without quotes."""
    return re.search(r"=[^\s\"'>]+/>$", tag) is not None
