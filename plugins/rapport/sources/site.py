"""The whole site from its files: every post, person and comment, and every fault, all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from rapport.conversation import Arrangement, answered_by, arrange, thread
from rapport.model import Comment, Finding, Person, Post, Site, Thread
from rapport.people import Roster, mentions, shout_outs
from rapport.settings import Settings
from rapport.sources import checks
from rapport.sources.comments import Company, read_comment
from rapport.sources.files import files_below
from rapport.sources.finding import (
    COMMENTS,
    LEADS_OUT,
    PEOPLE,
    Home,
    articles,
    could_be_article,
    entries,
    markdown_files,
)
from rapport.sources.loading import COMMENT_LIMIT, POST_LIMIT, load
from rapport.sources.narrowing import answered_elsewhere, named_comments, needs_all, neighbours
from rapport.sources.people import read_person
from rapport.sources.posts import Source, read_post
from rapport.sources.privacy import firm_names
from rapport.sources.problems import Problems


def read_site(
    settings: Settings,
    unsaved: Mapping[str, str] | None = None,
    posts_read: Callable[[Sequence[Post], int], None] | None = None,
    only: Collection[str] = (),
) -> Site:
    """Everything under the content folder, read once.

    `unsaved` are texts of posts that stand in for their files, or for files that are not there yet,
    by their path below the content folder; one that would not be read as a post is passed over.
    `posts_read` is told the posts, and how many files of comments there are, before those are read.
    `only` are posts, by their path below the content folder, that are all anybody asks about: then
    only they are read, and what concerns them, if that is enough to be right about them; the site
    is not `whole`. What other posts and comments do to them is seen as far as their names and
    headers tell; of two comments with one id only the one beside the post is seen.
    Faults of headers and files are findings in `problems`, in order of path and line; what they
    cost is said where it is read (posts, people, comments). Posts are newest first, people by slug,
    comments by path. Raises SettingsError when a setting that says how to read cannot be used.
    """
    texts = unsaved or {}
    part = _part(settings, texts, frozenset(only)) if only else None
    if part is not None:
        return part
    log = _Log(_prefix(settings))
    posts, ids = _posts(_articles(settings, log, texts), settings, log, texts)
    people, faulty = _people(settings, log)
    files = _comment_files(settings, log)
    if posts_read:
        posts_read(posts, sum(map(len, files.values())))
    read = _Read(_ordered(posts), ids, people, faulty, files)
    return _joined(read, settings, log, texts)


def _part(settings: Settings, unsaved: Mapping[str, str], only: AbstractSet[str]) -> Site | None:
    """What a few posts need of the site; None when that is all of it."""
    log = _Log(_prefix(settings))
    sources = _articles(settings, log, unsaved)
    if not only <= sources:
        return None
    asked, ids = _posts(only, settings, log, unsaved)
    people, faulty = _people(settings, log)
    if not Roster(people).firm or needs_all(asked, settings):
        return None
    files = _files_beside(asked, settings, log)
    if files is None:
        return None
    near, more = _posts(
        neighbours(asked, files.keys(), sorted(sources - only), settings), settings, log, unsaved
    )
    read = _Read(_ordered([*asked, *near]), ids | more, people, faulty, files, tuple(asked))
    site = _joined(read, settings, log, unsaved)
    own = {post.id for post in asked}
    waiting = {c.id for t in site.threads.values() for c in t.waiting if c.post in own}
    return None if answered_elsewhere(waiting, files.keys(), settings) else site


def _files_beside(
    posts: Iterable[Post], settings: Settings, log: _Log
) -> dict[str, list[str]] | None:
    """The comment files of these posts, and of the threads in which a comment stands they name.

    None when there is no such comment: then it is told from all which one was meant.
    """
    home = Home.of(settings)
    files = {}
    for name in sorted({post.id for post in posts}):
        folder = f"{settings.content}/{COMMENTS}/{name}"
        files[name] = _names_of_comments(folder, name, home, log)
    missing = named_comments(posts).difference(n[:-3] for names in files.values() for n in names)
    if missing:
        for folder, names in _comment_files(settings, _Log("")).items():
            here = missing.intersection(name[:-3] for name in names)
            if here:
                files[folder] = names
                missing -= here
    return None if missing else {folder: names for folder, names in files.items() if names}


class _Read(NamedTuple):
    """What was read of a site beside its comments, whose files are listed by folder.

    `ids` are of posts that could not be one, `faulty` the slugs of files that give no person.
    `asked` are the posts that all of this is about, None when it is about everything.
    """

    posts: tuple[Post, ...]
    ids: AbstractSet[str]
    people: tuple[Person, ...]
    faulty: frozenset[str]
    files: Mapping[str, list[str]]
    asked: tuple[Post, ...] | None = None


def _joined(read: _Read, settings: Settings, log: _Log, unsaved: Iterable[str]) -> Site:
    """The site of what was read, with its comments, and what is wrong between its files."""
    posts, roster = read.posts, Roster(read.people)
    company = Company(roster, read.faulty, firm_names(read.people, settings.firm_names))
    ids = {*read.ids, *(post.id for post in posts)}
    comments, homes = _comments(read.files, settings, company, ids, posts, log)
    arranged = _arranged(posts, comments, settings)
    asked = posts if read.asked is None else read.asked
    removed = {comment.id for comment in comments if comment.status == "removed"}
    log.add(checks.check_posts(asked, roster, homes, removed, datetime.now(UTC)))
    log.add(checks.check_twins(posts))
    if read.asked is None:
        log.add(checks.check_threads(arranged.values(), homes))
        log.add(checks.check_answers(comments, homes))
    return Site(
        posts=posts,
        people=read.people,
        comments=comments,
        threads=_threads(comments, arranged, settings),
        shout_outs=shout_outs(posts, roster, comments),
        mentions=mentions(posts, roster),
        problems=log.sorted(),
        files=_files(settings, unsaved),
        whole=read.asked is None,
    )


def _files(settings: Settings, unsaved: Iterable[str]) -> frozenset[str] | None:
    """The files of the content folder, with those that are not saved yet."""
    known = files_below(settings)
    return None if known is None else known.union(filter(could_be_article, unsaved))


def _prefix(settings: Settings) -> str:
    """What stands before a path below the content folder when it is shown."""
    content = PurePosixPath(settings.reading.content).as_posix()
    return "" if content == "." else f"{content.rstrip('/')}/"


@dataclass(slots=True)
class _Log:
    """The faults of all files, by path. `content` is the content folder with a slash behind it."""

    content: str
    files: dict[str, Problems] = field(default_factory=dict)
    more: list[Finding] = field(default_factory=list)

    def path(self, source: str) -> str:
        """A path under the content folder as it is shown: relative to the settings file."""
        path = f"{self.content}{source}".rstrip("/")
        return path if path.isascii() else path.encode("utf-8", "replace").decode("utf-8")

    def of(self, source: str) -> Problems:
        """The faults of one file, given relative to the content folder."""
        path = self.path(source)
        return self.files.setdefault(path, Problems(path))

    def add(self, findings: Iterable[Finding]) -> None:
        self.more.extend(findings)

    def sorted(self) -> tuple[Finding, ...]:
        found = [*(each for file in self.files.values() for each in file.found), *self.more]
        return tuple(sorted(found, key=lambda f: (f.path, f.span, f.code, f.message)))


def _articles(settings: Settings, log: _Log, unsaved: Iterable[str]) -> set[str]:
    """The posts' files, and those that are not saved yet."""
    return {*articles(settings, log.of), *filter(could_be_article, unsaved)}


