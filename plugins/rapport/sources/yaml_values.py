"""Header values written as YAML has them, which Pelican takes as they stand.

Jekyll and Hugo read a `---` header as YAML, so blogs that come from there have quotation marks
around titles and lists in brackets. Python-Markdown's `meta` reads neither: readers would see the
marks, and a topic would be named `["law"`.
"""

from __future__ import annotations

from rapport.model import Field
from rapport.sources.headers import Head
from rapport.sources.problems import Problems

# What readers see, or an address is made of; dates say by themselves what is wrong with them.
_SHOWN = {"title": "Title", "author": "Author", "authors": "Authors", "category": "Category",
          "tags": "Tags", "summary": "Summary", "slug": "Slug", "lang": "Lang"}  # fmt: skip
_FENCE = "---"
_LONG = 60


def check_values(head: Head, text: str, problems: Problems) -> None:
    """Warn once (CFG902) of the values of a `---` header that are YAML's and not Pelican's."""
    if not text.startswith(_FENCE):
        return
    marked = [field for field in head.header.fields if field.key in _SHOWN and _is_marked(field)]
    if marked:
        first = marked[0]
        names = ", ".join(_SHOWN[field.key] for field in marked)
        problems.warning(
            "CFG902",
            "Pelican takes header values as they stand: readers would see the marks around "
            f"{names}. Write `{_SHOWN[first.key]}: {_shown(first)}`.",
            first,
        )


def list_advice(head: Head) -> str:
    """What to do about a list with a line for each item, before which a header ended."""
    fields = head.header.fields
    if not head.broken_by.startswith("- ") or not fields or fields[-1].value:
        return ""
    item = _unquoted(head.broken_by[2:])
    return f" Write lists on one line: `{fields[-1].key.capitalize()}: {item}, ...`."


def _is_marked(field: Field) -> bool:
    return _plain(field.value) != field.value


def _shown(field: Field) -> str:
    plain = _plain(field.value)
    return plain if len(plain) < _LONG else f"{plain[: _LONG - 3]}..."


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
