"""A comment that was written is read as the same comment: writer, store and reader together."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from rapport.conversation import new_id, to_text
from rapport.model import Comment, Header
from rapport.settings import Settings
from rapport.sources import read_site
from rapport.store import inside, write_text
from tests.conversation.talk import comment

POST = "Title: Costs\nDate: 2026-01-01\nAuthor: Ana Rossi\nSlug: costs\n\nText.\n"
ANA = "Name: Ana Rossi\nRole: firm\n"
ID = new_id(datetime(2026, 1, 2, tzinfo=UTC), b"0123456789")
OTHER = new_id(datetime(2026, 1, 1, 9, tzinfo=UTC), b"9876543210")

# What a value or a body may be once a reader has taken it: no end of line, no address, no blanks
# around it. The rest is free.
LETTERS = st.characters(
    codec="utf-8", categories=["L", "N", "P", "S", "Zs"], exclude_characters="@"
)
VALUE = st.text(LETTERS, min_size=1, max_size=30).map(lambda text: " ".join(text.split()))
LINES = st.lists(st.one_of(VALUE, st.sampled_from(["", "Status: removed", "> x", "    code"])))
MOMENT = st.builds(
    lambda passed, zone: (
        datetime(2020, 1, 1, tzinfo=timezone(timedelta(minutes=zone))) + timedelta(seconds=passed)
    ),
    st.integers(0, 150_000_000),
    st.sampled_from([0, 60, -330, 765]),
)


@given(
    st.builds(
        comment,
        st.just(ID),
        st.sampled_from([None, OTHER]),
        date=MOMENT,
        author=VALUE.filter(bool),
        body=LINES.map("\n".join).map(lambda text: text.strip("\n").rstrip()).filter(str.strip),
        person=st.sampled_from([None, "ana"]),
        url=st.sampled_from(["", "https://mia.example/x?y=1"]),
        answers=st.sampled_from([(), (OTHER,)]),
        source=st.sampled_from(["form", "mail", "mastodon"]),
        source_id=VALUE,
        not_needed=st.one_of(st.none(), st.just("by phone")),
        edited=VALUE,
        lang=st.sampled_from(["", "de", "pt-BR"]),
    )
)
@hypothesis_settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_same_comment(tmp_path: Path, said: Comment) -> None:
    said = dataclasses.replace(
        said,
        role="firm" if said.person else "reader",
        path=f"content/comments/costs/{ID}.md",
    )
    if not (tmp_path / "content").exists():
        write_text(tmp_path / "content/posts/costs.md", POST)
        write_text(tmp_path / "content/people/ana.md", ANA)
    write_text(inside(tmp_path, said.path), to_text(said))
    site = read_site(Settings(root=tmp_path))
    assert [dataclasses.replace(c, header=Header()) for c in site.comments] == [said], site.problems
