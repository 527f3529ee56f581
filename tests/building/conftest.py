"""One site built once, for all tests that only look at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.building import Built, build
from tests.building.small_site import write_site


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small site, built for the root of the host it is served from."""
    return build(write_site(tmp_path_factory.mktemp("built")))


@pytest.fixture(scope="session")
def previewed(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small site as its writer sees it."""
    return build(write_site(tmp_path_factory.mktemp("previewed")), preview=True)


@pytest.fixture(scope="session")
def output(built: Built) -> Path:
    return built.output
