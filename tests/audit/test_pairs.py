"""A post that talks with people is always better than one that sells, light by light."""

from __future__ import annotations

import pytest

from rapport.audit import measure
from rapport.audit.lights import ask, credit, link_out, pitch
from rapport.model import Colour
from tests.audit.posts import CONTEXT, read

RANK: dict[Colour, int] = {"red": 0, "amber": 1, "green": 2}
SHARE = "https://www.facebook.com/sharer/sharer.php?u=https://harrowlane.example/x"

# Language, the post that sells, the post that talks.
PAIRS = [
    (
        "en",
        f"""
Have you been dismissed? Our award-winning team has won hundreds of cases for clients like you.

[Share on Facebook]({SHARE}). See [our services](/services).

[Book a free consultation](/contact) today or call 01632 960 111.
""",
        """
[Marta Kowal](https://kowal.example/silence) asked whether silence can be a yes, and
[Jonas Lindqvist](https://lindqvist.example/no) says it cannot. [Priya Raman](https://raman.example)
keeps [a list of such cases](https://raman.example/list), and @sofia@law.example found one more.

When did a client of yours last treat silence as a yes? And which clause would stop it?
""",
    ),
    (
        "en",
        f"""
Looking for a partner you can trust? At Harrow Lane Law our dedicated experts offer bespoke advice.

Our experienced lawyers have recovered millions. [Tweet this]({SHARE})

Contact us today for a free, no-obligation quote.
""",
        """
Last week [Tove Lund wrote](https://lund.example/boats) that nobody reads berth contracts aloud.
I did, to [Sam Obi](https://obi.example), who runs the slipway, and we stopped at the word "moor".

What does your harbour call it, and has anybody ever argued about the word?
""",
    ),
    (
        "de",
        f"""
Haben Sie eine Kündigung erhalten? Unsere erfahrenen Anwälte beraten Sie gerne.

[Auf Facebook teilen]({SHARE}), [unsere Leistungen](/leistungen)

Vereinbaren Sie jetzt ein kostenloses Erstgespräch: [Kontakt](/kontakt).
""",
        """
[Anna Weber](https://weber.example/fristen) hat elf Fristen verglichen, und
[Jens Petersen](https://petersen.example) widerspricht ihr.

Welche Frist hat Ihr Gericht zuletzt verlängert, und mit welcher Begründung?
""",
    ),
    (
        "fr",
        f"""
Vous êtes victime d'un licenciement ? Notre équipe d'avocats expérimentés vous accompagne.

[Partager sur Facebook]({SHARE}), [nos services](/services)

Prenez rendez-vous dès aujourd'hui pour une première consultation gratuite.
""",
        """
[Claire Dubois](https://dubois.example/silence) a compté les silences, et
[Karim Benali](https://benali.example) les a classés.

Dans votre greffe, combien de temps attendez-vous une réponse, et qui la signe ?
""",
    ),
    (
        "es",
        f"""
¿Le han despedido? Nuestro equipo de abogados expertos defiende sus derechos.

[Compartir en Facebook]({SHARE}), [nuestros servicios](/servicios)

Pida hoy su primera consulta gratuita y sin compromiso.
""",
        """
[Lucía Romero](https://romero.example/silencio) contó los silencios y
[Andrés Vidal](https://vidal.example) los ordenó.

¿Cuánto tarda en contestar su juzgado, y quién firma la respuesta?
""",
    ),
]


def colours(lang: str, text: str) -> dict[str, Colour]:
    post, document = read(f"Title: A post\nDate: 2026-01-05\nLang: {lang}\n{text}")
    facts = measure(post, document, CONTEXT)
    return {
        "ask": ask(post, facts),
        "credit": credit(facts),
        "link out": link_out(facts),
        "pitch": pitch(facts),
    }


@pytest.mark.parametrize(("lang", "sells", "talks"), PAIRS)
def test_whoever_talks_with_people_is_better_in_every_light(
    lang: str, sells: str, talks: str
) -> None:
    worse, better = colours(lang, sells), colours(lang, talks)
    assert set(better.values()) == {"green"}
    assert [name for name in better if RANK[worse[name]] >= RANK[better[name]]] == []
