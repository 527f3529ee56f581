"""The conversation: threads from comments, who is waiting, the one sanitiser, a comment's file.

Plain functions of values. `arrange` and `thread` turn loose comments into turns in reading order;
`waiting` says to whom the firm owes a word; `render_body` is the only way from what a reader wrote
to HTML; ids and `to_text` are how a comment becomes a file. What only arriving and answering need
(the private inbox, the life of a comment) is imported when it is asked for.
"""

from typing import TYPE_CHECKING

from rapport.conversation.arranging import Arrangement, arrange
from rapport.conversation.bodies import plain, render_body, text_of
from rapport.conversation.excerpts import excerpt
from rapport.conversation.files import COMMENT_KEYS, to_text
from rapport.conversation.ids import id_for_import, new_id, valid_id
from rapport.conversation.manners import asks, is_courtesy
from rapport.conversation.waiting import answered_by, thread, waiting
from rapport.doors import later
from rapport.model import clean_text, safe_url

if TYPE_CHECKING:
    from rapport.conversation.erasing import (
        Repeat,
        RepeatKind,
        Words,
        repeats_in,
        tombstone,
        without_repeats,
        words_of,
    )
    from rapport.conversation.exporting import (
        EXPORT_FORMAT,
        Under,
        as_table,
        exported,
        exported_comment,
    )
    from rapport.conversation.inbox import (
        CONTACT_KEYS,
        PENDING_KEYS,
        PRIVATE_KEYS,
        contact_text,
        pending_text,
    )

# What most commands never meet; whoever audits a post would wait for the import.
_LATER = {
    "CONTACT_KEYS": "inbox",
    "EXPORT_FORMAT": "exporting",
    "PENDING_KEYS": "inbox",
    "PRIVATE_KEYS": "inbox",
    "Under": "exporting",
    "as_table": "exporting",
    "contact_text": "inbox",
    "exported": "exporting",
    "exported_comment": "exporting",
    "pending_text": "inbox",
}

_LATER |= dict.fromkeys(
    ("Repeat", "RepeatKind", "Words", "repeats_in", "tombstone", "without_repeats", "words_of"),
    "erasing",
)

__all__ = [
    "COMMENT_KEYS",
    "CONTACT_KEYS",
    "EXPORT_FORMAT",
    "PENDING_KEYS",
    "PRIVATE_KEYS",
    "Arrangement",
    "Repeat",
    "RepeatKind",
    "Under",
    "Words",
    "answered_by",
    "arrange",
    "as_table",
    "asks",
    "clean_text",
    "contact_text",
    "excerpt",
    "exported",
    "exported_comment",
    "id_for_import",
    "is_courtesy",
    "new_id",
    "pending_text",
    "plain",
    "render_body",
    "repeats_in",
    "safe_url",
    "text_of",
    "thread",
    "to_text",
    "tombstone",
    "valid_id",
    "waiting",
    "without_repeats",
    "words_of",
]

__getattr__ = later(__name__, _LATER)
