"""The firm to look at: enough of it, none of it filled in, nobody real in it.

Most of these read the files of `content/` as text, so that they hold whatever the rooms make of
them; the last few ask the rooms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from rapport.conversation import arrange, asks, new_id, valid_id
from rapport.model import Comment, Site
from rapport.settings import from_mapping
from rapport.sources import read_site

CONTENT = Path(__file__).parents[2] / "content"
WRITTEN = (".md", ".rst", ".html", ".svg", ".txt")
NEWEST = date(2026, 11, 22)
RUN = 8

_FIELD = re.compile(
    r":?(?P<key>[A-Za-z-]+): (?P<value>.+)"
    r'|<meta name="(?P<name>[a-z-]+)" content="(?P<content>.+)">'
)
_HOST = re.compile(r"(?:https?:|%3A)(?://|%2F%2F)(?P<host>[^/\s)\"'<>%]+)", re.IGNORECASE)
_NAMESPACE = re.compile(r"\sxmlns(?::\w+)?=\"[^\"]*\"")
# An address of a mailbox; `@name@host`, a handle, is none.
_MAILBOX = re.compile(r"(?<![\w@.+-])[\w.+-]+@[\w-]+\.[\w.-]+|mailto:")
# What stands in a file and is not read: targets of links, tags, image sources.
_UNREAD = re.compile(r"\]\([^\s)]*|\]: \S+|<[^<>]*>|https?://\S+|\{(?:filename|static)\}\S*")
_WORD = re.compile(r"\w+(?:'\w+)*")


class File(NamedTuple):
    """A file of the sample: its header's lines and the text under it."""

    path: Path
    fields: Mapping[str, list[str]]
    body: str


def _read(path: Path) -> File:
    text = path.read_text(encoding="utf-8")
    fields: dict[str, list[str]] = defaultdict(list)
    lines = text.split("</head>" if path.suffix == ".html" else "\n\n", 1)
    if path.suffix == ".rst":
        lines = text.split("\n\n", 2)[1:]
    for found in filter(None, map(_FIELD.fullmatch, lines[0].split("\n"))):
        key = found["key"] or found["name"]
        fields[key.lower()].append(found["value"] or found["content"])
    return File(path, fields, lines[1] if len(lines) > 1 else "")


def _all(folder: str) -> list[File]:
    return [
        _read(path)
        for path in sorted((CONTENT / folder).rglob("*"))
        if path.suffix in (".md", ".rst", ".html")
    ]


def _texts() -> Iterator[tuple[Path, str]]:
    for path in sorted(CONTENT.rglob("*")):
        if path.is_file():
            assert path.suffix in WRITTEN, f"{path} is of a kind these tests do not read"
            yield path, path.read_text(encoding="utf-8")


def _zoned(file: File) -> datetime:
    return datetime.fromisoformat(file.fields["date"][0])


def _comments() -> dict[str, list[Comment]]:
    threads: dict[str, list[Comment]] = defaultdict(list)
    for file in _all("comments"):
        post = file.path.parent.name
        threads[post].append(
            Comment(
                id=file.path.stem,
                post=post,
                path=file.path.relative_to(CONTENT).as_posix(),
                author=file.fields.get("author", [""])[0],
                date=_zoned(file),
                body=file.body,
                reply_to=file.fields.get("reply-to", [None])[0],
                kind=file.fields.get("kind", ["comment"])[0],  # type: ignore[arg-type]
            )
        )
    return threads


def _words(text: str) -> list[str]:
    straight = text.replace("’", "'").replace("‘", "'")
    return _WORD.findall(_UNREAD.sub(" ", straight).casefold())


def _stretches(path: Path, text: str) -> Iterator[str]:
    """What a reader may read of a file: each line of its header by itself, and its text."""
    if path.suffix == ".svg":
        yield text
        return
    file = _read(path)
    yield from (value for values in file.fields.values() for value in values)
    yield file.body


