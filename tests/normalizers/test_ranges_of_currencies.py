"""Every sign and code of money, in front of both ends of a range, with every way to write the dash."""

import pytest

from normalizers.figures import find, spellings
from schemas import Cell

_GRAMMAR = spellings.grammar()
BEFORE = sorted(
    {
        *(sign for group in _GRAMMAR["signs_before"].values() for sign in group),
        *_GRAMMAR["ambiguous_before"],
        *(f"{code} " for code in spellings.iso_codes() - set(_GRAMMAR["codes_that_are_words"])),
    }
)
DASHES = ("-", " - ", "–", " – ", " to ")


@pytest.mark.parametrize(
    ("low", "high"), [("40,000", "50,000"), ("40.5k", "50.5k"), ("40,000", "50,000 a year")]
)
@pytest.mark.parametrize("dash", DASHES)
def test_a_sign_in_front_of_both_ends_makes_one_range(dash, low, high):
    wrong = []
    for sign in BEFORE:
        found = find(Cell(f"{sign}{low}{dash}{sign}{high}"))
        alone = find(Cell(f"{sign}{low}"))
        ends = [(figure.low, figure.high, figure.currency) for figure in found]
        least = 40_500 if low == "40.5k" else 40_000
        if ends != [(least, least + 10_000, alone[0].currency)]:
            wrong.append((sign, ends))
    assert wrong == []


def test_a_currency_behind_a_dash_belongs_to_the_number_in_front():
    assert [(one.cell.text, one.low) for one in find(Cell("a 100-euro bonus in week 3"))] == [
        ("100-euro", 100)
    ]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("EUR 2.890 - 3.760", (2_890, 3_760)),
        ("€ 2.890 – 3.760", (2_890, 3_760)),
        ("€22.890 tot 33.760", (22_890, None)),
        ("EUR 22.890-33.760", (22_890, 33_760)),
        ("$2.890 - 3.76", (2.89, 3.76)),
        ("EUR 65,000 - 2", (65_000, None)),
    ],
)
def test_the_end_without_a_sign_is_read_as_the_currency_of_the_other_groups_its_digits(text, ends):
    (figure, *_) = find(Cell(text))
    assert (figure.low, figure.high if figure.high != figure.low else None) == ends
