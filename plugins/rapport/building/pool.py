"""Pictures are made on all cores: their library lets go of Python while it works."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from typing import TypeVar

from rapport.building.measuring import cores

Job = TypeVar("Job")
Made = TypeVar("Made")


def made_of(make: Callable[[Job], Made], jobs: Iterable[Job]) -> Iterator[tuple[Job, Future[Made]]]:
    """Each job and its result as soon as it is there, in no order.

    Whoever stops asking, or is interrupted, waits for what is under way and for no more. A result
    is let go of once it was given.
    """
    with ThreadPoolExecutor(cores()) as pool:
        todo = {pool.submit(make, job): job for job in jobs}
        try:
            for future in as_completed(todo):
                yield todo.pop(future), future
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
