"""Amounts that name no part of pay: what their sentence or the ones before it speak of."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def parts(text, name="page.txt"):
    document = Document(name, text)
    rows = observe(document, default.extract(document)).observations
    return [row["component"] for row in rows]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("A glazier in Lund totals $96K all-in. In Malmo it is closer to $104K.", "total"),
        ("The median annual wage of glaziers was $51,300. For roofers it was $48,900.", "wage"),
        ("Glaziers reported 9% lower total comp. It drops off abroad. Median in Spain was €41k.", "total"),
        ("A sign-on is not yours yet. One glazier had to return all $12,000 of hers.", "signing_bonus"),
        ("The sign-on is the flexible bit; we went up to $9,000.", "signing_bonus"),
        ("Car allowance, once rare, is given to 41% of foremen and averages £4,300.", "allowance"),
        ("Bonuses are small. Foremen typically see 6 to 9 per cent of basic.", "bonus"),
        ("Weekend on-call earns $310 per week, weekday $140.", "allowance"),
        ("4.02 Standby: Whoever is on standby shall be paid $29.00 for each weekday.", "allowance"),
        ('Options worth "$61K" come with it.', "equity"),
        ("The package is ₹16 lakh, of which ₹11 lakh is fixed.", "base"),
        ("Now a glazier on 9.4 LPA fixed.", "base"),
        (
            "Half of the glaziers have a yearly bonus. The target is 8-11% of base; foremen sit at 14%.",
            "bonus",
        ),
        (
            "61% of glaziers get a bonus. The average was $3,900.",
            "bonus",
        ),
        ("Sign-ons of $2,000 are usual in town, and in one village $9,500.", "signing_bonus"),
        ("A lift licence adds $3,000, and with a crane more like $7,000.", "premium"),
        ("Years of leadwork added about $4,500.", "premium"),
        ("Sign-ons are unusual; one glazier got €7,100.", "signing_bonus"),
        (
            "Sign-on bonuses have cooled. The median advertised bonus was $7,400. A firm in Graz gives up to $19,000.",
            "signing_bonus",
        ),
        ("Lead glaziers can expect another $2.60 per hour.", "premium"),
        ("Graz pays another $3,100 (6.2%) above the average.", "premium"),
        ("She had another $41,000 in stock.", "equity"),
    ],
)
def test_an_amount_without_a_name_goes_on_with_what_is_spoken_of(text, last):
    assert parts(text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "A glazier in Lund totals $96K all-in. The salary in Malmo is $71K.",
        "No glazier has ever had a bonus. A foreman starts on $71,000.",
        "A glazier in Lund totals $96K all-in. According to Glassdoor, glaziers in Malmo are on $71K.",
        "Bonuses aside, foremen are on $71K.",
        "Bonuses are small. Foremen earn $71K.",
        "We talked about stock. Foremen are on $71K.",
        "I would be comfortable signing at $71K.",
        "Foremen are on $71K fixed-term.",
    ],
)
def test_an_amount_of_another_kind_does_not_go_on(text):
    assert parts(text)[-1] == "base"


def test_a_label_of_readiness_is_an_allowance():
    assert (
        parts("# Pay\n\n- **On-call**: €210 per week, €95 on the second rota\n", "page.md")
        == ["allowance"] * 2
    )


@pytest.mark.parametrize(
    ("text", "component"),
    [
        ("With the OT he cleared $131k last year.", "total"),
        ("I made $88,200 last year with 410 hours of overtime.", "total"),
        ("Glaziers grossed €39,100 in their first year.", "total"),
        ("The chief was paid R4.2 million in 2024, including a bonus of R900,000.", "total"),
        ("Glaziers make $61,000 with overtime available.", "base"),
        ("Glaziers get $24 an hour with overtime after 40 hours.", "wage"),
    ],
)
def test_what_a_year_was_made_with_makes_it_the_whole(text, component):
    assert parts(text)[0] == component


def test_a_title_that_weighs_two_ways_to_count_says_of_no_figure_which_it_is():
    text = "# Salary of glaziers in Pune (CTC vs in-hand)\n\nThe average salary is ₹5.3 LPA.\n"
    assert parts(text, "page.md") == ["base"]


def test_a_list_on_top_of_the_rate_is_made_of_premiums():
    text = (
        "# Pay\n\nThe yard pays, on top of the base rate:\n\n- $3.10/hr nights\n- $1.90/hr for a crane card\n"
    )
    assert parts(text, "page.md") == ["premium", "premium"]


def test_a_row_named_for_a_part_is_that_part_in_a_column_of_wages():
    text = "| Item | Journeyman wages |\n|---|---|\n| Glazier | $41.10 |\n| Health & Welfare | $9.20 |\n"
    assert parts(text, "page.md") == ["wage", "benefits"]


def test_what_is_asked_to_add_is_what_the_answer_gives():
    assert parts(
        "# Glaziers\n\n## How much does a crane licence add to your pay?\n\nAbout $5,500 a year.\n", "page.md"
    ) == ["premium"]
    assert parts("# Glaziers\n\n## How much does a glazier make?\n\nAbout $55,000 a year.\n", "page.md") == [
        "base"
    ]


def test_what_a_part_is_of_is_the_whole():
    assert parts("The chief got $18.2 million in 2024, of which $1.3 million was salary.") == [
        "total",
        "base",
    ]
    assert parts("A bonus of $50,000, of which $20,000 was cash.")[0] == "bonus"


def test_percents_in_a_list_of_raises_are_rises():
    text = "# Pay of glaziers\n\n## 4. Hikes\n\n- Yearly review: 7–9% on average\n- Move: 20% in 2025\n"
    assert parts(text, "page.md") == ["other", "other"]


def test_among_totals_pay_by_the_hour_and_what_an_employer_advertises_are_none():
    text = (
        "Glazier Salaries in Ohio\n\nMedian total pay\n\nGlaziers\n$61,000/yr\n\nRoofer\n$23.00 - $31.00 Per Hour\n\n"
        "Tiler\n\n$48K - $55K (Employer est.)\n"
    )
    assert parts(text) == ["total", "wage", "base"]


def test_it_rises_is_what_the_sentence_in_front_named():
    text = (
        "The annual allowance goes up from €5,500 to €5,900. At smaller yards it rises from €3,300 to €3,700."
    )
    document = Document("page.md", f"# Dock pay\n\n{text}\n")
    found = observe(document, default.extract(document)).observations
    assert [row["component"] for row in found] == ["allowance"] * 4
    assert [row["period"] for row in found[:2]] == ["year", "year"]
