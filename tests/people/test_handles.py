"""Handles: found where they are meant, linked where they are known."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from rapport.people import Roster, handles_in, link_handles
from tests.conversation.hostile import ALL
from tests.people.folk import person

ROSTER = Roster(
    (
        person("ana", handles=("@ana",), url="https://ana.example/?a=1&b=2"),
        person("bea", handles=("@bea@host.example", "@bea.host.example")),
        person("nobody", handles=("@nosite",), url=""),
        person("evil", handles=("@evil",), url="javascript:alert(1)"),
    )
)
LINK = '<a class="h-card" href="https://ana.example/?a=1&amp;b=2" dir="auto">@ana</a>'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@ana", ["@ana"]),
        ("thanks @ana.", ["@ana"]),
        ("(@ana), “@ana” and @ana’s", ["@ana"] * 3),
        ("@ana, @bea@host.example; @b_e-a", ["@ana", "@bea@host.example", "@b_e-a"]),
        ("@bea.host.example!", ["@bea.host.example"]),
        ("@josé", ["@josé"]),
        ("a\n@ana\nb", ["@ana"]),
        ("ana@host.example", []),
        ("ana.rossi+x@host.example", []),
        ("https://social.example/@ana", []),
        ("@ana@host", []),
        ("@@ana", []),
        ("@ana@", []),
        ("@", []),
        ("@ ana", []),
        ("@-ana", []),
        ("", []),
    ],
)
def test_handles_in_text(text: str, found: list[str]) -> None:
    handles = handles_in(text)
    assert [handle for handle, _, _ in handles] == found
    assert all(text[start:end] == handle for handle, start, end in handles)


def test_a_known_handle_becomes_a_link_to_their_own_site() -> None:
    assert link_handles("<p>Ask @ana, please.</p>", ROSTER) == f"<p>Ask {LINK}, please.</p>"


def test_a_handle_with_its_host() -> None:
    html = link_handles("<p>@bea@host.example</p>", ROSTER)
    assert (
        html
        == '<p><a class="h-card" href="https://bea.example" dir="auto">@bea@host.example</a></p>'
    )


@pytest.mark.parametrize(
    "html",
    [
        "<p>no handle</p>",
        "<p>@stranger @nosite @evil</p>",
        "<p>ana@ana.example</p>",
        '<p title="@ana">x</p>',
        "<p title=@ana>x</p>",
        '<a href="https://a.example">by @ana</a>',
        '<a href="https://a.example"><em>by</em> @ana</a>',
        "<code>@ana</code>",
        "<pre><span>@ana</span></pre>",
        "<script>@ana</script>",
        "<style>@ana {}</style>",
        "<!-- @ana -->",
        "<![CDATA[@ana]]>",
        "<?php @ana ?>",
        "<!DOCTYPE @ana>",
        "<textarea>@ana</textarea>",
        "<svg><title>@ana</title></svg>",
        "<CODE>@ana</CODE>",
        "<code/>@ana",
        "<a>never closed @ana",
        "<code><b></code></b><code>@ana",
    ],
)
def test_left_as_it_is(html: str) -> None:
    assert link_handles(html, ROSTER) == html


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<code>x</code> @ana", f"<code>x</code> {LINK}"),
        ("</code>@ana", f"</code>{LINK}"),
        ("<em>@ana</em>", f"<em>{LINK}</em>"),
        ("a &amp; @ana &lt;b", f"a &amp; {LINK} &lt;b"),
        ("<br/>\n@ana<br>", f"<br/>\n{LINK}<br>"),
        ("<p>\n\n  @ana\r\n</p>", f"<p>\n\n  {LINK}\r\n</p>"),
        ("x & @ana", f"x & {LINK}"),
        ("<![if x]>@ana<![endif]>", f"<![if x]>{LINK}<![endif]>"),
        ("1 < 2 @ana", f"1 < 2 {LINK}"),
    ],
)
def test_linked_and_nothing_else_changed(before: str, after: str) -> None:
    assert link_handles(before, ROSTER) == after


def test_without_an_at_nothing_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rapport.people.handles.stretches", None)
    assert link_handles("<p>x</p>", ROSTER) == "<p>x</p>"
    assert link_handles("<p>@stranger</p>", ROSTER) == "<p>@stranger</p>"


PIECES = st.sampled_from(
    ["@ana", "@bea@host.example", " ", "\n", "<p>", "</p>", "<code>", "</code>", "<a href='x'>",
     "</a>", "<pre>", "</pre>", '<i title="@ana">', "</i>", "<!--", "-->", "<script>", "</script>",
     "<", ">", "&amp;", "&", "<![", "<!", "<?", "]]>", "é", "\r\n", "\u2028", "x"]
)  # fmt: skip
ADDED = re.compile(r'<a class="h-card" href="[^"<>]*" dir="auto">(@[^<>]*)</a>')


@given(st.lists(PIECES, max_size=30).map("".join))
@hypothesis_settings(max_examples=500)
def test_taking_the_links_out_again_gives_the_same_html(html: str) -> None:
    assert ADDED.sub(r"\1", link_handles(html, ROSTER)) == html


@pytest.mark.parametrize("payload", [payload for _, _, payload in ALL])
def test_hostile_html_changes_nothing_but_the_handle(payload: str) -> None:
    html = f"<p>@ana</p>{payload}"
    linked = link_handles(html, ROSTER)
    assert linked.startswith(f"<p>{LINK}</p>")
    assert ADDED.sub(r"\1", linked) == html


@pytest.mark.parametrize("unit", ["@ana ", "@", "@a.", "@a@b.", "a", "<p>@x</p>\n"])
def test_long_html_is_linked_while_somebody_waits(unit: str) -> None:
    """Nothing is timed: with a cost that grew by the square, this would not end in an hour."""
    linked = link_handles("<p>@ana</p>" + unit * 100_000, ROSTER)
    assert linked.startswith(f"<p>{LINK}</p>")
