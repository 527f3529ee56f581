"""Reports: findings to text, one format a module, none of them printing.

A format takes the Report and a function that gives the text of a file by its path (empty when it
cannot be had), and returns the whole report as one string. `FORMATS` is the list of all of them;
`facts_json` is what `rapport facts` prints.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from rapport.doors import later
from rapport.model import Report
from rapport.reports.text import Paint, Role, painted, text
from rapport.reports.words import COLUMNS, LIGHT_WORDS, Source, colours, number

if TYPE_CHECKING:
    from rapport.reports.facts import facts_json
    from rapport.reports.markdown import MARKER

Format = Callable[[Report, Source], str]


def _from(module: str, name: str) -> Format:
    """A format whose module is imported when it is used: all of them take as long as a post."""

    def made(report: Report, source: Source) -> str:
        form: Format = getattr(import_module(f"{__name__}.{module}"), name)
        return form(report, source)

    return made


FORMATS: Mapping[str, Format] = {
    "text": text,
    "json": _from("jsons", "report_json"),
    "github": _from("github", "github"),
    "sarif": _from("sarif", "sarif"),
    "junit": _from("junit", "junit"),
    "gitlab": _from("gitlab", "gitlab"),
    "markdown": _from("markdown", "markdown"),
    "html": _from("webpage", "html"),
}
_LATER = {"MARKER": "markdown", "facts_json": "facts"}

__all__ = [
    "COLUMNS",
    "FORMATS",
    "LIGHT_WORDS",
    "MARKER",
    "Paint",
    "Role",
    "Source",
    "colours",
    "facts_json",
    "number",
    "painted",
]

__getattr__ = later(__name__, _LATER)
