"""The panel over a post, and its marks in the text: in the preview, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from rapport.audit import RULES
from rapport.building import Built, build
from tests.building.small_site import broken_links, tree, write_site
from tests.theme.document import elements, lenient, of_class, text

SELLING = """
    Title: Why us
    Date: 2026-03-07 09:00
    Author: Ida Brandt

    We are the leading firm on the *whole* river & its banks. Maria Keller says so in
    [a note](https://keller.example/weirs). Jonas Weber agrees.

    The water was high.

    > A quotation of more than six words that nobody has ever said.

    Then it fell.

    Call us [today for a **free** consultation](https://quay.example/call)! What do you think?

    ![A weir]({static}/images/weir.svg)
    """
DRAFT = SELLING.replace("Title: Why us", "Title: Why not us\n    Status: draft")
RST = """
    Why rivers
    ##########

    :date: 2026-03-08 10:00
    :author: Ida Brandt
    :slug: rivers

    We are the leading firm on the whole river. Call us today for a free consultation!
    """
ASKED = "01jqm5f0000000000000000009"
LATE = {
    f"content/comments/why-us/{ASKED}.md": """
        Author: Noor <i>Haddad</i>
        Date: 2026-03-07 12:00+00:00

        What does it cost, if I may ask?
        """
}
MORE: dict[str, str | None] = {
    "content/posts/why-us.md": SELLING,
    "content/posts/why-not-us.md": DRAFT,
    "content/posts/rivers.rst": RST,
    **LATE,
}


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(write_site(tmp_path_factory.mktemp("panels"), MORE), preview=True)


def page(built: Built, name: str = "why-us") -> str:
    return (built.output / name / "index.html").read_text("utf-8")


def read(built: Built, name: str = "why-us") -> Element:
    return lenient(page(built, name))


def codes(built: Built, path: str) -> list[str]:
    return [each.code for each in built.report.findings if each.path.endswith(path)]


def one(tree_: Element, name: str) -> Element:
    [found] = of_class(tree_, name)
    return found


def marks(tree_: Element) -> dict[str, str]:
    """The words that are marked, by the number of the finding that begins there."""
    return {
        each.get("id", "")[5:]: text(each) for each in of_class(tree_, "found") if each.get("id")
    }


def test_every_finding_of_the_post_and_its_comments_is_told(shown: Built) -> None:
    found = codes(shown, "posts/why-us.md") + codes(shown, f"{ASKED}.md")
    assert len(found) >= 6
    assert "TLK501" in found
    panel = one(read(shown), "panel")
    assert len(of_class(panel, "finding")) == len(found)
    told = text(panel)
    for code in found:
        assert code in told
    for finding in shown.report.findings:
        if finding.path.endswith("posts/why-us.md"):
            assert " ".join(finding.message.replace("`", "").split()) in told


def test_errors_come_first_and_levels_are_words(shown: Built) -> None:
    panel = one(read(shown, "rivers"), "panel")
    levels = [text(each).split()[-1] for each in of_class(panel, "rule-line")]
    assert levels == sorted(levels, key=("error", "warning").index)
    assert {"error", "warning"} == set(levels)
    lights = text(one(panel, "lights"))
    assert "ask poor" in lights
    assert "answer not judged" in lights
    assert not re.search(r"\b(red|green|amber|grey)\b", lights)


def test_the_words_are_marked_across_tags_and_entities(shown: Built) -> None:
    tree_ = read(shown)
    html = page(shown)
    found = marks(tree_)
    assert "Jonas Weber" in found.values()
    assert "What do you think?" in found.values()
    assert "A quotation of more than six words that nobody has ever said." in found.values()
    number = next(key for key, words in found.items() if words.startswith("We are the leading"))
    assert f'id="mark-{number}">We are the leading firm on the </mark><em><mark' in html
    assert '</em><mark class="found"> river &amp; its banks.</mark>' in html
    assert '<mark class="found">free</mark></strong>' in html
    assert re.search(r'<mark class="found" id="mark-\d+"><img [^>]*alt="A weir"[^>]*></mark>', html)


def test_every_mark_leads_to_its_finding_and_back(shown: Built) -> None:
    tree_ = read(shown)
    words, panel = one(tree_, "words"), one(tree_, "panel")
    there = {a.get("href") for a in elements(panel, "a")}
    back = {a.get("href") for a in elements(words, "a")}
    ids = {each.get("id") for each in elements(tree_)}
    found = marks(tree_)
    assert len(found) >= 5
    for number in found:
        assert f"#mark-{number}" in there
        assert f"#finding-{number}" in back
        assert f"finding-{number}" in ids


def test_a_finding_about_a_comment_leads_to_the_comment(shown: Built) -> None:
    panel = one(read(shown), "panel")
    [link] = [a for a in elements(panel, "a") if a.get("href") == f"#c-{ASKED}"]
    assert text(link) == "Comment by Noor <i>Haddad</i>"


def test_a_finding_about_the_whole_post_says_so(shown: Built) -> None:
    [told] = [
        each
        for each in of_class(one(read(shown, "rivers"), "panel"), "advice")
        if "ASK101" in text(each)
    ]
    assert text(of_class(told, "finding")[0]) == "1 The whole post"
    assert list(elements(of_class(told, "finding")[0], "a")) == []


def test_a_post_that_is_not_markdown_has_lines_and_no_marks(shown: Built) -> None:
    tree_ = read(shown, "rivers")
    assert marks(tree_) == {}
    assert "Line 8" in text(one(tree_, "panel"))


def test_a_draft_is_told_as_well(shown: Built) -> None:
    tree_ = read(shown, "drafts/why-not-us")
    assert "Jonas Weber" in marks(tree_).values()
    assert "SEL401" in text(one(tree_, "panel"))


def test_what_counted_is_told_with_its_lines(shown: Built) -> None:
    counted = text(one(one(read(shown), "panel"), "counted"))
    assert "1 question to readers, 1 person credited, 1 link out" in counted
    assert "Line 14: What do you think?" in counted
    assert "Line 5: Maria Keller" in counted
    assert "Line 6: a note https://keller.example/weirs" in counted


def test_a_post_without_fault_has_nothing_to_mend(tmp_path: Path) -> None:
    good = """
        Title: Good
        Date: 2026-03-07 09:00
        Author: Ida Brandt

        [Maria Keller](https://keller.example/weirs) has counted the weirs.

        Which of them have you seen fail, and what did it cost you?
        """
    built = build(write_site(tmp_path, {"content/posts/good.md": good}), preview=True)
    tree_ = read(built, "good")
    assert "Nothing to mend." in text(one(tree_, "panel"))
    assert marks(tree_) == {}


def test_each_finding_leads_to_its_rules_page(shown: Built) -> None:
    links = {
        a.get("href") for each in of_class(read(shown), "rule-line") for a in elements(each, "a")
    }
    assert "/rapport/rules/#peo202" in links
    manual = lenient(page(shown, "rapport/rules"))
    ids = {each.get("id") for each in elements(manual)}
    assert {rule.code.lower() for rule in RULES} <= ids
    assert list(broken_links(shown.output, "http://127.0.0.1:8000")) == []


def test_a_published_site_has_none_of_it(tmp_path: Path) -> None:
    """Its bytes are the same whether there has been a preview or not."""
    conf = write_site(tmp_path, MORE)
    before = tree(build(conf).output)
    build(conf, preview=True)
    assert tree(build(conf).output) == before
    assert not [name for name in before if "preview" in name or name.startswith("rapport")]
    for name, data in before.items():
        for sign in (b'"found', b"mark-1", b"finding-1", b"preview.css", b'class="panel"'):
            assert sign not in data, name


def test_a_build_does_not_even_ask_for_panels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    conf = write_site(tmp_path, MORE)
    before = tree(build(conf).output)

    def fail(*_given: Any) -> None:
        raise AssertionError("a panel in a published site")

    monkeypatch.setattr("rapport.building.posts.Panels", fail)
    monkeypatch.setattr("rapport.building.panels.marked", fail)
    assert tree(build(conf).output) == before


def test_without_its_marks_the_text_is_the_published_one(tmp_path: Path) -> None:
    conf = write_site(tmp_path, MORE)
    ours = re.compile(r'<mark class="found"[^>]*>|</mark>|<sup class="found-note">.*?</sup>')
    words = re.compile(r'<div class="words.*?</div>', re.DOTALL)
    public = words.findall(page(build(conf)))
    preview = words.findall(page(build(conf, preview=True)))
    assert ours.search(preview[0])
    assert [ours.sub("", each) for each in preview] == public


def test_feeds_and_lists_of_the_preview_have_no_marks(shown: Built) -> None:
    for path in shown.output.rglob("*"):
        if path.is_file() and "mark-1" in path.read_text("utf-8", "replace"):
            assert 'class="panel"' in path.read_text("utf-8"), path


def test_addresses_relative_to_each_page_change_nothing(tmp_path: Path) -> None:
    built = build(write_site(tmp_path, MORE, "RELATIVE_URLS = True"), preview=True)
    tree_ = read(built)
    assert "What do you think?" in marks(tree_).values()
    html = page(built)
    assert 'src="../images/weir.svg"' in html
    assert 'href="../theme/css/preview.css"' in html
    assert 'href="../rapport/rules/#peo202"' in html


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    post = """
        Title: Hostile
        Date: 2026-03-07 09:00
        Author: Ida Brandt

        [here](https://x.example/?a="><script>alert(1)</script>) and
        [here](https://y.example/ "<b>") says `<script>alert(2)</script>` &lt;script&gt;. Have you?
        """
    built = build(write_site(tmp_path, {"content/posts/hostile.md": post}), preview=True)
    panel = one(read(built, "hostile"), "panel")
    assert {each.tag for each in elements(panel)} <= {
        *("aside", "h2", "h3", "dl", "div", "dt", "dd", "p", "a", "span", "ol", "ul", "li", "b"),
        *("q", "details", "summary", "code"),
    }


def test_a_theme_of_somebody_elses_is_left_alone(tmp_path: Path) -> None:
    """It has no sheet for the preview and no page for the rules, and no template asks for them."""
    theme = tmp_path / "plain" / "templates"
    theme.mkdir(parents=True)
    (theme / "article.html").write_text("{{ article.title }}: {{ article.content }}")
    built = build(write_site(tmp_path, MORE, 'THEME = "plain"'), preview=True)
    assert "<mark" not in page(built)
    assert not (built.output / "rapport").exists()
