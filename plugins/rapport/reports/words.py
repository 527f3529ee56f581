"""What several formats share: the words for lights and counts, the order, names for findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from rapport.model import Colour, Finding, Lights, Severity

# Words, since a colour alone says nothing to a reader who cannot see it, or to a log.
LIGHT_WORDS: dict[Colour, str] = {"green": "good", "amber": "partly", "red": "poor", "grey": "-"}

Source = Callable[[str], str]
Light = Literal["ask", "credit", "link_out", "pitch", "answer"]
COLUMNS: dict[Light, str] = {
    "ask": "ask",
    "credit": "credit",
    "link_out": "link out",
    "pitch": "pitch",
    "answer": "answer",
}

_RANK: dict[Severity, int] = {"error": 0, "warning": 1}


def colours(lights: Lights) -> tuple[Colour, ...]:
    """The colours of a post's lights in the order of `COLUMNS`."""
    return (lights.ask, lights.credit, lights.link_out, lights.pitch, lights.answer)


def number(count: int, one: str, many: str = "") -> str:
    """`1 post`, `2 posts`: a count and its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def severities(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity, those with none included."""
    counted = Counter(finding.severity for finding in findings)
    return {severity: counted[severity] for severity in _RANK}


def most_important(findings: Iterable[Finding]) -> list[Finding]:
    """Errors before warnings, otherwise in the report's own order."""
    return sorted(findings, key=lambda finding: _RANK[finding.severity])


def fingerprinted(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with a fingerprint of its own: the same words twice in a file get a number."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.fingerprint] += 1
        again = seen[finding.fingerprint]
        yield finding, finding.fingerprint if again == 1 else f"{finding.fingerprint}-{again}"
