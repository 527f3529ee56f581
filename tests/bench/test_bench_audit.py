from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bench import audit, auditors, npm
from bench.auditors import AUDITORS, Auditor
from bench.clock import FailedError
from bench.sites.common import UnavailableError, put

POSTS = ["content/posts/one.md", "content/posts/two.md"]
# An auditor of a few lines: it names each post, and fails when a cache has survived.
_READ = """
import pathlib, sys
assert not pathlib.Path('cache').exists()
pathlib.Path('cache').mkdir()
given = [pathlib.Path(name) for name in sys.argv[1:]]
for path in given:
    for post in sorted(path.glob('*.md')) if path.is_dir() else [path]:
        print(post, post.read_text('utf-8'))
"""


def _auditor(name: str = "Reader", *, code: str = _READ, missing: str = "") -> Auditor:
    def prepare(kept: Path) -> None:
        if missing:
            raise UnavailableError(missing)

    return Auditor(
        name=name,
        prepare=prepare,
        command=lambda _kept: [sys.executable, "-c", code],
        version=lambda _kept: "1.0",
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for post in POSTS:
        put(folder / post, "Title: A post\n\nIts words.\n")
    put(folder / "content" / "comments" / "one" / "said.md", "Author: Somebody\n\nI see.\n")
    return folder


def _measure(
    site: Path, monkeypatch: pytest.MonkeyPatch, *table: Auditor, runs: int = 2
) -> list[audit.Measured]:
    monkeypatch.setattr(audit, "AUDITORS", table)
    monkeypatch.setattr(audit, "_STARTS", 1)
    entered = audit.enter(site, site.parent, site.parent / "kept")
    audit.measure(entered, POSTS, runs, site.parent, lambda _: None)
    return entered


def _row(report: str, name: str) -> list[str]:
    line = next(line for line in report.splitlines() if line.startswith(f"| {name}"))
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_every_run_is_cold_and_the_site_is_as_before(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (entry,) = _measure(site, monkeypatch, _auditor(), runs=3)
    assert (len(entry.every), len(entry.one), len(entry.bare)) == (3, 1, 1)
    assert sorted(str(path.relative_to(site)) for path in site.rglob("posts/*")) == POSTS


def test_the_table_has_ratios_to_the_first_and_versions(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered = _measure(site, monkeypatch, _auditor("Rapport"), _auditor("Other"))
    report = audit.report(entered, 2)
    assert _row(report, "Rapport 1.0")[4] == "1.00"
    assert float(_row(report, "Other 1.0")[4]) == pytest.approx(
        entered[1].wall / entered[0].wall, abs=0.01
    )


def test_what_cannot_be_had_is_named_with_its_reason_and_the_others_run(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = (_auditor("Rapport"), _auditor("Ghost", missing="Ghost was never written."))
    report = audit.report(_measure(site, monkeypatch, *table), 2)
    assert set(_row(report, "Ghost")[1:]) == {"-"}
    assert "Not measured: Ghost was never written." in report
    assert _row(report, "Rapport")[1] != "-"


def test_an_auditor_that_does_not_read_to_the_end_is_no_success(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lazy = _READ.replace("print(", "post.name < 'z' and print(")
    with pytest.raises(FailedError, match="said nothing of zzz"):
        _measure(site, monkeypatch, _auditor(code=lazy))
    assert not list(site.parent.rglob("zzz*"))


def test_an_auditor_that_breaks_is_shown_with_its_last_words(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = "import sys; print('no such rule'); sys.exit(2)"
    with pytest.raises(FailedError, match=r"ended with 2:\n  no such rule"):
        _measure(site, monkeypatch, _auditor(code=broken))


def test_exit_codes_that_count_the_findings_are_fine_where_they_are_known_to(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting = replace(_auditor(code=f"{_READ}\nsys.exit(208)"), fine=range(256))
    (entry,) = _measure(site, monkeypatch, counting)
    assert len(entry.every) == 2


def test_comments_are_there_only_for_those_that_read_them(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "AUDITORS", (replace(_auditor(), comments=True), _auditor()))
    with_them, without = audit.enter(site, site.parent, site.parent / "kept")
    assert (with_them.site / "content" / "comments").is_dir()
    assert not (without.site / "content" / "comments").exists()
    assert all((without.site / post).is_file() for post in POSTS)


def test_a_folder_or_every_post_by_name(tmp_path: Path) -> None:
    folder, names = _auditor(), replace(_auditor(), folders=False)
    assert folder.every(tmp_path, POSTS)[-1] == "content/posts"
    assert names.every(tmp_path, POSTS)[-2:] == POSTS
    assert names.one(tmp_path, POSTS[0])[-1] == POSTS[0]


def test_rapport_is_the_yardstick_and_the_four_others_stand_beside_it() -> None:
    assert AUDITORS[0].name == "Rapport"
    assert AUDITORS[0].comments
    assert {"textlint", "write-good", "proselint", "alex"} < {entry.name for entry in AUDITORS}


def test_a_machine_without_node_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.npm.shutil.which", lambda _name: None)
    for entry in AUDITORS:
        if entry.name in {"textlint", "write-good", "alex"}:
            with pytest.raises(UnavailableError, match=f"Node is not installed.*{entry.name}"):
                entry.prepare(tmp_path)


def test_a_python_without_proselint_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(auditors.importlib.util, "find_spec", lambda _name: None)
    proselint = next(entry for entry in AUDITORS if entry.name == "proselint")
    with pytest.raises(UnavailableError, match="proselint is not installed: `make bench`"):
        proselint.prepare(tmp_path)


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that is the whole PATH; there is a Node in it."""
    folder = tmp_path / "bin"
    put(folder / "node", "#!/bin/sh\n")
    (folder / "node").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return folder


def _npm(folder: Path, script: str) -> None:
    put(folder / "npm", f"#!/bin/sh\n{script}\n")
    (folder / "npm").chmod(0o755)


def test_what_npm_says_is_the_reason_and_the_next_run_tries_again(
    tmp_path: Path, bin_folder: Path
) -> None:
    _npm(bin_folder, "echo 'no such host' >&2; exit 1")
    with pytest.raises(UnavailableError, match="npm could not install Thing: no such host"):
        npm.install("Thing", "{}", "thing/cli.js", tmp_path)
    assert not (tmp_path / "package.json").exists()


def test_npm_is_asked_once_for_the_same_versions(tmp_path: Path, bin_folder: Path) -> None:
    _npm(
        bin_folder,
        "echo asked >> asked; /bin/mkdir -p node_modules/thing; : > node_modules/thing/cli.js",
    )
    for wanted in ("{}", "{}", '{"other": 1}'):
        npm.install("Thing", wanted, "thing/cli.js", tmp_path)
    assert (tmp_path / "asked").read_text("utf-8").count("asked") == 2
