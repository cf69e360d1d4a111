"""Tables of pay: which figure is what, in whichever direction the table runs."""

import pytest

from extractors import default
from extractors.readers import markdown, pay_table
from normalizers.observations import observe
from schemas import Asserted, Cell, Document, Facts, Figure, Inferred, Note, NotPay, Row


def extract(text, scope=None, intro=None, heading=None):
    (table,) = [block.table for block in markdown.read(Document("x.md", text)).blocks if block.table]
    return list(
        pay_table.rows(table, scope, intro and Cell(intro, 5_000), heading and Cell(heading, 6_000)),
    )


def table(*lines):
    cells = [line.split(" | ") for line in lines]
    return (
        "\n".join("| " + " | ".join(row) + " |" for row in [cells[0], ["---"] * len(cells[0]), *cells[1:]])
        + "\n"
    )


def rows(*lines, **around):
    return [item for item in extract(table(*lines), **around) if isinstance(item, Row)]


def text(value):
    if isinstance(value, list):
        return [text(item) for item in value]
    return ("~" if isinstance(value, Inferred) else "") + value.text


def said(row, *keys):
    return tuple(text(row.values[key]) if key in row.values else None for key in keys)


def ends(row):
    figure = row.values["amount"]
    assert isinstance(figure, Figure)
    return figure.low, figure.high


def test_region_by_component():
    base, stock, bonus, total = rows(
        "Region | Base Salary | Stock (RSU/4yr) | Bonus | Total Comp",
        "Austin TX | $155K–$215K | $70K–$180K/4yr | 12–18% | $210K–$325K",
    )
    assert [said(r, "component", "region")[0] for r in (base, stock, bonus, total)] == [
        "base",
        "equity",
        "bonus",
        "total",
    ]
    assert said(stock, "period", "vesting", "region", "figure_label") == (
        "grant",
        "4",
        "Austin TX",
        "Stock (RSU/4yr)",
    )
    assert base.locator == 'table 1, row 1, column "Base Salary"'
    assert len({row.package for row in (base, stock, bonus, total)}) == 1


def test_component_by_level():
    found = rows(
        "Component | IC1 (New Grad) | IC4",
        "Base Salary | $110K-$145K | $180K-$260K",
        "Signing Bonus | $0-$20K | Negotiable",
    )
    assert [said(row, "component", "level") for row in found] == [
        ("base", "IC1 (New Grad)"), ("base", "IC4"), ("signing_bonus", "IC1 (New Grad)"),
    ]  # fmt: skip


def test_level_by_region_with_the_currency_in_the_header():
    found = rows(
        "Level | San Francisco (USD) | London (GBP £)", "Senior (L5) | 158,000–200,000 | 77,000–97,000",
        intro="*Total compensation includes base salary, stock (4-year vest) and bonus.*",
    )  # fmt: skip
    assert [said(row, "component", "level", "region", "currency", "period") for row in found] == [
        ("total", "Senior (L5)", "San Francisco", "USD", None), ("total", "Senior (L5)", "London", "GBP", None),
    ]  # fmt: skip
    assert ends(found[1]) == (77_000, 97_000)


def test_percentile_by_period():
    found = rows(
        "Percentile | Annual Wage | Hourly Wage",
        "10th | $63,650 | $30.60",
        "50th (Median) | $112,590 | $54.13",
    )
    assert [said(row, "component", "statistic", "percentile", "period") for row in found] == [
        ("wage", "p10", "10", "year"), ("wage", "p10", "10", "hour"), ("wage", "median", "50", "year"), ("wage", "median", "50", "hour"),
    ]  # fmt: skip


def test_two_columns_are_the_ends_of_one_range():
    (row,) = rows("Experience | Min € | Max € | # Postings", "0-2 years | 48.000 | 60.000 | 120")
    assert ends(row) == (48_000, 60_000)
    assert said(row, "experience", "currency", "sample_size") == ("0-2 years", "EUR", "120")
    assert [part.text for part in row.values["amount"].parts] == ["48.000", "60.000"]


def test_ends_with_a_median_between_them_are_three_figures():
    low, median, high = rows("Level | Low | Median | High", "Junior | £45k | £52k | £60k")
    assert [ends(row) for row in (low, median, high)] == [
        (45_000, 45_000),
        (52_000, 52_000),
        (60_000, 60_000),
    ]
    assert [said(row, "statistic") for row in (low, median, high)] == [
        ("minimum",),
        ("median",),
        ("maximum",),
    ]


def test_two_ranks_in_a_header_are_a_band_of_percentiles():
    (row,) = rows("Level | Base (25th–75th)", "Senior | $161,000–$198,000")
    assert said(row, "statistic", "percentile", "level") == ("percentile_band", "25-75", "Senior")


def test_columns_that_begin_again_are_a_table_each():
    first, second = rows("Point | Salary | Point | Salary", "1 | €37,200 | 6 | €45,100")
    assert (said(first, "level"), said(second, "level")) == (("1",), ("6",))
    assert "qualifier" not in second.values


