"""`rapport comments import` of folders, databases and JSON of other systems, seen from outside."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.quay import Run
from tests.importers.test_commento import WREN, new, old
from tests.importers.test_isso import TABLES, row

TOLL = "who-pays-the-toll"
EMAIL, IP, HASH = "w@mail.example", "198.51.100.77", "bda486b80a2e80a8e22afe69dd621303"
DATE = "2016-09-10T01:21:05Z"


def put(files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = Path("there") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def field(**fields: str) -> str:
    given = {"name": "Wren Pask", "message": f"Write to {EMAIL}.", "date": DATE, "ip": IP} | fields
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in given.items())


def staticman(more: bool) -> None:
    put({
        f"{TOLL}/1.yml": field(_id="aa", email=HASH),
        f"{TOLL}/2.yml": field(reply_to="aa", email=EMAIL),
        f"{TOLL}/3.yml": field(deleted="true"), f"{TOLL}/4.yml": field(hp="x"),
        f"{TOLL}/5.yml": field(approved="false"), f"{TOLL}/6.yml": "message: W.\n",
    } | ({f"{TOLL}/7.yml": field(reply_to="aa")} if more else {}))  # fmt: skip


def pelican(more: bool) -> None:
    head = f"email: {EMAIL}\nip: {IP}\ndate: {DATE}\nauthor: Wren Pask\n"
    words = f"\nWrite to {EMAIL}.\n"
    put({
        f"{TOLL}/1.md": head + words, f"{TOLL}/2.md": f"{head}replyto: 1md\n{words}",
        f"{TOLL}/3.md": f"{head}status: spam\n{words}",
        f"{TOLL}/4.md": f"{head}status: draft\n{words}",
        f"{TOLL}/5.md": f"author: {HASH}\n{words}", f"{TOLL}/6.md": f"{head}\n",
    } | ({f"{TOLL}/7.md": f"{head}replyto: 1\n{words}"} if more else {}))  # fmt: skip


def commento(more: bool) -> None:
    words = f"Write to {EMAIL}."
    rows = [
        old("aa", url=TOLL, markdown=words), old("bb", url=TOLL, markdown=words, parentHex="aa"),
        old("cc", url=TOLL, markdown=words, deleted=True), old("dd", url=TOLL, state="flagged"),
        old("ee", url=TOLL, state="unapproved"), old("", url=TOLL),
    ] + ([old("ff", url=TOLL, parentHex="aa")] if more else [])  # fmt: skip
    made = {"version": 1, "comments": rows, "commenters": [WREN | {"email": EMAIL}]}
    put({"export.json": json.dumps(made)})


def comentario(more: bool) -> None:
    rows = [
        new("aa"), new("bb", parentId="aa"), new("cc", isDeleted=True), new("dd", isApproved=False),
        new("ee", isPending=True), new("", markdown=EMAIL),
    ] + ([new("ff", parentId="aa")] if more else [])  # fmt: skip
    page = {"id": "p1", "path": f"/{TOLL}"}
    writer = {"id": "u1", "name": "Wren Pask", "email": EMAIL}
    made = {"version": 3, "pages": [page], "comments": rows, "commenters": [writer]}
    put({"export.json": json.dumps(made)})


def isso(more: bool) -> None:
    words = {"text": f"Write to {EMAIL}.", "email": EMAIL, "remote_addr": IP}
    rows = [
        row(1, **words), row(2, parent=1, **words), row(3, mode=4, **words),
        row(4, mode=2, **words),
        row(5, **(words | {"created": "never"})),
    ] + ([row(7, parent=1, **words)] if more else [])  # fmt: skip
    file = Path("there/comments.db")
    file.parent.mkdir(exist_ok=True)
    file.unlink(missing_ok=True)
    link = sqlite3.connect(file)
    link.executescript(TABLES)
    for each in rows:
        marks = ", ".join("?" * len(each))
        insert = f"INSERT INTO comments ({', '.join(each)}) VALUES ({marks})"  # noqa: S608 - ours
        link.execute(insert, [*each.values()])
    link.commit()
    link.close()


# What is shown, pending, removed, spam, and skipped with the spam.
SYSTEMS = [
    pytest.param("staticman", ".", staticman, (2, 1, 1, 1, 2), id="staticman"),
    pytest.param("pelican", ".", pelican, (2, 1, 0, 1, 3), id="pelican"),
    pytest.param("commento", "export.json", commento, (2, 1, 1, 1, 2), id="commento"),
    pytest.param("commento", "export.json", comentario, (2, 1, 2, 0, 1), id="comentario"),
    pytest.param("isso", "comments.db", isso, (2, 1, 1, 0, 1), id="isso"),
]
Counts = tuple[int, int, int, int, int]
Make = Callable[[bool], None]


def bring(run: Run, system: str, path: str, *words: str) -> dict[str, Any]:
    code, out, err = run("comments", "import", system, f"there/{path}", "--json", *words)
    assert (code, err) == (0, "")
    account: dict[str, Any] = json.loads(out)
    return account


def snapshot(folder: Path) -> Mapping[str, bytes]:
    """What is in a folder, the export apart."""
    there = folder / "there"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and there not in path.parents
    }


def brought(site: Path) -> dict[str, str]:
    """The texts of the imported comments by their source's id."""
    texts = [path.read_text("utf-8") for path in (site / "content/comments" / TOLL).glob("*.md")]
    return {
        text.partition("Source-Id: ")[2].partition("\n")[0]: text
        for text in texts
        if "Source-Id: " in text
    }


