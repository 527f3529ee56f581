"""Who is thanked, who is mentioned."""

from __future__ import annotations

import pytest

from rapport.model import Thanks
from rapport.people import Roster, mentions, shout_outs
from tests.conversation.talk import comment
from tests.people.folk import person, post

ANA = person("ana", handles=("@ana",))
BEA = person("bea", handles=("@bea@host.example",))
ROSTER = Roster((ANA, BEA))


def test_thanks_to_a_person_and_to_the_writer_of_a_comment() -> None:
    said = comment("c1", author="Mia")
    known = comment("c2", author="Bea", person="bea")
    thanking = post(
        "x", thanks=(Thanks("ana", "for the form", 3), Thanks("c1", "", 4), Thanks("c2", "r", 5))
    )
    found = shout_outs([thanking], ROSTER, [said, known])
    assert [(s.name, s.reason, s.person, s.comment) for s in found] == [
        ("Ana", "for the form", ANA, None),
        ("Mia", "", None, said),
        ("Bea", "r", BEA, known),
    ]
    assert all(s.post is thanking for s in found)


def test_thanks_to_nobody_we_know_and_for_a_removed_comment_are_left_out() -> None:
    gone = comment("gone", status="removed", body="")
    thanking = post("x", thanks=(Thanks("stranger", "x", 3), Thanks("gone", "x", 4)))
    assert shout_outs([thanking], ROSTER, [gone]) == ()


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("Ask @ana about it, and @ana again.", "markdown"),
        ("*@ana*", "markdown"),
        ("[@ana](https://ana.example)", "markdown"),
        ("> said @ana", "markdown"),
        ("`x`@ana", "markdown"),
        ("    code\n\n@ana", "markdown"),
        ("<p>@ana</p>", "html"),
        ('<p><a href="https://ana.example">@ana</a></p>', "html"),
        ("Ask @ana.", "rst"),
        ("::\n\n    code\n\n@ana", "rst"),
        (".. note::\n\n    @ana", "rst"),
    ],
)
def test_a_handle_in_a_post_is_a_mention_once(text: str, markup: str) -> None:
    named = post(text, markup=markup)
    assert [(m.post, m.person) for m in mentions([named], ROSTER)] == [(named, ANA)]


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("`@ana`", "markdown"),
        ("```\n@ana\n```", "markdown"),
        ("    @ana", "markdown"),
        ("ana@ana.example", "markdown"),
        ('<i title="@ana">x</i>', "markdown"),
        ("[x](https://social.example/@ana)", "markdown"),
        ("@stranger", "markdown"),
        ("<pre>@ana</pre>", "html"),
        ("<p title='@ana'>x</p>", "html"),
        ("``@ana``", "rst"),
        ("Run::\n\n    @ana\n\n    @ana\n", "rst"),
        (".. code-block:: python\n\n    @ana\n", "rst"),
        ("", "markdown"),
    ],
)
def test_no_mention(text: str, markup: str) -> None:
    assert mentions([post(text, markup=markup)], ROSTER) == ()


def test_the_header_mentions_nobody() -> None:
    text = "Title: @ana\n\n@bea@host.example"
    assert [m.person for m in mentions([post(text, body=13)], ROSTER)] == [BEA]


def test_people_in_the_order_of_their_first_handle() -> None:
    text = "@bea@host.example and @ana"
    assert [m.person for m in mentions([post(text)], ROSTER)] == [BEA, ANA]
