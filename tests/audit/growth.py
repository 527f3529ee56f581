"""Texts that nobody writes, of any length: what a measuring that is not linear would choke on."""

from __future__ import annotations

import string
from collections.abc import Callable

Make = Callable[[int], str]
"""The n-th piece of a text."""


def word(number: int) -> str:
    """A word of letters, another for each number."""
    letters = []
    number += 26 * 26
    while number:
        number, at = divmod(number, 26)
        letters.append(string.ascii_lowercase[at])
    return "".join(letters)


def name(number: int) -> str:
    """A name of two words."""
    return f"{word(number).capitalize()} {word(number * 7 + 1).capitalize()}"


REPEATED = (
    # spaces and single marks
    " ", "a  ", "\t", "\n", "\u00a0", "a \n", "\r", "x  \n", "\x0b", "\x02", "\u2028", "\u200d",
    "(", ")", "[", "]", "[]", "{", "{: ", "<", "<>", ">", '"', '"a ', ' "', "'", " 'a", "\u201c",
    "\u201d", "\u00ab ", "\u201e", "-", "a - ", "\u2014", "A \u2013 B ", ".", ". ", "\u2026", ",",
    ":", ";", "a;", "? ", "?!", "!", "*", "*a ", "a**b", "_", "_a ", "`", "`a ", "``a` ", "~",
    "\\", "\\*", "|", "a|", "#", "^", "$", "%20", "&", "&amp", "&#1", "@", "@a ", "@a@b.example ",
    "a@b.example ", "a.b@", "/", "//", "www.", "\u3002", "\u6f22", "\u05d0", "e\u0301", "\u0301",
    "\U0001f914", "\U0001f1e6", "\u00a7 12 ", "1", "1 ", "1. ", "$1,", "2026-01-05 ", "x",
    # names
    "Ana ", "Ana", "Ana-", "ABC ", "J. ", "J.", "Ana and ", "Ana Ruiz and Bo Lind, ",
    "Ana Ruiz, ", "A & ", "A v. ", "In re ", "Ana de la ", "O'", "Ana's ", "Dr. ", "Mr. Ana ",
    "Inc. ", "U.S. Is it? ", "etc. ", "said Ana Ruiz, ", "(Ana ", 'Ana "Bo" ', "Ana Ruiz\n",
    # what is asked and sold
    "what do you think", "Would you? ", "who ", "tell us ", "call us ", "leading ",
    "award-winning ", "no win, no fee ", "Harrow Lane Law ", "we ", "don't ",
    "our team of leading ", "section 1 ",
    '"a b c d e f" ', '"a b c d e f", said Ana. ', "Photo: ", "\u00a9 ",
    # Markdown and HTML
    "[a](", "[a](<", "[Ana Ruiz](https://k.example) ", "[a][", "[a] [b] ", "[a]: b\n", '[a]: b "',
    "![a](", "![](a.png) ", "![](a.png)\n*Photo: ", "<img src=a>", '<img src="', "<https://k.example>",
    "https://k.example/", "https://k.example ", "[x](https://x.com/share?u=", "[[a]] ", "[^a]",
    "[^a]: b\n", "*[a]: b\n", "a\n:   b\n", "who a\n:   b\n:", "a\n==\nb\n:   c\n", "!!! a\n",
    "a|b\n", "a|b\n-|-\n", "> a\n", "> a\n\n", "> ", "# a\n", "a\n==\n", "---\n", "- a\n",
    "- a\n    - b\n", "- a\n\n", "1. a\n", "```\n", "```a\nb\n", "~~~\n```\n", "{: .a}", "[TOC]\n",
    "<div>", "<div>\n", '<div markdown="1">\n', "</div>", "<p>a", "<blockquote>", "<q>a", "<code>a",
    "<figure><figcaption>", "<a href=x>", '<a href="', "<a =", "<script>", "<?", "<![CDATA[", "<!x",
    "<!--", "<!-- ", "<!--\n", "-->", "<!-- rapport: ", "<!-- rapport: ignore SEL401 - x -->\n",
    # what grew by the square once
    "- a\n\n<q>a", "`a\u201d", "\u201d<!--\n", "\u00ab ```a\nb\n", "\u201dwww.", "[a](<Dr. ",
    "[here](/x) U.S. Is it? ",
)  # fmt: skip

