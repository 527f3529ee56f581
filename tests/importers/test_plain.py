"""Comments as JSON or a table, and our own export, read."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapport.arrivals import Export, Place
from rapport.conversation import Under, as_table, exported
from rapport.importers import FORMATS, Unusable, importer
from rapport.importers.rows import KEYS
from rapport.model import Comment, Field, Header

BERLIN = ZoneInfo("Europe/Berlin")
ROW = {"post": "toll", "author": "Noor", "date": "2026-03-02T09:00:00Z", "body": "A *word*."}


def read(path: Path, kind: str = "json") -> Export:
    return importer(kind).read(path, BERLIN, lambda _: None)


def of_json(tmp_path: Path, made: object) -> Export:
    path = tmp_path / "in.json"
    path.write_text(made if isinstance(made, str) else json.dumps(made), encoding="utf-8")
    return read(path)


def of_csv(tmp_path: Path, text: str) -> Export:
    path = tmp_path / "in.csv"
    path.write_text(text, encoding="utf-8")
    return read(path, "csv")


def reasons(found: Export) -> list[tuple[str, str]]:
    return [(each.id, each.reason) for each in found.skipped]


def test_both_are_on_the_list() -> None:
    assert {"json", "csv"} <= set(FORMATS)


# --- the plain shape ------------------------------------------------------------------------------


@pytest.mark.parametrize("made", [[ROW], {"comments": [ROW]}])
def test_a_comment_with_the_least(tmp_path: Path, made: object) -> None:
    found = of_json(tmp_path, made)
    assert (found.source, found.skipped) == ("json", ())
    assert found.places == (Place("toll", keys=("toll",)),)
    (comment,) = found.comments
    assert (comment.author, comment.body, comment.state) == ("Noor", "A *word*.", "shown")
    assert (comment.date, comment.zoneless) == (datetime(2026, 3, 2, 9, tzinfo=UTC), False)
    assert comment.own is None


def test_a_comment_with_everything(tmp_path: Path) -> None:
    row = ROW | {
        "id": 17, "parent": 16, "status": "Pending", "why": "not read yet", "kind": "comment",
        "url": "https://noor.example", "source_url": "https://old.example/1", "lang": "de",
        "edited": "2026-03-03 10:00", "email": "noor@mail.example", "ip": "192.0.2.1",
        "agreed": "the notice", "account": "u1", "post_title": "The toll",
        "post_url": "https://old.example/toll", "html": "<p>A <b>word</b><img src=x></p>",
    }  # fmt: skip
    found = of_json(tmp_path, [row])
    (comment,) = found.comments
    assert (comment.id, comment.parent, comment.state) == ("17", "16", "pending")
    assert (comment.why, comment.account, comment.lang) == ("not read yet", "u1", "de")
    assert comment.body.startswith("A **word**")
    assert comment.dropped == ("image",)
    assert comment.contact.email == "noor@mail.example"
    assert comment.edited == datetime(2026, 3, 3, 10, tzinfo=BERLIN)
    assert found.places == (Place("toll", "The toll", "https://old.example/toll", ("toll",)),)


def test_other_names_for_the_keys_and_a_date_without_zone(tmp_path: Path) -> None:
    text = 'Slug;Name;Created-At;Text;Website\ntoll;Noor;2026-03-02 09:00;"a *b*";javascript:1\n'
    (comment,) = of_csv(tmp_path, text).comments
    assert (comment.author, comment.zoneless, comment.url) == ("Noor", True, "")
    assert comment.date == datetime(2026, 3, 2, 9, tzinfo=BERLIN)
    assert comment.body == r"a \*b\*"


@pytest.mark.parametrize("parting", [",", ";", "\t"])
def test_a_table_of_any_spreadsheet(tmp_path: Path, parting: str) -> None:
    head = parting.join(("post", "date", "author", "body"))
    row = parting.join(("toll", "2026-03-02T09:00Z", "Noor", '"One\nline, and; ""more"""'))
    (comment,) = of_csv(tmp_path, f"\ufeff{head}\r\n{row}\r\n\r\n").comments
    assert comment.body == 'One\nline, and; "more"'


