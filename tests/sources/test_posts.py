"""One post: how its header is completed, and what is said of its faults."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from rapport.errors import SettingsError
from rapport.model import Ignore, Thanks
from tests.sources.sites import ANNA, ID, MARIA, POST, errors, message, only_post, read, told

HEAD = "Title: Crane\nDate: 2026-05-04 09:00\n"


def test_a_plain_post(tmp_path: Path) -> None:
    site = read(tmp_path, {"posts/crane.md": POST}, TIMEZONE="Europe/Rome")
    post = only_post(site)
    assert told(site) == []
    assert (post.path, post.source) == ("content/posts/crane.md", "posts/crane.md")
    assert (post.id, post.slug, post.lang, post.status) == ("crane", "crane", "en", "published")
    assert post.date == datetime(2026, 5, 4, 9, tzinfo=ZoneInfo("Europe/Rome"))
    assert (post.title, post.authors, post.markup) == ("Crane", ("Anna Rossi",), "markdown")
    assert post.text[post.body :] == "The crane stood still.\n"
    assert post.comments_open


def test_what_rapport_adds_to_a_header(tmp_path: Path) -> None:
    text = HEAD + (
        "Authors: Anna Rossi; Keller, Maria\n"
        "Tags: Shipping, contracts, Shipping\n"
        "Lang: DE\n"
        "Id: first\n"
        "Question: Has it moved?\n"
        "Thanks: maria - found the wrong date\n"
        f"Thanks: {ID} \u2013 asked\n"
        "    and asked again\n"
        f"Prompted-by: {ID}\n"
        "Comments: closed\n"
        "Updated: 2026-06-01 - the new fee\n"
        "Superseded-by: other\n"
        "Audit-ignore: LNK301 - only on paper\n"
        "Audit-ignore: ASK101\n\nText\n"
    )
    comment = "Author: Maria\nDate: 2026-05-05 20:12+02:00\n\nDid it move?\n"
    texts = {
        "posts/a.md": text,
        "posts/b.md": POST.replace("Crane", "Other"),
        "people/maria.md": MARIA,
        f"comments/first/{ID}.md": comment,
    }
    site = read(tmp_path, texts)
    post = next(post for post in site.posts if post.id == "first")
    assert errors(site) == []
    assert post.authors == ("Anna Rossi", "Keller, Maria")
    assert post.tags == ("Shipping", "contracts")
    assert (post.lang, post.slug, post.id) == ("de", "crane", "first")
    assert post.question == "Has it moved?"
    assert post.thanks == (
        Thanks("maria", "found the wrong date", 8),
        Thanks(ID, "asked and asked again", 9),
    )
    assert post.prompted_by == (ID,)
    assert not post.comments_open
    assert [(u.date, u.what) for u in post.updates] == [
        (datetime(2026, 6, 1, tzinfo=UTC), "the new fee")
    ]
    assert post.superseded_by == "other"
    assert post.ignores == (Ignore("LNK301", "only on paper", 15), Ignore("ASK101", "", 16))
    assert {shout.name for shout in site.shout_outs} == {"Maria Keller", "Maria"}


# What Pelican drops in silence.


@pytest.mark.parametrize(
    ("text", "told_", "said"),
    [
        ("Date: 2026-05-04\nAuthor: A\n\nx", "1 CFG902", "no title"),
        ("Title: \nDate: 2026-05-04\nAuthor: A\n\nx", "1 CFG902", "no title"),
        ("Titel: C\nDate: 2026-05-04\nAuthor: A\n\nx", "1 CFG902", "Line 1 says 'titel'"),
        ("Title: C\nAuthor: A\n\nx", "1 CFG902", "Date: 2026-05-04 09:00"),
        ("Title: C\nAuthor: A\nDate 2026\n\nx", "1 CFG902", "header ends before line 3"),
        ("Title: C\nDate: soon\nAuthor: A\n\nx", "2 CFG904", "'soon'"),
        ("Title: C\nDate: 2026-05-04\nStatus: Drafts\nAuthor: A\n\nx", "3 CFG903", "mean draft?"),
        ("Title: C\nDate: 2026-05-04\nStatus: x\nAuthor: A\n\nx", "3 CFG903", "hidden"),
        ("Title: C\nDate: 2026-05-04\nSlug: ../c\nAuthor: A\n\nx", "3 CFG903", "out of the site"),
        (f"Title: {'x ' * 150}\nDate: 2026-05-04\nAuthor: A\n\nx", "1 CFG903", "299 characters"),
        (
            f"Title: C\nDate: 2026-05-04\nSlug: {'雨' * 70}\nAuthor: A\n\nx",
            "3 CFG903",
            "70 characters",
        ),
    ],
)
def test_what_pelican_would_drop_is_said_and_left_out(
    tmp_path: Path, text: str, told_: str, said: str
) -> None:
    site = read(tmp_path, {"posts/a.md": text})
    assert site.posts == ()
    assert errors(site) == [f"posts/a.md:{told_}"]
    assert any(said in fault.message for fault in site.problems)


def test_all_faults_of_all_files_are_said_at_once_in_order(tmp_path: Path) -> None:
    texts = {
        "posts/b.md": "Title: B\nDate: soon\nStatus: x\n\nx",
        "posts/a.md": "Status: y\n\nx",
        "people/x.md": "Name: X\n\nx",
    }
    found = errors(read(tmp_path, texts, AUTHOR="A"))
    assert found == [
        "people/x.md:1 CFG902",
        "posts/a.md:1 CFG902",
        "posts/a.md:1 CFG902",
        "posts/a.md:1 CFG903",
        "posts/b.md:2 CFG904",
        "posts/b.md:3 CFG903",
    ]


def test_status_skip_is_no_post_and_no_fault(tmp_path: Path) -> None:
    site = read(tmp_path, {"posts/a.md": "Status: skip\n\nx"})
    assert (site.posts, told(site)) == ((), [])


def test_a_draft_needs_no_date(tmp_path: Path) -> None:
    site = read(tmp_path, {"posts/a.md": "Title: A\nStatus: draft\nAuthor: B\n\nx"})
    assert only_post(site).status == "draft"
    assert told(site) == []


# What Pelican takes and nobody means.


@pytest.mark.parametrize(
    ("line", "told_", "said"),
    [
        ("Comments: shut", "4 CFG903 error", "open or closed"),
        ("Comments: close", "4 CFG903 error", "mean closed?"),
        ("Id: ../up", "4 CFG903 error", "folder"),
        ("Timezone: Rome", "4 CFG903 error", "Europe/Berlin"),
        ("Thanks: maria", "4 CFG902 error", "Thanks: maria - "),
        ("Updated: the fee", "4 CFG904 error", "2026-06-01"),
        ("Updated: 2026-06-01", "4 CFG902 error", "what changed"),
        ("Title: Again", "4 CFG902 error", "makes a list"),
        ("    and more", "4 CFG902 warning", "only line 3 counts"),
        ("Thanked: x", "4 CFG902 warning", ""),
        ("Prompted_by: x", "4 CFG902 warning", "mean Prompted-by?"),
        ("Superceded-by: x", "4 CFG902 warning", "mean Superseded-by?"),
        ("Cover: x", "", ""),
    ],
)
def test_a_doubtful_line_is_said_and_the_post_stays(
    tmp_path: Path, line: str, told_: str, said: str
) -> None:
    texts = {"posts/a.md": HEAD + f"Author: A\n{line}\n\nx", "people/maria.md": MARIA}
    site = read(tmp_path, texts)
    assert len(site.posts) == 1
    if line == "Thanked: x":
        assert told(site) == []  # two letters off is somebody's own key
    else:
        assert told(site) == ([f"posts/a.md:{told_}"] if told_ else [])
        assert all(said in fault.message for fault in site.problems)


@pytest.mark.parametrize(
    ("line", "authors", "several"),
    [
        ("Ann Reed, President", ("Ann Reed, President",), False),
        ("Ann Reed, Jr.", ("Ann Reed, Jr.",), False),
        ("Ann Reed, Bo Lind", ("Ann Reed", "Bo Lind"), True),
        ("Ann, Bo", ("Ann", "Bo"), True),
    ],
)
def test_what_stands_behind_a_name_is_no_second_author(
    tmp_path: Path, line: str, authors: tuple[str, ...], several: bool
) -> None:
    site = read(tmp_path, {"posts/a.md": HEAD + f"Author: {line}\n\nx"})
    assert only_post(site).authors == authors
    assert told(site) == (["posts/a.md:3 CFG902 warning"] if several else [])


def test_a_fault_stands_under_the_value_it_is_about(tmp_path: Path) -> None:
    site = read(tmp_path, {"posts/a.md": "Title: A\nDate:   soon\nAuthor: B\n\nx"})
    span = site.problems[0].span
    assert (span.line, span.column, span.end_line, span.end_column) == (2, 9, 2, 13)


def test_no_author_and_no_setting_is_an_error_and_the_post_stays(tmp_path: Path) -> None:
    site = read(tmp_path, {"posts/a.md": HEAD + "\nx"})
    assert errors(site) == ["posts/a.md:1 CFG902"]
    assert only_post(site).authors == ()
    assert only_post(read(tmp_path, {}, AUTHOR="The Firm")).authors == ("The Firm",)


def test_several_people_in_author_are_several_and_doubtful(tmp_path: Path) -> None:
    site = read(tmp_path, {"posts/a.md": HEAD + "Author: Anna Rossi, Tom Okafor\n\nx"})
    assert only_post(site).authors == ("Anna Rossi", "Tom Okafor")
    assert told(site) == ["posts/a.md:3 CFG902 warning"]


def test_a_date_in_the_future_is_a_warning_but_for_a_draft(tmp_path: Path) -> None:
    future = "Title: {0}\nDate: 2190-01-01\nAuthor: A\nStatus: {1}\n\nx"
    texts = {
        "posts/a.md": future.format("A", "published"),
        "posts/b.md": future.format("B", "draft"),
    }
    site = read(tmp_path, texts)
    assert told(site) == ["posts/a.md:2 CFG912 warning"]
    assert len(site.posts) == 2


def test_a_date_that_changes_daily_is_an_error_and_a_lost_zone_a_warning(tmp_path: Path) -> None:
    texts = {
        "posts/a.md": "Title: A\nDate: May 2020\nAuthor: A\n\nx",
        "posts/b.md": "Title: B\nDate: 2020-05-04 09:00 XYZT\nAuthor: A\n\nx",
    }
    assert told(read(tmp_path, texts)) == [
        "posts/a.md:2 CFG904 error",
        "posts/b.md:2 CFG904 warning",
    ]


def test_an_author_who_is_not_on_the_roster_is_a_warning_where_there_is_one(
    tmp_path: Path,
) -> None:
    post = {"posts/a.md": HEAD + "Author: Ana Rossi\n\nx"}
    assert told(read(tmp_path / "one", {**post, "people/maria.md": MARIA})) == []
    site = read(tmp_path / "two", {**post, "people/anna.md": ANNA})
    assert told(site) == ["posts/a.md:3 CFG905 warning"]
    assert "mean Anna Rossi?" in message(site, "CFG905")


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("Thanks: maira - wrote", "CFG905", "mean maria?"),
        ("Thanks: nobody-at-all - wrote", "CFG905", "content/people"),
        (f"Thanks: {ID[:-1]}z - wrote", "CFG905", f"mean {ID}?"),
        (f"Prompted-by: {ID[:-1]}z", "CFG905", f"mean {ID}?"),
        ("Prompted-by: hello", "CFG905", "content/comments"),
        ("Superseded-by: othr", "CFG903", "mean other?"),
        ("Superseded-by: crane", "CFG903", "this post itself"),
    ],
)
def test_a_name_of_nobody_is_an_error_with_the_nearest(
    tmp_path: Path, line: str, code: str, said: str
) -> None:
    texts = {
        "posts/crane.md": HEAD + f"Author: A\n{line}\n\nx",
        "posts/other.md": POST.replace("Crane", "Other"),
        "people/maria.md": MARIA,
        f"comments/other/{ID}.md": "Author: M\nDate: 2026-05-05 20:12+02:00\n\nHello there\n",
    }
    site = read(tmp_path, texts)
    assert errors(site) == [f"posts/crane.md:4 {code}"]
    assert said in message(site, code)


# Twins.


def test_two_posts_with_one_slug_and_language(tmp_path: Path) -> None:
    texts = {"posts/a.md": POST, "posts/b.md": POST, "posts/c.md": POST + "", "posts/d.md": POST}
    texts["posts/c.md"] = POST.replace("Author", "Lang: de\nAuthor")
    site = read(tmp_path, texts)
    assert errors(site) == ["posts/b.md:1 CFG907", "posts/d.md:1 CFG907"]
    assert all("content/posts/a.md" in fault.message for fault in site.problems)
    assert len(site.posts) == 4


def test_two_posts_with_one_id_are_one_conversation_only_if_they_are_translations(
    tmp_path: Path,
) -> None:
    def post(title: str, more: str) -> str:
        return f"Title: {title}\nDate: 2026-05-04\nAuthor: A\nId: one\n{more}\nx"

    texts = {
        "posts/a.md": post("A", ""),
        "posts/b.md": post("B", "Lang: de\n"),
        "posts/c.md": post("C", ""),
    }
    assert errors(read(tmp_path, texts)) == ["posts/c.md:4 CFG907"]


# Completing the header as Pelican does.


@pytest.mark.parametrize(
    ("name", "text", "given", "expected"),
    [
        ("2026-01-02-x.md", "Title: A\n\nx", {}, {"date": datetime(2026, 1, 2, tzinfo=UTC)}),
        (
            "2026-01-02-x.md",
            "Title: A\nDate: 2025-01-01\n\nx",
            {},
            {"date": datetime(2025, 1, 1, tzinfo=UTC)},
        ),
        (
            "2026-01-02_the-slug.md",
            "Title: A\n\nx",
            {"FILENAME_METADATA": r"(?P<date>\d{4}-\d{2}-\d{2})_(?P<Slug>.*)"},
            {"slug": "the-slug"},
        ),
        (
            "de/x.md",
            "Title: A\nDate: 2026-01-02\n\nx",
            {"PATH_METADATA": r"posts/(?P<lang>\w\w)/.*"},
            {"lang": "de"},
        ),
        (
            "old/x.md",
            "Title: A\nDate: 2026-01-02\nTags:\n\nx",
            {
                "DEFAULT_METADATA": {"status": "draft", "tags": "a, b"},
                "EXTRA_PATH_METADATA": {
                    "posts": {"status": "published"},
                    "posts/old": {"status": "hidden"},
                    "posts/ol": {"status": "x"},
                },
            },
            {"status": "hidden", "tags": ("a", "b")},
        ),
        (
            "x.md",
            "Title: A\n\nx",
            {"DEFAULT_DATE": "2020-02-03"},
            {"date": datetime(2020, 2, 3, tzinfo=UTC)},
        ),
        (
            "x.md",
            "Title: A\n\nx",
            {"DEFAULT_DATE": (2020, 2, 3, 4)},
            {"date": datetime(2020, 2, 3, 4, tzinfo=UTC)},
        ),
        (
            "some-file.md",
            "Title: A b\nDate: 2026-01-02\n\nx",
            {"SLUGIFY_SOURCE": "basename"},
            {"slug": "some-file", "title": "A b"},
        ),
        (
            "x.md",
            "Title: A\nDate: 2026-01-02 09:00\nTimezone: Europe/Rome\n\nx",
            {},
            {"date": datetime(2026, 1, 2, 8, tzinfo=UTC)},
        ),
        ("x.md", "Title: A\nDate: 2026_01_02\nSlug: a/b\n\nx", {}, {"slug": "a/b", "id": "a-b"}),
    ],
)
def test_a_header_is_completed_from_settings_and_path(
    tmp_path: Path, name: str, text: str, given: dict[str, Any], expected: dict[str, Any]
) -> None:
    site = read(tmp_path, {f"posts/{name}": text}, AUTHOR="A", **given)
    post = only_post(site)
    assert told(site) == []
    assert {key: getattr(post, key) for key in expected} == expected


def test_the_files_own_time_as_date(tmp_path: Path) -> None:
    read(tmp_path, {"posts/a.md": "Title: A\nAuthor: B\n\nx"})
    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    os.utime(tmp_path / "content/posts/a.md", (moment.timestamp(),) * 2)
    site = read(tmp_path, {}, DEFAULT_DATE="fs", TIMEZONE="Europe/Rome")
    assert only_post(site).date == moment


def test_a_default_date_that_is_none_is_a_broken_setting(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="DEFAULT_DATE cannot be used"):
        read(tmp_path, {"posts/a.md": POST}, DEFAULT_DATE=(2020, 13, 1))


@pytest.mark.parametrize("name", ["FILENAME_METADATA", "PATH_METADATA"])
def test_a_pattern_that_is_none_is_a_broken_setting(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError, match=f"{name} is no pattern"):
        read(tmp_path, {"posts/a.md": POST}, **{name: "(?P<date"})


# reStructuredText and HTML.

RST = """\
.. A comment
   that goes on

