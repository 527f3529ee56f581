"""What the tests of this room share: sites of a few files, read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rapport.model import Comment, Person, Post, Site
from rapport.settings import Settings, from_mapping
from rapport.sources import read_site
from tests.sites import write_files

ID = "01jtgq3zk8m4v0c2x7d9f1b6ha"
ID2 = "01jtgq3zk8m4v0c2x7d9f1b6hb"
ID3 = "01jtgq3zk8m4v0c2x7d9f1b6hc"

POST = "Title: Crane\nDate: 2026-05-04 09:00\nAuthor: Anna Rossi\n\nThe crane stood still.\n"
ANNA = "Name: Anna Rossi\nRole: firm\n\nAbout leases.\n"
MARIA = "Name: Maria Keller\nRole: peer\nUrl: https://keller.example/\n\nLand registers.\n"
COMMENT = "Author: Maria\nDate: 2026-05-05 20:12+02:00\n\nDid it move?\n"


def settings_of(folder: Path, **given: Any) -> Settings:
    """The settings of a site whose settings file lies in `folder`."""
    return from_mapping({"PATH": "content", "ARTICLE_PATHS": ["posts"], **given}, folder)


def read(folder: Path, texts: dict[str, str], **given: Any) -> Site:
    """A site of these files (paths below content/), read."""
    write_files(folder, {f"content/{name}": text for name, text in texts.items()})
    return read_site(settings_of(folder, **given))


def told(site: Site) -> list[str]:
    """Every problem as `path:line CODE severity`, the content folder left out."""
    return [
        f"{fault.path.removeprefix('content/')}:{fault.span.line} {fault.code} {fault.severity}"
        for fault in site.problems
    ]


def errors(site: Site) -> list[str]:
    """The errors among them, as `path:line CODE`."""
    return [line.removesuffix(" error") for line in told(site) if line.endswith(" error")]


def message(site: Site, code: str) -> str:
    """What the only problem with this code says."""
    (found,) = [fault.message for fault in site.problems if fault.code == code]
    return found


def only_post(site: Site) -> Post:
    """The only post."""
    (post,) = site.posts
    return post


def only_person(site: Site) -> Person:
    """The only person."""
    (person,) = site.people
    return person


def only_comment(site: Site) -> Comment:
    """The only comment."""
    (comment,) = site.comments
    return comment
