"""Where the paths lie that a site leaves to Pelican's defaults."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any


def settle(values: dict[str, Any], home: Path) -> None:
    """Make the paths of Pelican's finished settings absolute: they lie where the site is.

    Pelican takes them from where it is called, and for PATH its default is that folder itself.
    """
    if values["PATH"] == os.curdir:
        values["PATH"] = "content"
    for name in ("PATH", "OUTPUT_PATH", "CACHE_PATH"):
        values[name] = str(home / values[name])
