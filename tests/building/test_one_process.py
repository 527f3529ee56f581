"""A build leaves the process as it found it, and Pelican alone does what a build does."""

from __future__ import annotations

import locale
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rapport.building import build, measuring, renderer
from rapport.building.measuring import Measuring, cores
from rapport.errors import SettingsError
from rapport.settings import from_mapping
from rapport.sources import read_site
from tests.building.small_site import tree, write_site

PLUGIN = """
    from pelican import signals

    def sign(generator, writer):
        (generator.settings["_marks"] if "_marks" in generator.settings else []).append(1)
        with open(generator.output_path + "/signed.txt", "w") as file:
            file.write("signed")

    def register():
        signals.article_writer_finalized.connect(sign)
    """


def test_nothing_of_one_site_is_seen_by_the_next(tmp_path: Path) -> None:
    first = write_site(
        tmp_path / "one",
        {"more/signing.py": PLUGIN},
        'PLUGIN_PATHS = ["more"]\nPLUGINS = ["rapport", "signing"]\nSITENAME = "The first"',
    )
    second = write_site(tmp_path / "two", conf='SITENAME = "The second"')
    assert "signed.txt" in tree(build(first).output)
    after = tree(build(second).output)
    assert "signed.txt" not in after
    assert not any(b"The first" in data for data in after.values())


def test_the_process_is_as_before(tmp_path: Path) -> None:
    from pelican.contents import Content
    from pelican.plugins import signals

    conf = write_site(tmp_path, conf="LOCALE = ['C']")
    build(conf)
    before = _state()
    build(conf)
    assert _state() == before
    assert vars(Content)["get_content"].cache == {}
    assert not signals.initialized.receivers
    assert "pelicanconf" not in sys.modules
    assert not (tmp_path / "__pycache__").exists()


def _state() -> tuple[object, ...]:
    root = logging.getLogger()
    return (
        locale.setlocale(locale.LC_ALL),
        list(sys.path),
        sys.dont_write_bytecode,
        list(root.handlers),
        root.level,
        Path.cwd(),
        sorted(os.environ),
    )


def test_a_failed_build_leaves_it_so_too(tmp_path: Path) -> None:
    good = write_site(tmp_path / "good")
    build(good)
    before = _state()
    bad = write_site(tmp_path / "bad", conf="X = 1 / 0")
    for _ in range(2):
        with pytest.raises(SettingsError, match="ZeroDivisionError"):
            build(bad)
    assert _state() == before


