"""Words that name pay in one place and something else in another: branches of trade, ways to work, amounts of a life."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def said(text, *columns, name="page.md"):
    document = Document(name, text)
    records = observe(document, default.extract(document)).observations
    return [tuple(record.get(column) for column in columns) for record in records]


@pytest.mark.parametrize("header", ["Industry", "Sector", "Department", "Top industries"])
@pytest.mark.parametrize("trade", ["Pipeline Transportation", "Insurance and Pension Funding", "Housing"])
def test_branches_of_trade_are_no_parts_of_pay(header, trade):
    table = f"# Fitters\n\n| {header} | Average salary |\n|---|---|\n| {trade} | £38,400 |\n| Mining | £44,100 |\n"
    assert said(table, "component", "low") == [("base", 38_400), ("base", 44_100)]


def test_rows_of_parts_of_pay_stay_parts():
    table = "# Fitters\n\n| Component | Amount |\n|---|---|\n| Base | £38,400 |\n| Transport allowance | £2,100 |\n"
    assert said(table, "component", "low") == [("base", 38_400), ("allowance", 2_100)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Per diem pharmacists made $71 an hour last year.", ["wage"]),
        ("Per-diem staff start at $33 an hour.", ["wage"]),
        ("The per diem is $79 a day for meals.", ["allowance"]),
        ("The housing stipend was $900 a week and the pay was about $29 an hour.", ["allowance", "wage"]),
        ("The sign-on bonus was $5,500 and the rate was only $41 an hour.", ["signing_bonus", "wage"]),
        ("$1,240 was a stipend for meals and the taxable rate was something silly like $37 an hour.", ["allowance", "wage"]),
    ],
)  # fmt: skip
def test_what_is_called_a_rate_is_no_allowance(text, parts):
    assert [part for (part,) in said(f"# Pharmacists\n\n{text}\n", "component")] == parts


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Life as a charge nurse", "charge nurse"),
        ("Becoming a dental hygienist", "dental hygienist"),
        ("Welder school, or how I went broke again", "Welder"),
        ("What the charge nurse said about it", "Nurse"),
    ],
)
def test_a_part_of_a_story_is_about_the_job_in_its_heading(heading, role):
    assert said(f"# Nurse pay: all my numbers\n\n## {heading}\n\nI made $61,400 there.\n", "role_title") == [
        (role,)
    ]


@pytest.mark.parametrize("question", ["How much do you spend a month?", "What are your monthly expenses?"])
def test_what_somebody_spends_is_no_pay(question):
    assert said(f"# Nurses\n\n## {question}\n\nAbout $4,100, all in.\n", "low") == []


def test_amounts_of_the_whole_country_are_not_those_of_the_town_in_front():
    text = (
        "# Pay\n\nPlumbers in Leeds get £31,000. Nationally, the median is £34,200.\n\n"
        "Clerks in the UK get £26,000. Nationwide the top is £39,000.\n"
    )
    assert said(text, "region_label") == [("Leeds",), (None,), ("UK",), ("UK",)]


def test_the_median_worker_is_no_chief_executive():
    text = "# News\n\nThe median CEO made $17.1 million. The median worker at these firms got $85,400, with one boss on $94.3m.\n"
    assert [(role, low) for role, low in said(text, "role_title", "low")][:2] == [
        ("CEO", 17_100_000),
        ("median worker", 85_400),
    ]
    assert said(text, "low")[2] == (94_300_000,)


def test_what_starters_now_get_is_no_average():
    text = "# Teachers\n\nThe deal brings the average to £51,000. New teachers in Leeds now get £33,000.\n"
    assert said(text, "statistic") == [("mean",), ("point",)]


@pytest.mark.parametrize("who", ["Women reported", "Part-timers got", "Black reporters were paid"])
def test_how_much_less_some_people_get_is_a_premium(who):
    assert said(
        f"# Newsroom survey\n\n- {who} 7% less than others at the same title.\n", "component", "low"
    ) == [("premium", 7)]