def test_the_year_of_a_class_is_a_level_and_no_date():
    (base,) = rows("Class Year | Base Salary", "2023 | $225,000")
    assert said(base, "level") == ("2023",)
    assert "as_of" not in base.values


def test_a_median_beside_the_ends_leaves_them_one_range():
    low_high, median = rows("Level | Low | High | Median", "Junior | £45k | £60k | £52k")
    assert (ends(low_high), ends(median)) == ((45_000, 60_000), (52_000, 52_000))


def test_units_that_only_the_header_says():
    base, bonus, stock = rows("Level | Base ($K) | Bonus (%) | RSU/yr ($K)", "L4 | 155 | 15 | 60")
    assert (ends(base), ends(bonus), ends(stock)) == ((155_000, 155_000), (15, 15), (60_000, 60_000))
    assert bonus.values["amount"].unit == "percent"
    assert said(stock, "period", "currency") == ("year", "USD")


def test_a_bare_number_without_any_unit_is_a_note():
    (note,) = extract(table("Level | Base", "L4 | 85"))
    assert isinstance(note, Note)
    assert note.code == "ambiguous_scale"


@pytest.mark.parametrize(
    ("header", "cell", "comparison", "other"),
    [
        ("vs. US", "+32%", "above", "US"),
        ("Difference", "−12%", "below", None),
        ("Salary Premium", "10-15%", "~above", None),
        ("Premium over Austin", "$20,000", "~above", "Austin"),
    ],
)
def test_differences_are_premiums(header, cell, comparison, other):
    (row,) = rows(f"City | {header}", f"Tampa | {cell}")
    assert said(row, "component", "comparison", "compared_to", "region") == (
        "premium",
        comparison,
        other,
        "Tampa",
    )


def test_figures_in_headers_and_stances():
    found = rows("Component | Initial | Target (+$61K)", "Base | $170K | $195K")
    assert [said(row, "component", "stance", "claim") for row in found] == [
        ("premium", "ask", "negotiation"), ("base", "offer", "negotiation"), ("base", "ask", "negotiation"),
    ]  # fmt: skip


def test_places_that_share_a_cell_fan_out():
    (row,) = rows("Region | Base", "NYC / Boston | $150K")
    assert said(row, "region") == (["NYC", "Boston"],)


def test_two_currencies_in_one_cell_are_two_figures():
    pounds, dollars = rows("Region | Base Salary", "London | £75K / $95K - £100K / $128K")
    assert (ends(pounds), pounds.values["amount"].currency) == ((75_000, 100_000), "GBP")
    assert (ends(dollars), dollars.values["amount"].currency) == ((95_000, 128_000), "USD")


@pytest.mark.parametrize(
    ("header", "cell", "reason"),
    [
        ("YoY growth", "5%", "growth"), ("Market Cap", "$3.4T", "business"),
        ("COL Index", "113%", "cost_of_living"), ("Median rent", "$2,400", "cost_of_living"),
    ],
)  # fmt: skip
def test_what_is_no_pay_says_so(header, cell, reason):
    items = extract(table(f"Year | Median salary | {header}", f"2024 | $140,000 | {cell}"))
    assert [item.reason for item in items if isinstance(item, NotPay)] == [reason]
    assert len([item for item in items if isinstance(item, Row)]) == 1


def test_the_company_of_the_row_is_not_that_of_the_page():
    (row,) = rows(
        "Company | Median Base",
        "NVIDIA IC4 | $220K",
        scope={"company": Asserted("Acme"), "role": Asserted("engineer")},
    )
    assert said(row, "company", "level", "role") == ("NVIDIA IC4", "IC4", "engineer")


@pytest.mark.parametrize(
    ("header", "intro", "component"),
    [
        ("Average Salary", None, "~base"),
        ("Average Salary", "According to the BLS, this is what they earn:", "~wage"),
        ("Amount", "Total compensation by city:", "total"),
        ("Range", None, "~base"),
        ("Total", None, "total"),
    ],
)
def test_components_that_are_not_stated_follow_the_conventions(header, intro, component):
    (row,) = rows(f"City | {header}", "Tampa | $128,000", intro=intro)
    assert said(row, "component") == (component,)


def test_the_sentence_before_a_table_says_whose_pay_it_is():
    (row,) = rows(
        "Percentile | Annual Wage", "10th | $63,650", scope={"role": Asserted("engineer")},
        intro="Two classes matter, says the BLS [1]. The data scientist class is the lower one [3]:",
    )  # fmt: skip
    assert said(row, "role", "attributed_to") == ("data scientist", "BLS; [3]")


def test_pay_that_nothing_explains_is_a_note():
    (note,) = extract(table("Foo | Zorgs", "x | $5,000"))
    assert isinstance(note, Note)
    assert note.code == "unread_column"


