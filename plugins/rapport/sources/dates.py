"""Dates as people write them, with what is wrong with them.

Posts: everything Pelican takes is taken. Its reader is `dateutil.parser.parse` with today at
midnight for what is not written (`pelican.utils.get_date`); the plain forms are read without
importing it. Comments: ISO 8601 with a zone, nothing else.
"""

from __future__ import annotations

import re
import warnings
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import NamedTuple

GOOD_POST_DATE = "2026-05-04 09:00"
GOOD_WITH_ZONE = "2026-05-05 20:12+02:00"

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?")
_ZONE_APART = re.compile(r"\s+(?=(?:Z|[+-]\d\d:?\d\d)$)")
# Room for any change of zone at both ends; ids count from 1970.
_YEARS = range(2, 9999)
COMMENT_YEARS = range(1970, 9999)
# Two days that share no year, month or day: what differs between them was not written.
_ONE_DAY, _OTHER_DAY = datetime(2004, 1, 1), datetime(2008, 2, 2)  # noqa: DTZ001 - stand-ins, as naive as what is read


class Moment(NamedTuple):
    """A date as read, aware. `doubt` says in words what was guessed, empty when nothing was.

    `daily`: what was guessed is today, so the same file means another moment tomorrow.
    """

    value: datetime
    doubt: str = ""
    daily: bool = False


def post_date(text: str, zone: tzinfo) -> Moment | None:
    """The date of a post, in `zone` where it names none; None when Pelican cannot read it."""
    written = re.sub(" +", " ", text.strip())
    try:
        plain = _ISO.fullmatch(written)
        read = Moment(datetime.fromisoformat(written)) if plain else _freely(written)
    except (ValueError, TypeError, OverflowError):
        return None
    if read.value.year not in _YEARS:
        return None
    return read._replace(value=in_zone(read.value, zone))


def in_zone(value: datetime, zone: tzinfo) -> datetime:
    """An aware moment: in `zone` if it has none, else at its own fixed offset."""
    offset = value.utcoffset()
    if offset is None:
        return value.replace(tzinfo=zone)
    return value.replace(tzinfo=UTC if offset == timedelta(0) else timezone(offset))


def _freely(text: str) -> Moment:
    """As dateutil reads it, and what it had to guess."""
    from dateutil import parser  # type: ignore[import-untyped]  # noqa: PLC0415 - rare, and 50 ms

    today = datetime.now().replace(hour=0, minute=0, second=0, microsecond=0)  # noqa: DTZ005 - as Pelican does
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = parser.parse(text, default=today)
        same = parser.parse(text, default=_ONE_DAY) == parser.parse(text, default=_OTHER_DAY)
    if not same:
        doubt = "does not say the whole date: Pelican fills in today's, so it changes every day"
        return Moment(value, doubt, daily=True)
    if any("tzname" in str(warning.message) for warning in caught):
        return Moment(value, "names a time zone that Pelican does not know and leaves out")
    return Moment(value)


def comment_date(text: str) -> datetime | str:
    """The moment of a comment, or what is wrong with it, as the middle of a sentence."""
    try:
        value = datetime.fromisoformat(_ZONE_APART.sub("", text.strip()))
    except ValueError:
        return "is no date"
    if value.tzinfo is None:
        return "has no time zone"
    if value.year not in COMMENT_YEARS:
        return "is before 1970 or after 9998"
    return value
