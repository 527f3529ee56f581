"""How right the audit is: `make accuracy`.

Measures the seen and the held-out gold posts apart, prints precision and recall by kind of fact and
by rule, says which bars hold, and writes the figures to docs/accuracy.md, docs/rules.md and
plugins/rapport/audit/accuracy.py. `-v` adds the words of every miss among the seen posts; those of
the posts held out are nobody's to read.

Exit 0 when every bar holds; 1 when one does not, or when a post that is held out is not as it was
locked: then nothing is measured or written.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.gold.figures import Count, Share, ratio, shown
from tests.gold.labels import HELD, SEEN, MislabelledError, golds
from tests.gold.locking import UnlockedError, check_lock
from tests.gold.reading import Read, read_post
from tests.gold.ruling import NAMES, rule_outcomes
from tests.gold.score import KINDS, SHARES, Counts, Outcome, compare, counted, misses

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "plugins" / "rapport" / "audit" / "accuracy.py"
LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}


@dataclass(frozen=True)
class Bar:
    """What a kind must reach on the posts held out, in hundredths."""

    kind: str
    precision: int
    recall: int = 0


# All in hundredths, so that nothing is rounded into holding.
BARS = (
    Bar("reader questions", 90, 80),
    Bar("people", 90, 85),
    Bar("credited", 93),
    Bar("pitch", 85, 80),
    Bar("links and whose", 99, 99),
    Bar("image credit", 95),
    Bar("lines", 99),
    Bar("columns", 98),
)


@dataclass(frozen=True)
class Lot:
    """The figures of one lot of posts: by kind and rule, over all and by language."""

    posts: tuple[Read, ...]
    every: Counts
    by_language: dict[str, Counts]
    outcomes: dict[str, list[Outcome]] = field(repr=False)


@cache
def lot(folder: Path) -> Lot:
    """Measure the posts of a folder. Raises UnlockedError when those held out are not the same."""
    check_lock()
    posts = tuple(read_post(gold) for gold in golds(folder))
    ruled = rule_outcomes(posts)
    outcomes = {read.gold.name: [*compare(read), *ruled[read.gold.name]] for read in posts}
    return Lot(
        posts=posts,
        every=counted(each for some in outcomes.values() for each in some),
        by_language={
            lang: counted(
                each for name, some in outcomes.items() if name.startswith(lang) for each in some
            )
            for lang in LANGUAGES
        },
        outcomes=outcomes,
    )


# --- tables ---------------------------------------------------------------------------------------


def sizes() -> str:
    """How many posts and words of each kind and language there are."""
    rows = []
    for name, folder in (("seen", SEEN), ("held out", HELD)):
        posts = lot(folder).posts
        spread = [str(sum(read.gold.lang == lang for read in posts)) for lang in LANGUAGES]
        words = sum(read.facts.words for read in posts)
        labels = sum(len(read.gold.labels) for read in posts)
        rows.append([name, str(len(posts)), *spread, f"{words:,}", f"{labels:,}"])
    return table(["lot", "posts", *LANGUAGES.values(), "words", "labels"], rows)


def bars() -> str:
    """Which bars the posts held out reach, in words."""
    return "\n".join(f"- {line}" for line in map(verdict, BARS)) + "\n"


def facts(folder: Path) -> str:
    """Precision and recall of every kind of fact, then what was right of the facts found."""
    counts = lot(folder).every
    head = ["fact", "labelled", "found", "precision", "recall"]
    found = table(head, [_row(kind, counts.get(kind, Count())) for kind in KINDS])
    shares = [[kind, shown(counts.get(kind, Count()).precision)] for kind in SHARES]
    return found + "\n" + table(["of the facts that were found", "right"], shares)


def rules(folder: Path) -> str:
    """Precision and recall of every rule that the labels can judge."""
    counts = lot(folder).every
    head = ["rule", "to be found", "reported", "precision", "recall"]
    return table(head, [_row(name, counts.get(name, Count())) for name in NAMES])


def by_language(folder: Path) -> str:
    """The same kinds and rules by language: precision and recall, and of how many."""
    counts = lot(folder).by_language
    rows = [
        [name, *(_short(name, counts[lang].get(name, Count())) for lang in LANGUAGES)]
        for name in (*KINDS, *SHARES, *NAMES)
    ]
    return table(["", *LANGUAGES.values()], rows)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table that a terminal shows as one."""
    every = [list(head), *map(list, rows)]
    widths = [max(map(len, column)) for column in zip(*every, strict=True)]
    every.insert(1, ["-" * width for width in widths])
    lines = (
        " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in every
    )
    return "\n".join(f"| {line} |" for line in lines) + "\n"


def _row(name: str, count: Count) -> list[str]:
    there, found = count.recall.whole, count.precision.whole
    return [name, str(there), str(found), shown(count.precision), shown(count.recall)]


