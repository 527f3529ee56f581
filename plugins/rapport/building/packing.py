"""Compressed copies beside the files of a finished site, for hosts that send them as they lie.

nginx (`gzip_static`, `brotli_static`), Caddy (`precompressed`) and Apache can; GitHub Pages,
Cloudflare Pages and Netlify compress by themselves and need none.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from rapport.building.pool import made_of
from rapport.errors import SettingsError
from rapport.store import Kept, key_of

if TYPE_CHECKING:
    from rapport.building.run import Tell
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
    jobs = [(file, kind) for file in _files(site) for kind in settings.compress]
    for done, (job, future) in enumerate(made_of(partial(_packed, kept), jobs), 1):
        file, kind = job
        copy, data = file.with_name(f"{file.name}{_ENDINGS[kind]}"), future.result()
        if len(data) < file.stat().st_size and not copy.exists():
            copy.write_bytes(data)
        tell("Compressing", done, len(jobs))
    kept.drop_others()


def _files(site: Path) -> Iterator[Path]:
    for folder, inner, names in os.walk(site):
        inner.sort()
        for name in sorted(names):
            file = Path(folder, name)
            if file.suffix.lower() in _SUFFIXES and file.stat().st_size >= _SMALL:
                yield file


def _packed(kept: Kept, job: tuple[Path, str]) -> bytes:
    file, kind = job
    data = file.read_bytes()
    key = f"{key_of(_RECIPE, data)}{_ENDINGS[kind]}"
    return kept.get(key) or kept.keep(key, _KINDS[kind](data))


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


def _brotli(data: bytes) -> bytes:
    import brotli  # noqa: PLC0415 - only for who asks

    packed: bytes = brotli.compress(data, quality=11)
    return packed


_KINDS: dict[str, Callable[[bytes], bytes]] = {"gzip": _gzip, "br": _brotli}
_ENDINGS = {"gzip": ".gz", "br": ".br"}
