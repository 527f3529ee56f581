"""The docs are about the code that is there: no more, no less."""

from __future__ import annotations

import dataclasses
import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import click
import pytest

from rapport.audit import RULES
from rapport.building import views
from rapport.cli.commands import COMMANDS, rapport
from rapport.settings import own_settings

ROOT = Path(__file__).resolve().parent.parent
DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [
    path
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
    if (path := ROOT / name).exists()
] + DOCS
TARGETS = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def text(path: Path) -> str:
    return path.read_text("utf-8")


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lines(path: Path) -> list[tuple[str, str]]:
    """(place, line) for every line of a page."""
    return [
        (f"{place(path)}:{number}", line) for number, line in enumerate(text(path).splitlines(), 1)
    ]


def prose(path: Path) -> list[tuple[str, str]]:
    """The lines that are not an example in a fence."""
    found, fence = [], ""
    for where, line in lines(path):
        mark = re.match(r"\s*(```|~~~)", line)
        if mark and fence in ("", mark[1]):
            fence = "" if fence else mark[1]
        elif not fence:
            found.append((where, line))
    return found


def commands() -> dict[str, click.Command]:
    context = click.Context(rapport)
    found = {name: rapport.get_command(context, name) for name in COMMANDS}
    return {name: command for name, command in found.items() if command is not None}


def options(command: click.Command) -> set[str]:
    """The long options of a command, and of the commands below it."""
    own = {
        name
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for name in (*parameter.opts, *parameter.secondary_opts)
        if name.startswith("--")
    }
    if isinstance(command, click.Group):
        context = click.Context(command)
        below = (command.get_command(context, name) for name in command.list_commands(context))
        own.update(*(options(each) for each in below if each is not None))
    return own


def test_every_page_that_should_be_there_is() -> None:
    wanted = {
        *("architecture", "decisions", "writing-posts", "conversation", "people", "rules"),
        *("theme", "settings", "commands", "ci", "publishing", "adopting", "performance"),
        "accuracy",
    }
    assert wanted - {path.stem for path in DOCS} == set(), "pages missing under docs/"
    assert (ROOT / "README.md").exists()


# --- commands -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_commands_md(name: str) -> None:
    page = text(ROOT / "docs" / "commands.md")
    assert f"rapport {name}" in page
    missing = {option for option in options(commands()[name]) if option not in page}
    assert missing == set()


@pytest.mark.parametrize("path", PAGES, ids=place)
def test_every_command_that_the_docs_name_exists(path: Path) -> None:
    known = commands()
    wrong = [
        f"{where}: rapport {name}"
        for where, line in lines(path)
        for name in re.findall(r"(?:^\s*|`)rapport ((?!--)[a-z][a-z-]*)", line)
        if name not in known
    ]
    assert not wrong, "\n".join(["", *wrong])


@pytest.mark.parametrize("path", PAGES, ids=place)
def test_every_option_that_the_docs_give_a_command_exists(path: Path) -> None:
    known = commands()
    wrong = []
    for where, line in lines(path):
        for name, rest in re.findall(r"rapport ([a-z-]+)([^`#|]*)", line):
            given = set(re.findall(r"(?<!\S)--[a-z-]+", rest))
            if name in known and not given <= options(known[name]) | {"--help"}:
                wrong.append(f"{where}: rapport {name}{rest}")
    assert not wrong, "\n".join(["", *wrong])


@pytest.mark.parametrize("path", PAGES, ids=place)
def test_every_make_target_that_the_docs_name_exists(path: Path) -> None:
    wrong = [
        f"{where}: make {name}"
        for where, line in lines(path)
        for name in re.findall(r"(?:^\s*|`)make ([a-z-]+)\b", line)
        if name not in TARGETS
    ]
    assert not wrong, "\n".join(["", *wrong])


