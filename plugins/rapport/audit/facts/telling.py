"""What each of the author's sentences does: which groups of phrases stand in it.

Invitations, pitches and questions lean on each other (a question before a pitch is a lure, one
before an invitation is meant), so the sentences are read once, here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache, partial
from typing import Literal, NamedTuple

from rapport.audit.context import Context
from rapport.audit.facts.chains import chains
from rapport.audit.facts.names import Names
from rapport.audit.facts.prose import BLANK, Prose, Sentence
from rapport.audit.facts.selling import NOTHING, Near, Pitch, Reach, said_in, weigh
from rapport.audit.facts.tone import by_ear
from rapport.audit.languages import Language, fold_name, language, words
from rapport.model import Link, LinkText

Does = Literal["asks", "invites", "hires", "boasts", "disclaims", "tells"]

# The question marks of Latin and Greek scripts, Arabic, Armenian, Ethiopic, full width.
QUESTION_MARKS = ("?", "\uff1f", "\u061f", "\u055e", "\u1367", "\u203d", "\u2e2e")
_CLOSERS = " \t\"'\u00bb\u201d\u2019)]}*_!\u2026" + BLANK
_OPENERS = "\"'\u00ab\u201c\u201e\u2018\u00bf([*_ "
_NOTE_NUMBER = "0123456789[]"


# A post with so many sentences that sell, and one in so many, sells throughout.
_SELLING_POST = 2
_ONE_IN = 20
_LONGEST_NAME = 6
_APPEAL = 4
_OWN_PRAISE = frozenset({"boast", "able"})
_MAIL = re.compile(r"@([\w.-]+)")
_ADDRESS = re.compile(r"[\w.+-]{0,40}@[\w.-]{1,80}|(?<=\w)\.\w{2,20}\b")
_CLAUSES = re.compile("[,;:\u2013\u2014]")
# What may not stand before it comes behind its first character: a search then skips to that.
_TELEPHONE = re.compile(r"[+(0](?<![\w/.-].)(?:(?<=[+0])|0)[\d ()/.-]{6,}\d")
_CONTACT = re.compile(
    r"^(?:tel|sms|mailto):|[/#](?:contact|kontakt|book|termin|appointment|consult|rendez|cita|anfrage"
    r"|enquir|inquir|quote|devis|presupuesto|angebot|beratung)",
    re.IGNORECASE,
)


class Line(NamedTuple):
    """One own sentence and what it does; `sells` marks one that sells, a question too."""

    sentence: Sentence
    does: Does
    groups: frozenset[str] = frozenset()
    sells: bool = False


class _Around(NamedTuple):
    """What a sentence stands in: the post, the site, and whose place each address leads to.

    `firm` are the firm's names that stand in the post, `first` the words that its people's names
    begin with.
    """

    prose: Prose
    context: Context
    whose: Mapping[str, str]
    firm: tuple[str, ...]
    first: frozenset[str]
    names: Names


def lines(
    prose: Prose, context: Context, links: tuple[Link, ...], names: Names
) -> tuple[Line, ...]:
    """The author's own sentences in order, each with what it does, given its links and names."""
    spoken = prose.language
    if spoken is None:
        return tuple(_foreign(sentence, prose) for sentence in prose.own)
    texts = prose.said.values()
    around = _Around(
        prose,
        context,
        whose={link.url: link.to for link in links},
        firm=tuple(name for name in context.firm_names if any(name in text for text in texts)),
        first=_first_words(context.own_people),
        names=names,
    )
    judged = [_line(sentence, spoken, around) for sentence in prose.own]
    if sum(line.sells or pitch.leans for line, pitch in judged) < max(
        _SELLING_POST, len(judged) / _ONE_IN
    ):
        return tuple(line for line, _ in judged)
    return tuple(_sold(line) if pitch.weak else line for line, pitch in judged)


@lru_cache(maxsize=100)
def _first_words(names: frozenset[str]) -> frozenset[str]:
    """The words that names begin with: of one site the same again and again."""
    return frozenset(word for name in names for word in words(name)[:1])


