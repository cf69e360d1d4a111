"""Front matter: what looks like pay becomes rows, whatever the publisher calls it."""

import pytest

from extractors.readers import front_matter
from schemas import Cell, Document, Ends, Figure

HEAD = """---
company: acme
company_display: Acme Corp
role: data-engineer
title: Data Engineer pay
last_updated: 2026-02-23
next_review_due: 2026-05-23
data_quality: medium
salary_data_quarter: 2025-Q4
data_sources:
  - Levels.fyi
  - Glassdoor
{pay}
---
# Body
"""


def read(pay, head=HEAD):
    return front_matter.read(Document("x.md", head.replace("{pay}", pay)))[0]


def figure(row):
    value = row.values["amount"]
    if isinstance(value, Ends):
        return value.low and value.low.text, value.high and value.high.text
    assert isinstance(value, Figure)
    return value.low, value.high


def label(row, key):
    value = row.values.get(key)
    return [cell.text for cell in value] if isinstance(value, list) else value and value.text


def test_pairs_are_one_figure_with_two_places():
    reading = read(
        "compensation:\n  - region: Austin\n    base_low: 100000\n    base_high: 150000\n    currency: USD"
    )
    (row,) = reading.rows
    assert figure(row) == ("100000", "150000")
    assert row.locator == "compensation[0].base_low"
    assert row.context == "front_matter"
    assert [label(row, k) for k in ("component", "region", "currency", "company", "role")] == [
        "base", "Austin", "USD", "Acme Corp", "data-engineer",
    ]  # fmt: skip
    assert label(row, "attributed_to") == "Levels.fyi; Glassdoor"


@pytest.mark.parametrize(
    ("pay", "component", "expected"),
    [
        ("salary_min: 90000\nsalary_max: 120000", "base", ("90000", "120000")),
        ("pay:\n  minSalary: 90000\n  maxSalary: 120000", "base", ("90000", "120000")),
        ("salary:\n  min: 90000\n  max: 120000\n  currency: EUR", "base", ("90000", "120000")),
        ("offers:\n  - ote: 250000", "total", (250000, 250000)),
        ("offers:\n  - equity: $100k-$200k", "equity", (100000, 200000)),
        ("offers:\n  - hourly_rate: 62.50", "base", (62.5, 62.5)),
        ("offers:\n  - bonus_pct: 10-15", "bonus", (10, 15)),
        ("offers:\n  - total_comp_low: 210000\n    total_comp_high: null", "total", ("210000", None)),
        ("pay:\n  median_base: 140000", "base", (140000, 140000)),
        ("salaries:\n  senior:\n    base_low: 150000\n    base_high: 180000", "base", ("150000", "180000")),
        ("salaries:\n  - Level: Senior\n    Sign-On Bonus: 20000", "signing_bonus", (20000, 20000)),
    ],
)
def test_keys_that_look_like_pay_are_read_in_any_schema(pay, component, expected):
    (row,) = read(pay).rows
    assert (label(row, "component"), figure(row)) == (component, expected)


def test_a_key_says_unit_period_and_statistic():
    (percent, hour, median) = read("pay:\n  bonus_pct: 12\n  hourly_rate: 40\n  base_median: 140000").rows
    assert label(percent, "unit") == "percent"
    assert label(hour, "period") == "hour"
    assert label(median, "statistic") == "median"


def test_what_is_null_is_no_figure():
    assert (
        read("compensation:\n  - region: Austin\n    stock_low: null\n    stock_high: ~\n    bonus_pct:").rows
        == []
    )


def test_what_cannot_be_read_under_a_pay_key_is_a_note():
    reading = read("compensation:\n  - base_low: 12O000\n    base_high: 150000")
    assert [note.code for note in reading.notes] == ["unread_figure"]
    assert figure(reading.rows[0]) == (None, "150000")


