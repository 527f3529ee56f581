"""The catalogues hold every message, in every form, with the values it has in English."""

from __future__ import annotations

import configparser
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

from rapport.errors import SettingsError
from rapport.translation import Catalogues, Speaking

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "theme/translations"
TEMPLATES = ROOT / "theme/templates"
LANGUAGES = ("de", "es", "fr")
# What the preview alone shows is English: the audit speaks no other language.
PREVIEW = {"desk.html", "rules.html", "partials/panel.html"}
# What Open Graph calls a page that is an article.
FOR_MACHINES = {"article"}
_VALUE = re.compile(r"%\((\w+)\)s")
_HEAD = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)


@cache
def messages() -> dict[str, tuple[str, ...]]:
    """Every message in templates and code, by its singular, with all its forms."""
    asked = configparser.ConfigParser()
    asked.read_string((FOLDER / "extract.cfg").read_text("utf-8"))
    methods = [tuple(section.split(": ")) for section in asked.sections()]
    assert len(methods) > 2
    found = extract_from_dir(
        ROOT,
        [(pattern, method) for method, pattern in methods],
        keywords={**DEFAULT_KEYWORDS, "N_": None},
    )
    forms = [each[2] if isinstance(each[2], tuple) else (each[2],) for each in found]
    return {each[0]: each for each in forms}


@cache
def catalogue(language: str) -> Catalog:
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


