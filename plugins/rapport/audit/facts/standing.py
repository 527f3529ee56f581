"""Where the questions to readers stand: how many words a reader has still to read behind each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from rapport.audit.facts.prose import Prose
from rapport.model import Question, Span


def with_words_after(questions: Sequence[Question], prose: Prose) -> tuple[Question, ...]:
    """The questions, those in the text that are for readers with the words that follow them."""
    meant = {question.text for question in questions if question.for_reader == "yes"}
    if not meant:
        return tuple(questions)
    behind = _behind(prose, meant)
    return tuple(
        question._replace(words_after=behind[question.span])
        if question.for_reader == "yes" and question.span in behind
        else question
        for question in questions
    )


def _behind(prose: Prose, meant: set[str]) -> dict[Span, int]:
    """For each sentence with one of these texts, the words from its end to the post's.

    From the last sentence to the first that has one, so that no word is counted twice.
    """
    first = next((at for at, each in enumerate(prose.own) if each.text in meant), None)
    if first is None:
        return {}
    blocks = prose.blocks
    from_there = blocks[prose.own[first].block :]
    words = [0 if each.kind == "code" else len(each.text.split()) for each in from_there]
    rest = [0, *accumulate(reversed(words))]  # rest[n]: the words of the last n blocks
    found: dict[Span, int] = {}
    block, behind, counted = -1, 0, 0
    for sentence in reversed(prose.own[first:]):
        if sentence.block != block:
            block, behind, counted = sentence.block, len(blocks[sentence.block].text), 0
        counted += len(blocks[block].text[sentence.end : behind].split())
        behind = sentence.end
        if sentence.text in meant:
            place, _ = prose.place(sentence)
            found.setdefault(place, counted + rest[len(blocks) - block - 1])
    return found
