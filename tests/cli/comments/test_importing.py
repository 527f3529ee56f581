"""`rapport comments import`: what becomes of another system's comments, seen from outside."""

from __future__ import annotations

import errno
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from rapport.store import batches, locked
from tests.cli.comments.inbox import POST
from tests.cli.quay import Run
from tests.importers.exports import disqus, item, post, thread, wordpress, words

TOLL, LOCK = "who-pays-the-toll", "the-lock"
HERE = thread("1", "https://old.example/2014/who-pays-the-toll.html", "Who pays the toll")


def snapshot(folder: Path) -> Mapping[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def bring(run: Run, text: str, *words: str, name: str = "disqus") -> dict[str, Any]:
    """The account of an import as JSON; the export lies beside the site."""
    file = Path("..") / "export.xml"
    file.write_text(text, encoding="utf-8")
    code, out, err = run("comments", "import", name, str(file), "--json", *words)
    assert (code, err) == (0, "")
    account: dict[str, Any] = json.loads(out)
    assert (
        sum(account[key] for key in ("shown", "pending", "removed")) + len(account["skipped"])
        == (account["entries"])
    )
    return account


def comments(site: Path, on: str = TOLL) -> dict[str, tuple[str, str]]:
    """The imported comments on a post by source id: (id, text)."""
    found = {}
    for path in (site / "content/comments" / on).glob("*.md"):
        text = path.read_text("utf-8")
        if "Source-Id: " in text:
            found[text.partition("Source-Id: ")[2].partition("\n")[0]] = (path.stem, text)
    return found


def inbox(site: Path, state: str) -> list[str]:
    return [
        path.read_text("utf-8") for path in sorted((site / ".rapport/inbox" / state).glob("*.md"))
    ]


def clean(run: Run) -> None:
    """The site has no error in any of its files."""
    _, out, _ = run("audit", "--format", "json")
    faults = json.loads(out)["findings"]
    assert [f for f in faults if f["code"].startswith("CFG") and f["severity"] == "error"] == []


# --- without --write, with it, and again ----------------------------------------------------------


def test_without_write_nothing_is_written(run: Run, site: Path) -> None:
    before = snapshot(site)
    account = bring(run, disqus(HERE, post("11", "1"), post("12", "1", parent="11")))
    assert snapshot(site) == before
    assert (account["schema"], account["shown"], account["written"]) == (1, 2, False)
    (found,) = account["threads"]
    assert found | {"post": TOLL, "comments": 2, "depth": 1} == found
    assert found["title"] == "Who pays the toll"


def test_what_is_written_is_a_comment_of_ours(run: Run, site: Path) -> None:
    bring(run, disqus(HERE, post("11", "1"), post("12", "1", "<p>No.</p>", parent="11")), "--write")
    found = comments(site)
    assert "Date: 2014-03-01T10:00:05+00:00\n" in found["11"][1]
    assert f"Reply-To: {found['11'][0]}\n" in found["12"][1]
    assert found["12"][1].endswith("\n\nNo.\n")
    assert "Source: disqus\n" in found["11"][1]
    clean(run)


def test_a_second_run_changes_nothing_and_says_so(run: Run, site: Path) -> None:
    text = disqus(HERE, post("11", "1", email="w@mail.example"), post("12", "1", spam="true"),
                  post("13", "9"))  # fmt: skip
    bring(run, text, "--write")
    before = snapshot(site)
    account = bring(run, text, "--write")
    assert set(account["new"].values()) == {0}
    assert snapshot(site) == before
    _, out, _ = run("comments", "import", "disqus", "../export.xml")
    assert "Nothing is new" in out


def test_a_newer_export_adds_only_what_is_new(run: Run, site: Path) -> None:
    bring(run, disqus(HERE, post("11", "1")), "--write")
    before = snapshot(site)
    later = disqus(HERE, post("11", "1", "<p>Changed there.</p>"), post("12", "1", parent="11"))
    assert bring(run, later, "--write")["new"]["shown"] == 1
    after = snapshot(site)
    assert before.items() <= after.items()
    assert len(after) == len(before) + 1


def test_an_answer_finds_what_came_with_an_earlier_export(run: Run, site: Path) -> None:
    bring(run, disqus(HERE, post("11", "1")), "--write")
    account = bring(run, disqus(HERE, post("12", "1", parent="11")), "--write")
    found = comments(site)
    assert f"Reply-To: {found['11'][0]}\n" in found["12"][1]
    assert account["orphans"] == []


def test_what_the_firm_has_changed_since_is_left_as_it_is(run: Run, site: Path) -> None:
    text = disqus(
        HERE, *(post(name, "1") for name in ("11", "12")), post("13", "1", approved="false")
    )
    bring(run, text, "--write")
    found = comments(site)
    assert run("comments", "edit", found["11"][0], "--text", "Mended.", "--by", "Ida",
               "--why", "a slip")[0] == 0  # fmt: skip
    assert run("comments", "remove", found["12"][0], "--by", "Ida", "--why", "asked")[0] == 0
    (held,) = (site / ".rapport/inbox/pending").glob("*.md")
    assert run("comments", "approve", held.stem, "--by", "Ida")[0] == 0
    before = snapshot(site)
    bring(run, text, "--write")
    assert snapshot(site) == before


@pytest.mark.parametrize("how", [(), ("--erase",)])
def test_what_was_refused_does_not_come_back(run: Run, site: Path, how: tuple[str, ...]) -> None:
    text = disqus(HERE, post("13", "1", approved="false"))
    bring(run, text, "--write")
    (held,) = (site / ".rapport/inbox/pending").glob("*.md")
    assert run("comments", "remove", held.stem, "--by", "Ida", "--why", "rude", *how)[0] == 0
    before = snapshot(site)
    bring(run, text, "--write")
    assert snapshot(site) == before


def test_the_post_gets_its_id_with_its_first_comment(run: Run, site: Path) -> None:
    (site / "content/posts/weir.md").write_text("Title: The weir\nDate: 2026-01-01\n\nIt holds.\n")
    bring(run, disqus(thread("1", "https://x.example/the-weir/"), post("11", "1")), "--write")
    assert "\nId: the-weir\n" in (site / "content/posts/weir.md").read_text("utf-8")
    assert list(comments(site, "the-weir")) == ["11"]


# --- which post -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("link", "title", "key", "how"),
    [
        ("http://old.example/x", "", TOLL, "id"),
        ("http://www.old.example/who-pays-the-toll/index.html", "", "", "address"),
        ("https://quay.example/who-pays-the-toll.html?utm=1#c", "", "", "address"),
        ("https://old.example/?p=12", "", "12 https://old.example/Who-Pays-The-Toll/", "address"),
        ("https://old.example/blog/2014/03/who-pays-the-toll/", "", "7", "end of the address"),
        ("https://old.example/?p=12", "Who pays the toll", "12", "title"),
        ("https://old.example/?p=12", "Who pays the toll? | Quay Letters", "", "title"),
    ],
)
def test_a_thread_finds_its_post(  # noqa: PLR0917 - a table
    run: Run, site: Path, link: str, title: str, key: str, how: str
) -> None:
    (found,) = bring(run, disqus(thread("1", link, title, key), post("11", "1")))["threads"]
    assert (found["post"], found["matched"]) == (TOLL, how)


