"""The lines of source that findings stand on."""

from __future__ import annotations

from rapport.model import Span
from rapport.reports.words import Source


class Lines:
    """The lines of the files that findings are about, each file split once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._known: dict[str, list[str]] = {}

    def get(self, path: str, line: int) -> str:
        """Line `line` (1-based) of a file without its end; empty when there is none."""
        if path not in self._known:
            self._known[path] = self._source(path).split("\n")
        lines = self._known[path]
        return lines[line - 1].removesuffix("\r") if 0 < line <= len(lines) else ""

    def around(self, path: str, span: Span) -> tuple[str, str, str]:
        """What stands before a place in its first line, its words, and the rest of its last."""
        before, words, after = parts_of(self.get(path, span.line), span)
        if span.end_line <= span.line:
            return before, words, after
        between = [self.get(path, line) for line in range(span.line + 1, span.end_line)]
        last = self.get(path, span.end_line)
        end = max(0, span.end_column - 1)
        return before, "\n".join([words, *between, last[:end]]), last[end:]


def parts_of(line: str, span: Span) -> tuple[str, str, str]:
    """What of a line stands before the words in question, they themselves, and the rest."""
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    return line[:start], line[start:end], line[end:]
