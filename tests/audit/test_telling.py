"""What sells, what invites, and what a firm must say."""

from __future__ import annotations

import pytest

from tests.audit.posts import body


def sold(text: str, lang: str = "en") -> list[tuple[str, bool]]:
    return [(told.kind, told.closing) for told in body(text, lang).pitch]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Call us today.", "en"),
        ("If you need help with a lease, please get in touch with our team.", "en"),
        ("[Book a free consultation](/contact) with one of our solicitors.", "en"),
        ("No win, no fee.", "en"),
        ("Our lawyers can help you with every kind of claim.", "en"),
        ("For advice on wills, contact our office.", "en"),
        ("Why not call our office today?", "en"),
        ("Reach out today.", "en"),
        ("Fill in the enquiry form.", "en"),
        ("Fill in our form on [their site](https://forms.example/a).", "en"),
        ("[Book a free consultation](https://calendar.example/lane) with a solicitor.", "en"),
        ("Rufen Sie uns an.", "de"),
        ("Vereinbaren Sie jetzt einen Termin mit unserer Kanzlei.", "de"),
        ("Prenez rendez-vous d\u00e8s aujourd'hui.", "fr"),
        ("Contactez notre cabinet.", "fr"),
        ("P\u00f3ngase en contacto con nuestro despacho.", "es"),
        ("Pida su primera consulta gratuita.", "es"),
    ],
)
def test_it_asks_to_hire(text: str, lang: str) -> None:
    assert sold(text, lang) == [("hire", True)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Our award-winning team knows leases.", "en"),
        ("We are the leading firm for leases.", "en"),
        ("Harrow Lane Law is the best law firm in the county.", "en"),
        ("Lena Brandt is an award-winning solicitor.", "en"),
        ("We have recovered more than four million for tenants.", "en"),
        ("Nobody fights harder than our experienced solicitors.", "en"),
        ("Als f\u00fchrende Kanzlei kennen wir das Mietrecht.", "de"),
        ("Nos avocats exp\u00e9riment\u00e9s connaissent le bail.", "fr"),
        ("Somos l\u00edderes en arrendamientos.", "es"),
    ],
)
def test_it_praises_the_firm(text: str, lang: str) -> None:
    assert sold(text, lang) == [("boast", True)]


@pytest.mark.parametrize(
    "text",
    [
        "> Call us today. We are the leading firm.",
        '"Contact our award-winning team", said the bus shelter.',
        "`call us today`",
        "## Contact us",
        "This post is not legal advice; contact a solicitor.",
        "Reading this makes no attorney-client relationship; call a lawyer.",
        "Tell us in the comments what you saw.",
        "Get in touch if you disagree with any of it.",
        "Write to me with your own story.",
        "If you really have something to say, you can always email me.",
        "The clerk asked us to call the office on Monday.",
        "They contact the registry, and she books a room.",
        "We cite the leading case, and the best evidence rule.",
        "Marta Kowal is an award-winning reporter.",
        "We are not the best firm in the county.",
        "Let us take the second point first.",
        "We know too little about it.",
        "He hired a lawyer and called a witness.",
        "[Sign up for the county's rent relief](https://county.example/rent) now.",
        "Read [what she wrote on race](https://shop.example/books/race), if you want to talk.",
        "[Fill out the county's claim form](https://county.example/claim).",
        "Fill out the nomination form by Tuesday.",
        "Think of your neighbours. Reach out to them next and see if they need anything.",
        "Double-check that you have fixed all the dates.",
        "In our initial meeting we took account of the situation.",
        "You can call any special method on it.",
    ],
)
def test_it_sells_nothing(text: str) -> None:
    assert sold(text) == []


def test_the_post_closes_on_a_pitch_only_when_nothing_of_its_own_follows() -> None:
    assert sold("Call us today.\n\nThe slip was blue.") == [("hire", False)]
    assert sold("The slip was blue. Call us today.\n\n*This is not legal advice.*") == [
        ("hire", True)
    ]
    assert sold("Call us today. What did your slip say?") == [("hire", False)]
    assert sold("Call us today. We look forward to meeting you.") == [("hire", True)]
    assert sold("Call us today.\n\n> A quotation follows, of somebody else's.") == [("hire", True)]


