"""The main pages look as they were accepted; and what would be noticed, and what would not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.theme.pictures import ACCEPTED, SUBJECTS, Subject, differing, save, take
from tests.theme.visit import Visit

THREAD = Subject("post", "#conversation", 1280, 640, "dark")
PHONE = Subject("post", "#conversation", 390, 1000)


@pytest.fixture(scope="module")
def visit(browser: Browser) -> Visit:
    made = Visit(browser.new_page())
    made.page.route("**/*", made.answer)
    return made


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.name)
def test_a_page_looks_as_it_was_accepted(visit: Visit, subject: Subject, tmp_path: Path) -> None:
    seen = take(visit, subject)
    kept = tmp_path / subject.file.name
    seen.save(kept)
    where = differing(Image.open(subject.file), seen)
    assert where == [], (
        f"{subject.file.name} differs at {len(where)} places; what was seen is {kept}. If that is "
        "what you meant: python -m tests.theme.pictures"
    )


def test_every_accepted_picture_is_compared_and_they_stay_small() -> None:
    files = sorted(ACCEPTED.iterdir())
    assert files == sorted(subject.file for subject in SUBJECTS)
    assert sum(file.stat().st_size for file in files) <= 200_000


# Everything that a reader would miss, by a style that takes it away and moves nothing else.
MISSED = {
    "one badge": ".turn.firm .badge { visibility: hidden }",
    "the words of badges": ".badge { color: transparent; border-color: var(--accent) }",
    "the surface of the firm's answers": ".turn.firm { background: none }",
    "the rule beside them": ".turn.firm { border-color: transparent }",
    "a permalink": ".stamp { visibility: hidden }",
    "the reply links": ".turn footer a { visibility: hidden }",
    "the colour of links": "a { color: inherit !important; text-decoration: none }",
    "a line more": ".turn header { margin-block-end: .5rem }",
    "other letters": ":root { --serif: 'Pictured Sans' !important }",
}


@pytest.mark.parametrize("subject", [THREAD, PHONE], ids=lambda subject: subject.name)
@pytest.mark.parametrize("what", MISSED)
def test_what_a_reader_would_miss_is_noticed(visit: Visit, subject: Subject, what: str) -> None:
    assert differing(Image.open(subject.file), take(visit, subject, MISSED[what])) != []


def test_one_badge_of_many_is_enough(visit: Visit) -> None:
    style = "#c-01jz0001583800000000209458 .badge { visibility: hidden }"
    where = differing(Image.open(THREAD.file), take(visit, THREAD, style))
    assert where != []
    xs, ys = zip(*where, strict=True)
    assert max(xs) - min(xs) < 120, "the place is told too"
    assert max(ys) - min(ys) < 80


@pytest.mark.parametrize("subject", [THREAD, PHONE], ids=lambda subject: subject.name)
@pytest.mark.parametrize(
    "style",
    ["main { translate: .35px .35px }", "body { -webkit-text-stroke: .08px }"],
)
def test_the_noise_of_drawing_is_not_noticed(visit: Visit, subject: Subject, style: str) -> None:
    plain, noisy = take(visit, subject), take(visit, subject, style)
    assert differing(plain, noisy) == []
    assert differing(Image.open(subject.file), noisy) == []


def test_noise_in_every_pixel_is_not_noticed_and_few_tints_are_none(tmp_path: Path) -> None:
    picture = Image.open(THREAD.file).convert("RGB")
    grain = Image.effect_noise(picture.size, 8).convert("RGB")
    assert differing(picture, Image.blend(picture, grain, 0.05)) == []
    save(picture, tmp_path / "again.png")
    assert differing(picture, Image.open(tmp_path / "again.png")) == []


def test_a_picture_of_another_size_is_another_picture() -> None:
    picture = Image.open(PHONE.file)
    assert differing(picture, picture.crop((0, 0, picture.width, picture.height - 1))) != []


def test_without_its_fonts_nothing_is_compared(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.theme.pictures._faces", lambda: iter(()))
    with pytest.raises(LookupError, match="nothing can be compared"):
        take(visit, PHONE)
