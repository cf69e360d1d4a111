"""What is bought, rented, charged or owed has a price that nobody is paid; what somebody gets is pay, whatever stands around."""

import pytest

from normalizers import figures, not_pay
from schemas import Cell


def reasons(text):
    sentence = Cell(text, 40)
    return [not_pay.reason(figure, sentence) for figure in figures.find(sentence)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Today ₱58 to the dollar is what they give.", ["exchange_rate"]),
        ("We counted with AED 3.67 = US$1.", ["exchange_rate", "exchange_rate"]),
        ("The base is MXN 640,000 = US$34,100.", [None, None]),
        ("Kestrel Trades College: welding instructor, $71,900 to $89,900 annually.", [None]),
        ("Packages are in dirhams; AED 1 = USD 0.27 today.", ["exchange_rate", "exchange_rate"]),
        ("She pays for a £1,450 a month flat in Leith.", ["living_cost"]),
        ("The crew got $900 a day flat.", [None]),
        ("Revision guide $28.50 until Sunday.", ["product_price"]),
        ("Read 90 more for £4 a month.", ["product_price"]),
        ("Cut a $1.2M cloud bill in half.", ["product_price"]),
        ("Get the money letter: £3 a month", ["too_little"]),
        ("Tilers earn $30 a month there.", [None]),
        ("Models that drive $410M in gross premium.", ["funding"]),
        ("This study was supported by a $120,000 grant from the Marsh Fund.", ["revenue"]),
        ("Students can claim the £5,100 Learning Support Fund grant.", ["tax_and_limits"]),
        ("Tuition reimbursement up to $5,100 a year.", [None]),
        (
            "The personal allowance is £12,570 and the 20% band ends at £50,270.",
            ["thresholds", None, "thresholds"],
        ),
        ("LSAT prep from £1,120.", ["product_price"]),
        ("Claim your free $75 ride today.", ["product_price"]),
        ("Each $12 a month keeps the newsroom going.", ["product_price"]),
        ("Subscriptions are open. Full access costs €6 a month or €61 a year.", ["product_price"] * 2),
        ("Nobody honest asks for a €310 training kit.", ["product_price"]),
        ("How a £9 dictionary made him a translator", ["product_price"]),
        ("Rigger card NOK 14 200.", ["product_price"]),
        (
            "The institute charges €85 a year, €240 for first registration.",
            ["dues_and_fees", "dues_and_fees"],
        ),
        ("Harrow and Dale charge £8,400 for the first year.", ["dues_and_fees"]),
        ("Tilers and roofers charge £190 a day.", [None]),
        ("State licences run $60 to $310.", ["product_price"]),
        ("Fishing licences ($35)", ["product_price"]),
        ("Practice with a mentor: plans from $39/mo.", ["product_price"]),
        ("Support independent writing: $6/month or $60/year.", ["product_price"] * 2),
        ("The CISSP exam itself is $749.", ["product_price"]),
        ("A levy would have cost a homeowner $11 a month.", ["loss"]),
        ("I cut serving spend by $2.3 million in my last role.", ["loss"]),
        ("FY25 net fee income £214m.", ["revenue"]),
        ("Over a career, that compounds to more than $400,000.", ["revenue"]),
        ("Plus options at $300,000 over four years.", [None]),
        ("38% would give up a month of leave for it.", ["share_of_people"]),
        ("A 45 m² flat there is 980 €.", ["living_cost"]),
        ("Single quarters, $95 pw", ["living_cost"]),
        ("The farm was ordered to pay $21,600 in arrears.", ["loss"]),
        ("Banks lend up to ₹25 lakh against it.", ["loss"]),
        ("Yes, if you earn more than about RM38,000 a year.", ["thresholds"]),
        ("Her base moved to $91,000, and if the base is below $80,000 she leaves.", [None, None]),
        ("We invoice the client around $7.20 a page.", ["clients_pay"]),
        ("A training allowance of £640 is paid.", [None]),
        ("The highest benefit rate is DKK 20,300 a month.", ["tax_and_limits"]),
        (
            "A smith on the median pays €4,910 in income tax and €1,730 in social security.",
            ["deductions", "deductions"],
        ),
        ("The personal allowance has been frozen at £11,500.", ["thresholds"]),
        ("The higher rate begins at £48,300.", ["thresholds"]),
        ("Unlimited access to all our reports from £31 a month.", ["offers_of_the_page"]),
        ("Card renewal runs anywhere from $45 to $210.", [None]),
        ("Licence renewal is anywhere from $45 to $210.", ["dues_and_fees"]),
        ("8 weeks, live cohort. $1,250 early bird", ["offers_of_the_page"]),
        ("You end up paying a coach $1,800 before the call.", ["offers_of_the_page"]),
        ("It is dearer once you count state tax (roughly $10,500 on that pay).", ["tax_and_limits"]),
        ("A refresher (about $1,050) at the candidate's expense is due.", ["loss"]),
        ("Half-day fees are capped at $420 a month.", ["dues_and_fees"]),
        (
            "A forge that changed hands for $640,000 was sold to a chain for $910,000.",
            ["product_price", "product_price"],
        ),
        ("Pay nobody who wants £250 to process a visa.", ["dues_and_fees"]),
        ("As consumer prices rose 2.4 per cent, pay rose 3.1 per cent.", ["cost_of_living", None]),
        ("He sold well and was paid $91,000.", [None]),
    ],
)
def test_prices_of_things_are_nobodys_pay(text, found):
    assert reasons(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The bank's mortgage officers get RM2,900 to RM3,600.",
        "A starter who has run real budgets gets ₹5 lakh.",
        "A reporter without office rent will gross around $6,100.",
        "Their nurses take home about $4,300, before the loan payment.",
    ],
)
def test_what_somebody_gets_is_pay_whatever_else_the_sentence_speaks_of(text):
    assert reasons(text)[0] is None


