"""Files to text, and which files there are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from rapport.errors import RapportError
from rapport.store import Unreadable, files, read_text


def test_text_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("é\r\n\tb\u2028\r\ufeff".encode())
    assert read_text(path) == "é\r\n\tb\u2028\r\ufeff"


def test_a_byte_order_mark_is_dropped_once_and_only_at_the_start(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbf\xef\xbb\xbfx\xef\xbb\xbf")
    assert read_text(path) == "\ufeffx\ufeff"


@pytest.mark.parametrize(
    ("data", "line", "word"),
    [
        (b"a\nb\xe9c\n", 2, "0xe9 in line 2"),
        (b"\xff\xfea\x00", 1, "UTF-16"),
        (b"\xfe\xff\x00a", 1, "UTF-16"),
        (b"\xef\xbb\xbfa\r\n\r\n\xc3", 3, "0xc3 in line 3"),
        (b"\xed\xa0\x80", 1, "0xed in line 1"),
        (b"a\n" * 99 + b"\x80", 100, "0x80 in line 100"),
    ],
)
def test_not_utf8_says_where(tmp_path: Path, data: bytes, line: int, word: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        read_text(path)
    assert (caught.value.path, caught.value.line) == (path, line)
    assert word in str(caught.value)
    assert "Save" in str(caught.value)
    assert str(caught.value).startswith(f"{path}:{line}: ")


def test_a_file_that_is_not_there_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.md", tmp_path, tmp_path / "nul\0.md"):
        with pytest.raises(Unreadable, match="cannot be read") as caught:
            read_text(path)
        assert caught.value.line == 1
        assert isinstance(caught.value, RapportError)


@given(st.binary(max_size=40))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_text_or_a_clear_fault(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    try:
        text, line = read_text(path), 1
    except Unreadable as fault:
        text, line = None, fault.line
    assert text is None or text.encode() == data.removeprefix(b"\xef\xbb\xbf")
    assert 1 <= line <= data.count(b"\n") + 1


def test_files_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in (
        "b.md",
        "a/z.md",
        "a/.x.md",
        ".h/a.md",
        "a.txt",
        "c.rst",
        "a/b/c.md",
        "B.md",
        "md",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = files(tmp_path, (".md", ".rst"))
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "B.md", "a/b/c.md", "a/z.md", "b.md", "c.rst",
    ]  # fmt: skip


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert files(tmp_path / "gone", (".md",)) == []


def test_a_file_where_a_folder_belongs_is_said(tmp_path: Path) -> None:
    (tmp_path / "people").touch()
    with pytest.raises(Unreadable, match="cannot be listed"):
        files(tmp_path / "people", (".md",))


def test_links_to_folders_are_followed_and_a_circle_of_them_ends(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "x.md").touch()
    content = tmp_path / "content"
    content.mkdir()
    (content / "linked").symlink_to(elsewhere)
    (content / "up").symlink_to(content)
    (content / "broken.md").symlink_to(content / "gone")
    found = {os.path.relpath(path, content) for path in files(content, (".md",))}
    assert "linked/x.md" in found
    assert "up/linked/x.md" not in found


def test_deep_folders(tmp_path: Path) -> None:
    deep = tmp_path / "/".join("d" * 200)
    deep.mkdir(parents=True)
    (deep / "x.md").touch()
    assert len(files(tmp_path, (".md",))) == 1
