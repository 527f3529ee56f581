"""`make theme-check`: every budget of the theme, measured on pages made afresh, in one table.

It ends with 0 when every check ran, looked at something, and every budget was kept; with 1
otherwise: a tool that is missing is no pass. With 2 when it was called wrongly.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter

from tests.theme_check import programs
from tests.theme_check.lighthouse import lighthouse
from tests.theme_check.made import Made, made
from tests.theme_check.markup import html_validate
from tests.theme_check.nu import nu
from tests.theme_check.searching import searching
from tests.theme_check.seen import axe, layout, requests
from tests.theme_check.sharing import sharing
from tests.theme_check.structured import structured
from tests.theme_check.styles import stylelint
from tests.theme_check.verdict import (
    Check,
    Line,
    MissingError,
    ToolError,
    lines_of,
    passed,
    table,
)
from tests.theme_check.weights import contrasts, weights

CHECKS: tuple[Check[Made], ...] = (
    Check("weights", weights),
    Check("requests", requests),
    Check("search", searching),
    Check("lighthouse", lighthouse, alone=True),
    Check("contrast", contrasts),
    Check("layout", layout, long=True),
    Check("axe", axe, long=True),
    Check("html-validate", html_validate),
    Check("nu", nu),
    Check("stylelint", stylelint),
    Check("structured", structured),
    Check("sharing", sharing),
)
_AT_ONCE = 2


def main(argv: Sequence[str]) -> int:
    """Run what the arguments say, and print the table."""
    names = [check.name for check in CHECKS]
    parser = argparse.ArgumentParser(prog="python -m tests.theme_check", description=__doc__)
    parser.add_argument(
        "--only", action="append", choices=names, help="this check alone; repeat it"
    )
    parser.add_argument("--install", action="store_true", help="only install what npm has to bring")
    given = parser.parse_args(argv)
    started = perf_counter()
    try:
        programs.install()
        programs.java()
    except (MissingError, ToolError) as reason:
        # The checks that need it say so in their lines.
        print(reason, file=sys.stderr)
        if given.install:
            return 1
    if given.install:
        return 0
    chosen = [check for check in CHECKS if not given.only or check.name in given.only]
    with tempfile.TemporaryDirectory(prefix="theme-check-") as folder:
        lines = looked(chosen, Path(folder))
    print(table(lines))
    print(ending(lines, chosen, perf_counter() - started))
    return 0 if passed(lines) else 1


def looked(chosen: Sequence[Check[Made]], folder: Path) -> list[Line]:
    """The lines of these checks in their order, two at a time but for those that are disturbed."""
    with made(folder) as things:
        found: dict[str, tuple[Line, ...]] = {}
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            # What takes longest begins first, so that it does not end long after all others.
            together = sorted(
                (check for check in chosen if not check.alone), key=lambda each: not each.long
            )
            tasks = {check.name: pool.submit(lines_of, check, things) for check in together}
            found.update({name: task.result() for name, task in tasks.items()})
        for check in chosen:
            if check.alone:
                found[check.name] = lines_of(check, things)
    return [line for check in chosen for line in found[check.name]]


def ending(lines: Sequence[Line], chosen: Sequence[Check[Made]], seconds: float) -> str:
    """The last line: what all of it comes to, and whether it was all of it."""
    part = "" if len(chosen) == len(CHECKS) else f" ({len(chosen)} of {len(CHECKS)} checks only)"
    if passed(lines):
        return f"Kept: {len(lines)} of {len(lines)} lines{part}, in {seconds:.0f} s."
    bad = sum(line.verdict is not line.verdict.KEPT for line in lines)
    return f"NOT KEPT: {bad} of {len(lines)} lines{part}, in {seconds:.0f} s."


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
