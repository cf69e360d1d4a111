"""What an amount became, what a sentence takes over from the one before, and what lists are told in the line above."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def observed(text, *columns):
    document = Document("page.md", f"# Welder pay\n\n{text}\n")
    return [
        tuple(row[c] for c in columns) for row in observe(document, default.extract(document)).observations
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "One of them got the grant moved from $1.5M to $2.1M.",
            [("equity", 1_500_000), ("equity", 2_100_000)],
        ),
        (
            "The night differential rises from $4.00 to $5.50 an hour.",
            [("premium", 4), ("premium", 5.5)],
        ),
        (
            "Charge hands get an additional $3 an hour, up from $2.25.",
            [("premium", 3), ("premium", 2.25)],
        ),
        ("The wage rises from $14.00 to $15.50 an hour.", [("wage", 14), ("wage", 15.5)]),
        # Pay of its own, though it stands behind another part.
        ("They add a grant of $90,000 to a base of $120,000.", [("equity", 90_000), ("base", 120_000)]),
    ],
)
def test_what_a_part_of_pay_became_is_that_part(text, found):
    assert observed(text, "component", "low") == found


def test_from_more_to_less_is_a_change_and_no_range():
    assert observed("Moving to Porto would take you from $170,200 to $120,250.", "low", "high") == [
        (170_200, 170_200),
        (120_250, 120_250),
    ]


def test_a_contract_that_is_worth_so_much_a_year_adds_nothing():
    text = "So a contract at €4,000 a month is worth €51,840 a year."
    assert observed(text, "component", "low") == [("base", 4000), ("base", 51_840)]
    assert observed("A second language is worth £2,000 a year.", "component") == [("premium",)]


def test_an_office_speaks_of_nobody_named_before_it():
    text = "Google pays senior welders $71,000. According to the BLS, the median for welders is $48,940."
    assert observed(text, "low", "company_name", "level_label") == [
        (71_000, "Google", "senior"),
        (48_940, None, None),
    ]


def test_most_firms_are_no_upper_end():
    assert observed("At most firms the base is £41,000.", "statistic") == [("point",)]
    assert observed("They offer at most £41,000.", "statistic") == [("maximum",)]
    assert observed("Yards rarely pay more than £17 an hour.", "high", "statistic") == [(17, "maximum")]


def test_a_first_sentence_that_only_names_what_is_listed_says_it_of_the_entries():
    names = "Median base, full-time, all yards. I only list towns with 15 answers.\n\n- Leeds: £42,000\n- Hull: £39,000"
    assert observed(names, "statistic", "component") == [("median", "base")] * 2
    total = "Average total pay by town, before tax.\n\n- Leeds: £42,000\n- Hull: £39,000"
    assert observed(total, "statistic", "component") == [("mean", "total")] * 2
    says = "Average pay is up in most of the yards. I asked two of them for their lists of rates.\n\n- Leeds: £42,000\n- Hull: £39,000"
    assert observed(says, "statistic") == [("point",)] * 2


def test_differences_named_above_a_list_make_its_percents_premiums():
    text = "Difference in median pay between adverts with and without the ticket:\n\n- Coded **+9%**\n- Underwater **−11%**"
    assert observed(text, "component", "low", "comparison") == [
        ("premium", 9, "above"),
        ("premium", -11, "below"),
    ]


def test_a_job_below_a_part_of_pay_has_pay_of_its_own():
    text = "Tool allowance: £750 a year\n\nYard foremen: £45,000 to £51,000\n\nCounsel: £60,000"
    assert observed(text, "component", "low")[1:] == [("base", 45_000), ("base", 60_000)]


def test_an_answer_that_folds_away_is_about_its_question():
    text = (
        "<details>\n<summary>What does the CEO earn?</summary>\n\n£51,000. Same as the founder.\n\n</details>"
    )
    assert observed(text, "role_title", "context") == [("CEO", "faq")]


def test_lines_between_fences_may_have_one_space_in_front_of_a_long_name():
    text = (
        "```\nbase            192,000\nsign-on          30,000\nbonus (prorated) 14,400\n"
        "-----------------------\ntotal           236,400\n```"
    )
    assert observed(text, "component", "low") == [
        ("base", 192_000),
        ("signing_bonus", 30_000),
        ("bonus", 14_400),
        ("total", 236_400),
    ]


def test_the_count_behind_the_name_of_an_entry_is_that_of_its_amount():
    text = "- **Poland** (n=212) — £25k–£35k\n- Ghana (44 answers): £15k\n- Togo: £15k (n=33)"
    assert observed(text, "sample_size") == [(212,), (44,), (33,)]


def test_how_often_grants_vest_is_no_time_that_pay_is_for():
    text = "Base is capped at $226K; everything else is RSUs, which vest quarterly with no cliff."
    assert observed(text, "period") == [("year",)]


def test_bare_thousands_behind_lakhs_are_in_the_money_of_the_page():
    text = (
        "I get $190k in Boston, $180k in Austin, $185k in Denver and $170k in Reno.\n\nIn Pune they are on 55-70 LPA.\n\n"
        "A yard came back with 140k base. Another one said 150k base."
    )
    assert [currency for (currency,) in observed(text, "currency")][-2:] == ["USD", "USD"]
