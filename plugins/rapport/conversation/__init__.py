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
    from rapport.conversation.arriving import Door, received
    from rapport.conversation.entries import Here, Row, who_key
    from rapport.conversation.erasing import (
        Repeat,
        RepeatKind,
        Words,
        repeats_in,
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
    from rapport.conversation.following import Owed, waiting_feed
    from rapport.conversation.importing import Plan, plan
    from rapport.conversation.inbox import (
        CONTACT_KEYS,
        PENDING_KEYS,
        PRIVATE_KEYS,
        contact_text,
        pending_text,
    )
    from rapport.conversation.letter_words import LETTER_WORDS
    from rapport.conversation.letters import (
        About,
        Letter,
        answered_text,
        letter_text,
        published_text,
        reaches,
    )
    from rapport.conversation.life import (
        MATTER,
        approved,
        decided,
        decision,
        edited,
        flagged,
        logged,
        not_needed,
        removed,
        signed,
    )
    from rapport.conversation.matching import Target
    from rapport.conversation.matters import looks_like_matter
    from rapport.conversation.reckoning import account_of
    from rapport.conversation.revising import keys_of, values_of, with_keys, with_words, words_below

# What most commands never meet; whoever audits a post would wait for the import.
_LATER = {
    "LETTER_WORDS": "letter_words",
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
    ("Repeat", "RepeatKind", "Words", "repeats_in", "without_repeats", "words_of"),
    "erasing",
)
_LATER |= dict.fromkeys(("Owed", "waiting_feed"), "following")
_LATER |= dict.fromkeys(
    ("About", "Letter", "answered_text", "letter_text", "published_text", "reaches"), "letters"
)
_LATER |= dict.fromkeys(
    (
        "MATTER",
        "approved",
        "decided",
        "edited",
        "decision",
        "flagged",
        "logged",
        "not_needed",
        "removed",
        "signed",
    ),
    "life",
)
_LATER |= dict.fromkeys(
    ("keys_of", "values_of", "with_keys", "with_words", "words_below"), "revising"
)
_LATER |= {"Door": "arriving", "received": "arriving", "looks_like_matter": "matters"}
_LATER |= dict.fromkeys(("Here", "Row", "who_key"), "entries")
_LATER |= {"Plan": "importing", "plan": "importing"}
_LATER |= {"Target": "matching", "account_of": "reckoning"}

__all__ = [
    "COMMENT_KEYS",
    "CONTACT_KEYS",
    "EXPORT_FORMAT",
    "LETTER_WORDS",
    "MATTER",
    "PENDING_KEYS",
    "PRIVATE_KEYS",
    "About",
    "Arrangement",
    "Door",
    "Here",
    "Letter",
    "Owed",
    "Plan",
    "Repeat",
    "RepeatKind",
    "Row",
    "Target",
    "Under",
    "Words",
    "account_of",
    "answered_by",
    "answered_text",
    "approved",
    "arrange",
    "as_table",
    "asks",
    "clean_text",
    "contact_text",
    "decided",
    "decision",
    "edited",
    "excerpt",
    "exported",
    "exported_comment",
    "flagged",
    "id_for_import",
    "is_courtesy",
    "keys_of",
    "letter_text",
    "logged",
    "looks_like_matter",
    "new_id",
    "not_needed",
    "pending_text",
    "plain",
    "plan",
    "published_text",
    "reaches",
    "received",
    "removed",
    "render_body",
    "repeats_in",
    "safe_url",
    "signed",
    "text_of",
    "thread",
    "to_text",
    "valid_id",
    "values_of",
    "waiting",
    "waiting_feed",
    "who_key",
    "with_keys",
    "with_words",
    "without_repeats",
    "words_below",
    "words_of",
]

__getattr__ = later(__name__, _LATER)
