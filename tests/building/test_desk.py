"""What waits to be approved is on the desk of the preview, and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from rapport.building import build
from tests.building.small_site import tree, write_site
from tests.sites import write_files

HELD = "01jr0000000000000000000001"


def pending(state: str, words: str) -> str:
    return f"""
        Post: locks
        Received: {datetime.now(UTC):%Y-%m-%d %H:%M}+00:00
        Flag: link - <b>two links</b>
        Email: vera@canals.example
        Author: Vera <script>alert(1)</script> Holm
        Date: 2026-04-02 09:58+00:00

        {words} <img src=x onerror=alert(1)>
        """


def test_the_desk_shows_what_is_to_be_approved(tmp_path: Path) -> None:
    conf = write_site(tmp_path)
    write_files(
        tmp_path / ".rapport/inbox",
        {
            f"pending/{HELD}.md": pending("pending", "Who opens the *gate*?"),
            "spam/01jr1111111111111111111111.md": pending("spam", "Cheap gates"),
        },
    )
    done = build(conf, preview=True)
    desk = (done.output / "desk/index.html").read_text("utf-8")
    assert "To be approved (1)" in desk
    assert "Who opens the gate?" in desk
    assert f"rapport comments approve {HELD}" in desk
    assert "link - &lt;b&gt;two links" in desk
    assert "<script>alert(1)" not in desk
    assert "<img src=x" not in desk
    assert "canals.example" not in desk
    assert "Cheap gates" not in desk
    public = b"".join(tree(build(conf).output).values())
    for word in (HELD, "Who opens the gate", "Cheap gates", "canals.example"):
        assert word.encode() not in public


def test_the_desk_says_how_to_answer(tmp_path: Path) -> None:
    desk = build(write_site(tmp_path), preview=True).output / "desk/index.html"
    assert "<code>rapport comments reply 01" in desk.read_text("utf-8")
    assert "To be approved" not in desk.read_text("utf-8")
