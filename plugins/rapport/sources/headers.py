"""The header of a Markdown file: `Key: value` lines, with the place of each value.

Two readings. `parse_header` is for posts and reads what Pelican reads: the rules are those of
Python-Markdown 3's `meta` extension. `parse_strict` is for people and comments, which only Rapport
reads: one line a value, a blank line, then the text. In both, a line ends at LF or CRLF and nowhere
else, and the column of a Field is that of its value.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from rapport.model import Field, Header, Span, clean_text
from rapport.sources.problems import Problems, listed, meant

_TAB = 4
_KEY = re.compile(r" {0,3}(?P<key>[A-Za-z0-9_-]+):\s*(?P<value>.*)")
_FENCES = ("---", "...")
# Less alike are words that only share letters: "id" and Kind, "rating" and Lang.
_ALIKE = 0.7
# What other systems call a key, and what it is here; what is empty must not be public.
_ELSEWHERE = {
    "website": "Url", "homepage": "Url", "link": "Url", "site": "Url", "name": "Author",
    "by": "Author", "from": "Author", "writer": "Author", "created": "Date", "published": "Date",
    "parent": "Reply-To", "in-reply-to": "Reply-To", "replyto": "Reply-To", "reply": "Reply-To",
    "datum": "Date", "language": "Lang",
    "email": "", "e-mail": "", "mail": "", "ip": "", "gravatar": "",
}  # fmt: skip


class Head(NamedTuple):
    """A header as read: `body` is the offset of the text after it.

    `continued` are the numbers of the lines that carry on the value above them. `broken_by` is the
    first line after the header when no blank line parts the two, else empty.
    """

    header: Header = Header()
    body: int = 0
    continued: frozenset[int] = frozenset()
    broken_by: str = ""
    broken_at: int = 0


def parse_header(text: str) -> Head:
    """The header of a post as Pelican reads it, from the text of the whole file (no BOM).

    An opening `---` may be there; the header ends at a blank line, at `---` or `...`, or before
    the first line that is neither `Key: value` (up to three spaces before it) nor indented by four
    or more. An indented line is one more value of the key above it.
    """
    fields: list[Field] = []
    continued: set[int] = set()
    offset = number = 0
    while offset < len(text):
        line, after = _line(text, offset)
        number += 1
        if number == 1 and line.startswith("---"):
            offset = after
            continue
        if not line.strip() or line.startswith(_FENCES):
            return Head(Header(tuple(fields)), after, frozenset(continued))
        found = _KEY.match(line)
        if found:
            fields.append(_field(found["key"], line, found.start("value"), number))
        elif fields and line[:_TAB].expandtabs(_TAB).startswith(" " * _TAB):
            continued.add(number)
            fields.append(_field(fields[-1].key, line, 0, number))
        else:
            return Head(Header(tuple(fields)), offset, frozenset(continued), line.strip(), number)
        offset = after
    return Head(Header(tuple(fields)), len(text), frozenset(continued))


def _line(text: str, offset: int) -> tuple[str, int]:
    """The line at an offset without its end, and the offset of the next one."""
    end = text.find("\n", offset)
    if end < 0:
        return text[offset:], len(text)
    return text[offset : end - 1 if text[end - 1 : end] == "\r" else end], end + 1


def _field(key: str, line: str, start: int, number: int) -> Field:
    rest = line[start:]
    value = rest.strip()
    return Field(key.lower(), value, number, start + len(rest) - len(rest.lstrip()) + 1)


def strict_keys(names: Iterable[str]) -> dict[str, str]:
    """The keys of a strict header, by their lower case."""
    return {name.lower(): name for name in names}


def parse_strict(
    text: str, names: Mapping[str, str], problems: Problems, repeatable: Collection[str] = ()
) -> tuple[Header, int]:
    """The header of a person or a comment, and the offset of the text after it.

    `names` are its `strict_keys`, `repeatable` those that may stand more than once (in lower
    case). Everything that is not `Key: value` with a known key is an error in `problems` (CFG902).
    Values come without control characters.
    """
    fields: list[Field] = []
    first: dict[str, int] = {}
    offset = number = 0
    while offset < len(text):
        line, after = _line(text, offset)
        number += 1
        if not line.strip():
            if number == 1:
                problems.error("CFG902", "The header must begin on the first line.", 1)
            offset = after
            break
        found = _KEY.match(line)
        if found is None or line[0] == " ":
            offset = _misplaced(line, number, offset, after, problems)
            if offset != after:
                break
            continue
        field = _clean(_field(found["key"], line, found.start("value"), number))
        if field.key not in names:
            problems.error("CFG902", _unknown(found["key"], names), _place(found, number))
        elif first.setdefault(field.key, number) != number and field.key not in repeatable:
            problems.error(
                "CFG902", _twice(names[field.key], first[field.key]), _place(found, number)
            )
        fields.append(field)
        offset = after
    return Header(tuple(fields)), offset


def _place(found: re.Match[str], line: int) -> Span:
    return Span(line, found.start("key") + 1, line, found.end("key") + 1)


def _clean(field: Field) -> Field:
    if field.value.isascii() and field.value.isprintable():
        return field
    value = clean_text(field.value).replace("\n", " ").strip()
    return field if value == field.value else Field(field.key, value, field.line, field.column)


def _misplaced(line: str, number: int, offset: int, after: int, problems: Problems) -> int:
    """Report a line that is no `Key: value`; where to read on: behind it, or at it as the text."""
    if line.startswith(_FENCES):
        problems.error("CFG902", "A line of dashes has no place here: remove it.", number)
        return after
    if line[0] in " \t":
        problems.error(
            "CFG902",
            "This line is indented. A value stands on one line: join it to the line above, or "
            "move it to the left if it is a line of its own.",
            number,
        )
        return after
    problems.error(
        "CFG902",
        "This line is not `Key: value`. If the text begins here, put an empty line before it.",
        number,
    )
    return offset


def _unknown(written: str, names: Mapping[str, str]) -> str:
    told = f"There is no key {written} here. "
    ours = _ELSEWHERE.get(written.lower())
    if ours == "":
        return f"{told}Remove the line: this file is public, and addresses are not."
    if ours and ours.lower() in names:
        return f"{told}Write `{ours}: ` instead."
    return told + meant(written, names.values(), f"Known: {listed(names.values())}.", _ALIKE)


def _twice(name: str, first: int) -> str:
    return f"{name} stands twice, here and in line {first}. Keep one."
