"""What each of the author's sentences does: which groups of phrases stand in it.

Invitations, pitches and questions lean on each other (a question before a pitch is a lure, one
before an invitation is meant), so the sentences are read once, here.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from rapport.audit.context import Context
from rapport.audit.facts.chains import chains
from rapport.audit.facts.prose import BLANK, Prose, Sentence
from rapport.audit.languages import Language, fold_name

Does = Literal["asks", "invites", "hires", "boasts", "disclaims", "tells"]

# The question marks of Latin and Greek scripts, Arabic, Armenian, Ethiopic, full width.
QUESTION_MARKS = ("?", "\uff1f", "\u061f", "\u055e", "\u1367", "\u203d", "\u2e2e")
_CLOSERS = " \t\"'\u00bb\u201d\u2019)]}*_!\u2026" + BLANK
_NOTE_NUMBER = "0123456789[]"


class Line(NamedTuple):
    """One own sentence and what it does; `sells` marks a question that sells as well."""

    sentence: Sentence
    does: Does
    groups: frozenset[str] = frozenset()
    sells: bool = False


def lines(prose: Prose, context: Context) -> tuple[Line, ...]:
    """The author's own sentences in order, each with what it does."""
    return tuple(_line(sentence, prose.language, context) for sentence in prose.own)


def _line(sentence: Sentence, spoken: Language | None, context: Context) -> Line:
    asks = is_question(sentence.said)
    if spoken is None:
        return Line(sentence, "asks" if asks else "tells")
    groups = spoken.tells.find(sentence.words)
    sells = _sells(sentence, groups, spoken, context)
    if asks:
        return Line(sentence, "asks", groups, sells is not None)
    if sells is not None:
        return Line(sentence, sells, groups)
    if "disclaimer" in groups:
        return Line(sentence, "disclaims", groups)
    invites = "invite" in groups or ("contact" in groups and _is_aside(sentence, spoken))
    return Line(sentence, "invites" if invites else "tells", groups)


def _sells(
    sentence: Sentence, groups: frozenset[str], spoken: Language, context: Context
) -> Literal["hires", "boasts"] | None:
    """Whether the sentence asks to hire, call or book, or praises the firm."""
    if not groups or "disclaimer" in groups:
        return None
    if "hire" in groups and not ("invite" in groups and _is_aside(sentence, spoken)):
        return "hires"
    if "contact" in groups and "invite" not in groups and not _is_aside(sentence, spoken):
        return "hires"
    praised = "boast" in groups or ("praise" in groups and _of_firm(sentence, spoken, context))
    return "boasts" if praised and not _denied(sentence, spoken) else None


def _is_aside(sentence: Sentence, spoken: Language) -> bool:
    """Whether what is asked for is a word about the post: a comment, a correction, a story."""
    return bool(spoken.asides.find(sentence.words))


def _denied(sentence: Sentence, spoken: Language) -> bool:
    """Whether praise is taken back; "nobody fights harder than we do" is praise all the same."""
    return (
        not spoken.negations.isdisjoint(sentence.words)
        and sentence.words[0] not in spoken.negations
    )


def _of_firm(sentence: Sentence, spoken: Language, context: Context) -> bool:
    """Whether the sentence is about the firm or its people."""
    if not spoken.we.isdisjoint(sentence.words):
        return True
    if any(name in sentence.said for name in context.firm_names):
        return True
    return any(
        " ".join(fold_name(word.text) for word in chain) in context.own_people
        for chain in chains(sentence.said)
        if len(chain) > 1
    )


def may_ask(text: str) -> bool:
    """Whether a question mark stands anywhere in a text."""
    return "?" in text or (not text.isascii() and any(mark in text for mark in QUESTION_MARKS))


def is_question(said: str) -> bool:
    """Whether a sentence ends with a question mark of the author's own."""
    if not may_ask(said):
        return False
    end = len(said)
    while end and (said[end - 1] in _CLOSERS or _is_symbol(said[end - 1])):
        end -= 1
    last = said[:end]
    return last.endswith(QUESTION_MARKS) or last.rstrip(_NOTE_NUMBER).endswith(QUESTION_MARKS)


def _is_symbol(char: str) -> bool:
    """Arrows, signs and emoji: what may stand behind the end of a sentence."""
    return char >= "\u2190" and char not in QUESTION_MARKS and not char.isalpha()
