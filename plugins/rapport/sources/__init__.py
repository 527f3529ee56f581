"""Files to nouns: headers with line numbers, posts to Documents, the whole Site.

`read_site` reads everything under the content folder once and says everything that is wrong with
it; `document` turns one post's text into blocks, sentences, links, images and quotations, each with
the stretch of source it was written as. Nothing here writes, prints or stops at the first fault.
"""

from rapport.sources.documents import document, rendered
from rapport.sources.headers import Head, parse_header
from rapport.sources.people import PERSON_KEYS
from rapport.sources.site import read_site, thread_id
from rapport.sources.slugs import slugify

__all__ = [
    "PERSON_KEYS",
    "Head",
    "document",
    "parse_header",
    "read_site",
    "rendered",
    "slugify",
    "thread_id",
]
