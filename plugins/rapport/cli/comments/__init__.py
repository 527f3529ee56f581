"""`rapport comments`: the life of a comment, from its arrival to its answer, a command a module.

The table lists the commands in the order of a working day; each module brings what it needs.
"""

from __future__ import annotations

import click

from rapport.cli.groups import Commands

COMMANDS: dict[str, str] = {
    "receive": "rapport.cli.comments.receive",
    "list": "rapport.cli.comments.listing",
    "add": "rapport.cli.comments.add",
    "approve": "rapport.cli.comments.approve",
    "reply": "rapport.cli.comments.reply",
    "edit": "rapport.cli.comments.edit",
    "remove": "rapport.cli.comments.remove",
    "not-needed": "rapport.cli.comments.not_needed",
    "import": "rapport.cli.comments.bringing",
    "export": "rapport.cli.comments.export",
}

__all__ = ["COMMANDS", "command"]


@click.group(cls=Commands, modules=COMMANDS)
def command() -> None:
    """Receive, approve, answer, remove, import and export what readers wrote."""
