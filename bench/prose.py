"""Sentences, posts and comment bodies out of `words`, from a random source that is handed in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from bench.words import WORDS, Subject

_SLOT = re.compile(r"\{(\w+)\}")
_WORD = re.compile(r"\w+")
_TARGET = re.compile(r"\]\([^)]*\)")
_MARKS = re.compile(r"[*`\[\]]")


def count_words(text: str) -> int:
    """How many words a reader sees in plain text. Quotation marks and dashes do not matter."""
    return len(_WORD.findall(text))


def visible(markdown: str) -> str:
    """The text of this module's own Markdown without link targets and marks."""
    return _MARKS.sub("", _TARGET.sub("]", markdown))


@dataclass(frozen=True, slots=True)
class Peer:
    """Somebody outside the firm whom posts may name, link to or address."""

    name: str
    handle: str
    url: str


@dataclass(slots=True)
class Voice:
    """A writer on one subject: fills the shapes of sentences.

    `older` is the address of an earlier post to link to, empty for the first.
    """

    random: Random
    subject: Subject
    peers: Sequence[Peer] = ()
    older: str = ""
    extra: dict[str, str] = field(default_factory=dict)

    def fill(self, shape: str) -> str:
        """The shape with every slot replaced, slots of the replacements included."""
        text = shape
        while _SLOT.search(text):
            text = _SLOT.sub(self._word, text)
        return text

    def sentence(self, kind: str) -> str:
        """One of the shapes of a kind, filled, with a capital at the start of each sentence."""
        return _capitals(self.phrase(kind))

    def phrase(self, kind: str) -> str:
        """One of the shapes of a kind, filled."""
        return self.fill(self.random.choice(WORDS.shapes[kind]))

    def sentences(self, least: int, most: int) -> str:
        """A few statements in a row."""
        count = self.random.randint(least, most)
        return " ".join(self.sentence("statements") for _ in range(count))

    def name_somebody(self) -> None:
        """Choose the peer that the next credit is about."""
        peer = self.random.choice(self.peers)
        year, number = self.random.randint(2009, 2025), self.random.randint(1, 999)
        url = f"{peer.url}{year}/{self.subject.topic}-{number}/"
        self.extra = {"name": peer.name, "handle": peer.handle, "url": url}

    def point_elsewhere(self) -> None:
        """Choose the place that the next link leads to."""
        host = self.random.choice(("reports", "library", "gazette", "archive", "notes"))
        self.extra["url"] = (
            f"https://{host}.example/{self.subject.topic}/{self.random.randint(1, 9999)}"
        )
        self.extra["own"] = self.older or "/"

    def _word(self, slot: re.Match[str]) -> str:
        name = slot[1]
        if name in self.extra:
            return self.extra[name]
        return self.random.choice(self.subject.lists.get(name) or WORDS.common[name])


def _capitals(text: str) -> str:
    return re.sub(r"(?:^|(?<=[.?!] ))[a-z]", lambda match: match[0].upper(), text)


def _paragraph(voice: Voice) -> str:
    return voice.sentences(3, 5)


def _credit(voice: Voice) -> str:
    voice.name_somebody()
    return f"{voice.sentences(1, 2)} {voice.sentence('credits')} {voice.sentences(1, 2)}"


def _linked(voice: Voice) -> str:
    voice.point_elsewhere()
    return f"{voice.sentences(1, 3)} {voice.sentence('links')}"


def _list(voice: Voice) -> str:
    items = (f"- {voice.phrase('items')}" for _ in range(4))
    return f"{voice.sentences(1, 1)}\n\n" + "\n".join(items)


def _blockquote(voice: Voice) -> str:
    voice.name_somebody()
    quote = " ".join(voice.sentence("quotations") for _ in range(2))
    return voice.fill("[{name}]({url}) was asked about {matter}:\n\n") + f"> {quote}"


def _spoken(voice: Voice) -> str:
    quote = voice.sentence("quotations").rstrip(".")
    return f'{voice.sentences(1, 2)} {voice.fill("{who}").capitalize()} said, "{quote}."'


def _asked(voice: Voice) -> str:
    return f"{voice.sentences(1, 2)} {voice.sentence('reader_questions')}"


def _answered(voice: Voice) -> str:
    return f"{voice.sentences(1, 2)} {voice.sentence('other_questions')}"


def _pitch(voice: Voice) -> str:
    return f"{voice.sentences(1, 1)} {voice.sentence('pitches')}"


_BLOCKS: tuple[tuple[Callable[[Voice], str], int], ...] = (
    (_paragraph, 40),
    (_credit, 14),
    (_linked, 14),
    (_list, 8),
    (_blockquote, 7),
    (_spoken, 8),
    (_answered, 6),
    (_pitch, 3),
)


def title(voice: Voice) -> str:
    """A headline in sentence case, without a full stop."""
    return voice.sentence("titles")


def question(voice: Voice) -> str:
    """A question to the readers."""
    return voice.sentence("reader_questions")


def article(voice: Voice, target: int) -> str:
    """The Markdown of a post of about `target` words: sections, quotations, lists, questions."""
    makers, weights = zip(*_BLOCKS, strict=True)
    parts = [_paragraph(voice), _credit(voice)]
    section = 0
    while (so_far := sum(count_words(visible(part)) for part in parts)) < target:
        if so_far // 170 > section:
            section = so_far // 170
            parts.append(f"## {voice.sentence('headings')}")
        parts.append(voice.random.choices(makers, weights)[0](voice))
    if voice.random.random() < 0.7:
        parts.append(_asked(voice))
    return "\n\n".join(parts) + "\n"


def remark(voice: Voice, *, answer: bool) -> str:
    """The Markdown of a comment: one to three paragraphs, now and then a quote or a list."""
    voice.point_elsewhere()
    parts = [voice.sentence("answers")] if answer else []
    count = voice.random.choice((1, 1, 1, 2, 2, 3))
    for _ in range(count):
        several = voice.random.randint(1, 3)
        parts.append(" ".join(voice.sentence("remarks") for _ in range(several)))
    if voice.random.random() < 0.12:
        parts.insert(0, f"> {voice.sentence('quotations')}")
    if voice.random.random() < 0.06:
        parts.append("\n".join(f"- {voice.fill('{lesson}')}" for _ in range(3)))
    if not answer and voice.random.random() < 0.4:
        parts.append(voice.sentence("remark_questions"))
    return "\n\n".join(parts) + "\n"
