"""Other systems' exports, read: a file or a folder of theirs goes in, an `Export` comes out.

One module a format, each with one function `read`; `FORMATS` says which. Nothing here knows our
posts or writes anything: what becomes of an export is planned in `conversation`. Whatever cannot be
understood raises `Unusable` with file and place; an entry that becomes no comment is `Skipped` with
its reason. So comments and skipped entries together are what is in the file.

What the formats share is brought by `markup` (bodies to restricted Markdown), `dates` (moments to
the second, with zone) and `trees` (hostile XML).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, cast
from zoneinfo import ZoneInfo

from rapport.arrivals import Export
from rapport.doors import later
from rapport.importers.faults import Unusable

if TYPE_CHECKING:
    from rapport.importers.forms import looks_like_json, read_forms
    from rapport.importers.mails import LONGEST_MAIL, Mail, looks_like_mail, read_mail

# What comes in one by one, as a mail or by a form, and not as another system's export.
_LATER = dict.fromkeys(("looks_like_json", "read_forms"), "forms")
_LATER |= dict.fromkeys(("LONGEST_MAIL", "Mail", "looks_like_mail", "read_mail"), "mails")


class Importer(Protocol):
    """One format: a module of this room."""

    def read(self, path: Path, zone: ZoneInfo, told: Callable[[int], None]) -> Export:
        """Everything that is in the file or folder `path`.

        Dates without a zone are in `zone` and marked so. `told` hears, now and then, how many
        entries have been read so far. Raises Unusable with file and place.
        """
        ...


# The name people type to the module that reads it, in the order of the manual.
FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "disqus": "disqus",
        "wordpress": "wordpress",
        "staticman": "staticman",
        "pelican": "pelican",
        "webmention-io": "webmention_io",
        "commento": "commento",
        "isso": "isso",
        "mastodon": "mastodon",
        "bluesky": "bluesky",
        "github-discussions": "github_discussions",
        "json": "plain_json",
        "csv": "plain_csv",
    }
)


def importer(name: str) -> Importer:
    """The format of that name in FORMATS, imported when it is asked for; KeyError for another."""
    return cast("Importer", import_module(f"rapport.importers.{FORMATS[name]}"))


__all__ = [
    "FORMATS",
    "LONGEST_MAIL",
    "Importer",
    "Mail",
    "Unusable",
    "importer",
    "looks_like_json",
    "looks_like_mail",
    "read_forms",
    "read_mail",
]

__getattr__ = later(__name__, _LATER)
