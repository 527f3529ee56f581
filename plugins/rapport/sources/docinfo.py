"""The headers of reStructuredText and HTML posts, from the source, with the place of each field.

docutils keeps only the last of repeated fields, so they are read here. The rules are those of
docutils' `DocTitle` and `DocInfo` transforms (a lone top-level section gives the title, the field
list after it the fields) and of Pelican's HTMLReader (`<title>` and `<meta name content>` in
`<head>`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape

from rapport.model import Field, Header
from rapport.sources.headers import Head
from rapport.sources.problems import Problems
from rapport.sources.tags import Token, attributes, tokens

_FIELD = re.compile(r":(?P<key>[^:\s`](?:[^:\\]|\\.|:(?!\s|$))*):(?:[ \t]+(?P<value>.*))?$")
_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*")


def parse_rst(text: str, problems: Problems) -> Head:
    """The title and the fields of a reStructuredText post; `title` is a field like the others.

    `problems` gets CFG902 when there are several top-level sections: docutils then makes neither a
    title nor a header.
    """
    lines = text.split("\n")
    lines = [line.removesuffix("\r") for line in lines]
    at = _skip(lines, 0)
    fields: list[Field] = []
    titled = _title(lines, at)
    if titled is not None:
        field, style, at = titled
        again = _again(lines, at, style)
        if again:
            problems.error(
                "CFG902",
                f"The title is a section like the one in line {again}, so docutils sees no title "
                "and no header. Underline one of them with another character.",
                field.line,
            )
        fields.append(field)
        subtitled = _title(lines, _skip(lines, at))
        if subtitled is not None:
            at = subtitled[2]
    at = _fields(lines, _skip(lines, at), fields)
    body = sum(len(line) + 1 for line in text.split("\n")[:at])
    return Head(Header(tuple(fields)), min(body, len(text)))


def _skip(lines: list[str], at: int) -> int:
    """Past blank lines, comments and other explicit markup, each with its indented lines."""
    while at < len(lines):
        line = lines[at]
        if line.strip() and not (line.startswith(".. ") or line == ".."):
            break
        explicit = bool(line.strip())
        at += 1
        while explicit and at < len(lines) and (not lines[at].strip() or lines[at][0] in " \t"):
            at += 1
    return at


def _title(lines: list[str], at: int) -> tuple[Field, tuple[str, bool], int] | None:
    """The section title at a line, its style (character, overlined) and the line after it."""
    first, second, third = [*lines[at : at + 3], "", "", ""][:3]
    over = _ADORNMENT.fullmatch(first.rstrip())
    if over and second.strip() and third.rstrip() == first.rstrip():
        return _title_field(second, at + 2), (over[1], True), at + 3
    under = _ADORNMENT.fullmatch(second.rstrip())
    if (
        under
        and first.strip()
        and first[0] not in " \t"
        and len(second.rstrip()) >= min(len(first.rstrip()), 4)
    ):
        return _title_field(first, at + 1), (under[1], False), at + 2
    return None


def _title_field(line: str, number: int) -> Field:
    return Field("title", line.strip(), number, len(line) - len(line.lstrip()) + 1)


def _again(lines: list[str], at: int, style: tuple[str, bool]) -> int:
    """The number of a later line that is a section title of the same style, else 0."""
    while at < len(lines):
        if lines[at].strip() and lines[at][0] not in " \t":
            found = _title(lines, at)
            if found is not None and (at == 0 or not lines[at - 1].strip()):
                if found[1] == style:
                    return found[0].line
                at = found[2]
                continue
        at += 1
    return 0


def _fields(lines: list[str], at: int, fields: list[Field]) -> int:
    """Add the fields of the list that begins at a line; the number of lines up to its end."""
    while at < len(lines):
        found = _FIELD.match(lines[at])
        if found is None:
            return at
        start, at = at, at + 1
        parts = [(found["value"] or "").strip()]
        while at < len(lines) and (not lines[at].strip() or lines[at][0] in " \t"):
            parts.append(lines[at].strip())
            at += 1
        column = found.start("value") + 1 if found["value"] else 1
        fields.append(Field(found["key"].lower(), _joined(parts), start + 1, column))
    return at


def _joined(parts: list[str]) -> str:
    """The lines of one field: a bulleted list is written as Pelican's lists are."""
    filled = [part for part in parts if part]
    if filled and all(part.startswith("- ") for part in filled):
        return "; ".join(part[2:].strip() for part in filled)
    return " ".join(filled)


def parse_html(text: str) -> Head:
    """The title (HTML, as Pelican has it) and the named `<meta>` values; `keywords` are tags."""
    fields: list[Field] = []
    title: Token | None = None
    in_head = False
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for token in tokens(text):
        if token.name == "head":
            in_head = token.kind == "open"
        elif token.name == "body" and token.kind == "open":
            return Head(Header(tuple(fields)), token.end)
        elif token.name == "title" and in_head:
            if token.kind == "open":
                title = token
            elif title is not None:
                fields.append(_placed(text, starts, "title", title.end, token.start))
        elif token.name == "meta" and token.kind == "open" and in_head:
            fields += _meta(text, starts, token)
    return Head(Header(tuple(fields)), len(text))


def _meta(text: str, starts: list[int], token: Token) -> list[Field]:
    found = {attribute.name: attribute for attribute in attributes(text, token)}
    content = found.get("content") or found.get("contents")
    if "name" not in found or content is None:
        return []
    key = found["name"].value.lower()
    key = "tags" if key == "keywords" else key
    field = _placed(text, starts, key, content.start, content.end)
    return [field._replace(value=unescape(field.value))]


def _placed(text: str, starts: list[int], key: str, start: int, end: int) -> Field:
    written = text[start:end]
    start += len(written) - len(written.lstrip())
    line = bisect_right(starts, start)
    return Field(key, " ".join(written.split()), line, start - starts[line - 1] + 1)