def test_places_that_share_a_scalar_fan_out():
    (row,) = read("compensation:\n  - region: NYC / Boston\n    base_low: 1000\n    base_high: 2000").rows
    assert label(row, "region") == ["NYC", "Boston"]


@pytest.mark.parametrize(
    ("region", "key"), [("Senior (63-64)", "level"), ("Tel Aviv", "region"), ("Elbonia", "region")]
)
def test_a_step_under_a_key_for_places_is_a_level(region, key):
    (row,) = read(f"compensation:\n  - region: {region}\n    base_low: 1000\n    base_high: 2000").rows
    assert label(row, key) == region


def test_the_keys_of_a_mapping_are_labels():
    (row, _) = read("pay:\n  San Francisco:\n    base: 150000\n  London:\n    base: 90000").rows
    assert label(row, "region") == "San Francisco"


def test_facts_and_scope():
    reading = read("")
    assert {key: cell.text for key, cell in reading.facts.values.items()} == {
        "title": "Data Engineer pay", "updated": "2026-02-23", "next_review": "2026-05-23",
        "declared_quality": "medium", "as_of": "2025-Q4",
    }  # fmt: skip
    assert {key: cell.text for key, cell in reading.scope.items()} == {
        "company": "Acme Corp",
        "role": "data-engineer",
    }


def test_text_with_figures_is_left_to_the_reader_of_text():
    (block,) = read('summary_line: "RSU + bonus | **+10-20% AI PREMIUM**"').blocks
    assert (block.kind, block.label.text) == ("front_matter", "summary_line")


def test_levels_set_equal():
    (first, second) = read("level_mapping:\n  raw: Acme L3 = Google L4 = Meta E4").facts.levels
    assert (first.label.text, first.other_label.text, second.other_label.text) == (
        "Acme L3",
        "Google L4",
        "Meta E4",
    )


def test_a_key_that_stands_twice_is_noted():
    assert [note.code for note in read("note: a\nnote: b").notes] == ["duplicate_key"]


@pytest.mark.parametrize(
    "text",
    [
        "no head at all\n",
        "---\n\nbetween rules\n\n---\nbody\n",
        "text first\n---\na: 1\n---\n",
        "",
        "---\n---\n",
    ],
)
def test_texts_without_front_matter_are_body(text):
    reading, body = front_matter.read(Document("x.md", text))
    assert reading.rows == []
    assert reading.notes == []
    assert body.text in text


@pytest.mark.parametrize(
    "text", ["---\na: 1\nbody\n", "---\na: b: c\n---\nbody", "---\n- a: 1\n---\nbody", "---\na: &x 1\n---\n"]
)
def test_broken_heads_are_noted_and_their_figures_stay_visible(text):
    reading, _ = front_matter.read(Document("x.md", text))
    assert [note.code for note in reading.notes] == ["front_matter_unreadable"]


def test_the_note_names_the_line():
    reading, _ = front_matter.read(Document("x.md", "---\na: 1\nb: c: d\n---\n"))
    assert "line 3" in reading.notes[0].message


def test_the_body_starts_behind_the_head_also_with_crlf_and_blank_lines_before():
    text = "\r\n---\r\nbase_low: 1000\r\nbase_high: 2000\r\n---\r\n# Body\r\n"
    reading, body = front_matter.read(Document("x.md", text))
    assert body == Cell("# Body\r\n", text.index("# Body"))
    assert text[slice(*reading.rows[0].values["amount"].low.span)] == "1000"


def test_two_rising_amounts_in_a_list_are_the_ends_of_a_range():
    (base, equity) = read(
        "bands:\n  - {level: Staff SRE, base: [171000, 209000], equityPerYear: [60000, 90000]}"
    ).rows
    assert (figure(base), label(base, "component"), label(base, "level")) == (
        ("171000", "209000"),
        "base",
        "Staff SRE",
    )
    assert (figure(equity), label(equity, "period")) == (("60000", "90000"), "year")
    assert len(read("salary: [52000, 41000]").rows) == 2


