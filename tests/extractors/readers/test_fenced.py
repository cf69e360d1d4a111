"""Code blocks of Markdown that are lists of pay, tables or data."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def read(text, *columns):
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    return [tuple(row[column] for column in columns) for row in rows]


PARTS = [
    ("base", 91_000),
    ("signing_bonus", 12_000),
    ("equity", 80_000),
    ("bonus", 8),
]


@pytest.mark.parametrize(
    "lines",
    [
        "Base        $91k\nSign-on     $12k\nRSUs        $80k   (over 4 years)\nBonus       8%",
        "Base: $91,000\nSign-on: $12,000\nRSUs: $80,000 / 4 years\n-------\nBonus: 8%",
        "base = 91000\nsign_on = 12000\nequity = 80000\nbonus = 8%",
        "Base       91,000\nSign-on    12,000   (paid back within a year)\nStock      80,000\nBonus          8%",
    ],
)
def test_each_line_of_a_code_block_is_a_part_of_its_own(lines):
    text = f"# The offer of Orbison for a welder\n\nIt is in $.\n\n```text\n{lines}\n```\n"
    assert read(text, "component", "low") == PARTS


def test_averages_of_groups_in_a_code_block():
    text = "# Pay of student welders\n\n```\nterm 1   $24.10 avg   (n=9)\nterm 2   $31.75 avg   (n=8)\nterm 3+  $41.20 avg   (n=14)\n```\n"
    assert read(text, "statistic", "low", "component", "sample_size") == [
        ("mean", 24.10, "wage", 9), ("mean", 31.75, "wage", 8), ("mean", 41.20, "wage", 14),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        '[\n  {"role": "Welder", "roster": "8/6", "min": 65000, "max": 90000},\n  {"role": "Pipe fitter", "min": 82000, "max": 95000}\n]',
        '{"role": "Welder", "salary_min": 65000, "salary_max": 90000}\n{"role": "Pipe fitter", "salary_min": 82000, "salary_max": 95000}',
        '{"bands": [{"role": "Welder", "min": 65000, "max": 90000}, {"role": "Pipe fitter", "min": 82000, "max": 95000}]}',
    ],
)
def test_records_of_json_are_rows(data):
    text = f"# Pay at the yards\n\nAll amounts are in GBP.\n\n```json\n{data}\n```\n"
    assert read(text, "role_title", "component", "low", "high") == [
        ("Welder", "base", 65_000, 90_000), ("Pipe fitter", "base", 82_000, 95_000),
    ]  # fmt: skip


def test_what_is_said_in_a_code_block_stays_text():
    text = "# Asking for more\n\n```\nI have an offer of $91,000 from Orbison and would\nsign today for a base of $97,000.\n```\n"
    assert read(text, "low") == [(91_000,), (97_000,)]
    assert not read('# Code\n\n```json\n{"port": 8080, "name": "x"}\n```\n', "low")


def test_names_and_bare_numbers_are_pay_below_a_line_that_says_so_on_a_page_of_one_currency():
    text = (
        "# Pay of riggers in Poland\n\nEverything is per month, in PLN, unless it says otherwise.\n\nMid, median brutto:\n\n"
        "```\nWarszawa    9 200\nKraków      8 400\nremote      8 000\n```\n\n## Firms\n\n- Orbison, Kraków: 8 800 brutto\n"
    )
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert [(row["low"], row["currency"], row["period"], row["statistic"]) for row in found] == [
        (9_200, "PLN", "month", "median"),
        (8_400, "PLN", "month", "median"),
        (8_000, "PLN", "month", "median"),
        (8_800, "PLN", "month", "point"),
    ]


def test_a_change_on_the_year_beside_bare_numbers_is_no_median():
    text = "# Riggers\n\nMedian hourly rate:\n\n| Craft | PLN/h | y/y |\n|---|---|---|\n| Slings | 95 | +2% |\n| Towers | 85 | -6% |\n"
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert [(row["component"], row["statistic"], row["low"]) for row in found] == [
        ("wage", "median", 95),
        ("other", "point", 2),
        ("wage", "median", 85),
        ("other", "point", -6),
    ]
