"""The package behaves the same from a clone, installed to be edited, and as a wheel.

Three copies of one small site are built in processes of their own and compared byte for byte.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import metadata
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

from tests.sites import write_files

ROOT = Path(__file__).resolve().parent.parent
SITE = {
    "pelicanconf.py": """
        SITENAME = "Quay Letters"
        SITEURL = "https://quay.example"
        AUTHOR = "Ida Brandt"
        TIMEZONE = "UTC"
        PATH = "content"
        PLUGINS = ["rapport"]
        RAPPORT_FIRM_NAMES = ["Quay & Co"]
        RAPPORT_OWN_HOSTS = ["quay.example"]
        """,
    "content/posts/tolls.md": """
        Title: Who pays the toll
        Slug: tolls
        Date: 2026-03-02 09:00
        Author: Ida Brandt
        Thanks: ana - drew the map of the weirs

        The toll was lifted in April, as [Ana Solis](https://weirs.example/notes) showed.

        Have you ever paid it twice, and did you get it back?
        """,
    "content/people/ida.md": """
        Name: Ida Brandt
        Role: firm
        Page: yes

        Ida reads old tariffs.
        """,
    "content/people/ana.md": """
        Name: Ana Solis
        Role: peer
        Url: https://weirs.example

        Ana counts weirs.
        """,
    "content/comments/tolls/01jqm5f0000000000000000001.md": """
        Author: Noor Haddad
        Date: 2026-03-03 10:00+00:00

        Twice, in one **week**. Is there a form?
        """,
}

# Says where the package came from, after doing what the command line does.
_RUN = """
import json, sys
hidden, shown, command = json.loads(sys.argv.pop(1))
sys.path[:] = shown + [path for path in sys.path if path not in hidden]
code = 0
try:
    exec(command)
except SystemExit as leaving:
    code = leaving.code or 0
print(sys.modules["rapport"].__file__)
sys.exit(code)
"""
PELICAN = "from pelican import main; main(sys.argv[1:])"
RAPPORT = "from rapport.cli import main; code = main(sys.argv[1:])"


def run(site: Path, code: str, *words: str, home: Path | None = None) -> Path:
    """Run a command in a site's folder; the file that the package was loaded from.

    Whatever made the package importable for this test run is taken off the path first.
    """
    clones = [path for path in sys.path if (Path(path or ".") / "rapport").is_dir()]
    hidden = [*clones, str(ROOT / "plugins"), str(ROOT)]
    how = json.dumps([hidden, [str(home)] if home else [], code])
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, "-P", "-c", _RUN, how, *words],
        cwd=site,
        env=env | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return Path(done.stdout.splitlines()[-1])


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(folder)]
    done = subprocess.run([*build, str(ROOT)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel installed and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run(
        [*pip, "--no-deps", "--no-index", "--target", str(folder), str(wheel)],
        check=True,
        capture_output=True,
    )
    return folder


@pytest.fixture(scope="session")
def from_editable(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What an installation made to be edited builds: the package where its source lies."""
    site = write_files(tmp_path_factory.mktemp("editable"), SITE)
    loaded = run(site, RAPPORT, "build", home=ROOT / "plugins")
    assert loaded == ROOT / "plugins" / "rapport" / "__init__.py"
    return tree(site / "output")


def test_the_wheel_carries_the_theme_the_licence_and_the_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    theme = {
        f"rapport/theme/{path.relative_to(ROOT / 'theme').as_posix()}"
        for path in (ROOT / "theme").rglob("*")
        if path.is_file()
    }
    assert len(theme) > 20
    assert theme - names == set()
    assert {f"rapport/reports/templates/report.{kind}" for kind in ("html", "css")} <= names
    assert "rapport/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.split("/")[0] for name in names} == {
        "rapport",
        next(name.split("/")[0] for name in names if ".dist-info/" in name),
    }


def test_the_wheel_has_the_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        name = next(n for n in archive.namelist() if n.endswith("entry_points.txt"))
        assert "rapport = rapport.cli:main" in archive.read(name).decode()


def test_an_editable_installation_builds_the_whole_site(from_editable: dict[str, bytes]) -> None:
    pages = {name for name in from_editable if name.endswith(".html")}
    assert {"index.html", "404.html"} <= pages
    assert any(b"Twice, in one <strong>week</strong>" in page for page in from_editable.values())
    assert "theme/css/" in "".join(from_editable)


def test_a_wheel_in_another_folder_builds_the_same_bytes(
    installed: Path, from_editable: dict[str, bytes], tmp_path: Path
) -> None:
    site = write_files(tmp_path, SITE)
    loaded = run(site, RAPPORT, "build", home=installed)
    assert loaded == installed / "rapport" / "__init__.py"
    assert tree(site / "output") == from_editable


def test_a_clone_with_only_the_dependencies_builds_the_same_bytes(
    from_editable: dict[str, bytes], tmp_path: Path
) -> None:
    """`pelican` alone, which finds the package through PLUGIN_PATHS."""
    site = write_files(tmp_path, SITE)
    shutil.copytree(ROOT / "plugins", site / "plugins")
    shutil.copytree(ROOT / "theme", site / "theme")
    with (site / "pelicanconf.py").open("a") as file:
        file.write('PLUGIN_PATHS = ["plugins"]\n')
    loaded = run(site, PELICAN)
    assert loaded == site / "plugins" / "rapport" / "__init__.py"
    assert tree(site / "output") == from_editable


def test_plain_pelican_finds_the_installed_wheel_too(
    installed: Path, from_editable: dict[str, bytes], tmp_path: Path
) -> None:
    site = write_files(tmp_path, SITE)
    assert run(site, PELICAN, home=installed) == installed / "rapport" / "__init__.py"
    assert tree(site / "output") == from_editable


def test_the_source_archive_holds_what_a_packager_needs() -> None:
    from hatchling.builders.sdist import SdistBuilder

    builder = SdistBuilder(str(ROOT))
    names = {Path(file.distribution_path).as_posix() for file in builder.recurse_included_files()}
    for name in ("README.md", "LICENSE", "theme/theme.toml", "plugins/rapport/__init__.py"):
        assert name in names
    assert {"tests", "docs"} <= {name.split("/")[0] for name in names}


def test_every_pinned_release_installs_on_the_oldest_python_there_is() -> None:
    """Debian 12 has Python 3.11.2; a pin made with a newer one may ask for more."""
    pins = [
        line.partition("==")[0]
        for file in sorted(ROOT.glob("requirements*.txt"))
        # Not installed for the tests.
        if file.name not in {"requirements-bench.txt", "requirements-theme.txt"}
        for line in file.read_text(encoding="utf-8").splitlines()
        if "==" in line
    ]
    asks = {name: metadata(name).get("Requires-Python") or ">=3" for name in pins}
    assert len(pins) > 50
    assert {n: need for n, need in asks.items() if "3.11.2" not in SpecifierSet(need)} == {}
