"""`rapport people export NAME`: what is held about somebody, for them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from rapport.cli.people.about import (
    OTHERS,
    comments_of,
    output_of,
    private_rows,
    roster_entry,
    searched,
)
from rapport.cli.people.options import asked, whom
from rapport.cli.people.traces import Found
from rapport.cli.people.whom import Held, Subject, nearest, whole
from rapport.conversation import exported_comment
from rapport.errors import UsageError
from rapport.model import clean_text, one_line
from rapport.store import write_text


@click.command()
@whom
@click.option(
    "--to",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write it into this file, which only you can read.",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="As JSON, also when FILE ends in .json; else as text to read.",
)
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    context: click.Context, name: Sequence[str], emails: Sequence[str], ids: Sequence[str],
    everyone: bool, to: Path | None, as_json: bool,
) -> int:  # fmt: skip
    """Give somebody what is held about them.

    Their comments, their entry on the roster, what waits in the inbox, how to reach them, what was
    agreed, drafts, the log of decisions, and where others name, quote or thank them. It holds what
    is private: hand it to that person alone.
    """  # fmt: skip
    above = context.parent
    as_json = as_json or bool(above and above.params.get("as_json"))
    held = Held.of(context.obj)
    _check_place(to, held)
    subject = whole(asked(name, emails, ids, everyone), held)
    found = searched(subject, held)
    made = about(subject, held, found)
    if as_json or (to is not None and to.suffix == ".json"):
        text = json.dumps(made, ensure_ascii=False, indent=2)
    else:
        text = "\n".join(_readable(made))
    if to is None:
        click.echo(text)
    else:
        _write(to, f"{text}\n")
        click.echo(f"What is held about {subject.asked} is in {to}.", err=True)
    _doubt(subject, held, found)
    return 0


def _write(to: Path, text: str) -> None:
    """Into a file that is its owner's alone before a word is in it."""
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        to.touch(mode=0o600)
        to.chmod(0o600)
    except OSError as fault:
        raise UsageError(f"{to} cannot be written: {fault.strerror}.") from fault
    write_text(to, text)


def _check_place(to: Path | None, held: Held) -> None:
    """It must not be published."""
    if to is None:
        return
    for folder in (held.opened.settings.content, output_of(held)):
        if to.resolve().is_relative_to(folder.resolve()):
            raise UsageError(f"{to} would be published with the site. Write it somewhere else.")


def _doubt(subject: Subject, held: Held, found: Found) -> None:
    if not subject.known and not found.traces:
        near = nearest(subject.asked, held)
        hint = f" A name like it: {near}." if near else ""
        click.echo(f"Nothing is held about {subject.asked!r}.{hint}", err=True)


def about(subject: Subject, held: Held, found: Found) -> dict[str, Any]:
    """Everything that is held, schema 1."""
    ids = subject.ids
    return {
        "schema": 1,
        "asked": subject.asked,
        "names": list(subject.names),
        "person": roster_entry(subject.person),
        "comments": [exported_comment(each) for each in comments_of(subject, held)],
        "pending": [
            exported_comment(each.comment)
            | {
                "state": each.state,
                "received": each.received.isoformat(),
                "flags": list(each.flags),
                "email": each.contact.email or None,
                "ip": each.contact.ip or None,
                "agreed": each.contact.agreed or None,
            }
            for each in held.inbox.pending
            if each.comment.id in ids
        ],
        "contacts": [
            {
                "id": each.id,
                "author": each.author,
                "post": each.post,
                "email": each.contact.email or None,
                "ip": each.contact.ip or None,
                "agreed": each.contact.agreed or None,
            }
            for each in held.contacts
            if each.id in ids
        ],
        "private": private_rows(held, found),
        "others": [
            {
                "kind": each.kind,
                "path": each.path,
                "line": each.line or None,
                "text": one_line(each.text),
                "certain": each.becomes != "look",
            }
            for each in found.traces
            # What others sent in and nobody has published is theirs, not this person's.
            if each.kind in (*OTHERS, "author") and not (each.private and each.becomes == "decide")
        ],
    }


_PARTS = {
    "person": "On the public roster",
    "comments": "Comments on the site",
    "pending": "Comments that are not published",
    "contacts": "How to reach you, and what you agreed to",
    "private": "Private files",
    "others": "Where others name, quote or thank you",
}


def _readable(made: Mapping[str, Any]) -> Iterator[str]:
    """The same for reading: a heading a part, a line a key, what is empty left out."""
    yield f"What is held about {one_line(str(made['asked']))}"
    for key, title in _PARTS.items():
        found = made[key]
        rows = [found] if isinstance(found, dict) else found or []
        yield ""
        yield f"{title}: {len(rows) or 'nothing'}"
        for row in rows:
            yield ""
            yield from _row(row)


def _row(row: Mapping[str, Any]) -> Iterator[str]:
    for key, value in row.items():
        told = ", ".join(map(str, value)) if isinstance(value, list) else value
        if told in (None, "", False):
            continue
        text = clean_text(str(told)).strip("\n")
        if "\n" in text:
            yield f"  {key}:"
            yield from (f"    {line}" for line in text.split("\n"))
        else:
            yield f"  {key}: {text}"
