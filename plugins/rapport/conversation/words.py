"""The words by which a comment shows that it is only a word of thanks.

One entry a language. `thanks` are words that thank, `before` those that introduce what for (after
which anything may follow), `around` the small words and the praise that may stand beside them,
`turns` those that announce more than thanks. All in lower case. Every table is tried, since a
comment does not always say its language.
"""

from __future__ import annotations

from typing import NamedTuple


class Courtesy(NamedTuple):
    """How one language thanks."""

    thanks: frozenset[str]
    before: frozenset[str]
    around: frozenset[str]
    turns: frozenset[str]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


COURTESY: dict[str, Courtesy] = {
    "en": Courtesy(
        thanks=_words(
            "thank thanks thankyou thankful thx tks cheers grateful appreciate appreciated"
        ),
        before=_words("for"),
        around=_words(
            "a again ah all also always am an and answer answering are article as at author "
            "be been bunch clarification clarifies clarifying clear clearly clearer column "
            "comes concise dear detailed enjoyed everyone everybody exactly excellent "
            "explained explaining explains explanation fantastic from glad good great greatly "
            "guys had have heaps hello help helped helpful helpfully helping helps hi i i'm "
            "i've in indeed informative insight insightful interesting is it it's just kind "
            "kindly looking lot lots love loved lovely luck made makes many me million mine "
            "most much my needed nice now of ok okay once one our out perfect piece pointer "
            "post posting quick quickly read reading really regards reply replying response "
            "sense share sharing so super sure taking that that's the there these this "
            "thoughtful thoughts time to truly understand understood us useful very was "
            "wanted warm we well were what wish wishes with wonderful work works write "
            "writing you your yours"
        ),
        turns=_words(
            "although but can't cannot curious disagree doesn't don't except however if "
            "missing need needs never no nonsense not nothing please rubbish sadly still "
            "though unfortunately unless until whether wonder wondering wrong yet"
        ),
    ),
    "de": Courtesy(
        thanks=_words("dank danke dankbar dankeschön dankesehr bedanke bedanken"),
        before=_words("für fürs"),
        around=_words(
            "alle aller alles antwort artikel auch aufschlussreich ausführliche ausführlichen "
            "beitrag besten bin das dass den der des die dies diese diesen dieser dir "
            "ein eine einen endlich er erklärt erklärung es euch frau ganz gefreut geholfen "
            "genau gerne geschrieben grüße grüßen gut gute guten guter habe haben hat helfen "
            "herr herzlich herzliche herzlichen herzlicher hilfe hilfreich hilft hinweis ich "
            "ihnen ihr ihre ihren ihrer immer interessant ist jetzt ja klar klarer klingt "
            "lieb liebe lieber lieben mein mich mir mit nochmal nochmals nützlich prima "
            "schnell schnelle schnellen schön schöne schönen schöner sehr sie sind so super "
            "text toll tolle toller tollen uns und verständlich verstanden viel viele vielen "
            "vielmals vom von war weiter wert wertvoll wir wirklich wunderbar zu zum"
        ),
        turns=_words(
            "aber allerdings außer bitte dennoch doch jedoch falls falsch frage kein keine "
            "leider nein nicht nichts niemals noch nur obwohl ob trotzdem unklar warum wenn "
            "wieso"
        ),
    ),
    "fr": Courtesy(
        thanks=_words(
            "merci mercis remercie remercions remerciements reconnaissant reconnaissante"
        ),
        before=_words("pour de d' du des"),
        around=_words(
            "à a agréable ai aide aidé amicalement article au aussi avec beaucoup bel belle "
            "bien billet bon bonne bonjour c'est ce cela ces cet cette chère cher clair "
            "claire claires complet cordialement de des du encore est et éclairant éclairante "
            "explication explications excellent excellente formidable grand grandement "
            "intéressant intéressante infiniment j'ai je l'aide l'article l'explication la le "
            "les m'a m'aide m'éclaire madame maintenant maître mille monsieur moi nous "
            "parfait parfaitement plus précieux précieuse pour que rapide réponse super "
            "sincèrement temps texte tous tout toute toutes travail très un une utile utiles "
            "votre vos vous vraiment"
        ),
        turns=_words(
            "alors aucun aucune cependant faux hélas jamais mais malheureusement ne néanmoins "
            "non pas pourquoi pourtant rien sauf si"
        ),
    ),
    "es": Courtesy(
        thanks=_words("gracias agradezco agradecemos agradecida agradecido agradecidos"),
        before=_words("por"),
        around=_words(
            "a aclaración aclara ahora al algo apreciado artículo así ayuda ayudado ayudó "
            "bien bueno buena buen buenas clara claro completa completo con cordial de del el "
            "ella en entendido entrada es escrito esta este esto estimada estimado estupendo "
            "excelente explicación explicado explicar fue genial gran grande ha han hola "
            "infinitas interesante la las le les lo los magnífico me mi mil mucha muchas "
            "mucho muchísimas muy nos os perfecto por publicación queda rápida respuesta "
            "saludo saludos señor señora su sus te tiempo todo todos trabajo tu un una útil "
            "usted ustedes valiosa valioso ya"
        ),
        turns=_words(
            "aunque desgraciadamente error excepto jamás lástima lamentablemente nada ningún "
            "ninguna no nunca pero salvo si sino sin falso todavía"
        ),
    ),
}
