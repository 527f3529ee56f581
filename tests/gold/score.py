"""What the labels say, held against what was measured, post by post.

    PYTHONPATH=plugins python -m tests.gold.score [NAMES]

prints the table for the seen posts whose names begin with one of NAMES, or for all of them, and the
words of every miss. It knows no way to print those of the posts that are held out.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from tests.gold.figures import Count, ratio
from tests.gold.labels import (
    ASKS,
    CLOSES,
    CREDITED,
    IMAGES,
    INVITES,
    OWNERS,
    SELLS,
    SOURCED,
    UNCLEAR,
    UNCREDITED,
    UNSOURCED,
    VAGUE,
    Label,
    golds,
)
from tests.gold.matching import Alike, Found, Pair, by_person, by_place, paired
from tests.gold.reading import Read, read_post

Verdict = Literal["right", "extra", "missed"]

# What is counted, by the name the tables give it.
KINDS = (
    "reader questions",
    "vague questions",
    "unclear questions",
    "invitations",
    "people",
    "pitch",
    "pitch at the end",
    "quotations",
    "links and whose",
    "images",
)
# Of what was found where a label stands, the share that is right.
SHARES = (
    "credited",
    "quotation sources",
    "image credit",
    "image alt text",
    "lines",
    "columns",
)


@dataclass(frozen=True)
class Outcome:
    """One thing that was right, too much or missed; a share that is wrong counts as too much."""

    kind: str
    verdict: Verdict
    line: int
    words: str


Counts = dict[str, Count]


def counted(outcomes: Iterable[Outcome]) -> Counts:
    """How many outcomes of each kind were right, too much, missed."""
    totals: dict[str, Counter[str]] = {}
    for each in outcomes:
        totals.setdefault(each.kind, Counter())[each.verdict] += 1
    return {k: Count(n["right"], n["extra"], n["missed"]) for k, n in totals.items()}


def compare(read: Read) -> Iterator[Outcome]:
    """Every label of a post and every fact that has none, each with its verdict."""
    gold = read.gold
    for kind, labels, things, alike in _kinds(read):
        pairs, missed, extra = paired(gold, labels, things, alike)
        for each in pairs:
            yield from _of_pair(kind, each)
        for label in missed:
            yield Outcome(kind, "missed", label.span.line, f"{label.code} {label.text}")
        for thing in extra:
            yield Outcome(kind, "extra", thing.span.line, thing.words)


def _kinds(
    read: Read,
) -> Iterator[tuple[str, Sequence[Label], Sequence[Found], Alike]]:
    """What is held against what: the kind, its labels, what was found, and which is which."""
    gold, facts = read.gold, read.facts
    asked = [Found(q.text, q.span, q.exact, q) for q in facts.questions if q.span.line >= read.body]
    yes = [each for each in asked if each.fact.for_reader == "yes"]
    unclear = [each for each in asked if each.fact.for_reader == "unclear"]
    pitch = [Found(t.text, t.span, t.exact, t) for t in facts.pitch]
    yield "reader questions", gold.labelled(ASKS, VAGUE), yes, by_place
    yield "vague questions", gold.labelled(VAGUE), [e for e in yes if e.fact.vague], by_place
    yield "unclear questions", gold.labelled(UNCLEAR), unclear, by_place
    yield (
        "invitations",
        gold.labelled(INVITES),
        [Found(t.text, t.span, t.exact, t) for t in facts.invitations],
        by_place,
    )
    yield (
        "people",
        gold.labelled(CREDITED, UNCREDITED),
        [Found(p.name, p.span, p.exact, p) for p in facts.people],
        by_person,
    )
    yield "pitch", gold.labelled(SELLS, CLOSES), pitch, by_place
    yield "pitch at the end", gold.labelled(CLOSES), _closing(pitch), by_place
    yield (
        "quotations",
        gold.labelled(SOURCED, UNSOURCED),
        [Found(q.text, q.span, q.exact, q) for q in facts.quotations],
        by_place,
    )
    yield (
        "links and whose",
        gold.labelled(*OWNERS),
        [Found(f"{k.text} ({k.to}: {k.url})", k.span, k.exact, k) for k in facts.links],
        by_place,
    )
    yield (
        "images",
        gold.labelled(*IMAGES),
        [Found(i.src, i.span, i.exact, i) for i in facts.images],
        by_place,
    )


def _closing(pitch: Sequence[Found]) -> Sequence[Found]:
    """The one pitch that a post closes on: the last of those in its last block."""
    return [each for each in pitch if each.fact.closing][-1:]


def _of_pair(kind: str, pair: Pair) -> Iterator[Outcome]:
    """What is right of something that was found where a label stands."""
    label, fact = pair.label, pair.found.fact
    line, words = label.span.line, f"{label.code} {label.text}"
    if kind == "links and whose" and OWNERS[label.code] != fact.to:
        yield Outcome(kind, "missed", line, words)
        yield Outcome(kind, "extra", pair.found.span.line, pair.found.words)
    else:
        yield Outcome(kind, "right", line, words)
    for share, right in _shares(kind, label, fact):
        yield Outcome(share, "right" if right else "extra", line, words)
    if kind not in ("vague questions", "pitch at the end"):  # both are counted once already
        place = f"{words} at {label.span}, found at {pair.found.span}"
        yield Outcome("lines", "right" if pair.lines else "extra", line, place)
        if pair.columns is not None:
            yield Outcome("columns", "right" if pair.columns else "extra", line, place)


def _shares(kind: str, label: Label, fact: Any) -> Iterator[tuple[str, bool]]:
    """What else a label says of a fact of this kind, and whether the fact says so too."""
    if kind == "people":
        yield "credited", (label.code == CREDITED) == fact.credited
    if kind == "quotations":
        yield "quotation sources", (label.code == SOURCED) == fact.source
    if kind == "images":
        yield "image credit", ("c" in label.code) == fact.credit
        yield "image alt text", ("a" in label.code) == fact.alt


def misses(name: str, outcomes: Iterable[Outcome]) -> Iterator[str]:
    """The words of every miss in a post, for the seen posts alone."""
    for each in outcomes:
        if each.verdict != "right":
            yield f"{name}.md:{each.line}: {each.kind}: {each.verdict}: {each.words}"


def main(names: Sequence[str]) -> None:
    """Print the words of every miss among the seen posts, and the table."""
    posts = golds(names=tuple(names))
    every: list[Outcome] = []
    for gold in posts:
        outcomes = list(compare(read_post(gold)))
        print("".join(f"{line}\n" for line in misses(gold.name, outcomes)), end="")
        every += outcomes
    totals = counted(every)
    print(f"{len(posts)} posts\n{'':18} {'right':>6} {'extra':>6} {'missed':>6}  precision  recall")
    for kind in (*KINDS, *SHARES):
        count = totals.get(kind, Count())
        recall = "" if kind in SHARES else f"{ratio(count.recall):>6}"
        print(f"{kind:18} {count.right:6} {count.extra:6} {count.missed:6}  "
              f"{ratio(count.precision):>9}  {recall}")  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
