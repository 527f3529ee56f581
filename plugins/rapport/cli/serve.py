"""`rapport serve`: the preview that reloads by itself."""

from __future__ import annotations

from pathlib import Path

import click

from rapport.building import serve
from rapport.cli.configuration import settings_file


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
    serve(settings_file(given), host, port)
    return 0
