"""Who is thanked and who is mentioned: what posts say about people, put together."""

from __future__ import annotations

from collections.abc import Iterable

from rapport.model import Comment, Mention, Person, Post, ShoutOut, Thanks
from rapport.people.handles import handles_in
from rapport.people.prose import prose
from rapport.people.roster import Roster


def shout_outs(
    posts: Iterable[Post], roster: Roster, comments: Iterable[Comment]
) -> tuple[ShoutOut, ...]:
    """Every `Thanks:` line whose person or comment exists, in the order of the posts.

    A comment that was removed names nobody any more; its thanks are left out.
    """
    shown = {comment.id: comment for comment in comments if comment.status == "shown"}
    found = (_shout_out(post, line, roster, shown) for post in posts for line in post.thanks)
    return tuple(entry for entry in found if entry is not None)


def _shout_out(
    post: Post, line: Thanks, roster: Roster, comments: dict[str, Comment]
) -> ShoutOut | None:
    comment = comments.get(line.to)
    if comment is not None:
        person = roster.get(comment.person) if comment.person else None
        return ShoutOut(post, comment.author, line.reason, person, comment)
    person = roster.get(line.to)
    return ShoutOut(post, person.name, line.reason, person) if person else None


def mentions(posts: Iterable[Post], roster: Roster) -> tuple[Mention, ...]:
    """Every person of the roster whose handle stands in a post, outside code: each once a post."""
    return tuple(Mention(post, person) for post in posts for person in _in(post, roster))


def _in(post: Post, roster: Roster) -> list[Person]:
    if not _known(post.text, roster):
        return []
    return list(_known(prose(post), roster).values())


def _known(text: str, roster: Roster) -> dict[str, Person]:
    """The people whose handles a text holds, by slug, in the order of their first one."""
    found: dict[str, Person] = {}
    for handle, _, _ in handles_in(text):
        person = roster.handle(handle)
        if person is not None:
            found.setdefault(person.slug, person)
    return found
