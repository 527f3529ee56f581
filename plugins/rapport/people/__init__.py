"""The roster, handles found in text, and who is thanked or mentioned where.

Plain functions of values. A person is found by slug, by name or another spelling of it, or by
handle; never guessed: what the roster does not know stays text. What only asking for one person
needs (who shares a name, where a text names somebody) is imported when it is asked for.
"""

from typing import TYPE_CHECKING

from rapport.doors import later
from rapport.people.handles import handles_in, link_handles
from rapport.people.roster import Roster, fold
from rapport.people.told import mentions, shout_outs

if TYPE_CHECKING:
    from rapport.people.apart import Voice, Writing, called, names_of, together, voices
    from rapport.people.signs import Sign, SignKind, Signs, signs_in, without_signs

_LATER = dict.fromkeys(("Sign", "SignKind", "Signs", "signs_in", "without_signs"), "signs")
_LATER |= dict.fromkeys(("Voice", "Writing", "called", "names_of", "together", "voices"), "apart")

__all__ = [
    "Roster",
    "Sign",
    "SignKind",
    "Signs",
    "Voice",
    "Writing",
    "called",
    "fold",
    "handles_in",
    "link_handles",
    "mentions",
    "names_of",
    "shout_outs",
    "signs_in",
    "together",
    "voices",
    "without_signs",
]

__getattr__ = later(__name__, _LATER)
