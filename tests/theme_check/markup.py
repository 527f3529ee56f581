"""html-validate on every page: what HTML, accessibility and habit ask of its markup."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from tests.theme_check.made import Made
from tests.theme_check.programs import TOOLS, module, node, said
from tests.theme_check.verdict import Line, Seen, ToolError, none

# A page with a fault that must be found: a tool that finds nothing in it looked at nothing.
BAD_PAGE = "<!DOCTYPE html>\n<html><head><title>x</title></head><body><b><p>x</b></body></html>\n"


def html_validate(made: Made) -> Sequence[Line]:
    """One line: pages, and what was found in them."""
    bad = made.work / "bad.html"
    bad.write_text(BAD_PAGE, encoding="utf-8")
    files = made.html_files()
    program = module("html-validate", "bin", "html-validate.mjs")
    config = str(TOOLS / "html-validate.config.mjs")
    command = [node(), program, "--config", config, "--formatter", "json"]
    done = said([*command, *map(str, files), str(bad)], TOOLS)
    try:
        results = json.loads(done.stdout)
    except ValueError as fault:
        raise ToolError(f"html-validate said: {(done.stderr or done.stdout)[:500]}") from fault
    told = [
        (Path(result["filePath"]), f"{message['message']} ({message['ruleId']})", message["line"])
        for result in results
        for message in result["messages"]
    ]
    if not any(path == bad for path, _, _ in told):
        raise ToolError("html-validate found nothing in a page that is at fault.")
    faults = [f"{path}:{line}: {text}" for path, text, line in told if path != bad]
    return [none("html-validate: faults", Seen(len(files), "pages"), faults)]
