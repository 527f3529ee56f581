"""Words that somebody has to keep: no command changes or destroys those under a legal hold."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.cli.comments.kept import Found, Kept, Refused
from rapport.cli.comments.writing import contact_of
from rapport.cli.people.hold import forbidding, holding
from rapport.sources import parse_header, refused_path
from rapport.store import inside, read_text


def check_hold(kept: Kept, found: Found) -> None:
    """Raises Refused where a line of the legal hold names this comment or whoever wrote it."""
    held = holding(kept.settings.private, {each for each in _meant(kept, found) if each})
    if held:
        raise Refused(
            f"{forbidding(held[0])} Its words are kept as they are. Without --erase, "
            "`rapport comments remove` takes them from the site and keeps them privately."
        )


def _meant(kept: Kept, found: Found) -> Iterator[str]:
    """All that a hold may call it by."""
    yield found.id
    yield contact_of(kept, found.id).email
    names = []
    for comment in (found.public, found.pending.comment if found.pending else None):
        if comment is not None:
            names += [comment.author, comment.person or ""]
    path = inside(kept.settings.private, refused_path(found.id))
    if path.is_file():
        header = parse_header(read_text(path)).header
        fields = (header.get(key) for key in ("author", "person", "email"))
        names += [field.value for field in fields if field is not None]
    yield from names
    for name in filter(None, names):
        person = kept.roster.get(name) or kept.roster.named(name)
        if person is not None:
            yield from (person.slug, person.name, *person.also, *person.handles)
