"""What was made for the last publication, kept by content in a folder of the cache.

An entry is named by a digest of all it was made from and begins with the digest of the rest: one
that is broken, or that somebody else may have written, is passed over and made again. What a
publication did not use is dropped after it.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from rapport.errors import RapportError
from rapport.store.caching import cache_path, cached, keep_cached
from rapport.store.writing import remove_file

_SIZE = 16


@dataclass(slots=True)
class Kept:
    """A `folder` of the cache in a site's private folder. `made` counts what it did not have."""

    private: Path
    folder: str
    used: set[str] = field(default_factory=set)
    made: int = 0

    def get(self, key: str) -> bytes | None:
        """What is kept under a key; None when it has to be made."""
        self.used.add(key)
        data = cached(self.private, f"{self.folder}/{key}")
        whole = data is not None and data[:_SIZE] == _digest(data[_SIZE:])
        return data[_SIZE:] if data is not None and whole else None

    def keep(self, key: str, data: bytes) -> bytes:
        """Keep what was made, where anything can be written, and give it back."""
        self.used.add(key)
        self.made += 1
        keep_cached(self.private, f"{self.folder}/{key}", _digest(data) + data)
        return data

    def drop_others(self) -> None:
        """Drop what was not asked for since this cache was opened."""
        with suppress(OSError, RapportError):
            for file in cache_path(self.private, self.folder).iterdir():
                if file.name not in self.used:
                    remove_file(file)


def key_of(*parts: bytes | str) -> str:
    """The name of what is made of these parts."""
    made = blake2b(digest_size=_SIZE)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.hexdigest()


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SIZE).digest()
