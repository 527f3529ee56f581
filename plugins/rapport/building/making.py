"""The whole site, built beside the old one and swapped in."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

from rapport.building.configuring import exclude
from rapport.building.faults import build_fault, settings_fault
from rapport.building.messages import Message, Messages
from rapport.building.packing import check_packing, pack
from rapport.building.paths import settle
from rapport.building.process import borrowed
from rapport.building.run import REASONS, SETTINGS, TELL, Run, current
from rapport.building.searching import write_index
from rapport.building.staging import carry_over, check_output, check_written, place_for, staged
from rapport.building.telling import Tell, say_nothing
from rapport.building.theme import worn
from rapport.errors import BuildError, SettingsError, UsageError, interrupted
from rapport.model import Facts, Finding, Report, Site
from rapport.settings import Settings, from_mapping
from rapport.sources import WAITING_FEED, owed_feed
from rapport.store import Unwritable, keep_from_git, locked, recover, swap, write_text
from rapport.translation import TRANSLATIONS

_MOST = 20


@dataclass(frozen=True, slots=True)
class Built:
    """What one build found and made.

    `faults` are the errors in headers and files that were found: the rest was built. `swapped` says
    whether the site stands at `output` now; it does not when a build for publishing met faults.
    `messages` are what Pelican and its plugins had to say, `seconds` what each step took,
    `pictures` how many had to be made, since the cache did not have them.
    """

    site: Site
    report: Report
    facts: Mapping[str, Facts]
    output: Path
    faults: tuple[Finding, ...]
    swapped: bool
    messages: tuple[Message, ...]
    pages: int
    seconds: Mapping[str, float]
    pictures: int = 0


def build(
    settings_file: Path,
    *,
    publish: bool = False,
    preview: bool = False,
    tell: Tell = say_nothing,
) -> Built:
    """Build the site of a settings file and put it where OUTPUT_PATH says.

    The old site stays, byte for byte, until the new one is whole. With `publish` nothing is put
    there while a header or a file is at fault. With `preview` the site goes to the private folder
    instead, with drafts, desk and audit, and links from the root of whoever serves it. `tell` hears
    what takes long, how much of it is done, and of how much.

    Raises SettingsError or UsageError for settings that cannot be used and a site without posts,
    BuildError when the site cannot be built whole, Busy when another build is under way.
    """
    file = Path(settings_file).absolute()
    try:
        return _build(file, tell, publish=publish, preview=preview)
    except RuntimeError as fault:
        if interrupted(fault):
            raise KeyboardInterrupt from fault
        raise
    except OSError as fault:
        known = build_fault(fault, file.parent, file.parent, ())
        if known is fault:
            raise
        raise known from fault


def _build(file: Path, tell: Tell, *, publish: bool, preview: bool) -> Built:
    log = Messages()
    started = perf_counter()
    with borrowed(file.parent, log) as forgotten:
        values = _values(file, publish=publish, preview=preview)
        values[TELL] = tell
        forgotten.update(_plugins(values))
        output = _output(values, values[SETTINGS])
        with locked(output):
            recover(output)
            with staged(output) as folder:
                run = _run(values, folder, log)
                made = perf_counter()
                _check(run, folder, log)
                faults = _faults(run.report)
                swapped = not (publish and faults)
                indexed = checked = perf_counter()
                if swapped:
                    if publish:
                        write_index(folder, run.settings.reading.default_lang)
                        pack(folder, run.settings, tell)
                    carry_over(output, folder, () if preview else values["OUTPUT_RETENTION"])
                    indexed = perf_counter()
                    _put(folder, output)
                    _tell_who_waits(run, log)
        steps = {"start": run.laps[0][1] - started, **_steps(run.laps), "check": checked - made}
        steps["index and compress"] = indexed - checked
        return Built(
            site=run.site,
            report=run.report,
            facts=run.facts,
            output=output,
            faults=faults,
            swapped=swapped,
            messages=tuple(log.said),
            pages=sum(path.suffix == ".html" for path in set(run.written)),
            seconds={**steps, "swap": perf_counter() - indexed},
            pictures=run.pictures,
        )


def _values(file: Path, *, publish: bool = False, preview: bool) -> dict[str, Any]:
    """Pelican's finished settings, with ours among them."""
    from pelican.settings import read_settings  # noqa: PLC0415 - only a build needs Pelican

    if not file.is_file():
        raise UsageError(f"There is no settings file {file}.")
    forced = {
        "RAPPORT_PREVIEW": preview,
        "RAPPORT_PUBLISH": publish,
        # Nothing of the old output is looked at, and none of the new may change with its source.
        "DELETE_OUTPUT_DIRECTORY": False,
        "STATIC_CHECK_IF_MODIFIED": False,
        "STATIC_CREATE_LINKS": False,
    }
    try:
        values: dict[str, Any] = read_settings(str(file), override=forced)
    except BaseException as fault:
        raise settings_fault(fault, file) from fault
    settle(values, file.parent)
    output = Path(os.path.realpath(values["OUTPUT_PATH"]))
    exclude(values, (output, place_for(output)))
    values[SETTINGS] = from_mapping(values, file.parent)
    if publish:
        check_packing(values[SETTINGS])
    return values


