"""A post's thread as its page prints it: a flat list that says where lists open and close."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from urllib.parse import quote

from markupsafe import Markup

from rapport.building.folding import fold
from rapport.building.naming import Names
from rapport.building.views import CommentView, Name, Places, State, ThreadView
from rapport.conversation import asks, excerpt, render_body, text_of
from rapport.model import Comment, Post, Thread, Turn, once, one_line, safe_url
from rapport.settings import COMMENT_NOTICE
from rapport.translation import Catalogues, Words

MONTH = timedelta(days=30)
_DEEPEST = 2
_LATEST = 4
_EXCERPT = 160
_SUBJECT = 60
_BELOW = "\r\n\r\n-- \r\n"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thread is printed: its post, that post's title and address, its authors' slugs.

    `lang` is what a comment is in that does not say it, empty for the language of the post.
    """

    post: Post
    title: Markup
    url: str
    thread: str
    authors: frozenset[str]
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Manner:
    """What is the same for all threads of a site.

    `mail` is the address comments are mailed to, `form` where a form sends them, `notice` what
    readers agree to. `base` is the site's own address, empty while nobody knows it. The words of
    a thread are in the language of its post, all others in `language`.
    `profiles` are the firm's places elsewhere.
    """

    names: Names
    zone: tzinfo
    today: datetime
    mail: str
    form: str = ""
    notice: str = ""
    base: str = ""
    places: Places = Places()
    catalogues: Catalogues = field(default_factory=Catalogues)
    language: str = "en"
    profiles: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> Words:
        """The words of what belongs to no post."""
        return self.catalogues.of(self.language)


def thread_view(
    thread: Thread, place: Place, manner: Manner
) -> tuple[ThreadView, dict[str, CommentView]]:
    """A thread as `place` prints it, and its comments by id (removed ones are not among them)."""
    turns = _printed(thread.turns)
    comments = _comment_views(turns, thread, place, manner)
    shown = {view.id: view for view in comments if not view.removed}
    voices = sorted(thread.shown, key=lambda comment: (comment.date, comment.id))
    names = manner.names
    notice, language = _notice(place, manner)
    return ThreadView(
        state=state(thread, manner.today),
        count=len(voices),
        people=len(thread.voices),
        answered=thread.answered,
        answerable=thread.answerable,
        first_answer=thread.first_answer,
        participants=tuple(names.writer(voice, place.authors) for voice in thread.voices),
        answerers=tuple(names.writer(voice, place.authors) for voice in once(_answers(voices))),
        comments=comments,
        latest=tuple(shown[comment.id] for comment in voices[: -_LATEST - 1 : -1]),
        open_question=shown.get(thread.open_question.id) if thread.open_question else None,
        likes=_count(thread, "like"),
        reposts=_count(thread, "repost"),
        mentions=tuple(
            _view(turn.comment, place, manner)
            for turn in thread.turns
            if turn.comment.kind == "mention" and turn.comment.status == "shown"
        ),
        feed=feed_url(place.thread),
        closed=not place.post.comments_open,
        mailto=_mailto(place, manner),
        form=manner.form if place.post.comments_open else "",
        post_id=place.post.id,
        notice=notice,
        notice_lang=language,
    ), shown


def state(thread: Thread, today: datetime) -> State:
    """How a conversation stands: the first of these that is so."""
    latest = thread.latest
    if latest is None:
        return "none"
    if thread.open_question is not None:
        return "open"
    if latest.date >= today - MONTH:
        return "active"
    return "answered" if 0 < thread.answerable == thread.answered else "quiet"


def feed_url(thread: str) -> str:
    """The address of a thread's feed, relative to the site's root."""
    return f"feeds/conversation/{quote(thread, safe='')}.atom.xml"


def _printed(turns: Sequence[Turn]) -> list[Turn]:
    """The comments; of the removed ones only those that somebody answered."""
    needed: set[str] = set()
    kept = []
    for turn in reversed(turns):
        comment = turn.comment
        if comment.kind == "comment" and (comment.status == "shown" or comment.id in needed):
            kept.append(turn)
            if turn.parent is not None:
                needed.add(turn.parent.id)
    return kept[::-1]


