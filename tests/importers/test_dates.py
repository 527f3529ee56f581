"""Dates of other systems: to the second, with a zone, or nothing."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from rapport.importers.dates import moment

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("written", "iso", "zoneless"),
    [
        ("2014-03-01T10:00:05Z", "2014-03-01T10:00:05+00:00", False),
        ("2014-03-01T10:00:05.123456789Z", "2014-03-01T10:00:05+00:00", False),
        ("2014-03-01 10:00:05 +0130", "2014-03-01T10:00:05+01:30", False),
        ("2014-03-01 10:00:05 UTC", "2014-03-01T10:00:05+00:00", False),
        ("Sat, 01 Mar 2014 10:00:05 +0100", "2014-03-01T10:00:05+01:00", False),
        ("2014-3-1 15:02", "2014-03-01T15:02:00+00:00", True),
        ("2014/3/1T9:02:05+01:00", "2014-03-01T09:02:05+01:00", False),
        ("2014-3-1", "2014-03-01T00:00:00+00:00", True),
        (1393668005, "2014-03-01T10:00:05+00:00", False),
        ("1393668005.9", "2014-03-01T10:00:05+00:00", False),
        (1393668005123, "2014-03-01T10:00:05+00:00", False),
        ("2014-07-01 10:00:05", "2014-07-01T10:00:05+01:00", True),
        ("2014-03-01", "2014-03-01T00:00:00+00:00", True),
        ("2014-10-26T01:30:00", "2014-10-26T01:30:00+01:00", True),
        (datetime(2014, 7, 1, 10, 0, 5, 99), "2014-07-01T10:00:05+01:00", True),  # noqa: DTZ001
    ],
)
def test_a_moment(written: object, iso: str, zoneless: bool) -> None:
    found = moment(written, LONDON)
    assert found is not None
    assert (found[0].isoformat(), found[1]) == (iso, zoneless)


@pytest.mark.parametrize(
    "written",
    ["", None, True, "soon", "0000-00-00 00:00:00", "2014-13-01", "9999-99", "1" * 400,
     "0001-01-01", "9999-12-31T23:59:59-23:59"],
)  # fmt: skip
def test_what_is_no_date_is_none_or_a_date_that_can_be_reckoned_with(written: object) -> None:
    found = moment(written, LONDON)
    assert found is None or found[0].astimezone(ZoneInfo("Asia/Tokyo")) == found[0]