def test_the_readme_names_the_commands_of_a_first_day() -> None:
    page = text(ROOT / "README.md")
    missing = [f"make {name}" for name in ("html", "serve", "test", "publish", "audit")]
    assert [command for command in missing if command not in page] == []


# --- settings -------------------------------------------------------------------------------------


def test_every_setting_is_in_settings_md() -> None:
    page = text(ROOT / "docs" / "settings.md")
    assert [name for name in own_settings() if f"`{name}`" not in page] == []


@pytest.mark.parametrize("path", PAGES, ids=place)
def test_every_setting_that_the_docs_name_exists(path: Path) -> None:
    known = {*own_settings(), *environment()}
    wrong = [
        f"{where}: {name}"
        for where, line in lines(path)
        for name in re.findall(r"\bRAPPORT_[A-Z_]*[A-Z]", line)
        if name not in known
    ]
    assert not wrong, "\n".join(["", *wrong])


def environment() -> set[str]:
    """The names that the settings files of this site read from the environment."""
    files = [ROOT / "pelicanconf.py", ROOT / "publishconf.py"]
    found = (re.findall(r"""environ\S*?["'](RAPPORT_\w+)""", text(f)) for f in files if f.exists())
    return {name for names in found for name in names}


# --- rules ----------------------------------------------------------------------------------------


def test_every_rule_is_in_rules_md() -> None:
    page = text(ROOT / "docs" / "rules.md")
    assert [rule.code for rule in RULES if rule.code not in page] == []


@pytest.mark.parametrize("path", PAGES, ids=place)
def test_every_rule_that_the_docs_name_exists(path: Path) -> None:
    known = {rule.code for rule in RULES}
    wrong = [
        f"{where}: {code}"
        for where, line in lines(path)
        for code in re.findall(r"\b(?:ASK|PEO|LNK|SEL|TLK|IMG|CFG)\d{3}\b", line)
        if code not in known
    ]
    assert not wrong, "\n".join(["", *wrong])


# --- what templates may read ----------------------------------------------------------------------


def view_classes() -> list[type]:
    return [
        value
        for value in vars(views).values()
        if dataclasses.is_dataclass(value)
        and isinstance(value, type)
        and value.__module__ == views.__name__
    ]


@pytest.mark.parametrize("view", view_classes(), ids=lambda view: view.__name__)
def test_every_field_of_a_view_is_in_theme_md(view: type) -> None:
    section = _section(text(ROOT / "docs" / "theme.md"), view.__name__)
    documented = set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE))
    assert documented == {field.name for field in dataclasses.fields(view)}


def _section(page: str, title: str) -> str:
    found = re.search(rf"^#+ {title}$(.*?)(?=^#+ |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, f"docs/theme.md has no section {title}: run `make docs`"
    return found[1]


# --- what `make docs` writes ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    path = list(sys.path)
    spec.loader.exec_module(module)
    sys.path[:] = path
    return module


@pytest.mark.parametrize("path", DOCS, ids=place)
def test_a_page_says_what_the_code_says(path: Path, generate: ModuleType) -> None:
    assert generate.refreshed(text(path)) == text(path), "behind the code: run `make docs`"


# --- links ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES, ids=place)
def test_every_link_to_a_file_of_the_project_leads_somewhere(path: Path) -> None:
    broken = []
    for where, line in prose(path):
        for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`]*`", "", line)):
            file, _, anchor = target.partition("#")
            if "://" in target or target.startswith(("mailto:", "{")):
                continue
            aim = (path.parent / file).resolve() if file else path
            if not aim.exists() or (anchor and anchor not in _anchors(aim)):
                broken.append(f"{where}: {target}")
    assert not broken, "\n".join(["", *broken])


def _anchors(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", text(page), re.MULTILINE)
    named = set(re.findall(r'<a id="([^"]+)">', text(page)))
    made = (re.sub(r"[^\w\- ]", "", title.lower()).strip() for title in titles)
    return named | {title.replace(" ", "-") for title in made}
