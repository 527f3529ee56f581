"""What is the same in every language: forms of companies, places, months, citations."""

from __future__ import annotations

import re

from rapport.audit.languages.model import bag

# Names of firms and companies end so, in whatever language the post is.
COMPANIES = bag(
    "llp llc ltd inc corp plc pllc lp gmbh ag kg ohg ug kgaa gbr mbb partg partgmbb sarl sas sa",
    "scp selarl sci sl slp slu sau spa srl nv bv oy ab as asa aps sro zrt kft doo pty pte co",
    "cie group holdings holding partners associates associes advocaten rechtsanwalte avocats",
    "abogados solicitors barristers attorneys notaires consulting capital ventures technologies",
    "systems software labs studios media press books times post tribune gazette herald",
    "telegraph guardian magazine journal review online bank banque banco bancorp insurance",
    "airlines airways hotels",
)

# Houses and products whose names are no part of a person's, in whatever language the post is.
BRANDS = bag(
    "google apple microsoft amazon facebook twitter linkedin instagram youtube netflix wikipedia",
    "github python java javascript linux android chrome firefox",
)

# What the link that passes a page on is called in English, and in languages that borrow the words.
SHARING = bag(
    "share shares sharing tweet retweet toot post submit save pin send forward spread pass mail",
    "email e recommend tell vote upvote like follow subscribe bookmark print discuss friend",
    "friends colleague colleagues network feed followers let others know",
)

# The networks, as share links are called by them; letters and colours belong to some names.
NETWORKS = bag(
    "facebook twitter x linkedin linked reddit hacker news hackernews hn ycombinator lobsters",
    "pinterest tumblr xing bluesky mastodon threads whatsapp telegram signal pocket instapaper",
    "buffer flipboard vk line weibo skype gmail evernote digg mix addtoany addthis diaspora",
    "fediverse y combinator fb",
)

# Places that are hardly ever a surname, in their English, German, French and Spanish forms.
PLACES = bag(
    "africa america asia australia austria belgium brazil britain canada chile china colombia",
    "croatia cuba cyprus czechia denmark egypt england estonia europe finland germany greece",
    "hungary iceland india indonesia iran iraq italy japan kenya korea latvia lithuania",
    "luxembourg malaysia malta mexico morocco netherlands nigeria norway pakistan peru",
    "philippines poland portugal romania russia scotland serbia singapore slovakia slovenia",
    "spain sweden switzerland syria taiwan thailand tunisia turkey ukraine uruguay venezuela",
    "vietnam wales zimbabwe deutschland osterreich schweiz frankreich spanien italien",
    "schottland irland belgien niederlande polen tschechien ungarn griechenland turkei russland",
    "danemark schweden norwegen allemagne autriche suisse espagne italie angleterre ecosse",
    "irlande belgique pologne alemania suiza francia espana italia inglaterra escocia irlanda",
    "belgica polonia bolivia ecuador paraguay guatemala honduras nicaragua panama alabama",
    "alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho",
    "illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan",
    "minnesota mississippi missouri nebraska nevada hampshire jersey ohio oklahoma oregon",
    "pennsylvania tennessee texas utah vermont wisconsin wyoming ontario quebec alberta york",
    "angeles francisco vegas orleans antonio diego jose rica aires paulo janeiro zealand guinea",
    "york's chicago philadelphia seattle atlanta miami detroit boston baltimore minneapolis",
    "birmingham manchester liverpool leeds glasgow edinburgh cardiff belfast dublin bristol",
    "sheffield nottingham newcastle brighton oxford cambridge durham exeter norwich berlin",
    "hamburg munchen munich koln cologne frankfurt stuttgart dusseldorf leipzig dresden",
    "hannover nurnberg bremen bonn wien vienna zurich bern basel salzburg graz paris lyon",
    "marseille toulouse nantes bordeaux lille rennes strasbourg montpellier brest nice madrid",
    "barcelona sevilla valencia zaragoza malaga bilbao granada murcia vigo gijon cadiz brussels",
    "bruxelles amsterdam rotterdam antwerp copenhagen stockholm oslo helsinki warsaw prague",
    "budapest bucharest athens rome milan naples turin lisbon porto moscow istanbul ankara",
    "cairo lagos nairobi johannesburg delhi mumbai bangalore beijing shanghai tokyo osaka seoul",
    "bangkok jakarta manila hanoi melbourne brisbane perth auckland toronto vancouver montreal",
    "bogota lima luxemburg strassburg den haag hague geneva geneve genf",
)

# Firms, brands and figures that carry a person's name and are no person in a post.
NO_PERSONS = frozenset({
    "morgan stanley", "grant thornton", "wells fargo", "merrill lynch", "charles schwab",
    "ernst young", "arthur andersen", "clifford chance", "allen overy", "norton rose",
    "herbert smith", "stephenson harwood", "simmons simmons", "quinn emanuel", "louis vuitton",
    "calvin klein", "ralph lauren", "tommy hilfiger", "hugo boss", "mary kay", "jack daniel",
    "jack daniels", "jim beam", "harley davidson", "rolls royce", "aston martin", "john deere",
    "mercedes benz", "wolfram alpha", "santa claus", "harry potter", "sherlock holmes", "jane doe",
    "john doe", "joe bloggs", "max mustermann", "erika mustermann", "don quijote", "don juan",
    "robin hood", "peter pan", "king lear", "marie celeste", "mary celeste", "marks spencer",
    "johns hopkins", "madame bovary", "homo sapiens", "uncle sam", "john lewis", "fanny mae",
    "freddie mac", "fannie mae", "sarbanes oxley",
})  # fmt: skip

# Words before or inside a name that make it a place.
PLACE_WORDS = bag(
    "new los las san santa sao saint sainte st north south east west upper lower great el la le",
    "les nueva nuevo puerto rio bad sankt nouveau nouvelle mont fort port lake mount cape",
)

# Case and statute citations that look the same everywhere; see `Language.cites` for the rest.
_CITES = (
    r"\w\.? v\.? (?=[A-Z\u00c0-\u00de])",
    r"\bvs\.? (?=[A-Z\u00c0-\u00de])",
    r"§ ?\d",
    r"\[\d{4}\] \w",
    r"\bECLI:",
    r"\bC[-\u2011]\d{1,4}/\d\d",
    r"\b(?:EU|UE|EC|EG|CE)\)? ?(?:[Nn]r?\.? ?|n[o°º] ?)?\d{2,4}/\d",
    r"\bGDPR\b",
)


def citing(*patterns: str) -> re.Pattern[str]:
    """The pattern for citations of a language: its own and those that look the same everywhere.

    Those that begin a word are tried together, and so only where one begins.
    """
    every = (*_CITES, *patterns)
    words = "|".join(each.removeprefix(r"\b") for each in every if each.startswith(r"\b"))
    others = "|".join(each for each in every if not each.startswith(r"\b"))
    return re.compile(rf"\b(?:{words})|{others}")
