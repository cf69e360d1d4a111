"""Figures that are no pay: the words nearest to a figure decide, within its own part of the sentence."""

import pytest

from normalizers import figures, not_pay
from schemas import Cell


def reasons(text):
    sentence = Cell(text, 40)
    return [not_pay.reason(figure, sentence) for figure in figures.find(sentence)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The market size reached $41 billion.", "market_size"),
        ("It raised $51 million from two funds.", "funding"),
        ("The startup has a valuation of $3 billion.", "funding"),
        ("The city sold bonds for $41 million.", "funding"),
        ("A joining bonus of ₹25 lakh, bond of 2 years.", None),
        ("A one-bed in Hull is £1,150 a month, so the supplement is gone.", "living_cost"),
        ("Rent is $2,100 a month for one room.", "living_cost"),
        ("A median house goes for $612,000 there.", "living_cost"),
        ("Council tax is £151.", "living_cost"),
        ("Single fares are capped at £3.", "living_cost"),
        ("Union dues are $44 a month.", "dues_and_fees"),
        ("Our evening course is $1,780.", "product_price"),
        ("Subscribe from £2 a week.", "product_price"),
        ("I owed $71,000 when I finished.", "loss"),
        ("He put away AED 6,100 of it.", "tax_and_limits"),
        ("The TV deal is worth $310 million.", "revenue"),
        ("62% of respondents negotiate.", "share_of_people"),
        ("Of welders, 62% negotiate.", "share_of_people"),
        ("Pay of welders grew 12% year-over-year.", None),
        ("Our ticketing platform grew 41% last year.", "business_metric"),
        ("Open-ended funds now exceed 38% of total AUM.", "business_metric"),
        ("Turnout was 71%.", "share_of_people"),
        ("The base salary is $151,000.", None),
        ("The options have a strike of $2.15.", "product_price"),
        ("The winner gets a $450 gift card.", "product_price"),
        ("He paid off his HECS, all $27,000 of it.", "loss"),
        ("Our payroll software starts at $45 a month.", "product_price"),
        ("My exam cost me $612.", "product_price"),
        ("Recruiting and onboarding run $29,000 per hire.", "loss"),
        ("A vacancy costs the firm $81,000.", "loss"),
        ("I went from $41 an hour doing houses in Perth.", None),
        ("The taxed part is only $39.20/hr.", None),
        ("Match fees are £580 a game.", None),
        ("Lunch duty: $17.50 per period", None),
        ("You can defer up to $25,000 a year.", "tax_and_limits"),
        ("The employee deferral limit for 2027 is $25,000.", "tax_and_limits"),
        ("Staff may salary package up to $9,010.", "tax_and_limits"),
        ("They borrow $42,000 for it.", "loss"),
        ("The bonus round cost it $231 million.", "revenue"),
        ("The preferred price of $4.10 is higher.", "product_price"),
        ("Ledgerly Plus is $11.50/month after a free trial.", "offers_of_the_page"),
        ("Bonuses depend on net retention of 108%.", "business_metric"),
        ("Turnover 38 lakhs, and a partner draws half.", "revenue"),
        ("There are 2.1 crore users.", "revenue"),
        ("New batches from ₹14,200 begin in June.", "product_price"),
        ("It leaves professional tax ₹200 out.", "deductions"),
        ("Cloud engineers get 4% more.", None),
        ("Everybody gets 2.5% or CPI, whichever is higher.", None),
        ("Bonuses reach 15% of base salary.", None),
        ("RSUs worth $81,000 vest each year.", None),
        ("The bridge took €19m and nine years.", "large_amount"),
        ("Her salary was €19m in that year.", None),
        ("The team in Pune got ₹41,00,000.", None),
        ("The west stand turned over £880,000.", "revenue"),
        ("Most start on a 65% contract.", "working_time"),
        ("42% of contracts end in spring.", "share_of_people"),
        ("31% would recommend it.", "share_of_people"),
        ("Tickets average £14.20.", "product_price"),
        ("Advertise a job from £185 plus VAT.", "product_price"),
    ],
)
def test_what_a_figure_is_instead_of_pay(text, reason):
    assert reasons(text) == [reason]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("41% get a bonus.", ["share_of_people"]),
        ("1 USD = 3.61 AED today", ["product_price", "product_price"]),
        ("Exam $649, annual fee $115.", ["loss", "loss"]),
        ("Petrol is AED 2.91 a litre.", ["living_cost"]),
        ("The annual quota is €710,000.", ["revenue"]),
        ("RPI stood at 4.1%.", ["cost_of_living"]),
        ("Coaching from £85 a session.", ["product_price"]),
        ("The strike is $8.40, the base $140,000.", ["product_price", None]),
        ("In tax class I with 3.100,40 € gross you get 2.090 €.", [None, None]),
        ("At 41 hours she makes $29,000 a year without health insurance.", [None]),
        ("The schools want 90 € a month of you.", ["dues_and_fees"]),
    ],
)
def test_prices_rates_and_quotas_beside_pay_are_none(text, found):
    assert reasons(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Our report is $49.", ["product_price"]),
        ("The assistant is $30/user/month.", ["product_price"]),
        ("The headline of the report is an average of $376,000 for glaziers.", [None]),
        ("The bands are $210K – $460K for platform roles, infrastructure.", [None]),
        ("The state put $21 million into rail infrastructure.", ["revenue"]),
        ("The bands are $210K – $460K for research engineers.", [None]),
        ("They won $310,000 for cancer research.", ["revenue"]),
        ("The clinic added $51,000 in loan repayment.", [None]),
        ("She still has $51,000 in loans.", ["revenue"]),
        ("I paid off $61,000 in two years.", ["loss"]),
        ("The finance director got £3.7m last year.", [None]),
        ("The chair received £4.1m.", [None]),
        ("Its new store took £3.7m to build.", ["large_amount"]),
        ("The chair received a fee of £47,000.", [None]),
        ("I started in insurance defense at $58,000.", [None]),
        ("Those without a certificate $115; the certificate: $90.", [None, "loss"]),
        ("Employees get $375 a month toward health insurance.", [None]),
        ("Women were offered 7 percent less up front.", [None]),
        ("Women are 7 percent less likely to ask.", ["share_of_people"]),
    ],
)
def test_what_somebody_gets_or_an_average_says_is_no_price_and_no_revenue(text, found):
    assert reasons(text) == found


