"""Pelican's reader of reStructuredText, which would put any file's text into a post."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rapport.building.guarding import Guarded
from rapport.errors import BuildError


def guard_rest(values: dict[str, Any], guarded: Guarded) -> None:
    """Let posts include no guarded file, and begin with a byte order mark as others may.

    A reader that the site itself names for these files stays as it is.
    """
    from pelican import readers  # noqa: PLC0415 - only a build and few posts need Pelican

    # Pelican tells by a reader's name whether what it made is HTML.
    class RstReader(readers.RstReader):  # type: ignore[misc]  # Pelican is not typed
        def _get_publisher(self, source_path: str) -> Any:
            done = super()._get_publisher(source_path)
            _check(guarded, done.settings.record_dependencies.list)
            return done

    ours = dict.fromkeys(RstReader.file_extensions, RstReader)
    values["READERS"] = {**ours, **(values["READERS"] or {})}
    values["DOCUTILS_SETTINGS"] = {
        "input_encoding": "utf-8-sig",
        **(values["DOCUTILS_SETTINGS"] or {}),
    }


def _check(guarded: Guarded, included: Iterable[str]) -> None:
    """Raise BuildError when one of the files that docutils took in is guarded."""
    for path in included:
        if guarded.holds(Path(path).absolute()):
            raise BuildError(
                f"it includes {path}, and the text of comments, of people and of the private "
                "folder is never a post's. Take that line out"
            )
