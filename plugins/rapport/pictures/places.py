"""Where the pictures that a page shows lie, and what the pictures made of them are called."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from urllib.parse import quote, unquote, urlsplit

FOLDER = "pictures"
# Widths in dots for a measure of 34 rem (544 dots): phones, one to one, and finer screens.
WIDTHS = (480, 960, 1440)
_MEASURE = 544
_MARGIN = 72
_UNFIT = re.compile(r"[^a-z0-9]+")


def file_of(src: str, page: str, base: str) -> str:
    """The path, below the site's root, of a picture that a page shows; empty for another's.

    `page` is the path of the page, `base` the address of the site (SITEURL, or empty).
    """
    try:
        parts, home = urlsplit(src.strip()), urlsplit(base)
    except ValueError:
        return ""
    if parts.scheme not in ("", "http", "https") or bool(parts.scheme) > bool(parts.netloc):
        return ""
    if parts.netloc and parts.netloc.lower() != home.netloc.lower():
        return ""
    path = unquote(parts.path)
    root = home.path.rstrip("/") + "/"
    if not path:
        return ""
    if parts.netloc or path.startswith("/"):
        if not path.startswith(root):
            return ""
        path = path.removeprefix(root)
    else:
        path = posixpath.join(posixpath.dirname(page), path)
    path = posixpath.normpath(path)
    return "" if path.startswith(("..", "/")) or "\0" in path or path == "." else path


def address(path: str, src: str, page: str, base: str) -> str:
    """How a page names the file at `path`, in the manner of the picture `src` it stands beside."""
    parts = urlsplit(src.strip())
    root = urlsplit(base).path.rstrip("/") + "/"
    if parts.netloc:
        scheme = f"{parts.scheme}:" if parts.scheme else ""
        return f"{scheme}//{parts.netloc}{quote(root + path)}"
    if parts.path.startswith("/"):
        return quote(root + path)
    return quote(posixpath.relpath(path, posixpath.dirname(page) or "."))


def widths_for(natural: int) -> tuple[int, ...]:
    """The widths a picture is made in: never more than it has."""
    smaller = tuple(width for width in WIDTHS if width < natural)
    return (*smaller, natural) if natural <= WIDTHS[-1] else smaller


def sizes_for(shown: int) -> str:
    """How wide a picture stands in the text, for a browser that chooses before it lays out."""
    if shown < _MEASURE:
        return f"(min-width: {shown + _MARGIN}px) {shown}px, calc(100vw - 2rem)"
    return "(min-width: 38.5rem) 34rem, calc(100vw - 2rem)"


def name_for(path: str, digest: str, width: int, kind: str) -> str:
    """The path of a picture made of another: readable, and new when the other changes."""
    stem = unicodedata.normalize("NFKD", posixpath.splitext(posixpath.basename(path))[0])
    plain = _UNFIT.sub("-", stem.encode("ascii", "ignore").decode().lower()).strip("-")[:40]
    return f"{FOLDER}/{plain or 'picture'}-{digest[:8]}-{width}.{kind}"
