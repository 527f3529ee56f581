"""Changes to the text of a comment's file that leave alone what they are not about.

Whoever keeps comments in git reads the difference: a line that nobody meant to change must not
change, neither its spelling nor its place nor its end. The texts are those of files that were read
without a fault (`Key: value` lines, a blank line, the words); a byte order mark may stand first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from rapport.conversation.files import COMMENT_KEYS, one_line_value
from rapport.model import clean_text

_BOM = "\ufeff"
_KEY = re.compile(r"([A-Za-z0-9_-]+):")
_RANKS = {key.lower(): rank for rank, key in enumerate(COMMENT_KEYS)}


def words_below(text: str) -> str:
    """The words below the header, without the empty lines around them."""
    _, _, body = _parts(text)
    return clean_text(body).strip("\n")


def with_keys(text: str, values: Mapping[str, Sequence[str]], without: Collection[str] = ()) -> str:
    """The text with these values of these keys (as COMMENT_KEYS writes them), a line each.

    No values take the key out, as being in `without` does. A line that says so already stays as it
    is written; a new key takes its place in the order of COMMENT_KEYS.
    """
    head, parting, body = _parts(text)
    bom = _BOM if head.startswith(_BOM) else ""
    end = _line_end(text)
    lines = _lines(head.removeprefix(_BOM), end)
    gone = {key.lower() for key in without}
    lines = [line for line in lines if _key(line) not in gone]
    for key, wanted in values.items():
        lines = _with_key(lines, key, [one_line_value(value) for value in wanted], end)
    return bom + "".join(lines) + parting + body


def with_words(text: str, words: str) -> str:
    """The text with other words below its header; none leave the header and an empty line."""
    head, parting, _ = _parts(text)
    end = _line_end(text)
    if head and not head.endswith("\n"):
        head += end
    told = clean_text(words).strip("\n").rstrip().replace("\n", end)
    return head + (parting or end) + (told + end if told else "")


def values_of(text: str, key: str) -> list[str]:
    """The values of a key in the header, in order."""
    head, _, _ = _parts(text)
    lines = _lines(head.removeprefix(_BOM), "\n")
    return [_value(line) for line in lines if _key(line) == key.lower()]


def keys_of(text: str) -> list[str]:
    """The keys of the header in lower case, in order."""
    head, _, _ = _parts(text)
    return [_key(line) for line in _lines(head.removeprefix(_BOM), "\n")]


def _parts(text: str) -> tuple[str, str, str]:
    """The header, the empty line behind it, and the rest; together they are the text."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        if not text[start:end].strip(f"{_BOM} \t\r\n"):
            return text[:start], text[start:end], text[end:]
        start = end
    return text, "", ""


def _lines(head: str, end: str) -> list[str]:
    lines = [line + "\n" for line in head.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last + end] if last else lines


def _line_end(text: str) -> str:
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def _key(line: str) -> str:
    found = _KEY.match(line)
    return found[1].lower() if found else ""


def _value(line: str) -> str:
    return one_line_value(line.partition(":")[2])


def _with_key(lines: Iterable[str], key: str, wanted: Sequence[str], end: str) -> list[str]:
    kept = list(lines)
    places = [at for at, line in enumerate(kept) if _key(line) == key.lower()]
    if [_value(kept[at]) for at in places] == list(wanted):
        return kept
    at = places[0] if places else _place(kept, key)
    kept = [line for number, line in enumerate(kept) if number not in places]
    kept[at:at] = [f"{key}: {value}".rstrip() + end for value in wanted]
    return kept


def _place(lines: Sequence[str], key: str) -> int:
    """Behind the last line that comes before this key in the order of the keys."""
    rank = _RANKS[key.lower()]
    before = [at for at, line in enumerate(lines) if _RANKS.get(_key(line), rank) < rank]
    return before[-1] + 1 if before else len(lines)
