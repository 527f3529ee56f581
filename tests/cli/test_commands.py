"""The whole command line on small sites: what it prints, and how it exits."""

from __future__ import annotations

import json
import os
import re
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from rapport import __version__
from rapport.audit import RULES
from rapport.cli.commands import COMMANDS
from tests.cli.quay import ANA, CONF, FIRST, GOOD, IDA, POOR, SITE, Run, paths, report
from tests.sites import Write, commit, git

# --- the way in -----------------------------------------------------------------------------------


def test_the_version(run: Run) -> None:
    assert run("--version") == (0, f"rapport {__version__}\n", "")


def test_the_help_lists_every_command_with_a_line(run: Run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    assert re.findall(r"^  (\w+) +\S.*$", out.split("Commands:")[1], re.MULTILINE) == list(COMMANDS)


def test_no_command_shows_the_help_and_is_wrong_use(run: Run) -> None:
    code, out, err = run()
    assert code == 2
    assert "Commands:" in out + err


def test_a_misspelt_command_brings_the_near_miss(run: Run) -> None:
    code, out, err = run("adit")
    assert (code, out) == (2, "")
    assert "There is no command 'adit'. Did you mean 'audit'?" in err
    assert "Try 'rapport --help' for help." in err


def test_a_misspelt_option_brings_the_near_miss(run: Run, site: Path) -> None:
    code, _, err = run("audit", "--sinc", "main")
    assert code == 2
    assert "--since" in err
    assert "Try 'rapport audit --help' for help." in err


def test_a_value_that_is_not_allowed(run: Run, site: Path) -> None:
    code, _, err = run("audit", "--format", "yaml")
    assert code == 2
    assert "'json'" in err


def test_settings_from_elsewhere(
    run: Run, site: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert run("audit")[0] == 2
    _, out, _ = run("--settings", str(site / "pelicanconf.py"), "audit", "--format", "json")
    assert paths(out) == {"content/posts/tolls.md", "content/posts/lock.md"}


def test_a_setting_that_does_not_exist(run: Run, site: Path) -> None:
    (site / "pelicanconf.py").write_text("RAPPORT_ANSWR_DAYS = 3\n")
    code, out, err = run("audit")
    assert (code, out) == (2, "")
    assert "Did you mean RAPPORT_ANSWER_DAYS?" in err


# --- audit ----------------------------------------------------------------------------------------


def test_auditing_the_whole_site(run: Run, site: Path) -> None:
    code, out, err = run("audit", "--format", "json")
    assert (code, err) == (1, "")
    found = report(out)
    assert paths(out) == {"content/posts/tolls.md", "content/posts/lock.md"}
    assert ("ASK101", "content/posts/lock.md") in {
        (f["code"], f["path"]) for f in found["findings"]
    }
    assert found["summary"]["posts"] == 2  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("path", "level", "code"),
    [
        ("content/posts/lock.md", "error", 1),
        ("content/posts/lock.md", "warning", 1),
        ("content/posts/lock.md", "never", 0),
        ("content/posts/tolls.md", "error", 0),
        ("content/posts/tolls.md", "warning", 1),
        ("content/posts/tolls.md", "never", 0),
    ],
)
def test_which_findings_make_it_fail(
    run: Run, site: Path, path: str, level: str, code: int
) -> None:
    """The lock asks nothing, which is an error; under the tolls somebody waits, a warning."""
    assert run("audit", path, "--fail-on", level)[0] == code


def test_a_post_brings_the_findings_on_its_conversation(run: Run, site: Path) -> None:
    found = report(run("audit", "content/posts/tolls.md", "--format", "json")[1])["findings"]
    assert [(f["code"], f["path"]) for f in found] == [("TLK501", FIRST)]


def test_a_broken_header_is_an_error_and_never_hides_the_rest(
    run: Run, site: Path, write: Write
) -> None:
    write({"content/posts/odd.md": "Title: Odd\nDate: 2026-03-02\nStatus: publishd\n\nText.\n"})
    code, out, _ = run("audit")
    assert code == 1
    assert "content/posts/odd.md:3" in out
    assert "published" in out
    assert "content/posts/lock.md" in out
    assert run("audit", "--fail-on", "never")[0] == 0


def test_only_the_faults_of_the_paths(run: Run, site: Path, write: Write) -> None:
    write({"content/posts/odd.md": "Title: Odd\nDate: 2026-03-02\nStatus: publishd\n\nText.\n"})
    code, out, _ = run("audit", "content/posts/tolls.md", "--format", "json")
    assert (code, paths(out)) == (0, {"content/posts/tolls.md"})
    assert not [f for f in report(out)["findings"] if str(f["code"]).startswith("CFG")]
    assert run("audit", "content/posts/odd.md")[0] == 1


def test_a_comment_or_a_person_audits_the_posts_it_touches(run: Run, site: Path) -> None:
    assert paths(run("audit", FIRST, "--format", "json")[1]) == {"content/posts/tolls.md"}
    both = {"content/posts/tolls.md", "content/posts/lock.md"}
    assert paths(run("audit", "content/people/ida.md", "--format", "json")[1]) == both


def test_a_path_that_matches_nothing(run: Run, site: Path) -> None:
    code, out, err = run("audit", "content/posts/tols.md")
    assert (code, out) == (2, "")
    assert "Did you mean content/posts/tolls.md?" in err


def test_a_site_without_posts(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write({"pelicanconf.py": CONF, "content/people/ida.md": IDA}))
    code, out, err = run("audit")
    assert (code, out) == (2, "")
    assert "no posts" in err


def test_no_content_folder(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write({"pelicanconf.py": CONF}))
    assert run("audit")[0] == 2


def test_standard_input_stands_in_for_a_file(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = GOOD.replace("    ", "").lstrip()
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(text.encode())))
    code, out, _ = run("audit", "--stdin-filename", "content/posts/lock.md", "--format", "json")
    assert (code, paths(out)) == (0, {"content/posts/lock.md"})
    assert "ASK101" not in {f["code"] for f in report(out)["findings"]}


