"""In a real browser: an open page of the preview changes by itself, and shows what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from rapport.building.server import Scene
from tests.building.test_server import Served

PATIENCE = 20_000


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    there = Served(tmp_path)
    there.stage.show(Scene(message="No posts yet"))
    yield there
    there.close()


def test_a_page_shows_each_build_and_each_fault(page: Page, served: Served, tmp_path: Path) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"http://127.0.0.1:{served.port}/")
    page.wait_for_selector("text=No posts yet", timeout=PATIENCE)

    home = tmp_path / "index.html"
    home.write_text("<!DOCTYPE html><body><h1>First</h1></body>")
    served.stage.show(Scene(1, "", tmp_path))
    page.wait_for_selector("h1:text('First')", timeout=PATIENCE)
    assert page.locator("[role=alert]").count() == 0

    served.stage.show(Scene(1, "locks.rst:3 <b>bold</b>", tmp_path))
    alert = page.wait_for_selector("[role=alert]", timeout=PATIENCE)
    assert alert is not None
    assert alert.inner_text() == "locks.rst:3 <b>bold</b>"
    assert page.locator("h1").inner_text() == "First"

    home.write_text("<!DOCTYPE html><body><h1>Second</h1></body>")
    served.stage.show(Scene(2, "", tmp_path))
    page.wait_for_selector("h1:text('Second')", timeout=PATIENCE)
    assert page.locator("[role=alert]").count() == 0
    assert errors == []
