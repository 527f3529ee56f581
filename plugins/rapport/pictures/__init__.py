"""Pictures: looked at, cleaned of what cameras write beside them, made smaller, and drawn anew.

Bytes and files in, values out; nothing here knows of Pelican. `stripped` takes the metadata off
without touching the picture, `upright` and `sized` make others of it, `rewritten` finds the images
of a page, `draw` makes the picture that stands for a page where it is shared. Pillow is imported
when the first picture is met, and not with the room.
"""

from rapport.pictures.cards import CARD_RECIPE, Card, Look, draw, faces_of, initials, lacking
from rapport.pictures.elements import Change, Element, rewritten
from rapport.pictures.lettering import letters_readable
from rapport.pictures.places import address, file_of, name_for, sizes_for, widths_for
from rapport.pictures.raster import (
    KINDS,
    SUFFIXES,
    Kind,
    NoPicture,
    Raster,
    key_of,
    look,
    sized,
    upright,
)
from rapport.pictures.stripping import stripped
from rapport.pictures.vector import SUFFIX as DRAWN
from rapport.pictures.vector import drawing

__all__ = [
    "CARD_RECIPE",
    "DRAWN",
    "KINDS",
    "SUFFIXES",
    "Card",
    "Change",
    "Element",
    "Kind",
    "Look",
    "NoPicture",
    "Raster",
    "address",
    "draw",
    "drawing",
    "faces_of",
    "file_of",
    "initials",
    "key_of",
    "lacking",
    "letters_readable",
    "look",
    "name_for",
    "rewritten",
    "sized",
    "sizes_for",
    "stripped",
    "upright",
    "widths_for",
]
