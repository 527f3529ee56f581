"""Exports in XML, from anybody: an element at a time, so that a large file takes little memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from rapport.importers.faults import Unusable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Control characters, which XML forbids and exports contain. In UTF-8 and every one-byte encoding
# these bytes are part of no other character.
_FORBIDDEN = bytes(number for number in range(32) if number not in b"\t\n\r")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")
_JUNK = 256
_OFTEN = 100


@dataclass(frozen=True, slots=True)
class Root:
    """What the outermost element of a format is called, and what to say of another's file."""

    name: str
    otherwise: str


def elements(
    path: Path, root: Root, wanted: Collection[str], told: Callable[[int], None]
) -> Iterator[Element]:
    """Every element with one of the `wanted` names (`{namespace}name`), whole, in order of its end.

    The element is emptied when the next one is asked for, so keep its texts and not itself. An
    element inside a wanted one comes along with that. `told` hears how many there were so far.
    Raises Unusable, with line and column, for what is not XML, is cut short or has another root,
    and for entities and references to other files, which no export needs.
    """
    with _opened(path) as file:
        passed = _Passed(file, path)
        yield from _elements(passed, (path, root), frozenset(wanted), told)


def _opened(path: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except (OSError, ValueError) as fault:
        raise Unusable(path, f"It cannot be read: {getattr(fault, 'strerror', fault)}.") from fault


class _Passed:
    """A file without what stands before its first `<`, and without control characters.

    WordPress writes blank lines there when a plugin is at fault, others a byte order mark.
    """

    def __init__(self, file: IO[bytes], path: Path) -> None:
        self._file = file
        head = file.read(_JUNK)
        start = head.find(b"<")
        if not head.strip():
            raise Unusable(path, "It is empty.")
        if start < 0:
            raise Unusable(path, "It is not XML: there is no `<` where it begins.", 1, 1)
        wide = any(mark in head[: start + 2] for mark in _UTF_16)
        self.lines = 0 if wide else head.count(b"\n", 0, start)
        self._drop = b"" if wide else _FORBIDDEN
        self._head = head if wide else head[start:]

    def read(self, size: int = -1) -> bytes:
        """The next bytes, empty at the end."""
        data, self._head = self._head or self._file.read(size), b""
        while data:
            kept = data.translate(None, self._drop)
            if kept:
                return kept
            data = self._file.read(size)
        return b""


def _elements(
    file: _Passed, about: tuple[Path, Root], wanted: Collection[str], told: Callable[[int], None]
) -> Iterator[Element]:
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415 - the fault's class alone

    from defusedxml import (  # noqa: PLC0415 - two formats need it
        DefusedXmlException,
        EntitiesForbidden,
        ExternalReferenceForbidden,
    )
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415 - two formats need it

    path, root = about
    try:
        events = iterparse(file, events=("start", "end"))
        outermost = next(events)[1]
        if outermost.tag != root.name:
            found, ours = (name.rpartition("}")[2] for name in (outermost.tag, root.name))
            named = root.name.rpartition("}")[0].removeprefix("{")
            bare = f" without the namespace {named}" if found == ours else ""
            raise Unusable(path, f"Its outermost element is <{found}>{bare}. {root.otherwise}")
        yield from _walked(events, outermost, wanted, told)
    except EntitiesForbidden as fault:
        raise Unusable(
            path,
            f"It defines the entity {fault.name!r}. No export needs entities of its own, and they "
            "can be made to fill the memory or to read other files, so it is refused.",
        ) from fault
    except ExternalReferenceForbidden as fault:
        raise Unusable(
            path,
            f"It refers to another file ({fault.sysid!r}). No export needs that, so it is refused.",
        ) from fault
    except DefusedXmlException as fault:
        raise Unusable(path, f"It is refused as unsafe XML: {fault}.") from fault
    except ParseError as fault:
        line, column = fault.position
        reason = str(fault).split(":")[0]
        cut = " The file seems to be cut short." if fault.code in (3, 5, 20) else ""
        raise Unusable(
            path, f"It is not well-formed XML ({reason}).{cut}", line + file.lines, column + 1
        ) from fault
    except (LookupError, ValueError) as fault:
        raise Unusable(path, f"It is in an encoding that cannot be read: {fault}.", 1, 1) from fault


def _walked(
    events: Iterator[tuple[str, Element]],
    outermost: Element,
    wanted: Collection[str],
    told: Callable[[int], None],
) -> Iterator[Element]:
    """The wanted elements; everything else is let go when it ends."""
    open_ = [outermost]
    inside = count = 0
    for event, element in events:
        if event == "start":
            inside += element.tag in wanted
            open_.append(element)
            continue
        open_.pop()
        if element.tag in wanted:
            inside -= 1
            if not inside:
                count += 1
                yield element
                if count % _OFTEN == 0:
                    told(count)
        if not inside:
            element.clear()
            if open_:
                open_[-1].remove(element)
    told(count)


def text(element: Element, name: str) -> str:
    """The text of the child of that name without spaces around it, empty when there is none."""
    return (element.findtext(name) or "").strip()
