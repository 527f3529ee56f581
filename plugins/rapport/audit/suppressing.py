"""Suppressions: what an author silences, with a reason, and which of them silence nothing.

`Audit-ignore: CODE - reason` in the header is for the whole post and its conversation;
`<!-- rapport: ignore CODE - reason -->` is for the next block of the text (the lines up to the next
empty one). Faults of headers and files (CFG9xx) cannot be ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from rapport.audit.case import Case, finding
from rapport.audit.rules import POST_RULES
from rapport.audit.rules.cfg913 import CODE, SEVERITY
from rapport.model import Finding, Post, Span, clean_text

_MARK = "rapport: ignore"
_INLINE = re.compile(r"<!--[ \t]*rapport:[ \t]*ignore[ \t]+(?P<words>[^\n]*?)[ \t]*-->")
_DASH = re.compile(r"[ \t]+[-\u2013\u2014](?:[ \t]+|$)")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_KNOWN = tuple(rule.code for rule in POST_RULES)


class Suppression(NamedTuple):
    """One line that silences a rule in lines `first` to `last`, in the whole post if first is 0."""

    code: str
    reason: str
    span: Span
    first: int = 0
    last: int = 0

    def silences(self, found: Finding, post: Post) -> bool:
        """Whether this finding is one of those meant."""
        if not self.reason or found.code != self.code:
            return False
        if not self.first:
            return True
        return found.path == post.path and self.first <= found.span.line <= self.last


def suppress(case: Case, found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a post that nothing silences, then one for each suppression at fault."""
    suppressions = [*_in_header(case.post), *_in_text(case.post)]
    if not suppressions:
        yield from found
        return
    used: set[int] = set()
    for each in found:
        silenced = {n for n, s in enumerate(suppressions) if s.silences(each, case.post)}
        used |= silenced
        if not silenced:
            yield each
    for number, suppression in enumerate(suppressions):
        message = _fault(suppression, used=number in used)
        if message:
            about = f"{suppression.code} {suppression.reason}"
            yield finding(CODE, SEVERITY, case.post.path, suppression.span, message, about=about)


def _fault(suppression: Suppression, *, used: bool) -> str:
    """What is wrong with a suppression, empty when nothing is."""
    code = clean_text(suppression.code)
    if suppression.code.startswith("CFG"):
        return (
            f"{code} cannot be ignored: it is about a fault of a file. Mend that, and remove this."
        )
    if suppression.code not in _KNOWN:
        near = get_close_matches(suppression.code.upper(), _KNOWN, n=1)
        hint = f"Did you mean {near[0]}?" if near else "`rapport explain` lists the rules."
        return f"There is no rule {code!r}, so this silences nothing. {hint}"
    if not suppression.reason:
        return (
            f"This silences nothing, since it gives no reason. Say why {code} does not hold here: "
            f"`{code} - reason`."
        )
    return "" if used else f"There is no {code} here any more. Remove this line."


def _in_header(post: Post) -> Iterator[Suppression]:
    fields = {field.line: field for field in post.header.all("audit-ignore")}
    for ignore in post.ignores:
        field = fields.get(ignore.line)
        start, length = (field.column, len(field.value)) if field else (1, 0)
        span = Span(ignore.line, start, ignore.line, start + length)
        yield Suppression(ignore.code, ignore.reason, span)


def _in_text(post: Post) -> Iterator[Suppression]:
    """The comments in the text that silence a rule, outside code."""
    if post.markup == "rst" or post.text.find(_MARK, post.body) < 0:
        return
    lines = [line.rstrip("\r") for line in post.text.split("\n")]
    begin = post.text.count("\n", 0, post.body)
    fence = ""
    for number, line in enumerate(lines[begin:], begin):
        found = _FENCE.match(line)
        if found and fence in ("", found[1]):
            fence = "" if fence else found[1]
        if fence or line.startswith(("    ", "\t")):
            continue
        for mark in _INLINE.finditer(line):
            if line.count("`", 0, mark.start()) % 2 == 0:
                yield _inline(mark, lines, number)


def _inline(mark: re.Match[str], lines: list[str], number: int) -> Suppression:
    code, *rest = _DASH.split(mark["words"], maxsplit=1)
    first = number
    if not _INLINE.sub("", lines[number]).strip():
        first = next((n for n in range(number + 1, len(lines)) if lines[n].strip()), number)
    last = next((n for n in range(first, len(lines)) if not lines[n].strip()), len(lines))
    span = Span(number + 1, mark.start() + 1, number + 1, mark.end() + 1)
    return Suppression(code.strip(), (rest or [""])[0].strip(), span, first + 1, last)
