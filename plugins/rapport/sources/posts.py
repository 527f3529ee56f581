"""One file under the article paths to a Post, with everything that is wrong with its header.

What Pelican would drop in silence (no title, no date, a date it cannot read, an unknown status) is
reported and gives no Post; every other fault is reported and the Post is kept.
"""

from __future__ import annotations

import re
from datetime import datetime, tzinfo
from functools import lru_cache
from html import escape, unescape
from pathlib import PurePosixPath
from typing import NamedTuple, get_args
from zoneinfo import ZoneInfo

from rapport.model import Field, Post, PostStatus, Span
from rapport.settings import Reading, Settings
from rapport.sources import own_fields
from rapport.sources.completing import FIRST_COUNTS, Given, Markup, complete, names
from rapport.sources.dates import GOOD_POST_DATE, in_zone, post_date
from rapport.sources.docinfo import parse_html, parse_rst
from rapport.sources.headers import Head, parse_header
from rapport.sources.lang import check_lang
from rapport.sources.notes import notes
from rapport.sources.problems import Problems, listed, meant, near, shortened
from rapport.sources.slugs import slugify
from rapport.sources.yaml_values import check_values, list_advice

MARKUPS: dict[str, Markup] = {
    "md": "markdown",
    "markdown": "markdown",
    "mkd": "markdown",
    "mdown": "markdown",
    "rst": "rst",
    "html": "html",
    "htm": "html",
}
_PELICANS = ("Title", "Date", "Modified", "Tags", "Category", "Slug", "Author", "Authors",
             "Summary", "Lang", "Translation", "Status", "Template", "Save_as", "Url",
             "Timezone")  # fmt: skip
_KNOWN = {name.lower(): name for name in (*_PELICANS, *own_fields.OWN, "Keywords", "Description")}
_STATUSES = get_args(PostStatus)
_ID = re.compile(r"[^\s/\\.\x00-\x1f\x7f][^/\\\x00-\x1f\x7f]*")
# A draft needs no date; Pelican gives it the last there is. Two days are left for any time zone.
_SOMEDAY = datetime(9998, 12, 30)  # noqa: DTZ001 - the site's zone comes with it


class Source(NamedTuple):
    """A file as it was found: `path` for people, `source` for Pelican, its text, its time."""

    path: str
    source: str
    text: str
    changed: datetime | None = None


def read_post(file: Source, settings: Settings, problems: Problems) -> tuple[Post | None, str]:
    """The Post of a file, or None when it cannot be one, and the id its comments go by.

    Its title is text, as readers see it. The id is known even for most posts that cannot be
    published, so that their comments need not be reported as well.
    """
    markup = MARKUPS[file.source.rpartition(".")[2]]
    head = _head(file.text, markup, problems)
    given = complete(head.header, markup, file.source, settings.reading, file.changed)
    if given.get("status", Given("")).text.lower() == "skip":
        return None, ""
    _check_keys(head, markup, file.text, problems)
    if markup == "markdown":
        check_values(head, file.text, problems)
    if given.get("lang", Given("")).text:
        check_lang(given["lang"].text, given["lang"].at, problems)
    zone = _zone(given, settings.reading, problems)
    title = _title(given, head, problems)
    status = _status(given, problems)
    # Pelican's own title, of which it makes the slug, is HTML when the post is reStructuredText.
    known = escape(title) if markup == "rst" else title
    slug = _slug(given, known, file.source, settings.reading, problems)
    date = _date(given, status, zone, head, problems)
    post_id = _id(head, slug, problems)
    if not title or status is None or slug is None or date is None:
        return None, post_id
    return Post(
        path=file.path,
        source=file.source,
        id=post_id,
        slug=slug,
        lang=(given["lang"].text if "lang" in given else settings.reading.default_lang).lower(),
        title=unescape(title) if markup == "html" else title,
        status=status,
        date=date,
        authors=_authors(given, settings.reading, head, problems),
        markup=markup,
        text=file.text,
        body=head.body,
        header=head.header,
        tags=names(given["tags"].text) if "tags" in given else (),
        question=given["question"].text if "question" in given else "",
        comments_open=own_fields.comments_open(head.header, problems),
        thanks=own_fields.thanks(head, problems),
        prompted_by=tuple(field.value for field in own_fields.entries(head, "prompted-by")),
        updates=own_fields.updates(head, zone, problems),
        superseded_by=given["superseded-by"].text if "superseded-by" in given else "",
        ignores=own_fields.ignores(head),
        notes=notes(file.text, head.body, markup, settings),
    ), post_id


