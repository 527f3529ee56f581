"""Eleventy, where Node is there: fetched once with npm into a folder that stays between runs.

Its theme makes the same pages as Hugo's. Comments lie in one data file beside each post.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from bench.corpus import Corpus, Essay
from bench.reading import Mark, Marks
from bench.sites.common import THEMES, Generator, UnavailableError, plain_remark, put, thanks

_THEME = THEMES / "eleventy"
_PATIENCE = 600


def _prepare(kept: Path) -> None:
    if shutil.which("node") is None or shutil.which("npm") is None:
        raise UnavailableError(
            "Node is not installed (apt install nodejs npm), so Eleventy cannot run."
        )
    wanted = (_THEME / "package.json").read_text(encoding="utf-8")
    written = kept / "package.json"
    if written.is_file() and written.read_text("utf-8") == wanted and _program(kept).is_file():
        return
    put(written, wanted)
    # Scripts of packages are other people's programs: nothing here needs them.
    install = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        subprocess.run(install, cwd=kept, check=True, timeout=_PATIENCE, capture_output=True)
    except subprocess.CalledProcessError as fault:
        said = fault.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
        raise UnavailableError(f"npm could not install Eleventy: {said[-1]}") from fault
    except subprocess.TimeoutExpired as fault:
        raise UnavailableError(
            f"npm did not install Eleventy within {_PATIENCE} seconds."
        ) from fault


def _program(kept: Path) -> Path:
    return kept / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"


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
    return ["node", str(_program(kept).resolve()), "--quiet"]


def _version(kept: Path) -> str:
    package = json.loads((_program(kept).parent / "package.json").read_text(encoding="utf-8"))
    return str(package["version"])


ELEVENTY = Generator(
    name="Eleventy",
    prepare=_prepare,
    write=_write,
    command=_command,
    version=_version,
    marks=Marks(Mark("div", "body"), Mark("div", "comment-body")),
    output="_site",
)
