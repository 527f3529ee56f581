"""What people do who write a comment's file by hand and never saw one: said so that they can mend.

Only slips are looked at here; none of it is asked of files that are as they should be.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from rapport.conversation import id_for_import, valid_id
from rapport.model import Field
from rapport.sources.dates import comment_date
from rapport.sources.problems import Problems

_CODE = re.compile(r"^(`{3,}|~{3,})(?:.|\n)*?(?:^\1|\Z)|^(?: {4}|\t).*|`[^`\n]*`", re.MULTILINE)
_TAG = re.compile(
    r"</?(?:p|br|b|i|em|strong|a|ul|ol|li|blockquote|code|pre|img|h[1-6]|div|span|script|iframe|"
    r"table|style|hr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ALL_BUT_BREAKS = re.compile(r"[^\n]")


def check_name(name: str, first: Mapping[str, Field], problems: Problems) -> None:
    """The name of a file that cannot be an id, with one that can: the same each time."""
    if valid_id(name):
        return
    if valid_id(name.lower()):
        mend = f"Rename it to {name.lower()}.md."
    else:
        field = first.get("date")
        date = comment_date(field.value) if field else ""
        sure = date if isinstance(date, datetime) else None
        fresh = id_for_import(sure, "form", name) if sure else ""
        mend = f"Rename it, for example to {fresh}.md." if fresh else "Rename it."
    problems.error(
        "CFG903",
        f"The file's name is the comment's id, and {name!r} cannot be one: an id is 26 of 0-9 and "
        f"a-z. {mend}",
    )


def check_html(text: str, start: int, problems: Problems) -> None:
    """Tags in a text that is Markdown: they do nothing there. `start` is where it begins."""
    if "<" not in text[start:]:
        return
    plain = _CODE.sub(lambda code: _ALL_BUT_BREAKS.sub(" ", code[0]), text[start:])
    tag = _TAG.search(plain)
    if tag:
        problems.warning(
            "CFG903",
            f"HTML is shown as it is written, {tag[0][:40]} too. Write Markdown: an empty line "
            "between paragraphs, `*emphasis*`, `**strong**`, `[words](https://...)`.",
            text.count("\n", 0, start + tag.start()) + 1,
        )
