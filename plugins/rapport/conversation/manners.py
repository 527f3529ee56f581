"""What a comment wants: whether it asks something, whether it only says thanks."""

from __future__ import annotations

import re

from rapport.conversation.bodies import render_body, text_of
from rapport.conversation.words import COURTESY

_MARKS = "?？؟¿⁇⁈⁉"
_LONGEST_COURTESY = 24
_LONGEST_OBJECT = 12
_NAME_WORDS = 3

_THANKS = frozenset().union(*(words.thanks for words in COURTESY.values()))
_BEFORE = frozenset().union(*(words.before for words in COURTESY.values()))
_TURNS = frozenset().union(*(words.turns for words in COURTESY.values()))
_AROUND = frozenset().union(*(words.around for words in COURTESY.values())) - _TURNS
_MAY_THANK = re.compile("|".join(sorted(_THANKS)) + "|🙏", re.IGNORECASE)

_PIECE = re.compile(r"(<[^>]*>)")
_OTHERS = re.compile(r"</?(blockquote|code|pre)>")
_BLOCK = re.compile(r"</?(?:p|br|li|ul|ol)\b")
_URL = re.compile(r"\S*://\S*|\bwww\.\S+")
_QUOTED = re.compile('"[^"\n]*"|“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»|»[^«\n]*«|「[^」\n]*」')
_ENDER = re.compile(rf"([.!…\n{_MARKS[:3]}{_MARKS[4:]}]+)")
_SPANISH = re.compile(r"¿\s*\w")
_IN_WORD = re.compile(r"[a-z0-9_=&%#/]")
_LETTER = re.compile(r"[^\W\d_]")
_CLAUSE = re.compile(r"[.,!?;:…()\n–—]+|\s-+\s")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?")


def asks(body: str) -> bool:
    """Whether a comment's body holds an interrogative sentence of the writer's own.

    That is a sentence with a question mark of any script, or an opening Spanish one; what stands
    in quotations, code and addresses does not count.
    """
    if not any(mark in body for mark in _MARKS):
        return False
    own = _QUOTED.sub(" ", _URL.sub(" ", _own_words(body)))
    return _SPANISH.search(own) is not None or _has_question(own)


def is_courtesy(body: str) -> bool:
    """Whether a body is a short word of thanks that asks nothing, in the languages of `words`.

    Each clause must thank, praise or address; anything more and the writer may expect an answer.
    """
    if not _MAY_THANK.search(body) or asks(body):
        return False
    own = _own_words(body)
    if "://" in own or len(own.split()) > _LONGEST_COURTESY:
        return False
    clauses = [_WORD.findall(clause.replace("’", "'")) for clause in _CLAUSE.split(own)]
    return any(map(_thanks, clauses)) and all(_is_polite(clause) for clause in clauses)


def _own_words(body: str) -> str:
    """The writer's own text, without blockquotes and code; blocks on lines of their own."""
    kept: list[str] = []
    depth = 0
    for piece in _PIECE.split(render_body(body)):
        if not piece.startswith("<"):
            kept.append("" if depth else piece)
        elif _OTHERS.match(piece):
            depth += -1 if piece[1] == "/" else 1
            kept.append(" ")
        elif _BLOCK.match(piece):
            kept.append("\n")
    return "\n".join(text_of(line) for line in "".join(kept).split("\n"))


def _has_question(text: str) -> bool:
    parts = _ENDER.split(text)
    for said, ender, rest in zip(parts[::2], parts[1::2], parts[2::2], strict=False):
        marked = any(mark in ender for mark in _MARKS)
        if marked and _LETTER.search(said) and not said.rstrip().endswith("("):
            if ender.endswith("?") and _IN_WORD.match(rest):
                continue
            return True
    return False


def _thanks(words: list[str]) -> bool:
    return any(word.casefold() in _THANKS for word in words)


def _is_polite(words: list[str]) -> bool:
    """One clause: thanks (and what for), praise, or the name of whom it is said to."""
    folded = [word.casefold() for word in words]
    if any(word in _TURNS for word in folded):
        return False
    for_what = next((i for i, word in enumerate(folded) if word in _BEFORE), len(folded))
    if _thanks(words[:for_what]) and len(folded) - for_what <= _LONGEST_OBJECT:
        words, folded = words[:for_what], folded[:for_what]
    strange = [w for w, f in zip(words, folded, strict=True) if f not in _AROUND | _THANKS]
    return len(strange) <= _NAME_WORDS and all(word[0].isupper() for word in strange)
