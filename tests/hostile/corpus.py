"""What a hostile reader may write: the payloads of `payloads/`, by the way they hope to get in.

`PAYLOADS` maps a class to its payloads; `ALL` is one flat list of (class, number, payload).
`payloads/README.md` says what a file holds and how to add to it.
"""

from __future__ import annotations

import json
from pathlib import Path

_FOLDER = Path(__file__).with_name("payloads")

# What no run of one text repeated can say.
_GROWN = {
    "nesting": (
        "- a\n" + "".join("  " * level + "- b\n" for level in range(1, 300)),
        "\n".join("> " * (level % 40) + f"line {level}" for level in range(400)),
    )
}


def _read(file: Path) -> tuple[str, ...]:
    written: list[str | list[tuple[str, int]]] = json.loads(file.read_text("utf-8"))
    plain = (row if isinstance(row, str) else "".join(t * n for t, n in row) for row in written)
    return (*plain, *_GROWN.get(file.stem, ()))


PAYLOADS: dict[str, tuple[str, ...]] = {
    file.stem: _read(file) for file in sorted(_FOLDER.glob("*.json"))
}

ALL: list[tuple[str, int, str]] = [
    (kind, number, payload)
    for kind, payloads in PAYLOADS.items()
    for number, payload in enumerate(payloads)
]
