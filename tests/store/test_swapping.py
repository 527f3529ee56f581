"""A new folder where the old one is: one or the other, whatever happens."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from rapport.errors import BuildError
from rapport.store import recover, swap, swapping
from tests.store.trees import make_tree, tree_hash


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "two renames":
        monkeypatch.setattr(swapping, "_exchange", lambda _one, _other: False)
    return str(request.param)


def test_the_new_tree_takes_the_place_and_nothing_else_is_left(tmp_path: Path, way: str) -> None:
    make_tree(tmp_path / "output", "old")
    new = make_tree(tmp_path / "built", "new")
    swap(tmp_path / "built", tmp_path / "output")
    assert tree_hash(tmp_path / "output") == new
    assert names(tmp_path) == ["output"]


def test_where_there_was_nothing(tmp_path: Path, way: str) -> None:
    new = make_tree(tmp_path / "built", "new")
    swap(tmp_path / "built", tmp_path / "deep" / "output")
    assert tree_hash(tmp_path / "deep" / "output") == new


def test_this_system_exchanges_in_one_step(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux has RENAME_EXCHANGE")
    old, new = make_tree(tmp_path / "a", "old"), make_tree(tmp_path / "b", "new")
    if not swapping._exchange(tmp_path / "a", tmp_path / "b"):
        pytest.skip("this file system cannot exchange two names")
    assert (tree_hash(tmp_path / "a"), tree_hash(tmp_path / "b")) == (new, old)


def test_a_linked_output_is_replaced_where_it_really_is(tmp_path: Path, way: str) -> None:
    make_tree(tmp_path / "www", "old")
    (tmp_path / "output").symlink_to(tmp_path / "www")
    new = make_tree(tmp_path / "built", "new")
    swap(tmp_path / "built", tmp_path / "output")
    assert (tmp_path / "output").is_symlink()
    assert tree_hash(tmp_path / "www") == new
    assert names(tmp_path) == ["output", "www"]


def test_what_cannot_be_swapped_changes_nothing(tmp_path: Path) -> None:
    old = make_tree(tmp_path / "output", "old")
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "output")
    for new in (tmp_path / "gone", tmp_path / "file", tmp_path / "link"):
        with pytest.raises(BuildError, match="not a folder"):
            swap(new, tmp_path / "output")
    assert tree_hash(tmp_path / "output") == old
    make_tree(tmp_path / "built", "new")
    with pytest.raises(BuildError, match="is a file"):
        swap(tmp_path / "built", tmp_path / "file")
    with pytest.raises(BuildError, match="cannot be made"):
        swap(tmp_path / "built", tmp_path / "file" / "output")
    assert (tmp_path / "file").read_text("utf-8") == "x"


def test_one_folder_inside_the_other_changes_nothing(tmp_path: Path, way: str) -> None:
    make_tree(tmp_path / "output", "old")
    make_tree(tmp_path / "output" / "built", "new")
    both = tree_hash(tmp_path / "output")
    for new, old in (("output/built", "output"), ("output", "output/built"), ("output", "output")):
        with pytest.raises(BuildError):
            swap(tmp_path / new, tmp_path / old)
        assert tree_hash(tmp_path / "output") == both


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/shm is Linux's")
def test_across_file_systems_it_says_so(tmp_path: Path) -> None:
    elsewhere = Path("/dev/shm")
    if not elsewhere.is_dir() or elsewhere.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no second file system to write to")
    old = make_tree(tmp_path / "output", "old")
    built = elsewhere / f"rapport-{os.getpid()}"
    new = make_tree(built, "new")
    try:
        with pytest.raises(BuildError, match="different file systems"):
            swap(built, tmp_path / "output")
        assert (tree_hash(tmp_path / "output"), tree_hash(built)) == (old, new)
    finally:
        shutil.rmtree(built)


def test_a_rename_that_fails_leaves_the_old_tree(
    tmp_path: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = make_tree(tmp_path / "output", "old")
    make_tree(tmp_path / "built", "new")
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name == "built":
            raise OSError(errno.EIO, "Input/output error")
        return rename(self, target)

    if way == "exchange":
        monkeypatch.setattr(swapping, "_exchange", lambda one, _other: fail(one, one))
    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(BuildError, match="untouched"):
        swap(tmp_path / "built", tmp_path / "output")
    assert tree_hash(tmp_path / "output") == old
    assert names(tmp_path) == ["built", "output"]


def test_recovery_puts_back_a_tree_that_stood_aside(tmp_path: Path) -> None:
    old = make_tree(tmp_path / "output", "old")
    (tmp_path / "output").rename(swapping._aside(tmp_path / "output"))
    recover(tmp_path / "output")
    assert tree_hash(tmp_path / "output") == old
    assert names(tmp_path) == ["output"]


def test_recovery_removes_the_old_tree_when_the_new_one_is_there(tmp_path: Path) -> None:
    new = make_tree(tmp_path / "output", "new")
    make_tree(swapping._aside(tmp_path / "output"), "old")
    recover(tmp_path / "output")
    assert tree_hash(tmp_path / "output") == new
    assert names(tmp_path) == ["output"]


def test_where_the_old_tree_cannot_stand_aside_it_is_removed_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_tree(tmp_path / "output", "old")
    new = make_tree(tmp_path / "built", "new")
    if not swapping._exchange(tmp_path / "built", tmp_path / "output"):
        pytest.skip("this system cannot exchange two names")
    swapping._exchange(tmp_path / "built", tmp_path / "output")

    def fail(_self: Path, _target: Path) -> Path:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "rename", fail)
    swap(tmp_path / "built", tmp_path / "output")
    assert tree_hash(tmp_path / "output") == new
    assert names(tmp_path) == ["output"]


def test_what_an_earlier_swap_left_aside_is_no_hindrance(tmp_path: Path, way: str) -> None:
    make_tree(swapping._aside(tmp_path / "output"), "older")
    make_tree(tmp_path / "output", "old")
    new = make_tree(tmp_path / "built", "new")
    swap(tmp_path / "built", tmp_path / "output")
    assert tree_hash(tmp_path / "output") == new
    assert names(tmp_path) == ["output"]


class KilledError(BaseException):
    """Stands for a kill: nothing of the swap runs after it."""


@pytest.mark.parametrize("after", [0, 1, 2])
def test_killed_between_any_two_renames(
    tmp_path: Path, way: str, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    whole = {make_tree(tmp_path / "output", "old"), make_tree(tmp_path / "built", "new")}
    rename, done = Path.rename, []

    def killed(self: Path, target: Path) -> Path:
        if len(done) == after:
            raise KilledError
        done.append(target)
        return rename(self, target)

    def killed_removing(_path: Path) -> None:
        raise KilledError

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", killed)
        patched.setattr(swapping, "remove_tree", killed_removing)
        with pytest.raises(KilledError):
            swap(tmp_path / "built", tmp_path / "output")
    if way == "two renames":
        recover(tmp_path / "output")
    assert tree_hash(tmp_path / "output") in whole


def test_nothing_to_recover(tmp_path: Path) -> None:
    recover(tmp_path / "output")
    old = make_tree(tmp_path / "output", "old")
    recover(tmp_path / "output")
    assert tree_hash(tmp_path / "output") == old


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_during_the_exchange_arrives_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    make_tree(tmp_path / "output", "old")
    new = make_tree(tmp_path / "built", "new")
    put, arrived = swapping._put, []

    def interrupted(*paths: Path) -> Path:
        signal.raise_signal(number)
        assert arrived == []
        left = put(*paths)
        assert arrived == []
        return left

    monkeypatch.setattr(swapping, "_put", interrupted)
    before = signal.signal(number, lambda which, _frame: arrived.append(which))
    try:
        swap(tmp_path / "built", tmp_path / "output")
        assert signal.getsignal(number) is not before
    finally:
        signal.signal(number, before)
    assert arrived == [number]
    assert tree_hash(tmp_path / "output") == new


def test_ctrl_c_during_the_exchange_still_ends_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_tree(tmp_path / "output", "old")
    new = make_tree(tmp_path / "built", "new")
    put = swapping._put

    def interrupted(*paths: Path) -> Path:
        signal.raise_signal(signal.SIGINT)
        return put(*paths)

    monkeypatch.setattr(swapping, "_put", interrupted)
    with pytest.raises(KeyboardInterrupt):
        swap(tmp_path / "built", tmp_path / "output")
    assert tree_hash(tmp_path / "output") == new
    recover(tmp_path / "output")
    assert names(tmp_path) == ["output"]


def test_a_thread_may_swap_too(tmp_path: Path) -> None:
    make_tree(tmp_path / "output", "old")
    new = make_tree(tmp_path / "built", "new")
    thread = threading.Thread(target=swap, args=(tmp_path / "built", tmp_path / "output"))
    thread.start()
    thread.join()
    assert tree_hash(tmp_path / "output") == new


SWAPPER = """
import itertools, shutil, sys
from pathlib import Path
from rapport.store import recover, swap, swapping
folder, renames = Path(sys.argv[1]), sys.argv[2]
if renames == "two renames":
    swapping._exchange = lambda one, other: False
print("ready", flush=True)
for number in itertools.count():
    built = folder / f"built-{number}"
    shutil.copytree(folder / "ab"[number % 2], built)
    swap(built, folder / "output")
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("how", ["exchange", "two renames"])
def test_ended_at_a_random_moment_one_whole_tree_is_there(
    tmp_path: Path, how: str, number: signal.Signals
) -> None:
    whole = {make_tree(tmp_path / "a", "aaa"), make_tree(tmp_path / "b", "bbb")}
    shutil.copytree(tmp_path / "b", tmp_path / "output")
    chance = random.Random(7)  # noqa: S311 -- moments, not secrets
    for _ in range(8):
        with subprocess.Popen(
            [sys.executable, "-c", SWAPPER, str(tmp_path), how],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        ) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(chance.uniform(0.005, 0.08))
            child.send_signal(number)
            child.wait()
        if how == "two renames":
            recover(tmp_path / "output")
        assert tree_hash(tmp_path / "output") in whole
        for path in tmp_path.glob("built-*"):
            shutil.rmtree(path)
    recover(tmp_path / "output")
    assert names(tmp_path) == ["a", "b", "output"]