def test_words_of_a_key_below_rates_say_whose_pay_it_is():
    (hour, day) = read("rates:\n  subediting_hourly_aud: 58\n  welding_day_eur: {low: 310, high: 420}").rows
    assert [label(hour, k) for k in ("role", "period", "currency")] == ["subediting", "hour", "AUD"]
    assert [label(day, k) for k in ("role", "period", "currency")] == ["welding", "day", "EUR"]
    assert figure(day) == ("310", "420")


@pytest.mark.parametrize(("site", "region"), [("Leeds, UK", "Leeds, UK"), ("example.org", None)])
def test_a_key_with_other_uses_is_a_region_only_where_it_holds_a_place(site, region):
    assert label(read(f"site: {site}\nsalary_min: 30000").rows[0], "region") == region


def test_ccy_is_a_currency():
    assert label(read("ccy: CAD\nsignOnTypical: 15000").rows[0], "currency") == "CAD"


def test_entries_with_both_ends_of_a_range_below_bands_are_pay():
    bands = "driver_bands:\n  - level: D1\n    min: 41000\n    max: 52000\n  - level: D2\n    min: 50000\n    max: 63000"
    rows = read(bands).rows
    assert [figure(row) for row in rows] == [("41000", "52000"), ("50000", "63000")]
    assert [row.values["level"].text for row in rows] == ["D1", "D2"]


def test_bands_of_something_else_are_none():
    assert read("age_bands:\n  - 25-34\n  - 35-44").rows == []


def test_an_average_and_its_time_are_pay_without_a_word_for_it():
    reading = read(
        "best_states:\n  - {state: Utah, mean_annual: 61300}\n  - {state: Ohio, median_hourly: 27.40}"
    )
    assert [(figure(row)[0], label(row, "statistic"), label(row, "period")) for row in reading.rows] == [
        (61_300, "mean", "year"),
        (27.40, "median", "hour"),
    ]


def test_an_average_without_a_time_is_none():
    assert read("best_states:\n  - {state: Utah, mean: 61300}").rows == []


def test_amounts_by_the_names_of_jobs_are_what_these_are_paid_whatever_stands_above():
    reading = read("benchmarks:\n  backend_engineer: 71000\n  product_designer: 64500")
    assert [(label(row, "role"), figure(row)) for row in reading.rows] == [
        ("backend_engineer", (71_000, 71_000)), ("product_designer", (64_500, 64_500)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "counts",
    [
        "openings:\n  backend_engineer: 71000\n  product_designer: 64500",
        "answers:\n  backend_engineer: 71\n  product_designer: 64",
        "sizes:\n  small_bore: 71000\n  large_bore: 64500",
    ],
)
def test_numbers_by_other_names_and_counts_of_jobs_are_no_pay(counts):
    assert read(counts).rows == []


@pytest.mark.parametrize("key", ["annual_raise_budget_pct", "salary_increase_pct", "merit_increase_percent"])
def test_budgets_for_raises_are_rises(key):
    (row,) = read(f"{key}: 3.4").rows
    assert (label(row, "component"), label(row, "unit"), figure(row)) == ("other", "percent", (3.4, 3.4))


LADDER = """currency: GBP
reference_salary: 61500
records_with_salary: 25000
visa_salary: 38700
steps:
  - title: Data Analyst
    step_min: 31000
    step_max: 36500
  - title: Lead Analyst
    zoneFloor: 52000
    zoneCeiling: 61000
  - role: Head of Data
    users_min: 52000
    users_max: 61000"""


def test_ends_are_told_by_each_other_and_salaries_by_their_last_word():
    rows = read(LADDER)
    assert [(label(row, "role"), figure(row)) for row in rows.rows] == [
        ("data-engineer", (61_500, 61_500)),
        ("Data Analyst", ("31000", "36500")),
        ("Lead Analyst", ("52000", "61000")),
    ]
