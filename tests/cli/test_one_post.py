"""One post read alone is judged as it is among all the others, and sooner."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from rapport.audit import judge
from rapport.cli.audit import command
from rapport.cli.opening import Opened, open_site
from rapport.model import Facts, Finding, Post, Report
from tests.sites import Write

NOW = datetime(2026, 6, 1, tzinfo=UTC)
SAMPLE = Path(__file__).resolve().parents[2] / "pelicanconf.py"
CONF = """
    AUTHOR = "Ida Brandt"
    SITEURL = "https://quay.example"
    ARTICLE_URL = "posts/{slug}/"
    RAPPORT_FIRM_NAMES = ["Quay & Co"]
    """
ANN, BEA, CY = (letter * 26 for letter in "abc")


def post(title: str, text: str, *more: str) -> str:
    head = [f"Title: {title}", "Date: 2026-03-02 09:00", *more]
    return "\n".join([*head, "", text, ""])


def comment(author: str, text: str, *more: str) -> str:
    head = [f"Author: {author}", "Date: 2026-03-01 09:00+00:00", *more]
    return "\n".join([*head, "", text, ""])


FILES = {
    "pelicanconf.py": CONF,
    "content/people/ida.md": "Name: Ida Brandt\nRole: firm\n\nOf the firm.\n",
    "content/posts/toll.md": post(
        "The toll",
        "Ann Vale asked, and Bea Quist saw [the draft]({filename}draft.md). Who else paid it?",
        f"Thanks: {ANN} - for asking",
        f"Prompted-by: {BEA}",
        "Audit-ignore: TLK501 - both are written to",
    ),
    "content/posts/maut.md": post("Maut", "Wer hat sie bezahlt?", "Slug: the-toll", "Lang: de"),
    "content/posts/lock.md": post("The lock", "Cy Moor has drawn it. Ann Vale has not."),
    "content/posts/draft.md": post("A draft", "It is not done.", "Status: draft"),
    "content/posts/twin.md": post("The  Lock!", "Ann Vale drew another."),
    "content/posts/guest.md": post("A guest", "Gil Holt wrote it.", "Author: Gil Holt"),
    "content/posts/old.md": post("Old", "Call us.", "Superseded-by: the-toll"),
    "content/posts/quiet.md": post(
        "Quiet", "See [it](https://quay.example/posts/none/).", "Audit-ignore: LNK305 - soon"
    ),
    "content/posts/astray.md": post("Astray", "See [the piers](/posts/the-tolls/), and say so."),
    f"content/comments/the-lock/{ANN}.md": comment("Ann Vale", "Which lock is it?"),
    f"content/comments/the-toll/{BEA}.md": comment("Bea Quist", "Who is paid, and by whom?"),
    f"content/comments/a-guest/{CY}.md": comment(
        "Ida Brandt", "I wrote to Ann.", "Person: ida", f"Answers: {ANN}"
    ),
}


def seen(opened: Opened, path: str) -> tuple[Mapping[str, Facts], Report]:
    facts = opened.measured([post for post in opened.site.posts if post.path == path])
    return facts, judge(opened.site, facts, opened.settings, NOW)


def of_post(report: Report, path: str) -> list[Finding]:
    return [each for each in report.findings if each.path == path or each.code[:3] != "CFG"]


def alone(whole: Opened, post: Post) -> Opened:
    return open_site(whole.file, None, [str(whole.settings.root / post.path)])


@pytest.fixture
def whole(write: Write) -> Opened:
    return open_site(write(FILES) / "pelicanconf.py")


def test_every_post_of_the_sample_is_judged_alone_as_among_all() -> None:
    whole = open_site(SAMPLE)
    narrow = 0
    for post in whole.site.posts:
        if post.markup == "markdown":
            part = alone(whole, post)
            narrow += not part.site.whole
            (facts, report), (known, told) = seen(part, post.path), seen(whole, post.path)
            assert facts == known
            assert of_post(report, post.path) == of_post(told, post.path)
            assert (report.lights, report.entries) == (told.lights, told.entries)
    assert narrow > 10


@pytest.mark.parametrize(
    ("name", "narrow"),
    [
        ("toll", True),
        ("maut", True),
        ("lock", False),  # somebody waits, and is answered under another post
        ("twin", False),
        ("guest", True),
        ("draft", True),
        ("old", False),  # names another post
        ("quiet", False),  # silences what looks at other posts
    ],
)
def test_a_post_is_judged_alone_as_among_all(whole: Opened, name: str, narrow: bool) -> None:
    path = f"content/posts/{name}.md"
    part = open_site(whole.file, None, [str(whole.settings.root / path)])
    (facts, report), (known, told) = seen(part, path), seen(whole, path)
    assert part.site.whole is not narrow
    assert facts == known
    assert of_post(report, path) == of_post(told, path)
    assert (report.lights, report.entries) == (told.lights, told.entries)


def test_two_posts_at_one_address_are_seen_from_one(whole: Opened) -> None:
    path = "content/posts/twin.md"
    part = open_site(whole.file, None, [str(whole.settings.root / path)])
    assert "CFG907" in [each.code for each in part.site.problems if each.path == path]


def test_of_addresses_nothing_is_said_where_not_all_are_known(whole: Opened) -> None:
    path = "content/posts/astray.md"
    part = open_site(whole.file, None, [str(whole.settings.root / path)])
    among = of_post(seen(whole, path)[1], path)
    assert "LNK305" in [each.code for each in among]
    assert of_post(seen(part, path)[1], path) == [each for each in among if each.code != "LNK305"]


def test_no_more_is_read_than_a_post_needs(whole: Opened) -> None:
    part = open_site(whole.file, None, [str(whole.settings.root / "content/posts/guest.md")])
    assert [post.id for post in part.site.posts] == ["a-guest"]
    assert [comment.id for comment in part.site.comments] == [CY]
    assert [person.slug for person in part.site.people] == ["ida"]


def test_a_baseline_needs_the_whole_site(
    whole: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A finding may have moved from post to post, which only both posts tell."""
    monkeypatch.chdir(whole.settings.root)
    base = str(tmp_path / "base.json")
    run = CliRunner().invoke
    assert run(command, ["--write-baseline", base], obj=None).exception is None
    done = run(command, ["content/posts/guest.md", "--baseline", base], obj=None)
    assert "hidden" in done.output or "baseline" in done.output
    assert "match nothing" not in done.output
