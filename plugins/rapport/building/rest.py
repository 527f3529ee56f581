"""Pelican's reader of reStructuredText, which would put any file's text into a post."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rapport.building.guarding import Guarded
from rapport.errors import BuildError


def guard_rest(values: dict[str, Any], guarded: Guarded, root: Path) -> None:
    """Let posts include only the site's own files, no guarded ones, and begin with a BOM.

    The site's own are those below `root`, the folder of the settings file, and below PATH. A post
    may come from a stranger's pull request, and what it includes from the machine that builds it.
    A reader that the site itself names for these files stays as it is.
    """
    from pelican import readers  # noqa: PLC0415 - only a build and few posts need Pelican

    homes = tuple(os.path.realpath(home) for home in (root, values["PATH"], _docutils()))

    # Pelican tells by a reader's name whether what it made is HTML.
    class RstReader(readers.RstReader):  # type: ignore[misc]  # Pelican is not typed
        def _get_publisher(self, source_path: str) -> Any:
            done = super()._get_publisher(source_path)
            _check(guarded, homes, done.settings.record_dependencies.list)
            return done

    ours = dict.fromkeys(RstReader.file_extensions, RstReader)
    values["READERS"] = {**ours, **(values["READERS"] or {})}
    values["DOCUTILS_SETTINGS"] = {
        "input_encoding": "utf-8-sig",
        **(values["DOCUTILS_SETTINGS"] or {}),
    }


def _docutils() -> Path:
    """Where docutils keeps what `.. include:: <isonum.txt>` and the like name."""
    import docutils  # noqa: PLC0415 - only a build and few posts need it

    return Path(docutils.__file__).parent


def _check(guarded: Guarded, homes: Iterable[str], included: Iterable[str]) -> None:
    """Raise BuildError when one of the files that docutils took in is guarded or is not ours."""
    for path in included:
        if guarded.holds(Path(path).absolute()):
            raise BuildError(
                f"it includes {path}, and the text of comments, of people and of the private "
                "folder is never a post's. Take that line out"
            )
        real = os.path.realpath(path)
        if not any(real.startswith(home + os.sep) for home in homes):
            raise BuildError(
                f"it includes {path}, which is not one of the site's files. Copy that file into "
                "the site, or take the line out"
            )
