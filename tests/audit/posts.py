"""Posts and Documents from a text, as the reading room makes them."""

from __future__ import annotations

from pathlib import Path

from rapport.audit import Context, measure
from rapport.model import Document, Facts, Finding, Post
from rapport.settings import Settings
from rapport.sources import document
from rapport.sources.posts import Source, read_post
from rapport.sources.problems import Problems

SETTINGS = Settings(root=Path("/site"), firm_names=("Harrow Lane Law",),
                    own_hosts=("harrowlane.example",))  # fmt: skip
CONTEXT = Context(
    hosts=frozenset({"harrowlane.example"}),
    firm_names=("Harrow Lane Law",),
    own_people=frozenset({"lena brandt", "tom okafor", "ines duarte"}),
)


def post(text: str, path: str = "content/posts/post.md", settings: Settings = SETTINGS) -> Post:
    """The Post of a file's text. A text without a header gets one."""
    if path.endswith(".md") and not text.lower().startswith("title:"):
        text = f"Title: A post\nDate: 2026-01-05\nAuthors: Lena Brandt\n\n{text}"
    problems = Problems(path)
    made, _ = read_post(Source(path, path.removeprefix("content/"), text), settings, problems)
    assert made is not None, _said(problems.found)
    return made


def _said(found: list[Finding]) -> str:
    return "; ".join(finding.message for finding in found)


def read(text: str) -> tuple[Post, Document]:
    """The Post and its Document."""
    made = post(text)
    return made, document(made, SETTINGS)


def facts(text: str, context: Context = CONTEXT) -> Facts:
    """What a text does."""
    made, doc = read(text)
    return measure(made, doc, context)


def body(text: str, lang: str = "en", context: Context = CONTEXT) -> Facts:
    """What the words after the header do, in a language."""
    head = f"Title: A post\nDate: 2026-01-05\nLang: {lang}\nAuthors: Lena Brandt\n\n"
    return facts(head + text, context)
