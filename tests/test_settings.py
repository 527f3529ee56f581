"""Settings: what a site may say, and what it is told when it says something else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from rapport.errors import SettingsError
from rapport.settings import from_mapping, own_settings

ROOT = Path("/srv/blog")


def test_a_site_that_says_nothing_has_pelicans_defaults() -> None:
    settings = from_mapping({}, ROOT)
    assert settings.content == ROOT / "content"
    assert settings.private == ROOT / ".rapport"
    assert settings.answer_days == 3
    assert settings.reading.default_lang == "en"


def test_every_fault_is_named_at_once_with_the_near_miss() -> None:
    wrong = {"RAPPORT_OWN_HOST": ["a.example"], "RAPPORT_ANSWER_DAYS": "3", "RAPPORT_THREADS": 1}
    with pytest.raises(SettingsError) as caught:
        from_mapping(wrong, ROOT)
    assert str(caught.value) == (
        "The settings file cannot be used:\n"
        "  RAPPORT_ANSWER_DAYS is '3'; it should be a whole number, 0 or more.\n"
        "  RAPPORT_OWN_HOST is not a setting of Rapport. Did you mean RAPPORT_OWN_HOSTS?\n"
        '  RAPPORT_THREADS is 1; it should be "post" or "language".'
    )
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RAPPORT_OWN_HOSTS", "one.example"),
        ("RAPPORT_OWN_HOSTS", [1]),
        ("RAPPORT_ANSWER_DAYS", True),
        ("RAPPORT_ANSWER_DAYS", -1),
        ("RAPPORT_PREVIEW", "yes"),
        ("RAPPORT_WAITING_SINCE", "last spring"),
        ("RAPPORT_NOTICE", None),
    ],
)
def test_a_value_of_the_wrong_shape_is_refused(name: str, value: Any) -> None:
    with pytest.raises(SettingsError, match=name):
        from_mapping({name: value}, ROOT)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        (None, None),
        ("2026-01-31", datetime(2026, 1, 31, tzinfo=UTC)),
        (datetime(2026, 1, 31).date(), datetime(2026, 1, 31, tzinfo=UTC)),  # noqa: DTZ001 - as sites write it
        (
            "2026-01-31T10:00+01:00",
            datetime(2026, 1, 31, 10, tzinfo=timezone(timedelta(hours=1))),
        ),
    ],
)
def test_a_day_may_be_written_as_text_or_as_a_date(value: Any, moment: datetime | None) -> None:
    assert from_mapping({"RAPPORT_WAITING_SINCE": value}, ROOT).waiting_since == moment


def test_pelicans_finished_paths_become_relative_to_the_settings_file() -> None:
    values = {"PATH": "/srv/blog/texts", "ARTICLE_PATHS": ["posts"], "DEFAULT_LANG": "DE"}
    reading = from_mapping(values, ROOT).reading
    assert (reading.content, reading.article_paths, reading.default_lang) == (
        "texts",
        ("posts",),
        "de",
    )


def test_a_content_folder_elsewhere_stays_absolute() -> None:
    assert from_mapping({"PATH": "/var/texts"}, ROOT).content == Path("/var/texts")


def test_a_reader_that_is_switched_off_is_remembered() -> None:
    assert from_mapping({"READERS": {"html": None}}, ROOT).reading.readers_off == {"html"}


def test_a_time_zone_that_nobody_knows_is_refused_by_name() -> None:
    with pytest.raises(SettingsError, match=r"TIMEZONE cannot be used: 'Europe/Aldermouth'"):
        from_mapping({"TIMEZONE": "Europe/Aldermouth"}, ROOT)


def test_every_setting_has_a_line_in_the_manual() -> None:
    assert all(use.strip() for _, use in own_settings().values())


@pytest.mark.parametrize(
    ("private", "said"),
    [
        ("content/private", "lies in PATH"),
        ("content", "lies in PATH"),
        ("output/private", "lies in OUTPUT_PATH"),
        ("output", "lies in OUTPUT_PATH"),
        ("link/private", "lies in OUTPUT_PATH"),
        (".", "holds the whole site"),
        ("..", "holds the whole site"),
    ],
)
def test_a_private_folder_where_others_see_it_is_refused(
    tmp_path: Path, private: str, said: str
) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "output")
    with pytest.raises(SettingsError, match=said):
        from_mapping({"RAPPORT_PRIVATE_PATH": private}, tmp_path)


@pytest.mark.parametrize(
    "more",
    [
        {"RAPPORT_PRIVATE_PATH": "../ours"},
        {"OUTPUT_PATH": ".rapport/preview"},
        {"PATH": "."},
        {"RAPPORT_PRIVATE_PATH": "contents"},
    ],
)
def test_a_private_folder_of_its_own(tmp_path: Path, more: dict[str, str]) -> None:
    assert from_mapping(more, tmp_path / "site").private
