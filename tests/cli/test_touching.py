"""Which posts a change touches, in real repositories: what is gone is missed somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.cli.typed import typed
from tests.cli.quay import ANA, CONF, GOOD, IDA, POOR, Run, asked, paths, report
from tests.sites import Write, commit, git

LOCK, TOLLS, WEIR = (f"content/posts/{name}.md" for name in ("lock", "tolls", "weir"))
BO = """
    Name: Bo Lind
    Role: firm
    """


def since(run: Run) -> str:
    return run("audit", "--since", "HEAD", "--format", "json")[1]


def found(text: str) -> set[tuple[object, object]]:
    return {(each["code"], each["path"]) for each in report(text)["findings"]}


def of_the_roster(text: str) -> set[tuple[object, object]]:
    return {each for each in found(text) if each[0] in ("CFG905", "CFG910")}


@pytest.fixture
def firm(repository: Path, write: Write) -> Path:
    """Two of the firm, one of whom writes by the settings alone, and one post of the other's."""
    weir = GOOD.replace("Who pays the toll", "The weir").replace(
        "Date:", "Author: Bo LIND\n    Date:"
    )
    write({"content/people/bo.md": BO, WEIR: weir})
    commit(repository)
    return repository


def test_a_deleted_person_of_the_firm_touches_the_posts_they_wrote(run: Run, firm: Path) -> None:
    (firm / "content/people/ida.md").unlink()
    out = since(run)
    assert paths(out) == {LOCK, TOLLS}
    assert of_the_roster(out) == {("CFG905", LOCK), ("CFG905", TOLLS)}
    everywhere = of_the_roster(run("audit", "--format", "json")[1])
    assert {each for each in everywhere if each[0] == "CFG905"} == of_the_roster(out)


def test_a_name_counts_whatever_its_case(run: Run, firm: Path) -> None:
    (firm / "content/people/bo.md").unlink()
    # Comments of one who was of the firm are an outsider's now.
    assert paths(since(run)) == {WEIR, LOCK}


def test_the_last_of_the_firm_touches_every_post(run: Run, repository: Path) -> None:
    (repository / "content/people/ida.md").unlink()
    assert paths(since(run)) == {LOCK, TOLLS}


def test_the_first_of_the_firm_touches_every_post(run: Run, repository: Path, write: Write) -> None:
    (repository / "content/people/ida.md").unlink()
    commit(repository)
    write({"content/people/bo.md": BO})
    assert paths(since(run)) == {LOCK, TOLLS}
    assert ("CFG905", LOCK) in found(since(run))


@pytest.mark.parametrize(
    "changed",
    [
        {"content/people/bo.md": BO.replace("Bo Lind", "Bo Berg")},
        {"content/people/bo.md": BO.replace("firm", "peer")},
        {"content/people/bo.md": BO + "Also: B. Lind\n"},
    ],
)
def test_a_person_called_or_placed_otherwise(
    run: Run, firm: Path, write: Write, changed: dict[str, str]
) -> None:
    write(changed)
    assert WEIR in paths(since(run))


def test_a_name_that_is_no_longer_also_theirs(run: Run, firm: Path, write: Write) -> None:
    write(
        {
            "content/people/bo.md": BO + "Also: Bodil\n",
            LOCK: POOR.replace("Date", "Author: Bodil\n    Date"),
        }
    )
    commit(firm)
    write({"content/people/bo.md": BO})
    assert ("CFG905", LOCK) in found(since(run))


def test_whoever_is_thanked_and_gone(run: Run, firm: Path, write: Write) -> None:
    write({LOCK: POOR.replace("Date", "Thanks: ana - the map\n    Date")})
    commit(firm)
    (firm / "content/people/ana.md").unlink()
    assert ("CFG905", LOCK) in found(since(run))


def test_a_comment_by_whoever_is_gone(run: Run, firm: Path, write: Write) -> None:
    """It cannot be shown, so it is found by its file; its post is audited too."""
    path = "content/comments/the-weir/01jqm5f0000000000000000003.md"
    write({path: "Person: ana\n" + asked(3, "Ana Solis")})
    commit(firm)
    (firm / "content/people/ana.md").unlink()
    out = since(run)
    assert ("CFG905", path) in found(out)
    assert WEIR in paths(out)


