"""Tables drawn with rules: those of pandoc, reStructuredText and terminals."""

import pytest

from extractors.readers import markdown
from schemas import Document

GRID = [["Job", "Step 1", "Step 2"], ["Spinner", "21.40", "22.90"], ["Loom fixer", "27.10", "28.80"]]


def tables(text):
    found = [block.table for block in markdown.read(Document("x.md", text)).blocks if block.table]
    return [[[cell.text for cell in row] for row in table.rows] for table in found]


@pytest.mark.parametrize(
    "text",
    [
        # A simple table, one between two rules with empty lines in it, one of reStructuredText, and two grids.
        "  Job           Step 1    Step 2\n  ----------- -------- ---------\n  Spinner        21.40     22.90\n"
        "  Loom fixer     27.10     28.80\n",
        "  -------------------------------\n  Job           Step 1    Step 2\n  ----------- -------- ---------\n"
        "  Spinner        21.40     22.90\n\n  Loom           27.10     28.80\n  fixer\n  -------------------------------\n",
        "==========  ======  ======\nJob         Step 1  Step 2\n==========  ======  ======\nSpinner     21.40   22.90\n"
        "Loom fixer  27.10   28.80\n==========  ======  ======\n",
        "+------------+--------+--------+\n| Job        | Step 1 | Step 2 |\n+============+========+========+\n"
        "| Spinner    | 21.40  | 22.90  |\n+------------+--------+--------+\n| Loom       | 27.10  | 28.80  |\n"
        "| fixer      |        |        |\n+------------+--------+--------+\n",
        "```\n+------------+--------+--------+\n| Job        | Step 1 | Step 2 |\n+------------+--------+--------+\n"
        "| Spinner    |  21.40 |  22.90 |\n| Loom fixer |  27.10 |  28.80 |\n+------------+--------+--------+\n```\n",
    ],
)  # fmt: skip
def test_cells_are_cut_where_the_rules_begin(text):
    assert tables(f"# Rates\n\n{text}\nThe end.\n") == [GRID]


def test_a_table_ends_at_its_rule_or_an_empty_line():
    table = "  Job           Step 1\n  ----------- --------\n  Spinner        21.40\n"
    blocks = markdown.read(Document("x.md", f"{table}\nSpinners start on $19.\n\n---\n\nNo table.\n")).blocks
    assert [block.cell.text for block in blocks[1:]] == ["Spinners start on $19.", "No table."]


@pytest.mark.parametrize(
    "text",
    [
        "  Spinners and fixers earn\n  ----- -----------\n  whatever they ask for\n",  # words across an edge
        "Spinners\n--------\n\nThey earn $21.40.\n",
        "+-----+-----+\n| one cell  |\n+-----+-----+\n",
    ],
)
def test_a_rule_beside_words_draws_no_table(text):
    assert not tables(text)
