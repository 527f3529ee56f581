"""The pictures of a finished site: cleaned, told their size, and offered in smaller ones.

All is done to the output, once every page and file is there: whatever theme, template or raw HTML
an image came from, its address on the page says which file it is. What is costly is made when
publishing alone, and kept by content.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath

from rapport.building.imaged import Places
from rapport.building.pool import made_of
from rapport.building.run import Run
from rapport.building.telling import Tell
from rapport.pictures import (
    DRAWN,
    KINDS,
    SUFFIXES,
    Change,
    Element,
    Kind,
    NoPicture,
    Raster,
    address,
    drawing,
    file_of,
    key_of,
    look,
    name_for,
    rewritten,
    sized,
    sizes_for,
    stripped,
    upright,
    widths_for,
)
from rapport.store import Kept

_log = logging.getLogger("rapport")
# Below this a picture arrives in one piece whatever is done to it.
_SMALL = 4096
_CACHE = "pictures"
_AS_IT_IS = ", so it is published as it is. Export it again."


@dataclass(frozen=True, slots=True)
class _Choice:
    """A picture in other sizes: by kind, the widths and what was made for each."""

    digest: str
    made: dict[tuple[int, Kind], bytes]
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class _Job:
    """A picture by its digest, and what is wanted of it: None is still to be made."""

    digest: str
    made: dict[tuple[int, Kind], bytes | None]


@dataclass(slots=True)
class Picturing:
    """The pictures of one site, below `output`, whose address is `base`."""

    output: Path
    base: str
    kept: Kept
    places: Places
    tell: Tell
    known: dict[str, Raster | None] = field(default_factory=dict)
    choices: dict[str, _Choice] = field(default_factory=dict)
    shown: dict[str, None] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)

    def clean(self) -> None:
        """Take everything but the picture out of every picture that is published."""
        for file in self._files():
            try:
                data = file.read_bytes()
                bare = self._clean(file, data)
            except (NoPicture, ValueError) as fault:
                self.faults[file.relative_to(self.output).as_posix()] = f"{fault}{_AS_IT_IS}"
                continue
            if bare != data:
                # Pelican may have linked the file to the author's own, which stays as it is.
                file.unlink()
                file.write_bytes(bare)

    def dress(self, pages: Iterable[Path], *, publish: bool) -> None:
        """Give each image of these pages its size and, when publishing, smaller ones."""
        told = [page for page in pages if self._looks(page)]
        if publish:
            self._make()
        for page in told:
            html = page.read_text("utf-8")
            dressed = rewritten(html, partial(self._change, self._name(page)))
            if dressed != html:
                page.write_text(dressed, encoding="utf-8")
        for path, fault in self.faults.items():
            if path not in self.known:
                self._warn(path, fault)

    def _files(self) -> Iterator[Path]:
        for folder, inner, names in os.walk(self.output):
            inner.sort()
            for name in sorted(names):
                if os.path.splitext(name)[1].lower() in SUFFIXES:  # noqa: PTH122 - of thousands
                    yield Path(folder, name)

    def _clean(self, file: Path, data: bytes) -> bytes:
        raster = look(file)
        if raster.turned and not raster.moves:
            key = f"{key_of('upright', data)}.{raster.kind.lower()}"
            return self.kept.get(key) or self.kept.keep(key, upright(file))
        bare = stripped(data)
        if bare is not None:
            return bare
        if raster.kind in ("AVIF", "TIFF") and not raster.moves:
            key = f"{key_of('bare', data)}.{raster.kind.lower()}"
            return self.kept.get(key) or self.kept.keep(key, upright(file))
        return data

    def _name(self, page: Path) -> str:
        return Path(os.path.relpath(page, self.output)).as_posix()

    def _looks(self, page: Path) -> bool:
        """Whether there is something to do on a page; what it shows is noted."""
        html = page.read_text("utf-8") if page.suffix == ".html" else ""
        found: list[Element] = []
        rewritten(html, found.append)
        paths = [self._shown(element, self._name(page)) for element in found]
        for path, element in zip(paths, found, strict=True):
            if path and not element.chosen:
                self.shown.setdefault(path)
        return any(paths)

    def _shown(self, element: Element, page: str) -> str:
        """The path of the picture that an image shows, if it is one of ours that can be read."""
        path = file_of(element.given.get("src", ""), page, self.base)
        if not path:
            return ""
        if path not in self.known:
            self.known[path] = self._raster(path, page)
        return path if self.known[path] is not None else ""

    def _raster(self, path: str, page: str) -> Raster | None:
        file = self.output / path
        if not file.is_file():
            self._warn(path, "no such file is published. Put it there, or mend the address.", page)
            return None
        suffix = PurePosixPath(path).suffix.lower()
        if suffix not in SUFFIXES:
            return drawing(file) if suffix == DRAWN else None
        if path in self.faults:
            self._warn(path, self.faults[path], page)
        try:
            return look(file)
        except NoPicture as fault:
            self.faults.setdefault(path, f"{fault}{_AS_IT_IS}")
            self._warn(path, self.faults[path], page)
            return None

    def _warn(self, path: str, what: str, page: str = "") -> None:
        where = self.places.of(path, page)
        if where not in self.places.told:
            self.places.told.add(where)
            _log.warning("%s: %s", where, what)

    def _make(self) -> None:
        """Make what is missing of the pictures that pages show, on all cores."""
        jobs = dict(self._jobs())
        lacking = [path for path, job in jobs.items() if None in job.made.values()]
        made = made_of(lambda path: sized(self.output / path, jobs[path].made), lacking)
        for done, (path, future) in enumerate(made, 1):
            self._arrived(path, jobs[path], future)
            self.tell("Making pictures", done, len(lacking))
        for path, job in jobs.items():
            whole = {each: data for each, data in job.made.items() if data is not None}
            if len(whole) == len(job.made):
                self._choose(path, job.digest, whole)

    def _jobs(self) -> Iterator[tuple[str, _Job]]:
        """Each picture worth it, with what is kept of what it is wanted as."""
        for path in self.shown:
            raster, data = self.known[path], (self.output / path).read_bytes()
            small = len(data) < _SMALL
            drawn = path.lower().endswith(DRAWN)
            if raster is None or raster.moves or drawn or small or path in self.faults:
                continue
            digest = key_of(data)
            wanted = [(width, kind) for width in widths_for(raster.width) for kind in KINDS]
            yield (
                path,
                _Job(digest, {each: self.kept.get(_entry(digest, *each)) for each in wanted}),
            )

    def _arrived(self, path: str, job: _Job, future: Future[dict[tuple[int, Kind], bytes]]) -> None:
        try:
            fresh = future.result()
        except NoPicture as fault:
            self._warn(path, f"{fault}{_AS_IT_IS}")
            return
        for each, data in fresh.items():
            job.made[each] = self.kept.keep(_entry(job.digest, *each), data)

    def _choose(self, path: str, digest: str, made: dict[tuple[int, Kind], bytes]) -> None:
        """Offer the kinds that are worth it: those whose largest is smaller than the picture."""
        size = (self.output / path).stat().st_size
        largest = max(width for width, _ in made)
        kinds = tuple(kind for kind in KINDS if len(made[largest, kind]) < size)
        choice = _Choice(digest, made, kinds)
        for (width, kind), data in made.items():
            if kind in kinds:
                file = self.output / name_for(path, digest, width, kind)
                file.parent.mkdir(exist_ok=True)
                file.write_bytes(data)
        self.choices[path] = choice

    def _change(self, page: str, element: Element) -> Change | None:
        path = self._shown(element, page)
        raster = self.known.get(path)
        if raster is None:
            return None
        attributes = _dimensions(element, raster)
        if element.number > 1:
            attributes |= {"loading": "lazy", "decoding": "async"}
        choice = None if element.chosen else self.choices.get(path)
        if choice is None:
            return Change(attributes)
        src, sizes = element.given["src"], sizes_for(_shown_width(element, raster))
        return Change(
            attributes,
            tuple(
                (f"image/{kind}", self._srcset(choice, kind, path, src, page), sizes)
                for kind in choice.kinds
            ),
        )

    def _srcset(self, choice: _Choice, kind: Kind, path: str, src: str, page: str) -> str:
        widths = sorted(width for width, made in choice.made if made == kind)
        named = ((name_for(path, choice.digest, width, kind), width) for width in widths)
        return ", ".join(f"{address(name, src, page, self.base)} {width}w" for name, width in named)


def show_pictures(run: Run, places: Places, output: Path, base: str) -> None:
    """Clean the pictures of a finished site, dress its pages, and draw what stands for them.

    The preview keeps their Exif.
    """
    kept = Kept(run.settings.private, _CACHE)
    at_work = Picturing(output, base, kept, places, run.tell)
    if not run.settings.preview:
        at_work.clean()
    at_work.dress(dict.fromkeys(run.written), publish=run.settings.publish)
    run.cards.draw_all(kept, output, run.tell)
    if run.settings.publish:
        kept.drop_others()
    run.pictures += kept.made


def _entry(digest: str, width: int, kind: Kind) -> str:
    return f"{digest}-{width}.{kind}"


def _dimensions(element: Element, raster: Raster) -> dict[str, str]:
    """Both sizes of an image that lacks one: a browser keeps its place before it has it."""
    width, height = _dots(element, "width"), _dots(element, "height")
    if not {"width", "height"} & element.given.keys():
        return {"width": str(raster.width), "height": str(raster.height)}
    if width and "height" not in element.given:
        return {"height": str(max(1, round(width * raster.height / raster.width)))}
    if height and "width" not in element.given:
        return {"width": str(max(1, round(height * raster.width / raster.height)))}
    return {}


def _shown_width(element: Element, raster: Raster) -> int:
    return min(_dots(element, "width") or raster.width, raster.width)


def _dots(element: Element, name: str) -> int:
    """A size that somebody gave in dots; 0 for none, and for another measure."""
    text = element.given.get(name, "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0
