"""What services answer: webmention.io, Mastodon, Bluesky, GitHub Discussions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.arrivals import Arrived, Export
from rapport.importers import Unusable, importer

PAGE = "https://quay.example/tolls/"
SOCIAL = ("webmention-io", "mastodon", "bluesky", "github-discussions")


def read(tmp_path: Path, form: str, made: object, name: str = "tolls.json") -> Export:
    file = tmp_path / name
    file.write_text(json.dumps(made), encoding="utf-8")
    return importer(form).read(file, ZoneInfo("Europe/London"), lambda _: None)


def reasons(export: Export) -> dict[str, str]:
    return {each.id: each.reason for each in export.skipped}


def one(export: Export) -> Arrived:
    (comment,) = export.comments
    return comment


# --- webmention.io ------------------------------------------------------------------------------


def mention(number: int = 1, **more: Any) -> dict[str, Any]:
    return {
        "type": "entry", "wm-id": number, "wm-target": PAGE, "wm-source": "https://wren.example/1",
        "wm-received": "2025-03-01T10:00:00Z", "wm-property": "in-reply-to", "wm-private": False,
        "author": {"name": "Wren Pask", "url": "https://wren.example", "photo": "x"},
        "url": "https://wren.example/notes/1", "published": "2025-03-01T08:30:00+01:00",
        "content": {"html": "<p>I <em>paid</em> it.</p>", "text": "I paid it."},
    } | more  # fmt: skip


def feed(tmp_path: Path, *rows: object) -> Export:
    return read(tmp_path, "webmention-io", {"type": "feed", "children": rows})


def test_an_answer_on_a_page_of_ones_own_is_a_comment(tmp_path: Path) -> None:
    export = feed(tmp_path, mention())
    comment = one(export)
    assert (comment.id, comment.author, comment.body) == ("1", "Wren Pask", "I *paid* it.")
    assert (comment.kind, comment.url) == ("comment", "https://wren.example")
    assert comment.source_url == "https://wren.example/notes/1"
    assert comment.date.isoformat() == "2025-03-01T08:30:00+01:00"
    (place,) = export.places
    assert (place.url, place.id) == (PAGE, PAGE)


@pytest.mark.parametrize(
    ("what", "kind"),
    [("like-of", "like"), ("repost-of", "repost"), ("mention-of", "mention"),
     ("bookmark-of", "mention"), ("something-new", "mention")],
)  # fmt: skip
def test_the_kind_is_what_the_mention_is_of(tmp_path: Path, what: str, kind: str) -> None:
    comment = one(feed(tmp_path, mention(**{"wm-property": what})))
    assert comment.kind == kind
    assert bool(comment.body) == (kind == "mention")


def test_without_a_date_it_is_when_it_came_in(tmp_path: Path) -> None:
    comment = one(feed(tmp_path, mention(published=None)))
    assert comment.date.isoformat() == "2025-03-01T10:00:00+00:00"
    assert one(feed(tmp_path, mention(published="2025-03-01T08:30:00"))).zoneless


def test_a_whole_article_that_mentions_us_is_told_by_its_summary(tmp_path: Path) -> None:
    long = {"text": "word " * 900}
    summary = {"content-type": "text/plain", "value": "On tolls."}
    row = mention(content=long, summary=summary, name="Tolls", **{"wm-property": "mention-of"})
    assert one(feed(tmp_path, row)).body == "On tolls."
    del row["summary"]
    assert one(feed(tmp_path, row)).body == "Tolls"


def test_private_unverified_and_doubled_mentions_are_left_out(tmp_path: Path) -> None:
    export = feed(
        tmp_path, mention(1), mention(1), mention(2, **{"wm-private": True}),
        mention(3, **{"wm-property": "rsvp"}), mention(4, **{"wm-target": None}), "nonsense",
    )  # fmt: skip
    assert len(export.comments) == 1
    assert [each.reason[:19] for each in export.skipped] == [
        "it was read already", "it is private", "it answers an invit",
        "it says no page of ", "it says no page of ",
    ]  # fmt: skip


def test_who_signs_nothing_is_called_as_their_page(tmp_path: Path) -> None:
    author = {"url": "https://www.wren.example/me"}
    assert one(feed(tmp_path, mention(author=author))).author == "www.wren.example"


def test_the_older_form_is_read_too(tmp_path: Path) -> None:
    link = {
        "id": 7, "source": "https://wren.example/1", "target": f"{PAGE}#c-1", "verified": True,
        "verified_date": "2020-05-05T14:54:13+00:00", "private": False,
        "activity": {"type": "reply"},
        "data": {"author": {"name": "Wren", "url": None}, "url": "https://wren.example/n",
                 "content": "I <b>paid</b> it.", "published": None},
    }  # fmt: skip
    export = read(tmp_path, "webmention-io", {"links": [link, link | {"id": 8, "verified": False}]})
    comment = one(export)
    assert (comment.id, comment.kind, comment.body) == ("7", "comment", "I **paid** it.")
    assert comment.place == PAGE
    assert reasons(export) == {"8": "it was not verified there"}


@pytest.mark.parametrize("made", [[], {"children": []}, {"/a/": [], "/b/": []}, {"/a/": [[]]}])
def test_a_site_that_nobody_mentions(tmp_path: Path, made: object) -> None:
    assert read(tmp_path, "webmention-io", made).comments == ()


def test_a_folder_of_a_site_is_read_whole(tmp_path: Path) -> None:
    folder = tmp_path / "mentions"
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps([mention(1)]))
    (folder / "b.json").write_text(json.dumps(mention(2)))
    export = importer("webmention-io").read(folder, ZoneInfo("UTC"), lambda _: None)
    assert [each.id for each in export.comments] == ["1", "2"]


# --- Mastodon -----------------------------------------------------------------------------------


def account(**more: Any) -> dict[str, Any]:
    return {
        "acct": "wren@social.example", "username": "wren", "display_name": "Wren :cat: Pask",
        "emojis": [{"shortcode": "cat", "url": "https://x.example/cat.png"}], "note": "<p>Hi</p>",
        "url": "https://social.example/@wren", "indexable": True, "noindex": False,
    } | more  # fmt: skip


def status(number: int, above: int | None = None, **more: Any) -> dict[str, Any]:
    return {
        "id": str(number), "uri": f"https://social.example/s/{number}", "visibility": "public",
        "url": f"https://social.example/@wren/{number}", "created_at": "2025-03-01T10:00:00.000Z",
        "in_reply_to_id": None if above is None else str(above), "account": account(),
        "content": '<p><a href="https://q.example/@quay" class="u-url mention">@<span>quay</span>'
        "</a> We <em>paid</em> it.</p>", "language": "en", "spoiler_text": "",
        "edited_at": None, "media_attachments": [],
    } | more  # fmt: skip


def context(tmp_path: Path, *rows: object, root: object = None) -> Export:
    answered = {"ancestors": [], "descendants": rows}
    made = answered if root is None else {"status": root, "context": answered}
    return read(tmp_path, "mastodon", made)


def test_the_answers_under_a_status(tmp_path: Path) -> None:
    export = context(tmp_path, status(2, 1), status(3, 2, edited_at="2025-03-02T10:00:00Z"))
    first, second = export.comments
    assert (first.id, first.parent) == ("https://social.example/s/2", "")
    assert (second.parent, second.edited is not None) == ("https://social.example/s/2", True)
    assert (first.author, first.account) == ("Wren Pask", "wren@social.example")
    assert first.body == "[@quay](https://q.example/@quay) We *paid* it."
    assert (first.lang, first.state, first.url) == ("en", "shown", "https://social.example/@wren")
    (place,) = export.places
    assert place.keys == ("tolls",)


def test_the_link_in_our_post_says_which_page_it_is_about(tmp_path: Path) -> None:
    root = status(1, content=f'<a class="mention hashtag" href="https://q.example/tags/x">#x</a>'
                  f' <a href="{PAGE}?a=1&amp;b=2">tolls</a>')  # fmt: skip
    (place,) = context(tmp_path, status(2, 1), root=root).places
    assert place.url == f"{PAGE}?a=1&b=2"
    card = status(1, card={"url": PAGE})
    assert context(tmp_path, status(2, 1), root=card).places[0].url == PAGE


def test_what_was_not_for_everybody_is_left_out(tmp_path: Path) -> None:
    rows = [status(n, 1, visibility=v) for n, v in enumerate(("private", "direct", "unlisted"), 2)]
    export = context(tmp_path, *rows)
    assert [each.id[-1] for each in export.comments] == ["4"]
    assert "visibility private" in export.skipped[0].reason


@pytest.mark.parametrize("wish", [{"indexable": False}, {"noindex": True}, {"limited": True}])
def test_who_asks_not_to_be_found_waits_and_it_is_said(tmp_path: Path, wish: Any) -> None:
    comment = one(context(tmp_path, status(2, 1, account=account(**wish))))
    assert comment.state == "pending"
    assert comment.why


def test_who_writes_nobot_is_left_out(tmp_path: Path) -> None:
    note = '<p>Law. <a href="https://social.example/tags/nobot">#<span>nobot</span></a></p>'
    export = context(tmp_path, status(2, 1, account=account(note=note)))
    assert export.comments == ()
    assert "nobody is to carry" in export.skipped[0].reason


def test_a_warning_stands_above_what_it_warns_of_and_pictures_are_named(tmp_path: Path) -> None:
    row = status(2, 1, spoiler_text="Long *rant*", media_attachments=[{"type": "image"}])
    comment = one(context(tmp_path, row))
    assert comment.body.startswith("Long \\*rant\\*\n\n")
    assert comment.dropped == ("image",)


def test_what_stands_above_is_counted_as_left_out(tmp_path: Path) -> None:
    export = read(tmp_path, "mastodon", {"ancestors": [status(1)], "descendants": []})
    assert reasons(export) == {"1": "it stands above the post that was asked about"}


# --- Bluesky ------------------------------------------------------------------------------------


def skeet(key: str, above: str = "root", text: str = "We paid.", **more: Any) -> dict[str, Any]:
    record = {
        "text": text, "createdAt": "2025-03-01T10:00:00.000Z", "langs": ["en"],
        "reply": {"parent": {"uri": at(above)}, "root": {"uri": at("root")}},
    }  # fmt: skip
    author = {"did": f"did:plc:{key}", "handle": "wren.example", "displayName": "Wren Pask"}
    return {
        "uri": at(key), "author": author | more.pop("author", {}),
        "record": record | more.pop("record", {}), "indexedAt": "2025-03-01T10:00:05.000Z",
    } | more  # fmt: skip


def at(key: str) -> str:
    return f"at://did:plc:quay/app.bsky.feed.post/{key}"


def node(post: dict[str, Any], *replies: object) -> dict[str, Any]:
    return {"$type": "app.bsky.feed.defs#threadViewPost", "post": post, "replies": list(replies)}


def talk(tmp_path: Path, *replies: object, gate: object = None) -> Export:
    embed = {"$type": "app.bsky.embed.external", "external": {"uri": PAGE, "title": "Tolls"}}
    made = {"thread": node(skeet("root", record={"embed": embed}), *replies)}
    return read(tmp_path, "bluesky", made | ({"threadgate": gate} if gate else {}))


def test_the_answers_under_a_post(tmp_path: Path) -> None:
    export = talk(tmp_path, node(skeet("a"), node(skeet("b", "a"))))
    first, second = export.comments
    assert (first.id, first.parent, second.parent) == (at("a"), "", at("a"))
    assert (first.author, first.account, first.lang) == ("Wren Pask", "wren.example", "en")
    assert first.url == "https://bsky.app/profile/wren.example"
    assert first.source_url == "https://bsky.app/profile/wren.example/post/a"
    (place,) = export.places
    assert (place.url, place.keys) == (PAGE, ("tolls", PAGE))


def test_links_are_where_their_bytes_are(tmp_path: Path) -> None:
    text = "Schön: hier *und* dort"
    start = len("Schön: ".encode())
    facets = [
        {"index": {"byteStart": start, "byteEnd": start + 4},
         "features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://hier.example/"}]},
        {"index": {"byteStart": 0, "byteEnd": 5},
         "features": [{"$type": "app.bsky.richtext.facet#mention", "did": "did:plc:x"}]},
        {"index": {"byteStart": 4, "byteEnd": 900}, "features": [{"uri": "https://far.example"}]},
        {"index": {"byteStart": 4, "byteEnd": 5}, "features": [{"uri": "https://half.example"}]},
    ]  # fmt: skip
    comment = one(talk(tmp_path, node(skeet("a", text=text, record={"facets": facets}))))
    assert comment.body == "Schön: [hier](https://hier.example/) \\*und\\* dort"


def test_who_asks_to_be_shown_to_members_alone_is_left_out(tmp_path: Path) -> None:
    asks = {"labels": [{"val": "!no-unauthenticated"}]}
    back = {"labels": [{"val": "!no-unauthenticated", "neg": True}]}
    export = talk(
        tmp_path, node(skeet("a", author=asks)), node(skeet("b", author=back)),
        node(skeet("c", record={"labels": {"values": [{"val": "!no-unauthenticated"}]}})),
    )  # fmt: skip
    assert [each.id for each in export.comments] == [at("b")]
    assert "not logged in" in reasons(export)[at("a")]


def test_what_was_hidden_is_removed_and_what_is_labelled_waits(tmp_path: Path) -> None:
    gate = {"record": {"hiddenReplies": [at("a")]}}
    export = talk(
        tmp_path, node(skeet("a"), node(skeet("b", "a"))),
        node(skeet("c", labels=[{"val": "spam"}])), node(skeet("d", labels=[{"val": "rude"}])),
        gate=gate,
    )  # fmt: skip
    assert [(each.id[-1], each.state) for each in export.comments] == [
        ("a", "removed"), ("b", "shown"), ("c", "spam"), ("d", "pending"),
    ]  # fmt: skip


def test_what_is_blocked_or_gone_is_named(tmp_path: Path) -> None:
    gone = {"$type": "app.bsky.feed.defs#notFoundPost", "uri": at("x"), "notFound": True}
    shut = {"$type": "app.bsky.feed.defs#blockedPost", "uri": at("y"), "blocked": True}
    assert reasons(talk(tmp_path, gone, shut, 7)) == {
        at("x"): "it is gone there", at("y"): "it is blocked there",
        "tolls, answer 3": "it holds no post",
    }  # fmt: skip


def test_a_date_that_was_claimed_for_later_is_when_it_came_in(tmp_path: Path) -> None:
    row = skeet("a", record={"createdAt": "2031-01-01T00:00:00Z"})
    assert one(talk(tmp_path, node(row))).date.isoformat() == "2025-03-01T10:00:05+00:00"


def test_a_page_that_is_shown_below_the_words_is_kept_as_a_link(tmp_path: Path) -> None:
    embed = {"$type": "app.bsky.embed.external", "external": {"uri": "https://far.example/a"}}
    comment = one(talk(tmp_path, node(skeet("a", record={"embed": embed}))))
    assert comment.body == "We paid.\n\nhttps://far.example/a"


def test_five_thousand_answers_to_answers(tmp_path: Path) -> None:
    deep: dict[str, Any] = node(skeet("n0", "n1"))
    for number in range(1, 5000):
        deep = node(skeet(f"n{number}", f"n{number + 1}"), deep)
    file = tmp_path / "deep.json"
    file.write_text(f'{{"thread": {written(node(skeet("root"), "DEEP"), deep)}}}')
    export = importer("bluesky").read(file, ZoneInfo("UTC"), lambda _: None)
    assert len(export.comments) == 5000


def written(head: dict[str, Any], deep: dict[str, Any]) -> str:
    """JSON deeper than the standard library writes."""
    heads, node_ = [json.dumps(head)], deep
    while node_["replies"]:
        inner = node_["replies"][0]
        heads.append(json.dumps(node_ | {"replies": ["DEEP"]}))
        node_ = inner
    made = json.dumps(node_)
    for outer in reversed(heads):
        before, after = outer.split('"DEEP"')
        made = f"{before}{made}{after}"
    return made


# --- GitHub Discussions -------------------------------------------------------------------------


def said(name: str, *replies: object, **more: Any) -> dict[str, Any]:
    return {
        "id": name, "url": f"https://github.com/q/r/discussions/1#{name}", "body": "We *paid*.",
        "author": {"login": "wren", "url": "https://github.com/wren"}, "isMinimized": False,
        "createdAt": "2025-03-01T10:00:00Z", "lastEditedAt": None, "deletedAt": None,
        "replies": {"nodes": list(replies)},
    } | more  # fmt: skip


def discussion(*rows: object, **more: Any) -> dict[str, Any]:
    return {
        "id": "D_1", "title": "tolls/", "url": "https://github.com/q/r/discussions/1",
        "comments": {"pageInfo": {"hasNextPage": False}, "nodes": list(rows)},
    } | more  # fmt: skip


def github(tmp_path: Path, made: object) -> Export:
    return read(tmp_path, "github-discussions", made, name="export.json")


def test_a_discussion_with_answers(tmp_path: Path) -> None:
    row = said("a", said("b", replyTo={"id": "a"}), said("c"), isAnswer=True)
    made = {"data": {"repository": {"discussion": discussion(row)}}}
    export = github(tmp_path, made)
    assert [(each.id, each.parent) for each in export.comments] == [
        ("a", ""), ("b", "a"), ("c", "a"),
    ]  # fmt: skip
    comment = export.comments[0]
    assert (comment.author, comment.body) == ("wren", "We *paid*.")
    (place,) = export.places
    assert (place.title, place.keys) == ("tolls/", ("export", "tolls/"))
    assert export.notes == ("Chosen as the answer there: 1. Nothing here says so any more.",)


@pytest.mark.parametrize(
    "wrap",
    [
        lambda made: made,
        lambda made: [made],
        lambda made: {"discussion": made},
        lambda made: {"data": {"repository": {"discussions": {"nodes": [made]}}}},
        lambda made: {"data": {"search": {"nodes": [made]}}},
        lambda made: [{"data": {"node": made}}, {"data": {"repository": {"discussion": None}}}],
    ],
)
def test_a_discussion_is_found_wherever_it_stands(tmp_path: Path, wrap: Any) -> None:
    assert len(github(tmp_path, wrap(discussion(said("a")))).comments) == 1


def test_hidden_deleted_and_orphaned_comments(tmp_path: Path) -> None:
    rows = [
        said("a", isMinimized=True, minimizedReason="SPAM"),
        said("b", isMinimized=True, minimizedReason="OFF_TOPIC"),
        said("c", deletedAt="2025-03-02T00:00:00Z"),
        said("d", author=None),
    ]
    comments = github(tmp_path, discussion(*rows)).comments
    assert [each.state for each in comments] == ["spam", "pending", "removed", "shown"]
    assert (comments[3].author, comments[1].why) == ("ghost", "hidden there as off_topic")


def test_an_answer_that_was_cut_off_says_so(tmp_path: Path) -> None:
    cut = {"pageInfo": {"hasNextPage": True}, "nodes": [said("a")]}
    (note,) = github(tmp_path, discussion(comments=cut)).notes
    assert note.startswith("The file is cut off in 1 places")


# --- all of them --------------------------------------------------------------------------------


@pytest.mark.parametrize("form", SOCIAL)
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "It is empty."),
        ("<html><title>502</title></html>", ":1:1"),
        ('{"error": "Record not found"}', "Record not found"),
        ('{"errors": [{"message": "Bad credentials"}]}', "Bad credentials"),
        ('{"error": "NotFound", "message": "Post not found"}', "Post not found"),
        ('{"error": "unauthorized", "error_description": "no token"}', "no token"),
        ('{"thread": ', ":1:"),
        ('"words"', "It holds no"),
        ('[{"id": "/one/", "comments": [{"id": 1, "text": "Hm."}]}]', "It holds no"),
        ('{"comments": [{"commentHex": "a1", "markdown": "Hm."}], "tags": ["a"]}', "It holds no"),
        ("{}", "It holds no"),
    ],
)
def test_what_is_no_answer_is_refused(tmp_path: Path, form: str, text: str, said: str) -> None:
    file = tmp_path / "tolls.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Unusable) as caught:
        importer(form).read(file, ZoneInfo("UTC"), lambda _: None)
    assert "tolls.json" in str(caught.value)
    assert said in str(caught.value)


@pytest.mark.parametrize("form", SOCIAL)
def test_an_empty_folder_is_refused(tmp_path: Path, form: str) -> None:
    with pytest.raises(Unusable, match=r"no \.json file"):
        importer(form).read(tmp_path, ZoneInfo("UTC"), lambda _: None)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 10**13) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ("id", "uri", "url", "post", "record", "replies", "thread", "author", "account",
             "comments", "nodes", "data", "children", "links", "descendants", "context", "text",
             "content", "created_at", "createdAt", "wm-target", "published", "labels", "facets",
             "index", "byteStart", "byteEnd", "features", "visibility", "body", "discussion")
        ),
        inner,
        max_size=6,
    ),
    max_leaves=25,
)  # fmt: skip


@pytest.mark.parametrize("form", SOCIAL)
@given(made=VALUES)
@settings(max_examples=80, deadline=None)
def test_whatever_a_file_holds_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, form: str, made: object
) -> None:
    folder = tmp_path_factory.mktemp("any")
    try:
        export = read(folder, form, made)
    except Unusable:
        return
    assert len({each.id for each in export.comments}) == len(export.comments)
