"""What a post speaks: its language, and whom its own prose speaks to and of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from rapport.audit.context import Context
from rapport.audit.facts.prose import Prose, Sentence
from rapport.audit.languages import Language, Part, base, detected, is_plainly
from rapport.model import Addressed, Document, Post

_WORD = re.compile(r"[^\W\d_]+")
_AT_FIRST = 100  # words cut at spaces: enough for nearly every post in the site's language
_LOOKED_AT = 300  # words: a post says in its first paragraphs what language it is in
_SPOKEN = frozenset({"paragraph", "item"})
_HOUSE = Part.FIRM | Part.CLIENTS
_CAPITALS = re.compile(r"[A-Z](?<=\b.)[A-Z]+\b")  # begins with what a search can skip to


def tongue(post: Post, document: Document, context: Context) -> str:
    """The tag of the language a post is in: what it says, else what its words are plainly in.

    A header with `Lang:` (or a folder that says so) is believed. Where there is none, the first
    words of the author's paragraphs are looked at; the site's language stands unless they are
    plainly in another that is known.
    """
    if post.lang != context.language or post.header.get("lang") is not None:
        return post.lang
    first = chain.from_iterable(text.lower().split() for text in _texts(document))
    if is_plainly(list(islice(first, _AT_FIRST)), post.lang):
        return post.lang
    words = chain.from_iterable(_WORD.findall(text.lower()) for text in _texts(document))
    found = detected(list(islice(words, _LOOKED_AT)), post.lang)
    return post.lang if found == base(post.lang) else found


def _texts(document: Document) -> Iterator[str]:
    return (b.text for b in document.blocks if b.kind in _SPOKEN and not b.quoted)


def addressed(prose: Prose, context: Context) -> Addressed:
    """How often the author's own sentences say "you", "we" and "I", in any of their forms."""
    spoken = prose.language
    if spoken is None:
        return Addressed()
    whole = spoken.you | spoken.we | spoken.me
    endings = spoken.you_endings + spoken.we_endings
    you = me = we = as_firm = 0
    for sentence in prose.own:
        if not endings and whole.isdisjoint(sentence.bag):
            continue
        said = [word for word in sentence.words if word in whole or word.endswith(endings)]
        you += sum([word in spoken.you or word.endswith(spoken.you_endings) for word in said])
        me += sum([word in spoken.me for word in said])
        of_us = _of_us(said, sentence, spoken)
        if of_us:
            we += of_us
            as_firm += of_us if _is_firm(sentence, spoken, context) else 0
    return Addressed(you, we, me, as_firm)


def _of_us(words: list[str], sentence: Sentence, spoken: Language) -> int:
    """How often a sentence says "we"; "the US" in capitals does not, nor does the word "firm"."""
    ours = [w for w in words if w in spoken.we or w.endswith(spoken.we_endings)]
    if not ours:
        return 0
    said = sum(word not in spoken.houses for word in ours)
    if not sentence.said.isupper():
        said -= sum(found.lower() in spoken.we for found in _CAPITALS.findall(sentence.said))
    return max(0, said)


def _is_firm(sentence: Sentence, spoken: Language, context: Context) -> bool:
    """Whether a sentence that says "we" also names the firm, its people or its clients."""
    if any(name in sentence.said for name in context.firm_names):
        return True
    return any(spoken.selling.parts[word] & _HOUSE for word in sentence.words)
