"""Exports as other systems write them, made up for these tests; nobody in them exists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_DISQUS = (
    '<?xml version="1.0" encoding="utf-8"?>\n<disqus xmlns="http://disqus.com" '
    'xmlns:dsq="http://disqus.com/disqus-internals">\n'
)


def thread(name: str, link: str, title: str = "", key: str = "") -> str:
    """A thread of Disqus's: an article."""
    return (
        f'<thread dsq:id="{name}"><id>{key}</id><forum>quay</forum><link>{link}</link>'
        f"<title>{title}</title><message/><createdAt>2014-01-01T00:00:00Z</createdAt></thread>\n"
    )


def post(number: str, under: str, /, message: str = "<p>Words.</p>", **more: str) -> str:
    """A post of Disqus's: a comment. `more`: parent, date, name, email, ip, deleted, spam ..."""
    parent = f'<parent dsq:id="{more["parent"]}"/>' if "parent" in more else ""
    email = f"<email>{more['email']}</email>" if "email" in more else ""
    ip = f"<ipAddress>{more['ip']}</ipAddress>" if "ip" in more else ""
    approved = f"<isApproved>{more['approved']}</isApproved>" if "approved" in more else ""
    return (
        f'<post dsq:id="{number}"><id/><message><![CDATA[{message}]]></message>'
        f"<createdAt>{more.get('date', '2014-03-01T10:00:05Z')}</createdAt>"
        f"<isDeleted>{more.get('deleted', 'false')}</isDeleted>"
        f"<isSpam>{more.get('spam', 'false')}</isSpam>{approved}<author>{email}"
        f"<name>{more.get('name', 'Wren Pask')}</name><isAnonymous>false</isAnonymous>"
        f"<username>{more.get('username', '')}</username></author>{ip}"
        f'<thread dsq:id="{under}"/>{parent}</post>\n'
    )


def disqus(*parts: str) -> str:
    """A whole export of Disqus's."""
    return f"{_DISQUS}{''.join(parts)}</disqus>\n"


def item(name: str, comments: Iterable[Mapping[str, str]], **more: str) -> str:
    """An article in WordPress's export, with its comments as fields without their prefix."""
    told = "".join(
        "<wp:comment>"
        + "".join(
            f"<wp:comment_{key}><![CDATA[{value}]]></wp:comment_{key}>"
            for key, value in comment.items()
        )
        + "</wp:comment>"
        for comment in comments
    )
    return (
        f"<item><title>{more.get('title', '')}</title><link>{more.get('link', '')}</link>"
        f"<wp:post_id>{name}</wp:post_id><wp:post_name>{more.get('slug', '')}</wp:post_name>"
        f"<wp:post_date_gmt>2012-01-01 08:00:00</wp:post_date_gmt>{told}</item>\n"
    )


def words(name: str, **more: str) -> dict[str, str]:
    """A comment of WordPress's as its fields."""
    return {
        "id": name,
        "author": "Ottoline Fairbrass",
        "author_email": "",
        "date": "2012-05-06 09:08:07",
        "date_gmt": "2012-05-06 08:08:07",
        "content": "Words.",
        "approved": "1",
        "type": "",
        "parent": "0",
        "user_id": "0",
    } | more


def wordpress(*items: str, version: str = "http://wordpress.org/export/1.2/") -> str:
    """A whole export of WordPress's."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:wp="{version}">\n'
        f"<channel>\n{''.join(items)}</channel>\n</rss>\n"
    )
