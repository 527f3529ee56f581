"""Header values written as YAML has them, which Pelican takes as they stand.

Jekyll and Hugo read a `---` header as YAML, so blogs that come from there have quotation marks
around titles and lists in brackets. Python-Markdown's `meta` reads neither: readers would see the
marks, and a topic would be named `["law"`.
"""

from __future__ import annotations

from rapport.sources.headers import Head
from rapport.sources.problems import Problems, shortened

# What readers see, or an address is made of; dates say by themselves what is wrong with them.
_SHOWN = ("title", "author", "authors", "category", "tags", "summary", "slug", "lang")
_FENCE = "---"


def check_values(head: Head, text: str, problems: Problems) -> None:
    """Warn once (CFG902) of the values of a `---` header that are YAML's and not Pelican's."""
    if not text.startswith(_FENCE):
        return
    fields = (field for field in head.header.fields if field.key in _SHOWN)
    marked = [field for field in fields if _plain(field.value) != field.value]
    if marked:
        first = marked[0]
        names = ", ".join(field.key.capitalize() for field in marked)
        problems.warning(
            "CFG902",
            "Pelican takes header values as they stand: readers would see the marks around "
            f"{names}. Write `{first.key.capitalize()}: {shortened(_plain(first.value))}`.",
            first,
        )


def list_advice(head: Head) -> str:
    """What to do about a list with a line for each item, before which a header ended."""
    fields = head.header.fields
    if not head.broken_by.startswith("- ") or not fields or fields[-1].value:
        return ""
    item = _unquoted(head.broken_by[2:])
    return f" Write lists on one line: `{fields[-1].key.capitalize()}: {item}, ...`."


def _plain(value: str) -> str:
    """The value without YAML's marks."""
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_unquoted(item) for item in value[1:-1].split(","))
    return _unquoted(value)


def _unquoted(value: str) -> str:
    value = value.strip()
    mark = value[:1]
    inside = value[1:-1]
    if mark and mark in "\"'" and value.endswith(mark) and len(value) > 1 and mark not in inside:
        return inside
    return value
