"""What a command did to comments: in words, and as JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

import click

from rapport.model import one_line

What = Literal[
    "approved", "added", "pending", "answered", "edited", "removed", "refused", "not-needed",
    "nothing",
]  # fmt: skip
_SAID: dict[str, str] = {
    "approved": "approved",
    "added": "added",
    "pending": "waits for approval",
    "answered": "answered",
    "edited": "changed",
    "removed": "removed",
    "refused": "refused",
    "not-needed": "needs no answer",
    "nothing": "nothing to do",
}


@dataclass(frozen=True, slots=True)
class Done:
    """What was done to one comment. `path` is its file now, `draft` the mail that tells its writer.

    `notes` are sentences for whoever gave the command.
    """

    id: str
    what: What
    post: str = ""
    author: str = ""
    path: str = ""
    draft: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotDone:
    """What was asked and could not be done."""

    id: str
    reason: str


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--json` for a command."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for a program.")(
        command
    )


def tell(done: Sequence[Done], not_done: Sequence[NotDone] = (), *, as_json: bool) -> int:
    """Print what was done, and on standard error what was not; 1 if anything was not."""
    if as_json:
        told = {
            "schema": 1,
            "done": [asdict(each) for each in done],
            "refused": [asdict(each) for each in not_done],
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    for each in () if as_json else done:
        click.echo(_lines(each))
    for missed in not_done:
        click.echo(f"{missed.id}: {missed.reason}", err=True)
    return 1 if not_done else 0


def _lines(done: Done) -> str:
    whose = f" {one_line(done.author)}" if done.author else ""
    where = f" on {one_line(done.post)}" if done.post else ""
    lines = [f"{done.id} {_SAID[done.what]}:{whose}{where}".rstrip(":")]
    lines += [f"  {one_line(done.path)}"] if done.path else []
    if done.draft:
        lines.append(f"  a mail to look at and send, which nobody has sent: {one_line(done.draft)}")
    return "\n".join((*lines, *(f"  {one_line(note)}" for note in done.notes)))
