from __future__ import annotations

from pathlib import Path

import pytest

from bench import table


def test_columns_are_aligned_and_figures_stand_right() -> None:
    made = table.markdown(("name", "s"), [("Rapport", "1.50"), ("a|b", "12")])
    assert made == (
        "| name    |    s |\n| ------- | ---: |\n| Rapport | 1.50 |\n| a\\|b    |   12 |\n"
    )


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.1234, "0.12"), (1.5, "1.50"), (12.34, "12.3"), (123.4, "123"), (12345.6, "12,346")],
)
def test_three_figures_that_mean_something(value: float, said: str) -> None:
    assert table.number(value) == said


def test_figures_go_between_the_markers_and_nothing_else_changes(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text(f"# Before\n\n{table.BEGIN}\nold\n{table.END}\n\nafter\n", encoding="utf-8")
    table.between_markers(page, "new\n")
    expected = f"# Before\n\n{table.BEGIN}\n\nnew\n\n{table.END}\n\nafter\n"
    assert page.read_text("utf-8") == expected


@pytest.mark.parametrize(
    "text", ["none", table.BEGIN, f"{table.END}\n{table.BEGIN}", table.BEGIN * 2 + table.END]
)
def test_a_page_without_its_markers_is_left_alone(tmp_path: Path, text: str) -> None:
    page = tmp_path / "performance.md"
    page.write_text(text, encoding="utf-8")
    with pytest.raises(table.MarkersError, match="once each"):
        table.between_markers(page, "new")
    assert page.read_text("utf-8") == text


def test_a_page_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(table.MarkersError, match="There is no"):
        table.between_markers(tmp_path / "performance.md", "new")
