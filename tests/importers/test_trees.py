"""XML from anybody: what is refused, where it is wrong, and how little of it is kept."""

from __future__ import annotations

import tracemalloc
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rapport.importers import Unusable, importer
from tests.importers.exports import disqus, post, thread

UTC = ZoneInfo("UTC")
GOOD = disqus(thread("1", "https://old.example/a"), post("11", "1"))


def read(tmp_path: Path, data: str | bytes, name: str = "disqus") -> object:
    file = tmp_path / "export.xml"
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return importer(name).read(file, UTC, lambda _: None)


BOMB = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY passwords SYSTEM "file:///etc/passwd">]>'
FOREIGN = '<!DOCTYPE d SYSTEM "https://x.example/d.dtd">'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("", "It is empty."),
        ("  \n\n", "It is empty."),
        ("no markup at all", ":1:1: It is not XML"),
        (GOOD[:-12], "cut short"),
        (GOOD.replace("</thread>", "</tread>"), ":3:"),
        (GOOD.replace('dsq:id="1"', "dsq:id=1", 1), ":3:16: It is not well-formed XML"),
        (GOOD.replace("<disqus", BOMB + "<disqus", 1), "defines the entity 'a'"),
        (GOOD.replace("<disqus", OUTSIDE + "<disqus", 1), "defines the entity 'passwords'"),
        ("<rss><channel/></rss>", "Its outermost element is <rss>"),
        ("<disqus/>", "<disqus> without the namespace http://disqus.com"),
        (GOOD.replace("utf-8", "klingon"), "encoding"),
        (GOOD.encode().replace(b"Words", b"W\xe9rds"), ":4:"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(
    tmp_path: Path, data: str | bytes, told: str
) -> None:
    with pytest.raises(Unusable) as refused:
        read(tmp_path, data)
    assert str(tmp_path / "export.xml") in str(refused.value)
    assert told in str(refused.value)


def test_a_reference_to_another_file_is_never_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.dtd"
    secret.write_text('<!ENTITY e "leaked">')
    export = read(tmp_path, GOOD.replace("<disqus", FOREIGN + "<disqus", 1))
    assert "leaked" not in repr(export)


@pytest.mark.parametrize("junk", ["\n\n", "\ufeff", "`", "\ufeff\r\n"])
def test_what_stands_before_the_first_tag_is_passed_over(tmp_path: Path, junk: str) -> None:
    assert read(tmp_path, junk + GOOD) == read(tmp_path, GOOD)


def test_control_characters_do_not_make_an_export_useless(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD.replace("Words", "Wo\x0b\x00rds")) == read(tmp_path, GOOD)


def test_lines_are_counted_from_the_top_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=":5:"):
        read(tmp_path, "\n\n" + GOOD.replace("</thread>", "</tread>"))


def test_utf_16_is_read(tmp_path: Path) -> None:
    text = GOOD.replace("utf-8", "utf-16")
    assert read(tmp_path, text.encode("utf-16")) == read(tmp_path, GOOD)


def test_a_folder_and_a_file_that_is_not_there_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.xml"):
        with pytest.raises(Unusable, match="cannot be read"):
            importer("disqus").read(path, UTC, lambda _: None)


def test_memory_does_not_grow_with_what_is_not_wanted(tmp_path: Path) -> None:
    padding = f"<category><title>{'x' * 1000}</title></category>\n" * 10_000
    file = tmp_path / "large.xml"
    file.write_text(GOOD.replace("</disqus>", padding + "</disqus>"))
    tracemalloc.start()
    try:
        importer("disqus").read(file, UTC, lambda _: None)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < file.stat().st_size / 4


def test_elements_nested_a_hundred_thousand_deep_are_passed_over(tmp_path: Path) -> None:
    deep = "<x>" * 100_000 + "</x>" * 100_000
    assert read(tmp_path, GOOD.replace("</disqus>", deep + "</disqus>")) == read(tmp_path, GOOD)
