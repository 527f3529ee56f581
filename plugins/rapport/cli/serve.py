"""`rapport serve`: the preview that reloads by itself."""

from __future__ import annotations

from pathlib import Path

import click

from rapport.building import Event, serve
from rapport.cli.configuration import settings_file
from rapport.model import clean_text

_MOST = 3


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port to listen on; 0 takes a free one.",
)
@click.pass_obj
def command(given: Path | None, host: str, port: int) -> int:
    """Preview the site with drafts, desk and audit; every change shows by itself."""
    serve(settings_file(given), host, port, lambda event: click.echo(said(event)))
    return 0


def said(event: Event) -> str:
    """What happened in the preview, in a line or, when something is wrong, a few."""
    match event.kind:
        case "serving":
            return f"Preview at {event.url} (Ctrl-C ends it)"
        case "changed":
            return f"Changed: {clean_text(_names(event.changed))}"
        case "built":
            return _with(event.message, f"Built in {event.seconds:.1f} s")
        case "failed":
            return _with(event.message, click.style("Not built; the last preview stays", fg="red"))


def _names(changed: tuple[str, ...]) -> str:
    more = f" and {len(changed) - _MOST} more" if len(changed) > _MOST else ""
    return ", ".join(changed[:_MOST]) + more


def _with(message: str, headline: str) -> str:
    return f"{headline}\n{clean_text(message)}" if message else headline
