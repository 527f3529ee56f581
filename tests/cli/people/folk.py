"""A small site whose people wrote, were answered, quoted, named and thanked; all of it invented."""

from __future__ import annotations

from pathlib import Path

CONF = """
    SITENAME = "Quay Letters"
    AUTHOR = "Ida Brandt"
    TIMEZONE = "UTC"
    PATH = "content"
    ARTICLE_PATHS = ["posts"]
    PLUGINS = ["rapport"]
    RAPPORT_FIRM_NAMES = ["Quay & Co"]
    """
ONE, TWO, THREE, FOUR, FIVE, SIX, SEVEN = (f"01jqm5f{n:019d}" for n in range(1, 8))
THREAD = "content/comments/who-pays-the-toll"
POST = """
    Title: Who pays the toll
    Date: 2026-03-02 09:00
    Thanks: noor - the drawing of the sluice
        bo - the lantern, and what Noor Haddad said of it
    Summary: A toll, and what Noor Haddad drew.

    The toll went in April, as [Noor Haddad](https://noor.example/sluice) showed; @noor drew it.

    > Nobody crosses the weir by moonlight without paying.

    Noor\u2019s drawing is on the wall. Have you ever paid it twice?
    """
SITE = {
    "pelicanconf.py": CONF,
    "content/posts/tolls.md": POST,
    "content/posts/lock.md": """
        Title: The lock
        Date: 2026-03-01 09:00

        The lock is shut. When did you last pass it?
        """,
    "content/posts/old.rst": """
        The old bridge
        ##############

        :date: 2026-02-01 09:00
        :thanks: noor - the plan

        Noor Haddad has a plan of it.
        """,
    "content/pages/about.md": "Title: About\n\nDrawings are by Noor Haddad.\n",
    "content/people/ida.md": "Name: Ida Brandt\nRole: firm\n",
    "content/people/bo.md": "Name: Bo Lind\nRole: peer\n\nKeeps locks with Noor Haddad.\n",
    "content/people/noor.md": """
        Name: Noor Haddad
        Role: reader
        Url: https://noor.example/
        Handles: @noor
        Also: N. Haddad
        Consent: 2026-01-02 by mail

        Draws sluices with a quill.
        """,
    f"{THREAD}/{ONE}.md": """
        Author: Noor Haddad
        Person: noor
        Url: https://noor.example/
        Date: 2026-03-02 10:00+00:00
        Source-Id: noor-77

        Nobody crosses the weir by moonlight without paying, and herons know why.
        """,
    f"{THREAD}/{TWO}.md": f"""
        Author: Ida Brandt
        Person: ida
        Date: 2026-03-02 11:00+00:00
        Reply-To: {ONE}

        > herons know why

        Do they, Noor? I asked Noor Haddad twice.
        """,
    f"{THREAD}/{THREE}.md": f"""
        Author: N. Haddad
        Person: noor
        Date: 2026-03-02 12:00+00:00
        Reply-To: {TWO}

        They whisper of brass lanterns.
        """,
    f"content/comments/the-lock/{FOUR}.md": """
        Author: Bo Lind
        Person: bo
        Date: 2026-03-02 12:00+00:00

        Not a word of anybody here.
        """,
    f".rapport/contacts/{ONE}.md": """
        Author: Noor Haddad
        Post: who-pays-the-toll
        Email: Noor@mail.example
        Ip: 192.0.2.7
        Agreed: the usual notice
        """,
    f".rapport/contacts/{FOUR}.md": "Author: Bo Lind\nEmail: bo@mail.example\n",
    f".rapport/inbox/pending/{FIVE}.md": """
        Post: the-lock
        Received: 2026-03-03 09:00+00:00
        Email: noor@mail.example
        Author: Noor Haddad
        Person: noor
        Date: 2026-03-03 09:00+00:00

        Please keep my sketchbook.
        """,
    f".rapport/inbox/pending/{SIX}.md": """
        Post: the-lock
        Received: 2026-03-03 09:00+00:00
        Author: Bo Lind
        Date: 2026-03-03 09:00+00:00

        Is Noor Haddad well?
        """,
    f".rapport/drafts/{ONE}.eml": "To: noor@mail.example\nSubject: Your words\n\nDear Noor,\n",
    ".rapport/drafts/later.eml": "To: Noor <NOOR@mail.example>\nSubject: Again\n\nDear you,\n",
    f".rapport/reasons/{ONE}.md": "2026-03-02 - Ida Brandt - approved - Noor is known to us\n",
    f".rapport/reasons/{FOUR}.md": "2026-03-02 - Ida - approved - Noor Haddad vouched for him\n",
    f".rapport/refused/{SEVEN}.md": """
        Author: Noor Haddad
        Email: noor@mail.example
        Date: 2026-03-03 09:00+00:00

        Something about quarrelsome ferrymen.
        """,
    ".rapport/ledger.json": '{"told": [{"who": "Noor Haddad", "at": "noor@mail.example"}]}\n',
    ".rapport/preview/index.html": "<p>Noor Haddad</p>\n",
}  # fmt: skip

# What nothing here may hold once she is forgotten: whatever is written with other letters too.
SECRETS = (
    "haddad", "noor@mail", "noor.example", "@noor", "192.0.2.7", "noor-77", "moonlight", "herons",
    "whisper", "brass", "sketchbook", "quarrelsome", "ferrymen", "quill",
)  # fmt: skip


def tree(folder: Path) -> dict[str, bytes]:
    """Every file and what is in it, but for the one that keeps the private folder from git."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git/" not in path.as_posix() and path.name != ".gitignore"
    }


def holding(folder: Path, words: tuple[str, ...] = SECRETS) -> list[str]:
    """Where any of the words stands, in a file or in the name of one."""
    return [
        f"{name}: {word}"
        for name, data in tree(folder).items()
        for word in words
        if word.encode() in data.lower() or word in name.lower()
    ]
