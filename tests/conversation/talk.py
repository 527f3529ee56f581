"""Comments for tests, in as few words as a test can say them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from rapport.model import Comment

START = datetime(2026, 1, 1, 9, tzinfo=UTC)


def comment(id_: str, to: str | None = None, *, day: int = 0, **rest: Any) -> Comment:
    """A shown comment by a reader, `day` days after START unless `date` says when."""
    given: dict[str, Any] = {
        "id": id_,
        "post": "costs",
        "path": f"content/comments/costs/{id_}.md",
        "author": f"Writer of {id_}",
        "date": START + timedelta(days=day),
        "body": "We had the same last year.",
        "reply_to": to,
    }
    return Comment(**{**given, **rest})


def firm(id_: str, to: str | None = None, **rest: Any) -> Comment:
    """A shown comment by a named person of the firm."""
    return comment(id_, to, **{"person": "ana", "role": "firm", **rest})


def ids(comments: Any) -> list[str]:
    """Ids of comments, or of the comments of turns."""
    return [getattr(entry, "comment", entry).id for entry in comments]
