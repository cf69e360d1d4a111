"""Rows into observations: what a figure comes to a year, what conventions supply, and names that last."""

import pytest

from extractors import default
from flows.process import visible
from normalizers import figures
from normalizers.observations import observe
from schemas import Document, Inferred, Row

TABLE = (
    "# Pay\n\n| Level | Base | Bonus | Total |\n|---|---|---|---|\n"
    "| L4 | $151,000 | 10% | $190,000 |\n| L5 | $182,000 | 15% | $260,000 |\n"
)


def found(text, path="page.md"):
    document = Document(path, text)
    return observe(document, default.extract(document), visible(document))


def one(text):
    (record,) = found(text).observations
    return record


@pytest.mark.parametrize(
    ("text", "period", "low"),
    [
        ("The base salary is $101,000.", "year", 101000.0),
        ("The base salary is $5,000 per month.", "month", 60000.0),
        ("Nurses earn a wage of $45 an hour.", "hour", 93600.0),
        ("Nurses earn a wage of $1,500 per week.", "week", 78000.0),
        ("RSUs worth $200,000 over four years come on top.", "grant", 50000.0),
        ("Expect a sign-on bonus of $31,000.", "one_time", None),
        ("Bonuses reach 15% of base salary.", None, None),
    ],
)
def test_what_a_figure_comes_to_a_year(text, period, low):
    record = one(text)
    assert (record["period"], record["annual_low"]) == (period, low)


def test_a_period_that_nobody_stated_is_marked_as_inferred():
    assert "period" in one("The base salary is $101,000.")["inferred"]
    assert "period" not in one("The base salary is $5,000 per month.")["inferred"]


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("The average salary in London is £61,000.", "GBP"),
        ("The average salary in Berlin is €63,000.", "EUR"),
        ("The average salary in Pune is ₹25 lakh.", "INR"),
        ("The average salary in Denver is $103,000.", "USD"),
        ("The average salary in Denver is CAD 103,000.", "CAD"),
    ],
)
def test_the_currency_is_that_of_the_figure(text, currency):
    assert one(text)["currency"] == currency


def test_a_bare_dollar_sign_of_a_country_with_its_own_dollars_is_doubted():
    record = one("The average salary in Toronto is $103,000.")
    assert (record["currency"], "ambiguous_currency" in record["flags"]) == ("CAD", True)
    assert "currency" in record["inferred"]


def test_who_writes_us_dollars_with_their_letters_means_other_dollars_without_them():
    said = (
        "The median in Sydney is A$190,000. A senior in Sydney gets $170,000, one in Perth $160,000. "
        "In Texas she would be paid US$187,000."
    )
    assert [row["currency"] for row in found(said).observations] == ["AUD", "AUD", "AUD", "USD"]


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("A nurse in Stockholm earns 36 200 kr per month.", "SEK"),
        ("In Copenhagen a nurse earns 33.900 kr. per month.", "DKK"),
        ("Salaries in Karachi average Rs. 92,000 a month.", "PKR"),
        ("Salaries in Mumbai average Rs. 92,000 a month.", "INR"),
        ("Clerks in Mexico City earn 11,400 pesos a month.", "MXN"),
        ("Clerks in Manila earn 21,400 pesos a month.", "PHP"),
        ("A clerk earns Shs 48,000 a month in Nairobi.", "KES"),
    ],
)
def test_money_whose_name_several_countries_share_is_that_of_the_place(text, currency):
    assert one(text)["currency"] == currency


def test_a_place_of_two_letters_does_not_make_a_page_one_about_two_countries():
    text = "Base pay is $71,000 in Sydney, $73,000 in Brisbane, $69,000 in Melbourne, $64,000 in Adelaide and $83,000 in WA."
    assert {record["currency"] for record in found(text).observations} == {"AUD"}


def test_open_and_approximate_figures_say_so():
    record = one("Salaries of more than $301,000 are paid.")
    assert (record["statistic"], record["low"], record["high"]) == ("minimum", 301000.0, None)
    assert record["open_ended"]
    assert "approximate" in one("The salary is about $301,000.")["flags"]


