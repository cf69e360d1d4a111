"""Markdown: blocks in reading order, their text as a reader sees it, every character in its place."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractors import readers
from extractors.readers import markdown
from extractors.readers.inline import plain
from schemas import Cell, Document


def blocks(text):
    return [(block.kind, block.cell.text) for block in markdown.read(Document("x.md", text)).blocks]


def grid(text):
    (table,) = [block.table for block in markdown.read(Document("x.md", text)).blocks if block.table]
    return [[cell.text for cell in row] for row in table.rows]


def test_headings_paragraphs_items_quotes_and_labels():
    text = (
        "# Title\n\nFirst line\nsecond line\n\n## Part ##\n- one\n  goes on\n- two\n1. three\n\n"
        "> said\n> so\n\n**Base:** $100K\nBonus: 10%\n\n**Alone**\n\nUnderlined\n-----\n"
    )
    assert blocks(text) == [
        ("title", "Title"), ("paragraph", "First line\nsecond line"), ("heading", "Part"), ("item", "one\n  goes on"),
        ("item", "two"), ("item", "three"), ("quote", "said\nso"), ("label_value", "$100K"), ("label_value", "10%"),
        ("heading", "Alone"), ("heading", "Underlined"),
    ]  # fmt: skip


def test_the_label_of_a_value_is_kept():
    (block,) = markdown.read(Document("x.md", "**Total Comp:** $300K\n")).blocks
    assert (block.label.text, block.cell.text) == ("Total Comp", "$300K")


def test_a_line_in_bold_heads_the_lines_right_below_it():
    assert blocks("**Why it pays**\nData clerks earn $70K.\nSo they say.\n") == [
        ("heading", "Why it pays"), ("paragraph", "Data clerks earn $70K.\nSo they say."),
    ]  # fmt: skip


def test_questions_are_those_of_a_list_of_questions():
    text = "# Pay\n## What is base?\ntext\n## FAQ\n### How much do they earn?\n$100K\n\n**Is there a bonus?**\n\nYes\n\n## Next?\n"
    kinds = [kind for kind, cell in blocks(text) if cell.endswith("?")]
    assert kinds == ["heading", "question", "question", "heading"]


def test_code_is_text_and_comments_are_hidden():
    reading = markdown.read(Document("x.md", "```text\nI ask for $200K.\n```\n<!-- was $180K -->\n"))
    assert [block.cell.text for block in reading.blocks] == ["I ask for $200K."]
    assert [cell.text for cell in reading.hidden] == ["<!-- was $180K -->"]


@pytest.mark.parametrize(
    "text",
    [
        "| Level | Base |\n|---|---:|\n| L5 | $200K |\n",
        "Level | Base\n--- | ---\nL5 | $200K\n",
        "  | Level | Base |\n  | :-- | :-: |\n  | L5 | $200K |",
        "| Level | Base |\r\n|---|---|\r\n| L5 | $200K |\r\n",
        "| **Level** | [Base](http://x.example/a_(b)) |\n|---|---|\n| `L5` | **\\$200K** |\n",
    ],
)
def test_tables_in_all_their_spellings(text):
    assert grid(text) == [["Level", "Base"], ["L5", "$200K"]]


def test_ragged_rows_escaped_pipes_and_empty_cells():
    text = "| A | B | C |\n|---|---|---|\n| 1 |\n| 1 \\| 2 | | 3 | 4 |\n"
    assert grid(text) == [["A", "B", "C", ""], ["1", "", "", ""], ["1 | 2", "", "3", "4"]]


def test_a_table_may_follow_a_line_of_text_and_another_table():
    text = "Pay:\n| A | B |\n|---|---|\n| 1 | 2 |\n\n| C | D |\n|---|---|\n| 3 | 4 |\n"
    tables = [block.table for block in markdown.read(Document("x.md", text)).blocks if block.table]
    assert [table.number for table in tables] == [1, 2]


def test_a_table_in_html_between_the_lines_is_read_too():
    text = (
        "# Pay\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n<table>\n<tr><th>Level</th><th>Base</th></tr>\n"
        "<tr><td>L5</td><td>&pound;75K</td></tr>\n</table>\n\nAfter\n"
    )
    reading = markdown.read(Document("x.md", text))
    tables = [block.table for block in reading.blocks if block.table]
    assert [table.number for table in tables] == [1, 2]
    assert [[cell.text for cell in row] for row in tables[1].rows] == [["Level", "Base"], ["L5", "£75K"]]
    pound = tables[1].rows[1][1]
    assert text[pound.start : pound.end] == "&pound;75K"
    assert reading.blocks[-1].cell.text == "After"


def test_rows_of_delimiters_alone_are_no_table():
    assert all(kind != "table" for kind, _ in blocks("|---|---|\n|---|---|\n"))


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("**$200K** - **$250K**", "$200K - $250K"),
        ("[Levels.fyi](https://levels.example/x?y=1) says", "Levels.fyi says"),
        ("![chart](a.png)", "chart"),
        ("\\$100 and 5 \\* 3", "$100 and 5 * 3"),
        ("&pound;75K&nbsp;a year", "£75K a year"),
        ("$75K&amp;nbsp;a year in Bos&shy;ton", "$75K a year in Boston"),
        ("a wide  gap and\ta tab\n  below", "a wide gap and a tab\n  below"),
        ("$120K<sup>12</sup>", "$120K¹²"),
        ("snake_case_name and 5 * 3 * 2", "snake_case_name and 5 * 3 * 2"),
        ("a<br>b <b>c</b>", "a b c"),
        ("x < 5 and y > 3", "x < 5 and y > 3"),
        ("[not a link] (really)", "[not a link] (really)"),
        ("&unknown; stays", "&unknown; stays"),
    ],
)
def test_markup_is_left_out_of_what_a_reader_sees(written, seen):
    assert plain(Cell(written)).text == seen


def test_an_entity_points_at_all_its_characters():
    cell = plain(Cell("a &euro;5", 10))
    assert cell[2:3].span == (12, 18)


@example(text="5` `")
@given(st.text(alphabet="ab $5*_`[]()\\&;<>|\n#-é🚀", max_size=200))
def test_cells_never_leave_their_document(text):
    reading = markdown.read(Document("x.md", text))
    for block in reading.blocks:
        cells = [cell for row in block.table.rows for cell in row] if block.table else [block.cell]
        for cell in cells:
            places = cell.character_places()
            assert places == sorted(places)
            assert all(0 <= start <= end <= len(text) for start, end in places)
            for sign, (start, end) in zip(cell.text, places, strict=True):
                # A semicolon stands for the mark between two set-apart words (`One Tag` `Another`).
                assert (
                    sign in (*text[start:end], "\n", " ")
                    or (text[start], sign) == ("`", ";")
                    or text[start] == "&"
                )


@pytest.mark.parametrize(
    "piece",
    ["[", "[a](", "*", "`a ", "|", "|a|b|\n", "> a\n", "- a\n", "<a ", "&a", "\\", "[![*_`<", "A: b\n"],
)
def test_time_is_linear(piece):
    start = time.process_time()
    markdown.read(Document("x.md", piece * 30_000))
    assert time.process_time() - start < 5  # quadratic time would take minutes, a busy machine does not


def table_of(text):
    (block,) = [block for block in markdown.read(Document("page.md", text)).blocks if block.table]
    return block.table


def test_a_header_of_several_rows_has_a_delimiter_below_each():
    table = table_of(
        "| Pay by step, 2025-26 |  |  |  | \n|---|---|---|---|\n| Step | Degree |  | Hours | \n|---|---|---|---|\n"
        "|  | BA | MA | a week | \n| 1 | $51,240 | $57,389 | 37 | \n| 3 | $53,939 | $60,412 | 37 | \n"
    )
    assert table.caption is not None
    assert (table.caption.text, table.header_rows) == ("Pay by step, 2025-26", 2)
    assert [[cell.text for cell in row] for row in table.rows[:3]] == [
        ["Step", "Degree", "Degree", "Hours"],
        ["", "BA", "MA", "a week"],
        ["1", "$51,240", "$57,389", "37"],
    ]


def test_rows_with_an_empty_first_cell_are_rows():
    table = table_of("| City | Low |  |\n|---|---|---|\n|  | 31,000 | 41,000 |\n| York | 30,000 | 39,000 |\n")
    assert table.header_rows == 1


def test_two_tables_back_to_back_are_two_where_the_first_has_rows():
    text = "| City | Low |\n|---|---|\n| York | $30 |\n| Job | Pay |\n|---|---|\n| Tiler | $31 |\n"
    assert sum(block.table is not None for block in markdown.read(Document("page.md", text)).blocks) == 2


README = """<h1 align="center">
  Pay at the Harbour
