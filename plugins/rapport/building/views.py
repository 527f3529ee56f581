"""What the theme sees: the whole contract between our code and every template.

Pelican's templates get `article`, `articles` and so on as always; beside them stand the values of
this file, and our theme reads only these:

    article.post     a PostView, on every article
    rapport          the SiteView, on every page
    person           a PersonView, on person.html alone
    part             a PartView, on conversations.html, people.html, thanks.html and person.html
    letters          a tuple of LetterViews, on search.html alone
    desk             a tuple of DeskViews, on desk.html alone
    rules            a tuple of RuleViews, on rules.html alone
    moved            the whole address that a page moved to, on moved.html alone

All is frozen and complete: templates compute and call nothing. A `Markup` value has been through
the sanitiser or is the author's own; any other string is escaped by autoescape. URLs of this site
are relative to its root: write `{{ SITEURL }}/{{ url }}`. Those of others are absolute http(s), a
`mailto` is a whole link; each may be empty. `|day` prints a date ("4 May 2026"), `|moment` a time
("3 June 2026, 14:05"), `|span` one that passed ("5 hours"), `|number` a number ("1,234"), each as
the language of the page has it. What the preview alone shows is in preview_views.py.
tests/test_docs.py holds docs/theme.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from markupsafe import Markup

from rapport.building.preview_views import HeldView, PanelView
from rapport.model import Role

State = Literal["open", "active", "answered", "quiet", "none"]
Badge = Literal["", "author", "firm"]


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody's name and where it leads.

    `url` is their page here (relative) if there is one, else empty; `site` their own site
    (absolute) or empty. `badge` says who the firm's people and its brand account are ("author"
    under one's own post, else "firm"), empty for everyone else.
    """

    name: str
    url: str = ""
    site: str = ""
    badge: Badge = ""


@dataclass(frozen=True, slots=True)
class CommentView:
    """One turn of a thread, ready to print in order.

    `level` (0 to 2) is how deep its list stands in the markup; true `depth` may be more: deeper
    replies are siblings that name whom they answer (`to`, `to_url`). `number` is its place in the
    thread, from 1 in printing order, and `to_number` that of the comment it answers (0: unknown):
    they tell one "Reply" from the next. Print in this order, without recursion: `<ol>` if
    `opens`; `<li>` and the comment; if `leaf`, `</li>` and then `closes` times `</ol></li>`.
    After the last comment print one `</ol>`.

    In a long branch replies are folded away: where `folds` is a number, so many from this one on
    are `inside` one item, without items of their own, which shows whose they are (`folded`) until
    it is opened. It ends behind the one that `unfolds`.
    """

    id: str
    anchor: str
    url: str
    author: Name
    date: datetime
    body: Markup
    depth: int = 0
    level: int = 0
    opens: bool = False
    leaf: bool = True
    closes: int = 0
    to: str = ""
    to_url: str = ""
    firm: bool = False
    removed: bool = False
    open_question: bool = False
    edited: str = ""
    lang: str = ""
    excerpt: str = ""
    mailto: str = ""
    source_url: str = ""
    post_title: Markup = Markup("")
    post_url: str = ""
    number: int = 0
    to_number: int = 0
    folds: int = 0
    folded: tuple[Name, ...] = ()
    inside: bool = False
    unfolds: bool = False


@dataclass(frozen=True, slots=True)
class ThreadView:
    """The conversation under one post. `latest` are the newest four comments, newest first.

    `form` is where a form sends what a reader writes (empty: nowhere), `post_id` what it says with
    it. `notice` is what writers are told and agree to, in `notice_lang`. `first_answer` is the time
    from the oldest comment that expects an answer to the first one by the firm's people, None while
    there is none.
    """

    state: State
    count: int
    people: int
    answered: int
    answerable: int
    participants: tuple[Name, ...] = ()
    answerers: tuple[Name, ...] = ()
    comments: tuple[CommentView, ...] = ()
    latest: tuple[CommentView, ...] = ()
    open_question: CommentView | None = None
    likes: int = 0
    reposts: int = 0
    mentions: tuple[CommentView, ...] = ()
    feed: str = ""
    closed: bool = False
    mailto: str = ""
    first_answer: timedelta | None = None
    form: str = ""
    post_id: str = ""
    notice: str = ""
    notice_lang: str = ""


@dataclass(frozen=True, slots=True)
class ThanksView:
    """One word of thanks: to whom, for what, in which post, for which comment (or None)."""

    to: Name
    reason: str
    date: datetime
    by: tuple[Name, ...]
    post_title: Markup
    post_url: str
    comment: CommentView | None = None


@dataclass(frozen=True, slots=True)
class UpdateView:
    """`Updated:` what changed in a post, and when."""

    date: datetime
    what: str


@dataclass(frozen=True, slots=True)
class PostLink:
    """A post that another leads on to, and how many comments it has."""

    title: Markup
    url: str
    date: datetime
    lang: str
    comments: int = 0


