import contextlib
import io
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from flows.cli import main
from flows.errors import Exit
from flows.parts import ROWS_AT_ONCE
from tests.flows.world import MANIFEST, World, guide

ROOT = Path(__file__).parents[2]


@dataclass
class Done:
    returncode: int
    stdout: str
    stderr: str


def wagebook(*arguments, check):
    """The command in this process."""
    out, err = io.StringIO(), io.StringIO()
    code = 0
    before, sys.argv = sys.argv, ["wagebook", *map(str, arguments)]
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            main()
    except SystemExit as ended:
        code = int(ended.code or 0)
    finally:
        sys.argv = before
    assert code == check, out.getvalue() + err.getvalue()
    return Done(code, out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    world = World(tmp_path_factory.mktemp("cli"))
    world.put("guides/source.yaml", MANIFEST)
    world.put("guides/acme.md", guide("Acme", "$150K-$180K"))
    world.put("guides/odd\nname \x1b[31m.md", "Engineers earn $100K; rent is $2,000 a month.\n")
    world.refresh()
    return world


@pytest.fixture
def place(world):
    return ["--raw", world.raw, "--out", world.out]


def test_help_imports_nothing_that_takes_time():
    done = subprocess.run(
        [sys.executable, "-c", "from flows.cli import main; main()", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert "refresh" in done.stdout
    commands = "documents, looking, releases, reviews, serving"
    for imported, unwanted in (
        (f"flows.cli import {commands}", ["pandas", "prefect", "pyarrow", "pandera", "pydantic"]),
        ("flows.cli import main", ["typer", "rich", "pandas"]),  # what each worker process begins with
        ("extractors import negotiation_guides, default", ["bs4", "lxml", "pandas"]),
    ):
        program = f"import sys; from {imported}; print(sorted(set({unwanted}) & set(sys.modules)))"
        loaded = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert loaded.stdout.strip() == "[]"


def test_exit_codes_are_documented():
    shown = wagebook("refresh", "--help", check=0).stdout
    assert all(f"{int(code)} " in shown for code in Exit)


def test_refresh_says_what_it_did(world, tmp_path):
    done = wagebook(
        "refresh",
        "--direct",
        "--workers",
        1,
        "--raw",
        world.raw,
        "--out",
        tmp_path / "o",
        "--as-of",
        "2026-03-01",
        check=0,
    )
    assert "published" in done.stdout
    assert re.search(r"documents +2 read", done.stdout)
    assert "\x1b" not in done.stdout
    assert (tmp_path / "o" / "current" / "observations.parquet").exists()


@pytest.mark.parametrize("more", [[], ["--rows-a-file", "1000"], ["--dry-run"]])
def test_a_first_look_shows_so_many_rows_of_what_was_published(world, tmp_path, more):
    own = [
        "--raw",
        world.raw,
        "--out",
        tmp_path / "out",
        "--as-of",
        "2026-03-01",
        "--direct",
        "--workers",
        "1",
    ]
    done = wagebook("refresh", *own, "--look", "2", *more, check=0)
    shown = done.stdout.partition(" rows that speak of the market")[2].splitlines()[1:]
    assert [line.split()[0] for line in shown] == ([] if "--dry-run" in more else ["company", "Acme", "Acme"])
    assert all(" of acme.md" in line for line in shown[1:])


def test_a_stop_is_a_sentence_and_a_remedy(tmp_path):
    done = wagebook(
        "refresh", "--direct", "--raw", tmp_path / "missing", "--out", tmp_path / "o", check=Exit.REFUSED
    )
    assert "no such folder" in done.stderr
    assert "--raw DIR" in done.stderr
    assert done.stdout == ""


def test_a_file_that_ends_too_early_is_named(world, monkeypatch):
    from flows.commands import status

    def cut(*given, **chosen):
        raise EOFError("observations.parquet ends before row 7")

    monkeypatch.setattr(status, "run", cut)
    done = wagebook("status", "--raw", world.raw, "--out", world.out, check=Exit.DAMAGED)
    assert "observations.parquet ends before row 7" in " ".join(done.stderr.split())
    assert "Aborted" not in done.stderr


def test_status_says_what_and_why(world, place):
    done = wagebook("status", *place, "-v", check=0)
    assert re.search(r"guides +carried +unchanged +2", done.stdout)
    assert "odd\\nname \\x1b[31m.md" in done.stdout
    assert "\x1b" not in done.stdout


def test_verify_checks_everything_and_finds_what_is_wrong(world, place, tmp_path):
    done = wagebook("verify", *place, check=0)
    assert "balance" in done.stdout
    assert "wrong" not in done.stdout
    broken = tmp_path / "broken"
    subprocess.run(["cp", "-r", world.out, broken], check=True)
    file = broken / "current" / "observations.parquet"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    (broken / "current" / "levels.parquet").unlink()
    done = wagebook("verify", "--raw", world.raw, "--out", broken, check=Exit.DAMAGED)
    assert re.search(r"wrong +observations +its bytes are not those", done.stdout)
    assert re.search(r"wrong +levels +cannot be read", done.stdout)


def test_releases_are_listed_and_rolled_back(world, tmp_path):
    out = tmp_path / "o"
    first = world.refresh(out=out).release
    second = world.refresh(out=out, as_of=date(2026, 3, 2)).release
    shown = wagebook("releases", "--out", out, check=0).stdout
    assert shown.index(first) < shown.index(second)
    assert re.search(rf"-> +{second}", shown)
    wagebook("releases", "rollback", "--out", out, check=0)
    assert (out / "current").readlink().name == first
    done = wagebook("releases", "rollback", "--out", out, check=Exit.REFUSED)
    assert "oldest release" in done.stderr
    assert "rollback RELEASE" in done.stderr
    missing = wagebook("releases", "rollback", "1999", "--out", out, check=Exit.REFUSED)
    assert "no release is called '1999'" in missing.stderr


def test_preview_marks_figures_in_place(world):
    done = wagebook("preview", world.raw / "guides" / "acme.md", check=0)
    assert "| Boston | [$150K-$180K] | [10-12%] |" in done.stdout
    assert "base range 150,000 – 180,000 USD per year" in done.stdout
    odd = wagebook("preview", world.raw / "guides" / "odd\nname \x1b[31m.md", check=0)
    assert "\x1b" not in odd.stdout
    assert "$2,000" in odd.stdout


def test_preview_says_what_a_manifest_and_corrections_do_to_the_document(tmp_path):
    world = World(tmp_path)
    world.put("guides/acme.md", guide("Acme", "$150K-$180K"))
    shown = wagebook("preview", world.raw / "guides" / "acme.md", check=0).stdout
    assert "(source guides, without a manifest raw/guides/source.yaml;" in shown
    assert "150,000 – 180,000 USD per year" in shown
    world.put("guides/source.yaml", MANIFEST + "documents: '*.txt'\nlookups: {place: {Boston: Bostn}}\n")
    shown = wagebook("preview", world.raw / "guides" / "acme.md", check=0).stdout
    assert "`documents: *.txt` in its source.yaml leaves out guides/acme.md" in shown
    assert 'lookups.place: "Boston" is to mean "Bostn", which no vocabulary has; near: Boston' in shown


@pytest.mark.parametrize(
    ("document", "day", "why"),
    [
        ("guides/acne.md", "2026-01-01", "there is no document guides/acne.md; did you mean guides/acme.md?"),
        ("guides/acme.md", "2999-01-01", "`when` is 2999-01-01, which is yet to come"),
    ],
)
def test_preview_says_what_of_the_corrections_would_stop_the_source(tmp_path, document, day, why):
    world = World(tmp_path)
    world.put("guides/source.yaml", MANIFEST)
    world.put("guides/acme.md", guide("Acme", "$150K-$180K"))
    world.put(
        "guides/corrections.yaml",
        f"- what: {{document: {document}, line: 11, evidence: $150K-$180K}}\n"
        f"  set: {{low: 155000}}\n  why: a slip\n  who: Ana\n  when: {day}\n",
    )
    shown = wagebook("preview", world.raw / "guides" / "acme.md", check=0).stdout
    assert f"would stop the source: raw/guides/corrections.yaml:1: {why}" in " ".join(shown.split())


def test_preview_marks_both_scalars_of_a_range(tmp_path):
    (tmp_path / "x.md").write_text("---\ncompany: Acme\nbase_low: 150000\nbase_high: 180000\n---\n# Pay\n")
    shown = wagebook("preview", tmp_path / "x.md", check=0).stdout
    assert "base_low: [150000]" in shown
    assert "base_high: [180000]" in shown


def test_preview_of_a_folder_says_that_it_is_one(world):
    said = wagebook("preview", world.raw / "guides", check=Exit.REFUSED).stderr
    assert "not_a_file: a folder, not a regular file" in " ".join(said.split())


def test_help_says_to_how_many_rows_a_file_is_rounded():
    shown = " ".join(wagebook("refresh", "--help", check=0).stdout.replace("│", " ").split())
    assert f"rounded down to {ROWS_AT_ONCE:,}s" in shown


def test_preview_of_what_cannot_be_read(tmp_path):
    (tmp_path / "x.md").write_bytes(b"PK\x03\x04\0")
    assert "binary" in wagebook("preview", tmp_path / "x.md", check=Exit.REFUSED).stderr
    assert "no such file" in wagebook("preview", tmp_path / "y.md", check=Exit.REFUSED).stderr


def test_explain_shows_the_evidence_in_its_surroundings(world, place):
    row = world.rows("observations")[0]
    done = wagebook("explain", row["observation_id"], *place, check=0)
    assert row["evidence"] in done.stdout
    assert f"line {row['line_start']}" in done.stdout
    assert wagebook("explain", row["observation_id"][:12], *place, check=0).stdout == done.stdout
    assert "no observation" in wagebook("explain", "nothing", *place, check=Exit.REFUSED).stderr


def test_schema_lists_every_column():
    shown = wagebook("schema", check=0).stdout
    assert "observation_id" in shown
    assert "quarantine" in shown
