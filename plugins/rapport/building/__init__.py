"""The site: everything that Rapport and Pelican do together, and the only room that knows Pelican.

`build` makes the whole site beside the old one and swaps it in; `serve` shows a preview that
reloads by itself; `register` is what Pelican calls when it loads the plugin; `renderer` turns posts
that are not Markdown into the HTML their readers see; `views` is what the theme gets. Pelican is
imported when one of these runs, not with the room.
"""

from rapport.building import views
from rapport.building.making import Built, build
from rapport.building.messages import Message
from rapport.building.rendering import renderer
from rapport.building.serving import Event, serve
from rapport.building.theme import theme_path

__all__ = [
    "Built",
    "Event",
    "Message",
    "build",
    "register",
    "renderer",
    "serve",
    "theme_path",
    "views",
]


def register() -> None:
    """Connect Rapport to Pelican's signals; connecting it again changes nothing."""
    from rapport.building.plugin import register as connect  # noqa: PLC0415 - Pelican calls this

    connect()
