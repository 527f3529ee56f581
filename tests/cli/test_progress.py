"""Bars for many posts and for pictures: on a terminal while they are read or made, only there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.cli.quay import CONF
from tests.pictures.drawn import encoded, scene
from tests.sites import write_files

pty = pytest.importorskip("pty")

PLUGINS = Path(__file__).parents[2] / "plugins"
POSTS = 330


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    post = "Title: Note {n}\nDate: 2026-03-02\n\nWhat did you see there? {n}\n"
    texts = {f"content/posts/n{n}.md": post.format(n=n) for n in range(POSTS)}
    return write_files(tmp_path_factory.mktemp("large"), {"pelicanconf.py": CONF, **texts})


@pytest.fixture
def pictured(tmp_path: Path) -> Path:
    """A site that shows three pictures, none of which was made smaller yet."""
    texts = {
        "pelicanconf.py": CONF,
        "publishconf.py": "from pelicanconf import *\nSITEURL = 'https://quay.example'\n",
        "content/posts/weirs.md": "Title: Weirs\nDate: 2026-03-02\nAuthor: Ida Brandt\n\n"
        + "\n".join(f"![A weir](/images/{n}.png)" for n in range(3)),
    }
    folder = write_files(tmp_path, texts)
    (folder / "content/images").mkdir()
    for n in range(3):
        (folder / f"content/images/{n}.png").write_bytes(encoded(scene(90 + n, 60), "PNG"))
    return folder


def command(*words: str) -> list[str]:
    verb = [] if words[:1] == ("build",) else ["audit", "--fail-on", "never"]
    return [sys.executable, "-m", "rapport", *verb, *words]


def environment(**more: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(PLUGINS), "TERM": "xterm", "COLUMNS": "100"} | more


def drained(end: int) -> Iterator[bytes]:
    """What arrives at the other end of a terminal until nobody writes there any more."""
    try:
        while data := os.read(end, 65536):
            yield data
    except OSError:  # how Linux says that a terminal was closed
        return


def on_terminal(folder: Path, *words: str, out_too: bool = False) -> tuple[bytes, bytes]:
    """What a command writes into a pipe, and what onto a terminal."""
    ours, theirs = pty.openpty()
    out = theirs if out_too else subprocess.PIPE
    with subprocess.Popen(
        command(*words), cwd=folder, env=environment(), stdin=subprocess.DEVNULL,
        stdout=out, stderr=theirs,
    ) as process:  # fmt: skip
        os.close(theirs)
        with ThreadPoolExecutor(1) as aside:  # neither may wait for the other to be read
            pipe = process.stdout
            printed = aside.submit(lambda: pipe.read() if pipe else b"")
            shown = b"".join(drained(ours))
        assert process.wait() == 0
    os.close(ours)
    return printed.result(), shown


def test_a_terminal_shows_a_bar_and_the_pipe_gets_the_report_alone(large: Path) -> None:
    printed, shown = on_terminal(large, "--format", "json")
    assert b"Reading posts" in shown
    assert len(json.loads(printed)["lights"]) == POSTS
    assert b"\x1b" not in printed
    assert b"Reading" not in printed


def test_the_bar_is_gone_before_the_report_comes(large: Path) -> None:
    shown = on_terminal(large, "content", out_too=True)[1]
    assert shown.rindex(b"Reading posts") < shown.index(f"{POSTS} posts: ".encode())
    assert shown.rstrip().count(b"Reading posts", shown.rindex(b"\x1b[2K")) == 0


def test_few_posts_show_no_bar(large: Path) -> None:
    printed, shown = on_terminal(large, "content/posts/n1.md", "--format", "json")
    assert (len(json.loads(printed)["lights"]), shown) == (1, b"")


def test_pictures_that_are_made_show_a_bar_in_place_of_the_sign_of_life(pictured: Path) -> None:
    printed, shown = on_terminal(pictured, "build", "--publish")
    assert shown.index(b"Building the site") < shown.index(b"Making pictures")
    assert b"3/3" in shown
    assert shown.index(b"3/3") < shown.rindex(b"Building the site")
    assert printed.startswith(b"Built output/")
    assert b"Making" not in printed
    again = on_terminal(pictured, "build", "--publish")[1]
    assert b"Building the site" in again
    assert b"Making pictures" not in again


def test_a_build_shows_nothing_of_it_where_no_terminal_is(pictured: Path) -> None:
    done = subprocess.run(
        command("build", "--publish"), cwd=pictured, env=environment(FORCE_COLOR="1"),
        capture_output=True, check=True,
    )  # fmt: skip
    assert done.stderr == b""
    assert b"Making" not in done.stdout


def test_nothing_of_it_reaches_a_pipe_or_a_file(large: Path, tmp_path: Path) -> None:
    with (tmp_path / "log").open("wb") as log:
        done = subprocess.run(
            command("--format", "json"), cwd=large, env=environment(FORCE_COLOR="1"),
            stdout=subprocess.PIPE, stderr=log, check=True,
        )  # fmt: skip
    assert (tmp_path / "log").read_bytes() == b""
    assert len(json.loads(done.stdout)["lights"]) == POSTS
    assert b"\x1b" not in done.stdout
