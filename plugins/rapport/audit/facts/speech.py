"""What a post speaks: its language, and whom its own prose speaks to and of."""

from __future__ import annotations

import re
from itertools import chain, islice

from rapport.audit.context import Context
from rapport.audit.facts.prose import Prose
from rapport.audit.languages import Language, base, detected
from rapport.model import Addressed, Document, Post

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 300  # words: a post says in its first paragraphs what language it is in
_SPOKEN = frozenset({"paragraph", "item"})
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")


def tongue(post: Post, document: Document, context: Context) -> str:
    """The tag of the language a post is in: what it says, else what its words are plainly in.

    A header with `Lang:` (or a folder that says so) is believed. Where there is none, the first
    words of the author's paragraphs are looked at; the site's language stands unless they are
    plainly in another that is known.
    """
    if post.lang != context.language or post.header.get("lang") is not None:
        return post.lang
    texts = (b.text for b in document.blocks if b.kind in _SPOKEN and not b.quoted)
    words = chain.from_iterable(_WORD.findall(text.lower()) for text in texts)
    found = detected(list(islice(words, _LOOKED_AT)), post.lang)
    return post.lang if found == base(post.lang) else found


def addressed(prose: Prose) -> Addressed:
    """How often the author's own sentences say "you", "we" and "I", in any of their forms."""
    spoken = prose.language
    if spoken is None:
        return Addressed()
    you = we = i = 0
    for sentence in prose.own:
        words = sentence.words
        you += sum(map(spoken.you.__contains__, words))
        i += sum(map(spoken.me.__contains__, words))
        we += sum(map(spoken.we.__contains__, words)) - sum(map(spoken.houses.__contains__, words))
        if spoken.you_endings:
            you += sum(_ends(word, spoken.you_endings, spoken.you) for word in words)
        if spoken.we_endings:
            we += sum(_ends(word, spoken.we_endings, spoken.we) for word in words)
        if not sentence.said.isupper():
            we -= _countries(sentence.said, spoken)
    return Addressed(you, max(0, we), i)


def _ends(word: str, endings: tuple[str, ...], counted: frozenset[str]) -> bool:
    return word.endswith(endings) and word not in counted


def _countries(said: str, spoken: Language) -> int:
    """How many words that look like "we" are names in capitals: the US."""
    return sum(found.lower() in spoken.we for found in _CAPITALS.findall(said))
