"""The name that is most likely meant, found among many in the time a few take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_ENDS = 3
_LONGEST = 100
_MOST = 100  # candidates that are compared letter by letter
_APART = 3  # letters more or less


@dataclass(frozen=True, slots=True)
class Nearest:
    """Names by how they begin and end: a slip of the pen leaves one of the two alone."""

    names: frozenset[str] = frozenset()
    ends: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def among(cls, names: Iterable[str]) -> Nearest:
        """Ready to find the nearest of these names."""
        known = frozenset(names)
        ends: dict[str, list[str]] = {}
        for name in sorted(known):
            for end in {f"^{name[:_ENDS]}", f"{name[-_ENDS:]}$"}:
                ends.setdefault(end, []).append(name)
        return cls(known, {end: tuple(found) for end, found in ends.items()})

    def to(self, name: str, cutoff: float) -> str | None:
        """The name itself if it is known, else the one most like it, None when none is."""
        if name in self.names:
            return name
        if len(name) > _LONGEST:
            return None
        like = (
            other
            for end in (f"^{name[:_ENDS]}", f"{name[-_ENDS:]}$")
            for other in self.ends.get(end, ())
            if abs(len(other) - len(name)) <= _APART
        )
        candidates = [other for other, _ in zip(like, range(_MOST), strict=False)]
        if not candidates:
            return None
        from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

        found = get_close_matches(name, candidates, n=1, cutoff=cutoff)
        return found[0] if found else None