def test_each_figure_of_a_sentence_is_judged_by_its_own_part():
    assert reasons("It raised $51 million, and engineers get a salary of $151,000.") == ["funding", None]
    assert reasons("A salary of $151,000 at a company that raised $51 million.") == [None, "funding"]


def test_small_amounts_are_nobodys_funding():
    assert reasons("She raised her pay to $151,000 after the funding.") == [None]


def test_the_place_of_a_figure_is_found_where_markup_stood_in_the_sentence():
    text = "It raised $51 million"
    sentence = Cell(text, 100, tuple((100 + 3 * i, 101 + 3 * i) for i in range(len(text))))
    (figure,) = figures.find(sentence)
    assert not_pay.reason(figure, sentence) == "funding"


def test_every_rule_has_a_reason_of_its_own_and_knows_its_units():
    found = not_pay.rules()
    assert len({rule.reason for rule in found}) == len(found)
    assert all(set(rule.units) <= {"currency", "percent"} for rule in found)


def test_the_one_of_which_the_worth_in_another_currency_is_said_is_no_pay():
    assert reasons("£1 was about C$1.68 that autumn.") == ["one_of_a_currency", "exchange_rate"]
    assert reasons("The rate is £1 to £2 an hour.") == [None]


def test_a_pension_that_somebody_draws_and_what_they_have_put_aside_are_no_pay():
    text = "My pension from the local is $4,850 a month and the annuity had $612,000 in it."
    assert reasons(text) == ["pension_drawn", "pension_drawn"]
    assert reasons("It is £400 a day outside London and £525 per day in it.") == [None, None]
