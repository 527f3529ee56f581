"""Learn how selling sounds: `python -m tests.gold.learning`, with scikit-learn installed.

Writes plugins/rapport/audit/languages/tones/<code>.txt for each language of `pitch/`: a number for
each word and sign (`audit.languages.tone`), by logistic regression over labelled sentences: those
of pitch/<code>.txt and of the posts in seen/. Each line of a file is a sentence behind `+ ` (it
sells) or `- ` (it does not). `--also FOLDER WEIGHT` adds <code>.txt of another folder, whose
sentences count so much each; those that real blogs gave are not ours to hand on, so a run without
them gives other numbers. docs/accuracy.md says what the numbers in use were learnt from.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapport.audit.facts.prose import Prose
from rapport.audit.facts.selling import Near, said_in
from rapport.audit.facts.tone import heard, signs
from rapport.audit.languages import Language, language, words
from rapport.audit.languages.tone import parts_of, tone_text
from rapport.sources import document
from tests.audit.posts import SETTINGS
from tests.gold.labels import CLOSES, HERE, SELLS, golds
from tests.gold.reading import read_post

PITCH = HERE / "pitch"
TONES = HERE.parents[1] / "plugins" / "rapport" / "audit" / "languages" / "tones"
# How freely the numbers may grow (scikit-learn's C), and how often a word must be met to have one.
FREEDOM = 0.3
RARE = 2
SLIGHT = 0.04
_REACHES = re.compile(r"(?:\+|\(0|0)[\d ()/.-]{6,}\d|@\w")


@dataclass(frozen=True)
class Row:
    """A sentence as it is learnt from: what it is looked up by, whether it sells, how it counts."""

    features: Counter[str]
    sells: bool
    weight: float


def features(said: str, spoken: Language) -> Counter[str]:
    """What a sentence is looked up by: the entries of its words, each word once, and its signs."""
    said_words = words(said, spoken.cased)
    found = Counter(part for word in set(said_words) for part in parts_of(word))
    named = any(name in said for name in SETTINGS.firm_names)
    near = Near(lambda: named, "firm" if _REACHES.search(said) else "")
    groups = spoken.tells.find(said_words)
    return found + Counter(signs(heard(said_in(said_words, spoken, near), said, groups)))


def lines(file: Path) -> Iterator[tuple[str, bool]]:
    """The sentences of a file, and whether they sell."""
    if file.is_file():
        for line in file.read_text("utf-8").splitlines():
            if line[:2] in ("+ ", "- "):
                yield line[2:], line[0] == "+"


def seen(code: str) -> Iterator[tuple[str, bool]]:
    """The author's own sentences in the seen posts of a language."""
    for gold in golds(names=(f"{code}-",)):
        post = read_post(gold).post
        prose = Prose(document(post, SETTINGS), language(code))
        sold = {(label.span.line, label.span.column) for label in gold.labelled(SELLS, CLOSES)}
        for sentence in prose.own:
            span, _ = prose.place(sentence)
            yield sentence.said, (span.line, span.column) in sold


def rows(code: str, also: Sequence[tuple[Path, float]]) -> list[Row]:
    """Everything there is to learn from for a language."""
    spoken = language(code)
    if spoken is None:
        raise SystemExit(f"pitch/{code}.txt: there is no language {code}.")
    sources = [(lines(PITCH / f"{code}.txt"), 1.0), (seen(code), 1.0)]
    sources += [(lines(folder / f"{code}.txt"), weight) for folder, weight in also]
    return [
        Row(features(said, spoken), sells, weight)
        for sentences, weight in sources
        for said, sells in sentences
    ]


def learnt(found: Sequence[Row]) -> tuple[dict[str, float], float]:
    """What each entry adds, and where it begins."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    met = Counter(name for row in found for name in row.features)
    known = [{n: float(c) for n, c in row.features.items() if met[n] >= RARE} for row in found]
    table = DictVectorizer()
    model = LogisticRegression(C=FREEDOM, max_iter=5000)
    model.fit(
        table.fit_transform(known),
        [row.sells for row in found],
        sample_weight=[row.weight for row in found],
    )
    adds = dict(zip(table.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    return {name: value for name, value in adds.items() if abs(value) >= SLIGHT}, float(
        model.intercept_[0]
    )


def main() -> None:
    """Learn every language of pitch/."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument(
        "--also", nargs=2, action="append", default=[], metavar=("FOLDER", "WEIGHT")
    )
    also = [(Path(folder), float(weight)) for folder, weight in parser.parse_args().also]
    TONES.mkdir(exist_ok=True)
    for file in sorted(PITCH.glob("*.txt")):
        found = rows(file.stem, also)
        adds, bias = learnt(found)
        (TONES / file.name).write_text(tone_text(adds, bias), encoding="utf-8")
        sold = sum(row.sells for row in found)
        print(f"{file.stem}: {sold} of {len(found)} sentences sell, {len(adds)} entries")


if __name__ == "__main__":
    main()
