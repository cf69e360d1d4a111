"""Numbers without a sign of their own: what stands around a table or list says that they are pay, and what kind."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document

PARTED = """Glazing pay in Slovenia

All amounts are monthly gross in EUR.

The workshop

{table}
Ask the union for the rest of the scale before you sign anything at all, and bring the letter that they wrote.
"""
CELLS = [
    *("Post", "Minimum", "Most usual", "Maximum"),
    *("Cutter", "1 450", "1 700", "2 100"),
    *("Glazing foreman", "2 250", "2 600", "3 400"),
]


def observed(page, *columns, name="page.txt"):
    document = Document(name, page)
    found = observe(document, default.extract(document)).observations
    return [tuple(record[column] for column in columns) for record in found]


def parted(cells):
    return PARTED.format(table="\n".join(f"|\n{cell}" for cell in cells) + "\n|")


def test_a_lone_pipe_before_each_cell_parts_rows_where_their_values_begin_again():
    assert observed(parted(CELLS), "role_title", "statistic", "low", "high", "period", "currency") == [
        ("Cutter", "minimum", 1_450, None, "month", "EUR"),
        ("Cutter", "point", 1_700, 1_700, "month", "EUR"),
        ("Cutter", "maximum", None, 2_100, "month", "EUR"),
        ("Glazing foreman", "minimum", 2_250, None, "month", "EUR"),
        ("Glazing foreman", "point", 2_600, 2_600, "month", "EUR"),
        ("Glazing foreman", "maximum", None, 3_400, "month", "EUR"),
    ]


@pytest.mark.parametrize("cells", [CELLS[:8], [*CELLS[:4], *CELLS[5:8], *CELLS[8:]], ["Open", "Closed"] * 4])
def test_pipes_between_cells_without_an_order_of_values_make_no_table(cells):
    assert observed(parted(cells), "low") == []


FLAT = """Marine surveyor pay in Oman

{said}

Monthly packages by title (OMR)

Title Experience Yard Consultancy Owner
Junior Surveyor 1-3 yrs 1,200 - 1,900 1,300 - 2,100 n/a
Marine Surveyor 4-7 yrs 2,100 - 2,900 2,300 - 3,200 2,800 - 3,600
Lead MS 8-12 yrs 3,300 - 4,100 3,400 - 4,600 4,000 - 5,200
"""


def test_ranges_of_bare_numbers_between_spaces_are_one_cell_each():
    rows = observed(
        FLAT.format(said="From our own files."), "role_title", "low", "high", "experience_min_years"
    )
    assert rows[0] == ("Junior Surveyor", 1_200, 1_900, 1)
    assert [row[1:3] for row in rows[1:5]] == [(1_300, 2_100), (2_100, 2_900), (2_300, 3_200), (2_800, 3_600)]
    assert rows[-1][1:] == (4_000, 5_200, 8)


@pytest.mark.parametrize(
    ("said", "component"),
    [
        ("Unless we say otherwise, all figures are a monthly package.", "total"),
        ("Every figure on this page is a monthly package.", "total"),
        ("Everything on this page is a package for a month.", "total"),
        ("Unless we say otherwise, all figures are monthly; a package may differ.", None),
    ],
)
def test_a_page_that_says_that_its_figures_are_packages_gives_totals(said, component):
    page = FLAT.format(said=said) + "\nTenders\n\nA tender surveyor in Muscat gets OMR 1,850.\n"
    last = observed(page, "component")[-1]
    assert (last == ("total",)) is (component == "total")


def test_the_basic_part_of_a_whole_package_is_base():
    said = "Unless we say otherwise, all figures are a monthly package."
    page = FLAT.format(said=said) + "\nGratuity\n\nOf OMR 2,400 a basic of OMR 1,100 counts.\n"
    assert observed(page, "component")[-1] == ("base",)


LISTED = """Harbour pilots, autumn round

All amounts in NOK a month before tax.

{caption}

Oslo fjord and inner lanes 71,940
Western lanes 66,720
Northern lanes {last}

Ask the branch.
"""


@pytest.mark.parametrize("caption", ["Average pay by place of work", "Table 3. Average pay by place of work"])
def test_names_with_a_number_each_below_a_line_that_names_pay_are_a_table(caption):
    page = LISTED.format(caption=caption, last="65,260")
    assert observed(page, "region_label", "statistic", "low", "currency", "period") == [
        ("Oslo fjord and inner lanes", "mean", 71_940, "NOK", "month"),
        ("Western lanes", "mean", 66_720, "NOK", "month"),
        ("Northern lanes", "mean", 65_260, "NOK", "month"),
    ]


@pytest.mark.parametrize(
    ("caption", "last"),
    [("Tonnes by place of work", "65,260"), ("Average pay by place of work", "is closed")],
)
def test_a_list_of_other_numbers_and_two_names_are_none(caption, last):
    assert observed(LISTED.format(caption=caption, last=last), "low") == []


SURVEYED = """{title}

This May 3,120 members told us what they earn. Amounts are NOK a month.

Monthly pay incl. pension by sector, NOK

Sector\tLower quartile\tMedian\tUpper quartile
Private, total\t53,900\t60,200\t68,700
 Weekly magazines\t48,750\t54,600\t63,250
Municipalities\t42,600\t49,700\t60,400

Members earn NOK 59,870 a month on average, and 42 per cent have a supplement.
"""


def test_what_a_union_counts_are_wages_whatever_is_counted_in_and_trades_are_no_times():
    rows = observed(
        SURVEYED.format(title="Salary statistics 2025"), "component", "statistic", "low", "period"
    )
    assert rows == [
        ("wage", "p25", 53_900, "month"), ("wage", "median", 60_200, "month"), ("wage", "p75", 68_700, "month"),
        ("wage", "p25", 48_750, "month"), ("wage", "median", 54_600, "month"), ("wage", "p75", 63_250, "month"),
        ("wage", "p25", 42_600, "month"), ("wage", "median", 49_700, "month"), ("wage", "p75", 60_400, "month"),
        ("wage", "mean", 59_870, "month"),
    ]  # fmt: skip


def test_members_alone_make_no_statistics():
    rows = observed(SURVEYED.format(title="What printers earn in 2025"), "component")
    assert rows[-1] == ("base",)


OFFICE = """<html><head><title>{title}</title></head><body><h1>Pay of keepers</h1>
<p>All amounts are in pounds a month.</p>
<table><tr><th>SOC 2020</th><th>Occupation</th><th>Lower quartile</th><th>Median</th></tr>
<tr><td>5114</td><td>Greenkeeper</td><td>1,840</td><td>2,010</td></tr>
<tr><td>6131</td><td>Stable hand</td><td>1,690</td><td>1,805</td></tr></table></body></html>
"""


def test_codes_in_front_of_occupations_are_nobody_s_job():
    rows = observed(OFFICE.format(title="Keepers"), "role_title", "statistic", "low", name="x.html")
    assert rows == [
        ("Greenkeeper", "p25", 1_840), ("Greenkeeper", "median", 2_010),
        ("Stable hand", "p25", 1_690), ("Stable hand", "median", 1_805),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "component"),
    [("Keepers | National Statistics Office", "wage"), ("Keepers | Paddock Jobs", "base")],
)
def test_what_a_statistics_office_counts_are_wages(title, component):
    assert set(observed(OFFICE.format(title=title), "component", name="x.html")) == {(component,)}
