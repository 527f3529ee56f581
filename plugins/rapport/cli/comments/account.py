"""The account of an import, for somebody who has little time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_MOST = 10


def account_text(account: Mapping[str, Any], notes: Sequence[str]) -> str:
    """What `account_of` says, in the order in which it matters, with what to do next."""
    parts = [_sum(account), *_threads(account), *_skipped(account), *_losses(account), *notes]
    return "\n\n".join([*parts, _last(account)])


def _sum(account: Mapping[str, Any]) -> str:
    skipped = len(account["skipped"])
    lines = [
        f"{account['entries']} entries from {account['source']}:",
        f"  {account['shown']:>7} shown",
        f"  {account['pending']:>7} pending: they wait in the private inbox for approval",
        f"  {account['removed']:>7} removed there: not brought along"
        + (f", but for {account['tombstones']} as tombstones" if account["tombstones"] else ""),
        f"  {skipped:>7} skipped"
        + (f", of which {account['spam']} spam, kept apart" if account["spam"] else ""),
    ]
    if account["aside"]:
        lines.append(
            f"Of those shown and pending, {account['aside']} belong to no post of yours: they are "
            "kept aside, privately, until there is one."
        )
    return "\n".join(lines)


def _threads(account: Mapping[str, Any]) -> Iterator[str]:
    threads = account["threads"]
    ours = [each for each in threads if each["post"]]
    none = [each for each in threads if not each["post"]]
    if ours:
        ways = Counter(each["matched"] for each in ours)
        told = ", ".join(f"{count} by {_way(way)}" for way, count in ways.most_common())
        merged = sum(each["places"] > 1 for each in ours)
        depth = max(each["depth"] for each in threads)
        yield (
            f"{len(ours)} threads found their post: {told}."
            + (f" {merged} come from several threads, now one." if merged else "")
            + (f" The deepest reply stands {depth} below its opener." if depth else "")
        )
        # A title is what a person would go by, and so what a person should look over.
        guessed = [each for each in ours if each["matched"] in ("title", "end of the address")]
        if guessed:
            yield _list(
                "Look these over, they were found by less than their whole address:",
                [
                    f"{each['url'] or each['title'] or each['name']} -> {each['post']}"
                    for each in guessed
                ],
            )
    if none:
        yield _list(
            f"{len(none)} threads are of no post of yours:"
            if len(none) > 1
            else "1 thread is of no post of yours:",
            [
                f"{each['title'] or each['name']} ({each['comments']}) {each['url']}".rstrip()
                for each in sorted(none, key=lambda each: -each["comments"])
            ],
        )


def _way(way: str) -> str:
    return way if way.startswith("end") else f"their {way}" if way != "id" else "their id"


def _skipped(account: Mapping[str, Any]) -> Iterator[str]:
    left_out = [each for each in account["skipped"] if not each["reason"].startswith("spam")]
    if left_out:
        yield _list("Skipped:", [f"{each['id'] or '?'}: {each['reason']}" for each in left_out])
    if account["orphans"]:
        yield _list(
            "These open a thread of their own:",
            [f"{each['id']}: {each['reason']}" for each in account["orphans"]],
        )
    if account["cycles"]:
        yield _list(
            "These answer each other in a circle, so each opens a thread of its own:",
            [", ".join(names) for names in account["cycles"]],
        )


def _losses(account: Mapping[str, Any]) -> Iterator[str]:
    people = account["people"]
    told = [f"{len(people)} people wrote."] if people else []
    if account["unnamed"]:
        told.append(f"{account['unnamed']} comments have no name and are signed Anonymous.")
    if account["contacts"]:
        told.append(
            f"How to reach the writers of {account['contacts']} goes to the private folder."
        )
    if account["without_zone"]:
        told.append(
            f"{account['without_zone']} dates came without a zone; the site's TIMEZONE was taken."
        )
    if account["markup_dropped"]:
        lost = ", ".join(f"{name} ({n})" for name, n in account["markup_dropped"].items())
        told.append(f"Markup that a comment cannot have, whose words stay: {lost}.")
    if told:
        yield "\n".join(told)
    if account["firm_names"]:
        yield _list(
            "These sign with a name of yours and wait until you say who they are, by a file with "
            "lines such as `ACCOUNT = person` and --map FILE:",
            [f"{each['account']} ({each['name']}, {each['comments']})"
             for each in account["firm_names"]],
        )  # fmt: skip


def _last(account: Mapping[str, Any]) -> str:
    new = account["new"]
    told = [f"{count} {what}" for what, count in new.items() if count]
    if not told:
        return "Nothing is new: all of it is here already, and was left as it is."
    if account["written"]:
        return f"Written: {', '.join(told)}."
    return f"Nothing was written. With --write it would be: {', '.join(told)}."


def _list(head: str, lines: Sequence[str]) -> str:
    more = [f"  and {len(lines) - _MOST} more; --json names all"] if len(lines) > _MOST else []
    return "\n".join([head, *(f"  {line}" for line in lines[:_MOST]), *more])
