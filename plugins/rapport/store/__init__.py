"""The only writer of files: whole or not at all, inside one folder, private or public.

Readers of files get text or a clear `Unreadable`; writers get the old bytes or the new ones, never
half of either, on a full disk, on Ctrl-C and on a kill. `swap` does the same for a whole folder,
`write_all` for many files at once.
Nothing here knows what the files mean.
"""

from typing import TYPE_CHECKING

from rapport.doors import later
from rapport.store.locking import Busy, locked
from rapport.store.reading import Unreadable, files, read_text
from rapport.store.swapping import recover, swap
from rapport.store.writing import (
    Outside,
    Unwritable,
    inside,
    keep_from_git,
    remove_file,
    remove_tree,
    write_bytes,
    write_text,
)

if TYPE_CHECKING:
    from rapport.store.batches import Batch, clear, sweep, write_all
    from rapport.store.caching import CACHE, cache_path, cached, keep_cached
    from rapport.store.keeping import Kept, key_of

_LATER = dict.fromkeys(("Batch", "clear", "sweep", "write_all"), "batches")
_LATER |= dict.fromkeys(("CACHE", "cache_path", "cached", "keep_cached"), "caching")
_LATER |= dict.fromkeys(("Kept", "key_of"), "keeping")

__all__ = [
    "CACHE",
    "Batch",
    "Busy",
    "Kept",
    "Outside",
    "Unreadable",
    "Unwritable",
    "cache_path",
    "cached",
    "clear",
    "files",
    "inside",
    "keep_cached",
    "keep_from_git",
    "key_of",
    "locked",
    "read_text",
    "recover",
    "remove_file",
    "remove_tree",
    "swap",
    "sweep",
    "write_all",
    "write_bytes",
    "write_text",
]

__getattr__ = later(__name__, _LATER)
