"""A language that has no data file: what cannot be judged is not, and that is said once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rapport.audit import judge
from rapport.model import Report, Site
from rapport.reports import FORMATS
from tests.audit.posts import SETTINGS, facts, post

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
FINNISH = """
Marta Kowal kirjoitti siitä. Soittakaa meille heti, me autamme teitä! Kuka maksaa naarmun?

> Naarmu seinässä ei ole vika vaan talon elämää, sanoi eräs.

![Ovi](a.png)
Kuva: Maija Meri

Lisää [täällä](https://quay.example/naarmu), kirjoitti @ovi.
"""


def report(*posts: tuple[str, str]) -> Report:
    """The report on posts, each a language and a text."""
    made, measured = [], {}
    for number, (lang, text) in enumerate(posts):
        path = f"content/posts/{number}.md"
        head = f"Title: {number}\nDate: 2026-01-05\nAuthor: Lena Brandt\nLang: {lang}\n\n"
        made.append(post(head + text, path))
        measured[path] = replace(facts(head + text), path=path)
    return judge(Site(posts=tuple(made)), measured, SETTINGS, NOW)


def test_only_what_needs_no_words_is_judged() -> None:
    found = report(("fi", FINNISH))
    assert [finding.code for finding in found.findings] == ["PEO204"]


def test_whether_anything_is_asked_at_all_is_judged_in_every_language() -> None:
    assert [f.code for f in report(("fi", "Naarmu. [Ovi](https://quay.example)")).findings] == [
        "ASK101"
    ]


def test_a_report_says_once_a_language_what_is_not_judged() -> None:
    notes = report(("fi", FINNISH), ("fi-FI", FINNISH), ("pt", FINNISH), ("en", "A text.")).notes
    assert len(notes) == 2
    assert '"fi", and 2 posts are in it' in notes[0]
    assert '"pt", and 1 post is in it' in notes[1]
    assert "It knows de, en, es, fr;" in notes[0]


def test_a_report_on_known_languages_says_nothing_of_it() -> None:
    assert report(("de", "Ein Text."), ("en", "A text.")).notes == ()


@pytest.mark.parametrize("form", ["text", "markdown", "github"])
def test_people_read_the_note_in_the_report(form: str) -> None:
    found = report(("fi", FINNISH))
    shown = " ".join(FORMATS[form](found, lambda _: "").replace("\\", "").split())
    assert 'does not know the words of the language "fi"' in shown
