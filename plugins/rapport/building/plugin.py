"""What Pelican calls: its signals in, plain calls out.

Which handlers Pelican guards was read in its source (4.12): what is raised while a file is read
(`content_object_init`) only drops that file, with exit code 0. So nothing is done there that may
fail, and what fails all the same is kept and raised at `all_generators_finalized`. Exceptions from
every other handler end the run.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

from rapport.building import markup
from rapport.building.configuring import configure
from rapport.building.feeds import keep_ids
from rapport.building.gathering import choose_articles, choose_pages
from rapport.building.guarding import last_look
from rapport.building.imaged import Places
from rapport.building.joining import begin, join, lacking
from rapport.building.look import check_files, dress_sheet, heavy_fonts
from rapport.building.pages import write_pages
from rapport.building.picturing import show_pictures
from rapport.building.policy import write_policies
from rapport.building.run import SETTINGS, Run, current, keep
from rapport.building.sifting import Sieve, sift
from rapport.people import link_handles
from rapport.translation import TRANSLATIONS

LOGGER = "rapport"
_log = logging.getLogger(LOGGER)
_TO_THE_AUDIT = re.compile(r"<!--\s*rapport:.*?-->", re.DOTALL)


def register() -> None:
    """Connect the handlers; doing it again changes nothing."""
    from pelican import signals  # noqa: PLC0415 - the package is imported without Pelican too

    for name, handler in _HANDLERS.items():
        getattr(signals, name).connect(handler)


def on_initialized(pelican: Any) -> None:
    """Settings are read, nothing else is."""
    configure(pelican)


def on_generator_init(generator: Any) -> None:
    """Each generator of a run, before it looks for files."""
    if getattr(generator, "path", None):
        posts = type(generator).__name__ == "ArticlesGenerator"
        sift(generator, Sieve(generator.settings[SETTINGS]), _unsaid if posts else _log.warning)


def _unsaid(_what: str) -> None:
    """A post that is left out is a finding, which says more."""


def on_article_generator_init(generator: Any) -> None:
    """The first of a run, which under `pelican -r` is not the first of Pelican."""
    run = begin(generator.settings)
    keep(generator.settings, run)
    keep(generator.context, run)


def on_content_object_init(content: Any) -> None:
    """A file has been read. Nothing may fail here: Pelican would drop the post and say nothing."""
    run = current(content.settings or {})
    html = content._content
    if run is None or not html:
        return
    try:
        content._content = _prepared(html, run, post=content.default_template == "article")
        if content._content != html:
            run.untouched[content.get_relative_source_path()] = html
    except Exception as fault:  # noqa: BLE001 - raised again where Pelican lets it through
        run.failures.append(fault)


def _prepared(html: str, run: Run, *, post: bool) -> str:
    """The text of a file as it is shown: tables aligned by class for a theme that knows the class.

    Of a post, with @handles linked and, but in the preview, no notes to the audit.
    """
    if run.theme.ours:
        html = markup.aligned(html)
    if post and "<!--" in html and not run.settings.preview:
        html = _TO_THE_AUDIT.sub("", html)
    return link_handles(html, run.roster) if post and "@" in html else html


def on_article_generator_pretaxonomy(generator: Any) -> None:
    """Every post has been read; topics and archives have not been made of them yet."""
    run = _run(generator)
    choose_articles(generator, run)
    run.lap("read posts")


def on_page_generator_finalized(generator: Any) -> None:
    """Every page has been read; files to copy have not been looked for yet."""
    choose_pages(generator, _run(generator))


def on_all_generators_finalized(generators: list[Any]) -> None:
    """Everything has been read, nothing has been written."""
    run = _run(generators[0])
    run.lap("read pages and files")
    join(generators, run)
    run.contents = tuple(filter(None, generators[0].context["generated_content"].values()))
    for missing in lacking(generators[0].context):
        _log.warning("%s", missing)
    for heavy in heavy_fonts(run.settings):
        _log.warning("%s", heavy)
    for language in sorted(run.catalogues.unknown):
        _log.warning(
            "The pages in %s have our words in English: there is no %s/%s.po yet. docs/theme.md "
            "says how to write one.",
            language,
            TRANSLATIONS,
            language,
        )


def on_article_writer_finalized(generator: Any, writer: Any) -> None:
    """The posts and their lists have been written."""
    run = _run(generator)
    run.lap("write posts and lists")
    write_pages(generator, writer, run)
    run.lap("write conversations, people, feeds")


def on_written(path: str, context: Any = None, feed: Any = None) -> None:  # noqa: ARG001 - Pelican's signature
    """A page or a feed has been written."""
    run = current(context or {})
    if run is not None:
        run.written.append(Path(path))


def on_feed_generated(context: Any, feed: Any) -> None:
    """One of Pelican's own feeds is whole and not written yet."""
    run = current(context)
    if run is not None:
        keep_ids(feed, run.kept_ids)


def on_finalized(pelican: Any) -> None:
    """Everything has been written: one last look, and one line."""
    run = _run(pelican)
    output, base = Path(pelican.output_path), str(pelican.settings["SITEURL"])
    dress_sheet(run.settings, pelican.settings, output)
    check_files(run.settings, output)
    run.lap("copy files")
    places = Places.of_site(run.contents, run.facts, run.settings)
    show_pictures(run, places, output, base)
    run.lap("make pictures")
    if base and not run.settings.preview:
        write_policies(run.written, output, base)
    last_look(run.guarded, pelican.output_path)
    run.lap("look for leaks")
    run.finished = True
    _log.log(*_summary(run))


def _run(holder: Any) -> Run:
    run = current(holder.settings)
    if run is None:
        raise RuntimeError("a signal of a run that has not begun")
    return run


def _summary(run: Run) -> tuple[int, str]:
    faults = sum(each.severity == "error" for each in run.site.problems)
    comments = sum(each.view.thread.count for each in run.posts if each.leads)
    waiting = sum(len(each.thread.waiting) for each in run.posts if each.leads)
    counts = (
        f"Rapport: {_number(len(run.posts), 'post')}, {_number(comments, 'comment')}, {waiting} "
        "waiting for an answer"
    )
    if faults:
        return logging.ERROR, f"{counts}; {_number(faults, 'fault')}: `rapport audit` has more."
    if run.report.findings:
        return logging.WARNING, f"{counts}; `rapport audit` has something to say."
    return logging.INFO, f"{counts}."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


_HANDLERS = {
    "initialized": on_initialized,
    "generator_init": on_generator_init,
    "article_generator_init": on_article_generator_init,
    "content_object_init": on_content_object_init,
    "article_generator_pretaxonomy": on_article_generator_pretaxonomy,
    "page_generator_finalized": on_page_generator_finalized,
    "all_generators_finalized": on_all_generators_finalized,
    "article_writer_finalized": on_article_writer_finalized,
    "content_written": on_written,
    "feed_generated": on_feed_generated,
    "feed_written": on_written,
    "finalized": on_finalized,
}
