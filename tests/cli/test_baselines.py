"""`rapport audit` with a baseline: what it hides, what it names, what it writes and when not."""

from __future__ import annotations

import json
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.cli.quay import POOR, SITE, Run, paths, report
from tests.sites import Write, commit, git

NAME = "known.jsonl"
LOCK = "content/posts/lock.md"
PITCH = "\n    Call us today.\n"


@pytest.fixture
def known(site: Path, run: Run) -> Path:
    """The site with a baseline of all its findings."""
    assert run("audit", "--write-baseline", NAME)[0] == 0
    return site / NAME


def lines(file: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()[1:]]


def new(run: Run, *words: str) -> tuple[int, list[tuple[object, object]], str]:
    """The exit code, code and path of each new finding, and what was said beside the report."""
    code, out, err = run("audit", "--baseline", NAME, "--format", "json", *words)
    return code, [(f["code"], f["path"]) for f in report(out)["findings"]], err


def test_writing_one_and_holding_the_same_site_against_it(run: Run, site: Path) -> None:
    before = report(run("audit", "--format", "json")[1])
    code, out, _ = run("audit", "--write-baseline", NAME)
    assert code == 0
    assert f"The baseline {NAME} was written and hides {len(before['findings'])} findings." in out
    assert [e["fingerprint"] for e in lines(site / NAME)] == [
        f["fingerprint"] for f in sorted(before["findings"], key=lambda f: (f["path"], f["code"]))
    ]
    code, out, _ = run("audit", "--baseline", NAME, "--format", "json")
    assert (code, report(out)["findings"]) == (0, [])
    assert report(out)["lights"] == before["lights"]
    assert report(out)["summary"] == {"posts": 2, "error": 0, "warning": 0}


def test_the_report_says_how_many_it_hides(run: Run, known: Path) -> None:
    hidden = len(lines(known))
    said = f"The baseline {NAME} hides {hidden} findings."
    for form in ("text", "markdown"):
        code, out, err = run("audit", "--baseline", NAME, "--format", form)
        assert code == 0
        assert said in out.replace("\\_", "_")
        assert err == ""
    assert said in new(run)[2]


def test_only_what_is_new_is_reported_and_counted(run: Run, known: Path, write: Write) -> None:
    write({LOCK: POOR + PITCH})
    assert new(run, "--fail-on", "warning")[:2] == (1, [("SEL402", LOCK)])
    assert new(run)[0] == 0


def test_text_that_moved_stays_matched(run: Run, known: Path, write: Write) -> None:
    write({LOCK: POOR.replace("The lock is shut.", "Rain.\n\n    The lock is shut.")})
    code, found, said = new(run, "--fail-on", "warning")
    assert (code, found) == (0, [])
    assert "matched nothing" not in said


def test_a_renamed_post_stays_matched(run: Run, known: Path, site: Path) -> None:
    (site / LOCK).rename(site / "content/posts/the-lock-of-1830.md")
    code, found, said = new(run, "--fail-on", "warning")
    assert (code, found) == (0, [])
    assert "matched nothing" not in said


def test_a_mended_finding_is_named_with_what_drops_it(run: Run, known: Path, write: Write) -> None:
    write({LOCK: POOR + "\n    Who of you has seen it open, and when was that?\n"})
    code, found, said = new(run)
    assert (code, found) == (0, [])
    assert f"1 entry of it matched nothing: ASK101 in {LOCK}." in said
    assert f"audit --baseline {NAME} --write-baseline {NAME}" in said


def test_pruning_keeps_what_is_there_and_lets_nothing_in(
    run: Run, known: Path, write: Write
) -> None:
    before = lines(known)
    asks = "\n    Who of you has seen it open, and when was that?\n"
    write({LOCK: POOR + PITCH + asks})
    code, out, _ = run("audit", "--baseline", NAME, "--write-baseline", NAME)
    assert code == 0
    assert f"They were left out of {NAME}." in out
    assert [e for e in before if e not in lines(known)] == [
        e for e in before if e["code"] == "ASK101"
    ]
    assert [e for e in lines(known) if e not in before] == []
    assert new(run)[1] == [("SEL401", LOCK)]
    assert "matched nothing" not in new(run)[2]


