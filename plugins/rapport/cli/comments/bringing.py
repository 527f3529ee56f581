"""`rapport comments import`: the comments of another system, with an account of what is lost."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from rapport.arrivals import Export
from rapport.cli.comments.account import account_text
from rapport.cli.comments.kept import Kept, exact, held, open_kept
from rapport.cli.comments.own import badges, readable
from rapport.cli.comments.people_map import read_map
from rapport.cli.configuration import load, settings_file
from rapport.cli.progress import told
from rapport.conversation import (
    Here,
    Plan,
    Target,
    account_of,
    contact_text,
    decided,
    pending_text,
    plan,
    to_text,
)
from rapport.importers import FORMATS, importer
from rapport.model import Post, one_line
from rapport.settings import Settings
from rapport.sources import (
    address,
    claimed,
    contact_path,
    firm_names,
    inbox_path,
    reasons_path,
    refused_path,
    with_id,
)
from rapport.store import Batch, inside, read_text, remove_file, write_all

_DECIDED = "it was refused, removed or forgotten here, and stays so"
_UNREADABLE = "its file in the inbox cannot be read: mend that first"


@dataclass(frozen=True, slots=True)
class _Wish:
    """What was asked for."""

    format: str
    path: Path
    people: Path | None
    publish: bool


@click.command()
@click.argument("format_", type=click.Choice(list(FORMATS)), metavar="FORMAT")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--write", is_flag=True, help="Write what is shown; without it nothing is written.")
@click.option("--json", "as_json", is_flag=True, help="The account as JSON.")
@click.option(
    "--map", "people", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Who is who: a line `account or name = person` for each of the firm's people, with the "
    "slug of their file in content/people, or `none` for somebody who only has the same name.",
)  # fmt: skip
@click.option(
    "--publish", is_flag=True,
    help="Show what comes from social networks and webmentions too, without approval.",
)  # fmt: skip
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 - the options of a command
    settings_file: Path | None,
    format_: str,
    path: Path,
    write: bool,
    as_json: bool,
    people: Path | None,
    publish: bool,
) -> int:
    """Bring the comments of another system along: files under content/comments.

    Says first what is in PATH, what becomes of it and what is lost. What belongs to no post is kept
    aside in the private inbox, and goes to its post when a later import finds it. Importing again
    changes nothing, a newer export adds what is new. Addresses and IPs go to the private folder
    alone. FORMAT is one of: {formats}.
    """
    wish = _Wish(format_, path, people, publish)
    export = _read(settings_file, wish)
    if write:
        with held(settings_file) as kept:
            notes = [*export.notes, *badges(export, kept)]
            planned = _planned(readable(export, kept), kept, wish)
            notes += _write(planned, kept)
    else:
        kept = open_kept(settings_file)
        notes = [*export.notes, *badges(export, kept)]
        planned = _planned(readable(export, kept), kept, wish)
    notes += _exposed(export, wish.path, kept.settings)
    account = account_of(planned, written=write)
    if as_json:
        click.echo(json.dumps(account | {"notes": notes}, ensure_ascii=False, indent=2))
    else:
        click.echo(account_text(account, notes))
    return 0


command.help = (command.help or "").format(formats=", ".join(FORMATS))


def _read(given: Path | None, wish: _Wish) -> Export:
    zone: ZoneInfo = load(settings_file(given)).reading.timezone
    with told("Reading comments") as tell:
        return importer(wish.format).read(wish.path, zone, tell)


def _exposed(export: Export, path: Path, settings: Settings) -> list[str]:
    """What there is to say of an export with addresses in it that git may keep for good."""
    file, root, private = (each.resolve() for each in (path, settings.root, settings.private))
    held_there = any(arrived.contact.email or arrived.contact.ip for arrived in export.comments)
    if not held_there or not file.is_relative_to(root) or file.is_relative_to(private):
        return []
    return [
        f"{one_line(str(path))} holds readers' addresses and lies in the site's folder: keep it "
        "elsewhere, so that nobody commits it."
    ]


def _planned(export: Export, kept: Kept, wish: _Wish) -> Plan:
    settings, site = kept.settings, kept.opened.site
    firm = firm_names(site.people, settings.firm_names)
    inbox = {each.comment.id: each for each in kept.inbox.pending}
    here = Here(
        posts=_targets(kept),
        comments={each.id: each for each in site.comments},
        taken=frozenset(kept.public),
        inbox=inbox,
        # What lies in the inbox and cannot be read is somebody's to mend, and not ours to replace.
        refused=dict.fromkeys(_decided(kept), _DECIDED)
        | dict.fromkeys(kept.private.keys() - inbox.keys(), _UNREADABLE),
        claims=_claims(firm),
        now=datetime.now(settings.reading.timezone).replace(microsecond=0),
        who=read_map(wish.people, kept.roster) if wish.people else {},
        publish=wish.publish,
        language=settings.reading.default_lang if settings.threads == "language" else "",
    )
    return plan(export, here)


def _decided(kept: Kept) -> set[str]:
    """What somebody has decided against, though nothing of it may be kept but the decision.

    What was approved and is lost comes back.
    """
    return {name for name in kept.refused if _against(name, kept.settings)}


def _against(name: str, settings: Settings) -> bool:
    log = settings.private / reasons_path(name)
    if (settings.private / refused_path(name)).is_file() or not log.is_file():
        return True
    text = read_text(log)
    return any(decided(text, what) for what in ("refused", "removed", "forgotten"))


def _claims(firm: Mapping[str, str]) -> Callable[[str], str]:
    known: dict[str, str] = {}

    def claims(author: str) -> str:
        if author not in known:
            known[author] = claimed(author, firm)
        return known[author]

    return claims


def _targets(kept: Kept) -> list[Target]:
    """Every post, of translations the one in the site's language first."""
    settings = kept.settings
    own = settings.reading.default_lang
    posts = sorted(kept.opened.site.posts, key=lambda post: (post.lang != own, post.path))
    return [
        Target(post.id, post.slug, post.title, address(post, settings), post.lang) for post in posts
    ]


