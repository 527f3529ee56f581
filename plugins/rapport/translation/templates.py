"""What templates ask for words with: functions and filters that know the language of their page.

That is the language of the article or the page that is printed, else the site's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.ext import InternationalizationExtension
from jinja2.runtime import Context
from markupsafe import Markup

from rapport.translation.catalogues import Catalogues
from rapport.translation.words import ENGLISH, Words, direction

_CATALOGUES = "rapport_words"


class Speaking(InternationalizationExtension):
    """`{% trans %}` and `_()` with values by name; what `spoken` gives answers them."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.newstyle_gettext = True  # type: ignore[attr-defined]  # as the parent adds it


def spoken(catalogues: Catalogues) -> dict[str, Any]:
    """The global names of an environment that speaks by these catalogues."""
    return {
        _CATALOGUES: catalogues,
        "_": _gettext,
        "gettext": _gettext,
        "ngettext": _ngettext,
        "joint": _joint,
        "direction": direction,
        "page_language": _language,
    }


@pass_context
def _language(context: Context) -> str:
    """The language of the page that is printed."""
    for name in ("article", "page"):
        item = context.get(name)
        tag = getattr(getattr(item, "post", item), "lang", "")
        if tag:
            return str(tag)
    return str(context["DEFAULT_LANG"])


def _words(context: Context) -> Words:
    catalogues = context.get(_CATALOGUES)
    return catalogues.of(_language(context)) if catalogues is not None else ENGLISH


@pass_context
def _gettext(context: Context, message: str, /, **values: object) -> str:
    words = _words(context)
    return _safe(context, words.text(message)) % words.told(values)


@pass_context
def _ngettext(context: Context, one: str, many: str, number: int, /, **values: object) -> str:
    words = _words(context)
    text = _safe(context, words.form(one, many, number))
    return text % words.told({"num": number, **values})


@pass_context
def _joint(context: Context, name: str) -> str:
    return _safe(context, _words(context).joint(name))


def _safe(context: Context, text: str) -> str:
    """A message is as trusted as a template; its values are escaped."""
    return Markup(text) if context.eval_ctx.autoescape else text  # noqa: S704 - the theme's own


@pass_context
def _day(context: Context, when: datetime) -> str:
    return _words(context).day(when)


@pass_context
def _moment(context: Context, when: datetime) -> str:
    return _words(context).moment(when)


@pass_context
def _span(context: Context, time: timedelta) -> str:
    return _words(context).span(time)


@pass_context
def _number(context: Context, number: int) -> str:
    return _words(context).number(number)


FILTERS: Mapping[str, Callable[..., str]] = {
    "day": _day,
    "moment": _moment,
    "number": _number,
    "span": _span,
}