def test_a_title_that_two_posts_have_says_nothing(run: Run, site: Path) -> None:
    for name in ("a", "b"):
        (site / f"content/posts/{name}.md").write_text(
            f"Title: Twice\nSlug: twice-{name}\nDate: 2026-01-01\n\nWords.\n"
        )
    (found,) = bring(run, disqus(thread("1", "", "Twice"), post("11", "1")))["threads"]
    assert found["post"] is None


def test_several_threads_of_one_article_become_one(run: Run, site: Path) -> None:
    account = bring(
        run,
        disqus(HERE, thread("2", "http://new.example/who-pays-the-toll"), post("11", "1"),
               post("12", "2"), post("13", "2", parent="11")),
        "--write",
    )  # fmt: skip
    (found,) = account["threads"]
    assert (found["comments"], found["places"], found["depth"]) == (3, 2, 1)
    assert sorted(comments(site)) == ["11", "12", "13"]


def test_what_is_of_no_post_is_kept_aside_and_goes_to_it_later(run: Run, site: Path) -> None:
    there = thread("1", "https://old.example/the-weir/", "The weir")
    text = disqus(there, post("11", "1", email="w@mail.example"), post("12", "1", parent="11"))
    account = bring(run, text, "--write")
    assert account["aside"] == 2
    assert account["threads"][0] | {"post": None, "title": "The weir"} == account["threads"][0]
    kept = inbox(site, "aside")
    assert len(kept) == 2
    assert all("Place-Url: https://old.example/the-weir/\n" in each for each in kept)
    (site / "content/posts/weir.md").write_text("Title: The weir\nDate: 2026-01-01\n\nIt holds.\n")
    bring(run, text, "--write")
    assert sorted(comments(site, "the-weir")) == ["11", "12"]
    assert inbox(site, "aside") == []
    assert "w@mail.example" in "".join(snapshot(site / ".rapport/contacts").values())