def test_a_comment_without_an_id_has_the_same_each_time(tmp_path: Path) -> None:
    first = of_json(tmp_path, [ROW]).comments[0].id
    more = of_json(tmp_path, [ROW | {"body": "Other."}, ROW]).comments
    assert more[1].id == first != more[0].id


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"post": ""}, "it names no post"),
        ({"date": "soon"}, "its date 'soon' cannot be read"),
        ({"date": None}, "its date '' cannot be read"),
        ({"body": " "}, "it has no words"),
        ({"status": "odd"}, "its status is 'odd'"),
        ({"kind": "shout"}, "its kind is 'shout'"),
        ({"author": ["Noor"]}, "['Noor'] is not a text or a number"),
        ({"body": True}, "True is not a text"),
    ],
)
def test_what_cannot_be_a_comment_is_skipped_with_its_reason(
    tmp_path: Path, change: dict[str, Any], reason: str
) -> None:
    found = of_json(tmp_path, [ROW | change, ROW])
    assert len(found.comments) == 1
    assert [each.id for each in found.skipped] == ["row 1"]
    assert reason in found.skipped[0].reason


def test_what_is_no_object_is_skipped_too(tmp_path: Path) -> None:
    found = of_json(tmp_path, [7, "x", None, [ROW], ROW])
    assert reasons(found) == [(f"row {n}", "it is no object with keys") for n in range(1, 5)]


def test_an_id_that_stands_twice(tmp_path: Path) -> None:
    found = of_json(tmp_path, [ROW | {"id": "a"}, ROW | {"id": "a", "body": "More."}])
    assert (len(found.comments), reasons(found)) == (1, [("a", "its id stands twice")])


def test_a_removed_one_needs_no_words_and_a_like_neither(tmp_path: Path) -> None:
    rows = [ROW | {"id": "a", "body": "", "status": "deleted"},
            ROW | {"id": "b", "body": "", "kind": "like"}]  # fmt: skip
    assert [each.state for each in of_json(tmp_path, rows).comments] == ["removed", "shown"]


# --- files that are none --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[{"post": "a"', ":1:14: This is not JSON"),
        ("", ": It is empty."),
        ("{}", "It holds no list of comments"),
        ('{"comments": {}}', "It holds no list of comments"),
        ("7", "It holds no list of comments"),
        ("[" * 100_000, "seems to be cut short"),
        ('{"format": "rapport-comments", "schema": 2, "comments": []}', "the schema 2"),
        ('{"format": "rapport-comments", "schema": 1}', 'no list "comments"'),
    ],
)
def test_json_that_cannot_be_used(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(Unusable, match=r"in\.json") as fault:
        of_json(tmp_path, text)
    assert said in str(fault.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ":1: The first row names the columns, and it has none for date and post"),
        ("post,body\n", "none for date. "),
        ("date,words\n", "none for post. Unknown: words."),
        ("post,slug,date\n", "Two columns mean the same: post"),
        ('post,date,body\na,b,"c\n', ":2: This is no table"),
        ("post,date,body\na,b,c\na,b,c,d\n", ":3: This row has 4 cells, and there are 3 names"),
    ],
)
def test_a_table_that_cannot_be_used(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(Unusable) as fault:
        of_csv(tmp_path, text)
    assert said in str(fault.value)


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_another_encoding_is_named_with_its_line(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "in"
    path.write_bytes(b"post,date\nM\xfcller,1\n")
    with pytest.raises(Unusable, match=r":2: It is not UTF-8"):
        read(path, kind)
    with pytest.raises(Unusable, match="cannot be read"):
        read(tmp_path / "missing", kind)


def test_a_very_long_cell_is_read(tmp_path: Path) -> None:
    (comment,) = of_csv(tmp_path, f"post,date,body\na,2026-01-01,{'word ' * 400_000}\n").comments
    assert len(comment.body) > 1_900_000


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from([*KEYS, "x"]), inner),
    max_leaves=12,
)


