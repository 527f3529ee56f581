"""Deliveries in the shapes that services document, and the one that our own form makes."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from rapport.arrivals import Arrived
from rapport.importers import read_forms
from tests.theme.document import elements
from tests.theme.test_post import page

NOW = datetime(2026, 5, 6, 12, tzinfo=UTC)
THEN = datetime(2026, 4, 2, 9, 58, tzinfo=UTC)
ID = "01jqm5f0000000000000000001"
TYPED = {
    "post": "tolls",
    "parent": ID,
    "body": "Who pays?",
    "author": "Noor",
    "email": "noor@rivers.example",
    "url": "",
    "fax": "",
    "agreed": "This is no advice.",
}


def read(given: object, fields: dict[str, str] | None = None, notice: str = "") -> list[Arrived]:
    data = json.dumps(given).encode()
    zone = ZoneInfo("UTC")
    return [mail.comment for mail in read_forms(data, "x", fields or {}, NOW, zone, notice)]


def one(given: object, **more: Any) -> Arrived:
    (found,) = read(given, **more)
    return found


# What Netlify's API lists; its webhook sends one of them, wrapped in `payload` or not.
NETLIFY = {
    "number": 3,
    "title": "Noor",
    "email": "noor@rivers.example",
    "name": "Noor",
    "first_name": "Noor",
    "last_name": None,
    "company": None,
    "summary": "Who pays?",
    "body": "Who pays?",
    "data": {**TYPED, "ip": "192.0.2.7", "user_agent": "x", "referrer": "https://quay.example/"},
    "created_at": "2026-04-02T09:58:00.000Z",
    "human_fields": {"Name": "Noor", "Body": "Who pays?"},
    "ordered_human_fields": [{"title": "Body", "name": "body", "value": "Who pays?"}],
    "id": "5f1a",
    "form_id": "77",
    "form_name": "comment",
    "site_url": "https://quay.example",
}
FORMSPREE = {
    "form": "xdo",
    "submission": {**TYPED, "_date": "2026-04-02T09:58:00.123456+00:00", "_readableDate": "x"},
    "keys": ["body"],
}
FORMSPREE_API = {"fields": ["_date"], "submissions": [FORMSPREE["submission"]]}
BASIN = {**TYPED, "id": "b1", "created_at": "2026-04-02T09:58:00Z", "attachments": []}
GETFORM = {
    "success": True,
    "data": {
        "id": "the-form",
        "submissions": [{**TYPED, "id": 14, "submissionDate": "02-04-2026 09:58"}],
        "pagination": {"count": 1},
    },
}
ENVELOPE = {
    "type": "submission.created",
    "submission_id": "s1",
    "form_name": "Comment",
    "received_at": "2026-04-02T09:58:00Z",
    "payload": TYPED,
    "meta": {"ip_country": "GB"},
}
LISTED = {
    "eventId": "e1",
    "createdAt": "2026-04-02T09:58:00Z",
    "data": {"fields": [{"key": f"q{n}", "label": k, "value": v}
                        for n, (k, v) in enumerate(TYPED.items())]},
}  # fmt: skip
SHEET = {"namedValues": {"Timestamp": ["2026-04-02T09:58:00Z"], "Your name": ["Noor"],
                         "Your comment": ["Who pays?"], "post": ["tolls"], "parent": [ID],
                         "E-Mail": [TYPED["email"]], "Notice": [TYPED["agreed"]]}}  # fmt: skip


@pytest.mark.parametrize(
    ("given", "date"),
    [
        (NETLIFY, THEN), ([NETLIFY], THEN), ({"payload": NETLIFY}, THEN), (FORMSPREE, THEN),
        (FORMSPREE_API, THEN), (BASIN, THEN), ({"data": BASIN}, THEN), (ENVELOPE, THEN),
        (SHEET, THEN), (TYPED, NOW),
        # A date that may be two is not believed.
        (GETFORM, NOW),
    ],
)  # fmt: skip
def test_who_said_what_about_which(given: object, date: datetime) -> None:
    found = one(given)
    assert (found.place, found.parent, found.body) == ("tolls", ID, "Who pays?")
    assert (found.author, found.contact.email) == ("Noor", "noor@rivers.example")
    assert (found.contact.agreed, found.state) == ("This is no advice.", "pending")
    assert found.date == date


def test_fields_in_a_list_are_found_by_their_labels() -> None:
    by_label = json.loads(json.dumps(LISTED).replace('"key"', '"ref"'))
    found = one(by_label)
    assert (found.place, found.parent, found.body) == ("tolls", ID, "Who pays?")
    assert (found.id, found.date) == ("e1", THEN)


def test_two_forms_that_both_number_their_deliveries_are_told_apart() -> None:
    assert one(NETLIFY).id == "5f1a"
    assert one({**NETLIFY, "id": "6b2c"}).id == "6b2c"


def test_what_is_private_there_is_private_here() -> None:
    assert one(NETLIFY).contact.ip == "192.0.2.7"


@pytest.mark.parametrize(
    ("said", "kept"),
    [("on", "No advice."), (True, "No advice."), ("Other words.", "Other words."), (False, "")],
)
def test_a_ticked_box_says_yes_to_what_stands_beside_it(said: object, kept: str) -> None:
    assert one({**TYPED, "agreed": said}, notice="No advice.").contact.agreed == kept


@pytest.mark.parametrize("said", [False, "", None, []])
def test_an_empty_trap_has_caught_nobody(said: object) -> None:
    assert one({**TYPED, "honeypot": said}).state == "pending"
    assert one({**TYPED, "fax": "", "_gotcha": "x"}).state == "spam"


def test_a_site_s_own_names_come_first() -> None:
    given = {"Ihre Frage": "Wer zahlt?", "body": "", "Beitrag": "tolls", "text": "x"}
    found = one(given, fields={"Ihre Frage": "body", "beitrag": "post"})
    assert (found.body, found.place) == ("Wer zahlt?", "tolls")


def submitted(choose: str) -> dict[str, str]:
    """What a browser sends of the theme's form, filled in."""
    (form,) = elements(page("post-form"), "form")
    typed = {"body": "Who pays?", "author": "Noor", "email": "noor@rivers.example"}
    sent = {}
    for kind in ("input", "textarea"):
        for field in elements(form, kind):
            sent[field.get("name") or ""] = field.get("value") or typed.get(
                field.get("name") or "", ""
            )
    options = [option.get("value") or "" for option in elements(form, "option")]
    assert choose in options
    (select,) = elements(form, "select")
    return sent | {select.get("name") or "": choose}


def test_the_theme_s_own_form_is_understood_by_every_name_it_has() -> None:
    (form,) = elements(page("post-form"), "form")
    choice = [option.get("value") or "" for option in elements(form, "option")][1]
    sent = submitted(choice)
    found = one(sent)
    assert (found.place, found.parent, found.body) == ("costs", choice, "Who pays?")
    assert (found.author, found.contact.email) == ("Noor", "noor@rivers.example")
    assert found.contact.agreed == sent["agreed"] != ""
    assert found.state == "pending"
    assert one(submitted("")).parent == ""
    assert one({**sent, "fax": "bot"}).state == "spam"
