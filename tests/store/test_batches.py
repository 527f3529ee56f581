"""Many files at once: all or none, on a full disk, on a fault half-way, on Ctrl-C."""

from __future__ import annotations

import errno
import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from rapport.store import Batch, Outside, Unwritable, write_all


def files(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_every_text_is_written_and_nothing_else_stays(tmp_path: Path) -> None:
    public, private = tmp_path / "content", tmp_path / "private"
    told: list[int] = []
    write_all(
        [Batch(public, {"a/1.md": "one", "2.md": "two"}), Batch(private, {"c": "x"}, private=True)],
        told.append,
    )
    assert files(tmp_path) == {"content/a/1.md": "one", "content/2.md": "two", "private/c": "x"}
    assert told == [1, 2, 3]
    assert stat.S_IMODE((private / "c").stat().st_mode) == 0o600


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "1.md").write_text("old")
    write_all([Batch(tmp_path, {"1.md": "new"})])
    assert files(tmp_path) == {"1.md": "new"}


def test_a_goal_that_cannot_be_made_takes_everything_back(tmp_path: Path) -> None:
    (tmp_path / "1.md").write_text("old")
    (tmp_path / "file").write_text("a file where a folder is needed")
    before = files(tmp_path)
    with pytest.raises(Unwritable, match="Nothing was changed"):
        write_all([Batch(tmp_path, {"1.md": "new", "fresh/2.md": "new", "file/3.md": "new"})])
    assert files(tmp_path) == before
    assert not (tmp_path / "fresh").exists()


@pytest.mark.parametrize("path", ["../out.md", "/etc/out.md", "a/../../out.md", ""])
def test_a_path_that_leaves_the_root_writes_nothing(tmp_path: Path, path: str) -> None:
    with pytest.raises(Outside):
        write_all([Batch(tmp_path / "root", {"good.md": "x", path: "y"})])
    assert files(tmp_path) == {}


def test_half_a_character_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="half a character"):
        write_all([Batch(tmp_path, {"1.md": "good", "2.md": "\ud800"})])
    assert files(tmp_path) == {}


def test_what_a_kill_left_is_removed(tmp_path: Path) -> None:
    (tmp_path / ".arriving").mkdir()
    (tmp_path / ".arriving" / "0").write_text("left over")
    write_all([Batch(tmp_path, {"1.md": "x"})])
    assert files(tmp_path) == {"1.md": "x"}


def test_what_a_kill_left_is_removed_where_nothing_new_is_written(tmp_path: Path) -> None:
    """A forgotten reader's words must not lie on in a folder that nobody looks into."""
    (tmp_path / "a" / ".arriving").mkdir(parents=True)
    (tmp_path / "a" / ".arriving" / "0.before").write_text("left over")
    write_all([Batch(tmp_path / "a", {}), Batch(tmp_path / "b", {"1.md": "x"})])
    assert files(tmp_path) == {"b/1.md": "x"}


def test_what_is_replaced_is_there_at_every_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill cannot be caught: between any two steps the goal is the old file or the new one."""
    goal = tmp_path / "1.md"
    goal.write_text("old")
    seen = []
    for name in ("rename", "replace", "hardlink_to"):
        real = getattr(Path, name)

        def step(path: Path, to: Path, real: Callable[[Path, Path], None] = real) -> None:
            seen.append(goal.read_text("utf-8") if goal.exists() else "gone")
            real(path, to)
            seen.append(goal.read_text("utf-8") if goal.exists() else "gone")

        monkeypatch.setattr(Path, name, step)
    write_all([Batch(tmp_path, {"1.md": "new"})])
    assert set(seen) == {"old", "new"}


def test_a_file_system_without_links_copies_what_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _to: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    (tmp_path / "1.md").write_text("old")
    (tmp_path / "file").write_text("a file where a folder is needed")
    with pytest.raises(Unwritable):
        write_all([Batch(tmp_path, {"1.md": "new", "file/3.md": "new"})])
    assert (tmp_path / "1.md").read_text("utf-8") == "old"


def test_ctrl_c_while_staging_leaves_nothing(tmp_path: Path) -> None:
    def interrupt(count: int) -> None:
        if count == 2:
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        write_all([Batch(tmp_path, {f"{n}.md": "x" for n in range(50)})], interrupt)
    assert files(tmp_path) == {}