@pytest.mark.parametrize(("system", "path", "make", "counts"), SYSTEMS)
def test_what_is_in_it_is_reckoned_and_nothing_is_written_yet(  # noqa: PLR0917 - a table
    run: Run, site: Path, system: str, path: str, make: Make, counts: Counts
) -> None:
    make(False)
    before = snapshot(site)
    there = snapshot(Path("there"))
    account = bring(run, system, path)
    found = [account[key] for key in ("shown", "pending", "removed", "spam")]
    assert (*found, len(account["skipped"])) == counts
    assert account["entries"] == sum(found[:3]) + counts[4]
    (thread,) = account["threads"]
    assert (thread["post"], thread["depth"]) == (TOLL, 1)
    assert snapshot(site) == before
    assert snapshot(Path("there")) == there


@pytest.mark.parametrize(("system", "path", "make", "counts"), SYSTEMS)
def test_what_is_private_stays_private_and_only_what_was_shown_is(  # noqa: PLR0917 - a table
    run: Run, site: Path, system: str, path: str, make: Make, counts: Counts
) -> None:
    make(False)
    bring(run, system, path, "--write")
    texts = brought(site)
    assert len(texts) == counts[0]
    assert sum("Reply-To: " in text for text in texts.values()) == 1
    assert run("build")[0] in (0, 1)
    public = b"".join(
        text for name, text in snapshot(site).items() if name.startswith(("content/", "output/"))
    )
    for private in (EMAIL, IP, HASH):
        assert private.encode() not in public
    kept = b"".join(snapshot(site / ".rapport/contacts").values())
    assert EMAIL.encode() in kept
    inbox = site / ".rapport/inbox"
    states = [len(list((inbox / each).glob("*.md"))) for each in ("pending", "spam")]
    assert states == [counts[1], counts[3]]


