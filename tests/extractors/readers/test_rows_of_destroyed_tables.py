"""Rows of flattened and glued tables: where cells end and which of them are empty."""

from __future__ import annotations

import pytest

from benchmarks import round_trip
from extractors import default
from normalizers.observations import observe
from schemas import Document


def recovered(lines: list[str]) -> list[list[list[str]]]:
    return round_trip.recovered("\n".join(lines))


def grid(*lines: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in lines]


FLATTENED = {
    "amounts missing at the end": grid(
        "Grade | Point 1 | Point 2 | Point 3", "Porter | £21,100 | £22,000 | £23,000", "Orderly | £20,400 | £21,300 |",
        "Warden | £25,000 | £26,100 | £27,300", "Bursar | £31,000 | £32,400 | £33,900",
    ),
    "an amount missing before one as large": grid(
        "Trade | Salary | Hourly | Bonus", "Glazier | $61,000 | $29.30 | $1,500", "Roofer | $57,000 | $27.40 | ",
        "Paver | $48,000 |  | $900", "Tiler | $55,000 | $26.45 | $1,100",
    ),
    "a range missing": grid(
        "Studio | Salary Range | Average | # of Reports", "Ember | $70K - $99K | $84K | 12", "Lathe | $61K - $90K | | 9",
        "Quill | $66K - $91K | $79K | 31", "Tarn | $58K - $80K | $70K | 17",
    ),
    "an empty cell as a dash before a count": grid(
        "City | Fresher | Senior | Openings", "Kochi | ₹6 LPA | ₹19 LPA | 40", "Surat | ₹5.2 LPA | - | 7",
        "Nagpur | ₹5 LPA | ₹17 LPA | 22",
    ),
    "towns with their state": grid(
        "Company | Town | Day shift | Night shift", "Orrin Freight | Hagerstown, MD | $19.25 | $20.75",
        "Palewater | Plympton, MA | $25.10 | $26.60", "Dunmore Cold | Yakima, WA | $20.85 | $22.85",
    ),
    "names of people": grid(
        "Name | Position | Salary 2023-24 | Salary 2024-25", "Ines Okonjo | Director of Finance | £101,000 | £104,500",
        "Piotr Vance | Chief Executive | £160,000 | £166,000", "Ada Brandt | Chief Financial Officer | £121,000 | £125,000",
    ),
    "codes of a pay group": grid(
        "Dienstgrad | Besoldungsgruppe | Stufe 1 | Stufe 8", "Major | A 13 | 4.651,20 € | 5.977,11 €",
        "Oberst | A 16 | 6.380,02 € | 8.066,94 €", "Leutnant | A 9 | 3.101,55 € | 4.006,70 €",
    ),
}  # fmt: skip

