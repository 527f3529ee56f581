"""German. The polite "Sie" is told from "sie" by its capital (`cased`)."""

from __future__ import annotations

from rapport.audit.languages import reaching
from rapport.audit.languages.model import Language, Naming, bag
from rapport.audit.languages.phrases import Phrases
from rapport.audit.languages.selling import Selling
from rapport.audit.languages.shared import COMPANIES, PLACES, citing

_ASKS = {
    "vague": (
        "was meinen|denken|sagen|glauben|halten Sie", "was meint|denkt|sagt|haltet ihr",
        "was meinst|denkst|sagst|hältst du", "wie sehen Sie das|dies|es",
        "wie seht|siehst ihr|du das", "wie ist ihre|Ihre|eure|deine meinung",
        "^ihre|eure|deine meinung", "^und sie$", "^und Sie$", "^und ihr$", "^und du$",
        "^meinungen$", "^fragen$", "^anmerkungen$", "^einverstanden$", "stimmen Sie zu",
        "stimmt ihr zu", "^gedanken dazu$", "oder was|wie", "wie denken Sie",
        "sehen Sie das auch|anders|genauso", "seht ihr das auch|anders|genauso",
    ),
    "anyone": (
        "hat|kennt|weiß|war|kann|hatte|nutzt|verwendet hier? jemand",
        "hat|kennt|weiß|kann einer von|unter|hier", "wer von|unter euch|Ihnen",
        "wer hat|kennt|weiß|nutzt|kann * schon|bessere|besseren|erfahrung|erfahrungen|beispiel",
        "gibt es leser|jemanden|kollegen", "jemand von|unter|hier", "irgendjemand",
    ),
    "tried": (
        "haben|habt|hast Sie|ihr|du * schon|je|jemals|einmal|mal",
        "sind|seid|bist Sie|ihr|du * schon|je|jemals|einmal|mal",
        "wann haben|habt|hast Sie|ihr|du * zuletzt|letzten|letzte",
        "Ihrer|ihrer|eurer|deiner erfahrung|sicht|praxis|kanzlei",
        "Ihre|ihre|eure|deine erfahrung|erfahrungen", "bei Ihnen|euch|dir",
        "ist|war Ihnen|euch|dir * schon|je|jemals", "was hat * Ihnen|euch|dir geholfen",
        "wie|was macht|hält|halten|handhabt * Ihr|Ihre|euer|eure gericht|kanzlei",
        "wie|was macht|hält|halten|handhabt * Ihr|Ihre|euer|eure mandant|mandanten",
        "^wie|wo|wann|womit|was|wer|welche|welcher|welches|warum * haben|habt|hast Sie|ihr|du",
    ),
    "correction": (
        "was habe|haben ich|wir * übersehen|vergessen|falsch|verpasst",
        "wo irre|liege|irren|liegen ich|wir", "habe|haben ich|wir * übersehen|vergessen|falsch",
        "was fehlt", "fehlt * etwas|was|jemand", "irre|täusche ich mich",
        "liege ich * * falsch|daneben|richtig", "habe|haben ich|wir * * richtig|recht",
        "verstehe|lese|verstehen|lesen ich|wir * * richtig|falsch",
        "was würden|würdet|würdest Sie|ihr|du ändern",
    ),
    "rhetorical": (
        "haben|habt|hast Sie|ihr|du * gefragt", "wussten|wusstest|wusstet Sie|ihr|du", "wer weiß$",
        "wer kennt * nicht", "wer hätte * gedacht", "warum|wieso|weshalb auch? nicht", "na und$",
        "kommt Ihnen|euch|dir * bekannt", "nicht wahr$", "oder$", "^wirklich$", "^echt$", "^warum$",
        "^wieso$", "^und jetzt$", "^und nun$", "^was nun$", "^na und$",
        "was heißt|bedeutet das|dies|es", "was folgt",
        "^suchen|brauchen|benötigen|wünschen|planen|wollen|möchten Sie", "^sucht|braucht ihr",
        "^suchst|brauchst du", "^haben|wurden|sind Sie * bekommen|erhalten|gekündigt",
        "^haben|wurden|sind Sie * verletzt|geschädigt|betroffen|abgemahnt",
        "^was|wie soll|muss|kann|darf man", "was soll ich|man|das", "wie kann das|es sein",
    ),
}  # fmt: skip

