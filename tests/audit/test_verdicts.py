"""The verdicts on two real blogs: kept whole, added up right, and said in the docs as they are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from rapport.audit import RULES
from tests.gold.verdicts import missed, table, verdicts

DOCS = Path(__file__).parents[2] / "docs" / "accuracy.md"
HEAD = "blog,post,rule,line,column,verdict,why,mended\n"


def test_the_docs_say_what_the_file_says() -> None:
    said = DOCS.read_text(encoding="utf-8")
    found = verdicts()
    assert "\n".join(table(found)) in said
    assert "\n".join(missed(found)) in said


def test_forty_posts_were_read_and_no_text_of_theirs_is_kept() -> None:
    found = verdicts()
    posts = {(each.blog, each.post) for each in found}
    assert Counter(blog for blog, _ in posts) == {"eevee": 20, "chihacknight": 20}
    assert all(3 <= len(each.why.split()) <= 10 for each in found)
    codes = {rule.code for rule in RULES} | {"question", "person", "pitch"}
    assert {each.rule for each in found} <= codes


def test_doubtful_ones_are_left_out_and_mended_ones_leave(tmp_path: Path) -> None:
    rows = ("right,a b c,", "wrong,a b c,yes", "wrong,a b c,", "doubtful,a b c,", "missed,a b c,")
    file = tmp_path / "verdicts.csv"
    file.write_text(HEAD + "".join(f"b,p.md,SEL401,1,1,{row}\n" for row in rows), encoding="utf-8")
    found = verdicts(file)
    assert table(found)[2].startswith("| SEL401 | 4 | 1 | 1 | 2 | 0.33 (1 of 3;")
    assert "| 1 | 0.50 (1 of 2;" in table(found)[2]
    assert missed(found)[2] == "| SEL401 | 1 | 0 |"


def test_a_verdict_that_is_none_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "verdicts.csv"
    file.write_text(HEAD + "b,p.md,SEL401,1,1,perhaps,a b c,\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no verdict"):
        verdicts(file)
