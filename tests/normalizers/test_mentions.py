"""Where vocabularies occur in sentences, also in sentences of trades and countries that no sample document shows."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.mentions import ALL, find
from schemas import Cell


def texts(text, kind):
    return [mention.cell.text for mention in find(Cell(text), (kind,))]


def values(text, kind):
    return [mention.value for mention in find(Cell(text), (kind,))]


@pytest.mark.parametrize(
    ("text", "title", "slug"),
    [
        ("Entry pay for ML engineers is rising", "ML engineers", "ml-engineer"),
        ("Most Registered Nurses earn more", "Registered Nurses", "registered-nurse"),
        ("A Senior Marine Biologist earns", "Senior Marine Biologist", "biologist"),
        ("A Forward Deployed Engineer earns", "Forward Deployed Engineer", "forward-deployed-engineer"),
        ("RL researchers earn", "RL researchers", "ai-researcher"),
        ("AI-focused staff earn", "AI-focused staff", ""),
        ("the Member of Technical Staff band", "Member of Technical Staff", "member-of-technical-staff"),
        ("Software Developers (SOC 15-1252) earned", "Software Developers", "software-engineer"),
        ("a Vice President of Finance makes", "Vice President of Finance", ""),
        ("Our Head of Growth makes", "Head of Growth", "marketing-manager"),
        ("HVAC techs earn", "HVAC techs", "hvac-technician"),
        ("journeyman electricians earn", "journeyman electricians", "electrician"),
        ("Software Engineer II pays", "Software Engineer II", "software-engineer"),
        ("HGV drivers earn", "HGV drivers", "truck-driver"),
        ("Google Staff ML Engineers earn", "Staff ML Engineers", "ml-engineer"),
        ("DevOps / Platform Engineers earn", "DevOps / Platform Engineers", "platform-engineer"),
        ("L5 engineers earn", "engineers", ""),
        ("a Quantum Sensing Technician earns", "Quantum Sensing Technician", ""),
        ("she is a full-time porter now", "full-time porter", "porter"),
        ("members of Congress earn", "members of Congress", "lawmaker"),
        ("most TAs earn", "TAs", "teaching-assistant"),
        ("Lab demonstrators get", "Lab demonstrators", "demonstrator"),
    ],
)
def test_roles(text, title, slug):
    (mention,) = find(Cell(text), ("role",))
    assert (mention.cell.text, mention.value) == (title, slug)


def test_a_title_keeps_level_words_only_where_both_have_capitals():
    assert texts("senior ML engineers", "role") == ["ML engineers"]
    assert texts("Senior ML Engineers", "role") == ["Senior ML Engineers"]
    assert values("senior ML engineers", "level") == values("Senior ML Engineers", "level") == ["senior"]


@pytest.mark.parametrize(
    "text", ["The key driver of pay", "our Salary Guide", "an AI agent", "Senior/Staff", "bands at this lab"]
)
def test_no_roles(text):
    assert texts(text, "role") == []


@pytest.mark.parametrize(
    ("text", "written", "value", "level_to"),
    [
        ("Senior and staff engineers", "Senior and staff", "senior", "staff"),
        ("at L4-L5 you", "L4-L5", "", None),
        ("Senior (L5): $200K", "Senior (L5)", "senior", None),
        ("a GS-12 to GS-13 post", "GS-12 to GS-13", "", None),
        ("NHS Band 8a", "Band 8a", "", None),
        ("GS-13, Step 1 pays", "GS-13, Step 1", "", None),
        ("band B staff", "band B", "", None),
        ("Staff+ roles", "Staff+", "staff", None),
        ("entry-level pay", "entry-level", "entry", None),
        ("from mid to staff level", "mid to staff level", "mid", "staff"),
        ("new grads get", "new grads", "entry", None),
        ("a Principal Engineer", "Principal", "principal", None),
    ],
)
def test_levels(text, written, value, level_to):
    (mention,) = find(Cell(text), ("level",))
    assert (mention.cell.text, mention.value, mention.data.get("level_to")) == (written, value, level_to)


@pytest.mark.parametrize(
    "text",
    [
        "the nursing staff",
        "these lead to pay",
        "a Product Manager",
        "a staff nurse",
        "Staff Accountants",
        "P90 of pay",
        "costs $L5",
        "Point72",
    ],
)
def test_no_levels(text):
    assert texts(text, "level") == []


@pytest.mark.parametrize(
    ("text", "written", "place", "subdivision", "metro"),
    [
        ("in Portland, ME today", "Portland, ME", "Portland, ME", "US-ME", "38860"),
        ("in Portland, Oregon", "Portland, Oregon", "Portland", "US-OR", "38900"),
        (
            "Boston-Cambridge-Nashua, MA-NH",
            "Boston-Cambridge-Nashua, MA-NH",
            "Boston-Cambridge-Nashua, MA",
            "US-MA",
            "14460",
        ),
        ("pay in Truth or Consequences, NM", "Consequences, NM", "Consequences, NM", "US-NM", None),
        ("Detroit, MI (HQ)", "Detroit, MI", "Detroit", "US-MI", "19820"),
        ("London-based staff", "London", "London", "GB-LND", None),
        ("Aberdeen, Scotland", "Aberdeen, Scotland", "Aberdeen", None, None),
        ("London, UK", "London, UK", "London", "GB-LND", None),
        ("Vancouver, WA pays", "Vancouver, WA", "Vancouver, WA", "US-WA", "38900"),
        ("Vancouver, BC pays", "Vancouver, BC", "Vancouver", "CA-BC", None),
        ("New York (US HQ)", "New York", "New York City", "US-NY", "35620"),
    ],
)
def test_places(text, written, place, subdivision, metro):
    mention = find(Cell(text), ("place",))[0]
    assert (mention.cell.text, mention.value) == (written, place)
    assert (mention.data.get("subdivision"), mention.data.get("metro")) == (subdivision, metro)


@pytest.mark.parametrize(
    "text",
    [
        "reading a nice mobile offer",
        "work with us",
        "an MA degree or a BS, MS",
        "Two Sigma, DE Shaw",
        "it or me",
    ],
)
def test_no_places(text):
    assert texts(text, "place") == []


def test_remote_work_belongs_to_its_place():
    for text in ("Remote US", "Remote (US)", "US (Remote)", "US, remote", "fully remote in the US"):
        (mention,) = find(Cell(text), ("place",))
        assert mention.data["work_mode"] == "remote", text
        assert mention.data["country"] == "US"
    assert [m.data.get("work_mode") for m in find(Cell("Denver / Remote"), ("place",))] == [None]


def test_companies_that_are_words_need_to_stand_as_names():
    assert values("Target 18% bonus and visa costs", "company") == []
    assert values("an offer at Target", "company") == ["target"]
    assert values("pay starts at R 240 000 and ends at AED 8,000", "company") == []
    assert values("Meta, Apple and Google", "company") == ["meta", "apple", "google"]
    assert values("Block SWEs earn", "company") == ["block"]
    assert [
        (m.value, m.data["confidence"]) for m in find(Cell("she works at Foobar Labs. Head"), ("company",))
    ] == [("", "low")]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("First-years make $200,000", ["First-years"]),
        ("a second-year associate", ["second-year"]),
        ("3rd year teachers", ["3rd year"]),
        ("a first-year bonus", []),
        ("the third year of the contract", []),
    ],
)
def test_years_of_work_are_levels_where_people_are_called_by_them(text, level):
    assert texts(text, "level") == level


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("0-2 years", 0, 2),
        ("(5–9 yrs)", 5, 9),
        ("with 5+ years of experience", 5, None),
        ("Three to seven years in post", 3, 7),
        ("10+ years", 10, None),
        ("under 2 years of experience", 0, 2),
        ("Zero to two years of nursing experience", 0, 2),
        ("six years' experience", 6, 6),
        ("over 10 years of experience", 10, None),
        ("no prior experience", 0, 0),
        ("6 months of experience", 0.5, 0.5),
        ("8-10 years PQE", 8, 10),
        ("a solicitor at 2 PQE", 2, 2),
        ("PQE 3-5", 3, 5),
        ("PQE 6+", 6, None),
        ("between five and nine years of experience", 5, 9),
        ("between 3 and 6 years in the job", 3, 6),
        ("with more than 20 years, $110k", 20, None),
        ("After two years pay rises to $50k", 2, None),
        ("with 12 years she earns $90k", 12, 12),
        ("less than a year", 0, 1),
        ("with a year's experience", 1, 1),
        ("a 20-year veteran", 20, 20),
        ("with two decades of experience", 20, None),
        ("5 Jahre Berufserfahrung", 5, 5),
        ("3 a 5 anos de experiência", 3, 5),
        ("6-12 months", 0.5, 1),
        ("Ropemaker, 4 years, two dogs", 4, 4),
        ("Assistant bosun, 5 years: $41,000", 5, 5),
        ("I run a ferry in Oban, nine years in, at £38k", 9, 9),
        ("Hi all. 6 yrs ICU, at $41", 6, 6),
        ("twelve years in the league", 12, 12),
    ],
)
def test_experience(text, low, high):
    (mention,) = find(Cell(text), ("experience",))
    assert (mention.data["min"], mention.data["max"]) == (low, high)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("$600 after five years, $1,100 after ten", [(5, None), (10, None)]),
        ("£31k with 0-1 years and £44k with 2-4.", [(0, 1), (2, 4)]),
        ("with 3 years at 40, or less", [(3, 3)]),
    ],
)
def test_years_are_said_again_by_their_number_alone(text, years):
    assert [(m.data["min"], m.data["max"]) for m in find(Cell(text), ("experience",))] == years


@pytest.mark.parametrize(
    "text",
    ["a 4-year vesting schedule", "Options vest slowly, 4 years, no cliff", "a contract, 3 years, renewable",
     "vest over four years", "for 3 months", "$70K/4yr", "done within 5 years", "grew over 10 years",
     "over the past 3-5 years", "10 years ago", "costs $5-10 years", "5-2 years", "with 10 years left", "a lease with 5 years of rent",
     "after 4 years vest", "paid for 6-12 months", "with two years of salary"],
)  # fmt: skip
def test_no_experience(text):
    assert texts(text, "experience") == []


@pytest.mark.parametrize(
    ("text", "name", "low", "high"),
    [
        ("the 90th percentile", "p90", 90, None),
        ("25th–90th percentile", "percentile_band", 25, 90),
        ("the 25th to the 75th percentile", "percentile_band", 25, 75),
        ("P75", "p75", 75, None),
        ("p10-p90", "percentile_band", 10, 90),
        ("the 60th percentile", "point", 60, None),
        ("top 10%", "p90", 90, None),
        ("50th (Median)", "median", 50, None),
        ("an average of", "mean", None, None),
        ("up to $5", "maximum", None, None),
    ],
)
def test_statistics(text, name, low, high):
    (mention,) = find(Cell(text), ("statistic",))
    assert (mention.value, mention.data.get("percentile"), mention.data.get("percentile_to")) == (
        name,
        low,
        high,
    )


def test_two_percentiles_with_and_are_two():
    assert values("the 10th and 90th percentiles", "statistic") == ["p10", "p90"]


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("According to the Bureau of Labor Statistics, pay", "Bureau of Labor Statistics", "bls"),
        ("Data from Acme Labor Institute shows", "Acme Labor Institute", "Acme Labor Institute"),
        ("(Source: Quay Survey 2025)", "Quay Survey 2025", "Quay Survey 2025"),
        ("pay is $5 [1][4].", "[1][4]", "[1][4]"),
        ("pay is $5 [3, 5].", "[3, 5]", "[3, 5]"),
        ("Indeed reports $5", "Indeed", "indeed"),
        ("Dice data", "Dice", "dice"),
    ],
)
def test_attributions(text, written, value):
    (mention,) = find(Cell(text), ("attribution",))
    assert (mention.cell.text, mention.value) == (written, value)


@pytest.mark.parametrize(
    "text", ["Indeed, pay rose", "blind hiring", "per year", "The report shows growth", "a list [see below]"]
)
def test_no_attributions(text):
    assert texts(text, "attribution") == []


def test_components_say_whether_they_state_or_suggest():
    found = {
        m.cell.text: (m.value, m.data["strength"])
        for m in find(Cell("RSUs, base salary, pay, package, sign-on"), ("component",))
    }
    assert found == {
        "RSUs": ("equity", "strong"), "base salary": ("base", "strong"), "pay": ("base", "weak"), "package": ("total", "weak"),
        "sign-on": ("signing_bonus", "strong"),
    }  # fmt: skip


def test_grants_know_how_long_they_vest():
    (mention,) = find(Cell("vesting over four years"), ("period",))
    assert (mention.value, mention.data["vesting_years"]) == ("grant", 4)


def test_offsets_are_of_the_cell_and_the_cell_knows_its_place():
    cell = Cell("pay in Boston", 100)
    (mention,) = find(cell, ("place",))
    assert (mention.start, mention.end, mention.cell.span) == (7, 13, (107, 113))


def test_skills_and_degrees_inside_names_are_not_told_again():
    assert (
        texts("ML engineers in Boston, MA", "skill") == texts("ML engineers in Boston, MA", "education") == []
    )


WORDS = st.sampled_from(
    [
        "Senior",
        "staff",
        "Engineer",
        "nurse",
        "$",
        "L5",
        "-",
        "/",
        ",",
        "(",
        ")",
        "at",
        "Google",
        "Remote",
        "US",
        "Portland",
        "OR",
        "0-2",
        "years",
        "90th",
        "percentile",
        "according",
        "to",
        "[3]",
        "base",
        "and",
        "'s",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join)))
def test_mentions_of_one_kind_do_not_overlap_and_are_cut_from_the_text(text):
    for kind in ALL:
        end = 0
        for mention in find(Cell(text), (kind,)):
            assert end <= mention.start < mention.end
            assert mention.cell.text == text[mention.start : mention.end]
            end = mention.end


@pytest.mark.parametrize(
    "unit",
    ["A.", "A-", "Aa ", "A A. ", "1 years ", "5 ", "5-", " ", "\n", "[1]", "at A.", "Remote ", "(", "L5/",
     "Senior/", "90th and ", "Ab, CA ",
     "according to A ", "of A ", "a-b", "US (", "’s", "Director of "],
)  # fmt: skip
def test_hostile_repetition_costs_linear_time(unit):
    def cost(size):
        text = unit * (size // len(unit))
        start = time.process_time()
        find(Cell(text + "!" * (size % 7)))
        return time.process_time() - start

    cost(1_000)
    small, large = min(cost(8_000), cost(8_007)), cost(64_000)
    assert large < 40 * small + 0.5


def test_signs_stand_where_the_spelling_has_them():
    assert values("a $500 bonus and A$500", "currency_word") == ["AUD"]
    assert texts("paid $5/hr. In Ohio", "period") == ["/hr"]


def test_a_band_with_a_number_is_a_level_and_no_range():
    assert values("Band 5 nurses", "statistic") == []
    assert texts("NIH Level 2 pays, as at NIH Level 2", "company") == ["NIH"]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("A320 captain, year 9", "year 9"),
        ("year-3 first officers", "year-3"),
        ("Tier 2 support analysts", "Tier 2"),
        ("She left as a sixth-year making more.", "sixth-year"),
        ("Offices in tier 1 cities", None),
        ("A first-year bonus", None),
        ("My W-2 said more.", None),
    ],
)
def test_years_and_tiers_are_levels_beside_a_title(text, level):
    found = [m.cell.text for m in find(Cell(text), ("level",))]
    assert found == ([level] if level else [])


@pytest.mark.parametrize(
    ("text", "payer"),
    [
        ("Delta, A321 captain, year 4", "Delta"),
        ("United, 767 captain, year 4", "United"),
        ("American nurses earn more.", None),
        ("Emirates", "Emirates"),
    ],
)
def test_short_names_of_carriers_are_payers_in_front_of_a_job(text, payer):
    found = [m.cell.text for m in find(Cell(text), ("company",))]
    assert found == ([payer] if payer else [])


def test_the_place_in_the_name_of_an_office_is_a_part_of_the_source():
    text = "as reported by the Ohio Department of Education:"
    assert [m.cell.text for m in find(Cell(text), ("attribution",))] == ["Ohio Department of Education"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("10% of tilers earn $31,400 or less.", "p10"), ("10% of all tilers earn $64,900 or more.", "p90")],
)
def test_the_side_of_a_share_may_stand_behind_the_amount(text, value):
    assert [m.value for m in find(Cell(text), ("statistic",))] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the best-paid 25% made $52,000", "p75"),
        ("the lowest-paid 25% made $31,000", "p25"),
        ("lowest-earning 10%", "p10"),
    ],
)
def test_those_who_are_paid_best_or_least_are_a_point_of_the_distribution(text, value):
    assert [m.value for m in find(Cell(text), ("statistic",))] == [value]


@pytest.mark.parametrize(
    ("text", "statistic"),
    [
        ("Salaire brut mensuel moyen", "mean"),
        ("1er décile", "p10"),
        ("9e décile", "p90"),
        ("Gjennomsnittlig månedslønn", "mean"),
        ("øvre kvartil", "p75"),
    ],
)
def test_statistics_of_other_languages(text, statistic):
    assert [m.value for m in find(Cell(text), {"statistic"})] == [statistic]


def test_the_caption_of_a_french_table_names_no_company():
    assert find(Cell("Tableau 1. Salaire brut par taille"), {"company"}) == []
    assert [m.value for m in find(Cell("Tableau pays $190K"), {"company"})] == ["salesforce"]


@pytest.mark.parametrize("text", ["one Excel sheet", "Excel files", "the start-up kit", "startup costs"])
def test_things_called_after_a_skill_or_an_employer_are_neither(text):
    assert find(Cell(text), {"skill", "employer_group"}) == []


def test_a_skill_and_an_employer_without_a_thing_behind_stay():
    assert [m.value for m in find(Cell("Excel skills at a startup"), {"skill", "employer_group"})] == [
        "excel",
        "startup",
    ]


def test_what_somebody_means_is_no_average_and_a_grade_no_percentile():
    assert find(Cell("they mean CZK 60,000 before tax"), {"statistic"}) == []
    assert [m.value for m in find(Cell("the mean CZK 60,000"), {"statistic"})] == ["mean"]
    assert find(Cell("P10 Software Engineer"), {"statistic"}) == []
    assert [m.value for m in find(Cell("P10: $30,000"), {"statistic"})] == ["p10"]