_ANSWERS = {
    "answer": (
        "ja", "nein", "nicht", "nie", "niemals", "niemand", "kaum", "weil", "nur", "nichts", "doch",
        "natürlich", "selbstverständlich", "sicher", "vielleicht", "wahrscheinlich", "vermutlich",
        "manchmal", "meist", "meistens", "oft", "selten", "beide", "beides", "keiner", "keine",
        "das kommt|hängt", "es kommt|hängt", "kurz", "die|meine|unsere antwort",
        "die kurze antwort", "zunächst", "zuerst", "erstens", "dann", "wenn ja|nein|nicht",
        "falls ja|nein", "Sie sollten", "sie sollten|können|müssen|sind",
        "das ist|liegt|war|heißt|bedeutet", "es ist|liegt|war|heißt", "so|genau", "eben", "wenig",
        "viel", "einfach", "ganz", "weder", "jein", "mindestens", "etwa", "rund", "laut", "dazu",
        "dafür", "denn", "damit", "ich glaube|denke|meine|vermute|bezweifle",
        "der|die|das gericht|gesetz|richter|klägerin|kläger", "er|sie wollte|will|hat", "alle",
        "jeder",
    ),
}  # fmt: skip

_TERMS_OF_ANSWERS = {
    "terms": (
        "bitte", "^keine namen|scheu|sorge|falschen", "^ohne namen",
        "^ja|nein , ich|wir weiß|wissen",
        "^natürlich weiß|wissen ich|wir", "^alle|jede antworten|antwort", "^die antworten",
        "^kurze|ehrliche|anonyme antworten", "^anonym", "^nicht|keine namen",
    ),
}  # fmt: skip

