"""A gold post as the audit reads it: what it does, by the facts."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.audit import measure
from rapport.model import Facts, Post
from rapport.sources import document
from rapport.sources import posts as sources
from rapport.sources.problems import Problems
from tests.audit.posts import CONTEXT, SETTINGS
from tests.gold.labels import Gold, MislabelledError

FOLDER = "content/posts/"


@dataclass(frozen=True)
class Read:
    """A gold post, the Post it is without its labels, and its facts."""

    gold: Gold
    post: Post
    facts: Facts

    @property
    def body(self) -> int:
        """The line after the header, whose words no label is about."""
        return self.post.text.count("\n", 0, self.post.body) + 1


def read_post(gold: Gold) -> Read:
    """Read and measure a gold post. Raises MislabelledError, which names it, when it is no post."""
    path = f"{FOLDER}{gold.name}.md"
    source = sources.Source(path, path.removeprefix("content/"), gold.text)
    post, _ = sources.read_post(source, SETTINGS, Problems(path))
    if post is None:  # why, its problems would say in its own words
        raise MislabelledError(f"{gold.name}.md: its header is at fault")
    return Read(gold, post, measure(post, document(post, SETTINGS), CONTEXT))
