"""Hand-made views: what building would give the theme, made up so that every case is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from rapport.building.folding import fold
from rapport.building.preview_views import (
    AdviceView,
    CountedView,
    FindingView,
    HeldView,
    PanelView,
    RuleView,
)
from rapport.building.views import (
    CommentView,
    DeskView,
    LetterView,
    Name,
    PersonView,
    PostLink,
    PostView,
    SeriesView,
    SiteView,
    ThanksView,
    ThreadView,
    UpdateView,
)

ANNA = Name("Anna Rossi", "people/anna-rossi/", badge="author")
TOM = Name("Tom Okafor", "people/tom-okafor/", badge="firm")
MARIA = Name("Maria Keller", "people/maria-keller/")
JONAS = Name("Jonas Weber", site="https://weber.example/")
PRIYA = Name("Priya Nair")
ELENA = Name("Elena Petrova", site="https://petrova.example/about?a=1&b=2")
READERS = (MARIA, JONAS, PRIYA, ELENA)

NOTICE = "Writing here makes nobody a client. Please send nothing confidential."
START = datetime(2026, 5, 5, 8, 12, tzinfo=UTC)

SAID = (
    "In our district the judge asks for a schedule before she will hear a word about costs.",
    "That matches what we see, except that the smaller courts rarely ask until the last day.",
    "Would you still write to the other side first, or go straight to the hearing?",
    "I would write. The letter costs an hour; its absence has cost clients of ours far more.",
    "A colleague tried this in March and the application was refused in two lines.",
    "Two lines can be enough when the schedule is missing. Was it?",
    "It was not missing, only late. The rule does not say what late means.",
    "Then the question is whether lateness alone can carry a refusal; I doubt it.",
    "Nobody has yet mentioned the practice note of 2019, which says something close to that.",
    "Thank you, I had forgotten the note. It changes my second paragraph.",
)

ARTICLE = Markup(
    "<p>Most clients hear the rule before they hear anything else from us: whoever loses pays. It"
    " is short, it sounds fair, and in about four cases out of ten it is not what happens.</p>"
    "<p>Last month a judge in the county court heard two applications on one morning. In the"
    ' first, described by <a href="https://keller.example/notes/">Maria Keller in her notes</a>,'
    " the winner asked for everything and received a third.</p>"
    "<h2>Where the rule bends</h2>"
    "<p>Three things bend it, and none of them is hidden. Conduct comes first: a party that"
    " answers letters late, or not at all, has begun to pay before anyone has argued.</p>"
    "<blockquote><p>An offer refused without a reason is an offer the court will read"
    " twice.</p></blockquote>"
    "<p>Then offers. Then proportion, which is the one that surprises people who are used to"
    ' invoices. <span class="beside">Quoted by <a href="#conversation"><bdi>Jonas Weber</bdi>'
    '<span class="vh">, comment 2</span></a></span></p>'
    "<h3>What we tell clients</h3>"
    "<ul><li>Keep every letter, with its date.</li><li>Say yes to a meeting, even a short one."
    "</li><li>Ask what the other side would accept today.</li></ul>"
    '<table><thead><tr><th>Stage</th><th class="align-right">Asked</th>'
    '<th class="align-center">Allowed</th></tr></thead><tbody><tr>'
    "<td>Letters</td><td>1,200</td><td>1,150</td></tr><tr><td>Hearing</td><td>9,400</td><td>3,100"
    "</td></tr></tbody></table>"
    "<p>The figures are rounded and come from our own files. They are <em>not</em> a forecast:"
    " the next judge has read other cases.</p>"
)


def identifier(number: int) -> str:
    """Twenty-six letters that look like a comment's id and differ in every place that counts."""
    return f"01jz{number * 7919:08d}{number * 104729:014d}"


def comment(number: int, author: Name = MARIA, **changes: Any) -> CommentView:
    anchor = f"c-{identifier(number)}"
    text = SAID[number % len(SAID)]
    values: dict[str, Any] = {
        "id": identifier(number),
        "anchor": anchor,
        "url": f"costs/#{anchor}",
        "author": author,
        "date": START + timedelta(hours=13 * number),
        "body": Markup("<p>{}</p>").format(text),
        "excerpt": text[:60] + "…",
        "firm": bool(author.badge),
        "number": number,
        "mailto": f"mailto:talk@harbour.example?subject=Re%20{identifier(number)}",
        "post_title": Markup("Costs follow the event, except when they do not"),
        "post_url": "costs/",
    }
    return CommentView(**{**values, **changes})


