"""Links: whose place each leads to, and whether its text says where."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from rapport.audit.context import Context, host_of, profile
from rapport.audit.facts.prose import Prose
from rapport.audit.facts.shares import SHARE_SCHEMES, shares
from rapport.audit.languages import Language, language, words
from rapport.model import Link

To = Literal["other", "own", "share"]

# What browsers drop from an address, and what they read as a slash.
_DROPPED = re.compile(r"[\t\n\r]")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_WEB = frozenset({"http", "https", "ftp"})
_DIGITS = re.compile(r"[\d\W_]+")


def links(prose: Prose, context: Context) -> tuple[Link, ...]:
    """Every link of the post, those inside quotations included."""
    bags = _fillers(prose.language)
    return tuple(
        Link(
            url=link.url,
            text=link.text,
            span=link.span,
            to=leads_to(link.url, context),
            says_where=says_where(link.text, bags),
            exact=link.exact,
        )
        for link in prose.document.links
    )


def leads_to(url: str, context: Context) -> To:
    """Whose place an address is: the firm's own, a share address, or somebody else's."""
    url = _DROPPED.sub("", url.strip())
    scheme = _SCHEME.match(url)
    name = scheme[0][:-1].lower() if scheme else ""
    if name in SHARE_SCHEMES:
        return "share"
    if name == "mailto":
        return _mail(url, context)
    if name and name not in _WEB:
        return "own"  # tel:, sms: and the like are how one reaches the firm; data: leads nowhere
    return _web(url, name, context)


def _web(url: str, scheme: str, context: Context) -> To:
    bare = url[len(scheme) + 1 if scheme else 0 :].replace("\\", "/")
    if not scheme and not bare.startswith("//"):
        return "own"
    target = f"{scheme or 'https'}://{bare.lstrip('/')}"
    host = host_of(target)
    if not host or is_own(host, context.hosts):
        return "own"
    parts = urlsplit(target)
    if shares(host, parts) or _shares_own(parts, context):
        return "share"
    if context.profiles and _is_profile(target, context.profiles):
        return "own"
    return "other"


def is_own(host: str, own: frozenset[str]) -> bool:
    """Whether a host is one of the firm's, or below one."""
    labels = host.lower().split(".")
    return any(".".join(labels[start:]) in own for start in range(len(labels)))


def _is_profile(url: str, profiles: frozenset[str]) -> bool:
    """Whether an address is a profile of the firm's, or a page of that profile."""
    path = profile(url)
    while path:
        if path in profiles:
            return True
        path = path.rpartition("/")[0]
    return False


def _shares_own(url: SplitResult, context: Context) -> bool:
    """Whether an address elsewhere carries one of ours to be passed on ("/share?u=...")."""
    if "share" not in url.path.lower() and "intent" not in url.path.lower():
        return False
    values = (value for _, value in parse_qsl(url.query[:4096]))
    return any("//" in value and is_own(host_of(value), context.hosts) for value in values)


def _mail(url: str, context: Context) -> To:
    """A letterbox is its host's, or the firm's address; with nobody in `to` it passes a page on."""
    address = unquote(url[len("mailto:") :].partition("?")[0]).strip().lower()
    if not address:
        return "share"
    host = address.rpartition("@")[2]
    return "own" if address == context.mail or is_own(host, context.hosts) else "other"


def says_where(text: str, fillers: frozenset[str]) -> bool:
    """Whether a link's text tells where it leads: not "here", "this post", "[1]" or nothing."""
    if "://" in text or "www." in text:
        return True
    said = words(text)
    return any(word not in fillers and not _DIGITS.fullmatch(word) for word in said)


def _fillers(spoken: Language | None) -> frozenset[str]:
    """The words that say nothing, in the post's language and in English, which links borrow."""
    english = language("en")
    known = english.nowhere if english else frozenset[str]()
    return known | spoken.nowhere if spoken else known
