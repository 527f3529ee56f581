"""What a site's readers wrote, and where posts quote it word for word.

A post quotes a reader when ten words in a row of one of its quotations stand, in the reader's own
voice, in a comment that is older than the post. Words that two readers wrote are nobody's: a
statute, a saying. All comments are read once, every fifth word of them is looked up, and only where
five words agree the ten around them are: time is linear in the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from unicodedata import normalize

from rapport.model import Comment, Facts, Post, Quoted, Site

RUN = 10  # so many words in a row are somebody's own
_STEP = RUN // 2
_FIRM = ("firm", "brand")
_BREAK = "\u2029"
# What a comment quotes in its turn is not the reader's.
_QUOTED = re.compile(
    '"[^"\n]{20,}"|\u201c[^\u201c\u201d]{20,}\u201d|\u201e[^\u201e\u201c]{20,}\u201c'
    "|\u00ab[^\u00ab\u00bb]{20,}\u00bb"
)
_TOKEN = re.compile(rf"\w+|{_BREAK}")
_APOSTROPHES = str.maketrans("", "", "'\u2019\u2018_*`")

Words = list[str]


@dataclass(frozen=True, slots=True)
class Readers:
    """The shown comments of readers by id, and the quotations made of them by the post's path."""

    comments: Mapping[str, Comment] = field(default_factory=dict)
    quoted: Mapping[str, tuple[tuple[Quoted, Comment], ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, site: Site, facts: Mapping[str, Facts]) -> Readers:
        """What readers wrote, and which posts that have facts quote them.

        Whose words they are is not said when not all comments were read: two may have written them.
        """
        comments = {
            comment.id: comment
            for comment in site.comments
            if comment.status == "shown" and comment.kind == "comment" and comment.role not in _FIRM
        }
        posts = [post for post in site.posts if post.path in facts] if site.whole else []
        return cls(comments, _quoted(posts, facts, comments.values()) if comments else {})


@dataclass(slots=True)
class _Index:
    """Every ten words in a row of the quotations, and every five for a first look."""

    quotations: list[tuple[Post, Quoted]] = field(default_factory=list)
    tens: dict[tuple[str, ...], list[int]] = field(default_factory=dict)
    fives: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, post: Post, quotation: Quoted, words: Words) -> None:
        number = len(self.quotations)
        self.quotations.append((post, quotation))
        for start in range(len(words) - RUN + 1):
            same = self.tens.setdefault(tuple(words[start : start + RUN]), [])
            if not same or same[-1] != number:
                same.append(number)
        self.fives.update(tuple(words[n : n + _STEP]) for n in range(len(words) - _STEP + 1))

    def within(self, words: Words) -> Iterator[int]:
        """The numbers of the quotations that share ten words in a row with these."""
        for at in range(0, len(words) - _STEP + 1, _STEP):
            if tuple(words[at : at + _STEP]) in self.fives:
                for start in range(max(0, at - _STEP), at + 1):
                    yield from self.tens.get(tuple(words[start : start + RUN]), ())


def _quoted(
    posts: Iterable[Post], facts: Mapping[str, Facts], comments: Iterable[Comment]
) -> dict[str, tuple[tuple[Quoted, Comment], ...]]:
    index = _Index()
    for post in posts:
        for quotation in facts[post.path].quotations:
            words = _words(quotation.text)
            if len(words) >= RUN:
                index.add(post, quotation, words)
    if not index.tens:
        return {}
    writers: dict[int, dict[str, Comment]] = {}
    for comment in comments:
        for number in set(index.within(_words(_own(comment.body)))):
            if comment.date <= _latest(index.quotations[number][0]):
                writers.setdefault(number, {}).setdefault(comment.author, comment)
    found: dict[str, list[tuple[Quoted, Comment]]] = {}
    for number, by_author in sorted(writers.items()):
        if len(by_author) == 1:
            post, quotation = index.quotations[number]
            found.setdefault(post.path, []).extend((quotation, c) for c in by_author.values())
    return {path: tuple(each) for path, each in found.items()}


def _latest(post: Post) -> datetime:
    return max((post.date, *(update.date for update in post.updates)))


def _own(body: str) -> str:
    """A comment without what it quotes; a break stands where something was left out."""
    if ">" in body:
        lines = (_BREAK if line.lstrip().startswith(">") else line for line in body.split("\n"))
        body = "\n".join(lines)
    return _QUOTED.sub(_BREAK, body)


def _words(text: str) -> Words:
    """The words for comparing: in lower case, without marks, apostrophes and emphasis."""
    plain = text if text.isascii() else normalize("NFC", text)
    return _TOKEN.findall(plain.lower().translate(_APOSTROPHES))
