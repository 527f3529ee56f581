"""What is kept in a private folder to save work: `cache/`, which anybody may remove at any time.

It is private, keeps itself out of git, and is believed only where nobody else may have written it:
what comes with a checkout is not ours. A power cut may spoil it, so whoever reads it has to see by
a digest of his own that it is whole.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from rapport.errors import RapportError
from rapport.store.writing import inside, write_bytes, write_text

CACHE = "cache"


def cached(private: Path, name: str) -> bytes | None:
    """What is kept under a name below the cache; None for nothing, and for what is not ours."""
    with suppress(OSError, RapportError):
        file = cache_path(private, name)
        if _is_ours(file):
            return file.read_bytes()
    return None


def keep_cached(private: Path, name: str, data: bytes) -> None:
    """Keep this under a name below the cache. Where nothing can be written nothing is kept."""
    with suppress(RapportError):
        ignored = cache_path(private, ".gitignore")
        if not ignored.exists():
            write_text(ignored, "*\n", private=True)
        write_bytes(cache_path(private, name), data, private=True, lasting=False)


def cache_path(private: Path, name: str) -> Path:
    """Where something lies in the cache. Raises Outside for what a link leads away."""
    return inside(private, f"{CACHE}/{name}")


def _is_ours(file: Path) -> bool:
    if not hasattr(os, "getuid"):
        return True
    about = file.stat()
    return about.st_uid == os.getuid() and not stat.S_IMODE(about.st_mode) & 0o077
