"""Moments as other systems write them, to the second and with a zone."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

_SECONDS = re.compile(r"-?\d{9,10}(?:\.\d+)?")
_MILLISECONDS = re.compile(r"\d{12,13}(?:\.\d+)?")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# The fraction of a second; Python reads 3 or 6 digits of it, others write 1 to 9.
_FRACTION = re.compile(r"(:\d\d)[.,]\d+")
_NAMED_ZONE = re.compile(r"\s*(?:Z|UTC|GMT)$", re.IGNORECASE)
# Months, days and hours of one digit, as people write them by hand; Python wants two.
_BY_HAND = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(?:(T|\s+)(\d{1,2}):)?")
_OFFSET = re.compile(r"\s+([+-]\d\d):?(\d\d)$")


def moment(written: object, zone: ZoneInfo) -> tuple[datetime, bool] | None:
    """The moment, and whether it came without a zone and is taken to be in `zone`; None if neither.

    Understood: ISO 8601 and its usual relatives ("2014-03-01 12:30:05 +0100"), the dates of e-mail,
    seconds or milliseconds since 1970. Fractions of a second are dropped. A date alone is midnight.
    """
    if isinstance(written, datetime):
        return _zoned(written.replace(microsecond=0), zone)
    text = "" if written is None or isinstance(written, bool) else str(written).strip()
    try:
        return _counted(text) or _zoned(_parsed(text), zone)
    except (ValueError, TypeError, OverflowError):
        return None


def _counted(text: str) -> tuple[datetime, bool] | None:
    """Seconds or milliseconds since 1970."""
    if _MILLISECONDS.fullmatch(text):
        return _EPOCH + timedelta(seconds=int(float(text) / 1000)), False
    if _SECONDS.fullmatch(text):
        return _EPOCH + timedelta(seconds=int(float(text))), False
    return None


def _parsed(text: str) -> datetime:
    text = _BY_HAND.sub(_padded, text, count=1) if text[:4].isdigit() else text
    plain = _OFFSET.sub(r"\1:\2", _NAMED_ZONE.sub("+00:00", _FRACTION.sub(r"\1", text)))
    try:
        return datetime.fromisoformat(plain)
    except ValueError:
        return parsedate_to_datetime(text)


def _padded(found: re.Match[str]) -> str:
    year, month, day, between, hour = found.groups()
    date = f"{year}-{month:0>2}-{day:0>2}"
    return f"{date}T{hour:0>2}:" if between else date


def _zoned(found: datetime, zone: ZoneInfo) -> tuple[datetime, bool]:
    """With its zone; a moment that a change of the year's clock repeats is the first of the two."""
    if found.tzinfo is not None:
        _ = found.astimezone(UTC)  # an OverflowError here and not later
        return found.replace(microsecond=0), False
    local = found.replace(tzinfo=zone)
    return local.astimezone(UTC).astimezone(zone), True
