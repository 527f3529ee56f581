"""How to type this program's name here, for the messages that say what to do next."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def typed() -> str:
    """`rapport` where the shell finds it; else the script beside the Python that is running.

    After `make html` it lies in .venv/, which nobody's shell looks into: a command that is shown
    must be one that works.
    """
    import shutil  # noqa: PLC0415 - 3 ms that only a message needs

    script = Path(sys.executable).with_name("rapport")
    if shutil.which("rapport") or not script.exists():
        return "rapport"
    near = os.path.relpath(script)
    return str(script) if near.startswith("..") else near
