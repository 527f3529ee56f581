"""The rules, one a file; the docstring of each is its manual page.

A page's first line is its title; then come the headings What it checks, Why (which begins with the
grade of the evidence), Example, Better, When to ignore. `RULES` names every rule there is, in the
order of their codes by family: questions, people, links, pitch, conversation, images, files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

from rapport.audit.case import Case, PostRule, Rule, SiteRule
from rapport.audit.rules import (
    ask101,
    ask102,
    ask103,
    ask104,
    cfg901,
    cfg902,
    cfg903,
    cfg904,
    cfg905,
    cfg906,
    cfg907,
    cfg908,
    cfg909,
    cfg910,
    cfg911,
    cfg912,
    cfg913,
    cfg914,
    img601,
    img602,
    lnk301,
    lnk302,
    lnk303,
    lnk304,
    lnk305,
    peo201,
    peo202,
    peo203,
    peo204,
    sel401,
    sel402,
    sel403,
    sel404,
    tlk501,
    tlk502,
    tlk503,
    tlk504,
)
from rapport.model import Finding, Severity, Site

_Subject_contra = TypeVar("_Subject_contra", contravariant=True)


class _Module(Protocol[_Subject_contra]):
    """What the file of a rule defines."""

    __doc__: str | None
    CODE: str
    NAME: str
    SEVERITY: Severity

    @property
    def check(self) -> Callable[[_Subject_contra], Iterator[Finding]]: ...


def _on_post(rule: _Module[Case]) -> PostRule:
    return PostRule(rule.CODE, rule.NAME, rule.SEVERITY, rule.check, rule.__doc__ or "")


def _on_site(rule: _Module[Site]) -> SiteRule:
    return SiteRule(rule.CODE, rule.NAME, rule.SEVERITY, rule.check, rule.__doc__ or "")


POST_RULES: tuple[PostRule, ...] = (
    _on_post(ask101),
    _on_post(ask102),
    _on_post(ask103),
    _on_post(ask104),
    _on_post(peo201),
    _on_post(peo202),
    _on_post(peo203),
    _on_post(peo204),
    _on_post(lnk301),
    _on_post(lnk302),
    _on_post(lnk303),
    _on_post(lnk304),
    _on_post(lnk305),
    _on_post(sel401),
    _on_post(sel402),
    _on_post(sel403),
    _on_post(sel404),
    _on_post(tlk501),
    _on_post(tlk502),
    _on_post(tlk503),
    _on_post(tlk504),
    _on_post(img601),
    _on_post(img602),
)
SITE_RULES: tuple[SiteRule, ...] = (
    _on_site(cfg901),
    _on_site(cfg902),
    _on_site(cfg903),
    _on_site(cfg904),
    _on_site(cfg905),
    _on_site(cfg906),
    _on_site(cfg907),
    _on_site(cfg908),
    _on_site(cfg909),
    _on_site(cfg910),
    _on_site(cfg911),
    _on_site(cfg912),
    _on_site(cfg913),
    _on_site(cfg914),
)
RULES: tuple[Rule, ...] = (*POST_RULES, *SITE_RULES)

__all__ = ["POST_RULES", "RULES", "SITE_RULES"]
