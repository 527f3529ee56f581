"""What may stand in a text at all, and which addresses may be linked: the same in every room.

The functions are total: any string goes in, a harmless one comes out. The set of characters is
XML 1.0's `Char` production, less the C1 controls and noncharacters that HTML's parser reports as
errors, less the bidirectional embeddings, overrides and isolates (U+202A-202E, U+2066-2069), which
let a text reorder what follows it. The plain marks U+200E and U+200F stay: right-to-left names
need them.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape

_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "]"
)
_LONGEST_URL = 2048
_URL = re.compile(  # spelled out: IGNORECASE would take the long s (U+017F) for an s
    r"(?P<scheme>[Hh][Tt][Tt][Pp][Ss]?)://"
    r"(?P<host>[\w-]+(?:\.[\w-]+)*\.?|\[[0-9a-fA-F:.]{2,45}\])"
    r"(?P<port>:[0-9]{1,5})?"
    r"(?:[/?#][^\s\\]*)?"
)
# Longer first parts are allowed (RFC 5646) and none is in use: what is longer is a name.
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_HOST_ONLY = re.compile(r"[\w.:\[\]-]+")
_TO_ENCODE = re.compile(r"[ \"<>`{}|^']")

# The `@` of a handle (`@ana@host.example`, or a profile's `/@ana@host.example`) follows nothing or
# another `@`: only a name before it makes an address. Markdown's backslashes and characters that
# nobody sees hide one from a program alone: the page shows it.
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
# What a browser takes for the dot of a host (UTS 46).
_DOTS = "\u3002\uff0e\uff61"
# Marks of emphasis and code inside an address, which a page does not show either.
_MARKS = "*`"
_LOCAL = rf"[\w.+%-](?:[\w.+%{_UNSEEN}{_MARKS}-]|\\(?=[_.+%@-])){{0,200}}"
_LABELS = rf"(?:(?:[\w{_UNSEEN}{_MARKS}-]|\\(?=[.-]))+[.{_DOTS}])+"
_DOMAIN = rf"{_LABELS}[\w{_UNSEEN}]*\w[\w{_UNSEEN}]*\w"
_ADDRESS = re.compile(rf"(?:(?<![\w.@+%{_UNSEEN}-])|(?<=[\w.+%-]@)){_LOCAL}@{_DOMAIN}")
# In scripts that put no spaces between words an address stands right among them, and they are no
# part of it: what begins and ends at a letter of another script.
_LETTER = "[^\\W\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]"
_AMONG_WORDS = (
    rf"(?<![.@+%-])(?<!{_LETTER})(?:{_LETTER}|[.+%-])+@(?:(?:{_LETTER}|-)+\.)+{_LETTER}{{2,}}"
)
_CODED_AT = re.compile(r"%40|&#(?:0*64|x0*40);?|&commat;|\uff20|\ufe6b", re.IGNORECASE)
ADDRESS = "[address]"


def clean_text(value: str) -> str:
    r"""The text without characters that XML forbids, control characters and bidi overrides.

    Line feeds and tabs stay; CRLF and a lone CR become a line feed.
    """
    if value.replace("\n", "").isprintable():  # nothing of _UNWANTED is; ten times as fast
        return value
    return _UNWANTED.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(value: str) -> str:
    """The text as `clean_text` leaves it, on one line and with single spaces."""
    return " ".join(clean_text(value).split())


def safe_url(url: str) -> str:
    """The address if a reader may be sent there, else an empty string.

    Accepted: absolute http and https with a host, a decimal port or none, no user name, at most
    2,048 characters, no backslash, no control character or space other than U+0020 in the path.
    Characters that could end an attribute are percent-encoded. The result is its own safe_url.
    """
    written = url.strip(" ")
    if not written.isprintable():
        return ""
    found = _URL.fullmatch(_TO_ENCODE.sub(lambda char: f"%{ord(char[0]):02X}", written))
    if found is None or len(found[0]) > _LONGEST_URL or not _is_host(found["host"]):
        return ""
    if found["port"] and int(found["port"][1:]) > 65535:
        return ""
    return found["scheme"].lower() + found[0][len(found["scheme"]) :]


def _is_host(host: str) -> bool:
    """Whether a host stays one when a browser composes it: a composed slash would end it."""
    if host.isascii():
        return True
    try:
        host.encode("idna")
    except UnicodeError:
        return False
    return _HOST_ONLY.fullmatch(unicodedata.normalize("NFKC", host)) is not None


def safe_lang(tag: str) -> str:
    """The tag if it has the shape of a language's (RFC 5646: de, pt-BR), else an empty string."""
    return tag if LANGUAGE.fullmatch(tag) else ""


def address_in(text: str) -> str:
    """The first e-mail address in a text, also one whose `@` is coded, or an empty string."""
    if "@" not in text and not _CODED_AT.search(text):
        return ""
    found = _ADDRESS.search(unescape(_CODED_AT.sub("@", text)))
    return found[0] if found else ""


def without_addresses(text: str) -> str:
    """The text with "[address]" in the place of every e-mail address that `address_in` would find.

    Where there is none the text is returned as it is; where there is one, coded characters are
    written as what they stand for.
    """
    if not address_in(text):
        return text
    # Compiled when it is wanted: it takes 6 ms, and most commands meet no address.
    bare = re.sub(_AMONG_WORDS, ADDRESS, unescape(_CODED_AT.sub("@", text)))
    while _ADDRESS.search(bare):
        bare = unescape(_CODED_AT.sub("@", _ADDRESS.sub(ADDRESS, bare)))
    return bare