def told(language: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for each in catalogue(language):
        if each.id:
            ids = (each.id,) if isinstance(each.id, str) else tuple(each.id)
            yield ids, (each.string,) if isinstance(each.string, str) else tuple(each.string)


def test_there_is_a_catalogue_for_each_language() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.po")) == sorted(LANGUAGES)
    assert len(messages()) > 120


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_message_and_no_other(language: str) -> None:
    assert {ids[0]: ids for ids, _ in told(language)} == messages(), "run `make words`"
    assert [each.id for each in catalogue(language) if each.id and each.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_is_there_in_all_its_forms_with_all_its_values(language: str) -> None:
    for ids, strings in told(language):
        assert all(strings), ids
        assert len(strings) == (catalogue(language).num_plurals if len(ids) > 1 else 1), ids
        values = set(_VALUE.findall(" ".join(ids)))
        assert set(_VALUE.findall(strings[-1])) == values, strings
        for string in strings:
            assert set(_VALUE.findall(string)) <= values, string
            assert re.findall(r"</?\w+", string) == re.findall(r"</?\w+", ids[0]), string
            assert string[0].isspace() == ids[0][0].isspace(), string
            assert string[-1].isspace() == ids[0][-1].isspace(), string


def test_french_marks_stand_apart() -> None:
    for _, strings in told("fr"):
        for string in strings:
            words = re.sub(r"<[^>]*>|%\(\w+\)s", "x", string)
            assert not re.search("[^\u00a0\u202f][?!;:»]( |$)|«[^\u00a0]|['\"]", words), string


@pytest.mark.parametrize("name", sorted(
    path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html")
))  # fmt: skip
def test_a_template_has_no_words_outside_the_catalogues(name: str) -> None:
    if name in PREVIEW:
        return
    tree = Environment(extensions=[Speaking], autoescape=True).parse(
        (TEMPLATES / name).read_text("utf-8")
    )
    bare = "".join(
        part.data if isinstance(part, nodes.TemplateData) else "\0"
        for output in tree.find_all(nodes.Output)
        for part in output.nodes
    )
    for attribute in re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', bare):
        assert not re.search(r"[A-Za-z]{2}", attribute), attribute
    text = re.sub(r"<[^>]*>", " ", re.sub(r"<!DOCTYPE[^>]*>", "", bare))
    # What is left of tags that were cut where a value stands is no text.
    text = re.sub(r"[^<>]*\"[^<>]*>|<[^<>]*", " ", text)
    text = re.sub(r'[\w-]+="[^"]*"', " ", text)
    words = set(re.findall(r"(?<![&\w])[A-Za-z]{2,}(?!\w*;)", text))
    assert words <= FOR_MACHINES, words


def test_bare_words_in_a_template_are_found() -> None:
    """So the test above can fail."""
    tree = Environment(extensions=[Speaking], autoescape=True).parse(
        "<p>{% trans %}Said{% endtrans %} bare {{ x }}</p>"
    )
    bare = [
        part.data
        for output in tree.find_all(nodes.Output)
        for part in output.nodes
        if isinstance(part, nodes.TemplateData)
    ]
    assert "bare" in "".join(bare)
    assert "Said" not in "".join(bare)


# --- a site's own words ---------------------------------------------------------------------------


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(_HEAD + text, encoding="utf-8")
    return folder


def test_the_sites_words_win_over_the_themes(tmp_path: Path) -> None:
    own = write(tmp_path, "de.po", 'msgid "Posts"\nmsgstr "Notizen"\n')
    words = Catalogues((FOLDER, own)).of("de")
    assert (words.gettext("Posts"), words.gettext("People")) == ("Notizen", "Personen")


def test_a_catalogue_without_a_rule_for_numbers_keeps_the_languages(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    bare = _HEAD.replace('"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n', "")
    for name in ("fr", "en"):
        (own / f"{name}.po").write_text(f'{bare}msgid "Posts"\nmsgstr "Notes"\n')
    words = Catalogues((FOLDER, own)).of("fr")
    assert words.gettext("Posts") == "Notes"
    assert words.ngettext("%(num)s comment", "%(num)s comments", 0) == "0 commentaire"
    english = 'msgid "%(num)s post"\nmsgid_plural "%(num)s posts"\nmsgstr[0] "%(num)s note"\n'
    (own / "en.po").write_text(f'{bare}{english}msgstr[1] "%(num)s notes"\n')
    words = Catalogues((FOLDER, own)).of("en")
    said = [words.ngettext("%(num)s post", "%(num)s posts", n) for n in (0, 1, 2)]
    assert said == ["0 notes", "1 note", "2 notes"]


def test_english_can_be_said_otherwise(tmp_path: Path) -> None:
    own = write(tmp_path, "en.po", 'msgid "Posts"\nmsgstr "Notes"\n')
    words = Catalogues((FOLDER, own)).of("en")
    assert (words.gettext("Posts"), words.gettext("People")) == ("Notes", "People")


def test_a_region_has_its_languages_words_and_its_own(tmp_path: Path) -> None:
    own = write(tmp_path, "de-at.po", 'msgid "Posts"\nmsgstr "Einträge"\n')
    catalogues = Catalogues((FOLDER, own))
    assert catalogues.of("de-AT").gettext("Posts") == "Einträge"
    assert catalogues.of("de_AT").gettext("People") == "Personen"
    assert catalogues.of("de").gettext("Posts") == "Beiträge"
    assert catalogues.unknown == set()


def test_a_language_without_words_is_named_and_speaks_english() -> None:
    catalogues = Catalogues((FOLDER,))
    assert catalogues.of("it-CH").gettext("Posts") == "Posts"
    catalogues.of("en-GB")
    assert catalogues.unknown == {"it"}


def test_what_is_not_translated_yet_stays_english(tmp_path: Path) -> None:
    own = write(
        tmp_path, "it.po", 'msgid "Posts"\nmsgstr ""\n\n#, fuzzy\nmsgid "People"\nmsgstr "Gente"\n'
    )
    words = Catalogues((own,)).of("it")
    assert (words.gettext("Posts"), words.gettext("People")) == ("Posts", "People")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('msgid "By %(names)s"\nmsgstr "Di %(name)s"\n', r"it\.po:6: .*has %\(name\)s"),
        ('msgid "By %(names)s"\nmsgstr "Di %(names)"\n', r"it\.po:6: a % in .*Write %%"),
        ('msgid "Posts"\nmsgstr "100 % nostri"\n', r"it\.po:6: a % in"),
        ('msgid "Posts"\nmsgstr "Articoli\n', r"it\.po:7: the line does not end"),
        ("Posts = Articoli\n", r"it\.po:6: the line does not end"),
        ('Posts = "Articoli"\n', r"it\.po is no catalogue"),
        ("pagine\n\n", r"it\.po:6: the line does not end"),
    ],
)
def test_a_slip_in_a_catalogue_is_named(tmp_path: Path, text: str, said: str) -> None:
    own = write(tmp_path, "it.po", text)
    with pytest.raises(SettingsError, match=said):
        Catalogues((own,)).of("it")


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "it.po").write_bytes(
        _HEAD.encode() + 'msgid "Posts"\nmsgstr "è"\n'.encode("latin-1")
    )
    with pytest.raises(SettingsError, match=r"it\.po is no catalogue"):
        Catalogues((tmp_path,)).of("it")
