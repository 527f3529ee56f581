"""The lines with which a mail program introduces what it repeats, where the library misses them.

Three shapes: a date and somebody's address, then a verb of writing or a colon, over one to four
lines; the same between dashes; and a block of header lines. A person's own sentence has no address
in angle brackets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_MOST_LINES = 4
_LONGEST = 300
# An address from HTML has been replaced already.
_ADDRESS = re.compile(
    r"<\s*\[address\]\s*>|<\s*(?:mailto:)?[^<>]{0,80}@[^<>]{1,120}>|\([^()\s]+@[^()\s]+\)"
)
_DATE = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})(?!\d)")
_TIME = re.compile(r"\d[:.h]\d\d")
_WROTE = re.compile(
    r"\b(?:wrote|writes|schrieb|geschrieben|[ée]crit|escribi[óo]|escreveu|ha scritto|schreef|skrev|"
    r"napisał(?:\(a\))?|написал|пишет|пише|kirjoitti|yazdı)\b",
    re.IGNORECASE,
)
_DASHED = re.compile(r"-{2,}\s*(?:on|am|le|el|il)\b", re.IGNORECASE)
_ORIGINAL = re.compile(
    r"-{2,}\s*(?:original message|urspr[üu]ngliche nachricht|originalnachricht|"
    r"message d['’]origine|message original|mensaje original|messaggio originale|"
    r"oorspronkelijk bericht|mensagem original|oprindelig besked|ursprungligt meddelande)\s*-{2,}",
    re.IGNORECASE,
)
_FROM = re.compile(r"[*_]*(?:from|von|de|da|van|från|fra|от)[*_]*\s?:[*_]*\s?\S", re.IGNORECASE)
_SUBJECT = re.compile(
    r"[*_]*(?:subject|betreff|objet|asunto|oggetto|onderwerp|assunto|ämne|emne|тема)[*_]*\s?:",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"[*_]*(?:sent|date|gesendet|datum|envoy[ée]|enviado|fecha|inviato|data|verzonden|skickat|sendt|"
    r"отправлено|дата)[*_]*\s?:",
    re.IGNORECASE,
)
_TO = re.compile(r"[*_]*(?:to|an|à|para|a|aan|till|til|кому)[*_]*\s?:", re.IGNORECASE)
_HEADER = (_FROM, _SENT, _TO, _SUBJECT)
_HEADER_LINES = 8
_ENOUGH = 3


def introduction(lines: Sequence[str]) -> tuple[int, int] | None:
    """Where the first introduction begins, and the line behind it; None when there is none."""
    for at, line in enumerate(lines):
        if not line.strip() or line.lstrip().startswith(">"):
            continue
        bare = line.strip()[:_LONGEST]
        if _is_dashed(bare) or _ORIGINAL.fullmatch(bare) or _is_header(lines, at):
            return at, at + 1
        for end in range(at + 1, min(at + _MOST_LINES, len(lines)) + 1):
            joined = _joined(lines[at:end])
            if not lines[end - 1].strip() or len(joined) > _LONGEST:
                break
            quoted = end < len(lines) and lines[end].lstrip().startswith(">")
            if _ends(joined) and _introduces(joined, sure=not quoted):
                return at, end
    return None


def introduced(lines: Sequence[str], *, quoted: bool) -> int | None:
    """Where an introduction begins that these lines end with; `quoted` says that a quotation stood
    below it.
    """
    if lines and _ORIGINAL.fullmatch(lines[-1].strip()[:_LONGEST]):
        return len(lines) - 1
    first = len(lines)
    while first and lines[first - 1].strip() and len(lines) - first < _MOST_LINES:
        first -= 1
    for start in range(first, len(lines)):
        joined = _joined(lines[start:])
        if len(joined) > _LONGEST or not _ends(joined):
            continue
        if _starts(lines[start]) and _introduces(joined, sure=not quoted):
            return start
    return None


def _ends(joined: str) -> bool:
    """Whether somebody's words follow: a colon stands here, or a verb behind an address."""
    if joined.endswith(":"):
        return True
    verb = joined.rpartition(" ")[2]
    return _WROTE.fullmatch(verb) is not None and _ADDRESS.search(joined) is not None


def _starts(line: str) -> bool:
    """Whether an introduction begins in this line and not in the one above it."""
    return bool(_DATE.search(line) or _TIME.search(line) or "@" in line or _WROTE.search(line))


def _introduces(joined: str, *, sure: bool) -> bool:
    named = _ADDRESS.search(joined) is not None
    dated = _DATE.search(joined) is not None
    wrote = _WROTE.search(joined) is not None
    if named and (dated or wrote):
        return True
    timed = dated and wrote and _TIME.search(joined) is not None
    return timed or (not sure and dated and wrote)


def _is_dashed(line: str) -> bool:
    """Whether a date and an address stand between dashes."""
    named = _DASHED.match(line) is not None and line.endswith("--") and "@" in line
    return named and _TIME.search(line) is not None


def _is_header(lines: Sequence[str], at: int) -> bool:
    """Whether the header of a message begins here: who from, and two of when, to whom, about what.

    Between its lines there may be empty ones.
    """
    if not any(shape.match(lines[at].strip()) for shape in _HEADER):
        return False
    below = [line.strip() for line in lines[at : at + _HEADER_LINES]]
    found = [any(map(shape.match, below)) for shape in _HEADER]
    return found[0] and sum(found) >= _ENOUGH


def _joined(lines: Sequence[str]) -> str:
    return " ".join(" ".join(lines).split())
