"""A comment as a file: which keys its header has, and how one is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from rapport.model import Comment, clean_text

COMMENT_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "Author": "the name the writer gave; required",
        "Person": "slug of their entry in the roster; `none` says they only share a firm name",
        "Url": "their own site, http or https",
        "Date": "when it was written, with time and zone; required",
        "Reply-To": "id of the comment it answers",
        "Answers": "id of another comment that this reply answers; may be repeated",
        "Kind": "comment (the default), like, repost or mention",
        "Source": "where it came from: form, mail, webmention, mastodon, wordpress ...",
        "Source-Id": "its id there",
        "Source-Url": "its address there",
        "Status": "shown (the default) or removed; a removed comment has no text",
        "Answer": "`not-needed - reason` when nobody has to answer",
        "Approved": "date and by whom",
        "Edited": "when the text was changed, and why",
        "Lang": "language of the text, where it is not the site's",
    }
)
_BREAK = re.compile("[\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]+")


def to_text(comment: Comment) -> str:
    """The file of a comment: `Key: value` lines, a blank line, the text.

    Each value stands on one line without control characters, so nothing a reader wrote can add a
    line to the header. Reading the file gives the same comment; its id and post are its path.
    """
    return header_lines(comment) + text_below(comment)


def header_lines(comment: Comment) -> str:
    """The header of a comment's file, each line with its end."""
    return "".join(f"{key}: {value}\n" for key, value in _lines(comment))


def text_below(comment: Comment) -> str:
    """What stands below the header: a blank line and the text, if there is one."""
    body = "" if comment.status == "removed" else clean_text(comment.body).strip("\n").rstrip()
    return f"\n{body}\n" if body else "\n"


def _lines(comment: Comment) -> Iterator[tuple[str, str]]:
    """The header, in the order of COMMENT_KEYS; what is empty is left out, but for the author."""
    for key in COMMENT_KEYS:
        for value in _values(comment, key):
            line = one_line_value(value)
            if line or key == "Author":
                yield key, line


def _values(comment: Comment, key: str) -> tuple[str, ...]:
    match key:
        case "Person":
            return (comment.person or _said_none(comment),)
        case "Date":
            return (comment.date.isoformat(),)
        case "Answers":
            return comment.answers
        case "Answer":
            return () if comment.not_needed is None else (_not_needed(comment.not_needed),)
        case _:
            return (getattr(comment, key.lower().replace("-", "_")) or "",)


def _said_none(comment: Comment) -> str:
    """`Person: none` leaves no trace in the comment but its header; keep it."""
    field = comment.header.get("person")
    return "none" if field is not None and field.value.strip().lower() == "none" else ""


def _not_needed(reason: str) -> str:
    return f"not-needed - {reason}" if reason else "not-needed"


def one_line_value(value: str) -> str:
    """A value as it may stand in a header: on one line, without control characters."""
    return clean_text(_BREAK.sub(" ", value)).strip()
