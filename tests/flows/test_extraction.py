"""Which extractor reads a source, and when another version of it reads again."""

import importlib
import pkgutil
import sys

import pytest

import extractors
from flows import code, extraction
from tests.flows.world import World, forget, guide

READS = "from extractors.default import extract\n"


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path / "world")
    world.put("acme-guides/acme.md", guide("Acme", "$150K-$180K"))
    return world


class Package:
    """A third party's package that offers an extractor for the source `acme-guides`."""

    def __init__(self, folder, offered="acme_ext.guides:read"):
        self.code = folder / "acme_ext"
        self.about = folder / "acme_ext-1.dist-info"
        for made in (self.code, self.about):
            made.mkdir(parents=True)
        (self.code / "__init__.py").write_text("")
        (self.about / "top_level.txt").write_text("acme_ext\n")
        (self.about / "entry_points.txt").write_text(f"[{extraction.GROUP}]\nacme-guides = {offered}\n")
        self.write("from extractors.default import extract as read\n", version="1.0")

    def write(self, text, version):
        (self.code / "guides.py").write_text(text)
        (self.about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: acme-ext\nVersion: {version}\n")
        forget("acme_ext", "acme_ext.guides")


@pytest.fixture
def package(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    yield Package(tmp_path / "site")
    monkeypatch.undo()
    forget("acme_ext", "acme_ext.guides")


@pytest.mark.parametrize("module", [m.name for m in pkgutil.iter_modules(extractors.__path__) if not m.ispkg])
def test_whatever_lies_beside_the_readers_is_an_extractor(module):
    assert callable(importlib.import_module(f"extractors.{module}").extract)


@pytest.mark.parametrize(
    "source", ["walk", "agreement", "default", "readers", "__init__", "2024-guides", "acme.com", "a b"]
)
def test_a_name_that_is_no_extractors_is_read_by_the_default_one(source):
    assert extraction.load(extraction.module_for(source)).module == extraction.DEFAULT


def test_a_third_partys_extractor_reads_the_source_that_it_is_named_for(world, package):
    world.refresh()
    assert {row["extractor"] for row in world.rows("documents")} == {"acme_ext.guides:read"}
    assert world.rows("observations")


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("from extractors.default import extract\n\n\ndef read(document):\n    return []\n", "1.0"),
        ("from extractors.default import extract as read\n", "1.1"),
    ],
    ids=["code", "version"],
)
def test_another_version_of_a_third_partys_extractor_reads_again(world, package, text, version):
    world.refresh()
    assert world.refresh().documents == {"carry": 1, "gone": 0}
    package.write(text, version)
    assert world.refresh(allow_shrink=True).documents == {"read": 1, "gone": 0}


def test_what_a_third_partys_extractor_imports_of_its_own_package_is_counted(package):
    (package.code / "tables.py").write_text("COLUMNS = 2\n")
    package.write("from acme_ext.tables import COLUMNS\n" + READS, "1.0")
    before = code.version("acme_ext.guides:read")
    (package.code / "tables.py").write_text("COLUMNS = 3\n")
    forget()
    assert code.version("acme_ext.guides:read") != before


def test_a_third_partys_package_that_fails_costs_its_own_source_only(world, package):
    (package.code / "__init__.py").write_text("raise RuntimeError('no licence key')\n")
    forget("acme_ext", "acme_ext.guides")
    world.put("other/a.md", guide("Bolt", "$120K"))
    summary = world.refresh()
    assert [name for name, why in summary.sources if "no licence key" in why] == ["acme-guides"]
    assert {row["document"] for row in world.rows("documents")} == {"other/a.md"}
    assert "acme_ext" not in sys.modules
