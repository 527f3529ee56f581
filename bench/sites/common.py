"""What every generator is to the measurement, and what several layouts share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import Corpus, Essay, Remark
from bench.reading import Marks

ROOT = Path(__file__).resolve().parents[2]
THEMES = ROOT / "bench" / "themes"
SITE_URL = "https://bench.example"
REASON = "read the draft and found two mistakes"


class UnavailableError(Exception):
    """A generator is not to be had on this machine; the message is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Generator:
    """One way to build the corpus.

    `prepare` fetches what is missing into a folder that stays between runs, and raises
    UnavailableError when it is not to be had; `write` lays the corpus out in an empty folder;
    `command` is run inside that folder and leaves its pages in `output` there.
    """

    name: str
    prepare: Callable[[Path], None]
    write: Callable[[Corpus, Path, Path], None]
    command: Callable[[Path], list[str]]
    version: Callable[[Path], str]
    marks: Marks
    output: str


def put(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def header(values: Mapping[str, str]) -> str:
    """`Key: value` lines; empty values are left out."""
    return "".join(f"{key}: {value}\n" for key, value in values.items() if value)


def post_header(essay: Essay) -> dict[str, str]:
    """The header lines that Rapport and Pelican have in common."""
    return {
        "Title": essay.title,
        "Date": essay.date.strftime("%Y-%m-%d %H:%M"),
        "Author": essay.author.name,
        "Slug": essay.slug,
        "Tags": ", ".join(essay.topics),
    }


def plain_remark(remark: Remark) -> dict[str, str | int]:
    """A comment as the data file of a generator that knows no comments."""
    return {
        "id": remark.id,
        "author": remark.author,
        "person": remark.person,
        "date": remark.date.isoformat(),
        "reply_to": remark.reply_to,
        "body": remark.body,
    }


def thanks(essay: Essay) -> dict[str, str]:
    """Whom a post thanks and what for, as front matter; empty when it thanks nobody."""
    return {"thanks": essay.thanks, "reason": REASON} if essay.thanks else {}
