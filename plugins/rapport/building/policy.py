"""What a browser may load on our pages, told by the host: a `_headers` file for those who read one.

Cloudflare Pages, Netlify and their like read `_headers` at the root of a site. The policy starts
from nothing and allows what the pages that were written hold: our theme needs one style sheet and
pictures of the site's own; a firm's post may show a picture or a film of somebody else's, whose
host is then named. Format of the policy: W3C, Content Security Policy Level 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

HEADERS = "_headers"
_SELF, _INLINE = "'self'", "'unsafe-inline'"
# Each element that loads something: the attribute that says what, and the directive that allows it.
_LOADS = {
    "img": ("src", "img-src"),
    "source": ("src", "media-src"),
    "video": ("src", "media-src"),
    "audio": ("src", "media-src"),
    "track": ("src", "media-src"),
    "iframe": ("src", "frame-src"),
    "embed": ("src", "object-src"),
    "object": ("data", "object-src"),
    "script": ("src", "script-src"),
    "form": ("action", "form-action"),
}
_TAG = re.compile(
    r"<(img|source|video|audio|track|iframe|embed|object|script|form|link|style)\b([^<>]*)>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([a-z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_HOST = re.compile(r"[\w.-]+(?::\d+)?", re.ASCII)
_STYLED = re.compile(r"<[a-z][^<>]*\sstyle\s*=", re.IGNORECASE)
_HANDLER = re.compile(r"<[a-z][^<>]*\son[a-z]+\s*=", re.IGNORECASE)
_DATA_BLOCK = "application/ld+json"


@dataclass(frozen=True, slots=True)
class Policy:
    """What the pages need, by directive, in the words of the policy."""

    allowed: dict[str, set[str]] = field(default_factory=dict)

    def text(self) -> str:
        """The value of the header."""
        fixed = {"default-src": {"'none'"}, "base-uri": {"'none'"}, "frame-ancestors": {"'none'"}}
        rows = {**fixed, **dict(sorted(self.allowed.items()))}
        return "; ".join(f"{name} {' '.join(sorted(rows[name]))}" for name in rows)


def policy_for(pages: Iterable[str], base: str) -> Policy:
    """The strictest policy under which these pages are what they are; `base` is the site's own."""
    # Nothing of ours connects; but tools that judge a site read its robots.txt as the page would.
    own_only = ("connect-src", "form-action", "img-src", "style-src")
    allowed = {name: {_SELF} for name in own_only}
    own = urlsplit(base).netloc
    for page in pages:
        for directive, source in _needed(page):
            word = source if source.startswith("'") else _word(source, own)
            if word:
                allowed.setdefault(directive, set()).add(word)
    return Policy(allowed)


def _needed(page: str) -> Iterator[tuple[str, str]]:
    """Directive and address (or keyword) of everything a page loads or runs."""
    if _STYLED.search(page):
        yield "style-src", _INLINE
    if _HANDLER.search(page):
        yield "script-src", _INLINE
    for found in _TAG.finditer(page):
        given = {
            name.lower(): unescape(double or single or bare)
            for name, double, single, bare in _ATTRIBUTE.findall(found[2])
        }
        yield from _needed_by(found[1].lower(), given)


def _needed_by(name: str, given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if name == "style":
        yield "style-src", _INLINE
    elif name == "link":
        if "stylesheet" in given.get("rel", "").lower().split():
            yield "style-src", given.get("href", "")
    elif name == "script" and "src" not in given:
        if given.get("type", "").lower() != _DATA_BLOCK:
            yield "script-src", _INLINE
    else:
        attribute, directive = _LOADS[name]
        if attribute in given:
            yield directive, given[attribute]
    for part in given.get("srcset", "").split(","):
        if part.strip():
            yield "img-src", part.split()[0]


def _word(address: str, own: str) -> str:
    """How the policy names where an address is: nothing for what it always allows."""
    parts = urlsplit(address.strip())
    if parts.scheme in ("data", "blob"):
        return f"{parts.scheme}:"
    if parts.scheme in ("mailto", "tel", "javascript"):
        return ""
    if not parts.netloc or parts.netloc == own:
        return _SELF
    if not _HOST.fullmatch(parts.netloc):
        return ""
    return f"{'http' if parts.scheme == 'http' else 'https'}://{parts.netloc}"


def write_headers(written: Iterable[Path], output: Path, base: str) -> None:
    """The file for the pages that were written, unless the site brings its own."""
    file = output / HEADERS
    if file.exists():
        return
    pages = (path.read_text("utf-8") for path in written if path.suffix == ".html")
    file.write_text(headers_text(policy_for(pages, base)), encoding="utf-8")


def headers_text(policy: Policy) -> str:
    """The file: every page with the policy, and what a browser should not guess or tell."""
    return (
        "/*\n"
        f"  Content-Security-Policy: {policy.text()}\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        "  Cross-Origin-Opener-Policy: same-origin\n"
    )
