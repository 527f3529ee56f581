"""Nouns with only what a test is about; everything else is dull."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rapport.model import Comment, Finding, Header, Person, Post, Severity, Span
from rapport.settings import Settings, from_mapping

DAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


def settings(root: Path, **values: Any) -> Settings:
    return from_mapping({"PATH": "content"} | values, root)


def post(slug: str, **values: Any) -> Post:
    given = {
        "path": f"content/posts/{slug}.md",
        "source": f"posts/{slug}.md",
        "id": slug,
        "slug": slug,
        "lang": "en",
        "title": slug.replace("-", " ").capitalize(),
        "status": "published",
        "date": DAY,
        "authors": ("Ida Brandt",),
        "markup": "markdown",
        "text": "",
        "body": 0,
        "header": Header(),
    }
    return Post(**(given | values))


def person(slug: str, **values: Any) -> Person:
    given = {
        "slug": slug,
        "name": slug.title(),
        "role": "peer",
        "path": f"content/people/{slug}.md",
    }
    return Person(**(given | values))


def comment(thread: str, name: str, **values: Any) -> Comment:
    given = {
        "id": name,
        "post": thread,
        "path": f"content/comments/{thread}/{name}.md",
        "author": "Noor",
        "date": DAY,
        "body": "What about rivers?",
    }
    return Comment(**(given | values))


def fault(path: str, code: str = "CFG902", severity: Severity = "error") -> Finding:
    return Finding(code, severity, path, Span(3, 1, 3, 1), "The title is missing. Write one.")
