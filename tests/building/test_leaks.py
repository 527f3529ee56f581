"""No file of a comment, a person, a draft or the private folder reaches the site, by no road."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from rapport.building import build
from rapport.errors import BuildError, SettingsError
from tests.building.small_site import SITE, TWICE, YES, tree, write_site

COMMENT = f"comments/who-pays-the-toll-why/{TWICE}.md"
INBOX = {".rapport/inbox/letter.md": "From: noor@haddad.example\n\nPlease do not print this.\n"}


def private_files(site: Path) -> list[bytes]:
    kept = [site / "content" / "comments", site / "content" / "people", site / ".rapport"]
    return [path.read_bytes() for folder in kept for path in folder.rglob("*") if path.is_file()]


def assert_nothing_leaks(site: Path) -> None:
    """No output holds a private file's bytes, nor is there one that is called like it."""
    kept = private_files(site)
    for name, data in tree(site / "output").items():
        assert data not in kept, name
        assert not re.search(r"\b[0-9a-z]{26}\.md|people/\w+\.md", name)


def outcome(file: Path) -> str:
    """What came of a build: `built`, or the message."""
    try:
        build(file)
    except BuildError as fault:
        return str(fault)
    return "built"


@pytest.mark.parametrize(
    "conf",
    [
        'STATIC_PATHS = [""]',
        'STATIC_PATHS = ["."]',
        'STATIC_PATHS = [""]\nSTATIC_EXCLUDE_SOURCES = False\nARTICLE_PATHS = ["posts"]',
        'ARTICLE_PATHS = [""]\nSTATIC_PATHS = [""]',
        'ARTICLE_PATHS = [""]\nARTICLE_EXCLUDES = []\nPAGE_PATHS = [""]',
        "ARTICLE_EXCLUDES = PAGE_EXCLUDES = STATIC_EXCLUDES = []",
        'PATH = "."\nARTICLE_PATHS = ["content/posts"]\nPAGE_PATHS = ["content/pages"]\n'
        'STATIC_PATHS = [""]',
    ],
)
def test_broad_paths_leave_out_what_is_private(tmp_path: Path, conf: str) -> None:
    """The site is built, without it; or the build says which file would have leaked."""
    file = write_site(tmp_path, INBOX, conf)
    said = outcome(file)
    assert re.fullmatch(r"built|.*(comments|people|post's source|Two things).*", said)
    assert_nothing_leaks(tmp_path)


@pytest.mark.parametrize(
    ("conf", "named"),
    [
        ('ARTICLE_PATHS = ["posts", "comments"]', "ARTICLE_PATHS"),
        ('ARTICLE_PATHS = ["posts", "people/ida.md"]', "ARTICLE_PATHS"),
        ('ARTICLE_PATHS = ["posts", "./people/../comments/locks"]', "ARTICLE_PATHS"),
        ('PAGE_PATHS = ["pages", "people"]', "PAGE_PATHS"),
        ('STATIC_PATHS = ["images", "comments"]', "STATIC_PATHS"),
        (f'STATIC_PATHS = ["{COMMENT}"]', "STATIC_PATHS"),
        ('STATIC_PATHS = ["../.rapport"]', "STATIC_PATHS"),
        ('THEME_STATIC_PATHS = ["static", "../content/people"]', "THEME_STATIC_PATHS"),
        ('TEMPLATE_PAGES = {"people/ida.md": "ida.html"}', "TEMPLATE_PAGES"),
        ('PATH = "content/posts"\nARTICLE_PATHS = [""]\nSTATIC_PATHS = ["../comments"]', "STATIC"),
        ('STATIC_PATHS = ["images", "../content/comments"]', "STATIC_PATHS"),
    ],
)
def test_a_setting_that_names_them_is_refused_by_name(
    tmp_path: Path, conf: str, named: str
) -> None:
    theme = {"theme/theme.toml": "", "theme/templates/x.html": "", "theme/static/x.css": ""}
    more = 'THEME = "theme"\n' if "THEME_" in conf else ""
    file = write_site(tmp_path, INBOX | theme, more + conf)
    with pytest.raises(BuildError, match=named):
        build(file)
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("how", ["static", "attach"])
@pytest.mark.parametrize("aim", [f"/{COMMENT}", "/people/noor.md", "../people/../people/noor.md"])
def test_a_link_in_a_post_is_refused_with_file_and_post(tmp_path: Path, how: str, aim: str) -> None:
    post = {
        "content/posts/leak.md": f"""
            Title: A leak
            Date: 2026-01-01
            Author: Ida Brandt

            [Here]({{{how}}}{aim})
            """
    }
    with pytest.raises(BuildError, match=r"(comments|people)/.*posts/leak\.md links to it"):
        build(write_site(tmp_path, post))
    assert not (tmp_path / "output").exists()