_TELLS = {
    "invite": (
        "hinweise|hinweis|widerspruch|korrekturen|ergänzungen * dankbar",
        "dankbar für * hinweise|hinweis|widerspruch|korrekturen|ergänzungen|beispiele",
        "schreiben|schreibt|schreib Sie? es|sie|ihn * unten|hinein|kommentare",
        "erzählen Sie davon",
        "meldet euch gern|gerne", "lasst uns * diskutieren|sprechen|wissen",
        "freuen|freue uns|mich auf|über * hilfe|austausch|rückmeldung|feedback|idee|ideen",
        "ich sammle beispiele|geschichten|fälle",
        "^schreibt|schreib|schickt|schick|sagt|sag * mir|uns",
        "^erzählt|erzähl|nennt|lasst|lass|mailt * mir|uns",
        "^schreibt|schreib|erzählt|sagt * * kommentare|kommentaren|unten",
        "^nennt|teilt|kommentiert|diskutiert|berichtet * * kommentare|kommentaren|unten",
        "schreiben|schicken|sagen|erzählen Sie * mir|uns",
        "nennen|teilen|hinterlassen|berichten|mailen Sie * mir|uns",
        "schreiben|sagen|erzählen|nennen Sie * * kommentare|kommentaren|kommentar|unten",
        "teilen|hinterlassen|berichten|diskutieren Sie * * kommentare|kommentaren|kommentar|unten",
        "kommentiert|kommentieren gern|gerne|Sie", "^kommentiert",
        "korrigiert|korrigieren|widersprecht|widersprechen Sie? mich|mir|uns|gern|gerne",
        "freue|freuen mich|uns * auf|über * kommentare|antworten|rückmeldungen",
        "freue|freuen mich|uns * auf|über * hinweise|widerspruch|beispiele",
        "bin|sind ich|wir? * gespannt|neugierig * auf|was|wie|ob * ihr|Sie|eure|Ihre|du|deine",
        "ich bin gespannt|neugierig",
        "würde|würden ich|wir|gern|gerne * * hören|lesen|wissen * euch|Ihnen|wie|was|ob|von",
        "eure|Ihre|deine kommentare|erfahrungen|beispiele|hinweise * willkommen",
        "kommentare|hinweise|korrekturen sind|bleiben * offen|willkommen",
        "lasst|lassen mich|uns|Sie * wissen", "teilt|teile eure|deine|Ihre",
    ),
    "contact": (
        "kontaktieren Sie|uns|mich", "^kontaktieren", "nehmen|nimm|nehmt Sie? * kontakt",
        "wenden Sie sich", "melden Sie sich", "sprechen Sie uns|mich", "schreiben Sie uns|mir",
        "kommen Sie auf|zu uns", "setzen Sie sich",
    ),
    "hire": (
        "rufen|ruf|ruft Sie? uns|mich * an", "^rufen Sie uns",
        "jetzt anrufen|kontaktieren|termin|anfragen",
        "vereinbaren|buchen Sie? * termin|erstgespräch|beratung|erstberatung",
        "sichern|reservieren|nutzen Sie? * termin|erstgespräch|beratung|erstberatung",
        "kostenlose|kostenloses|kostenfreie erstgespräch",
        "unverbindliche|unverbindliches|kostenloser|kostenfreies erstgespräch",
        "kostenlose|kostenlosen erstberatung|beratung|ersteinschätzung",
        "kostenfreie|kostenfreien|unverbindliche erstberatung|beratung|ersteinschätzung",
        "wir|anwälte|rechtsanwälte|kanzlei|team vertreten|beraten Sie|Ihnen",
        "wir|anwälte|rechtsanwälte|kanzlei|team helfen|unterstützen|begleiten Sie|Ihnen",
        "vertreten|beraten|unterstützen|begleiten wir Sie", "helfen|beraten wir Ihnen|Sie",
        "beauftragen|mandatieren|engagieren Sie", "überlassen Sie uns", "vertrauen Sie * uns|auf",
        "lassen Sie sich * beraten|vertreten", "fordern Sie * an|angebot", "wir sind für Sie",
        "stehen wir? * gern|gerne|Ihnen * verfügung|seite",
        "melden Sie sich * für|jetzt|heute|newsletter", "wenden Sie sich * uns|unsere|unser",
        "sprechen Sie uns|mit * an|uns", "ihr|Ihr partner|anwalt für",
        "nur einen anruf entfernt", "anruf genügt", "plätze|termine sind * begrenzt|knapp",
        "kostenlos|kostenfrei und unverbindlich",
    ),
    "boast": (
        "unsere|unserer|unseren|unser * erfahrenen|erfahrene",
        "unsere|unserer|unseren|unser * erfahrenes|spezialisierten|hochqualifizierten",
        "unsere|unser|unserem * ausgezeichnete|ausgezeichnetes",
        "unsere|unser|unserem * preisgekrönte|preisgekröntes|kompetentes",
        "wir|anwälte|rechtsanwälte|kanzlei haben|hat * gewonnen|erstritten|durchgesetzt|abgewehrt",
        "als führende|führender kanzlei|anwälte|rechtsanwälte|experten",
        "als renommierte|spezialisierte|erfahrene kanzlei|anwälte|rechtsanwälte|experten",
        "wir sind * führend|führende|spezialisiert|spezialisten",
        "wir sind * experten|marktführer|besten|nummer",
        "jahrelange|langjährige|jahrzehntelange|jahrelanger|langjähriger erfahrung",
        "unsere expertise|erfolge", "wir sind stolz",
        "wir kämpfen|setzen * für Sie|Ihr|Ihre|dich|dein|deine",
        "unsere erfolgsquote|stärke|stärken", "Ihr recht ist", "beste ergebnisse",
        "unterscheidet uns", "was uns * auszeichnet|unterscheidet|abhebt", "vertrauen uns",
        "setzen auf uns", "unsere mandanten|kunden schätzen|vertrauen|loben|empfehlen",
    ),
    "praise": (
        "führende|führender|führenden kanzlei|anwälte|rechtsanwälte|experten|adresse|spezialisten",
        "ausgezeichnete|preisgekrönte|renommierte|marktführende kanzlei|team|anwälte",
        "besten|größten|größte|beste anwälte|kanzleien|kanzlei|rechtsanwälte|experten",
        "marktführer", "ist für Sie da", "langjährige|jahrzehntelange|langjähriger erfahrung",
        "maßgeschneiderte|maßgeschneiderten lösungen", "hochspezialisiert|hochspezialisierte",
        "bundesweit führend", "erstklassig|erstklassige", "kompetent und zuverlässig|engagiert",
        "aus einer hand", "in guten|besten|sicheren händen", "zum festpreis",
        "wurden|wurde * ausgezeichnet", "an Ihrer|deiner|eurer seite",
    ),
    "disclaimer": (
        "keine rechtsberatung|steuerberatung|beratung", "ersetzt keine|nicht",
        "ersetzen keine|nicht", "ohne gewähr", "keine haftung", "kein mandat|mandatsverhältnis",
        "allgemeine information|informationen", "allgemeinen information",
    ),
}  # fmt: skip

