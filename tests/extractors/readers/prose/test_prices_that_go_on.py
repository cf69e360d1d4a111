"""A sentence that names a price and goes on with another amount: one more price, or what somebody gets."""

import pytest

from extractors import default
from schemas import Document, NotPay, Row


def read(text):
    found = [item for item in default.extract(Document("page.txt", text)) if isinstance(item, NotPay | Row)]
    return [(item.reason if isinstance(item, NotPay) else "pay") for item in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The workbook of the survey is $85 for subscribers and $240 otherwise.", ["product_price"] * 2),
        ("How long is it? Tuition fees are €3,000; graduate entry is €18,860 a year.", ["loss"] * 2),
        ("Before you move: a 60 m² flat there is €1,450, in Leipzig €620.", ["living_cost"] * 2),
        ("Profits per equity partner hit $4.9 million last year, up 11%.", ["revenue_a_head"] * 2),
        (
            "Profit sharing is 10% of the first $500 million of revenue and 20% of the rest.",
            ["pay", "revenue", "pay"],
        ),
        ("After tax and an accountant (€1,800) I kept €39,600.", ["loss", "pay"]),
        ("An exam costs $1,350, and tutors earn $38,000.", ["product_price", "pay"]),
    ],
)
def test_a_price_is_followed_by_prices_until_somebody_gets_something(text, found):
    assert read(text) == found