def test_a_filename_link_makes_no_file(tmp_path: Path) -> None:
    page = {"content/pages/leak.md": f"Title: A leak\n\n[Here]({{filename}}/{COMMENT})\n"}
    build(write_site(tmp_path, page))
    assert_nothing_leaks(tmp_path)


def test_a_link_on_the_disk_is_followed_to_what_it_is(tmp_path: Path) -> None:
    file = write_site(tmp_path)
    (tmp_path / "content" / "images" / "talk").symlink_to("../comments")
    with pytest.raises(BuildError, match=r"images/talk/.*STATIC_PATHS holds 'images'"):
        build(file)


def test_comments_kept_elsewhere_are_private_under_both_names(tmp_path: Path) -> None:
    file = write_site(tmp_path, conf='STATIC_PATHS = ["images", "../talk"]')
    (tmp_path / "content" / "comments").rename(tmp_path / "talk")
    (tmp_path / "content" / "comments").symlink_to("../talk")
    with pytest.raises(BuildError, match="STATIC_PATHS"):
        build(file)


def test_a_copied_comment_is_known_by_its_name_and_header(tmp_path: Path) -> None:
    copied = {f"content/images/{TWICE}.md": SITE[f"content/{COMMENT}"] + "\nmore\n"}
    with pytest.raises(BuildError, match=rf"images/{TWICE}\.md would be published"):
        build(write_site(tmp_path, copied))


def test_a_copy_by_another_plugin_is_known_by_its_bytes(tmp_path: Path) -> None:
    plugin = f"""
        import shutil
        from pathlib import Path
        from pelican import signals

        def copy(generator, writer):
            source = Path(generator.path) / "comments/who-pays-the-toll-why/{YES}.md"
            shutil.copy(source, Path(generator.output_path) / "harmless.txt")

        def register():
            signals.article_writer_finalized.connect(copy)
        """
    file = write_site(
        tmp_path,
        {"more/copying.py": plugin},
        'PLUGIN_PATHS = ["more"]\nPLUGINS = ["rapport", "copying"]',
    )
    with pytest.raises(BuildError, match=rf"{YES}\.md would be published as harmless\.txt"):
        build(file)
    assert not (tmp_path / "output").exists()


def test_a_private_folder_in_the_content_is_refused(tmp_path: Path) -> None:
    inside = {
        "content/private/inbox/letter.md": "Title: Hush\nDate: 2026-01-01\nAuthor: X\n\nHush.\n"
    }
    conf = 'RAPPORT_PRIVATE_PATH = "content/private"\nARTICLE_PATHS = [""]\nSTATIC_PATHS = [""]'
    with pytest.raises(SettingsError, match="lies in PATH"):
        build(write_site(tmp_path, inside, conf))
    assert not (tmp_path / "output").exists()


# --- drafts ---------------------------------------------------------------------------------------


def test_no_trace_of_a_draft_is_in_the_output(output: Path) -> None:
    for name, data in tree(output).items():
        assert b"Heron" not in data, name
        assert b"plan-not-yet-ready" not in data, name
    assert not (output / "drafts").exists()
    assert not (output / "papers").exists()
    assert not (output / "topics" / "secrets").exists()
    assert not (output / "later").exists()