def test_many_stale_entries_are_counted_and_the_first_named(
    run: Run, site: Path, write: Write
) -> None:
    write({f"content/posts/n{n}.md": POOR.replace("The lock\n", f"Note {n}\n") for n in range(9)})
    run("audit", "--write-baseline", NAME)
    for n in range(9):
        (site / f"content/posts/n{n}.md").unlink()
    said = new(run)[2]
    stale = len([e for e in lines(site / NAME) if "/n" in e["path"]])
    assert f"{stale} entries of it matched nothing: " in said
    assert f"; and {stale - 5} more." in said


def test_paths_call_nothing_stale_that_was_not_looked_at(
    run: Run, known: Path, write: Write, site: Path
) -> None:
    write({LOCK: POOR + "\n    Who of you has seen it open, and when was that?\n"})
    (site / "content/comments/who-pays-the-toll/01jqm5f0000000000000000001.md").unlink()
    said = new(run, LOCK)[2]
    assert "1 entry of it matched nothing: ASK101" in said
    said = new(run, "content/posts/tolls.md")[2]
    assert "1 entry of it matched nothing: TLK501" in said
    assert "2 entries of it" in new(run)[2]
    assert "2 entries of it" in new(run, "content")[2]


def test_since_calls_nothing_stale_that_did_not_change(
    run: Run, repository: Path, write: Write
) -> None:
    run("audit", "--write-baseline", NAME)
    commit(repository)
    (repository / "content/comments/who-pays-the-toll/01jqm5f0000000000000000001.md").unlink()
    assert "1 entry of it matched nothing: TLK501" in new(run, "--since", "HEAD")[2]
    commit(repository)
    write({"content/posts/new.md": POOR.replace("The lock\n", "New\n")})
    code, found, said = new(run, "--since", "HEAD")
    assert (code, set(found)) == (1, {(c, "content/posts/new.md") for c, _ in found})
    assert "matched nothing" not in said
    git(repository, "rm", "-q", LOCK)
    assert f"ASK101 in {LOCK}" in new(run, "--since", "HEAD")[2]


def test_what_cannot_be_read_is_not_called_mended(run: Run, known: Path, site: Path) -> None:
    (site / LOCK).write_bytes(b"Title: L\xf6ck\n\nText.\n")
    code, found, said = new(run)
    assert (code, ("CFG901", LOCK) in found) == (1, True)
    assert "ASK101" not in said
    before = lines(known)
    assert run("audit", "--baseline", NAME, "--write-baseline", NAME)[0] == 1
    assert [e for e in lines(known) if e["path"] == LOCK] == [
        e for e in before if e["path"] == LOCK
    ]


def test_nothing_changed_since(run: Run, repository: Path) -> None:
    run("audit", "--write-baseline", NAME)
    commit(repository)
    assert run("audit", "--since", "HEAD", "--baseline", NAME) == (
        0,
        "no posts changed; 2 in the site\n",
        "",
    )


def test_a_text_on_standard_input(run: Run, known: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (POOR + PITCH).replace("    ", "").lstrip()
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(text.encode())))
    assert new(run, "--stdin-filename", LOCK)[1] == [("SEL402", LOCK)]


def test_a_baseline_is_named_from_the_current_folder(
    run: Run, known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(known.parent / "content/posts")
    assert run("audit", "--baseline", f"../../{NAME}", "lock.md")[0] == 0


# --- bad files ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, f"There is no baseline {NAME}. Write it first:"),
        (b"", "is no baseline"),
        (b"Title: A post\n\nText.\n", "is no baseline"),
        (b"\xff\xfe{\x00", "UTF-16"),
        (b'{"rapport-baseline": 1}\n\xe9\n', "not UTF-8"),
        (b'{"rapport-baseline": 7}\n', "newer Rapport"),
        (b'{"rapport-baseline": 1}\n{"code": \n', f"{NAME}:2: this is not a finding"),
        (b'{"rapport-baseline": 1}\n>>>>>>> main\n', f"{NAME}:2: this marks a merge conflict"),
    ],
)
def test_a_baseline_that_cannot_be_used(
    run: Run, site: Path, data: bytes | None, said: str
) -> None:
    if data is not None:
        (site / NAME).write_bytes(data)
    before = snapshot(site)
    code, out, err = run("audit", "--baseline", NAME, "--write-baseline", "other.jsonl")
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err
    assert snapshot(site) == before


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_is_no_baseline(run: Run, site: Path) -> None:
    for option in ("--baseline", "--write-baseline"):
        code, out, err = run("audit", option, "content")
        assert (code, out) == (2, "")
        assert "content is no file that can be read" in err