def test_what_is_got_to_be_spent_on_something_is_judged_by_that():
    assert reasons("Everybody gets £450 for the gym.") == ["perk_budget"]


@pytest.mark.parametrize(
    "text",
    [
        "They leave out roughly 9 percent of the profession.",
        "Fewer than 6% of first-years pass at once.",
        "Such an income is taxed at around 31 %.",
        "The scale fee is 3% of the price.",
    ],
)
def test_shares_taxes_and_fees_in_percent_are_nobodys_pay(text):
    assert reasons(text)[0] is not None


def test_feet_are_no_forints():
    assert figures.find(Cell("They climb 280 ft and are paid 412000 Ft a month.", 0))[0].currency == "HUF"
    assert [one.low for one in figures.find(Cell("They climb 280 ft.", 0)) if one.currency] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mock interviews with former site leads start at $85.", ["offers_of_the_page"]),
        ("Or take the whole course for $240 with code `BOLTS`.", ["offers_of_the_page"]),
        ("Supporters pay €6 a month or €60 a year.", ["offers_of_the_page"] * 2),
        ("Paid course, $260, by a former buyer.", ["offers_of_the_page"]),
        ("From $35 a month + $4 per person.", ["offers_of_the_page", None]),
        ("A union card is £11.50 and is not refunded.", ["product_price"]),
        ("Zoo admission stays at $7.", ["product_price"]),
        ("A cappuccino is £3.90.", ["product_price"]),
        ("Buy them biscuits (€4) and ask.", ["product_price"]),
        ("Sea survival training (about £960) is at your own expense.", ["product_price"]),
        ("GLBX traded around $118 in May.", ["product_price"]),
        ("The consultant ($74,200 for the study) found otherwise.", ["product_price"]),
        ("Our rent went up by £210 a month and my raise was 3%.", ["living_cost", None]),
        ("The average deal size in this market is $95K.", ["revenue"]),
        ("Have you ever closed a contract over $250,000?", ["revenue"]),
        ("Salary above the threshold of £62,300 goes into another scheme.", ["thresholds"]),
        ("Pounds are converted at €1.21.", ["exchange_rate"]),
        ("Utrecht is 9% more expensive overall.", ["cost_of_living"]),
        ("For the course we cover 75% of employee premiums.", ["business_metric"]),
    ],
)
def test_what_is_sold_charged_or_covered_is_no_pay(text, found):
    assert reasons(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Learning: $1,700 a year, conference tickets excluded",
        "$1,400 annual learning budget",
        "$65 per month for wellness",
        "$900 home-office setup in your first month",
        "401(k) with a 3% match, vested at once",
    ],
)
def test_what_an_employer_gives_for_learning_health_or_the_home_office_is_pay(text):
    assert reasons(text) == [None]


def test_what_is_given_to_work_with_is_no_pay():
    assert reasons("A $1,300 conference budget and a $2,400 laptop") == ["perk_budget"] * 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Open an account with $100 today.", ["product_price"]),
        ("We went from negative $140K to a net worth of $1.1M.", ["revenue", "revenue"]),
        ("For 2023 it was €1,840 each; for 2022 nothing, we lost €212,000 that year.", [None, "loss"]),
        ("Skippers with a Master ticket get a flat €420.", [None]),
        ("Pay rose 18% and 34% by the end of 2026.", [None, None]),
    ],
)
def test_accounts_worth_and_losses_are_no_pay_and_flat_amounts_are(text, found):
    assert reasons(text) == found