def _posts(
    sources: Iterable[str], settings: Settings, log: _Log, unsaved: Mapping[str, str]
) -> tuple[list[Post], set[str]]:
    """The posts of these files, and the ids of those that could not be one."""
    found: list[Post] = []
    left_out: set[str] = set()
    content = str(settings.content)
    for source in sorted(sources):
        problems = log.of(source)
        loaded = _loaded(content, source, settings, unsaved, problems)
        if loaded is None:
            continue
        text, changed = loaded
        post, post_id = read_post(Source(problems.path, source, text, changed), settings, problems)
        if post is None:
            left_out.add(post_id)
        else:
            found.append(post)
    return found, left_out


def _ordered(posts: Iterable[Post]) -> tuple[Post, ...]:
    """Posts newest first."""
    found = sorted(posts, key=lambda post: (post.slug, post.lang, post.path))
    found.sort(key=lambda post: post.date, reverse=True)
    return tuple(found)


def _loaded(
    content: str, source: str, settings: Settings, unsaved: Mapping[str, str], problems: Problems
) -> tuple[str, datetime] | None:
    """The text of a post below the content folder, and when it was last changed."""
    zone = settings.reading.timezone
    if source in unsaved:
        return unsaved[source], datetime.now(zone)
    loaded = load(f"{content}/{source}", POST_LIMIT, problems)
    if loaded is None:
        return None
    text, known = loaded
    return text, datetime.fromtimestamp(int(known.st_mtime), zone)


