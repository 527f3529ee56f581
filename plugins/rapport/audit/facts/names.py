"""Every name in a post: whose it is, where it stands, and in whose voice."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rapport.audit.context import Context
from rapport.audit.facts.chains import Chain, capitals, chains
from rapport.audit.facts.naming import Around, weigh
from rapport.audit.facts.prose import Prose, Voice
from rapport.audit.languages import Naming, fold_name
from rapport.model import LinkText

_ENOUGH = 2
_SHORTEST = 4
_LETTERS = re.compile(r"[^a-z0-9]")
_TITLE_WORD = re.compile(r"[^\W\d_]{4,}")


class Mention(NamedTuple):
    """A name or a handle at a place: `key` is who is meant, `own` that it is one of the firm's."""

    key: str
    name: str
    block: int
    start: int
    end: int
    voice: Voice
    handle: bool = False
    linked: bool = False
    own: bool = False


class _Candidate(NamedTuple):
    """A run of words that may be a name, with the points the places it stands in gave it."""

    mention: Mention
    score: int


@dataclass(slots=True)
class Names:
    """All mentions of a post in order; `aliases` leads from a first or last name to a key."""

    mentions: list[Mention] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)

    def within(self, block: int, start: int, end: int) -> list[Mention]:
        """The mentions that begin in a stretch of a block."""
        first = bisect_left(self.mentions, (block, start), key=_where)
        return self.mentions[first : bisect_left(self.mentions, (block, end), lo=first, key=_where)]

    def meant(self, texts: Mapping[int, str], block: int, start: int, end: int) -> set[str]:
        """Who is named in a stretch of a block, also by first or last name alone, by key."""
        full = self.within(block, start, end)
        keys = {mention.key for mention in full}
        if self.aliases and block in texts:
            taken = {at for mention in full for at in range(mention.start, mention.end)}
            for word in capitals(texts[block][start:end]):
                key = self.aliases.get(fold_name(word.text))
                if key and start + word.start not in taken:
                    keys.add(key)
        return keys


def _where(mention: Mention) -> tuple[int, int]:
    return mention.block, mention.start


def find_names(prose: Prose, context: Context) -> Names:
    """Every name and handle outside code.

    A name that is sure at one place is taken for a person at every place it stands in.
    """
    naming = prose.language.naming if prose.language else None
    called = dict(context.called)
    candidates = list(_candidates(prose, context, called, naming))
    sure = {c.mention.key for c in candidates if c.score >= _ENOUGH}
    found = [c.mention for c in candidates if c.mention.key in sure]
    found += _handles(prose, context, called, found)
    found.sort(key=_where)
    return Names(found, _aliases(found))


def _candidates(
    prose: Prose, context: Context, called: dict[str, str], naming: Naming | None
) -> Iterator[_Candidate]:
    for number, text in prose.clean.items():
        found = list(chains(text))
        if not found:
            continue
        block = prose.blocks[number]
        links = prose.links.get(number, [])
        starts = frozenset(start for start, _ in block.sentences) | {0}
        headline = _is_title_case(text)
        if headline and block.kind == "heading":
            continue
        title_case = headline or block.kind in ("heading", "caption")
        edges = sorted(edge for link in links for edge in (link.start, link.end))
        for chain in _within_sentences(found, starts, edges):
            link = _link_over(links, chain)
            titled = title_case or (link is not None and _is_title_case(link.text))
            capitals = naming is not None and naming.nouns_capitalised
            around = Around(text, starts, titled, link is not None, prose.writes_small, capitals)
            judged = _judge(chain, around, context, called, naming)
            if judged is None:
                continue
            words, score, own = judged
            yield _Candidate(
                Mention(
                    key=_key([word.text for word in words], called),
                    name=text[words[0].start : words[-1].end],
                    block=number,
                    start=words[0].start,
                    end=words[-1].end,
                    voice=_voice_at(prose, number, words[0].start),
                    linked=link is not None,
                    own=own,
                ),
                score,
            )


def _within_sentences(
    found: Iterable[Chain], starts: frozenset[int], edges: Sequence[int]
) -> Iterator[Chain]:
    """The chains cut where a sentence begins, those of one word left out.

    They are also cut where a link begins or ends (`edges`) behind two words: what goes on after a
    whole name is no part of it.
    """
    for chain in found:
        begin = 0
        for index in range(1, len(chain) + 1):
            if (
                index == len(chain)
                or chain[index].start in starts
                or (index - begin > 1 and _parted(chain, index, edges))
            ):
                if index - begin > 1:
                    yield chain[begin:index]
                begin = index


def _parted(chain: Chain, index: int, edges: Sequence[int]) -> bool:
    """Whether a link begins or ends between two words of a chain."""
    before, after = chain[index - 1].end, chain[index].start
    at = bisect_left(edges, before)
    return at < len(edges) and edges[at] <= after


