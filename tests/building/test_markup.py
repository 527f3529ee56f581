"""What of Pelican's may go onto a page, and how."""

from __future__ import annotations

import pytest
from markdown import markdown

from rapport.building.markup import aligned

TABLE = "| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n"


def test_a_table_is_aligned_by_class_since_a_strict_policy_forbids_styles() -> None:
    html = aligned(markdown(TABLE, extensions=["tables"]))
    assert "style=" not in html
    assert '<th class="align-left">a</th>' in html
    assert '<td class="align-center">2</td>' in html
    assert '<td class="align-right">3</td>' in html


@pytest.mark.parametrize(
    "html",
    [
        '<p style="text-align: right;">not a cell</p>',
        '<td style="text-align: right; color: red">more than that</td>',
        "<code>&lt;td style=&quot;text-align: right;&quot;&gt;</code>",
        "<p>no table</p>",
    ],
)
def test_everything_else_stays_as_the_firm_wrote_it(html: str) -> None:
    assert aligned(html) == html
