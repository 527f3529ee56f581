"""The whole site from its files: every post, person and comment, and every fault, all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from rapport.conversation import Arrangement, answered_by, arrange, thread
from rapport.model import Comment, Finding, Person, Post, Site, Thread
from rapport.people import Roster, mentions, shout_outs
from rapport.settings import Settings
from rapport.sources import checks
from rapport.sources.comments import Company, read_comment
from rapport.sources.files import files_below
from rapport.sources.finding import (
    COMMENTS,
    PEOPLE,
    articles,
    could_be_article,
    entries,
    markdown_files,
)
from rapport.sources.loading import COMMENT_LIMIT, POST_LIMIT, load
from rapport.sources.people import read_person
from rapport.sources.posts import Source, read_post
from rapport.sources.privacy import firm_names
from rapport.sources.problems import Problems


def read_site(
    settings: Settings,
    unsaved: Mapping[str, str] | None = None,
    posts_read: Callable[[Sequence[Post], int], None] | None = None,
) -> Site:
    """Everything under the content folder, read once.

    `unsaved` are texts of posts that stand in for their files, or for files that are not there yet,
    by their path below the content folder; one that would not be read as a post is passed over.
    `posts_read` is told the posts, and how many files of comments there are, before those are read.
    Faults of headers and files are findings in `problems`, in order of path and line; what they
    cost is said where it is read (posts, people, comments). Posts are newest first, people by slug,
    comments by path. Raises SettingsError when a setting that says how to read cannot be used.
    """
    log = _Log(_prefix(settings))
    posts, post_ids = _posts(settings, log, unsaved or {})
    people, faulty = _people(settings, log)
    roster = Roster(people)
    company = Company(roster, faulty, firm_names(people, settings.firm_names))
    files = _comment_files(settings.content / COMMENTS, log)
    if posts_read:
        posts_read(posts, sum(map(len, files.values())))
    ids = {*post_ids, *(post.id for post in posts)}
    comments, homes = _comments(files, settings, company, ids, posts, log)
    arranged = _arranged(posts, comments, settings)
    threads = _threads(comments, arranged, settings)
    log.add(checks.check_posts(posts, roster, homes, datetime.now(UTC)))
    log.add(checks.check_twins(posts))
    log.add(checks.check_threads(arranged.values(), homes))
    log.add(checks.check_answers(comments, homes))
    return Site(
        posts=posts,
        people=people,
        comments=comments,
        threads=threads,
        shout_outs=shout_outs(posts, roster, comments),
        mentions=mentions(posts, roster),
        problems=log.sorted(),
        files=_files(settings, unsaved or {}),
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


def _posts(
    settings: Settings, log: _Log, unsaved: Mapping[str, str]
) -> tuple[tuple[Post, ...], set[str]]:
    """The posts, newest first, and the ids of those that could not be one."""
    found: list[Post] = []
    left_out: set[str] = set()
    for source in sorted({*articles(settings, log.of), *filter(could_be_article, unsaved)}):
        problems = log.of(source)
        loaded = _loaded(source, settings, unsaved, problems)
        if loaded is None:
            continue
        text, changed = loaded
        post, post_id = read_post(Source(problems.path, source, text, changed), settings, problems)
        if post is None:
            left_out.add(post_id)
        else:
            found.append(post)
    found.sort(key=lambda post: (post.slug, post.lang, post.path))
    found.sort(key=lambda post: post.date, reverse=True)
    return tuple(found), left_out


def _loaded(
    source: str, settings: Settings, unsaved: Mapping[str, str], problems: Problems
) -> tuple[str, datetime] | None:
    """The text of a post and when it was last changed."""
    zone = settings.reading.timezone
    if source in unsaved:
        return unsaved[source], datetime.now(zone)
    loaded = load(f"{settings.content}/{source}", POST_LIMIT, problems)
    if loaded is None:
        return None
    text, known = loaded
    return text, datetime.fromtimestamp(int(known.st_mtime), zone)


def _people(settings: Settings, log: _Log) -> tuple[tuple[Person, ...], frozenset[str]]:
    """The roster by slug, and the slugs of files that give no person."""
    found: list[Person] = []
    faulty: set[str] = set()
    folder = settings.content / PEOPLE
    for entry in markdown_files(folder, lambda name: log.of(f"{PEOPLE}/{name}"), "people"):
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


def _comment_files(folder: Path, log: _Log) -> dict[str, list[str]]:
    """The comment files of each post's folder, both in order of name."""
    listed, fault = entries(str(folder))
    if fault:
        log.of(COMMENTS).error("CFG901", f"This folder {fault}.")
    files: dict[str, list[str]] = {}
    for entry in listed:
        if entry.name.startswith("."):
            continue
        if entry.kind != "folder":
            log.of(f"{COMMENTS}/{entry.name}").error(
                "CFG901",
                "Comments stand in a folder that is called as their post's id. Move this file.",
            )
            continue
        below = f"{COMMENTS}/{entry.name}"
        report = lambda name, below=below: log.of(f"{below}/{name}")  # noqa: E731 - a name of its own each time
        names = [each.name for each in markdown_files(Path(entry.path), report, "comments")]
        if names:
            files[entry.name] = names
    return files


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
