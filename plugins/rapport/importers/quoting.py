"""What a writer wrote in a mail, without what their mail program repeated below or above it.

The lines that begin a repeated message ("On ... wrote:", "Von: ...") are known by quotequail, in
ten languages; those it misses by `introductions`. What is left out is always a whole quoted block
or everything below such a line; an answer that stands between quotations keeps them, since it says
nothing without them. Of signatures only what is marked as one goes: the line `-- ` (RFC 3676, 4.3),
the footer of a mailing list, and a telephone's advertisement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapport.importers.introductions import introduced, introduction

# The libraries' expressions are run on the beginning of a line alone: none is longer in earnest.
_LOOKED_AT = 300
# It takes time by the square of the lines that begin a message; nobody's own words are as many.
_LINES = 1000
_SIGNATURE = 30
_RULE = re.compile(r"[=~-]{3,}")
_FOOTER = re.compile(r"(?:\\?[_-]){20,}")
_FOOTER_LINES = 8
# Lines of nothing, and the mark that a program which counts readers leaves behind.
_NOTHING = ("", "\u1427")
_MARKED = re.compile(r"[*\\_]")
_DELIMITER = re.compile(r"(?:--|—|–) ?\\?")
_PHONE = re.compile(
    r"(?:sent from (?:my|outlook|yahoo|proton)|get outlook for|von meinem .{1,40} gesendet|"
    r"gesendet (?:von|mit)|envoy[ée] (?:de|depuis|avec|[àa] partir d)|enviado (?:desde|con)|"
    r"obtener outlook para|t[ée]l[ée]charger outlook|inviato da|enviado d[eo]|"
    r"verzonden (?:met|vanaf)|sendt fra|skickat fr[åa]n|wys[łl]ane z).{0,80}",
    re.IGNORECASE,
)
_DATED = re.compile(r"\d.*(?:@|\d[:.h]\d\d)|\d{4}")


def own_words(text: str) -> tuple[str, bool]:
    """The writer's own words, and whether anything was left out; all of it if none would be left.

    Lines end at a line feed.
    """
    lines = text.split("\n")
    quoted = any(line.lstrip().startswith(">") for line in lines)
    kept = _without_history(_without_last_signature(_without_footer(lines)))
    kept = _without_tail(_without_signature(kept), quoted=quoted)
    if not any(line.strip() for line in kept):
        return text.strip("\n").rstrip(), False
    words = "\n".join(kept).strip("\n").rstrip()
    return words, words != text.strip("\n").rstrip()


def _without_history(lines: list[str]) -> list[str]:
    import quotequail  # noqa: PLC0415 - only mails need it

    seen = [_MARKED.sub("", line[:_LOOKED_AT]) for line in lines[:_LINES]]
    whole = "\n".join(seen)
    found = quotequail.unwrap(whole)
    if found is None or found["type"] == "quote":
        place = introduction(seen)
        return _without_blocks(lines) if place is None else _parted(lines, *place)
    if found["type"] == "forward":
        top = _lines_of(found.get("text_top", ""), seen)
        return _without_rule(lines[:top]) if top else lines
    first = quotequail.quote(whole, limit=len(seen) + 1, quote_intro_line=True)[0][1]
    above = first.count("\n") + 1 if first else 0
    return _around(lines, above, seen)


def _parted(lines: list[str], start: int, end: int) -> list[str]:
    """The words above an introduction that only we know, and the answers below it."""
    before, below = lines[:start], lines[end:]
    quoted = any(line.lstrip().startswith(">") for line in below)
    if quoted and _own(below):
        return [*before, *_without_blocks(below)]
    return _without_rule(before) if any(map(str.strip, before)) else lines


def _lines_of(top: str, seen: Sequence[str]) -> int:
    """How many lines the text above a repeated message has, with the empty ones before it."""
    if not top:
        return 0
    empty = next(at for at, line in enumerate(seen) if line.strip())
    return empty + top.count("\n") + 1


def _without_rule(lines: list[str]) -> list[str]:
    """Some programs draw a line above the message that they repeat."""
    at = len(lines)
    while at and not lines[at - 1].strip("_-*\\ "):
        at -= 1
    return lines[:at]


def _around(lines: list[str], above: int, seen: Sequence[str]) -> list[str]:
    """The words above the line that introduces a quotation, and the answers below it."""
    before, below = lines[:above], lines[above:]
    intro = next((at for at, line in enumerate(below) if line.lstrip().startswith(">")), None)
    if intro is None:
        line = " ".join(seen[above : above + 2])
        # A sentence may begin so too; a mail program always says when.
        return before if before and _DATED.search(line) else lines
    rest = below[intro:]
    if not _own(rest):
        return before
    return [*before, *_without_blocks(rest)]


def _own(lines: Sequence[str]) -> bool:
    return any(line.strip() and not line.lstrip().startswith(">") for line in lines)


def _without_blocks(lines: list[str]) -> list[str]:
    """Without the quotation at the end; without the one at the top if it is the only one."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith(">")):
        end -= 1
    kept = lines[:end]
    start = 0
    while start < end and (not kept[start].strip() or kept[start].lstrip().startswith(">")):
        start += 1
    again = any(line.lstrip().startswith(">") for line in kept[start:])
    return kept if again else kept[start:]


def _without_footer(lines: list[str]) -> list[str]:
    """Without what the program of a mailing list writes below everything."""
    for at in range(len(lines) - 1, max(0, len(lines) - _FOOTER_LINES), -1):
        if _FOOTER.fullmatch(lines[at].strip()):
            below = " ".join(lines[at:])
            return lines[:at] if "list" in below.lower() and "http" in below else lines
    return lines


def _without_last_signature(lines: list[str]) -> list[str]:
    """Without a marked signature below everything: some programs put it under what they quote."""
    for at in range(len(lines) - 1, max(0, len(lines) - _SIGNATURE), -1):
        if lines[at].lstrip().startswith(">"):
            return lines
        if _DELIMITER.fullmatch(lines[at].strip()):
            return lines[:at]
    return lines


def _without_tail(lines: list[str], *, quoted: bool) -> list[str]:
    """Without what is left at the end: a quotation, the line that introduced it, a telephone's."""
    end = len(lines)
    while end:
        line = _MARKED.sub("", lines[end - 1][:_LOOKED_AT]).strip()
        if (
            line in _NOTHING
            or _RULE.fullmatch(line)
            or line.startswith(">")
            or (end > 1 and _PHONE.fullmatch(line))
        ):
            end -= 1
            continue
        last = [_MARKED.sub("", line) for line in lines[max(0, end - _SIGNATURE) : end]]
        start = introduced(last, quoted=quoted)
        if start is None:
            break
        end = max(0, end - _SIGNATURE) + start
    return lines[:end]


def _without_signature(lines: list[str]) -> list[str]:
    for at, line in enumerate(lines):
        bare = line.strip()
        if at and _DELIMITER.fullmatch(bare):
            return lines[:at]
    return lines
