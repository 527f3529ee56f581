"""Which Markdown a site writes: the extensions that are on in its `MARKDOWN` setting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

# What Python-Markdown's `extra` and pymdownx's stand for.
_EXTRA = frozenset({"fenced_code", "footnotes", "attr_list", "def_list", "tables", "abbr",
                    "md_in_html"})  # fmt: skip
# pelican.settings.DEFAULT_CONFIG of 4.12, for a site that does not say.
_PELICANS = frozenset({"extra", "codehilite", "meta"})


class Dialect(NamedTuple):
    """The switches that change what a reader sees. `tab` is how far a level is indented."""

    tables: bool = True
    footnotes: bool = True
    abbreviations: bool = True
    attributes: bool = True
    definitions: bool = True
    fences: bool = True
    markdown_in_html: bool = True
    loose_fences: bool = False
    admonitions: bool = False
    contents: bool = False
    smart: bool = False
    strike: bool = False
    tasks: bool = False
    wikilinks: bool = False
    sane_lists: bool = False
    tab: int = 4


def dialect(markdown: Mapping[str, Any]) -> Dialect:
    """The dialect of a `MARKDOWN` setting, empty when the site has none of its own."""
    on = _names(markdown) if markdown else _PELICANS
    if "extra" in on:
        on = on | _EXTRA
    return Dialect(
        tables="tables" in on,
        footnotes="footnotes" in on,
        abbreviations="abbr" in on,
        attributes="attr_list" in on,
        definitions="def_list" in on,
        fences=bool(on & {"fenced_code", "superfences"}),
        markdown_in_html="md_in_html" in on,
        loose_fences="superfences" in on,
        admonitions="admonition" in on,
        contents="toc" in on,
        smart=bool(on & {"smarty", "smartsymbols"}),
        strike="tilde" in on,
        tasks="tasklist" in on,
        wikilinks="wikilinks" in on,
        sane_lists="sane_lists" in on,
        tab=int(markdown.get("tab_length", 4)),
    )


def _names(markdown: Mapping[str, Any]) -> frozenset[str]:
    """The extensions by their last name: `markdown.extensions.toc:TocExtension` is `toc`."""
    given = [*markdown.get("extensions", ()), *markdown.get("extension_configs", ())]
    paths = (each if isinstance(each, str) else type(each).__module__ for each in given)
    return frozenset(path.partition(":")[0].rpartition(".")[2] for path in paths)
