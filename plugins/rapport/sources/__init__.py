"""Files to nouns: headers with line numbers, posts to Documents, the whole Site.

`read_site` reads everything under the content folder once and says everything that is wrong with
it; `document` turns one post's text into blocks, sentences, links, images and quotations, each with
the stretch of source it was written as. `page` does the same for a rendered body, and `imprint`
tells cheaply whether a page shows a post word for word; `placed` finds on the page what stands at a
place in the source. `read_inbox` reads what is private. Nothing here writes, prints or stops at
the first fault.
"""

from typing import TYPE_CHECKING

from rapport.doors import later
from rapport.sources.comments import edited_at
from rapport.sources.documents import document, rendered
from rapport.sources.headers import Head, parse_header
from rapport.sources.loading import POST_LIMIT
from rapport.sources.people import PERSON_KEYS
from rapport.sources.site import read_site, thread_id
from rapport.sources.slugs import slugify
from rapport.sources.text.dialect import dialect
from rapport.sources.text.page import Imprint, imprint, imprint_of_page, page
from rapport.sources.text.placing import Shown, placed

if TYPE_CHECKING:
    from rapport.sources.badges import ChangeFrom, speaking
    from rapport.sources.holdings import KnownContact, Text, read_contacts, texts_below
    from rapport.sources.identity import with_id
    from rapport.sources.inbox import (
        Inbox,
        contact_path,
        draft_path,
        inbox_path,
        read_contact,
        read_inbox,
        reasons_path,
        refused_path,
    )
    from rapport.sources.owing import WAITING_FEED, address, owed, owed_feed
    from rapport.sources.privacy import claimed, firm_names
    from rapport.sources.single import checked

_LATER = dict.fromkeys(
    ("Inbox", "contact_path", "draft_path", "inbox_path", "read_contact", "read_inbox",
     "reasons_path", "refused_path"),
    "inbox",
)  # fmt: skip
_LATER |= dict.fromkeys(("WAITING_FEED", "address", "owed", "owed_feed"), "owing")
_LATER |= {"claimed": "privacy", "firm_names": "privacy"}
_LATER |= {"checked": "single", "with_id": "identity"}
_LATER |= {"ChangeFrom": "badges", "speaking": "badges"}
_LATER |= dict.fromkeys(("KnownContact", "Text", "read_contacts", "texts_below"), "holdings")

__all__ = [
    "PERSON_KEYS",
    "POST_LIMIT",
    "WAITING_FEED",
    "ChangeFrom",
    "Head",
    "Imprint",
    "Inbox",
    "KnownContact",
    "Shown",
    "Text",
    "address",
    "checked",
    "claimed",
    "contact_path",
    "dialect",
    "document",
    "draft_path",
    "edited_at",
    "firm_names",
    "imprint",
    "imprint_of_page",
    "inbox_path",
    "owed",
    "owed_feed",
    "page",
    "parse_header",
    "placed",
    "read_contact",
    "read_contacts",
    "read_inbox",
    "read_site",
    "reasons_path",
    "refused_path",
    "rendered",
    "slugify",
    "speaking",
    "texts_below",
    "thread_id",
    "with_id",
]

__getattr__ = later(__name__, _LATER)
