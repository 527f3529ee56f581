"""Counts, shares of them, and how far a share from so few can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

_Z = 1.959964  # 95 %


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """The share, None when there is nothing to have a share in."""
        return self.part / self.whole if self.whole else None

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval (E. B. Wilson, 1927), sound for few cases and shares near 1."""
        if not self.whole:
            return 0.0, 1.0
        share, n, z = self.part / self.whole, self.whole, _Z
        middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True)
class Count:
    """What was right, what was found too much, what was missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self) -> Share:
        """Of what was found, the share that is right."""
        return Share(self.right, self.right + self.extra)

    @property
    def recall(self) -> Share:
        """Of what is there, the share that was found."""
        return Share(self.right, self.right + self.missed)


def ratio(share: Share) -> str:
    """A share with two digits, cut and not rounded: 0.896 does not reach 0.90. A dash for none."""
    return "-" if share.value is None else f"{share.part * 100 // share.whole / 100:.2f}"


def shown(share: Share) -> str:
    """A share with its counts and its interval, for a table."""
    if share.value is None:
        return "-"
    low, high = share.interval
    return f"{ratio(share)} ({share.part} of {share.whole}; {low:.2f} to {high:.2f})"
