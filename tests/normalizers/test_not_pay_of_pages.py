"""Dues, prices, thresholds and deductions on pages about pay are no pay."""

import pytest

from normalizers import figures, not_pay
from schemas import Cell


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Basic dues are $38.20 per month.", "dues_and_fees"),
        ("Membership is $7.40 a week.", "dues_and_fees"),
        ("The exam fee is €310.", "loss"),
        ("Is it worth spending $95,000 on flight school?", "dues_and_fees"),
        ("A trainee there is billed out at $640 an hour.", "clients_pay"),
        ("Those clinics charge patients R2 400 a visit.", "clients_pay"),
        ("Our e-book is now just ₱249.", "offers_of_the_page"),
        ("The minimum qualifying salary is $5,100.", "thresholds"),
        ("for anyone earning under $42,000", "thresholds"),
        ("Less SSS, PhilHealth, Pag-IBIG: ₱1,520", "deductions"),
        ("mileage at $0.66", "mileage"),
        ("A bed space in the Marina goes for AED 850.", "lodging"),
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
    ],
)
def test_pay_beside_such_words_stays_pay(text):
    sentence = Cell(text)
    (figure,) = figures.find(sentence)
    assert not_pay.reason(figure, sentence) is None
