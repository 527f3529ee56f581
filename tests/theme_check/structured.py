"""The structured data of every page: known to schema.org's vocabulary, and whole.

The vocabulary is schema-dts, schema.org as types of TypeScript, whose compiler reads each page's
data as a value of that type: an unknown property and a value of a wrong kind are errors with a
place. What search engines ask for besides is in `_WHOLE` (source: Google's pages on Article,
Profile page, Breadcrumb and, for comments, Discussion forum data).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from tests.theme.heavy import heavy_post
from tests.theme_check.kinds import posts
from tests.theme_check.made import Made
from tests.theme_check.programs import module, node, said
from tests.theme_check.verdict import Line, Seen, ToolError, judged, none

_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_TOLD = re.compile(r"data\.ts\((\d+),\d+\): error TS\d+: (.*)")
_BAD_DATA = (
    {"@context": "https://schema.org", "@graph": [{"@type": "BlogPosting", "headlin": "x"}]},
    {"@context": "https://schema.org", "@graph": [{"@type": "Comment", "commentCount": "many"}]},
)
_SETTINGS = {
    "noEmit": True,
    "strict": True,
    "skipLibCheck": True,
    "types": [],
    "lib": ["es2022"],
    "module": "preserve",
    "moduleResolution": "bundler",
}
_URL = {"type": "string", "pattern": "^https?://[^ ]+$"}
_TEXT = {"type": "string", "pattern": r"\S"}
_MOMENT = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$",
}
_AGENT = {
    "type": "object",
    "required": ["@type", "name"],
    "properties": {"@type": {"enum": ["Person", "Organization"]}, "name": _TEXT, "url": _URL},
}
_WHOLE: dict[str, dict[str, Any]] = {
    "BlogPosting": {
        "required": ["headline", "datePublished", "dateModified", "author", "publisher", "url"],
        "properties": {
            "headline": _TEXT,
            "datePublished": _MOMENT,
            "dateModified": _MOMENT,
            "author": {"type": "array", "minItems": 1, "items": _AGENT},
            "publisher": _AGENT,
            "url": _URL,
            "commentCount": {"type": "integer", "minimum": 0},
        },
    },
    "Comment": {
        "required": ["author", "text", "datePublished", "url"],
        "properties": {"author": _AGENT, "text": _TEXT, "datePublished": _MOMENT, "url": _URL},
    },
    "ProfilePage": {"required": ["mainEntity"], "properties": {"mainEntity": _AGENT}},
    "BreadcrumbList": {
        "required": ["itemListElement"],
        "properties": {
            "itemListElement": {
                "type": "array",
                "minItems": 1,
                "items": {"required": ["position", "name", "item"], "properties": {"item": _URL}},
            }
        },
    },
    "Blog": {"required": ["url", "name", "publisher"], "properties": {"publisher": _AGENT}},
}


def structured(made: Made) -> Sequence[Line]:
    """Lines on the vocabulary, on what must be there, and on pages without any."""
    told = dict(_told(made))
    nodes = sum(len(list(nodes_of(data))) for data in told.values())
    seen = Seen(nodes, f"nodes in {len(told):,} pages")
    lacking = [f"{page or 'home'}: no structured data" for page in _must(made) if page not in told]
    wrong = [f"{page}: {fault}" for page, data in told.items() for fault in faults_of(data)]
    return [
        none("structured data: faults in the vocabulary", seen, vocabulary(told, made.work)),
        none("structured data: missing or malformed", seen, wrong),
        judged(
            "structured data: home and posts without",
            Seen(len(_must(made)), "pages"),
            f"{len(lacking)}",
            "0",
            not lacking,
            lacking,
        ),
    ]


def _must(made: Made) -> list[str]:
    return ["", *posts(made.published)]


def _told(made: Made) -> Iterator[tuple[str, Any]]:
    pages = [(page, made.published.html(page)) for page in made.published.pages()]
    for page, html in (*pages, ("a post with fifty comments", heavy_post(data=True))):
        for text in _SCRIPT.findall(html):
            yield page, json.loads(text)


def nodes_of(data: Any) -> Iterator[dict[str, Any]]:
    """Every node with a type, wherever it stands."""
    open_ = [data]
    while open_:
        one = open_.pop()
        if isinstance(one, dict):
            if "@type" in one:
                yield one
            open_ += one.values()
        elif isinstance(one, list):
            open_ += one


def faults_of(data: Any) -> Iterator[str]:
    """What is missing from a page's data, or malformed in it."""
    for one in nodes_of(data):
        shape = _WHOLE.get(one["@type"])
        if shape is not None:
            for error in Draft202012Validator(shape).iter_errors(one):
                yield f"{one['@type']} {one.get('url', '')}: {error.message[:200]}"


def vocabulary(told: dict[str, Any], work: Path) -> list[str]:
    """What schema.org does not know in the data of these pages."""
    values = [*_BAD_DATA, *told.values()]
    lines = [
        f"export const d{at}: Graph = {json.dumps(value)};" for at, value in enumerate(values, 2)
    ]
    text = "\n".join(('import type { Graph } from "schema-dts";', *lines))
    (work / "data.ts").write_text(text, encoding="utf-8")
    types = module("schema-dts", "dist", "schema.d.ts")
    settings = {**_SETTINGS, "paths": {"schema-dts": [types]}}
    project = work / "tsconfig.json"
    project.write_text(json.dumps({"compilerOptions": settings, "files": ["data.ts"]}), "utf-8")
    done = said(
        [node(), module("typescript", "bin", "tsc"), "-p", str(project), "--pretty", "false"], work
    )
    pages = ["a fault", "a fault", *told]
    found = [(int(line) - 2, error) for line, error in _TOLD.findall(done.stdout)]
    if {at for at, _ in found if at < len(_BAD_DATA)} != set(range(len(_BAD_DATA))):
        raise ToolError(f"schema-dts found no fault where there is one: {done.stdout[:500]}")
    return [f"{pages[at]}: {error}" for at, error in found if at >= len(_BAD_DATA)]
