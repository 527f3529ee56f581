"""stylelint on the theme's style sheets, as they are written."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tests.theme.pages import THEME
from tests.theme_check.made import Made
from tests.theme_check.programs import TOOLS, module, node, said
from tests.theme_check.verdict import Line, Seen, ToolError, none

_BAD_SHEET = "a { colr: red; }\n"


def stylelint(made: Made) -> Sequence[Line]:
    """One line: sheets, and what was found in them."""
    bad = made.work / "bad.css"
    bad.write_text(_BAD_SHEET, encoding="utf-8")
    sheets = sorted(THEME.rglob("*.css"))
    program = module("stylelint", "bin", "stylelint.mjs")
    config = str(TOOLS / "stylelint.config.mjs")
    command = [node(), program, "--config", config, "--config-basedir", str(TOOLS)]
    done = said([*command, "--formatter", "json", *map(str, sheets), str(bad)], TOOLS)
    try:
        results = json.loads(done.stdout or done.stderr)
    except ValueError as fault:
        raise ToolError(f"stylelint said: {(done.stderr or done.stdout)[:500]}") from fault
    by_file = {result["source"]: result["warnings"] for result in results}
    if not by_file.pop(str(bad), None):
        raise ToolError("stylelint found nothing in a sheet that is at fault.")
    faults = [
        f"{source}:{each['line']}: {each['text']}"
        for source, warnings in by_file.items()
        for each in warnings
    ]
    return [none("stylelint: faults", Seen(len(by_file), "sheets"), faults)]
