"""A mail from a reader, as its bytes, to what it says: never trusted, never the cause of a crash.

Headers are read one by one, since a malformed one may raise where it is looked at and not where it
is parsed; one that cannot be read counts as missing. Of the parts only text is taken. The subject's
`[<post id> <comment id>]` says where the words belong; without one, the message that is answered
(the drafts that Rapport prepares have the comment's id in their `Message-ID`), or the same mark in
the text, which our drafts and the links of the site put there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime
from hashlib import blake2b

from rapport.arrivals import Arrived, Contact, Place, Skipped
from rapport.importers.markup import from_html, from_markdown
from rapport.importers.quoting import own_words
from rapport.model import address_in, clean_text, one_line

_BOM = b"\xef\xbb\xbf"
LONGEST_MAIL = 25_000_000
_LONGEST_WORDS = 2_000_000
_PARTS = 500
_EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
# The mark may have been folded, or a list may have put its own before it: the last one counts.
_MARK = re.compile(r"\[\s*([^\s\[\]]{1,200})(?:\s+([0-9a-zA-Z]{26}))?\s*\]")
# On a line of its own, quoted or not.
_LINE = re.compile(r"[>\s]*\[\s*([^\s\[\]]{1,200})(?:\s+([0-9a-zA-Z]{26}))?\s*\]\s*")
_LOOKED_AT = 200_000
_MOST_MARKS = 20
_DRAFT = re.compile(r"<([0-9a-z]{26})(?:\.[0-9a-z]{1,26})?@rapport\.invalid>")
_BOUNCE = re.compile(r"(?:mailer-daemon|postmaster|double-bounce)@", re.IGNORECASE)
# What programs for absences begin a subject with, and nobody else.
_AWAY = re.compile(
    r"(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|"
    r"automatische antwort|abwesenheits(?:notiz|nachricht|assistent)|r[ée]ponse automatique|"
    r"(?:notification d')?absence du bureau|respuesta autom[áa]tica|"
    r"fuera de (?:la )?oficina)\s*[:(-]",
    re.IGNORECASE,
)
_BODY_FAULTS = (LookupError, ValueError, TypeError, AttributeError, MessageError, AssertionError)
# RFC 5322, 2.2: a name of printable characters and a colon; one of these is in every mail.
_FIELD = re.compile(rb"[!-9;-~]+[ \t]*:")
_USUAL = re.compile(
    rb"^(?:from|to|sender|reply-to|date|subject|message-id|received|return-path|delivered-to|"
    rb"mime-version|content-type)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_BLANK_LINE = re.compile(rb"\r?\n\r?\n|\r\r")
_LONGEST_HEAD = 1_000_000
_LISTED = ("List-Id", "List-Post", "List-Unsubscribe")


@dataclass(frozen=True, slots=True)
class Mail:
    """What one mail says, and of which page (`place`, with the subject as title).

    `marks` are all the places it may belong to, the likeliest first: (post, comment), each may be
    empty.
    """

    comment: Arrived
    place: Place
    marks: tuple[tuple[str, str], ...] = ()


def looks_like_mail(data: bytes) -> bool:
    """Whether this begins with a mail's header (RFC 5322): a picture or a letter does not."""
    head = _BLANK_LINE.split(data[:_LONGEST_HEAD], maxsplit=1)[0].replace(b"\r", b"\n")
    return _FIELD.match(head) is not None and _USUAL.search(head) is not None


def read_mail(data: bytes, now: datetime, notice: str = "", own: str = "") -> Mail | Skipped:
    """One mail (RFC 5322) that came in by `now` (aware); Skipped is none that somebody wrote.

    `notice` is the wording that mails are begun with: a mail that holds it was sent under it. `own`
    is the address that readers write to, which may be a list that the firm's people are on.
    """
    name = _digest(data)
    if len(data) > LONGEST_MAIL:
        return Skipped(name, f"it is longer than {LONGEST_MAIL // 1_000_000} MB")
    data = data.removeprefix(_BOM).lstrip(b"\r\n")
    if not looks_like_mail(data):
        return Skipped(name, "it is no mail: it does not begin with a header")
    try:
        message = message_from_bytes(data, policy=default)
        found = _read(message, name, now, notice, own)
        handed = _handed_on(message) if isinstance(found, Skipped) else None
        return found if handed is None else _read(handed, name, now, notice, own)
    except RecursionError:
        return Skipped(name, "its parts lie too deep within each other to be read")


