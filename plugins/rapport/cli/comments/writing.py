"""What every change writes: the comment, its contact, the post's id, the log, the draft of a mail.

New is written before old is removed, so that a command which is cut short can be given again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from rapport.arrivals import Contact
from rapport.cli.comments.kept import Kept, Refused, exact
from rapport.cli.posts import online
from rapport.conversation import (
    About,
    Letter,
    answered_text,
    contact_text,
    decided,
    decision,
    letter_text,
    logged,
    published_text,
    reaches,
)
from rapport.model import Comment, Finding
from rapport.sources import (
    address,
    checked,
    contact_path,
    draft_path,
    read_contact,
    reasons_path,
    with_id,
)
from rapport.store import inside, read_text, write_text


def public_path(kept: Kept, post: str, comment_id: str) -> Path:
    """Where the file of a comment on a post lies. Raises Outside for an id that leads away."""
    return inside(kept.settings.content, f"comments/{post}/{comment_id}.md")


def readable(kept: Kept, text: str, path: Path) -> tuple[Comment | None, tuple[Finding, ...]]:
    """The comment that a text will be at a path, None with what is wrong with it."""
    people = kept.opened.site.people
    return checked(text, kept.shown_path(path), people, kept.settings)


def write_checked(kept: Kept, text: str, path: Path) -> Comment:
    """Write the file of a comment; raises Refused, with nothing written, if it has a fault."""
    comment, faults = readable(kept, text, path)
    if comment is None:
        told = " ".join(fault.message for fault in faults if fault.severity == "error")
        raise Refused(f"{kept.shown_path(path)} would have a fault, so it is not written. {told}")
    if not path.is_file() or exact(path) != text:
        write_text(path, text)
    return comment


def write_post_ids(kept: Kept, post_id: str) -> Iterator[str]:
    """Write `Id:` into a post that gets its first comment; what there is to say about it."""
    if post_id in {comment.post for comment in kept.opened.site.comments}:
        return
    for post in kept.opened.site.posts:
        if post.id != post_id or post.header.get("id") is not None:
            continue
        path = kept.settings.root / post.path
        text = exact(path)
        changed = with_id(post, text)
        if changed is None:
            yield (
                f"Write Id: {post_id} into {post.path} by hand: its comments stay with it then "
                "when its slug changes. It cannot be done safely here."
            )
        elif changed != text:
            write_text(path, changed)
            yield f"Id: {post_id} now stands in {post.path}: its comments stay with it."


def keep_contact(kept: Kept, comment: Comment, contact: Contact) -> None:
    """Keep privately how to reach a writer and what they agreed to."""
    if not contact.empty:
        text = contact_text(comment.author, comment.post, contact)
        write_text(inside(kept.settings.private, contact_path(comment.id)), text, private=True)


def log(  # noqa: PLR0913, PLR0917 - a line of a log
    kept: Kept, comment_id: str, on: datetime, who: str, what: str, reason: str = "", *, once: bool
) -> None:
    """Add a line to a comment's private log; with `once` not if its last line is this decision."""
    path = inside(kept.settings.private, reasons_path(comment_id))
    written = read_text(path) if path.is_file() else ""
    if not (once and decided(written, what)):
        write_text(path, logged(written, decision(on, who, what, reason)), private=True)


def draft_published(kept: Kept, comment: Comment, contact: Contact) -> str:
    """Write the mail that tells a writer that they are published; its path, or nothing."""
    if not reaches(contact.email) or comment.kind != "comment":
        return ""
    about = _about(kept, comment, comment)
    text = published_text(about, comment.body)
    return _draft(kept, _letter(kept, about, contact, text, (comment.id,)), comment.id)


def draft_answered(
    kept: Kept, answer: Comment, to: Comment, contact: Contact, name: str = ""
) -> str:
    """Write the mail that tells a writer of an answer; its path. `name` is the draft's own."""
    about = _about(kept, answer, to)
    text = answered_text(about, answer.author, answer.body, to.body)
    # One answer may be told to several, and no two mails have one id.
    letter = _letter(kept, about, contact, text, (answer.id, to.id) if name else (answer.id,))
    return _draft(kept, letter, name or answer.id)


def draft_answers(kept: Kept, answer: Comment, also: Iterable[Comment] = ()) -> str:
    """The mails for everybody whom a firm's answer answers; the path of the first.

    Whoever is named only in `Answers:` gets one if there is an address.
    """
    comments = {comment.id: comment for comment in (*kept.opened.site.comments, *also)}
    parent = comments.get(answer.reply_to or "")
    first = ""
    if parent is not None and parent.role not in ("firm", "brand"):
        first = draft_answered(kept, answer, parent, contact_of(kept, parent.id))
    for name in answer.answers:
        named = comments.get(name)
        contact = contact_of(kept, name)
        if named is not None and named is not parent and reaches(contact.email):
            path = draft_answered(kept, answer, named, contact, f"{answer.id}.{name}")
            first = first or path
    return first


def contact_of(kept: Kept, comment_id: str) -> Contact:
    """How to reach a comment's writer, whether it is published or in the inbox."""
    for pending in kept.inbox.pending:
        if pending.comment.id == comment_id and not pending.contact.empty:
            return pending.contact
    return read_contact(kept.settings, comment_id)


def _about(kept: Kept, comment: Comment, to: Comment) -> About:
    """What a letter to the writer of `to` says of a comment: where it stands, in their language."""
    post = kept.posts[comment.post]
    base = address(post, online(kept.opened.file, kept.settings))
    url = f"{base}#c-{comment.id}" if "://" in base else ""
    mark = f"[{comment.post} {comment.id}]"
    return About(to.author, post.title, url, to.lang or post.lang, mark)


def _letter(kept: Kept, about: About, contact: Contact, text: str, ids: tuple[str, ...]) -> Letter:
    sender = kept.settings.comment_mail
    return Letter(contact.email, about.name, sender, about.title, about.mark, text, ids)


def _draft(kept: Kept, letter: Letter, name: str) -> str:
    path = inside(kept.settings.private, draft_path(name))
    write_text(path, letter_text(letter), private=True)
    return kept.shown_path(path)
