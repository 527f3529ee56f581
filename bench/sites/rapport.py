"""Rapport as a firm runs it: `rapport build --publish`, audit on.

Each comment is a file of its own, and the roster holds the firm and its peers. Addresses are those
of the sample site. Beside the pages that the themes for Hugo and Eleventy make too, a
build measures and judges every post, finds who waits, and looks its pages over before the swap.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

from bench.corpus import FIRM, Corpus, Essay, Remark, Somebody
from bench.reading import Mark, Marks
from bench.sites.common import (
    REASON,
    SITE_URL,
    Generator,
    UnavailableError,
    header,
    post_header,
    put,
)

_SETTINGS = f"""
AUTHOR = {FIRM!r}
SITENAME = {FIRM!r}
SITEURL = ""
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PLUGINS = ["rapport"]
ARTICLE_PATHS = ["posts"]
USE_FOLDER_AS_CATEGORY = False
ARTICLE_URL = "{{slug}}/"
ARTICLE_SAVE_AS = "{{slug}}/index.html"
DIRECT_TEMPLATES = ["index", "archives", "tags"]
ARCHIVES_URL = "posts/"
ARCHIVES_SAVE_AS = "posts/index.html"
TAG_URL = "topics/{{slug}}/"
TAG_SAVE_AS = "topics/{{slug}}/index.html"
TAGS_URL = "topics/"
TAGS_SAVE_AS = "topics/index.html"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = ""
FEED_ALL_ATOM = "feeds/posts.atom.xml"
TAG_FEED_ATOM = "feeds/topics/{{slug}}.atom.xml"
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
RAPPORT_FIRM_NAMES = [{FIRM!r}]
RAPPORT_OWN_HOSTS = ["bench.example"]
"""

_PUBLISHING = f"""
from pelicanconf import *
SITEURL = {SITE_URL!r}
"""


def _prepare(kept: Path) -> None:
    del kept
    if importlib.util.find_spec("rapport") is None:
        raise UnavailableError("Rapport cannot be run from this Python: `make html` installs it.")


def _post(essay: Essay) -> str:
    values = post_header(essay) | {"Question": essay.question}
    if essay.thanks:
        values["Thanks"] = f"{essay.thanks} - {REASON}"
    return f"{header(values)}\n{essay.body}"


def _person(person: Somebody) -> str:
    values = {
        "Name": person.name,
        "Role": person.role,
        "Url": person.url,
        "Handles": person.handle,
        "Page": "yes" if person.role == "firm" else "",
    }
    return f"{header(values)}\nWrites about what {person.name.split()[0]} sees at work.\n"


def _comment(remark: Remark) -> str:
    values = {
        "Author": remark.author,
        "Person": remark.person,
        "Date": remark.date.isoformat(sep=" ", timespec="minutes"),
        "Reply-To": remark.reply_to,
        "Source": "form",
    }
    return f"{header(values)}\n{remark.body}"


def _write(corpus: Corpus, site: Path, kept: Path) -> None:
    del kept
    put(site / "pelicanconf.py", _SETTINGS)
    put(site / "publishconf.py", _PUBLISHING)
    content = site / "content"
    for person in corpus.people:
        put(content / "people" / f"{person.slug}.md", _person(person))
    for essay in corpus.essays:
        put(content / "posts" / f"{essay.slug}.md", _post(essay))
        for remark in essay.remarks:
            put(content / "comments" / essay.slug / f"{remark.id}.md", _comment(remark))


def _command(kept: Path) -> list[str]:
    del kept
    return [sys.executable, "-m", "rapport", "build", "--publish"]


def _version(kept: Path) -> str:
    del kept
    said = subprocess.run(
        [sys.executable, "-m", "rapport", "--version"], capture_output=True, text=True, check=True
    )
    return said.stdout.split()[-1]


RAPPORT = Generator(
    name="Rapport",
    prepare=_prepare,
    write=_write,
    command=_command,
    version=_version,
    marks=Marks(Mark("div", "e-content"), Mark("div", "e-content", within="h-cite")),
    output="output",
)