GLUED = {
    "years behind a numbered label": grid(
        "Band | Experience | Entry | Top", "Band 2 | 0-2 years | £24,000 | £24,900", "Band 5 | 0-4 years | £31,000 | £38,000"
    ),
    "a plus that is the sign of the next amount": grid(
        "Skill | Salary | Premium", "Milling | $71,000 | +$4,000", "Casting | $68,000 | +$2,500", "Forging | $70,500 | +$3,100"
    ),
    "an empty cell as a dash": grid(
        "Crew | Hourly | Day rate | Weekly", "Grip | £8.20 | - | £410", "Gaffer | £12.40 | £101 | £600", "Rigger | £11.10 | £90 | £540"
    ),
    "grades and steps": grid(
        "Grade | Spine point | Salary | Hourly", "5 | 20 | £28,000 | £14.79", "5 | 21 | £28,700 | £15.19", "6 | 26 | £33,000 | £17.41",
        "6 | 29 | £35,600 | £18.79",
    ),
    "years and percents below years": grid(
        "Job | 2024 | 2025 | % Change", "Barista | $14.10 | $14.80 | 5.0%", "Baker | $16.90 | $17.75 | 5.1%"
    ),
    "years as labels": grid(
        "Year | Median Salary | Change", "2018 | $93,350 | 1.6%", "2019 | $95,100 | 1.9%", "2020 | $97,900 | 2.9%", "2021 | $99,000 | 1.1%"
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FLATTENED)
def test_cells_of_a_flattened_row_stand_in_their_columns(case):
    wanted = FLATTENED[case]
    assert recovered([" ".join(cell for cell in row if cell) for row in wanted]) == [wanted]


@pytest.mark.parametrize("case", GLUED)
def test_cells_of_a_glued_row_stand_in_their_columns(case):
    wanted = GLUED[case]
    assert recovered(["".join(row) for row in wanted]) == [wanted]


STATES = (
    "# State Avg. Salary Avg. Hourly Jobs vs. U.S.",
    "1 Ohio $61,200 $29.42 4,120 +3%",
    "2 North Dakota $60,870 $29.26 410 +2%",
    "3 Utah $59,400 $28.56 1,050 -1%",
)


def test_a_header_may_end_with_a_country_s_letters():
    assert recovered([*STATES])[0][0] == ["#", "State", "Avg. Salary", "Avg. Hourly", "Jobs", "vs. U.S."]


@pytest.mark.parametrize("between", [("Further Down and Below",), ("", "Schools near you", "Enter ZIP")])
def test_rows_go_on_below_what_stands_between_them(between):
    first, more = recovered(
        [*STATES, *between, "9 Iowa $55,900 $26.88 910 -6%", "14 New Mexico $51,100 $24.57 680 -14%"]
    )
    assert more[0] == first[0]
    assert more[2] == ["14", "New Mexico", "$51,100", "$24.57", "680", "-14%"]


def test_rows_of_other_things_do_not_go_on():
    found = recovered([*STATES, "Advertisement", "Welder $25 to $31 an hour", "Fitter $28 to $36 an hour"])
    assert len(found) == 1


def test_a_line_of_names_with_a_percent_is_the_header_and_not_the_heading_above_it():
    (found,) = recovered(
        [
            "Best-Paying Towns",
            "Metro Area Top 10% Earn Average",
            "Fargo, ND $91,200 $70,400",
            "Provo-Orem, UT $88,470 $69,130",
        ]
    )
    assert found[0] == ["Metro Area", "Top 10% Earn", "Average"]


def test_a_time_in_one_cell_is_one_value():
    (found,) = recovered(
        [
            "Type Weekly Gross Home Time",
            "Reefer $1,210-$1,540 2 days per 3 weeks",
            "Flatbed $1,310-$1,690 weekends",
            "Local $1,040-$1,420 daily",
            "Tanker $1,480-$2,010 9-12 days",
        ]
    )
    assert [row[2] for row in found[1:]] == ["2 days per 3 weeks", "weekends", "daily", "9-12 days"]


def test_a_glued_row_without_amounts_ends_no_table():
    (found,) = recovered(
        [
            "FirmOpen rolesTop of band",
            "Orrin12$205k",
            "Tamsin8$251k",
            "Lathe5",
            "Quill3$188k",
            "Ember Works",
            "Pell2$170k",
        ]
    )
    assert found[3:6] == [["Lathe", "5", ""], ["Quill", "3", "$188k"], ["Ember Works", "", ""]]


def test_a_header_of_the_next_table_is_no_row_without_amounts():
    _first, second = recovered(
        [
            "LevelMedian basePostings",
            "Junior$121k7",
            "Senior$177k26",
            "CityMedian basePostings",
            "Fresno, CA$128k4",
            "Tulsa, OK$113k9",
        ]
    )
    assert second[0] == ["City", "Median base", "Postings"]
    assert second[1] == ["Fresno, CA", "$128k", "4"]


def test_letters_of_a_state_are_no_currency_s():
    (found,) = recovered(
        [
            "LocationMedian TotalMedian Base",
            "Fresno, CA$196K$152K",
            "Tulsa, OK$171K$140K",
            "Guelph, ONCA$149KCA$120K",
            "Windsor, ONCA$151KCA$122K",
        ]
    )
    assert found[1][:2] == ["Fresno, CA", "$196K"]
    assert found[4] == ["Windsor, ON", "CA$151K", "CA$122K"]


def test_ranges_of_bare_numbers_that_touch_are_cut():
    (found,) = recovered(
        [
            "Company TypeJunior (CHF)Senior (CHF)Bonus target",
            "Watches, Biel88,000–104,000131,000–158,00012%",
            "Railways84,000–97,000118,000–139,000",
            "Dairies79,000–92,000110,000–127,0008%",
        ]
    )
    assert found[1:] == [
        ["Watches, Biel", "88,000–104,000", "131,000–158,000", "12%"],
        ["Railways", "84,000–97,000", "118,000–139,000", ""],
        ["Dairies", "79,000–92,000", "110,000–127,000", "8%"],
    ]


def test_a_column_may_ask_and_the_size_of_a_flat_is_one_word():
    (asking,) = recovered(
        [
            "LevelWhat the advert asks forMedian pay",
            "JuniorMends small faults$98k",
            "SeniorRuns a whole yard$151k",
        ]
    )
    assert asking[1] == ["Junior", "Mends small faults", "$98k"]
    (rents,) = recovered(
        ["CityMedian baseRent, 1BR", "Tulsa$113k$1,020", "Fargo$109k$940", "Provo$121k$1,310"]
    )
    assert rents[0] == ["City", "Median base", "Rent, 1BR"]


def test_a_dash_behind_every_label_is_no_empty_column():
    lines = [
        "Fitter pay in top towns",
        "Salem - $61,200 (4% more)",
        "Dover - $58,900 (1% more)",
        "Troy - $55,300 (5% less)",
    ]
    assert recovered(lines) == []


TOWNS = [
    ["Leeds", "£31,000", "£40,500"],
    ["York", "£29,500", "£38,000"],
    ["Hull", "£28,000", "£36,750"],
    ["Ripon", "£27,500", "£35,000"],
]


@pytest.mark.parametrize(
    "above", [[], ["Menu", "Fitter salaries", "By town"], ["Browse 1,930 jobs", "Where does it pay best?"]]
)
def test_cells_one_a_line_are_as_many_as_make_one_row(above):
    rows = TOWNS
    lines = [*above, "Region", "Fitter", "Senior Fitter", *[cell for row in rows for cell in row]]
    assert recovered(lines)[-1] == [["Region", "Fitter", "Senior Fitter"], *rows]


def test_thousands_without_a_sign_one_a_line_below_names():
    rows = [
        ["Fitter", "14,000", "22,000", "+4%"],
        ["Foreman", "23,000", "35,000", "0%"],
        ["Planner", "19,000", "28,000", "-2%"],
    ]
    assert recovered(["Job title", "From", "To", "Δ 2026", *[cell for row in rows for cell in row]]) == [
        [["Job title", "From", "To", "Δ 2026"], *rows]
    ]


def test_headings_and_buttons_above_the_name_of_the_labels_are_no_columns():
    rows = [
        ["F1", "Fitter", "$71K", "$60K", "$11K"],
        ["F2", "Senior Fitter", "$93K", "$78K", "$15K"],
        ["F3", "Lead Fitter", "$118K", "$97K", "$21K"],
    ]
    lines = [
        "Average Pay By Level",
        "Add Pay",
        "Compare",
        "Level Name",
        "Total",
        "Base",
        "Bonus",
        *[cell for row in rows for cell in row],
    ]
    assert recovered(lines)[-1] == [
        ["Level Name", "Total", "Base", "Bonus"],
        *[[f"{code} {name}", *values] for code, name, *values in rows],
    ]


def test_what_people_say_in_quotation_marks_is_no_row():
    lines = [
        "Salary insights from fitters",
        '"Joined on £21,000 basic, now at £28,500 after two reviews." Fitter in Hull',
        '"Overtime is 10% of it." Fitter in York',
    ]
    assert recovered(lines) == []


def test_a_row_without_any_value_ends_no_flattened_table():
    lines = [
        "Area Low ($/hour) Median ($/hour) High ($/hour)",
        "Ohio 20.50 28.85 41.25",
        "Lake Erie Shore 21.00 29.40 42.00",
        "Little Miami Valley N/A N/A N/A",
        "Toledo 20.00 27.00 37.50",
    ]
    (found,) = recovered(lines)
    assert found[3:] == [["Little Miami Valley", "N/A", "N/A", "N/A"], ["Toledo", "20.00", "27.00", "37.50"]]


def test_an_advertisement_parts_no_cells_one_a_line():
    rows = TOWNS
    names = ["Town", "Base Salary", "Total Pay"]
    cells = [[cell for row in part for cell in row] for part in (rows[:2], rows[2:])]
    lines = [*names, *cells[0], "Article continues below this advertisement", "", *cells[1]]
    assert recovered(lines) == [[names, *rows]]


def test_cells_one_a_line_go_on_below_a_heading_between_them():
    rows = TOWNS
    names = ["Town", "Base Salary", "Total Pay"]
    cells = [[cell for row in part for cell in row] for part in (rows[:2], rows[2:])]
    assert recovered([*names, *cells[0], "", "Further north and further down the list", "", *cells[1]]) == [
        [names, *rows[:2]],
        [names, *rows[2:]],
    ]


def test_names_and_jobs_on_two_lines_with_blank_ones_between_the_rows():
    people = [
        ("Ida Brask", "President", ["$284,200", "$46,050", "$14,310", "$344,560"]),
        ("Tom Weld", "Chief Fitter", ["$198,750", "$24,800", "$11,020", "$234,570"]),
        ("Ann Rigg", "Treasurer", ["$161,400", "$14,210", "$8,640", "$184,250"]),
    ]
    names = ["Name and title", "Base compensation", "Bonus", "Other reportable", "Total"]
    lines = [*names, *[line for name, job, values in people for line in ("", name, job, *values)]]
    assert recovered(lines) == [[names, *[[f"{name} {job}", *values] for name, job, values in people]]]


def test_many_rows_below_a_heading_are_one_table():
    more = [f"{at} Town{at % 26 * 'a'}x ${50 + at % 40},900 $26.88 {at + 100} -6%" for at in range(4, 104)]
    first, second = recovered([*STATES, "Further Down and Below", *more])
    assert (second[0], len(second)) == (first[0], 101)


def test_a_glued_row_that_lost_its_amounts_heads_no_others():
    rows = ["FirmMedian TotalLow", "Orrin$112K$88K", "Pell$104K$81K", "Plant Manager", "Tamsin$93K$70K"]
    document = Document(
        "page.txt", "\n".join(["Pay in Ohio", "", "Our own count.", "", *rows, "", "Ask early."])
    )
    found = observe(document, default.extract(document)).observations
    assert [row["role_title"] for row in found if row["company_name"] == "Tamsin"] == [None, None]


def test_parts_of_one_offer_are_no_table():
    text = (
        "Offer for a fitter\n\nOffer:\nBase 220k\nRSU 600k/4y\nBonus 15%\nSign on 50k\nTC 413k first year\n"
    )
    document = Document("page.txt", text)
    rows = observe(document, default.extract(document)).observations
    assert [row["component"] for row in rows] == ["base", "equity", "bonus", "signing_bonus", "total"]


def test_a_percent_in_front_of_amounts_is_a_point_of_a_distribution():
    text = (
        "Rigger pay\n\nPercentile Annual wage Hourly wage\n10% $39,830 $19.15\n25% $46,950 $22.57\n"
        "50% (Median) $60,750 $29.21\n75% $71,280 $34.27\n90% $85,790 $41.25\n"
    )
    document = Document("page.txt", text)
    found = observe(document, default.extract(document)).observations
    assert [(row["statistic"], row["low"], row["period"]) for row in found][:6] == [
        ("p10", 39_830, "year"),
        ("p10", 19.15, "hour"),
        ("p25", 46_950, "year"),
        ("p25", 22.57, "hour"),
        ("median", 60_750, "year"),
        ("median", 29.21, "hour"),
    ]


def test_grades_that_look_like_ranks_begin_the_rows_of_a_ladder():
    rows = "".join(
        f"P{grade}\nSoftware Engineer {step}\n${base + 30}K\n${base}K\n$20K\n"
        for step, (grade, base) in enumerate(((10, 120), (20, 140), (30, 170), (40, 200)), 1)
    )
    document = Document("page.txt", f"Pay at Orbison\n\nLevel Name\nTotal\nBase\nStock (/yr)\n{rows}")
    found = observe(document, default.extract(document)).observations
    assert [(row["component"], row["low"], row["statistic"]) for row in found][:3] == [
        ("total", 150_000, "point"),
        ("base", 120_000, "point"),
        ("equity", 20_000, "point"),
    ]
    assert len(found) == 12
