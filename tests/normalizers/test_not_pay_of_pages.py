"""Dues, prices, thresholds and deductions on pages about pay are no pay."""

import pytest

from extractors import default
from normalizers import figures, not_pay
from normalizers.observations import observe
from schemas import Cell, Document


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Basic dues are $38.20 per month.", "dues_and_fees"),
        ("Subs: go up to £178 a year from April.", "dues_and_fees"),
        ("The college's income was £41.3m last year.", "revenue"),
        ("A 2021 Cascadia, $94,500 OBO.", "product_price"),
        ("It follows net retention (113%).", "business_metric"),
        ("Base salary for 100% (40h in the US).", "working_time"),
        ("Membership is $7.40 a week.", "dues_and_fees"),
        ("The exam fee is €310.", "loss"),
        ("Is it worth spending $95,000 on flight school?", "dues_and_fees"),
        ("A trainee there is billed out at $640 an hour.", "clients_pay"),
        ("Those clinics charge patients R2 400 a visit.", "clients_pay"),
        ("Agencies bill hospitals as much as $97 an hour per nurse.", "clients_pay"),
        ("Team dinners are €45 a head.", "perk_budget"),
        ("My sister pays $690 a week for two bedrooms in Leith.", "living_cost"),
        ("Turnover 2021: NOK 1,060,000.", "revenue"),
        ("Rows under ¥2M are checked again.", "thresholds"),
        ("The examination deposit is HK$200.", "dues_and_fees"),
        ("Our sponsored course starts from £415.", "offers_of_the_page"),
        ("Our e-book is now just ₱249.", "offers_of_the_page"),
        ("The minimum qualifying salary is $5,100.", "thresholds"),
        ("The skilled migrant visa needs €5,942 a month.", "thresholds"),
        ("Only one course, ₹4,999 in the Diwali sale.", "product_price"),
        ("Camp room charges ($85 a night)", "lodging"),
        ("for anyone earning under $42,000", "thresholds"),
        ("Less SSS, PhilHealth, Pag-IBIG: ₱1,520", "deductions"),
        ("mileage at $0.66", "mileage"),
        ("A bed space in the Marina goes for AED 850.", "lodging"),
        ("representing a grant at ORBI's current ~$90 NASDAQ price", "product_price"),
        ("Hotel room rates climbed to $238 a day.", "product_price"),
        ("2,100 units at the current ORBI price of ~$90", "product_price"),
        ("What it costs (from R3 700) and how long it takes", "product_price"),
        ("Favourite torches under $60", "product_price"),
        ("Spend less than £450 on a saw at the start.", "dues_and_fees"),
        ("A new set of chisels will set you back R4 150.", "loss"),
        ("The average new glazier owes about $31,000.", "loss"),
        ("Tilers sign Sh310 million pay deal", "market_size"),
        ("Share capital 90,000 PLN", "product_price"),
        ("helped by a wage subsidy of SAR 1,400", "tax_and_limits"),
        ("The employer may claim a training grant of R41 200 per apprentice.", "tax_and_limits"),
        ("Between them they spent £820 in travel.", "perk_budget"),
        ("38p in every pound went on salaries", "revenue"),
        ("Permanent placements: 17% of first-year salary", "recruiters"),
        ("Our standard fee is 21% of the package.", "recruiters"),
        ("Parental leave top-up to 85% of salary", "leave_pay"),
        ("100% of salary for 14 weeks", "leave_pay"),
        ("you put in about 6%", "deductions"),
        ("after employee contributions of 6%", "deductions"),
        ("a small commission, usually around 5%", "business_metric"),
        ("27 per cent intend to leave", "share_of_people"),
        ("Monthly: 18 payments of €415", "dues_and_fees"),
        ("Upfront: €7,300", "dues_and_fees"),
        ("Pay back nothing once you earn over £24,000", "thresholds"),
        ("Full access: £11 a month", "product_price"),
        ("A weekend course will run you $640", "product_price"),
        ("Summer fair – August 3, Town Park. $12 a family", "product_price"),
        ("Her memoir, The Long Shift (£18.50), is out in June.", "product_price"),
        ("Fleet tracking starts at $39/month per truck.", "product_price"),
        ("Drill set from R4 999, R0 deposit", "product_price"),
        ("With the pound at $1.31 that is more.", "product_price"),
        ("The yearly licence renewal is KSh 3,500", "product_price"),
        ("He rents a two-room flat in Leith for £910 a month.", "living_cost"),
        ("One hospital charges staff $900 a year to park.", "living_cost"),
        ("In its second year the fund disbursed $1.4 billion.", "funding"),
        ("Temporary staff: £7 per hour margin", "clients_pay"),
    ],
)
def test_what_is_paid_for_something_else_is_known_by_its_words(text, reason):
    sentence = Cell(text)
    (figure,) = figures.find(sentence)
    assert not_pay.reason(figure, sentence) == reason