def test_standard_input_may_be_a_post_that_is_not_saved_yet(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Title: New\nDate: 2026-03-05\n\nNothing is asked here.\n"
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"\xef\xbb\xbf" + text.encode())))
    code, out, _ = run("audit", "--stdin-filename", "content/posts/new.md")
    assert code == 1
    assert "content/posts/new.md" in out
    assert "ASK101" in out


def test_standard_input_that_is_not_utf_8(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"Title: Caf\xe9\n\nText.\n")))
    code, _, err = run("audit", "--stdin-filename", "content/posts/new.md")
    assert code == 2
    assert "UTF-8" in err


@pytest.mark.parametrize("more", [("content/posts",), ("--since", "HEAD")])
def test_standard_input_comes_alone(run: Run, site: Path, more: tuple[str, ...]) -> None:
    code, _, err = run("audit", "--stdin-filename", "content/posts/new.md", *more)
    assert code == 2
    assert "leave out PATHS and --since" in err


def test_standard_input_without_a_name(run: Run, site: Path) -> None:
    code, out, err = run("audit", "--stdin-filename", "")
    assert (code, out) == (2, "")
    assert "--stdin-filename is empty: say which file of the site the text is" in err


# --- audit --since --------------------------------------------------------------------------------


def test_nothing_changed(run: Run, repository: Path) -> None:
    said = "no posts changed; 2 in the site\n"
    assert run("audit", "--since", "main") == (0, said, "")
    assert run("audit", "--since", "main", "--format", "github") == (0, said, "")
    code, out, err = run("audit", "--since", "main", "--format", "json")
    assert (code, report(out)["findings"], err) == (0, [], said)


def test_only_what_changed(run: Run, repository: Path, write: Write) -> None:
    write({"content/posts/lock.md": POOR + "\n    And so on.\n"})
    out = run("audit", "--since", "HEAD", "--format", "json")[1]
    assert paths(out) == {"content/posts/lock.md"}


def test_a_new_renamed_or_deleted_file_counts(run: Run, repository: Path, write: Write) -> None:
    write({"content/posts/new.md": "Title: New\nDate: 2026-03-05\n\nNew.\n"})
    git(repository, "mv", "content/posts/tolls.md", "content/posts/tolls-and-dues.md")
    (repository / "content/comments/the-lock/01jqm5f0000000000000000002.md").unlink()
    out = run("audit", "--since", "main", "--format", "json")[1]
    names = ("new", "tolls-and-dues", "lock")
    assert paths(out) == {f"content/posts/{name}.md" for name in names}


def test_a_changed_person_counts(run: Run, repository: Path, write: Write) -> None:
    write({"content/people/ida.md": IDA + "    Also: I. Brandt\n"})
    out = run("audit", "--since", "main", "--format", "json")[1]
    assert paths(out) == {"content/posts/tolls.md", "content/posts/lock.md"}


def test_a_person_who_is_called_otherwise_now_touches_the_posts_with_the_old_name(
    run: Run, repository: Path, write: Write
) -> None:
    write({"content/people/ana.md": ANA.replace("Ana Solis", "Ana Sol")})
    out = run("audit", "--since", "main", "--format", "json")[1]
    assert paths(out) == {"content/posts/tolls.md"}
    commit(repository)
    (repository / "content/people/ana.md").unlink()
    write({"content/people/solis.md": ANA})
    out = run("audit", "--since", "HEAD~1", "--format", "json")[1]
    assert paths(out) == {"content/posts/tolls.md"}


