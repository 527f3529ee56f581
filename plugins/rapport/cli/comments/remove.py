"""`rapport comments remove`: a published comment taken down, a pending one refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from rapport.cli.comments.keeping import check_hold
from rapport.cli.comments.kept import Found, Kept, Refused, exact, held
from rapport.cli.comments.telling import Done, What, json_option, tell
from rapport.cli.comments.who import by_option, decider
from rapport.cli.comments.writing import log, write_checked
from rapport.conversation import removed
from rapport.errors import UsageError
from rapport.model import Comment, one_line
from rapport.sources import contact_path, draft_path, inbox_path, refused_path
from rapport.store import inside, remove_file, write_text

# `rapport people forget` finds nothing any more once the name is gone, so it is said here.
_IN_HISTORY = (
    "git's history still holds what was committed. To take it out, agree on a day with everybody "
    "who has a copy, make a backup, and run `git filter-repo --path {path} --invert-paths`."
)
_IN_PRIVATE = "If the private folder is a repository, its history still holds what was committed."


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--why", "--reason", metavar="REASON", required=True, help="Why; this stays private.")
@click.option("--erase", is_flag=True, help="Keep no copy of the words, the name or the address.")
@by_option
@json_option
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 - the options of a command
    settings_file: Path | None, id_: str, why: str, erase: bool, by: str | None, as_json: bool
) -> int:
    """Take down a published comment, or refuse one that waits.

    What was published leaves a stone behind ([removed]), so that replies keep their place. The
    words are kept in the private folder, unless --erase; git's history keeps what was committed.
    """
    if not one_line(why):
        raise UsageError("Say why: --why REASON. It stays private.")
    with held(settings_file) as kept:
        found = kept.find(id_)
        if erase:
            check_hold(kept, found)
        by = decider(by, kept.settings.root)
        now = datetime.now(kept.settings.reading.timezone)
        wish = _Wish(by, now, one_line(why), erase)
        done = (
            _refused(kept, found, wish)
            if found.public is None
            else _removed(kept, found, found.public, wish)
        )
    return tell([done], as_json=as_json)


@dataclass(frozen=True, slots=True)
class _Wish:
    """By whom, when, why, and whether anything is kept."""

    by: str
    on: datetime
    why: str
    erase: bool


def _removed(kept: Kept, found: Found, comment: Comment, wish: _Wish) -> Done:
    """The tombstone of a published comment."""
    path = kept.settings.root / comment.path
    before = exact(path)
    erase = wish.erase
    after = removed(before, erase=erase)
    gone = comment.status == "removed"
    text = "" if erase or gone else before
    notes = _put_away(kept, comment, text, erase=erase, published=True)
    write_checked(kept, after, path)
    log(kept, found.id, wish.on, wish.by, "removed", wish.why, once=True)
    if found.pending is not None:
        remove_file(inside(kept.settings.private, inbox_path(found.pending.state, found.id)))
    nothing = gone and after == before
    note = ("It was removed before.",) if nothing else notes
    what: What = "nothing" if nothing else "removed"
    author = "" if erase else comment.author
    return Done(found.id, what, comment.post, author, comment.path, notes=note)


def _refused(kept: Kept, found: Found, wish: _Wish) -> Done:
    """Out of the inbox; the file there goes last."""
    erase = wish.erase
    if found.pending is None:
        if not found.refused:
            raise Refused(f"{found.id} is not here.")
        if erase:
            remove_file(inside(kept.settings.private, refused_path(found.id)))
        log(kept, found.id, wish.on, wish.by, "refused", wish.why, once=True)
        note = "It was refused before." + " Its words are gone now." * erase
        return Done(found.id, "nothing", notes=(note,))
    comment = found.pending.comment
    path = inside(kept.settings.private, inbox_path(found.pending.state, found.id))
    notes = _put_away(kept, comment, "" if erase else exact(path), erase=erase)
    log(kept, found.id, wish.on, wish.by, "refused", wish.why, once=True)
    remove_file(path)
    kept_at = "" if erase else kept.shown_path(kept.settings.private / refused_path(found.id))
    author = "" if erase else comment.author
    return Done(found.id, "refused", comment.post, author, kept_at, notes=notes)


def _letters(kept: Kept, comment: Comment) -> Iterator[str]:
    """The drafts that say these words to their writer, with an answer."""
    for answer in kept.opened.site.comments:
        if answer.reply_to == comment.id:
            yield draft_path(answer.id)
        if comment.id in answer.answers:
            yield draft_path(f"{answer.id}.{comment.id}")


def _put_away(
    kept: Kept, comment: Comment, text: str, *, erase: bool, published: bool = False
) -> tuple[str, ...]:
    """Keep the words privately for the record, or nothing of anybody."""
    private = kept.settings.private
    if text:
        path = inside(private, refused_path(comment.id))
        write_text(path, text, private=True)
    remove_file(inside(private, draft_path(comment.id)))
    if not erase:
        return ()
    for relative in (refused_path(comment.id), contact_path(comment.id), *_letters(kept, comment)):
        remove_file(inside(private, relative))
    return (_IN_HISTORY.format(path=comment.path) if published else _IN_PRIVATE,)