def test_publishconf_takes_over_pelicanconf_each_time_anew(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_site(tmp_path / name, conf=f"SITENAME = 'Site {name}'")
        done = build(tmp_path / name / "publishconf.py", publish=True)
        home = (done.output / "index.html").read_text("utf-8")
        assert f"Site {name}" in home
        assert "https://quay.example/" in home


def test_messages_are_told_by_every_build_and_not_only_the_first(tmp_path: Path) -> None:
    page = {"content/pages/us.md": "Title: Us\n\n[gone]({filename}/nope.md)\n"}
    conf = write_site(tmp_path, page)
    assert [m.text for m in build(conf).messages] == [m.text for m in build(conf).messages] != []


def pelican(site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pelican", *words],
        cwd=site,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "COLUMNS": "300"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_pelican_alone_makes_the_same_site(tmp_path: Path, output: Path) -> None:
    write_site(tmp_path)
    done = pelican(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert tree(tmp_path / "output") == tree(output)
    said = done.stdout + done.stderr
    assert said.count("Rapport: 5 posts, 5 comments, 2 waiting for an answer") == 1


def test_a_poor_post_is_no_error_of_pelicans(tmp_path: Path) -> None:
    """Under `--fatal errors` faults of headers end a run; what a post could do better does not."""
    poor = {"content/posts/poor.md": "Title: Poor\nDate: 2026-01-05\n\nIt asks nothing.\n"}
    write_site(tmp_path, poor)
    assert pelican(tmp_path, "--fatal", "errors").returncode == 0
    write_site(tmp_path, {"content/people/ana.md": "Name: Ana\nRole: fierm\n"})
    assert pelican(tmp_path, "--fatal", "errors").returncode != 0


def test_pelican_alone_refuses_leaks_and_template_faults_too(tmp_path: Path) -> None:
    write_site(tmp_path, conf='STATIC_PATHS = ["comments"]')
    done = pelican(tmp_path)
    assert done.returncode != 0
    assert "STATIC_PATHS" in done.stdout + done.stderr
    assert not list((tmp_path / "output").rglob("*.md"))


def test_pelican_alone_shows_no_preview(tmp_path: Path) -> None:
    write_site(tmp_path, conf="RAPPORT_PREVIEW = True")
    done = pelican(tmp_path)
    assert done.returncode != 0
    assert "rapport serve" in " ".join((done.stdout + done.stderr).split())


def test_a_post_for_the_shell_is_what_a_build_makes_of_it(tmp_path: Path) -> None:
    conf = write_site(tmp_path)
    built = build(conf)
    render = renderer(conf)
    posts = {post.source: post for post in built.site.posts}
    assert "<p>A lock is a room for water. Who has seen one fail?</p>" in render(
        posts["posts/locks.rst"]
    )
    assert "rapport: ignore ASK101" in render(posts["posts/ferry.html"])


def test_facts_are_the_same_from_here_and_from_other_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring, "_WORTH_A_PROCESS", 1000)
    words = "Has the barge ever waited for you? [Ana Solis](https://weirs.example) saw it.\n\n"
    posts = {
        f"content/posts/long-{n}.md": f"Title: Long {n}\nDate: 2026-01-0{n + 1}\n\n{words * 30}"
        for n in range(5)
    }
    write_site(tmp_path, posts)
    settings = from_mapping({"PATH": "content", "ARTICLE_PATHS": ["posts"]}, tmp_path)
    site = read_site(settings)
    begun = Measuring.begin(site, settings)
    assert bool(begun.shares) is (cores() > 1)
    arrived = begun.arrived()
    assert begun.shares == []
    markdown = [post for post in site.posts if post.markup == "markdown"]
    assert len(markdown) > 5
    if cores() > 1:
        assert set(arrived) == {post.path for post in markdown}
    for post in markdown:
        assert arrived.get(post.path, begun.here(post, None)) == begun.here(post, None)


def test_settings_that_cannot_be_sent_are_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring, "_WORTH_A_PROCESS", 100)
    odd = "from markdown.extensions.toc import TocExtension\n"
    odd += "MARKDOWN = {'extensions': [TocExtension(slugify=lambda text, sep: 'x')]}"
    assert build(write_site(tmp_path, conf=odd)).facts


def test_a_site_that_leaves_the_content_folder_to_us_is_rendered_from_there(tmp_path: Path) -> None:
    (tmp_path / "pelicanconf.py").write_text(
        'SITENAME = AUTHOR = "Quay"\nARTICLE_PATHS = ["posts"]'
    )
    posts = tmp_path / "content" / "posts"
    posts.mkdir(parents=True)
    (posts / "a.rst").write_text("Tolls\n=====\n\n:date: 2026-01-02\n\nThe *toll* is paid.\n")
    file = tmp_path / "pelicanconf.py"
    values = {"SITENAME": "Quay", "AUTHOR": "Quay", "ARTICLE_PATHS": ["posts"]}
    [post] = read_site(from_mapping(values, tmp_path)).posts
    assert renderer(file)(post).strip() == "<p>The <em>toll</em> is paid.</p>"


def test_a_time_zone_that_nobody_knows_is_a_finding_and_no_warning(tmp_path: Path) -> None:
    text = (
        "Tolls\n=====\n\n:date: 2026-01-02 10:00 XYZT\n:author: Ida Brandt\n\nThe toll is paid.\n"
    )
    file = write_site(tmp_path, {"content/posts/zone.rst": text})
    built = build(file)
    zone = [each.code for each in built.site.problems if each.path == "content/posts/zone.rst"]
    assert zone == ["CFG904"]
    [post] = [post for post in built.site.posts if post.source == "posts/zone.rst"]
    assert "The toll is paid." in renderer(file)(post)
