"""In a build the rendered page is the judge, whatever plugins and settings make of it."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from rapport.building import Built, build
from rapport.cli.opening import open_site
from rapport.model import Facts
from tests.building.small_site import write_site
from tests.gold.labels import golds

POST = "content/posts/weirs.md"
TEXT = """
    Title: Weirs
    Date: 2026-03-06 09:00
    Author: Ida Brandt

    The weir's "old" keeper -- Ana Solis -- left. See [the toll]({filename}tolls.md) ...

    > Every weir has a keeper, and every keeper has a book of tolls.

    ![A weir]({static}/images/weir.svg "Photo: Ana Solis")

    [Her map](https://weirs.example/map) is new, thanks to @ana.[^1] Have you ever {{ verb }} one?

    [^1]: A note, with [a link](https://notes.example/).

    Tell us in the comments what it cost, and what you would do instead of paying it twice.
    """


def facts(folder: Path, plugin: str = "", conf: str = "") -> tuple[Facts, Facts]:
    """The facts of the post by a build and from the shell, on a site with a plugin of its own."""
    changes: dict[str, str | None] = {POST: TEXT}
    if plugin:
        (folder / "more").mkdir()
        (folder / "more" / "changing.py").write_text(textwrap.dedent(plugin), "utf-8")
        conf += '\nPLUGIN_PATHS = ["more"]\nPLUGINS = ["rapport", "changing"]\n'
    file = write_site(folder, changes, conf)
    return build(file).facts[POST], shell(file)[POST]


def shell(file: Path) -> dict[str, Facts]:
    opened = open_site(file)
    return opened.measured([post for post in opened.site.posts if post.markup == "markdown"])


def by_build(built: Built) -> dict[str, Facts]:
    return {path: each for path, each in built.facts.items() if path.endswith(".md")}


def test_a_build_and_the_shell_say_the_same_of_a_site(tmp_path: Path) -> None:
    file = write_site(tmp_path, {POST: TEXT})
    assert by_build(build(file)) == shell(file)


def test_and_of_the_gold_posts(tmp_path: Path) -> None:
    posts: dict[str, str | None] = {f"content/posts/{gold.name}.md": gold.text for gold in golds()}
    file = write_site(tmp_path, posts)
    found = by_build(build(file))
    assert len(found) > 20
    assert found == shell(file)


@pytest.mark.parametrize(
    "conf",
    [
        "SUMMARY_MAX_LENGTH = 3",
        "RELATIVE_URLS = True",
        'SITEURL = "https://quay.example"',
        'MARKDOWN = {"extensions": ["markdown.extensions.extra", "markdown.extensions.smarty"]}',
        'MARKDOWN = {"extensions": ["markdown.extensions.extra", "markdown.extensions.toc"],'
        ' "extension_configs": {"markdown.extensions.toc": {"permalink": True}}}',
    ],
)
def test_a_setting_takes_no_true_fact(tmp_path: Path, conf: str) -> None:
    by_page, by_source = facts(tmp_path, conf=conf)
    assert by_page == by_source
    assert (len(by_page.questions), len(by_page.links), len(by_page.images)) == (1, 3, 1)


ON_CONTENT = """
    from pelican import signals

    def change(content):
        content._content = changed(content._content or "")

    def register():
        signals.content_object_init.connect(change)
    """
# What the usual typographic filter writes: entities, spans, and spaces that do not break.
SMART = """
    def changed(html):
        html = html.replace("weir's", "weir&#8217;s").replace('"old"', "&#8220;old&#8221;")
        html = html.replace("...", "&#8230;").replace(" -- ", "&#8202;&#8212;&#8202;")
        return html.replace("twice.", '<span class="caps">twice</span>.').replace(
            "paying it", "paying&nbsp;it"
        )
    """
TEMPLATES = """
    def changed(html):
        return html.replace("{{ verb }}", "paid for")
    """
PICTURES = """
    def changed(html):
        return html.replace("{static}/images/weir.svg", "/derivatives/weir-480.webp").replace(
            '<img alt="A weir"', '<img loading="lazy" width="480" alt="A weir"'
        )
    """


@pytest.mark.parametrize(
    ("plugin", "written"),
    [(SMART, "weir&#8217;s"), (TEMPLATES, "paid for"), (PICTURES, "weir-480.webp")],
)
def test_a_plugin_that_changes_how_words_look_takes_no_true_fact(
    tmp_path: Path, plugin: str, written: str
) -> None:
    by_page, by_source = facts(tmp_path, ON_CONTENT + plugin)
    assert by_page == by_source
    assert written in (tmp_path / "output" / "weirs" / "index.html").read_text("utf-8")


READER = """
    from jinja2 import Environment
    from pelican import signals
    from pelican.readers import MarkdownReader

    class Filled(MarkdownReader):
        def read(self, path):
            html, metadata = super().read(path)
            return Environment().from_string(html).render(verb="crossed"), metadata

    def add(readers):
        readers.reader_classes["md"] = Filled

    def register():
        signals.readers_init.connect(add)
    """


def test_a_template_in_markdown_takes_no_true_fact(tmp_path: Path) -> None:
    by_page, by_source = facts(tmp_path, READER)
    assert by_page == by_source
    assert [question.text for question in by_page.questions] == ["Have you ever {{ verb }} one?"]


def test_what_a_plugin_takes_away_is_not_counted(tmp_path: Path) -> None:
    plugin = """
    def changed(html):
        start = html.find("<p><a href=\\"https://weirs.example/map")
        return html if start < 0 else html[:start] + html[html.index("</p>", start) + 4:]
    """
    by_page, by_source = facts(tmp_path, ON_CONTENT + plugin)
    assert len(by_source.questions) == 1
    assert by_page.questions == ()
    assert [link.text for link in by_page.links] == ["the toll", "a link"]
    assert [person.name for person in by_page.people] == ["Ana Solis"]


def test_what_a_plugin_cuts_differently_is_not_exact(tmp_path: Path) -> None:
    plugin = """
    def changed(html):
        return html.replace(" Have you", "</p><p>Have you")
    """
    by_page, by_source = facts(tmp_path, ON_CONTENT + plugin)
    assert [each.exact for each in by_source.questions] == [True]
    assert by_page.questions == tuple(each._replace(exact=False) for each in by_source.questions)
    assert by_page.people == by_source.people