@dataclass(frozen=True, slots=True)
class SeriesView:
    """The series a post is part `number` of `total` of, and its neighbours there."""

    name: str
    number: int
    total: int
    previous: PostLink | None = None
    next: PostLink | None = None


@dataclass(frozen=True, slots=True)
class PostView:
    """One article. `question` is what it asks its readers, empty when it asks nothing.

    `related` share its topics, `share` (word, link) hands it on; `data` is its structured data,
    `card` the picture that stands for it where it is shared (a PNG of 1200 x 630), empty unless the
    site is published.
    """

    title: Markup
    url: str
    date: datetime
    lang: str
    authors: tuple[Name, ...]
    content: Markup
    summary: Markup
    thread: ThreadView
    question: str = ""
    minutes: int = 1
    tags: tuple[tuple[str, str], ...] = ()
    thanks: tuple[ThanksView, ...] = ()
    prompted_by: tuple[CommentView, ...] = ()
    updates: tuple[UpdateView, ...] = ()
    superseded_by: Name | None = None
    translations: tuple[tuple[str, str], ...] = ()
    draft: bool = False
    panel: PanelView | None = None
    data: Markup = Markup("")
    series: SeriesView | None = None
    related: tuple[PostLink, ...] = ()
    share: tuple[tuple[str, str], ...] = ()
    card: str = ""


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person with a page: who they are, what they wrote, said, were thanked and named for.

    `indexed` is false for readers.
    `data` is the element of structured data, empty for them and for a site without a SITEURL.
    """

    name: Name
    role: Role
    bio: Markup
    works_at: str = ""
    links: tuple[tuple[str, str], ...] = ()
    posts: tuple[PostView, ...] = ()
    comments: tuple[CommentView, ...] = ()
    replies: tuple[CommentView, ...] = ()
    thanks: tuple[ThanksView, ...] = ()
    mentioned_in: tuple[PostView, ...] = ()
    firm: bool = False
    indexed: bool = True
    feed: str = ""
    data: Markup = Markup("")


@dataclass(frozen=True, slots=True)
class DeskView:
    """One waiting comment on the desk, which only the preview shows."""

    comment: CommentView
    days: int
    authors: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """Entries of a list that belong together, as far as they stand on this page; `total` in all.

    `name` is what they have in common ("open", "firm", "y2026"), and its id on the page; `url` is
    where they stand.
    """

    name: str
    url: str
    total: int
    items: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class PartView:
    """One page of a list that grew longer than a page; `index` are all its groups, without entries.

    `previous` and `next` are addresses, None where there is none.
    """

    number: int
    total: int
    url: str
    previous: str | None = None
    next: str | None = None
    groups: tuple[GroupView, ...] = ()
    index: tuple[GroupView, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterView:
    """The posts whose titles begin with a letter, in order; "#" stands for all other signs."""

    letter: str
    anchor: str
    posts: tuple[PostView, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Where the site's own pages lie; empty where a site has no such page, or it is the root."""

    home: str = ""
    conversations: str = "conversations/"
    posts: str = "posts/"
    people: str = "people/"
    thanks: str = "thanks/"
    search: str = "search/"
    topics: str = "topics/"
    desk: str = "desk/"


@dataclass(frozen=True, slots=True)
class SiteView:
    """The site: conversations by state (latest word first), posts (newest first), people, thanks.

    A conversation stands in one of `open`, `active`, `answered` and `quiet` (all the others that
    have comments). `active` are conversations with a word in the last 30 days before `today`;
    `today` is the content's own clock (docs/decisions.md). `taking_part` are the people active in
    that month. `drafts` and `held` are filled for the preview alone. `data` is the home page's
    structured data. `advertising` stands on top of every page, `notice` and `responsible` at its
    foot; `webmention` is an endpoint, `logo` a picture, `fonts` are files and `profiles`
    the firm's places elsewhere, each with its name. Each is empty where the firm set none.
    `searched` says that the site has an index to search, as it does when it is published; `card` is
    the picture of every page that has none of its own where it is shared.
    """

    firm: str
    today: datetime
    posts: tuple[PostView, ...] = ()
    under_way: tuple[PostView, ...] = ()
    open: tuple[PostView, ...] = ()
    active: tuple[PostView, ...] = ()
    answered: tuple[PostView, ...] = ()
    people: tuple[PersonView, ...] = ()
    taking_part: tuple[Name, ...] = ()
    thanks: tuple[ThanksView, ...] = ()
    comments: int = 0
    feed: str = ""
    notice: str = ""
    mailto: str = ""
    preview: bool = False
    quiet: tuple[PostView, ...] = ()
    drafts: tuple[PostView, ...] = ()
    held: tuple[HeldView, ...] = ()
    places: Places = Places()
    data: Markup = Markup("")
    advertising: str = ""
    responsible: str = ""
    webmention: str = ""
    logo: str = ""
    fonts: tuple[str, ...] = ()
    profiles: tuple[tuple[str, str], ...] = ()
    searched: bool = False
    card: str = ""
