"""Faults of headers and files: reading found them, the rules named CFG9xx explain them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rapport.model import Finding, Site


def faults_with(code: str) -> Callable[[Site], Iterator[Finding]]:
    """A check that yields what was wrong with this code when the site was read."""

    def check(site: Site) -> Iterator[Finding]:
        """The faults with this code."""
        return (problem for problem in site.problems if problem.code == code)

    return check
