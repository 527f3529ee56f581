"""Given names, the strongest sign that two capitalised words are a person: one list for all.

People of every origin are named in posts of every language, so the list is not cut by language.
`GIVEN` are names and little else; `DOUBLE` are also words, places or months and count for less.
Written in lower case, without accents (see `fold_name`); a name with a hyphen needs its first part.
"""

from __future__ import annotations

import unicodedata

from rapport.audit.languages import given_europe, given_world

_DOUBLE = """
ai alba amber an ange angel angeles angelica april archer are art ash asia august aurora austin
autumn aya baker baron basil bay bela bella bent bianca bill blanca bo bob bora boston brook brooke
buck can candela capucine caridad carol carolina carpenter carter case chad chance charity chase
chelsea china chip christian christmas clara clay cliff constance consuelo cooper crystal custodia
daisy dakota dale dallas darwin dawn dean deniz denver dick do doga dolores domingo don drew duke
dusty earl ed esperanza estrella even faith falk fisher florence forest frank gal gang gene georgia
gift gil glen gloria golan grace grant gunes guy ha hai haifa hamilton harmony hasret hazel heath
heather heino hind hoa holly honor honore hope houston hunter india iris islam israel ivy jack
jackson jade jay jefferson jesus jin jo jordan joy ju judge june just justice ken kenya kin king kit
lake lily lincoln linda linn london long lou lourdes luz ly madison majd major malik man mana mar
mark martin mason max may melody mercedes mercy merle milan miles modeste montana my nelson neo
nieves noel noor nour odd olive or ora oren page paige paris parker pastora pat patience paz pearl
penny per pilar ping placide porter primitivo prince prosper prudence prune rain ran ray reine
remedios ren rich rob robin rod roma rosa rosario rose rosemary ross ruby rusty sage sakura salvador
sandy sang santiago savannah sawyer sevda shalom siena sienna skip sky skye so sol song sora spencer
stella sterling storm sue summer sunday sydney tab tad tal tam tan taylor temperance till tone tor
trinidad tu tyler urban urho van veit verity verona victor victoria vienna viola violet virginia
visitacion wade washington wellington will wing wolf yagmur
"""
# Letters that no decomposition takes apart.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae",
                        "œ": "oe", "ı": "i", "ħ": "h"})  # fmt: skip

GIVEN = frozenset((given_europe.NAMES + given_world.NAMES).split())
DOUBLE = frozenset(_DOUBLE.split())


def fold_name(name: str) -> str:
    """A name as it is looked up: lower case, accents gone, letters with a stroke made plain."""
    if name.isascii():
        return name.lower()
    apart = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_PLAIN)
