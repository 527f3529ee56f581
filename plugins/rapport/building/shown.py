"""One post on its page."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.building.threads import Place
from rapport.building.views import PostView
from rapport.model import Post, Thread


@dataclass(frozen=True, slots=True)
class Shown:
    """One post on its page: what was read, where it stands, and what the theme gets.

    `listed` says that lists may name it (it is neither hidden nor a draft), `leads` that it is the
    one page of those sharing its thread where the thread's comments have their address.
    """

    post: Post
    place: Place
    thread: Thread
    view: PostView
    listed: bool
    leads: bool
