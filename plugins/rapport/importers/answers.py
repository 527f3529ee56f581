"""What a service answered when it was asked for a thread: a file of JSON, or a folder of them.

Such an answer seldom says which page it belongs to. So a file may be called as the post is: its
name without the ending is one of the names the thread goes by.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rapport.importers.faults import Unusable
from rapport.importers.loading import load_json, small_files
from rapport.importers.values import Gathered, inside, line
from rapport.model import one_line


def answers(path: Path, gathered: Gathered) -> Iterator[tuple[Path, object]]:
    """Each file with what is in it; files of a folder that are left out go to what is gathered.

    Raises Unusable, also where a service answered with an error of its own.
    """
    files = [path]
    if path.is_dir():
        files = [file for _, file in small_files(path, (".json", ".json.gz"), gathered.skipped)]
        if not files:
            raise Unusable(path, "There is no .json file in this folder.")
    for file in files:
        made = load_json(file)
        said = _error(made)
        if said:
            raise Unusable(
                file, f"It holds no thread but an error of the service: {said}. Ask it again."
            )
        yield file, made


def called(file: Path) -> str:
    """The name of a file that may be that of a post: without its folder and its endings."""
    return one_line(file.name.partition(".")[0])


def _error(made: object) -> str:
    """What a service says went wrong (Mastodon, Bluesky, webmention.io, GraphQL)."""
    if not isinstance(made, dict) or inside(made, "data"):
        return ""
    errors = made.get("errors")
    first = errors[0] if isinstance(errors, list) and errors else {}
    told = line(first, "message") if isinstance(first, dict) else ""
    return told or line(made, "error_description", "message") or line(made, "error")
