"""Whether an amount is a point of a scale, an end of it, or the amount below or above which so many people lie."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def ends(text):
    document = Document("page.txt", text)
    rows = observe(document, default.extract(document)).observations
    return [(record["statistic"], record["low"], record["high"]) for record in rows]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One in ten glaziers takes home less than $31,200 a year.", [("p10", 31_200, 31_200)]),
        ("A quarter of the glaziers earn over $58,000 a year.", [("p75", 58_000, 58_000)]),
        ("Ten per cent of full-time glaziers earned less than 1,150 euros a month.", [("p10", 1_150, 1_150)]),
        ("Half of them make more than $44,000 a year.", [("median", 44_000, 44_000)]),
        (
            "One offer in ten is poor: a quarter of the glaziers had a base under $41,000.",
            [("p25", 41_000, 41_000)],
        ),
        ("A quarter of them began under $38,000.", [("p25", 38_000, 38_000)]),
        ("One in ten glaziers clears $92,000.", [("p90", 92_000, 92_000)]),
        ("Few glaziers make more than $90,000 a year.", [("minimum", 90_000, None)]),
    ],
)
def test_below_or_above_how_much_a_share_of_people_lies_is_a_percentile(text, found):
    assert ends(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The low end of the pay scale sits at $52,000 and the high end at $81,000.",
            [("minimum", 52_000, None), ("maximum", None, 81_000)],
        ),
        (
            "Salary for clerks starts at $41,500 and top step is $60,300.",
            [("minimum", 41_500, None), ("maximum", None, 60_300)],
        ),
        (
            "Base salary starts at $71,000 and can go to $88,000.",
            [("minimum", 71_000, None), ("maximum", None, 88_000)],
        ),
        ("Certified clerks start no lower than $43,000 a year.", [("minimum", 43_000, None)]),
        ("The band for that grade goes to $97,000 a year.", [("maximum", None, 97_000)]),
        ("A busy glazier can clear $85,000 a year.", [("minimum", 85_000, None)]),
        ("The top of the upper pay range is £61,300.", [("maximum", None, 61_300)]),
        ("In Fife glaziers get £48,200 at the top of the main scale.", [("maximum", None, 48_200)]),
        ("The highest base on a letter that we have seen is $212,000.", [("maximum", None, 212_000)]),
        (
            "Pay ranges from $61,000 for a glazier at the low end to $92,000 for a foreman at the high end.",
            [("minimum", 61_000, None), ("maximum", None, 92_000)],
        ),
        ("The highest paying role reported is site foreman at $118,000.", [("maximum", None, 118_000)]),
        ("Firms in Graz pay junior glaziers from £48,000.", [("minimum", 48_000, None)]),
        (
            "A deal took glaziers from £31,000 a year to £35,000.",
            [("point", 31_000, 31_000), ("point", 35_000, 35_000)],
        ),
        (
            "Junior glaziers from $48,000, leads up to $91,000.",
            [("minimum", 48_000, None), ("maximum", None, 91_000)],
        ),
        ("A foreman at the top of the scale passes $98,000.", [("minimum", 98_000, None)]),
        ("The average for a beginning glazier is $41,400.", [("mean", 41_400, 41_400)]),
        ("The lowest for a full-time glazing role was $42,000.", [("minimum", 42_000, None)]),
        ("With the call-outs he clears $85,000 a year.", [("point", 85_000, 85_000)]),
    ],
)
def test_words_for_an_end_of_a_scale_make_an_end_of_its_amount(text, found):
    assert ends(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Orbison put the basic pay up to £17,900 in July.", [("point", 17_900, 17_900)]),
        ("I am taking my salary for old clients up to £41,000.", [("point", 41_000, 41_000)]),
        ("Glaziers get up to £41,000.", [("maximum", None, 41_000)]),
        ("A second ticket can take your pay up to £41,000.", [("maximum", None, 41_000)]),
    ],
)
def test_what_pay_was_put_up_to_is_no_end_of_a_scale(text, found):
    assert ends(text) == found


def test_the_dash_of_a_range_ends_no_label():
    assert ends("Pilot certificates add 3.500 – 6.500 € to an offer.") == [("range", 3_500, 6_500)]


def test_and_up_may_be_written_with_a_sign():
    assert ends("Lead glaziers: $92,000 & up a year") == [("minimum", 92_000, None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("From £61k", [("minimum", 61_000, None)]),
        ("Glazier, Leeds, from £36,000", [("minimum", 36_000, None)]),
        ("Glaziers’ grid went up to $182k at the top firm.", [("maximum", None, 182_000)]),
        (
            "We are a small studio: juniors from £31,000, leads up to £74,000.",
            [("minimum", 31_000, None), ("maximum", None, 74_000)],
        ),
    ],
)
def test_where_pay_starts_and_where_a_grid_goes_to_are_ends(text, found):
    assert ends(f"# Glazier salary\n\nGlaziers are paid.\n\n{text}\n") == found


def test_the_top_rate_is_the_most_also_without_a_verb():
    text = "Glaziers get £19.10/hr in training, £23.40/hr after; top rate £31.80 in two years."
    assert ends(text)[-1] == ("maximum", None, 31.8)
