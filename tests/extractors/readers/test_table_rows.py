"""The contract of extractor authors: what nobody takes out of a table becomes a note by itself."""

import pytest

from extractors.readers import markdown
from normalizers.observations import observe
from schemas import Asserted, Document, Row

TEXT = """# Acme salary guide

| Skipped | Table |
|---|---|
| a | b |

## Pay by level

| Level | City | Base | Notes | Car |
|---|---|---|---|---|
| L4 | Austin | $150K | | yes |
| L5 | Austin | $190K | good | |

## Else

| Level | Base |
|---|---|
| L9 | $1M |
"""


def extract(document):
    for row in markdown.tables(document, under="## Pay by level", ignore=["Notes"]):
        yield Row(
            level=row.pop("Level"), region=row.pop("City"), base=row.pop("Base"), period=Asserted("year")
        )


def test_an_extractor_of_four_lines():
    document = Document("acme/guide.md", TEXT)
    found = observe(document, extract(document))
    assert [(o["level_label"], o["low"], o["component"], o["context"]) for o in found.observations] == [
        ("L4", 150_000, "base", "table"), ("L5", 190_000, "base", "table"),
    ]  # fmt: skip
    assert [(note.code, note.cell.text) for note in found.notes] == [("unread_column", "yes")]


def test_reading_twice_notes_once():
    document = Document("acme/guide.md", TEXT)
    for _ in range(2):
        list(extract(document))
    assert len(document.unread) == 1


def test_a_wrong_column_or_heading_names_the_nearest():
    document = Document("acme/guide.md", TEXT)
    with pytest.raises(KeyError, match="did you mean 'Level'"):
        next(markdown.tables(document, under="## Pay by level")).pop("Levels")
    with pytest.raises(ValueError, match="did you mean 'Pay by level'"):
        next(markdown.tables(document, under="## Pay by levels"))


def test_without_a_heading_all_tables_are_read():
    document = Document("acme/guide.md", TEXT)
    assert [row.locator for row in markdown.tables(document)] == [
        "table 1, row 1", "table 2, row 1", "table 2, row 2", "table 3, row 1",
    ]  # fmt: skip
