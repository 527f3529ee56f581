"""An oracle for safe HTML that shares nothing with the code under test.

`faults(html)` parses the fragment as XML (so it must be well-formed), then looks at every element:
its name, its attributes, where its links lead, what it may stand in.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

TAGS = {"a", "blockquote", "br", "code", "em", "li", "ol", "p", "pre", "strong", "ul"}
ATTRIBUTES = {("a", "href"), ("a", "rel"), ("ol", "start")}
REL = "nofollow ugc noopener"
DEEPEST = 40
BLOCKS = {"blockquote", "li", "ol", "p", "pre", "ul"}
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def faults(html: str) -> list[str]:
    """Everything that makes a fragment unsafe or not well-formed, in words; empty when safe."""
    found = [f"forbidden character {ord(char):#x}" for char in FORBIDDEN.findall(html)]
    try:
        root = ET.fromstring(f"<body>{html.replace('<br>', '<br/>')}</body>")  # noqa: S314 -- ours
    except ET.ParseError as fault:
        return [*found, f"not well-formed: {fault}"]
    pending = [(root, ())]
    while pending:
        element, above = pending.pop()
        found += _element(element, above) if element is not root else []
        inside = (*above, element.tag)
        pending += [(child, inside) for child in element]
    return found


def links(html: str) -> list[tuple[str, str]]:
    """The (address, text) of every link."""
    root = ET.fromstring(f"<body>{html.replace('<br>', '<br/>')}</body>")  # noqa: S314 -- ours
    return [(link.get("href", ""), "".join(link.itertext())) for link in root.iter("a")]


def _element(element: ET.Element, above: tuple[str, ...]) -> list[str]:
    tag = element.tag
    found = [] if tag in TAGS else [f"tag {tag}"]
    found += [f"attribute {tag}.{name}" for name in element.attrib if (tag, name) not in ATTRIBUTES]
    if tag == "a":
        found += _link(element)
        found += ["a link in a link"] if "a" in above else []
    if len(above) > DEEPEST:
        found.append(f"{len(above)} deep")
    if tag in BLOCKS and above[-1] in {"p", "a", "em", "strong", "code", "pre"}:
        found.append(f"{tag} inside {above[-1]}")
    if (tag == "li") != (above[-1] in {"ol", "ul"}):
        found.append(f"{tag} inside {above[-1]}")
    if tag in {"ol", "ul"} and (element.text or "").strip():
        found.append(f"text between the items of {tag}")
    return found


def _link(element: ET.Element) -> list[str]:
    href = element.get("href", "")
    found = [] if element.get("rel") == REL else [f"rel {element.get('rel')!r}"]
    if urlsplit(href).scheme not in {"http", "https"} or not urlsplit(href).hostname:
        found.append(f"scheme of {href!r}")
    if re.search(r"[\s\\<>\"'`\x00-\x1f]", href) or urlsplit(href).username is not None:
        found.append(f"characters of {href!r}")
    if not "".join(element.itertext()).strip():
        found.append(f"nothing to click for {href!r}")
    return found