def _people(settings: Settings, log: _Log) -> tuple[tuple[Person, ...], frozenset[str]]:
    """The roster by slug, and the slugs of files that give no person."""
    found: list[Person] = []
    faulty: set[str] = set()
    folder, home = settings.content / PEOPLE, Home.of(settings)
    for entry in markdown_files(folder, lambda name: log.of(f"{PEOPLE}/{name}"), "people", home):
        problems = log.of(f"{PEOPLE}/{entry.name}")
        slug = entry.name.removesuffix(".md")
        loaded = load(entry.path, COMMENT_LIMIT, problems)
        person = read_person(problems.path, slug, loaded[0], problems) if loaded else None
        if person is None:
            faulty.add(slug)
        else:
            found.append(person)
    return tuple(found), frozenset(faulty)


def _comments(  # noqa: PLR0913, PLR0917 - all that is known when comments are read
    files: Mapping[str, list[str]],
    settings: Settings,
    company: Company,
    post_ids: set[str],
    posts: tuple[Post, ...],
    log: _Log,
) -> tuple[tuple[Comment, ...], dict[str, str]]:
    """The comments by path, and the path of every comment file by its id."""
    first = {folder: log.path(f"{COMMENTS}/{folder}/{names[0]}") for folder, names in files.items()}
    log.add(checks.check_folders(first, posts, post_ids))
    places = [(name[:-3], folder, f"{COMMENTS}/{folder}/{name}")
              for folder, names in files.items() for name in names]  # fmt: skip
    twins, again = checks.check_ids((name, log.path(source)) for name, _, source in places)
    log.add(twins)
    found: list[Comment] = []
    homes: dict[str, str] = {}
    content = str(settings.content)
    for name, folder, source in places:
        problems = log.of(source)
        homes.setdefault(name, problems.path)
        loaded = load(f"{content}/{source}", COMMENT_LIMIT, problems)
        if loaded is None:
            continue
        comment = read_comment(folder, name, loaded[0], company, problems)
        if comment and folder in post_ids and problems.path not in again:
            found.append(comment)
    return tuple(found), homes


def _comment_files(settings: Settings, log: _Log) -> dict[str, list[str]]:
    """The comment files of each post's folder, both in order of name."""
    home = Home.of(settings)
    listed, fault = entries(f"{settings.content}/{COMMENTS}")
    if fault:
        log.of(COMMENTS).error("CFG901", f"This folder {fault}.")
    files: dict[str, list[str]] = {}
    for entry in listed:
        if entry.name.startswith("."):
            continue
        if entry.kind != "folder":
            log.of(f"{COMMENTS}/{entry.name}").error(
                "CFG901",
                "Comments stand in a folder that is called as their post's id, or its slug if it "
                f"has none. Move this file to {log.path(COMMENTS)}/<post>/{entry.name}.",
            )
            continue
        if home.left_by(entry):
            log.of(f"{COMMENTS}/{entry.name}").error("CFG901", LEADS_OUT)
            continue
        names = _names_of_comments(entry.path, entry.name, home, log)
        if names:
            files[entry.name] = names
    return files


def _names_of_comments(folder: str, post: str, home: Home, log: _Log) -> list[str]:
    """The comment files in the folder of one post."""
    report = lambda name: log.of(f"{COMMENTS}/{post}/{name}")  # noqa: E731 - a function in one line
    return [each.name for each in markdown_files(Path(folder), report, "comments", home)]


Key = tuple[str, str]


def _arranged(
    posts: tuple[Post, ...], comments: tuple[Comment, ...], settings: Settings
) -> dict[Key, Arrangement]:
    """The comments of each thread in reading order, by (thread id, post id)."""
    languages: dict[str, list[str]] = defaultdict(list)
    for post in posts:
        languages[post.id].append(post.lang)
    groups: dict[Key, list[Comment]] = {
        (thread_id(post.id, post.lang, settings), post.id): [] for post in posts
    }
    for comment in comments:
        spoken = languages.get(comment.post)
        if spoken:
            lang = _language(comment, spoken, settings.reading.default_lang)
            key = thread_id(comment.post, lang, settings), comment.post
            groups[key].append(comment)
    return {key: arrange(group) for key, group in groups.items()}


def thread_id(post: str, lang: str, settings: Settings) -> str:
    """The key of a thread in `Site.threads`: the post's id, with its language if they part."""
    return post if settings.threads == "post" else f"{post}.{lang}"


def _language(comment: Comment, spoken: list[str], default: str) -> str:
    """Which translation of the post a comment stands under."""
    for lang in (comment.lang.lower(), default):
        if lang in spoken:
            return lang
    return min(spoken)


def _threads(
    comments: tuple[Comment, ...],
    arranged: Mapping[Key, Arrangement],
    settings: Settings,
) -> dict[str, Thread]:
    """Every post's thread, also the empty ones."""
    elsewhere = answered_by(comments)
    return {
        key: thread(post, arrangement, settings.waiting_since, answered=elsewhere)
        for (key, post), arrangement in arranged.items()
    }
