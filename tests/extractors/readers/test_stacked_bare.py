"""One cell a line and numbers without a sign: a name of the columns that states the currency makes a table of them."""

from extractors import default
from normalizers.observations import observe
from schemas import Document


def rows(lines, *columns):
    text = (
        "Glazier pay in Poland\n\nWhat glaziers get a month, by grade.\n\n"
        + "\n".join(lines)
        + "\n\nThe rest is talk.\n"
    )
    document = Document("page.txt", text)
    found = observe(document, default.extract(document)).observations
    return [tuple(row[column] for column in columns) for row in found]


GRADES = ["Helper", "5 100", "5 300", "Glazier", "7 200", "7 900", "Foreman", "9 400", "–"]


def test_a_currency_in_the_names_of_columns_makes_numbers_below_them_pay():
    names = ["Grade", "Monthly gross (PLN)", "Top of scale (PLN)"]
    assert rows([*names, *GRADES], "role_title", "evidence", "currency", "period")[:3] == [
        ("Helper", "5 100", "PLN", "month"),
        ("Helper", "5 300", "PLN", "month"),
        ("Glazier", "7 200", "PLN", "month"),
    ]


def test_numbers_below_names_without_a_currency_are_no_table():
    assert rows(["Grade", "Members", "Votes", *GRADES], "low") == []


def test_what_is_taken_off_on_a_payslip_is_no_pay():
    slip = [
        "Item",
        "Zloty",
        "Basic pay",
        "6,100",
        "Health + pension",
        "-840",
        "Night duty",
        "410",
        "In the bank",
        "5,670",
    ]
    assert [low for (low,) in rows(slip, "low")] == [6_100, 410, 5_670]