# --- who answers whom -----------------------------------------------------------------------------


def test_an_orphan_opens_a_thread_and_is_named(run: Run, site: Path) -> None:
    account = bring(run, disqus(HERE, post("11", "1", parent="404")), "--write")
    assert [each["id"] for each in account["orphans"]] == ["11"]
    assert "Reply-To" not in comments(site)["11"][1]


def test_a_circle_is_opened_and_named(run: Run, site: Path) -> None:
    text = disqus(HERE, post("11", "1", parent="13"), post("12", "1", parent="11"),
                  post("13", "1", parent="12"), post("14", "1", parent="14"),
                  post("15", "1", parent="12"))  # fmt: skip
    account = bring(run, text, "--write")
    assert sorted(map(sorted, account["cycles"])) == [["11", "12", "13"], ["14"]]
    assert "Reply-To" in comments(site)["15"][1]
    clean(run)


def test_a_removed_comment_with_answers_leaves_a_tombstone(run: Run, site: Path) -> None:
    text = disqus(HERE, post("11", "1", "<p>Secret.</p>", deleted="true", name="Wanda Tull"),
                  post("12", "1", parent="11", deleted="true", message=""),
                  post("13", "1", parent="12"), post("14", "1", deleted="true"))  # fmt: skip
    account = bring(run, text, "--write")
    assert (account["removed"], account["tombstones"]) == (3, 2)
    found = comments(site)
    assert sorted(found) == ["11", "12", "13"]
    assert "Status: removed" in found["11"][1]
    assert "Secret" not in found["11"][1]
    assert "Wanda" not in found["11"][1]
    clean(run)


def test_a_chain_of_five_thousand_answers(run: Run, site: Path) -> None:
    chain = [post("0", "1"), *(post(str(n), "1", parent=str(n - 1)) for n in range(1, 5000))]
    assert bring(run, disqus(HERE, *chain))["threads"][0]["depth"] == 4999


def test_answers_that_come_before_what_they_answer(run: Run, site: Path) -> None:
    bring(run, disqus(post("12", "1", parent="11"), post("11", "1"), HERE), "--write")
    assert f"Reply-To: {comments(site)['11'][0]}\n" in comments(site)["12"][1]


def test_two_entries_with_one_id(run: Run, site: Path) -> None:
    account = bring(
        run, disqus(HERE, post("11", "1", "<p>One.</p>"), post("11", "1", "<p>Two.</p>"))
    )
    assert account["shown"] == 1
    assert [each["id"] for each in account["skipped"]] == ["11"]


# --- what must not be shown -----------------------------------------------------------------------


def test_spam_and_what_was_not_approved_never_go_live(run: Run, site: Path) -> None:
    account = bring(
        run, disqus(HERE, post("11", "1", spam="true"), post("12", "1", approved="false"),
                    post("13", "1", parent="11")), "--write",
    )  # fmt: skip
    assert sorted(comments(site)) == ["13"]
    assert len(inbox(site, "spam")) == len(inbox(site, "pending")) == 1
    assert (account["spam"], account["pending"]) == (1, 1)
    assert "Flag: held - not approved there" in inbox(site, "pending")[0]


def test_a_name_of_the_firms_waits_until_a_map_says_who_it_is(run: Run, site: Path) -> None:
    text = disqus(HERE, post("11", "1", name="Ida Brandt", username="ida_b"),
                  post("12", "1", name="IDA BRANDT", username="other"))  # fmt: skip
    account = bring(run, text, "--write")
    assert account["pending"] == 2
    assert {each["account"] for each in account["firm_names"]} == {"ida_b", "other"}
    assert comments(site) == {}
    (site / "who.txt").write_text("# ours\nida_b = ida\n\nother = none\n")
    bring(run, text, "--write", "--map", "who.txt")
    found = comments(site)
    assert "Person: ida\n" in found["11"][1]
    assert "Person: none\n" in found["12"][1]
    assert inbox(site, "pending") == []
    clean(run)


