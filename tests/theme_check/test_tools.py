"""What the checks make of what their tools say, without the tools."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.theme.heavy import heavy_post
from tests.theme_check import lighthouse, programs, sharing, structured
from tests.theme_check.made import Place
from tests.theme_check.verdict import MissingError, ToolError, Verdict
from tests.theme_check.weights import tokens

NAMES = ("performance", "accessibility", "best-practices", "seo")


def report(marks: dict[str, float | None], lcp: float = 900) -> str:
    """What Lighthouse prints of a page, as far as it is read."""
    refs = [{"id": "robots-txt", "weight": 1}]
    return json.dumps(
        {
            "categories": {
                name: {"score": marks.get(name, 1), "auditRefs": refs} for name in NAMES
            },
            "audits": {
                "robots-txt": {"id": "robots-txt", "title": "robots.txt is bad", "score": 0},
                "largest-contentful-paint": {"numericValue": lcp},
                "cumulative-layout-shift": {"numericValue": 0},
            },
        }
    )


def test_four_marks_of_a_hundred_are_kept() -> None:
    line = lighthouse.marks_of("home", [lighthouse.read(report({"performance": 0.98}))])
    assert (line.measured, line.verdict) == ("98/100/100/100", Verdict.KEPT)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("mark", [0.97, None])
def test_a_mark_below_its_budget_or_not_given_fails_and_says_why(
    name: str, mark: float | None
) -> None:
    line = lighthouse.marks_of("home", [lighthouse.read(report({name: mark}))])
    assert line.verdict is Verdict.BROKEN
    assert line.details == ("robots-txt: robots.txt is bad",)


def test_of_three_looks_the_middle_one_counts() -> None:
    runs = [lighthouse.read(report({"performance": mark})) for mark in (0.9, 0.99, 1)]
    assert lighthouse.marks_of("home", runs).measured == "99/100/100/100"


def test_a_slow_page_is_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [lighthouse.read(report({}, lcp)) for lcp in (2500, 900, 950)]
    looks = iter(told)
    monkeypatch.setattr(lighthouse, "_look", lambda _: next(looks))
    assert [run.lcp for run in lighthouse._looks("x")] == [2.5, 0.9, 0.95]


def test_a_look_that_failed_is_tried_again_and_then_is_a_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[ToolError | lighthouse.Run] = [ToolError("no trace")] * 2
    told.append(lighthouse.read(report({})))

    def look(_: str) -> lighthouse.Run:
        one = told.pop(0)
        if isinstance(one, ToolError):
            raise one
        return one

    monkeypatch.setattr(lighthouse, "_look", look)
    assert [run.lcp for run in lighthouse._looks("x")] == [0.9]
    told[:] = [ToolError("no trace")] * 3
    with pytest.raises(ToolError, match="no trace"):
        lighthouse._looks("x")


def test_a_page_that_could_not_be_looked_at_is_no_pass() -> None:
    with pytest.raises(ToolError, match="no page"):
        lighthouse.read(json.dumps({"runtimeError": {"message": "no page"}}))


@pytest.mark.parametrize("find", [programs.node, programs.java])
def test_a_program_that_is_nowhere_is_named_with_what_brings_it(
    find: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("tests.theme_check.programs.importlib.import_module", nowhere)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(MissingError, match="apt-get install"):
        find()
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    assert find() in {"/usr/bin/node", "/usr/bin/java"}


def test_a_package_that_npm_did_not_install_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "_MODULES", Path("/nowhere"))
    with pytest.raises(MissingError, match="vnu-jar"):
        programs.module("vnu-jar", "build", "dist", "vnu.jar")


def data() -> Any:
    """The structured data of a post with fifty comments."""
    (text,) = structured._SCRIPT.findall(heavy_post(data=True))
    return json.loads(text)


def test_whole_data_has_no_faults() -> None:
    assert len(list(structured.nodes_of(data()))) > 100
    assert list(structured.faults_of(data())) == []


@pytest.mark.parametrize(
    ("kind", "key", "value"),
    [
        ("BlogPosting", "headline", " "),
        ("BlogPosting", "author", []),
        ("BlogPosting", "datePublished", "yesterday"),
        ("Comment", "author", {"@type": "Person"}),
        ("Comment", "text", None),
        ("Comment", "url", "/costs/#c1"),
        ("BreadcrumbList", "itemListElement", []),
    ],
)
def test_what_search_engines_need_is_missed(kind: str, key: str, value: object) -> None:
    whole = data()
    node = next(each for each in structured.nodes_of(whole) if each["@type"] == kind)
    if value is None:
        del node[key]
    else:
        node[key] = value
    faults = list(structured.faults_of(whole))
    assert len(faults) == 1
    assert faults[0].startswith(kind)


def test_the_colours_that_stand_last_hold() -> None:
    sheet = (
        ":root { --bg: #ffffff; --text: #000000 }"
        "@media (prefers-color-scheme: dark) { :root { --bg: #111111 } }"
        ":root{--text:#222222}@media (prefers-color-scheme:dark){:root{--text:#eeeeee}}"
    )
    light, dark = tokens(sheet)
    assert light == {"bg": "#ffffff", "text": "#222222"}
    assert dark == {"bg": "#111111", "text": "#eeeeee"}


def test_a_place_knows_its_pages_by_their_addresses(tmp_path: Path) -> None:
    for name in ("index.html", "404.html", "topics/costs/index.html", "theme/a.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    place = Place(tmp_path, "http://127.0.0.1/")
    assert place.pages() == ("", "404.html", "topics/costs/")
    assert [place.html(page) for page in place.pages()] == [
        *("index.html", "404.html", "topics/costs/index.html")
    ]


def test_what_a_program_says_is_read_whole() -> None:
    script = "import sys; print('a' * 300_000); print('b', file=sys.stderr); sys.exit(3)"
    done = programs.said([sys.executable, "-c", script])
    assert (done.returncode, len(done.stdout), done.stderr) == (3, 300_001, "b\n")


def test_a_page_that_cannot_be_shared_says_what_it_lacks() -> None:
    whole = "".join(f'<meta property="{name}" content="x">' for name in sharing._MUST)
    assert sharing.faults_of(whole) == []
    assert sharing.faults_of(
        whole.replace('"og:image:alt" content="x"', '"og:image:alt" content=""')
    ) == ["og:image:alt is missing or empty"]
    assert len(sharing.faults_of("<title>x</title>")) == len(sharing._MUST)
