"""Every source is read as somebody once checked by eye; set WAGEBOOK_GOLDEN=write to write the files anew."""

import importlib
import importlib.util
import json

import pytest

from flows.intake import read
from flows.sources import discover
from schemas import Cell, Document, Ends, Facts, Figure, Inferred, Note, NotPay, Row
from tests.golden_files import GOLDEN, ROOT, WRITE, hold

RAW = ROOT / "raw"
SOURCES = sorted(path.parent for path in RAW.glob("*/source.yaml"))
FOUND = {source.name: source for source in discover(RAW) if source.manifest}
DOCUMENTS = [RAW / file for source in FOUND.values() for file in source.files]


def extract(path):
    name = path.relative_to(RAW).as_posix()
    source = name.partition("/")[0]
    module = f"extractors.{source.replace('-', '_')}"
    module = module if importlib.util.find_spec(module) else "extractors.default"
    document = Document(name, read(RAW, name, FOUND[source]).text)
    return document, list(importlib.import_module(module).extract(document))


def said(value):
    if isinstance(value, list):
        return [said(item) for item in value]
    if isinstance(value, Ends):
        return {"low": value.low and value.low.text, "high": value.high and value.high.text}
    if isinstance(value, Figure):
        return {
            "text": value.cell.text,
            "low": value.low,
            "high": value.high,
            "unit": value.currency or value.unit,
        }
    return ("~" if isinstance(value, Inferred) else "") + value.text


def place(document, value):
    cell = (
        value.cell
        if isinstance(value, Figure)
        else (value.low or value.high)
        if isinstance(value, Ends)
        else value
    )
    return document.line(cell.start)


def line(document, item):
    if isinstance(item, Row):
        amount = next(iter(item.figures.values()))
        labels = {key: said(value) for key, value in sorted(item.values.items())}
        return {"line": place(document, amount), "context": item.context, "locator": item.locator, **labels}
    if isinstance(item, Facts):
        levels = [f"{level.label.text} = {level.other_label.text}" for level in item.levels]
        return {"facts": {key: cell.text for key, cell in sorted(item.values.items())}, "levels": levels}
    kind = {"not_pay": item.reason} if isinstance(item, NotPay) else {"note": item.code}
    return {"line": document.line(item.cell.start), **kind, "text": item.cell.text}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_what_is_read_from_a_specimen_is_what_was_checked_by_eye(path):
    golden = GOLDEN / path.relative_to(RAW).with_suffix(".jsonl")
    document, items = extract(path)
    lines = [json.dumps(line(document, item), ensure_ascii=False) for item in items]
    if not golden.exists() and not WRITE:
        pytest.skip(f"no golden file for {path.stem}")
    hold(lines, golden)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_every_source_has_a_golden_file_of_a_document_that_is_there(source):
    golden = {path.stem for path in (GOLDEN / source.name).rglob("*.jsonl")}
    documents = {path.stem for path in DOCUMENTS if source in path.parents}
    assert golden & documents, (
        f"make tests/golden/{source.name}/DOCUMENT.jsonl for one of {sorted(documents)}"
    )


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_every_source_gives_rows(source):
    documents = [path for path in DOCUMENTS if source in path.parents]
    assert documents
    for path in documents:
        assert any(isinstance(item, Row) for item in extract(path)[1]), path.name


def cells(value):
    if isinstance(value, list):
        return [cell for item in value for cell in cells(item)]
    if isinstance(value, Ends):
        return [cell for cell in (value.low, value.high) if cell]
    if isinstance(value, Figure):
        return [value.cell, *value.parts]
    if isinstance(value, Cell):
        return [value]
    cell = getattr(value, "cell", None)
    return [cell] if cell is not None else []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_cell_of_a_row_stands_where_it_says(path):
    document, items = extract(path)
    for row in (item for item in items if isinstance(item, Row)):
        for cell in (cell for value in row.values.values() for cell in cells(value)):
            assert_in_place(document, cell)
    for item in items:
        if isinstance(item, Note | NotPay):
            assert_in_place(document, item.cell)


def assert_in_place(document, cell):
    """A character is the one at its place, or stands for markup there (a link, an escape, a gap between two cells)."""
    if cell.places is None:
        assert document.evidence(cell.span) == cell.text
        return
    assert list(cell.places) == sorted(cell.places)
    for sign, (start, end) in zip(cell.text, cell.places, strict=True):
        if end - start == 1:
            assert document.text[start] == sign or sign.isspace()