def _judge(
    chain: Chain, around: Around, context: Context, called: dict[str, str], naming: Naming | None
) -> tuple[Chain, int, bool] | None:
    """The words of the name, its points, and whether it is the firm's; None for no name."""
    known = _known(chain, context, called)
    if known is not None:
        words, own = known
        return words, _ENOUGH, own
    if naming is None:
        return None
    found = weigh(chain, naming, around)
    if found is None or _is_firm(found.name, context):
        return None
    return list(found.words), found.score, False


def _known(chain: Chain, context: Context, called: dict[str, str]) -> tuple[Chain, bool] | None:
    """The part of a chain that is a name the site knows, the longest first."""
    folded = [fold_name(word.text) for word in chain]
    for length in range(min(len(chain), 5), 1, -1):
        for start in range(len(chain) - length + 1):
            name = " ".join(folded[start : start + length])
            if name in context.own_people or name in called:
                return chain[start : start + length], name in context.own_people
    return None


def _is_firm(name: str, context: Context) -> bool:
    folded = fold_name(name)
    return any(folded in fold_name(firm) for firm in context.firm_names)


def _key(words: list[str], called: dict[str, str]) -> str:
    """Who is meant: the entry of the roster, else first and last name, whatever stands between."""
    folded = [fold_name(word) for word in words]
    name = " ".join(folded)
    if name in called:
        return called[name]
    whole = [word for word in folded if len(word) > 1]
    return f"{folded[0]} {folded[-1]}" if len(whole) > 1 else name


def _handles(
    prose: Prose, context: Context, called: dict[str, str], named: Iterable[Mention]
) -> list[Mention]:
    """The @handles; one that spells a name of the post, or stands right behind it, is that name."""
    if not any("@" in text for text in prose.clean.values()):
        return []
    from rapport.people import handles_in  # noqa: PLC0415 - most posts hold no handle

    squashed = {_LETTERS.sub("", mention.key): mention.key for mention in named}
    ours = _squashed_own(context)
    behind = {(mention.block, mention.end): mention.key for mention in named}
    found: list[Mention] = []
    for number, text in prose.clean.items():
        for handle, start, end in handles_in(text):
            folded = fold_name(handle)
            key = called.get(folded) or squashed.get(_LETTERS.sub("", folded[1:].partition("@")[0]))
            gap = len(text[:start].rstrip(" (,"))
            key = key or (behind.get((number, gap)) if gap < start else None)
            own = folded in context.own_handles or _is_own_host(folded, context)
            own = own or _LETTERS.sub("", folded[1:].partition("@")[0]) in ours
            voice = _voice_at(prose, number, start)
            found.append(
                Mention(key or folded, handle, number, start, end, voice, handle=True, own=own)
            )
    return found


def _squashed_own(context: Context) -> set[str]:
    """The names of the firm and its people, and its hosts without their ends, as handles have them.

    What is too short for a name could be anybody's.
    """
    hosts = (host.rpartition(".")[0] for host in context.hosts)
    names = (*map(fold_name, context.firm_names), *context.own_people, *hosts)
    return {short for name in names if len(short := _LETTERS.sub("", name)) > _SHORTEST}


def _is_own_host(handle: str, context: Context) -> bool:
    host = handle[1:].partition("@")[2]
    labels = host.split(".")
    return any(".".join(labels[start:]) in context.hosts for start in range(len(labels)))


def _aliases(mentions: Iterable[Mention]) -> dict[str, str]:
    """First and last names that can mean only one of the people of the post."""
    meant: dict[str, set[str]] = {}
    for key in {mention.key for mention in mentions if not mention.handle}:
        for part in (key.split()[0], key.split()[-1]):
            meant.setdefault(part, set()).add(key)
    return {part: next(iter(keys)) for part, keys in meant.items() if len(keys) == 1}


def _link_over(links: list[LinkText], chain: Chain) -> LinkText | None:
    """The link whose text the chain stands in, if any."""
    if not links:
        return None
    index = bisect_right(links, chain[0].start, key=lambda link: link.start) - 1
    for link in links[max(0, index) : index + 2]:
        if link.start < chain[-1].end and chain[0].start < link.end:
            return link
    return None


def _voice_at(prose: Prose, block: int, at: int) -> Voice:
    """Whose voice a place is in: inside quotation marks it is somebody else's."""
    sentence_voice = prose.voices[block]
    if sentence_voice != "own":
        return sentence_voice
    return "quoted" if prose.said[block][at] != prose.clean[block][at] else "own"


def _is_title_case(text: str) -> bool:
    """Whether nearly every long word of a line is capitalised, as in a title."""
    if text.rstrip()[-1:] in (".", "?", "!"):
        return False
    long_words = _TITLE_WORD.findall(text[:400])
    capitals = sum(word[0].isupper() for word in long_words)
    return len(long_words) >= 4 and capitals * 5 >= len(long_words) * 4
