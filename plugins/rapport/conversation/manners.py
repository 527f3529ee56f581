"""What a comment wants: whether it asks something, whether it only says thanks."""

from __future__ import annotations

import re
from html import unescape

from rapport.conversation.bodies import render_body
from rapport.conversation.words import COURTESY, Courtesy

_LONGEST_COURTESY = 24
_LONGEST_OBJECT = 12
_NAME_WORDS = 3

_THANKS = frozenset[str]().union(*(words.thanks for words in COURTESY.values()))
# Words that hold no other word of the tables: looking for these finds every word of thanks.
_STEMS = tuple(w for w in sorted(_THANKS) if not any(v != w and v in w for v in _THANKS))

_TAG = re.compile(r"<([^>]*)>")
_OTHERS = frozenset({"blockquote", "code", "pre"})
_SEAMLESS = frozenset({"a", "em", "strong"})
_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|^\W*www\.")
_QUOTED = re.compile('"[^"\n]*"|“[^“”\n]*”|„[^„“”\n]*[“”]|«[^«»\n]*»|»[^«»\n]*«|「[^「」\n]*」')
_MARKS = "?？؟⁇⁈⁉"
_ENDER = re.compile(rf"([.!…\n{_MARKS}]+)")
_SPANISH = re.compile(r"¿\s*\w")
_IN_WORD = re.compile(r"[a-z0-9_=&%#/]")
_LETTER = re.compile(r"[^\W\d_]")
_CLAUSE = re.compile(r"[.,!;:…()\n–—]+|\s-+\s")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?")


def asks(body: str) -> bool:
    """Whether a comment's body holds an interrogative sentence of the writer's own.

    That is a sentence with a question mark of any script, or an opening Spanish one; what stands
    in quotations, code and addresses does not count.
    """
    if not any(mark in body for mark in _MARKS) and "¿" not in body:
        return False
    return _asks(_own_words(body))


def is_courtesy(body: str) -> bool:
    """Whether a body is a short word of thanks that asks nothing, in one of `words`' languages.

    Each clause must thank, praise or address; anything more and the writer may expect an answer.
    """
    if not _may_thank(body):
        return False
    own = _own_words(body)
    if "://" in own or len(own.split()) > _LONGEST_COURTESY or _asks(own):
        return False
    clauses = [_WORD.findall(clause) for clause in _CLAUSE.split(own.replace("’", "'"))]
    return any(_is_courtesy_in(language, clauses) for language in COURTESY.values())


def _may_thank(body: str) -> bool:
    """What a look at the letters tells: most comments are too long or hold no such word."""
    folded = body.casefold()
    if not any(stem in folded for stem in _STEMS):
        return False
    own = (line for line in body.split("\n") if not line.lstrip().startswith(">"))
    return sum(len(line.split()) for line in own) <= _LONGEST_COURTESY


def _own_words(body: str) -> str:
    """The writer's own text, without blockquotes and code; each block on lines of its own."""
    pieces = _TAG.split(render_body(body))
    kept = pieces[:1]
    depth = 0
    for tag, text in zip(pieces[1::2], pieces[2::2], strict=True):
        name = tag.lstrip("/").partition(" ")[0]
        if name in _OTHERS:
            depth += -1 if tag[0] == "/" else 1
        if not depth:
            kept += _seam(name), text
    return unescape("".join(kept))


def _seam(tag: str) -> str:
    if tag in _SEAMLESS:
        return ""
    return " " if tag == "code" else "\n"


def _without_addresses(text: str) -> str:
    if "://" not in text and "www." not in text:
        return text
    return _TOKEN.sub(lambda found: " " if _ADDRESS.search(found[0]) else found[0], text)


def _asks(own: str) -> bool:
    said = _QUOTED.sub(" ", _without_addresses(own))
    return _SPANISH.search(said) is not None or _has_question(said)


def _has_question(text: str) -> bool:
    """Whether a stretch with a letter in it ends in a question mark that ends a sentence."""
    parts = _ENDER.split(text)
    for said, ender, rest in zip(parts[::2], parts[1::2], parts[2::2], strict=False):
        marked = any(mark in ender for mark in _MARKS)
        within = ender.endswith("?") and _IN_WORD.match(rest)
        aside = said.endswith("(") and rest.startswith(")")
        if marked and not within and not aside and _LETTER.search(said):
            return True
    return False


def _is_courtesy_in(language: Courtesy, clauses: list[list[str]]) -> bool:
    thanked = any(word.casefold() in language.thanks for clause in clauses for word in clause)
    return thanked and all(_is_polite(language, clause) for clause in clauses)


def _is_polite(language: Courtesy, words: list[str]) -> bool:
    """One clause: thanks (and what for), praise, or the name of whom it is said to."""
    folded = [word.casefold() for word in words]
    if not language.turns.isdisjoint(folded):
        return False
    for_what = next((i for i, word in enumerate(folded) if word in language.before), len(folded))
    thanked = not language.thanks.isdisjoint(folded[:for_what])
    if thanked and len(folded) - for_what <= _LONGEST_OBJECT:
        words = words[:for_what]
    known = language.around | language.thanks
    strange = [word for word in words if word.casefold() not in known]
    return len(strange) <= _NAME_WORDS and all(word[0].isupper() for word in strange)
