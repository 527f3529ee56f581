"""What a setting may be: each function takes a value as it stands in the file and returns it typed.

A value that will not do raises ValueError with the words that end "it should be …".
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from rapport.model import safe_url

SHARE_WAYS = ("mail", "linkedin", "bluesky", "mastodon", "whatsapp")
# What a form's field can be named as: `importers.forms` knows how others call them.
_FORM_FIELDS = frozenset(
    ("author", "email", "url", "body", "post", "parent", "agreed", "trap", "date", "id", "ip")
)


def text(value: object) -> str:
    """A text, as it is."""
    if not isinstance(value, str):
        raise ValueError("a text")
    return value


def texts(value: object) -> tuple[str, ...]:
    """A list of texts."""
    if not isinstance(value, list | tuple) or not all(isinstance(entry, str) for entry in value):
        raise ValueError("a list of texts")
    return tuple(value)


def count(value: object) -> int:
    """A whole number, 0 or more."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError("a whole number, 0 or more")
    return value


def form_fields(value: object) -> tuple[tuple[str, str], ...]:
    """Names of a form's fields, each with ours."""
    if not isinstance(value, dict) or not all(
        isinstance(key, str) and name in _FORM_FIELDS for key, name in value.items()
    ):
        raise ValueError(
            "a mapping from the form's names to ours, such as {'name': 'author'}; ours are "
            + ", ".join(sorted(_FORM_FIELDS))
        )
    return tuple(value.items())


def web_address(value: object) -> str:
    """An address that begins with https:// or /, or nothing."""
    address = text(value)
    below = address.startswith("/") and address[1:2] != "/"
    if address and safe_url(address) != address and not below:
        raise ValueError("an address that begins with https:// or /, or nothing")
    return address


def contact(value: object) -> str:
    """An https:// or mailto: address, or nothing."""
    address = text(value)
    if address and not address.startswith(("https://", "mailto:")):
        raise ValueError("an address that begins with https:// or mailto:, or nothing")
    return address


def is_path(path: str) -> bool:
    """Whether this is a path below the site's root, as it can stand in a file and in a header."""
    parts = path.split("/")
    plain = path.isascii() and path.isprintable() and not set(path) & set(" :?#\\<>\"'*")
    return bool(path) and plain and not {"..", "."} & set(parts) and "" not in parts[:-1]


def picture(value: object) -> str:
    """The path of a file in the content folder, or nothing."""
    path = text(value)
    if path and not is_path(path):
        raise ValueError("the path of a file in the content folder, such as 'images/logo.svg'")
    return path


def flag(value: object) -> bool:
    """True or False."""
    if not isinstance(value, bool):
        raise ValueError("True or False")
    return value


def threads(value: object) -> str:
    """Whether translations share a thread."""
    if value not in ("post", "language"):
        raise ValueError('"post" or "language"')
    return str(value)


def ways(value: object) -> tuple[str, ...]:
    """Some of SHARE_WAYS."""
    chosen = texts(value)
    if not set(chosen) <= set(SHARE_WAYS):
        raise ValueError("a list of some of " + ", ".join(SHARE_WAYS))
    return chosen


COPIES = ("gzip", "br")


def copies(value: object) -> tuple[str, ...]:
    """Some of COPIES, each once."""
    if not isinstance(value, list | tuple) or not set(value) <= set(COPIES):
        raise ValueError("a list of some of " + ", ".join(COPIES))
    return tuple(dict.fromkeys(value))


def letters(value: object) -> str:
    """The family of the letters."""
    if value not in ("serif", "sans"):
        raise ValueError('"serif" or "sans"')
    return str(value)


# What a font is for: articles and headings, or everything else.
_FONTS = ("article", "talk")


def fonts(value: object) -> tuple[tuple[str, str], ...]:
    """Files of fonts in the content folder, by what they are for."""
    if not isinstance(value, dict) or not all(
        role in _FONTS and isinstance(path, str) and is_path(path) and path.endswith(".woff2")
        for role, path in value.items()
    ):
        raise ValueError(
            "a mapping of 'article' or 'talk' to .woff2 files in the content folder: "
            "{'article': 'fonts/ours.woff2'}"
        )
    return tuple(value.items())


def moment(value: object) -> datetime | None:
    """A day or a moment; without a time zone it is UTC."""
    if value is None:
        return None
    try:
        given = (
            datetime(value.year, value.month, value.day, tzinfo=UTC)
            if isinstance(value, date) and not isinstance(value, datetime)
            else value
            if isinstance(value, datetime)
            else datetime.fromisoformat(text(value))
        )
    except ValueError:
        raise ValueError('a date such as "2026-01-31"') from None
    return given if given.tzinfo else given.replace(tzinfo=UTC)