@given(JSONS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_json_is_read_or_refused(tmp_path: Path, made: object) -> None:
    try:
        found = of_json(tmp_path, [made])
    except Unusable:
        return
    assert len(found.comments) + len(found.skipped) == 1


@given(st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_table_is_read_or_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "any.csv"
    path.write_text(f"post,date,body\n{text}", encoding="utf-8", newline="")
    try:
        found = read(path, "csv")
    except Unusable:
        return
    assert all(each.reason for each in found.skipped)


# --- our own export -------------------------------------------------------------------------------

ONE, TWO = "01jqm5f0000000000000000001", "01jqm5f0000000000000000002"
OURS = [
    Comment(
        id=ONE, post="toll", path="content/comments/toll/1.md", author="=Noor, of \"the\" weir",
        date=datetime(2026, 3, 2, 9, tzinfo=UTC), body="Words; and\n\nmore.", url="https://n.example",
        source="mastodon", source_id="@noor/1", source_url="https://s.example/1", lang="de",
        not_needed="said so", approved="2026-03-02 Ida", edited="2026-03-03 - a slip",
        header=Header((Field("person", "none", 2),)),
    ),
    Comment(
        id=TWO, post="toll", path="content/comments/toll/2.md", author="Ida", person="ida",
        role="firm", date=datetime(2026, 3, 2, 10, tzinfo=UTC), body="", status="removed",
        reply_to=ONE, answers=(ONE,), not_needed="",
    ),
]  # fmt: skip
UNDER = [Under("toll", "The toll", "https://quay.example/toll/")]


def test_our_own_export_comes_back_as_it_was(tmp_path: Path) -> None:
    made = exported(OURS, UNDER, {}, {OURS[1].path: "Author: Ida\r\n"})
    found = of_json(tmp_path, made)
    assert (found.source, found.skipped) == ("rapport", ())
    assert found.places == (Place("toll", "The toll", "https://quay.example/toll/", ("toll",)),)
    first, second = (each.own for each in found.comments)
    assert first is not None
    assert second is not None
    assert (first.file, second.file) == ("", "Author: Ida\r\n")
    again = exported([first.comment, second.comment], UNDER, {}, {second.comment.path: second.file})
    assert again["comments"] == made["comments"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"id": "../../etc"}, "its id is not 26"),
        ({"id": None}, "its id is not 26"),
        ({"post": "../x"}, "'../x' cannot be the id of a post"),
        ({"post": ""}, "'' cannot be the id of a post"),
        ({"date": "2026-03-02T09:00:00"}, "has no zone"),
        ({"date": "x"}, "cannot be read"),
        ({"kind": "x"}, "its kind is 'x'"),
        ({"status": "x"}, "its status is 'x'"),
        ({"answer": "no"}, "its answer is 'no'"),
        ({"answers": "a"}, "its answers are no list"),
        ({"file": 7}, "its file is not a text"),
        ({"file": "\ud800"}, "half a character"),
        ({"body": {}}, "is not a text"),
    ],
)
def test_what_is_not_as_we_export_it_is_skipped(
    tmp_path: Path, change: dict[str, Any], reason: str
) -> None:
    made: dict[str, Any] = exported(OURS[:1], UNDER, {}, {})
    made["comments"] = [made["comments"][0] | change]
    found = of_json(tmp_path, made)
    assert found.comments == ()
    assert reason in found.skipped[0].reason


def test_our_own_export_with_one_comment_twice_or_none(tmp_path: Path) -> None:
    made: dict[str, Any] = exported(OURS[:1], UNDER, {}, {})
    made["comments"] = [made["comments"][0], made["comments"][0], 7]
    assert reasons(of_json(tmp_path, made)) == [
        (ONE, "its id stands twice"),
        ("comment 3", "it is no object with keys"),
    ]


def test_our_own_table_is_the_plain_shape(tmp_path: Path) -> None:
    table = as_table(OURS, UNDER)
    assert "'=Noor" in table
    found = of_csv(tmp_path, table)
    assert found.skipped == ()
    first, second = found.comments
    assert (first.id, first.author, first.body) == (ONE, '=Noor, of "the" weir', OURS[0].body)
    assert (second.parent, second.state) == (ONE, "removed")
    assert found.places == (Place("toll", "The toll", "https://quay.example/toll/", ("toll",)),)
