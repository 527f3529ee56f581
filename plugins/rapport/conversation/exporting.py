"""Comments as values that JSON and a table can hold: everything their files say, and no more."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from rapport.conversation.files import to_text
from rapport.model import Comment, Thread

EXPORT_FORMAT = "rapport-comments"
# What a spreadsheet would take for a formula; OWASP's list for "CSV injection".
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Under:
    """What a comment stands under: a post's id, its title, its whole address (empty if unknown)."""

    id: str
    title: str
    url: str


def exported(
    comments: Iterable[Comment],
    under: Sequence[Under],
    threads: Mapping[str, Thread],
    files: Mapping[str, str],
    site: str = "",
) -> dict[str, object]:
    """The export of these comments, of schema 1; `docs/json/comments-export.md` describes it.

    `threads` are keyed by their ids, `files` are the texts of the comments' files by path: one that
    is not what `to_text` writes goes along, so that the files come back byte for byte. Comments are
    in order of post and id, so that two exports of one state are the same.
    """
    kept = sorted(comments, key=lambda comment: (comment.post, comment.id))
    posts = {comment.post for comment in kept}
    return {
        "schema": 1,
        "format": EXPORT_FORMAT,
        "site": site,
        "posts": [_post(each) for each in under if each.id in posts],
        "threads": [
            {
                "id": name,
                "post": thread.post,
                "comments": [{"id": turn.comment.id, "depth": turn.depth} for turn in thread.turns],
            }
            for name, thread in sorted(threads.items())
            if thread.turns and thread.post in posts
        ],
        "comments": [_with_file(comment, files.get(comment.path)) for comment in kept],
    }


def exported_comment(comment: Comment) -> dict[str, object]:
    """Every key of a comment's file by the design's names; what the file leaves out is null."""
    return {
        "id": comment.id,
        "post": comment.post,
        "author": comment.author,
        "person": comment.person or _confirmed(comment),
        "url": comment.url or None,
        "date": comment.date.isoformat(),
        "reply_to": comment.reply_to,
        "answers": list(comment.answers),
        "kind": comment.kind,
        "source": comment.source,
        "source_id": comment.source_id or None,
        "source_url": comment.source_url or None,
        "status": comment.status,
        "answer": _answer(comment.not_needed),
        "approved": comment.approved or None,
        "edited": comment.edited or None,
        "lang": comment.lang or None,
        "body": comment.body,
    }


def as_table(comments: Iterable[Comment], under: Sequence[Under]) -> str:
    """The comments as CSV (RFC 4180, UTF-8), a line each, for a spreadsheet.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    posts = {each.id: each for each in under}
    out = StringIO()
    writer = csv.writer(out)
    head = False
    for comment in sorted(comments, key=lambda each: (each.post, each.id)):
        row = exported_comment(comment)
        post = posts.get(comment.post, Under(comment.post, "", ""))
        row |= {"answers": " ".join(comment.answers), "post_title": post.title}
        row |= {"post_url": post.url, "body": row.pop("body")}
        if not head:
            writer.writerow(row)
            head = True
        writer.writerow(_cell(value) for value in row.values())
    return out.getvalue()


def _post(under: Under) -> dict[str, object]:
    return {"id": under.id, "title": under.title, "url": under.url or None}


def _with_file(comment: Comment, text: str | None) -> dict[str, object]:
    row = exported_comment(comment)
    return row if text is None or text == to_text(comment) else row | {"file": text}


def _answer(reason: str | None) -> str | None:
    if reason is None:
        return None
    return f"not-needed - {reason}" if reason else "not-needed"


def _confirmed(comment: Comment) -> str | None:
    """`Person: none`, which says that a namesake is not one of the firm's."""
    field = comment.header.get("person")
    return "none" if field is not None and field.value.strip().lower() == "none" else None


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
