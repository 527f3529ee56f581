"""The Nu checker, which the W3C runs, on every page, sheet and picture: errors and warnings."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.theme_check.made import Made
from tests.theme_check.markup import BAD_PAGE
from tests.theme_check.programs import java, module, said
from tests.theme_check.verdict import Line, Seen, ToolError, none

# Warnings that are let pass, each with its reason.
_LET_PASS = re.compile(
    # Safari no longer reads a list without markers as a list, unless its role says so.
    r"The “list” role is unnecessary for element “[uo]l”\."
    # What docutils writes for the tables of a post in reStructuredText.
    r"|The “width” attribute on the “col” element is obsolete\..*"
    r"|The “border” attribute on the “table” element is obsolete\..*"
    r"|The “valign” attribute on the “t(head|body)” element is obsolete\..*"
    r"|Trailing slash on void elements has no effect .*"
    # A guess, which is right: only the interface of the hand-made German page is German.
    r"|This document appears to be written in .*"
    # It takes a file for a host of its own, and data for a script; a browser looks at the policy.
    r"|(Resource|Inline script) violates Content Security Policy .*"
)
_SUFFIXES = (".html", ".css", ".svg")


def nu(made: Made) -> Sequence[Line]:
    """One line: files, and what was found in them."""
    bad = made.work / "bad-nu.html"
    bad.write_text(BAD_PAGE, encoding="utf-8")
    files = [
        path
        for place in made.places()
        for path in sorted(place.folder.rglob("*"))
        if path.suffix in _SUFFIXES and path.is_file()
    ]
    jar = module("vnu-jar", "build", "dist", "vnu.jar")
    command = [java(), "-jar", jar, "--also-check-css", "--also-check-svg", "--format", "json"]
    done = said([*command, *map(str, files), str(bad)])
    try:
        messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    except ValueError as fault:
        raise ToolError(f"The Nu checker said: {(done.stderr or done.stdout)[:500]}") from fault
    told = [(Path(unquote(urlsplit(each["url"]).path)), each) for each in messages]
    if not any(path == bad for path, _ in told):
        raise ToolError("The Nu checker found nothing in a page that is at fault.")
    faults = [
        f"{path}:{each.get('lastLine', 0)}: {each['message']}"
        for path, each in told
        if path != bad and not _LET_PASS.fullmatch(each["message"])
    ]
    return [none("Nu checker: errors and warnings", Seen(len(files), "files"), faults)]