def _head(text: str, markup: Markup, problems: Problems) -> Head:
    if markup == "rst":
        return parse_rst(text, problems)
    return parse_header(text) if markup == "markdown" else parse_html(text)


def _check_keys(head: Head, markup: Markup, text: str, problems: Problems) -> None:
    """Keys that stand twice, and keys that look like a slip of the pen."""
    first: dict[str, Field] = {}
    for field in head.header.fields:
        slip = "" if field.key in _KNOWN else _slip(field.key)
        if slip:
            written, place = _key(field, text)
            problems.warning(
                "CFG902",
                f"The key {written!r} means nothing to Pelican or Rapport. Did you mean {slip}?",
                place,
            )
        if markup != "markdown" or field.key in own_fields.LISTS or field.key == "summary":
            continue
        if field.key in first:
            _report_twice(first[field.key], field, field.line in head.continued, problems)
        elif field.key in _KNOWN:
            first[field.key] = field


def _key(field: Field, text: str) -> tuple[str, Field | Span]:
    """A key as it is written, and where; its value's place when the line does not show it."""
    line = text.split("\n")[field.line - 1]
    found = re.search(re.escape(field.key), line, re.IGNORECASE)
    if found is None:
        return field.key, field
    return found[0], Span(field.line, found.start() + 1, field.line, found.end() + 1)


