"""`rapport comments receive`: what readers sent, by mail or by a form, into the private inbox."""

from __future__ import annotations

import json
import mailbox
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import click

from rapport.arrivals import Pending, PendingState, Skipped
from rapport.cli.comments.kept import Kept, held
from rapport.cli.comments.telling import json_option
from rapport.conversation import Door, pending_text, received
from rapport.errors import UsageError
from rapport.importers import (
    LONGEST_MAIL,
    Mail,
    looks_like_json,
    looks_like_mail,
    read_forms,
    read_mail,
)
from rapport.model import one_line
from rapport.sources import claimed, firm_names, inbox_path
from rapport.store import Batch, write_all

_LONGEST_INPUT = 100_000_000
_LONGEST_NUMBER = 12
# How every file of Microsoft's compound format begins ([MS-CFB], 2.2).
_OUTLOOK = bytes.fromhex("d0cf11e0a1b11ae1")
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# An mbox writes `>From ` for a line of a mail that begins with `From `.
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_STATES: tuple[PendingState, ...] = ("pending", "aside", "spam")
_SAID = {
    "pending": "waits for approval",
    "aside": "kept aside: no post is known for it",
    "spam": "kept apart as spam",
}


@dataclass(frozen=True, slots=True)
class _Came:
    """One mail or delivery, as read; `source` says which."""

    source: str
    what: Mail | Skipped


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(allow_dash=True, path_type=Path))
@json_option
@click.pass_obj
def command(settings_file: Path | None, /, paths: tuple[Path, ...], as_json: bool) -> int:
    """Put what readers sent into the inbox, where it waits for approval.

    PATH is a mail (.eml), an mbox, a maildir, a folder of mails, or JSON that a form service
    delivers; - or nothing is standard input. The same mail twice is one comment. All of it is taken
    or, if something cannot be read or written, nothing.
    """
    with held(settings_file) as kept:
        now = datetime.now(kept.settings.reading.timezone).replace(microsecond=0)
        # All is read before anything is written: a file that cannot be read changes nothing.
        came = [each for path in paths or (Path("-"),) for each in _read(path, kept, now)]
        done, skipped = _keep(came, kept, now)
    return _tell(done, skipped, as_json=as_json)


def _read(path: Path, kept: Kept, now: datetime) -> Iterator[_Came]:
    if str(path) == "-":
        yield from _of_bytes(_standard_input(), "standard input", kept, now)
    elif path.is_dir():
        yield from (_named(name, _came(data, kept, now)) for name, data in _folder(path))
    elif not path.is_file():
        raise UsageError(f"{one_line(str(path))} is no file and no folder.")
    else:
        yield from _of_file(path, kept, now)


def _standard_input() -> bytes:
    data = sys.stdin.buffer.read(_LONGEST_INPUT + 1)
    if len(data) > _LONGEST_INPUT:
        raise UsageError(
            f"Standard input is longer than {_LONGEST_INPUT // 10**6} MB: give it as a file."
        )
    return data


def _of_file(path: Path, kept: Kept, now: datetime) -> Iterator[_Came]:
    try:
        with path.open("rb") as file:
            start = file.read(512)
        if _is_mbox(start):
            yield from (_came(data, kept, now) for data in _mbox(path))
        else:
            _check_size(path, start)
            yield from _of_bytes(_start(path), one_line(str(path)), kept, now)
    except OSError as fault:
        raise UsageError(f"{one_line(str(path))} cannot be read: {fault.strerror}.") from fault


def _check_size(path: Path, start: bytes) -> None:
    if looks_like_json(start) and path.stat().st_size > _LONGEST_INPUT:
        raise UsageError(f"{one_line(str(path))} is longer than {_LONGEST_INPUT // 10**6} MB.")


def _start(path: Path) -> bytes:
    """A file, or so much of one that is too long that its length is seen."""
    with path.open("rb") as file:
        return file.read(_LONGEST_INPUT + 1)


def _of_bytes(data: bytes, name: str, kept: Kept, now: datetime) -> Iterator[_Came]:
    if not data.strip():
        raise UsageError(f"{name} is empty: a mail, an mbox or JSON was expected.")
    settings = kept.settings
    data = _unwrapped(data.removeprefix(_BOM).lstrip(b"\r\n"))
    if looks_like_json(data):
        zone = settings.reading.timezone
        fields, notice = dict(settings.form_fields), one_line(settings.comment_notice)
        for mail in read_forms(data, name, fields, now, zone, notice):
            yield _Came("form", mail)
    elif _is_mbox(data):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "mbox"
            path.write_bytes(data)
            yield from [_came(each, kept, now) for each in _mbox(path)]
    elif data.startswith(_OUTLOOK):
        raise UsageError(
            f"{name} is in Outlook's own format (.msg). Save the mail as .eml, which Outlook on "
            "the web and other mail programs do, or forward it to a mailbox from which you can."
        )
    elif data.startswith(_UTF16):
        raise UsageError(f"{name} is UTF-16, not UTF-8. Save it again with the encoding UTF-8.")
    elif not looks_like_mail(data):
        raise UsageError(
            f"{name} is no mail, no mbox and no JSON: it does not begin with a header. A mail "
            "program saves a mail as .eml."
        )
    else:
        yield _came(data, kept, now)


