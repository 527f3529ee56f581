"""Slugs and dates: the same as Pelican's, without Pelican."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pelican.utils import get_date
from pelican.utils import slugify as pelicans_slugify

from rapport.settings import Reading
from rapport.sources import slugify
from rapport.sources.dates import comment_date, post_date

ROME = ZoneInfo("Europe/Rome")


@given(
    st.text(max_size=40),
    st.booleans(),
    st.booleans(),
    st.sampled_from([Reading().slug_regex_substitutions, ((r"\s", "_"), ("é", "e"))]),
)
@example("Über Straße & <em>Co</em>: 100&nbsp;%", True, False, ((" ", "-"),))
@example("ﬁne — “quoted” ½", False, False, Reading().slug_regex_substitutions)
@example("a <!-- b --> c", False, True, Reading().slug_regex_substitutions)
def test_a_slug_is_the_one_pelican_makes(
    title: str, use_unicode: bool, keep_case: bool, pairs: tuple[tuple[str, str], ...]
) -> None:
    reading = Reading(
        slugify_use_unicode=use_unicode,
        slugify_preserve_case=keep_case,
        slug_regex_substitutions=pairs,
    )
    assert slugify(title, reading) == pelicans_slugify(
        title, regex_subs=pairs, preserve_case=keep_case, use_unicode=use_unicode
    )


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-04", "2026-05-04 09:00", "2026-05-04 09:00:30", "2026-05-04T09:00",
        "2026-05-04T09:00:00Z", "2026-05-04 09:00+02:00", "2026-05-04 09:00 +0200", "4 May 2026",
        "May 4, 2026 9am", "04/05/2026", "2026/05/04", "20260504", "Mon, 04 May 2026 09:00:00 GMT",
        "  2026-05-04   09:00 ", "2026.05.04",
    ],
)  # fmt: skip
def test_a_date_is_read_as_pelican_reads_it(text: str) -> None:
    moment = post_date(text, ROME)
    theirs = get_date(text)
    assert moment is not None
    assert moment.value == (theirs if theirs.tzinfo else theirs.replace(tzinfo=ROME))
    assert moment.doubt == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2026-13-45",
        "2026-25-05",
        "2026-02-30",
        "99999-01-01",
        "2026-05-04 25:00",
        "0001-01-01",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert post_date(text, ROME) is None


@pytest.mark.parametrize("text", ["May 2026", "2026-05", "Monday", "9:00"])
def test_a_date_that_changes_every_day_is_doubtful(text: str) -> None:
    moment = post_date(text, ROME)
    assert moment is not None
    assert moment.daily


def test_a_zone_nobody_knows_is_doubtful_and_not_daily() -> None:
    moment = post_date("2026-05-04 09:00 XYZT", ROME)
    assert moment is not None
    assert moment.value == datetime(2026, 5, 4, 9, tzinfo=ROME)
    assert moment.doubt
    assert not moment.daily


@given(st.datetimes(min_value=datetime(1000, 1, 1), max_value=datetime(9000, 1, 1)))  # noqa: DTZ001 - hypothesis wants them naive
def test_every_iso_date_comes_back(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    found = post_date(moment.isoformat(" "), ROME)
    assert found is not None
    assert found.value == moment.replace(tzinfo=ROME)


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    post_date(text, UTC)
    comment_date(text)


def test_a_comments_date_has_its_zone() -> None:
    moment = datetime(2026, 5, 5, 18, 12, tzinfo=UTC)
    for text in ("2026-05-05 20:12+02:00", "2026-05-05T18:12:00Z", "2026-05-05 20:12 +0200"):
        found = comment_date(text)
        assert isinstance(found, datetime)
        assert found == moment
        assert found.utcoffset() in (timedelta(0), timedelta(hours=2))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("2026-05-05 20:12", "has no time zone"),
        ("2026-05-05", "has no time zone"),
        ("yesterday", "is no date"),
        ("0001-01-01 00:00+14:00", "is before 1970 or after 9998"),
    ],
)
def test_a_comments_date_without_zone_is_refused(text: str, fault: str) -> None:
    assert comment_date(text) == fault
