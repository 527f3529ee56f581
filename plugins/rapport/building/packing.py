"""Compressed copies beside the files of a finished site, for hosts that send them as they lie.

nginx (`gzip_static`, `brotli_static`), Caddy (`precompressed`) and Apache can; GitHub Pages,
Cloudflare Pages and Netlify compress by themselves and need none.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from rapport.building.pool import made_of
from rapport.errors import SettingsError
from rapport.store import Kept, key_of

if TYPE_CHECKING:
    from rapport.building.telling import Tell
    from rapport.settings import Settings

# What compresses well; pictures and woff2 are compressed already, and so is Pagefind's index.
_SUFFIXES = frozenset(
    (".html", ".css", ".js", ".xml", ".svg", ".json", ".txt", ".rss", ".atom", ".webmanifest",
     ".ttf", ".otf", ".wasm", ".csv", ".md")
)  # fmt: skip
# Below this a file travels in one packet whatever is done to it.
_SMALL = 1024
_CACHE = "packed"
_RECIPE = "1"


def check_packing(settings: Settings) -> None:
    """Raise SettingsError when a copy is asked for that nothing here can make."""
    if "br" in settings.compress and find_spec("brotli") is None:
        raise SettingsError(
            'RAPPORT_COMPRESS asks for "br", and the package brotli is not installed. Install it '
            "(`.venv/bin/pip install brotli`), or leave it at gzip."
        )


def pack(site: Path, settings: Settings, tell: Tell) -> None:
    """Write the copies that the settings ask for; one that is no smaller is left out.

    The same file gives the same copy, and a copy of a file that was packed before comes out of the
    cache. A file that the site brings itself stays as it is.
    """
    if not settings.compress:
        return
    kept = Kept(settings.private, _CACHE)
    files = list(_files(site))
    packed = made_of(partial(_packed, kept, settings.compress), files)
    for done, (file, future) in enumerate(packed, 1):
        for kind, data in future.result().items():
            copy = file.with_name(f"{file.name}{_ENDINGS[kind]}")
            if len(data) < file.stat().st_size and not copy.exists():
                copy.write_bytes(data)
        tell("Compressing", done, len(files))
    kept.drop_others()


def _files(site: Path) -> Iterator[Path]:
    for folder, inner, names in os.walk(site):
        inner.sort()
        for name in sorted(names):
            file = Path(folder, name)
            if file.suffix.lower() in _SUFFIXES and file.stat().st_size >= _SMALL:
                yield file


def _packed(kept: Kept, kinds: Iterable[str], file: Path) -> dict[str, bytes]:
    data = file.read_bytes()
    digest = key_of(_RECIPE, data)
    keys = {kind: f"{digest}{_ENDINGS[kind]}" for kind in kinds}
    return {kind: kept.get(key) or kept.keep(key, _KINDS[kind](data)) for kind, key in keys.items()}


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


def _brotli(data: bytes) -> bytes:
    import brotli  # noqa: PLC0415 - only for who asks

    packed: bytes = brotli.compress(data, quality=11)
    return packed


_KINDS: dict[str, Callable[[bytes], bytes]] = {"gzip": _gzip, "br": _brotli}
_ENDINGS = {"gzip": ".gz", "br": ".br"}