def test_a_deleted_post_touches_the_posts_that_lead_to_it(
    run: Run, repository: Path, write: Write
) -> None:
    weir = GOOD.replace("Who pays the toll", "The weir").replace(
        "it twice", "[it]({filename}lock.md)"
    )
    write({"content/posts/weir.md": weir})
    commit(repository)
    (repository / "content/posts/lock.md").unlink()
    out = run("audit", "--since", "HEAD", "--format", "json")[1]
    assert paths(out) == {"content/posts/weir.md"}


def test_a_changed_post_that_cannot_be_read_is_not_nothing(
    run: Run, repository: Path, write: Write
) -> None:
    write({"content/posts/odd.md": "Status: publishd\n\nText.\n"})
    code, out, _ = run("audit", "--since", "main")
    assert code == 1
    assert "content/posts/odd.md" in out


def test_a_revision_git_does_not_know(run: Run, repository: Path) -> None:
    code, out, err = run("audit", "--since", "origin/main")
    assert (code, out) == (2, "")
    assert "git does not know the revision 'origin/main'" in err


def test_no_repository(run: Run, site: Path) -> None:
    code, _, err = run("audit", "--since", "main")
    assert code == 2
    assert "not in a git repository" in err


def test_paths_and_since_together(run: Run, repository: Path, write: Write) -> None:
    write({"content/posts/lock.md": POOR + "\n    More.\n"})
    code, out, _ = run("audit", "content/posts/tolls.md", "--since", "main")
    assert (code, out) == (0, "no posts changed; 2 in the site\n")


# --- facts, explain, waiting ----------------------------------------------------------------------


def test_facts_are_what_was_measured(run: Run, site: Path) -> None:
    code, out, _ = run("facts", "content/posts/tolls.md")
    facts = json.loads(out)
    assert (code, facts["schema"], len(facts["posts"])) == (0, 1, 1)
    post = facts["posts"][0]
    assert post["path"] == "content/posts/tolls.md"
    assert [q["for_reader"] for q in post["questions"]] == ["yes"]
    assert [(link["to"], link["line"]) for link in post["links"]] == [("other", 4)]


def test_facts_of_the_whole_site_come_in_its_order(run: Run, site: Path) -> None:
    facts = json.loads(run("facts", "--format", "json")[1])
    audited = [light["path"] for light in report(run("audit", "--format", "json")[1])["lights"]]
    assert [post["path"] for post in facts["posts"]] == audited


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_every_rule_can_be_explained(run: Run, code: str) -> None:
    exit_code, out, _ = run("explain", code)
    assert exit_code == 0
    assert out.startswith(code)