def _output(values: Mapping[str, Any], settings: Settings) -> Path:
    """Where the finished site will stand, links resolved."""
    output = Path(os.path.realpath(values["OUTPUT_PATH"]))
    if settings.preview:
        if not settings.private.exists():
            settings.private.mkdir(parents=True, mode=0o700)
        keep_from_git(settings.private, settings.root)
        output = Path(os.path.realpath(settings.private / "preview"))
    check_output(output, settings, values["OUTPUT_RETENTION"])
    return output


def _run(values: dict[str, Any], folder: Path, log: Messages) -> Run:
    """Run Pelican into `folder`; what it met on the way."""
    values["OUTPUT_PATH"] = str(folder)
    values[REASONS] = log.reason
    settings: Settings = values[SETTINGS]
    named = _plugins(values)
    try:
        pelican = _pelican(values)
        _check_plugins(values["PLUGINS"], log)
        pelican.run()
    except Exception as fault:
        known = build_fault(fault, settings.root, folder, named)
        if known is fault:
            raise
        raise known from fault
    finally:
        run = current(values)
        if run is not None:
            run.measuring.close()
    if run is None or not run.finished:
        raise BuildError("Pelican ended before it was done, and does not say why.")
    return run


def _plugins(values: Mapping[str, Any]) -> list[str]:
    """The names of the site's other plugins."""
    named = values["PLUGINS"] or ()
    return [name for name in named if isinstance(name, str) and name != "rapport"]


def _pelican(values: dict[str, Any]) -> Any:
    """An instance of PELICAN_CLASS, as Pelican's own command makes it."""
    kind = values["PELICAN_CLASS"]
    if isinstance(kind, str):
        module, _, name = kind.rpartition(".")
        kind = getattr(import_module(module), name)
    return kind(values)


def _check_plugins(loaded: list[str], log: Messages) -> None:
    """Pelican goes on without a plugin that it cannot load; the site would not be the same."""
    if log.broken:
        raise BuildError("The site cannot be built as its settings say:\n  " + _lines(log.broken))
    if not any(name.rpartition(".")[2] == "rapport" for name in loaded):
        raise SettingsError(
            'PLUGINS in the settings file does not name "rapport". Write: PLUGINS = ["rapport"].'
        )


def _check(run: Run, folder: Path, log: Messages) -> None:
    if not any(run.settings.preview or each.post.status != "draft" for each in run.posts):
        raise UsageError(_nothing(run))
    if log.broken:
        raise BuildError("The site is not whole:\n  " + _lines(log.broken))
    expected = (os.path.normpath(folder / article.save_as) for article in run.shown.values())
    check_written(map(Path, expected), run.written)


def _nothing(run: Run) -> str:
    """Why there is no site to build."""
    faults = _faults(run.report)
    if faults:
        said = [f"{each.path}:{each.span.line}  {each.message}" for each in faults]
        return "No post can be published:\n  " + _lines(said)
    content = run.settings.content
    if run.site.posts:
        return (
            f"Every post in {content} is a draft. Take `Status: draft` out of one, or preview it."
        )
    return f"There are no posts in {content}. Write one, or check PATH and ARTICLE_PATHS."


def _lines(said: list[str]) -> str:
    more = [f"and {len(said) - _MOST} more"] if len(said) > _MOST else []
    return "\n  ".join([*said[:_MOST], *more])


def _faults(report: Report) -> tuple[Finding, ...]:
    return tuple(
        each for each in report.findings if each.severity == "error" and each.code[:4] == "CFG9"
    )


def _put(folder: Path, output: Path) -> None:
    if output.exists():
        shutil.copymode(output, folder)
    try:
        swap(folder, output)
    finally:
        # Ctrl-C waits for the exchange, and then may come before the old tree is removed.
        recover(output)


def _tell_who_waits(run: Run, log: Messages) -> None:
    """Keep the private feed of who waits as new as the site.

    Where nothing private is kept, as in a CI, there is nobody to read it.
    """
    settings = run.settings
    if not (settings.preview or settings.private.is_dir()):
        return
    text = owed_feed(run.site, settings, datetime.now(UTC))
    try:
        write_text(settings.private / WAITING_FEED, text, private=True)
    except Unwritable as fault:
        log.said[Message("warning", str(fault))] = None


def _steps(laps: list[tuple[str, float]]) -> dict[str, float]:
    """How long each step took, from the moments at which they ended."""
    return {name: end - before for (name, end), (_, before) in zip(laps[1:], laps, strict=False)}


def watched(settings_file: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """What a preview must be built anew for when it changes, and what in it means nothing.

    The first are content, theme, templates, words and plugins; the second the output and the
    private folder, where a build writes. Raises SettingsError when the settings cannot be read.
    """
    file = Path(settings_file).absolute()
    with borrowed(file.parent, Messages()):
        values = _values(file, preview=True)
        theme = worn(values["THEME"])
    settings: Settings = values[SETTINGS]
    named = (
        values["PATH"],
        theme,
        *values["THEME_TEMPLATES_OVERRIDES"],
        *values["PLUGIN_PATHS"],
        settings.root / TRANSLATIONS,
    )
    paths = dict.fromkeys(Path(path).absolute() for path in named)
    there = tuple(path for path in paths if path.exists())
    return there, (settings.private, Path(values["OUTPUT_PATH"]))
