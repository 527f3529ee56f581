"""The life of a comment as changes to the text of its file: approved, edited, removed, excused.

Each takes the text of a file that was read without a fault and returns the text to write; nothing
that a change is not about differs. What is private never comes along.
"""

from __future__ import annotations

from datetime import datetime

from rapport.conversation.files import COMMENT_KEYS, one_line_value
from rapport.conversation.inbox import PRIVATE_KEYS
from rapport.conversation.revising import values_of, with_keys, with_words, words_below
from rapport.model import without_addresses

MATTER = "matter"
# What is left of a removed comment: its place in the talk, and where it came from, so that an
# import finds it again. With `erase` nothing says any more who wrote it.
_GONE = ("Url", "Source-Url", "Answer")
_ERASED = (*_GONE, "Person", "Source-Id", "Approved", "Edited")


def approved(
    text: str, by: str, on: datetime, *, reply_to: str = "", namesake: bool = False
) -> str:
    """The public file of a comment in the inbox.

    `by` is who approved it, `on` when, in the site's zone. `reply_to` is the id of what it answers
    if that is not what the file says; a `namesake` only shares a name with somebody of the firm.
    E-mail addresses become "[address]".
    """
    values: dict[str, list[str]] = {}
    for key in COMMENT_KEYS:
        written = values_of(text, key)
        bare = [without_addresses(value) for value in written]
        if bare != written:
            values[key] = bare
    if reply_to:
        values["Reply-To"] = [reply_to]
    if namesake:
        values["Person"] = ["none"]
    values["Approved"] = [signed(by, on)]
    public = with_keys(text, values, without=PRIVATE_KEYS)
    words = words_below(public)
    bare_words = without_addresses(words)
    return public if bare_words == words else with_words(public, bare_words)


def edited(text: str, words: str, on: datetime, why: str) -> str:
    """The file with other words and the line that says when and why they were changed."""
    return with_words(with_keys(text, {"Edited": [f"{on:%Y-%m-%d} - {why}"]}), words)


def removed(text: str, *, erase: bool = False) -> str:
    """The tombstone: no words, no addresses; its id, its date and what it answers stay.

    With `erase` the writer's name goes too.
    """
    values = {"Status": ["removed"]}
    if erase:
        values["Author"] = [""]
    bare = with_keys(text, values, without=_ERASED if erase else _GONE)
    return with_words(bare, "")


def not_needed(text: str, reason: str) -> str:
    """The file with the line that says why nobody has to answer."""
    return with_keys(text, {"Answer": [f"not-needed - {reason}"]})


def signed(by: str, on: datetime) -> str:
    """`2026-05-06 Ida Brandt`: who approved a comment, and on which day."""
    return f"{on:%Y-%m-%d} {by}"


def decision(on: datetime, who: str, what: str, reason: str) -> str:
    """A line of the private log of decisions: `date - who - what - reason`."""
    name = " ".join(one_line_value(who).replace(" - ", " ").split())
    return " - ".join(
        each
        for each in (on.isoformat(timespec="seconds"), name, what, one_line_value(reason))
        if each
    )


def logged(log: str, line: str) -> str:
    """The log with one more line."""
    return log + ("\n" if log and not log.endswith("\n") else "") + line + "\n"


def decided(log: str, what: str) -> bool:
    """Whether the last decision in the log is this one."""
    lines = [line for line in log.splitlines() if line.strip()]
    parts = lines[-1].split(" - ") if lines else []
    return len(parts) >= 3 and parts[2] == what


def flagged(flags: tuple[str, ...], word: str) -> str:
    """The flag (`word - explanation`) that begins with this word; empty when there is none."""
    return next((flag for flag in flags if flag.partition(" - ")[0].strip() == word), "")