@pytest.mark.parametrize(
    "conf",
    [
        'STATIC_PATHS = ["posts", "pages"]',
        'ARTICLE_PATHS = ["posts"]\nSTATIC_PATHS = [""]\nSTATIC_EXCLUDES = ["papers"]',
    ],
)
def test_the_source_of_a_draft_is_no_file_to_copy(tmp_path: Path, conf: str) -> None:
    done = build(write_site(tmp_path, conf=conf))
    assert b"Heron" not in b"".join(tree(done.output).values())


def test_sources_are_not_published_even_when_asked_for(tmp_path: Path) -> None:
    conf = 'STATIC_PATHS = ["posts"]\nSTATIC_EXCLUDE_SOURCES = False'
    with pytest.raises(BuildError, match=r"post's source.*STATIC_PATHS holds 'posts'"):
        build(write_site(tmp_path, conf=conf))


def test_a_draft_with_an_address_of_its_own_stays_a_draft(tmp_path: Path) -> None:
    draft = """
        Title: Heron
        Date: 2026-01-01
        Author: Ida Brandt
        Status: draft
        Save_as: heron.html
        Url: heron.html

        Heron, again.
        """
    changes = {"content/posts/heron.md": draft, "content/posts/heron.de.md": draft + "\nLang: de\n"}
    done = build(write_site(tmp_path, changes))
    assert b"Heron" not in b"".join(tree(done.output).values())


def test_a_translated_draft_is_a_draft(tmp_path: Path) -> None:
    draft = """
        Title: Schleusen
        Date: 2026-01-01
        Author: Ida Brandt
        Slug: locks
        Lang: de
        Status: draft

        Heron auf Deutsch.
        """
    done = build(write_site(tmp_path, {"content/posts/locks.de.md": draft}))
    assert b"Heron" not in b"".join(tree(done.output).values())
    assert b"Schleusen" not in (done.output / "locks" / "index.html").read_bytes()


def test_the_preview_alone_shows_drafts_desk_and_audit(tmp_path: Path) -> None:
    conf = write_site(tmp_path)
    done = build(conf, preview=True)
    assert done.output == tmp_path / ".rapport" / "preview"
    shown = tree(done.output)
    assert b"Project Heron" in shown["drafts/a-plan-not-yet-ready/index.html"]
    assert b"Before you publish" in shown["locks/index.html"]
    assert b"A plan not yet ready" in shown["desk/index.html"]
    assert "papers/heron.txt" in shown
    public = tree(build(conf).output)
    assert not any(b"Before you publish" in data for data in public.values())
    assert "desk/index.html" not in public
    assert (tmp_path / ".rapport").stat().st_mode & 0o077 == 0


def test_a_site_cannot_switch_the_preview_on_for_its_output(tmp_path: Path) -> None:
    done = build(write_site(tmp_path, conf="RAPPORT_PREVIEW = True"))
    assert done.output == tmp_path / "output"
    assert b"Heron" not in b"".join(tree(done.output).values())


@pytest.mark.parametrize(
    "line",
    [
        ".. include:: ../people/ana.md",
        ".. include:: ../../.rapport/inbox/letter.md\n   :literal:",
        ".. raw:: html\n   :file: ../../.rapport/inbox/letter.md",
        ".. csv-table::\n   :file: ../people/ana.md",
    ],
)
def test_no_post_takes_in_the_text_of_a_private_file(tmp_path: Path, line: str) -> None:
    file = write_site(tmp_path, INBOX)
    post = tmp_path / "content" / "posts" / "locks.rst"
    post.write_text(f"{post.read_text('utf-8')}\n{line}\n")
    built = build(file)
    (fault,) = built.faults
    assert fault.path == "content/posts/locks.rst"
    assert re.search(r"it includes .*(ana|letter)\.md", fault.message)
    for name, data in tree(built.output).items():
        assert b"do not print" not in data, name
        assert b"Role: peer" not in data, name


