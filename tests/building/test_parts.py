"""The small parts: dates, themes, titles, the log, what is guarded, exceptions in words."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment
from markupsafe import Markup

from rapport.building import markup, theme_path
from rapport.building.faults import build_fault
from rapport.building.guarding import Guarded
from rapport.building.messages import Message, Messages
from rapport.building.theme import Marks, marks
from rapport.errors import BuildError, SettingsError
from rapport.settings import from_mapping

WHEN = datetime(2026, 6, 3, 4, 5, tzinfo=UTC)


def test_our_theme_is_found_and_asks_for_what_it_needs() -> None:
    assert marks(theme_path()) == Marks(ours=True, autoescape=True, strict=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, Marks()),
        ("", Marks()),
        ("theme = 1", Marks()),
        ("[theme]\nname = 'x'", Marks(ours=True)),
        ("[theme]\nautoescape = 'yes'\nstrict = true", Marks(ours=True, strict=True)),
    ],
)
def test_a_marker_says_what_a_theme_asks_for(
    tmp_path: Path, text: str | None, expected: Marks
) -> None:
    if text is not None:
        (tmp_path / "theme.toml").write_text(text)
    assert marks(tmp_path) == expected


def test_a_marker_that_cannot_be_read_is_a_settings_error(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text("[theme")
    with pytest.raises(SettingsError, match=r"theme\.toml cannot be read"):
        marks(tmp_path)


def article(title: str, reader: str, **values: Any) -> Any:
    settings = {"TYPOGRIFY": False, "RELATIVE_URLS": False, "FORMATTED_FIELDS": ["summary"]}
    given = {"title": title, "metadata": {"reader": reader}, "settings": settings}
    return SimpleNamespace(**(given | values))


@pytest.mark.parametrize(
    ("title", "reader", "expected"),
    [
        ("Tolls & <weirs>", "markdown", "Tolls &amp; &lt;weirs&gt;"),
        ("Tolls &amp; <em>weirs</em>", "rst", "Tolls &amp; <em>weirs</em>"),
        ("Tolls &amp; &lt;weirs&gt;", "html", "Tolls &amp; &lt;weirs&gt;"),
        ("Tolls & weirs", "html", "Tolls &amp; weirs"),
        ("Tolls & weirs", "", "Tolls &amp; weirs"),
    ],
)
def test_a_title_is_text_unless_its_reader_rendered_it(
    title: str, reader: str, expected: str
) -> None:
    first = markup.title(article(title, reader))
    assert str(first) == expected
    assert markup.title(article(first, reader)) == first, "twice is once"


def test_a_summary_that_nobody_rendered_is_text() -> None:
    metadata = {"reader": "markdown", "summary": "a < b"}
    settings = {"TYPOGRIFY": False, "RELATIVE_URLS": False, "FORMATTED_FIELDS": []}
    plain = article("T", "markdown", metadata=metadata, settings=settings, summary="a < b")
    assert markup.summary(plain) == Markup("a &lt; b")


def test_links_fit_the_page_they_are_printed_on() -> None:
    class Moving:
        title, metadata = "T", {"reader": "markdown"}
        settings = {"TYPOGRIFY": False, "RELATIVE_URLS": True, "FORMATTED_FIELDS": []}  # noqa: RUF012
        where = ""

        @property
        def content(self) -> str:
            return f'<a href="{self.where}x/">&amp;</a>'

    moving = Moving()
    shown = markup.content(moving)
    moving.where = "../"
    page = Environment(autoescape=True).from_string("{{ it }} {{ it|striptags }}")
    assert page.render(it=shown) == '<a href="../x/">&amp;</a> &amp;'


# --- the log --------------------------------------------------------------------------------------


def log() -> tuple[Messages, logging.Logger]:
    kept, logger = Messages(), logging.Logger("test")
    logger.addHandler(kept)
    return kept, logger


def test_what_is_said_twice_is_kept_once() -> None:
    kept, logger = log()
    for _ in range(2):
        logger.warning("No %s\n  here", "timezone")
    logger.error("Bad")
    logger.info("Fine")
    logger.warning("Rapport: 3 posts")
    assert list(kept.said) == [Message("warning", "No timezone here"), Message("error", "Bad")]


def test_the_reason_that_pelican_hides_is_found() -> None:
    kept, logger = log()
    try:
        raise ValueError("'32' is no day")
    except ValueError:
        logger.exception("Could not process %s", "./posts/a.md", exc_info=False)
    logger.error("Skipping %s: could not find information about '%s'", "/x/pages/b.md", "title")
    assert kept.reason("posts/a.md") == "ValueError: '32' is no day"
    assert "'title'" in kept.reason("pages/b.md")
    assert kept.reason("posts/c.md") == ""
    assert kept.said == {}


def test_what_breaks_a_site_is_kept_apart_with_its_reason() -> None:
    kept, logger = log()
    try:
        raise KeyError("key")
    except KeyError:
        logger.exception("Cannot register plugin `%s`", "tide")
    logger.warning("A problem occurred copying file %s to %s; %s", "a", "b", "full")
    assert kept.broken == [
        "Cannot register plugin `tide`: KeyError: 'key'",
        "A problem occurred copying file a to b; full",
    ]


# --- what is guarded ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "held"),
    [
        ("content/comments", True),
        ("content/comments/x/y.md", True),
        ("content/posts/../people/ida.md", True),
        (".rapport/inbox/x", True),
        ("content/commentaries/x.md", False),
        ("content/posts/comments/x.md", False),
        ("content", False),
    ],
)
def test_which_paths_are_guarded(tmp_path: Path, path: str, held: bool) -> None:
    guarded = Guarded.of(from_mapping({"PATH": "content"}, tmp_path))
    assert guarded.holds(f"{tmp_path}/{path}") is held


def test_the_content_folder_is_guarded_even_when_path_is_another(tmp_path: Path) -> None:
    guarded = Guarded.of(from_mapping({"PATH": "words"}, tmp_path))
    assert guarded.holds(tmp_path / "words" / "people" / "ida.md")
    assert guarded.holds(tmp_path / "content" / "people" / "ida.md")


# --- exceptions in words --------------------------------------------------------------------------


def raised(fault: Exception) -> Exception:
    try:
        raise fault
    except Exception as caught:  # noqa: BLE001 - to give it a traceback
        return caught


def test_a_fault_of_our_own_stays_what_it_is(tmp_path: Path) -> None:
    try:
        from_mapping(None, tmp_path)  # type: ignore[arg-type]
    except Exception as fault:  # noqa: BLE001 - whatever it raises, it is raised in our code
        assert build_fault(fault, tmp_path, tmp_path, ()) is fault  # noqa: PT017 - a value here


def test_a_clear_fault_is_not_explained_again(tmp_path: Path) -> None:
    fault = raised(BuildError("clear"))
    assert build_fault(fault, tmp_path, tmp_path, ()) is fault


def test_a_full_disk_is_said_with_the_file(tmp_path: Path) -> None:
    fault = build_fault(raised(OSError(28, "full", "x.html")), tmp_path, tmp_path, ())
    assert isinstance(fault, BuildError)
    assert "No space left on device (x.html)" in str(fault)
    missing = raised(FileNotFoundError(2, "no such file", "x"))
    assert build_fault(missing, tmp_path, tmp_path, ()) is missing
