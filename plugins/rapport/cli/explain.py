"""`rapport explain`: the manual page of a rule, or the list of all of them."""

from __future__ import annotations

from difflib import get_close_matches

import click

from rapport.audit import RULES, manual_text
from rapport.errors import UsageError


@click.command()
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Explain a rule: what it checks, why, an example, what is better.

    Without CODE: every rule in a line.
    """
    if code is None:
        for rule in RULES:
            click.echo(f"{rule.code}  {rule.severity:<8} {rule.name}")
        return 0
    try:
        click.echo(manual_text(code), nl=False)
    except KeyError:
        near = get_close_matches(code.upper(), [rule.code for rule in RULES], n=1)
        hint = f"Did you mean {near[0]}?" if near else "`rapport explain` lists them all."
        raise UsageError(f"There is no rule {code!r}. {hint}") from None
    return 0
