"""Built pages that name somebody, found without reading them as pages."""

from __future__ import annotations

import json
import os
import re
from html import escape
from pathlib import Path

from rapport.people import Signs
from rapport.store import files

# Pictures, archives and copies that were packed: what they were made of is looked through.
_NO_TEXT = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff", ".woff2", ".gz",
            ".br", ".zst", ".zip", ".pdf", ".mp3", ".mp4")  # fmt: skip


def patterns(signs: Signs) -> re.Pattern[bytes] | None:
    """One pattern for every spelling of a name or an address; None when there is nothing to seek.

    A name of one word is sought too: a page that holds it may have to be built anew for nothing.
    """
    forms: set[str] = set()
    for word in (*signs.names, *signs.emails):
        forms |= {word, escape(word), escape(word, quote=False), word.replace("'", "\u2019")}
        forms.add(json.dumps(word)[1:-1])
    found = sorted((re.escape(form.encode("utf-8", "replace")) for form in forms if form), key=len)
    return re.compile(b"|".join(reversed(found)), re.IGNORECASE) if found else None


def holding(folder: Path, pattern: re.Pattern[bytes] | None, slug: str) -> list[str]:
    """The files below a built folder that hold the pattern or are their page, by path in it."""
    if pattern is None or not folder.is_dir():
        return []
    found = []
    for path in files(folder, ("",)):
        inside = Path(os.path.relpath(path, folder))
        own = bool(slug) and inside.parts[:2] == ("people", slug)
        text = path.is_file() and path.suffix.lower() not in _NO_TEXT
        if own or (text and pattern.search(path.read_bytes())):
            found.append(inside.as_posix())
    return found