def _comment_views(
    turns: list[Turn], thread: Thread, place: Place, manner: Manner
) -> tuple[CommentView, ...]:
    open_ = {comment.id for comment in thread.waiting if asks(comment.body)}
    depths = _depths(turns)
    levels = [min(depth, _DEEPEST) for depth in depths]
    made: dict[str, CommentView] = {}
    for at, turn in enumerate(turns):
        above = made.get(turn.parent.id) if turn.parent else None
        after = levels[at + 1] if at + 1 < len(levels) else 0
        made[turn.comment.id] = _view(
            turn.comment,
            place,
            manner,
            number=at + 1,
            depth=depths[at],
            level=levels[at],
            opens=at == 0 or levels[at] > levels[at - 1],
            leaf=after <= levels[at],
            closes=max(0, levels[at] - after),
            above=above,
            open_question=turn.comment.id in open_,
        )
    return fold(tuple(made.values()))


def _depths(turns: list[Turn]) -> list[int]:
    """How deep each stands among what is printed: a reply to a like stands under nothing."""
    found: dict[str, int] = {}
    for turn in turns:
        above = found.get(turn.parent.id, -1) if turn.parent else -1
        found[turn.comment.id] = above + 1
    return list(found.values())


def _view(  # noqa: PLR0913 - where a comment stands is six facts, given by name
    comment: Comment,
    place: Place,
    manner: Manner,
    *,
    number: int = 0,
    depth: int = 0,
    level: int = 0,
    opens: bool = False,
    leaf: bool = True,
    closes: int = 0,
    above: CommentView | None = None,
    open_question: bool = False,
) -> CommentView:
    removed = comment.status == "removed"
    words, by = manner.catalogues.of(place.post.lang), manner.names.writer(comment, place.authors)
    body = "" if removed else render_body(comment.body)
    anchor = f"c-{comment.id}"
    return CommentView(
        id=comment.id,
        anchor=anchor,
        url=f"{place.url}#{anchor}",
        author=Name(words.gettext("[removed]")) if removed else by,
        date=comment.date.astimezone(manner.zone),
        body=Markup(body),  # noqa: S704 - what the sanitiser returned
        depth=depth,
        level=level,
        opens=opens,
        leaf=leaf,
        closes=closes,
        to=above.author.name if above else "",
        to_url=above.url if above else "",
        to_number=above.number if above else 0,
        firm=comment.role in ("firm", "brand") and not removed,
        removed=removed,
        open_question=open_question,
        edited=one_line(comment.edited),
        lang=comment.lang or place.lang,
        excerpt=excerpt(text_of(body), _EXCERPT),
        mailto="" if removed else _mailto(place, manner, comment.id),
        source_url="" if removed else safe_url(comment.source_url),
        post_title=place.title,
        post_url=place.url,
        number=number,
    )


def _notice(place: Place, manner: Manner) -> tuple[str, str]:
    """What writers are told, and its language: the post's where it is ours, else the site's."""
    told = manner.catalogues.of(place.post.lang).text(manner.notice)
    ours = told != manner.notice or manner.notice == COMMENT_NOTICE
    return told, place.post.lang if ours else manner.language


def _mailto(place: Place, manner: Manner, comment: str = "") -> str:
    """A mail to the firm whose subject says which post, and which comment, it answers."""
    if not manner.mail or not place.post.comments_open:
        return ""
    about = excerpt(one_line(place.title.striptags()), _SUBJECT)
    mark = f"[{place.post.id} {comment}]" if comment else f"[{place.post.id}]"
    link = f"mailto:{quote(manner.mail, safe='@')}?subject={quote(f'Re: {about} {mark}', safe='')}"
    # Behind the mark of a signature: whoever reads the mail knows what its writer was told, and
    # takes it off (RFC 6068: a line's end in a body is CR and LF).
    # The mark stands there too, for those programs that change a subject or let it be changed.
    told = "\r\n".join(filter(None, (_notice(place, manner)[0], mark)))
    return f"{link}&body={quote(f'{_BELOW}{told}', safe='')}"


def _answers(voices: list[Comment]) -> Iterator[Comment]:
    """What named people of the firm said to somebody."""
    return (c for c in voices if c.role == "firm" and (c.reply_to or c.answers))


def _count(thread: Thread, kind: str) -> int:
    return sum(
        turn.comment.kind == kind and turn.comment.status == "shown" for turn in thread.turns
    )
