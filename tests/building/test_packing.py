"""Compressed copies beside a published site: what is in them, and where there are none."""

from __future__ import annotations

import gzip
from importlib import util
from pathlib import Path

import brotli
import pytest

from rapport.building import Built, build
from rapport.errors import SettingsError
from rapport.settings import from_mapping
from tests.building.small_site import write_site

BOTH = 'RAPPORT_COMPRESS = ["gzip", "br"]'
LONG = {"content/images/long.txt": "A line of the tariff.\n" * 200}


def copies(built: Built) -> dict[str, bytes]:
    found = [path for path in built.output.rglob("*") if path.suffix in {".gz", ".br"}]
    return {path.relative_to(built.output).as_posix(): path.read_bytes() for path in sorted(found)}


def published(folder: Path, conf: str = BOTH) -> Built:
    write_site(folder, LONG, conf)
    return build(folder / "publishconf.py", publish=True)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return published(tmp_path_factory.mktemp("packed"))


def test_each_copy_holds_its_file(site: Built) -> None:
    packed = copies(site)
    for name, data in packed.items():
        whole = gzip.decompress(data) if name.endswith(".gz") else brotli.decompress(data)
        assert whole == (site.output / name[:-3]).read_bytes(), name
    wanted = ("index.html", "theme/css/rapport.css", "feeds/posts.atom.xml", "images/long.txt")
    assert {f"{name}{end}" for name in wanted for end in (".gz", ".br")} <= packed.keys()
    assert {"search/index.html.br", "sitemap.xml.gz"} <= packed.keys()


def test_what_is_small_or_compressed_has_none(site: Built) -> None:
    names = [name[:-3] for name in copies(site)]
    assert not [name for name in names if name.endswith((".png", ".pf_index", ".pf_fragment"))]
    assert all((site.output / name).stat().st_size >= 1024 for name in names)


def test_a_second_publication_has_the_same_bytes_out_of_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    conf = BOTH.replace('"gzip", ', "")
    before = copies(published(tmp_path, conf))
    same = {name for name in before if not name.startswith("pagefind/")}
    asked = []
    real = brotli.compress

    def counted(data: bytes, quality: int) -> bytes:
        asked.append(data)
        packed: bytes = real(data, quality=quality)
        return packed

    monkeypatch.setattr(brotli, "compress", counted)
    after = copies(build(tmp_path / "publishconf.py", publish=True))
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    assert len(asked) < len(before) / 10


def test_a_site_that_is_not_published_has_none(tmp_path: Path) -> None:
    assert copies(build(write_site(tmp_path, LONG, BOTH))) == {}


def test_a_copy_of_the_firms_own_stays(tmp_path: Path) -> None:
    write_site(tmp_path, {**LONG, "content/images/long.txt.gz": "ours"}, BOTH)
    built = build(tmp_path / "publishconf.py", publish=True)
    assert copies(built)["images/long.txt.gz"] == b"ours"


def test_without_its_package_nothing_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = util.find_spec
    monkeypatch.setattr(
        "rapport.building.packing.find_spec", lambda name: None if name == "brotli" else real(name)
    )
    write_site(tmp_path, conf=BOTH)
    with pytest.raises(SettingsError, match=r"brotli is not installed\. Install it"):
        build(tmp_path / "publishconf.py", publish=True)
    assert not (tmp_path / "output").exists()
    assert build(tmp_path / "pelicanconf.py").swapped


@pytest.mark.parametrize("value", ["br", ["zip"], True, [1]])
def test_what_nobody_knows_is_refused(value: object) -> None:
    with pytest.raises(SettingsError, match="RAPPORT_COMPRESS is"):
        from_mapping({"RAPPORT_COMPRESS": value}, Path("/site"))
