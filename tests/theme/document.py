"""A page as a tree, and the few questions the tests ask of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

import html5lib


@cache
def parse(html: str) -> Element:
    """The page as browsers see it; raises html5lib's ParseError at the first fault."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(html)
    return tree


def lenient(html: str) -> Element:
    """The page as browsers see it, faults and all."""
    tree: Element = html5lib.parse(html, namespaceHTMLElements=False)
    return tree


def elements(tree: Element, *tags: str) -> Iterator[Element]:
    """Elements in order of the page; all of them, or those of these tags."""
    for one in tree.iter():
        if isinstance(one.tag, str) and (not tags or one.tag in tags):
            yield one


def classes(one: Element) -> list[str]:
    return one.get("class", "").split()


def of_class(tree: Element, name: str) -> list[Element]:
    return [one for one in elements(tree) if name in classes(one)]


def text(one: Element) -> str:
    """What is read out, in one line."""
    return " ".join("".join(one.itertext()).split())


def name(one: Element, tree: Element) -> str:
    """The accessible name of an element: a label, what labels it, or its text."""
    if label := one.get("aria-label"):
        return label
    if owner := one.get("aria-labelledby"):
        return " ".join(text(by_id(tree, part)) for part in owner.split())
    return text(one)


def by_id(tree: Element, wanted: str) -> Element:
    found = [one for one in elements(tree) if one.get("id") == wanted]
    assert found, f"nothing has the id {wanted}"
    return found[0]
