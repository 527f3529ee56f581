"""Suppressions: what an author silences, with a reason, and which of them silence nothing.

`Audit-ignore: CODE - reason` in the header is for the whole post and its conversation;
`<!-- rapport: ignore CODE - reason -->` (`.. rapport: ignore CODE - reason` in reStructuredText) is
for one block of the text: the one it stands in, or the next when it stands alone. Several codes
with a comma between them share a reason. Faults of headers and files (CFG9xx) cannot be ignored,
nor can a family of rules: a rule that is added later would be silenced unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapport.audit.case import Case, finding
from rapport.audit.languages import known
from rapport.audit.rules import POST_RULES, SITE_RULES
from rapport.audit.rules.cfg913 import CODE, SEVERITY
from rapport.model import Finding, Note, Post, Span, clean_text

_DASH = re.compile(r"(?:^|\s+)(?:--?|[\u2013\u2014])(?:\s+|$)")
_CODE = re.compile(r"[A-Z]{3}\d{3}")
_FAMILY = re.compile(r"\*|ALL|(?P<name>[A-Z]{3})\d{0,2}[X*]*")
_KNOWN = tuple(rule.code for rule in POST_RULES)
_EVERY = (*_KNOWN, *(rule.code for rule in SITE_RULES))
# What these judge is in the words; of a language nobody knows here they judge only a part.
_BY_WORDS = ("ASK", "PEO", "SEL")


@dataclass(slots=True)
class Suppression:
    """One code that an author silences. `about` is the block it is for, None for the whole post.

    `fault` says what is wrong with it, if that is known from its words alone; `alone` that no other
    code stands beside it. `used` is set when it silenced something.
    """

    code: str
    reason: str
    span: Span
    inline: bool = False
    about: Span | None = None
    fault: str = ""
    alone: bool = True
    used: bool = False

    def silences(self, found: Finding, post: Post) -> bool:
        """Whether this finding is one of those meant."""
        if self.fault or not self.reason or found.code != self.code:
            return False
        if not self.inline:
            return True
        return found.path == post.path and self.about is not None and _within(found, self.about)


def suppress(case: Case, found: Iterable[Finding], kin: Sequence[Post] = ()) -> Iterator[Finding]:
    """The findings of a post that nothing silences, then one for each suppression at fault.

    `kin` are the other posts that share its thread: what the header of one silences about the
    conversation is silenced, whichever of them speaks for it.
    """
    own = [*_in_header(case.post), *_in_text(case.post)]
    theirs = [each for post in kin for each in _in_header(post)]
    if not own and not theirs:
        yield from found
        return
    left = []
    for each in found:
        of_thread = each.path != case.post.path
        if not _silenced(each, case.post, [*own, *theirs] if of_thread else own):
            left.append(each)
            yield each
    if not case.speaks and any(each.code.startswith("TLK") for each in own):
        for each in _of_thread(case):
            _silenced(each, case.post, own)
    for suppression in own:
        message = suppression.fault or _fault(suppression, case, left)
        if message:
            about = f"{suppression.code} {suppression.reason}"
            yield finding(CODE, SEVERITY, case.post.path, suppression.span, message, about=about)


def _of_thread(case: Case) -> Iterator[Finding]:
    """What is wrong with the conversation under a post, said elsewhere by a translation."""
    for rule in POST_RULES:
        if rule.code.startswith("TLK"):
            yield from rule.check(case._replace(speaks=True))


def _silenced(found: Finding, post: Post, suppressions: Iterable[Suppression]) -> bool:
    silencing = [each for each in suppressions if each.silences(found, post)]
    for each in silencing:
        each.used = True
    return bool(silencing)


def _within(found: Finding, block: Span) -> bool:
    """Whether a finding lies in a block, or touches it; one without an exact place by its line."""
    place = found.span
    if not found.exact:
        return block.line <= place.line <= block.end_line
    begins = (place.line, place.column) < (block.end_line, block.end_column)
    ends = (block.line, block.column) < (place.end_line, place.end_column)
    return begins and ends


def _fault(suppression: Suppression, case: Case, left: Iterable[Finding]) -> str:
    """What is wrong with a suppression of a rule that there is, empty when nothing is.

    Only a finding that is `left`, silenced by nothing, can be what it was meant for.
    """
    code = suppression.code
    if not suppression.reason:
        return (
            f"This silences nothing, since it gives no reason. Say why {code} does not hold here: "
            f"`{code} - reason`."
        )
    if suppression.used or not _is_judged(code, case):
        return ""
    if not suppression.inline:
        return f"There is no {code} here any more. {_remove(suppression, 'line')}"
    others = [each for each in left if each.code == code]
    in_text = [each for each in others if _in_body(each, case.post)]
    if others and not in_text:
        return (
            f"{code} is about the whole post, not about a block of it. Say so in the header: "
            f"`Audit-ignore: {code} - {clean_text(suppression.reason)}`."
        )
    if in_text:
        return (
            f"There is no {code} in {_block(suppression)}, but in line {in_text[0].span.line}. Put "
            "it before that block, or remove it."
        )
    return f"There is no {code} in {_block(suppression)}. {_remove(suppression, 'comment')}"


def _remove(suppression: Suppression, what: str) -> str:
    return f"Remove this {what}." if suppression.alone else f"Take {suppression.code} out of it."


def _is_judged(code: str, case: Case) -> bool:
    """Whether the rule had its say: not about words of a language that nothing is known of."""
    return known(case.facts.language) or not code.startswith(_BY_WORDS)


def _in_body(found: Finding, post: Post) -> bool:
    return found.path == post.path and found.span.line > post.text.count("\n", 0, post.body)


def _block(suppression: Suppression) -> str:
    block = suppression.about
    if block is None:
        return "what follows (no block does)"
    if block.line == block.end_line:
        return f"the block it is for (line {block.line})"
    return f"the block it is for (lines {block.line} to {block.end_line})"


def _in_header(post: Post) -> Iterator[Suppression]:
    fields = {field.line: field for field in post.header.all("audit-ignore")}
    for ignore in post.ignores:
        field = fields.get(ignore.line)
        start, length = (field.column, len(field.value)) if field else (1, 0)
        span = Span(ignore.line, start, ignore.line, start + length)
        words = f"{ignore.code} - {ignore.reason}" if ignore.reason else ignore.code
        yield from _read(words, Suppression("", "", span))


def _in_text(post: Post) -> Iterator[Suppression]:
    for note in post.notes:
        verb, _, words = note.words.partition(" ")
        if verb.lower() != "ignore":
            yield Suppression(verb, "", note.span, True, fault=_unknown_word(note))
            continue
        yield from _read(words, Suppression("", "", note.span, True, note.about))


def _unknown_word(note: Note) -> str:
    said = clean_text(note.words.partition(" ")[0])
    return (
        f"A comment that begins with `rapport:` speaks to the audit, and {said!r} tells it "
        "nothing. Write `rapport: ignore CODE - reason`."
    )


def _read(words: str, blank: Suppression) -> Iterator[Suppression]:
    """`CODE - reason` or `CODE, CODE - reason`: one Suppression a code, at the place of `blank`."""
    codes, *rest = _DASH.split(words, maxsplit=1)
    reason = rest[0].strip() if rest else ""
    named = [code for code in re.split(r"[,\s]+", codes) if code]
    if not named:
        fault = "This names no rule, so it silences nothing. Write `CODE - reason`."
        yield replace(blank, reason=reason, fault=fault)
        return
    if not reason and _CODE.fullmatch(named[0].upper()):
        # Without a dash the reason looks like more codes.
        named = [code for code in named if _CODE.fullmatch(code.upper())]
    for code in dict.fromkeys(named):
        fault, alone = _wrong_code(code), len(named) == 1
        yield replace(blank, code=code.upper(), reason=reason, fault=fault, alone=alone)


def _wrong_code(written: str) -> str:
    """Why a code cannot be ignored, empty when it can."""
    code, shown = written.upper(), clean_text(written)
    if code in _KNOWN:
        return ""
    if code in _EVERY:
        return (
            f"{shown} cannot be ignored: it is about a fault of a file. Mend that, and remove this."
        )
    family = _FAMILY.fullmatch(code)
    if family:
        members = [each for each in _KNOWN if each.startswith(family["name"] or "-")]
        if members or not family["name"]:
            which = f": {', '.join(members)}" if members else ""
            return (
                f"{shown} stands for several rules, and a rule that is added later would be "
                f"silenced unseen. Name those that you mean{which}."
            )
    from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

    near = get_close_matches(code, _KNOWN, n=1)
    hint = f"Did you mean {near[0]}?" if near else "`rapport explain` lists the rules."
    return f"There is no rule {shown!r}, so this silences nothing. {hint}"
