"""Every destroyed table of the labelled documents comes back cell for cell."""

import csv
from pathlib import Path

import pytest

from extractors import readers
from schemas import Document

SHARED = Path(__file__).parents[2] / "shared"
TABLES = sorted((SHARED / "gold/tables").glob("*.csv"))

pytestmark = pytest.mark.skipif(not TABLES, reason="the labelled tables are not here")


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_comes_back_cell_for_cell(path):
    stem = path.stem.rpartition("-")[0]
    text = (SHARED / "seeds" / f"{stem}.txt").read_text(encoding="utf-8")
    blocks = readers.read(Document(path=f"{stem}.txt", text=text)).blocks
    wanted = [[cell.strip() for cell in row] for row in csv.reader(path.open(encoding="utf-8"))]
    grids = [[[cell.text for cell in row] for row in block.table.rows] for block in blocks if block.table]
    cards = [
        (block.label.text, block.cell.text) for block in blocks if block.kind == "label_value" and block.label
    ]
    pairs = list(zip(*wanted, strict=True)) if len(wanted) == 2 else []
    assert wanted in grids or (pairs and all(pair in cards for pair in pairs)), grids