def test_one_figure_for_two_cities_is_two_observations_of_one_figure():
    records = found("Base salaries average $144,000 in Boston and Seattle.").observations
    assert [record["place"] for record in records] == ["Boston", "Seattle"]
    assert len({record["figure_id"] for record in records}) == 1
    assert len({record["observation_id"] for record in records}) == 2


def test_names_last_when_a_paragraph_is_put_in_above():
    before = [record["observation_id"] for record in found(TABLE).observations]
    after = [
        record["observation_id"]
        for record in found(TABLE.replace("# Pay\n", "# Pay\n\nHello.\n")).observations
    ]
    assert before == after
    assert len(set(before)) == 6


def test_names_are_those_of_their_document():
    other = {record["observation_id"] for record in found(TABLE, "other.md").observations}
    assert other.isdisjoint(record["observation_id"] for record in found(TABLE).observations)


def test_the_evidence_is_what_stands_at_its_place():
    text = "\n\n" + TABLE + "\nIn short, the *base* salary of L5 is **$182,000**.\n"
    records = found(text).observations
    assert len(records) == 7
    for record in records:
        assert text[record["char_start"] : record["char_end"]] == record["evidence"]
        assert text.count("\n", 0, record["char_start"]) + 1 == record["line_start"]


def test_prose_that_says_what_a_table_says_restates_it():
    records = found(TABLE + "\nThe base salary of L5 is $182,000.\n").observations
    said, again = [record for record in records if record["low"] == 182000.0]
    assert (said["restates"], again["restates"]) == (None, said["observation_id"])


def test_amounts_that_differ_in_what_they_are_restate_nothing():
    records = found(
        "The base salary in Boston is $101,000.\n\nThe bonus in Boston is $101,000.\n"
    ).observations
    assert [record["restates"] for record in records] == [None, None]


def test_every_label_of_a_row_has_its_provenance():
    result = found(TABLE)
    known = {record["observation_id"] for record in result.observations}
    assert {line["observation_id"] for line in result.provenance} == known


def test_the_same_document_gives_the_same_records():
    assert found(TABLE) == found(TABLE)


def period_kept(amount: str, inferred: str) -> str:
    """The period of an amount in a sentence that names none, where another place says one."""
    document = Document("page.md", f"Glaziers make {amount}.")
    (figure,) = figures.find(document.cell())
    period = Inferred(inferred, document.cell())
    row = Row(context="prose", amount=figure, component=Inferred("wage"), period=period)
    (record,) = observe(document, [row]).observations
    return str(record["period"])


@pytest.mark.parametrize(("amount", "period"), [("$16.50", "hour"), ("$1,650", "week")])
def test_so_little_is_no_pay_of_a_week(amount, period):
    assert period_kept(amount, inferred="week") == period


@pytest.mark.parametrize(("amount", "period"), [("$43,210", "year"), ("$43.21", "hour")])
def test_a_time_in_which_nobody_is_paid_so_much_is_taken_over_from_nowhere(amount, period):
    assert period_kept(amount, inferred="hour") == period


def test_a_bare_dollar_of_a_sentence_about_another_country_is_that_countrys():
    text = (
        "# Rigger pay in Canada\n\nRiggers in Canada earn $31.20 an hour, in Ontario $33.10 and in Alberta $36.40.\n\n"
        "## In the United States\n\nThe median in the United States was US$58,300. "
        "The lowest 10 percent in the United States earned less than $37,090.\n"
    )
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert [row["currency"] for row in found] == ["CAD", "CAD", "CAD", "USD", "USD"]


def test_cents_are_those_of_the_money_that_a_page_counts_in():
    text = "# Dock pay\n\nLashers get €24.10 an hour. They asked for €1.60 more and got 75 cents.\n"
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert {row["currency"] for row in found} == {"EUR"}


def test_amounts_of_one_list_are_for_the_same_time():
    entries = "\n".join(
        f"- {years} years: R {amount}"
        for years, amount in (("2-4", "38 700"), ("5-9", "50 900"), ("10+", "66 200"))
    )
    document = Document("page.md", f"# Pharmacist salary in Cape Town\n\n{entries}\n")
    found = observe(document, default.extract(document)).observations
    assert [row["period"] for row in found] == ["month"] * 3
