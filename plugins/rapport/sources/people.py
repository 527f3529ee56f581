"""One file of content/people to a Person, with everything that is wrong with it."""

from __future__ import annotations

import re
from typing import get_args

from rapport.model import Field, Header, Person, Role, address_in, clean_text, safe_url
from rapport.sources.headers import parse_strict, strict_keys
from rapport.sources.problems import Problems, listed, meant

PERSON_KEYS = ("Name", "Role", "Url", "Handles", "Also", "Page", "Works-at", "Consent")
_KEYS = strict_keys(PERSON_KEYS)
_ROLES = get_args(Role)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HANDLE = re.compile(r"@\w(?:[\w.-]*\w)?(?:@\w[\w-]*(?:\.[\w-]+)+)?|[a-z][a-z0-9-]*:\S+")


def read_person(path: str, slug: str, text: str, problems: Problems) -> Person | None:
    """The Person of a file, or None when the roster cannot show them.

    Left out are those without a usable name or role, a reader without consent, and an outsider
    whose file holds an e-mail address. Every other fault costs the faulty value alone.
    """
    header, body = parse_strict(text, _KEYS, problems)
    _check_slug(slug, problems)
    name = header.get("name")
    if name is None or not name.value:
        problems.error("CFG902", "This person has no name. Add a line `Name: ...`.")
    role = _role(header, problems)
    bio = clean_text(text[body:]).strip()
    consent = _value(header, "consent")
    if role == "reader" and not consent:
        problems.error(
            "CFG902",
            "A reader stands on the public roster only with their consent. Add a line "
            "`Consent: 2026-03-02 by mail`, or remove the file.",
        )
    private = role not in ("firm", "brand") and _has_address(header, bio, problems)
    if name is None or not name.value or role is None or private:
        return None
    if role == "reader" and not consent:
        return None
    return Person(
        slug=slug,
        name=name.value,
        role=role,
        path=path,
        url=url(header.get("url"), problems),
        handles=_handles(header, problems),
        also=_parts(_value(header, "also")),
        page=_page(header, role, problems),
        works_at=_value(header, "works-at"),
        consent=consent,
        bio=bio,
        header=header,
    )


def _value(header: Header, key: str) -> str:
    field = header.get(key)
    return field.value if field else ""


def _parts(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for each in value.split(",") if (part := each.strip())))


def _check_slug(slug: str, problems: Problems) -> None:
    if not _SLUG.fullmatch(slug):
        problems.error(
            "CFG903",
            f"The file's name makes the person's address, and {slug!r} cannot be one. Use small "
            "letters, digits and hyphens: maria-keller.md.",
        )


def _role(header: Header, problems: Problems) -> Role | None:
    field = header.get("role")
    if field is None or not field.value:
        problems.error(
            "CFG902", f"This person has no role. Add a line `Role: ...`: {listed(_ROLES)}."
        )
        return None
    for role in _ROLES:
        if field.value.lower() == role:
            return role  # type: ignore[no-any-return]
    problems.error(
        "CFG903",
        f"Role is {field.value!r}. {meant(field.value, _ROLES, f'It can be {listed(_ROLES)}.')}",
        field,
    )
    return None


def _page(header: Header, role: Role, problems: Problems) -> bool:
    """Whether they have a page: the firm's people always, others when the file says so."""
    field = header.get("page")
    value = field.value.lower() if field else ""
    if field and value not in ("yes", "no", ""):
        problems.error("CFG903", f"Page is {field.value!r}. It can be yes or no.", field)
    return role == "firm" or value == "yes"


def _handles(header: Header, problems: Problems) -> tuple[str, ...]:
    field = header.get("handles")
    good = []
    for handle in _parts(field.value) if field else ():
        if _HANDLE.fullmatch(handle):
            good.append(handle)
        else:
            problems.error(
                "CFG903",
                f"{handle!r} is no handle. Write @name, @name@host.example or linkedin:name, with "
                "commas between them.",
                field or 1,
            )
    return tuple(good)


def url(field: Field | None, problems: Problems) -> str:
    """An address of somebody's, checked: absolute http or https, else an error and ''."""
    if field is None or not field.value:
        return ""
    safe = safe_url(field.value)
    if not safe:
        problems.error(
            "CFG903",
            f"{field.value!r} cannot be linked. Write the whole address, with https:// (or "
            "http://) at its beginning and no spaces.",
            field,
        )
    return safe


def _has_address(header: Header, bio: str, problems: Problems) -> bool:
    """Report e-mail addresses of somebody outside the firm."""
    for field in header.fields:
        if address_in(field.value):
            problems.error("CFG903", _NO_ADDRESS, field)
            return True
    if address_in(bio):
        problems.error("CFG903", _NO_ADDRESS)
        return True
    return False


_NO_ADDRESS = (
    "An e-mail address of somebody outside the firm stands here, in a file that is public. Remove "
    "it; addresses belong in the private folder."
)