def _foreign(sentence: Sentence, prose: Prose) -> Line:
    return Line(sentence, "asks" if _asks(sentence, prose) else "tells")


def _line(sentence: Sentence, spoken: Language, around: _Around) -> tuple[Line, Pitch]:
    """What a sentence does, and how it would sell if the post does."""
    asks = _asks(sentence, around.prose)
    groups = spoken.tells.find(sentence.words, sentence.bag)
    if "disclaimer" in groups:
        return Line(sentence, "asks" if asks else "disclaims", groups), NOTHING
    if _invites(sentence, groups, spoken):
        return Line(sentence, "asks" if asks else "invites", groups), NOTHING
    pitch = _pitch(sentence, groups, spoken, around)
    if pitch is not NOTHING and "able" not in groups and _is_aside(sentence, spoken):
        pitch = NOTHING
    if asks:
        return Line(sentence, "asks", groups, bool(pitch.strong)), NOTHING
    if pitch.strong:
        return Line(sentence, pitch.strong, groups, True), NOTHING
    return Line(sentence, "tells", groups), pitch


def _invites(sentence: Sentence, groups: frozenset[str], spoken: Language) -> bool:
    """Whether a sentence asks readers to write, and for nothing that the firm sells."""
    if "invite" in groups and "deal" not in groups:
        return True
    return not groups.isdisjoint(("invite", "contact")) and _is_aside(sentence, spoken)


def _sold(line: Line) -> Line:
    """The line as one that sells after all."""
    return line._replace(does="boasts", sells=True)


def _pitch(sentence: Sentence, groups: frozenset[str], spoken: Language, around: _Around) -> Pitch:
    near = Near(partial(_names_firm, sentence, around), _reach(sentence, around))
    if _calls_firm(sentence, spoken, around) or (
        "deal" in groups and _own_mail(sentence.said, around)
    ):
        groups |= {"hire"}
    said = said_in(sentence.words, spoken, near, sentence.bag)
    pitch = by_ear(weigh(said, groups), said, sentence.said, groups)
    another = pitch.strong == "boasts" and _OWN_PRAISE.isdisjoint(groups)
    if another and _is_of_another(sentence, around):
        return NOTHING
    return NOTHING if pitch is not NOTHING and _is_elsewhere(sentence, spoken, near) else pitch


def _is_elsewhere(sentence: Sentence, spoken: Language, near: Near) -> bool:
    """Whether a sentence is about somebody else's help, a registry's, a union's, or is thanks."""
    groups = spoken.others.find(sentence.words, sentence.bag)
    if not groups or "thanks" in groups:
        return bool(groups)
    ours = not spoken.we.isdisjoint(sentence.bag) or near.names_firm()
    return near.reach != "firm" and not ours


def _is_of_another(sentence: Sentence, around: _Around) -> bool:
    """Whether a sentence names somebody outside the firm, and nobody of it: praise is theirs."""
    named = around.names.within(sentence.block, sentence.start, sentence.end)
    return any(not mention.own for mention in named) and not _names_firm(sentence, around)


def _reach(sentence: Sentence, around: _Around) -> Reach:
    """Whether a sentence holds a way to reach the firm, or links to others alone."""
    said = sentence.said
    if ("0" in said or "+" in said or "(" in said) and _TELEPHONE.search(said):
        return "firm"
    urls = _urls(sentence, around.prose) if sentence.block in around.prose.links else None
    if not urls:
        return ""
    own = [url for url in urls if around.whose[url] == "own"]
    if any(map(_CONTACT.search, own)):
        return "firm"
    return "" if own else "others"


def _own_mail(said: str, around: _Around) -> bool:
    """Whether an address at one of the firm's hosts stands in a text."""
    if "@" not in said:
        return False
    hosts = (found[1].lower().rstrip(".") for found in _MAIL.finditer(said))
    return not around.context.hosts.isdisjoint(hosts)


def _urls(sentence: Sentence, prose: Prose) -> list[str]:
    """Where the links lead that begin in a sentence."""
    return [link.url for link in _links(sentence, prose)]