def test_text_beside_pay_is_read_as_text():
    items = extract(table("Level | Base | Notes", "L5 | $200K | sign-on bonus of $30K is usual"))
    assert [said(item, "component")[0] for item in items if isinstance(item, Row)] == [
        "base",
        "signing_bonus",
    ]


def test_a_row_label_may_name_component_and_statistic():
    base, bonus = rows("Metric | Value", "Median base salary | $145,000", "Average bonus | $18,500")
    assert said(base, "component", "statistic", "figure_label") == ("base", "median", "Median base salary")
    assert said(bonus, "component", "statistic") == ("bonus", "mean")


def test_lakhs_are_rupees_and_years_that_head_columns_are_dates():
    (row,) = rows("Experience | Min (LPA) | Max (LPA)", "0-2 yrs | 6 | 12")
    assert (ends(row), said(row, "currency")) == ((600_000, 1_200_000), ("~INR",))
    found = rows("Role | 2024 | 2025", "Data Analyst | $82,000 | $85,500")
    assert [said(row, "as_of") for row in found] == [("2024",), ("2025",)]


def test_levels_set_equal():
    items = extract(
        table("Acme | Google | Meta", "Engineer II | L4 | E4"), scope={"company": Asserted("Acme")}
    )
    (facts,) = [item for item in items if isinstance(item, Facts)]
    assert [(level.label.text, level.other_company.text, level.other_label.text) for level in facts.levels] == [
        ("Engineer II", "Google", "L4"), ("Engineer II", "Meta", "E4"),
    ]  # fmt: skip


def test_titles_and_years_of_one_company():
    items = extract(
        table("Internal Level | Title | Typical YoE", "L3 | Data Engineer | 2–5 years"),
        scope={"company": Asserted("Acme")},
    )
    (level,) = items[0].levels
    assert (level.company.text, level.label.text, level.years.text) == ("Acme", "L3", "2–5 years")


def test_a_row_about_the_levels_is_no_level():
    items = extract(
        table(
            "Acme Level | Google Equivalent",
            "Engineer II | L4",
            "Typical YOE | 3-8 years",
            "Comp parity | $190K TC",
        )
    )
    assert [len(item.levels) for item in items if isinstance(item, Facts)] == [1]
    assert [said(item, "component", "company") for item in items if isinstance(item, Row)] == [
        ("total", "Google")
    ]


def test_a_table_with_neither_pay_nor_levels_gives_nothing():
    assert extract(table("Skill | Demand", "Python | High")) == []


def test_cells_that_say_there_is_none_are_silent():
    assert extract(table("Region | Base | Bonus", "Austin | — | N/A")) == []


def test_a_sign_in_the_first_row_holds_for_its_column():
    found = rows("Step | BA | MA | Members", "1 | $58,210 | $61,402 | 12,500", "2 | 59,956 | 63,244 | 13,700")
    assert [row.values["amount"].cell.text for row in found] == ["$58,210", "$61,402", "59,956", "63,244"]


def test_an_amount_between_two_that_are_said_to_be_pay_is_pay():
    found = rows("Band | Entry step | Intermediate step | Top step", "Band 5 | £31,049 | £33,487 | £37,796")
    assert {ends(row) for row in found} == {(31_049, 37_796), (33_487, 33_487)}


def test_a_percent_in_the_sentence_above_says_nothing_of_amounts():
    found = rows("Band | Pay", "5 | £31,049", "6 | £38,682", intro="A 3.6% uplift applies to:")
    assert {said(row, "component") for row in found} == {("~base",)}


def test_a_title_behind_the_name_of_an_employer_or_a_person():
    found = rows(
        "Job title | Salary",
        "NVIDIA CORPORATION SENIOR SOFTWARE ENGINEER | $212,000",
        "Maria L. Okafor, Chief Executive Officer | $900,000",
    )
    assert [said(row, "role")[0] for row in found] == ["SENIOR SOFTWARE ENGINEER", "Chief Executive Officer"]


def test_a_year_among_words_is_no_pay():
    found = rows("Role | Salary", "Nurse | $81,000", "Analyst in Texas (March 2026) | see page 2026, below")
    assert [row.values["amount"].cell.text for row in found] == ["$81,000"]


def test_a_currency_above_makes_bare_numbers_pay():
    made = rows(
        "Grade | Porto | Gdansk",
        "Band 2 | 31.400,50 | 28 300",
        "Band 3 | 38.900,00 | n/a",
        intro="Gross a year, EUR. Valid from 1 March.",
    )
    assert [(ends(r)[0], *said(r, "currency", "period", "region", "level")) for r in made] == [
        (31400.5, "EUR", "year", "Porto", "Band 2"),
        (28300, "EUR", "year", "Gdansk", "Band 2"),
        (38900, "EUR", "year", "Porto", "Band 3"),
    ]


