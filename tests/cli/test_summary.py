"""What `rapport build` says at the end, to the letter."""

from __future__ import annotations

from datetime import timedelta

import click

from rapport.cli.summary import summary
from rapport.model import Lights, Person, Report, Site, Thread, Turn
from tests.cli.nouns import DAY, comment, fault, person, post

ANSWERED = comment("tolls", "c1", author="Ana")
WAITS = comment("tolls", "c2", author="Noor", date=DAY - timedelta(days=12))
LATER = comment("locks", "c3", author="Bo", date=DAY - timedelta(days=1))
TOLLS = post("tolls", title="Who pays the toll", date=DAY)
LOCKS = post("locks", title="A title that goes on and on until nobody reads it", status="draft",
             date=DAY - timedelta(days=30))  # fmt: skip
THREADS = {
    "tolls": Thread(
        "tolls", (Turn(ANSWERED, 0, None), Turn(WAITS, 0, None)), waiting=(WAITS,), answerable=2
    ),
    "locks": Thread("locks", (Turn(LATER, 0, None),), waiting=(LATER,), answerable=1),
}
LIGHTS = (
    Lights(LOCKS.path, "red", "red", "red", "amber", "amber"),
    Lights(TOLLS.path, "green", "amber", "green", "green", "red"),
)


def said(site: Site, lights: tuple[Lights, ...] = ()) -> str:
    return click.unstyle(summary(site, Report((), lights, len(site.posts)), DAY, 98))


def test_a_site_with_everything() -> None:
    site = Site(
        posts=(LOCKS, TOLLS),
        people=(person("ana"), person("bo")),
        comments=(ANSWERED, WAITS, LATER),
        threads=THREADS,
        problems=(
            fault("content/posts/bad.md"),
            fault("content/posts/odd.md", "CFG912", "warning"),
        ),
    )
    assert said(site, LIGHTS) == (
        "2 posts (1 draft), 3 comments, 2 people.\n"
        "\n"
        "                                                     "
        "ask      credit   link out pitch    answer\n"
        "2026-03-02  Who pays the toll                        "
        "good     partly   good     good     poor\n"
        "2026-01-31  A title that goes on and on until nob... "
        "poor     poor     poor     partly   partly\n"
        "\n"
        "1 fault in headers and files:\n"
        "  content/posts/bad.md:3  The title is missing. Write one. (CFG902)\n"
        "\n"
        "1 doubt in headers and files:\n"
        "  content/posts/odd.md:3  The title is missing. Write one. (CFG912)\n"
        "\n"
        "2 comments waiting for an answer, the oldest for 12 days: "
        "Noor, content/comments/tolls/c2.md"
    )


def test_an_empty_site() -> None:
    assert said(Site()) == "0 posts, 0 comments, 0 people.\n\nNobody is waiting for an answer."


def test_many_posts_show_the_newest_twenty() -> None:
    posts = tuple(post(f"p{n:02}", date=DAY + timedelta(days=n)) for n in range(25))
    lights = tuple(Lights(p.path, "green", "green", "green", "green", "grey") for p in posts)
    lines = said(Site(posts=posts), lights).splitlines()
    assert [line[12:15] for line in lines[3:23]] == [f"P{n:02}" for n in range(24, 4, -1)]
    assert lines[23] == "and 5 more; `rapport audit` shows all"


def test_every_error_is_listed_but_not_every_warning() -> None:
    errors = tuple(fault(f"content/posts/e{n}.md") for n in range(30))
    warnings = tuple(fault(f"content/posts/w{n}.md", "CFG912", "warning") for n in range(30))
    text = said(Site(problems=errors + warnings))
    assert text.count("content/posts/e") == 30
    assert text.count("content/posts/w") == 20
    assert "  and 10 more; `rapport audit` shows all" in text


def test_wide_letters_keep_the_columns_straight() -> None:
    wide = post("wide", title="運河と水門の話" * 4)
    lights = (Lights(wide.path, "green", "green", "green", "green", "green"),)
    row = said(Site(posts=(wide,)), lights).splitlines()[3]
    assert row.startswith("2026-03-02  運河")
    assert row.endswith(" good     good     good     good     good")


def test_words_stand_beside_the_colours() -> None:
    styled = summary(Site(posts=(TOLLS,)), Report((), LIGHTS[1:], 1), DAY)
    assert "\x1b[32mgood" in styled
    assert "\x1b[31mpoor" in styled


def test_a_hostile_name_cannot_drive_the_terminal() -> None:
    bad = comment("tolls", "c9", author="No\x1b[2Jor\u202e")
    thread = {"tolls": Thread("tolls", (Turn(bad, 0, None),), waiting=(bad,), answerable=1)}
    evil = post("tolls", title="A\x1b]0;title\x07 B")
    lights = (Lights(evil.path, "green", "green", "green", "green", "green"),)
    text = said(
        Site(posts=(evil,), threads=thread, people=(Person("a", "A", "peer", "p"),)), lights
    )
    assert not {"\x1b", "\x07", "\u202e"} & set(text)


def test_the_table_fits_the_terminal() -> None:
    wide = post("wide", title="A title that goes on and on until nobody reads it any more at all")
    lights = (Lights(wide.path, "green", "green", "green", "green", "green"),)
    for width in (80, 100, 140):
        text = click.unstyle(summary(Site(posts=(wide,)), Report((), lights, 1), DAY, width))
        table = text.split("\n\n")[1].splitlines()
        assert max(map(len, table)) <= width
        assert all(row.endswith(("answer", "good")) for row in table)
