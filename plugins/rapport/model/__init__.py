"""The nouns every room shares: frozen values and the few sums that need nothing but themselves.

The files follow the way the data takes: `text` (a post's Document), `written` (Post, Person,
Comment), `derived` (Thread, ShoutOut, Mention, Site), `measured` (Facts), `judged` (Finding,
Lights). `hygiene` holds the guards that every room needs: what may stand in a text, and which
addresses may be linked. Import from here, never from the files.

Lines and columns are 1-based and counted in code points of the source file: a tab is one, a byte
order mark none, ends are exclusive. Moments are aware datetimes. Paths are POSIX strings relative
to the folder of the settings file.
"""

from rapport.model.derived import Mention, ShoutOut, Site, Thread, Turn, once
from rapport.model.hygiene import (
    ADDRESS,
    LANGUAGE,
    address_in,
    clean_text,
    one_line,
    safe_lang,
    safe_url,
    without_addresses,
)
from rapport.model.judged import (
    Colour,
    Entry,
    Finding,
    Lights,
    Manual,
    Report,
    Severity,
    Waiter,
)
from rapport.model.measured import (
    Addressed,
    Facts,
    Handle,
    Image,
    Link,
    Named,
    Question,
    Quoted,
    Told,
)
from rapport.model.text import Block, BlockKind, Document, LinkText, Passage, Picture, Run, Span
from rapport.model.written import (
    Comment,
    CommentKind,
    Field,
    Header,
    Ignore,
    MarkupKind,
    Note,
    Person,
    Post,
    PostStatus,
    Role,
    Thanks,
    Update,
)

__all__ = [
    "ADDRESS",
    "LANGUAGE",
    "Addressed",
    "Block",
    "BlockKind",
    "Colour",
    "Comment",
    "CommentKind",
    "Document",
    "Entry",
    "Facts",
    "Field",
    "Finding",
    "Handle",
    "Header",
    "Ignore",
    "Image",
    "Lights",
    "Link",
    "LinkText",
    "Manual",
    "MarkupKind",
    "Mention",
    "Named",
    "Note",
    "Passage",
    "Person",
    "Picture",
    "Post",
    "PostStatus",
    "Question",
    "Quoted",
    "Report",
    "Role",
    "Run",
    "Severity",
    "ShoutOut",
    "Site",
    "Span",
    "Thanks",
    "Thread",
    "Told",
    "Turn",
    "Update",
    "Waiter",
    "address_in",
    "clean_text",
    "once",
    "one_line",
    "safe_lang",
    "safe_url",
    "without_addresses",
]
