"""Finding and running the settings file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from rapport.cli.configuration import load, settings_file, values
from rapport.errors import SettingsError, UsageError
from tests.cli.quay import Run
from tests.sites import Write


def test_the_nearest_settings_file_above_is_found(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = write({"pelicanconf.py": "", "content/posts/deep/a.md": ""})
    monkeypatch.chdir(site / "content" / "posts" / "deep")
    assert settings_file(None) == site / "pelicanconf.py"


def test_publishing_looks_for_publishconf(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    site = write({"pelicanconf.py": "", "publishconf.py": ""})
    monkeypatch.chdir(site)
    assert settings_file(None, publish=True) == site / "publishconf.py"


def test_no_settings_file_says_where_it_was_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=r"There is no pelicanconf\.py in .*--settings FILE"):
        settings_file(None)


def test_a_named_settings_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no settings file"):
        settings_file(tmp_path / "conf.py")


def test_a_relative_name_becomes_absolute(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    site = write({"other.py": ""})
    monkeypatch.chdir(site)
    assert settings_file(Path("other.py")) == site / "other.py"


def test_only_names_in_capitals_count(write: Write) -> None:
    site = write({"pelicanconf.py": "import os\nSITENAME = 'Quay'\nfirm = 'Quay'\n"})
    assert dict(values(site / "pelicanconf.py")) == {"SITENAME": "Quay"}


def test_a_publishconf_takes_over_pelicanconf_from_any_folder(
    write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = write(
        {
            "pelicanconf.py": "AUTHOR = 'Ida'\nSITEURL = ''\n",
            "publishconf.py": "from pelicanconf import *\nSITEURL = 'https://quay.example'\n",
        }
    )
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    settings = load(site / "publishconf.py")
    assert (settings.reading.author, settings.reading.siteurl) == ("Ida", "https://quay.example")
    assert settings.root == site


def test_two_sites_in_one_process_do_not_share_a_pelicanconf(tmp_path: Path) -> None:
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "pelicanconf.py").write_text(f"AUTHOR = '{name}'\n")
        (folder / "publishconf.py").write_text("from pelicanconf import *\n")
    path = list(sys.path)
    authors = [load(tmp_path / n / "publishconf.py").reading.author for n in ("one", "two")]
    assert authors == ["one", "two"]
    assert "pelicanconf" not in sys.modules
    assert sys.path == path


def test_an_exception_in_it_names_the_line(write: Write) -> None:
    site = write({"pelicanconf.py": "A = 1\nB = A / 0\n"})
    with pytest.raises(SettingsError, match=r"pelicanconf\.py:2: ZeroDivisionError: division by"):
        values(site / "pelicanconf.py")


def test_an_exception_in_the_file_it_imports_names_that_file(write: Write) -> None:
    site = write(
        {
            "pelicanconf.py": "import os\n\n\nHOME = os.environ['NO_SUCH_NAME']\n",
            "publishconf.py": "from pelicanconf import *\n",
        }
    )
    with pytest.raises(SettingsError, match=r"pelicanconf\.py:4: KeyError"):
        values(site / "publishconf.py")


@pytest.mark.parametrize("text", ["A = 1\nB = (\n", "A = 1\n  B = 2\n"])
def test_broken_python_names_the_line(write: Write, text: str) -> None:
    site = write({"pelicanconf.py": text})
    with pytest.raises(SettingsError, match=r"pelicanconf\.py:2: this is not valid Python"):
        values(site / "pelicanconf.py")


def test_a_file_that_ends_the_program_is_a_fault_of_the_file(write: Write) -> None:
    site = write({"pelicanconf.py": "import sys\nsys.exit(0)\n"})
    with pytest.raises(SettingsError, match=r"pelicanconf\.py:2: SystemExit"):
        values(site / "pelicanconf.py")


def test_what_it_prints_does_not_get_into_a_report(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    site = write({"pelicanconf.py": "print('hello')\n"})
    values(site / "pelicanconf.py")
    assert capsys.readouterr() == ("", "hello\n")


def test_it_leaves_no_compiled_files_behind(write: Write) -> None:
    site = write({"pelicanconf.py": "", "publishconf.py": "from pelicanconf import *\n"})
    values(site / "publishconf.py")
    assert sorted(path.name for path in site.iterdir()) == ["pelicanconf.py", "publishconf.py"]


# --- whose program it may be ----------------------------------------------------------------------


def refused(deep: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    deep.mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(deep)
    with pytest.raises(UsageError) as fault:
        settings_file(None)
    return str(fault.value)


@pytest.mark.parametrize("git", ["folder", "file"])
def test_nothing_is_taken_from_above_a_repository(
    write: Write, monkeypatch: pytest.MonkeyPatch, git: str
) -> None:
    site = write({"pelicanconf.py": ""})
    (site / "repo" / "deep").mkdir(parents=True)
    if git == "folder":
        (site / "repo" / ".git").mkdir()
    else:
        (site / "repo" / ".git").write_text("gitdir: elsewhere")
    assert f"up to {site / 'repo'}." in refused(site / "repo" / "deep", monkeypatch)
    (site / "repo" / "pelicanconf.py").write_text("")
    assert settings_file(None) == site / "repo" / "pelicanconf.py"


def test_nothing_is_taken_from_above_the_home_folder(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = write({"pelicanconf.py": "", "home/.profile": ""})
    monkeypatch.setenv("HOME", str(site / "home"))
    assert "There is no pelicanconf.py" in refused(site / "home" / "blog", monkeypatch)


def test_nothing_is_taken_from_a_folder_everybody_may_write_to(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = write({"pelicanconf.py": ""})
    site.chmod(0o1777)
    assert "There is no pelicanconf.py" in refused(site / "mine", monkeypatch)
    monkeypatch.chdir(site)
    assert settings_file(None) == site / "pelicanconf.py"


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give files away")
@pytest.mark.parametrize("given", ["", "pelicanconf.py"])
def test_nothing_is_taken_that_is_anothers(
    write: Write, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    site = write({"pelicanconf.py": ""})
    os.chown(site / given, 12345, 12345)
    assert "There is no pelicanconf.py" in refused(site / "mine", monkeypatch)
    # Whoever is in another's folder has gone there; what belongs with it may be used.
    if not given:
        os.chown(site / "mine", 12345, 12345)
        os.chown(site / "pelicanconf.py", 12345, 12345)
        assert settings_file(None) == site / "pelicanconf.py"


def test_a_file_of_another_folder_is_named(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = f"With the settings of {site / 'pelicanconf.py'}.\n"
    assert said not in run("facts", "content/posts/lock.md")[2]
    monkeypatch.chdir(site / "content")
    assert run("facts", "posts/lock.md")[2] == said
    assert run("--settings", "../pelicanconf.py", "facts", "posts/lock.md")[2] == ""
