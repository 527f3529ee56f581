"""What a command could not read of the conversation: none may say that nothing is there."""

from __future__ import annotations

from rapport.cli.opening import Opened
from rapport.model import Finding, one_line


def unread(opened: Opened, post: str = "") -> list[Finding]:
    """Why files of comments, those of one post if its id is given, are left out of the site."""
    folder = "/".join((opened.settings.reading.content.rstrip("/"), "comments", post, ""))
    folder = folder.replace("//", "/").removeprefix("./")
    read = {comment.path for comment in opened.site.comments}
    return [
        each for each in _errors(opened) if each.path.startswith(folder) and each.path not in read
    ]


def unread_posts(opened: Opened) -> list[Finding]:
    """Why posts are left out that comments stand under; nothing where none is missed."""
    known = {post.id for post in opened.site.posts}
    if all(comment.post in known for comment in opened.site.comments):
        return []
    site = opened.site
    elsewhere = {post.path for post in site.posts} | {person.path for person in site.people}
    elsewhere |= {comment.path for comment in site.comments}
    elsewhere |= {fault.path for fault in unread(opened)}
    return [each for each in _errors(opened) if each.path not in elsewhere]


def fault_line(fault: Finding) -> str:
    """A fault for a terminal: its place and what is wrong."""
    return f"{one_line(fault.path)}:{fault.span.line}: {one_line(fault.message)}"


def _errors(opened: Opened) -> list[Finding]:
    return [fault for fault in opened.site.problems if fault.severity == "error"]
