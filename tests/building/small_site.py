"""A site with one of everything, written for the tests of the build; and ways to look at it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.sites import write_files

HOST = "https://quay.example"

CONF = """
    SITENAME = "Quay & Co"
    SITEURL = ""
    AUTHOR = "Ida Brandt"
    TIMEZONE = "Europe/Berlin"
    DEFAULT_LANG = "en"
    PATH = "content"
    ARTICLE_PATHS = ["posts"]
    PLUGINS = ["rapport"]
    USE_FOLDER_AS_CATEGORY = False
    ARTICLE_URL = PAGE_URL = "{slug}/"
    ARTICLE_SAVE_AS = PAGE_SAVE_AS = "{slug}/index.html"
    ARTICLE_LANG_URL = "{lang}/{slug}/"
    ARTICLE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
    DRAFT_URL = "drafts/{slug}/"
    DRAFT_SAVE_AS = "drafts/{slug}/index.html"
    DIRECT_TEMPLATES = ["index", "archives", "tags"]
    ARCHIVES_URL = "posts/"
    ARCHIVES_SAVE_AS = "posts/index.html"
    TAG_URL = "topics/{slug}/"
    TAG_SAVE_AS = "topics/{slug}/index.html"
    TAGS_URL = "topics/"
    TAGS_SAVE_AS = "topics/index.html"
    AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = ""
    FEED_ALL_ATOM = "feeds/posts.atom.xml"
    AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
    RAPPORT_FIRM_NAMES = ["Quay & Co"]
    RAPPORT_OWN_HOSTS = ["quay.example"]
    RAPPORT_COMMENT_MAIL = "talk@quay.example"
    """

# Ids in the order of time, as they must be: 26 letters and digits.
TWICE, WHICH, YES, NEVER, GONE, BELOW = (f"01jqm5f{n:019d}" for n in range(1, 7))

SITE: dict[str, str] = {
    "pelicanconf.py": CONF,
    "publishconf.py": """
        import sys
        from pathlib import Path

        sys.path.insert(0, str(Path(__file__).parent))
        from pelicanconf import *

        SITEURL = "https://quay.example"
        """,
    "content/posts/tolls.md": f"""
        Title: Who pays the toll & why
        Date: 2026-03-02 09:00
        Author: Ida Brandt
        Tags: tolls, rivers
        Thanks: ana - drew the map of the weirs
        Thanks: {TWICE} - counted twice
        Updated: 2026-03-09 - the fee of April

        The toll was lifted in April, as [Ana Solis](https://weirs.example/notes) showed, and @ana
        drew the map. ![A weir]({{static}}/images/weir.svg)

        <!-- rapport: ignore LNK301 - the tariff is only on paper -->

        Have you ever paid it twice, and did you get it back?
        """,
    "content/posts/tolls.de.md": """
        Title: Wer den Zoll zahlt
        Date: 2026-03-04 09:00
        Author: Ida Brandt
        Slug: who-pays-the-toll-why
        Lang: de
        Tags: tolls

        Der Zoll ist im April gefallen. Haben Sie ihn je doppelt bezahlt?
        """,
    "content/posts/locks.rst": f"""
        Locks & *gates*
        ###############

        :date: 2026-02-01 10:00
        :author: Ida Brandt
        :tags: rivers
        :slug: locks
        :prompted-by: {TWICE}

        .. rapport: ignore IMG601 - the tariff is only on paper

        A lock is a room for water. Who has seen one fail?
        """,
    "content/posts/ferry.html": """
        <html><head><title>The ferry &amp; the fog</title>
        <meta name="date" content="2026-01-05 10:00">
        <meta name="author" content="Tom Quist">
        <meta name="slug" content="ferry">
        <meta name="superseded-by" content="locks">
        </head><body><p>The ferry waits. <!-- rapport: ignore ASK101 - a notice -->
        See <a href="{filename}tolls.md">the toll</a>.</p></body></html>
        """,
    "content/posts/plan.md": """
        Title: A plan not yet ready
        Date: 2026-03-05 09:00
        Author: Ida Brandt
        Tags: secrets
        Status: draft

        Nobody may read this sentence about Project Heron. [The file]({static}/papers/heron.txt)
        """,
    "content/posts/aside.md": """
        Title: An aside
        Date: 2026-01-20 09:00
        Author: Ida Brandt
        Tags: asides
        Status: hidden

        Only who has the address reads this.
        """,
    "content/pages/about.md": """
        Title: About us & the quay
        Slug: about

        We write of [tolls]({filename}/posts/tolls.md).
        """,
    "content/pages/later.md": """
        Title: A page for later
        Slug: later
        Status: draft

        Project Heron again.
        """,
    "content/images/weir.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    "content/papers/heron.txt": "Project Heron: the numbers\n",
    "content/people/ida.md": """
        Name: Ida Brandt
        Role: firm
        Url: https://brandt.example/
        Handles: @ida, linkedin:idabrandt

        Ida reads *old* tariffs.
        """,
    "content/people/tom.md": """
        Name: Tom Quist
        Role: firm

        Tom rows.
        """,
    "content/people/ana.md": """
        Name: Ana Solis
        Role: peer
        Url: https://weirs.example
        Handles: @ana
        Page: yes
        Works-at: Weir & Sons

        Ana counts weirs.
        """,
    "content/people/noor.md": """
        Name: Noor Haddad
        Role: reader
        Page: yes
        Consent: 2026-03-03 by mail
        """,
    f"content/comments/who-pays-the-toll-why/{TWICE}.md": """
        Author: Noor Haddad
        Person: noor
        Date: 2026-03-03 10:00+00:00

        Twice, in one **week**. Is there a form?
        """,
    f"content/comments/who-pays-the-toll-why/{WHICH}.md": f"""
        Author: Ida Brandt
        Person: ida
        Date: 2026-03-03 12:00+01:00
        Reply-To: {TWICE}

        There is: [form nine](https://forms.example/9).
        """,
    f"content/comments/who-pays-the-toll-why/{YES}.md": """
        Author: Ana Solis
        Person: ana
        Url: https://weirs.example/
        Date: 2026-03-04 08:30+00:00

        The weir below the mill had one as well. Does anybody remember the fee?
        """,
    f"content/comments/who-pays-the-toll-why/{GONE}.md": f"""
        Author: x
        Date: 2026-03-04 09:00+00:00
        Reply-To: {YES}
        Status: removed
        """,
    f"content/comments/who-pays-the-toll-why/{BELOW}.md": f"""
        Author: Passer <b>By</b>
        Date: 2026-03-04 10:00+00:00
        Reply-To: {GONE}

        Fourpence. <script>alert("mine")</script>
        """,
    f"content/comments/locks/{NEVER}.md": """
        Author: Tom Quist
        Person: tom
        Date: 2026-02-02 09:00+00:00

        Never yet.
        """,
}


def write_site(
    folder: Path, changes: Mapping[str, str | None] | None = None, conf: str = ""
) -> Path:
    """Write the site, less what `changes` maps to None, with lines added to its settings."""
    texts = {name: text for name, text in (SITE | dict(changes or {})).items() if text is not None}
    write_files(folder, texts)
    with (folder / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write(conf + "\n")
    return folder / "pelicanconf.py"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def tree_hash(folder: Path) -> str:
    """One value for names, bytes and modes of all that lies below a folder."""
    found = hashlib.sha256()
    for place, folders, names in sorted(os.walk(folder)):
        for name in sorted([*folders, *names]):
            path = Path(place) / name
            data = path.read_bytes() if path.is_file() else b""
            found.update(f"{path.relative_to(folder)} {path.stat().st_mode}\n".encode() + data)
    return found.hexdigest()


class Page(HTMLParser):
    """The addresses and the ids of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in {"href", "src"} and value:
                self.links.append(value)
            elif name == "srcset" and value:
                self.links += [part.split()[0] for part in value.split(",")]


def broken_links(output: Path, base: str) -> Iterator[str]:
    """Every link of a site to itself that leads nowhere, if it is put at `base`."""
    pages = {
        path.relative_to(output).as_posix(): Page(path.read_text("utf-8"))
        for path in output.rglob("*.html")
    }
    for name, page in pages.items():
        here = f"{base}/{name.removesuffix('index.html')}"
        for link in page.links:
            whole = urljoin(here, link)
            if urlsplit(whole).netloc != urlsplit(base).netloc:
                continue
            fault = _fault(whole, output, base, pages)
            if fault:
                yield f"{name}: {link} {fault}"


def _fault(link: str, output: Path, base: str, pages: Mapping[str, Page]) -> str:
    parts, home = urlsplit(link), urlsplit(base).path + "/"
    if not parts.path.startswith(home):
        return "leads out of the site"
    name = unquote(parts.path.removeprefix(home))
    file = f"{name}index.html" if name == "" or name.endswith("/") else name
    if not (output / file).is_file():
        return "is not there"
    if parts.fragment and file in pages and unquote(parts.fragment) not in pages[file].ids:
        return "has no such place"
    return ""