@pytest.mark.parametrize(
    "text",
    [
        "Members earn $41,000 before deductions.",
        "A housing allowance of AED 80,000 per year, school fees on top.",
        "I took AED 11,900 a month plus a flat in the Marina.",
        "Law school teachers earn $88,000.",
        "Of the permanent placements we made the average base salary was £58,300.",
        "a gap of 13% between women and men",
        "private equity backed businesses pay a bonus of 20%",
        "up to 45% for remote sites",
        "Clerks in hospitals get more, those in non-profits $71,000.",
        "The membership voted to take $1.90 of it on the hour.",
        "He moved to the supermarket on the ring road and began at $31.",
        "The bus allowance, for those earning up to two minimum wages, is now 190,000 pesos a month.",
        "On contract renewal $5,000 is paid as a bonus.",
        "The house pays for its butler: £48,000 in salary.",
    ],
)
def test_pay_beside_such_words_stays_pay(text):
    sentence = Cell(text)
    (figure,) = figures.find(sentence)
    assert not_pay.reason(figure, sentence) is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Cooks get £1,900 a month plus 3% of monthly revenue.", ["£1,900 a month"]),
        ("I took $171,000 because of the loan forgiveness.", ["$171,000"]),
        ("Foreign clients pay more: 41 to 57 euros an hour.", ["41 to 57 euros an hour"]),
        ("Shares in the line fell 3.9% to $17.10.", []),
        ("Self-employed glaziers charge $80 to $110 an hour.", []),
        ("We met at $71,000 plus my guild dues, which are $410.", ["$71,000"]),
        ("A school in Graz (fees €9,000 a year) advertised for a potter at €41,000.", ["€41,000"]),
        ("The agency billed the bank $1,270.", []),
        ("A neighbour on welfare gets $741 a month.", []),
        ("She took on $93,000 in flying-school debt.", []),
        ("A contract review runs $420 and is worth it.", []),
        ("They raised our health premiums by $120 a month.", []),
        ("More than 14 lakh engineers graduate every year.", []),
    ],
)
def test_words_beside_another_figure_say_nothing_of_this_one(text, kept):
    sentence = Cell(text, 40)
    found = figures.find(sentence)
    assert [
        one.cell.text for one in found if one.unit == "currency" and not_pay.reason(one, sentence) is None
    ] == kept


def test_words_for_what_stands_behind_a_figure_say_nothing_in_front_of_it():
    sentence = Cell(
        "In the old mill on the canal there is nobody left, and of the crew that was there then "
        "night support workers have been moved up to £25,110 a year, up from £23,970."
    )
    assert [not_pay.reason(one, sentence) for one in figures.find(sentence)] == [None, None]


def test_a_payment_for_the_cost_of_living_is_pay():
    text = "a one-off cost of living payment of $1,500 (less for part-timers), paid by May\n\nThe cost of living there is $2,900.\n"
    document = Document("page.txt", "Deckhand pay\n\nDeckhands earn $61,000 a year.\n\n" + text)
    reasons = {line["text"]: line["reason"] for line in observe(document, default.extract(document)).ledger}
    assert (reasons["$1,500"], reasons["$2,900"]) == (None, "living_cost")


@pytest.mark.parametrize(
    "text",
    [
        "Bunker prices in Rotterdam stand at $498 /t this week.",
        "Flights to the ship are covered up to £380.",
        "A permit card ($118) reimbursed after the first tour.",
        "Title: roofer. Attainment: 84%. Base: £31,000",
    ],
)
def test_freight_travel_and_targets_reached_are_no_pay(text):
    document = Document("page.txt", f"Pay at sea\n\n{text}\n")
    found = observe(document, default.extract(document)).observations
    assert [row["evidence"] for row in found if row["low"] != 31_000] == []


