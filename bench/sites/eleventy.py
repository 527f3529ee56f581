"""Eleventy, where Node is there: fetched once with npm into a folder that stays between runs.

Its theme makes the same pages as Hugo's. Comments lie in one data file beside each post.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from bench import npm
from bench.corpus import Corpus, Essay
from bench.reading import Mark, Marks
from bench.sites.common import THEMES, Generator, plain_remark, put, thanks

_THEME = THEMES / "eleventy"
_PACKAGE = "@11ty/eleventy"
_PROGRAM = f"{_PACKAGE}/cmd.cjs"


def _prepare(kept: Path) -> None:
    wanted = (_THEME / "package.json").read_text(encoding="utf-8")
    npm.install("Eleventy", wanted, _PROGRAM, kept)


def _post(essay: Essay) -> str:
    values = {
        "layout": "post.njk",
        "tags": ["post"],
        "title": essay.title,
        "date": essay.date.isoformat(),
        "permalink": f"/{essay.slug}/",
        "question": essay.question,
        **thanks(essay),
        "topics": essay.topics,
        "author": essay.author.name,
    }
    # JSON is YAML, and needs no quoting of our own.
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items())
    return f"---\n{lines}---\n\n{essay.body}"


def _write(corpus: Corpus, site: Path, kept: Path) -> None:
    shutil.copytree(_THEME, site, dirs_exist_ok=True)
    (site / "node_modules").symlink_to((kept / "node_modules").resolve())
    for essay in corpus.essays:
        put(site / "posts" / f"{essay.slug}.md", _post(essay))
        comments = [plain_remark(remark) for remark in essay.remarks]
        if comments:
            data = json.dumps({"comments": comments}, ensure_ascii=False)
            put(site / "posts" / f"{essay.slug}.11tydata.json", data)


def _command(kept: Path) -> list[str]:
    return ["node", str(npm.path(kept, _PROGRAM)), "--quiet"]


def _version(kept: Path) -> str:
    return npm.version(kept, _PACKAGE)


ELEVENTY = Generator(
    name="Eleventy",
    prepare=_prepare,
    write=_write,
    command=_command,
    version=_version,
    marks=Marks(Mark("div", "body"), Mark("div", "comment-body")),
    output="_site",
)
