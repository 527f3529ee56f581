"""What the tests of a language ask of it: small looks at one text, in one language."""

from __future__ import annotations

from rapport.audit.languages import detected, words
from rapport.model import Facts
from tests.audit.posts import body, facts

HEAD = "Title: A post\nDate: 2026-01-05\nAuthors: Lena Brandt\n\n"


def found_in(text: str, site: str) -> str:
    """The language a post without `Lang:` is measured in, on a site in another language."""
    return detected([word for word in words(text) if word.isalpha()], site)


def without_lang(text: str) -> Facts:
    """The facts of a post that does not say its language, on a site in English."""
    return facts(HEAD + text)


def spoken(text: str, lang: str) -> tuple[int, int, int]:
    """How often a text says "you", "we" and "I"."""
    said = body(text, lang).addressed
    return said.you, said.we, said.i


def asked(text: str, lang: str) -> list[tuple[str, bool]]:
    """For each question whether it is for readers, and whether it is vague."""
    return [(question.for_reader, question.vague) for question in body(text, lang).questions]


def named(text: str, lang: str) -> list[str]:
    """Who is named."""
    return [person.name for person in body(text, lang).people]


def nowhere(link_text: str, lang: str) -> bool:
    """Whether a link text does not say where the link leads."""
    return not body(f"[{link_text}](https://quay.example/x)", lang).links[0].says_where
