"""Columns whose headers say more beside each other: spreads of a total, seats of an aircraft, ends of years, rungs, shares of people."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def observed(text, *columns, name="page.md"):
    document = Document(name, text)
    return [
        tuple(row[c] for c in columns) for row in observe(document, default.extract(document)).observations
    ]


@pytest.mark.parametrize(
    ("header", "cells", "found"),
    [
        ("Median total | Low | High", "$412K | $318K | $915K", [("total", "median"), ("total", "range")]),
        (
            "Average bonus | 25th | 75th",
            "$41K | $31K | $51K",
            [("bonus", "mean"), ("bonus", "p25"), ("bonus", "p75")],
        ),
        # What stands in front of it is no spread of a bonus.
        ("Min | Max | Average bonus", "$41K | $61K | $5K", [("base", "range"), ("bonus", "mean")]),
        # Two parts: nobody knows of which the ends are.
        (
            "Median base | Median total | Low | High",
            "$150K | $250K | $140K | $160K",
            [("base", "median"), ("total", "median"), ("base", "range")],
        ),
    ],
)
def test_ends_behind_a_statistic_are_of_its_part_of_pay(header, cells, found):
    columns = header.count("|") + 1
    text = f"# Pay at Orbison\n\n| Title | {header} |\n|{'---|' * (columns + 1)}\n| Software engineer | {cells} |\n"
    assert observed(text, "component", "statistic") == found


def test_the_ends_of_a_column_go_before_what_the_words_above_say():
    text = (
        "# Pay\n\n## Average salary by job\n\n| Job | Min ($/yr) | Average | Max |\n|---|---|---|---|\n"
        "| Welder | 41,000 | 45,000 | 52,000 |\n"
    )
    assert observed(text, "low", "high", "statistic") == [
        (41_000, None, "minimum"),
        (45_000, 45_000, "mean"),
        (None, 52_000, "maximum"),
    ]


def test_the_least_of_a_year_is_an_open_end_and_beside_the_most_a_range():
    alone = (
        "# Rugby pay\n\n| Years of service | 2025-26 minimum |\n|---|---|\n| 1 | £41,000 |\n| 2 | £52,000 |\n"
    )
    assert observed(alone, "low", "high", "statistic") == [
        (41_000, None, "minimum"),
        (52_000, None, "minimum"),
    ]
    both = (
        "# Rugby pay\n\n| Level | 2025 minimum | 2025 maximum |\n|---|---|---|\n| A1 | £41,000 | £52,000 |\n"
    )
    assert observed(both, "low", "high") == [(41_000, 52_000)]


def test_the_two_seats_of_an_aircraft_are_jobs_and_an_airline_is_no_place():
    text = (
        "# Pilot pay\n\n| Airline | FO Year 1 | CA Year 12 |\n|---|---|---|\n"
        "| Southwest | $133.47 | $364.58 |\n| JetBlue | $105.31 | $309.77 |\n"
    )
    found = observed(text, "role_title", "company_name", "region_label")
    assert found[:2] == [("FO", "Southwest", None), ("CA", "Southwest", None)]


def test_a_state_alone_above_a_column_is_no_seat():
    text = "# Pay by state\n\n| Year | CA | TX |\n|---|---|---|\n| 2024 | $133,470 | $84,580 |\n"
    assert [role for (role,) in observed(text, "role_title")] == [None, None]


def test_the_share_of_those_who_get_a_bonus_is_none():
    page = (
        "<h1>Chemists' pay</h1><table><tr><th rowspan=2>Sector</th><th colspan=2>Bonus</th></tr>"
        "<tr><th>% receiving</th><th>Median (£)</th></tr><tr><td>Dyes</td><td>81</td><td>5,600</td></tr>"
        "<tr><td>Paints</td><td>68</td><td>3,200</td></tr></table>"
    )
    assert observed(page, "component", "low", name="page.html") == [("bonus", 5600), ("bonus", 3200)]


def test_the_rungs_of_a_career_are_levels_and_the_grades_of_crafts_are_jobs():
    ladder = (
        "# Consulting pay\n\n| Level | Base |\n|---|---|\n"
        "| Analyst | $112,000 |\n| Engagement manager | $192,000 |\n| Partner | $500,000 |\n"
    )
    assert [level for (level,) in observed(ladder, "level_label")] == [
        "Analyst",
        "Engagement manager",
        "Partner",
    ]
    crafts = (
        "# Film crews\n\n| Grade | Rate |\n|---|---|\n| Camera operator | £412 |\n| Clapper loader | £292 |\n"
    )
    assert [role for (role,) in observed(crafts, "role_title")] == ["Camera operator", "Clapper loader"]


def test_grants_of_a_table_vest_as_the_line_above_says_unless_they_are_part_of_a_total():
    said = "# Pay at Orbison\n\n## Equity\n\nGrants vest over four years with a cliff of one.\n\n"
    grants = "| Level | Grant (paper value) |\n|---|---|\n| L1 | $14,000 |\n| L2 | $28,000 |\n"
    assert observed(said + grants, "period", "vesting_years") == [("grant", 4), ("grant", 4)]
    shares = "| Level | Base | Stock | Total |\n|---|---|---|---|\n| L1 | $100,000 | $14,000 | $114,000 |\n"
    assert ("equity", "year") in observed(said + shares, "component", "period")


def test_grants_of_a_list_vest_as_the_line_that_leads_to_it_says():
    text = "# Pay at Orbison\n\n## Equity\n\nA grant vests over 4 years with a cliff:\n\n- L1: $20k\n- L2: $45k\n"
    assert observed(text, "component", "period", "vesting_years") == [("equity", "grant", 4)] * 2


def test_a_bare_amount_in_front_of_one_in_brackets_is_read_too():
    text = "# Pay at Orbison\n\n| Role | Benchmark (USD) |\n|---|---|\n| Account executive | 130,000 (OTE 260,000) |\n"
    assert observed(text, "component", "low") == [("base", 130_000), ("total", 260_000)]


def test_the_pay_of_two_places_is_no_difference_between_them():
    text = "# Pay\n\n| Town | Leeds vs neighbours (average salary, £) |\n|---|---|\n| York | 34,350 |\n| Hull | 31,480 |\n"
    assert [part for (part,) in observed(text, "component")] == ["base", "base"]


def test_rates_of_payers_are_not_those_that_an_office_counts_in_the_line_above():
    text = (
        "# Pilot pay\n\nThe BLS median for mechanics was $78,680.\n\n"
        "| Airline | Hourly rate |\n|---|---|\n| JetBlue | $105.31 |\n| Delta | $117.24 |\n"
    )
    assert observed(text, "low", "attributed_to")[1:] == [(105.31, None), (117.24, None)]


def test_percents_below_the_stages_of_a_young_firm_are_parts_of_it():
    text = "# Startup pay\n\n| Role | Seed | Series A |\n|---|---|---|\n| CTO | 2.0-4.0% | 1.2-2.0% |\n| VP sales | 0.9-1.6% | - |\n"
    assert observed(text, "component", "low", "employer_group") == [
        ("equity", 2, "Seed"),
        ("equity", 1.2, "Series A"),
        ("equity", 0.9, "Seed"),
    ]
    money = "# Startup pay\n\n| Role | Seed | Series A |\n|---|---|---|\n| CTO | $152K | $165K |\n"
    assert observed(money, "component") == [("base",), ("base",)]


def test_what_is_behind_an_offer_and_what_was_signed_is_the_change():
    text = (
        "# What I signed\n\n| Component | First offer | Final | Change |\n|---|---|---|---|\n"
        "| Base salary | $146,000 | $168,000 | +$22,000 |\n| Signing bonus | $5,000 | $12,500 | +$7,500 |\n"
    )
    assert observed(text, "component", "low")[2::3] == [("other", 22_000), ("other", 7_500)]


def test_ways_to_be_employed_head_bare_pay():
    text = "# Designer pay\n\nAll amounts are PLN gross per month.\n\n| Level | UoP | B2B |\n|---|---|---|\n| Mid | 12 300 | 15 500 |\n"
    assert observed(text, "component", "low", "currency") == [
        ("base", 12_300, "PLN"),
        ("base", 15_500, "PLN"),
    ]


@pytest.mark.parametrize("header", ["Typical range (25–75%)", "25th - 75th percentile", "Middle 50%"])
def test_the_middle_half_is_a_band_however_it_is_written(header):
    text = f"# Engineer pay\n\n| Role | Median | {header} |\n|---|---|---|\n| Engineer | $120K | $100K - $140K |\n"
    assert observed(text, "statistic")[1] == ("percentile_band",)


def test_a_statistic_between_a_heading_and_lower_ones_holds_for_all_of_their_tables():
    tables = "### Leeds\n\n| Level | Base |\n|---|---|\n| Mid | £42,300 |\n\n### Hull\n\n| Level | Base |\n|---|---|\n| Mid | £39,100 |\n\n"
    text = f"# Designer pay\n\n## By town\n\nMedians, mid only.\n\n{tables}## Others\n\n| Level | Base |\n|---|---|\n| Lead | £61,000 |\n"
    assert observed(text, "statistic") == [("median",), ("median",), ("point",)]


def test_a_statistic_above_lower_headings_holds_for_an_amount_alone_below_one():
    text = (
        "# Designer pay\n\n## By level\n\nMedians, full-time.\n\n### Mid\n\n€42,300\n\n### Lead\n\n€61,000\n"
    )
    assert observed(text, "statistic") == [("median",), ("median",)]