def _write(planned: Plan, kept: Kept) -> list[str]:
    """Write everything or nothing, then let go of what was settled in the inbox."""
    settings = kept.settings
    public = {
        f"comments/{row.comment.post}/{row.comment.id}.md": (
            row.arrived.own.file if row.arrived.own and row.arrived.own.file else
            to_text(row.comment)
        )
        for row in planned.publish
    }  # fmt: skip
    private = {
        inbox_path(pending.state, pending.comment.id): pending_text(pending)
        for pending in planned.pend
    }
    for comment, contact in planned.contacts:
        private[contact_path(comment.id)] = contact_text(comment.author, comment.post, contact)
    ids, notes = _post_ids({row.comment.post for row in planned.publish}, kept)
    # The comments themselves come last: what goes with them is there when a kill cuts it short, and
    # of what is here the next run believes that it is whole.
    batches = [
        Batch(settings.private, private, private=True),
        Batch(settings.content, ids | public),
    ]
    number = sum(len(batch.texts) for batch in batches)
    with told("Writing comments", number) as tell:
        write_all(batches, partial(_tell_often, tell))
    for state, name in planned.settled:
        if inbox_path(state, name) not in private:
            remove_file(inside(settings.private, inbox_path(state, name)))
    return notes


def _tell_often(tell: Callable[[int], None], done: int) -> None:
    if done % 50 == 0:
        tell(done)


def _post_ids(posts: set[str], kept: Kept) -> tuple[dict[str, str], list[str]]:
    """The files of posts that get their first comment, with their `Id:`; what is to be said."""
    texts: dict[str, str] = {}
    notes: list[str] = []
    with_comments = {comment.post for comment in kept.opened.site.comments}
    for post in kept.opened.site.posts:
        if post.id in posts - with_comments and post.header.get("id") is None:
            changed = _with_id(post, kept)
            if changed is None:
                notes.append(
                    f"Write Id: {post.id} into {post.path} by hand: its comments stay with it then "
                    "when its slug changes. It cannot be done safely here."
                )
            else:
                texts[post.source] = changed
    return texts, notes


def _with_id(post: Post, kept: Kept) -> str | None:
    """The text of a post with its id; None where its file is not one below the content folder."""
    path = kept.settings.content / post.source
    if not path.resolve().is_relative_to(kept.settings.content.resolve()):
        return None
    return with_id(post, exact(path))
