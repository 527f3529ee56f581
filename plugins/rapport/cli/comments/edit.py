"""`rapport comments edit`: other words in a comment, with the day and the reason."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from rapport.cli.comments.keeping import check_hold
from rapport.cli.comments.kept import Found, Kept, Refused, exact, held, open_kept
from rapport.cli.comments.telling import Done, json_option, tell
from rapport.cli.comments.who import by_option, decider
from rapport.cli.comments.words import asked_words, given_words, some, words_options
from rapport.cli.comments.writing import log, public_path, readable, write_checked
from rapport.conversation import PRIVATE_KEYS, edited, keys_of, values_of, with_keys, words_below
from rapport.errors import UsageError
from rapport.model import Comment, one_line
from rapport.sources import inbox_path
from rapport.store import inside, write_text

_WRITTEN_BY = "Written-By"


@click.command()
@click.argument("id_", metavar="ID")
@click.option(
    "--why", "--reason", metavar="REASON", required=True, help="Why; it stands in the file."
)
@words_options
@by_option
@json_option
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 - the options of a command
    settings_file: Path | None,
    id_: str,
    why: str,
    text: str | None,
    file: Path | None,
    by: str | None,
    as_json: bool,
) -> int:
    """Change the words of a comment, published or pending.

    The file says when and why (`Edited:`); the rest of its header stays as it is.
    """
    if not one_line(why):
        raise UsageError("Say why the words are changed: --why REASON.")
    words = given_words(text, file)
    if words is None:
        kept = open_kept(settings_file)
        words = asked_words(words_below(exact(_there(kept, kept.find(id_))[1])) + "\n")
    words = some(words)
    with held(settings_file) as kept:
        done = _edited(kept, kept.find(id_), words, one_line(why), by)
    return tell([done], as_json=as_json)


def _there(kept: Kept, found: Found) -> tuple[Comment, Path]:
    """The comment whose words are changed, and its file."""
    if found.public is not None:
        if found.public.status == "removed":
            raise Refused(f"{found.id} was removed; it has no words.")
        return found.public, kept.settings.root / found.public.path
    if found.pending is not None:
        path = inbox_path(found.pending.state, found.id)
        return found.pending.comment, inside(kept.settings.private, path)
    raise Refused(f"{found.id} was refused; its words were put away.")


def _edited(kept: Kept, found: Found, words: str, why: str, by: str | None) -> Done:
    comment, path = _there(kept, found)
    text = exact(path)
    shown = kept.shown_path(path)
    if words == words_below(text).rstrip():
        note = "The words are the same, so nothing is changed."
        return Done(found.id, "nothing", comment.post, comment.author, shown, notes=(note,))
    check_hold(kept, found)
    now = datetime.now(kept.settings.reading.timezone)
    changed = edited(text, words, now, why)
    who = decider(by, kept.settings.root)
    if found.public is not None:
        _check_alone(kept, comment)
        write_checked(kept, changed, path)
    else:
        _check(kept, changed, comment)
        changed = _signed_too(changed, who)
        write_text(path, changed, private=True)
    log(kept, found.id, now, who, "edited", why, once=False)
    return Done(found.id, "edited", comment.post, comment.author, shown)


def _check_alone(kept: Kept, comment: Comment) -> None:
    """Published words of the firm's that a second person has let out are nobody's to change alone.

    Raises Refused.
    """
    if kept.settings.second_approver and comment.role in ("firm", "brand"):
        raise Refused(
            "It is the firm's own and is published, so nobody changes it alone "
            "(RAPPORT_SECOND_APPROVER). Take it down with `rapport comments remove`, and answer "
            "anew: somebody else approves that."
        )


def _signed_too(text: str, who: str) -> str:
    """Whoever changes what waits for a second approver has written it too."""
    writers = [each.strip() for each in "".join(values_of(text, _WRITTEN_BY)).split(";")]
    if not any(writers) or who in writers:
        return text
    return with_keys(text, {_WRITTEN_BY: ["; ".join((*writers, who))]})


def _check(kept: Kept, text: str, comment: Comment) -> None:
    """What waits in the inbox has to be readable too; if it may be published is asked later."""
    private = [key for key in keys_of(text) if key in {each.lower() for each in PRIVATE_KEYS}]
    goal = public_path(kept, comment.post or "unknown", comment.id)
    read, faults = readable(kept, with_keys(text, {}, without=private), goal)
    errors = [fault for fault in faults if fault.severity == "error" and fault.code != "CFG910"]
    if read is None and errors:
        raise Refused(" ".join(fault.message for fault in errors))
