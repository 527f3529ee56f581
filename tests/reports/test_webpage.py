"""The page as HTML: sound, harmless, and complete in itself."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import timedelta
from hashlib import sha256

import html5lib
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.model import Report
from rapport.reports import FORMATS
from tests.reports.nouns import NOW, RULE, entry, finding, report, source, waiter

FULL = report(
    entry(
        "content/posts/crane.md",
        "The crane",
        "red",
        waiting=(waiter("Bo Lind", 9), waiter()),
        lang="en",
    ),
    entry("p2.md", "Tolls", date=NOW - timedelta(days=200), authors=("Jo Weir",), question="Who?",
          credited=("Ana",), comments=2),
    *(entry(f"q{n}.md", f"Q{n}", status="draft") for n in range(30)),
    findings=(finding(severity="error"), finding(path="content/people/ana.md")),
    rules=(RULE,),
    notes=("1 post is in a language nobody here knows.",),
)  # fmt: skip
HOSTILE = "</title></style><script>alert(1)</script><img src=x onerror=alert(2)>\"'{{ 7 * 7 }}&lt;"


def html(told: Report = FULL) -> str:
    return FORMATS["html"](told, source)


def soup(told: Report = FULL) -> BeautifulSoup:
    return BeautifulSoup(html(told), "html.parser")


@pytest.mark.parametrize(
    "told",
    [FULL, Report(), report(entry()), Report((finding(),), (), 1)],
    ids=["full", "nothing", "one post", "no entries"],
)
def test_the_page_is_sound_html(told: Report) -> None:
    shown = html(told)
    html5lib.HTMLParser(strict=True).parse(shown)
    assert shown.startswith("<!DOCTYPE html>\n")
    assert shown.endswith("</html>\n")


def test_every_part_is_there_and_every_link_inside_leads_somewhere() -> None:
    shown = soup()
    heads = [head.get_text() for head in shown.find_all("h2")]
    assert heads == [
        *("In figures", "Who waits for an answer", "Well done", "Over time", "By author"),
        *("Every post, the worst first", "Other files", "Why it matters"),
    ]
    assert (
        shown.h1.get_text()
        == "All posts name other people and credit them; 1 of 2 ask nothing specific."
    )  # type: ignore[union-attr]
    ids = [each["id"] for each in shown.find_all(id=True)]
    assert len(ids) == len(set(ids))
    links = {str(a["href"]) for a in shown.find_all("a")}
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert "#ASK101" in links


def test_a_picture_has_its_numbers_in_words_and_a_table_beside_it() -> None:
    shown = soup()
    pictures = shown.select("svg[role=img]")
    assert len(pictures) == 6
    for drawn in pictures:
        named = [shown.find(id=part) for part in str(drawn["aria-labelledby"]).split()]
        assert all(each is not None and each.get_text().strip() for each in named)
    assert "Q3 2025: 100%; Q1 2026: 0%" in pictures[0].get_text()
    rows = [[cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])]
            for row in shown.select("#time ~ details tbody tr")]  # fmt: skip
    assert rows[0][:3] == ["Q3 2025", "1", "100% 1 of 1"]
    assert rows[1] == ["Q4 2025", "0", *["– nothing to judge"] * 5]


def test_a_long_list_is_folded() -> None:
    folded = [each.get_text() for each in soup().select(".more > summary")]
    assert folded == ["The same as a table", "12 more, ever better"]


def test_the_page_needs_nothing_and_allows_nothing_but_its_style() -> None:
    shown = html()
    style = re.findall(r"<style>(.*?)</style>", shown, re.DOTALL)
    assert len(style) == 1
    mark = b64encode(sha256(style[0].encode()).digest()).decode()
    policy = soup().find("meta", {"http-equiv": "Content-Security-Policy"})["content"]  # type: ignore[index]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{mark}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"<script| style=| on\w+=|url\(|@import|https?:", shown)


def test_hostile_words_stay_words_wherever_they_stand() -> None:
    late = waiter(HOSTILE, path=HOSTILE, excerpt=HOSTILE)
    post = entry(
        HOSTILE, HOSTILE, authors=(HOSTILE, "Jo"), question=HOSTILE, credited=(HOSTILE,),
        lang=HOSTILE, waiting=(late,),
    )  # fmt: skip
    findings = (
        finding(message=HOSTILE, path=HOSTILE),
        finding(message=f"`{HOSTILE}`", path=f"{HOSTILE}.md", code=HOSTILE),
    )
    told = report(post, findings=findings, firm=HOSTILE, notes=(HOSTILE,))
    shown = FORMATS["html"](told, lambda _: f"{HOSTILE}\n" * 4)
    assert "49" not in re.sub(r"sha256-\S+", "", shown).replace("2026", "")
    html5lib.HTMLParser(strict=True).parse(shown)
    parsed = BeautifulSoup(shown, "html.parser")
    assert parsed.find_all(["script", "img"]) == []
    assert {
        name for tag in parsed.find_all(True) for name in tag.attrs if name[:2] == "on"
    } == set()
    assert parsed.get_text().count("<script>alert(1)</script>") > 8


@settings(deadline=None, max_examples=40)
@given(words=st.text())
def test_the_page_is_sound_whatever_a_title_says(words: str) -> None:
    html5lib.HTMLParser(strict=True).parse(
        html(report(entry(title=words, question=words, lang=words)))
    )
