"""How large a drawing stands, whatever its file says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapport.pictures import drawing

NS = 'xmlns="http://www.w3.org/2000/svg"'


def size(folder: Path, text: str | bytes) -> tuple[int, int] | None:
    file = folder / "weir.svg"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    found = drawing(file)
    return (found.width, found.height) if found else None


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('width="120" height="80"', (120, 80)),
        ('width="120px" height=" 80.4 "', (120, 80)),
        ('width="1in" height="72pt"', (96, 96)),
        ('width="25.4mm" height="2.54CM"', (96, 96)),
        ('width="4em" height="1pc"', (64, 16)),
        ('width="1e2" height=".5in"', (100, 48)),
        ('width="300" viewBox="0 0 600 200"', (300, 100)),
        ('height="100" viewBox="0,0,600,200"', (300, 100)),
        ('width="120" height="80" viewBox="0 0 9 9"', (120, 80)),
        ('viewBox="-5 -5 1200 400"', (1200, 400)),
        ('viewBox="0 0 24 24"', (544, 544)),
        ('width="100%" height="100%" viewBox="0 0 68 34"', (544, 272)),
        ('width="100%" height="50"', None),
        ('width="120"', None),
        ('width="0" height="80"', None),
        ('width="-4" height="80"', None),
        ('width="9e9" height="80"', None),
        ('viewBox="0 0 nan inf"', None),
        ('viewBox="0 0 1e308 1e-308"', None),
        ('viewBox="0 0 600"', None),
        ('width="12١" height="8"', None),
        ("", None),
    ],
)
def test_a_drawing_is_as_large_as_a_browser_shows_it(
    tmp_path: Path, attributes: str, expected: tuple[int, int] | None
) -> None:
    assert size(tmp_path, f"<svg {NS} {attributes}><path d='M0 0'/></svg>") == expected
    assert size(tmp_path, f"<svg {attributes}/>") == expected


def test_what_stands_before_the_drawing_does_not_matter(tmp_path: Path) -> None:
    before = '<?xml version="1.0" encoding="UTF-16"?>\n<!-- A weir -->\n<!DOCTYPE svg>\n'
    text = f'{before}<svg {NS} width="9" height="4"/>'
    assert size(tmp_path, text.encode("utf-16")) == (9, 4)


def test_only_the_beginning_is_read(tmp_path: Path) -> None:
    assert size(tmp_path, f'<svg {NS} width="9" height="4">' + "<g>" * 90_000) == (9, 4)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\x00\xff\xfe",
        b"<html width='9' height='9'/>",
        b"<svg width='9' height='9'",
        b"<svg width='9' width='9' height='9'/>",
        b'<?xml version="1.0" encoding="no-such"?><svg width="9" height="9"/>',
        b'<!DOCTYPE svg [<!ENTITY a "9"><!ENTITY b "&a;&a;">]><svg width="&b;" height="9"/>',
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg width="9" height="&a;"/>',
        b"<!--" + b"x" * 70_000 + b"--><svg width='9' height='9'/>",
    ],
)
def test_what_is_no_drawing_has_no_size(tmp_path: Path, text: bytes) -> None:
    assert size(tmp_path, text) is None


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(max_size=90), st.text(alphabet="0123456789.eE+-% ,pxtcmin", max_size=24))
def test_nothing_ends_with_an_exception(tmp_path: Path, data: bytes, value: str) -> None:
    size(tmp_path, data)
    size(tmp_path, f'<svg width="{value}" height="7" viewBox="0 0 {value}"/>')