_ASIDES = {
    "aside": (
        "kommentar|kommentare|kommentaren", "widerspruch|widersprechen", "fehler",
        "korrektur|korrigieren", "beispiel|beispiele", "erfahrung|erfahrungen",
        "geschichte|geschichten", "meinung|meinungen", "anders", "hinweis|hinweise",
        "ergänzung|ergänzungen", "besseren satz",
    ),
}  # fmt: skip

_CREDITS = {
    "credit": (
        "^archiv|sammlung", "^foto", "^fotos", "^bild", "^bilder", "^bildquelle",
        "^bildnachweis", "^quelle", "^zeichnung", "^grafik", "^illustration", "^copyright",
        "^aufnahme", "^fotografie", "mit freundlicher", "cc by|0", "gemeinfrei", "wikimedia",
        "unsplash", "flickr", "pexels", "pixabay",
    ),
    "by": (
        "^gezeichnet|fotografiert|aufgenommen von", "^von",
    ),
}  # fmt: skip

_SELLING = Selling(
    firm="team teams kanzlei anwält~ anwalt rechtsanwält~ rechtsanwalt fachanwält~ fachanwalt "
    "expert~ spezialist~ büro haus kolleg~ berater~ steuerberater~ mannschaft unternehmen firma "
    "agentur sozietät partner ansprechpartner~ entwickler~ notar~",
    clients="mandant~ kund~ unternehmen unternehmer~ betrieb~ familie~ arbeitgeber~ arbeitnehmer~ "
    "vermieter~ mieter~ gründer~ mittelstand~ eigentümer~ erben betroffene~ geschädigte~ "
    "privatpersonen auftraggeber~",
    acts="rufen anrufen kontaktieren vereinbaren buchen wenden melden sichern reservieren "
    "beauftragen mandatieren engagieren vertrauen überlassen fordern anfordern sprechen nutzen "
    "lassen anmelden abonnieren bestellen setzen schreiben kommen nehmen fragen profitieren "
    "besuchen testen starten warten zögern verlieren holen schicken greifen gönnen entdecken "
    "ruf ruft melde meldet buche bucht hol holt vereinbare vereinbart nimm nehmt",
    helps="helfen hilft helfe vertret~ vertritt beraten berät berate unterstütz~ begleit~ kämpf~ "
    "setzen setzt bieten bietet biete übernehm~ übernimmt kümmern kümmert prüfen prüft betreu~ "
    "verteidig~ durchsetz~ erstritten gewonnen erreicht sorgen sorgt liefern liefert entwickel~ "
    "schütz~ stehen steht führen führt erstell~ entlast~ lösen löst",
    merits="erfahren~ langjährig~ jahrelang~ jahrzehntelang~ spezialisier~ ausgezeichnet~ "
    "preisgekrönt~ renommiert~ führend~ kompeten~ kompetenz expertise fachkundig~ engagiert~ "
    "maßgeschneidert~ individuell~ persönlich~ zuverlässig~ vertrauensvoll~ erstklassig~ "
    "hervorragend~ einzigartig~ umfassend~ professionell~ schnell~ unkompliziert~ bewährt~ "
    "erfolgreich~ erfolg erfolge erfolgsquote beste besten bester bestes stolz top qualifizier~ "
    "hochqualifizier~ hochspezialisier~ leidenschaft~ verlässlich~ pragmatisch~ diskret~ "
    "ganzheitlich~ effizient~ exzellen~ spitzen~ empfohlen~ marktführ~ nummer sicher~ "
    "kostengünstig~ fair~ transparent~ partnerschaftlich~ qualität leistungsstark~ modern~",
    offers="erstgespräch~ beratungsgespräch~ beratung beratungs~ erstberatung~ termin termine "
    "beratungstermin~ ersteinschätzung~ angebot~ gespräch paket pakete prüfung check checkliste "
    "seminar~ workshop~ webinar~ newsletter telefonat rückruf analyse broschüre leitfaden service "
    "leistung~ dienstleistung~ mandat vertretung hilfe unterstützung probezeit demo",
    terms="kostenlos~ kostenfrei~ unverbindlich~ gratis pauschal~ festpreis~ pauschalpreis~ "
    "rabatt~ honorar~ preis preise gebühr~ euro günstig~ aktion~ vertraulich~ risikofrei~ "
    "sonderpreis~ risiko",
    promises="jetzt heute sofort noch gleich warten zögern zögere verzug umgehend ruhe sorgen "
    "sicherheit händen recht rechte ansprüche stress ärger entspannt seite kopf rücken ernstfall "
    "spät maximal~ bestmöglich~ optimal~ rundum zurücklehnen",
    counts="jahre jahren jahrzehnt~ fälle fällen mandate verfahren mandant~ millionen prozent "
    "projekte kund~ familien unternehmen auszeichnung~ standort~",
)

