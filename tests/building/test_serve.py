"""`serve` from end to end: edits show by themselves, failures leave the last good preview."""

from __future__ import annotations

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from rapport.building import serve
from rapport.errors import UsageError
from tests.building.small_site import tree_hash, write_site

PATIENCE = 60
_SERVE = """
import json, sys
from dataclasses import asdict
from pathlib import Path
from rapport.building import serve
def tell(event):
    print(json.dumps(asdict(event)), flush=True)
serve(Path(sys.argv[1]), port=0, on_event=tell)
print(json.dumps({"kind": "ended"}), flush=True)
"""


class Serving:
    """`serve` in a process of its own, with the package from a copy that tests may change."""

    def __init__(self, conf: Path, package: Path) -> None:
        paths = [str(package), *(path for path in sys.path if path)]
        self.process = subprocess.Popen(
            [sys.executable, "-c", _SERVE, str(conf)],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
            stdout=subprocess.PIPE,
            text=True,
        )
        self.events: queue.Queue[dict[str, object]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self.url = str(self.wait("serving")["url"])

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.events.put(json.loads(line))

    def wait(self, *kinds: str) -> dict[str, object]:
        """The next event of one of these kinds."""
        while True:
            event = self.events.get(timeout=PATIENCE)
            if event["kind"] in kinds:
                return event

    def page(self, path: str) -> str:
        with urllib.request.urlopen(self.url + path, timeout=PATIENCE) as answer:  # noqa: S310 - ours
            text: str = answer.read().decode()
            return text

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(PATIENCE)
        finally:
            self.process.kill()
            assert self.process.stdout is not None
            self.process.stdout.close()


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    root = Path(__file__).resolve().parents[2]
    for name in ("plugins/rapport", "theme"):
        shutil.copytree(
            root / name, tmp_path / "code" / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    there = Serving(write_site(tmp_path / "site"), tmp_path / "code" / "plugins")
    yield there
    there.close()


def test_every_kind_of_change_shows_and_a_fault_leaves_the_last_good(
    serving: Serving, tmp_path: Path
) -> None:
    site, code = tmp_path / "site", tmp_path / "code"
    assert serving.wait("built")["message"] == ""
    assert "Project Heron" in serving.page("drafts/a-plan-not-yet-ready/")
    assert "A lock is a room" in serving.page("locks/")

    post = site / "content" / "posts" / "locks.rst"
    post.write_text(post.read_text("utf-8").replace("a room for water", "a stair for boats"))
    assert serving.wait("changed")["changed"] == ["content/posts/locks.rst"]
    serving.wait("built")
    assert "A lock is a stair for boats" in serving.page("locks/")

    template = code / "theme" / "templates" / "404.html"
    kept = template.read_text("utf-8")
    template.write_text("{{ tide }}")
    failed = serving.wait("built", "failed")
    assert failed["kind"] == "failed"
    assert "404.html:1" in str(failed["message"])
    assert "A lock is a stair for boats" in serving.page("locks/")
    template.write_text(kept)
    assert serving.wait("built", "failed")["kind"] == "built"

    dates = code / "plugins" / "rapport" / "translation" / "words.py"
    dates.write_text(dates.read_text("utf-8").replace('"February"', '"Februar"'))
    serving.wait("built")
    assert "Februar 2026" in serving.page("locks/")

    conf = site / "pelicanconf.py"
    good = conf.read_text("utf-8")
    conf.write_text(good + "SITENAME = \n")
    assert "not valid Python" in str(serving.wait("failed")["message"])
    conf.write_text(good + "SITENAME = 'Another name'\n")
    serving.wait("built")
    assert "Another name" in serving.page("")

    (site / "content" / "posts" / "odd.md").write_text("Title: Odd\n\nNo date.\n")
    assert "content/posts/odd.md:1" in str(serving.wait("built")["message"])
    assert not (site / "output").exists()


def test_ctrl_c_ends_it_quietly_and_leaves_nothing_running(
    serving: Serving, tmp_path: Path
) -> None:
    serving.wait("built")
    before = tree_hash(tmp_path / "site" / ".rapport" / "preview")
    serving.process.send_signal(signal.SIGINT)
    serving.wait("ended")
    assert serving.process.wait(PATIENCE) == 0
    assert tree_hash(tmp_path / "site" / ".rapport" / "preview") == before
    names = {path.name for path in (tmp_path / "site" / ".rapport").iterdir()}
    assert names == {".gitignore", "preview", "waiting.atom.xml"}


def test_ctrl_c_in_the_middle_of_a_build_tidies_up(serving: Serving, tmp_path: Path) -> None:
    serving.wait("built")
    post = tmp_path / "site" / "content" / "posts" / "locks.rst"
    post.write_text(post.read_text("utf-8") + "\nMore.\n")
    serving.wait("changed")
    serving.process.send_signal(signal.SIGINT)
    assert serving.process.wait(PATIENCE) == 0
    names = {path.name for path in (tmp_path / "site" / ".rapport").iterdir()}
    assert names == {".gitignore", "preview", "waiting.atom.xml"}


def test_a_settings_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no settings file"):
        serve(tmp_path / "pelicanconf.py", port=0)
