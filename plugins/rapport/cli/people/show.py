"""`rapport people NAME`: everything about one person."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import click

from rapport.cli.people.about import (
    OTHERS,
    answer_row,
    answers_to,
    comment_row,
    comments_of,
    drafted,
    others_rows,
    roster_entry,
    searched,
    told,
)
from rapport.cli.people.traces import Found
from rapport.cli.people.whom import Asked, Held, Subject, one
from rapport.conversation import excerpt, plain
from rapport.model import Comment, one_line

_EXCERPT = 90
_TOLD = {
    "draft": "a mail that it is published is prepared",
    "address": "can be told by mail",
    "there": "can be told where it came from",
    "no": "left no address",
}


@click.command()
@click.argument("name", nargs=-1, required=True, metavar="NAME")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for a program.")
@click.pass_context
def command(context: click.Context, name: Sequence[str], as_json: bool) -> None:
    """Show everything about one person.

    Their entry, what they wrote, the answers to it and whether they can be told, and where others
    name, quote or thank them.
    """
    above = context.parent
    as_json = as_json or bool(above and above.params.get("as_json"))
    held = Held.of(context.obj)
    subject = one(Asked(name=" ".join(name)), held)
    found = searched(subject, held)
    click.echo(_json(subject, held, found) if as_json else "\n".join(_lines(subject, held, found)))


def _json(subject: Subject, held: Held, found: Found) -> str:
    comments = comments_of(subject, held)
    made = {
        "schema": 1,
        "names": list(subject.names),
        "person": roster_entry(subject.person),
        "comments": [comment_row(each, held) for each in comments],
        "pending": len([1 for each in held.inbox.pending if each.comment.id in subject.ids]),
        "answers": [answer_row(each, comments, held) for each in answers_to(comments, held)],
        "others": others_rows(found),
        "same_name": sum(len(voice.writings) for voice in subject.others),
    }
    return json.dumps(made, ensure_ascii=False, indent=2)


def _lines(subject: Subject, held: Held, found: Found) -> Iterator[str]:
    comments = comments_of(subject, held)
    yield from _entry(subject)
    yield ""
    yield from _said(comments, held)
    yield from _answers(comments, held)
    waiting = [each for each in held.inbox.pending if each.comment.id in subject.ids]
    if waiting:
        yield f"In the inbox: {len(waiting)}"
    others = [each for each in found.traces if each.kind in OTHERS]
    yield f"Named, quoted or thanked by others: {len(others)}"
    for each in others:
        yield f"  {each.path}:{each.line}  {each.kind}: {one_line(each.text)}"
    same = sum(len(voice.writings) for voice in subject.others)
    if same:
        yield f"{same} more under this name, which may be somebody else's: nothing says whose."


def _entry(subject: Subject) -> Iterator[str]:
    person = subject.person
    if person is None:
        yield f"{one_line(subject.names[0])}  not on the roster"
        return
    yield f"{one_line(person.name)}  {person.role}  {person.path}"
    also, handles = ", ".join(person.also), ", ".join(person.handles)
    for label, value in (
        ("also", also),
        ("handles", handles),
        ("works at", person.works_at),
        ("site", person.url),
        ("consent", person.consent),
        ("bio", excerpt(person.bio, 2 * _EXCERPT)),
    ):
        if value:
            yield f"  {label}: {one_line(value)}"


def _said(comments: Sequence[Comment], held: Held) -> Iterator[str]:
    yield f"Comments: {len(comments)}"
    for each in comments:
        yield f"  {each.date:%Y-%m-%d}  {each.post}  {excerpt(plain(each.body), _EXCERPT)}"
        how = "" if each.role == "firm" else f"  ({_TOLD[told(each, held)]})"
        yield f"    {each.path}{how}"


def _answers(comments: Sequence[Comment], held: Held) -> Iterator[str]:
    answers = answers_to(comments, held)
    yield f"Answers to them: {len(answers)}"
    for each in answers:
        words = excerpt(plain(each.body), _EXCERPT)
        how = "  (a mail about it is prepared)" if drafted(each, comments, held) else ""
        yield f"  {each.date:%Y-%m-%d}  {one_line(each.author)}: {words}{how}"