@pytest.mark.parametrize("name", [LOCK, "pelicanconf.py"])
def test_nothing_is_written_over_that_is_no_baseline(run: Run, site: Path, name: str) -> None:
    before = snapshot(site)
    code, out, err = run("audit", "--write-baseline", name)
    assert (code, out) == (2, "")
    assert f"{name} is no baseline" in err
    assert snapshot(site) == before


def test_a_newer_baseline_is_not_written_over(run: Run, site: Path) -> None:
    (site / NAME).write_text('{"rapport-baseline": 2}\n')
    assert run("audit", "--write-baseline", NAME)[0] == 2
    assert (site / NAME).read_text("utf-8") == '{"rapport-baseline": 2}\n'


def test_a_broken_baseline_may_be_written_anew(run: Run, site: Path) -> None:
    (site / NAME).write_text('{"rapport-baseline": 1}\n<<<<<<< HEAD\n')
    assert run("audit", "--write-baseline", NAME)[0] == 0
    assert new(run)[:2] == (0, [])


def test_a_baseline_is_not_put_where_it_might_be_published(run: Run, site: Path) -> None:
    before = snapshot(site)
    code, out, err = run("audit", "--write-baseline", f"content/{NAME}")
    assert (code, out) == (2, "")
    assert "lies in the content of the site" in err
    assert snapshot(site) == before


def test_a_place_that_cannot_be_written_to(run: Run, site: Path) -> None:
    code, out, err = run("audit", "--write-baseline", f"pelicanconf.py/{NAME}")
    assert (code, out) == (2, "")
    assert "There is no folder pelicanconf.py to write the baseline" in err


@pytest.mark.parametrize("more", [[LOCK], ["--since", "HEAD"], ["--stdin-filename", LOCK]])
def test_a_baseline_of_a_part_is_not_written(run: Run, site: Path, more: list[str]) -> None:
    code, out, err = run("audit", "--write-baseline", NAME, *more)
    assert (code, out) == (2, "")
    assert "leave out PATHS, --since and --stdin-filename" in err
    assert not (site / NAME).exists()


def test_broken_settings_write_nothing(run: Run, site: Path) -> None:
    (site / "pelicanconf.py").write_text("RAPPORT_ANSWR_DAYS = 3\n")
    assert run("audit", "--write-baseline", NAME)[0] == 2
    assert not (site / NAME).exists()


def test_the_same_site_gives_the_same_bytes_in_any_order(
    run: Run, known: Path, write: Write
) -> None:
    before = known.read_bytes()
    known.unlink()
    write({name: text for name, text in reversed(SITE.items()) if "/comments/" not in name})
    run("audit", "--write-baseline", NAME)
    assert known.read_bytes() == before
    assert paths(run("audit", "--format", "json")[1])


def test_no_folder_is_made_for_a_baseline(run: Run, site: Path) -> None:
    code, out, err = run("audit", "--write-baseline", "ci/known.jsonl")
    assert (code, out) == (2, "")
    assert "There is no folder ci to write the baseline known.jsonl into." in err
    assert not (site / "ci").exists()


def test_no_baseline_is_written_when_nothing_could_be_read(run: Run, site: Path) -> None:
    for name in ("lock", "tolls"):
        (site / f"content/posts/{name}.md").write_bytes(b"Title: \xff\n\nx\n")
    code, _, err = run("audit", "--write-baseline", NAME)
    assert (code, (site / NAME).exists()) == (2, False)
    assert f"{NAME} was not written: no post could be read." in err
