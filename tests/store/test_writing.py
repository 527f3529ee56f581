"""Text to files: the old bytes or the new ones, whatever happens in between."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rapport.store import (
    Outside,
    Unwritable,
    inside,
    keep_from_git,
    read_text,
    remove_tree,
    write_text,
)
from tests.conversation.hostile import ALL


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_written_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "a.md"
    write_text(path, "é\r\nb\n")
    assert path.read_bytes() == "é\r\nb\n".encode()
    write_text(path, "other")
    assert read_text(path) == "other"
    assert names(path.parent) == ["a.md"]


def test_public_files_follow_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_text(tmp_path / "f" / "a.md", "x")
    finally:
        os.umask(before)
    assert mode(tmp_path / "f" / "a.md") == 0o644
    assert mode(tmp_path / "f") == 0o755


def test_a_file_keeps_the_rights_it_had(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write_text(path, "x")
    for rights in (0o640, 0o666):
        path.chmod(rights)
        write_text(path, "y")
        assert mode(path) == rights


def test_private_files_are_for_their_owner(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_text(tmp_path / "p" / "inbox" / "a.md", "x", private=True)
        (tmp_path / "q").mkdir()
        write_text(tmp_path / "q" / "a.md", "x")
        write_text(tmp_path / "q" / "a.md", "y", private=True)
    finally:
        os.umask(before)
    assert mode(tmp_path / "p" / "inbox" / "a.md") == 0o600
    assert [mode(tmp_path / "p"), mode(tmp_path / "p" / "inbox")] == [0o700, 0o700]
    assert [mode(tmp_path / "q" / "a.md"), mode(tmp_path / "q")] == [0o600, 0o700]


def test_half_a_character_is_refused_and_the_old_text_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write_text(path, "old")
    with pytest.raises(Unwritable, match="half a character"):
        write_text(path, "x\ud800")
    assert read_text(path) == "old"


def test_a_folder_where_the_file_belongs(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(Unwritable, match="cannot be written"):
        write_text(tmp_path / "a.md", "x")
    assert names(tmp_path) == ["a.md"]


def test_a_file_where_the_folder_belongs(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(Unwritable, match="cannot be written"):
        write_text(tmp_path / "a" / "b.md", "x")


def test_a_link_is_replaced_and_what_it_leads_to_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "outside").write_text("theirs")
    (tmp_path / "a.md").symlink_to(tmp_path / "outside")
    write_text(tmp_path / "a.md", "ours")
    assert (tmp_path / "outside").read_text("utf-8") == "theirs"
    assert read_text(tmp_path / "a.md") == "ours"


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), OSError(5, "Input/output error")])
def test_cut_short_while_writing_the_old_text_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    path = tmp_path / "a.md"
    write_text(path, "old")

    def cut_short(_handle: int) -> None:
        raise fault

    monkeypatch.setattr(os, "fsync", cut_short)
    with pytest.raises((KeyboardInterrupt, Unwritable)):
        write_text(path, "new")
    assert read_text(path) == "old"
    assert names(tmp_path) == ["a.md"]


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 64 kB, which is full at once."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    options = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a tiny file system needs Linux and root")
    if subprocess.run(options, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not allow a tiny file system to be mounted")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_on_a_full_disk_the_old_text_stays(tiny_disk: Path) -> None:
    path = tiny_disk / "a.md"
    write_text(path, "old")
    with pytest.raises(Unwritable, match="No space left"):
        write_text(path, "x" * 100_000)
    assert read_text(path) == "old"
    assert names(tiny_disk) == ["a.md"]
    write_text(path, "short again")
    assert read_text(path) == "short again"


WRITER = """
import sys, itertools
from pathlib import Path
from rapport.store import write_text
for n in itertools.count():
    write_text(Path(sys.argv[1]), f"{n % 10}" * 50_000)
    if n == 0:
        print("ready", flush=True)
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_killed_while_writing_a_whole_text_stays(tmp_path: Path, number: signal.Signals) -> None:
    path = tmp_path / "a.md"
    for delay in (0.0, 0.004, 0.011, 0.017):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        ) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(0.01 + delay)
            child.send_signal(number)
            child.wait()
        text = read_text(path)
        assert len(text) == 50_000
        assert len(set(text)) == 1
        if number == signal.SIGINT:
            assert names(tmp_path) == ["a.md"]


@pytest.mark.parametrize("relative", ["a.md", "a/b.md", "a/./b.md", "é ü.md", "..a/b..", "a//b"])
def test_a_path_inside(tmp_path: Path, relative: str) -> None:
    assert inside(tmp_path, relative).is_relative_to(tmp_path.resolve())


