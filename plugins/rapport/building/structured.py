"""What machines read: a post with its comments, a person, the blog, as JSON-LD of schema.org.

A firm's own article is a BlogPosting with nested Comments: DiscussionForumPosting is for what users
start (Google's page on "Discussion forum" data). Comments nest as the page's lists do, three deep.
Addresses are absolute, so there is none of this for a site that does not know its own (SITEURL).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from rapport.building.views import CommentView, Name, PersonView, Places, PostView
from rapport.conversation import text_of
from rapport.model import one_line
from rapport.translation import ENGLISH, Words

# A page with more comments than this says only how each begins: the words stand in the page anyway.
_IN_FULL = 50
# What could end the element, or the line for a reader of JavaScript.
_ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)
_Node = dict[str, Any]


def post_data(
    post: PostView, firm: str, base: str, places: Places, words: Words = ENGLISH
) -> Markup:
    """A post, its comments, and the way to it from the front page; `base` is the site's address."""
    here = f"{base}/{post.url}"
    thread = post.thread
    node: _Node = {
        "@type": "BlogPosting",
        "@id": f"{here}#post",
        "url": here,
        "mainEntityOfPage": here,
        "headline": _words(post.title),
        "description": _words(post.summary),
        "datePublished": post.date.isoformat(),
        "image": f"{base}/{post.card}" if post.card else "",
        "dateModified": max([post.date, *(each.date for each in post.updates)]).isoformat(),
        "inLanguage": post.lang,
        "author": [_agent(name, firm, base) for name in post.authors],
        "publisher": _publisher(firm, base),
        "keywords": [word for word, _ in post.tags],
        "discussionUrl": f"{here}#conversation",
        "commentCount": thread.count,
        "comment": _nested(thread.comments, base, firm, in_full=thread.count <= _IN_FULL),
    }
    trail = _trail(
        base, firm, [(words.gettext("Posts"), places.posts), (_words(post.title), post.url)]
    )
    return _script([_filled(node), trail])


def person_data(
    person: PersonView, firm: str, base: str, places: Places, words: Words = ENGLISH
) -> Markup:
    """A person's page; nothing for a reader, whose page no search engine is to show."""
    if not person.indexed:
        return Markup("")
    here = f"{base}/{person.name.url}"
    node = _filled(
        {
            **_agent(person.name, firm, base),
            "@id": f"{here}#person",
            "description": text_of(str(person.bio)),
            "sameAs": [url for _, url in person.links],
            "worksFor": _publisher(firm, base) if person.firm else _employer(person.works_at),
        }
    )
    page: _Node = {"@type": "ProfilePage", "@id": here, "url": here, "mainEntity": node}
    trail = _trail(
        base, firm, [(words.gettext("People"), places.people), (person.name.name, person.name.url)]
    )
    return _script([page, trail])


def home_data(
    firm: str, base: str, places: Places, profiles: Iterable[tuple[str, str]] = ()
) -> Markup:
    """The blog and who publishes it; `profiles` are the firm's places elsewhere."""
    here = f"{base}/{places.home}"
    same = [url for _, url in profiles]
    publisher = _filled({**_publisher(firm, base), "sameAs": same})
    node: _Node = {"@type": "Blog", "@id": f"{here}#blog", "url": here, "name": firm}
    return _script([{**node, "publisher": publisher}])


def _nested(comments: Sequence[CommentView], base: str, firm: str, *, in_full: bool) -> list[_Node]:
    """The comments as a tree; the list is flat, `level` says under which each stands."""
    top: list[_Node] = []
    open_: list[list[_Node]] = [top]
    for comment in comments:
        node = _comment(comment, base, firm, in_full=in_full)
        del open_[comment.level + 1 :]
        open_[-1].append(node)
        if not comment.leaf:
            open_.append(node.setdefault("comment", []))
    return top


def _comment(comment: CommentView, base: str, firm: str, *, in_full: bool) -> _Node:
    here = f"{base}/{comment.url}"
    node: _Node = {
        "@type": "Comment",
        "@id": here,
        "url": here,
        "datePublished": comment.date.isoformat(),
    }
    if comment.removed:
        gone = comment.author.name
        return {**node, "author": {"@type": "Person", "name": gone}, "text": gone}
    node["author"] = _agent(comment.author, firm, base)
    node["text"] = text_of(str(comment.body)) if in_full else comment.excerpt
    if comment.lang:
        node["inLanguage"] = comment.lang
    return node


def _agent(name: Name, firm: str, base: str) -> _Node:
    """Somebody who writes: the firm itself, or a person."""
    if name.name == firm:
        return _publisher(firm, base)
    url = f"{base}/{name.url}" if name.url else name.site
    return _filled({"@type": "Person", "name": name.name, "url": url})


def _publisher(firm: str, base: str) -> _Node:
    return {"@type": "Organization", "name": firm, "url": f"{base}/"}


def _employer(name: str) -> _Node:
    return {"@type": "Organization", "name": name} if name else {}


def _trail(base: str, firm: str, steps: Iterable[tuple[str, str]]) -> _Node:
    """The way down to a page from the front; a step without a page is left out."""
    there = [(firm, f"{base}/"), *((name, f"{base}/{url}") for name, url in steps if url)]
    items = [
        {"@type": "ListItem", "position": at, "name": name, "item": url}
        for at, (name, url) in enumerate(there, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _words(html: Markup) -> str:
    return one_line(html.striptags())


def _filled(node: Mapping[str, Any]) -> _Node:
    """The node without what is empty; a count of none is something."""
    return {key: value for key, value in node.items() if value or value == 0}


def _script(nodes: Sequence[_Node]) -> Markup:
    """The nodes as an element that holds data and no script: nothing in it can end it."""
    graph = {"@context": "https://schema.org", "@graph": nodes}
    said = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return Markup(f'<script type="application/ld+json">{said.translate(_ESCAPES)}</script>')  # noqa: S704 - escaped above
