"""Every finding in posts that stay as they are: `make findings` accepts what the audit finds now.

The posts are the seen gold posts, without their labels, and those of the sample site, comments
included. `findings.txt` holds a line a finding; a change of a rule shows there in review, line by
line, and a test fails until it is accepted.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import UTC, datetime

from rapport.audit import judge
from rapport.cli.opening import open_site
from rapport.model import Finding
from tests.gold.labels import HERE, golds
from tests.gold.reading import FOLDER, read_post
from tests.gold.ruling import judged

FILE = HERE / "findings.txt"
SAMPLE = HERE.parents[1] / "pelicanconf.py"
# Comments wait, by this clock.
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)

ACCEPT = (
    "The audit finds something else than findings.txt says. If every line of this is meant, "
    "`make findings` accepts it; say in the commit why it is right."
)


def listed() -> str:
    """Every finding in the seen gold posts and in the sample, a line each, in order of place."""
    return "".join(f"{line}\n" for line in (*_in_gold(), *_in_sample()))


def difference(accepted: str, found: str) -> str:
    """What changed, to read; empty when nothing did."""
    names = ("findings.txt", "what the audit finds")
    lines = difflib.unified_diff(accepted.splitlines(), found.splitlines(), *names, "", "", 0, "")
    return "\n".join(lines)


def _in_gold() -> Iterator[str]:
    for found in judged([read_post(gold) for gold in golds()]).findings:
        yield _line(found, f"seen/{found.path.removeprefix(FOLDER)}")


def _in_sample() -> Iterator[str]:
    opened = open_site(SAMPLE)
    facts = opened.measured(opened.site.posts)
    for found in judge(opened.site, facts, opened.settings, NOW).findings:
        yield _line(found, found.path)


def _line(found: Finding, path: str) -> str:
    at = found.span
    place = f"{at.line}:{at.column}-{at.end_line}:{at.end_column}"
    return f"{path}:{place} {found.severity} {found.code}"


def main() -> None:
    """Write what the audit finds now, and say what is new in it."""
    before = FILE.read_text("utf-8") if FILE.exists() else ""
    now = listed()
    FILE.write_text(now, encoding="utf-8")
    print(difference(before, now) or "findings.txt stays as it is")


if __name__ == "__main__":
    main()
