"""Every rule on the cases that stand beside it, through files, facts and judgment."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rapport.audit import RULES, Context, judge, measure
from rapport.audit import rules as rules_room
from rapport.model import Finding
from rapport.settings import from_mapping
from rapport.sources import document, read_site, speaking

HERE = Path(__file__).parent / "rules"
CODES = tuple(rule.code for rule in RULES)
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
SETTINGS = {
    "RAPPORT_FIRM_NAMES": ["Harrow Lane Law"],
    "RAPPORT_OWN_HOSTS": ["harrowlane.example"],
    "PATH": "content",
    "ARTICLE_PATHS": ["posts"],
}
PEOPLE = {
    "lena-brandt": "Name: Lena Brandt\nRole: firm\n",
    "tom-okafor": "Name: Tom Okafor\nRole: firm\n",
    "harrow-lane": "Name: Harrow Lane\nRole: brand\n",
    "priya-raman": "Name: Priya Raman\nRole: peer\nHandles: @priya@raman.example\n",
}
HEADER = "Title: A post\nDate: 2026-05-01\nAuthor: Lena Brandt\n\n"

_CASE = re.compile(r"^## (Fails|Passes): (.+)$", re.MULTILINE)
_FILE = re.compile(r"^~~~~ (\S+)(?: (empty))?\n(.*?)^~~~~$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r" ?\{([A-Z]{3}\d{3})(?: (\d+)-(\d+))?\}")

Place = tuple[str, int, int | None, int | None]


@dataclass(frozen=True)
class Case:
    """A small site, and where the rule must find something (columns where the mark has them)."""

    code: str
    fails: bool
    name: str
    files: dict[str, str]
    settings: dict[str, Any]
    expected: tuple[Place, ...]
    changed: frozenset[str] = frozenset()


def cases(code: str) -> Iterator[Case]:
    """The cases of a rule."""
    text = (HERE / f"{code.lower()}.md").read_text("utf-8")
    heads = list(_CASE.finditer(text))
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        part = text[head.end() : following.start() if following else len(text)]
        yield _case(code, head, part)


def _case(code: str, head: re.Match[str], part: str) -> Case:
    files: dict[str, str] = {}
    settings: dict[str, Any] = {}
    expected: list[Place] = []
    changed: frozenset[str] = frozenset()
    for path, empty, body in _FILE.findall(part):
        if path == "settings":
            lines = (line.partition("=") for line in body.strip().split("\n"))
            settings |= {name.strip(): ast.literal_eval(value.strip()) for name, _, value in lines}
            continue
        if path == "changed":
            changed = frozenset(body.split())
            continue
        bare = path.startswith("content/posts/") and not body.startswith("Title:") and not empty
        text = HEADER + body if bare else body
        for number, line in enumerate(text.split("\n"), 1):
            for found, begin, end in _MARK.findall(line):
                assert found == code, f"{found} is marked in the cases of {code}"
                columns = (int(begin), int(end)) if begin else (None, None)
                expected.append((path, number, *columns))
        files[path] = "" if empty else _MARK.sub("", text)
    return Case(code, head[1] == "Fails", head[2], files, settings, tuple(expected), changed)


def found_in(case: Case, folder: Path) -> list[Finding]:
    """What the rule of the case finds in its site."""
    people = {f"content/people/{slug}.md": text for slug, text in PEOPLE.items()}
    for path, text in (people | case.files).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    settings = from_mapping(SETTINGS | case.settings, folder)
    site = read_site(settings)
    site = replace(site, problems=(*site.problems, *speaking(site, case.changed)))
    context = Context.of(site, settings)
    facts = {p.path: measure(p, document(p, settings), context) for p in site.posts}
    report = judge(site, facts, settings, NOW)
    return [finding for finding in report.findings if finding.code == case.code]


ALL = [case for code in CODES for case in cases(code)]


@pytest.mark.parametrize("case", ALL, ids=[f"{case.code}: {case.name}" for case in ALL])
def test_the_rule_finds_what_is_marked_and_nothing_else(case: Case, tmp_path: Path) -> None:
    found = found_in(case, tmp_path)
    assert case.fails == bool(case.expected), "a case that fails has marks, one that passes none"
    by_line = Counter((path, line) for path, line, _, _ in case.expected)
    said = "\n".join(f"{f.path}:{f.span.line}:{f.span.column} {f.message}" for f in found)
    assert Counter((f.path, f.span.line) for f in found) == by_line, said
    spans = {(f.path, f.span.line, f.span.column, f.span.end_column) for f in found}
    assert {place for place in case.expected if place[2] is not None} <= spans, said


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_cases_that_fail_and_cases_that_pass(code: str) -> None:
    assert {case.fails for case in cases(code)} == {True, False}


def test_every_file_of_a_rule_is_listed_and_no_case_is_left_over() -> None:
    folder = Path(rules_room.__file__).parent
    files = {path.stem for path in folder.glob("*.py") if re.fullmatch(r"[a-z]{3}\d{3}", path.stem)}
    assert files == {code.lower() for code in CODES}
    assert {path.stem for path in HERE.glob("[a-z]*.md")} == files


def test_codes_are_unique_and_name_their_file() -> None:
    assert len(set(CODES)) == len(CODES)


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_messages_are_for_the_author_and_fit_on_a_screen(rule: Any, tmp_path: Path) -> None:
    failing = next(case for case in cases(rule.code) if case.fails)
    for finding in found_in(failing, tmp_path):
        assert finding.fingerprint
        assert finding.severity in ("error", "warning")
        assert 30 < len(finding.message) < 420
        assert finding.message.rstrip(")`").endswith((".", "?")), finding.message
