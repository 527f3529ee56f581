"""What may stand on a page of ours, told by a browser's parser that shares nothing with the theme.

`faults(html)` parses a page as HTML5 says and looks at every element, attribute and address.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import html5lib

from rapport.settings import COMMENT_NOTICE

THEME = Path(__file__).parents[2] / "theme"
REL = frozenset({"nofollow", "ugc", "noopener"})
OWN = "quay.example"
# A mail's words are the site's own notice and nothing else.
NOTICE = quote(f"\r\n\r\n-- \r\n{COMMENT_NOTICE}", safe="")
_MARK = r"%0D%0A%5B(?:[\w.~-]|%(?!0[AD]|5D)[0-9A-F]{2})*%5D"
_BODY = re.compile(rf"&body={re.escape(NOTICE)}(?:{_MARK})?\Z")
MAIL = re.compile(rf"mailto:talk@quay\.example(\?subject=[^&?#\s]*({_BODY.pattern})?)?")
# Handing a post on: to nobody yet, with its title and its own address.
HANDED_ON = re.compile(
    r"mailto:\?subject=[^&?#\s]*&body=https%3A%2F%2Fquay\.example%2F(?:[\w.~-]|%2F)*"
)

_ANY = frozenset({"class", "id", "lang", "dir", "aria-label", "aria-labelledby", "role"})
_BARE = re.findall(
    r"\S+",
    "html head title body header footer nav main article section aside h1 h2 h3 h4 p div span b q "
    "ul li dl dt dd cite figure figcaption bdi code pre em strong br sup details summary",
)
ALLOWED: dict[str, frozenset[str]] = dict.fromkeys(_BARE, frozenset()) | {
    "a": frozenset({"href", "rel", "type", "hreflang", "aria-describedby", "aria-current"}),
    "blockquote": frozenset(),
    "data": frozenset({"value"}),
    "link": frozenset({"rel", "href", "type", "title", "hreflang"}),
    "mark": frozenset(),
    "meta": frozenset({"charset", "name", "content", "property", "http-equiv"}),
    "ol": frozenset({"start"}),
    "time": frozenset({"datetime"}),
}
_ADDRESSES = frozenset({"href", "src", "value", "action", "formaction", "srcset", "data", "ping"})
_IDS = re.compile(
    r"[a-z]+(-[a-z]+)*|c-[0-9a-z]{26}(-by)?|(finding|mark)-\d+|letter-\d+(-title)?|[a-z]{3}\d{3}|"
    r"y?\d{4}"
)
_META = frozenset({"viewport", "color-scheme", "description", "robots", "author", "twitter:card"})
# A page may forbid itself more, and say nothing else in the place of a header.
_POLICY = (
    "Content-Security-Policy",
    "default-src 'none'; base-uri 'none'; connect-src 'self'; form-action 'self'; img-src 'self'; "
    "style-src 'self'",
)
_PROPERTY = re.compile(r"(og|article):[a-z_:]+")
_CLASSES = frozenset(
    word
    for path in THEME.rglob("*.html")
    for word in re.findall(r"[a-z][a-z0-9-]*", path.read_text("utf-8"))
) | {"good", "partly", "poor", "not-judged"}
_UNREADABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def faults(html: str) -> list[str]:
    """Everything on a page that is not ours, in words; empty when all of it is."""
    found = [f"character {ord(char):#x}" for char in sorted(set(_UNREADABLE.findall(html)))]
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    ids: set[str] = set()
    for element in tree.iter():
        if not isinstance(element.tag, str):
            found.append(f"a comment: {element.text!r}")
            continue
        found += _element(element, ids)
    return found


def _element(element: object, ids: set[str]) -> Iterator[str]:
    tag, given = element.tag, element.attrib  # type: ignore[attr-defined] # an etree element
    if tag == "script":
        yield from _script(element)
        return
    if tag not in ALLOWED:
        yield f"<{tag}>"
        return
    for name, value in given.items():
        if name not in ALLOWED[tag] | _ANY:
            yield f"<{tag} {name}={value!r}>"
        if name in _ADDRESSES:
            yield from (f"<{tag} {name}={value!r}>: {why}" for why in address_faults(value))
    yield from _names(tag, given, ids)
    if tag == "a" and _leads_out(given.get("href", "")) and not _is_plain(given):
        yield f"a link without rel to {given['href']!r}"
    if tag == "meta":
        yield from _meta(given)


def _meta(given: dict[str, str]) -> Iterator[str]:
    name, told = given.get("name", ""), given.get("property", "")
    if (name and name not in _META) or (told and not _PROPERTY.fullmatch(told)):
        yield f"<meta {given}>"
    equivalent = given.get("http-equiv")
    if equivalent is not None and (equivalent, given.get("content")) != _POLICY:
        yield f"<meta {given}>"
    if told in {"og:url", "og:image"}:
        yield from address_faults(given.get("content", ""))


def _names(tag: str, given: dict[str, str], ids: set[str]) -> Iterator[str]:
    name = given.get("id")
    if name is not None:
        if name in ids or not _IDS.fullmatch(name):
            yield f"<{tag} id={name!r}>"
        ids.add(name)
    strange = set(given.get("class", "").split()) - _CLASSES
    if strange:
        yield f"<{tag} class={sorted(strange)}>"


def _script(element: object) -> Iterator[str]:
    """The one script there may be holds data."""
    if element.attrib != {"type": "application/ld+json"}:  # type: ignore[attr-defined]
        yield f"<script {element.attrib}>"  # type: ignore[attr-defined]
        return
    try:
        json.loads(element.text or "")  # type: ignore[attr-defined]
    except ValueError as fault:
        yield f"JSON-LD: {fault}"


def _leads_out(href: str) -> bool:
    parts = urlsplit(href)
    return parts.scheme in {"http", "https"} and parts.hostname != OWN


def _is_plain(given: dict[str, str]) -> bool:
    """Whether a link out gives nobody credit, or is one of the firm's own people's."""
    rel = set(given.get("rel", "").split())
    return rel >= REL or "me" in rel or (rel == {"noopener"} and "u-url" in given.get("class", ""))


def address_faults(url: str) -> Iterator[str]:
    """What is wrong with an address that stands in an attribute."""
    if url.startswith("mailto:"):
        subject = _BODY.sub("", url)
        known = MAIL.fullmatch(url) or HANDED_ON.fullmatch(url)
        if not known or re.search(r"[\r\n]", unquote(subject)):
            yield "a mail to somebody else, or with more than a subject"
        return
    parts = urlsplit(url)
    if parts.scheme not in {"", "http", "https"}:
        yield f"scheme {parts.scheme}"
    if not parts.scheme and (parts.netloc or ":" in url.partition("/")[0]):
        yield "no address of this site"
    if parts.scheme and not parts.hostname:
        yield "no host"
    if parts.username is not None or parts.password is not None:
        yield "a user name"
    if re.search(r"[\s\\<>\"'`]", url):
        yield "characters that no address has"
