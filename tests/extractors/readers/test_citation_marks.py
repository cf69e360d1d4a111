"""Citation marks and the numbered sources of a page."""

import pytest

from extractors import readers
from schemas import Document

SOURCES = "\n\n## Sources\n\n[1] A survey of welders, 2025\n\n[2] The welders' union, 2024\n"


def nowhere(text):
    notes = readers.read(Document("x.md", text)).notes
    return [note.cell.text for note in notes if note.code == "cited_nowhere"]


def test_a_mark_that_the_sources_of_the_page_lack_is_noted_once():
    text = "# Welders\n\nThey earn $52,000 [1] or $54,000 [3], and $60,000 by night [3]." + SOURCES
    assert nowhere(text) == ["[3]"]


@pytest.mark.parametrize(
    "text",
    [
        "# Welders\n\nThey earn $52,000 [1] or $54,000 [2]." + SOURCES,
        "# Welders\n\nThey earn $52,000 [1] or $54,000 [3].",
        "# Welders\n\nThey earn $52,000 [3](https://example.org/welders)." + SOURCES,
    ],
    ids=["all are there", "no sources are numbered", "a link"],
)
def test_other_marks_are_not(text):
    assert nowhere(text) == []
