"""The same posts and comments for every generator, made from a seed: same seed, same words.

Posts are about 600 words of plausible English with headings, lists, quotations, links, names and
questions. Comments stand in threads of varied depth by some hundreds of readers and the firm's own
people. The layouts in `bench.sites` write them to disk as each generator wants them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Literal

from bench import prose
from bench.prose import Peer, Voice
from bench.words import WORDS

SEED = 20261122
FIRM = "Harbour & Pike"
_FIRST_DAY = datetime(2016, 1, 4, 9, 0, tzinfo=UTC)
_DAYS = 3650
_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"
_MOST_REMARKS = 30.0


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of the roster; `handle` is empty for the firm's own people."""

    slug: str
    name: str
    role: Literal["firm", "peer"]
    url: str
    handle: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment. `person` is the slug of the firm's person who wrote it, empty for readers."""

    id: str
    author: str
    person: str
    date: datetime
    body: str
    reply_to: str
    depth: int


@dataclass(frozen=True, slots=True)
class Essay:
    """A post. `remarks` stand in reading order: each reply somewhere below what it answers."""

    slug: str
    title: str
    date: datetime
    author: Somebody
    topics: tuple[str, ...]
    question: str
    body: str
    thanks: str = ""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that the layouts write."""

    essays: tuple[Essay, ...]
    people: tuple[Somebody, ...]

    @property
    def comments(self) -> int:
        """How many comments there are in all."""
        return sum(len(essay.remarks) for essay in self.essays)

    @property
    def article_words(self) -> int:
        """The words a reader sees in the bodies of all posts."""
        return sum(prose.count_words(prose.visible(essay.body)) for essay in self.essays)

    @property
    def comment_words(self) -> int:
        """The words a reader sees in the bodies of all comments."""
        bodies = (remark.body for essay in self.essays for remark in essay.remarks)
        return sum(prose.count_words(prose.visible(body)) for body in bodies)


def make(posts: int, comments: int, *, words_each: int = 600, seed: int = SEED) -> Corpus:
    """A corpus of exactly so many posts and comments. Raises ValueError when there is no post."""
    if posts < 1 or comments < 0:
        raise ValueError("A corpus needs at least one post, and no fewer than no comments.")
    random = Random(f"{seed}:people")
    names = _names(random, 346)
    people = _people(names[:26])
    essays = _essays(posts, people, words_each, seed)
    spread = _spread(posts, comments, Random(f"{seed}:spread"))
    with_remarks = (
        replace(essay, remarks=_thread(essay, count, people, names[26:], seed))
        for essay, count in zip(essays, spread, strict=True)
    )
    return Corpus(tuple(with_remarks), people)


def _names(random: Random, count: int) -> list[str]:
    first_names, last_names = WORDS.shapes["first_names"], WORDS.shapes["last_names"]
    every = [f"{first} {last}" for first in first_names for last in last_names]
    return random.sample(every, count)


def _people(names: list[str]) -> tuple[Somebody, ...]:
    firm = (_somebody(name, "firm") for name in names[:6])
    peers = (_somebody(name, "peer") for name in names[6:])
    return (*firm, *peers)


def _somebody(name: str, role: Literal["firm", "peer"]) -> Somebody:
    slug = _slug(name)
    handle = "" if role == "firm" else "@" + slug.replace("-", "")
    return Somebody(slug, name, role, f"https://{slug}.example/", handle)


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _essays(
    posts: int, people: tuple[Somebody, ...], words_each: int, seed: int
) -> tuple[Essay, ...]:
    firm = [person for person in people if person.role == "firm"]
    peers = [Peer(p.name, p.handle, p.url) for p in people if p.role == "peer"]
    essays: list[Essay] = []
    for number in range(posts):
        random = Random(f"{seed}:post:{number}")
        voice = Voice(random, random.choice(WORDS.subjects), peers)
        voice.older = f"/{random.choice(essays).slug}/" if essays else ""
        essay = _essay(voice, number, posts, words_each)
        thanked = random.choice([p.slug for p in people if p.role == "peer"])
        thanks = thanked if random.random() < 0.2 else ""
        essays.append(replace(essay, author=random.choice(firm), thanks=thanks))
    return tuple(essays)


def _essay(voice: Voice, number: int, posts: int, words_each: int) -> Essay:
    random = voice.random
    title = prose.title(voice)
    moment = _FIRST_DAY + timedelta(days=_DAYS * number // posts, minutes=random.randint(0, 500))
    second = random.choice([s.topic for s in WORDS.subjects if s is not voice.subject])
    return Essay(
        slug=f"{_slug(title)}-{number}",
        title=title,
        date=moment,
        author=_NOBODY,
        topics=(voice.subject.topic, second) if random.random() < 0.4 else (voice.subject.topic,),
        question=prose.question(voice) if random.random() < 0.3 else "",
        body=prose.article(voice, round(words_each * random.uniform(0.65, 1.15))),
    )


_NOBODY = Somebody("", "", "firm", "")


def _spread(posts: int, comments: int, random: Random) -> list[int]:
    """How many comments each post has: a few have many, some have none."""
    weights = [min(random.paretovariate(1.2), _MOST_REMARKS) for _ in range(posts)]
    weights = [0.05 if random.random() < 0.15 else weight for weight in weights]
    spread = [0] * posts
    for chosen in random.choices(range(posts), weights, k=comments):
        spread[chosen] += 1
    return spread


def _thread(
    essay: Essay, count: int, people: tuple[Somebody, ...], readers: list[str], seed: int
) -> tuple[Remark, ...]:
    random = Random(f"{seed}:thread:{essay.slug}")
    subject = next(s for s in WORDS.subjects if s.topic == essay.topics[0])
    voice = Voice(random, subject)
    regulars = random.sample(readers, 12)
    turns: list[Remark] = []
    moment = essay.date
    for _ in range(count):
        moment += timedelta(minutes=random.randint(20, 2000))
        parent = _parent(turns, random)
        answer = parent is not None and not parent.person and random.random() < 0.5
        author = _answerer(essay, people, random) if answer else None
        turns.append(
            Remark(
                id=_id(moment, random),
                author=author.name if author else random.choice(regulars),
                person=author.slug if author else "",
                date=moment,
                body=prose.remark(voice, answer=answer),
                reply_to=parent.id if parent else "",
                depth=parent.depth + 1 if parent else 0,
            )
        )
    return _in_reading_order(turns)


def _parent(turns: list[Remark], random: Random) -> Remark | None:
    """Whom the next comment answers: nobody, else more often one of the last few."""
    if not turns or random.random() < 0.35:
        return None
    return random.choice(turns[-4:] if random.random() < 0.7 else turns)


def _answerer(essay: Essay, people: tuple[Somebody, ...], random: Random) -> Somebody:
    if random.random() < 0.8:
        return essay.author
    return random.choice([person for person in people if person.role == "firm"])


def _id(moment: datetime, random: Random) -> str:
    """26 of 0-9a-z, the first ten from the time, so that the files sort as they came."""
    stamp = int(moment.timestamp() * 1000)
    digits = []
    for _ in range(10):
        stamp, digit = divmod(stamp, len(_ALPHABET))
        digits.append(_ALPHABET[digit])
    return "".join(reversed(digits)) + "".join(random.choices(_ALPHABET, k=16))


def _in_reading_order(turns: list[Remark]) -> tuple[Remark, ...]:
    """Openers oldest first, replies under what they answer, oldest first."""
    replies: dict[str, list[Remark]] = {}
    for turn in turns:
        replies.setdefault(turn.reply_to, []).append(turn)
    ordered: list[Remark] = []
    stack = replies.get("", [])[::-1]
    while stack:
        turn = stack.pop()
        ordered.append(turn)
        stack.extend(reversed(replies.get(turn.id, [])))
    return tuple(ordered)
