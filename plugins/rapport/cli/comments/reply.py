"""`rapport comments reply`: the answer of a named person of the firm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from rapport.cli.comments.answering import Given, fresh_id, give, speaker
from rapport.cli.comments.approving import Wish, approve
from rapport.cli.comments.kept import Found, Kept, Refused, held, open_kept
from rapport.cli.comments.telling import Done, json_option, tell
from rapport.cli.comments.who import by_option, decider
from rapport.cli.comments.words import asked_words, given_words, some, words_options
from rapport.cli.unread import fault_line, unread_posts
from rapport.errors import UsageError
from rapport.model import Comment, one_line


@dataclass(frozen=True, slots=True)
class Answer:
    """What is to be answered, by whom and how."""

    id: str
    slug: str | None
    also: tuple[str, ...]
    words: str
    by: str | None
    approve: bool
    anyway: bool


@click.command()
@click.argument("id_", metavar="ID")
@click.option(
    "--as", "slug", metavar="SLUG",
    help="Who of the firm answers: the name of their file in content/people. Without it: you, if "
    "your name (see --by) is on the roster.",
)  # fmt: skip
@words_options
@click.option("--also", multiple=True, metavar="ID", help="Another comment that this answers too.")
@click.option("--approve", "approving", is_flag=True, help="Publish ID first if it is pending.")
@click.option("--anyway", is_flag=True, help="Publish it although it looks like a client's matter.")
@by_option
@json_option
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 - the options of a command
    settings_file: Path | None,
    id_: str,
    slug: str | None,
    text: str | None,
    file: Path | None,
    also: tuple[str, ...],
    approving: bool,
    anyway: bool,
    by: str | None,
    as_json: bool,
) -> int:
    """Answer a comment as a named person of the firm.

    The answer is published, or waits for somebody else's approval where RAPPORT_SECOND_APPROVER is
    set. A mail that tells the writer is drafted and never sent.
    """
    words = given_words(text, file)
    if words is None:
        words = _asked(open_kept(settings_file), id_, slug, by)
    answer = Answer(id_, slug, also, some(words), by, approving, anyway)
    with held(settings_file) as kept:
        done = _answered(kept, answer, settings_file)
    return tell(done, as_json=as_json)


def _asked(kept: Kept, id_: str, slug: str | None, by: str | None) -> str:
    """The words from an editor that shows what is answered."""
    comment = _comment(kept.find(id_))
    speaker(kept, slug, decider(by, kept.settings.root))
    return asked_words(
        "", f"{one_line(comment.author)} wrote on {comment.date:%d %B %Y}:\n\n{comment.body}"
    )


def _comment(found: Found) -> Comment:
    comment = found.public or (found.pending.comment if found.pending else None)
    if comment is None:
        raise UsageError(f"{found.id} was refused; there is nothing to answer.")
    return comment


def _answered(kept: Kept, answer: Answer, settings_file: Path | None) -> list[Done]:
    """Approve what is to be answered if that is asked for, then answer it."""
    by = decider(answer.by, kept.settings.root)
    person = speaker(kept, answer.slug, by)
    found = kept.find(answer.id)
    others = [kept.find(each) for each in answer.also]
    now = datetime.now(kept.settings.reading.timezone).replace(microsecond=0)
    done: list[Done] = []
    if found.pending is not None:  # also where an approval was cut short, which this ends
        if found.public is None and not answer.approve:
            raise UsageError(
                f"{found.id} is not published yet. Approve it first, or do both: --approve."
            )
        done.append(approve(kept, found, Wish(by, now, anyway=answer.anyway)))
        kept = open_kept(settings_file)
        found = kept.find(found.id)
    parent = _answerable(kept, found)
    also = tuple(_answerable(kept, each) for each in others if each.id != found.id)
    comment = Comment(
        id=fresh_id(now),
        post=parent.post,
        path="",
        author=person.name,
        date=now,
        body=answer.words,
        person=person.slug,
        role=person.role,
        reply_to=parent.id,
        answers=tuple(dict.fromkeys(each.id for each in also)),
        source="",
        lang=parent.lang,
    )
    done.append(give(kept, Given(comment, by, now, also=also)))
    return done


def _answerable(kept: Kept, found: Found) -> Comment:
    comment = found.public
    if comment is None:
        raise Refused(f"{found.id} is not published, so nobody can read what is answered.")
    if comment.status == "removed":
        raise Refused(f"{found.id} was removed; there is nothing to answer.")
    if comment.post not in kept.posts:
        faults = "; ".join(map(fault_line, unread_posts(kept.opened)))
        raise Refused(
            f"{found.id} is on {comment.post!r}, a post that cannot be read. Mend that first. "
            f"{faults}"
        )
    return comment
