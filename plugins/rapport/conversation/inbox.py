"""A comment in the private inbox as a file: that of a comment, with what stays private on top."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from rapport.arrivals import Contact, Pending
from rapport.conversation.files import COMMENT_KEYS, header_lines, one_line_value, text_below

PRIVATE_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "Post": "id of the post it belongs to; empty while no post is known",
        "Received": "when it came in, with time and zone; required",
        "Flag": "what to look at before it is approved, as `word - explanation`; may be repeated",
        "Place": "id of the thread it stood in, where it came from",
        "Place-Title": "title of the page it stood under",
        "Place-Url": "address of the page it stood under",
        "Parent": "id, where it came from, of the comment it answers, while that has no id here",
        "Email": "the writer's address; never published",
        "Ip": "the address it was sent from; never published",
        "Agreed": "the wording the writer agreed to",
        "Written-By": "who at the firm wrote it, when somebody else has to approve it",
    }
)
PENDING_KEYS: Mapping[str, str] = MappingProxyType({**PRIVATE_KEYS, **COMMENT_KEYS})
CONTACT_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "Author": "the name the writer gave",
        "Post": "id of the post",
        "Email": PRIVATE_KEYS["Email"],
        "Ip": PRIVATE_KEYS["Ip"],
        "Agreed": PRIVATE_KEYS["Agreed"],
    }
)


def pending_text(pending: Pending) -> str:
    """The file of a comment in the inbox: private keys, the comment's own, a blank line, the text.

    Reading it gives the same; its id is the file's name, its state the folder's.
    """
    private = _lines(pending)
    header = "".join(f"{key}: {value}\n" for key, value in private if value)
    return header + header_lines(pending.comment) + text_below(pending.comment)


def contact_text(author: str, post: str, contact: Contact) -> str:
    """The private file that says how to reach the writer of a comment; its name is the id."""
    values = (author, post, contact.email, contact.ip, contact.agreed)
    lines = zip(CONTACT_KEYS, map(one_line_value, values), strict=True)
    return "".join(f"{key}: {value}\n" for key, value in lines if value)


def _lines(pending: Pending) -> Iterator[tuple[str, str]]:
    place, contact = pending.place, pending.contact
    yield "Post", one_line_value(pending.comment.post)
    yield "Received", pending.received.isoformat()
    for flag in pending.flags:
        yield "Flag", one_line_value(flag)
    if place is not None:
        yield "Place", one_line_value(place.id)
        yield "Place-Title", one_line_value(place.title)
        yield "Place-Url", one_line_value(place.url)
    yield "Parent", one_line_value(pending.parent)
    yield "Email", one_line_value(contact.email)
    yield "Ip", one_line_value(contact.ip)
    yield "Agreed", one_line_value(contact.agreed)
    yield "Written-By", one_line_value(pending.written_by)
