"""What a reader made of every finding in posts of two real blogs, added up by rule.

    PYTHONPATH=plugins python -m tests.gold.verdicts

prints the tables of "Real blogs, read by hand" in docs/accuracy.md from verdicts.csv, which holds
places and verdicts and no word of the blogs. A row is a finding as it was before anything was
mended (`right`, `wrong`, `doubtful`), or something the reader saw and the audit did not (`missed`).
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.gold.figures import Share, ratio

FILE = Path(__file__).with_name("verdicts.csv")
VERDICTS = ("right", "doubtful", "wrong", "missed")


@dataclass(frozen=True)
class Verdict:
    """One row: where, which rule, what the reader thought and why, and whether it was mended."""

    blog: str
    post: str
    rule: str
    line: int
    column: int
    verdict: str
    why: str
    mended: bool


def verdicts(file: Path = FILE) -> tuple[Verdict, ...]:
    """Every row of the file, in its order; raises ValueError for a verdict that is none."""
    with file.open(encoding="utf-8", newline="") as rows:
        return tuple(_verdict(row) for row in csv.DictReader(rows))


def _verdict(row: dict[str, str]) -> Verdict:
    if row["verdict"] not in VERDICTS or row["mended"] not in ("", "yes"):
        raise ValueError(f"no verdict: {row}")
    return Verdict(
        blog=row["blog"],
        post=row["post"],
        rule=row["rule"],
        line=int(row["line"]),
        column=int(row["column"]),
        verdict=row["verdict"],
        why=row["why"],
        mended=row["mended"] == "yes",
    )


def shown(share: Share) -> str:
    """A share with its counts and its 95 % interval, as docs/accuracy.md has them."""
    if share.value is None:
        return "-"
    low, high = share.interval
    return f"{ratio(share)} ({share.part} of {share.whole}; {low:.2f} to {high:.2f})"


def table(found: Iterable[Verdict]) -> list[str]:
    """By rule: the verdicts, and precision (doubtful ones left out) before and after mending."""
    reported = [each for each in found if each.verdict != "missed"]
    lines = [
        "| rule | findings | right | doubtful | wrong | precision as read | gone | precision now |",
        "|---|---|---|---|---|---|---|---|",
    ]
    rules = sorted({each.rule for each in reported})
    lines += (_line(rule, [each for each in reported if each.rule == rule]) for rule in rules)
    return [*lines, _line("all", reported)]


def _line(name: str, rows: list[Verdict]) -> str:
    said = Counter(each.verdict for each in rows)
    left = Counter(each.verdict for each in rows if not each.mended)
    cells = (
        name,
        len(rows),
        said["right"],
        said["doubtful"],
        said["wrong"],
        shown(Share(said["right"], said["right"] + said["wrong"])),
        sum(each.mended for each in rows),
        shown(Share(left["right"], left["right"] + left["wrong"])),
    )
    return f"| {' | '.join(map(str, cells))} |"


def missed(found: Iterable[Verdict]) -> list[str]:
    """What the reader saw and the audit did not, by kind, and how many it sees now."""
    rows = [each for each in found if each.verdict == "missed"]
    seen = Counter(each.rule for each in rows)
    now = Counter(each.rule for each in rows if each.mended)
    lines = ["| not found | times | found now |", "|---|---|---|"]
    return lines + [f"| {rule} | {seen[rule]} | {now[rule]} |" for rule in sorted(seen)]


def main() -> None:
    """Print both tables."""
    found = verdicts()
    sys.stdout.write("\n".join([*table(found), "", *missed(found), ""]))


if __name__ == "__main__":
    main()
