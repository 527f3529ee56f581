"""What was refused is named in reports: each is what its format says, and nothing in it acts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import html5lib
import pyromark
import pytest
from defusedxml import ElementTree

from rapport.building import Built
from rapport.reports import FORMATS

CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
ACTIVE = {"script", "img", "iframe", "object", "embed", "form", "input", "base", "link", "math"}
ICON = {"rel": "icon", "href": "data:,"}
SCHEME = re.compile(r"\s*(javascript|data|vbscript):", re.IGNORECASE)


@pytest.fixture(scope="module", params=tuple(FORMATS))
def report(request: pytest.FixtureRequest, previewed: Built) -> tuple[str, str]:
    """A format's name, and the report on the hostile site."""
    texts = {post.path: post.text for post in previewed.site.posts}
    return request.param, FORMATS[request.param](previewed.report, lambda path: texts.get(path, ""))


def test_a_report_holds_no_control_characters(report: tuple[str, str]) -> None:
    name, text = report
    assert len(text) > 50_000 or name in {"markdown", "github"}
    assert sorted(set(CONTROL.findall(text))) == [], name


def test_a_report_is_what_its_format_says(report: tuple[str, str]) -> None:
    name, text = report
    if name in {"json", "sarif", "gitlab"}:
        assert json.loads(text)
    elif name == "junit":
        assert ElementTree.fromstring(text.encode(), forbid_dtd=True) is not None
    elif name == "github":
        assert [line for line in text.splitlines() if not _is_ours(line)] == []
    elif name in {"html", "markdown"}:
        page = pyromark.html(text) if name == "markdown" else text
        assert list(_acting(page)) == []


def _is_ours(line: str) -> bool:
    """A command of ours, or none: `::x` begins a line, the older `##[x]` stands anywhere."""
    ours = re.match(r"::(error|warning|notice) (file|title)=[^:]+::", line) is not None
    return ours or not (line.lstrip().startswith("::") or "##[" in line)


def _acting(page: str) -> Iterator[str]:
    for element in html5lib.parse(page, namespaceHTMLElements=False).iter():
        if not isinstance(element.tag, str) or element.attrib == ICON:
            continue
        if element.tag in ACTIVE:
            yield f"<{element.tag} {element.attrib}>"
        for key, value in element.attrib.items():
            if str(key).startswith("on") or SCHEME.match(value):
                yield f"<{element.tag} {key}={value}>"