def test_a_comment_under_a_name_that_became_the_firms(run: Run, firm: Path, write: Write) -> None:
    write({"content/people/noor.md": "Name: Noor Haddad\nRole: firm\n"})
    out = since(run)
    assert "CFG910" in {code for code, _ in found(out)}
    assert TOLLS in paths(out)


def test_a_post_that_became_a_draft_touches_those_that_link_to_it(
    run: Run, repository: Path, write: Write
) -> None:
    write({WEIR: GOOD.replace("Who pays", "Wh").replace("it twice", "[it]({filename}lock.md)")})
    commit(repository)
    write({LOCK: POOR.replace("Date", "Status: draft\n    Date")})
    out = since(run)
    assert paths(out) == {LOCK, WEIR}
    assert ("LNK305", WEIR) in found(out)


def test_a_post_whose_address_changed_touches_those_that_link_to_it(
    run: Run, repository: Path, write: Write
) -> None:
    write({WEIR: GOOD.replace("Who pays", "Wh").replace("it twice", "[it](/the-lock.html)")})
    commit(repository)
    write({LOCK: POOR.replace("Date", "Slug: a-lock\n    Date")})
    assert paths(since(run)) == {LOCK, WEIR}


def test_the_last_post_with_a_tag_touches_those_that_link_to_tags(
    run: Run, repository: Path, write: Write
) -> None:
    write({WEIR: GOOD.replace("Who pays", "Wh").replace("it twice", "[it]({tag}locks)"),
           LOCK: POOR.replace("Date", "Tags: locks\n    Date")})  # fmt: skip
    commit(repository)
    write({LOCK: POOR})
    assert ("LNK305", WEIR) in found(since(run))


def test_other_words_in_a_post_touch_no_other(run: Run, repository: Path, write: Write) -> None:
    write({WEIR: GOOD.replace("Who pays", "Wh").replace("it twice", "[it]({filename}lock.md)")})
    commit(repository)
    write({LOCK: POOR + "More.\n"})
    assert paths(since(run)) == {LOCK}


def test_a_deleted_comment_that_a_header_names(run: Run, repository: Path, write: Write) -> None:
    name = "01jqm5f0000000000000000001"
    write({LOCK: POOR.replace("Date", f"Prompted-by: {name}\n    Date")})
    commit(repository)
    (repository / f"content/comments/who-pays-the-toll/{name}.md").unlink()
    assert ("CFG905", LOCK) in found(since(run))


@pytest.mark.parametrize("name", ["pelicanconf.py", "publishconf.py"])
def test_changed_settings_are_said(run: Run, repository: Path, write: Write, name: str) -> None:
    write({name: CONF + "DEFAULT_PAGINATION = 7\n"})
    said = f"The settings changed too: run `{typed()} audit` for all posts."
    code, out, err = run("audit", "--since", "HEAD")
    assert (code, err) == (0, "")
    assert said in out
    assert said in run("audit", "--since", "HEAD", "--format", "json")[2]
    write({LOCK: POOR + "More.\n"})
    assert said in run("audit", "--since", "HEAD")[1]
    git(repository, "checkout", "-q", "--", ".")


def test_no_other_python_file_is_the_settings(run: Run, repository: Path, write: Write) -> None:
    write({"tasks.py": "x = 1\n", "old/pelicanconf.py": CONF})
    assert "settings" not in run("audit", "--since", "HEAD")[1]


def test_people_unchanged_touch_nothing(run: Run, firm: Path, write: Write) -> None:
    write({"content/people/ida.md": IDA, "content/people/ana.md": ANA})
    assert paths(since(run)) == set()


@pytest.mark.parametrize(
    "link",
    ["[it]({filename}the%20old%20lock.md)", "[it]({filename}<the old lock.md>)",
     "[it][l]\n\n    [l]: {filename}../posts/the%20old%20lock.md",
     '<a href="/the-lock.html">it</a>',
     "[it][l]\n\n    [l]: /the-lock.html#top"],
)  # fmt: skip
def test_ways_to_link_to_a_post_that_became_a_draft(
    run: Run, repository: Path, write: Write, link: str
) -> None:
    git(repository, "mv", LOCK, "content/posts/the old lock.md")
    write({WEIR: GOOD.replace("Who pays", "Wh").replace("it twice", link)})
    commit(repository)
    write({"content/posts/the old lock.md": POOR.replace("Date", "Status: draft\n    Date")})
    assert paths(since(run)) == {"content/posts/the old lock.md", WEIR}
