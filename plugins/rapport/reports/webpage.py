"""The audit as one page for a browser: nothing beside it is needed, and nothing is asked for.

The page holds its style and its pictures, no script. Its policy allows that one style, by its hash,
and nothing else, so whatever slipped through the escaping would still not run.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rapport.model import Report
from rapport.reports.page import MOST_SHOWN, page
from rapport.reports.words import Source

if TYPE_CHECKING:
    from jinja2 import Template

_FOLDER = Path(__file__).parent / "templates"


def html(report: Report, source: Source) -> str:
    """The report as an HTML document in UTF-8, ended by a line feed."""
    style = (_FOLDER / "report.css").read_text(encoding="utf-8")
    values = {"page": page(report, source), "most": MOST_SHOWN, "policy": _policy(style)}
    return _template().render(**values, style=style).rstrip() + "\n"


@cache
def _template() -> Template:
    """The page's template, where an unknown name is an error and every value is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - slow

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html")


def _policy(style: str) -> str:
    """A Content-Security-Policy that allows this style and the empty icon, and nothing else."""
    from base64 import b64encode  # noqa: PLC0415 - only this format needs it
    from hashlib import sha256  # noqa: PLC0415 - only this format needs it

    mark = b64encode(sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{mark}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