@lru_cache(maxsize=1024)
def _slip(key: str) -> str:
    """The known key that this unknown one is most likely meant to be, if it is very like it."""
    nearest = near(key, _KNOWN.values())
    squeezed = [re.sub("[-_]", "", word.lower()) for word in (key, nearest)]
    return nearest if squeezed[0] == squeezed[1] or _one_apart(*squeezed) else ""


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter more, less, other or swapped makes one word of the other."""
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 4:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
    if same < 0:
        return True
    a, b = one[same:], other[same:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _report_twice(first: Field, field: Field, continued: bool, problems: Problems) -> None:
    name = _KNOWN[field.key]
    what = "goes on in this line" if continued else "stands again here"
    if field.key in FIRST_COUNTS:
        problems.warning(
            "CFG902",
            f"{name} {what}; only line {first.line} counts. Put the whole value on one line.",
            field,
        )
    else:
        problems.error(
            "CFG902",
            f"{name} {what}, after line {first.line}; Pelican makes a list of the two. Put the "
            "whole value on one line.",
            field,
        )


def _missing(name: str, head: Head) -> str:
    """How a header that lacks something came to lack it."""
    for field in head.header.fields:
        if field.key not in _KNOWN and _slip(field.key) == name:
            return f" Line {field.line} says {field.key!r}: write {name}."
    if head.broken_by:
        shown = shortened(head.broken_by)
        return (
            f" The header ends before line {head.broken_at}, because {shown!r} is not `Key: value`."
            f"{list_advice(head)}"
        )
    return ""


def _title(given: dict[str, Given], head: Head, problems: Problems) -> str:
    title = given["title"].text if "title" in given else ""
    if not title:
        problems.error(
            "CFG902",
            "This post has no title, so Pelican leaves it out. Begin the file with "
            f"`Title: ...`.{_missing('Title', head)}",
        )
    return title


def _status(given: dict[str, Given], problems: Problems) -> PostStatus | None:
    entry = given.get("status", Given("published"))
    for status in _STATUSES:
        if entry.text.lower() == status:
            return status  # type: ignore[no-any-return]
    problems.error(
        "CFG903",
        f"Status is {entry.text!r}{_by(entry)}, so Pelican leaves the post out. "
        + meant(entry.text, _STATUSES, f"It can be {listed(_STATUSES)}."),
        entry.at,
    )
    return None


def _by(entry: Given) -> str:
    return f" (from {entry.by})" if entry.by else ""


def _zone(given: dict[str, Given], reading: Reading, problems: Problems) -> tzinfo:
    if "timezone" not in given:
        return reading.timezone
    entry = given["timezone"]
    try:
        return ZoneInfo(entry.text)
    except (LookupError, ValueError, OSError):
        problems.error(
            "CFG903",
            f"Timezone is {entry.text!r}, which nobody knows. Write one such as Europe/Berlin.",
            entry.at,
        )
        return reading.timezone


def _date(
    given: dict[str, Given], status: str | None, zone: tzinfo, head: Head, problems: Problems
) -> datetime | None:
    entry = given.get("date")
    if entry is None:
        if status == "draft":
            return _SOMEDAY.replace(tzinfo=zone)
        problems.error(
            "CFG902",
            "This post has no date, so Pelican leaves it out. Add a line "
            f"`Date: {GOOD_POST_DATE}`.{_missing('Date', head)}",
        )
        return None
    if isinstance(entry.value, datetime):
        return in_zone(entry.value, zone)
    moment = post_date(entry.text.replace("_", " "), zone)
    if moment is None:
        problems.error(
            "CFG904",
            f"Date is {entry.text!r}{_by(entry)}, which is no date, so Pelican leaves the post "
            f"out. A good one looks like {GOOD_POST_DATE}.",
            entry.at,
        )
        return None
    own_fields.doubt("Date", moment, entry.at, problems)
    return moment.value


# Bytes: file systems hold 255, and a feed's name adds a suffix to the slug.
_LONGEST = 200


def _slug(
    given: dict[str, Given], title: str, source: str, reading: Reading, problems: Problems
) -> str | None:
    """The slug, or None when Pelican would refuse to write there."""
    entry = given.get("slug", Given(""))
    if entry.text:
        slug = entry.text
    elif reading.slugify_source == "basename":
        slug = slugify(PurePosixPath(source).stem, reading)
    else:
        slug = slugify(title, reading) if title else ""
    if ".." in slug.split("/") or slug.startswith("/"):
        problems.error(
            "CFG903",
            f"Slug is {slug!r}, which leads out of the site. Use letters, digits and hyphens.",
            entry.at,
        )
        return None
    if any(len(part.encode()) > _LONGEST for part in slug.split("/")):
        problems.error(
            "CFG903",
            f"The address of this post would be {len(slug):,} characters long, more than a file's "
            "name can hold. Add a line `Slug: ...` with a few words, or shorten it.",
            entry.at,
        )
        return None
    if title and not slug:
        problems.error(
            "CFG903", "No address can be made of this title. Add a line `Slug: ...`.", entry.at
        )
    return slug


def _id(head: Head, slug: str | None, problems: Problems) -> str:
    """The name of the comment folder: a slug with folders in it becomes one name."""
    default = (slug or "").replace("/", "-")
    field = head.header.get("id")
    if field is None or not field.value:
        return default
    if not _ID.fullmatch(field.value):
        problems.error(
            "CFG903",
            f"Id is {field.value!r}, which cannot name a folder. Use letters, digits and hyphens.",
            field,
        )
        return default
    return field.value


def _are_several(found: tuple[str, ...]) -> bool:
    """Whether parts of a name are people: of "Ann Reed, President" and "Ann Reed, Jr." one is."""
    return len(found) > 1 and (" " not in found[0] or all(" " in name for name in found))


def _authors(
    given: dict[str, Given], reading: Reading, head: Head, problems: Problems
) -> tuple[str, ...]:
    for key in ("authors", "author"):
        found = names(given[key].text) if key in given else ()
        if found:
            if key == "author" and _are_several(found):
                problems.warning(
                    "CFG902",
                    "Author names several people, and Pelican takes them for one. Write "
                    f"`Authors: {'; '.join(found)}`.",
                    given[key].at,
                )
            elif key == "author" and len(found) > 1:
                return (" ".join(given[key].text.split()),)
            return found
    if reading.author.strip():
        return (reading.author.strip(),)
    problems.error(
        "CFG902",
        "This post has no author and the settings name none (AUTHOR). Add a line `Author: ...`."
        + _missing("Author", head),
    )
    return ()
