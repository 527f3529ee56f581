"""Days, spans, numbers and messages in a language's own way."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.translation import ENGLISH, Catalogues, Words, direction

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = Catalogues((ROOT / "theme/translations",))
WHEN = datetime(2026, 6, 3, 4, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("tag", "day", "moment", "number"),
    [
        ("en", "3 June 2026", "3 June 2026, 04:05", "12,345"),
        ("en-US", "3 June 2026", "3 June 2026, 04:05", "12,345"),
        ("de", "3. Juni 2026", "3. Juni 2026, 04:05 Uhr", "12.345"),
        ("fr", "3 juin 2026", "3 juin 2026, 04:05", "12\u202f345"),
        ("es", "3 de junio de 2026", "3 de junio de 2026, 04:05", "12.345"),
        ("pt-BR", "3 de junho de 2026", "3 de junho de 2026, 04:05", "12.345"),
        ("xx", "3 June 2026", "3 June 2026, 04:05", "12,345"),
        ("not a tag", "3 June 2026", "3 June 2026, 04:05", "12,345"),
    ],
)
def test_days_moments_and_numbers(tag: str, day: str, moment: str, number: str) -> None:
    words = CATALOGUES.of(tag)
    assert (words.day(WHEN), words.moment(WHEN), words.number(12_345)) == (day, moment, number)


@pytest.mark.parametrize(
    ("time", "english", "german"),
    [
        (timedelta(), "less than an hour", "weniger als einer Stunde"),
        (timedelta(minutes=59), "less than an hour", "weniger als einer Stunde"),
        (timedelta(minutes=61), "an hour", "einer Stunde"),
        (timedelta(hours=5, minutes=59), "5 hours", "5 Stunden"),
        (timedelta(hours=47), "47 hours", "47 Stunden"),
        (timedelta(hours=48), "2 days", "2 Tagen"),
        (timedelta(days=1_400), "1,400 days", "1.400 Tagen"),
    ],
)
def test_how_long_something_took_is_never_said_too_long(
    time: timedelta, english: str, german: str
) -> None:
    assert ENGLISH.span(time) == english
    assert CATALOGUES.of("de").span(time) == german


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", ["0 comments", "1 comment", "2 comments", "1,021 comments"]),
        ("de", ["0 Kommentare", "1 Kommentar", "2 Kommentare", "1.021 Kommentare"]),
        ("fr", ["0 commentaire", "1 commentaire", "2 commentaires", "1\u202f021 commentaires"]),
        ("es", ["0 comentarios", "1 comentario", "2 comentarios", "1.021 comentarios"]),
    ],
)
def test_a_number_takes_its_form(tag: str, said: list[str]) -> None:
    words = CATALOGUES.of(tag)
    forms = [words.ngettext("%(num)s comment", "%(num)s comments", n) for n in (0, 1, 2, 1_021)]
    assert forms == said


def test_a_language_of_many_forms(tmp_path: Path) -> None:
    (tmp_path / "pl.po").write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: pl\\n"\n'
        '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || '
        'n%100>=20) ? 1 : 2);\\n"\n\n'
        'msgid "%(num)s comment"\nmsgid_plural "%(num)s comments"\n'
        'msgstr[0] "%(num)s komentarz"\nmsgstr[1] "%(num)s komentarze"\n'
        'msgstr[2] "%(num)s komentarzy"\n'
    )
    words = Catalogues((tmp_path,)).of("pl")
    said = [words.ngettext("%(num)s comment", "%(num)s comments", n) for n in (1, 22, 25)]
    assert said == ["1 komentarz", "22 komentarze", "25 komentarzy"]


@given(st.text(), st.integers(0, 10**9))
def test_a_value_is_printed_as_it_is(name: str, number: int) -> None:
    said = ENGLISH.gettext("%(name)s, %(number)s of 100%%", name=name, number=number)
    assert said == f"{name}, {number:,} of 100%"


def test_french_counts_the_first_of_a_month() -> None:
    words = CATALOGUES.of("fr")
    days = [words.day(datetime(2026, 5, n, tzinfo=UTC)) for n in (1, 2, 11, 21)]
    assert days == ["1er mai 2026", "2 mai 2026", "11 mai 2026", "21 mai 2026"]


def test_which_way_a_language_is_written() -> None:
    assert [direction(tag) for tag in ("az-Arab", "ar-Latn", "iw", "pa-Arab-PK", "de-1996")] == [
        "rtl", "ltr", "rtl", "rtl", "ltr",
    ]  # fmt: skip
    assert [direction(tag) for tag in ("en", "ar", "he-IL", "FA", "de", "")] == [
        "ltr", "rtl", "rtl", "rtl", "ltr", "ltr",
    ]  # fmt: skip


def test_english_imports_no_locale_data() -> None:
    script = (
        "import sys; from pathlib import Path; from rapport.translation import Catalogues; "
        "Catalogues((Path('theme/translations'),)).of('en').ngettext('a', 'b', 2); "
        "print('babel' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT, env={"PYTHONPATH": "plugins", "PATH": "/usr/bin:/bin"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "False"


def test_words_are_read_once() -> None:
    assert isinstance(CATALOGUES.of("de"), Words)
    assert CATALOGUES.of("de") is CATALOGUES.of("de")


@pytest.mark.parametrize(
    ("tag", "name", "expected"),
    [
        ("en", "Ida", " and "),
        ("fr", "Irène", " et "),
        ("es", "Ana", " y "),
        ("es", "Ignacio", " e "),
        ("es-MX", "íñigo", " e "),
        ("es", "Hilda", " e "),
        ("es", "Hierro", " y "),
        ("es", "Iago", " y "),
        ("es", "", " y "),
    ],
)
def test_the_last_of_several_names_is_joined_as_it_sounds(
    tag: str, name: str, expected: str
) -> None:
    assert CATALOGUES.of(tag).joint(name) == expected
