from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bench import __main__ as command
from bench import audit, auditors, clock, corpus, run
from bench.corpus import Corpus
from bench.reading import Mark, Marks, UnequalError
from bench.sites import GENERATORS
from bench.sites.common import Generator, UnavailableError, put

MADE = corpus.make(2, 5)

# A generator of one line: it copies its pages, and fails when a cache has survived.
_COPY = (
    "import shutil, pathlib\n"
    "assert not pathlib.Path('cache').exists()\n"
    "pathlib.Path('cache').mkdir()\n"
    "shutil.copytree('pages', 'output')\n"
)


def _write(made: Corpus, site: Path, kept: Path) -> None:
    for essay in made.essays:
        said = "".join(f"<q>{remark.body}</q>" for remark in essay.remarks)
        put(site / "pages" / essay.slug / "index.html", f"<main>{essay.body}</main>{said}")


def _nothing(kept: Path) -> None:
    """Nothing to fetch."""


def _missing(kept: Path) -> None:
    raise UnavailableError("It was never written.")


def _generator(name: str, *, prepare: object = _nothing, code: str = _COPY) -> Generator:
    return Generator(
        name=name,
        prepare=prepare,  # type: ignore[arg-type]
        write=_write,
        command=lambda _kept: [sys.executable, "-c", code],
        version=lambda _kept: "1.0",
        marks=Marks(Mark("main"), Mark("q")),
        output="output",
    )


def _silent(text: str) -> None:
    """Progress that nobody reads."""


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Corpus:
    # This generator prints Markdown as it stands: links must not count by their addresses.
    plain = corpus.make(2, 5)
    monkeypatch.setattr("bench.prose.visible", lambda markdown: markdown)
    return plain


def _race(
    generators: list[Generator], made: Corpus, work: Path, runs: int = 2
) -> list[run.Entrant]:
    entrants = run.enter(generators, made, work, work / "kept", _silent)
    run.race(entrants, made, runs, work, _silent)
    return entrants


def test_every_build_is_cold_and_every_run_is_kept(made: Corpus, tmp_path: Path) -> None:
    (entrant,) = _race([_generator("Copier")], made, tmp_path, runs=3)
    assert len(entrant.timings) == 3
    assert all(timing.wall > 0 and timing.megabytes > 1 for timing in entrant.timings)


def test_generators_run_in_turn(made: Corpus, tmp_path: Path) -> None:
    said: list[str] = []
    entrants = run.enter([_generator("A"), _generator("B")], made, tmp_path, tmp_path, _silent)
    run.race(entrants, made, 2, tmp_path, said.append)
    assert [line[0] for line in said] == ["A", "B", "A", "B", "A", "B"]


def test_the_report_gives_ratios_to_hugo(made: Corpus, tmp_path: Path) -> None:
    entrants = _race([_generator("Copier"), _generator("Hugo")], made, tmp_path)
    report = run.report(entrants, made)
    assert "2 posts with 5 comments" in report
    row = next(line for line in report.splitlines() if line.startswith("| Hugo 1.0"))
    assert row.split("|")[4].strip() == "1.00"


def test_a_generator_that_cannot_be_had_is_left_out_with_a_sentence(
    made: Corpus, tmp_path: Path
) -> None:
    said: list[str] = []
    gone = _generator("Ghost", prepare=_missing)
    assert not run.enter([gone], made, tmp_path, tmp_path, said.append)
    assert said == ["Ghost is left out. It was never written."]


def test_a_build_that_fails_shows_what_it_said(made: Corpus, tmp_path: Path) -> None:
    broken = _generator("Broken", code="raise SystemExit('no such theme')")
    with pytest.raises(clock.FailedError, match="ended with 1:\n  no such theme"):
        _race([broken], made, tmp_path)


def test_a_build_that_loses_a_post_stops_the_race(made: Corpus, tmp_path: Path) -> None:
    lossy = f"{_COPY}shutil.rmtree(next(pathlib.Path('output').iterdir()))\n"
    with pytest.raises(UnequalError, match="1 posts instead of 2"):
        _race([_generator("Lossy", code=lossy)], made, tmp_path)


@pytest.mark.parametrize("generator", GENERATORS, ids=run.short)
def test_every_generator_gets_every_post_and_every_comment(
    generator: Generator, tmp_path: Path
) -> None:
    site, kept = tmp_path / "site", tmp_path / "kept"
    site.mkdir()
    generator.write(MADE, site, kept)
    files = [path for path in site.rglob("*") if path.suffix in (".md", ".json")]
    text = "\n".join(f"{path.name}\n{path.read_text('utf-8')}" for path in files)
    text = text.replace("\\n", "\n").replace('\\"', '"')
    for essay in MADE.essays:
        assert essay.body in text
        for remark in essay.remarks:
            assert remark.id in text
            assert remark.body in text


@pytest.mark.parametrize(
    "argv", [["--posts", "0"], ["--runs", "0"], ["--only", "jekyll"], ["--comments", "-1"]]
)
def test_wrong_use_is_refused(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        command.main(argv)
    assert end.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_a_page_that_cannot_take_the_figures_is_named_before_anything_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "_FIGURES", tmp_path / "performance.md")
    monkeypatch.setattr(command, "measured", lambda *_: pytest.fail("measured all the same"))
    assert command.main(["--write"]) == 2
    assert "performance.md" in capsys.readouterr().err


def test_measuring_nothing_is_no_success(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "GENERATORS", (_generator("Ghost", prepare=_missing),))
    monkeypatch.setattr(command, "_KEPT", tmp_path)
    assert command.main(["--posts", "2", "--comments", "0", "--work", str(tmp_path)]) == 1
    assert "Nothing was measured.\n" in capsys.readouterr().err


def test_what_a_build_leaves_does_not_warm_the_audit(
    monkeypatch: pytest.MonkeyPatch, made: Corpus, tmp_path: Path
) -> None:
    ours = _generator("Rapport")
    reader = auditors.Auditor(
        name="Reader",
        prepare=_nothing,
        command=lambda _kept: [
            sys.executable,
            "-c",
            "import pathlib\n"
            "assert not pathlib.Path('cache').exists(), 'warm'\n"
            "for post in pathlib.Path('content/posts').iterdir():\n"
            "    print(post)",
        ],
        version=lambda _kept: "1.0",
        comments=True,
    )

    def write(corpus: Corpus, site: Path, kept: Path) -> None:
        _write(corpus, site, kept)
        for essay in corpus.essays:
            put(site / "content" / "posts" / f"{essay.slug}.md", essay.body)

    written = replace(ours, write=write)
    monkeypatch.setattr(command, "make", lambda *_: made)
    monkeypatch.setattr(command, "RAPPORT", written)
    monkeypatch.setattr(command, "_KEPT", tmp_path / "kept")
    monkeypatch.setattr(run, "GENERATORS", (written,))
    monkeypatch.setattr(audit, "AUDITORS", (reader,))
    monkeypatch.setattr(audit, "_STARTS", 1)
    text = command.measured(command._arguments(["--posts", "2", "--runs", "1"]), tmp_path)
    assert "| Reader 1.0 |" in text
