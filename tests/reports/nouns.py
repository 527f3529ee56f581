"""A small report, in words that a test can hold against what a format prints."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from rapport.model import Colour, Entry, Finding, Lights, Manual, Report, Span, Waiter

CRANE = "content/posts/crane.md"
POST = "Title: The crane\n\nThe crane\tstood still. Nobody paid.\r\n"
NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
LIGHTS = Lights(CRANE, "red", "amber", "green", "grey", "green")


def source(path: str) -> str:
    return POST if path == CRANE else ""


def finding(**changed: object) -> Finding:
    values: dict[str, Any] = {
        "code": "ASK101",
        "severity": "warning",
        "path": CRANE,
        "span": Span(3, 11, 3, 23),
        "message": "This post asks its readers nothing. Ask them one thing.",
        "fingerprint": "f00d",
    }
    return Finding(**(values | changed))


ERROR = finding(
    code="CFG904",
    severity="error",
    path="content/posts/quay.md",
    span=Span(2, 7, 2, 12),
    message="The date is no date.",
    fingerprint="beef",
)
REPORT = Report((finding(), ERROR), (LIGHTS,), 2)


def lights(path: str = CRANE, *colours: Colour) -> Lights:
    """The lights of a post, green but for those given in order."""
    shown: list[Colour] = [*colours, *(["green"] * 5)][:5]  # type: ignore[list-item]
    return Lights(path, *shown)


def entry(path: str = CRANE, title: str = "The crane", *colours: Colour, **more: Any) -> Entry:
    values: dict[str, Any] = {
        "date": datetime(2026, 3, 2, 9, tzinfo=UTC),
        "authors": ("Ida Brandt",),
        "status": "published",
        "lights": lights(path, *colours),
    }
    return Entry(path, title, **(values | more))


def waiter(name: str = "Noor Haddad", days: int = 4, **more: Any) -> Waiter:
    date = datetime.fromtimestamp(NOW.timestamp() - days * 86_400, UTC)
    path = f"content/comments/crane/{name[:4].lower()}.md"
    values = {"path": path, "author": name, "date": date, "excerpt": "Is there a form?"}
    return Waiter(**(values | more))


def report(*entries: Entry, findings: tuple[Finding, ...] = (), **more: Any) -> Report:
    values: dict[str, Any] = {
        "posts": len(entries),
        "lights": tuple(each.lights for each in entries),
        "entries": entries,
        "now": NOW,
        "firm": "Quay & Co",
    }
    return Report(findings, **(values | more))


RULE = Manual(
    code="ASK101",
    name="no reader's question",
    severity="error",
    title="No question to readers.",
    what="The post asks\nits readers nothing.\n\nTwice.",
    why="Evidence: medium. A reader who is asked\nanswers.",
    evidence="medium",
    example="The form is new.",
    better="The form is new.\nWhat did you write in it?",
    ignore="Where there is\nnothing to ask.",
)
