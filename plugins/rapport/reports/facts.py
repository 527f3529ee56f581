"""What was measured, unjudged, for other programs: one JSON object, schema 1.

Every fact carries its place (`line`, `column`, `end_line`, `end_column`, `exact`) beside what was
found; places are as in the audit's JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

from rapport.model import Facts, Image, Link, Named, Question, Quoted, Span, Told
from rapport.reports.jsons import SCHEMA, dumped


class _Placed(Protocol):
    """A fact that stands somewhere."""

    @property
    def span(self) -> Span: ...

    @property
    def exact(self) -> bool: ...


_Fact = TypeVar("_Fact", bound=_Placed)


def facts_json(facts: Iterable[Facts]) -> str:
    """The facts of some posts as JSON, ended by a line feed."""
    document = {"schema": SCHEMA, "posts": [_post(post) for post in facts]}
    return dumped(document)


def _post(facts: Facts) -> dict[str, Any]:
    said = facts.addressed
    return {
        "path": facts.path,
        "language": facts.language,
        "words": facts.words,
        "questions": _all(facts.questions, _question),
        "invitations": _all(facts.invitations, _told),
        "people": _all(facts.people, _person),
        "pitch": _all(facts.pitch, _told),
        "quotations": _all(facts.quotations, _quotation),
        "links": _all(facts.links, _link),
        "images": _all(facts.images, _image),
        "addressed": {"you": said.you, "we": said.we, "i": said.i},
    }


def _all(facts: Iterable[_Fact], keys: Callable[[_Fact], dict[str, Any]]) -> list[dict[str, Any]]:
    return [keys(fact) | _place(fact) for fact in facts]


def _place(fact: _Placed) -> dict[str, Any]:
    span = fact.span
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "exact": fact.exact,
    }


def _question(fact: Question) -> dict[str, Any]:
    return {"text": fact.text, "for_reader": fact.for_reader, "why": fact.why}


def _told(fact: Told) -> dict[str, Any]:
    return {"text": fact.text}


def _person(fact: Named) -> dict[str, Any]:
    return {"name": fact.name, "credited": fact.credited}


def _quotation(fact: Quoted) -> dict[str, Any]:
    return {"text": fact.text, "source": fact.source}


def _link(fact: Link) -> dict[str, Any]:
    return {"url": fact.url, "text": fact.text, "to": fact.to}


def _image(fact: Image) -> dict[str, Any]:
    return {"src": fact.src, "credit": fact.credit, "alt": fact.alt}
