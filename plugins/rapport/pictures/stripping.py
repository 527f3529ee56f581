"""Pictures without what cameras and programs write beside them: places, names, thumbnails.

What is left is what decides how a picture looks, byte for byte as it was, so nothing is compressed
a second time. Formats: ITU T.81 (JPEG), W3C PNG 3rd edition, RFC 9649 (WebP), GIF89a.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
# Chunks that a picture looks different without; the rest are texts, times, Exif and XMP.
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs "
    b"acTL fcTL fdAT".split()
)
_WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
# In a VP8X header: there is Exif, there is XMP.
_WEBP_TOLD = 0x08 | 0x04
# Where the compressed data of a JPEG ends: a marker that is neither a stuffed byte nor a restart.
_SCAN_END = re.compile(rb"\xff(?![\x00\xd0-\xd7\xff])")
_GIF_KEPT = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def stripped(data: bytes) -> bytes | None:
    """The same picture without its metadata; None for a kind that is not known here.

    Raises ValueError for a file that is cut short or is not what it says it is.
    """
    if data.startswith(b"\xff\xd8\xff"):
        return b"".join(_jpeg(data))
    if data.startswith(_PNG):
        return _PNG + b"".join(_png(data))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        body = b"WEBP" + b"".join(_webp(data))
        return b"RIFF" + len(body).to_bytes(4, "little") + body
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return b"".join(_gif(data))
    return None


def _part(data: bytes, start: int, end: int) -> bytes:
    """A stretch that must be there whole."""
    if not 0 <= start <= end <= len(data):
        raise ValueError("it is cut short")
    return data[start:end]


def _jpeg(data: bytes) -> Iterator[bytes]:
    """The segments that are kept, to the end of the image: what lies behind it is another file."""
    yield data[:2]
    at = 2
    while True:
        while _part(data, at, at + 2) == b"\xff\xff":
            at += 1
        if data[at] != 0xFF:
            raise ValueError("it is damaged")
        marker = data[at + 1]
        if marker == 0xD9:
            yield data[at : at + 2]
            return
        if marker == 0x01 or 0xD0 <= marker <= 0xD7:
            at += 2
            continue
        end = at + 2 + int.from_bytes(_part(data, at + 2, at + 4))
        segment = _part(data, at, end)
        if _keeps(marker, segment[4:]):
            yield segment
        at = end
        if marker == 0xDA:
            found = _SCAN_END.search(data, at)
            if found is None:
                raise ValueError("it is cut short")
            yield data[at : found.start()]
            at = found.start()


def _keeps(marker: int, body: bytes) -> bool:
    """Whether a segment says how a JPEG looks: all but comments and programs' own, save three."""
    if marker == 0xE0:
        return body.startswith(b"JFIF\0")
    if marker == 0xE2:
        return body.startswith(b"ICC_PROFILE\0")
    if marker == 0xEE:
        return body.startswith(b"Adobe")
    return not (0xE0 <= marker <= 0xEF or marker == 0xFE)


def _png(data: bytes) -> Iterator[bytes]:
    at, name = len(_PNG), b""
    while name != b"IEND":
        end = at + 12 + int.from_bytes(_part(data, at, at + 4))
        name, chunk = data[at + 4 : at + 8], _part(data, at, end)
        if name in _PNG_KEPT:
            yield chunk
        at = end


def _webp(data: bytes) -> Iterator[bytes]:
    at = 12
    last = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while at + 8 <= last:
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        chunk = _part(data, at, at + 8 + size)
        if chunk[:4] == b"VP8X" and size >= 10:
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_TOLD]) + chunk[9:]
        if chunk[:4] in _WEBP_KEPT:
            yield chunk + b"\0" * (size % 2)
        at += 8 + size + size % 2


def _gif(data: bytes) -> Iterator[bytes]:
    at = 13 + _colours(_part(data, 0, 13)[10])
    yield _part(data, 0, at)
    while (kind := _part(data, at, at + 1)) != b";":
        if kind == b"!":
            end = _blocks_end(data, at + 2)
            label = data[at + 1]
            if label != 0xFE and (label != 0xFF or data[at + 3 : at + 14] in _GIF_KEPT):
                yield data[at:end]
        elif kind == b",":
            first = at + 10 + _colours(_part(data, at, at + 10)[9]) + 1
            end = _blocks_end(data, first)
            yield data[at:end]
        else:
            raise ValueError("it is damaged")
        at = end
    yield b";"


def _colours(packed: int) -> int:
    """How many bytes the table of colours has that a byte of flags announces."""
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _blocks_end(data: bytes, at: int) -> int:
    """Where a row of blocks ends, each of which says how long it is, the last that it is none."""
    while size := _part(data, at, at + 1)[0]:
        at += 1 + size
    return at + 1
