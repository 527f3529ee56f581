"""What the audit knows of a language: one value, filled in by one data file a language."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from rapport.audit.languages.phrases import Phrases
from rapport.audit.languages.selling import Selling


def bag(*texts: str) -> frozenset[str]:
    """The words of the texts as a set."""
    return frozenset(word for text in texts for word in text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What stands round the names of people, and what looks like one and is not.

    All in lower case and folded as `given.fold_name` folds. `honorifics` and `jobs` stand right
    before a name, `before` a little more loosely; `speech` is what people do after it, `verbs` what
    things do as well, `copulas` say what somebody or something is. `relative` are the words that
    go on about a person after a comma ("..., who"). `sites` stand before a name they are called
    after ("rue", "calle"). `openers` begin sentences with a capital and
    belong to no name. `things` make two capitalised words an institution, a law, a product;
    `places` are never a surname here. `versus` stands between the parties of a case; `versus_loose`
    does too, but also elsewhere (French "c.").
    """

    honorifics: frozenset[str]
    before: frozenset[str]
    speech: frozenset[str]
    verbs: frozenset[str]
    copulas: frozenset[str]
    jobs: frozenset[str]
    relative: frozenset[str]
    openers: frozenset[str]
    things: frozenset[str]
    places: frozenset[str]
    articles: frozenset[str]
    versus: frozenset[str]
    sites: frozenset[str] = frozenset()
    nouns_capitalised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language.

    `wh` are the words by which a question asks for more than a yes. `you` and `we` are the words
    that address readers and that mean the firm, `me` those by which a writer speaks of themselves,
    `you_asked` words that address readers in a question alone; verbs with one of `you_endings`
    address too, those with one of `we_endings` say "we"; words of `cased` keep their capital
    (German "Sie"). `houses` are the words of `we` that name a firm and say no "we" ("our chambers"
    says it by "our"). `negations` turn a boast into its opposite. `fillers` carry no subject of
    their own: a question made of them alone is vague. `nowhere` are the words of link texts that do
    not say where a link leads, `sharing` those of a link that passes the page on ("tell a friend").

    `common` are small words that stand in nearly every sentence, by which a text is known to be in
    this language: thirty to eighty, and rather those that no neighbouring language writes the same.

    `asks` are phrases of questions, by group

    vague        questions that ask for an opinion on nothing in particular
    anyone       ask whoever reads
    tried        ask for what somebody has seen, tried, had happen to them
    correction   ask to be corrected
    rhetorical   ask for effect, or to sell

    `answers` are how a sentence begins that answers the question before it; `terms_of_answers`
    stand in one that begins so and only says how readers may answer ("no names, please"), or what
    the writer knows already. `tells` are phrases of other sentences

    invite       ask readers to write, without a question
    contact      ask to get in touch
    hire         ask to hire, call or book, whatever stands round it
    boast        praise of the firm by its own words
    praise       praise of anybody; a boast when the firm is in the sentence
    disclaimer   what a firm must say: not advice, no mandate
    appeal       end before the name of whom to call: a pitch when that is the firm's
    deal         say what one gets in touch for that a firm sells: then no invitation
    able         say that the firm can, in words that also belong to other things

    `others` are phrases by which what sounds like selling sells nothing: those that send readers to
    others or say what others offer (unless the firm is there too), and those of its group `thanks`.

    `glosses` stand before what a word means, which in quotation marks is nobody's words. `asides`
    make getting in touch a reply and not a sale (comments, corrections, stories);
    `credits` say who made a picture; those of its group `by` end before a name or "the author".
    `selling` are the words a firm sells itself with.

    `cites` is a pattern for cases and statutes as they are cited.
    """

    code: str
    common: frozenset[str]
    wh: frozenset[str]
    you: frozenset[str]
    we: frozenset[str]
    me: frozenset[str]
    negations: frozenset[str]
    fillers: frozenset[str]
    nowhere: frozenset[str]
    sharing: frozenset[str]
    asks: Phrases
    answers: Phrases
    terms_of_answers: Phrases = Phrases({})
    tells: Phrases
    others: Phrases = Phrases({})
    asides: Phrases
    credits: Phrases
    selling: Selling
    naming: Naming
    cased: frozenset[str] = frozenset()
    you_asked: frozenset[str] = frozenset()
    you_endings: tuple[str, ...] = ()
    we_endings: tuple[str, ...] = ()
    houses: frozenset[str] = frozenset()
    glosses: frozenset[str] = frozenset()
    cites: re.Pattern[str] = field(repr=False)

    def addresses(self, words: Collection[str]) -> bool:
        """Whether words, as `words()` gives them, speak to the reader."""
        if not self.you.isdisjoint(words):
            return True
        endings = self.you_endings
        return bool(endings) and any(word.endswith(endings) for word in words)