def _links(sentence: Sentence, prose: Prose) -> Sequence[LinkText]:
    links = prose.links[sentence.block]
    first = bisect_left(links, sentence.start, key=lambda link: link.start)
    last = bisect_left(links, sentence.end, lo=first, key=lambda link: link.start)
    return links[first:last]


def _is_aside(sentence: Sentence, spoken: Language) -> bool:
    """Whether what is asked for is a word about the post: a comment, a correction, a story."""
    said = sentence.words
    if _ADDRESS.search(sentence.said):  # "write to us at stories@..." is about no story
        said = words(_ADDRESS.sub(" ", sentence.said), spoken.cased)
    return bool(spoken.asides.find(said))


@cache
def _appeals(code: str) -> frozenset[str]:
    """The words that appeals begin with in a language: few sentences hold one."""
    spoken = language(code)
    phrases = spoken.tells.groups.get("appeal", ()) if spoken else ()
    return frozenset(
        word
        for each in phrases
        for word in each.split()[0].strip("^$").partition("-")[0].split("|")
    )


def _calls_firm(sentence: Sentence, spoken: Language, around: _Around) -> bool:
    """Whether the firm's name, or one of its people's, stands right behind an appeal."""
    if _appeals(spoken.code).isdisjoint(sentence.bag):
        return False
    at = _firm_at(sentence, around)
    return at > 0 and "appeal" in spoken.tells.find(
        words(_CLAUSES.split(sentence.said[:at])[-1], spoken.cased)
    )


def _names_firm(sentence: Sentence, around: _Around) -> bool:
    """Whether the sentence names the firm or one of its people."""
    return _firm_at(sentence, around) >= 0


def _firm_at(sentence: Sentence, around: _Around) -> int:
    """Where the sentence names the firm or one of its people, -1 when it does not."""
    found = [at for name in around.firm if (at := sentence.said.find(name)) >= 0]
    if found:
        return min(found)
    if sentence.said.isascii() and around.first.isdisjoint(sentence.bag):
        return -1  # a name that needs no folding is as its words are
    for chain in chains(sentence.said):
        ending = chain[-_LONGEST_NAME:]
        folded = [fold_name(word.text) for word in ending]
        for at in range(len(folded) - 1):  # "Call Lena Brandt": what opens it is no name
            if " ".join(folded[at:]) in around.context.own_people:
                return ending[at].start
    return -1


def may_ask(text: str) -> bool:
    """Whether a question mark stands anywhere in a text."""
    return "?" in text or (not text.isascii() and any(mark in text for mark in QUESTION_MARKS))


def _asks(sentence: Sentence, prose: Prose) -> bool:
    """Whether a sentence is a question of the author's own, and no title of another page."""
    if not is_question(sentence.said):
        return False
    if sentence.block not in prose.links:
        return True
    mark = sentence.start + max(map(sentence.said.rfind, QUESTION_MARKS))
    return not any(
        link.start <= mark < link.end and _is_title(link) for link in _links(sentence, prose)
    )


def _is_title(link: LinkText) -> bool:
    """Whether a link's text is what a page is called, neither part of a sentence nor an appeal.

    "The new rule?" may be either; "What do you think?" wants an answer wherever it leads.
    """
    begins = link.text.lstrip(_OPENERS)[:1]
    leads_on = not link.url.startswith(("#", "mailto:"))
    return leads_on and not begins.islower() and len(link.text.split()) > _APPEAL


def is_question(said: str) -> bool:
    """Whether a sentence ends with a question mark of the author's own."""
    if not may_ask(said):
        return False
    end = len(said)
    while end and (said[end - 1] in _CLOSERS or _is_symbol(said[end - 1])):
        end -= 1
    last = said[:end].removesuffix("(?")
    return last.endswith(QUESTION_MARKS) or last.rstrip(_NOTE_NUMBER).endswith(QUESTION_MARKS)


def _is_symbol(char: str) -> bool:
    """Arrows, signs and emoji: what may stand behind the end of a sentence."""
    return char >= "\u2190" and char not in QUESTION_MARKS and not char.isalpha()
