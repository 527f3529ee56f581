"""Selling that was written to be hard to hear: `python -m tests.gold.unheard`.

`unheard/<code>.txt` holds short posts, each behind a line `# what it is about`: a sentence a line,
a blank line between paragraphs, `+ ` before one that sells and `- ` before one that does not; many
of these say "we" too. Their writer knew the rules, and labelled them before they were measured.
Nothing was learnt from them, and nothing should be: they say what the audit makes of the new.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.audit.posts import body

FOLDER = Path(__file__).with_name("unheard")
Sentence = tuple[str, bool]


@dataclass(frozen=True)
class Told:
    """Of a language's sentences: how many sell and how many of those were found, and the wrong."""

    sell: int
    found: int
    other: int
    wrong: int


def posts(code: str) -> Iterator[list[list[Sentence]]]:
    """The posts of a language: paragraphs of sentences, each with whether it sells."""
    text = (FOLDER / f"{code}.txt").read_text("utf-8")
    for post in text.split("# ")[1:]:
        paragraphs = post.partition("\n")[2].strip().split("\n\n")
        yield [[(line[2:], line[0] == "+") for line in each.split("\n")] for each in paragraphs]


def told(code: str) -> Told:
    """What the audit makes of a language's sentences."""
    counts = {(sells, hit): 0 for sells in (True, False) for hit in (True, False)}
    for paragraphs in posts(code):
        text = "\n\n".join(" ".join(said for said, _ in each) for each in paragraphs)
        found = {pitch.text for pitch in body(text, code).pitch}
        for said, sells in (sentence for each in paragraphs for sentence in each):
            counts[sells, said in found] += 1
    return Told(
        sell=counts[True, True] + counts[True, False],
        found=counts[True, True],
        other=counts[False, True] + counts[False, False],
        wrong=counts[False, True],
    )


def main() -> None:
    """Print a line a language."""
    for file in sorted(FOLDER.glob("*.txt")):
        of = told(file.stem)
        print(f"{file.stem}: {of.found} of {of.sell} found, {of.wrong} of {of.other} wrongly")


if __name__ == "__main__":
    main()
