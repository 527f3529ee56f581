"""Full builds of one corpus by several generators, in turn, cold, each checked for what it made."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench import reading
from bench.clock import Timing, environment, forget, timed
from bench.corpus import Corpus
from bench.reading import Counts
from bench.sites import GENERATORS, Generator
from bench.sites.common import UnavailableError
from bench.table import markdown, number

_YARDSTICK = "Hugo"
Say = Callable[[str], None]


@dataclass(slots=True)
class Entrant:
    """A generator with its site on disk, and what was measured so far."""

    generator: Generator
    site: Path
    kept: Path
    version: str
    written: frozenset[str]
    timings: list[Timing] = field(default_factory=list)
    counts: Counts = field(default_factory=Counts)

    @property
    def wall(self) -> float:
        """The median of the wall times, in seconds."""
        return median(timing.wall for timing in self.timings)


def chosen(names: Sequence[str]) -> tuple[Generator, ...]:
    """The generators with these short names; all of them when none is given."""
    if not names:
        return GENERATORS
    return tuple(g for g in GENERATORS if short(g) in names)


def short(generator: Generator) -> str:
    """The name of a generator for the command line."""
    return generator.name.split()[0].lower()


def enter(
    generators: Sequence[Generator], corpus: Corpus, work: Path, kept: Path, say: Say
) -> list[Entrant]:
    """Lay the corpus out for each generator; says which are left out, and why."""
    entrants = []
    for generator in generators:
        stays = kept / short(generator)
        stays.mkdir(parents=True, exist_ok=True)
        try:
            generator.prepare(stays)
        except UnavailableError as reason:
            say(f"{generator.name} is left out. {reason}")
            continue
        site = work / short(generator)
        shutil.rmtree(site, ignore_errors=True)
        site.mkdir(parents=True)
        generator.write(corpus, site, stays)
        written = frozenset(entry.name for entry in site.iterdir())
        entrants.append(Entrant(generator, site, stays, generator.version(stays), written))
    return entrants


def race(entrants: Sequence[Entrant], corpus: Corpus, runs: int, work: Path, say: Say) -> None:
    """A warm-up that is checked, then so many rounds: A B C, A B C; the last is checked again.

    Raises FailedError when a build fails, UnequalError when its pages do not hold what they should.
    """
    for entrant in entrants:
        say(f"{entrant.generator.name} {entrant.version}: warming up")
        _build(entrant, work)
        _check(entrant, corpus)
    for turn in range(runs):
        for entrant in entrants:
            timing = _build(entrant, work)
            entrant.timings.append(timing)
            say(f"{entrant.generator.name}, run {turn + 1} of {runs}: {timing.wall:.2f} s")
    for entrant in entrants:
        _check(entrant, corpus)


def _build(entrant: Entrant, work: Path) -> Timing:
    """One cold build: no output, no cache in the site, none in the home folder."""
    forget(entrant.site, entrant.written)
    home = work / "home"
    shutil.rmtree(home, ignore_errors=True)
    return timed(entrant.generator.command(entrant.kept), entrant.site, environment(home))


def _check(entrant: Entrant, corpus: Corpus) -> None:
    output = entrant.site / entrant.generator.output
    slugs = [essay.slug for essay in corpus.essays]
    entrant.counts = reading.count(output, slugs, entrant.generator.marks)
    reading.check(entrant.generator.name, entrant.counts, corpus)


def report(entrants: Sequence[Entrant], corpus: Corpus) -> str:
    """The medians and ratios as a Markdown table, with a line on what was built."""
    yardstick = next((e for e in entrants if e.generator.name == _YARDSTICK), entrants[0])
    head = ("generator", "wall, s", "from-to", f"× {yardstick.generator.name}", "cpu, s")
    rows = [_row(entrant, yardstick.wall) for entrant in entrants]
    words = corpus.article_words + corpus.comment_words
    return (
        f"Full cold builds of {len(corpus.essays):,} posts with {corpus.comments:,} comments "
        f"({words:,} words), median of {_runs(len(yardstick.timings))}. Every generator's "
        "pages were checked to hold all of these posts, comments and words.\n\n"
        + markdown((*head, "peak, MB", "pages", "feeds"), rows)
    )


def _runs(count: int) -> str:
    return "one run" if count == 1 else f"{count} runs in turn"


def _row(entrant: Entrant, unit: float) -> tuple[str, ...]:
    walls = [timing.wall for timing in entrant.timings]
    return (
        f"{entrant.generator.name} {entrant.version}",
        number(entrant.wall),
        f"{number(min(walls))}-{number(max(walls))}",
        f"{entrant.wall / unit:.2f}",
        number(median(timing.cpu for timing in entrant.timings)),
        number(median(timing.megabytes for timing in entrant.timings)),
        f"{entrant.counts.pages:,}",
        f"{entrant.counts.feeds:,}",
    )
