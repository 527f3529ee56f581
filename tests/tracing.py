"""Running without what the other tests of a worker would add to the time that is tested."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def untraced() -> Iterator[None]:
    """Count nothing as covered meanwhile, in this thread, and collect no garbage of other tests.

    Not by pytest-cov's `no_cover`: in a worker two measurements lie on each other, and stopping the
    upper one wakes the lower. After ten thousand tests a worker holds half a gigabyte; looking
    through it takes longer than a small text, and happens oftener for a large one.
    """
    tracer = sys.gettrace()
    sys.settrace(None)
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        sys.settrace(tracer)
