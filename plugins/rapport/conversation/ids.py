"""Ids of comments: 26 of `[0-9a-z]`, in the order of time.

The shape is a ULID's in lower case: 10 characters of milliseconds since 1970, 16 of randomness (or,
for an import, of a hash), in Crockford's base 32, which sorts as text the way the numbers do.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_ID = re.compile(r"[0-9a-z]{26}")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_RANDOM_BYTES = 10


def valid_id(text: str) -> bool:
    """Whether this can be a comment's id, and so the name of its file."""
    return _ID.fullmatch(text) is not None


def new_id(moment: datetime, randomness: bytes) -> str:
    """The id of a comment received at `moment` (aware), with 10 random bytes.

    Ids sort by moment to the millisecond. Raises ValueError for fewer than 10 bytes.
    """
    if len(randomness) < _RANDOM_BYTES:
        raise ValueError(f"{_RANDOM_BYTES} random bytes are needed, {len(randomness)} were given")
    passed = max(0, (moment - _EPOCH) // timedelta(milliseconds=1))
    return _base32(passed, 10) + _base32(int.from_bytes(randomness[:_RANDOM_BYTES], "big"), 16)


def id_for_import(moment: datetime, source: str, source_id: str) -> str:
    """The id of an imported comment: the same each time, so a second import finds the first."""
    from hashlib import blake2b  # noqa: PLC0415 - only imports need it, and it takes 3 ms

    name = f"{len(source)}:{source}{source_id}".encode("utf-8", "surrogatepass")
    return new_id(moment, blake2b(name, digest_size=_RANDOM_BYTES).digest())


def _base32(number: int, length: int) -> str:
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))
