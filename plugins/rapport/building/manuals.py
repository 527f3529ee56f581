"""The rules' manual as a page of the preview, so that a finding can lead to its rule."""

from __future__ import annotations

from markupsafe import Markup

from rapport.audit import RULES, manual
from rapport.building.preview_views import RuleView
from rapport.conversation import render_body
from rapport.model import Manual

URL = "rapport/rules/"


def rule_url(code: str) -> str:
    """The address of a rule's manual page, relative to the site's root."""
    return f"{URL}#{_anchor(code)}"


def show_rules() -> tuple[RuleView, ...]:
    """Every rule's manual page, in the manual's order."""
    return tuple(_rule(manual(rule.code)) for rule in RULES)


def _rule(page: Manual) -> RuleView:
    return RuleView(
        anchor=_anchor(page.code),
        code=page.code,
        name=page.name,
        severity=page.severity,
        evidence=page.evidence,
        what=_markup(page.what),
        why=_markup(page.why),
        example=page.example,
        better=page.better,
        ignore=_markup(page.ignore),
    )


def _anchor(code: str) -> str:
    return code.lower()


def _markup(text: str) -> Markup:
    return Markup(render_body(text, breaks=False))  # noqa: S704 - what the sanitiser returned
