"""Programs for Node, fetched once with npm into a folder that stays between runs."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from bench.sites.common import UnavailableError, put

_PATIENCE = 600


def install(name: str, wanted: str, program: str, kept: Path) -> None:
    """See to it that what a package.json asks for is in a folder, and so the program of that name.

    `wanted` is the text of the package.json, `program` a path inside node_modules. Raises
    UnavailableError with a sentence when Node is not there or npm cannot fetch it.
    """
    if shutil.which("node") is None or shutil.which("npm") is None:
        raise UnavailableError(
            f"Node is not installed (apt install nodejs npm), so {name} cannot run."
        )
    written = kept / "package.json"
    if _same(written, wanted) and path(kept, program).is_file():
        return
    put(written, wanted)
    try:
        _fetch(name, kept)
    except BaseException:
        # An installation cut short must not pass for a whole one the next time.
        written.unlink()
        raise


def _same(written: Path, wanted: str) -> bool:
    return written.is_file() and written.read_text(encoding="utf-8") == wanted


def _fetch(name: str, kept: Path) -> None:
    # Scripts of packages are other people's programs: nothing here needs them.
    command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        subprocess.run(command, cwd=kept, check=True, timeout=_PATIENCE, capture_output=True)
    except subprocess.CalledProcessError as fault:
        said = fault.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
        raise UnavailableError(f"npm could not install {name}: {said[-1]}") from fault
    except subprocess.TimeoutExpired as fault:
        raise UnavailableError(f"npm did not install {name} within {_PATIENCE} seconds.") from fault


def path(kept: Path, program: str) -> Path:
    """Where an installed program is; absolute, since it is called from inside a site."""
    return (kept / "node_modules" / program).resolve()


def version(kept: Path, package: str) -> str:
    """The version of an installed package, as the package itself says."""
    described = path(kept, package) / "package.json"
    return str(json.loads(described.read_text(encoding="utf-8"))["version"])