@pytest.mark.parametrize(
    ("line", "told"),
    [("ida_b", ":2: write"), ("ida_b = idda", "did you mean ida"), ("= ida", ":2: write"),
     ("jo = ana", "somebody else in a line above")],
)  # fmt: skip
def test_a_map_that_cannot_be_used(run: Run, site: Path, line: str, told: str) -> None:
    Path("../export.xml").write_text(disqus(HERE, post("11", "1")))
    (site / "who.txt").write_text(f"jo = ida\n{line}\n")
    code, out, err = run("comments", "import", "disqus", "../export.xml", "--map", "who.txt")
    assert (code, out) == (2, "")
    assert told in err


PRIVATE = ("wren@mail.example", "198.51.100.7", "hidden@mail.example", "name@mail.example",
           "coded@mail.example", "query@mail.example")  # fmt: skip


def test_nothing_private_stands_in_any_public_file(run: Run, site: Path) -> None:
    body = (
        "<p>Write to hidden@mail.example or <a href='mailto:&#99;oded@mail.example'>me</a> "
        "(coded&#64;mail.example), <a href='https://x.example/?q=query@mail.example'>this</a></p>"
    )
    private = {"email": PRIVATE[0], "ip": PRIVATE[1]}
    text = disqus(HERE, post("11", "1", body, name="Jo name@mail.example", **private),
                  post("12", "1", name="name@mail.example", username="jo"),
                  post("query@mail.example", "1"))  # fmt: skip
    bring(run, text, "--write")
    clean(run)
    code, _, _ = run("build")
    assert code in (0, 1)
    public = [*(site / "content").rglob("*"), *(site / "output").rglob("*")]
    texts = [path.read_bytes().decode("utf-8", "replace") for path in public if path.is_file()]
    assert len(texts) > 10
    for secret in PRIVATE:
        assert not any(secret in each for each in texts), secret
    kept = "".join(snapshot(site / ".rapport/contacts").values())
    assert all(secret in kept for secret in PRIVATE[:2])
    assert "Author: Anonymous\n" in comments(site)["12"][1]


def test_ids_that_would_climb_out_of_their_folder(run: Run, site: Path) -> None:
    names = ("../../../etc/x", "a/b", "..", "a&#9;b", "x" * 3000)
    threads = "".join(thread(name, "", "", "../../who") for name in names)
    text = disqus(threads, HERE, *(post(name, "1") for name in names), *(
        post(f"{name}2", name) for name in names))  # fmt: skip
    before = {path for path in site.parent.rglob("*") if path.is_file()}
    account = bring(run, text, "--write")
    assert account["shown"] == 10
    made = {path for path in site.parent.rglob("*") if path.is_file()} - before
    folders = {path.parent.relative_to(site).as_posix() for path in made if site in path.parents}
    assert folders == {f"content/comments/{TOLL}", ".rapport", ".rapport/inbox/aside"}
    clean(run)


def test_a_comment_of_two_megabytes_is_left_out_and_named(run: Run, site: Path) -> None:
    account = bring(
        run, disqus(HERE, post("11", "1", "a " * 1_000_000), post("12", "1")), "--write"
    )
    assert [each["id"] for each in account["skipped"]] == ["11"]
    assert "0.9 MB" in account["skipped"][0]["reason"]
    clean(run)


def test_wordpress_brings_mentions_and_waits_with_what_waited(run: Run, site: Path) -> None:
    text = wordpress(item("4", [
        words("31"), words("32", type="pingback", author="Elsewhere", content="[...] toll [...]"),
        words("33", approved="0", author_email="o@mail.example"), words("34", parent="31"),
        words("35", approved="spam"), words("36", approved="trash"),
    ], slug=TOLL, link="https://old.example/?p=4"))  # fmt: skip
    account = bring(run, text, "--write", name="wordpress")
    assert (account["shown"], account["pending"], account["removed"], account["spam"]) == (
        3,
        1,
        1,
        1,
    )
    assert "Kind: mention\n" in comments(site)["32"][1]
    assert "Email: o@mail.example\n" in inbox(site, "pending")[0]
    clean(run)


# --- whatever goes wrong --------------------------------------------------------------------------


def test_an_export_that_cannot_be_read(run: Run, site: Path) -> None:
    before = snapshot(site)
    Path("../export.xml").write_text(disqus(HERE, post("11", "1"))[:-40])
    code, out, err = run("comments", "import", "disqus", "../export.xml", "--write")
    assert (code, out) == (2, "")
    assert "export.xml:" in err
    assert snapshot(site) == before


