"""The cache gives back what it was given, or nothing."""

from __future__ import annotations

import stat
from pathlib import Path

from rapport.store import Kept, key_of


def entry(folder: Path) -> Path:
    return folder / "cache" / "weirs" / key_of("weir")


def test_what_is_kept_is_there_the_next_time(tmp_path: Path) -> None:
    Kept(tmp_path, "weirs").keep(key_of("weir"), b"dots")
    again = Kept(tmp_path, "weirs")
    assert again.get(key_of("weir")) == b"dots"
    assert again.made == 0


def test_nobody_else_can_read_it_and_git_does_not(tmp_path: Path) -> None:
    Kept(tmp_path / "private", "weirs").keep(key_of("weir"), b"dots")
    file = entry(tmp_path / "private")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert (tmp_path / "private/cache/.gitignore").read_text("utf-8") == "*\n"


def test_a_broken_entry_is_made_again(tmp_path: Path) -> None:
    Kept(tmp_path, "weirs").keep(key_of("weir"), b"dots")
    for broken in (b"", b"short", entry(tmp_path).read_bytes()[:-1]):
        entry(tmp_path).write_bytes(broken)
        assert Kept(tmp_path, "weirs").get(key_of("weir")) is None


def test_an_entry_that_others_may_have_written_is_not_believed(tmp_path: Path) -> None:
    Kept(tmp_path, "weirs").keep(key_of("weir"), b"dots")
    entry(tmp_path).chmod(0o644)
    assert Kept(tmp_path, "weirs").get(key_of("weir")) is None


def test_what_was_not_asked_for_is_dropped(tmp_path: Path) -> None:
    Kept(tmp_path, "weirs").keep(key_of("weir"), b"dots")
    kept = Kept(tmp_path, "weirs")
    kept.keep(key_of("quay"), b"dots")
    kept.drop_others()
    assert kept.get(key_of("weir")) is None
    assert kept.get(key_of("quay")) == b"dots"


def test_where_nothing_can_be_written_it_is_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "private").write_text("a file")
    assert Kept(tmp_path / "private", "weirs").keep(key_of("weir"), b"dots") == b"dots"


def test_a_key_tells_where_its_parts_end() -> None:
    assert key_of("ab", "c") != key_of("a", "bc")
