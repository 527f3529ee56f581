"""Pelican's comment plugins: folders of files with Pelican's header."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rapport.arrivals import Arrived, Export
from rapport.importers import Unusable, importer
from rapport.importers.pelican import parted

HEAD = "date: 2014-03-21T15:02+01:00\nauthor: Wren Pask\n"


def read(tmp_path: Path, files: Mapping[str, str | bytes], under: str = "comments") -> Export:
    for name, text in files.items():
        path = tmp_path / "comments" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return importer("pelican").read(tmp_path / under, ZoneInfo("Europe/London"), lambda _: None)


def one(tmp_path: Path, text: str, name: str = "tolls/1.md") -> Arrived:
    (comment,) = read(tmp_path, {name: text}).comments
    return comment


def parents(export: Export) -> dict[str, str]:
    return {each.id: each.parent for each in export.comments}


def test_a_file_is_a_comment(tmp_path: Path) -> None:
    comment = one(
        tmp_path,
        "email: w@mail.example\ndate: 2014-3-21 15:02\nauthor: Wren Pask \nwebsite: https://w.example\n"
        "ip: 198.51.100.7\n\nI *agree*.\n\nNo: really.\n",
    )
    assert (comment.id, comment.place, comment.author) == ("tolls/1", "tolls", "Wren Pask")
    assert (comment.body, comment.url) == ("I *agree*.\n\nNo: really.", "https://w.example")
    assert (comment.contact.email, comment.contact.ip) == ("w@mail.example", "198.51.100.7")
    assert (comment.date.isoformat(), comment.zoneless) == ("2014-03-21T15:02:00+00:00", True)


@pytest.mark.parametrize("named", ["1", "1md", "1.md", "first-word"])
def test_an_answer_names_another_by_slug_or_file(tmp_path: Path, named: str) -> None:
    export = read(tmp_path, {
        "tolls/1.md": f"{HEAD}slug: first-word\n\nW.", "lock/1.md": f"{HEAD}\nW.",
        "tolls/2.md": f"{HEAD}replyto: {named} \n\nW.",
    })  # fmt: skip
    assert parents(export) == {"lock/1": "", "tolls/1": "", "tolls/2": "tolls/1"}


def test_a_slug_that_was_given_stands_above_the_name_of_a_file(tmp_path: Path) -> None:
    export = read(tmp_path, {
        "tolls/1.md": f"{HEAD}\nW.", "tolls/2.md": f"{HEAD}slug: 1\n\nW.",
        "tolls/3.md": f"{HEAD}replyto: 1\n\nW.",
    })  # fmt: skip
    assert parents(export)["tolls/3"] == "tolls/2"


def test_an_answer_to_what_is_not_there_says_so(tmp_path: Path) -> None:
    assert one(tmp_path, f"{HEAD}replyto: ../../x\n\nW.").parent == "?/../../x"


def test_restructured_text_is_plain_text(tmp_path: Path) -> None:
    comment = one(tmp_path, ":date: 2014-03-21T15:02Z\n:author: Wren\n\nA *word*.\n", "tolls/1.rst")
    assert (comment.id, comment.body) == ("tolls/1.rst", r"A \*word\*.")
    assert comment.dropped == ("reStructuredText",)


def test_html_among_the_words_becomes_markdown(tmp_path: Path) -> None:
    comment = one(tmp_path, f"{HEAD}\n<!-- aside -->\n<pre>\na\n  <b>b</b>\n</pre>\n\nNo.")
    assert comment.body == "```\na\n  b\n```\n\nNo."
    assert comment.dropped == ("html comment",)


def test_front_matter_and_long_values_are_read() -> None:
    assert parted("\n---\nA: 1\n    more\nb:2\n---\nW.\n") == ({"a": "1 more", "b": "2"}, "W.")
    assert parted("a: 1\nno header\n\nW.") == ({"a": "1"}, "no header\n\nW.")
    assert parted("https://x.example\n") == ({}, "https://x.example")
    assert parted("a:\n\nb: c\n") == ({"a": ""}, "b: c")


def test_ids_are_the_same_whichever_folder_was_named(tmp_path: Path) -> None:
    files = {"tolls/1.md": f"{HEAD}\nW."}
    assert read(tmp_path, files).comments[0].id == "tolls/1"
    assert read(tmp_path, files, "comments/tolls").comments[0].id == "tolls/1"
    assert read(tmp_path, files, "comments/tolls").places[0].keys == ("tolls",)


def test_what_was_not_published_is_held(tmp_path: Path) -> None:
    assert one(tmp_path, f"{HEAD}status: draft\n\nW.").state == "pending"
    assert one(tmp_path, f"{HEAD}status: spam\n\nW.").state == "spam"
    assert one(tmp_path, f"{HEAD}status: published\n\nW.").state == "shown"


def test_keys_that_mean_nothing_are_named(tmp_path: Path) -> None:
    export = read(tmp_path, {"tolls/1.md": f"{HEAD}mood: fine\n\nW."})
    assert export.notes == ("Keys that mean nothing here were left out: mood (1).",)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("1.md", "author: Wren\n\nW.", "it has no date"),
        ("1.md", "date: soon\n\nW.", "its date 'soon' cannot be read"),
        ("1.md", "W.", "it has no header"),
        ("1.md", f"title: T\ntags: a\n{HEAD}\nW.", "it is an article"),
        ("1.html", "<p>W.</p>", "comments in HTML files are not read"),
    ],
)
def test_a_file_that_is_no_comment_is_skipped_and_named(
    tmp_path: Path, name: str, text: str, reason: str
) -> None:
    export = read(tmp_path, {f"tolls/{name}": text, "tolls/2.md": f"{HEAD}\nW."})
    assert [(each.id, each.reason) for each in export.skipped] == [(f"tolls/{name}", reason)]


def test_what_cannot_be_used_is_refused_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"1\.md:2: It is not UTF-8"):
        read(tmp_path, {"tolls/1.md": b"date: 2014-03-21\nauthor: \xe9\n\nW."})
    with pytest.raises(Unusable, match="name the folder comments in it"):
        read(tmp_path, {}, ".")
    with pytest.raises(Unusable, match=r"There is no comment .* tolls/2\.md: it has no header"):
        read(tmp_path / "b", {"tolls/2.md": "W."})
    with pytest.raises(Unusable, match="There is no such folder"):
        read(tmp_path, {}, "none")
