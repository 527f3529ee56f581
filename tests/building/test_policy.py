"""The policy of a published site: as strict as its pages allow, and never stricter."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.building import build
from rapport.building.policy import headers_text, policy_for
from tests.building.small_site import write_site

BASE = "https://quay.example/blog"
STRICT = (
    "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; connect-src 'self'; "
    "form-action 'self'; img-src 'self'; style-src 'self'"
)


def policy(page: str) -> dict[str, str]:
    rows = policy_for([page], BASE).text().split("; ")
    return {name: words for name, _, words in (row.partition(" ") for row in rows)}


def test_a_page_of_ours_needs_a_sheet_and_pictures() -> None:
    page = (
        '<link rel="stylesheet" href="/theme/a.css"><img src="/a.png">'
        '<link rel="canonical" href="https://else.example/"><a href="https://else.example/">x</a>'
        '<script type="application/ld+json">{}</script>'
    )
    assert policy_for([page], BASE).text() == STRICT


@pytest.mark.parametrize(
    ("page", "directive", "words"),
    [
        ("<img src=https://pics.example/a.png>", "img-src", "'self' https://pics.example"),
        ("<img src='//pics.example/a.png'>", "img-src", "'self' https://pics.example"),
        ("<img src='http://pics.example:8080/a'>", "img-src", "'self' http://pics.example:8080"),
        ("<img src='data:image/png;base64,x'>", "img-src", "'self' data:"),
        ("<img srcset='/a.png 1x, https://pics.example/b.png 2x'>", "img-src",
         "'self' https://pics.example"),
        ("<iframe src='https://film.example/1'></iframe>", "frame-src", "https://film.example"),
        ("<form action='https://form.example/in'>", "form-action", "'self' https://form.example"),
        ("<form action='mailto:talk@quay.example'>", "form-action", "'self'"),
        ("<p style='color:red'>", "style-src", "'self' 'unsafe-inline'"),
        ("<style>p{}</style>", "style-src", "'self' 'unsafe-inline'"),
        ("<script>count()</script>", "script-src", "'unsafe-inline'"),
        ("<script src='https://count.example/c.js'></script>", "script-src",
         "https://count.example"),
        ("<p onclick='x()'>", "script-src", "'unsafe-inline'"),
        ("<img src='https://quay.example/blog/a.png'>", "img-src", "'self'"),
        ("<img src='https://a.example; script-src *'>", "img-src", "'self'"),
        ("<p title=' style=x'>", "style-src", "'self'"),
        ("<p>a=\" b</p><p style=\"c\">d</p>", "style-src", "'self' 'unsafe-inline'"),
        ("<p title=\" style='x'\" style='color:red'>", "style-src", "'self' 'unsafe-inline'"),
    ],
)  # fmt: skip
def test_what_a_page_holds_is_allowed(page: str, directive: str, words: str) -> None:
    assert policy(page)[directive] == words


def test_a_published_site_has_it_and_a_local_one_has_not(tmp_path: Path) -> None:
    write_site(tmp_path)
    published = build(tmp_path / "publishconf.py", publish=True).output / "_headers"
    search = STRICT.replace(
        "style-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self'",
    )
    assert published.read_text("utf-8") == headers_text(policy_for([], BASE)).replace(
        policy_for([], BASE).text(), search
    )
    assert not (build(tmp_path / "pelicanconf.py").output / "_headers").exists()


def test_each_page_says_what_it_needs_and_the_host_what_any_does(tmp_path: Path) -> None:
    film = '<iframe title="Film" src="https://film.example/1"></iframe>'
    words = 'Have you seen http-equiv="Content-Security-Policy" in a page?'
    post = f"Title: A film\nDate: 2026-03-05\n\n{film}\n\n{words}\n"
    write_site(tmp_path)
    (tmp_path / "content/posts/film.md").write_text(post)
    output = build(tmp_path / "publishconf.py", publish=True).output
    mark = '<meta http-equiv="Content-Security-Policy" content="'
    own = {
        name: (output / name / "index.html").read_text("utf-8").partition(mark)[2].partition('"')[0]
        for name in ("", "a-film", "search", "people")
    }
    strict = STRICT.replace("frame-ancestors 'none'; ", "")
    assert own[""] == own["people"] == strict
    assert "frame-src https://film.example" in own["a-film"]
    assert "script-src 'self' 'wasm-unsafe-eval'" in own["search"]
    assert "script-src" not in own["a-film"]
    told = (output / "_headers").read_text("utf-8")
    assert "frame-src https://film.example" in told
    assert "script-src 'self' 'wasm-unsafe-eval'" in told
    assert (output / "a-film/index.html").read_text("utf-8").index(mark) < 200


def test_a_site_with_its_own_file_of_headers_says_all_itself(tmp_path: Path) -> None:
    write_site(tmp_path, conf="STATIC_PATHS = ['_headers']")
    (tmp_path / "content/_headers").write_text("/*\n  X-Frame-Options: DENY\n")
    output = build(tmp_path / "publishconf.py", publish=True).output
    assert "Content-Security-Policy" not in (output / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "words", ["onclick=x()", " onerror=alert(1) ", "a style=b onload=c", "x' onclick='y"]
)
def test_words_in_quotes_allow_nothing(words: str) -> None:
    page = f'<meta name="description" content="{words}"><a title="{words}">x</a><p>{words}</p>'
    assert policy_for([page], BASE).text() == STRICT
