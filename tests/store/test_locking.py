"""One writer at a time."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from rapport.store import Busy, Unwritable, locked, locking

HOLDER = """
import sys, time
from pathlib import Path
from rapport.store import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def holder(path: Path) -> subprocess.Popen[bytes]:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"held\n"
    return child


def test_another_process_waits_its_turn_and_is_told_who_writes(tmp_path: Path) -> None:
    path = tmp_path / "output"
    with holder(path) as child:
        with pytest.raises(Busy) as caught, locked(path):
            pytest.fail("two writers")
        child.send_signal(signal.SIGINT)
    assert str(path) in str(caught.value)
    assert f"process {child.pid}" in str(caught.value)
    assert "Wait" in str(caught.value)
    with locked(path):
        pass


def test_a_killed_process_does_not_leave_it_held(tmp_path: Path) -> None:
    path = tmp_path / "output"
    with holder(path) as child:
        child.kill()
    with locked(path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_behind_even_after_a_fault(tmp_path: Path) -> None:
    def fail() -> None:
        with locked(tmp_path / "new" / "output"):
            raise KeyError("x")

    with pytest.raises(KeyError):
        fail()
    assert list((tmp_path / "new").iterdir()) == []


def test_two_names_are_two_locks_and_one_name_is_not_taken_twice(tmp_path: Path) -> None:
    with locked(tmp_path / "one"), locked(tmp_path / "two"):
        with pytest.raises(Busy), locked(tmp_path / "one"):
            pytest.fail("two writers")
        with pytest.raises(Busy), locked(tmp_path / "one"):
            pytest.fail("two writers")


def test_many_threads_never_write_at_once(tmp_path: Path) -> None:
    inside: list[int] = []
    most: list[int] = []
    refused: list[int] = []

    def write(number: int) -> None:
        for _ in range(50):
            try:
                with locked(tmp_path / "output"):
                    inside.append(number)
                    most.append(len(inside))
                    inside.remove(number)
            except Busy:
                refused.append(number)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(most) == {1}
    assert len(most) + len(refused) == 200


def test_a_lock_file_that_its_last_holder_has_just_removed_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = tmp_path / ".output.lock"
    take, taken = locking._take, []

    def taken_too_late(handle: int) -> None:
        take(handle)
        taken.append(handle)
        if len(taken) == 1:
            beside.unlink()

    monkeypatch.setattr(locking, "_take", taken_too_late)
    with locked(tmp_path / "output"):
        assert beside.exists()
    assert len(taken) == 2


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Unwritable, match="cannot be locked"), locked(tmp_path / "file" / "output"):
        pytest.fail("locked nothing")


def test_a_full_disk_keeps_nobody_from_making_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "pwrite", full)
    with locked(tmp_path / "private"), pytest.raises(Busy), locked(tmp_path / "private"):
        pass
    assert list(tmp_path.iterdir()) == []