@pytest.mark.parametrize(
    "relative",
    [
        "",
        ".",
        "./",
        "/",
        "/etc/passwd",
        "..",
        "../x",
        "a/../../x",
        "a/..",
        "a\0b",
        "..\\x",
        "~/../x/..",
    ],
)
def test_a_path_that_climbs_out(tmp_path: Path, relative: str) -> None:
    with pytest.raises(Outside):
        inside(tmp_path, relative)


def test_a_link_that_leads_out(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / "out").symlink_to(tmp_path)
    (root / "in").symlink_to(root / "folder")
    (root / "loop").symlink_to(root / "loop")
    with pytest.raises(Outside, match="leads out"):
        inside(root, "out/x.md")
    with pytest.raises(Outside):
        inside(root, "loop/x.md")
    assert inside(root, "in/x.md") == (root / "folder" / "x.md").resolve()


def test_a_sibling_whose_name_begins_the_same_is_outside(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "x").symlink_to(tmp_path / "root-other")
    with pytest.raises(Outside):
        inside(tmp_path / "root", "x/a.md")


@pytest.mark.parametrize("payload", [payload for _, _, payload in ALL])
def test_a_hostile_path_stays_inside_or_is_refused(tmp_path: Path, payload: str) -> None:
    try:
        path = inside(tmp_path, payload)
    except Outside:
        return
    assert path.is_relative_to(tmp_path.resolve())
    assert path != tmp_path.resolve()


@pytest.fixture
def no_root() -> Iterator[Path]:
    """A folder of an ordinary user's, who we are meanwhile: nothing is read-only to root."""
    with tempfile.TemporaryDirectory() as folder:
        root = os.geteuid() == 0
        if root:
            os.chown(folder, 65534, -1)
            os.seteuid(65534)
        try:
            yield Path(folder)
        finally:
            if root:
                os.seteuid(0)


def test_a_tree_is_removed_with_what_is_read_only(no_root: Path) -> None:
    tree, kept = no_root / "tree", no_root / "kept"
    kept.mkdir(mode=0o500)
    (tree / "a" / "b").mkdir(parents=True)
    (tree / "a" / "b" / "x").write_text("x")
    (tree / "a" / "link").symlink_to(kept)
    (tree / "a" / "b").chmod(0o000)
    (tree / "a").chmod(0o500)
    tree.chmod(0o500)
    remove_tree(tree)
    assert names(no_root) == ["kept"]
    assert mode(kept) == 0o500


def test_links_in_a_tree_are_not_followed(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "x").touch()
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "link").symlink_to(kept)
    remove_tree(tree)
    (tmp_path / "link").symlink_to(kept)
    remove_tree(tmp_path / "link")
    (tmp_path / "dangling").symlink_to(tmp_path / "gone")
    remove_tree(tmp_path / "dangling")
    assert names(tmp_path) == ["kept"]
    assert names(kept) == ["x"]


def test_nothing_to_remove_is_fine(tmp_path: Path) -> None:
    remove_tree(tmp_path / "gone")


def test_the_root_and_the_home_folder_are_not_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for path in (Path("/"), tmp_path, tmp_path / "x" / ".."):
        with pytest.raises(Unwritable, match="not a folder to remove"):
            remove_tree(path)
    assert tmp_path.exists()


def test_a_private_folder_stays_out_of_the_repository_of_the_site(tmp_path: Path) -> None:
    private = tmp_path / ".rapport"
    keep_from_git(private, tmp_path)
    assert not private.exists()
    write_text(private / "inbox/1.md", "Email: noor@mail.example", private=True)
    keep_from_git(private, tmp_path)
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    told = ["git", "-C", str(tmp_path), "status", "--porcelain", "--untracked-files=all"]
    assert subprocess.run(told, capture_output=True, check=True, text=True).stdout == ""
    (private / ".gitignore").write_text("")
    keep_from_git(private, tmp_path)
    assert (private / ".gitignore").read_text("utf-8") == "", "its owner has said something else"


@pytest.mark.parametrize("own", [".rapport", "outside"])
def test_a_repository_of_its_own_is_left_alone(tmp_path: Path, own: str) -> None:
    site, private = tmp_path / "site", tmp_path / "site" / ".rapport"
    if own == "outside":
        private = tmp_path / "ours"
    write_text(private / ".git/HEAD", "x")
    (site / "x").mkdir(parents=True, exist_ok=True)
    keep_from_git(private, site)
    keep_from_git(private / "below", site)
    assert not (private / ".gitignore").exists()
