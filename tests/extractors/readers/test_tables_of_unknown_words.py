"""Destroyed tables whose columns no vocabulary knows: rows, capitals and repeated words say where names begin."""

import pytest

from benchmarks.round_trip import WAYS, recovered

TABLES = {
    "places, and no name for the first column": """
| Otago | Waikato
Fitter | $71,000 | $74,500
Lead fitter | $88,000 | $91,250""",
    "dates, and no name for the first column": """
| 1/1/26 | 1/1/27
Loader, top | $27.10 | $28.05
Rigger, top | $33.60 | $34.80""",
    "names that go on in small letters": """
Company | 1st year | Top drivers | Dry run
Hollin Freight | $61,000 | $97,000 | $4,000
Pike & Daughters | $58,500 | $92,750 | $2,500""",
    "names that begin with the same word": """
Component | Offer A | Offer B | Offer C
Base salary | $151,000 | $163,000 | $149,000
Yearly bonus | $15,000 | $8,200 | $29,000""",
    "names that begin with the same two words": """
Kind of outlet | Per page: low | Per page: usual | Best seen
Parish paper | $45 | $60 | $95
Trade monthly | $80 | $120 | $210""",
    "words where an amount would stand": """
Role | Junior (0-2) | Senior (6+)
Rope access tech | $48k–61k | $79k–96k
Dive supervisor | case by case | $120k–150k
Rigging designer | $55k–70k | up to $112,000""",
    "years of service": """
Rank | 2 yrs | 6 yrs | 10 yrs
Bosun | $3,120 | $3,610 | $3,900
Mate | $4,480 | $5,200 | $5,915""",
    "dates of several words": """
Pay point | From 1 March 2025 | From 1 March 2026
Warden 1 | £24,310 | £25,100
Warden 2 | £26,780 | £27,650""",
    "a lower and an upper end": """
Grade title | Salary from | Salary to | Island allowance
Harbour clerk | £24,900 | £26,300 | £1,800
Pilot | £51,000 | £58,400 | £2,600""",
    "thousands without a sign": """
Tier | Readers | Per post | Per video
Small | 1k–8k | $40–$110 | $90–$240
Large | 60k+ | $900 | $2,100""",
}


def grid(text):
    return [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").splitlines()]


@pytest.mark.parametrize("name", TABLES)
def test_a_flattened_table_comes_back(name):
    assert recovered(WAYS["flattened"](grid(TABLES[name]))) == [grid(TABLES[name])]


GLUED = [
    name for name in TABLES if name not in ("words where an amount would stand", "thousands without a sign")
]


@pytest.mark.parametrize("name", GLUED)
def test_a_glued_table_comes_back(name):
    assert recovered(WAYS["glued"](grid(TABLES[name]))) == [grid(TABLES[name])]


@pytest.mark.parametrize(
    "header", ["Step|BA|BA+30|MA", "Crew|2025/26|2026/27|2027/28", "Age|WSR|WSR2|WSR3"], ids=str
)
def test_a_glued_header_is_cut_where_something_stands_twice(header):
    table = grid(f"{header}\n8|$40,100|$42,300|$47,900\n9|$41,000|$43,150|$48,800")
    assert recovered(WAYS["glued"](table)) == [table]


@pytest.mark.parametrize("line", ["Our usual pay", "What we pay here"], ids=str)
def test_a_heading_names_no_columns(line):
    assert all(
        table[0][0] != "" for table in recovered(f"{line}\nFitter $40,000 $45,000\nRigger $50,000 $56,000")
    )


SIDE_BY_SIDE = {
    "companies that nobody knows, roles and places": """
Company | Role | Location | Base
Tarn & Ridge | Backend Engineer | Seattle | $151,000
Tarn & Ridge | Data Scientist | Denver | $148,000
Osprey Nine | Backend Engineer | Austin | $139,500""",
    "companies that nobody knows and codes of levels": """
Company | Level | Base | Total
Velde | L4 | $151K | $212K
Velde Systems | L5 | $182K | $290K
Kestrel | IC3 | $149K | $201K""",
    "codes of roles that stand in more rows than one": """
Firm | Role | Location | Pay
Vesper Hall | QT | Chicago | $5,200/wk
Marram | QT | London | $4,900/wk
Tidewrack | QR | Paris | $4,100/wk
Copse Four | QR | Chicago | $5,000/wk""",
}


@pytest.mark.parametrize("way", ["flattened", "glued"])
@pytest.mark.parametrize("name", SIDE_BY_SIDE)
def test_columns_of_words_are_cut_by_what_is_known_of_one_of_them(name, way):
    assert recovered(WAYS[way](grid(SIDE_BY_SIDE[name]))) == [grid(SIDE_BY_SIDE[name])]


def test_words_of_a_title_are_no_columns():
    table = grid("Job Title | Median\nPlatform Engineer | $131,000\nHead of Data | $182,000\nTiler | $51,000")
    assert recovered(WAYS["flattened"](table)) == [table]


STACKED = {
    **TABLES,
    "a first column that nobody knows": """
Duty | Stipend
Bell ringing | $1,200
Choir | $2,450
Grounds | $900""",
    "steps that are numbers and words": """
Point | Annual salary
1 | €30,100
2 | €31,750
3 (Maximum) | €35,020
LSI 1 * | €36,400""",
    "an amount with words, and an empty cell": """
| Osprey (staff) | Kestrel (staff)
Base salary | $205,000 | $171,000
Target bonus | 12% | —
Shares | $300,000 over 4 yrs | 0.9% (options)
First year | $304,600 | $171,000""",
}


@pytest.mark.parametrize("name", STACKED)
def test_a_table_of_a_cell_a_line_comes_back(name):
    assert recovered(WAYS["cell a line"](grid(STACKED[name]))) == [grid(STACKED[name])]


def test_a_row_that_lost_a_cell_does_not_take_one_of_the_next():
    lines = "City\nLow\nHigh\nLeeds\n£30,000\n£40,000\nHull\n£28,000\nYork\n£31,000\n£42,000\n"
    assert [row[0] for row in recovered(lines)[0]] == ["City", "Leeds", "Hull", "York"]


def test_lines_of_a_page_in_front_of_cards_are_no_names_of_columns():
    lines = "What others earn\nSee all\nMedian total pay\n$131,000\nBase\n$112,000\nShares\n$9,000\n"
    assert recovered(lines) == []


def test_answers_that_are_the_same_are_no_names_of_columns():
    lines = "Parking\nYes (free)\nYes (free)\nTotal pay\n$90,000\n$110,000\nBonus\n$4,000\n$9,000\n"
    assert all("Yes (free)" not in table[0] for table in recovered(lines))
