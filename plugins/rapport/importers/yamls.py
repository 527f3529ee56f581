"""YAML as small files of comments have it: names and texts, nothing else.

Read from the parser's events, so every value is the text that stands there: `No` is a name and no
boolean, `0123` an id and no number. Aliases and tags, which let a file make objects or grow beyond
all bounds, are refused by name.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rapport.importers.faults import Unusable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.events import Event, NodeEvent

_DEEPEST = 16
# What YAML writes for nothing, where it stands unquoted.
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_PLAIN_TAGS = "tag:yaml.org,2002:"


def read_yaml(text: str, path: Path, first: int = 1) -> object:
    """The value of the only document: dicts, lists and texts; empty texts for nulls.

    `first` is the line of the file on which `text` begins. Raises Unusable with the line.
    """
    import yaml  # noqa: PLC0415 - one format needs it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _built(yaml.parse(text, Loader=loader), path, first)
    except yaml.MarkedYAMLError as fault:
        at = fault.problem_mark or fault.context_mark
        told = fault.problem or fault.context or "it cannot be read"
        raise Unusable(
            path, f"This is not YAML: {told}.", *((at.line + first, at.column + 1) if at else ())
        ) from fault
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        raise Unusable(path, f"This is not YAML: {fault}.") from fault


def _built(events: Iterator[Event], path: Path, first: int) -> object:
    from yaml import events as kinds  # noqa: PLC0415 - as above

    top: list[object] = []
    holders: list[list[object]] = [top]
    for event in events:
        if isinstance(event, kinds.NodeEvent):
            _check(event, path, first)
        if isinstance(event, kinds.ScalarEvent):
            null = event.implicit[0] and event.value in _NULLS
            holders[-1].append("" if null else event.value)
        elif isinstance(event, kinds.CollectionStartEvent):
            if len(holders) > _DEEPEST:
                raise Unusable(
                    path, "Its values stand too deep within each other.", _line(event, first)
                )
            holders.append([])
        elif isinstance(event, kinds.CollectionEndEvent):
            values = holders.pop()
            mapping = isinstance(event, kinds.MappingEndEvent)
            holders[-1].append(_mapping(values) if mapping else values)
        elif isinstance(event, kinds.DocumentStartEvent) and top:
            raise Unusable(path, "It holds several documents.", _line(event, first))
    return top[0] if top else ""


def _mapping(values: list[object]) -> dict[str, object]:
    keys, told = values[::2], values[1::2]
    return {key: value for key, value in zip(keys, told, strict=True) if isinstance(key, str)}


def _check(event: NodeEvent, path: Path, first: int) -> None:
    from yaml import events as kinds  # noqa: PLC0415 - as above

    if isinstance(event, kinds.AliasEvent):
        raise Unusable(
            path,
            f"It uses the alias *{event.anchor}. No comment needs one, and aliases can be made to "
            "fill the memory, so it is refused.",
            _line(event, first),
        )
    tag = str(getattr(event, "tag", None) or "!")
    plain = tag.startswith(_PLAIN_TAGS) and not tag.startswith(f"{_PLAIN_TAGS}python")
    if tag != "!" and not plain:
        raise Unusable(
            path,
            f"It uses the tag {tag}. No comment needs one; it is refused.",
            _line(event, first),
        )


def _line(event: Event, first: int) -> int:
    return event.start_mark.line + first if event.start_mark else 0
