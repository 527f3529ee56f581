"""Addresses that share a page or prefill a post: they send nobody to anybody.

Hosts and paths as the services document them for share buttons ("intent" addresses). A host counts
with its subdomains; a path counts when the address's path begins with it. After a `?` the same
path also serves other ends (a chat with one number): it shares only with a text in the query.
"""

from __future__ import annotations

from urllib.parse import SplitResult

SHARE_PATHS: dict[str, tuple[str, ...]] = {
    "facebook.com": ("/sharer", "/share.php", "/share_channel", "/dialog/share", "/dialog/feed",
                     "/dialog/send", "/sharer.php"),
    "twitter.com": ("/intent", "/share", "?/home"),
    "x.com": ("/intent", "/share"),
    "linkedin.com": ("/sharing", "/sharearticle", "/cws/share"),
    "reddit.com": ("/submit",),
    "news.ycombinator.com": ("/submitlink", "/submit"),
    "lobste.rs": ("/stories/new",),
    "pinterest.com": ("/pin/create",),
    "pinterest.de": ("/pin/create",),
    "pinterest.fr": ("/pin/create",),
    "pinterest.es": ("/pin/create",),
    "tumblr.com": ("/share", "/widgets/share"),
    "xing.com": ("/spi/shares", "/social_plugins/share", "/social/share"),
    "bsky.app": ("/intent",),
    "threads.net": ("/intent",),
    "threads.com": ("/intent",),
    "api.whatsapp.com": ("?/send",),
    "web.whatsapp.com": ("?/send",),
    "wa.me": ("?/",),
    "t.me": ("/share",),
    "telegram.me": ("/share",),
    "getpocket.com": ("/save", "/edit"),
    "instapaper.com": ("/hello2", "/edit", "/text"),
    "buffer.com": ("/add",),
    "bufferapp.com": ("/add",),
    "share.flipboard.com": ("/",),
    "vk.com": ("/share.php",),
    "connect.ok.ru": ("/offer",),
    "line.me": ("/r/msg", "/r/share"),
    "social-plugins.line.me": ("/lineit/share",),
    "b.hatena.ne.jp": ("/add", "/entry/panel"),
    "service.weibo.com": ("/share",),
    "web.skype.com": ("/share",),
    "mail.google.com": ("?/mail",),
    "evernote.com": ("/clip.action",),
    "digg.com": ("/submit",),
    "mix.com": ("/add",),
    "addtoany.com": ("/share", "/add_to"),
    "addthis.com": ("/bookmark.php",),
    "sharetodiaspora.github.io": ("/",),
    "share.diasporafoundation.org": ("/",),
    "mastodonshare.com": ("/",),
    "toot.kytta.dev": ("/",),
    "tootpick.org": ("/",),
    "share.joinmastodon.org": ("/",),
}  # fmt: skip

# Apps that are opened to send a message on: the scheme alone says so.
SHARE_SCHEMES = frozenset({"whatsapp", "fb-messenger", "tg", "viber", "threema", "line", "skype"})

_SHARED = ("url=", "u=", "text=", "body=", "status=", "title=", "link=")


def shares(host: str, url: SplitResult) -> bool:
    """Whether an http address on this host (in ASCII) shares a page."""
    path = url.path.lower() or "/"
    for beginning in _beginnings(host):
        if _begins(path, beginning.removeprefix("?")):
            return beginning[0] != "?" or _carries(url.query)
    # Every Mastodon server and many others have /share, with what is shared in the query.
    return path.rstrip("/").endswith(("/share", "/intent/post")) and _carries(url.query)


def _beginnings(host: str) -> list[str]:
    labels = host.split(".")
    names = (".".join(labels[start:]) for start in range(len(labels)))
    return [beginning for name in names for beginning in SHARE_PATHS.get(name, ())]


def _begins(path: str, beginning: str) -> bool:
    """Whether a path is `beginning` or below it: /share and /share/x, not /sharepoint."""
    if not path.startswith(beginning):
        return False
    following = path[len(beginning) :][:1]
    return beginning == "/" or not (following.isalnum() or following == "_")


def _carries(query: str) -> bool:
    return any(part.startswith(_SHARED) for part in query.lower().split("&"))
