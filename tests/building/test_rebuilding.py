"""What a rebuild says when it cannot even begin."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.building import rebuilding


def broken_package(folder: Path, code: str) -> Path:
    """A package whose worker cannot be imported."""
    package = folder / "rapport"
    (package / "building").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "building" / "__init__.py").write_text("from rapport import faulty\n")
    (package / "faulty.py").write_text(code)
    return package


@pytest.mark.parametrize(
    ("code", "said"),
    [("def open(\n", "was never closed"), ("gone\n", "name 'gone' is not defined")],
)
def test_code_that_cannot_be_imported_is_named_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, said: str
) -> None:
    monkeypatch.setattr(rebuilding, "_PACKAGE", broken_package(tmp_path, code))
    builder = rebuilding.Rebuilder(tmp_path / "pelicanconf.py")
    try:
        done = builder.rebuild()
    finally:
        builder.close()
    assert not done.ok
    assert said in done.message
    assert f'{tmp_path / "rapport" / "faulty.py"}", line 1' in done.message
