"""The settings of a site: `RAPPORT_*` and those of Pelican's that say how files are read.

`from_mapping` takes what pelicanconf.py defines (or Pelican's finished settings) and returns one
frozen `Settings`. An unknown `RAPPORT_*` name or a value of the wrong shape raises SettingsError,
all of them in one message, each with the near miss. Pelican's own defaults stand where the site
says nothing; their source is `pelican.settings.DEFAULT_CONFIG` of 4.12.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from rapport.errors import SettingsError
from rapport.settings import shapes
from rapport.settings.hiding import exposed
from rapport.settings.moving import astray, moved, stands_at
from rapport.settings.shapes import SHARE_WAYS

__all__ = [
    "COMMENT_NOTICE",
    "INTRASITE_LINKS",
    "SHARE_WAYS",
    "Reading",
    "Settings",
    "from_mapping",
    "own_settings",
    "stands_at",
]

PREFIX = "RAPPORT_"
# A message: pages in other languages have it in theirs.
N_ = str
COMMENT_NOTICE = N_(
    "Comments are public and are read before they appear. They are no legal advice and make nobody "
    "a client. Please send nothing confidential, and no facts of a case of your own."
)
# How Pelican's own links begin: `{filename}`, `|static|`.
INTRASITE_LINKS = "[{|](?P<what>.*?)[|}]"


def _own(shape: Callable[[object], Any], default: object, help_: str) -> Any:
    """A `RAPPORT_*` setting: how its value is checked, its default, and its line in the manual."""
    return field(default=default, metadata={"shape": shape, "help": help_})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What Pelican's settings say about where files are and how their headers are completed."""

    content: str = "content"
    article_paths: tuple[str, ...] = ("",)
    article_excludes: tuple[str, ...] = ()
    page_paths: tuple[str, ...] = ("pages",)
    ignore_files: tuple[str, ...] = ("**/.*",)
    readers_off: frozenset[str] = frozenset()
    default_lang: str = "en"
    timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    author: str = ""
    siteurl: str = ""
    article_url: str = "{slug}.html"
    article_lang_url: str = "{slug}-{lang}.html"
    intrasite_links: str = INTRASITE_LINKS
    default_date: object = None
    default_metadata: Mapping[str, str] = field(default_factory=dict)
    extra_path_metadata: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    filename_metadata: str = r"(?P<date>\d{4}-\d{2}-\d{2}).*"
    path_metadata: str = ""
    slugify_source: str = "title"
    slugify_use_unicode: bool = False
    slugify_preserve_case: bool = False
    slug_regex_substitutions: tuple[tuple[str, str], ...] = (
        (r"[^\w\s-]", ""),
        (r"(?u)\A\s*", ""),
        (r"(?u)\s*\Z", ""),
        (r"[-\s]+", "-"),
    )
    markdown: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a site sets, typed. `root` is the folder of the settings file, absolute."""

    root: Path
    reading: Reading = field(default_factory=Reading)
    firm_names: tuple[str, ...] = _own(
        shapes.texts,
        (),
        "the firm's names as they stand in prose; the first is shown beside its people",
    )
    own_hosts: tuple[str, ...] = _own(
        shapes.texts,
        (),
        "the firm's hosts; they and their subdomains are own, SITEURL's host is always",
    )
    own_profiles: tuple[str, ...] = _own(
        shapes.texts,
        (),
        "addresses of the firm's profiles elsewhere: links there are own, not links out",
    )
    answer_days: int = _own(
        shapes.count, 3, "how many days a comment may wait before the answer light is red"
    )
    waiting_since: datetime | None = _own(
        shapes.moment, None, "comments older than this day never wait: imported history is excused"
    )
    private_path: str = _own(
        shapes.text,
        ".rapport",
        "the private folder, relative to the settings file; never published",
    )
    threads: Literal["post", "language"] = _own(
        shapes.threads,
        "post",
        '"post": translations share one thread; "language": each has its own',
    )
    comment_mail: str = _own(
        shapes.text,
        "",
        "the firm's address that readers' comments are mailed to; empty shows no links",
    )
    comment_form: str = _own(
        shapes.web_address,
        "",
        "where the form under a post sends what readers write; empty: no form",
    )
    form_fields: tuple[tuple[str, str], ...] = _own(
        shapes.form_fields,
        (),
        "names of fields in what a form delivers, each with ours: {'nom': 'author'}",
    )
    link_limit: int = _own(
        shapes.count, 3, "a comment with more links than this is kept apart as spam"
    )
    spam_words: tuple[str, ...] = _own(
        shapes.texts, (), "words and phrases; what holds one on arrival is kept apart as spam"
    )
    second_approver: bool = _own(
        shapes.flag,
        False,
        "the firm's own answers wait until somebody else than the writer approves",
    )
    notice: str = _own(
        shapes.text,
        "",
        "one sentence at the foot of every page: general information, no legal advice",
    )
    advertising: str = _own(
        shapes.text,
        "",
        "the label that professional rules ask for, such as Attorney advertising: on top",
    )
    responsible: str = _own(
        shapes.text,
        "",
        "who answers for what stands here, with an address: at the foot of every page",
    )
    comment_notice: str = _own(
        shapes.text,
        COMMENT_NOTICE,
        "what stands beside every invitation to write, and is agreed to",
    )
    accent: str = _own(
        shapes.text,
        "",
        "the firm's colour, such as #0f5c4c: the build refuses one that cannot be read",
    )
    accent_dark: str = _own(
        shapes.text, "", "the same for dark screens; without it one is made of RAPPORT_ACCENT"
    )
    logo: str = _own(
        shapes.picture,
        "",
        "a picture in the content folder, such as images/logo.svg, beside the name",
    )
    letters: Literal["serif", "sans"] = _own(
        shapes.letters, "serif", '"serif" or "sans": the letters of articles and headings'
    )
    fonts: tuple[tuple[str, str], ...] = _own(
        shapes.fonts,
        (),
        "fonts of your own, .woff2 files in the content folder: {'article': 'fonts/a.woff2', "
        "'talk': 'fonts/b.woff2'}",
    )
    webmention: str = _own(
        shapes.web_address,
        "",
        "the endpoint that takes webmentions for this site; named on every page",
    )
    security_contact: str = _own(
        shapes.contact,
        "",
        "who to tell of a hole (mailto: or https://), for .well-known/security.txt",
    )
    security_expires: datetime | None = _own(
        shapes.moment, None, "until when that holds; without it there is no security.txt"
    )
    redirects: tuple[tuple[str, str], ...] = _own(
        moved, (), "addresses that moved: {'2019/costs.html': 'costs/'}"
    )
    share: tuple[str, ...] = _own(
        shapes.ways,
        ("mail",),
        "plain links below a conversation that hand the post on: " + ", ".join(SHARE_WAYS),
    )
    compress: tuple[str, ...] = _own(
        shapes.copies,
        (),
        "compressed copies for a host that sends them as they lie, made when publishing: some of "
        "gzip, br",
    )
    preview: bool = _own(
        shapes.flag, False, "set by `rapport serve` alone: drafts, desk and panels are shown"
    )
    publish: bool = _own(
        shapes.flag, False, "set by `rapport build --publish` alone: what costs time is made too"
    )

    @property
    def content(self) -> Path:
        """The content folder, absolute."""
        return self.root / self.reading.content

    @property
    def private(self) -> Path:
        """The private folder, absolute."""
        return self.root / self.private_path


def own_settings() -> dict[str, tuple[object, str]]:
    """Every `RAPPORT_*` name with its default and its line in the manual, in order."""
    return {
        PREFIX + entry.name.upper(): (entry.default, entry.metadata["help"])
        for entry in fields(Settings)
        if "help" in entry.metadata
    }


def from_mapping(values: Mapping[str, Any], root: Path) -> Settings:
    """The settings of a site whose settings file lies in `root`.

    Raises SettingsError that names every unknown or misshapen `RAPPORT_*` setting at once.
    """
    known = {PREFIX + e.name.upper(): e for e in fields(Settings) if "shape" in e.metadata}
    chosen: dict[str, Any] = {}
    faults: list[str] = []
    for name in sorted(key for key in values if key.startswith(PREFIX)):
        if name not in known:
            faults.append(_unknown(name, list(known)))
            continue
        try:
            chosen[known[name].name] = known[name].metadata["shape"](values[name])
        except ValueError as fault:
            faults.append(f"{name} is {values[name]!r}; it should be {fault}.")
    reading = _reading(values, root)
    clashes = astray(chosen.get("redirects", ()), reading.siteurl)
    faults += [f"{PREFIX}REDIRECTS: {clash}." for clash in clashes]
    made = Settings(root=root, reading=reading, **chosen)
    output = str(values.get("OUTPUT_PATH") or "output")
    faults += exposed(made.private_path, root, reading.content, output)
    if faults:
        raise SettingsError("The settings file cannot be used:\n  " + "\n  ".join(faults))
    return made


def _unknown(name: str, known: list[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

    near = get_close_matches(name, known, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(known)}."
    return f"{name} is not a setting of Rapport. {hint}"


def _reading(values: Mapping[str, Any], root: Path) -> Reading:
    given = {key: value for key, value in values.items() if value is not None}
    chosen: dict[str, Any] = {}
    for name, key, shape in _PELICAN:
        if key in given:
            try:
                chosen[name] = shape(given[key])
            except (TypeError, ValueError, LookupError, OSError) as fault:
                raise SettingsError(f"{key} cannot be used: {given[key]!r} ({fault}).") from fault
    if "PATH" in given:
        chosen["content"] = _relative(str(given["PATH"]), root)
    return Reading(**chosen)


def _relative(path: str, root: Path) -> str:
    """PATH relative to the settings file: Pelican's finished settings hold it absolute."""
    full = (root / path).resolve()
    base = root.resolve()
    return full.relative_to(base).as_posix() if full.is_relative_to(base) else full.as_posix()


