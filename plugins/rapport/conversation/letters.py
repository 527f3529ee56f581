"""The mail that tells a writer what became of their words: a draft for somebody to send.

Plain text alone. Nothing that a stranger wrote can add a line to the header: every value stands on
one line, and an address that is none is left out. `X-Unsent` lets mail programs open the file as a
message that is still to be sent; none of ours ever sends it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import default

from rapport.conversation.excerpts import excerpt
from rapport.model import address_in, clean_text, one_line

_TITLE = 60
# The beginning of an encoded word (RFC 2047): Python decodes what stands in one before it folds the
# header, line ends too.
_ENCODED = ("=?", "= ?")
# Python's own folding of long or strange names can lose the marks around them, and then a name is
# an address (python/cpython, "email": quoted strings in folded headers).
_NAME = re.compile(r"[\w .'\u2019-]{1,60}")
_POLICY = default.clone(cte_type="7bit")


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says. `url` is the address of the comment that it is about.

    `mark` is `[<post id> <comment id>]`: whoever answers by mail answers that comment.
    """

    to: str
    name: str
    sender: str
    title: str
    mark: str
    url: str
    text: str


def letter_text(letter: Letter) -> str:
    """The letter as a file that mail programs open (RFC 5322), ASCII only.

    Without an address of the writer there is no `To`, without one of the firm's no `From`. A name
    that does not look like one is not written beside an address.
    """
    message = EmailMessage(policy=_POLICY)
    _address(message, "From", "", letter.sender)
    _address(message, "To", one_line(letter.name), letter.to)
    subject = f"Re: {excerpt(one_line(letter.title), _TITLE)} {one_line(letter.mark)}"
    message["Subject"] = subject.replace(*_ENCODED)
    message["X-Unsent"] = "1"
    message.set_content(letter.text, cte="quoted-printable")
    return message.as_string()


def reaches(address: str) -> bool:
    """Whether a letter can be addressed so."""
    return address_in(address) == address != ""


def published_text(name: str, title: str, url: str, words: str) -> str:
    """What tells a writer that their comment can be read now."""
    return _composed(
        (
            f"Dear {one_line(name)},",
            f'your comment on "{one_line(title)}" is published. Thank you for it.',
            url,
            "This is what you wrote:",
            _quoted(words),
            "If anything in it should be changed or taken down, answer this mail.",
        )
    )


def answered_text(name: str, by: str, title: str, url: str, words: tuple[str, str]) -> str:
    """What tells a writer that somebody answered; `words` are the answer and what they wrote."""
    answer, comment = words
    return _composed(
        (
            f"Dear {one_line(name)},",
            f'{one_line(by)} has answered what you wrote on "{one_line(title)}":',
            clean_text(answer).strip(),
            url,
            "You wrote:",
            _quoted(comment),
            "You can go on from here: answer this mail, or write on the page.",
        )
    )


def _composed(parts: tuple[str, ...]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _quoted(words: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in clean_text(words).strip().split("\n"))


def _address(message: EmailMessage, key: str, name: str, address: str) -> None:
    if not reaches(address):
        return
    try:
        message[key] = Address(name if _NAME.fullmatch(name) else "", addr_spec=address)
    except (ValueError, MessageError):
        # A letter that nobody is named in is better than none.
        return
