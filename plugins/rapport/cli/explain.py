"""`rapport explain`: the manual page of a rule, or the list of all of them."""

from __future__ import annotations

import re
from difflib import get_close_matches

import click

from rapport.audit import RULES, manual_text
from rapport.errors import UsageError

# The lights and the families of rules that decide or explain them.
_LIGHTS = {"ask": "ASK", "credit": "PEO", "link out": "LNK", "link": "LNK", "pitch": "SEL",
           "answer": "TLK"}  # fmt: skip
# A family as the manual and people write it: SEL, SEL4, SEL4xx, SEL*.
_FAMILY = re.compile(r"([A-Z]{3}\d{0,2})[X*]*")


@click.command()
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Explain a rule: what it checks, why, an example, what is better.

    Without CODE: every rule in a line. With a family (SEL) or a light (pitch): its rules.
    """
    listed = [rule for rule in RULES if code is None or rule.code.startswith(_families(code))]
    if code is None or listed:
        for rule in listed:
            click.echo(f"{rule.code}  {rule.severity:<8} {rule.name}")
        return 0
    try:
        click.echo(manual_text(code), nl=False)
    except KeyError:
        near = get_close_matches(code.upper(), [rule.code for rule in RULES], n=1)
        hint = f"Did you mean {near[0]}?" if near else "`rapport explain` lists them all."
        raise UsageError(f"There is no rule {code!r}. {hint}") from None
    return 0


def _families(written: str) -> tuple[str, ...]:
    """How the codes of the family that is meant begin; nothing when one rule is meant."""
    light = _LIGHTS.get(" ".join(re.split(r"[\s_-]+", written.strip().lower())))
    family = _FAMILY.fullmatch(written.strip().upper())
    return (light,) if light else (family[1],) if family else ()