def test_a_unit_in_the_heading_scales_bare_numbers():
    made = rows(
        "Role | P25 | P50",
        "Data Engineer | 19.5 | 26.0",
        heading="Annual fixed pay by role (₹ lakh p.a., all cities)",
    )
    assert [(ends(r)[0], *said(r, "currency", "statistic")) for r in made] == [
        (1_950_000, "INR", "p25"),
        (2_600_000, "INR", "median"),
    ]


def test_a_sign_in_the_heading_makes_amounts_pay_below_headers_that_nobody_knows():
    made = rows("Grade | K1 | K2", "Gaffer | £390 | £440", heading="Headline medians (£/day)")
    assert [said(r, "period", "statistic", "component") for r in made] == [("day", "median", "~base")] * 2


def test_two_amounts_in_a_cell_take_the_two_parts_of_their_header():
    made = rows("Level | Sales (base / OTE)", "L4 | €52,000 / €91,000")
    assert [(ends(r)[0], *said(r, "component")) for r in made] == [(52_000, "base"), (91_000, "total")]


def test_a_table_without_headers_is_read_by_its_row_labels():
    made = rows(" |  ", "Median total pay | **€88,000**", "Typical sign-on | €9,000", "Headcount | 640")
    assert [said(r, "component", "statistic") for r in made] == [
        ("total", "median"),
        ("signing_bonus", None),
    ]


def test_the_name_of_a_language_is_no_currency_of_its_row():
    made = rows("Stack | Median", "PHP | 21,400", "Go | 28,700", heading="Senior, B2B (PLN/month)")
    assert [said(r, "currency", "period") for r in made] == [("PLN", "month")] * 2


def test_fields_of_work_say_whose_pay_it_is_on_a_page_that_names_no_job():
    made = rows("Specialty | Median | 90th %ile", "Psychiatry | $301K | $440K")
    assert [said(r, "role")[0] for r in made] == ["Psychiatry"] * 2
    made = rows("Level | Engineering | Sales (base / OTE)", "L2 | €70,000 | €45,000 / €75,000")
    assert [said(r, "role")[0] for r in made] == ["Engineering", "Sales", "Sales"]
    made = rows("Department | Base", "Finance | $90,000", scope={"role": Cell("Data Analyst", 9_000)})
    assert [said(r, "role")[0] for r in made] == ["Data Analyst"]


def test_a_note_that_begins_with_values_says_what_the_figures_are():
    made = rows(
        "Specialty | Median",
        "Radiology | $402K",
        intro="A survey of members:\nValues are total cash compensation, all levels.",
    )
    assert said(made[0], "component") == ("total",)


def test_places_in_one_bracket_beside_the_currency_are_those_of_the_table():
    made = rows("Level | Base", "L2 | 61,000", intro="Annual gross, EUR, factor 1.00 (Lyon, Madrid).")
    assert said(made[0], "region", "currency") == (["Lyon", "Madrid"], "EUR")


def test_a_new_hire_grant_above_columns_of_levels_leaves_the_levels_to_the_columns():
    made = rows(" | L4 | L5", "RSU, 4 yrs, new hire | $50K | $110K")
    assert [said(r, "level", "component") for r in made] == [("L4", "equity"), ("L5", "equity")]


def test_a_level_that_is_a_job_is_both_below_a_header_of_jobs():
    made = rows("Role | Base", "Executive Director | $140,000", "Senior | $90,000")
    assert [said(r, "role", "level") for r in made] == [
        ("Executive Director", "Executive Director"),
        (None, "Senior"),
    ]


def test_ranks_below_one_header_over_several_columns_are_percentiles():
    body = (
        "<table><thead><tr><th rowspan=2>Group</th><th colspan=3>Percentile ($ per week)</th></tr>"
        "<tr><th>10th</th><th>Median</th><th>90th</th></tr></thead>"
        "<tr><td>Fitters</td><td>1,210</td><td>1,640</td><td>2,310</td></tr></table>"
    )
    document = Document("page.html", f"<html><body><h1>Weekly wages</h1>{body}</body></html>")
    found = observe(document, default.extract(document)).observations
    assert [(one["statistic"], one["low"], one["period"]) for one in found] == [
        ("p10", 1_210, "week"), ("median", 1_640, "week"), ("p90", 2_310, "week"),
    ]  # fmt: skip


def test_ranks_below_a_rate_over_several_columns_are_percentiles_whatever_the_caption_says():
    body = (
        "<table><caption>Median hourly rate of tilers</caption><thead><tr><th rowspan=2>Town</th><th colspan=3>Hourly rate</th></tr>"
        "<tr><th>25th</th><th>Median</th><th>75th</th></tr></thead>"
        "<tr><td>Hull</td><td>£14.10</td><td>£15.20</td><td>£17.30</td></tr></table>"
    )
    document = Document("page.html", f"<html><body>{body}</body></html>")
    found = observe(document, default.extract(document)).observations
    assert [(one["statistic"], one["low"]) for one in found] == [
        ("p25", 14.10), ("median", 15.20), ("p75", 17.30),
    ]  # fmt: skip


