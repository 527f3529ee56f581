"""Files of JSON and YAML from anybody, however deep, broken or hostile, and folders of them."""

from __future__ import annotations

import gzip
import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rapport.arrivals import Skipped
from rapport.importers import Unusable
from rapport.importers.loading import as_text, deep_json, file_bytes, load_json, small_files
from rapport.importers.yamls import read_yaml

VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text()
    | some.floats(allow_nan=False, allow_infinity=False),
    lambda inside: some.lists(inside) | some.dictionaries(some.text(), inside),
)  # fmt: skip


def file(tmp_path: Path, data: str | bytes, name: str = "a.json") -> Path:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def fault(tmp_path: Path, data: str | bytes) -> str:
    with pytest.raises(Unusable) as raised:
        load_json(file(tmp_path, data))
    return str(raised.value)


@given(VALUES, some.booleans())
def test_the_deep_reader_reads_what_pythons_reads(value: object, indented: bool) -> None:
    text = json.dumps(value, indent=1 if indented else None, ensure_ascii=indented)
    assert deep_json(text) == json.loads(text)


@given(some.text(alphabet='{}[]",:1-.eE \\ntrufals\n', max_size=30))
def test_the_deep_reader_refuses_what_pythons_refuses(text: str) -> None:
    try:
        expected = json.loads(text)
    except json.JSONDecodeError:
        with pytest.raises(json.JSONDecodeError):
            deep_json(text)
    else:
        assert deep_json(text) == expected


def test_json_of_any_depth_is_read(tmp_path: Path) -> None:
    made = load_json(file(tmp_path, '{"a":[' * 20_000 + "1" + "]}" * 20_000))
    depth = 0
    while isinstance(made, dict):
        made, depth = made["a"][0], depth + 1
    assert (depth, made) == (20_000, 1)


def test_deep_json_that_is_cut_short_is_refused_with_its_place(tmp_path: Path) -> None:
    assert "a.json:1:100001: This is not JSON: Expecting value. The file seems to be cut" in fault(
        tmp_path, "[" * 100_000
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "a.json: It is empty."),
        (" \n", "a.json: It is empty."),
        (
            '{"a":\n',
            "a.json:2:1: This is not JSON: Expecting value. The file seems to be cut short.",
        ),
        ("<?xml version='1.0'?>", "a.json:1:1: This is not JSON but XML or HTML"),
        ("{} {}", "a.json:1:4: There is more after the JSON's end"),
        (b'{\n"a": "\xff"}', "a.json:2: It is not UTF-8."),
        ('"a"'.encode("utf-16"), "a.json:1: It is not UTF-8."),
        (f"[{'9' * 5_000}]", "a.json: It cannot be read"),
        (b"\x1f\x8b\x08broken", "a.json: It is a gzip that cannot be unpacked"),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(
    tmp_path: Path, data: str | bytes, said: str
) -> None:
    assert said in fault(tmp_path, data)


def test_a_folder_and_a_file_that_is_not_there_are_said(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="It is a folder; name the file itself"):
        load_json(tmp_path)
    with pytest.raises(Unusable, match="cannot be read: No such file"):
        load_json(tmp_path / "none.json")
    with pytest.raises(Unusable, match="cannot be read"):
        load_json(Path("a\0b"))


def test_a_gzip_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    assert load_json(file(tmp_path, gzip.compress(b'{"a": 1}'))) == {"a": 1}
    assert load_json(file(tmp_path, b'\xef\xbb\xbf{"a": 1}')) == {"a": 1}


def test_a_gzip_that_would_fill_the_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rapport.importers.loading._LARGEST", 1_000_000)
    with pytest.raises(Unusable, match="Unpacked it is larger than 1 MB"):
        file_bytes(file(tmp_path, gzip.compress(b" " * 1_000_001)))


def test_small_files_come_in_order_and_what_is_unfit_is_named(tmp_path: Path) -> None:
    home = tmp_path / "comments"
    for name in ("b/2.yml", "b/1.YML", "a/x.yml", "a/x.txt", ".git/z.yml", "a/.hidden.yml"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text("a: 1")
    (home / "a/long.yml").write_bytes(b"x" * 1_000_001)
    (tmp_path / "secret.yml").write_text("a: 1")
    (home / "a/out.yml").symlink_to("../../secret.yml")
    (home / "a/loop.yml").symlink_to("loop.yml")
    (home / "a/in.yml").symlink_to("x.yml")
    (home / "up").symlink_to(tmp_path)
    skipped: list[Skipped] = []
    names = [name for name, _ in small_files(home, (".yml",), skipped)]
    assert names == ["a/in.yml", "a/x.yml", "b/1.YML", "b/2.yml"]
    reasons = {each.id: each.reason for each in skipped}
    assert reasons.pop("a/long.yml") == "it is longer than 1 MB"
    assert reasons.pop("a/out.yml") == "it is a link that leads out of the folder"
    assert reasons.pop("up") == "a link to a folder is not followed"
    assert set(reasons) == {"a/loop.yml"}


def test_a_file_where_a_folder_is_needed_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="It is not a folder"):
        list(small_files(file(tmp_path, "x"), (".yml",), []))
    with pytest.raises(Unusable, match="There is no such folder"):
        list(small_files(tmp_path / "none", (".yml",), []))


def yaml(text: str, first: int = 1) -> object:
    return read_yaml(text, Path("c.yml"), first)


def yaml_fault(text: str, first: int = 1) -> str:
    with pytest.raises(Unusable) as raised:
        yaml(text, first)
    return str(raised.value)


def test_every_value_of_yaml_is_the_text_that_stands_there() -> None:
    text = (
        "a: No\nb: 0123\nc: 2014-03-01T10:00:00+02:00\nd: ~\ne: 'null'\nf: [1, {g: h}]\n"
        "i: |\n x\n y\n"
    )
    assert yaml(text) == {
        "a": "No", "b": "0123", "c": "2014-03-01T10:00:00+02:00", "d": "", "e": "null",
        "f": ["1", {"g": "h"}], "i": "x\ny\n",
    }  # fmt: skip
    assert yaml("") == ""


def test_an_alias_is_refused_before_anything_grows() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{name}: &{name} [*{before}, *{before}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert "c.yml:2: It uses the alias *a." in yaml_fault(bomb)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: !!python/object/apply:os.system [x]", "c.yml:1: It uses the tag tag:yaml.org,2002:py"),
        ("a: !exec x", "c.yml:1: It uses the tag !exec."),
        ("a: 1\nb: [", "c.yml:3:1: This is not YAML:"),
        ("a: 1\n b: 2\n", "c.yml:2:3: This is not YAML: mapping values are not allowed"),
        ("a: 1\n---\nb: 2\n", "c.yml:2: It holds several documents."),
        ("a: " + "[" * 500 + "]" * 500, "c.yml:1: Its values stand too deep within each other."),
        ("a: \x07b", "c.yml: This is not YAML"),
    ],
)
def test_what_is_no_plain_yaml_is_refused_with_its_line(text: str, said: str) -> None:
    assert said in yaml_fault(text)


def test_the_line_is_that_of_the_file_the_yaml_stands_in() -> None:
    assert "c.yml:3: It uses the alias" in yaml_fault("a: 1\nb: *a\n", 2)


@given(some.text(max_size=200))
def test_any_text_is_yaml_or_refused(text: str) -> None:
    with suppress(Unusable):
        yaml(text)


def test_text_that_is_not_utf_8_is_refused_with_its_line() -> None:
    with pytest.raises(Unusable, match=r"c\.yml:2: It is not UTF-8"):
        as_text(b"a\n\xff", Path("c.yml"))
