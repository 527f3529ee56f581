"""What a built site really holds: posts, comments and words, counted in the pages themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

from bench.corpus import Corpus
from bench.prose import count_words

TOLERANCE = 0.005
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_UNSEEN = frozenset(("script", "style", "template"))
Area = Literal["article", "comment", "nothing"]


class UnequalError(Exception):
    """A generator's pages do not hold what the corpus holds; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An element by its tag and, where given, a class of its own and of an element around it."""

    tag: str
    css: str = ""
    within: str = ""

    def fits(self, tag: str, classes: Iterable[str], around: Iterable[Collection[str]]) -> bool:
        """Whether an element with this tag and these classes is meant; `around` are the others'."""
        return (
            self.tag == tag
            and (not self.css or self.css in classes)
            and (not self.within or any(self.within in outer for outer in around))
        )


@dataclass(frozen=True, slots=True)
class Marks:
    """How to find a post's text and its comments' texts in one generator's pages.

    What fits both is a comment. Elements of `skip` are passed over wherever they stand, with all
    they hold.
    """

    article: Mark
    comment: Mark
    skip: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """What was found in the pages of a site."""

    posts: int = 0
    comments: int = 0
    article_words: int = 0
    comment_words: int = 0
    pages: int = 0
    feeds: int = 0


@dataclass(slots=True)
class _Tally:
    seen: dict[Area, int] = field(default_factory=lambda: dict.fromkeys(_AREAS, 0))
    words: dict[Area, int] = field(default_factory=lambda: dict.fromkeys(_AREAS, 0))


_AREAS: tuple[Area, ...] = ("article", "comment", "nothing")


class _Page(HTMLParser):
    """Adds one page to a tally. `_open` holds each open element and the area around it."""

    def __init__(self, marks: Marks, tally: _Tally) -> None:
        super().__init__()
        self._marks = marks
        self._tally = tally
        self._open: list[tuple[str, list[str], Area]] = []
        self._area: Area = "nothing"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        classes = (dict(attrs).get("class") or "").split()
        area = self._entered(tag, classes)
        self._open.append((tag, classes, self._area))
        if area and area != self._area:
            self._tally.seen[area] += 1
            self._area = area

    def _entered(self, tag: str, classes: list[str]) -> Area | None:
        around = [outer for _, outer, _ in self._open]
        if self._marks.comment.fits(tag, classes, around):
            return "comment"
        if self._marks.article.fits(tag, classes, around):
            return "article"
        if tag in _UNSEEN or any(mark.fits(tag, classes, around) for mark in self._marks.skip):
            return "nothing"
        return None

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<br/>` and its like hold nothing."""

    def handle_endtag(self, tag: str) -> None:
        if not any(name == tag for name, _, _ in self._open):
            return
        while self._open:
            name, _, before = self._open.pop()
            if name == tag:
                self._area = before
                return

    def handle_data(self, data: str) -> None:
        if self._area != "nothing":
            self._tally.words[self._area] += count_words(data)


def count(output: Path, slugs: Iterable[str], marks: Marks) -> Counts:
    """What stands in the pages of these posts; pages and feeds are those of the whole folder."""
    tally = _Tally()
    posts = 0
    for slug in slugs:
        page = output / slug / "index.html"
        if page.is_file():
            before = tally.words["article"]
            reader = _Page(marks, tally)
            reader.feed(page.read_text(encoding="utf-8"))
            reader.close()
            posts += tally.words["article"] > before
    return Counts(
        posts,
        tally.seen["comment"],
        tally.words["article"],
        tally.words["comment"],
        sum(1 for _ in output.rglob("*.html")),
        sum(1 for _ in output.rglob("*.xml")),
    )


def check(name: str, counts: Counts, corpus: Corpus) -> None:
    """Raise UnequalError unless the pages hold every post, every comment and the same words.

    Words may differ by half a percent: generators treat dashes and marks a little differently.
    """
    faults = []
    exact = (("posts", len(corpus.essays)), ("comments", corpus.comments))
    faults += [
        f"{getattr(counts, what)} {what} instead of {wanted}"
        for what, wanted in exact
        if getattr(counts, what) != wanted
    ]
    about = (("article_words", corpus.article_words), ("comment_words", corpus.comment_words))
    faults += [
        f"{getattr(counts, what)} {what.replace('_', ' ')} instead of {wanted}"
        for what, wanted in about
        if abs(getattr(counts, what) - wanted) > TOLERANCE * wanted
    ]
    if faults:
        raise UnequalError(f"{name} did not make the same pages: {', '.join(faults)}.")
