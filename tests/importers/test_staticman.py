"""Staticman: folders of small files whose fields every site calls something else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rapport.arrivals import Arrived, Export
from rapport.importers import Unusable, importer

GIVEN = (
    "_id: {0}\n_parent: /tolls/\nname: Wren Pask\nmessage: Words.\ndate: '2016-09-10T01:21:05Z'\n"
)


def read(tmp_path: Path, files: Mapping[str, str | bytes], under: str = "comments") -> Export:
    for name, text in files.items():
        path = tmp_path / "comments" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    told: list[int] = []
    export = importer("staticman").read(tmp_path / under, ZoneInfo("Europe/London"), told.append)
    assert told[-1] == len(export.comments) + len(export.skipped)
    return export


def one(tmp_path: Path, text: str, name: str = "tolls/entry1.yml") -> Arrived:
    (comment,) = read(tmp_path, {name: text}).comments
    return comment


def yaml(**fields: str) -> str:
    given = {"name": "Wren Pask", "message": "Words.", "date": "1472308473"} | fields
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in given.items())


def parents(export: Export) -> dict[str, str]:
    return {each.id: each.parent for each in export.comments}


def fault(tmp_path: Path, files: Mapping[str, str | bytes]) -> str:
    with pytest.raises(Unusable) as raised:
        read(tmp_path, files)
    return str(raised.value)


# --- what a file says -----------------------------------------------------------------------------


def test_a_file_is_a_comment(tmp_path: Path) -> None:
    comment = one(
        tmp_path,
        "_id: 70bc2670-fdef-11e8-80cd-a552f5c91eeb\n_parent: 'https://quay.example/tolls.html'\n"
        "message: |-\n  I *agree*.\n\n  No.\nname: No\nurl: https://wren.example\n"
        "ip: 198.51.100.7\nemail: w@mail.example\nhp: ''\ndate: '2016-09-10T01:21:05.995Z'\n",
    )
    assert comment.id == "70bc2670-fdef-11e8-80cd-a552f5c91eeb"
    assert (comment.author, comment.account, comment.body) == ("No", "No", "I *agree*.\n\nNo.")
    assert (comment.url, comment.state, comment.parent) == ("https://wren.example", "shown", "")
    assert comment.date.isoformat() == "2016-09-10T01:21:05+00:00"
    assert (comment.contact.email, comment.contact.ip) == ("w@mail.example", "198.51.100.7")


@pytest.mark.parametrize("key", ["message", "body", "comment", "content", "text", "Message"])
def test_words_go_by_many_names(tmp_path: Path, key: str) -> None:
    assert one(tmp_path, f"{key}: Words.\ndate: 1472308473\n").body == "Words."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("author: Jo\n", "Jo"),
        ("author: {name: Jo, url: 'https://jo.example', email: j@mail.example}\n", "Jo"),
        ("username: Jo\n", "Jo"),
        ("{}", ""),
    ],
)
def test_names_do_too(tmp_path: Path, text: str, name: str) -> None:
    body = "message: Words.\ndate: 1472308473\n"
    comment = one(tmp_path, body if text == "{}" else body + text)
    assert comment.author == name
    if "https" in text:
        assert (comment.url, comment.contact.email) == ("https://jo.example", "j@mail.example")


@pytest.mark.parametrize(
    ("written", "iso", "zoneless"),
    [
        ("1472308473", "2016-08-27T14:34:33+00:00", False),
        ("'1472308473'", "2016-08-27T14:34:33+00:00", False),
        ("1472308473123", "2016-08-27T14:34:33+00:00", False),
        ("2016-08-27T16:34:33+02:00", "2016-08-27T16:34:33+02:00", False),
        ("2016-08-27 16:34:33 +0200", "2016-08-27T16:34:33+02:00", False),
        ("2016-08-27T14:34:33", "2016-08-27T14:34:33+01:00", True),
    ],
)
def test_a_date_is_read_to_the_second(
    tmp_path: Path, written: str, iso: str, zoneless: bool
) -> None:
    comment = one(tmp_path, f"message: W.\ndate: {written}\n")
    assert (comment.date.isoformat(), comment.zoneless) == (iso, zoneless)


@pytest.mark.parametrize(
    "email",
    ["bda486b80a2e80a8e22afe69dd621303", "a" * 64, "Zm9v" * 43 + "=="],
    ids=["md5", "sha256", "encrypted"],
)
def test_a_hash_of_an_address_is_kept_nowhere(tmp_path: Path, email: str) -> None:
    export = read(tmp_path, {"tolls/1.yml": yaml(email=email)})
    assert email not in str(export)
    assert export.notes == (
        "Addresses that were hashed or encrypted there, 1 of them, are kept nowhere.",
    )


def test_a_hash_that_somebody_shows_in_words_or_address_goes_too(tmp_path: Path) -> None:
    md5, other = "bda486b80a2e80a8e22afe69dd621303", "0" * 32
    export = read(tmp_path, {
        "tolls/1.yml": yaml(email=md5.upper()),
        "tolls/2.yml": yaml(message=f"email: {md5}, not {other}", url=f"https://a.example/{md5}"),
    })  # fmt: skip
    assert md5 not in str(export)
    assert export.comments[1].body == f"email: [address], not {other}"
    assert export.comments[1].url == ""


@pytest.mark.parametrize(
    ("fields", "state", "why"),
    [
        ({"hp": "x"}, "spam", "the trap 'hp' was filled in"),
        ({"hidden": "x"}, "spam", "the trap 'hidden' was filled in"),
        ({"hp": "", "hidden": "false"}, "shown", ""),
        ({"spam": "true"}, "spam", "marked as spam there"),
        ({"deleted": "yes"}, "removed", "marked as deleted there"),
        ({"draft": "true"}, "pending", "marked as draft there"),
        ({"approved": "false"}, "pending", "not approved there"),
        ({"approved": "true"}, "shown", ""),
        ({"status": "spam"}, "spam", "its status there is 'spam'"),
        ({"status": "odd"}, "pending", "its status there is 'odd'"),
    ],
)
def test_only_what_nobody_held_back_is_shown(
    tmp_path: Path, fields: dict[str, str], state: str, why: str
) -> None:
    comment = one(tmp_path, yaml(**fields))
    assert (comment.state, comment.why) == (state, why)


def test_json_says_true_and_false_without_quotes(tmp_path: Path) -> None:
    text = '{"message": "W.", "date": 1472308473, "approved": false, "hp": null, "spam": false}'
    comment = one(tmp_path, text, "tolls/1.json")
    assert (comment.state, comment.why) == ("pending", "not approved there")


def test_json_and_front_matter_say_the_same_as_yaml(tmp_path: Path) -> None:
    files = {
        "tolls/1.json": '{"fields": {"name": "Wren", "message": "W."}, "date": 1472308473}',
        "tolls/2.md": "---\n_id: b\nname: Wren\ndate: 1472308473\n---\nW.\n",
        "tolls/3.yaml": "name: Wren\nmessage: W.\ndate: 1472308473\n",
    }
    found = read(tmp_path, files).comments
    assert {(each.author, each.body, each.date) for each in found} == {
        ("Wren", "W.", found[0].date)
    }


def test_what_was_changed_later_says_when(tmp_path: Path) -> None:
    later = one(tmp_path, yaml(updated="1472394873"))
    assert later.edited is not None
    assert later.edited.isoformat() == "2016-08-28T14:34:33+00:00"
    assert one(tmp_path, yaml(updated="1472308473")).edited is None


def test_html_among_the_words_becomes_markdown(tmp_path: Path) -> None:
    comment = one(
        tmp_path, yaml(message='<p>I <b>do</b>.</p><p><a href="https://x.example">There</a>.</p>')
    )
    assert comment.body == "I **do**.\n\n[There](https://x.example)."
    assert one(tmp_path, yaml(message="A List<String> is *it*.")).body == "A List<String> is *it*."


def test_fields_that_mean_nothing_are_named(tmp_path: Path) -> None:
    export = read(
        tmp_path,
        {
            "tolls/1.yml": yaml(avatar="https://a.example/x", mood="fine"),
            "tolls/2.yml": yaml(mood="x"),
        },
    )
    assert export.notes == ("Fields that mean nothing here were left out: mood (2), avatar (1).",)


def test_a_post_with_front_matter_is_no_comment(tmp_path: Path) -> None:
    post = "---\ntitle: T\nauthor: Wren\ndate: 2016-08-27\n---\nW.\n"
    export = read(tmp_path, {"tolls/1.yml": yaml(), "tolls.md": post, "readme.md": "# Words\n"})
    assert [(each.id, each.reason) for each in export.skipped] == [
        ("readme.md", "it does not begin with front matter between two lines of ---"),
        ("tolls.md", "it has no _id, as a comment of Staticman's in Markdown has"),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("name: Wren\nmessage: W.\n", "it has no date"),
        ("message: W.\ndate: never\n", "its date 'never' cannot be read"),
        (
            "name: Wren\ndate: 1472308473\n",
            "it has no field with a comment's words, only name, date",
        ),
        ("- a\n- b\n", "it holds no fields of a comment"),
        ("just words", "it holds no fields of a comment"),
    ],
)
def test_a_file_that_is_no_comment_is_skipped_and_named(
    tmp_path: Path, text: str, reason: str
) -> None:
    export = read(tmp_path, {"tolls/1.yml": text, "tolls/2.yml": yaml()})
    assert [(each.id, each.reason) for each in export.skipped] == [("tolls/1.yml", reason)]
    assert len(export.comments) == 1


# --- which post, and under which id ---------------------------------------------------------------


def test_the_folder_and_what_its_files_say_name_the_post(tmp_path: Path) -> None:
    export = read(tmp_path, {
        "2016/tolls/1.yml": yaml(), "2016/tolls/2.yml": yaml(_parent="/old/tolls.html"),
        "2016/tolls/3.yml": yaml(_parent="/new/tolls/"),
    })  # fmt: skip
    (place,) = export.places
    assert place.id == "2016/tolls"
    assert place.url == "/old/tolls.html"
    assert place.keys == ("2016/tolls", "tolls", "/old/tolls.html", "/new/tolls/")


def test_one_folder_for_all_posts_goes_by_what_its_files_say(tmp_path: Path) -> None:
    export = read(tmp_path, {"1.yml": yaml(_parent="tolls"), "2.yml": yaml(slug="lock")})
    assert [place.keys for place in export.places] == [("tolls",), ("lock",)]


def test_a_folder_beside_the_post_goes_by_the_posts(tmp_path: Path) -> None:
    (place,) = read(tmp_path, {"tolls/comments/1.yml": yaml()}).places
    assert "tolls" in place.keys


def test_ids_are_the_same_whichever_folder_was_named(tmp_path: Path) -> None:
    files = {"tolls/entry1.yml": yaml()}
    (all_posts,) = read(tmp_path, files).comments
    (this_post,) = read(tmp_path, files, "comments/tolls").comments
    (above,) = read(tmp_path, files, ".").comments
    assert all_posts.id == this_post.id == above.id == "tolls/entry1"


@pytest.mark.parametrize("odd", ["../../../etc", "a/b", "a\0b", "\\..\\x", "con", "x" * 5000])
def test_odd_ids_and_slugs_are_only_names(tmp_path: Path, odd: str) -> None:
    comment = one(tmp_path, yaml(_id=odd, _parent=odd, slug=odd))
    assert comment.id == odd.replace("\0", "")
    assert comment.place == "tolls"


# --- who answers whom -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "key",
    ["replying_to_uid", "replying_to", "reply_to", "replyTo", "parent", "parent_id", "replyID"],
)
def test_an_answer_names_another_by_its_id(tmp_path: Path, key: str) -> None:
    files = {"tolls/1.yml": yaml(_id="aa"), "tolls/2.yml": yaml(_id="bb", **{key: "AA"})}
    assert parents(read(tmp_path, files)) == {"aa": "", "bb": "aa"}


@pytest.mark.parametrize("named", ["entry1", "entry1.yml"])
def test_an_answer_names_another_by_its_file(tmp_path: Path, named: str) -> None:
    files = {"tolls/entry1.yml": yaml(), "tolls/entry2.yml": yaml(reply_to=named)}
    assert parents(read(tmp_path, files)) == {"tolls/entry1": "", "tolls/entry2": "tolls/entry1"}


def test_an_id_is_meant_before_a_file_that_is_called_so(tmp_path: Path) -> None:
    files = {
        "tolls/7.yml": yaml(_id="aa"), "tolls/8.yml": yaml(_id="7"),
        "tolls/9.yml": yaml(_id="cc", reply_to="7"),
    }  # fmt: skip
    assert parents(read(tmp_path, files))["cc"] == "7"


def test_an_answer_names_another_by_its_position_among_the_openers(tmp_path: Path) -> None:
    files = {
        "tolls/c3.yml": yaml(replying_to="2"), "tolls/c1.yml": yaml(replying_to=""),
        "tolls/c2.yml": yaml(replying_to="1"), "tolls/c4.yml": yaml(), "lock/c1.yml": yaml(),
        "tolls/c5.yml": yaml(replying_to="0"),
    }  # fmt: skip
    assert parents(read(tmp_path, files)) == {
        "lock/c1": "", "tolls/c1": "", "tolls/c2": "tolls/c1", "tolls/c3": "tolls/c4",
        "tolls/c4": "", "tolls/c5": "",
    }  # fmt: skip


def test_the_comment_itself_is_meant_before_its_thread(tmp_path: Path) -> None:
    files = {
        "tolls/1.yml": yaml(_id="aa"), "tolls/2.yml": yaml(_id="bb", replyThread="aa"),
        "tolls/3.yml": yaml(_id="cc", replyThread="aa", replyID="bb", replyName="Jo"),
    }  # fmt: skip
    assert parents(read(tmp_path, files)) == {"aa": "", "bb": "aa", "cc": "bb"}


def test_a_parent_that_is_a_comment_is_no_page(tmp_path: Path) -> None:
    first = "70bc2670-fdef-11e8-80cd-a552f5c91eeb"
    export = read(tmp_path, {
        "tolls/1.yml": yaml(_id=first), "tolls/2.yml": yaml(_id="bb", _parent=first),
    })  # fmt: skip
    assert parents(export)["bb"] == first
    assert export.places[0].keys == ("tolls",)


def test_a_parent_that_is_a_comment_goes_by_any_id(tmp_path: Path) -> None:
    files = {
        "tolls/1.yml": yaml(_id="c1", _parent="tolls"), "tolls/2.yml": yaml(_id="c2", _parent="c1"),
        "tolls/3.yml": yaml(_id="c3", _parent="c3"),
    }  # fmt: skip
    assert parents(read(tmp_path, files)) == {"c1": "", "c2": "c1", "c3": ""}


@pytest.mark.parametrize("page", ["tolls", "Tolls", "/2016/tolls/", "https://quay.example/tolls/"])
def test_a_parent_that_is_the_page_is_no_comment(tmp_path: Path, page: str) -> None:
    files = {"tolls/1.yml": yaml(_id="c1", parent=page, reply_to=page)}
    assert parents(read(tmp_path, files)) == {"c1": ""}


@pytest.mark.parametrize("named", ["zz", "7", "99999999999", "../tolls/1"])
def test_an_answer_to_what_is_not_there_says_so(tmp_path: Path, named: str) -> None:
    export = read(tmp_path, {"tolls/1.yml": yaml(_id="aa"), "tolls/2.yml": yaml(replying_to=named)})
    assert export.comments[1].parent == f"tolls/{named}"


# --- what cannot be read --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("message: 'never closed\n", "entry1.yml:2:1: This is not YAML"),
        ("a: &a [x]\nmessage: *a\n", "entry1.yml:2: It uses the alias *a."),
        ("message: !!python/name:os.system\n", "entry1.yml:1: It uses the tag"),
        (b"message: W.\nname: \xe9\n", "entry1.yml:2: It is not UTF-8."),
        ("", "entry1.yml: It is empty."),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_place(
    tmp_path: Path, text: str | bytes, said: str
) -> None:
    told = fault(tmp_path, {"tolls/entry1.yml": text, "tolls/entry2.yml": yaml()})
    assert said in told
    assert "Nothing was brought." in told


def test_all_files_that_cannot_be_read_are_told_at_once(tmp_path: Path) -> None:
    files: dict[str, str] = {f"tolls/{number:02}.json": "{" for number in range(13)}
    told = fault(tmp_path, files | {"tolls/99.md": "---\na: 1\nb: [\n---\nW.\n"})
    assert told.count(".json:1:2: This is not JSON") == 10
    assert "\nand 4 more\n" in told


def test_the_line_in_front_matter_is_the_files(tmp_path: Path) -> None:
    assert "1.md:3: It uses the alias" in fault(tmp_path, {"a/1.md": "---\na: 1\nb: *x\n---\nW."})


def test_a_folder_without_comments_is_refused(tmp_path: Path) -> None:
    assert "There is no comment of Staticman's in this folder." in fault(
        tmp_path, {"tolls/notes.txt": "x"}
    )
    assert "tolls/1.yml: it has no date" in fault(tmp_path, {"tolls/1.yml": "message: W."})
    with pytest.raises(Unusable, match="It is not a folder"):
        read(tmp_path, {}, "comments/tolls/1.yml")
