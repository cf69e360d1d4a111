"""Whatever changes, taking rows from the last release gives the bytes that reading everything again gives."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows import across, code
from flows.options import Options
from flows.refresh import Refresh
from tests.flows.world import DAY, MANIFEST, Extractor, World, contents, forget, guide

NAMES = ["guides/a.md", "guides/b.md", "guides/deep/c.md", "other/d.txt", "e.txt"]
PAYS = ["$150K-$180K", "$250K-$280K", "€70,000 – €90,000", "$45/hour", "£30k+", "12%", "nothing"]
MANIFESTS = [
    "",
    MANIFEST,
    MANIFEST + "defaults: {role: Analyst}\n",
    MANIFEST + "url: https://a.example\n",
    "title: broken\n",
    MANIFEST + "expect: {rows: {min: 4}, filled: {bonus: {min: 1}}}\n",
    MANIFEST + "expect: {rows: {min: 4, max: 6}, filled: {currency: {min: 0.4}}}\n",
]
CORRECTION = (
    "- what: {document: guides/a.md, line: 11, evidence: $150K-$180K}\n  set: {high: 190000}\n"
    "  why: a misprint\n  who: Ana\n  when: 2026-02-01\n"
)
CORRECTIONS = [
    "",
    CORRECTION,
    CORRECTION.replace("a.md", "b.md"),
    CORRECTION.replace("190000", "180000"),
    "- who:\n",
]
EXTRACTORS = [
    "from extractors.default import extract\n",
    "from extractors import default\n\n\ndef extract(document):\n    return list(default.extract(document))[:3]\n",
    "from extractors import default\n\n\ndef extract(document):\n    if 'Bolt' in document.text:\n        raise ValueError\n"
    "    return default.extract(document)\n",
    "import does_not_exist\n",
]  # fmt: skip

STEPS = st.one_of(
    st.tuples(
        st.just("put"), st.sampled_from(NAMES), st.sampled_from(PAYS), st.sampled_from(["Acme", "Bolt"])
    ),
    st.tuples(
        st.just("bytes"),
        st.sampled_from(NAMES),
        st.sampled_from([b"", b"\xff\xfe\xff", b"%PDF-\x00", b"$90K"]),
    ),
    st.tuples(st.just("remove"), st.sampled_from(NAMES)),
    st.tuples(st.just("move"), st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.tuples(st.just("manifest"), st.sampled_from(MANIFESTS)),
    st.tuples(st.just("corrections"), st.sampled_from(CORRECTIONS)),
    st.tuples(st.just("code"), st.sampled_from(EXTRACTORS)),
)


def change(world, extractor, step):
    kind, *rest = step
    if kind == "put":
        world.put(rest[0], guide(rest[2], rest[1]))
    elif kind == "bytes":
        world.put(rest[0], rest[1])
    elif kind == "remove":
        (world.raw / rest[0]).unlink(missing_ok=True)
    elif kind == "move" and (world.raw / rest[0]).exists():
        (world.raw / rest[1]).parent.mkdir(parents=True, exist_ok=True)
        (world.raw / rest[0]).rename(world.raw / rest[1])
    elif kind == "manifest":
        world.put("guides/source.yaml", rest[0])
        if not rest[0]:
            (world.raw / "guides" / "source.yaml").unlink()
    elif kind == "corrections":
        world.put("guides/corrections.yaml", rest[0])
    elif kind == "code":
        extractor.write(rest[0])


def run_through(folder, steps):
    world = World(folder)
    world.put("always.txt", "Nurses earn $80,000 a year.\n")
    extractor = Extractor(folder / "more", "guides")
    try:
        extractor.write(EXTRACTORS[0])
        for number, changes in enumerate(steps):
            for step in changes:
                change(world, extractor, step)
            before = folder / "before"
            shutil.rmtree(before, ignore_errors=True)
            if world.out.exists():
                # The full refresh begins where the other does: a source that fails keeps the rows of the last release.
                shutil.copytree(world.out, before, symlinks=True)
            forget()
            summary = world.refresh(allow_shrink=True)
            full = world.refresh(out=before, full=True, allow_shrink=True)
            assert summary.release == full.release
            assert contents(world.out) == contents(before), f"step {number}: {changes}"
    finally:
        extractor.remove()


ROUNDS = st.lists(st.lists(STEPS, min_size=1, max_size=3), min_size=2, max_size=5)
UNHURRIED = list(HealthCheck)


@settings(max_examples=3, suppress_health_check=UNHURRIED)
@given(steps=ROUNDS)
def test_incremental_is_full(tmp_path_factory, steps):
    run_through(tmp_path_factory.mktemp("world"), steps)


@pytest.mark.slow
@pytest.mark.timeout(600)
@settings(max_examples=60, suppress_health_check=UNHURRIED)
@given(steps=ROUNDS)
def test_incremental_is_full_at_length(tmp_path_factory, steps):
    run_through(tmp_path_factory.mktemp("world"), steps)


def test_doubts_that_need_other_documents_are_found_anew_and_not_carried_over(tmp_path):
    world = World(tmp_path)
    world.put("a.md", guide("Acme", "$150K-$180K"))
    world.put("b.md", guide("Acme", "$250K-$280K"))
    world.put("c.txt", "Nurses earn $80,000 a year.\n")
    for ward in range(6):
        world.put(
            f"ward-{ward}.txt", "\n\n".join(f"Nurses earn ${80 + n},{ward}00 a year." for n in range(4))
        )
    world.put("d.txt", "Nurses earn $990,000 a year.\n")
    world.refresh()
    assert doubts(world) == (["documents_differ", "outlier"], ["documents_differ", "outlier"])
    world.put("c.txt", "Nurses earn $81,000 a year.\n")
    world.refresh()
    world.refresh(out=tmp_path / "whole", full=True)
    assert contents(world.out) == contents(tmp_path / "whole")
    assert doubts(world) == (["documents_differ", "outlier"], ["documents_differ", "outlier"])
    world.put("b.md", guide("Acme", "$150K-$180K"))
    (world.raw / "d.txt").unlink()
    world.refresh()
    assert doubts(world) == ([], [])


def doubts(world):
    """The codes of doubts about several documents: in `issues`, and as flags of rows."""
    issues = [row["code"] for row in world.rows("issues") if row["code"] in across.CODES]
    flags = [flag for row in world.rows("observations") for flag in row["flags"] if flag in across.CODES]
    return sorted(issues), sorted(flags)


def test_a_change_of_code_re_reads_the_sources_that_use_it(tmp_path):
    guides = Extractor(tmp_path / "more", "guides")
    try:
        guides.write("from extractors.default import extract\n")
        before = {name: code.version(name) for name in ("extractors.guides", "extractors.default")}
        guides.write("# another\nfrom extractors.default import extract\n")
        assert code.version("extractors.guides") != before["extractors.guides"]
        assert code.version("extractors.default") == before["extractors.default"]
    finally:
        guides.remove()


def test_to_plan_an_extractor_is_only_imported_while_nothing_shows_that_it_can_be(tmp_path):
    world, guides = World(tmp_path / "world"), Extractor(tmp_path / "more", "guides")

    def planned():
        with Refresh(Options(world.raw, world.out, DAY, workers=1, dry_run=True), DAY) as refresh:
            return [task.action for task in refresh.plan().tasks]

    try:
        guides.write("from extractors.default import extract\n")
        for name in ("a", "b"):
            world.put(f"guides/{name}.md", guide("Acme", "$150K-$180K"))
        world.refresh()
        world.put("guides/b.md", guide("Bolt", "$150K-$190K"))
        forget("extractors.guides")
        assert planned() == ["carry", "read"]
        assert "extractors.guides" not in sys.modules
        guides.write("# another\nfrom extractors.default import extract\n")
        assert planned() == ["read", "read"]
        assert "extractors.guides" in sys.modules
    finally:
        guides.remove()


@pytest.mark.parametrize(
    "module", ["normalizers.figures.grammar", "extractors.readers.pay_table", "flows.process"]
)
def test_the_shared_steps_belong_to_every_version(monkeypatch, module):
    forget()
    before = code.version("extractors.negotiation_guides")
    changed = code._file(module)
    real = code._hash
    monkeypatch.setattr(code, "_hash", lambda path: "changed" if path == changed else real(path))
    code.version.cache_clear()
    assert code.version("extractors.negotiation_guides") != before
    forget()


def test_vocabularies_belong_to_every_version(monkeypatch):
    forget()
    before = code.version("extractors.default")
    monkeypatch.setattr(code, "_data_of", lambda room: "changed" if room == "schemas" else "")
    code.version.cache_clear()
    assert code.version("extractors.default") != before
    forget()


def test_everything_that_reading_really_imports_is_counted(tmp_path):
    (tmp_path / "a.md").write_text(guide("Acme", "$150K-$180K"))
    program = (
        "import sys, pathlib, datetime\n"
        "from flows.options import Options\nfrom flows.refresh import direct\n"
        f"raw, out = pathlib.Path({str(tmp_path)!r}), pathlib.Path({str(tmp_path.parent / 'out')!r})\n"
        f"direct(Options(raw, out, datetime.date({DAY.year}, {DAY.month}, {DAY.day}), workers=1), datetime.date.today())\n"
        "rooms = ('schemas', 'normalizers', 'extractors', 'quality')\n"
        "print(*(m for m in sys.modules if m.split('.')[0] in rooms))\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True
    )
    counted = set(code.reached("extractors.default", code.EVERY_DOCUMENT, "flows.refresh")[0])
    # Folders of data become modules when their files are opened as resources.
    loaded = {name for name in done.stdout.split() if not name.endswith("vocabularies")}
    assert len(loaded) > 20
    assert loaded <= counted


def test_imports_are_found_wherever_they_stand_and_a_text_that_looks_like_one_does_no_harm(tmp_path):
    module = tmp_path / "module.py"
    module.write_text(
        '"""Says how to:\n\n    import everything one needs\n"""\n'
        "import os; import json as j\n"
        "from schemas import (\n    Cell,\n    Row,\n)\n"
        "def late():\n    from flows import plan\n    if plan: import csv\n"
    )
    wanted = {"os", "json", "schemas.Cell", "schemas.Row", "flows.plan", "csv"}
    assert wanted <= set(code._imports(module, "somewhere.module"))
    module.write_text(module.read_text().replace("import everything one needs", "read the rest"))
    assert wanted | {"schemas", "flows"} == set(code._imports(module, "elsewhere.module"))


def test_a_module_in_another_encoding_is_read_and_one_that_is_none_is_a_mistake_of_its_own(tmp_path):
    module = tmp_path / "module.py"
    module.write_bytes("# -*- coding: latin-1 -*-\nimport csv\nNAME = 'Zo\xeb'\n".encode("latin-1"))
    assert code._imports(module, "somewhere.latin") == ("csv",)
    module.write_bytes(b"import csv\nNAME = '\xff\xfe'\n")
    with pytest.raises(SyntaxError):
        code._imports(module, "somewhere.broken")