def _repeated(stretches: Iterator[tuple[str, str]], run: int = RUN) -> list[str]:
    """Each run of words that stands twice, with the first two places it stands."""
    places: dict[tuple[str, ...], str] = {}
    twice = []
    for place, text in stretches:
        words = _words(text)
        for at in range(len(words) - run + 1):
            these = tuple(words[at : at + run])
            if these in places:
                twice.append(f"{' '.join(these)} ({places[these]}, {place})")
            places.setdefault(these, place)
    return twice


def test_there_is_a_firm_to_look_at() -> None:
    posts = _all("posts")
    people = _all("people")
    roles = [file.fields["role"][0] for file in people]
    assert len(posts) >= 18
    assert len(people) >= 14
    assert roles.count("brand") == 1
    assert len({name for file in posts for name in _authors(file)}) == 4
    assert {"firm", "peer", "reader"} <= set(roles)
    assert len(list((CONTENT / "images").glob("*.svg"))) >= 6


def _authors(file: File) -> list[str]:
    written = file.fields.get("author", []) + file.fields.get("authors", [])
    return [name.strip() for value in written for name in value.split(",")]


def test_the_posts_go_back_eighteen_months() -> None:
    dates = sorted(file.fields["date"][0][:10] for file in _all("posts"))
    first, last = date.fromisoformat(dates[0]), date.fromisoformat(dates[-1])
    assert (last.year - first.year) * 12 + last.month - first.month >= 18


def test_posts_are_as_long_as_posts_are() -> None:
    lengths = {file.path.name: len(_words(file.body)) for file in _all("posts")}
    odd = {name: words for name, words in lengths.items() if not 300 <= words <= 1_100}
    assert odd == {}


def test_readers_answer_in_many_places_and_at_length() -> None:
    threads = _comments()
    arranged = [arrange(comments) for comments in threads.values()]
    said = [c for comments in threads.values() for c in comments if c.kind == "comment"]
    assert len(threads) >= 11
    assert len(said) >= 75
    assert max(turn.depth for one in arranged for turn in one.turns) >= 7
    assert not any(one.orphans or one.cycles for one in arranged)


def test_every_kind_of_post_is_there() -> None:
    posts = _all("posts")
    keys = {key for file in posts for key in file.fields}
    values = {(key, value) for file in posts for key in file.fields for value in file.fields[key]}
    assert {file.path.suffix for file in posts} == {".md", ".rst", ".html"}
    assert {"question", "thanks", "prompted-by", "updated", "superseded-by", "audit-ignore"} <= keys
    assert {("status", "draft"), ("comments", "closed"), ("lang", "de")} <= values


def test_a_reader_is_public_only_with_consent() -> None:
    readers = [file for file in _all("people") if file.fields["role"] == ["reader"]]
    assert readers
    assert [file.path.name for file in readers if "consent" not in file.fields] == []


def test_ids_are_valid_and_follow_the_time() -> None:
    for post, comments in _comments().items():
        assert [c.path for c in comments if not valid_id(c.id)] == []
        by_id = sorted(comments, key=lambda comment: comment.id)
        assert by_id == sorted(comments, key=lambda comment: comment.date), post


def test_an_id_is_made_in_the_minute_of_its_date() -> None:
    """So that the id of a comment written tomorrow falls into place after these."""
    minute = timedelta(minutes=1)
    for comment in (c for comments in _comments().values() for c in comments):
        first = new_id(comment.date, bytes(10))
        assert first <= comment.id < new_id(comment.date + minute, bytes(10)), comment.path


def test_nothing_is_dated_after_it_was_written() -> None:
    stamps = [
        (path, found)
        for path, text in _texts()
        for found in re.findall(r"\b20\d\d-\d\d-\d\d\b", text)
    ]
    assert len(stamps) > 100
    assert [(path, day) for path, day in stamps if date.fromisoformat(day) > NEWEST] == []


