"""People and posts for tests, in as few words as a test can say them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from rapport.model import Header, Person, Post


def person(slug: str, **rest: Any) -> Person:
    """A peer called as the slug says, with a site of their own."""
    given: dict[str, Any] = {
        "slug": slug,
        "name": slug.replace("-", " ").title(),
        "role": "peer",
        "path": f"content/people/{slug}.md",
        "url": f"https://{slug}.example",
    }
    return Person(**{**given, **rest})


def post(text: str, *, slug: str = "costs", **rest: Any) -> Post:
    """A published Markdown post whose whole file is `text`."""
    given: dict[str, Any] = {
        "path": f"content/posts/{slug}.md",
        "source": f"posts/{slug}.md",
        "id": slug,
        "slug": slug,
        "lang": "en",
        "title": slug.title(),
        "status": "published",
        "date": datetime(2026, 1, 1, tzinfo=UTC),
        "authors": ("Ana Rossi",),
        "markup": "markdown",
        "text": text,
        "body": 0,
        "header": Header(),
    }
    return Post(**{**given, **rest})
