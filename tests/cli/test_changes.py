"""What git says has changed, in real repositories."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.cli.changes import Changes, since
from rapport.errors import UsageError
from tests.sites import Write, commit, git


@pytest.fixture
def repository(write: Write) -> Path:
    folder = write({"content/a.md": "a\n", "content/b.md": "b\n", "notes.txt": "n\n"})
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    return folder


def seen(folder: Path, revision: str = "main") -> tuple[list[str], list[str]]:
    changes = since(folder / "content", revision)
    top = folder.resolve()
    present, gone = (
        [Path(path).relative_to(top).as_posix() for path in paths]
        for paths in (changes.present, changes.gone)
    )
    return present, gone


def test_nothing_changed(repository: Path) -> None:
    changes = since(repository / "content", "main")
    assert (changes.present, changes.gone) == ((), ())


def test_changed_added_deleted_staged_and_untracked_files(repository: Path, write: Write) -> None:
    git(repository, "switch", "-q", "-c", "branch")
    write({"content/a.md": "changed\n", "content/c.md": "c\n"})
    commit(repository)
    write({"content/d.md": "staged\n"})
    git(repository, "add", "content/d.md")
    write({"content/e.md": "untracked\n"})
    (repository / "content" / "b.md").unlink()
    assert seen(repository) == (
        ["content/a.md", "content/c.md", "content/d.md", "content/e.md"],
        ["content/b.md"],
    )


def test_a_rename_is_one_file_gone_and_one_there(repository: Path) -> None:
    git(repository, "mv", "content/a.md", "content/z.md")
    assert seen(repository) == (["content/z.md"], ["content/a.md"])


def test_what_others_did_on_the_target_branch_is_not_this_branch(
    repository: Path, write: Write
) -> None:
    git(repository, "switch", "-q", "-c", "branch")
    write({"content/c.md": "mine\n"})
    commit(repository)
    git(repository, "switch", "-q", "main")
    write({"content/b.md": "theirs\n"})
    commit(repository)
    git(repository, "switch", "-q", "branch")
    assert seen(repository) == (["content/c.md"], [])


def test_an_ignored_file_is_not_a_change(repository: Path, write: Write) -> None:
    write({".gitignore": "*.bak\n"})
    commit(repository)
    write({"content/a.bak": "x\n"})
    assert seen(repository) == ([], [])


def test_names_with_spaces_quotes_and_letters_of_any_language(
    repository: Path, write: Write
) -> None:
    write({'content/Zoë\'s "first" post.md': "x\n"})
    assert seen(repository)[0] == ['content/Zoë\'s "first" post.md']


def test_branches_without_a_common_past_compare_with_the_revision(
    repository: Path, write: Write
) -> None:
    git(repository, "switch", "-q", "--orphan", "other")
    write({"content/a.md": "other\n"})
    commit(repository)
    assert seen(repository) == (["content/a.md"], ["content/b.md", "notes.txt"])


@pytest.mark.parametrize("revision", ["no-such-branch", "--all", "-h", "main:content/a.md", ""])
def test_a_revision_git_does_not_know(repository: Path, revision: str) -> None:
    with pytest.raises(UsageError, match="git does not know the revision"):
        since(repository / "content", revision)


def test_a_clone_without_its_past_says_how_to_get_it(
    repository: Path, write: Write, tmp_path_factory: pytest.TempPathFactory
) -> None:
    first = git(repository, "rev-parse", "HEAD")
    write({"content/c.md": "c\n"})
    commit(repository)
    clone = tmp_path_factory.mktemp("clones") / "shallow"
    git(repository, "clone", "-q", "--depth", "1", repository.as_uri(), str(clone))
    with pytest.raises(UsageError, match="only part of the history"):
        since(clone / "content", first)


def test_a_folder_that_is_no_repository(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not in a git repository"):
        since(tmp_path, "main")


def test_no_git_at_all(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(UsageError, match="git is not installed"):
        since(repository / "content", "main")


def test_a_file_as_it_was(repository: Path, write: Write) -> None:
    first = git(repository, "rev-parse", "HEAD")
    write({"content/a.md": "later\n"})
    git(repository, "rm", "-q", "content/b.md")
    commit(repository)
    changes = since(repository / "content", first)
    names = [f"{changes.top}/content/{name}" for name in ("a.md", "c.md", "b.md")]
    assert changes.before(names) == {names[0]: "a\n", names[2]: "b\n"}
    assert Changes((), ()).before(["content/a.md"]) == {}


def test_a_file_as_it_was_with_an_odd_name(repository: Path, write: Write) -> None:
    odd = 'Zoë\'s  "first" post.md'
    write({f"content/{odd}": "one\n\ntwo blob 3\n", "content/two\nlines.md": "x\n"})
    commit(repository)
    (repository / "content" / odd).unlink()
    changes = since(repository / "content", "HEAD")
    names = [f"{changes.top}/content/{name}" for name in ("two\nlines.md", odd)]
    assert changes.before(names) == {names[1]: "one\n\ntwo blob 3\n"}


def test_a_git_that_cannot_be_run(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = repository / "bin"
    folder.mkdir()
    (folder / "git").write_text("no program")
    (folder / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(UsageError, match="git cannot be run"):
        since(repository / "content", "main")
