"""What the rules should find in a gold post by its labels, held against what they do find.

A rule about a whole post is right or wrong once a post; one about a sentence, a person, a quotation
or an image is held against each label. Rules whose subject nobody labelled are not here: README.md
says which, and why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from rapport.audit import judge
from rapport.model import Finding, Report, Site
from tests.audit.posts import SETTINGS
from tests.gold.labels import (
    ASKS,
    CLOSES,
    CREDITED,
    INVITES,
    OWNERS,
    SELLS,
    UNCLEAR,
    UNCREDITED,
    UNSOURCED,
    VAGUE,
)
from tests.gold.matching import Alike, Found, by_person, by_place, paired
from tests.gold.reading import Read
from tests.gold.score import Outcome, Verdict

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def judged(posts: Sequence[Read]) -> Report:
    """What the rules find in these posts, as one site without people and comments."""
    site = Site(posts=tuple(read.post for read in posts))
    return judge(site, {read.post.path: read.facts for read in posts}, SETTINGS, NOW)


def _asks(read: Read) -> bool:
    """A specific question; one in the header, where no label can stand, is taken for one."""
    return bool(read.gold.labelled(ASKS) or read.post.question)


def _asks_nothing(read: Read) -> bool:
    said = read.gold.labelled(ASKS, VAGUE, UNCLEAR, INVITES)
    return read.post.comments_open and not said and not read.post.question


def _asks_vaguely(read: Read) -> bool:
    return read.post.comments_open and not _asks(read) and bool(read.gold.labelled(VAGUE))


def _asks_unclearly(read: Read) -> bool:
    said = read.gold.labelled(UNCLEAR, INVITES)
    clear = _asks(read) or read.gold.labelled(VAGUE)
    return read.post.comments_open and bool(said) and not clear


def _names_nobody(read: Read) -> bool:
    return not read.gold.labelled(CREDITED, UNCREDITED)


def _links_to_nobody(read: Read) -> bool:
    return not read.gold.labelled(*OWNERS)


def _links_home(read: Read) -> bool:
    return bool(read.gold.labelled("w", "s")) and not read.gold.labelled("o")


@dataclass(frozen=True)
class OfPosts:
    """A rule that finds something in a post or does not; `holds` says what the labels say."""

    code: str
    holds: Callable[[Read], bool]


@dataclass(frozen=True)
class OfLabels:
    """Rules that together find what has one of these labels, each at its own place."""

    codes: tuple[str, ...]
    labels: tuple[str, ...]
    alike: Alike = by_place

    @property
    def name(self) -> str:
        """What the tables call them."""
        return ", ".join(self.codes)


RULES: tuple[OfPosts | OfLabels, ...] = (
    OfPosts("ASK101", _asks_nothing),
    OfPosts("ASK102", _asks_vaguely),
    OfPosts("ASK103", _asks_unclearly),
    OfPosts("PEO201", _names_nobody),
    OfLabels(("PEO202",), (UNCREDITED,), by_person),
    OfLabels(("PEO203",), (UNSOURCED,)),
    OfPosts("LNK301", _links_to_nobody),
    OfPosts("LNK302", _links_home),
    # The labels do not say which sentence asks to be hired and which one boasts.
    OfLabels(("SEL401", "SEL403"), (SELLS,)),
    OfLabels(("SEL402",), (CLOSES,)),
    OfLabels(("IMG601",), ("img", "imga")),
    OfLabels(("IMG602",), ("img", "imgc")),
)
NAMES = tuple(rule.code if isinstance(rule, OfPosts) else rule.name for rule in RULES)


def rule_outcomes(posts: Sequence[Read]) -> dict[str, list[Outcome]]:
    """For each post, by its name, what each rule found, missed, and found too much."""
    findings: dict[str, list[Finding]] = {read.post.path: [] for read in posts}
    for found in judged(posts).findings:
        findings[found.path].append(found)
    return {read.gold.name: [*_outcomes(read, findings[read.post.path])] for read in posts}


def _outcomes(read: Read, findings: Sequence[Finding]) -> Iterator[Outcome]:
    for rule in RULES:
        if isinstance(rule, OfPosts):
            yield from _of_post(rule, read, any(each.code == rule.code for each in findings))
        else:
            reported = [each for each in findings if each.code in rule.codes]
            yield from _of_labels(rule, read, reported)


def _of_post(rule: OfPosts, read: Read, found: bool) -> Iterator[Outcome]:
    wanted = rule.holds(read)
    if wanted or found:
        verdict: Verdict = "right" if wanted and found else "extra" if found else "missed"
        yield Outcome(rule.code, verdict, 1, "the whole post")


def _of_labels(rule: OfLabels, read: Read, findings: Sequence[Finding]) -> Iterator[Outcome]:
    """The outcomes of the rules together, and of each by itself what was right or too much."""
    reported = [Found(f.about, f.span, f.exact, f) for f in findings]
    pairs, missed, extra = paired(read.gold, read.gold.labelled(*rule.labels), reported, rule.alike)
    for each in pairs:
        yield from _of_finding(rule, each.found, "right")
    for thing in extra:
        yield from _of_finding(rule, thing, "extra")
    for label in missed:
        yield Outcome(rule.name, "missed", label.span.line, f"{label.code} {label.text}")


def _of_finding(rule: OfLabels, found: Found, verdict: Verdict) -> Iterator[Outcome]:
    for name in {rule.name, found.fact.code}:
        yield Outcome(name, verdict, found.span.line, found.words)