def test_a_post_takes_in_what_is_not_private(tmp_path: Path) -> None:
    file = write_site(tmp_path, {"content/extra/tariff.txt": "Two pence a barge."})
    post = tmp_path / "content" / "posts" / "locks.rst"
    post.write_text(f"{post.read_text('utf-8')}\n.. include:: ../extra/tariff.txt\n")
    built = build(file)
    assert built.faults == ()
    assert any(b"Two pence" in data for data in tree(built.output).values())


@pytest.mark.parametrize("way", ["by its path", "through a link"])
def test_no_post_takes_in_a_file_of_the_machine_that_builds_it(tmp_path: Path, way: str) -> None:
    """A pull request must not read what lies on the build machine into the site."""
    secret = tmp_path / "machine" / "token.txt"
    secret.parent.mkdir()
    secret.write_text("do not print this token")
    file = write_site(tmp_path / "site")
    post = tmp_path / "site" / "content" / "posts" / "locks.rst"
    named = str(secret)
    if way == "through a link":
        (post.parent / "near.txt").symlink_to(secret)
        named = "near.txt"
    post.write_text(f"{post.read_text('utf-8')}\n.. include:: {named}\n")
    built = build(file)
    (fault,) = built.faults
    assert "which is not one of the site's files" in fault.message
    assert not any(b"do not print" in data for data in tree(built.output).values())


def test_a_post_takes_in_what_docutils_brings(tmp_path: Path) -> None:
    file = write_site(tmp_path)
    post = tmp_path / "content" / "posts" / "locks.rst"
    post.write_text(
        f"{post.read_text('utf-8')}\n.. include:: <isonum.txt>\n\nLetters |copy| 2026.\n"
    )
    built = build(file)
    assert built.faults == ()
    assert any("Letters ©".encode() in data for data in tree(built.output).values())


def test_a_private_folder_that_was_moved_without_its_setting_stays_private(tmp_path: Path) -> None:
    moved = {"content/.rapport/inbox/letter.md": "do not print this letter"}
    file = write_site(tmp_path, moved, conf='STATIC_PATHS = [".rapport"]')
    with pytest.raises(BuildError, match=r"STATIC_PATHS .*'\.rapport'"):
        build(file)
    assert not (tmp_path / "output").exists()


def away(tmp_path: Path) -> Path:
    """A file that is none of the site's."""
    secret = tmp_path / "away" / "secret.txt"
    secret.parent.mkdir()
    secret.write_text("the key of the house")
    return secret


def test_a_link_out_of_the_site_is_not_published(tmp_path: Path) -> None:
    secret = away(tmp_path)
    file = write_site(tmp_path / "site", conf='STATIC_PATHS = ["images"]')
    images = tmp_path / "site/content/images"
    images.mkdir(exist_ok=True)
    (images / "one.txt").symlink_to(secret)
    (images / "all").symlink_to(secret.parent, target_is_directory=True)
    (images / "same.svg").symlink_to("own.svg")
    (images / "own.svg").write_text("<svg/>")
    built = build(file)
    published = tree(tmp_path / "site/output")
    assert secret.read_bytes() not in published.values()
    assert {"images/own.svg", "images/same.svg"} <= published.keys()
    assert any("images/one.txt leads out" in message.text for message in built.messages)


def test_a_post_that_links_to_what_leads_out_stops_the_build(tmp_path: Path) -> None:
    text = "Title: Out\nDate: 2026-01-02\n\nSee [this]({static}/files/key.txt).\n"
    file = write_site(tmp_path / "site", {"content/posts/out.md": text})
    files = tmp_path / "site/content/files"
    files.mkdir()
    (files / "key.txt").symlink_to(away(tmp_path))
    with pytest.raises(BuildError, match=r"files/key\.txt leads out"):
        build(file)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    file = write_site(tmp_path, conf='STATIC_PATHS = ["images"]')
    (tmp_path / "content/images").mkdir(exist_ok=True)
    os.mkfifo(tmp_path / "content/posts/pipe.md")
    os.mkfifo(tmp_path / "content/images/pipe.png")
    built = build(file)
    assert [each.path for each in built.site.problems if "device" in each.message] == [
        "content/posts/pipe.md"
    ]
    assert any("images/pipe.png is no file" in message.text for message in built.messages)
