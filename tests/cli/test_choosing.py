"""Which posts a command is about, and which faults belong to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.cli.changes import Changes
from rapport.cli.choosing import Choice, both, everything, named
from rapport.cli.touching import touched
from rapport.errors import UsageError
from rapport.model import Mention, ShoutOut, Site, Thanks
from tests.cli.nouns import comment, fault, person, post, settings

TOLLS = post("tolls", thanks=(Thanks("ana", "the map", 4),))
LOCKS = post("locks", authors=("Ana",))
WEIRS = post("weirs")
WEHRE = post("wehre", id="weirs", lang="de")
BRIDGES = post("bridges")
ANA = person("ana")
BO = person("bo", also=("Bo Lind",))
SITE = Site(
    posts=(TOLLS, LOCKS, WEIRS, WEHRE, BRIDGES),
    people=(ANA, BO),
    comments=(comment("weirs", "c1"), comment("bridges", "c2", person="bo")),
    shout_outs=(ShoutOut(TOLLS, "Ana", "the map", person=ANA),),
    mentions=(Mention(TOLLS, BO),),
    problems=(
        fault("content/posts/broken.md"),
        fault("content/comments/gone", "CFG906"),
        fault("content/posts/locks.md", "CFG912", "warning"),
    ),
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for item in (*SITE.posts, *SITE.people, *SITE.comments, *SITE.problems[:1]):
        path = tmp_path / item.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def slugs(choice: Choice) -> list[str]:
    return [chosen.slug for chosen in choice.posts]


def faults(choice: Choice) -> list[str]:
    return [f.path for f in SITE.problems if choice.covers(f.code, f.path)]


def test_everything_is_every_post_and_every_fault() -> None:
    choice = everything(SITE)
    assert (choice.posts, len(faults(choice))) == (SITE.posts, 3)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/posts/tolls.md", ["tolls"]),
        ("./content/../content/posts/tolls.md", ["tolls"]),
        ("content/posts", ["tolls", "locks", "weirs", "wehre", "bridges"]),
        ("content/posts/", ["tolls", "locks", "weirs", "wehre", "bridges"]),
        (".", ["tolls", "locks", "weirs", "wehre", "bridges"]),
        ("..", ["tolls", "locks", "weirs", "wehre", "bridges"]),
        ("content/comments/weirs/c1.md", ["weirs", "wehre"]),
        ("content/comments/weirs", ["weirs", "wehre"]),
        ("content/comments", ["weirs", "wehre", "bridges"]),
        ("content/people/ana.md", ["tolls", "locks"]),
        ("content/people/bo.md", ["tolls", "bridges"]),
        ("content/posts/broken.md", []),
    ],
)
def test_a_path_stands_for_posts(here: Path, path: str, expected: list[str]) -> None:
    assert slugs(named(SITE, settings(here), [path])) == expected


def test_several_paths_come_in_the_order_of_the_site(here: Path) -> None:
    paths = ["content/posts/weirs.md", "content/posts/tolls.md", "content/posts/weirs.md"]
    assert slugs(named(SITE, settings(here), paths)) == ["tolls", "weirs"]


def test_paths_are_relative_to_the_current_folder(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(here / "content" / "posts")
    assert slugs(named(SITE, settings(here), ["locks.md"])) == ["locks"]


def test_a_site_behind_a_symbolic_link(
    here: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    link = tmp_path_factory.mktemp("links") / "site"
    link.symlink_to(here)
    real = str((here / "content/posts/locks.md").resolve())
    assert slugs(named(SITE, settings(link), [real])) == ["locks"]


def test_only_the_faults_of_the_paths_are_shown(here: Path) -> None:
    chosen = settings(here)
    assert faults(named(SITE, chosen, ["content/posts/tolls.md"])) == []
    assert faults(named(SITE, chosen, ["content/posts/locks.md"])) == ["content/posts/locks.md"]
    assert faults(named(SITE, chosen, ["content/comments"])) == ["content/comments/gone"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (
            "content/posts/tols.md",
            r"There is no content/posts/tols\.md\. Did you mean .*tolls\.md\?",
        ),
        ("nowhere", "There is no nowhere.$"),
        ("notes", "notes holds no post, comment or person"),
    ],
)
def test_a_path_that_names_nothing_is_wrong_use(here: Path, path: str, message: str) -> None:
    (here / "notes").mkdir()
    with pytest.raises(UsageError, match=message):
        named(SITE, settings(here), ["content/posts/tolls.md", path])


def changed(here: Path, *present: str, gone: tuple[str, ...] = ()) -> Choice:
    def full(paths: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(str(here / path) for path in paths)

    return touched(SITE, settings(here), Changes(full(present), full(gone)))


def test_what_changed_touches_posts(here: Path) -> None:
    assert slugs(changed(here, "content/posts/tolls.md", "notes.txt")) == ["tolls"]
    assert slugs(changed(here, "content/comments/weirs/c1.md")) == ["weirs", "wehre"]
    assert slugs(changed(here, "content/people/bo.md")) == ["tolls", "bridges"]
    assert slugs(changed(here, "theme/base.html")) == []


def test_a_deleted_comment_touches_the_post_it_was_on(here: Path) -> None:
    assert slugs(changed(here, gone=("content/comments/bridges/c9.md",))) == ["bridges"]


def test_a_deleted_person_touches_the_posts_that_still_thank_them(here: Path) -> None:
    missing = Site(posts=SITE.posts, comments=SITE.comments)
    gone = Changes((), (str(here / "content/people/ana.md"), str(here / "content/people/bo.md")))
    assert slugs(touched(missing, settings(here), gone)) == ["tolls", "bridges"]


def test_a_fault_between_two_files_is_shown_whichever_changed(here: Path) -> None:
    assert faults(changed(here, gone=("content/posts/gone.md",))) == ["content/comments/gone"]
    assert "content/posts/broken.md" in faults(changed(here, "content/posts/broken.md"))


def test_paths_and_changes_together_are_what_they_share(here: Path) -> None:
    posts = named(SITE, settings(here), ["content/posts/tolls.md", "content/posts/locks.md"])
    choice = both(posts, changed(here, "content/posts/locks.md", "content/posts/weirs.md"))
    assert (slugs(choice), faults(choice)) == (["locks"], ["content/posts/locks.md"])


def test_a_person_stands_for_the_posts_that_name_them_plainly(here: Path) -> None:
    texts = ("As Ana\nSolis says.", "Ana Solisburg", "@ana_s wrote", "")
    posts = tuple(post(f"p{n}", text=text) for n, text in enumerate(texts))
    solis = person("solis", name="Ana Solis")
    site = Site(posts=posts, people=(solis,))
    assert slugs(named(site, settings(here), ["content/posts"])) == ["p0", "p1", "p2", "p3"]
    (here / solis.path).touch()
    assert slugs(named(site, settings(here), [solis.path])) == ["p0"]


def test_a_post_that_is_gone_touches_those_that_lead_to_it(here: Path) -> None:
    leads = post("p0", text="See [it]({filename}gone.md#a).")
    site = Site(posts=(leads, post("p1", text="gone")))
    gone = Changes((), (str(here / "content/posts/gone.md"), str(here / "theme/p1")))
    assert slugs(touched(site, settings(here), gone)) == ["p0"]


def test_what_is_not_of_the_site_is_passed_over_when_asked(here: Path) -> None:
    (here / "notes").mkdir()
    paths = ["notes", "content/posts/tolls.md"]
    assert slugs(named(SITE, settings(here), paths, skip_others=True)) == ["tolls"]
    assert slugs(named(SITE, settings(here), ["notes"], skip_others=True)) == []
    with pytest.raises(UsageError, match="There is no nowhere"):
        named(SITE, settings(here), ["nowhere"], skip_others=True)
