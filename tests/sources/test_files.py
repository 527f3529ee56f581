"""Which files lie below the content folder."""

from __future__ import annotations

from pathlib import Path

from rapport.settings import Settings
from rapport.sources import read_site
from rapport.sources.files import files_below


def put(folder: Path, *names: str) -> Settings:
    for name in names:
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", encoding="utf-8")
    return Settings(root=folder)


def test_files_in_folders_without_what_is_nobody_s_business(tmp_path: Path) -> None:
    settings = put(
        tmp_path, "a.md", "images/deep/er/b.png", "comments/a/c.md", "people/d.md", ".hidden/e",
        ".f", "posts/comments/g.md",
    )  # fmt: skip
    assert files_below(settings) == {"a.md", "images/deep/er/b.png", "posts/comments/g.md"}


def test_the_private_folder_is_left_out_wherever_it_lies(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "private/b.md")
    settings = Settings(root=tmp_path, private_path="content/private")
    assert files_below(settings) == {"a.md"}


def test_links_to_folders_are_followed_and_never_in_a_circle(tmp_path: Path) -> None:
    settings = put(tmp_path, "a.md", "images/b.png")
    (tmp_path / "content/images/back").symlink_to(tmp_path / "content")
    (tmp_path / "content/pictures").symlink_to(tmp_path / "content/images")
    (tmp_path / "content/nowhere").symlink_to(tmp_path / "gone")
    assert files_below(settings) == {"a.md", "images/b.png", "pictures/b.png"}


def test_without_a_content_folder_nothing_is_known(tmp_path: Path) -> None:
    assert files_below(Settings(root=tmp_path)) is None


def test_a_site_knows_its_files_and_those_not_saved_yet(tmp_path: Path) -> None:
    settings = put(tmp_path, "a.md")
    assert read_site(settings, {"new.md": "Title: New\n\nText."}).files == {"a.md", "new.md"}
