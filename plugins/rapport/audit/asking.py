"""The one question that stands for a post: on its page, in the lists and in the report."""

from __future__ import annotations

from rapport.model import Facts, Post, one_line


def question_of(post: Post, facts: Facts | None) -> str:
    """What the post asks: its `Question:`, else the last reader question found; else nothing."""
    if post.question or facts is None:
        return one_line(post.question)
    asked = [question.text for question in facts.questions if question.for_reader == "yes"]
    return one_line(asked[-1]) if asked else ""