def _short(name: str, count: Count) -> str:
    shares = (count.precision,) if name in SHARES else (count.precision, count.recall)
    values = " / ".join(map(ratio, shares))
    return values if all(share.value is None for share in shares) else f"{values} {_of(shares)}"


def _of(shares: Sequence[Share]) -> str:
    return f"(of {' / '.join(str(share.whole) for share in shares)})"


# --- bars -----------------------------------------------------------------------------------------


def verdict(bar: Bar) -> str:
    """One bar in words."""
    count = lot(HELD).every.get(bar.kind, Count())
    asked = [("precision" if bar.recall else "right", count.precision, bar.precision)]
    asked += [("recall", count.recall, bar.recall)] if bar.recall else []
    parts = [
        f"{name} {shown(share)}, {'at least' if reaches(share, least) else 'SHORT OF'} "
        f"{least / 100:.2f}"
        for name, share, least in asked
    ]
    return f"**{bar.kind}** {'holds' if holds(bar) else 'DOES NOT HOLD'}: {'; '.join(parts)}"


def holds(bar: Bar) -> bool:
    """Whether the posts held out reach a bar; nothing labelled or found reaches none."""
    count = lot(HELD).every.get(bar.kind, Count())
    return reaches(count.precision, bar.precision) and (
        not bar.recall or reaches(count.recall, bar.recall)
    )


def reaches(share: Share, least: int) -> bool:
    """Whether a share is at least so many hundredths, unrounded."""
    return share.whole > 0 and share.part * 100 >= least * share.whole


# --- what is written ------------------------------------------------------------------------------

# The generated parts of docs/accuracy.md, which docs/generate.py calls `accuracy_...`.
PARTS = {
    "sizes": sizes,
    "bars": bars,
    "facts": lambda: facts(HELD),
    "rules": lambda: rules(HELD),
    "languages": lambda: by_language(HELD),
    "seen": lambda: facts(SEEN) + "\n" + rules(SEEN),
}


def package_table() -> str:
    """What the package says of its rules: the text of `rapport/audit/accuracy.py`."""
    counts, held = lot(HELD).every, lot(HELD)
    said = {}
    for name in NAMES:
        for code in name.split(", "):
            together = [other for other in name.split(", ") if other != code]
            sentence = _sentence(counts.get(code, Count()), counts.get(name, Count()), together)
            said |= {code: sentence} if sentence else {}
    entries = "".join(f'    "{code}": "{text}",\n' for code, text in sorted(said.items()))
    return (
        '"""How right the rules were on posts held out; `make accuracy` writes this file.\n\n'
        "docs/accuracy.md says how it was measured.\n"
        '"""\n\n'
        "from __future__ import annotations\n\n"
        f"POSTS = {len(held.posts)}\n\n"
        f"FIGURES: dict[str, str] = {{\n{entries}}}\n"
    )


def _sentence(alone: Count, joint: Count, together: Sequence[str]) -> str:
    """Precision and recall of one rule, where there is something to take a share of."""
    parts = []
    if alone.precision.whole:
        share = alone.precision
        parts.append(f"precision {ratio(share)} ({share.part} of {share.whole})")
    if joint.recall.whole:
        share, beside = joint.recall, "".join(f", with {code}" for code in together)
        parts.append(f"recall {ratio(share)} ({share.part} of {share.whole}{beside})")
    return ", ".join(parts)


def write() -> None:
    """Write the package's table and the pages that say the same."""
    TABLE.write_text(package_table(), encoding="utf-8")
    # In a process of its own: this one has read the table as it was.
    pages = [sys.executable, str(ROOT / "docs" / "generate.py"), "accuracy.md", "rules.md"]
    subprocess.run(pages, check=True, cwd=ROOT)


# --- the command ----------------------------------------------------------------------------------


def main() -> int:
    """Print, write, and say by the exit code whether the bars hold."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("-v", action="store_true", help="print each miss among the seen posts")
    verbose = parser.parse_args().v
    try:
        check_lock()
        lots = {"seen": lot(SEEN), "held out": lot(HELD)}
    except (UnlockedError, MislabelledError) as fault:
        print(f"Nothing was measured.\n{fault}", file=sys.stderr)
        return 1
    if verbose:
        for name, outcomes in lots["seen"].outcomes.items():
            print("".join(f"{line}\n" for line in misses(name, outcomes)), end="")
    _print(lots)
    write()
    return 0 if all(map(holds, BARS)) else 1


def _print(lots: dict[str, Lot]) -> None:
    print(f"\n{sizes()}")
    for name, folder in zip(lots, (SEEN, HELD), strict=True):
        print(f"== {name}\n\n{facts(folder)}\n{rules(folder)}\n{by_language(folder)}")
    print(f"== bars, on the posts held out\n\n{bars().replace('**', '')}")
    missed = [bar.kind for bar in BARS if not holds(bar)]
    print(f"{len(BARS) - len(missed)} of {len(BARS)} bars hold."
          + (f" Missed: {', '.join(missed)}." if missed else ""))  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
