"""security.txt, humans.txt, redirects: what others look for at a site's root."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.building import build
from rapport.building.signposts import signposts, taken
from rapport.errors import BuildError, SettingsError
from rapport.settings import Settings, from_mapping, stands_at
from tests.building.small_site import HOST, tree, write_site
from tests.theme.samples import site


def settings(**given: Any) -> Settings:
    return from_mapping(
        {f"RAPPORT_{key.upper()}": value for key, value in given.items()}, Path("/s")
    )


def test_a_site_that_says_nothing_has_people_to_name_alone() -> None:
    made = signposts(site(), settings(), HOST)
    assert set(made) == {"humans.txt"}
    assert made["humans.txt"].startswith(
        "/* TEAM */\nRossi & Partners\nAnna Rossi\n\n/* THANKS */\n"
    )


def test_security_txt_says_whom_and_until_when() -> None:
    given = settings(security_contact="mailto:it@quay.example", security_expires="2027-06-30")
    made = signposts(site(people=(), thanks=()), given, HOST)
    assert made == {
        ".well-known/security.txt": "Contact: mailto:it@quay.example\n"
        "Expires: 2027-06-30T00:00:00Z\nPreferred-Languages: en\n"
        f"Canonical: {HOST}/.well-known/security.txt\n"
    }


def test_without_a_date_there_is_no_security_txt() -> None:
    given = settings(security_contact="https://quay.example/security/")
    assert ".well-known/security.txt" not in signposts(site(), given, HOST)


def test_addresses_that_moved_are_told_to_the_host() -> None:
    given = settings(redirects={"/2019/costs.html": "/costs/", "blog/": "https://new.example/"})
    assert signposts(site(), given, HOST)["_redirects"] == (
        f"/2019/costs.html {HOST}/costs/ 301\n/blog/ https://new.example/ 301\n"
    )


def test_a_site_in_a_folder_names_the_folder() -> None:
    given = settings(redirects={"old/": "new/"})
    made = signposts(site(), given, "https://firm.example/blog")
    assert made["_redirects"] == "/blog/old/ https://firm.example/blog/new/ 301\n"


@pytest.mark.parametrize(
    ("old", "file"),
    [("a/b.html", "a/b.html"), ("a/", "a/index.html"), ("a", "a/index.html"), ("x.php", "x.php")],
)
def test_the_file_at_an_old_address(old: str, file: str) -> None:
    assert stands_at(old) == file
    assert taken({old: "new/"}, [file, "other.html"]) == [old]


@pytest.mark.parametrize(
    "moved",
    [
        {"../up": "a/"}, {"a//b": "a/"}, {"": "a/"}, {"https://a.example/": "a/"}, {"a b": "c/"},
        {"a": "javascript:alert(1)"}, {"a": "http://b.example/"}, {"a": "b\nc"},
        {"a": "b", "b": "c"}, {"a": "a"}, {"a*": "b/"}, ["a"],
    ],
)  # fmt: skip
def test_a_redirect_that_cannot_be_is_refused(moved: object) -> None:
    with pytest.raises(SettingsError, match="RAPPORT_REDIRECTS"):
        settings(redirects=moved)


@pytest.mark.parametrize(
    "moved",
    [
        {"a": "b/", "b": "a/"}, {"a": "a/"}, {"a/": "a/index.html"}, {"a": "x/", "a/": "y/"},
        {"a": f"{HOST}/a"}, {"a": f"{HOST}/b/#part", "b/": "c/"}, {"a": "b/", "b": "c/"},
    ],
)  # fmt: skip
def test_no_address_leads_in_a_circle_or_in_two_steps(moved: object) -> None:
    with pytest.raises(SettingsError, match="RAPPORT_REDIRECTS: 'a"):
        from_mapping({"RAPPORT_REDIRECTS": moved, "SITEURL": HOST}, Path("/s"))


def test_the_same_path_of_another_host_is_another_address() -> None:
    moved = {"a": "https://old.example/a", "b": "https://firm.example/b"}
    made = from_mapping(
        {"RAPPORT_REDIRECTS": moved, "SITEURL": "https://firm.example/blog"}, Path("/s")
    )
    assert dict(made.redirects) == moved


_ADDRESSES = st.from_regex(r"[ab](/[ab])?(/|\.html|/index\.html)?", fullmatch=True)


@given(st.dictionaries(_ADDRESSES, _ADDRESSES | _ADDRESSES.map(lambda path: f"{HOST}/{path}")))
def test_what_is_accepted_ends_after_one_step(moved: dict[str, str]) -> None:
    try:
        made = from_mapping({"RAPPORT_REDIRECTS": moved, "SITEURL": HOST}, Path("/s"))
    except SettingsError:
        return
    answering = [stands_at(old) for old, _ in made.redirects]
    ends = {stands_at(new.removeprefix(f"{HOST}/")) for _, new in made.redirects}
    assert len(set(answering)) == len(answering)
    assert not ends & set(answering)


def test_a_contact_is_an_address() -> None:
    with pytest.raises(SettingsError, match="RAPPORT_SECURITY_CONTACT"):
        settings(security_contact="call us")


def test_a_page_stands_at_an_address_that_moved(tmp_path: Path) -> None:
    conf = f"SITEURL = {HOST!r}\nRAPPORT_REDIRECTS = {{'old/toll.html': 'who-pays-the-toll-why/'}}"
    build(write_site(tmp_path, conf=conf))
    found = tree(tmp_path / "output")
    page = found["old/toll.html"].decode()
    there = f"{HOST}/who-pays-the-toll-why/"
    assert f'<meta http-equiv="refresh" content="0; url={there}">' in page
    assert f'<link rel="canonical" href="{there}">' in page
    assert found["_redirects"].decode() == f"/old/toll.html {there} 301\n"
    assert "old/toll.html" not in found["sitemap.xml"].decode()


def test_where_a_page_of_ours_stands_nothing_has_moved(tmp_path: Path) -> None:
    conf = f"SITEURL = {HOST!r}\nRAPPORT_REDIRECTS = {{'people/': 'thanks/'}}"
    with pytest.raises(BuildError, match="people/ moved to thanks/"):
        build(write_site(tmp_path, conf=conf))


def test_the_endpoint_for_webmentions_is_named_on_every_page(tmp_path: Path) -> None:
    conf = "RAPPORT_WEBMENTION = 'https://webmention.io/quay.example/webmention'"
    build(write_site(tmp_path, conf=conf))
    for name, data in tree(tmp_path / "output").items():
        if name.endswith(".html"):
            assert b'<link rel="webmention" href="https://webmention.io/quay.example' in data, name
