"""The only writer of files: whole or not at all, inside one folder, private or public.

Readers of files get text or a clear `Unreadable`; writers get the old bytes or the new ones, never
half of either, on a full disk, on Ctrl-C and on a kill. `swap` does the same for a whole folder.
Nothing here knows what the files mean.
"""

from rapport.store.locking import Busy, locked
from rapport.store.reading import Unreadable, files, read_text
from rapport.store.swapping import recover, swap
from rapport.store.writing import Outside, Unwritable, inside, remove_tree, write_text

__all__ = [
    "Busy",
    "Outside",
    "Unreadable",
    "Unwritable",
    "files",
    "inside",
    "locked",
    "read_text",
    "recover",
    "remove_tree",
    "swap",
    "write_text",
]
