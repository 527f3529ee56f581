"""Write the parts of docs/ that the code already knows: `make docs`.

Pages keep their hand-written text; what stands between `<!-- generated:begin NAME -->` and
`<!-- generated:end -->` is written here, on the pages that are named or on all. `--check` writes
nothing and exits 1 if a page is behind the code; `tests/test_docs.py` calls the same functions.
"""

from __future__ import annotations

import argparse
import dataclasses
import inspect
import re
import sys
from collections.abc import Callable
from pathlib import Path

DOCS = Path(__file__).parent
sys.path[:0] = [str(DOCS.parent / "plugins"), str(DOCS.parent)]

_PART = re.compile(
    r"(?P<begin><!-- generated:begin (?P<name>\w+) -->\n).*?(?P<end><!-- generated:end -->)",
    re.DOTALL,
)


def settings_table() -> str:
    """Every `RAPPORT_*` setting with its default and what it is for."""
    from rapport.settings import own_settings  # noqa: PLC0415 - only this part needs it

    rows = [
        f"| `{name}` | `{list(default) if isinstance(default, tuple) else default!r}` | {use} |"
        for name, (default, use) in own_settings().items()
    ]
    return "\n".join(["| setting | default | what it is for |", "|---|---|---|", *rows]) + "\n"


def views_tables() -> str:
    """Every value a template may read: one section a class of the two files of views."""
    from rapport.building import preview_views, views  # noqa: PLC0415 - only this part needs it

    classes = [
        value
        for module in (views, preview_views)
        for value in vars(module).values()
        if dataclasses.is_dataclass(value) and value.__module__ == module.__name__
    ]
    return "\n".join(_view(value) for value in classes)  # type: ignore[arg-type]


def _view(view: type) -> str:
    rows = [f"| `{field.name}` | `{field.type}` |" for field in dataclasses.fields(view)]  # type: ignore[arg-type]
    head = [f"### {view.__name__}", "", inspect.cleandoc(view.__doc__ or ""), ""]
    return "\n".join([*head, "| field | type |", "|---|---|", *rows]) + "\n"


def commands() -> str:
    """The help of every command, as the terminal shows it at 88 columns."""
    from rapport.cli import help_pages  # noqa: PLC0415 - only this part needs it

    return "\n".join(
        f"## `{name}`\n\n```text\n{text.strip()}\n```\n" for name, text in help_pages()
    )


def rules() -> str:
    """The manual page of every rule."""
    from rapport.audit import rules_page  # noqa: PLC0415 - only this part needs it

    return rules_page()


def languages() -> str:
    """How much is known of each language, counted from its data file."""
    from rapport.audit.languages import codes, language  # noqa: PLC0415 - only this part needs it

    rows = []
    for code, spoken in ((code, language(code)) for code in codes()):
        if spoken is None:
            continue
        asks, tells = spoken.asks.groups, spoken.tells.groups
        naming = [getattr(spoken.naming, field.name) for field in dataclasses.fields(spoken.naming)]
        counts = (
            len(spoken.common),
            len(spoken.you) + len(spoken.we) + len(spoken.me),
            sum(map(len, asks.values())) + sum(map(len, spoken.answers.groups.values())),
            sum(map(len, tells.values())),
            len(frozenset().union(*(each for each in naming if isinstance(each, frozenset)))),
            len(spoken.nowhere) + len(spoken.sharing),
            sum(map(len, spoken.credits.groups.values())),
        )
        rows.append(f"| `{code}` | " + " | ".join(f"{count:,}" for count in counts) + " |")
    head = (
        "| language | small words | you, we, I | phrases of questions and answers | of invitations "
        "and offers | words round names | words of links | signs of a credit |"
    )
    return "\n".join([head, "|---|---|---|---|---|---|---|---|", *rows]) + "\n"


def accuracy(part: str) -> Callable[[], str]:
    """One part of the figures that `make accuracy` prints, measured anew."""

    def measured() -> str:
        from tests.gold.accuracy import PARTS as FIGURES  # noqa: PLC0415 - only this needs it

        return FIGURES[part]()

    return measured


PARTS: dict[str, Callable[[], str]] = {
    "settings": settings_table,
    "views": views_tables,
    "commands": commands,
    "rules": rules,
    "languages": languages,
    **{
        f"accuracy_{part}": accuracy(part)
        for part in ("sizes", "bars", "facts", "rules", "languages", "seen")
    },
}


def refreshed(page: str) -> str:
    """The text of a page with every generated part made anew."""
    return _PART.sub(
        lambda part: part["begin"] + PARTS[part["name"]]().rstrip("\n") + "\n" + part["end"], page
    )


def main() -> int:
    """Write or check every page that has a generated part; the exit code says if one was behind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if behind")
    parser.add_argument("pages", nargs="*", help="such as rules.md; all of them when none is named")
    asked = parser.parse_args()
    check = asked.check
    behind = []
    for page in map(DOCS.joinpath, asked.pages) if asked.pages else sorted(DOCS.glob("*.md")):
        text = page.read_text(encoding="utf-8")
        fresh = refreshed(text)
        if fresh != text:
            behind.append(page.name)
            if not check:
                page.write_text(fresh, encoding="utf-8")
    print(("behind: " if check else "written: ") + (", ".join(behind) or "nothing"))
    return 1 if check and behind else 0


if __name__ == "__main__":
    sys.exit(main())