def test_what_a_later_part_of_a_sentence_says_of_another_amount_is_not_said_of_pay():
    document = Document("page.txt", "Orbison pays £2,900 per month, rent for a flat in Leeds £950.")
    observed = observe(document, default.extract(document))
    assert [(row["low"], row["period"]) for row in observed.observations] == [(2_900, "month")]
    assert [row["disposition"] for row in observed.ledger] == ["observed", "not_pay"]


def test_what_is_flat_may_be_a_rate_and_no_home():
    document = Document("page.txt", "Shearers in Dubbo got $51.20 flat with a small crew.")
    assert [row["low"] for row in observe(document, default.extract(document)).observations] == [51.2]


def test_below_a_heading_on_tuition_nothing_is_pay():
    text = (
        "# Welding school\n\nGraduates start at $46,000.\n\n## Tuition that waits for your paycheck\n\n### Pay upfront\n\n**$9,800**\n\n"
        "You pay nothing until you earn at least $35,000 a year.\n\n## Outcomes\n\nThe median was $51,000.\n"
    )
    document = Document("page.md", text)
    observed = observe(document, default.extract(document))
    assert [row["low"] for row in observed.observations] == [46_000, 51_000]
    assert [row["reason"] for row in observed.ledger if row["disposition"] == "not_pay"] == [
        "dues_and_fees"
    ] * 2


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("We removed 41 duplicates and salaries under $12,000 or over $800,000.", "thresholds"),
        ("In 2025 the threshold is €47,100.", "thresholds"),
        ("A fitted-out van runs to $58,000 or more.", "product_price"),
    ],
)
def test_limits_of_surveys_and_prices_of_tools_are_no_pay(text, reason):
    found = figures.find(Cell(text))
    assert not_pay.reason(found[0], Cell(text)) == reason


def test_rent_that_went_up_says_nothing_of_the_pay_in_front():
    document = Document("page.md", "# Pay\n\nI went to $131k and my rent went from $1,350 to $3,100.\n")
    observed = observe(document, default.extract(document))
    assert [row["low"] for row in observed.observations] == [131_000]
    assert [row["reason"] for row in observed.ledger if row["disposition"] == "not_pay"] == [
        "living_cost"
    ] * 2


def test_a_heading_on_tuition_and_salaries_heads_pay_too():
    document = Document(
        "page.md", "# Welding school\n\n## Tuition and starting salaries\n\nWelders begin on $46,000.\n"
    )
    assert [row["low"] for row in observe(document, default.extract(document)).observations] == [46_000]


def test_a_label_that_names_a_cost_is_nearer_than_any_word_of_pay():
    document = Document("page.md", "# Living in Leith\n\nRent: readers pay a median of £1,130.\n")
    observed = observe(document, default.extract(document))
    assert [row["reason"] for row in observed.ledger] == ["living_cost"]


def test_rates_of_several_currencies_to_the_dollar_are_no_pay():
    text = "I used the rates of May (₩1,330, ¥148, NT$31 and ฿35.5 to the dollar)."
    cell = Cell(text)
    assert [not_pay.reason(one, cell) for one in figures.find(cell)] == ["exchange_rate"] * 4


@pytest.mark.parametrize(
    "text",
    [
        "Senior riggers clear $200K+ on the big infrastructure jobs.",
        "Directors share profits, which can mean $300K+ in a good year.",
        "Someone on £50,000 in Leith may save less than a colleague in Hull.",
        "Yards pay well past £80,000 for people who win work.",
    ],
)
def test_what_somebody_is_paid_beside_words_for_business_is_pay(text):
    cell = Cell(text)
    assert [not_pay.reason(one, cell) for one in figures.find(cell)] == [None]


def test_the_factors_of_a_bonus_are_no_pay():
    text = "Bonus: £162,000 x 12% (target) x 125% (individual) x 110% (firm)"
    cell = Cell(text)
    assert [not_pay.reason(one, cell) for one in figures.find(cell)] == [
        None,
        None,
        "business_metric",
        "business_metric",
    ]


def test_vacancies_that_mention_a_bonus_say_how_much():
    text = "Some 64 vacancies mention a bonus, usually 8 to 15 percent of salary."
    cell = Cell(text)
    assert [not_pay.reason(one, cell) for one in figures.find(cell)] == [None]