_LEADS = bag("und aber oder also dann bitte gern gerne jetzt nun einfach doch ja na heute")

_NAMING = Naming(
    honorifics=bag(
        "herr herrn frau fraulein dr dres prof professor professorin richter richterin doktor",
        "doktorin rechtsanwalt rechtsanwaltin notar notarin staatsanwalt staatsanwaltin",
        "justizrat minister ministerin kanzler kanzlerin prasident prasidentin pfarrer",
        "pfarrerin graf grafin freiherr freifrau senator senatorin burgermeister",
        "burgermeisterin kollege kollegin kollegen vorsitzende vorsitzender ra rain med jur hc",
        "phil dipl ing habil",
    ),
    before=bag(
        "von mit durch bei nach fur an und oder dank danke lieber liebe wie als laut sagt",
        "schreibt meint fragt antwortet fragte sagte schrieb meinte zitiert nennt nannte traf",
        "zufolge hat dass weil wenn ob aber denn dolmetscher auch zwischen gegenuber namens",
        "heisst hiess wo wahrend",
    ),
    speech=bag(
        "sagt sagte schreibt schrieb meint meinte fragt fragte antwortet antwortete erzahlt",
        "erzahlte erklart erklarte findet fand halt hielt glaubt glaubte widerspricht",
        "widersprach betont betonte erinnert erinnerte zeigt zeigte lehrt lehrte arbeitet",
        "arbeitete schickte schickt berichtet berichtete bemerkt bemerkte warnt warnte lacht",
        "lachte weist wies stellt stellte kritisiert kritisierte fordert forderte nennt nannte",
        "beschreibt beschrieb veroffentlicht kommentiert kommentierte notiert leitet leitete",
        "fuhrt fuhrte sieht sah sitzt sass liest las kennt kannte vertritt vertrat verteidigt",
        "ubersetzt ubersetzte gewann verlor denkt dachte vermutet bezweifelt schlagt schlug",
    ),
    verbs=bag(
        "hat hatte ist war wird wurde will wollte kann konnte gibt gab kam kommt ging geht soll",
    ),
    copulas=bag("ist war sind waren heisst"),
    jobs=bag(
        "krankenschwester pfleger pflegerin arzt arztin programmierer programmiererin entwickler "
        "entwicklerin aktivist aktivistin kunstler kunstlerin musiker musikerin redakteur "
        "redakteurin politiker politikerin abgeordneter abgeordnete wissenschaftler "
        "wissenschaftlerin philosoph philosophin soziologe soziologin physiker physikerin "
        "mathematiker mathematikerin erfinder erfinderin unternehmer unternehmerin grunder "
        "grunderin chef chefin leiter leiterin sprecher sprecherin trainer trainerin designer "
        "designerin architekt architektin ingenieur ingenieurin anwalt anwaltin rechtsanwalt "
        "rechtsanwaltin richter richterin notar notarin professor professorin kollege kollegin "
        "freund freundin autor autorin leser leserin journalist journalistin zeuge zeugin mandant "
        "mandantin dolmetscher dolmetscherin ubersetzer ubersetzerin mediator mediatorin "
        "referendar referendarin klager klagerin forscher forscherin historiker historikerin "
        "fotograf fotografin dozent dozentin gutachter gutachterin sachverstandige "
        "sachverstandiger vermieter vermieterin mieter mieterin nachbar nachbarin bloggerin "
        "blogger kunstler kunstlerin arzt arztin chef chefin leiter leiterin sprecher sprecherin "
        "grunder grunderin okonom okonomin soziologin",
    ),
    relative=bag("der die den dem deren dessen ein eine seit damals heute"),
    openers=bag(
        "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen",
        "diesem jeder jede jedes kein keine mein meine dein deine sein seine ihr ihre unser",
        "unsere euer eure ich du er sie es wir man wer was wie wo wann warum wieso weshalb",
        "welcher welche welches und oder aber denn doch sondern wenn weil dass ob als da damit",
        "obwohl bevor nachdem seit bis wahrend in im an am auf aus bei beim mit nach von vom",
        "vor zu zum zur uber unter durch fur gegen ohne um hinter neben zwischen trotz wegen",
        "laut dank liebe lieber hallo guten heute gestern morgen damals dann danach daher",
        "deshalb deswegen dennoch trotzdem jedoch auch nur noch schon immer nie oft manchmal",
        "vielleicht hier dort ja nein nicht nun jetzt so sehr viel viele wenige alle alles",
        "beide einige manche zwei drei vier funf foto bild quelle sogar montag dienstag",
        "mittwoch donnerstag freitag samstag sonntag januar februar marz april mai juni juli",
        "august september oktober november dezember ende anfang mitte letzte letzten vergangene",
        "haben hat hatte ist sind war waren wird werden wurde wurden kann konnen muss mussen",
        "soll sollen",
    ),
    things=bag(
        "initiative programm projekt bundnis werkstatt netzwerk forum aktion "
        "tage sommer ferne hande tod halle lupe gas art arten angaben bezug daten linde heide "
        "adler rat ehre lotte fall falle klage kosten frist fristen vertrag vertrage recht rechte "
        "gericht amtsgericht landgericht oberlandesgericht bundesgerichtshof "
        "bundesverfassungsgericht verwaltungsgericht arbeitsgericht sozialgericht finanzgericht "
        "kammergericht kammer senat gesetz gesetzbuch verordnung richtlinie artikel paragraph "
        "absatz urteil beschluss recht rechts verein verband bund land stadt gemeinde kreis "
        "landkreis hansestadt freistaat republik bundesrepublik ministerium bundesministerium amt "
        "behorde agentur bundesagentur anstalt stiftung universitat hochschule schule institut "
        "akademie bibliothek museum kirche krankenhaus klinik strasse platz allee weg gasse ufer "
        "brucke turm haus halle bahnhof flughafen bahn post bank sparkasse kasse versicherung "
        "gesellschaft genossenschaft gmbh konzern kanzlei partner zeitung zeitschrift "
        "wochenschrift rundschau anzeiger nachrichten blatt verlag buch band ausgabe tag woche "
        "monat jahr abend morgen nacht mittag uhr euro prozent saal raum zimmer etage stock block "
        "teil abschnitt deutsche deutscher deutsches deutschen europaische europaischer "
        "europaischen europaisches union neue neuer neues neuen alte alter altes grosse grosser "
        "grosses kleine kleiner hohe hoher erste zweite dritte letzte juristische juristischer "
        "bayerische bayerischer berliner hamburger kolner munchner frankfurter wiener sankt nord "
        "sud ost west rot grun schwarz weiss dienst dienste werk werke stelle zentrale zentrum "
        "rat bundesrat bundestag landtag parlament regierung partei gewerkschaft vertrag abkommen "
        "konvention charta ordnung zivilprozessordnung mieterbund fall mieterverein anwaltskammer "
        "rechtsanwaltskammer notarkammer google apple microsoft amazon windows herr frau herren "
        "damen kollegen gute guten schone schones frohe frohes vielen dank liebe lieber klager "
        "beklagte klagerin beklagter mandant mandantin vermieter vermieterin mieter mieterin "
        "haushalt bundesland verfassung grundgesetz grundrecht datenschutz grundverordnung",
    )
    | COMPANIES,
    places=PLACES,
    articles=bag("der die das den dem des ein eine einen einem einer eines diese dieser dieses"),
    versus=bag("gegen v vs ./."),
    nouns_capitalised=True,
)

