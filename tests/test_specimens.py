"""What the project's own documents become, from raw/ to the dataset; set WAGEBOOK_GOLDEN=write to write the files anew.

The files hold what is read today. Known to be wrong in them, and to be written anew when they are read right: in the career blog who
left Google is paid by it (line 94); in the occupation guide `that class` and the last answer are about another job than is
read (lines 10 and 76), and New York in a column of states is the city (line 52).
"""

import datetime as dt
import json
from collections import Counter

import pyarrow.parquet as pq
import pytest

from flows.options import Options
from flows.refresh import direct
from tests.golden_files import GOLDEN, ROOT, WRITE, fail, hold

COUNTS = GOLDEN / "counts.json"
DAY = dt.date(2026, 3, 1)
COUNTED = {"ledger": ["disposition"], "observations": ["component", "statistic"]}
CHECKED = (
    "line_start", "company", "role", "level", "place", "component", "statistic", "low", "high", "unit", "currency", "period",
)  # fmt: skip
SOURCES = sorted(path.parent.name for path in (ROOT / "raw").glob("*/source.yaml"))
FILES = sorted(GOLDEN.rglob("*.observations.jsonl"))


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """The tables of a release of raw/, by name, as lists of rows."""
    out = tmp_path_factory.mktemp("specimens")
    direct(Options(ROOT / "raw", out, DAY, workers=1), DAY)
    return {name: pq.read_table(out / "current" / f"{name}.parquet").to_pylist() for name in COUNTED}


def test_every_document_has_as_many_figures_of_each_kind_as_before(tables):
    found: dict[str, dict[str, dict[str, int]]] = {}
    for table, columns in COUNTED.items():
        for column in columns:
            for (document, value), times in Counter(
                (r["document"], r[column]) for r in tables[table]
            ).items():
                found.setdefault(document, {}).setdefault(column, {})[value or "none"] = times
    if WRITE:
        text = json.dumps(found, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
        COUNTS.write_text(text, encoding="utf-8")
    written = json.loads(COUNTS.read_text(encoding="utf-8"))
    fail(
        [
            f"tests/golden/counts.json: {document}: {written.get(document)} is written, {found.get(document)} is read"
            for document in sorted({*written, *found})
            if written.get(document) != found.get(document)
        ]
    )


def test_every_source_has_a_document_whose_observations_are_pinned():
    pinned = {file.relative_to(GOLDEN).parts[0] for file in FILES}
    assert sorted(pinned) == SOURCES, "make an empty tests/golden/SOURCE/DOCUMENT.observations.jsonl"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name.partition(".")[0])
def test_a_document_means_what_it_meant_before(file, tables):
    stem = f"{file.relative_to(GOLDEN).as_posix().removesuffix('.observations.jsonl')}."
    rows = [row for row in tables["observations"] if row["document"].startswith(stem)]
    lines = [json.dumps({name: row[name] for name in CHECKED}, ensure_ascii=False) for row in rows]
    hold(lines, file)
