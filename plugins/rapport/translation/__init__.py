"""The words of the interface in the language of each page: catalogues, dates, numbers.

A message is its English text, so English needs no catalogue and imports nothing. `Catalogues` reads
`translations/<language>.po` of the theme and then of the site, whose words win; `spoken` gives
templates `gettext`, `ngettext` and `{% trans %}` that know which page they stand on. What is
written in Python asks `Catalogues.of(language)` for its `Words`.
"""

from rapport.translation.catalogues import TRANSLATIONS, Catalogues
from rapport.translation.templates import FILTERS, Speaking, spoken
from rapport.translation.words import ENGLISH, N_, Words, direction

__all__ = [
    "ENGLISH",
    "FILTERS",
    "N_",
    "TRANSLATIONS",
    "Catalogues",
    "Speaking",
    "Words",
    "direction",
    "spoken",
]