LANGUAGE = Language(
    code="de",
    common=bag(
        "der die das und den dem des ein eine einen einem einer nicht ist sind war wird werden",
        "auf für mit von zu zum zur sich auch als es er sie ich wir dass aus bei nach über wie",
        "noch nur aber oder wenn kann hat haben durch vor im am um so man was doch schon sein",
        "diese",
    ),
    wh=bag(
        "was welche welcher welches welchen welchem wann wo wer wem wen wessen wie warum wieso",
        "weshalb womit wofür woran worauf wovon wodurch woher wohin worüber wonach wozu wieviel",
    ),
    you=bag(
        "du dich dir dein deine deinen deinem deiner ihr euch euer eure euren eurem eurer Sie",
        "Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres",
    ),
    we=bag("wir uns unser unsere unseren unserem unserer unseres kanzlei"),
    me=bag("ich mich mir mein meine meinen meinem meiner meines"),
    houses=bag("kanzlei"),
    negations=bag("nicht kein keine keinen nie niemals weder ohne kaum"),
    fillers=bag(
        "was wie wer wo wann warum wieso meinen meint meinst denken denkt denkst sagen sagt",
        "sagst glauben glaubt halten haltet hältst sehen seht siehst ist sind war das dies es",
        "dazu davon darüber hierzu Sie sie ihr du Ihre ihre eure deine meinung meinungen",
        "gedanken fragen und oder aber denn nun jetzt da so auch ja nein zu an auf in der die",
        "den dem ein eine mal eigentlich anmerkungen einverstanden stimmen stimmt haben habt",
        "hast dieser diese dieses thema beitrag artikel ich wir uns mir , ; : ! ?",
    ),
    nowhere=bag(
        "hier da dort dies dieser diese dieses diesem diesen das der die den dem ein eine",
        "klicken klick lesen weiter weiterlesen mehr link links seite webseite website artikel",
        "beitrag quelle blog siehe info infos informationen dazu im auf zum zur zu in an",
        "erfahren details vollständig vollständige vollständigen original sie Sie und bitte",
        "jetzt finden gehts geht",
    ),
    cased=frozenset({"Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihres"}),
    sharing=bag(
        "teilen teile teil teilt geteilt weitersagen weiterleiten weitergeben empfehlen empfehle",
        "empfiehl senden sende versenden schicken schick verschicken merken drucken folgen folge",
        "abonnieren twittern tweeten posten mailen mail e freunden kollegen freundin freund",
        "einreichen diskutieren liken share tweet",
    ),
    asks=Phrases(_ASKS, _LEADS),
    answers=Phrases(_ANSWERS),
    terms_of_answers=Phrases(_TERMS_OF_ANSWERS, _LEADS),
    tells=Phrases(_TELLS | reaching.DE, _LEADS),
    others=Phrases(reaching.DE_OTHERS, _LEADS),
    asides=Phrases(_ASIDES),
    credits=Phrases(_CREDITS),
    glosses=bag("bedeutet bedeuten bedeutete"),
    selling=_SELLING,
    naming=_NAMING,
    cites=citing(
        r"\b(?:Art\.|Artikel|Abs\.|Absatz) ?\d",
        r"\b(?:BGB|StGB|ZPO|StPO|GG|HGB|UWG|UrhG|DSGVO|AktG|InsO|BRAO|RVG|VwGO|ABGB|ZGB|OR)\b",
        r"\b(?:Urteil|Beschluss|Urt\.|Beschl\.|Entscheidung)"
        r" (?:des \w+ |der \w+ )?(?:vom|v\.)",
        r"\bAz\.",
        r"\w gegen (?=[A-Z\u00c0-\u00de])",
        r"\./\.",
    ),
)
