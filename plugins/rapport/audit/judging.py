"""Judge a site: facts to findings and lights. A pure function; the clock comes from outside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial

from rapport.audit.case import Case, fingerprint
from rapport.audit.entries import entry
from rapport.audit.languages import base, codes, known
from rapport.audit.lights import lights
from rapport.audit.manuals import manuals
from rapport.audit.places import Places
from rapport.audit.readers import Readers
from rapport.audit.rules import POST_RULES, SITE_RULES
from rapport.audit.suppressing import suppress
from rapport.model import Facts, Finding, Post, Report, Site, Thread, clean_text
from rapport.settings import Settings

# Messages name other lines of the file, which move.
_LINE = re.compile(r"\bline \d+", re.IGNORECASE)
_UNKNOWN = (
    'The audit does not know the words of the language "{code}", and {posts} in it. There it '
    "judges neither names, quotations and offers, nor which questions are for readers; it does "
    "judge links, images, comments, and whether anything is asked at all. It knows {known}; "
    "docs/languages.md says how to add one."
)


def judge(
    site: Site,
    facts: Mapping[str, Facts],
    settings: Settings,
    now: datetime,
    *,
    excerpts: bool = True,
) -> Report:
    """Every finding and light of the posts that have facts, and every fault of a header or file.

    `facts` are by the path of the post; posts without are not judged, so a part of a site can be.
    `now` is an aware datetime. Published, hidden and draft posts are judged alike. Findings are in
    order of path, line, column and code, lights in order of path. Without `excerpts` the entries
    leave out what those who wait wrote, which takes longest of all where many do.
    """
    places = Places.of(site, settings) if _lead_home(facts.values()) else Places()
    readers = Readers.of(site, facts)
    cases = [
        Case(
            post=post,
            facts=facts[post.path],
            thread=_thread(post, site, settings),
            settings=settings,
            now=now,
            speaks=speaks,
            places=places,
            readers=readers,
        )
        for post, speaks in _judged(site, facts, settings)
    ]
    found = [*_faults(site)]
    silent: dict[str, list[Post]] = {}
    for post in site.posts:
        if post.ignores:
            silent.setdefault(post.id, []).append(post)
    for case in cases:
        kin = _kin(case.post, silent.get(case.post.id, ()), settings)
        found += suppress(case, _checked(case), kin)
    lit = [lights(case) for case in cases]
    return Report(
        findings=tuple(sorted(found, key=_order)),
        lights=tuple(lit),
        posts=len(cases),
        notes=tuple(_notes(case.facts.language for case in cases)),
        entries=tuple(map(partial(entry, excerpts=excerpts), cases, lit)),
        rules=manuals(each.code for each in found),
        now=now,
        firm=next(iter(settings.firm_names), ""),
    )


def _lead_home(facts: Iterable[Facts]) -> bool:
    """Whether any post has a link or an image that may lead to a place of the site's own."""
    return any(each.images or any(link.to == "own" for link in each.links) for each in facts)


def _notes(tags: Iterable[str]) -> Iterator[str]:
    """One sentence a language that nothing is known of: what is not judged in its posts."""
    unknown = Counter(base(tag) for tag in tags if not known(tag))
    for code, count in sorted(unknown.items()):
        posts = "1 post is" if count == 1 else f"{count} posts are"
        yield _UNKNOWN.format(posts=posts, code=clean_text(code), known=", ".join(codes()))


def _judged(site: Site, facts: Mapping[str, Facts], settings: Settings) -> list[tuple[Post, bool]]:
    """The posts with facts in order of path, and whether each speaks for its thread.

    Of translations that share a thread the one in the site's language does, else the first.
    """
    posts = sorted((post for post in site.posts if post.path in facts), key=lambda p: p.path)
    speakers: dict[str, Post] = {}
    for post in posts:
        key = _key(post, settings)
        if key not in speakers or (
            post.lang == settings.reading.default_lang != speakers[key].lang
        ):
            speakers[key] = post
    return [(post, speakers[_key(post, settings)] is post) for post in posts]


def _key(post: Post, settings: Settings) -> str:
    """The key of a post's thread in `Site.threads`."""
    return post.id if settings.threads == "post" else f"{post.id}.{post.lang}"


def _kin(post: Post, others: Iterable[Post], settings: Settings) -> list[Post]:
    """Those of the posts with its id that share this post's thread."""
    key = _key(post, settings)
    return [other for other in others if other is not post and _key(other, settings) == key]


def _thread(post: Post, site: Site, settings: Settings) -> Thread:
    key = _key(post, settings)
    return site.threads.get(key) or Thread(key)


def _checked(case: Case) -> Iterator[Finding]:
    for rule in POST_RULES:
        yield from rule.check(case)


def _faults(site: Site) -> Iterator[Finding]:
    for rule in SITE_RULES:
        for fault in rule.check(site):
            about = _LINE.sub("line", fault.message)
            mark = fingerprint(fault.code, fault.path, about)
            yield fault._replace(fingerprint=mark, about=about)


def _order(found: Finding) -> tuple[str, int, int, str]:
    return found.path, found.span.line, found.span.column, found.code
