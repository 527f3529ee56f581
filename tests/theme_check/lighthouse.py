"""Lighthouse on the pages that readers meet first, as a phone on a slow line.

Figures of speech of this tool: four marks of 100, LCP (when the largest part stands, seconds), CLS
(how much moves afterwards). The machine's own business can only make them worse, so a page whose
speed is not good enough is looked at twice more, and the median counts.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from statistics import median

from tests.theme_check.kinds import most_talked
from tests.theme_check.made import Made
from tests.theme_check.programs import chromium, module, node, said
from tests.theme_check.verdict import Line, Seen, ToolError, at_most, judged

_MARKS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
_LCP, _CLS = 1.8, 0.0
_FLAGS = "--headless=new --no-sandbox --disable-gpu"
_MORE = 2


@dataclass(frozen=True, slots=True)
class Run:
    """One look at one page. `lost` are the audits that cost marks."""

    marks: dict[str, int]
    lcp: float
    cls: float
    lost: tuple[str, ...]

    def fast(self) -> bool:
        """Whether no second look is needed for the sake of speed."""
        return self.marks["performance"] >= _MARKS["performance"] and self.lcp <= _LCP


def lighthouse(made: Made) -> Sequence[Line]:
    """A line of marks for each page, and one each for LCP and CLS."""
    place = made.published
    pages = {"home": "", "post": most_talked(place), "conversations": "conversations/"}
    looks = {name: _looks(place.url + page) for name, page in pages.items()}
    worst_lcp = max(median(run.lcp for run in runs) for runs in looks.values())
    worst_cls = max(median(run.cls for run in runs) for runs in looks.values())
    seen = Seen(len(looks), "pages")
    return [
        *(marks_of(name, runs) for name, runs in looks.items()),
        at_most("Lighthouse: LCP, the slowest page", seen, worst_lcp, _LCP, "s"),
        at_most("Lighthouse: CLS, the worst page", seen, worst_cls, _CLS),
    ]


def marks_of(page: str, runs: Sequence[Run]) -> Line:
    """The four marks of a page: the median of the looks at it."""
    marks = {name: int(median(run.marks[name] for run in runs)) for name in _MARKS}
    return judged(
        f"Lighthouse: {page}, perf/access/practice/SEO",
        Seen(len(runs), "looks" if len(runs) > 1 else "look"),
        "/".join(str(mark) for mark in marks.values()),
        "/".join(str(mark) for mark in _MARKS.values()),
        all(marks[name] >= least for name, least in _MARKS.items()),
        runs[-1].lost,
    )


def _looks(url: str) -> list[Run]:
    runs = [_patient(url)]
    if not runs[0].fast():
        runs += [_patient(url) for _ in range(_MORE)]
    return runs


def _patient(url: str) -> Run:
    """A look; on a busy machine the browser's trace is lost at times, so there are three tries."""
    for _ in range(_MORE):
        with suppress(ToolError):
            return _look(url)
    return _look(url)


def _look(url: str) -> Run:
    program = module("lighthouse", "cli", "index.js")
    os.environ["CHROME_PATH"] = chromium()
    done = said([node(), program, url, "--quiet", "--output=json", f"--chrome-flags={_FLAGS}"])
    if done.returncode:
        raise ToolError(f"Lighthouse could not look at {url}: {done.stderr.strip()[-500:]}")
    return read(done.stdout)


def read(text: str) -> Run:
    """A run out of Lighthouse's JSON; raises ToolError when the page could not be looked at."""
    told = json.loads(text)
    if "runtimeError" in told:
        raise ToolError(f"Lighthouse: {told['runtimeError']['message']}")
    audits = told["audits"]
    weights = [ref for each in told["categories"].values() for ref in each["auditRefs"]]
    costly = {ref["id"] for ref in weights if ref["weight"]}
    lost = (audits[name] for name in sorted(costly) if (audits[name]["score"] or 0) < 1)
    # A category that could not be judged has no score, which is no mark at all.
    marks = {name: round(100 * (told["categories"][name]["score"] or 0)) for name in _MARKS}
    return Run(
        marks,
        audits["largest-contentful-paint"]["numericValue"] / 1000,
        round(audits["cumulative-layout-shift"]["numericValue"], 3),
        tuple(f"{each['id']}: {each['title']}" for each in lost if each["score"] is not None),
    )