def arranged(depths: Iterable[int], made: Iterable[CommentView]) -> tuple[CommentView, ...]:
    """Comments with the marks of the flat list: depth, level, opens, leaf, closes, to."""
    chain: list[CommentView] = []
    listed = []
    for depth, one in zip(depths, made, strict=True):
        chain = chain[:depth]
        above = chain[-1] if chain else None
        turn = replace(
            one,
            depth=depth,
            level=min(depth, 2),
            to=("[removed]" if above.removed else above.author.name) if above else "",
            to_url=above.url if above else "",
            to_number=above.number if above else 0,
        )
        chain.append(turn)
        listed.append(turn)
    return tuple(_mark(listed, place) for place in range(len(listed)))


def _mark(listed: list[CommentView], place: int) -> CommentView:
    before = listed[place - 1].level if place else -1
    here = listed[place].level
    after = listed[place + 1].level if place + 1 < len(listed) else 0
    return replace(
        listed[place], opens=here > before, leaf=after <= here, closes=max(0, here - after)
    )


def thread(comments: tuple[CommentView, ...], **changes: Any) -> ThreadView:
    shown = [one for one in comments if not one.removed]
    people = tuple(dict.fromkeys(one.author for one in shown))
    newest = sorted(shown, key=lambda one: one.date, reverse=True)
    values: dict[str, Any] = {
        "state": "open" if shown else "none",
        "count": len(shown),
        "people": len(people),
        "answerable": 37 if len(shown) > 37 else len(shown) // 2,
        "answered": 31 if len(shown) > 37 else len(shown) // 3,
        "participants": people,
        "answerers": (ANNA, TOM),
        "first_answer": timedelta(hours=5),
        "comments": comments,
        "latest": tuple(newest[:4]),
        "feed": "feeds/comments/costs.atom.xml",
        "mailto": "mailto:talk@harbour.example?subject=Costs&body=Hello",
        "notice": NOTICE,
        "notice_lang": "en",
    }
    return ThreadView(**{**values, **changes})


def long_thread(total: int = 50) -> ThreadView:
    """Fifty comments, seven deep, one removed, firm people answering."""
    pattern = (0, 1, 2, 3, 4, 5, 6, 2, 1, 1, 0, 1, 2, 0, 1)
    depths = [pattern[place % len(pattern)] for place in range(total)]
    voices = [
        (ANNA if place % 7 else TOM) if depth % 2 else READERS[place % len(READERS)]
        for place, depth in enumerate(depths)
    ]
    made = [comment(place + 1, voice) for place, voice in enumerate(voices)]
    made[2] = replace(
        made[2],
        body=Markup(
            "<p>Both happen. I keep a list, and on it are nine letters that changed a hearing"
            " and four that did not.</p><blockquote><p>go straight to the hearing</p></blockquote>"
            '<p>The shortest was <a href="https://petrova.example/letter">two sentences</a>. It'
            " named the rule, the date and a figure.</p><ul><li>the rule</li><li>the date</li>"
            "<li>the figure</li></ul><pre><code>claim  9,400\noffer  3,100</code></pre>"
        ),
    )
    if total > 8:
        made[7] = replace(made[7], removed=True, body=Markup(""), excerpt="")
    if total > 10:
        made[10] = replace(made[10], open_question=True, edited="9 June 2026", author=PRIYA)
    if total > 13:
        made[13] = replace(made[13], source_url="https://social.example/@jonas/1")
    return thread(arranged(depths, made))


def busy_thread(total: int = 200) -> ThreadView:
    """Two hundred comments, eight levels deep: two readers who cannot let go of each other."""
    pattern = (0, 1, 2, 3, 4, 5, 6, 7, 6, 7, 5, 6, 7, 7, 4, 3, 2, 1, 1, 0)
    depths = [pattern[place % len(pattern)] for place in range(total)]
    made = [
        comment(place + 1, TOM if place % 20 == 17 else READERS[place % 2 if depth > 1 else 2])
        for place, depth in enumerate(depths)
    ]
    return thread(fold(arranged(depths, made)))


