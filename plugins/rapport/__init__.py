"""Rapport: a firm's blog in which the conversation is the content.

The door: `register` is what Pelican calls when `PLUGINS` names `rapport`; everything else is
reached through the rooms.
"""

__version__ = "0.1.0"


def register() -> None:
    """Connect Rapport to Pelican's signals; connecting it again changes nothing."""
    from rapport.building import register as connect  # noqa: PLC0415 - the version costs nothing

    connect()
