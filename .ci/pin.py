"""Write requirements*.txt anew: `make pins`, for a changed pyproject.toml or newer releases.

Run it with the oldest Python that must do, Debian 12's 3.11.2: the pins of a newer one may not
install there. A clean environment takes the newest releases that pyproject.toml allows, group after
group; what each group added is what its file pins. Nothing of this machine ends up in the files.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILES = {
    "requirements.txt": ("what the site needs to build", ()),
    "requirements-build.txt": ("what `make` needs to install the project itself", ("build",)),
    "requirements-test.txt": ("what `make test` needs besides", ("test", "lint")),
    "requirements-theme.txt": ("what `make theme-check` needs besides", ("theme",)),
    "requirements-bench.txt": ("what `make bench` needs besides", ("bench",)),
}


def main() -> None:
    """Pin every group in turn, each on top of those before it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        python = Path(folder) / "bin" / "python"
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        known: set[str] = set()
        for name, (purpose, groups) in FILES.items():
            wanted = [line for group in groups for line in project["dependency-groups"][group]]
            held = [] if not known else _constraints(Path(folder), known)
            wanted = wanted or project["project"]["dependencies"]
            subprocess.run([python, "-m", "pip", "install", "--quiet", *held, *wanted], check=True)
            frozen = _freeze(python)
            _write(ROOT / name, purpose, [line for line in frozen if line not in known])
            known.update(frozen)


def _constraints(folder: Path, known: set[str]) -> list[str]:
    file = folder / "constraints.txt"
    file.write_text("\n".join(sorted(known)), encoding="utf-8")
    return ["--constraint", str(file)]


def _freeze(python: Path) -> list[str]:
    done = subprocess.run(
        [python, "-m", "pip", "freeze", "--quiet"], check=True, capture_output=True, text=True
    )
    return [line for line in done.stdout.splitlines() if "==" in line]


def _write(file: Path, purpose: str, lines: list[str]) -> None:
    head = f"# Exact versions of {purpose}.\n# Written by `make pins` from pyproject.toml.\n"
    file.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{file.name}: {len(lines)} packages\n")


main()
