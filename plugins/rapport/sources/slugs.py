"""The address of a post from its title, as Pelican makes it, without importing Pelican.

The rules are those of `pelican.utils.slugify` (4.12); a test holds the two together. markupsafe and
Unidecode are what Pelican itself uses and requires; both are imported only for the titles that
need them.
"""

from __future__ import annotations

import re
import unicodedata

from rapport.settings import Reading


def slugify(title: str, reading: Reading) -> str:
    """The slug of a title under the site's `SLUG_*` settings."""
    value = unicodedata.normalize("NFKC", _without_tags(title))
    if not reading.slugify_use_unicode and not value.isascii():
        from unidecode import unidecode  # noqa: PLC0415 - few titles need it

        value = unidecode(value)
    for pattern, replacement in reading.slug_regex_substitutions:
        value = re.sub(
            unicodedata.normalize("NFKC", pattern),
            unicodedata.normalize("NFKC", replacement),
            value,
            flags=re.IGNORECASE,
        )
    if not reading.slugify_preserve_case:
        value = value.lower()
    return value.strip()


def _without_tags(title: str) -> str:
    if "<" in title or "&" in title:
        from markupsafe import Markup  # noqa: PLC0415 - few titles need it

        return Markup(title).striptags()  # noqa: S704 - nothing is marked safe, tags are dropped
    return " ".join(title.split())
