"""Tables in plain text whose cells stand between wide gaps or signs."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document

TOP = "Pay of fitters\n\nFitters mend things all day long, and this page says what for.\n\n"


def records(table, heading="Monthly pay in euros"):
    document = Document("page.txt", f"{TOP}{heading}\n\n{table}\n\nMore about fitters follows below.\n")
    return observe(document, default.extract(document)).observations


@pytest.mark.parametrize(
    "table",
    [
        "Group;Step 1;Step 2\nE 5;2.914,20;3.101,75\nE 9a;3.410,00;3.688,15",
        "Group   Step 1   Step 2\nE 5   2.914,20   3.101,75\nE 9a   3.410,00   3.688,15",
        "Group,Step 1,Step 2\nE 5,2914.20,3101.75\nE 9a,3410.00,3688.15",
    ],
)
def test_semicolons_commas_and_wide_gaps_stand_between_cells(table):
    assert [(row["low"], row["currency"], row["period"]) for row in records(table)] == [
        (2_914.20, "EUR", "month"),
        (3_101.75, "EUR", "month"),
        (3_410.00, "EUR", "month"),
        (3_688.15, "EUR", "month"),
    ]


def test_the_top_step_of_a_ladder_is_an_amount_and_no_end_of_a_range():
    table = "Band   Entry   Intermediate   Top\nBand 3   £24,100   -   £25,700\nBand 5   £29,900   £32,300   £36,500"
    rows = records(table, "Pay bands (Wales)")
    assert [(row["low"], row["high"]) for row in rows] == [
        (24_100, 24_100),
        (25_700, 25_700),
        (29_900, 29_900),
        (32_300, 32_300),
        (36_500, 36_500),
    ]


def test_amounts_that_each_have_a_label_behind_the_name_of_a_payer_are_rows_of_their_own():
    table = (
        "Orbison    A350 captain $412.10   737 captain $330.00\n"
        "Vesper     777 captain $405.00    A320 captain $321.60\n"
        "Larkspur   737 captain $318.20    --    A220 captain $299.00"
    )
    rows = records(table, "Scales, hourly")
    assert [(row["company_name"], row["role_title"], row["low"], row["period"]) for row in rows[:3]] == [
        ("Orbison", "A350 captain", 412.10, "hour"),
        ("Orbison", "737 captain", 330.00, "hour"),
        ("Vesper", "777 captain", 405.00, "hour"),
    ]


def test_a_job_that_is_called_after_change_is_a_job():
    rows = records(
        "Job   Median   Mean\nChange manager   61,000   62,100\nChange lead   67,500   68,200",
        "Yearly pay in euros",
    )
    assert [(row["role_title"], row["low"], row["comparison"]) for row in rows] == [
        ("Change manager", 61_000, None),
        ("Change manager", 62_100, None),
        ("Change lead", 67_500, None),
        ("Change lead", 68_200, None),
    ]


def test_lines_of_a_sentence_with_commas_are_no_table():
    assert records("Fitters,tilers,masons\nwork here,there,everywhere\nby day,by night,at dawn") == []


@pytest.mark.parametrize("mark", ["- ", ""])
def test_the_commas_of_thousands_part_no_cells(mark):
    lines = ["Year one: €1,200–€3,500", "Year two: €4,500–€8,000", "Year five: €8,000–€15,000"]
    rows = records("\n".join(mark + line for line in lines))
    assert [(row["low"], row["high"]) for row in rows] == [(1_200, 3_500), (4_500, 8_000), (8_000, 15_000)]


def test_numbers_with_two_decimals_below_a_heading_by_the_hour_are_wages():
    text = (
        "# Pay plan\n\n## Police, hourly\n\n| Class | Step A | Step B |\n|---|---|---|\n"
        "| Officer | 29.10 | 31.40 |\n| Sergeant | — | 44.05 |\n\nThe clerk is paid $51,000.\n"
    )
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert [(row["low"], row["period"], row["component"]) for row in rows[:3]] == [
        (29.10, "hour", "wage"),
        (31.40, "hour", "wage"),
        (44.05, "hour", "wage"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "\tTilers\tMasons\nPublic\t$51,200\t$55,900\nPrivate\t$58,700\t$61,300",
        "```\nFirm      Tilers    Masons\nPublic    $51,200   $55,900\nPrivate   $58,700   $61,300\n```",
    ],
)
def test_tables_without_pipes_are_recovered_in_markdown_too(table):
    document = Document("page.md", f"# Pay in the trades\n\nAverage salaries by owner:\n\n{table}\n")
    rows = observe(document, default.extract(document)).observations
    assert [(row["low"], row["role_title"]) for row in rows] == [
        (51_200, "Tilers"),
        (55_900, "Masons"),
        (58_700, "Tilers"),
        (61_300, "Masons"),
    ]


def test_rows_that_the_author_left_out_do_not_end_a_table():
    table = "State   Hourly   Yearly\nOhio   $21.10   $43,900\n... ... ...\nUtah   $19.40   $40,350"
    assert [row["region_label"] for row in records(table, "Average pay by state")] == [
        "Ohio",
        "Ohio",
        "Utah",
        "Utah",
    ]


def test_ranges_of_thousands_between_wide_gaps_are_amounts_in_the_stated_currency():
    rows = records(
        "PQE  Top tier  Regional\nNewly  97 - 107  81 - 94\n3 years  121 - 149  101 - 127",
        "Base salary, £'000.",
    )
    assert [(row["low"], row["high"], row["currency"]) for row in rows] == [
        (97_000, 107_000, "GBP"),
        (81_000, 94_000, "GBP"),
        (121_000, 149_000, "GBP"),
        (101_000, 127_000, "GBP"),
    ]


def test_a_line_above_rows_with_wide_gaps_names_no_columns():
    table = (
        "FITTERS, hourly, tenth year / first year\n"
        "Orbison    fitter €26.20   new mate €11.90\nLarch    fitter €27.10   new mate €12.40\nPell    fitter €25.80   new mate €11.20"
    )
    assert [row["company_name"] for row in records(table, "Rates")][::2] == ["Orbison", "Larch", "Pell"]


def test_a_remark_behind_the_last_cell_of_one_row_leaves_it_a_row():
    table = "junior      €35-55\nsenior      €60-95\nspecialist  €170+     (who know both)"
    rows = records(table, "Per hour, before tax:")
    assert [(row["low"], row["period"], row["level_label"]) for row in rows] == [
        (35, "hour", "junior"),
        (60, "hour", "senior"),
        (170, "hour", "specialist"),
    ]


def test_a_header_that_begins_with_a_gap_has_no_name_for_its_first_column():
    table = (
        "        Annual Salary   Monthly Pay   Hourly Wage\n"
        "Old hands   $71,200   $5,933   $34.23\nAverage   $52,800   $4,400   $25.38\nNewcomers   $41,900   $3,492   $20.14"
    )
    rows = records(table, "Pay in Ohio")
    assert [(row["low"], row["period"]) for row in rows[:3]] == [
        (71_200, "year"),
        (5_933, "month"),
        (34.23, "hour"),
    ]


def test_two_columns_below_the_names_of_both():
    table = "Town Name   Average Base Salary\nTroy, OH   $61,300\nLima, OH   $58,100\nDover, OH   $57,400"
    rows = records(table, "Pay in Ohio")
    assert [(row["statistic"], row["region_label"]) for row in rows] == [
        ("mean", "Troy, OH"),
        ("mean", "Lima, OH"),
        ("mean", "Dover, OH"),
    ]


def test_a_row_with_an_amount_heads_no_others():
    table = "Night fitter   $31.40/hr, Sundays $39.20/hr\nHelper   $19 per hour\nFitter   $26 per hour\nForeman   $38 per hour"
    assert all(row["qualifier"] is None for row in records(table, "Rates"))


def test_rows_with_gaps_go_on_below_a_heading_between_them():
    table = (
        "Part of pay   Median   % of Total\nBase Salary   $61,300   78%\nBonuses   $2,900   4%\n"
        "Value of Benefits\nPension   $3,600   5%\nTime Off   $6,900   9%"
    )
    assert [
        row["statistic"] for row in records(table, "What a fitter gets") if row["unit"] == "currency"
    ] == ["median"] * 4


def test_numbers_in_thousands_with_a_second_one_in_brackets():
    document = Document(
        "page.txt",
        f"{TOP}Salaries are in thousands of Australian dollars ($,000s). The usual one stands in brackets.\n\nWorkshops\n"
        "          Fitter   Foreman\nPerth   71 - 88 (79)   104 - 131 (118)\nHobart   66 - 81 (72)   95 - 119 (104)\n\nAsk early.\n",
    )
    rows = observe(document, default.extract(document)).observations
    assert [(row["low"], row["high"], row["role_title"]) for row in rows[:4]] == [
        (71_000, 88_000, "Fitter"),
        (79_000, 79_000, "Fitter"),
        (104_000, 131_000, "Foreman"),
        (118_000, 118_000, "Foreman"),
    ]


def test_units_on_a_line_below_the_names_and_groups_of_rows_with_names_of_their_own():
    table = (
        "CLASSIFICATION          CURRENT       1 MAY 2027\n"
        "                        per week      per week\n"
        "-----------------------------------------------\n"
        "Apprentice Fitter\n   Stage 1              $812.40       $836.80\n   Stage 3              $941.70       $969.95\n"
        "Fitter\n   Step 1               $1,208.20     $1,244.45\n"
        "-----------------------------------------------"
    )
    found = [(row["low"], row["period"], row["role_title"]) for row in records(table, "Rates")]
    assert found == [
        (812.40, "week", "Apprentice Fitter"),
        (836.80, "week", "Apprentice Fitter"),
        (941.70, "week", "Apprentice Fitter"),
        (969.95, "week", "Apprentice Fitter"),
        (1_208.20, "week", "Fitter"),
        (1_244.45, "week", "Fitter"),
    ]


def test_the_top_rate_of_a_scale_by_service_is_an_amount():
    table = "Trade   Start   After 12 mo.   Top rate\nFitter   $31.10   $33.80   $39.20\nHelper   $24.00   $26.40   $30.10"
    assert [(row["low"], row["statistic"]) for row in records(table, "Hourly rates")][2] == (39.20, "point")


def test_numbered_entries_of_an_agreement_are_of_the_sort_that_their_heading_names():
    text = (
        f"{TOP}SHIFT AND OTHER PREMIUMS (Article 7)\n\n7.01 Late shift: $1.20 per hour\n7.02 Sunday work: $2.10 per hour\n\n"
        "ALLOWANCES (Article 9)\n\n9.01 Tools, fitters only: $800 per year\n\nAsk early.\n"
    )
    rows = observe(Document("page.txt", text), default.extract(Document("page.txt", text))).observations
    assert [row["component"] for row in rows] == ["premium", "premium", "allowance"]


def test_a_long_number_may_leave_a_single_space_behind_it():
    table = (
        "Level       Base      Bonus   Stock     Total\nMate I      €74,000   10%     €28,000   €88,400\n"
        "Mate II     €98,000   15%     €72,000   €130,700\nPrincipal   €136,000  20%     €180,000 €208,200"
    )
    assert [row["low"] for row in records(table)][-4:] == [136_000, 20, 180_000, 208_200]


def test_years_may_name_columns_between_wide_gaps_and_a_change_is_no_pay():
    table = (
        "Branch   Jobs   2023   2024   Change   Change %\nPorts   12 300   3.914,20   4.101,75   187,55   4,8\n"
        "Rail   8 100   3.410,00   3.588,15   178,15   5,2"
    )
    assert [(row["low"], row["as_of"].year) for row in records(table)] == [
        (3_914.20, 2023),
        (4_101.75, 2024),
        (3_410.00, 2023),
        (3_588.15, 2024),
    ]
