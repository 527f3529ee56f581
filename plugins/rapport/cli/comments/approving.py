"""From the inbox to the page: what must be so, and what is written in which order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path

from rapport.arrivals import Pending
from rapport.cli.comments.kept import Found, Kept, Refused, exact
from rapport.cli.comments.telling import Done
from rapport.cli.comments.writing import (
    draft_answers,
    draft_published,
    keep_contact,
    log,
    public_path,
    readable,
    write_checked,
    write_post_ids,
)
from rapport.conversation import MATTER, approved, flagged, words_below
from rapport.model import Comment, Finding
from rapport.people import fold
from rapport.sources import inbox_path
from rapport.store import inside, remove_file


@dataclass(frozen=True, slots=True)
class Wish:
    """How to approve: by whom and when, and what only a person can know of a comment."""

    by: str
    on: datetime
    post: str = ""
    reply_to: str = ""
    namesake: bool = False
    anyway: bool = False


def approve(kept: Kept, found: Found, wish: Wish) -> Done:
    """Publish a comment of the inbox; again, what was cut short; or say that it is done.

    Raises Refused, with nothing written, when it must not be published.
    """
    pending = found.pending
    if pending is None:
        return _nothing(found)
    post = _post(kept, pending, wish)
    check_writer(kept, pending.comment, pending.written_by, wish.by)
    if not wish.anyway:
        _check_matter(pending)
    source = inside(kept.settings.private, inbox_path(pending.state, found.id))
    goal = public_path(kept, post, found.id)
    reply_to = parent_on(kept, wish.reply_to, post) if wish.reply_to else ""
    text = approved(exact(source), wish.by, wish.on, reply_to=reply_to, namesake=wish.namesake)
    if found.public is not None:
        text = _already(kept, found.public, text, goal)
    comment, faults = readable(kept, text, goal)
    if comment is None:
        raise Refused(_faulty(faults))
    return _publish(kept, pending, comment, (source, goal, text), wish)


def parent_on(kept: Kept, word: str, post: str) -> str:
    """The id of the comment on this post that an id means; raises Refused for one elsewhere."""
    found = kept.find(word)
    parent = found.public or (found.pending.comment if found.pending else None)
    if parent is None or parent.post != post:
        where = f"is on {parent.post!r}" if parent and parent.post else "is on no post"
        raise Refused(f"{found.id} {where}, so nothing on {post!r} can answer it.")
    return found.id


def _publish(
    kept: Kept, pending: Pending, comment: Comment, files: tuple[Path, Path, str], wish: Wish
) -> Done:
    """Write everything; the file in the inbox goes last."""
    source, goal, text = files
    notes = [*write_post_ids(kept, comment.post)]
    keep_contact(kept, comment, pending.contact)
    write_checked(kept, text, goal)
    log(kept, comment.id, wish.on, wish.by, "approved", once=True)
    if comment.role == "firm":
        draft = draft_answers(kept, comment)
        notes.append(f"It carries the firm's badge: Person is {comment.person}.")
    else:
        draft = draft_published(kept, comment, pending.contact)
    remove_file(source)
    notes += _orphan(kept, comment)
    return Done(
        comment.id,
        "approved",
        comment.post,
        comment.author,
        kept.shown_path(goal),
        draft,
        tuple(notes),
    )


def _nothing(found: Found) -> Done:
    public = found.public
    if public is None:
        raise Refused(
            "It was refused, and its words were put away. `rapport comments add` takes them anew."
        )
    note = "It was removed." if public.status == "removed" else "It is published already."
    return Done(found.id, "nothing", public.post, public.author, public.path, notes=(note,))


def _post(kept: Kept, pending: Pending, wish: Wish) -> str:
    """The id of the post that it goes under."""
    name = wish.post or pending.comment.post
    posts = kept.posts
    slugs = {post.slug: post.id for post in kept.opened.site.posts}
    if name in posts or name in slugs:
        return name if name in posts else slugs[name]
    if not name:
        place = pending.place
        stood = f" It stood under {place.title or place.url or place.id}." if place else ""
        raise Refused(f"Nobody knows which post it is on.{stood} Say so: --post ID.")
    near = get_close_matches(name, posts, n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    raise Refused(f"There is no post {name!r}.{hint} Say which one: --post ID.")


def check_writer(kept: Kept, comment: Comment, written_by: str, by: str) -> None:
    """With a second approver, nobody lets the firm's words out who wrote them.

    `written_by` are names with semicolons between them. Raises Refused.
    """
    if not kept.settings.second_approver or comment.role not in ("firm", "brand"):
        return
    person = kept.roster.get(comment.person or "")
    names = [*written_by.split(";"), comment.author, comment.person or ""]
    names += (person.name, *person.also) if person else ()
    if fold(by) in {fold(name) for name in names if name.strip()}:
        raise Refused(
            f"It is the firm's own, and {by} wrote it: somebody else lets it out "
            "(RAPPORT_SECOND_APPROVER). They run this, or say who they are: --by NAME."
        )


def _check_matter(pending: Pending) -> None:
    flag = flagged(pending.flags, MATTER)
    if flag:
        raise Refused(
            f"It looks like somebody's own case ({flag}): answer it privately, and publish nothing "
            "that was meant for a lawyer alone. If it may be published, say --anyway."
        )


def _already(kept: Kept, public: Comment, text: str, goal: Path) -> str:
    """The text of the published file, if it is what an approval that was cut short has written."""
    same = public.status == "shown" and words_below(text) == public.body
    if not same or (kept.settings.root / public.path).resolve() != goal:
        raise Refused(
            f"{public.path} has the same id and says something else. Remove one of the two."
        )
    return exact(goal)


def _faulty(faults: tuple[Finding, ...]) -> str:
    errors = [fault for fault in faults if fault.severity == "error"]
    claims = [fault.message for fault in errors if fault.code == "CFG910"]
    if claims:
        name = claims[0].partition(" is,")[0]
        return (
            f"{name} is, or looks like, a name of the firm's. If somebody else is called so, say "
            "--namesake. If it is one of you, write Person: and their slug into the file."
        )
    return " ".join(fault.message for fault in errors)


def _orphan(kept: Kept, comment: Comment) -> list[str]:
    """What it answers may not be published: then it opens a thread of its own."""
    known = {each.id for each in kept.opened.site.comments}
    waiting = {each.comment.id for each in kept.inbox.pending}
    if comment.reply_to is None or comment.reply_to in known:
        return []
    why = "which waits for approval" if comment.reply_to in waiting else "and nobody has that"
    return [f"It answers {comment.reply_to}, {why}: until then it opens a thread of its own."]
