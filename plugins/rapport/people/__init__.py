"""The roster, handles found in text, and who is thanked or mentioned where.

Plain functions of values. A person is found by slug, by name or another spelling of it, or by
handle; never guessed: what the roster does not know stays text.
"""

from rapport.people.handles import handles_in, link_handles
from rapport.people.roster import Roster
from rapport.people.told import mentions, shout_outs

__all__ = ["Roster", "handles_in", "link_handles", "mentions", "shout_outs"]