def test_a_class_behind_a_word_is_no_percentile():
    (made,) = rows("Town | Salary after 10th", "Hull | £34,000")
    assert said(made, "statistic", "percentile") == (None, None)


def test_a_skill_in_front_of_money_is_no_number_of_anything():
    lines = ["Skill | Median base | vs. all", "Writes code | £41,000 | +6%", "Draws | £38,000 | -2%"]
    assert [said(r, "specialization", "component") for r in rows(*lines)][:2] == [
        ("Writes code", "base"),
        ("Writes code", "premium"),
    ]


def test_ends_of_a_range_that_name_bands_are_amounts_of_their_own():
    found = rows(
        "Grade | Low (Band 1) | Mid (Band 2) | High (Band 4)",
        "Fitter | £310 | £350 | £390",
        "Tiler | £290 | £330 | £370",
    )
    assert [(*said(row, "level", "role"), *ends(row)) for row in found[:3]] == [
        ("Band 1", "Fitter", 310, 310),
        ("Mid (Band 2)", "Fitter", 350, 350),
        ("Band 4", "Fitter", 390, 390),
    ]


def test_amounts_below_a_year_are_pay_and_no_dates():
    found = rows(
        "Employer | 1st year | Sign-on", "Orbison Rail | $61,000 | $4,000", "Vesper Rail | $58,000 | none"
    )
    assert [ends(row)[0] for row in found] == [61_000, 4_000, 58_000]


def test_bare_years_in_brackets_behind_a_level_are_its_experience():
    found = rows("Role | Junior (0-2) | Senior (6+)", "Fitter | $41k | $62k")
    assert [said(row, "level", "experience") for row in found] == [("Junior", "0-2"), ("Senior", "6+")]


def test_the_middle_of_a_band_stands_between_its_ends_also_with_more_words():
    found = rows("Level | Base min | Base mid | Base max", "B1 | $81,000 | $95,500 | $110,000")
    assert [said(row, "statistic") for row in found] == [("minimum",), ("median",), ("maximum",)]


def test_a_column_of_another_time_has_the_statistic_of_the_column_beside_it():
    found = rows("State | Annual mean wage | Hourly", "Ohio | $58,300 | $28.03", "Utah | $54,100 | $26.01")
    assert [said(row, "statistic", "period") for row in found[:2]] == [("mean", "year"), ("mean", "hour")]


def test_ranks_below_who_are_no_jobs():
    found = rows(
        "Step | Who | Per year",
        "1 | Graduate | $71,000",
        "2 | Proficient, 2nd year | $78,500",
        scope={"role": Cell("teacher", 9_000)},
    )
    assert [said(row, "role")[0] for row in found] == ["teacher", "teacher"]


def test_rungs_on_both_axes_are_a_pay_scale_and_the_sentence_above_says_how_it_counts():
    text = (
        "# Work for the port\n\nMonthly rates, full-time. Steps come by the year.\n\n"
        "| Grade | Step 1 | Step 10 |\n|---|---|---|\n| 8 | 3,412 | 4,605 |\n| 15 | 5,290 | 7,348 |\n"
    )
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert [(row["low"], row["level_label"], row["figure_label"], row["period"]) for row in rows] == [
        (3_412, "8", "Step 1", "month"),
        (4_605, "8", "Step 10", "month"),
        (5_290, "15", "Step 1", "month"),
        (7_348, "15", "Step 10", "month"),
    ]


def test_a_column_of_increments_leaves_the_amounts_of_a_pay_scale():
    made = rows(
        "Grade | Step 1 | Step 2 | Within grade amounts",
        "8 | 34,120 | 35,260 | 1,140",
        "9 | 37,700 | 38,960 | 1,260",
    )
    assert [said(r, "component", "level")[0] for r in made][:3] == ["~base", "~base", "premium"]


def test_plans_for_a_pension_are_no_amounts_among_the_parts_of_pay():
    made = rows(
        "Core compensation | Median",
        "Base Salary | $58,110",
        "401K/403B | $2,020",
        "Total Compensation | $82,900",
    )
    assert [said(r, "component")[0] for r in made] == ["base", "benefits", "total"]


def test_the_number_of_a_note_in_brackets_is_no_amount():
    made = rows(
        "Town | Hourly wage | Annual wage",
        "Hull | £14.20 | £29,500",
        "York | (5) | £31,100",
        "Leeds | £15.10 | (5)",
    )
    assert [r.values["amount"].cell.text for r in made] == ["£14.20", "£29,500", "£31,100", "£15.10"]


def test_columns_of_currencies_and_of_times_say_what_the_amounts_beside_them_are():
    found = rows(
        "Role | Salary | Currency | Frequency",
        "Fitter | 2,900 | EUR | Monthly",
        "Welder | 31,000 | GBP | Annual",
    )
    assert [said(row, "currency", "period") for row in found] == [("EUR", "Monthly"), ("GBP", "Annual")]


