"""The manual of the rules, read from their docstrings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import dedent, fill

from rapport.audit.accuracy import FIGURES, POSTS
from rapport.audit.case import Rule
from rapport.audit.rules import RULES
from rapport.model import Manual

HEADINGS = ("What it checks", "Why", "Example", "Better", "When to ignore")
GRADES = ("strong", "medium to strong", "medium", "weak", "convention")
_EVIDENCE = "Evidence:"
_FAMILIES = {
    "ASK": "Questions",
    "PEO": "People and quotations",
    "LNK": "Links",
    "SEL": "Pitch",
    "TLK": "Conversation",
    "IMG": "Images",
    "CFG": "Headers, files and suppressions",
}


def manuals(codes: Iterable[str]) -> tuple[Manual, ...]:
    """The pages of the rules with these codes, in the rules' own order."""
    wanted = set(codes)
    return tuple(_read(rule) for rule in RULES if rule.code in wanted)


def manual(code: str) -> Manual:
    """The manual page of a rule, whatever the case of `code`. Raises KeyError for no rule."""
    found = next((rule for rule in RULES if rule.code == code.upper()), None)
    if found is None:
        raise KeyError(code)
    return _read(found)


def manual_text(code: str, width: int = 88) -> str:
    """The page as plain text for a terminal, wrapped to `width`. Raises KeyError for no rule."""
    page = manual(code)
    parts = [f"{page.code}  {page.title}", f"Severity: {page.severity}"]
    parts += [fill(line, width) for line in _accuracy(page.code)]
    for heading, text in _sections(page):
        body = text if heading in ("Example", "Better") else _wrapped(text, width - 2)
        parts.append(f"{heading}\n" + "\n".join(f"  {line}".rstrip() for line in body.split("\n")))
    return "\n\n".join(parts) + "\n"


def rules_page() -> str:
    """All pages as one Markdown text, for the documentation."""
    parts = [
        "# The rules",
        "Every finding carries a code. A red light that rests on plain facts is an error; what "
        "rests on reading a sentence, and what somebody else has to mend, is a warning. "
        "`rapport audit --fail-on` decides which of them end a check.",
        "\n".join(["| code | rule | severity | evidence |", "|---|---|---|---|", *_table()]),
        "\n\n".join(_chapter(family) for family in _FAMILIES),
    ]
    return "\n\n".join(parts) + "\n"


def _read(rule: Rule) -> Manual:
    title, sections = _split(rule.page)
    why = sections["Why"]
    grade = next(grade for grade in GRADES if why.startswith(f"{_EVIDENCE} {grade}"))
    return Manual(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        title=title,
        what=sections["What it checks"],
        why=why,
        evidence=grade,
        example=sections["Example"],
        better=sections["Better"],
        ignore=sections["When to ignore"],
    )


def _split(page: str) -> tuple[str, dict[str, str]]:
    """A docstring's title, and its sections by heading."""
    title, _, rest = page.strip().partition("\n")
    lines: dict[str, list[str]] = {heading: [] for heading in HEADINGS}
    current: list[str] = []
    for line in rest.split("\n"):
        if line in lines:
            current = lines[line]
        else:
            current.append(line)
    return title, {name: dedent("\n".join(text)).strip() for name, text in lines.items()}


def _accuracy(code: str) -> Iterator[str]:
    """How right the rule was on posts held out, where that was measured."""
    if code in FIGURES:
        yield f"Measured on {POSTS} posts held out: {FIGURES[code]}."


def _sections(page: Manual) -> list[tuple[str, str]]:
    texts = (page.what, page.why, page.example, page.better, page.ignore)
    return list(zip(HEADINGS, texts, strict=True))


def _wrapped(text: str, width: int) -> str:
    paragraphs = text.split("\n\n")
    return "\n\n".join(
        fill(part, width, break_long_words=False, break_on_hyphens=False) for part in paragraphs
    )


def _table() -> Iterator[str]:
    for rule in RULES:
        page = _read(rule)
        anchor = page.code.lower()
        yield f"| [{page.code}](#{anchor}) | {page.name} | {page.severity} | {page.evidence} |"


def _chapter(family: str) -> str:
    pages = [_read(rule) for rule in RULES if rule.code.startswith(family)]
    return "\n\n".join([f"## {_FAMILIES[family]}", *map(_page, pages)])


def _page(page: Manual) -> str:
    quoted = [
        f"{heading}:\n\n~~~ text\n{text}\n~~~"
        if heading in ("Example", "Better")
        else f"**{heading}.** {text}"
        for heading, text in _sections(page)
    ]
    return "\n\n".join(
        [f'### <a id="{page.code.lower()}"></a>{page.code}: {page.name}',
         f"{page.title} Severity: {page.severity}.", *_accuracy(page.code), *quoted]
    )  # fmt: skip
