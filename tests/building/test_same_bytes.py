"""The same content gives the same bytes: on any day, in any order of hashing, twice in a row."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rapport.building import build
from tests.building.small_site import HOST, tree, tree_hash, write_site

_BUILD = "import sys; from pathlib import Path; from rapport.building import build; "
# A machine whose clock is a year ahead: everything that asks for the time gets it.
_LATER = """
import datetime as real, time
shift = 366 * 86400
now = time.time
time.time = lambda: now() + shift
class Later(real.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + real.timedelta(seconds=shift)
real.datetime = Later
"""


def built_elsewhere(conf: Path, seed: str, before: str = "", **env: str) -> str:
    """Build in a process of its own; the hash of names, modes and bytes."""
    subprocess.run(
        [sys.executable, "-c", f"{before}\n{_BUILD}build(Path(sys.argv[1]))", str(conf)],
        env=os.environ
        | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        | env,
        check=True,
    )
    return tree_hash(conf.parent / "output")


MORE = {
    f"content/posts/same-{name}.md": f"""
        Title: The same day, {name}
        Date: 2026-02-01 10:00
        Author: Ida Brandt
        Tags: {name}, tolls, rivers

        Words of {name}.
        """
    for name in ("a", "b", "c", "d", "e")
} | {
    f"content/posts/tolls.{lang}.md": f"""
        Title: Tolls in {lang}
        Date: 2026-03-04 09:00
        Author: Ida Brandt
        Slug: who-pays-the-toll-why
        Lang: {lang}

        Words in {lang}.
        """
    for lang in ("fr", "es", "it")
}


def test_other_hashes_another_day_and_another_zone(tmp_path: Path) -> None:
    conf = write_site(tmp_path, MORE, f"SITEURL = {HOST!r}")
    first = built_elsewhere(conf, "1")
    assert built_elsewhere(conf, "2") == first
    assert built_elsewhere(conf, "3", before=_LATER) == first
    assert built_elsewhere(conf, "4", TZ="Pacific/Auckland", LC_ALL="C.UTF-8") == first


def test_twice_in_one_process(tmp_path: Path) -> None:
    conf = write_site(tmp_path, MORE)
    first = tree(build(conf).output)
    assert tree(build(conf).output) == first


def test_the_times_of_files_do_not_count(tmp_path: Path) -> None:
    conf = write_site(tmp_path)
    first = tree_hash(build(conf).output)
    for path in (tmp_path / "content").rglob("*"):
        os.utime(path, (time.time() - 10**8, time.time() - 10**8))
    assert tree_hash(build(conf).output) == first


def test_a_moment_given_from_outside_is_today(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under way in March, long quiet in the year 2030."""
    conf = write_site(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1_900_000_000))
    talks = (build(conf).output / "conversations" / "index.html").read_text("utf-8")
    assert "Taking part" not in (tmp_path / "output" / "index.html").read_text("utf-8")
    assert 'id="active"' not in talks
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    build(conf)
    assert "Taking part" in (tmp_path / "output" / "index.html").read_text("utf-8")
