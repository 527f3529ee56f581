"""Whatever happens to a build, the old site stays as it was and nothing is left lying about."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from rapport.building import build
from rapport.errors import BuildError, RapportError
from tests.building.small_site import tree, tree_hash, write_site

ROOT = Path(__file__).resolve().parents[2]
_CODE = """
import sys
from pathlib import Path
from rapport.building import build
try:
    Path(sys.argv[2]).touch()
    build(Path(sys.argv[1]))
except KeyboardInterrupt:
    raise SystemExit(130)
"""


# Python and Pelican are there already when each of these builds begins, so that its moments are all
# the build's own. A line in says to begin one; lines out are its process and how that ended.
_MANY = """
import os, signal, sys
from pathlib import Path
from rapport.building import build
build(Path(sys.argv[1]))
print("ready", flush=True)
for _ in sys.stdin:
    worker = os.fork()
    if worker == 0:
        try:
            build(Path(sys.argv[1]))
            os._exit(0)
        except KeyboardInterrupt:
            os._exit(130)
        except BaseException:
            import traceback
            traceback.print_exc()
            os._exit(1)
    print(worker, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(worker, 0)[1]), flush=True)
"""


@contextmanager
def builds(conf: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has built the site once and does so again for every line it is given."""
    with subprocess.Popen(
        [sys.executable, "-c", _MANY, str(conf)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as maker:  # fmt: skip
        assert answer(maker) == "ready"
        yield maker


def begin(maker: subprocess.Popen[str]) -> int:
    """Let a build begin; its process."""
    assert maker.stdin is not None
    maker.stdin.write("again\n")
    maker.stdin.flush()
    return int(answer(maker))


def answer(maker: subprocess.Popen[str]) -> str:
    assert maker.stdout is not None
    return maker.stdout.readline().strip()


def start(conf: Path) -> subprocess.Popen[bytes]:
    """A build in a process of its own, returned once it has begun."""
    begun = conf.with_name("begun")
    begun.unlink(missing_ok=True)
    worker = subprocess.Popen(
        [sys.executable, "-c", _CODE, str(conf), str(begun)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stderr=subprocess.PIPE,
    )
    while not begun.exists() and worker.poll() is None:
        time.sleep(0.005)
    return worker


def leftovers(site: Path) -> list[str]:
    return [path.name for path in site.iterdir() if path.name.startswith(".output")]


def test_ctrl_c_at_twenty_moments_leaves_the_old_site_or_the_new(tmp_path: Path) -> None:
    """The content does not change, so old and new are the same bytes; half of either is not.

    The moments are others in each run: a failure says which.
    """
    conf = write_site(tmp_path)
    stopped = 0
    with builds(conf) as maker:
        before = tree_hash(tmp_path / "output")
        started = time.monotonic()
        begin(maker)
        assert answer(maker) == "0"
        longest = time.monotonic() - started
        for part in random.sample(range(90), 20):
            worker = begin(maker)
            time.sleep(longest * part / 100)
            with suppress(ProcessLookupError):  # it was faster than the first
                os.kill(worker, signal.SIGINT)
            code = int(answer(maker))
            assert code in (0, 130, -signal.SIGINT), f"after {part} % of a build"
            stopped += code != 0
            assert tree_hash(tmp_path / "output") == before, f"after {part} % of a build"
            assert leftovers(tmp_path) == [], f"after {part} % of a build"
    assert stopped >= 5, "the signals came too late to say anything"


def test_a_kill_leaves_the_old_site_and_the_next_build_tidies_up(tmp_path: Path) -> None:
    conf = write_site(tmp_path)
    before = tree_hash(build(conf).output)
    worker = start(conf)
    while worker.poll() is None and not any(name.endswith(str(worker.pid)) for name in
                                            leftovers(tmp_path)):  # fmt: skip
        time.sleep(0.002)
    worker.kill()
    worker.communicate()
    assert tree_hash(tmp_path / "output") == before
    assert any(name.endswith(str(worker.pid)) for name in leftovers(tmp_path))
    build(conf)
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("moment", ["initialized", "article_generator_finalized", "finalized"])
@pytest.mark.parametrize("fault", ["KeyboardInterrupt()", "OSError(28, 'full', 'x')"])
def test_a_fault_at_any_stage_leaves_the_old_site(tmp_path: Path, moment: str, fault: str) -> None:
    plugin = f"""
        from pelican import signals

        def stop(sender):
            raise {fault}

        def register():
            signals.{moment}.connect(stop)
        """
    conf = write_site(tmp_path, {"more/stopping.py": plugin})
    before = tree_hash(build(conf).output)
    write_site(
        tmp_path,
        {"more/stopping.py": plugin},
        'PLUGIN_PATHS = ["more"]\nPLUGINS = ["rapport", "stopping"]',
    )
    with pytest.raises((KeyboardInterrupt, BuildError)):
        build(conf)
    assert tree_hash(tmp_path / "output") == before
    assert leftovers(tmp_path) == []


def test_a_file_that_could_not_be_copied_is_no_mere_warning(tmp_path: Path) -> None:
    conf = write_site(tmp_path)
    before = tree_hash(build(conf).output)
    write_site(tmp_path, conf='EXTRA_PATH_METADATA = {"images/weir.svg": {"path": "locks"}}')
    with pytest.raises(BuildError, match=r"A problem occurred copying file .*weir\.svg"):
        build(conf)
    assert tree_hash(tmp_path / "output") == before


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system in memory with room for one site and a half."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=640k", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode != 0:
        pytest.skip(f"cannot mount a tiny disk: {mounted.stderr.decode().strip()}")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.skipif(shutil.which("mount") is None, reason="no mount command")
@pytest.mark.parametrize("left", [0, 8, 60, 120])
def test_a_full_disk_leaves_the_old_site(tmp_path: Path, tiny_disk: Path, left: int) -> None:
    """With room for nothing, for a few pages, and for nearly all but the pictures."""
    site = tmp_path / "site"
    conf = write_site(site, conf=f"OUTPUT_PATH = {str(tiny_disk / 'output')!r}")
    before = tree_hash(build(conf).output)
    _fill(tiny_disk, left * 1024)
    with pytest.raises(RapportError, match="No space left on device"):
        build(conf)
    assert tree_hash(tiny_disk / "output") == before
    assert leftovers(tiny_disk) == []


def _fill(disk: Path, left: int) -> None:
    """Take all the room of a disk but so many bytes."""
    with (disk / "ballast").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            file.truncate(max(0, file.tell() - left))


def test_a_fault_on_the_way_out_keeps_what_another_build_holds(tmp_path: Path) -> None:
    """Two builds at once: the second is refused and leaves the first alone."""
    conf = write_site(tmp_path)
    worker = start(conf)
    try:
        refused = False
        while worker.poll() is None and not refused:
            try:
                build(conf)
            except RapportError as fault:
                refused = "Another command is writing" in str(fault)
    finally:
        _, said = worker.communicate(timeout=60)
    assert worker.returncode in (0, 1), said
    assert (tmp_path / "output" / "index.html").is_file()


def test_what_output_retention_names_is_carried_over(tmp_path: Path) -> None:
    conf = write_site(tmp_path, conf='OUTPUT_RETENTION = [".git", "CNAME", "gone"]')
    done = build(conf)
    (done.output / ".git" / "objects").mkdir(parents=True)
    (done.output / ".git" / "objects" / "one").write_text("1")
    (done.output / "CNAME").write_text("quay.example\n")
    (done.output / "stray.txt").write_text("stray")
    after = tree(build(conf).output)
    assert after[".git/objects/one"] == b"1"
    assert after["CNAME"] == b"quay.example\n"
    assert "stray.txt" not in after


def test_a_repository_in_the_output_is_never_lost(tmp_path: Path) -> None:
    conf = write_site(tmp_path)
    done = build(conf)
    (done.output / ".git").mkdir()
    before = tree_hash(done.output)
    with pytest.raises(RapportError, match=r"OUTPUT_RETENTION = \[\"\.git\"\]"):
        build(conf)
    assert tree_hash(done.output) == before


def test_an_output_that_is_a_link_keeps_being_one(tmp_path: Path) -> None:
    conf = write_site(tmp_path)
    (tmp_path / "www").mkdir()
    (tmp_path / "output").symlink_to("www")
    done = build(conf)
    assert (tmp_path / "output").is_symlink()
    assert (tmp_path / "www" / "index.html").is_file()
    assert done.output == tmp_path / "www"
