"""What the line or heading above a list or cards says of all of its entries."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def records(text, name="page.md"):
    document = Document(name, text)
    return observe(document, default.extract(document)).observations


def test_entries_below_at_least_are_least_amounts():
    text = "# Roofers\n\nApprentices are paid at least:\n\n- first year: £312.40 a week\n- second year: £398.10 a week\n"
    assert [(row["statistic"], row["low"], row["high"], row["level_label"]) for row in records(text)] == [
        ("minimum", 312.4, None, "first year"),
        ("minimum", 398.1, None, "second year"),
    ]


def test_a_short_line_above_cards_says_which_statistic_they_are():
    cards = "<div><a><b>Orbison Rail</b><i>£41K</i></a><a><b>Vesper Rail</b><i>£39K</i></a></div>"
    text = f"<html><body><h1>Fitters</h1><p>Average salary, all depots</p>{cards}</body></html>"
    assert [row["statistic"] for row in records(text, "page.html")] == ["mean", "mean"]


@pytest.mark.parametrize("heading", ["Monthly costs", "Cost of living", "Housing", "What life costs"])
def test_entries_below_a_heading_on_costs_are_no_pay(heading):
    text = f"# Pay of tilers\n\nTilers earn €2,610 a month.\n\n## {heading}\n\n- Studio: €940 a month\n- Pass: €61\n"
    assert [row["low"] for row in records(text)] == [2_610]


def test_short_lines_below_a_heading_on_costs_are_no_pay():
    text = "Pay of tilers\n\nTilers earn €2,610 a month.\n\nAnd what things cost\n\nA studio | €940 in all\nTram pass | €61\n"
    assert [row["low"] for row in records(text, "page.txt")] == [2_610]


def test_entries_below_a_heading_on_pay_stay_pay():
    text = "# Pay of tilers\n\n## Labour costs and wages\n\n- Tilers: wage of €2,610 a month\n"
    assert [row["low"] for row in records(text)] == [2_610]


def test_what_an_amount_leaves_after_tax_is_asked_and_not_said():
    text = "# €41,300 after tax in Ireland\n\nOn a salary of €41,300 your take-home pay is €33,950.\n"
    assert [(row["low"], row["component"]) for row in records(text)] == [
        (41_300, "base"), (41_300, "base"), (33_950, "other"),
    ]  # fmt: skip


def test_a_page_of_a_payer_of_many_jobs_is_about_none_of_them():
    text = (
        "# Orbison Rail Salaries\n\nThe average salary at Orbison Rail is £41,300. Staff at Orbison Rail say so.\n\n"
        "| Designation | Average |\n|---|---|\n| Graduate Engineer Trainee | £29,100 |\n"
        "| Train Driver | £58,200 |\n| Electrician | £44,900 |\n"
        "\nThe highest is £71,000, for a train driver.\n"
    )
    found = [(row["low"], row["role_title"]) for row in records(text)]
    assert found[0] == (41_300, None)
    assert found[1] == (29_100, "Graduate Engineer Trainee")


def test_from_at_the_start_is_the_least():
    text = "# Interim rates\n\n- Fitter – from £240 a day\n"
    assert [(row["statistic"], row["low"], row["high"]) for row in records(text)] == [("minimum", 240, None)]


def test_a_sentence_that_speaks_of_all_unless_said_otherwise_holds_for_the_table_below():
    text = (
        "# Cooks in Dubai\n\nMonthly, total package unless noted. Collected from adverts.\n\n"
        "| Job | Typical (AED) |\n|---|---|\n| Cook (5 yrs) | 4,100 – 5,300 |\n| Baker | 3,900 – 4,700 |\n"
    )
    found = [(row["component"], row["period"], row["experience_min_years"]) for row in records(text)]
    assert found == [("total", "month", 5), ("total", "month", None)]


def test_unknown_names_in_a_list_of_jobs_are_jobs():
    text = "# Seasonal pay\n\n- Lifeguard: $14.50 an hour\n- Cashier: $12.10 an hour\n- Slide minder: $13.00 an hour\n- Overtime: $4.00\n"
    assert [row["role_title"] for row in records(text)][:3] == ["Lifeguard", "Cashier", "Slide minder"]


def test_percents_below_a_heading_on_what_raises_pay_are_premiums():
    text = "Pay of tilers\n\nTilers lay tiles all day.\n\nSkills that increase your salary\n\n● Mosaic: +14%\n● Stone: +9%\n"
    found = [(row["component"], row["low"]) for row in records(text, "page.txt")]
    assert found == [("premium", 14), ("premium", 9)]


def test_what_somebody_told_stands_in_the_line_above_the_amount():
    text = (
        "Tiler Salary\n\nTilers lay tiles all day long.\n\nRecent submissions\n"
        "Stone Tiler · Orbison · L3 · 4 yrs · Leeds\n£41K TC\n2 days ago\n"
        "Roof Tiler · Vesper · Senior · 9 yrs · Remote\n£52K TC\n3 days ago\n"
    )
    found = [
        (row["company_name"], row["role_title"], row["experience_min_years"], row["region_label"])
        for row in records(text, "page.txt")
    ]
    assert found == [("Orbison", "Stone Tiler", 4, "Leeds"), ("Vesper", "Roof Tiler", 9, "Remote")]


def test_entries_below_a_heading_of_premiums_are_premiums():
    text = "# Harbour hospital pay\n\n## Differentials and premiums\n\n- Evening: $3.75 per hour\n- Charge nurse: $4.00\n"
    assert [(row["component"], row["low"], row["period"]) for row in records(text)] == [
        ("premium", 3.75, "hour"),
        ("premium", 4.0, "hour"),
    ]


def test_the_maker_of_a_machine_pays_nobody():
    text = "# Pay of captains\n\nCaptains on the Boeing 737 earn $312 an hour.\n"
    assert records(text)[0]["company_name"] is None


def test_dots_lead_from_a_name_to_its_amount():
    text = "# Seasonal pay\n\n- Lifeguard (certified) ...... $14.50\n- Cashier ...... $17.00\n- Slide minder ........ $13.00\n"
    assert [row["role_title"] for row in records(text)] == ["Lifeguard", "Cashier", "Slide minder"]


@pytest.mark.parametrize("heading", ["Script 2: the email", "What I said", "Sample counteroffer"])
def test_what_stands_below_a_script_is_said_across_the_table(heading):
    text = f"# An offer to a tiler\n\n## {heading}\n\nThanks again. With a base of €48,000 and a bonus of €4,000 I would sign.\n"
    assert {row["claim"] for row in records(text)} == {"negotiation"}


def test_a_line_above_named_amounts_says_for_all_which_statistic_they_are():
    text = "Welder pay\n\nBy city\n\nBremen builds ships. Median gross for somebody with five years:\n\nBremen: 42.500 €\nKiel: 41.200 €\n"
    assert [row["statistic"] for row in records(text, "page.txt")] == ["median", "median"]


def test_a_card_of_percentiles_of_the_total_is_the_whole():
    ((component, statistic),) = [
        (row["component"], row["statistic"])
        for row in records("# Welder pay\n\n- **25th–75th percentile total:** $98k–$117k\n")
    ]
    assert (component, statistic) == ("total", "percentile_band")


def test_a_line_with_an_amount_of_its_own_is_no_label_of_the_amount_above():
    text = (
        "<h1>Tiler pay</h1><h2>Summer jobs</h2><div><p>Apprentice tiler</p><p>Hull</p><p><b>£14.20</b>/ hr</p>"
        "<p>plus £900 tool allowance</p></div>"
    )
    found = {(row["component"], row["low"]) for row in records(text, "page.html")}
    assert found == {("wage", 14.20), ("allowance", 900)}


def test_cards_side_by_side_are_not_one_card():
    facts = {"Pay": "€41,000", "Shift allowance": "€3,200", "Pension": "7% employer"}
    cards = "".join(f"<div><span>{name}</span><span>{value}</span></div>" for name, value in facts.items())
    found = {
        (row["component"], row["low"]) for row in records(f"<h1>Rigger</h1><div>{cards}</div>", "page.html")
    }
    assert {("base", 41_000), ("allowance", 3_200)} <= found


@pytest.mark.parametrize("turned", [False, True])
def test_values_and_labels_by_turns_are_pairs(turned):
    pairs = [("£27,300", "Low"), ("£41,800", "High")]
    spans = "".join(f"<span>{text}</span>" for pair in pairs for text in (pair[::-1] if turned else pair))
    found = records(f"<h1>Rigger pay</h1><p>Base salary of riggers</p><div>{spans}</div>", "page.html")
    assert [(row["low"], row["high"]) for row in found] == [(27_300, None), (None, 41_800)]


def test_a_list_of_annual_means_gives_means():
    text = "# Rigger pay\n\nState-level annual means:\n\n1. Ohio: $61,290\n2. Utah: $58,480\n"
    assert [row["statistic"] for row in records(text)] == ["mean", "mean"]
