"""The programs that audit posts: Rapport, and those that judge prose in other ways.

None of the others asks what Rapport asks; what they share is that they read every word of every
post. Each is pinned: proselint in requirements-bench.txt, the programs for Node here. Another
auditor is one more line in `AUDITORS`.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import sys
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import npm
from bench.sites import RAPPORT
from bench.sites.common import UnavailableError


@dataclass(frozen=True, slots=True)
class Auditor:
    """A program that audits Markdown posts.

    `prepare` fetches what is missing into a folder that stays between runs, and raises
    UnavailableError when it is not to be had. `command` is run inside the site with the posts
    behind it: their folder, or each by name when `folders` is false. `fine` are the exit codes that
    do not mean that it broke: most say 1 when they find something. With `comments` it gets the site
    that has them, else one without. With `again` the second of two runs is timed: it may use what
    the first one kept. `note` says so where one program is there more than once.
    """

    name: str
    prepare: Callable[[Path], None]
    command: Callable[[Path], list[str]]
    version: Callable[[Path], str]
    fine: Container[int] = (0, 1)
    folders: bool = True
    comments: bool = False
    again: bool = False
    note: str = ""

    def every(self, kept: Path, posts: Sequence[str]) -> list[str]:
        """The command line for all posts of one folder; paths are relative to the site."""
        behind = [str(Path(posts[0]).parent)] if self.folders else list(posts)
        return [*self.command(kept), *behind]

    def one(self, kept: Path, post: str) -> list[str]:
        """The command line for one post."""
        return [*self.command(kept), post]


def _rapport(*, comments: bool, again: bool = False, note: str = "") -> Auditor:
    command = [sys.executable, "-m", "rapport", "audit", "--fail-on", "never"]
    return Auditor(
        name="Rapport",
        prepare=RAPPORT.prepare,
        command=lambda _: command,
        version=RAPPORT.version,
        fine=(0,),
        comments=comments,
        again=again,
        note=note,
    )


def _proselint() -> Auditor:
    # Called as a module, like Rapport: the same interpreter for both.
    return Auditor(
        name="proselint",
        prepare=_find_proselint,
        command=lambda _: [sys.executable, "-m", "proselint", "check"],
        version=lambda _: importlib.metadata.version("proselint"),
    )


def _find_proselint(kept: Path) -> None:
    del kept
    if importlib.util.find_spec("proselint") is None:
        raise UnavailableError("proselint is not installed: `make bench` brings it.")


def _for_node(
    program: str,
    pins: Mapping[str, str],
    options: Callable[[Path], list[str]] = lambda _: [],
    *,
    fine: Container[int] = (0, 1),
    folders: bool = True,
) -> Auditor:
    """An auditor that npm installs. The first of the `pins` is the package that has the program."""
    name = next(iter(pins))
    wanted = json.dumps({"private": True, "dependencies": pins}, indent=2)
    return Auditor(
        name=name,
        prepare=lambda kept: npm.install(name, wanted, program, kept),
        command=lambda kept: ["node", str(npm.path(kept, program)), *options(kept)],
        version=lambda kept: npm.version(kept, name),
        fine=fine,
        folders=folders,
    )


def _one_rule(kept: Path) -> list[str]:
    """The options of textlint: it has no rules of its own, so it gets the smallest there is."""
    return ["--rules-base-directory", str(npm.path(kept, "")), "--rule", "no-todo"]


AUDITORS: tuple[Auditor, ...] = (
    _rapport(comments=True),
    _rapport(comments=False, note="no comments"),
    _rapport(comments=False, again=True, note="no comments, once more"),
    _for_node(
        "textlint/bin/textlint.js",
        {"textlint": "15.8.0", "textlint-rule-no-todo": "2.0.1"},
        _one_rule,
    ),
    # Its exit code is how much it found, of which the system keeps the last byte.
    _for_node(
        "write-good/bin/write-good.js", {"write-good": "1.0.8"}, fine=range(256), folders=False
    ),
    _proselint(),
    _for_node("alex/cli.js", {"alex": "11.0.1"}),
)
