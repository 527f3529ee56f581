"""The text of a file, or a problem that says what to do."""

from __future__ import annotations

import os
import stat

from rapport.sources.problems import Problems
from rapport.store import Unreadable, read_text

# Far above anything a person writes: what is larger was put there by mistake.
POST_LIMIT = 6_000_000
COMMENT_LIMIT = 1_000_000


def load(path: str, limit: int, problems: Problems) -> tuple[str, os.stat_result] | None:
    """The text of a UTF-8 file (without BOM) and its `stat`, or None and a CFG901 in `problems`.

    A device or a pipe is never opened: reading one may wait for ever.
    """
    try:
        known = os.stat(path)  # noqa: PTH116 - a Path costs more than the reading
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        problems.error("CFG901", f"This file cannot be read ({reason}).")
        return None
    if not stat.S_ISREG(known.st_mode):
        problems.error("CFG901", "This is a folder or a device where a file should be. Remove it.")
        return None
    if known.st_size > limit:
        problems.error(
            "CFG901",
            f"This file has {known.st_size / 1e6:.1f} MB; at most {limit / 1e6:.0f} MB are read. "
            "Nobody reads so much: split it, or remove what is not text.",
        )
        return None
    return _read(path, known, problems)


def _read(
    path: str, known: os.stat_result, problems: Problems
) -> tuple[str, os.stat_result] | None:
    try:
        text = read_text(path)
    except Unreadable as fault:
        problems.error("CFG901", f"This file {fault.reason}", fault.line)
        return None
    if not text.strip():
        problems.error("CFG901", "This file is empty. Write it, or remove it.")
        return None
    return text, known
