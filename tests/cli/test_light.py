"""One Markdown post does not wait for what only a build needs; many posts use all cores."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rapport.cli import measuring
from rapport.cli.opening import open_site
from rapport.model import Post
from tests.cli.quay import GOOD as POST
from tests.sites import Write, write_files

ROOT = Path(__file__).resolve().parents[2]
CONF = """
    AUTHOR = "Ida Brandt"
    PATH = "content"
    RAPPORT_FIRM_NAMES = ["Quay & Co"]
    """
RST = """
    The lock
    ########

    :date: 2026-03-01 09:00

    The lock is shut. `Bo Lind <https://locks.example>`_ has drawn it. When did you last pass it?
    """
SLOW = ("pelican", "rich", "bs4", "jinja2", "docutils", "markdown", "multiprocessing", "asyncio")


def loaded(site: Path, *words: str) -> set[str]:
    """The libraries that a command has imported when it is done."""
    script = (
        "import sys; from rapport.cli import main; main(sys.argv[1:]); "
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=site,
        env={"PYTHONPATH": str(ROOT / "plugins"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.splitlines()[-1].split())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {"pelicanconf.py": CONF, "content/posts/tolls.md": POST, "content/posts/lock.rst": RST}
    return write_files(tmp_path_factory.mktemp("light"), files)


@pytest.mark.parametrize(
    "words",
    [
        ("audit", "content/posts/tolls.md"),
        ("facts", "content/posts/tolls.md"),
        ("waiting",),
        ("explain", "ASK101"),
        ("--version",),
    ],
)
def test_a_small_question_imports_nothing_slow(site: Path, words: tuple[str, ...]) -> None:
    assert loaded(site, *words) & set(SLOW) == set()


def test_one_post_does_not_wait_for_what_only_slips_and_comments_need(site: Path) -> None:
    needless = {"difflib", "nh3", "hashlib", "traceback"}
    assert loaded(site, "audit", "content/posts/tolls.md") & needless == set()
    assert "difflib" in loaded(site, "audit", "content/posts/tols.md")


def test_a_post_in_another_markup_brings_pelican(site: Path) -> None:
    """So the test above can fail."""
    assert {"pelican", "docutils"} <= loaded(site, "facts", "content/posts/lock.rst")


def test_all_cores_find_what_one_finds(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {f"content/posts/p{n}.md": POST.replace("toll", f"toll {n}") for n in range(40)}
    folder = write({"pelicanconf.py": CONF, "content/posts/lock.rst": RST, **files})
    opened = open_site(folder / "pelicanconf.py")
    alone = opened.measured(opened.site.posts)
    monkeypatch.setattr(measuring, "_WORTH_HELPERS", 1)
    monkeypatch.setattr(measuring, "_cores", lambda: 3)
    assert opened.measured(opened.site.posts) == alone
    early = open_site(folder / "pelicanconf.py", [str(folder / "content/posts")])
    assert early.begun.helpers is not None
    assert len(early.begun.helpers.posts) > 13
    assert early.measured(early.site.posts) == alone
    assert len(alone) == 41
    assert all(facts.questions for facts in alone.values())


def test_a_fault_in_a_worker_is_not_lost(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    posts = {f"content/posts/{name}.md": POST.replace("toll", name) for name in ("dues", "fees")}
    opened = open_site(write({"pelicanconf.py": CONF, **posts}) / "pelicanconf.py")

    def broken(post: Post, *_: object) -> None:
        raise LookupError(post.path)

    monkeypatch.setattr(measuring, "_WORTH_HELPERS", 1)
    monkeypatch.setattr(measuring, "_cores", lambda: 2)
    monkeypatch.setattr(measuring, "document", broken)
    with pytest.raises(LookupError, match="content/posts"):
        opened.measured(opened.site.posts)
