"""Search: a list of everything from A to Z, and an index over posts and comments when publishing.

The index is Pagefind's, a program that reads the finished pages; they say by `data-pagefind-*` what
of them is to be found. Only the search page has a script, which asks the index; without one, and
without an index, there is the list.
"""

from __future__ import annotations

import subprocess
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from rapport.building.views import LetterView, PostView
from rapport.errors import BuildError

FOLDER = "pagefind"
# What a page says again, or about itself: nobody looks for that. Filters in it count all the same.
_ASIDE = (".byline", ".numbers", ".rail", ".rail-end", ".stamp", ".badge", ".vh", ".turn footer",
          ".join", ".further", ".beside", ".prompted", ".banner")  # fmt: skip
# Ready-made boxes to search with: our page has its own.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
# What begins with no letter stands together, before all others.
_NO_LETTER = "#"


def by_letter(posts: Iterable[PostView]) -> tuple[LetterView, ...]:
    """The posts by the first letter of their titles, accents aside, each letter in order."""
    found: dict[str, list[tuple[str, str, PostView]]] = defaultdict(list)
    for post in posts:
        key = _key(post.title.striptags())
        found[_letter(key)].append((key, post.url, post))
    return tuple(
        LetterView(
            letter=letter,
            anchor=f"letter-{number}",
            posts=tuple(post for _, _, post in sorted(found[letter], key=lambda entry: entry[:2])),
        )
        for number, letter in enumerate(sorted(found))
    )


def _key(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title.casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    start = next((at for at, sign in enumerate(letters) if sign.isalnum()), 0)
    return letters[start:]


def _letter(key: str) -> str:
    return key[0].upper()[:1] if key[:1].isalpha() else _NO_LETTER


def write_index(site: Path, language: str) -> None:
    """Let Pagefind read a finished site and write its index into it.

    All languages are in one index, so that nothing is hidden from who searches on a page of
    another; words are taken to their stems as in `language`. Raises BuildError when it fails.
    """
    from pagefind_bin import get_executable  # noqa: PLC0415 - only publishing needs it

    command = [str(get_executable()), "--site", str(site), "--output-subdir", FOLDER, "--silent",
               "--force-language", language.partition("-")[0],
               "--exclude-selectors", ",".join(_ASIDE)]  # fmt: skip
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except subprocess.CalledProcessError as fault:
        said = " ".join((fault.stderr or fault.stdout).split())
        raise BuildError(f"The search index could not be made: {said or fault}") from fault
    except OSError as fault:
        told = f"The search index could not be made: {fault}. Install Rapport again, with Pagefind."
        raise BuildError(told) from fault
    for name in _UNUSED:
        for file in (site / FOLDER).glob(name):
            file.unlink()
