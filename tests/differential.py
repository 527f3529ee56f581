"""What a blog's posts do by their source, held against what their pages show.

    PYTHONPATH=plugins python -m tests.differential path/to/pelicanconf.py [-v]

renders every Markdown post of a site with Pelican's own readers, writes nothing, and prints how
many facts the page made inexact or took away, and how many places the preview could not mark. Each
is a difference to look at: either the page does show something else (a plugin, a template), or our
reading of Markdown is wrong and is to be mended.
"""

from __future__ import annotations

import argparse
import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapport.audit import Context, measure, measure_shown
from rapport.building import renderer
from rapport.cli.opening import open_site
from rapport.errors import BuildError
from rapport.model import Document, Facts, Post
from rapport.sources import document, imprint, imprint_of_page, page, placed

KINDS = ("questions", "invitations", "people", "pitch", "quotations", "links", "images", "handles")


@dataclass(frozen=True)
class Difference:
    """One fact that the page does not show, or cuts differently."""

    path: str
    kind: str
    what: str
    line: int
    said: str


def differences(before: Facts, after: Facts) -> Iterator[Difference]:
    """The facts of one post that are gone or no longer exact on its page."""
    for kind in KINDS:
        left = {(fact.span, words(fact)): fact for fact in getattr(after, kind)}
        for fact in getattr(before, kind):
            found = left.get((fact.span, words(fact)))
            if found is None or found.exact != fact.exact:
                what = "gone" if found is None else "inexact"
                yield Difference(before.path, kind, what, fact.span.line, words(fact))


def unplaced(read: Document, html: str, facts: Facts, first: int) -> Iterator[Difference]:
    """The exact facts of one post, from line `first` on, that cannot be found on its page."""
    exact = [
        (kind, fact)
        for kind in KINDS
        for fact in getattr(facts, kind)
        if fact.exact and fact.span.line >= first
    ]
    shown = placed(read, html, [fact.span for _, fact in exact])
    for (kind, fact), place in zip(exact, shown, strict=True):
        if place is None:
            yield Difference(facts.path, kind, "unplaced", fact.span.line, words(fact))


def words(fact: object) -> str:
    """What a fact is about."""
    names = fact._fields  # type: ignore[attr-defined] # every kind of fact is a named tuple
    return next(str(getattr(fact, name)) for name in ("text", "name", "src") if name in names)


def both(post: Post, read: Document, html: str, context: Context) -> tuple[Facts, Facts]:
    """The facts of a post by its source, and by its page, whatever the cheap test says."""
    return measure(post, read, context), measure_shown(post, read, page(html), context)


def main() -> None:
    """Compare a whole site."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("settings", type=Path)
    parser.add_argument("-v", action="store_true", help="list every difference")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    opened = open_site(given.settings)
    context = Context.of(opened.site, opened.settings)
    render = renderer(given.settings)
    posts = [post for post in opened.site.posts if post.markup == "markdown"]
    count, unlike, found = 0, 0, list[Difference]()
    for post in posts:
        try:
            html = render(post)
        except BuildError as fault:
            print(fault)
            continue
        read = document(post, opened.settings)
        before, after = both(post, read, html, context)
        count += sum(len(getattr(before, kind)) for kind in KINDS)
        unlike += not imprint(read).stands_on(imprint_of_page(html))
        found += differences(before, after)
        found += unplaced(read, html, after, post.text.count("\n", 0, post.body) + 1)
    number = Counter(each.what for each in found)
    print(
        f"{len(posts)} posts, {unlike} that the cheap test lets through to the dear one; {count} "
        f"facts, {number['gone']} gone, {number['inexact']} inexact, {number['unplaced']} unplaced."
    )
    for each in found if given.v else ():
        print(f"{each.path}:{each.line}  {each.kind} {each.what}: {each.said[:80]!r}")


if __name__ == "__main__":
    main()
