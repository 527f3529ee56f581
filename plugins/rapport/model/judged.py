"""What was judged: findings in words for whoever wrote the file, and the five lights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rapport.model.text import Span

Severity = Literal["error", "warning"]
Colour = Literal["green", "amber", "red", "grey"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, in words for whoever wrote the file: what, why it matters, what to do next."""

    code: str
    severity: Severity
    path: str
    span: Span
    message: str
    fingerprint: str = ""
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Lights:
    """The five lights of one post."""

    path: str
    ask: Colour
    credit: Colour
    link_out: Colour
    pitch: Colour
    answer: Colour


@dataclass(frozen=True, slots=True)
class Report:
    """What one audit says: every finding in order of path and place, the lights of each post.

    `notes` are sentences about the audit itself, such as what it could not judge: no faults.
    """

    findings: tuple[Finding, ...] = ()
    lights: tuple[Lights, ...] = ()
    posts: int = 0
    notes: tuple[str, ...] = ()
