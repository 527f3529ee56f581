"""Posts that are not Markdown as HTML, by Pelican's own readers, for those who run no build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rapport.building.faults import settings_fault
from rapport.building.guarding import Guarded
from rapport.building.messages import Messages
from rapport.building.paths import settle
from rapport.building.process import borrowed
from rapport.building.rest import guard_rest
from rapport.errors import BuildError
from rapport.model import Post
from rapport.settings import from_mapping


def renderer(settings_file: Path) -> Callable[[Post], str]:
    """A function from a post to the HTML that a build makes of it, before handles are linked.

    It raises BuildError for a post that its reader cannot read. Raises SettingsError at once when
    the settings cannot be used.
    """
    file = Path(settings_file).absolute()
    with borrowed(file.parent, Messages()):
        from pelican.readers import Readers  # noqa: PLC0415 - few posts need Pelican
        from pelican.settings import read_settings  # noqa: PLC0415 - few posts need Pelican

        try:
            values = read_settings(str(file))
        except BaseException as fault:
            raise settings_fault(fault, file) from fault
        settle(values, file.parent)
        settings = from_mapping(values, file.parent)
        guard_rest(values, Guarded.of(settings), settings.root)
        readers = Readers(values)

    def render(post: Post) -> str:
        with borrowed(file.parent, Messages()):
            try:
                content = readers.read_file(base_path=values["PATH"], path=post.source)
            except Exception as fault:
                said = " ".join(str(fault).split())
                raise BuildError(f"{post.path} cannot be read as {post.markup}: {said}.") from fault
        return str(content._content or "")

    return render
