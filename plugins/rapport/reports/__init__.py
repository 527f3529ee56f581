"""Reports: findings to text, one format a module, none of them printing.

A format takes the Report and a function that gives the text of a file by its path (empty when it
cannot be had), and returns the whole report as one string. `FORMATS` is the list of all of them;
`facts_json` is what `rapport facts` prints.
"""

from collections.abc import Callable, Mapping

from rapport.model import Report
from rapport.reports.facts import facts_json
from rapport.reports.github import github
from rapport.reports.gitlab import gitlab
from rapport.reports.jsons import report_json
from rapport.reports.junit import junit
from rapport.reports.markdown import MARKER, markdown
from rapport.reports.sarif import sarif
from rapport.reports.text import Paint, Role, painted, text
from rapport.reports.words import COLUMNS, LIGHT_WORDS, Source, colours, number


def html(report: Report, source: Source) -> str:
    """One page for a browser."""
    from rapport.reports.webpage import html as page  # noqa: PLC0415 - as long as to audit a post

    return page(report, source)


FORMATS: Mapping[str, Callable[[Report, Source], str]] = {
    "text": text,
    "json": report_json,
    "github": github,
    "sarif": sarif,
    "junit": junit,
    "gitlab": gitlab,
    "markdown": markdown,
    "html": html,
}

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
