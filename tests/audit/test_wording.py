"""What a finding advises is written in the author's own markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rapport.audit import measure
from rapport.audit.case import Case
from rapport.audit.rules import img601, img602
from rapport.conversation import thread
from rapport.model import MarkupKind
from tests.audit.posts import CONTEXT, SETTINGS, read


def case(markup: MarkupKind) -> Case:
    post, document = read("![](/images/queue.jpg)\n\nIt went round the corner of the street.")
    now = datetime(2026, 6, 1, tzinfo=UTC)
    facts = measure(post, document, CONTEXT)
    return Case(replace(post, markup=markup), facts, thread(post.id, ()), SETTINGS, now)


@pytest.mark.parametrize(
    ("markup", "credit", "alt"),
    [
        ("markdown", '![...](... "Photo: Name")', "square brackets"),
        ("rst", "`Name <address>`_", ":alt:"),
        ("html", "figcaption", 'alt="..."'),
    ],
)
def test_an_image_is_mended_in_the_markup_of_the_post(
    markup: MarkupKind, credit: str, alt: str
) -> None:
    [uncredited] = img601.check(case(markup))
    [unseen] = img602.check(case(markup))
    assert credit in uncredited.message
    assert alt in unseen.message