</h1>

<p align="center">What we pay.</p>

## Rates

- Crane: €24 an hour

## Notes

None.
"""


def test_markdown_may_begin_with_a_title_in_html():
    found = [(block.kind, block.cell.text) for block in readers.read(Document("x.md", README)).blocks]
    assert found == [
        ("title", "Pay at the Harbour"), ("paragraph", "What we pay."), ("heading", "Rates"),
        ("item", "Crane: €24 an hour"), ("heading", "Notes"), ("paragraph", "None."),
    ]  # fmt: skip


def test_a_page_with_signs_of_numbers_in_its_text_stays_html():
    assert readers.looks_like_html("<html><body><pre>\n# a\n\n## b\n</pre></body></html>")
    assert readers.looks_like_html("<div>\n# one line\n</div>")
    assert not readers.looks_like_html(README)


def test_a_heading_in_html_without_an_end_takes_no_more_than_its_lines():
    assert blocks("# A\n\n<h2>B\n\nText.\n") == [("title", "A"), ("heading", "B"), ("paragraph", "Text.")]


def test_headings_may_lack_their_space_and_entries_have_other_signs():
    text = "# Title\n\n##Pay\n\n→ one\n✅ two\n· three\n(4) four\nb) five\n\n#hashtag\n"
    assert blocks(text) == [
        ("title", "Title"), ("heading", "Pay"), ("item", "one"), ("item", "two"), ("item", "three"), ("item", "four"),
        ("item", "five"), ("paragraph", "#hashtag"),
    ]  # fmt: skip


def test_a_page_ends_a_line_and_a_line_end_may_have_been_made_twice():
    assert blocks("# Title\r\r\nFirst line\r\r\ngoes on\n\n\f## Part\n") == [
        ("title", "Title"), ("paragraph", "First line\r\r\ngoes on"), ("heading", "Part"),
    ]  # fmt: skip


def test_entities_are_resolved_in_the_cells_of_a_table_and_make_none():
    assert grid("| City | Base |\n|---|---|\n| St.&nbsp;Ives | &#36;120&#8239;000 |\n| a &#124; b | &pound;9 |\n") == [
        ["City", "Base"], ["St. Ives", "$120 000"], ["a | b", "£9"],
    ]  # fmt: skip