GENERATED: dict[str, Make] = {
    "names": lambda n: f"{name(n)} wrote. ",
    "names in paragraphs": lambda n: f"{name(n)} wrote.\n\n",
    "names in links": lambda n: f"[{name(n)}](https://{word(n)}.example/) ",
    "names with and": lambda n: f"{name(n)} and ",
    "names with hyphens": lambda n: f"{word(n).capitalize()}-",
    "last names alone": lambda n: f"{name(n)} and {name(n).split()[1]} ",
    "titles": lambda n: f"Dr. {name(n).split()[0]} ",
    "initials": lambda n: f"{name(n)[0]}. {name(n).split()[1]} ",
    "cases": lambda n: f"{name(n).split()[0]} v. {name(n).split()[1]}. ",
    "firms": lambda n: f"{name(n).replace(' ', ' & ')} LLP ",
    "statutes": lambda n: f"section {n} of the {name(n)} Act {1900 + n % 100}. ",
    "words": lambda n: f"{word(n)} ",
    "handles": lambda n: f"@{word(n)}@{word(n)}.example ",
    "questions": lambda n: f"Have you seen {word(n)}? ",
    "questions in paragraphs": lambda n: f"Have you seen {word(n)}?\n\n",
    "questions behind dots": lambda n: f"Of the U.S. Have you seen {word(n)}? ",
    "invitations": lambda n: f"Tell us in the comments about {word(n)}. ",
    "pitch": lambda n: f"Call us about {word(n)} today. ",
    "boasts": lambda n: f"We are the leading firm for {word(n)}. ",
    "quoted people": lambda n: f'"{word(n)} a b c d e f," said {name(n)}. ',
    "blockquotes": lambda n: f"> {word(n)} a b c.\n\n{name(n)}.\n\n",
    "references": lambda n: f"[{word(n)}][]\n\n[{word(n)}]: https://{word(n)}.example\n\n",
    "footnotes": lambda n: f"a[^{word(n)}]\n\n[^{word(n)}]: b\n\n",
    "definitions": lambda n: f"{word(n)}\n:   {word(n)}\n\n",
    "headings": lambda n: f"# {name(n)}\n\n{word(n)}\n\n",
    "images": lambda n: f"![{word(n)}]({word(n)}.png)\n\n",
    "figures": lambda n: (
        f"<figure><img src={word(n)}.png><figcaption>Photo: {name(n)}</figcaption></figure>\n\n"
    ),
    "tags": lambda n: f"a <{word(n)}>",
    "code": lambda n: f"`{word(n)}.` a. ",
    "longer and longer fences": lambda n: "`" * (3 + n) + "\n",
    "deeper and deeper items": lambda n: " " * (4 * (n % 60)) + "- a\n",
    "quotations of any depth": lambda n: ">" * (n % 300) + " a\n",
    "suppressions": lambda n: f"<!-- rapport: ignore SEL401 - {word(n)} -->\n\n{word(n)}\n\n",
    "suppressions in a row": lambda n: f"<!-- rapport: ignore SEL401 - {word(n)} -->\n",
    "suppressions in a paragraph": lambda n: f"a <!-- rapport: ignore SEL401 - {word(n)} --> ",
}


def text(make: str | Make, size: int) -> str:
    """At least so many characters made of pieces."""
    if isinstance(make, str):
        return make * (size // len(make) + 1)
    parts: list[str] = []
    length = 0
    while length < size:
        parts.append(make(len(parts)))
        length += len(parts[-1])
    return "".join(parts)
