"""The account of an import, for somebody who has little time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_MOST = 10
_ONE = {"tombstones": "tombstone"}


def account_text(account: Mapping[str, Any], notes: Sequence[str]) -> str:
    """What `account_of` says, in the order in which it matters, with what to do next."""
    parts = [_sum(account), *_threads(account), *_skipped(account), *_losses(account), *notes]
    return "\n\n".join([*parts, _last(account)])


def _sum(account: Mapping[str, Any]) -> str:
    skipped, stones = len(account["skipped"]), account["tombstones"]
    lines = [
        f"{_many(account['entries'], 'entry', 'entries')} from {account['source']}:",
        f"  {account['shown']:>7} shown",
        f"  {account['pending']:>7} pending: they wait in the private inbox for approval",
        f"  {account['removed']:>7} removed there: not brought along"
        + (f", but for {_many(stones, 'tombstone', 'tombstones')}" if stones else ""),
        f"  {skipped:>7} skipped"
        + (f", of which {account['spam']} spam, kept apart" if account["spam"] else ""),
    ]
    if account["aside"]:
        belong = _many(account["aside"], "belongs", "belong")
        lines.append(
            f"Of those shown and pending, {belong} to no post of yours: kept aside, privately, "
            "until there is one."
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
            f"{_many(len(ours), 'thread found its', 'threads found their')} post: {told}."
            + (
                f" {_many(merged, 'comes', 'come')} from several threads, now one."
                if merged
                else ""
            )
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
            f"{_many(len(none), 'thread is', 'threads are')} of no post of yours:",
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
    told = [f"{_many(len(people), 'person', 'people')} wrote."] if people else []
    if account["unnamed"]:
        unnamed = _many(
            account["unnamed"], "comment has no name and is", "comments have no name and are"
        )
        told.append(f"{unnamed} signed Anonymous.")
    if account["contacts"]:
        known = _many(account["contacts"], "comment", "comments")
        told.append(f"How to reach the writers of {known} goes to the private folder.")
    if account["without_zone"]:
        told.append(
            f"{_many(account['without_zone'], 'date', 'dates')} came without a zone; the site's "
            "TIMEZONE was taken."
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
    told = [_many(count, _ONE.get(what, what), what) for what, count in new.items() if count]
    if not told:
        return "Nothing is new: all of it is here already, and was left as it is."
    if account["written"]:
        return f"Written: {', '.join(told)}."
    return f"Nothing was written. With --write it would be: {', '.join(told)}."


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _list(head: str, lines: Sequence[str]) -> str:
    more = [f"  and {len(lines) - _MOST} more; --json names all"] if len(lines) > _MOST else []
    return "\n".join([head, *(f"  {line}" for line in lines[:_MOST]), *more])