def _unwrapped(data: bytes) -> bytes:
    """The mail in a file of Apple Mail's (.emlx): its length stands above it, more below it."""
    length, _, rest = data.partition(b"\n")
    if not length.strip().isdigit() or len(length) > _LONGEST_NUMBER:
        return data
    return rest[: int(length)]


def _came(data: bytes, kept: Kept, now: datetime) -> _Came:
    settings = kept.settings
    return _Came("mail", read_mail(data, now, settings.comment_notice, settings.comment_mail))


def _is_mbox(start: bytes) -> bool:
    return start.startswith(b"From ")


def _mbox(path: Path) -> Iterator[bytes]:
    """The mails of an mbox (RFC 4155); `From ` with no header below it is a line of a mail's."""
    box = mailbox.mbox(path, create=False)
    whole = b""
    try:
        for key in box.iterkeys():
            with box.get_file(key, from_=True) as file:
                line, data = file.readline(), file.read(LONGEST_MAIL + 1)
            if whole and not looks_like_mail(data):
                whole = b"\n".join((whole, line + data))[: LONGEST_MAIL + 1]
                continue
            if whole:
                yield _ESCAPED.sub(rb"\1", whole)
            whole = data
        if whole:
            yield _ESCAPED.sub(rb"\1", whole)
    finally:
        box.close()


def _named(name: str, came: _Came) -> _Came:
    """What is not taken is told by its file, where somebody can look at it."""
    what = came.what
    return replace(came, what=Skipped(name, what.reason)) if isinstance(what, Skipped) else came


def _folder(path: Path) -> Iterator[tuple[str, bytes]]:
    """The mails of a maildir or of a folder of .eml files with their names, in their order."""
    if (path / "cur").is_dir() and (path / "new").is_dir():
        files = [each for part in ("cur", "new") for each in sorted((path / part).iterdir())]
    else:
        files = sorted(each for each in path.iterdir() if each.suffix.lower() == ".eml")
    if not files:
        raise UsageError(f"{one_line(str(path))} holds no mails: no maildir, and no .eml files.")
    for file in files:
        if file.is_file() and not file.name.startswith("."):
            with file.open("rb") as opened:
                yield file.name, opened.read(LONGEST_MAIL + 1)


def _keep(
    came: Iterable[_Came], kept: Kept, now: datetime
) -> tuple[list[tuple[Pending, str]], list[Skipped]]:
    taken = {*kept.public, *kept.private, *kept.refused}
    door = _door(kept, taken, now)
    done: list[tuple[Pending, str]] = []
    skipped: list[Skipped] = []
    texts: dict[str, str] = {}
    for each in came:
        what = each.what
        found = (
            what
            if isinstance(what, Skipped)
            else received(what.comment, what.place, each.source, door, what.marks)
        )
        if isinstance(found, Skipped):
            skipped.append(found)
            continue
        place = inbox_path(found.state, found.comment.id)
        texts[place] = pending_text(found)
        taken.add(found.comment.id)
        done.append((found, kept.shown_path(kept.settings.private / place)))
    # All of it or nothing: who runs this in a filter knows by the exit code what became of a mail.
    write_all([Batch(kept.settings.private, texts, private=True)])
    return done, skipped


def _door(kept: Kept, taken: set[str], now: datetime) -> Door:
    settings, site = kept.settings, kept.opened.site
    firm = firm_names(site.people, settings.firm_names)
    posts = {post.slug: (post.id, post.comments_open) for post in site.posts}
    posts |= {name: (post.id, post.comments_open) for name, post in kept.posts.items()}
    return Door(
        posts=posts,
        comments={comment.id: comment.post for comment in site.comments},
        taken=taken,
        claims=lambda author: claimed(author, firm),
        now=now,
        link_limit=settings.link_limit,
        spam_words=settings.spam_words,
    )


def _tell(done: list[tuple[Pending, str]], skipped: list[Skipped], *, as_json: bool) -> int:
    if as_json:
        click.echo(json.dumps(_told(done, skipped), ensure_ascii=False, indent=2))
        return 0
    for pending, path in done:
        comment = pending.comment
        where = f" on {one_line(comment.post)}" if comment.post else ""
        click.echo(f"{comment.id} {_SAID[pending.state]}: {one_line(comment.author)}{where}")
        click.echo(f"  {one_line(path)}")
        for flag in pending.flags:
            click.echo(f"  {one_line(flag)}")
    for each in skipped:
        click.echo(f"not taken: {one_line(each.id)}: {one_line(each.reason)}")
    counts = Counter(pending.state for pending, _ in done)
    told = ", ".join(f"{counts[state]} {state}" for state in _STATES)
    click.echo(f"{told}, {len(skipped)} not taken.")
    return 0


def _told(done: list[tuple[Pending, str]], skipped: list[Skipped]) -> dict[str, object]:
    counts = Counter(pending.state for pending, _ in done)
    return {
        "schema": 1,
        **{str(state): counts[state] for state in _STATES},
        "received": [
            {
                "id": pending.comment.id,
                "state": pending.state,
                "post": pending.comment.post or None,
                "reply_to": pending.comment.reply_to,
                "author": pending.comment.author,
                "path": path,
                "flags": list(pending.flags),
            }
            for pending, path in done
        ],
        "skipped": [{"id": each.id, "reason": each.reason} for each in skipped],
    }
