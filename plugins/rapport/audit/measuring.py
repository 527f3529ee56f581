"""Measure one post: every kind of fact, from its Document."""

from __future__ import annotations

from rapport.audit.context import Context
from rapport.audit.facts.handles import handles
from rapport.audit.facts.images import images
from rapport.audit.facts.invitations import invitations
from rapport.audit.facts.links import links
from rapport.audit.facts.names import find_names
from rapport.audit.facts.people import people
from rapport.audit.facts.pitch import pitch
from rapport.audit.facts.prose import Prose
from rapport.audit.facts.questions import questions
from rapport.audit.facts.quotations import quotations
from rapport.audit.facts.speech import addressed, tongue
from rapport.audit.facts.standing import with_words_after
from rapport.audit.facts.telling import lines
from rapport.audit.facts.word_count import word_count
from rapport.audit.languages import language
from rapport.model import Document, Facts, Post


def measure(post: Post, document: Document, context: Context) -> Facts:
    """What one post does, by the definitions of docs/definitions; a pure function of its three.

    In a language nothing is known of, pitch and invitations are empty, people are those with a
    handle or known to the site, a question is judged by its place alone, and whom the post
    addresses is not counted.
    """
    context = context.beside(post)
    spoken = tongue(post, document, context)
    prose = Prose(document, language(spoken))
    names = find_names(prose, context)
    out = links(prose, context)
    said = lines(prose, context, out, names)
    return Facts(
        path=post.path,
        language=spoken,
        words=word_count(prose),
        questions=with_words_after(questions(post, prose, said), prose),
        invitations=invitations(prose, said),
        people=people(prose, names, out),
        pitch=pitch(prose, said, out),
        quotations=quotations(prose, names, out),
        links=out,
        images=images(prose, out),
        handles=handles(prose, names, context),
        addressed=addressed(prose, context),
    )
