"""What a build makes, finds and refuses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rapport.building import Built, build
from rapport.errors import BuildError, SettingsError, UsageError
from tests.building.small_site import NEVER, TWICE, broken_links, tree, tree_hash, write_site

PAGES = {
    *("index.html", "posts/index.html", "topics/index.html", "topics/rivers/index.html"),
    *("topics/tolls/index.html", "who-pays-the-toll-why/index.html", "locks/index.html"),
    *("de/who-pays-the-toll-why/index.html", "ferry/index.html", "an-aside/index.html"),
    *("about/index.html", "conversations/index.html", "people/index.html", "thanks/index.html"),
    "search/index.html",
    *("people/ida/index.html", "people/tom/index.html", "people/ana/index.html"),
    *("people/noor/index.html", "404.html"),
}


def page(output: Path, name: str) -> str:
    return (output / name / "index.html").read_text("utf-8")


def test_every_page_is_there_and_no_other(built: Built) -> None:
    names = set(tree(built.output))
    assert {name for name in names if name.endswith(".html")} == PAGES
    assert built.pages == len(PAGES)
    assert {"images/weir.svg", "theme/css/rapport.css", "feeds/posts.atom.xml"} <= names
    assert "feeds/conversation/who-pays-the-toll-why.atom.xml" in names


def test_what_was_found_is_returned(built: Built) -> None:
    assert built.swapped
    assert built.faults == ()
    assert built.messages == ()
    assert len(built.site.posts) == 6
    assert {lights.path for lights in built.report.lights} >= {"content/posts/tolls.md"}
    assert built.facts["content/posts/tolls.md"].words > 20
    assert next(iter(built.seconds)) == "start"
    assert list(built.seconds)[-1] == "swap"


def test_nothing_of_the_making_is_left(built: Built) -> None:
    names = {path.name for path in built.output.parent.iterdir()}
    assert names == {"pelicanconf.py", "publishconf.py", "content", "output"}


def test_the_page_of_a_post_holds_text_thread_and_thanks(output: Path) -> None:
    text = page(output, "who-pays-the-toll-why")
    assert '<h1 class="p-name">Who pays the toll &amp; why</h1>' in text
    assert '<a class="h-card" href="https://weirs.example" dir="auto">@ana</a>' in text
    assert "Twice, in one <strong>week</strong>" in text
    assert "drew the map of the weirs" in text
    assert f'href="/who-pays-the-toll-why/#c-{TWICE}"' in text
    assert "the fee of April" in text
    assert text.index("The toll was lifted") < text.index('<ol class="thread"')


def test_what_a_reader_wrote_runs_nowhere(output: Path) -> None:
    for path in output.rglob("*.html"):
        assert "<script" not in path.read_text("utf-8").casefold()
    assert "Passer &lt;b&gt;By&lt;/b&gt;" in page(output, "who-pays-the-toll-why")


def test_titles_are_text_or_what_their_reader_made_of_them(output: Path) -> None:
    assert '<h1 class="p-name">Locks &amp; <em>gates</em></h1>' in page(output, "locks")
    assert '<h1 class="p-name">The ferry &amp; the fog</h1>' in page(output, "ferry")
    assert "About us &amp; the quay" in page(output, "about")
    assert "&amp;amp;" not in "".join(p.read_text("utf-8") for p in output.rglob("*.html"))


def test_notes_to_the_audit_stay_behind(output: Path) -> None:
    everything = b"".join(tree(output).values())
    assert b"rapport: ignore" not in everything
    assert b"only on paper" not in everything


def test_a_prompt_and_a_successor_are_linked(output: Path) -> None:
    assert f"/who-pays-the-toll-why/#c-{TWICE}" in page(output, "locks")
    assert re.search(r'href="/locks/">Locks &amp; gates</a>', page(output, "ferry"))


def test_a_hidden_post_is_written_and_nowhere_named(output: Path) -> None:
    assert "Only who has the address" in page(output, "an-aside")
    others = [path for path in output.rglob("*.*") if "an-aside" not in path.as_posix()]
    assert not any(b"an-aside" in path.read_bytes() for path in others)
    assert not (output / "topics" / "asides").exists()


def test_translations_share_a_thread_and_the_original_has_its_address(output: Path) -> None:
    german = page(output, "de/who-pays-the-toll-why")
    assert f'id="c-{TWICE}"' in german
    assert f'href="/de/who-pays-the-toll-why/#c-{TWICE}"' in german
    assert f'href="/who-pays-the-toll-why/#c-{TWICE}"' in page(output, "people/noor")
    assert (output / "conversations" / "index.html").read_text("utf-8").count("Twice, in one") <= 1


def test_languages_may_talk_apart(tmp_path: Path) -> None:
    done = build(write_site(tmp_path, conf='RAPPORT_THREADS = "language"'))
    assert f'id="c-{TWICE}"' in page(done.output, "who-pays-the-toll-why")
    assert f'id="c-{TWICE}"' not in page(done.output, "de/who-pays-the-toll-why")
    feeds = {path.name for path in (done.output / "feeds" / "conversation").iterdir()}
    assert {"who-pays-the-toll-why.en.atom.xml", "who-pays-the-toll-why.de.atom.xml"} <= feeds


def test_a_second_build_takes_the_place_of_the_first(tmp_path: Path) -> None:
    conf = write_site(tmp_path)
    first = tree(build(conf).output)
    (tmp_path / "content" / "posts" / "ferry.html").unlink()
    (tmp_path / "content" / "posts" / "locks.rst").unlink()
    (tmp_path / "content" / "comments" / "locks" / f"{NEVER}.md").unlink()
    second = tree(build(conf).output)
    assert "ferry/index.html" in first
    assert "ferry/index.html" not in second
    assert list(broken_links(tmp_path / "output", "https://quay.example")) == []


def test_a_site_without_posts_is_wrong_use(tmp_path: Path) -> None:
    for folder in ("posts", "comments"):
        (tmp_path / "content" / folder).mkdir(parents=True)
    nothing = dict.fromkeys(_under("content/posts", "content/comments"))
    conf = write_site(tmp_path, nothing)
    with pytest.raises(UsageError, match=r"no posts in .*content.*ARTICLE_PATHS"):
        build(conf)
    assert not (tmp_path / "output").exists()


def test_a_site_of_drafts_alone_can_only_be_previewed(tmp_path: Path) -> None:
    nothing = dict.fromkeys(_under("content/posts", "content/comments"))
    draft = {"content/posts/plan.md": "Title: A plan\nAuthor: Ida Brandt\nStatus: draft\n\nSoon.\n"}
    conf = write_site(tmp_path, nothing | draft)
    with pytest.raises(UsageError, match="is a draft"):
        build(conf)
    assert "A plan" in page(build(conf, preview=True).output, "desk")


def _under(*folders: str) -> list[str]:
    from tests.building.small_site import SITE

    return [name for name in SITE if name.startswith(folders)]


# --- faults in headers and files ------------------------------------------------------------------

FAULTY = {
    "content/posts/undated.md": "Title: No day\nAuthor: Ida Brandt\n\nWords.\n",
    "content/posts/status.md": """
        Title: Odd
        Date: 2026-01-01
        Author: Ida Brandt
        Status: publshed

        Words.
        """,
    "content/pages/untitled.md": "Slug: untitled\n\nA page that Pelican drops.\n",
}


def test_faults_are_reported_and_the_rest_is_built(tmp_path: Path) -> None:
    done = build(write_site(tmp_path, FAULTY))
    found = {fault.path: fault for fault in done.faults}
    assert set(found) == set(FAULTY)
    assert "no date" in found["content/posts/undated.md"].message
    assert found["content/posts/status.md"].span.line == 4
    assert "'title'" in found["content/pages/untitled.md"].message
    assert done.swapped
    assert (done.output / "index.html").is_file()


def test_publishing_refuses_faults_and_touches_nothing(tmp_path: Path) -> None:
    write_site(tmp_path)
    publish = tmp_path / "publishconf.py"
    before = tree_hash(build(publish, publish=True).output)
    write_site(tmp_path, FAULTY)
    done = build(publish, publish=True)
    assert not done.swapped
    assert len(done.faults) == 3
    assert tree_hash(tmp_path / "output") == before
    assert {path.name for path in tmp_path.iterdir() if path.name.startswith(".")} <= {".rapport"}


def test_a_post_that_only_its_reader_refuses_is_named_with_the_reason(tmp_path: Path) -> None:
    broken = {
        "content/posts/mark.rst": """
            A title
            #######

            :date: 2026-01-02
            :author: Ida Brandt

            Words with an `unknown`_ target.
            """
    }
    done = build(write_site(tmp_path, broken))
    (fault,) = done.faults
    assert fault.code == "CFG902"
    assert fault.path == "content/posts/mark.rst"
    assert "Unknown target name" in fault.message
    assert done.messages == ()


def test_a_file_that_only_pelican_reads_is_left_out_and_named(tmp_path: Path) -> None:
    plugin = """
        from pelican import signals
        from pelican.readers import BaseReader

        class Odd(BaseReader):
            file_extensions = ["odd"]
            def read(self, path):
                date = self.process_metadata("date", "2026-01-01")
                return "words", {"title": "Odd", "date": date}

        def add(readers):
            readers.reader_classes["odd"] = Odd

        def register():
            signals.readers_init.connect(add)
        """
    conf = write_site(
        tmp_path,
        {"more/odd_reader.py": plugin, "content/posts/strange.odd": "odd\n"},
        'PLUGIN_PATHS = ["more"]\nPLUGINS = ["odd_reader", "rapport"]',
    )
    done = build(conf)
    (fault,) = done.faults
    assert fault.path == "content/posts/strange.odd"
    assert "Rapport does not" in fault.message
    assert not (done.output / "odd").exists()


def test_two_posts_for_one_page_leave_one_and_a_fault(tmp_path: Path) -> None:
    twin = """
        Title: The other lock
        Date: 2026-02-03
        Author: Ida Brandt
        Slug: locks

        Another lock.
        """
    done = build(write_site(tmp_path, {"content/posts/z-twin.md": twin}))
    assert [fault.code for fault in done.faults] == ["CFG907"]
    assert "A lock is a room for water" in page(done.output, "locks")
    assert b"Another lock." not in b"".join(tree(done.output).values())


def test_a_post_that_is_not_utf_8_is_a_fault_with_its_line(tmp_path: Path) -> None:
    conf = write_site(tmp_path)
    odd = tmp_path / "content" / "posts" / "latin.md"
    odd.write_bytes("Title: Fähre\nDate: 2026-01-01\n\nWords\n".encode("latin-1"))
    done = build(conf)
    (fault,) = done.faults
    assert (fault.code, fault.path, fault.span.line) == ("CFG901", "content/posts/latin.md", 1)


def test_crlf_and_a_byte_order_mark_make_no_difference(tmp_path: Path, output: Path) -> None:
    conf = write_site(tmp_path)
    for path in (tmp_path / "content").rglob("*.md"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert tree(build(conf).output) == tree(output)


def test_a_post_of_five_megabytes_is_a_page(tmp_path: Path) -> None:
    words = ("The barge carried gravel past the mill, and nobody counted. " * 20 + "\n\n") * 4_300
    header = "Title: Long\nDate: 2026-01-01\nAuthor: Ida Brandt\n\n"
    done = build(write_site(tmp_path, {"content/posts/long.md": header + words}))
    assert done.faults == ()
    assert (done.output / "long" / "index.html").stat().st_size > 5_000_000


# --- settings, plugins, templates -----------------------------------------------------------------


def test_settings_that_are_not_python_are_named_with_their_line(tmp_path: Path) -> None:
    conf = write_site(tmp_path, conf="THIS IS = not")
    with pytest.raises(SettingsError, match=r"pelicanconf\.py:\d+: this is not valid Python"):
        build(conf)


def test_settings_that_fail_are_named_with_their_line(tmp_path: Path) -> None:
    conf = write_site(tmp_path, conf="X = 1 / 0")
    with pytest.raises(SettingsError, match=r"pelicanconf\.py:\d+: ZeroDivisionError"):
        build(conf)


@pytest.mark.parametrize(
    ("conf", "message"),
    [
        ('PATH = "words"', "path containing the content"),
        ('THEME = "thme"', "Could not find the theme"),
        ("RAPPORT_ANSWR_DAYS = 3", "Did you mean RAPPORT_ANSWER_DAYS"),
        ('PLUGINS = ["os"]', "Cannot register plugin|does not name"),
        ("PLUGINS = []", 'does not name "rapport"'),
        ('OUTPUT_PATH = "."', "take the place of all that is in it"),
        ('OUTPUT_PATH = "content"', "take the place of all that is in it"),
        ('OUTPUT_PATH = "/"', "take the place of all that is in it"),
        ("raise SystemExit(5)", "SystemExit: 5"),
        ('RAPPORT_PRIVATE_PATH = "output/private"', "take the place|would be published"),
        ('RAPPORT_PRIVATE_PATH = "."', "holds the whole site"),
        ("OUTPUT_SOURCES = True", "OUTPUT_SOURCES"),
        (
            'CACHE_CONTENT = True\nCONTENT_CACHING_LAYER = "generator"',
            "CONTENT_CACHING_LAYER",
        ),
    ],
)
def test_settings_that_would_do_harm_are_refused(tmp_path: Path, conf: str, message: str) -> None:
    file = write_site(tmp_path, conf=conf)
    before = tree(tmp_path)
    with pytest.raises((SettingsError, BuildError), match=message):
        build(file)
    assert tree(tmp_path) == before


def test_a_settings_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no settings file"):
        build(tmp_path / "pelicanconf.py")


def test_a_plugin_that_pelican_cannot_load_ends_the_build(tmp_path: Path) -> None:
    conf = write_site(tmp_path, conf='PLUGINS = ["rapport", "no_such_plugin"]')
    with pytest.raises(BuildError, match="Cannot load plugin `no_such_plugin`"):
        build(conf)


def test_a_plugin_that_cannot_register_ends_the_build_with_the_reason(tmp_path: Path) -> None:
    plugin = "def register():\n    raise ValueError('no key')\n"
    conf = write_site(
        tmp_path,
        {"more/fragile.py": plugin},
        'PLUGIN_PATHS = ["more"]\nPLUGINS = ["fragile", "rapport"]',
    )
    with pytest.raises(BuildError, match=r"fragile.*ValueError: no key"):
        build(conf)


def test_a_plugin_that_fails_later_is_named(tmp_path: Path) -> None:
    plugin = """
        from pelican import signals

        def stop(generator):
            raise KeyError("tide")

        def register():
            signals.article_generator_finalized.connect(stop)
        """
    conf = write_site(
        tmp_path,
        {"more/tidal.py": plugin},
        'PLUGIN_PATHS = ["more"]\nPLUGINS = ["rapport", "tidal"]',
    )
    with pytest.raises(BuildError, match=r"plugin tidal failed in line 4 of .*tidal\.py: KeyError"):
        build(conf)


def test_an_undefined_variable_ends_the_build_with_template_and_line(tmp_path: Path) -> None:
    conf = write_site(
        tmp_path,
        {"mine/base.html": '{% extends "!theme/base.html" %}\n\n{% block footer %}\n{{ tide }}\n'
         "{% endblock %}\n"},
        'THEME_TEMPLATES_OVERRIDES = ["mine"]',
    )  # fmt: skip
    write_site(tmp_path, conf=f"THEME_TEMPLATES_OVERRIDES = [{str(tmp_path / 'mine')!r}]")
    with pytest.raises(BuildError, match=r"^mine/base\.html:4: .*'tide' is undefined"):
        build(conf)
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{% if %}", r"mine/404\.html:1: .*[Ee]xpected"),
        ("{% include 'no-such.html' %}", r"no-such\.html"),
        ("{{ 3|day }}", r"mine/404\.html:1: .*AttributeError"),
        ("{{ rapport.tide }}", r"mine/404\.html:1: .*has no attribute 'tide'"),
    ],
)
def test_every_fault_of_a_template_is_a_build_error(
    tmp_path: Path, template: str, message: str
) -> None:
    overrides = f"THEME_TEMPLATES_OVERRIDES = [{str(tmp_path / 'mine')!r}]"
    conf = write_site(tmp_path, {"mine/404.html": template}, overrides)
    with pytest.raises(BuildError, match=message):
        build(conf)


def test_two_things_for_one_page_end_the_build_by_name(tmp_path: Path) -> None:
    people = "Title: Us\nSlug: people\n\nOur people.\n"
    conf = write_site(tmp_path, {"content/pages/people.md": people})
    with pytest.raises(BuildError, match=r"Two things would be written to people/index\.html"):
        build(conf)


def test_a_linked_file_that_is_missing_is_said(tmp_path: Path) -> None:
    text = "Title: Us\nSlug: us\n\n[Paper]({static}/papers/none.pdf), [gone]({filename}/nope.md)\n"
    done = build(write_site(tmp_path, {"content/pages/us.md": text}))
    said = " ".join(message.text for message in done.messages)
    assert "papers/none.pdf is linked to, and there is no such file" in said
    assert "Unable to find '/nope.md'" in said


def test_another_theme_keeps_pelicans_ways_and_gets_no_pages_of_ours(tmp_path: Path) -> None:
    conf = write_site(tmp_path, conf='THEME = "simple"\nDIRECT_TEMPLATES = ["index", "archives"]')
    done = build(conf)
    names = set(tree(done.output))
    assert "who-pays-the-toll-why/index.html" in names
    assert "conversations/index.html" not in names
    assert "feeds/conversation.atom.xml" in names
    assert "Wer den Zoll" in page(done.output, "de/who-pays-the-toll-why")


def test_pelicans_cache_is_left_alone(tmp_path: Path) -> None:
    """It would hold what cannot be kept, be cut short, and stop the next build."""
    conf = write_site(tmp_path, conf="CACHE_CONTENT = LOAD_CONTENT_CACHE = True")
    first = build(conf)
    assert first.messages == ()
    before = tree(first.output)
    assert tree(build(conf).output) == before


def test_a_byte_order_mark_means_nothing_in_any_markup(tmp_path: Path) -> None:
    conf = write_site(tmp_path)
    before = tree(build(conf).output)
    for post in (tmp_path / "content" / "posts").iterdir():
        post.write_bytes(b"\xef\xbb\xbf" + post.read_bytes())
    built = build(conf)
    assert built.faults == ()
    assert tree(built.output) == before


def test_relative_urls_lead_to_the_feeds_too(tmp_path: Path) -> None:
    built = build(write_site(tmp_path, conf="RELATIVE_URLS = True"))
    assert 'href="./feeds/posts.atom.xml"' in (built.output / "index.html").read_text("utf-8")