def test_two_imports_at_once(run: Run, site: Path) -> None:
    Path("../export.xml").write_text(disqus(HERE, post("11", "1")))
    with locked(site / ".rapport"):
        code, _, err = run("comments", "import", "disqus", "../export.xml", "--write")
    assert code == 1
    assert "Wait until it has ended" in err
    assert comments(site) == {}


@pytest.mark.parametrize("at", [0, 1, 7, 19])
@pytest.mark.parametrize("stop", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left")])
def test_cut_short_nothing_is_half_written_and_again_gives_the_whole(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch, at: int, stop: BaseException
) -> None:
    entries = (post(str(n), "1" if n % 3 else "2", email="w@mail.example") for n in range(12))
    text = disqus(HERE, thread("2", "https://old.example/none"), *entries)
    Path("../export.xml").write_text(text)
    before = snapshot(site / "content")
    write, calls = batches._write, iter(range(100))

    def failing(*words: Any, **more: Any) -> None:
        if next(calls) == at:
            raise stop
        write(*words, **more)

    monkeypatch.setattr(batches, "_write", failing)
    code, _, err = run("comments", "import", "disqus", "../export.xml", "--write")
    assert code == (130 if isinstance(stop, KeyboardInterrupt) else 1)
    assert "Traceback" not in err
    assert snapshot(site / "content") == before
    assert list((site / ".rapport").rglob("*.md")) == []
    monkeypatch.setattr(batches, "_write", write)
    account = bring(run, text, "--write")
    assert account["new"] == {"shown": 8, "tombstones": 0, "pending": 0, "spam": 0, "aside": 4}
    assert len(comments(site)) == 8


@pytest.mark.parametrize("at", range(6))
def test_killed_anywhere_a_second_run_gives_the_whole(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """A kill lets nothing be taken back: some files have their names by then, others have not."""
    (site / "content/posts/weir.md").write_text("Title: The weir\nDate: 2026-01-01\n\nIt holds.\n")
    there = thread("1", "https://x.example/the-weir/"), thread("2", "https://old.example/none")
    text = disqus(*there, post("11", "1", email="w@mail.example"), post("12", "2"),
                  post("13", "1", email="v@mail.example"))  # fmt: skip
    move = batches._move

    def killed(moves: Any) -> None:
        for each in moves[:at]:
            each.goal.parent.mkdir(parents=True, exist_ok=True)
            each.staged.replace(each.goal)
        raise KeyboardInterrupt

    monkeypatch.setattr(batches, "_move", killed)
    Path("../export.xml").write_text(text)
    assert run("comments", "import", "disqus", "../export.xml", "--write")[0] == 130
    monkeypatch.setattr(batches, "_move", move)
    bring(run, text, "--write")
    assert sorted(comments(site, "the-weir")) == ["11", "13"]
    assert "\nId: the-weir\n" in (site / "content/posts/weir.md").read_text("utf-8")
    contacts = "".join(snapshot(site / ".rapport/contacts").values())
    assert "w@mail.example" in contacts
    assert "v@mail.example" in contacts
    assert len(inbox(site, "aside")) == 1


def test_the_account_in_words(run: Run, site: Path) -> None:
    there = thread("2", "https://old.example/none", "The \x1b[31mweir")
    late = post("13", "1", date="2014-03-01 10:00:00")
    big = post("12", "2", "<h1>Big</h1>")
    text = disqus(HERE, there, post("11", "1"), big, late, post("14", "1", spam="true"))
    Path("../export.xml").write_text(text)
    code, out, _ = run("comments", "import", "disqus", "../export.xml")
    assert code == 0
    assert "\x1b" not in out
    for part in ("4 entries from disqus", "1 spam", "of no post of yours", "1 date came without",
                 "heading (1)", "Nothing was written. With --write"):  # fmt: skip
        assert part in out


@pytest.mark.parametrize(
    ("email", "folder", "said"),
    [("noor@rivers.example", ".", True), ("", ".", False),
     ("noor@rivers.example", ".rapport", False), ("noor@rivers.example", "..", False)],
)  # fmt: skip
def test_an_export_with_addresses_should_not_lie_where_git_takes_it(
    run: Run, site: Path, email: str, folder: str, said: bool
) -> None:
    row = {"post": POST, "author": "Noor", "date": "2026-03-02T09:00:00Z", "body": "Hm.",
           "email": email}  # fmt: skip
    (site / folder).mkdir(exist_ok=True)
    path = site / folder / "old.json"
    path.write_text(json.dumps([row]))
    code, out, _ = run("comments", "import", "json", str(path))
    assert (code, "so that nobody commits it" in out) == (0, said)