def test_parts_of_pay_whose_names_end_or_begin_like_something_else_are_pay():
    found = rows("Role | Profit share | Rent allowance", "Welder | £1,900 | £700")
    assert [said(row, "component") for row in found] == [("profit_share",), ("allowance",)]


def test_associate_beside_professor_is_a_job():
    found = rows("School | Professor | Associate | Assistant", "Public | $151,000 | $109,000 | $95,000")
    assert [said(row, "role", "level") for row in found] == [
        ("Professor", None),
        ("Associate", None),
        ("Assistant", None),
    ]


def test_an_unknown_column_beside_those_of_levels_is_pay():
    head = "# Pay of fitters\n\n| Town | Junior | Halfway (3-5 y) |\n|---|---|---|\n"
    text = f"{head}| Leon | €24–29k | €32–42k |\n| Soria | €22–27k | €30–40k |\n"
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert [(row["low"], row["level_label"], row["qualifier"]) for row in rows] == [
        (24_000, "Junior", None),
        (32_000, None, "Halfway (3-5 y)"),
        (22_000, "Junior", None),
        (30_000, None, "Halfway (3-5 y)"),
    ]


def test_ends_of_a_range_with_any_amount_between_them_are_three_amounts():
    found = rows("Role | Min | Typical | Max", "Clerk | £24,100 | £26,200 | £29,300")
    assert [ends(row) for row in found] == [(24_100, 24_100), (26_200, 26_200), (29_300, 29_300)]


def test_ranks_that_rows_are_named_by_are_no_pay():
    found = extract(
        table("Percentile | Hourly | Annual", "10% | $17.15 | $35,670", "90% | $59.90 | $124,590")
    )
    assert [item.cell.text for item in found if isinstance(item, NotPay)] == ["10%", "90%"]
    assert [text(item.values["statistic"]) for item in found if isinstance(item, Row)] == [
        "p10",
        "p10",
        "p90",
        "p90",
    ]


def test_a_stated_currency_and_scale_make_numbers_below_names_of_groups_amounts():
    found = rows("PQE | Top tier | Regional", "Newly | 97 - 107 | 81", "3 years | 121 - 149 | 101 - 127",
                 intro="Base salary, A$'000. PQE = years since qualifying")  # fmt: skip
    assert [ends(row) for row in found] == [(97e3, 107e3), (81e3, 81e3), (121e3, 149e3), (101e3, 127e3)]
    assert {said(row, "currency")[0] for row in found} == {"AUD"}
    assert rows("Team | Team size | Top tier", "A | 10 - 20 | 97 - 107", "B | 21 - 49 | 81 - 92") == []


def test_a_number_to_the_penny_below_a_currency_is_an_amount_as_it_stands():
    found = rows(
        "Rank | Basic annual £ | Hourly £ | Overtime rate £", "Leading hand | 31,169 | 14.27 | 21.41"
    )
    assert [ends(row)[0] for row in found] == [31_169, 14.27, 21.41]
    assert text(found[2].values["component"]) == "wage"


def test_a_column_that_only_names_a_statistic_is_counted_as_the_one_beside_it():
    found = rows("Grade | CTC range (₹ LPA) | Average", "Analyst | 5 - 11 | 7.8", "Lead | 27 - 47 | 35")
    assert [ends(row) for row in found] == [(5e5, 11e5), (7.8e5, 7.8e5), (27e5, 47e5), (35e5, 35e5)]
    assert [said(row, "statistic", "currency") for row in found[1::2]] == [("mean", "INR")] * 2


def test_letters_for_a_currency_before_a_small_number_are_one_where_the_column_is_of_pay():
    found = rows(
        "City | Average salary | Per hour", "Durban | R241 600 | R116", "Knysna | R239 900 | R115.30"
    )
    assert [ends(row)[0] for row in found] == [241_600, 116, 239_900, 115.30]
    assert {row.values["amount"].currency for row in found} == {"ZAR"}
    assert rows("Grade | Room | Class", "A | R116 | P4", "B | R22 | K12") == []
    assert [ends(row)[0] for row in rows("City | Average salary", "Durban | R241 600", "Knysna | P2024")] == [
        241_600
    ]


def test_from_and_to_are_the_ends_of_one_range():
    found = observed("# Pay in Cork\n\n| Role | From | To |\n|---|---|---|\n| Fitter | €34,000 | €40,000 |\n")
    assert [(row["low"], row["high"], row["statistic"]) for row in found] == [(34_000, 40_000, "range")]


def test_amounts_beside_jobs_are_pay_whatever_tells_their_columns_apart():
    found = observed(
        "# House notes\n\n| Position | Live-in | Live-out |\n|---|---|---|\n| Butler | £45,000 | £50,000 |\n"
    )
    assert [(row["component"], row["low"], row["qualifier"]) for row in found] == [
        ("base", 45_000, "Live-in"),
        ("base", 50_000, "Live-out"),
    ]


def observed(text):
    document = Document("page.md", text)
    return observe(document, default.extract(document)).observations


