"""A baseline: the findings a firm knows of already, so that a report tells of new ones alone.

Findings are matched by fingerprint and counted (a multiset): moved text stays matched, mending one
of two equal ones is seen, and so is mending one and adding another. A post whose file was renamed
is known by its id and language: an entry whose path no longer holds its post matches the same
words of that post under the new path.

The text is JSON Lines: a first line with the version of the schema, then one finding a line, in
order, so that two branches that change different findings merge by themselves. Equal findings stand
as often as they are there.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from rapport.audit.case import fingerprint
from rapport.audit.rules import RULES
from rapport.errors import UsageError
from rapport.model import Finding, one_line

SCHEMA = 1
_HEAD = "rapport-baseline"
_KEYS = ("code", "path", "words", "post", "fingerprint")
_WORDS = 100
_NAMES = {rule.code: rule.name for rule in RULES}
_MARK = re.compile("[0-9a-f]{20}")
_CONFLICT = re.compile(r"<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|")
# What would move a terminal's cursor, part a line, or be half a character.
_UNSEEN = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """One line of a baseline. `words` are for people, `post` tells the post of a renamed file."""

    path: str
    code: str
    words: str
    fingerprint: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """The findings that a baseline lacks, those it holds, and its entries that match none."""

    new: tuple[Finding, ...]
    held: tuple[Finding, ...]
    left: tuple[Known, ...]


def compare_with_baseline(
    findings: Iterable[Finding], baseline: Iterable[Known], posts: Mapping[str, str]
) -> Compared:
    """Findings held against a baseline; each entry holds one finding.

    `posts` tells by the path of a file which post it holds: its id and language, as in the entries.
    """
    entries: dict[str, list[Known]] = defaultdict(list)
    for entry in sorted(baseline, reverse=True):
        entries[entry.fingerprint].append(entry)
    wanted = list(findings)
    held = [bool(entries[each.fingerprint]) and _take(entries[each.fingerprint]) for each in wanted]
    moved = _moved(entries, posts)
    for number, each in enumerate(wanted):
        held[number] = held[number] or _take_moved(each, entries, moved, posts)
    return Compared(
        tuple(each for each, known in zip(wanted, held, strict=True) if not known),
        tuple(each for each, known in zip(wanted, held, strict=True) if known),
        tuple(sorted(entry for same in entries.values() for entry in same)),
    )


def _take(entries: list[Known]) -> bool:
    entries.pop()
    return True


def _moved(entries: Mapping[str, list[Known]], posts: Mapping[str, str]) -> dict[str, set[str]]:
    """For each post, the paths that entries know it by and that do not hold it any more."""
    moved: dict[str, set[str]] = defaultdict(set)
    for same in entries.values():
        for entry in same:
            if entry.post and posts.get(entry.path) != entry.post:
                moved[entry.post].add(entry.path)
    return moved


def _take_moved(
    found: Finding,
    entries: Mapping[str, list[Known]],
    moved: Mapping[str, set[str]],
    posts: Mapping[str, str],
) -> bool:
    """Take the entry that held this finding when its post lay elsewhere."""
    post = posts.get(found.path, "")
    for path in sorted(moved.get(post, ())):
        same = entries.get(fingerprint(found.code, path, found.about))
        if same and same[-1].post == post:
            return _take(same)
    return False


def known_as(found: Finding, posts: Mapping[str, str]) -> Known:
    """The entry that holds a finding."""
    parts = (_NAMES.get(found.code, ""), found.about)
    words = one_line(": ".join(part for part in parts if part))
    if len(words) > _WORDS:
        words = words[: _WORDS - 3].rstrip() + "..."
    return Known(found.path, found.code, words, found.fingerprint, posts.get(found.path, ""))


def baseline_text(entries: Iterable[Known]) -> str:
    """The text of a baseline."""
    lines = [json.dumps({_HEAD: SCHEMA})]
    for entry in sorted(entries):
        parts = asdict(entry)
        lines.append(json.dumps({key: parts[key] for key in _KEYS}, ensure_ascii=False))
    return _UNSEEN.sub(lambda char: f"\\u{ord(char[0]):04x}", "\n".join(lines)) + "\n"


def read_baseline(text: str, name: str) -> tuple[Known, ...]:
    """The entries of a baseline's text; `name` is what it is called in messages.

    Raises UsageError for a text that is none, is broken or was written by a newer Rapport.
    """
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    check_baseline(lines[0], name)
    return tuple(
        _entry(line, f"{name}:{number}") for number, line in enumerate(lines[1:], 2) if line.strip()
    )


def check_baseline(line: str, name: str) -> None:
    """Raise UsageError unless a file that begins with this line is a baseline we know."""
    head = _object(line)
    schema = head.get(_HEAD) if head else None
    if type(schema) is not int or schema < 1:
        raise UsageError(
            f"{name} is no baseline: its first line should be {json.dumps({_HEAD: SCHEMA})}. "
            "`rapport audit --write-baseline FILE` writes one."
        )
    if schema > SCHEMA:
        raise UsageError(
            f"{name} was written by a newer Rapport (schema {schema}; this one knows {SCHEMA}). "
            "Use that version, or write the baseline again with this one into another file."
        )


def _entry(line: str, place: str) -> Known:
    if _CONFLICT.match(line):
        raise UsageError(
            f"{place}: this marks a merge conflict. Keep the findings of both sides and delete the "
            "marks; an entry too many is named by the next audit."
        )
    parts = _object(line)
    if parts is None or set(parts) != set(_KEYS) or not _sound(parts):
        raise UsageError(
            f"{place}: this is not a finding as a baseline holds them, an object with "
            f"{', '.join(_KEYS)}. Take the file from git again, or write it anew."
        )
    return Known(**parts)


def _object(line: str) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _sound(parts: Mapping[str, Any]) -> bool:
    return all(isinstance(part, str) for part in parts.values()) and bool(
        parts["code"] and parts["path"] and _MARK.fullmatch(parts["fingerprint"])
    )
