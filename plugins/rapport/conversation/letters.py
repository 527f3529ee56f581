"""The mail that tells a writer what became of their words: a draft for somebody to send.

Plain text alone. Nothing that a stranger wrote can add a line to the header: every value stands on
one line, and an address that is none is left out. `X-Unsent` lets mail programs open the file as a
message that is still to be sent; none of ours ever sends it. An answer finds the comment by the
subject, by the `Message-ID` that mail programs name in it, or by the last line of the text, which
they quote: each of the three is lost with some of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import default

from rapport.conversation.excerpts import excerpt
from rapport.conversation.ids import valid_id
from rapport.conversation.letter_words import letter_words
from rapport.model import address_in, clean_text, one_line

_TITLE = 60
_SHORT = 8
# The beginning of an encoded word (RFC 2047): Python decodes what stands in one before it folds the
# header, line ends too.
_ENCODED = ("=?", "= ?")
# Python's own folding of long or strange names can lose the marks around them, and then a name is
# an address (python/cpython, "email": quoted strings in folded headers).
_NAME = re.compile(r"[\w .'\u2019-]{1,60}")
_POLICY = default.clone(cte_type="7bit")


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says.

    `mark` is `[<post id> <comment id>]`: whoever answers by mail answers that comment. `ids` are
    the id of that comment, and of the one that the letter is for where several are told.
    """

    to: str
    name: str
    sender: str
    title: str
    mark: str
    text: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What a letter is about: the writer's name, the post's title, the comment's address and mark.

    `lang` is the language to write in.
    """

    name: str
    title: str
    url: str
    lang: str = "en"
    mark: str = ""


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
    if letter.ids and all(map(valid_id, letter.ids)):
        # Short enough for one line: some servers do not understand one that is folded.
        others = "".join(f".{name[-_SHORT:]}" for name in letter.ids[1:])
        message["Message-ID"] = f"<{letter.ids[0]}{others}@rapport.invalid>"
    message["X-Unsent"] = "1"
    message.set_content(letter.text, cte="quoted-printable")
    return message.as_string()


def reaches(address: str) -> bool:
    """Whether a letter can be addressed so."""
    return address_in(address) == address != ""


def published_text(about: About, words: str) -> str:
    """What tells a writer that their comment can be read now."""
    say = letter_words(about.lang)
    return _composed(
        (
            _filled(say.dear, about.name),
            _filled(say.published, about.title),
            about.url,
            say.wrote,
            _quoted(words),
            say.change,
            _left(about),
        )
    )


def answered_text(about: About, by: str, answer: str, words: str) -> str:
    """What tells a writer that somebody answered; `words` are what they wrote."""
    say = letter_words(about.lang)
    return _composed(
        (
            _filled(say.dear, about.name),
            _filled(say.answered, by, about.title),
            clean_text(answer).strip(),
            about.url,
            say.you_wrote,
            _quoted(words),
            say.go_on,
            _left(about),
        )
    )


def _filled(sentence: str, *names: str) -> str:
    return sentence.format(*map(one_line, names))


def _left(about: About) -> str:
    """The line that finds its way back with what is quoted, when a subject was changed."""
    return f"{letter_words(about.lang).leave}\n{one_line(about.mark)}" if about.mark else ""


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