@pytest.mark.parametrize(
    "text",
    [
        "Pay by job (25th percentile / median / 75th percentile)\n\n| Job | Oslo |\n|---|---|\n| Rigger | €62k / €71k / €82k |\n",
        "| Job | p25 / median / p75 |\n|---|---|\n| Rigger | €62k / €71k / €82k |\n",
    ],
)
def test_amounts_beside_each_other_have_the_statistics_that_are_named_beside_each_other(text):
    document = Document("page.md", "# Pay of riggers\n\n" + text)
    rows = observe(document, default.extract(document)).observations
    assert [row["statistic"] for row in rows] == ["p25", "median", "p75"]


def test_a_line_above_a_table_that_says_nothing_but_whose_pay_it_is():
    text = (
        "# Archivist pay\n\nSomebody has to read the letters, and that is what they are paid for.\n\n"
        "Museum curators, United States. Source: BLS, May 2024.\n\n"
        "| Percentile | Annual |\n|---|---|\n| 10th | $39,660 |\n"
    )
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert [(row["role_title"], row["region_label"]) for row in rows] == [
        ("Museum curators", "United States")
    ]


@pytest.mark.parametrize("header", ["Roles", "Titles", "Companies"])
def test_a_column_of_numbers_counts_whatever_it_is_named_for(header):
    found = rows(f"City | {header} | Median base", "Leeds | 43 | £41,000", "York | 1,204 | £39,500")
    assert [said(row, "region", "sample_size", "role", "company") for row in found] == [
        ("Leeds", "43", None, None),
        ("York", "1,204", None, None),
    ]


def test_a_sentence_that_says_the_names_of_the_columns_says_whose_pay_they_give():
    text = (
        "# What the trades make\n\n"
        "We called two locals for the journeyman roofer rate on the cheque and the full package. Nobody hung up.\n\n"
        "| Local | On the cheque | Full package |\n|---|---|---|\n| 12 | $41.20 | $63.80 |\n"
    )
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert {row["role_title"] for row in rows} == {"roofer"}


@pytest.mark.parametrize(
    ("job", "place"),
    [("Agent (German)", "Brno"), ("Agent with Dutch", "Brno"), ("Agent (Germany)", "Germany")],
)
def test_the_language_of_a_job_is_not_where_it_is(job, place):
    page = f"# Pay in Brno\n\n| Job | Pay |\n|---|---|\n| {job} | €42,000 |\n| Clerk | €40,000 |\n"
    document = Document("page.md", page)
    found = observe(document, default.extract(document)).observations
    assert [row["region_label"] for row in found] == [place, "Brno"]


def test_brackets_and_words_in_front_of_a_name_say_what_a_column_is():
    _, second, third = rows(
        "Ward | Salary | Stock (yr) | Extra for languages", "Children | $62,000 | $4,000 | $1.50"
    )
    assert said(second, "component", "period") == ("equity", "year")
    assert said(third, "component") == ("premium",)


def test_amounts_beside_those_of_jobs_are_pay_whoever_gets_them():
    found = rows("Ferry line | Deckhand | XK 5", "Ooievaar | $88.10 | $117.40", "Reiger | $71.30 | $99.80")
    assert [said(row, "component", "role") for row in found[:2]] == [("~base", "Deckhand"), ("~base", None)]


def test_of_two_ends_the_only_one_is_still_an_end():
    found = rows(
        "Band | Minimum | Maximum",
        "Reader 1 | £61,310 | £72,954",
        "Reader 2 | £81,900 | No maximum",
        "Reader 3 | - | £99,000",
    )
    assert [(said(row, "statistic"), ends(row)) for row in found] == [
        ((None,), (61_310, 72_954)),
        (("minimum",), (81_900, 81_900)),
        (("maximum",), (99_000, 99_000)),
    ]


def test_a_part_of_pay_in_brackets_behind_a_job_says_what_its_amounts_are():
    found = rows(
        "Role | Benchmark (EUR)", "Account Executive (base) | 61,000", "Account Executive (OTE) | 122,000"
    )
    assert [said(row, "component") for row in found] == [("base",), ("total",)]
    (base, _) = rows("Role | Base | Bonus", "Account Executive (OTE) | €61,000 | €9,000")
    assert said(base, "component") == ("base",)


def test_a_skill_that_is_called_after_a_tax_is_paid_and_an_arrow_down_is_less():
    found = rows("Skill | Avg. salary | vs avg", "Direct Tax | ₹8.1 L | ▼ 6%", "Audit | ₹9.2 L | ▲ 4%")
    assert [(said(row, "component")[0], ends(row)[0]) for row in found if ends(row)[0] < 10] == [
        ("premium", -6),
        ("premium", 4),
    ]
    assert len(found) == 4


