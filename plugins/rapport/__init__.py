"""Rapport: a firm's blog in which the conversation is the content.

The door: `register` is what Pelican calls when `PLUGINS` names `rapport`; everything else is
reached through the rooms.
"""

__version__ = "0.1.0"
