"""One site in which every field of everything holds every payload of the corpus."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rapport.conversation import to_text
from rapport.model import Comment, clean_text, one_line
from tests.building.small_site import CONF
from tests.hostile.corpus import ALL
from tests.sites import write_files

HOST = "https://quay.example"
START = datetime(2026, 3, 1, 9, tzinfo=UTC)
_LINE = 200  # of a title that a hundred lists repeat
_BODY = 2000  # of a body on a page that a slow and thorough parser reads
_NAMES = 60  # of a topic: its page is a file, whose name may not be of any length

MORE = f"""
    SITEURL = "{HOST}"
    FORMATTED_FIELDS = []
    FEED_MAX_ITEMS = 1000
    DEFAULT_PAGINATION = 0
    """

# Every line of a comment's header that a stranger's pull request may write, one file each: what is
# refused in one line must not keep the next from being tried.
ASKED = ("Url", "Source-Url", "Reply-To", "Answers", "Answer")
REFUSED = ("Person", "Date", "Kind", "Source", "Status", "Lang", "Unknown")


def identifier(kind: int, number: int) -> str:
    """The id of one of a payload's comments."""
    return f"01jqm{kind:02d}{number:019d}"


def line(payload: str) -> str:
    """A payload as one line of a post's header: what a build would refuse is left out."""
    return one_line(payload[:_BODY].encode("utf-8", "replace").decode("utf-8"))[:_LINE].strip()


def write_hostile(folder: Path, wanted: Collection[int] = range(len(ALL))) -> Path:
    """Write the site with the payloads of these numbers; the path of its settings file."""
    write_files(folder, {"pelicanconf.py": CONF, "content/people/ida.md": _IDA})
    with (folder / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write("\n".join(text.strip() for text in MORE.splitlines()))
    for number, (_, _, payload) in enumerate(ALL):
        if number not in wanted:
            continue
        for name, text in _files(number, payload[:_BODY]):
            path = folder / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return folder / "pelicanconf.py"


_IDA = "Name: Ida Brandt\nRole: firm\nUrl: https://brandt.example/\n\nIda reads tariffs.\n"


def _files(number: int, payload: str) -> Iterator[tuple[str, str]]:
    yield f"posts/p{number}.md", _post(number, line(payload))
    yield f"people/r{number}.md", _person(line(payload), payload)
    for kind, text in enumerate(_comments(number, payload)):
        yield f"comments/p{number}/{identifier(kind, number)}.md", text


def _post(number: int, text: str) -> str:
    return (
        f"Title: {number} {text}\n"
        f"Date: {START + timedelta(minutes=number):%Y-%m-%d %H:%M}\n"
        f"Author: {text.replace(';', ' ') or 'Nobody'}; Ida Brandt\n"
        f"Slug: p{number}\n"
        f"Question: {text}\n"
        f"Summary: {text}\n"
        f"Tags: {number % 20}; {text.replace(';', ' ')[:_NAMES] if number % 20 == 0 else ''}\n"
        f"Thanks: r{number} - for {text}\n"
        f"Thanks: {identifier(0, number)} - for {text}\n"
        f"Updated: 2026-03-02 - {text}\n"
        f"Prompted-by: {identifier(0, number)}\n"
        f"Audit-ignore: LNK301 - {text}\n\n"
        "A word of our own, said by nobody else. What have you seen?\n"
    )


def _person(text: str, payload: str) -> str:
    return (
        f"Name: {text or 'Nobody'}\nRole: peer\nPage: yes\nWorks-at: {text}\nAlso: {text}\n"
        f"Url: {text}\nHandles: {text}\nConsent: {text}\n\n{payload}\n"
    )


def _comments(number: int, payload: str) -> Iterator[str]:
    """One that our own writer made of hostile values, an answer to it, a mention, and the lines."""
    when = START + timedelta(hours=1)
    yield to_text(
        Comment(
            id=identifier(0, number),
            post=f"p{number}",
            path="",
            author=payload if line(payload) else "x",
            date=when,
            body=f"{payload}\n\nIs it so?",
            source_id=payload,
            edited=f"2026-03-03 {payload}",
            approved=f"2026-03-03 {payload}",
        )
    )
    firm = f"Author: Ida Brandt\nPerson: ida\nReply-To: {identifier(0, number)}\n"
    yield f"{firm if number % 2 else 'Author: Tom'}\nDate: {when.isoformat()}\n\n{payload} Yes.\n"
    person = f"Author: {line(payload)}\nPerson: r{number}\nDate: {when.isoformat()}\n"
    yield f"{person}\nAs a friend. Who knows?\n\n{payload}\n"
    yield f"Author: {line(payload)}\nKind: mention\nDate: {when.isoformat()}\nUrl: https://ok.example\n\n{payload}\n"
    bare = clean_text(payload).replace("\n", " ")
    for key in ASKED:
        yield f"Author: Reader\nDate: {when.isoformat()}\n{key}: {bare}\n\nSee my page. Is it so?\n"
    wrong = "".join(f"{key}: {payload}\n" for key in REFUSED)
    yield f"Author: Reader\n{wrong}\n{payload}\n"
