"""Who is named, and whether they are credited."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from rapport.audit.context import Context
from tests.audit.posts import CONTEXT, body, facts


def names(text: str, lang: str = "en", context: Context = CONTEXT) -> list[str]:
    return [person.name for person in body(text, lang, context).people]


def credited(text: str, lang: str = "en") -> dict[str, bool]:
    return {person.name: person.credited for person in body(text, lang).people}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Last week Marta Kowal wrote a note.", "Marta Kowal"),
        ("When Marta Kowal wrote, nobody read it.", "Marta Kowal"),
        ("The note is by Ngozi Adeyemi.", "Ngozi Adeyemi"),
        ("Mei-Ling Tan sat down.", "Mei-Ling Tan"),
        ("J. R. Castellanos checked it.", "J. R. Castellanos"),
        ("We asked Beatriz de la Cruz.", "Beatriz de la Cruz"),
        ("So said Ludwig van Aken.", "Ludwig van Aken"),
        ("Dr. Oddvar Bjelland disagrees.", "Oddvar Bjelland"),
        ("Professor Quillon Vantrease teaches it.", "Quillon Vantrease"),
        ("Quillon Vantrease, a notary in Vigo, agreed.", "Quillon Vantrease"),
        ("Quillon Vantrease wrote twice.", "Quillon Vantrease"),
        ("As Seán O'Malley's note shows.", "Seán O'Malley"),
        ("Ruth M. Sandover, who sat there, knew.", "Ruth M. Sandover"),
        ("Thanks to Grace Okoro for the slip.", "Grace Okoro"),
        ("In April Jonas Lind asked again.", "Jonas Lind"),
        ("We met Ji-woo Park there.", "Ji-woo Park"),
        ("[Quillon Vantrease](https://v.example) wrote it.", "Quillon Vantrease"),
        ("> Quoted, with [Marta Kowal](https://kowal.example) linked.", "Marta Kowal"),
        ("> A letter is a letter.\n>\n> \u2014 Marta Kowal", "Marta Kowal"),
        ("| who |\n|---|\n| Marta Kowal |\n", "Marta Kowal"),
        ("- Marta Kowal, notary", "Marta Kowal"),
        ("Ask @kowal about it.", "@kowal"),
        ("Ask @kowal@law.example.", "@kowal@law.example"),
    ],
)
def test_a_person_is_named(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "*Mercer v. Pole* was cited, and so was Kramer v Kramer.",
        "Martha Mercer v. John Pole settled.",
        "The High Court in New York heard Los Angeles.",
        "Section 14A of the Limitation Act 1980 is clear.",
        "The Bar Council and the Civil Justice Council agree.",
        "Stone & Marsh LLP, Bright Harbour Ltd and Wells Partners appeared.",
        "Mary Mercer & Partners appeared.",
        "Victoria Park is near Charlotte Street.",
        "The Grace Hopper Building is shut.",
        "Mercer Bridge is a company.",
        "Monday Morning came. Happy Christmas!",
        "They met at the Housing Re-entry Fix-a-thon, and it was good.",
        "We use Visual Studio, Google Maps and Stack Overflow.",
        "How To Win A Case In Three Easy Steps",
        "## Marta Kowal Writes Again",
        "`Marta Kowal`",
        "    Marta Kowal",
        "> Marta Kowal wrote this.",
        'The play "Marta Kowal Goes Home" closed.',
        "Our own Lena Brandt and Tom Okafor kept the note. So did In\u00eas Duarte.",
        "Harrow Lane Law wrote it.",
        "Will Parliament act? May Judges speak?",
        "Judge O'Malley and Mrs. Prendergast sat.",
        "write to ana@quay.example or @lena@harrowlane.example",
        "JavaScript Core and GitHub Actions ran. NASA Houston called.",
        "The European Court of Human Rights sits in Strasbourg.",
        "North Carolina and Saint Helena agree.",
        "We ran Chi Safe Path with the city, and Ana Open Lab too.",
        "They met at the Robin Hack Nights, and at Ben Mart.",
    ],
)
def test_nobody_outside_is_named(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Frau Katharina Vogt hat gez\u00e4hlt.", "de", ["Katharina Vogt"]),
        ("Der Dolmetscher Tadeusz Nowak lachte.", "de", ["Tadeusz Nowak"]),
        ("Guten Morgen aus der Stadt K\u00f6ln. Die Deutsche Bahn kam.", "de", []),
        ("M\u00fcller gegen Hansestadt L\u00fcbeck und das Oberlandesgericht Hamm.", "de", []),
        ("Der Neue Rote Faden und das Alte Lied.", "de", []),
        ("Camille Rostand \u00e9crit. C'est Jean d'Aubigny qui parle.", "fr",
         ["Camille Rostand", "Jean d'Aubigny"]),
        ("La Cour de cassation et le Conseil d'\u00c9tat. L'affaire Dupont c. Martin.", "fr", []),
        ("Jean Moulin est une avenue, rue Marie Curie.", "fr", []),
        ("Dijo Luc\u00eda Ferrer que no. El profesor \u00c1lvaro Quintana calla.", "es",
         ["Luc\u00eda Ferrer", "\u00c1lvaro Quintana"]),
        ("El Tribunal Supremo, el C\u00f3digo Civil y Buenos Aires.", "es", []),
        ("Tuomari Matti Virtanen luki. Niin @matti@virtanen.example.", "fi",
         ["@matti@virtanen.example"]),
    ],
)  # fmt: skip
def test_other_languages_name_people(text: str, lang: str, expected: list[str]) -> None:
    assert names(text, lang) == expected


def test_each_person_counts_once_where_they_are_named_first() -> None:
    (person,) = body(
        "Nothing yet.\n\nMarta Kowal wrote. Marta A. Kowal knew. So did @martakowal."
    ).people
    assert (person.name, person.credited) == ("Marta Kowal", True)
    assert (person.span.line, person.span.column, person.span.end_column) == (8, 1, 12)


def test_a_doubtful_name_that_is_sure_elsewhere_counts_from_its_first_place() -> None:
    (person,) = body(
        "Near Quillon Vantrease there is a bench.\n\nQuillon Vantrease wrote this."
    ).people
    assert person.span.line == 6


def test_the_roster_and_the_writers_are_known_by_name_and_tie_handles_to_names() -> None:
    known = replace(
        CONTEXT,
        called=(("@pv", "quillon vantrease"), ("quillon vantrease", "quillon vantrease"),
                ("q. vantrease", "quillon vantrease")),
    )  # fmt: skip
    text = "Near Quillon Vantrease stands a bench. @pv knows."
    assert names(text) == ["@pv"]
    assert names(text, context=known) == ["Quillon Vantrease"]
    assert names("Vieress\u00e4 Quillon Vantrease.", "fi", known) == ["Quillon Vantrease"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Marta Kowal](https://k.example) wrote.", True),
        ("I read [the note of Marta Kowal on costs](https://k.example).", True),
        ("Marta Kowal [wrote a note](https://k.example).", True),
        ("Marta Kowal wrote.\n\n[Kowal's note](https://k.example) is short.", True),
        ("Marta Kowal wrote.\n\nMarta [sent it](https://k.example).", True),
        ("Marta Kowal (@mk) wrote.", True),
        ("Marta Kowal wrote.\n\n> See [Marta Kowal](https://k.example).", True),
        ("Marta Kowal wrote.", False),
        ("Marta Kowal wrote. It is [here](https://k.example).", False),
        ("[Marta Kowal](/people/kowal.html) wrote.", False),
        ("[Marta Kowal](https://x.com/intent/post?text=kowal) wrote.", False),
        ("Marta Kowal cites [section 14 of the Act](https://law.example/14).", False),
        ("Marta Kowal and Lena Brandt [wrote a note](https://k.example).", False),
    ],
)
def test_credit_is_a_link_or_a_handle(text: str, *, expected: bool) -> None:
    assert credited(text)["Marta Kowal"] is expected


def test_two_in_a_sentence_share_no_credit() -> None:
    assert credited("Marta Kowal and Jonas Lind [sent it](https://k.example).") == {
        "Marta Kowal": False,
        "Jonas Lind": False,
    }


@pytest.mark.parametrize(
    "text",
    [
        "Marta Kowal wrote [a note](https://k.example) and Jonas Lind [one](https://l.example).",
        "Marta Kowal ([note](https://k.example)) and Jonas Lind ([it](https://l.example)) differ.",
        "See [one](https://k.example) by Marta Kowal and [it](https://l.example) by Jonas Lind.",
        "[Marta Kowal](https://k.example) asked, and Jonas Lind [answered](https://l.example).",
    ],
)
def test_two_in_a_sentence_each_with_a_link_are_credited_each(text: str) -> None:
    assert credited(text) == {"Marta Kowal": True, "Jonas Lind": True}


@pytest.mark.parametrize(
    "text",
    [
        "Marta Kowal and Jonas Lind [sent](https://k.example) [it](https://l.example).",
        "Marta Kowal wrote [a note](https://k.example) and [it](https://l.example) for Jonas Lind.",
    ],
)
def test_links_that_one_of_two_has_credit_nobody(text: str) -> None:
    assert not any(credited(text).values())


def test_a_last_name_two_people_share_credits_neither() -> None:
    text = "Marta Kowal and Jonas Kowal wrote.\n\n[Kowal's note](https://k.example) is short."
    assert credited(text) == {"Marta Kowal": False, "Jonas Kowal": False}


def test_the_authors_of_a_site_without_a_roster_are_its_own_people() -> None:
    assert [p.name for p in facts("Ines Duarte wrote to Marta Kowal.").people] == ["Marta Kowal"]


@pytest.mark.untraced  # a tracer would be measured too
def test_a_long_run_of_capitals_takes_time_in_proportion() -> None:
    def seconds(size: int) -> float:
        text = "Ana Ruiz de la " * size + "v. Ana @a [x](https://k.example)."
        begin = time.process_time()
        body(text)
        return time.process_time() - begin

    seconds(500)
    assert seconds(16_000) < 60 * max(seconds(1_000), 0.005)
