"""`rapport explain`: the manual page of a rule, or the list of all of them."""

from __future__ import annotations

import click

from rapport.audit import RULES, manual


@click.command()
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Explain a rule: what it says, why, and what is better. Without CODE: every rule in a line."""
    if code is None:
        for rule in RULES:
            click.echo(f"{rule.code}  {rule.severity:<8} {manual(rule.code).what}")
        return 0
    return 0