@pytest.mark.parametrize(
    "below",
    [
        "[Share](https://x.com/intent/post?url=a) [Post](https://www.linkedin.com/sharing/a)",
        "[Share this post](https://x.com/intent/post?url=a) if it was of use.",
        "![The slip](slip.png)",
        "![The slip](slip.png)\n\n*Photo: Marta Kowal*",
        "Photo by Marta Kowal.",
        "Tags: leases, deposits, Leeds",
        "By Lena Brandt, 3 May",
        "*\u2014 Lena Brandt, Harrow Lane Law*",
        "- [Our post on leases]({filename}leases.md)\n- [Our post on locks]({filename}locks.md)",
        "Tags: leases\n\n[Share](https://x.com/intent/post?url=a)\n\nBy Lena Brandt",
    ],
)
def test_what_stands_below_a_post_does_not_undo_that_it_closes_on_a_pitch(below: str) -> None:
    assert sold(f"The slip was blue.\n\nCall us today.\n\n{below}") == [("hire", True)]


@pytest.mark.parametrize(
    "below",
    [
        "The slip was blue.",
        "One thing: read the slip twice.",
        "See [the registry's page](https://registry.example/slips) for what it says of them.",
        "- the slip\n- the [form](https://registry.example/form)",
        "What did your slip say?",
    ],
)
def test_prose_below_a_pitch_is_what_the_post_closes_on(below: str) -> None:
    assert sold(f"The slip was blue.\n\nCall us today.\n\n{below}") == [("hire", False)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Tell us in the comments what you saw.", "en"),
        ("Let me know how it went.", "en"),
        ("I would love to hear what your registry does.", "en"),
        ("Correct me if that is wrong.", "en"),
        ("Comments are open until Friday.", "en"),
        ("Please leave a comment below.", "en"),
        ("Show us what your registry does with it.", "en"),
        ("Hoping to hear from you.", "en"),
        ("Get in touch if you disagree.", "en"),
        ("Schreibt es gern in die Kommentare.", "de"),
        ("Racontez-le dans les commentaires.", "fr"),
        ("Contadme c\u00f3mo en los comentarios.", "es"),
    ],
)
def test_it_invites_readers_to_write(text: str, lang: str) -> None:
    found = body(text, lang)
    assert [told.text for told in found.invitations] == [text]
    assert found.pitch == ()


@pytest.mark.parametrize(
    "text",
    [
        "The clerk told us to wait.",
        "> Tell us in the comments what you saw.",
        "What did you tell the clerk?",
        "He left a note on the door.",
        "First, report it to the registry.",
        "Show us how a table of a database can be made again:",
        "Someone will tell you what you want to hear, what you say yourself.",
        "If you really don't have anything to add yet, go on.",
    ],
)
def test_it_invites_nobody(text: str) -> None:
    assert body(text).invitations == ()


def test_an_answer_to_a_machine_invites_nobody() -> None:
    assert (
        body("R\u00e9pondez par l'affirmative, et ins\u00e9rez le disque.", "fr").invitations == ()
    )
    assert body("Montrez-nous comment refaire une table :", "fr").invitations == ()
    assert len(body("R\u00e9pondez ci-dessous.", "fr").invitations) == 1


def test_an_unknown_language_sells_and_invites_nothing() -> None:
    found = body("Call us today. Tell us in the comments.", "fi")
    assert (found.pitch, found.invitations) == ((), ())


def test_a_long_post_that_sells_twice_does_not_sell_throughout() -> None:
    calls = "Call us today. Call us now."
    offer = "Our solicitors know your court."
    rest = " ".join(f"The registry opened {number} letters that day." for number in range(50))
    assert len(sold(f"{calls} {offer}")) == 3
    assert len(sold(f"{calls} {offer} {rest}")) == 2