def _read(message: Message, digest: str, now: datetime, notice: str, own: str) -> Mail | Skipped:
    # Without an id of its own a mail is known by its bytes.
    name = one_line(_value(message, "Message-ID")) or digest
    subject = one_line(_value(message, "Subject"))
    machine = _machine(message)
    if machine:
        return Skipped(subject or name, machine)
    text, dropped, shortened = _words(message)
    if not text.strip():
        return Skipped(subject or name, "it has no text")
    words, cut = own_words(_without_ours(text, notice))
    body = from_markdown(words)
    marks = _marks(subject, message, text)
    post, parent = marks[0] if marks else ("", "")
    author, address = _from(message)
    agreed = notice if notice and _flat(notice) in _flat(text) else ""
    noise = _noise(message, own)
    if shortened:
        noise = noise or f"it is longer than {_LONGEST_WORDS // 1_000_000} MB"
    arrived = Arrived(
        id=name,
        place=post,
        author=author,
        date=_date(message, now),
        body=body.text,
        state="spam" if noise else "pending",
        why=noise,
        parent=parent,
        contact=Contact(address, agreed=agreed),
        dropped=(*dropped, *body.dropped, *("quoted history or signature",) * cut),
    )
    return Mail(arrived, Place(post, title=subject), marks)


def _handed_on(message: Message) -> Message | None:
    """The mail that somebody has attached to one without words, to hand it on; None for others."""
    if _machine(message) or _words(message)[0].strip():
        return None
    mails = [each for each in _leaves(message) if _type(each) == "message/rfc822"]
    inside = mails[0].get_payload() if len(mails) == 1 else None
    first = inside[0] if isinstance(inside, list) and inside else None
    return first if isinstance(first, Message) else None


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _value(message: Message, name: str) -> str:
    """A header's value decoded; as it was sent if that fails, empty if it is missing."""
    try:
        value = message.get(name)
        return "" if value is None else clean_text(str(value))
    except (*_BODY_FAULTS, RecursionError):
        raw = next((v for k, v in message.raw_items() if k.lower() == name.lower()), "")
        return clean_text(str(raw))


def _machine(message: Message) -> str:
    """Why nobody wrote this, or nothing."""
    sender = _value(message, "From")
    kind = _type(message)
    auto = _value(message, "Auto-Submitted").partition(";")[0].strip().lower()
    if (
        kind == "multipart/report"
        or _BOUNCE.search(sender)
        or _value(message, "X-Failed-Recipients")
    ):
        return "it is a report of a mail program (a bounce or a receipt)"
    if auto not in ("", "no") or _value(message, "X-Autoreply") or _value(message, "X-Autorespond"):
        return "it is an automatic reply"
    if _value(message, "Precedence").strip().lower() == "auto_reply" or _AWAY.match(
        _value(message, "Subject").strip()
    ):
        return "it is an automatic reply"
    if _value(message, "Return-Path").strip() == "<>":
        return "it is a report of a mail program (a bounce or a receipt)"
    if kind == "text/calendar":
        return "it is an invitation to a meeting"
    return ""


def _noise(message: Message, own: str) -> str:
    """Why this is nothing that a reader wrote to the firm, or nothing."""
    if _value(message, "X-Spam-Flag").strip().lower() == "yes":
        return "the mail server took it for spam"
    listed = " ".join(_value(message, name) for name in _LISTED).lower()
    if own and (own.lower() in listed or f"<{own.lower().replace('@', '.')}>" in listed):
        return ""
    if listed.strip():
        return "it came through a mailing list"
    if _value(message, "Precedence").strip().lower() in ("bulk", "list", "junk"):
        return "it was sent to many"
    return ""


def _type(part: Message) -> str:
    try:
        return part.get_content_type()
    except (*_BODY_FAULTS, RecursionError):
        return "application/octet-stream"