def test_a_title_beside_its_level_is_the_role_as_it_stands():
    text = (
        "# Pay\n\n## Product Designers\n\n| Level | Title | Minimum | Maximum |\n|---|---|---|---|\n"
        "| D2 | Product Designer | $98,000 | $122,000 |\n| D4 | Staff Designer | $152,000 | $190,000 |\n"
    )
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert [(row["role_title"], row["level_label"]) for row in found] == [
        ("Product Designer", "D2"),
        ("Staff Designer", "D4"),
    ]


def test_short_names_of_jobs_beside_each_other_are_whose_pay_the_columns_hold():
    text = (
        "# Nurse practitioner vs. physician assistant: which pays more?\n\n| Experience | NP | PA |\n|---|---|---|\n"
        "| 1-4 years | $106,750 | $109,200 |\n| 5-9 years | $114,300 | $118,100 |\n"
    )
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert [row["role"] for row in found] == ["nurse-practitioner", "physician-assistant"] * 2


def test_percents_with_a_sign_are_premiums_whatever_they_apply_to():
    text = (
        "# Riggers\n\n## Premiums and discounts (apply to base)\n\n| Factor | Adj. |\n|---|---|\n"
        "| Towers | +8 to +12% |\n| Outside metro | −10% |\n"
    )
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert [(row["component"], row["comparison"], row["low"]) for row in found] == [
        ("premium", "above", 8),
        ("premium", "below", -10),
    ]


def test_what_stands_in_brackets_behind_amounts_is_what_the_words_above_say():
    text = (
        "# Riggers\n\nWe show the base and, in brackets, the typical target bonus.\n\n| | Leeds | York |\n|---|---|---|\n"
        "| Rigging manager | £48,000 (12%) | £46,000 (10%) |\n| Director | £72,000 (20%) | £70,000 (18%) |\n"
    )
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert [row["component"] for row in found] == ["base", "bonus"] * 4


def test_bare_numbers_as_large_as_the_pay_beside_them_are_some_peoples_pay():
    text = (
        "# Earnings by county\n\nGross average earnings.\n\n| County | Employees, HUF/month | Of which: manual workers | Enterprises |\n"
        "|---|---|---|---|\n| Pest | 681,400 | 538,900 | 12,100 |\n| Fejér | 692,500 | 577,300 | 4,300 |\n"
    )
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert [(row["low"], row["period"]) for row in found] == [
        (681_400, "month"),
        (538_900, "month"),
        (692_500, "month"),
        (577_300, "month"),
    ]


def test_a_time_beside_an_average_is_the_same_average():
    text = (
        "# Riggers\n\n| Source | Average salary | Hourly |\n|---|---|---|\n"
        "| Orbison | $63,110 | $30.34 |\n| Vesper | $49,870 | $23.98 |\n"
    )
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert {(row["statistic"], row["period"]) for row in found} == {("mean", "year"), ("mean", "hour")}


def test_what_is_paid_for_each_call_makes_no_page_one_of_fees():
    text = (
        "# Pay at the works\n\nRiggers get €2,950 a month.\n\nApprentice pay, unchanged: €1,267 (1st year), €1,329 (2nd).\n\n"
        "## On-call allowances\n\n| | early | late | night |\n|---|---|---|---|\n| Call-out, per case | €45 | €60 | €50 |\n"
    )
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert [row["period"] for row in found if row["low"] in (1_267, 1_329)] == ["month", "month"]


def test_groups_of_occupations_are_no_parts_of_pay():
    text = "# Pay in Leeds\n\n| Occupation group | Annual mean |\n|---|---|\n| Food preparation | £23,360 |\n| Housing | £31,480 |\n"
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert {row["component"] for row in found} <= {"base", "wage"}


def test_the_floor_of_a_grade_is_nobodys_least_in_a_negotiation():
    rows = "| G1 | €36,000 | €39,500 | €43,000 |\n| G2 | €46,000 | €49,500 | €53,000 |\n"
    claims = {}
    for names in ("Floor | Midpoint | Ceiling", "Offer | Target | Floor"):
        document = Document("page.md", f"# Pay\n\n| Grade | {names} |\n|---|---|---|---|\n{rows}")
        found = observe(document, default.extract(document)).observations
        claims[names] = [row["claim"] for row in found[:3]]
    assert claims["Floor | Midpoint | Ceiling"] == ["market"] * 3
    assert claims["Offer | Target | Floor"] == ["negotiation"] * 3


def test_options_beside_what_they_are_worth_are_counted_and_are_no_sample():
    page = (
        "# Offers at Orbison Labs\n\n| Offer | Base | Options | Value at last round |\n|---|---|---|---|\n"
        "| Junior engineer | $91,000 | 1,500 | $8,250 |\n| Senior engineer | $141,000 | 4,500 | $24,750 |\n"
    )
    document = Document("page.md", page)
    found = observe(document, default.extract(document)).observations
    assert [(row["low"], row["component"], row["sample_size"]) for row in found] == [
        (91_000, "base", None),
        (8_250, "equity", None),
        (141_000, "base", None),
        (24_750, "equity", None),
    ]
