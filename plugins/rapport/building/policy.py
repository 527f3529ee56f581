"""What a browser may load on our pages, told by each page and by the host that reads `_headers`.

Cloudflare Pages, Netlify and their like read `_headers` at the root of a site; it allows what any
of the pages needs, since hosts join what they find for a page and browsers keep to the strictest.
Each page says itself what it needs, so that only the search page runs a script. The policy starts
from nothing and allows what the pages that were written hold: our theme needs one style sheet and
pictures of the site's own; a firm's post may show a picture or a film of somebody else's, whose
host is then named. Format of the policy: W3C, Content Security Policy Level 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape, unescape
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
# Tags that may hold a style or a handler; whether they do is seen without what is in quotes, since
# that may be the words of anybody.
_STYLED = re.compile(r"<[a-z][^<>]*\sstyle\s*=[^<>]*", re.IGNORECASE)
_HANDLER = re.compile(r"<[a-z][^<>]*\son[a-z]+\s*=[^<>]*", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_INDEX = "data-index"
_CHARSET = '<meta charset="utf-8">'
_DATA_BLOCK = "application/ld+json"


@dataclass(frozen=True, slots=True)
class Policy:
    """What the pages need, by directive, in the words of the policy."""

    allowed: dict[str, set[str]] = field(default_factory=dict)

    def text(self, *, in_page: bool = False) -> str:
        """The value of the header, or of a page's own element, which cannot say who frames it."""
        fixed = {"default-src": {"'none'"}, "base-uri": {"'none'"}, "frame-ancestors": {"'none'"}}
        if in_page:
            del fixed["frame-ancestors"]
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
    if _has(_STYLED, page):
        yield "style-src", _INLINE
    if _has(_HANDLER, page):
        yield "script-src", _INLINE
    for found in _TAG.finditer(page):
        given = {
            name.lower(): unescape(double or single or bare)
            for name, double, single, bare in _ATTRIBUTE.findall(found[2])
        }
        yield from _needed_by(found[1].lower(), given)


def _has(attribute: re.Pattern[str], page: str) -> bool:
    return any(attribute.match(_QUOTED.sub("", tag[0])) for tag in attribute.finditer(page))


def _needed_by(name: str, given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if name == "style":
        yield "style-src", _INLINE
    elif name == "link":
        yield from _needed_by_link(given.get("rel", "").lower().split(), given)
    elif name == "script" and _INDEX in given:
        # The search page's: Pagefind is WebAssembly, and asks for parts of its index in a worker.
        yield from (("script-src", word) for word in (given.get("src", ""), "'wasm-unsafe-eval'"))
        yield from ((directive, given[_INDEX]) for directive in ("connect-src", "worker-src"))
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


def _needed_by_link(kinds: Sequence[str], given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if "stylesheet" in kinds:
        yield "style-src", given.get("href", "")
    elif "preload" in kinds and given.get("as") == "font":
        yield "font-src", given.get("href", "")


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


def write_policies(written: Iterable[Path], output: Path, base: str) -> None:
    """Each page's own policy into it, and the file for all, unless the site brings its own file."""
    file = output / HEADERS
    if file.exists():
        return
    whole = policy_for([], base)
    for path in sorted(path for path in set(written) if path.suffix == ".html"):
        page = path.read_text("utf-8")
        own = policy_for([page], base)
        for directive, words in own.allowed.items():
            whole.allowed.setdefault(directive, set()).update(words)
        path.write_text(_with_policy(page, own), encoding="utf-8")
    file.write_text(headers_text(whole), encoding="utf-8")


def _with_policy(page: str, policy: Policy) -> str:
    """The page with its policy as early as can be; one that has its own, or no place, stays."""
    head = page.partition("</head>")[0]  # below it a reader may have written the same words
    if _CHARSET not in head or 'http-equiv="Content-Security-Policy"' in head:
        return page
    told = escape(policy.text(in_page=True), quote=False)
    before, found, after = page.partition(_CHARSET)
    mark = f'<meta http-equiv="Content-Security-Policy" content="{told}">'
    return f"{before}{found}\n  {mark}{after}"


def headers_text(policy: Policy) -> str:
    """The file: every page with the policy, and what a browser should not guess or tell."""
    return (
        "/*\n"
        f"  Content-Security-Policy: {policy.text()}\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        "  Cross-Origin-Opener-Policy: same-origin\n"
    )
