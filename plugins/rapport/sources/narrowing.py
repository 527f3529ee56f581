"""What a few posts need of the site around them: which other files say something about them.

Reading everything takes as long as the site is large, and an author who saves one post waits for
it. Nothing here is a reading of its own: it only says which posts and which folders of comments to
read, or that only the whole site will do. A header is looked at as far as it can say that the post
shares its address, its id or its conversation with one of these; what may is read.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from html import unescape
from urllib.parse import unquote

from rapport.conversation import valid_id
from rapport.model import Post
from rapport.settings import Reading, Settings
from rapport.sources.finding import COMMENTS, entries
from rapport.sources.posts import MARKUPS
from rapport.sources.slugs import slugify

# What these say of a post depends on posts and comments anywhere.
_OF_ALL = re.compile(r"(?i)LNK305|TLK504|CFG9")
_IGNORED = re.compile(r"(?i)rapport\s*:|audit-ignore")
# A header is longer only by mistake, and then its post is read.
_HEAD = 4096
_END = re.compile(rb"\r?\n[ \t]*\r?\n")
_NAMED = re.compile(r"^ {0,3}(title|slug|id):[ \t]*(.*?)[ \t\r]*$", re.IGNORECASE | re.MULTILINE)
# To open a pipe is otherwise to wait for its writer.
_WITHOUT_WAITING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)
_NO_LETTERS = re.compile(r"[\W_]+")
_NO_LETTERS_OR_DIGITS = bytes(code for code in range(128) if not chr(code).isalnum())
_NAMING = ("slug", "title")
_USUAL = Reading().slug_regex_substitutions


def needs_all(posts: Iterable[Post], settings: Settings) -> bool:
    """Whether only the whole site can tell what is right about one of these posts.

    So it is when one names the post that supersedes it, or silences a rule that looks at other
    posts, and when the settings rather than the headers name posts.
    """
    reading = settings.reading
    given = (reading.default_metadata, *reading.extra_path_metadata.values())
    if any(key in values for values in given for key in _NAMING):
        return True
    patterns = f"{reading.filename_metadata} {reading.path_metadata}"
    if any(f"<{key}>" in patterns.lower() for key in _NAMING):
        return True
    return any(
        post.superseded_by or (_IGNORED.search(post.text) and _OF_ALL.search(post.text))
        for post in posts
    )


def neighbours(
    posts: Sequence[Post], ids: Collection[str], sources: Iterable[str], settings: Settings
) -> Iterator[str]:
    """Of the files of posts, those that may lead to one of these ids, or that these posts link to.

    `ids` are the names of comment folders. Translations share an id, and two posts may by mistake.
    """
    text = "\n".join(post.text for post in posts)
    text = f"{text}\n{unquote(unescape(text))}"
    wanted = {_folded(name) for name in (*ids, *(post.slug for post in posts))}
    content = str(settings.content)
    for source in sources:
        linked = source.rpartition("/")[2] in text
        if linked or _may_lead_to(wanted, content, source, settings.reading):
            yield source


def _may_lead_to(wanted: set[str], content: str, source: str, reading: Reading) -> bool:
    """Whether a post may be called by one of these folded names, as far as its header shows."""
    stem, _, suffix = source.rpartition("/")[2].rpartition(".")
    if MARKUPS[suffix] != "markdown":
        return True
    data = _beginning(f"{content}/{source}").lstrip(b"\xef\xbb\xbf\r\n")
    if _holds_none(wanted, data, stem, reading):
        return False
    end = _END.search(data)
    if end is None and len(data) > _HEAD // 2:
        return True
    head = data[: end.start()] if end else data
    found: dict[str, str] = {}
    for key, value in _NAMED.findall(head.decode("utf-8", "replace")):
        found.setdefault(key.lower(), value)
    return not wanted.isdisjoint(_called(found, stem, reading))


def _holds_none(wanted: set[str], data: bytes, stem: str, reading: Reading) -> bool:
    """Whether none of the names stands in a header or a file's name at all.

    Told without parting the header, and only of one in which a name could stand as it is: so it is
    with nearly all of a thousand posts.
    """
    end = data.find(b"\n\n")
    head = data[: max(end, 0)] + b"\n" + stem.encode()
    if end < 0 or not _is_plain(head.decode("latin-1"), reading):
        return False
    letters = head.translate(None, _NO_LETTERS_OR_DIGITS).decode("ascii").lower()
    return not any(name in letters for name in wanted)


def _beginning(path: str) -> bytes:
    """The first bytes of a file, none when it cannot be read: then it is no post either."""
    try:
        file = os.open(path, _WITHOUT_WAITING)
    except OSError:
        return b""
    try:
        return os.read(file, _HEAD)
    except OSError:
        return b""
    finally:
        os.close(file)


def _called(found: dict[str, str], stem: str, reading: Reading) -> Iterator[str]:
    """The id and the slug that a header gives a post, folded."""
    if found.get("id"):
        yield _folded(found["id"])
    if found.get("slug"):
        yield _folded(found["slug"])
        return
    named = stem if reading.slugify_source == "basename" else found.get("title", "")
    yield _folded(named if _is_plain(named, reading) else slugify(named, reading))


def _is_plain(title: str, reading: Reading) -> bool:
    """Whether a title's slug has the title's letters."""
    plain = title.isascii() and "<" not in title and "&" not in title
    return plain and reading.slug_regex_substitutions == _USUAL


def _folded(name: str) -> str:
    return _NO_LETTERS.sub("", name).casefold()


def named_comments(posts: Iterable[Post]) -> set[str]:
    """The ids of the comments that these posts' headers name."""
    return {
        name
        for post in posts
        for name in (*(each.to for each in post.thanks), *post.prompted_by)
        if valid_id(name)
    }


def answered_elsewhere(ids: Collection[str], folders: Collection[str], settings: Settings) -> bool:
    """Whether a comment outside these folders may name one of these ids in its header."""
    if not ids:
        return False
    wanted = re.compile("|".join(map(re.escape, ids)).encode())
    listed, _ = entries(f"{settings.content}/{COMMENTS}")
    others = (each.path for each in listed if each.kind == "folder" and each.name not in folders)
    return any(_answers(folder, wanted) for folder in others)


def _answers(folder: str, wanted: re.Pattern[bytes]) -> bool:
    """Whether a comment in a folder may say in its header that it answers one of these."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - one a thread, of thousands
    except OSError:
        return False
    heads = (_beginning(f"{folder}/{name}") for name in names if name.endswith(".md"))
    return any(wanted.search(head) and b"answers" in head.lower() for head in heads)
