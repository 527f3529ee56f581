"""The whole site: order, sameness, what stands in for files."""

from __future__ import annotations

import pickle
from pathlib import Path

from rapport.sources import read_site, thread_id
from rapport.store import write_text
from tests.sites import write_files
from tests.sources.sites import ANNA, COMMENT, ID, ID2, MARIA, POST, read, settings_of, told


def post(title: str, date: str, more: str = "") -> str:
    return f"Title: {title}\nDate: {date}\nAuthor: Anna Rossi\n{more}\nText by @maria.\n"


def test_posts_are_newest_first_then_by_slug_then_by_language(tmp_path: Path) -> None:
    texts = {
        "posts/1.md": post("Beta", "2026-01-02"),
        "posts/2.md": post("Alpha", "2026-01-02"),
        "posts/3.md": post("Old", "2025-01-01"),
        "posts/4.md": post("New", "2026-03-01"),
        "posts/5.md": post("Alpha", "2026-01-02", "Lang: de\n"),
    }
    site = read(tmp_path, texts)
    assert [(post.slug, post.lang) for post in site.posts] == [
        ("new", "en"),
        ("alpha", "de"),
        ("alpha", "en"),
        ("beta", "en"),
        ("old", "en"),
    ]


def test_everything_is_read_and_joined(tmp_path: Path) -> None:
    texts = {
        "posts/crane.md": post("Crane", "2026-05-04", f"Thanks: maria - one\nThanks: {ID} - two\n"),
        "posts/quiet.md": post("Quiet", "2026-05-03"),
        "people/maria.md": MARIA.replace("Url", "Handles: @maria\nUrl"),
        "people/anna.md": ANNA,
        f"comments/crane/{ID2}.md": COMMENT,
        f"comments/crane/{ID}.md": COMMENT,
    }
    site = read(tmp_path, texts)
    assert told(site) == []
    assert [person.slug for person in site.people] == ["anna", "maria"]
    assert [comment.id for comment in site.comments] == [ID, ID2]
    assert {key: len(thread.shown) for key, thread in site.threads.items()} == {
        "crane": 2,
        "quiet": 0,
    }
    assert [(shout.name, shout.reason) for shout in site.shout_outs] == [
        ("Maria Keller", "one"),
        ("Maria", "two"),
    ]
    assert {mention.post.slug for mention in site.mentions} == {"crane", "quiet"}
    assert all(thread_id(p.id, p.lang, settings_of(tmp_path)) in site.threads for p in site.posts)


def test_the_same_files_are_the_same_site_in_any_order_of_the_disk(tmp_path: Path) -> None:
    texts = {f"content/posts/{number}.md": post(f"P{number}", "2026-01-01") for number in range(9)}
    texts |= {f"content/comments/p{number}/{ID[:-1]}{number}.md": COMMENT for number in range(9)}
    write_files(tmp_path / "one", texts)
    write_files(tmp_path / "two", dict(reversed(texts.items())))
    one, two = (read_site(settings_of(tmp_path / name)) for name in ("one", "two"))
    assert one == two
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes


def test_paths_are_relative_to_the_settings_file(tmp_path: Path) -> None:
    texts = {"words/de/posts/a.md": POST, "words/de/people/x.md": "x"}
    write_files(tmp_path, texts)
    site = read_site(settings_of(tmp_path, PATH="words/de"))
    assert [post.path for post in site.posts] == ["words/de/posts/a.md"]
    assert {fault.path for fault in site.problems} == {"words/de/people/x.md"}
    write_files(tmp_path, {"posts/b.md": POST})
    assert read_site(settings_of(tmp_path, PATH=".")).posts[0].path == "posts/b.md"
    outside = read_site(settings_of(tmp_path / "other", PATH=str(tmp_path / "words/de")))
    assert outside.posts[0].path == f"{tmp_path.as_posix()}/words/de/posts/a.md"


def test_a_file_with_a_byte_order_mark_is_like_one_without(tmp_path: Path) -> None:
    for name, mark in (("one", ""), ("two", "\ufeff")):
        texts = {"posts/a.md": POST, "people/a.md": ANNA, f"comments/crane/{ID}.md": COMMENT}
        for path, text in texts.items():
            write_text(tmp_path / name / "content" / path, mark + text)
    one, two = (read_site(settings_of(tmp_path / name)) for name in ("one", "two"))
    assert one == two


def test_an_unsaved_text_stands_in_for_its_file(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/posts/a.md": POST})
    unsaved = {"posts/a.md": POST.replace("Crane", "Ship"), "posts/b.md": POST, "people/c.md": ANNA}
    site = read_site(settings_of(tmp_path), unsaved)
    assert sorted(post.slug for post in site.posts) == ["crane", "ship"]
    assert site.people == ()
