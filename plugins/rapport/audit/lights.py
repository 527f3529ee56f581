"""The five lights of a post.

| light    | green                  | amber              | red                  | grey             |
|----------|------------------------|--------------------|----------------------|------------------|
| ask      | a specific question    | vague, unclear, or | none                 | comments closed  |
|          | to readers             | an invitation      |                      |                  |
| credit   | names somebody, all    | somebody is not    | names nobody, or a   | language unknown |
|          | are credited           | credited           | quotation unsourced  |                  |
| link out | a link that says where | only "here"        | none                 |                  |
| pitch    | none                   | one sentence       | two, or closes on it | language unknown |
| answer   | nobody waits           | somebody waits     | too long             | no comments      |
"""

from __future__ import annotations

from rapport.audit.case import Case
from rapport.audit.languages import known
from rapport.model import Colour, Facts, Lights, Post


def lights(case: Case) -> Lights:
    """The lights of one post."""
    return Lights(
        path=case.post.path,
        ask=ask(case.post, case.facts),
        credit=credit(case.facts),
        link_out=link_out(case.facts),
        pitch=pitch(case.facts),
        answer=answer(case),
    )


def ask(post: Post, facts: Facts) -> Colour:
    """Does the post ask its readers something?"""
    if not post.comments_open:
        return "grey"
    meant = [question for question in facts.questions if question.for_reader != "no"]
    if any(question.for_reader == "yes" and not question.vague for question in meant):
        return "green"
    return "amber" if meant or facts.invitations else "red"


def credit(facts: Facts) -> Colour:
    """Does it name other people, and give them and those it quotes their due?"""
    if not known(facts.language):
        return "grey"
    if not facts.people or not all(quotation.source for quotation in facts.quotations):
        return "red"
    return "green" if all(person.credited for person in facts.people) else "amber"


def link_out(facts: Facts) -> Colour:
    """Does it send readers on to others?"""
    out = [link for link in facts.links if link.to == "other"]
    if any(link.says_where for link in out):
        return "green"
    return "amber" if out else "red"


def pitch(facts: Facts) -> Colour:
    """Does it leave the selling out?"""
    if not known(facts.language):
        return "grey"
    if len(facts.pitch) > 1 or any(told.closing for told in facts.pitch):
        return "red"
    return "amber" if facts.pitch else "green"


def answer(case: Case) -> Colour:
    """Are those who wrote answered?"""
    if not case.thread.shown:
        return "grey"
    if any(case.late(comment) for comment in case.thread.waiting):
        return "red"
    return "amber" if case.thread.waiting else "green"
