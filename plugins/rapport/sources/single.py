"""One comment's text as the site would read it, before it is a file."""

from __future__ import annotations

from rapport.model import Comment, Finding, Person
from rapport.settings import Settings
from rapport.sources.comments import read_comment
from rapport.sources.inbox import company_of
from rapport.sources.problems import Problems


def checked(
    text: str, path: str, people: tuple[Person, ...], settings: Settings
) -> tuple[Comment | None, tuple[Finding, ...]]:
    """The Comment that `text` would be at `<post id>/<comment id>.md`, None when it has an error.

    `path` is relative to the settings file; only its last two parts count. The findings are what
    reading the site would say of the file itself.
    """
    post, _, name = path.removesuffix(".md").rpartition("/")
    problems = Problems(path)
    company = company_of(people, settings)
    comment = read_comment(
        post.rpartition("/")[2], name, text.removeprefix("\ufeff"), company, problems
    )
    return comment, tuple(problems.found)