def thanks(number: int = 1, **changes: Any) -> ThanksView:
    values: dict[str, Any] = {
        "to": READERS[number % len(READERS)],
        "reason": "found the wrong date in section nine",
        "date": START + timedelta(days=number),
        "by": (ANNA,),
        "post_title": Markup("Costs follow the event, except when they do not"),
        "post_url": "costs/",
        "comment": comment(number),
    }
    return ThanksView(**{**values, **changes})


LINKED = PostLink(
    Markup("Who pays when nobody won?"),
    "who-pays/",
    datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
    "en",
    comments=4,
)


def post(**changes: Any) -> PostView:
    values: dict[str, Any] = {
        "title": Markup("Costs follow the event, except when they do not"),
        "url": "costs/",
        "date": datetime(2026, 5, 4, 9, 0, tzinfo=UTC),
        "lang": "en",
        "authors": (ANNA,),
        "content": ARTICLE,
        "summary": Markup("<p>Whoever loses pays, we tell clients &amp; each other.</p>"),
        "thread": long_thread(),
        "question": "Would you accept costs on the indemnity basis today?",
        "minutes": 7,
        "tags": (("Costs", "topics/costs/"), ("Procedure", "topics/procedure/")),
        "thanks": (thanks(1), thanks(3, reason="the table is hers")),
        "prompted_by": (comment(90, post_url="notice/"),),
        "series": SeriesView("What it costs", 2, 3, LINKED, replace(LINKED, comments=0)),
        "related": (LINKED, replace(LINKED, title=Markup("Notice &amp; silence"), url="silence/")),
        "share": (
            ("E-mail", f"mailto:?subject=Costs&body={quote('https://harbour.example/costs/')}"),
        ),
        "updates": (UpdateView(datetime(2026, 6, 9, tzinfo=UTC), "the practice note of 2019"),),
    }
    return PostView(**{**values, **changes})


def plain_post(title: str, slug: str, talk: ThreadView, **changes: Any) -> PostView:
    return post(
        title=escape(title),
        url=f"{slug}/",
        thread=talk,
        **{
            "question": "",
            "thanks": (),
            "prompted_by": (),
            "updates": (),
            "series": None,
            "related": (),
            **changes,
        },
    )


QUIET_POST = plain_post("Notice within thirty days", "notice", thread(()))


def person(**changes: Any) -> PersonView:
    values: dict[str, Any] = {
        "name": MARIA,
        "role": "reader",
        "bio": Markup("<p>Maria practises in a river town and keeps notes on costs.</p>"),
        "works_at": "Keller Advocates",
        "links": (("keller.example", "https://keller.example/"),),
        "posts": (),
        "comments": tuple(comment(number) for number in range(1, 6)),
        "replies": (comment(7, ANNA), comment(8, TOM)),
        "thanks": (thanks(4),),
        "mentioned_in": (post(),),
        "indexed": False,
        "feed": "feeds/people/maria-keller.atom.xml",
    }
    return PersonView(**{**values, **changes})


def firm_person() -> PersonView:
    return person(
        name=ANNA,
        role="firm",
        works_at="",
        firm=True,
        indexed=True,
        posts=(post(), QUIET_POST),
        links=(("social.example", "https://social.example/@anna"),),
    )


def panel() -> PanelView:
    return PanelView(
        lights=(
            ("ask", "good"),
            ("credit", "partly"),
            ("link out", "poor"),
            ("pitch", "good"),
            ("answer", "not judged"),
        ),
        advice=(
            AdviceView(
                "LNK301",
                "no link out",
                "error",
                Markup("Nothing here leads a reader on to <code>anybody</code> else."),
                "rapport/rules/#lnk301",
                (FindingView("finding-1", 1, "The whole post"),),
            ),
            AdviceView(
                "PEO202",
                "named but not credited",
                "warning",
                Markup("Link the name."),
                "rapport/rules/#peo202",
                (
                    FindingView("finding-2", 2, "Line 12", "a judge", "mark-2"),
                    FindingView("finding-3", 3, "Line 14"),
                ),
            ),
            AdviceView(
                "PEO202",
                "named but not credited",
                "warning",
                Markup("Link this name too."),
                "rapport/rules/#peo202",
                (FindingView("finding-4", 4, "Line 20"),),
            ),
            AdviceView(
                "TLK501",
                "",
                "warning",
                Markup("Answer her."),
                "rapport/rules/#tlk501",
                (FindingView("finding-5", 5, "Comment by Maria", "Two lines", comment(2).anchor),),
            ),
        ),
        questions=(CountedView(31, "Would you pay?", "asks whoever reads"),),
        people=(CountedView(7, "Maria Keller"),),
        links=(
            CountedView(7, "Maria Keller in her notes", "https://keller.example/notes/"),
            CountedView(9, "", "https://weber.example/"),
        ),
    )


