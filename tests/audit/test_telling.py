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
        "Thank you to our wonderful team, who made our award-winning evening a success for you.",
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


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Please contact the clerk before Friday.", "en"),
        ("Contact the registry if the form is missing.", "en"),
        ("Please contact the tribunal within 14 days.", "en"),
        ("Contact the court office for a hearing date.", "en"),
        ("Call your union representative before you sign anything.", "en"),
        ("Call the registry today and ask for the file number.", "en"),
        ("Legal Aid offers a free consultation to anyone on benefits.", "en"),
        ("Citizens Advice offers free appointments in every town.", "en"),
        ("The Law Centre will give you a free initial consultation.", "en"),
        ("You are free to add a clause of your own.", "en"),
        ("Feel free to call the registry.", "en"),
        ("Marta Kowal is an experienced candidate and would make an excellent judge.", "en"),
        ("The county's public defenders are a dedicated and talented team.", "en"),
        ("Book a slot at the registry by Monday.", "en"),
        ("Ask your landlord for an appointment.", "en"),
        ("Speak to a specialist at the citizens' bureau.", "en"),
        ("Ring the council's helpline if the boiler fails.", "en"),
        ("Contact a doctor at once.", "en"),
        ("The winner was an award-winning firm from Leeds.", "en"),
        ("Get in touch with your insurer as soon as you can.", "en"),
        (
            "We proudly endorse Marta Kowal, an award-winning reporter with decades of experience.",
            "en",
        ),
        ("Bitte wenden Sie sich an die Gesch\u00e4ftsstelle des Gerichts.", "de"),
        ("Kontaktieren Sie das Amtsgericht vor Freitag.", "de"),
        ("Rufen Sie Ihren Betriebsrat an.", "de"),
        ("Die Verbraucherzentrale bietet eine kostenlose Erstberatung.", "de"),
        ("Der Mieterverein ber\u00e4t Sie kostenlos.", "de"),
        ("Es steht Ihnen frei, eine Klausel zu erg\u00e4nzen.", "de"),
        ("Marta Kowal ist eine erfahrene Kandidatin.", "de"),
        ("Vereinbaren Sie beim B\u00fcrgeramt einen Termin.", "de"),
        ("Wenden Sie sich an Ihre Versicherung.", "de"),
        ("Melden Sie sich bei der Rentenversicherung.", "de"),
        ("Contactez le greffe avant vendredi.", "fr"),
        ("Adressez-vous au tribunal.", "fr"),
        ("Appelez votre d\u00e9l\u00e9gu\u00e9 syndical.", "fr"),
        ("Le point-justice offre une consultation gratuite.", "fr"),
        ("La maison du droit propose des consultations gratuites.", "fr"),
        ("Vous \u00eates libre d'ajouter une clause.", "fr"),
        ("Marta Kowal est une candidate exp\u00e9riment\u00e9e.", "fr"),
        ("Prenez rendez-vous \u00e0 la mairie.", "fr"),
        ("Adressez-vous \u00e0 votre assureur.", "fr"),
        ("Contactez votre syndicat.", "fr"),
        ("Contacte con la secretar\u00eda del juzgado.", "es"),
        ("P\u00f3ngase en contacto con el registro.", "es"),
        ("Llame a su representante sindical.", "es"),
        ("El colegio de abogados ofrece una consulta gratuita.", "es"),
        ("Es usted libre de a\u00f1adir una cl\u00e1usula.", "es"),
        ("Marta Kowal es una candidata con amplia experiencia.", "es"),
        ("Pida cita en el ayuntamiento.", "es"),
        ("Acuda al juzgado antes del viernes.", "es"),
        ("P\u00f3ngase en contacto con su aseguradora.", "es"),
    ],
)
def test_sending_readers_to_others_or_praising_them_sells_nothing(text: str, lang: str) -> None:
    assert sold(text, lang) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Call Harrow Lane Law on 020 7946 0123.", "en"),
        ("At Harrow Lane Law, we have the experience to see you through.", "en"),
        ("Need a lawyer? We can help.", "en"),
        ("Email us at hello@harrowlane.example for a quote.", "en"),
        ("Contact us today.", "en"),
        ("Our award-winning team is ready.", "en"),
        ("Ring Lena Brandt on 020 7946 0123.", "en"),
        ("Email lena@harrowlane.example to arrange a meeting.", "en"),
        ("Need help? Harrow Lane Law is here for you.", "en"),
        ("Contact Harrow Lane Law for a free consultation.", "en"),
        ("At Harrow Lane Law, our experienced solicitors take the strain.", "en"),
        ("Speak to Lena Brandt today.", "en"),
        ("Get in touch with Harrow Lane Law.", "en"),
        ("Rufen Sie Harrow Lane Law unter 030 123 4567 an.", "de"),
        ("Bei Harrow Lane Law haben wir die Erfahrung, die Sie brauchen.", "de"),
        ("Brauchen Sie einen Anwalt? Wir helfen.", "de"),
        ("Schreiben Sie uns an info@harrowlane.example f\u00fcr ein Angebot.", "de"),
        ("Kontaktieren Sie uns noch heute.", "de"),
        ("Unser preisgekr\u00f6ntes Team ist bereit.", "de"),
        ("Wenden Sie sich an Harrow Lane Law.", "de"),
        ("Wenden Sie sich an Lena Brandt.", "de"),
        ("Appelez Harrow Lane Law au 01 23 45 67 89.", "fr"),
        ("Chez Harrow Lane Law, nous avons l'exp\u00e9rience qu'il vous faut.", "fr"),
        ("Besoin d'un avocat ? Nous pouvons vous aider.", "fr"),
        ("\u00c9crivez-nous \u00e0 info@harrowlane.example pour un devis.", "fr"),
        ("Contactez-nous d\u00e8s aujourd'hui.", "fr"),
        ("Notre \u00e9quipe prim\u00e9e est pr\u00eate.", "fr"),
        ("Contactez Harrow Lane Law.", "fr"),
        ("Adressez-vous \u00e0 Lena Brandt.", "fr"),
        ("Llame a Harrow Lane Law al 912 345 678.", "es"),
        ("En Harrow Lane Law tenemos la experiencia que necesita.", "es"),
        ("\u00bfNecesita un abogado? Podemos ayudarle.", "es"),
        ("Escr\u00edbanos a info@harrowlane.example para un presupuesto.", "es"),
        ("Cont\u00e1ctenos hoy mismo.", "es"),
        ("Nuestro galardonado equipo est\u00e1 listo.", "es"),
        ("P\u00f3ngase en contacto con Harrow Lane Law.", "es"),
        ("Llame a Lena Brandt.", "es"),
    ],
)
def test_what_names_the_firm_or_what_it_sells_is_a_pitch(text: str, lang: str) -> None:
    assert len(sold(text, lang)) == 1


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("If the date is near, we can help.", "en"),
        ("For more on notice, download our free guide.", "en"),
        ("We are just a phone call away.", "en"),
        ("Places are filling up fast, so save your seat.", "en"),
        ("That is what sets us apart.", "en"),
        ("Ein Anruf genügt.", "de"),
        ("Das unterscheidet uns.", "de"),
        ("Bei uns bekommen Sie alles aus einer Hand.", "de"),
        ("Wir setzen uns mit Nachdruck für Sie ein.", "de"),
        ("Wir kämpfen für Ihr Recht.", "de"),
        ("Voilà ce qui nous distingue.", "fr"),
        ("Avec nous, vous êtes entre de bonnes mains.", "fr"),
        ("Eso es lo que nos distingue.", "es"),
        ("Con nosotros está en buenas manos.", "es"),
    ],
)
def test_what_everybody_says_who_sells_is_a_pitch(text: str, lang: str) -> None:
    assert len(sold(text, lang)) == 1


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The list may be free of duplicates, but you should check it with the script.", "en"),
        ("Because we do not want to call a free service in every test, we put a stub there.", "en"),
        ("Le service vérifie que votre code est valable et que le prix est juste.", "fr"),
        ("Wir setzen uns mit dem neuen Gesetz auseinander.", "de"),
        ("In Nürnberg wurden zwei Vereine ausgezeichnet.", "de"),
        ("Wir setzen uns dafür ein, dass die Akten offen sind.", "de"),
    ],
)
def test_parts_that_come_together_by_chance_sell_nothing(text: str, lang: str) -> None:
    assert sold(text, lang) == []
