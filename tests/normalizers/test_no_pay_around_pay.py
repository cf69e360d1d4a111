"""What stands around pay on real pages and is none: roundings, scales, vouchers, thresholds, readers, signs of the next number."""

import pytest

from extractors import default
from normalizers import figures
from normalizers.observations import observe
from schemas import Cell, Document


def observed(text):
    document = Document("page.md", f"# Welder pay\n\n{text}\n")
    return [row["low"] or row["high"] for row in observe(document, default.extract(document)).observations]


@pytest.mark.parametrize(
    "text",
    [
        "Figures are rounded to the nearest £100, or to the nearest £1,000.",
        "The 65th percentile of base pay, rounded to $1,000.",
        "A prize draw for a £100 gift voucher was offered. Others can buy it for £150 from the shop.",
        "The rise in employer National Insurance to 15% and the drop of the threshold to £5,000 come out of the pay budget.",
        "Join the guild from £62 a year.",
        "Trusted by 1.2 lakh+ learners.",
        "Note: ₹1 LPA = ₹1,00,000 per year.",
        "1 USD = RM 4.45 at the time of writing.",
        "Financing available from $95,995.",
        "The CKA exam is $445.",
        "A single person can live comfortably from around €3,800 gross a month.",
    ],
)
def test_what_stands_around_pay_is_none(text):
    assert observed(text) == []


def test_the_income_of_a_charity_is_not_what_its_head_is_paid():
    assert observed("A head of finance at a charity (income £5m-£20m) earns around £62,000.") == [62_000]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SDE-1 ₹26–32 LPA, SDE-2 ₹38–48 LPA", [(2_600_000, 3_200_000), (3_800_000, 4_800_000)]),
        ("31 000 € brut", [(31_000, 31_000)]),
        ("Salaries (£000s)", []),
        ("from £0 to £5,000", [(0, 5_000)]),
    ],
)
def test_signs_belong_to_the_number_they_touch_and_scales_are_no_amounts(text, found):
    assert [(one.low, one.high) for one in figures.find(Cell(text))] == found


def test_a_town_with_its_state_counts_in_its_own_dollars_beside_one_abroad():
    text = "# Pay\n\n| Town | Base |\n|---|---|\n| Denver, CO | $134,000 |\n| Toronto, ON | CA$138,000 |\n| Reno, NV | $121,000 |\n"
    document = Document("page.md", text)
    found = [row["currency"] for row in observe(document, default.extract(document)).observations]
    assert found == ["USD", "CAD", "USD"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "They moved my base from $150,000 in the first round to $165,000 in the second.",
            [150_000, 165_000],
        ),
        ("The final base salary was rounded up to $95,000.", [95_000]),
        ("For $120,000 candidates should have five years.", [120_000]),
        ("A nurse in Leeds can live comfortably on £38,000 a year.", [38_000]),
        ("It offers $72,000 facility managers with a licence.", [72_000]),
        ("A salary of ₹12,00,000 is ₹1,00,000 a month.", [1_200_000, 100_000]),
        ("He earns a salary of 35 000 €45 000 € with overtime.", [35_000, 45_000]),
    ],
)
def test_what_only_sounds_like_it_is_pay(text, found):
    assert observed(text) == found


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("120,000+ USD", [("base", 120_000)]),
        ("95,000 (US$95,000)", [("base", 95_000)]),
        ("60,000 (+ $5,000 bonus)", [("base", 60_000), ("bonus", 5_000)]),
    ],
)
def test_no_amount_of_a_cell_is_read_twice(cell, found):
    text = f"# Pay\n\n| Role | Salary (USD) |\n|---|---|\n| Welder | {cell} |\n| Rigger | 41,000 |\n"
    document = Document("page.md", text)
    made = observe(document, default.extract(document)).observations
    assert [(row["component"], row["low"]) for row in made][:-1] == found
