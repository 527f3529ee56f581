"""The hostile site, built once as it is published and once as its writers preview it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.building import Built, build
from tests.hostile.corpus import ALL
from tests.hostile.site import write_hostile
from tests.tracing import untraced


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The settings file of the site with everything in it."""
    return write_hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def built(hostile: Path) -> Built:
    """The site, less the comments that are refused."""
    with untraced():
        return build(hostile)


@pytest.fixture(scope="session")
def previewed(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Every fifth payload of it, with desk and panels."""
    file = write_hostile(tmp_path_factory.mktemp("previewed"), range(0, len(ALL), 5))
    with untraced():
        return build(file, preview=True)
