"""What every test may use: a site in a folder of its own, and a browser."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Generator, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.find_chromium import found
from tests.sites import Write, write_files
from tests.tracing import untraced

# What a browser does on its own account, which no test is about.
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-lcd-text",
    "--disable-quic",
    "--disable-sync",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    "--no-first-run",
)


def pytest_collection_finish() -> None:
    """Never look through the eleven thousand tests for garbage: they stay until the end."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Count nothing during a test marked `untraced`, nor while a browser is talked to."""
    quick = item.get_closest_marker("untraced") or "browser" in getattr(item, "fixturenames", ())
    with untraced() if quick else nullcontext():
        return (yield)


@pytest.fixture(autouse=True, scope="session")
def _a_quiet_machine() -> None:
    """Nothing of the machine's own settings decides what a test sees."""
    for name in list(os.environ):
        if name.startswith(("RAPPORT_", "GIT_")) or name == "SOURCE_DATE_EPOCH":
            del os.environ[name]
    os.environ["GIT_CONFIG_GLOBAL"] = os.environ["GIT_CONFIG_SYSTEM"] = os.devnull
    # What a shell starts in the background ignores Ctrl-C, and so would all that tests start.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files, given as path and (indented) text, into a folder of this test's own."""
    return lambda texts: write_files(tmp_path, texts)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a browser; `make test` sees to it that there is one."""
    path = found()
    if path is None:
        pytest.skip("no Chromium here: `make test` finds or installs one")
    return path


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A headless Chromium that asks nobody for anything: one for all, the tool allows no second."""
    with sync_playwright() as tool:
        opened = tool.chromium.launch(
            executable_path=chromium, chromium_sandbox=False, args=list(FLAGS)
        )
        yield opened
        opened.close()