@pytest.mark.parametrize(("system", "path", "make", "counts"), SYSTEMS)
def test_a_second_run_changes_nothing_and_a_newer_export_adds_what_is_new(  # noqa: PLR0917 - a table
    run: Run, site: Path, system: str, path: str, make: Make, counts: Counts
) -> None:
    make(False)
    bring(run, system, path, "--write")
    before = snapshot(site)
    assert set(bring(run, system, path, "--write")["new"].values()) == {0}
    assert snapshot(site) == before
    make(True)
    assert bring(run, system, path, "--write")["new"]["shown"] == 1
    after = snapshot(site)
    assert before.items() <= after.items()
    assert len(brought(site)) == counts[0] + 1


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize(
    ("system", "path", "name", "data", "said"),
    [
        ("staticman", ".", f"{TOLL}/9.yml", BOMB.encode(), "9.yml:2: It uses the alias *a."),
        ("staticman", ".", f"{TOLL}/9.yml", b"message: 'W.\n", "9.yml:2:1: This is not YAML"),
        ("staticman", ".", f"{TOLL}/9.yml", b"", "9.yml: It is empty."),
        ("staticman", ".", f"{TOLL}/9.json", b'{"message": "W', "9.json:1:13: This is not JSON"),
        ("staticman", ".", f"{TOLL}/9.yml", b"message: \xff", "9.yml:1: It is not UTF-8."),
        ("pelican", ".", f"{TOLL}/9.md", b"date: \xff", "9.md:1: It is not UTF-8."),
        ("pelican", ".", f"{TOLL}/9.md", b"", "9.md: It is empty."),
        ("commento", "export.json", "export.json", b'{"version": 1,\n', "export.json:2:1: This is"),
        ("commento", "export.json", "export.json", b"", "export.json: It is empty."),
        (
            "commento",
            "export.json",
            "export.json",
            b"<a/>",
            "export.json:1:1: This is not JSON but",
        ),
        (
            "isso",
            "comments.db",
            "comments.db",
            b"SQLite format 3\0cut",
            "comments.db: The database",
        ),
        ("isso", "comments.db", "comments.db", b"\xff\xfe[", "comments.db:1: It is not UTF-8."),
        ("isso", "none.db", "comments.db", b"", "none.db: It cannot be read"),
        ("staticman", "none", "comments.db", b"", "none: There is no such folder."),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place_and_nothing_is_written(  # noqa: PLR0917 - a table
    run: Run, site: Path, system: str, path: str, name: str, data: bytes, said: str
) -> None:
    if system == "pelican":
        pelican(False)
    elif system == "staticman":
        staticman(False)
    file = Path("there") / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    before = snapshot(site)
    code, out, err = run("comments", "import", system, f"there/{path}", "--write")
    assert (code, out) == (2, "")
    assert said in err
    assert snapshot(site) == before


@pytest.mark.parametrize("odd", ["../../../out", "/etc/x", "a\0b", "..", "C:\\x", "%2e%2e/x"])
def test_slugs_and_ids_that_climb_out_stay_names(run: Run, site: Path, odd: str) -> None:
    put({f"{TOLL}/1.yml": field(_id=odd, slug=odd, _parent=odd, replying_to=odd)})
    around = {path for path in site.parent.rglob("*") if path.is_file()}
    bring(run, "staticman", ".", "--write")
    written = {path for path in site.parent.rglob("*") if path.is_file()} - around
    assert {path.parent for path in written} <= {
        site / "content/comments" / TOLL, site / ".rapport/contacts", site / ".rapport"
    }  # fmt: skip
    assert len(brought(site)) == 1


def test_a_slug_that_climbs_out_of_one_folder_for_all_is_kept_aside(run: Run, site: Path) -> None:
    put({"1.yml": field(slug="../../../out", _parent=""), "2.yml": field(slug=f"../{TOLL}")})
    account = bring(run, "staticman", ".", "--write")
    assert account["aside"] + account["shown"] >= 2
    assert not (site.parent / "out").exists()
    assert not (site / "out").exists()


def test_a_chain_of_five_thousand_answers(run: Run, site: Path) -> None:
    rows = [row(n, parent=n - 1 or None, text=f"Words {n}.") for n in range(1, 5001)]
    file = Path("there/comments.db")
    file.parent.mkdir()
    link = sqlite3.connect(file)
    link.executescript(TABLES)
    marks = ", ".join("?" * len(rows[0]))
    insert = f"INSERT INTO comments ({', '.join(rows[0])}) VALUES ({marks})"  # noqa: S608 - ours
    link.executemany(insert, [tuple(each.values()) for each in rows])
    link.commit()
    link.close()
    account = bring(run, "isso", "comments.db")
    assert (account["shown"], account["threads"][0]["depth"]) == (5000, 4999)


def test_two_files_with_one_id_are_told(run: Run, site: Path) -> None:
    put({f"{TOLL}/1.yml": field(_id="aa"), f"{TOLL}/2.yml": field(_id="aa")})
    account = bring(run, "staticman", ".")
    assert (account["shown"], [each["id"] for each in account["skipped"]]) == (1, ["aa"])


def test_nobody_of_the_firm_is_guessed(run: Run, site: Path) -> None:
    put({f"{TOLL}/1.yml": field(name="Ida Brandt", email="ida@quay.example")})
    account = bring(run, "staticman", ".", "--write")
    assert (account["pending"], account["firm_names"][0]["name"]) == (1, "Ida Brandt")
    assert brought(site) == {}


def test_what_the_file_lacks_is_said(run: Run, site: Path) -> None:
    put({f"{TOLL}/1.yml": field(email=HASH, mood="\x1b[31mfine")})
    _, out, _ = run("comments", "import", "staticman", "there")
    assert "Addresses that were hashed or encrypted there, 1 of them, are kept nowhere." in out
    assert "Fields that mean nothing here were left out: mood (1)." in out


def test_a_folder_that_is_no_post_of_ours_is_named_in_the_account(run: Run, site: Path) -> None:
    put({"whose-rope-is-it/1.yml": field(_id="aa")})
    _, out, _ = run("comments", "import", "staticman", "there")
    assert "  whose-rope-is-it (1)" in out
    (thread,) = bring(run, "staticman", "")["threads"]
    assert (thread["post"], thread["title"], thread["name"]) == (None, "", "whose-rope-is-it")