=====
Crane & "rope"
=====

:date: 2026-05-04 09:00
:authors: Anna Rossi; Tom Okafor
:tags: shipping,
    contracts
:Thanks: maria - one
:thanks: maria - two
:slug: crane

The crane stood still.
"""


def test_a_restructuredtext_header_keeps_repeated_fields(tmp_path: Path) -> None:
    site = read(tmp_path, {"posts/a.rst": RST, "people/maria.md": MARIA})
    post = only_post(site)
    assert told(site) == []
    assert post.markup == "rst"
    assert post.title == 'Crane & "rope"'
    assert post.authors == ("Anna Rossi", "Tom Okafor")
    assert post.tags == ("shipping", "contracts")
    assert [(thanks.reason, thanks.line) for thanks in post.thanks] == [("one", 12), ("two", 13)]
    assert post.text[post.body :] == "The crane stood still.\n"


@pytest.mark.parametrize(
    ("text", "title", "author"),
    [
        ("Crane\n#####\n\n:date: 2026-05-04\n:author: A\n\nx\n", "Crane", "A"),
        ("Crane\n=====\nSub\n---\n\n:date: 2026-05-04\n:author: A\n\nx\n", "Crane", "A"),
        ("\n\nCrane\n=====\n\n:author: *B*\n:date: 2026-05-04\n", "Crane", "*B*"),
        ("Crane\n=====\n\n:date: 2026-05-04\n:authors:\n  - A\n  - B\n\nx\n", "Crane", "A"),
    ],
)
def test_restructuredtext_titles(tmp_path: Path, text: str, title: str, author: str) -> None:
    site = read(tmp_path, {"posts/a.rst": text})
    assert errors(site) == []
    assert (only_post(site).title, only_post(site).authors[0]) == (title, author)


def test_two_top_sections_are_no_title_to_docutils(tmp_path: Path) -> None:
    text = "One\n===\n\n:date: 2026-05-04\n:author: A\n\nx\n\nTwo\n===\n\ny\n"
    site = read(tmp_path, {"posts/a.rst": text})
    assert errors(site) == ["posts/a.rst:1 CFG902"]
    assert "line 9" in message(site, "CFG902")


HTML = """\
<html><head>
<!-- <title>no</title> -->
<title>Crane &amp; rope</title>
<meta name="date" content="2026-05-04 09:00" />
<META NAME='Author' CONTENT='Anna Rossi'>
<meta name="keywords" content="a, b"><meta charset="utf-8">
<meta name="thanks" content="maria - one">
</head><body class="x"><p>The crane.</p></body></html>
"""


def test_an_html_header(tmp_path: Path) -> None:
    site = read(tmp_path, {"posts/a.html": HTML, "people/maria.md": MARIA})
    post = only_post(site)
    assert told(site) == []
    assert (post.title, post.authors, post.tags) == (
        "Crane & rope",
        ("Anna Rossi",),
        ("a", "b"),
    )
    assert post.thanks == (Thanks("maria", "one", 7),)
    field = post.header.get("date")
    assert field is not None
    assert (field.line, field.column) == (4, 28)
    assert post.text[post.body :].startswith("<p>The crane.</p>")


def test_an_html_file_without_a_head_is_no_post(tmp_path: Path) -> None:
    site = read(tmp_path, {"posts/a.html": "<p>x</p>"}, AUTHOR="A")
    assert errors(site) == ["posts/a.html:1 CFG902", "posts/a.html:1 CFG902"]
