"""Whether a comment looks like its writer's own case, which is answered privately.

Two signs together: the writer asks what they can do, and tells of something that happened to them
or is theirs. It errs to the flagging side, since a person reads it next; the words are of the four
languages that the audit knows. Written by hand: classifiers of legal need were looked for, and what
there is needs a model larger than the whole site.
"""

from __future__ import annotations

import re

# A deadline, a harm, a paper that came: what makes a general question one's own.
_ASKS = re.compile(
    r"""\b(?:
    (?:what|how|where|when|whom?)\ (?:can|could|should|do|must|would|shall|may)\ (?:i|we)\b
    |(?:can|could|should|may|must|shall)\ (?:i|we)\b |do\ (?:i|we)\ (?:have|need|owe|still)\b
    |(?:am\ i|are\ we)\ (?:entitled|liable|obliged|allowed|bound|still|too|in|covered|right|safe)\b
    |have\ (?:i|we)\ (?:a|any|lost|got|still)\b |is\ there\ (?:anything|something|a\ way)
    |(?:advise|advice|help)\ (?:me|us|on|with)\b |(?:need|want|looking\ for)\ (?:some[ ]
    |legal[ ])*(?:advice|help|a\ lawyer)
    |would\ (?:you|i)\ (?:take|have|advise) |what\ (?:are|is)\ (?:my|our)\b |do\ you\ think\ (?:i
    |we)\b
    |(?:kann|darf|soll|sollte|muss|muß|könnte|müsste|hafte)\ (?:ich|wir)\b
    |(?:können|dürfen|sollen|sollten|müssen|haften|haben)\ wir\b
    |was\ (?:kann|soll|muss|mache|tun|tue)\b |(?:wie|wo|wann|was)\ .{0,30}\b(?:ich|wir)\b
    |steht\ (?:mir|uns)\b |habe\ ich\ (?:anspruch|ein\ recht|noch\ zeit)
    |(?:rat|hilfe|anwalt)\b.{0,30}\b(?:brauche|suche|geben) |(?:brauche|suche
    |raten\ sie)\b
    |(?:können|könnten)\ sie\ (?:mir|uns) |ist\ .{0,30}\b(?:mir|uns)\ .{0,30}möglich
    |(?:puis|dois|pouvons|devons|peux|pourrais|devrais)[-\ ](?:je|nous)\b |(?:que|quoi)\ (?:faire
    |puis|dois)
    |(?:je|nous)\ (?:peux|dois|pouvons|devons|risque|risquons)\b |est-ce\ que\ (?:je|nous)\b
    |ai-je\b |avons-nous\b |suis-je\b
    |(?:me|nous)\ (?:conseiller|conseillez|aider) |(?:besoin|cherche)\ .{0,20}(?:avocat|conseil
    |aide) |quels?\ sont\ (?:mes|nos)
    |(?:qué|que|cómo|como|cuándo|dónde)\ (?:puedo|debo|podemos|debemos|hago|hacemos|tengo)
    |(?:puedo|debo|podemos|debemos|podría|debería)\b |tengo\ (?:que|derecho|algún)
    |tenemos\ (?:que|derecho|algún)
    |(?:me|nos)\ (?:aconseja|aconsejan|recomienda|ayuda|pueden|puede|podría) |(?:necesito|busco
    |necesitamos)\b |cuáles\ son\ (?:mis|nuestros)
    )""",
    re.VERBOSE,
)
_OWN = re.compile(
    r"""\b(?:
    (?:my|our)\ (?:\w+\ ){0,2}(?:land|tenan|boss|employ|compan|firm|business|boat|ship|yacht
    |vessel|cargo|container|house|flat|home
      |car\b|contract|lease|insur|claim|case|client|bank|wife|husband|partner|father|mother
    |brother|sister|son|daughter|neighbo|supplier|carrier|customer
      |freight|shipment|goods|deposit|rent|licen|visa|court|hearing|deadline|appeal|permit
    |trademark|invoice|accident|injur|landlord|crew|captain|charter|dog|child|will\b|shop|lawyer
    |solicitor|wage|salary|agent|forwarder|broker|mooring|berth)
    |(?:i|we)\ (?:\w+\ ){0,2}(?:received|got|signed|lost|bought|sold|paid|missed|hired|rented
    |leased|ordered|shipped|chartered|fell|hit|sank|crashed|was|were|am\ being|have\ been|had|own
    |owe|run|live|work|refused|terminated|filed|let)\b
    |(?:happened\ to|sued|suing|sues|fired|dismissed|evict\w*|owes|cheated|injured|charged
    |refus\w+\ to\ pay|threaten\w*|told|sent|gave|billed|fined)\ (?:me|us)\b |against\ (?:me|us)\b
    |mein\w*\ |unser\w*\ |mir\ |uns\ |ich\ (?:habe|bin|wurde|hatte|war|besitze|miete)\b |(?:habe
    |bin|wurde)\ ich\b |wir\ (?:haben|sind|wurden|hatten|waren)\b
    |(?:mon|ma|mes|notre|nos)\ |j['’]ai\b |je\ (?:suis|me\ suis|n['’]ai|possède|loue)\b
    |nous\ (?:avons|sommes|possédons|louons)\b |m['’](?:a|ont)\b |(?:me|nous)\ (?:a|ont|doit
    |réclame)\b
    |mi\ |mis\ |nuestr\w+\ |he\ (?:\w+(?:ado|ido)|hecho|roto|escrito|perdido)\b |hemos\ \w+
    |me\ (?:han|ha|debe|deben|despid\w+|reclama\w*|niega\w*|dijeron)\b |nos\ (?:han|ha|debe|deben
    |reclama\w*|niega\w*)\b |(?:tengo|tenemos|firmé|recibí|compré|perdí|pagué|alquilo)\b
    )""",
    re.VERBOSE,
)
_HARM = re.compile(
    r"""\b(?:deadline|due|tomorrow|until|by\ (?:monday|tuesday|wednesday|thursday|friday|\d)
    |days\ left|notice|sue[ds]?\b|lawsuit|damage\w*|evict\w*|dismiss\w*
    |injur\w*|owes?\b|refus\w*|breach\w*|arrest\w*|seiz\w*|penalt\w*|accident|collision|claim\w*
    |terminat\w*|insolv\w*|bankrupt\w*|divorc\w*|lost|stolen|unpaid|overdue|letter\ from|summons
    |frist|kündig\w*|klage\w*|schaden\w*|unfall|mahn\w*|verklag\w*|bescheid|verweiger\w*
    |schulde\w*|beschädigt\w*|rechnung|abgelehnt|insolv\w*|gekündigt
    |délai|licenci\w*|assign\w*|dommage\w*|accident|refus\w*|mise\ en\ demeure|facture|préavis
    |huissier|endommag\w*|saisi\w*|convoc\w*|expuls\w*
    |plazo|despid\w*|despedid\w*|demand\w*|daño\w*|accidente|niega\w*|factura|embarg\w*
    |desahuci\w*|multa\w*|dañad\w*|deuda\w*|reclama\w*)\b""",
    re.VERBOSE,
)
_FIRST = re.compile(r"\b(?:i|me|we|us|ich|mir|wir|uns|je|j|nous|moi|yo|nos)\b")
# What opens a contribution and asks for nothing: "may I add", "if I may".
_POLITE = re.compile(
    r"""\b(?:
    (?:may|can|could|might)\ i\ (?:add|ask|suggest|quote|share|point|link|correct|disagree|say|also)
    |if\ (?:i|we)\ (?:may|can)
    |darf\ ich\ (?:ergänzen|fragen|hinzufügen|zitieren|widersprechen|anmerken)
    |(?:puis|pourrais)-je\ (?:ajouter|citer|demander|signaler|suggérer)
    |puedo\ (?:añadir|citar|preguntar|sugerir|compartir)
    )""",
    re.VERBOSE,
)
_LONGEST = 20_000
FLAG = "matter - answer privately: it looks like the writer's own case"


def looks_like_matter(body: str) -> bool:
    """Whether a comment (Markdown) seems to ask for advice on facts of the writer's own."""
    text = _POLITE.sub(" ", " ".join(body[:_LONGEST].casefold().split()))
    if not _ASKS.search(text):
        return False
    return bool(_OWN.search(text) or (_HARM.search(text) and _FIRST.search(text)))
