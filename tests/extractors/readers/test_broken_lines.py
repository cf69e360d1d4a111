"""Cells and cards one a line that have a line more or less than others, or two amounts on one."""

import pytest

from benchmarks.round_trip import recovered
from extractors import default
from extractors.readers import scraped_text
from normalizers.observations import observe
from schemas import Document

INTRO = "Pay on the canal boats\n\nWhat boats pay the people who steer them.\n\n"


def cards(text):
    blocks = scraped_text.read(Document("page.txt", INTRO + text)).blocks
    return [(block.label.text, block.cell.text) for block in blocks if block.kind == "label_value"]


def observed(text, *columns):
    document = Document("page.txt", INTRO + text)
    found = observe(document, default.extract(document)).observations
    return [tuple(row[column] for column in columns) for row in found]


STACKED = [
    "Grade",
    "Total",
    "Base",
    "Bonus",
    "Steersman 1",
    "€47K",
    "€44K",
    "€3K",
    "Steersman 2",
    "€56K",
    "€51K",
    "€5K",
]


def test_words_in_brackets_below_a_name_are_a_part_of_it():
    lines = [*STACKED[:5], "(on trial)", *STACKED[5:]]
    assert recovered("\n".join(lines))[0][1] == ["Steersman 1 (on trial)", "€47K", "€44K", "€3K"]


def test_buttons_above_a_table_are_no_columns_of_it():
    more = ["Skipper 1", "€68K", "€59K", "€9K", "Skipper 2", "€79K", "€66K", "€13K"]
    (table,) = recovered("\n".join(["Share your pay", "Level of pay", *STACKED, *more]))
    assert table[0] == ["Grade", "Total", "Base", "Bonus"]
    assert table[4] == more[4:]


def test_a_heading_above_buttons_heads_the_table():
    lines = ["Average pay by grade", "Add comp", "Compare levels", *STACKED]
    assert {one for (one,) in observed("\n".join(lines), "statistic")} == {"mean"}


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (["5", "Bruges", "€14.90"], ["5", "Bruges", "€14.90", ""]),
        (["5", "Bruges", "€29,800"], ["5", "Bruges", "", "€29,800"]),
    ],
)
def test_the_last_row_of_cells_may_have_fewer(row, cells):
    lines = [
        "Rank",
        "Town",
        "Hourly",
        "Yearly",
        "3",
        "Ghent",
        "€15.20",
        "€30,400",
        "4",
        "Leuven",
        "€15.05",
        "€30,100",
    ]
    behind = "Read next: what the locks of the northern canals pay their keepers"
    text = "\n".join([*lines, *row, behind])
    assert recovered(text)[0][1:] == [lines[4:8], lines[8:], cells]


def test_dashes_among_values_are_no_label():
    assert cards("Ghent Barges\n\n€86.40\n\n—\n\n€133.10\n\nLeuven Barges\n\n€84.20\n\n€96.00\n") == [
        ("Ghent Barges", "€86.40\n€133.10"),
        ("Leuven Barges", "€84.20\n€96.00"),
    ]


def test_arrows_above_names_are_differences_for_them():
    text = "Skills that affect steersman pay\n\n▲ 14%\nIce breaking\n▲ 9%\nTowing\n▼ 3%\nPainting\n"
    assert observed(text, "component", "low", "specialization") == [
        ("premium", 14, "Ice breaking"),
        ("premium", 9, "Towing"),
        ("premium", -3, "Painting"),
    ]


def test_what_a_percent_is_measured_against_may_stand_below_it():
    text = "Average base salary\n€18.20\nPer hour\n8%\nabove\nnational average\nLow €14.10\nHigh €26.30\n"
    assert observed(text, "component", "low", "high", "unit") == [
        ("base", 18.2, 18.2, "currency"),
        ("premium", 8, 8, "percent"),
        ("base", 14.1, None, "currency"),
        ("base", None, 26.3, "currency"),
    ]


def test_labels_with_their_amounts_below_names_are_a_table():
    text = "Steersmen and mates\nHourly €18.20   Weekly €692\nDeckhands\nHourly €14.10   Weekly €540\n"
    assert recovered(text) == [
        [["", "Hourly", "Weekly"], ["Steersmen and mates", "€18.20", "€692"], ["Deckhands", "€14.10", "€540"]]
    ]


def test_amounts_without_a_sign_are_counted_in_the_currency_of_those_beside_them():
    lines = [
        "Grade",
        "Total pay",
        "Base | Bonus",
        "Mate 1",
        "₹84,000",
        "71K | 13K",
        "Mate 2",
        "₹92,000",
        "78K | 14K",
    ]
    text = "\n".join(["A friend on another canal gets $60K.", "", *lines])
    assert observed(text, "low", "currency")[1:3] == [(84_000, "INR"), (71_000, "INR")]


def test_names_of_columns_on_two_lines_are_one_each():
    lines = ["Grade", "Base", "salary", "Annual", "Bonus", "Total", *STACKED[4:]]
    assert recovered("\n".join(lines))[0] == [
        ["Grade", "Base salary", "Annual Bonus", "Total"],
        STACKED[4:8],
        STACKED[8:],
    ]


def test_a_heading_that_names_labels_is_no_half_of_the_name_below_it():
    assert recovered("\n".join(["Grades", *STACKED]))[0][0] == STACKED[:4]


def test_brackets_below_the_name_of_a_column_belong_to_it():
    lines = [*STACKED[:2], "(a year)", *STACKED[2:]]
    assert recovered("\n".join(lines))[0][0] == ["Grade", "Total (a year)", "Base", "Bonus"]


def test_a_name_on_two_lines_moves_no_cell():
    lines = [*STACKED[:8], "Steersman of", "the night boat", *STACKED[9:], "Skipper", "€68K", "€59K", "€9K"]
    (table,) = recovered("\n".join(lines))
    assert [row[0] for row in table[1:]] == ["Steersman 1", "Steersman of the night boat", "Skipper"]
    assert [row[1] for row in table[1:]] == ["€47K", "€56K", "€68K"]


def test_a_row_cut_off_at_the_end_leaves_the_words_at_the_ends_of_the_others_there():
    lines = ["Company", "Total", "Base", "Why they pay so"]
    rows = [
        "Ooievaar",
        "€47K",
        "€44K",
        "Old and slow boats",
        "Reiger",
        "€56K",
        "€51K",
        "New locks",
        "Zwaan",
        "€61K",
        "€55K",
    ]
    (table,) = recovered(
        "\n".join([*lines, *rows, "Read on: what we think of the pay of everybody else on the canals"])
    )
    assert [row[0] for row in table] == ["Company", "Ooievaar", "Reiger", "Zwaan"]


def test_rows_between_lone_pipes_need_no_row_of_dashes():
    cells = [
        ["City", "Average", "Range"],
        ["Ghent", "€51K/yr", "€40K - €63K"],
        ["Namur", "€47K/yr", "€38K - €58K"],
    ]
    lines = ["|", "City", "| Average", "| Range"]
    for row in cells[1:]:
        lines += ["|", *(f"| {cell}" for cell in row)]
    text = "\n".join([*lines, "|", "", "Steersmen in Ghent earn more."])
    assert recovered(text) == [cells]
    found = observed(text, "statistic", "low", "region_label")
    assert found[:2] == [("mean", 51_000, "Ghent"), ("range", 40_000, "Ghent")]
