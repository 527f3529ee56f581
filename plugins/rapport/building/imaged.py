"""Which file, and which of its lines, a picture of a finished page comes from: for messages."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from rapport.model import Facts
from rapport.settings import Settings


@dataclass(slots=True)
class Places:
    """Where pictures are named. `told` are the places that a message was written of already."""

    settings: Settings
    sources: Mapping[str, str]
    facts: Mapping[str, Facts]
    told: set[str] = field(default_factory=set)

    @classmethod
    def of_site(
        cls, contents: Iterable[Any], facts: Mapping[str, Facts], settings: Settings
    ) -> Places:
        """Those of a site: its posts and pages as Pelican has them, and the facts of its posts."""
        base = settings.reading.content
        return cls(
            settings,
            {
                each.save_as: posixpath.join(base, each.get_relative_source_path())
                for each in contents
            },
            facts,
        )

    def of(self, picture: str, page: str) -> str:
        """`content/posts/tolls.md:12 shows images/weir.jpg`; the picture alone for other pages."""
        source = self.sources.get(page)
        if source is None:
            return picture
        return f"{source}:{self._line(source, picture)} shows {picture}"

    def _line(self, source: str, picture: str) -> int:
        name = posixpath.basename(picture)
        known = self.facts.get(source)
        for image in known.images if known else ():
            if posixpath.basename(unquote(urlsplit(image.src).path)) == name:
                return image.span.line
        try:
            lines = Path(self.settings.root, source).read_text("utf-8").split("\n")
        except (OSError, ValueError):
            return 1
        return next((number for number, line in enumerate(lines, 1) if name in line), 1)
