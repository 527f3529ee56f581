"""Running without counting what is covered: a test of time would measure the counting too."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def untraced() -> Iterator[None]:
    """Count nothing as covered meanwhile, in this thread.

    Not by pytest-cov's `no_cover`: in a worker two measurements lie on each other, and stopping the
    upper one wakes the lower.
    """
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracer)
