"""Precision and recall on the gold posts: `PYTHONPATH=plugins python -m tests.gold.score [-v]`."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from rapport.model import Facts, Span
from tests.audit.posts import facts

HERE = Path(__file__).parent
_SENTENCES = ("q+", "q+v", "q?", "q-", "inv", "sell", "sell!")
OPEN, CLOSE = "\u27e6", "\u27e7"


@dataclass(frozen=True)
class Label:
    """One label: its code, its words, its place."""

    code: str
    text: str
    span: Span


@dataclass(frozen=True)
class Gold:
    """A post without its labels, and the labels."""

    name: str
    text: str
    labels: tuple[Label, ...]


def read_gold(path: Path) -> Gold:
    """Take the labels out of a post; each keeps its place in the text that is left."""
    plain: list[str] = []
    labels: list[Label] = []
    open_labels: list[tuple[str, int, tuple[int, int]]] = []
    line, column = 1, 1
    source = path.read_text(encoding="utf-8")
    at = 0
    while at < len(source):
        char = source[at]
        if char == OPEN:
            end = source.index(" ", at)
            open_labels.append((source[at + 1 : end], len(plain), (line, column)))
            at = end + 1
            continue
        if char == CLOSE:
            code, start, (first, begin) = open_labels.pop()
            words = " ".join("".join(plain[start:]).split())
            labels.append(Label(code, words, Span(first, begin, line, column)))
        else:
            plain.append(char)
            line, column = (line + 1, 1) if char == "\n" else (line, column + 1)
        at += 1
    assert not open_labels, f"{path.name}: a label is not closed: {open_labels}"
    text = "".join(plain)
    return Gold(path.stem, text, tuple(_visible(label, text.split("\n")) for label in labels))


def _visible(label: Label, lines: list[str]) -> Label:
    """A sentence begins at its first visible character: not at the bracket of a link in it."""
    span = label.span
    if label.code not in _SENTENCES:
        return label
    first = len(lines[span.line - 1][span.column - 1 :]) - len(
        lines[span.line - 1][span.column - 1 :].lstrip("[*_")
    )
    return Label(
        label.code, label.text, Span(span.line, span.column + first, span.end_line, span.end_column)
    )


def golds(names: list[str] | None = None) -> list[Gold]:
    """The gold posts whose names begin with one of `names`, or all."""
    paths = sorted((HERE / "seen").glob("[a-z][a-z]-*.md"))
    return [read_gold(p) for p in paths if not names or p.stem.startswith(tuple(names))]


Item = tuple[str, Span]  # what is compared apart from the place


def expected(gold: Gold, *codes: str) -> dict[Span, str]:
    """The labels with one of these codes, by place."""
    return {label.span: label.code for label in gold.labels if label.code in codes}


def compare(gold: Gold, found: Facts) -> dict[str, tuple[set[object], set[object]]]:
    """For each kind, what the labels say and what was measured, as sets to intersect."""
    people = {label.span: label.code for label in gold.labels if label.code in ("p+", "p-")}
    both = {p.span for p in found.people} & set(people)
    links = {"o": "other", "w": "own", "s": "share"}
    return {
        "questions": (
            {(s.line, s.column) for s in expected(gold, "q+", "q+v")},
            {(q.span.line, q.span.column) for q in found.questions if q.for_reader == "yes"},
        ),
        "vague": (
            {(s.line, s.column) for s in expected(gold, "q+v")},
            {
                (q.span.line, q.span.column)
                for q in found.questions
                if q.for_reader == "yes" and q.vague
            },
        ),
        "unclear": (
            {(s.line, s.column) for s in expected(gold, "q?")},
            {(q.span.line, q.span.column) for q in found.questions if q.for_reader == "unclear"},
        ),
        "invitations": (
            {(s.line, s.column) for s in expected(gold, "inv")},
            {(i.span.line, i.span.column) for i in found.invitations},
        ),
        "people": (set(people), {p.span for p in found.people}),
        "credited": (
            {(s, people[s] == "p+") for s in both},
            {(p.span, p.credited) for p in found.people if p.span in both},
        ),
        "pitch": (
            {(s.line, s.column) for s in expected(gold, "sell", "sell!")},
            {(t.span.line, t.span.column) for t in found.pitch},
        ),
        "quotations": (
            {(s.line, code) for s, code in expected(gold, "quo+", "quo-").items()},
            {(q.span.line, "quo+" if q.source else "quo-") for q in found.quotations},
        ),
        "links": (
            {(s, links[code]) for s, code in expected(gold, "o", "w", "s").items()},
            {(k.span, k.to) for k in found.links},
        ),
        "images": (
            {(s, code) for s, code in expected(gold, "img", "imgc", "imga", "imgca").items()},
            {(i.span, "img" + "c" * i.credit + "a" * i.alt) for i in found.images},
        ),
        "spans": _spans(gold, found),
    }


def _spans(gold: Gold, found: Facts) -> tuple[set[object], set[object]]:
    """Where a labelled fact begins and ends, for those whose beginning line was found at all."""
    kinds: tuple[tuple[tuple[str, ...], tuple[Span, ...]], ...] = (
        (("q+", "q+v", "q?"), tuple(q.span for q in found.questions)),
        (("inv",), tuple(i.span for i in found.invitations)),
        (("p+", "p-"), tuple(p.span for p in found.people)),
        (("sell", "sell!"), tuple(p.span for p in found.pitch)),
        (("o", "w", "s"), tuple(k.span for k in found.links)),
    )
    wanted: set[object] = set()
    measured: set[object] = set()
    for codes, spans in kinds:
        places = {(s.line, s.column): s for s in spans}
        for span in expected(gold, *codes):
            near = places.get((span.line, span.column))
            if near:
                wanted.add((codes, span))
                measured.add((codes, near))
    return wanted, measured


def score(posts: list[Gold], *, verbose: bool = False) -> dict[str, Counter[str]]:
    """True and false positives and misses by kind, over all posts."""
    totals: dict[str, Counter[str]] = {}
    for gold in posts:
        found = facts(gold.text)
        for kind, (wanted, measured) in compare(gold, found).items():
            count = totals.setdefault(kind, Counter())
            count.update(tp=len(wanted & measured), fp=len(measured - wanted),
                         fn=len(wanted - measured))  # fmt: skip
            if verbose and wanted != measured:
                for extra in sorted(measured - wanted, key=str):
                    print(f"{gold.name}: {kind}: too much {extra}{_words(gold, extra, found)}")
                for missing in sorted(wanted - measured, key=str):
                    print(f"{gold.name}: {kind}: missing  {missing}{_words(gold, missing, found)}")
    return totals


def _words(gold: Gold, item: object, found: Facts) -> str:
    """The words an item is about, to read along."""
    text = str(item)
    facts_by_place = {
        **{str((q.span.line, q.span.column)): f"{q.text} [{q.for_reader}: {q.why}]"
           for q in found.questions},
        **{str((t.span.line, t.span.column)): t.text for t in (*found.invitations, *found.pitch)},
        **{str(p.span): p.name for p in found.people},
        **{str(label.span): label.text for label in gold.labels},
    }  # fmt: skip
    return next((f"\n    {words}" for place, words in facts_by_place.items() if place in text), "")


def ratio(part: int, whole: int) -> str:
    """A share with two digits, or a dash."""
    return f"{part / whole:.2f}" if whole else "-"


def main(arguments: list[str]) -> None:
    """Print the table."""
    verbose = "-v" in arguments
    names = [argument for argument in arguments if argument != "-v"]
    posts = golds(names)
    totals = score(posts, verbose=verbose)
    print(f"{len(posts)} posts")
    print(f"{'':12} {'right':>6} {'extra':>6} {'missed':>6}  precision  recall")
    for kind, count in totals.items():
        tp, fp, fn = count["tp"], count["fp"], count["fn"]
        print(f"{kind:12} {tp:6} {fp:6} {fn:6}  {ratio(tp, tp + fp):>9}  {ratio(tp, tp + fn):>6}")


if __name__ == "__main__":
    main(sys.argv[1:])