def test_explaining_needs_no_site(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("explain")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == [rule.code for rule in RULES]


def test_a_code_may_be_written_small(run: Run) -> None:
    assert run("explain", "ask101") == run("explain", "ASK101")


def test_a_rule_that_does_not_exist(run: Run) -> None:
    code, out, err = run("explain", "ASK110")
    assert (code, out) == (2, "")
    assert "There is no rule 'ASK110'. Did you mean ASK10" in err


def test_who_is_waiting(run: Run, site: Path) -> None:
    code, out, _ = run("waiting")
    assert code == 0
    first, second = out.strip().split("\n\n")
    *told, command = first.splitlines()
    assert told == [
        "12 days  Noor Haddad on Who pays the toll by Ida Brandt",
        "  What about the rivers?",
        f"  {FIRST}",
    ]
    assert command.endswith("rapport comments reply 01jqm5f0000000000000000001")
    assert second.startswith("1 day  Bo Lind on The lock")


def test_who_is_waiting_for_a_program(run: Run, site: Path) -> None:
    waiting = json.loads(run("waiting", "--json")[1])
    assert waiting["schema"] == 1
    assert [(row["id"], row["days"], row["post"]) for row in waiting["waiting"]] == [
        ("01jqm5f0000000000000000001", 12, "who-pays-the-toll"),
        ("01jqm5f0000000000000000002", 1, "the-lock"),
    ]
    assert waiting["waiting"][0]["post_authors"] == ["Ida Brandt"]
    assert waiting["waiting"][0]["reply"].endswith("comments reply 01jqm5f0000000000000000001")
    assert waiting["pending"] == 0


def test_who_waits_for_one_author(run: Run, site: Path, write: Write) -> None:
    write({"content/posts/lock.md": POOR.replace("Date:", "Author: Tom Okafor\n    Date:")})
    assert "Bo Lind" in run("waiting", "--author", "tom okafor")[1]
    assert "Noor" not in run("waiting", "--author", "Tom Okafor")[1]


def test_an_author_nobody_knows_is_wrong_use(run: Run, site: Path) -> None:
    code, _, err = run("waiting", "--author", "Ida Brant")
    assert code == 2
    assert "Did you mean Ida Brandt?" in err


@pytest.mark.parametrize(("days", "code"), [("11", 1), ("12", 0), ("30", 0), ("0", 1)])
def test_a_long_wait_can_fail(run: Run, site: Path, days: str, code: int) -> None:
    assert run("waiting", "--fail-after", days)[0] == code


GONE = "content/comments/gone/01jqm5f0000000000000000009.md"
UNREAD = {
    "a header with a fault": (
        {FIRST: "Author: Noor\nDate: soon\n\nWhat about it?\n"},
        "Date is 'soon'",
    ),
    "a folder without a post": ({GONE: SITE[FIRST]}, "no post has that id"),
    "a post with a fault": (
        {"content/posts/tolls.md": GOOD.replace("Date: ", "Date: 2x")},
        "no date",
    ),
}


@pytest.mark.parametrize("what", UNREAD)
def test_what_cannot_be_read_is_not_said_to_wait_for_nothing(
    run: Run, site: Path, write: Write, what: str
) -> None:
    files, said = UNREAD[what]
    write(files)
    code, out, _ = run("waiting")
    assert (code, said in out) == (0, True)
    assert run("waiting", "--fail-after", "300")[0] == 1
    (fault,) = json.loads(run("waiting", "--json")[1])["unread"]
    assert said in fault["message"]


def test_nobody_waits(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write({"pelicanconf.py": CONF, "content/posts/tolls.md": GOOD}))
    assert run("waiting", "--fail-after", "0") == (0, "Nobody is waiting for an answer.\n", "")


# --- posts that cannot be read --------------------------------------------------------------------

BROKEN = """
    The weir
    ########

    :date: 2026-03-03 09:00

    .. no-such-directive::
    """


def test_a_post_that_cannot_be_rendered_is_a_finding_and_the_rest_is_audited(
    write: Write, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(write({**SITE, "content/posts/weir.rst": BROKEN}))
    code, out, _ = run("audit", "--format", "json")
    found = {(each["code"], each["path"]) for each in report(out)["findings"]}
    assert code == 1
    assert ("CFG902", "content/posts/weir.rst") in found
    assert ("ASK101", "content/posts/lock.md") in found


@pytest.mark.parametrize(
    ("name", "text"), [("weir.rst", BROKEN.encode()), ("weir.md", b"Title: W\xf6hr\n\nText\n")]
)
def test_facts_name_the_post_that_has_none(
    write: Write, monkeypatch: pytest.MonkeyPatch, run: Run, name: str, text: bytes
) -> None:
    """An empty list and exit code 0 would say that there was nothing to find."""
    folder = write(SITE)
    lines = text.decode("latin-1").replace("\n    ", "\n").lstrip().encode("latin-1")
    (folder / "content" / "posts" / name).write_bytes(lines)
    monkeypatch.chdir(folder)
    code, out, err = run("facts", f"content/posts/{name}")
    assert (code, json.loads(out)["posts"]) == (1, [])
    assert err.startswith(f"content/posts/{name}:1  ")
    code, out, _ = run("facts", "content/posts/tolls.md")
    assert (code, len(json.loads(out)["posts"])) == (0, 1)


def test_a_pipe_among_the_posts_is_a_finding_and_nobody_waits_for_it(site: Path, run: Run) -> None:
    os.mkfifo(site / "content" / "posts" / "pipe.md")
    code, out, _ = run("audit", "content/posts/pipe.md")
    assert code == 2
    assert "CFG901" in out


@pytest.mark.parametrize("family", ["SEL", "sel", "SEL4", "sel4xx", "SEL*"])
def test_a_family_is_listed(run: Run, family: str) -> None:
    code, out, err = run("explain", family)
    listed = [line[:6] for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert listed == [rule.code for rule in RULES if rule.code.startswith("SEL")]


@pytest.mark.parametrize("name", ["SEL9", "XYZ", "S", "", "*"])
def test_what_is_no_family(run: Run, name: str) -> None:
    code, out, err = run("explain", name)
    assert (code, out) == (2, "")
    assert "There is no rule" in err


def test_a_subject_finds_its_rules(run: Run) -> None:
    code, out, _ = run("explain", "pitch")
    assert code == 0
    assert {line[:3] for line in out.splitlines()} == {"SEL"}
