"""Whose place a link leads to, and whether its text says where: the table of the definitions."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.audit import Context
from rapport.audit.facts.links import leads_to, says_where
from rapport.audit.languages import language
from rapport.model import Site
from rapport.settings import from_mapping
from tests.audit.posts import body

CONTEXT = Context.of(
    Site(),
    from_mapping(
        {
            "SITEURL": "https://www.quay.example/blog",
            "RAPPORT_OWN_HOSTS": ["quay.example", "kanzlei-müller.example"],
            "RAPPORT_OWN_PROFILES": [
                "https://social.example/@quay",
                "linkedin.example/company/quay",
            ],
            "RAPPORT_COMMENT_MAIL": "quay@letters.example",
        },
        Path("/site"),
    ),
)

OWN = [
    "/costs.html", "costs.html", "../2026/costs.html", "#top", "?page=2", "", "  ",
    "{filename}/posts/costs.md", "{static}/images/a.png", "{attach}brief.pdf", "|filename|a.md",
    "https://quay.example", "https://QUAY.example./x", "http://www.quay.example/",
    "//quay.example/x",
    "https://blog.quay.example:8080/x?y#z", "https://user:secret@quay.example/x",
    "mailto:office@quay.example", "MAILTO:Ana@Post.Quay.example?subject=Costs",
    "mailto:quay@letters.example", "tel:+441632960111", "sms:+441632960111", "javascript:alert(1)",
    "data:text/html,hello", "https://kanzlei-müller.example/x",
    "https://xn--kanzlei-mller-4ob.example/x", "https://social.example/@quay",
    "https://social.example/@quay/109", "https://www.linkedin.example/company/quay/posts/",
    "https:///", "http://[::1", "ht\ntps://quay.example/",
]  # fmt: skip
OTHER = [
    "https://court.example/judgment", "//court.example/x", "http://quay.example.evil.example/",
    "https://notquay.example", "https://quay.example@evil.example/", "https://evil.example/quay.example",

    "https://evil.example\\@quay.example/", "\\\\evil.example/x", "https:/evil.example/x",
    "mailto:registrar@court.example", "mailto:quay@quay.example.evil.example",
    "ftp://court.example/x",
    "https://social.example/@quays", "https://social.example/", "https://twitter.com/judge",
    "https://x.com/shareholder", "https://www.facebook.com/court", "https://wa.me/441632960111",
    "https://court.example/share", "https://linkedin.com/in/somebody", "https://reddit.com/r/law",
]  # fmt: skip
SHARE = [
    "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fquay.example",
    "https://m.facebook.com/sharer.php?u=x", "https://twitter.com/intent/tweet?text=costs",
    "https://twitter.com/share?url=x", "https://x.com/intent/post?url=x", "//x.com/intent/tweet",
    "https://www.linkedin.com/sharing/share-offsite/?url=x",
    "https://www.linkedin.com/shareArticle?mini=true&url=x", "https://wa.me/?text=costs",
    "https://api.whatsapp.com/send?text=costs", "whatsapp://send?text=costs",
    "https://t.me/share/url?url=x", "https://bsky.app/intent/compose?text=costs",
    "https://www.reddit.com/submit?url=x", "https://news.ycombinator.com/submitlink?u=x",
    "https://social.example/share?text=costs", "https://pinterest.com/pin/create/button/?url=x",
    "https://www.xing.com/spi/shares/new?url=x", "mailto:?subject=Costs&body=https://quay.example",
    "https://share.example/share-it?address=https://quay.example/costs",
]  # fmt: skip


@pytest.mark.parametrize("url", OWN)
def test_it_is_ours(url: str) -> None:
    assert leads_to(url, CONTEXT) == "own"


@pytest.mark.parametrize("url", OTHER)
def test_it_is_somebody_elses(url: str) -> None:
    assert leads_to(url, CONTEXT) == "other"


@pytest.mark.parametrize("url", SHARE)
def test_it_only_passes_the_page_on(url: str) -> None:
    assert leads_to(url, CONTEXT) == "share"


@given(st.text(max_size=80) | st.from_regex(r"\A[a-z]{0,6}:?[/\\]{0,3}[^ ]{0,40}\Z"))
def test_any_text_is_one_of_the_three(url: str) -> None:
    assert leads_to(url, CONTEXT) in ("other", "own", "share")


NOWHERE = ["here", "Here", "click here", "this post", "read more", "Read more\u2026", "this", "[1]",
           "\u2192", "1", "", "the full article", "More information here!", "link"]  # fmt: skip
SOMEWHERE = ["Marta Kowal's note", "guidance", "https://court.example/x", "www.court.example",
             "here is the judgment", "Read the costs rules", "RFC 9110"]  # fmt: skip


@pytest.mark.parametrize("text", NOWHERE)
def test_it_does_not_say_where(text: str) -> None:
    english = language("en")
    assert english
    assert not says_where(text, english.nowhere)


@pytest.mark.parametrize("text", SOMEWHERE)
def test_it_says_where(text: str) -> None:
    english = language("en")
    assert english
    assert says_where(text, english.nowhere)


FOREIGN = [("de", "hier"), ("fr", "cliquez ici"), ("es", "leer m\u00e1s"), ("de", "here"),
           ("fi", "here"), ("fi", "2")]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), FOREIGN)
def test_other_languages_say_nowhere_too(lang: str, text: str) -> None:
    (link,) = body(f"[{text}](https://court.example/x)", lang).links
    assert not link.says_where


def test_a_link_is_the_whole_construct_wherever_it_stands() -> None:
    facts = body(
        "> quoted [a brief](https://a.example) here\n\n"
        "| x | y |\n|---|---|\n| [b][ref] | 2 |\n\n- *[c](/c)*\n\n[ref]: https://b.example\n"
    )
    assert [(k.url, k.to, k.span.line, k.span.column, k.span.end_column) for k in facts.links] == [
        ("https://a.example", "other", 6, 10, 38),
        ("https://b.example", "other", 10, 3, 11),
        ("/c", "own", 12, 4, 11),
    ]


def test_the_sites_host_is_own_without_being_named() -> None:
    context = Context.of(Site(), from_mapping({"SITEURL": "https://notes.example"}, Path("/site")))
    assert leads_to("https://notes.example/x", context) == "own"
    assert leads_to("https://other.example/x", context) == "other"