def _words(message: Message) -> tuple[str, tuple[str, ...], bool]:
    """The text, what was not taken along, and whether it was too long; HTML only without plain."""
    plain: list[str] = []
    html: list[str] = []
    attached = 0
    for part in _leaves(message):
        kind = _type(part)
        if kind not in ("text/plain", "text/html") or _attached(part):
            attached += 1
            continue
        (plain if kind == "text/plain" else html).append(_text(part))
    dropped = (f"{attached} attachment" + "s" * (attached > 1),) if attached else ()
    text = "\n\n".join(plain)
    if not text.strip() and html:
        body = from_html("<br>".join(html)[:_LONGEST_WORDS])
        text, dropped = body.text, (*dropped, *body.dropped)
    return text[:_LONGEST_WORDS], dropped, len(text) > _LONGEST_WORDS


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something, in order; a mail within a mail is one, whatever it holds."""
    left = [message]
    count = 0
    while left and count < _PARTS:
        part = left.pop()
        count += 1
        inside = part.get_payload()
        if _type(part).startswith("multipart/") and isinstance(inside, list):
            left += [each for each in reversed(inside) if isinstance(each, Message)]
        else:
            yield part


def _attached(part: Message) -> bool:
    try:
        return part.get_content_disposition() == "attachment" or bool(part.get_filename())
    except (*_BODY_FAULTS, RecursionError):
        return True


def _text(part: Message) -> str:
    """A part's text; of an encoding that is not the one it names, the likeliest."""
    try:
        data = part.get_payload(decode=True)
        charset = part.get_content_charset("utf-8")
        flowed = str(part.get_param("format", "")).lower() == "flowed"
        delsp = str(part.get_param("delsp", "")).lower() == "yes"
    except (*_BODY_FAULTS, RecursionError):
        data, charset, flowed, delsp = part.get_payload(), "utf-8", False, False
    if not isinstance(data, bytes):
        data = str(data or "").encode("utf-8", "replace")
    text = clean_text(_decoded(data[: 4 * _LONGEST_WORDS], charset))
    return _unflowed(text, delsp) if flowed else text


def _decoded(data: bytes, charset: str) -> str:
    for name in (charset, "utf-8", "cp1252"):
        try:
            return data.decode(name)
        except (UnicodeError, LookupError, ValueError):
            continue
    return data.decode("cp1252", "replace")


def _unflowed(text: str, delsp: bool) -> str:
    """Paragraphs that were broken for transport are whole again (RFC 3676)."""
    whole: list[str] = []
    open_ = False
    for line in text.split("\n"):
        bare = line.removeprefix(" ")
        quoted = bare.startswith(">")
        if open_ and not quoted and bare.rstrip() != "--":
            whole[-1] += bare
        else:
            whole.append(bare)
        open_ = bare.endswith(" ") and bare != "-- " and not quoted
        if open_ and delsp:
            whole[-1] = whole[-1][:-1]
    return "\n".join(line if line == "-- " else line.rstrip() for line in whole)


def _marks(subject: str, message: Message, text: str) -> tuple[tuple[str, str], ...]:
    """Every place that the mail names, the surest first: a subject may be changed on its way."""
    named = [(post, name.lower()) for post, name in reversed(_MARK.findall(subject))]
    for header in ("In-Reply-To", "References"):
        named += [("", name) for name in reversed(_DRAFT.findall(_value(message, header)))]
    # A text from HTML has its brackets escaped.
    lines = text[:_LOOKED_AT].replace("\\", "").split("\n")
    named += [
        (found[1], (found[2] or "").lower()) for found in map(_LINE.fullmatch, lines) if found
    ]
    return tuple(dict.fromkeys(named))[:_MOST_MARKS]


def _without_ours(text: str, notice: str) -> str:
    """Without what a link of ours has put into the mail: some write below it."""
    words = r"\s+".join(map(re.escape, notice.split()))
    under = rf"^--[ ]?\n(?:{words}\s*)?(?:\[[^\s\[\]]+(?: [0-9a-z]{{26}})?\][ ]*)?$"
    return re.sub(
        under,
        lambda found: "" if len(found[0]) > len("-- \n") else found[0],
        text,
        count=1,
        flags=re.MULTILINE,
    )


def _from(message: Message) -> tuple[str, str]:
    """The writer's name as they give it, and the address to answer to; either may be empty."""
    name, sender = parseaddr(one_line(_value(message, "From")))
    _, answers = parseaddr(one_line(_value(message, "Reply-To")))
    addresses = [each for each in (answers, sender) if address_in(each) == each != ""]
    return one_line(name), addresses[0] if addresses else ""


def _date(message: Message, now: datetime) -> datetime:
    """When it was written; a clock that is far out is not believed."""
    try:
        date = parsedate_to_datetime(_value(message, "Date"))
        date = date if date.tzinfo else date.replace(tzinfo=UTC)
        date = date.astimezone(now.tzinfo).replace(microsecond=0)
    except (*_BODY_FAULTS, OverflowError):
        return now
    return date if _EARLIEST < date <= now + timedelta(days=1) else now


def _flat(text: str) -> str:
    return " ".join(text.replace(">", " ").split())
