"""Mails that were prepared and not sent: to whom, and whom they name."""

from __future__ import annotations

from collections.abc import Collection
from email import message_from_string, policy
from email.message import EmailMessage
from email.utils import getaddresses

from rapport.people import Signs, signs_in


def written_to(text: str, emails: Collection[str]) -> bool:
    """Whether a mail goes to one of these addresses."""
    mail = _mail(text)
    if mail is None or not emails:
        return False
    heads = [str(value) for name in ("to", "cc", "bcc") for value in mail.get_all(name, [])]
    return any(address.casefold() in emails for _, address in getaddresses(heads))


def names_them(text: str, signs: Signs) -> bool:
    """Whether a mail names somebody, however it is encoded."""
    mail = _mail(text)
    if mail is None:
        return bool(signs_in(text, signs))
    parts = [part for part in mail.walk() if part.get_content_maintype() == "text"]
    told = [*map(str, mail.values()), *map(_words, parts)]
    return any(signs_in(each, signs) for each in told)


def _mail(text: str) -> EmailMessage | None:
    try:
        return message_from_string(text, policy=policy.default)
    except (ValueError, LookupError):
        return None


def _words(part: object) -> str:
    try:
        return str(part.get_content())  # type: ignore[attr-defined]
    except (ValueError, LookupError, KeyError):
        return ""
