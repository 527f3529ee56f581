"""What `rapport serve` says while it runs."""

from __future__ import annotations

import click
import pytest

from rapport.building import Event
from rapport.cli.serve import said


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (
            Event("serving", url="http://127.0.0.1:8000/"),
            "Preview at http://127.0.0.1:8000/ (Ctrl-C ends it)",
        ),
        (Event("changed", changed=("content/posts/a.md",)), "Changed: content/posts/a.md"),
        (Event("changed", changed=tuple("abcde")), "Changed: a, b, c and 2 more"),
        (Event("built", seconds=0.84), "Built in 0.8 s"),
        (Event("built", "1 fault", seconds=0.84), "Built in 0.8 s\n1 fault"),
        (
            Event("failed", "a.html:3: no such variable", seconds=0.1),
            "Not built; the last preview stays\na.html:3: no such variable",
        ),
    ],
)
def test_an_event_is_a_line(event: Event, line: str) -> None:
    assert click.unstyle(said(event)) == line
