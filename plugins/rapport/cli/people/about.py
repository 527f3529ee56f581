"""Everything about one person, as values: to be shown to the firm, or given to the person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from rapport.cli.configuration import values
from rapport.cli.people.traces import Found, Trace, traces
from rapport.cli.people.whom import Held, Subject
from rapport.conversation import exported_comment
from rapport.model import Comment, Person, one_line
from rapport.store import read_text

# What is theirs is shown as such; these are the places where others speak of them.
OTHERS = ("mention", "link", "address", "quotation", "repeat", "thanks", "file")


def output_of(held: Held) -> Path:
    """The folder of the built site, as the settings file has it."""
    opened = held.opened
    return opened.settings.root / str(values(opened.file).get("OUTPUT_PATH") or "output")


def searched(subject: Subject, held: Held) -> Found:
    """Every trace of them."""
    return traces(subject, held, output_of(held))


def roster_entry(person: Person | None) -> dict[str, object] | None:
    """A person's file by its keys."""
    if person is None:
        return None
    return {
        "slug": person.slug,
        "path": person.path,
        "name": person.name,
        "role": person.role,
        "url": person.url or None,
        "handles": list(person.handles),
        "also": list(person.also),
        "page": person.page,
        "works_at": person.works_at or None,
        "consent": person.consent or None,
        "bio": person.bio,
    }


def comments_of(subject: Subject, held: Held) -> list[Comment]:
    """Their public comments, oldest first."""
    own = [each for each in held.comments if each.id in subject.ids]
    return sorted(own, key=lambda each: (each.date, each.id))


def answers_to(comments: Iterable[Comment], held: Held) -> list[Comment]:
    """What was said in answer to these comments, oldest first; their own words left out."""
    own = {each.id for each in comments}
    found = [
        each
        for each in held.comments
        if each.status == "shown"
        and each.id not in own
        and (each.reply_to in own or own & set(each.answers))
    ]
    return sorted(found, key=lambda each: (each.date, each.id))


def told(comment: Comment, held: Held) -> str:
    """How the writer of a comment can hear of an answer.

    "draft": a mail is prepared and not sent; "address": there is an address to write to; "there":
    only at the place the comment came from; "no": they must come and look.
    """
    settings = held.opened.settings
    if (settings.private / "drafts" / f"{comment.id}.eml").is_file():
        return "draft"
    if any(each.id == comment.id and each.email for each in held.writings):
        return "address"
    return "there" if comment.source_url else "no"


def answer_row(answer: Comment, to: Iterable[Comment], held: Held) -> dict[str, object]:
    """An answer to them, and whether a mail that tells of it is prepared and not sent."""
    return exported_comment(answer) | {"draft": drafted(answer, to, held)}


def drafted(answer: Comment, to: Iterable[Comment], held: Held) -> bool:
    """Whether a mail that tells one of these writers of the answer waits to be sent."""
    drafts = held.opened.settings.private / "drafts"
    names = [answer.id, *(f"{answer.id}.{each.id}" for each in to)]
    return any((drafts / f"{name}.eml").is_file() for name in names)


def comment_row(comment: Comment, held: Held) -> dict[str, object]:
    """A public comment with its path and how its writer is told."""
    return exported_comment(comment) | {"path": comment.path, "told": told(comment, held)}


def others_rows(found: Found, kinds: Sequence[str] = OTHERS) -> list[dict[str, object]]:
    """The places where others speak of them."""
    return [trace_row(each) for each in found.traces if each.kind in kinds]


def trace_row(trace: Trace) -> dict[str, object]:
    """A trace by its keys."""
    return {
        "kind": trace.kind,
        "path": trace.path,
        "line": trace.line or None,
        "text": one_line(trace.text),
        "becomes": trace.becomes,
        "private": trace.private,
    }


def private_rows(held: Held, found: Found) -> list[dict[str, str]]:
    """The private files that are about them, each with its text."""
    root = held.opened.settings.root
    own = {each.path: each for each in found.traces if each.private and each.becomes == "removed"}
    rows = []
    for path, trace in sorted(own.items()):
        file = root / path
        if file.is_file():
            rows.append({"kind": trace.kind, "path": path, "text": read_text(file)})
    return rows