def _paths(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(str(v) for v in value)  # type: ignore[attr-defined]


_PELICAN: tuple[tuple[str, str, Callable[[Any], Any]], ...] = (
    ("article_paths", "ARTICLE_PATHS", _paths),
    ("article_excludes", "ARTICLE_EXCLUDES", _paths),
    ("page_paths", "PAGE_PATHS", _paths),
    ("ignore_files", "IGNORE_FILES", _paths),
    ("readers_off", "READERS", lambda value: frozenset(k for k in value if value[k] is None)),
    ("default_lang", "DEFAULT_LANG", lambda value: str(value).lower()),
    ("timezone", "TIMEZONE", ZoneInfo),
    ("author", "AUTHOR", str),
    ("siteurl", "SITEURL", str),
    ("article_url", "ARTICLE_URL", str),
    ("article_lang_url", "ARTICLE_LANG_URL", str),
    ("intrasite_links", "INTRASITE_LINK_REGEX", str),
    ("default_date", "DEFAULT_DATE", lambda value: value),
    ("default_metadata", "DEFAULT_METADATA", dict),
    ("extra_path_metadata", "EXTRA_PATH_METADATA", dict),
    ("filename_metadata", "FILENAME_METADATA", str),
    ("path_metadata", "PATH_METADATA", str),
    ("slugify_source", "SLUGIFY_SOURCE", str),
    ("slugify_use_unicode", "SLUGIFY_USE_UNICODE", bool),
    ("slugify_preserve_case", "SLUGIFY_PRESERVE_CASE", bool),
    ("slug_regex_substitutions", "SLUG_REGEX_SUBSTITUTIONS", lambda v: tuple(map(tuple, v))),
    ("markdown", "MARKDOWN", dict),
)
