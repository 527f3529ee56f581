"""The words of a comment as somebody gives them: an option, a file, standard input, an editor."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from rapport.errors import UsageError
from rapport.model import clean_text
from rapport.store import read_text

_LIMIT = 900_000
_CUT = "<!-- What stands below this line is only for you and is left out. -->"


def words_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--text` and `--file` for a command."""
    text = click.option("--text", metavar="WORDS", help="The words themselves.")
    file = click.option(
        "--file", type=click.Path(allow_dash=True, path_type=Path), metavar="FILE",
        help="A file with the words; - is standard input, which is also read when nothing else is "
        "said. On a terminal your editor opens.",
    )  # fmt: skip
    return text(file(command))


def given_words(text: str | None, file: Path | None) -> str | None:
    """The words that were handed over, None when an editor has to ask for them.

    Raises UsageError when they are too many, not UTF-8 or given twice, Unreadable for a file.
    """
    if text is not None and file is not None:
        raise UsageError("--text and --file both say what the words are; give one.")
    if text is not None:
        return _short(text)
    if file is not None and str(file) != "-":
        if file.is_file() and file.stat().st_size > _LIMIT:
            return _short("x" * (_LIMIT + 1))
        return _short(read_text(file))
    if file is None and sys.stdin.isatty():
        return None
    return _standard_input()


def asked_words(before: str, about: str = "") -> str:
    """What somebody writes in their editor, over `before`; `about` is shown below a line.

    Raises UsageError when they leave it without saving.
    """
    below = f"\n\n{_CUT}\n\n{clean_text(about)}\n" if about else ""
    saved = click.edit(f"{before}{below}", extension=".md")
    if saved is None:
        raise UsageError("Nothing was saved in the editor, so nothing is changed.")
    return _short(saved.partition(_CUT)[0] if about else saved)


def some(words: str) -> str:
    """The words without the empty lines around them; raises UsageError when there are none."""
    told = clean_text(words).strip("\n").rstrip()
    if not told.strip():
        raise UsageError("There are no words: a comment needs some.")
    return told


def _short(text: str) -> str:
    if len(text.encode("utf-8", "replace")) > _LIMIT:
        raise UsageError(f"A comment may have {_LIMIT / 1e6:.1f} MB; these words have more.")
    return text.removeprefix("\ufeff")


def _standard_input() -> str:
    data = sys.stdin.buffer.read(_LIMIT + 1)
    try:
        return _short(data.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise UsageError(f"The words on standard input are not UTF-8 in line {line}.") from fault