def test_comments_say_their_zone_and_posts_leave_it_to_the_site() -> None:
    assert [file.path for file in _all("comments") if _zoned(file).tzinfo is None] == []
    shape = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")
    assert [f.path for f in _all("posts") if not shape.fullmatch(f.fields["date"][0])] == []


def test_a_paragraph_of_a_comment_is_one_line() -> None:
    """For a line break in a comment is shown as one; only quotations and lists have more."""
    begins = re.compile(r"> |[-*] |\d+\. ")
    broken = [
        file.path
        for file in _all("comments")
        for paragraph in file.body.strip().split("\n\n")
        for line in paragraph.split("\n")[1:]
        if not begins.match(line)
    ]
    assert broken == []


def test_every_host_is_fictional() -> None:
    hosts = [
        (path, found["host"].lower())
        for path, text in _texts()
        for found in _HOST.finditer(_NAMESPACE.sub("", text))
    ]
    assert len(hosts) > 50
    assert [(path, host) for path, host in hosts if not host.endswith(".example")] == []


def test_there_is_no_address_of_a_mailbox() -> None:
    assert [(path, found) for path, text in _texts() for found in _MAILBOX.findall(text)] == []


@pytest.mark.parametrize("text", ["write to ana@quay.example now", "<a href='mailto:x'>"])
def test_an_address_would_be_seen(text: str) -> None:
    assert _MAILBOX.search(text)


def test_a_handle_with_a_host_is_no_address() -> None:
    assert not _MAILBOX.search("Handles: @ana, @ana@quay.example")


def test_no_run_of_eight_words_stands_twice() -> None:
    stretches = (
        (path.relative_to(CONTENT).as_posix(), stretch)
        for path, text in _texts()
        for stretch in _stretches(path, text)
    )
    assert _repeated(stretches) == []


def test_a_run_that_stands_twice_would_be_seen() -> None:
    pages = (("a", "One two, three four\nfive <b>six</b> seven EIGHT."), ("b", "1 one two three"))
    assert _repeated(iter(pages)) == []
    again = (*pages, ("c", "| one | two | three | four | five six [seven](/x) eight nine"))
    assert _repeated(iter(again)) == ["one two three four five six seven eight (a, c)"]


@pytest.fixture(scope="module")
def site() -> Site:
    """The sample as the rooms read it."""
    settings = {
        "PATH": "content",
        "ARTICLE_PATHS": ["posts"],
        "TIMEZONE": "Europe/London",
        "RAPPORT_FIRM_NAMES": ["Harbour & Vale"],
    }
    return read_site(from_mapping(settings, CONTENT.parent))


def test_nothing_is_wrong_with_any_header(site: Site) -> None:
    assert [str(problem) for problem in site.problems] == []


def test_every_post_person_and_comment_is_read(site: Site) -> None:
    files = [len(_all(folder)) for folder in ("posts", "people", "comments")]
    assert [len(site.posts), len(site.people), len(site.comments)] == files


def test_some_readers_wait_some_for_long_and_some_ask(site: Site) -> None:
    waiting = [comment for thread in site.threads.values() for comment in thread.waiting]
    days = sorted((NEWEST - comment.date.date()).days for comment in waiting)
    assert 3 <= len(waiting) <= 5
    assert days[0] == 1
    assert days[-1] == 14
    assert {asks(comment.body) for comment in waiting} == {True, False}


def test_most_threads_are_answered(site: Site) -> None:
    threads = [thread for thread in site.threads.values() if thread.answerable]
    assert sum(not thread.waiting for thread in threads) > len(threads) / 2


def test_thanks_reach_people_and_handles_name_them(site: Site) -> None:
    assert len({shout_out.name for shout_out in site.shout_outs}) >= 8
    assert any(shout_out.comment for shout_out in site.shout_outs)
    assert site.mentions
