"""`rapport build` from the outside: what it says, what it leaves, how it exits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rapport.cli import main
from tests.cli.quay import GOOD as POST
from tests.sites import Write

CONF = """
    SITENAME = "Quay Letters"
    AUTHOR = "Ida Brandt"
    TIMEZONE = "UTC"
    PATH = "content"
    PLUGINS = ["rapport"]
    RAPPORT_FIRM_NAMES = ["Quay & Co"]
    """
FAULTY = """
    Title: The lock
    Date: 2026-03-01 09:00
    Status: publishd

    The lock is shut.
    """
SITE = {
    "pelicanconf.py": CONF,
    "publishconf.py": "from pelicanconf import *\nSITEURL = 'https://quay.example'\n",
    "content/posts/tolls.md": POST,
}


@pytest.fixture
def site(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write(SITE)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "98")
    monkeypatch.setattr("rapport.cli.build.typed", lambda: "rapport")
    return folder


def built(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["build", *words])
    out, err = capsys.readouterr()
    return code, re.sub(r"\d+ pages in \d+\.\d s", "N pages in T s", out), err


def test_a_site_without_faults(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = built(capsys)
    assert (code, err) == (0, "")
    assert out == (
        "Built output/ (N pages in T s)\n"
        "1 post, 0 comments, 0 people.\n"
        "\n"
        "                                                     "
        "ask      credit   link out pitch    answer\n"
        "2026-03-02  Who pays the toll                        "
        "good     good     good     good     -\n"
        "\n"
        "Nobody is waiting for an answer.\n"
        "\n"
        "Look at it, and see it change while you write: rapport serve\n"
        "What each post could do better: rapport audit\n"
    )
    assert (site / "output" / "index.html").is_file()


def test_a_fault_is_named_and_the_rest_is_built(
    site: Path, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write({"content/posts/lock.md": FAULTY})
    code, out, _ = built(capsys)
    assert code == 1
    assert "1 fault in headers and files:\n  content/posts/lock.md:3  Status is 'publishd'" in out
    assert "Built output/" in out
    assert (site / "output" / "index.html").is_file()


def test_publishing_refuses_a_fault_and_leaves_the_old_site(
    site: Path, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built(capsys, "--publish")[0] == 0
    before = (site / "output" / "index.html").read_bytes()
    write({"content/posts/lock.md": FAULTY, "content/posts/tolls.md": POST + "\n    More.\n"})
    code, out, _ = built(capsys, "--publish")
    assert code == 1
    assert out.startswith("Not published: output/ is as it was")
    assert "content/posts/lock.md:3" in out
    assert out.endswith("Mend the faults above and publish again.\n")
    assert (site / "output" / "index.html").read_bytes() == before


def test_publishing_says_what_to_upload(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = built(capsys, "--publish")
    assert code == 0
    assert out.endswith("Put the folder output/ on your host.\n")


def test_publishing_without_publishconf(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "publishconf.py").unlink()
    code, _, err = built(capsys, "--publish")
    assert code == 2
    assert "There is no publishconf.py" in err


def test_a_site_without_posts(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "content" / "posts" / "tolls.md").unlink()
    code, out, err = built(capsys)
    assert (code, out) == (2, "")
    assert "There are no posts" in err
    assert not (site / "output").exists()


def test_a_broken_template_is_named(
    site: Path, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write(
        {
            "pelicanconf.py": CONF + 'THEME_TEMPLATES_OVERRIDES = ["templates"]\n',
            "templates/article.html": "{{ nobody_knows_this }}\n",
        }
    )
    code, _, err = built(capsys)
    assert code == 1
    assert "templates/article.html:1" in err
    assert "nobody_knows_this" in err


def test_no_rapport_among_the_plugins(
    site: Path, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write({"pelicanconf.py": CONF.replace('["rapport"]', "[]")})
    code, _, err = built(capsys)
    assert code == 2
    assert 'PLUGINS = ["rapport"]' in err
