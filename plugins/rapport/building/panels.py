"""The panel of a post: what the audit says of it while it is being written, and what counted.

Only the preview has panels. A finding whose words stand in the text leads to them, one about a
comment leads to the comment; whatever else is at fault is listed with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from rapport.audit import RULES
from rapport.building import markup
from rapport.building.manuals import rule_url
from rapport.building.marking import finding_id, mark_id, marked
from rapport.building.preview_views import AdviceView, CountedView, FindingView, PanelView
from rapport.building.run import Run
from rapport.building.views import CommentView, ThreadView
from rapport.conversation import excerpt
from rapport.model import Facts, Finding, Lights, Post, one_line
from rapport.reports import COLUMNS, LIGHT_WORDS, colours
from rapport.sources import Shown, document, placed, thread_id

_NOT_JUDGED = "not judged"
_NAMES = {rule.code: rule.name for rule in RULES}
# A post with more findings than this needs no help to find them.
_MOST_MARKS = 300
_EXCERPT = 90
_TAG = re.compile(r"<[^<>]*>")


class Panels:
    """The panels of a run's posts, made once it was judged."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._lights = {lights.path: lights for lights in run.report.lights}
        self._findings: dict[str, list[Finding]] = {}
        for each in run.report.findings:
            self._findings.setdefault(each.path, []).append(each)

    def of(
        self, post: Post, article: Any, thread: ThreadView, then: markup.Change
    ) -> tuple[Markup, PanelView | None]:
        """The text of a post with the words of its findings marked, and its panel.

        `then` is what happens to the text of every post. Without a panel for a post that was not
        judged.
        """
        lights, facts = self._lights.get(post.path), self._run.facts.get(post.path)
        if lights is None or facts is None:
            return markup.content(article, then), None
        comments = self._comments(post, thread)
        findings = _grouped(self._about(post, comments))
        html = str(article.content)
        places = self._places(post, findings, html)

        def mark(text: str) -> str:
            found = places if text == html else self._places(post, findings, text)
            return then(marked(text, found.items()))

        desk = _Desk(post, html, comments, places)
        return markup.content(article, mark), _panel(lights, facts, tuple(_advice(findings, desk)))

    def _comments(self, post: Post, thread: ThreadView) -> dict[str, CommentView | None]:
        """The comments under a post by the paths of their files; None for what is not shown."""
        known = self._run.site.threads[thread_id(post.id, post.lang, self._run.settings)]
        views = {view.id: view for view in thread.comments}
        return {turn.comment.path: views.get(turn.comment.id) for turn in known.turns}

    def _about(self, post: Post, comments: Mapping[str, object]) -> list[Finding]:
        """What is wrong with a post and with the comments under it, most important first."""
        paths = (post.path, *comments)
        found = (each for path in paths for each in self._findings.get(path, ()))
        return sorted(found, key=lambda each: each.severity != "error")

    def _places(self, post: Post, findings: Sequence[Finding], html: str) -> dict[int, Shown]:
        """Where `html` shows the words of findings, by the number of each."""
        first = _first_line(post)
        spans = {
            number: each.span
            for number, each in enumerate(findings[:_MOST_MARKS], 1)
            if each.path == post.path and each.exact and each.span.line >= first
        }
        if not spans or post.markup != "markdown":
            return {}
        shown = placed(document(post, self._run.settings), html, spans.values())
        return {number: each for number, each in zip(spans, shown, strict=True) if each}


def _panel(lights: Lights, facts: Facts, advice: tuple[AdviceView, ...]) -> PanelView:
    out = (link for link in facts.links if link.to == "other")
    return PanelView(
        lights=_light_words(lights),
        advice=advice,
        questions=tuple(_questions(facts)),
        people=tuple(
            CountedView(each.span.line, one_line(each.name))
            for each in facts.people
            if each.credited
        ),
        links=tuple(
            CountedView(each.span.line, one_line(each.text), one_line(each.url)) for each in out
        ),
    )


def _light_words(lights: Lights) -> tuple[tuple[str, str], ...]:
    """Each light's name, and what its colour means."""
    return tuple(
        (name, _NOT_JUDGED if colour == "grey" else LIGHT_WORDS[colour])
        for name, colour in zip(COLUMNS.values(), colours(lights), strict=True)
    )


def _grouped(findings: Iterable[Finding]) -> list[Finding]:
    """The findings of one rule beside each other, and of those the ones that say the same.

    Rules and messages stay in the order of the first finding of each.
    """
    rules: dict[str, dict[str, list[Finding]]] = {}
    for each in findings:
        rules.setdefault(each.code, {}).setdefault(each.message, []).append(each)
    return [each for said in rules.values() for same in said.values() for each in same]


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a finding is told with: its post, the page, the comments, the places that are marked."""

    post: Post
    html: str
    comments: Mapping[str, CommentView | None]
    places: Mapping[int, Shown]


def _advice(findings: Iterable[Finding], desk: _Desk) -> Iterator[AdviceView]:
    """What each rule says, with the findings that it says it of."""
    numbered = enumerate(findings, 1)
    for (code, message), group in groupby(numbered, lambda pair: (pair[1].code, pair[1].message)):
        told = list(group)
        yield AdviceView(
            code=code,
            name=_NAMES.get(code, ""),
            severity=told[0][1].severity,
            message=_with_code(one_line(message)),
            rule=rule_url(code),
            findings=tuple(_finding(each, number, desk) for number, each in told),
        )


def _with_code(message: str) -> Markup:
    """A message as HTML: what stands between backticks is to be typed."""
    parts = message.split("`")
    if len(parts) % 2 == 0:
        return escape(message)
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if at % 2 else part for at, part in enumerate(parts)
    )


def _finding(each: Finding, number: int, desk: _Desk) -> FindingView:
    comment = desk.comments.get(each.path)
    shown = desk.places.get(number)
    if comment is not None:
        words, place = comment.excerpt, comment.anchor
    else:
        words, place = (_words(shown, desk.html), mark_id(number)) if shown else ("", "")
    return FindingView(finding_id(number), number, _where(each, desk), words, place)


def _where(each: Finding, desk: _Desk) -> str:
    """What a finding is about, in words."""
    if each.path != desk.post.path:
        comment = desk.comments.get(each.path)
        return f"Comment by {comment.author.name}" if comment else one_line(each.path)
    title = desk.post.header.get("title")
    if title is not None and each.span.line == title.line and not each.code.startswith("CFG"):
        return "The whole post"
    header = each.span.line < _first_line(desk.post)
    return f"{'Header, line' if header else 'Line'} {each.span.line}"


def _words(shown: Shown, html: str) -> str:
    """The first words of a place, as text."""
    stretches = (html[start:end] for start, end in shown.stretches)
    return excerpt(one_line(unescape(_TAG.sub(" ", "".join(stretches)))), _EXCERPT)


def _first_line(post: Post) -> int:
    """The line on which the text of a post begins."""
    return post.text.count("\n", 0, post.body) + 1


def _questions(facts: Facts) -> Iterator[CountedView]:
    for question in facts.questions:
        if question.for_reader == "yes":
            why = f"{question.why}, but about nothing in particular"
            why = why if question.vague else question.why
            yield CountedView(question.span.line, one_line(question.text), why)
