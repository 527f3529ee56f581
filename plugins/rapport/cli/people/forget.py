"""`rapport people forget NAME`: every trace of somebody, and what is left of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from rapport.cli.comments.who import by_option, decider
from rapport.cli.configuration import load, settings_file
from rapport.cli.people.about import searched, trace_row
from rapport.cli.people.erasing import Wish, alone, erase
from rapport.cli.people.history import Past, advice, past
from rapport.cli.people.hold import Hold, forbidding, holds
from rapport.cli.people.options import asked, whom
from rapport.cli.people.traces import Found, Trace
from rapport.cli.people.whom import Asked, Held, Subject, nearest, whole
from rapport.model import one_line

_WILL = {
    "tombstone": "become a tombstone: [removed], with its id and its answers",
    "removed": "are removed",
    "cleared": "are cleared of them",
    "decide": "others wrote this: decide; --posts takes the name and the words out",
    "hand": "change by hand: a program would break the file",
    "look": "may mean somebody else: look",
    "rebuild": "built pages: build the site anew and publish it",
    "mend": "cannot be read: mend the file first, nothing is written before",
}
_BY_WRITE = ("tombstone", "removed", "cleared")


@click.command()
@whom
@click.option("--write", is_flag=True, help="Do it; without, everything is only shown.")
@click.option(
    "--posts",
    is_flag=True,
    help="Also take their name and words out of what others wrote: posts, pages, comments.",
)
@click.option(
    "--why", "--reason", default="", metavar="REASON", help="The reason to log, without their name."
)
@by_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON for a program.")
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    context: click.Context, name: Sequence[str], emails: Sequence[str], ids: Sequence[str],
    everyone: bool, write: bool, posts: bool, why: str, by: str | None, as_json: bool,
) -> int:  # fmt: skip
    """Show every trace of somebody; with --write, forget them.

    Comments become tombstones, so that answers keep their place; the roster entry, contacts, what
    waits, drafts and notes go. Where others quote, thank or name them is listed for you to decide.
    What git and others still hold is said. A line in the file `legal-hold` of the private folder
    (`NAME or id - reason`) forbids it: exit 1.
    """
    above = context.parent
    as_json = as_json or bool(above and above.params.get("as_json"))
    wanted = asked(name, emails, ids, everyone)
    if not write:
        return _shown(context.obj, wanted, as_json)
    who = decider(by, settings_file(context.obj).parent)
    return _written(context.obj, wanted, Wish(who, why, posts), as_json)


def _shown(given: Path | None, wanted: Asked, as_json: bool) -> int:
    held = Held.of(given)
    subject = whole(wanted, held)
    found = searched(subject, held)
    held_by = holds(held.opened.settings.private, subject)
    history = _history(found, held)
    near = None if found.traces else nearest(subject.asked, held)
    if as_json:
        click.echo(_json(subject, found.traces, held_by, history, near=near, written=False))
    else:
        click.echo("\n".join(_lines(subject, found, held_by, history, near)))
    return 0


def _written(given: Path | None, wanted: Asked, wish: Wish, as_json: bool) -> int:
    """Read under the lock what is to be written, and write it, unless something forbids it."""
    with alone(load(settings_file(given))):
        held = Held.of(given)
        subject = whole(wanted, held)
        held_by = holds(held.opened.settings.private, subject)
        found = searched(subject, held)
        history = _history(found, held)
        near = None if found.traces else nearest(subject.asked, held)
        broken = [trace for trace in found.traces if trace.becomes == "mend"]
        done = _done(found, wish.posts)
        refused = bool(held_by or broken)
        if done and not refused:
            erase(found, subject, held, wish)
    left = found.traces if refused else [each for each in found.traces if each not in done]
    if as_json:
        wrote = bool(done) and not refused
        click.echo(_json(subject, found.traces, held_by, history, near=near, written=wrote,
                         left=left))  # fmt: skip
    else:
        click.echo("\n".join(_result(subject, done, left, held_by, history, near)))
    return 1 if refused else 0


def _done(found: Found, posts: bool) -> list[Trace]:
    """What `--write` sees to, beyond what is left for a person."""
    by_program = (*_BY_WRITE, "decide") if posts else _BY_WRITE
    return [trace for trace in found.traces if trace.becomes in by_program]


def _history(found: Found, held: Held) -> list[tuple[str, Past]]:
    """What the repository of the site, and one of the private folder, hold of what has traces."""
    settings = held.opened.settings
    files = {settings.root / trace.path for trace in found.traces if trace.line}
    private = [path for path in sorted(files) if path.is_relative_to(settings.private)]
    public = sorted(files.difference(private))
    held_there = [("site", past(settings.root, public))]
    if settings.private.is_dir():
        held_there.append(("private", past(settings.private, private)))
    return [(where, each) for where, each in held_there if each.commits]


def _grouped(traces: Iterable[Trace]) -> Iterator[str]:
    """The traces by what becomes of them, each with its place."""
    groups: dict[str, list[Trace]] = {}
    for trace in traces:
        groups.setdefault(trace.becomes, []).append(trace)
    for becomes in (each for each in _WILL if each in groups):
        yield ""
        yield f"{len(groups[becomes])}  {_WILL[becomes]}"
        for trace in groups[becomes]:
            path = one_line(trace.path)
            place = f"{path}:{trace.line}" if trace.line else path
            yield f"  {place}  {trace.kind}: {one_line(trace.text)}"


def _lines(
    subject: Subject, found: Found, held_by: Sequence[Hold], history: list[tuple[str, Past]],
    near: str | None,
) -> Iterator[str]:  # fmt: skip
    if not found.traces:
        yield _nothing(subject, near)
        return
    number = len(found.traces)
    yield f"{number} trace{'s' * (number != 1)} of {subject.asked}. Nothing has been changed."
    yield from _grouped(found.traces)
    yield from _note_on_quotations(found.traces)
    if subject.person is not None and subject.person.role == "firm":
        yield ""
        yield "Answers of theirs go too: whoever nobody else of the firm has answered waits again."
    yield from _told(history)
    yield from _forbidden(held_by, found.traces)


def _result(  # noqa: PLR0913, PLR0917 - all that is told of it
    subject: Subject, done: Sequence[Trace], left: Sequence[Trace], held_by: Sequence[Hold],
    history: list[tuple[str, Past]], near: str | None,
) -> Iterator[str]:  # fmt: skip
    if held_by or any(trace.becomes == "mend" for trace in left):
        yield "Nothing was changed."
        yield from _forbidden(held_by, left)
        return
    if not done and not left:
        yield _nothing(subject, near)
        return
    if done:
        yield f"Forgotten: {len(done)} trace{'s' * (len(done) != 1)} of {subject.asked}."
        yield from _grouped(done)
    else:
        yield "Nothing was left to write."
    if left:
        yield ""
        yield f"Left for you: {len(left)}"
        yield from _grouped(left)
    yield from _told(history)


def _nothing(subject: Subject, near: str | None) -> str:
    hint = f" A name like it: {near}." if near else ""
    return f"Nothing is left of {subject.asked!r} here.{hint}"


def _note_on_quotations(traces: Iterable[Trace]) -> Iterator[str]:
    if any(trace.kind in ("quotation", "repeat") for trace in traces):
        yield ""
        yield (
            "Quotations are found by the words of the comments: once those are gone nothing can "
            "find them. Decide about them now, or keep this list."
        )


def _told(history: list[tuple[str, Past]]) -> Iterator[str]:
    for where, each in history:
        yield ""
        yield "In the history:" if where == "site" else "In the history of the private folder:"
        yield from (f"  {line}" for line in advice(each))


def _forbidden(held_by: Sequence[Hold], traces: Iterable[Trace]) -> Iterator[str]:
    for hold in held_by:
        yield ""
        yield forbidding(hold)
    for trace in traces:
        if trace.becomes == "mend":
            yield ""
            yield f"{trace.path} may be theirs and cannot be read: {one_line(trace.text)}"


def _json(  # noqa: PLR0913 - all that is told of it
    subject: Subject, traces: Sequence[Trace], held_by: Sequence[Hold],
    history: list[tuple[str, Past]], *, near: str | None, written: bool,
    left: Sequence[Trace] | None = None,
) -> str:  # fmt: skip
    made = {
        "schema": 1,
        "asked": subject.asked,
        "names": list(subject.names),
        "written": written,
        "held": [{"who": h.who, "reason": h.reason, "line": h.line} for h in held_by],
        "traces": [trace_row(trace) for trace in traces],
        "left": [trace_row(trace) for trace in (traces if left is None else left)],
        "history": [
            {"of": where, "commits": list(each.commits), "paths": list(each.paths),
             "advice": advice(each)}
            for where, each in history
        ],
        "near": near,
    }  # fmt: skip
    return json.dumps(made, ensure_ascii=False, indent=2)