MARKED = ARTICLE.replace(
    Markup("<p>Last month a judge"),
    Markup(
        '<p>Last month <mark class="found" id="mark-2">a judge</mark>'
        '<sup class="found-note"><a href="#finding-2"><span class="vh">Finding </span>2</a></sup>'
    ),
).replace(
    Markup("</blockquote>"),
    Markup(
        '</blockquote><p><mark class="found">'
        '<img src="https://harbour.example/theme/favicon.svg" alt="A slip"></mark></p>'
    ),
)


def rules() -> tuple[RuleView, ...]:
    return (
        RuleView(
            "lnk301",
            "LNK301",
            "no link out",
            "error",
            "weak",
            Markup("<p>The post has no link to others, or <code>own</code> ones.</p>"),
            Markup("<p>Evidence: weak.</p>"),
            "We wrote\nnothing.",
            "We wrote [this](https://a.example/).",
            Markup("<p>When there is nobody.</p>"),
        ),
    )


def desk() -> tuple[DeskView, ...]:
    return (DeskView(comment(3, PRIYA), 4, (ANNA,)), DeskView(comment(9, JONAS), 1, ()))


HELD = HeldView(
    "01jr0000000000000000000001",
    "Noor Haddad",
    "When silence answers",
    START,
    2,
    "Does it count on Sundays?",
    "de",
    ("link - two links to one host", "matter - asks what to do in a case of their own"),
)


def site(**changes: Any) -> SiteView:
    silence = plain_post(
        "When silence answers",
        "silence",
        long_thread(9),
        question="Is silence ever acceptance?",
    )
    drafting = plain_post("The shortest clause we ever wrote", "clause", long_thread(4))
    settled = plain_post(
        "A year of shorter letters", "letters", thread(long_thread(12).comments, state="answered")
    )
    quiet = plain_post("What the ferry taught us", "ferry", thread((comment(5),), state="quiet"))
    posts = (post(), silence, drafting, settled, quiet, QUIET_POST)
    values: dict[str, Any] = {
        "firm": "Rossi & Partners",
        "today": datetime(2026, 6, 10, tzinfo=UTC),
        "posts": posts,
        "under_way": posts[:5],
        "held": (HELD,),
        "open": (posts[0], silence),
        "active": (drafting,),
        "answered": (settled,),
        "quiet": (quiet,),
        "people": (firm_person(), person()),
        "taking_part": (ANNA, MARIA, TOM, JONAS, PRIYA),
        "thanks": (thanks(1), thanks(2), thanks(3), thanks(4)),
        "comments": 76,
        "feed": "feeds/conversation.atom.xml",
        "logo": "theme/favicon.svg",
        "webmention": "https://webmention.example/harbour",
        "advertising": "Attorney advertising",
        "responsible": "Anna Rossi, 2 Harbour Row",
        "notice": "General information, not legal advice.",
        "mailto": "mailto:talk@harbour.example",
    }
    return SiteView(**{**values, **changes})


ARABIC = plain_post(
    "متى تكون الرسالة القصيرة كافية",
    "risala",
    thread(
        arranged(
            (0, 1),
            (
                comment(1, Name("ليلى حداد"), body=Markup("<p>أظن أن التاريخ وحده لا يكفي.</p>")),
                comment(2, ANNA, body=Markup("<p>I agree, and so did the court.</p>")),
            ),
        )
    ),
    lang="ar",
    question="هل تكفي رسالة قصيرة اليوم؟",
    content=Markup(
        "<p>كتبنا إلى الطرف الآخر رسالة من سطرين، وجاء الجواب في اليوم نفسه.</p><h2>ما تعلمناه</h2>"
        "<p>القصر لا يعني الغموض، والتاريخ أهم من العبارة.</p>"
    ),
)

LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenversicherung" * 3


def letters() -> tuple[LetterView, ...]:
    """The posts from A to Z, under four letters."""
    return tuple(
        LetterView(letter, f"letter-{at}", (post(), QUIET_POST) if at else (ARABIC,))
        for at, letter in enumerate("#CEب")
    )
