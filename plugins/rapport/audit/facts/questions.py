"""Questions, and whether they are meant for readers: yes, unclear or no, each with the reason.

A question can be meant for effect, be answered in the next breath, or lead up to a sale; what
shows it is meant are words that address whoever reads, what it asks for (experience, a view, a
correction), an invitation beside it, and that it stands where readers can still answer. Where the
signs disagree the answer is "unclear": to call a flourish a conversation helps nobody.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Literal, NamedTuple

from rapport.audit.facts.interviews import interview_blocks
from rapport.audit.facts.prose import Prose, Sentence
from rapport.audit.facts.telling import Line, is_question, may_ask
from rapport.audit.languages import Language, words
from rapport.model import Post, Question, Span

# A question is near the end when at most this many plain sentences of the author's follow.
_NEAR = 2
# With more behind it, one that says "you" is a step of the text: readers have read on.
_IN_REACH = 16
# More questions in a row than these are a list to go through, and not to be answered.
_IN_A_ROW = 3
_HOOK_BLOCKS = 3
# How many words of a clause may stand up to the one that makes it an open question: "and in which".
_NEAR_BEGIN = 3
_PARTS = frozenset(",;:")

_ASKED_ABOVE = "stands above the article as its question"
_QUOTED = "stands in a quotation: somebody else asks"
_INTERVIEW = "is asked of somebody else, in an interview"
_TITLE = "is what the page it leads to is called"
_HEADING = "stands in a heading, where nobody answers"
_EFFECT = "is asked for effect"
_ANSWERED = "is answered by the text at once"
_LURE = "leads up to an offer of the firm's"
_NOBODY = "addresses nobody, and the text goes on"
_CORRECTED = "asks to be corrected"
_ANYONE = "asks whoever reads"
_INVITED = "comes with an invitation to answer"
_ONLY_THEY = "asks the reader for what only they know"
_LAST = "addresses the reader where the post ends"
_PERSONAL = "asks for what the reader has seen or done"
_VIEW = "asks for a view"
_HOOK = "opens the post, so it may only be a hook"
_GENERAL = 'says "you" and may mean anybody'
_RUNS_ON = "asks for experience, but the text runs on"
_FOLLOWS = "goes on from the question before it"
_OPEN = "stays open at the end and addresses nobody"
_FOREIGN_LAST = "stands last in the post, where readers answer"
_FOREIGN = "is in a language whose questions cannot be told apart"


# Quotation marks as they are in a Document.
_STRAIGHT = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"')
)

# What a question asks for that is for readers, in the order in which it is given as the reason.
_SINCERE = ("correction", "anyone")
_MEANT = {"correction": _CORRECTED, "anyone": _ANYONE, "tried": _PERSONAL}

Answer = tuple[Literal["yes", "no", "unclear"], str]
_LEFT_OPEN: Answer = ("unclear", _OPEN)


class _Asked(NamedTuple):
    """A question in its surroundings.

    `following` is the next sentence that asks nothing, `joined` that it is in the same block;
    `in_a_row` counts the questions of its run, `plain_after` the author's plain sentences from
    there to the end.
    """

    line: Line
    groups: frozenset[str]
    following: Line | None
    joined: bool
    in_a_row: int
    plain_after: int
    invited: bool
    opening: bool
    spoken: Language


def questions(post: Post, prose: Prose, lines: tuple[Line, ...]) -> tuple[Question, ...]:
    """Every interrogative sentence of the post, and its `Question:` line, in order of place."""
    asking = {line.sentence.block for line in lines if line.does == "asks"}
    interviews = interview_blocks(prose, asking)
    if interviews:
        lines = tuple(_told(line) if line.sentence.block in interviews else line for line in lines)
    found = [*_from_header(post, prose), *_own(prose, lines), *_others(prose, lines, interviews)]
    return tuple(sorted(found, key=lambda question: question.span))


def _told(line: Line) -> Line:
    """The line as one that asks readers nothing."""
    return line._replace(does="tells") if line.does == "asks" else line


def _from_header(post: Post, prose: Prose) -> Iterator[Question]:
    field = post.header.get("question")
    if field is None or not post.question:
        return
    span = Span(field.line, field.column, field.line, field.column + len(field.value))
    text = " ".join(unicodedata.normalize("NFC", post.question).translate(_STRAIGHT).split())
    spoken, said = prose.language, words(text)
    vague = spoken is not None and _is_vague(said, spoken.asks.find(said), spoken)
    yield Question(text, span, "yes", _ASKED_ABOVE, vague)


def _own(prose: Prose, lines: tuple[Line, ...]) -> Iterator[Question]:
    tells = [0, *accumulate(line.does == "tells" for line in reversed(lines))]
    for run in _runs(lines):
        answers = _answers(lines, run, tells[len(lines) - run.stop], prose.language)
        for line, (answer, vague) in zip(lines[run.start : run.stop], answers, strict=True):
            span, exact = prose.place(line.sentence)
            yield Question(line.sentence.text, span, *answer, vague, exact)


def _runs(lines: tuple[Line, ...]) -> Iterator[range]:
    """The numbers of questions that follow each other, with nothing said between them."""
    start = None
    for index, line in enumerate((*lines, None)):
        asks = line is not None and line.does == "asks"
        if asks and start is None:
            start = index
        elif not asks and start is not None:
            yield range(start, index)
            start = None


def _answers(
    lines: tuple[Line, ...], run: range, plain_after: int, spoken: Language | None
) -> list[tuple[Answer, bool]]:
    """For each question of a run whether it is for readers, and whether it is vague.

    Readers take questions in a row as one: where one is plainly for them, so are those beside it
    of which it was unclear, and those behind it that address nobody any more.
    """
    if spoken is None:
        return [(_foreign(plain_after), False) for _ in run]
    found = []
    for index in run:
        asked = _asked(lines, index, run, plain_after, spoken)
        vague = _is_vague(lines[index].sentence.words, asked.groups, spoken)
        found.append((_answer(asked), vague))
    if any(answer[0] == "yes" for answer, _ in found):
        first = next(place for place, (answer, _) in enumerate(found) if answer[0] == "yes")
        found = [
            (_beside(answer, behind=place > first), vague)
            for place, (answer, vague) in enumerate(found)
        ]
    return found


def _beside(answer: Answer, *, behind: bool) -> Answer:
    goes_on = answer[0] == "unclear" or (behind and answer[1] == _NOBODY)
    return ("yes", _FOLLOWS) if goes_on else answer


def _others(prose: Prose, lines: tuple[Line, ...], interviews: set[int]) -> Iterator[Question]:
    """Questions that are not the author's, or not for readers, whatever stands around them.

    They stand in quotations, headings, titles of pages and `interviews`.
    """
    asked = {line.sentence[:2] for line in lines if line.does == "asks"}
    for sentence in prose.sentences:
        if not may_ask(sentence.text):
            continue
        written = prose.clean[sentence.block][sentence.start : sentence.end]
        if sentence.voice == "caption" or not is_question(written):
            continue
        if sentence[:2] in asked:
            continue
        span, exact = prose.place(sentence)
        why = _not_for_readers(sentence, sentence.block in interviews)
        yield Question(sentence.text, span, "no", why, exact=exact)


def _not_for_readers(sentence: Sentence, in_interview: bool) -> str:
    if sentence.voice == "heading":
        return _HEADING
    if sentence.voice != "own" or not is_question(sentence.said):
        return _QUOTED
    return _INTERVIEW if in_interview else _TITLE


def _foreign(plain_after: int) -> Answer:
    """What can be said of a question in a language nothing is known of: only where it stands."""
    return ("yes", _FOREIGN_LAST) if plain_after == 0 else ("unclear", _FOREIGN)


def _asked(
    lines: tuple[Line, ...], index: int, run: range, plain_after: int, spoken: Language
) -> _Asked:
    """The question with number `index` in what stands around its run."""
    line = lines[index]
    following = lines[run.stop] if run.stop < len(lines) else None
    before = lines[run.start - 1] if run.start else None
    opening = line.sentence.block == lines[0].sentence.block and _goes_on(lines, _HOOK_BLOCKS)
    return _Asked(
        line=line,
        groups=spoken.asks.find(line.sentence.words),
        following=following,
        joined=following is not None and following.sentence.block == line.sentence.block,
        in_a_row=len(run),
        plain_after=plain_after,
        invited="invite" in line.groups
        or any(beside is not None and beside.does == "invites" for beside in (following, before)),
        opening=opening,
        spoken=spoken,
    )


def _goes_on(lines: tuple[Line, ...], count: int) -> bool:
    """Whether the lines lie in so many blocks or more."""
    at = 0
    for _ in range(count):
        if at == len(lines):
            return False
        block = lines[at].sentence.block
        at = bisect_right(lines, block, lo=at, key=lambda line: line.sentence.block)
    return True


def _answer(asked: _Asked) -> Answer:
    """Against first, then for: what is plainly not meant is not rescued by a "you"."""
    return _against(asked) or _in_favour(asked) or _by_place(asked)


def _against(asked: _Asked) -> Answer | None:
    sincere = not asked.groups.isdisjoint(_SINCERE)
    if asked.line.sells:
        return "no", _LURE
    if "rhetorical" in asked.groups and not sincere:
        return "no", _EFFECT
    if _leads_to_sale(asked) and not sincere:
        return _lure(asked)
    if "vague" not in asked.groups and _is_answered(asked) and not asked.invited:
        # A paragraph between them: what goes on like an answer may be the text going on.
        doubtful = not asked.joined and not asked.groups.isdisjoint(_MEANT)
        return ("unclear" if doubtful else "no"), _ANSWERED
    return None


def _in_favour(asked: _Asked) -> Answer | None:
    """The surest sign first; none counts where the text runs on, unless the post ends there."""
    near = asked.plain_after <= _NEAR
    if asked.invited:
        return "yes", _INVITED
    reason = next((why for group, why in _MEANT.items() if group in asked.groups), None)
    if reason is not None and (near or not asked.joined):
        return "yes", reason
    if _addresses(asked.line.sentence.words, asked.spoken):
        return _addressed(asked, near=near)
    return ("unclear", _RUNS_ON) if reason is not None else None


def _addressed(asked: _Asked, *, near: bool) -> Answer:
    """A question that says "you": a reader's, or anybody's."""
    if near:
        return "yes", _LAST
    if _is_vague(asked.line.sentence.words, asked.groups, asked.spoken):
        return "yes", _VIEW
    if asked.opening:
        return "unclear", _HOOK
    in_reach = asked.plain_after <= _IN_REACH and asked.in_a_row <= _IN_A_ROW
    return ("yes", _ONLY_THEY) if in_reach and _is_open(asked) else ("unclear", _GENERAL)


def _is_open(asked: _Asked) -> bool:
    """Whether it asks for more than a yes: "which", "how" near the beginning of a clause."""
    spoken, said = asked.spoken, asked.line.sentence.words
    begins = [0, *(at + 1 for at, word in enumerate(said) if word in _PARTS)]
    return any(not spoken.wh.isdisjoint(said[at : at + _NEAR_BEGIN]) for at in begins)


def _by_place(asked: _Asked) -> Answer:
    """A question that addresses nobody counts only where the post ends."""
    if asked.plain_after > _NEAR:
        return "no", _NOBODY
    if "vague" in asked.groups:
        return "yes", _VIEW
    goes_on = asked.joined and asked.plain_after > 0
    return ("no", _NOBODY) if goes_on else _LEFT_OPEN


def _leads_to_sale(asked: _Asked) -> bool:
    following = asked.following
    return following is not None and following.does in ("hires", "boasts")


def _lure(asked: _Asked) -> Answer | None:
    """What a question before an offer is.

    "Locked out? Call us" wants a yes, "how did you get back in?" a story. Where the offer has a
    paragraph of its own, one that does not ask for what readers saw or did may be either.
    """
    ours = not asked.spoken.we.isdisjoint(asked.line.sentence.words)
    if asked.joined and (ours or not _is_open(asked)):
        return "no", _LURE
    meant = "tried" in asked.groups or (_is_open(asked) and not asked.joined)
    return None if meant else ("unclear", _LURE)


def _is_answered(asked: _Asked) -> bool:
    """Whether the next sentence begins as answers do, here or in the next block.

    "No names, please" begins so too, and is a word to those who will answer.
    """
    following = asked.following
    if following is None or following.does != "tells":
        return False
    spoken, said = asked.spoken, following.sentence.words
    near = asked.joined or following.sentence.block == asked.line.sentence.block + 1
    return near and spoken.answers.begins(said) and not spoken.terms_of_answers.find(said)


def _addresses(said: list[str], spoken: Language) -> bool:
    return spoken.addresses(said) or not spoken.you_asked.isdisjoint(said)


def _is_vague(said: list[str], groups: frozenset[str], spoken: Language) -> bool:
    """Whether a question asks for an opinion on nothing in particular."""
    return "vague" in groups and sum(word not in spoken.fillers for word in said) <= 1
