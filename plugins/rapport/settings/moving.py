"""RAPPORT_REDIRECTS: which address of the site leads where, in one step and never in a circle.

`old` and `old/` are one address, since one file answers at both; so are a path and the whole
address that SITEURL gives it.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from rapport.model import safe_url
from rapport.settings.shapes import is_path

Moves = tuple[tuple[str, str], ...]


def moved(value: object) -> Moves:
    """Each old address with its new one. Raises ValueError for what is no address."""
    if not isinstance(value, dict):
        raise ValueError("a mapping from old addresses to new ones: {'2019/costs.html': 'costs/'}")
    moves = tuple((str(old).lstrip("/"), str(new).lstrip("/")) for old, new in value.items())
    for old, new in moves:
        if not is_path(old):
            raise ValueError(f"a mapping from paths of this site; {old!r} is none")
        if not (is_path(new) or (new.startswith("https://") and safe_url(new) == new)):
            raise ValueError(f"a mapping to paths or https:// addresses; {new!r} is neither")
    return moves


def stands_at(address: str) -> str:
    """The file that answers at a path of the site."""
    name = address.rpartition("/")[2]
    if not name:
        return f"{address}index.html"
    return address if "." in name else f"{address}/index.html"


def astray(moves: Moves, siteurl: str) -> Iterable[str]:
    """What is wrong with moves that clash, or that lead where something has moved from."""
    files: dict[str, str] = {}
    for old, _ in moves:
        file = stands_at(old)
        if file in files:
            yield f"{files[file]!r} and {old!r} are one address; keep one of them"
        files.setdefault(file, old)
    for old, new in moves:
        if stands_at(_below(new, siteurl)) in files:
            yield f"{old!r} leads to {new!r}, which has moved too; say where it stands now"


def _below(new: str, siteurl: str) -> str:
    """A new address as a path of the site where it is one; else as it is."""
    if not new.startswith("https://"):
        return new
    there, home = urlsplit(new), urlsplit(siteurl)
    base = home.path.rstrip("/") + "/"
    own = there.hostname == home.hostname and there.path.startswith(base)
    return there.path.removeprefix(base) if own else new
