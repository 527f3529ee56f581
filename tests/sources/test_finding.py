"""Which files are posts, and files that cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rapport.errors import SettingsError
from rapport.sources import read_site
from rapport.sources.loading import load
from rapport.sources.problems import Problems
from tests.sites import write_files
from tests.sources.sites import ANNA, COMMENT, ID, POST, errors, message, read, settings_of, told


def paths(folder: Path, texts: dict[str, str], **given: object) -> list[str]:
    return sorted(post.source for post in read(folder, texts, **given).posts)


@pytest.mark.parametrize("article_paths", [[""], ["."], ["", "comments", "people"], ["people/.."]])
def test_comments_and_people_are_never_posts(tmp_path: Path, article_paths: list[str]) -> None:
    texts = {"a.md": POST, "people/anna.md": ANNA, f"comments/crane/{ID}.md": COMMENT}
    assert paths(tmp_path, texts, ARTICLE_PATHS=article_paths) == ["a.md"]


@pytest.mark.parametrize(
    "article_paths", [["comments"], ["comments/crane"], [f"comments/crane/{ID}.md"], ["people"]]
)
def test_not_even_when_they_are_asked_for(tmp_path: Path, article_paths: list[str]) -> None:
    texts = {"people/anna.md": POST, f"comments/crane/{ID}.md": POST}
    assert paths(tmp_path, texts, ARTICLE_PATHS=article_paths) == []


def test_not_even_through_links(tmp_path: Path) -> None:
    write_files(tmp_path, {f"content/comments/crane/{ID}.md": POST, "content/posts/a.md": POST})
    posts = tmp_path / "content/posts"
    (posts / "all").symlink_to("../comments", target_is_directory=True)
    (posts / "one.md").symlink_to(f"../comments/crane/{ID}.md")
    assert paths(tmp_path, {}) == ["posts/a.md"]


def test_the_private_folder_is_never_read(tmp_path: Path) -> None:
    texts = {"a.md": POST, "private/b.md": POST}
    given = {"ARTICLE_PATHS": [""], "RAPPORT_PRIVATE_PATH": "content/private"}
    with pytest.raises(SettingsError, match="RAPPORT_PRIVATE_PATH"):
        paths(tmp_path, texts, **given)


def test_a_linked_folder_of_posts_is_read(tmp_path: Path) -> None:
    write_files(tmp_path, {"elsewhere/a.md": POST, "content/posts/b.md": POST})
    (tmp_path / "content/posts/more").symlink_to(tmp_path / "elsewhere")
    assert paths(tmp_path, {}) == ["posts/b.md", "posts/more/a.md"]


def test_a_link_that_leads_out_of_the_site_is_said_and_not_followed(tmp_path: Path) -> None:
    home, away = tmp_path / "home", tmp_path / "away"
    write_files(home, {"content/posts/a.md": POST, f"content/comments/crane/{ID}.md": "x"})
    write_files(away, {"b.md": POST, "posts/c.md": POST, "ida.md": ANNA, f"talk/{ID}.md": "x"})
    (home / "content/people").mkdir()
    for name, target in (
        ("posts/b.md", "b.md"),
        ("posts/more", "posts"),
        ("people/ida.md", "ida.md"),
        ("comments/talk", "talk"),
        (f"comments/crane/{ID[:-1]}9.md", "b.md"),
    ):
        (home / "content" / name).symlink_to(away / target)
    site = read_site(settings_of(home))
    assert [post.source for post in site.posts] == ["posts/a.md"]
    assert site.people == ()
    out = [each for each in site.problems if "leads out" in each.message]
    assert {(each.code, each.path.removeprefix("content/")) for each in out} == {
        ("CFG901", name)
        for name in (
            *("posts/b.md", "posts/more", "people/ida.md", "comments/talk"),
            f"comments/crane/{ID[:-1]}9.md",
        )
    }


def test_a_link_that_leads_back_up_is_said_and_not_walked(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/posts/a/a.md": POST, "content/posts/b/b.txt": "x"})
    (tmp_path / "content/posts/a/up").symlink_to("..", target_is_directory=True)
    (tmp_path / "content/posts/a/b").symlink_to("../b", target_is_directory=True)
    (tmp_path / "content/posts/b/a").symlink_to("../a", target_is_directory=True)
    site = read_site(settings_of(tmp_path))
    assert "posts/a/up:1 CFG901" in errors(site)
    assert all(fault.code in ("CFG901", "CFG907") for fault in site.problems)


def test_files_that_cannot_be_read_are_said_one_by_one(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/posts/good.md": POST})
    posts = tmp_path / "content/posts"
    (posts / "empty.md").write_text("  \n")
    (posts / "latin.md").write_bytes(b"Title: a\nDate: 2026-01-01\n\nna\xefve\n")
    (posts / "utf16.md").write_bytes("Title: a".encode("utf-16"))
    (posts / "gone.md").symlink_to("nowhere.md")
    (posts / "self.md").symlink_to("self.md")
    os.mkfifo(posts / "pipe.md")
    (posts / "folder.md").mkdir()
    site = read_site(settings_of(tmp_path))
    assert errors(site) == [
        "posts/empty.md:1 CFG901",
        "posts/gone.md:1 CFG901",
        "posts/latin.md:4 CFG901",
        "posts/pipe.md:1 CFG901",
        "posts/self.md:1 CFG901",
        "posts/utf16.md:1 CFG901",
    ]
    assert len(site.posts) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/posts/a.md": POST})
    (tmp_path / "content/posts/a.md").chmod(0)
    assert errors(read_site(settings_of(tmp_path))) == ["posts/a.md:1 CFG901"]


def test_what_became_a_pipe_or_vanished_since_it_was_found_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    for name in ("pipe.md", "gone.md", "nul\0.md"):
        problems = Problems(name)
        assert load(str(tmp_path / name), 1000, problems) is None
        assert [fault.code for fault in problems.found] == ["CFG901"]
        assert str(tmp_path) not in problems.found[0].message


def test_a_file_that_is_far_too_large_is_refused_by_name(tmp_path: Path) -> None:
    with (tmp_path / "big").open("wb") as file:
        file.truncate(10**9)
    write_files(tmp_path, {"content/posts/a.md": POST})
    (tmp_path / "content/posts/big.md").symlink_to(tmp_path / "big")
    site = read_site(settings_of(tmp_path))
    assert errors(site) == ["posts/big.md:1 CFG901"]
    assert "1000.0 MB" in message(site, "CFG901")


def test_strange_things_where_people_and_comments_belong(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "content/posts/a.md": POST,
            "content/people/anna.txt": ANNA,
            "content/people/old/anna.md": ANNA,
            "content/people/.draft.md": ANNA,
            "content/comments/readme.md": "x",
            "content/comments/crane/old/x.md": "x",
            "content/comments/crane/photo.jpg": "x",
        },
    )
    (tmp_path / "content/people/gone.md").symlink_to("nowhere")
    os.mkfifo(tmp_path / f"content/comments/crane/{ID}.md")
    site = read_site(settings_of(tmp_path))
    assert told(site) == [
        f"comments/crane/{ID}.md:1 CFG901 error",
        "comments/crane/old:1 CFG901 error",
        "comments/crane/photo.jpg:1 CFG901 warning",
        "comments/readme.md:1 CFG901 error",
        "people/anna.txt:1 CFG901 warning",
        "people/gone.md:1 CFG901 error",
        "people/old:1 CFG901 error",
    ]


def test_a_file_where_a_folder_belongs(tmp_path: Path) -> None:
    write_files(
        tmp_path, {"content/posts/a.md": POST, "content/people": "x", "content/comments": "x"}
    )
    assert errors(read_site(settings_of(tmp_path))) == ["comments:1 CFG901", "people:1 CFG901"]


def test_a_name_that_is_no_text_is_said_in_words_that_can_be_printed(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/posts/a.md": POST})
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/content/posts/b\xff.md")).write_text(POST)
    except OSError:
        pytest.skip("this file system takes only names that are text")
    site = read_site(settings_of(tmp_path))
    for thing in (*site.posts, *site.problems):
        thing.path.encode()


def test_an_empty_site_is_empty(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    site = read_site(settings_of(tmp_path))
    assert (site.posts, site.people, site.comments, site.problems) == ((), (), (), ())
    assert read_site(settings_of(tmp_path / "nowhere")).posts == ()
