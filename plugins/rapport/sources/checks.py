"""What can be wrong between files: posts, people and comments that name each other.

Every function takes what was read and yields Findings; none changes anything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from rapport.conversation import Arrangement, valid_id
from rapport.model import Comment, Finding, Post
from rapport.people import Roster
from rapport.sources.comments import unknown_person
from rapport.sources.problems import Ids, Problems, near

_MOST = 5  # of the same fault in one line
_FOLDERS = 20


def check_posts(
    posts: Sequence[Post],
    roster: Roster,
    comments: Collection[str],
    removed: Collection[str],
    now: datetime,
) -> Iterator[Finding]:
    """What posts say of people, comments, other posts and the future.

    `comments` are the ids of all, `removed` of those that were taken down.
    """
    names = {name for post in posts for name in (post.slug, post.id)}
    ids = Ids(comments)
    for post in posts:
        problems = Problems(post.path)
        _thanks(post, roster, comments, ids, problems)
        _thanks_to_nobody(post, removed, problems)
        _prompted_by(post, comments, ids, problems)
        _superseded(post, names, problems)
        _authors(post, roster, problems)
        if post.status != "draft" and post.date > now:
            problems.warning(
                "CFG912",
                f"Date is in the future ({post.date:%Y-%m-%d %H:%M}), and Pelican publishes the "
                "post all the same. Write `Status: draft` if it should wait.",
                post.header.get("date") or 1,
            )
        yield from problems.found


def _thanks(
    post: Post, roster: Roster, comments: Collection[str], ids: Ids, problems: Problems
) -> None:
    for thanks in post.thanks:
        if thanks.to in comments or roster.get(thanks.to):
            continue
        field = next(f for f in post.header.all("thanks") if f.line == thanks.line)
        if valid_id(thanks.to):
            problems.error("CFG905", _no_comment("Thanks", thanks.to, ids), field)
        else:
            problems.error("CFG905", unknown_person("Thanks", thanks.to, roster), field)


def _thanks_to_nobody(post: Post, removed: Collection[str], problems: Problems) -> None:
    for thanks in post.thanks:
        if thanks.to in removed:
            field = next(f for f in post.header.all("thanks") if f.line == thanks.line)
            problems.warning(
                "CFG905",
                f"Thanks names {thanks.to}, a comment that was removed: these thanks are shown "
                "nowhere. Take the line out, or thank a person of the roster.",
                field,
            )


def _no_comment(key: str, name: str, comments: Ids) -> str:
    nearest = comments.near(name)
    hint = (
        f"Did you mean {nearest}?"
        if nearest
        else "Write the name of a file under content/comments, without .md."
    )
    return f"{key} names {name!r}, and there is no such comment. {hint}"


def _prompted_by(post: Post, comments: Collection[str], ids: Ids, problems: Problems) -> None:
    for name in post.prompted_by:
        if name not in comments:
            fields = post.header.all("prompted-by")
            field = next((f for f in fields if f.value == name), fields[0])
            problems.error("CFG905", _no_comment("Prompted-by", name, ids), field)


def _superseded(post: Post, names: set[str], problems: Problems) -> None:
    target = post.superseded_by
    field = post.header.get("superseded-by") or 1
    if target and target in (post.slug, post.id):
        problems.error("CFG903", "Superseded-by names this post itself. Name the newer one.", field)
    elif target and target not in names:
        nearest = near(target, names)
        hint = f"Did you mean {nearest}?" if nearest else "Write the slug of a post."
        problems.error(
            "CFG903", f"Superseded-by is {target!r}, and no post is called so. {hint}", field
        )


def _authors(post: Post, roster: Roster, problems: Problems) -> None:
    """An author who is not on the roster has no page and no badge: worth a word, not a stop."""
    for author in post.authors if roster.firm else ():
        if roster.named(author) is None:
            nearest = roster.nearest(author)
            known = nearest and (roster.get(nearest) or roster.named(nearest))
            hint = f"Did you mean {known.name}?" if known else "Add a file to content/people."
            field = post.header.get("authors") or post.header.get("author") or 1
            problems.warning("CFG905", f"{author!r} is not on the roster. {hint}", field)


def check_twins(posts: Sequence[Post]) -> Iterator[Finding]:
    """Posts that would be written to one place, or share a conversation without being one post."""
    by_slug: dict[tuple[str, str], Post] = {}
    by_id: dict[tuple[str, str], Post] = {}
    for post in sorted(posts, key=lambda post: post.path):
        problems = Problems(post.path)
        other = by_slug.setdefault((post.slug, post.lang), post)
        same = by_id.setdefault((post.id, post.lang), post)
        if other is not post:
            problems.error(
                "CFG907",
                f"{other.path} has the same slug, {post.slug!r}, and the same language, "
                f"{post.lang}: one page cannot be both. Change the Slug of one, or say `Lang:` "
                "if it is a translation.",
                post.header.get("slug") or post.header.get("title") or 1,
            )
        elif same is not post:
            problems.error(
                "CFG907",
                f"{same.path} has the same Id, {post.id!r}, and the same language, {post.lang}: "
                "two posts cannot share a conversation. Change one Id.",
                post.header.get("id") or 1,
            )
        yield from problems.found


def check_folders(
    first_files: Mapping[str, str], posts: Iterable[Post], ids: Collection[str]
) -> Iterator[Finding]:
    """Comment folders without a post. `first_files` are folder name -> path of its first file."""
    renamed = {name: post.id for post in posts for name in (post.slug, _stem(post))}
    strange = [folder for folder in first_files if folder not in ids]
    # Whoever brings hundreds that fit no post has not misspelt them.
    known = (*ids, *renamed) if len(strange) <= _FOLDERS else ()
    for folder in strange:
        problems = Problems(first_files[folder])
        meant = renamed.get(folder) or near(folder, known)
        meant = renamed.get(meant, meant)
        hint = (
            f"Did you mean {meant}? Rename the folder."
            if meant
            else "Rename it to a post's Id (its slug, if it has none), or remove it."
        )
        problems.error(
            "CFG906", f"The folder {folder!r} holds comments and no post has that id. {hint}"
        )
        yield from problems.found


def _stem(post: Post) -> str:
    return post.source.rpartition("/")[2].rpartition(".")[0]


def check_ids(files: Iterable[tuple[str, str]]) -> tuple[list[Finding], set[str]]:
    """Comments that share an id: findings, and the paths to leave out. `files` are (id, path)."""
    first: dict[str, str] = {}
    again: set[str] = set()
    found: list[Finding] = []
    for name, path in files:
        if first.setdefault(name, path) == path:
            continue
        again.add(path)
        problems = Problems(path)
        problems.error(
            "CFG908",
            f"{first[name]} has the same id. An id belongs to one comment: remove one of the two "
            "files, or give the newer one a fresh id.",
        )
        found += problems.found
    return found, again


def check_threads(arranged: Iterable[Arrangement], homes: Mapping[str, str]) -> Iterator[Finding]:
    """Replies in a circle and replies to nothing. `homes` are id -> path of every comment file."""
    ids = Ids(homes)
    for arrangement in arranged:
        for circle in arrangement.cycles:
            yield from _circle(circle)
        for comment in arrangement.orphans:
            yield from _orphan(comment, homes, ids)


def _circle(circle: Sequence[Comment]) -> list[Finding]:
    first = circle[0]
    problems = Problems(first.path)
    others = ", ".join(comment.id for comment in circle[1:4])
    more = f" and {len(circle) - 4} more" if len(circle) > 4 else ""
    whom = f"{others}{more}" if others else "itself"
    problems.error(
        "CFG909",
        f"This comment answers one that, in the end, answers it: the circle goes through {whom}. "
        "Mend the Reply-To of the oldest.",
        first.header.get("reply-to") or 1,
    )
    return problems.found


def _orphan(comment: Comment, homes: Mapping[str, str], ids: Ids) -> list[Finding]:
    """A reply to a file that was left out for a fault of its own is not reported again."""
    reply_to = comment.reply_to or ""
    home = homes.get(reply_to)
    problems = Problems(comment.path)
    folder = comment.path.rpartition("/")[0]
    field = comment.header.get("reply-to") or 1
    if home is None:
        nearest = ids.near(reply_to, comment.id)
        hint = (
            f"Did you mean {nearest}?"
            if nearest
            else "It opens a thread of its own. Write the name of that comment's file, without .md."
        )
        problems.warning(
            "CFG911", f"Reply-To is {reply_to!r}, and there is no such comment. {hint}", field
        )
    elif home.rpartition("/")[0] != folder:
        problems.warning(
            "CFG911",
            f"Reply-To is a comment on another post, {home}. Here it opens a thread of its own: "
            f"move this file to {home.rpartition('/')[0]}/, or remove the line.",
            field,
        )
    return problems.found


def check_answers(comments: Iterable[Comment], homes: Mapping[str, str]) -> Iterator[Finding]:
    """`Answers:` that name no comment: somebody would go on waiting."""
    ids = Ids(homes)
    for comment in comments:
        unknown = [name for name in comment.answers if name not in homes]
        problems = Problems(comment.path)
        field = comment.header.get("answers") or 1
        for name in unknown[:_MOST]:
            problems.warning("CFG911", _no_comment("Answers", name, ids), field)
        if unknown[_MOST:]:
            more = f"Answers names {len(unknown) - _MOST} more comments that do not exist."
            problems.warning("CFG911", more, field)
        yield from problems.found
