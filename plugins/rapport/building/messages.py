"""What Pelican and its plugins say in their log while a site is built: kept, not printed."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from typing import Literal

# Beginnings of Pelican's messages (4.12) that tell of a site that is not whole, although Pelican
# goes on: a plugin that is not there, a file that was not copied.
_BROKEN = (
    "Cannot load plugin",
    "Cannot register plugin",
    "Generator %s (%s) cannot be loaded",
    "A problem occurred copying file",
    "While copying",
    "Cannot copy",
    "Error sorting with function",
)
# What Pelican leaves out: each becomes a finding with its reason.
_LEFT_OUT = ("Could not process", "Skipping %s", "Unknown status")
# Our own summary, and what Pelican says of feeds on the disk of a site that has no address yet.
_NO_NEWS = ("Rapport: ", "Feeds generated without SITEURL or FEED_DOMAIN")


@dataclass(frozen=True, slots=True)
class Message:
    """One line of the log."""

    level: Literal["error", "warning"]
    text: str


class Messages(logging.Handler):
    """Collects warnings and errors. `broken` are those after which a site must not be used."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: dict[Message, None] = {}
        self.broken: list[str] = []
        self._reasons: list[tuple[tuple[str, ...], str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record; Pelican hides the exception, but it is still being handled."""
        template, text = str(record.msg), " ".join(record.getMessage().split())
        fault = sys.exc_info()[1]
        if template.startswith(_LEFT_OUT):
            self._reasons.append((_words(record), _reason(text, fault)))
        elif template.startswith(_BROKEN):
            self.broken.append(_reason(text, fault, also=True))
        elif not template.startswith(_NO_NEWS):
            level: Literal["error", "warning"] = (
                "error" if record.levelno >= logging.ERROR else "warning"
            )
            self.said.setdefault(Message(level, text))

    def reason(self, source: str) -> str:
        """Why Pelican left a file out, by its path below PATH; empty when nobody said."""
        for words, reason in self._reasons:
            if any(word == source or word.endswith(f"/{source}") for word in words):
                return reason
        return ""


def _words(record: logging.LogRecord) -> tuple[str, ...]:
    given = record.args if isinstance(record.args, tuple) else (record.args,)
    return tuple(str(each).replace("\\", "/").removeprefix("./") for each in given)


def _reason(text: str, fault: BaseException | None, *, also: bool = False) -> str:
    if fault is None:
        return text.rstrip(".")
    why = " ".join(f"{type(fault).__name__}: {fault}".split()).rstrip(".")
    return f"{text}: {why}" if also else why
