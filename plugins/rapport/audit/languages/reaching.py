"""Whom a sentence asks readers to reach: the firm, or others who sell nothing of the firm's.

Groups of `Language.tells` and `Language.others`, for the languages whose own files would grow too
long by them. "Contact the registry" and "the council offers a free consultation" are advice;
"call", with the firm's name behind it, is an offer.
"""

from __future__ import annotations

Groups = dict[str, tuple[str, ...]]


def _others(asks: str, whom: tuple[str, ...], offers: str) -> tuple[str, ...]:
    """Phrases that send readers to others (`asks`), and that say what others offer."""
    return (*(f"{asks} {name}" for name in whom), *(f"{name} * {offers}" for name in whom))


EN_OTHERS: Groups = {
    "others": (
        *_others(
            "contact|call|phone|ring|email|ask|to|with|at|from|consult|visit "
            "the|your|a|an|any|its|their? local|nearest|own|county|court|trade|town|city|council?",
            (
                "clerk|clerks|registry|registrar|tribunal|court|courts|courthouse|union|council",
                "insurer|insurers|bank|landlord|employer|doctor|gp|police|ombudsman|regulator",
                "embassy|consulate|ministry|bureau|authority|school|hospital|library|helpline",
                "hmrc|acas|charity", "citizens advice", "legal aid", "law centre|center|society",
                "court office", "bar association|council", "union representative|rep|official",
            ),
            "offers|offer|gives|give|provides|provide|runs|run|has|have",
        ),
        "you are|re free to", "are|is|be free to add|use|choose|change",
    ),
    "thanks": ("^thank|thanks you|to", "special|many|big|huge thanks|thank", "thanks * to",),
}  # fmt: skip

EN: Groups = {
    "appeal": (
        "^call|ring|phone|email|contact|message|instruct|consult$",
        "^call|ring|phone|email|contact|instruct the|our * at|of$",
        "^speak|talk|write|turn to|with$", "^speak|talk to|with * at|of$",
        "^get|be in touch|contact with$", "^reach out to$",
    ),
    "deal": (
        "for|request|get a|an|your free? quote|quotation|estimate|appointment|consultation",
        "to|and book|arrange|make|schedule|request a|an|your * appointment|meeting|call|quote",
    ),
    "able": (
        "we have|bring|offer the|all the? experience|expertise|knowledge|skills|people",
        "we can|could|will help$",
    ),
}  # fmt: skip

DE_OTHERS: Groups = {
    "others": (
        *_others(
            "kontaktieren|wenden|an|beim|bei|zum|zur|rufen|vom|fragen|melden Sie? "
            "Ihren|Ihre|ihren|ihre|den|die|das|der? zuständige|zuständigen|örtliche|nächste?",
            (
                "gericht|amtsgericht|arbeitsgericht|landgericht|geschäftsstelle|behörde|amt",
                "bürgeramt|jugendamt|finanzamt|grundbuchamt|rathaus|polizei|schiedsstelle",
                "betriebsrat|gewerkschaft|versicherung|versicherer|krankenkasse|bank|arzt",
                "rentenversicherung|vermieter|arbeitgeber|verbraucherzentrale|mieterverein",
            ),
            "bietet|bieten|gibt|geben|hilft|helfen|berät|beraten",
        ),
        "steht Ihnen|euch|jedem frei",
    ),
    "thanks": (
        "^danke|dank", "danken|bedanken wir|uns|für", "wir|ich danken|danke",
        "herzlichen|besonderer|vielen dank",
    ),
}  # fmt: skip

DE: Groups = {
    "appeal": (
        "^rufen|kontaktieren|beauftragen|schreiben Sie$", "^wenden Sie sich an$",
        "^sprechen Sie mit$", "^schreiben Sie an$",
    ),
    "deal": ("für ein|einen|Ihr|ihr * angebot|termin|erstgespräch|beratungstermin",),
    "able": (
        "haben wir die|das|alle erfahrung|wissen|expertise",
        "wir haben die|das|alle erfahrung|wissen|expertise", "^wir helfen$",
        "^wir helfen Ihnen|gern|gerne|weiter",
    ),
}  # fmt: skip

FR_OTHERS: Groups = {
    "others": (
        *_others(
            "contactez|appelez|saisissez|consultez|vous|à|au|auprès du|de|à|au? l|la|le|votre|vos?",
            (
                "greffe|tribunal|mairie|préfecture|syndicat|délégué|assureur|assurance|banque",
                "employeur|bailleur|médecin|police|médiateur|caf|inspection|consulat|ambassade",
                "bibliothèque|commune|barreau", "point justice", "maison du|de droit|justice",
                "permanence du|de|des", "aide juridique",
            ),
            "offre|offrent|propose|proposent|tient|organise|donne|donnent",
        ),
        "libre|libres de|d",
    ),
    "thanks": ("^merci à|aux|au|encore", "un grand merci", "nous|je remercions|remercie",),
}  # fmt: skip

FR: Groups = {
    "appeal": (
        "^appelez|contactez|consultez$", "^écrivez à$", "^adressez-vous à$", "^parlez-en à$",
        "^prenez contact avec$",
    ),
    "deal": ("pour un|une|prendre|obtenir|demander * devis|rendez|consultation|entretien",),
    "able": ("nous avons l'expérience", "nous avons les|le compétences|savoir|équipes"),
}  # fmt: skip

ES_OTHERS: Groups = {
    "others": (
        *_others(
            "contacte|contacta|contacto|llame|llama|acuda|acude|diríjase|en|al|consulte|pregunte "
            "con|a|al|en? el|la|su|tu? secretaría? del?",
            (
                "juzgado|tribunal|registro|secretaría|ayuntamiento|sindicato|representante",
                "aseguradora|seguro|banco|casero|arrendador|empresa|médico|policía|defensor",
                "consulado|embajada|ministerio|notaría|catastro|hacienda|biblioteca|mutua",
                "colegio de abogados", "turno de oficio", "oficina del consumidor",
            ),
            "ofrece|ofrecen|presta|prestan|tiene|da|dan",
        ),
        "libre|libres de",
    ),
    "thanks": ("^gracias a|por", "muchas gracias", "agradecemos|agradezco a|al|la|su",),
}  # fmt: skip

ES: Groups = {
    "appeal": (
        "^llame|llama|llamen a|al$", "^contacte|contacta con$", "^póngase|ponte en contacto con$",
        "^escriba|escribe a$", "^consulte|consulta con|a$", "^hable|habla con$",
    ),
    "deal": ("para un|una|pedir|solicitar|concertar * presupuesto|cita|consulta",),
    "able": (
        "tenemos|contamos con? la experiencia", "tenemos|contamos con? los conocimientos",
    ),
}  # fmt: skip
