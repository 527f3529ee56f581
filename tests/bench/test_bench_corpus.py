from __future__ import annotations

import re

import pytest

from bench import corpus
from bench.prose import count_words, visible


def test_the_same_seed_makes_the_same_corpus() -> None:
    assert corpus.make(12, 60) == corpus.make(12, 60)


def test_another_seed_makes_another_corpus() -> None:
    assert corpus.make(12, 60) != corpus.make(12, 60, seed=1)


def test_the_same_words_on_every_machine_and_python() -> None:
    made = corpus.make(12, 60)
    assert (made.article_words, made.comment_words) == (7301, 3261)


def test_exactly_as_many_posts_and_comments_as_asked() -> None:
    made = corpus.make(40, 333)
    assert (len(made.essays), made.comments) == (40, 333)


def test_posts_have_about_600_words() -> None:
    made = corpus.make(100, 0)
    assert 570 < made.article_words / 100 < 630


def test_every_slug_and_every_comment_id_is_one_of_a_kind() -> None:
    made = corpus.make(80, 400)
    ids = [remark.id for essay in made.essays for remark in essay.remarks]
    assert len({essay.slug for essay in made.essays}) == 80
    assert len(set(ids)) == 400
    assert all(re.fullmatch(r"[0-9a-z]{26}", one) for one in ids)


def test_threads_are_of_varied_depth_and_replies_follow_what_they_answer() -> None:
    made = corpus.make(40, 400)
    depths = set()
    for essay in made.essays:
        seen = {"": -1}
        for remark in essay.remarks:
            assert remark.depth == seen[remark.reply_to] + 1
            seen[remark.id] = remark.depth
            depths.add(remark.depth)
    assert max(depths) >= 4


def test_the_firm_speaks_only_in_answers_and_under_its_own_names() -> None:
    made = corpus.make(40, 400)
    firm = {person.slug: person.name for person in made.people if person.role == "firm"}
    remarks = [remark for essay in made.essays for remark in essay.remarks]
    own = [remark for remark in remarks if remark.person]
    assert own
    assert all(remark.author == firm[remark.person] and remark.reply_to for remark in own)
    assert not {remark.author for remark in remarks if not remark.person} & set(firm.values())


@pytest.mark.parametrize("part", ["## ", "> ", "- ", "](https://", "?", "@", '"'])
def test_posts_hold_every_kind_of_text(part: str) -> None:
    assert any(part in essay.body for essay in corpus.make(20, 0).essays)


def test_no_slot_of_a_sentence_stays_empty() -> None:
    made = corpus.make(60, 300)
    texts = [essay.title + essay.body + essay.question for essay in made.essays]
    texts += [remark.body for essay in made.essays for remark in essay.remarks]
    assert not [text for text in texts if "{" in text or "}" in text]


def test_a_link_counts_by_its_text_and_not_by_its_address() -> None:
    assert count_words(visible("As [Ada Almgren](https://ada.example/one/two) *showed*.")) == 4


def test_a_corpus_without_posts_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one post"):
        corpus.make(0, 5)
