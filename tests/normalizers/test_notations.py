"""Money as it is written round the world: signs, letters, groups, marks behind, scales and ranges."""

import pytest

from normalizers.figures import find
from schemas import Cell


@pytest.mark.parametrize(
    ("text", "amount", "currency", "period"),
    [
        ("Sh31,400 a month", 31_400, None, "month"),
        ("Sh. 31,400/= per month", 31_400, None, "month"),
        ("31,400/- monthly", 31_400, None, "month"),
        ("Rs. 31,400/- p.m.", 31_400, "INR", "month"),
        ("K.Sh 31,400", 31_400, "KES", None),
        ("Tshs. 640,000/=", 640_000, "TZS", None),
        ("R13 750,00 per month", 13_750, "ZAR", "month"),
        ("R87,60 per hour", 87.6, "ZAR", "hour"),
        ("R31,45", 31.45, "ZAR", None),
        ("Master fitter5+R27 300", 27_300, "ZAR", None),
        ("Dh9,400", 9_400, "AED", None),
        ("9 400 DH", 9_400, "MAD", None),
        ("9,400 Omani rials", 9_400, "OMR", None),
        ("1,150 KD", 1_150, "KWD", None),
        ("Php 27,500", 27_500, "PHP", None),
        ("NTD 46,000", 46_000, "TWD", None),
        ("Nu. 36,000", 36_000, "BTN", None),
        ("3 lakh kyats", 300_000, "MMK", None),
        ("1,650 GEL", 1_650, "GEL", None),
        ("₾ 1,650", 1_650, "GEL", None),
        ("310,000 ֏", 310_000, "AMD", None),
        ("15.500.000 VNĐ", 15.5e6, "VND", None),
        ("Rp. 7.250.000,- per bulan", 7.25e6, "IDR", "month"),
        ("Rp 7.250.000.", 7.25e6, "IDR", None),
        ("kr 585.000,- i året", 585_000, None, "year"),
        ("38 500:-", 38_500, None, None),
        ("CHF 88'000.– pro Jahr", 88_000, "CHF", "year"),
        ("620 ezer Ft", 620_000, "HUF", None),
        ("32 тис. грн", 32_000, "UAH", None),
        ("95 000 р.", 95_000, "RUB", None),
        ("14,500 ₪", 14_500, "ILS", None),
        ("41 500 $", 41_500, "USD", None),
        ("41 500 $ CA", 41_500, "CAD", None),
        ("$41,500 CDN", 41_500, "CAD", None),
        ("24,60 $ l'heure", 24.6, "USD", "hour"),
        ("$880.000", 880_000, "USD", None),
        ("R$ 3,8 mil", 3_800, "BRL", None),
        ("38 mil euros", 38_000, "EUR", None),
        ("$1.2 mil", 1_200_000, "USD", None),
        ("Bs 4.700", 4_700, "BOB", None),
        ("410 000 F", 410_000, "XAF", None),
        ("72.000 DA", 72_000, "DZD", None),
        ("9,200 درهم", 9_200, "AED", None),
        ("$70 per finished hour", 70, "USD", "hour"),
    ],
)
def test_an_amount_is_read_as_people_of_its_country_write_it(text, amount, currency, period):
    (found,) = find(text)
    assert (found.low, found.high, found.currency, found.period) == (amount, amount, currency, period)


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("R155 to R190", 155, 190, "ZAR"),
        ("R$ 5–12 mil", 5_000, 12_000, "BRL"),
        ("R$ 3 mil – 5 mil", 3_000, 5_000, "BRL"),
        ("$3–5 mil", 3_000_000, 5_000_000, "USD"),
        ("R155–R190 an hour", 155, 190, "ZAR"),
        ("de 1.350 a 1.700 euros", 1_350, 1_700, "EUR"),
        ("entre 1.350 y 1.700 €", 1_350, 1_700, "EUR"),
        ("41 à 52 k€", 41_000, 52_000, "EUR"),
        ("de 41 000 € à 52 000 €", 41_000, 52_000, "EUR"),
        ("tussen 2.650 en 3.100 euro", 2_650, 3_100, "EUR"),
        ("€ 2.650 tot € 3.100", 2_650, 3_100, "EUR"),
        ("mellan 33 000 och 39 000 kronor", 33_000, 39_000, "SEK"),
        ("fra 33.000 til 39.000 kr.", 33_000, 39_000, None),
        ("od 7500 do 9800 zł", 7_500, 9_800, "PLN"),
        ("от 85 000 до 110 000 ₽", 85_000, 110_000, "RUB"),
        ("420万円～580万円", 4.2e6, 5.8e6, "JPY"),
    ],
)
def test_a_range_is_one_figure_in_every_language(text, low, high, currency):
    (found,) = find(text)
    assert (found.low, found.high, found.currency) == (low, high, currency)


@pytest.mark.parametrize(
    "text",
    ["in 2024:- see below", "Euro 2024 in Dortmund", "Euro 6 engines", "R450 and the coast road", "the R21 and R24 exits",
     "800 KM by road", "1,200 Fahrenheit", "grades 5/-", "сумма 5 000 сумма"],
)  # fmt: skip
def test_what_only_looks_like_an_amount_of_some_country_is_none(text):
    assert [one for one in find(text) if one.unit == "currency"] == []


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("$17 a 40-hour week", [17]),
        ("the $41,000 $52,000 columns", [41_000, 52_000]),
        ("those on $41,000 do 52 weeks", [41_000]),
        ("€ 880,-, € 910,-", [880, 910]),
        ("R$ 9.200 / 11.050 / 13.400", [9_200, 11_050, 13_400]),
        ("€48k / 52k / 57k gross", [48_000, 52_000, 57_000]),
        ("€48k/52k/57k", [48_000, 52_000, 57_000]),
        ("$45,000 / 12,000 employees", [45_000]),
        ("$45,000 / 2,080", [45_000]),
        ("€48k / 40 hours", [48_000]),
        ("S1 €31.000, S2 €36.000", [31_000, 36_000]),
    ],
)
def test_what_stands_between_two_numbers_joins_them_only_where_it_can(text, amounts):
    assert [one.low for one in find(text)] == amounts


@pytest.mark.parametrize(
    ("text", "ends", "bound"),
    [
        ("≥ $2,310", (2_310, None), "minimum"),
        (">= £31,000", (31_000, None), "minimum"),
        ("≤ €4,150", (None, 4_150), "maximum"),
    ],
)
def test_signs_of_comparison_say_which_end_is_meant(text, ends, bound):
    (figure,) = find(Cell(text))
    assert ((figure.low, figure.high), figure.bound) == (ends, bound)


def test_letters_behind_a_stroke_and_a_digit_are_a_name():
    assert find(Cell("An S/4HANA consultant")) == []
    assert [one.low for one in find(Cell("from S/4 an hour"))] == [4]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("$120K¹", [(120_000, 120_000)]),
        ("$90K−$95K", [(90_000, 95_000)]),
        ("£31,000−34,500", [(31_000, 34_500)]),
        ("€30k −12%", [(30_000, 30_000), (-12, -12)]),
    ],
)
def test_a_raised_number_is_no_digit_and_a_minus_between_amounts_no_sign(text, ends):
    assert [(figure.low, figure.high) for figure in find(text)] == ends


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("My brother gets 58/hr + a van.", [58]),
        ("Leith. 18/hr. Two years.", [18]),
        ("We answer 30 calls an hour, 12 per hour at night.", []),
        ("The limit is 55 an hour.", []),
        ("He pays himself 85,000 and takes 12,000 widgets.", [85_000]),
        ("Last W2 was 68,900 with overtime.", [68_900]),
        (
            "The median is $57,300; 10th pct 37,270, 90th 84,250. That is 397,450 workers.",
            [57_300, 37_270, 84_250],
        ),
        ("Base 104k, 10k target bonus. Cleared 151k last year.", [104_000, 10_000, 151_000]),
    ],
)
def test_words_around_a_number_without_a_sign_say_that_somebody_is_paid_it(text, amounts):
    assert [figure.high or figure.low for figure in find(Cell(text)) if figure.unit == "currency"] == amounts


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Median salary (NOK): 41 300", "NOK"),
        ("Gross salary, CZK: 41 300", "CZK"),
        ("Base salary in GBP: 41,300", "GBP"),
        ("Average pay (€): 41,300", "EUR"),
        ("Average pay (all): 41,300", None),
    ],
)
def test_the_label_of_a_number_ends_with_its_currency(text, currency):
    (found,) = find(Cell(text))
    assert (found.high, found.currency) == (41_300, currency)


@pytest.mark.parametrize(
    "text",
    [
        "Calls handled: 45/hr. Agents get paid.",
        "Our job board gets 12,000 a month.",
        "In 2023 they made 62,000. The plant is old.",
        "The paper has a daily run; average 45,000. Editors earn $60,000.",
    ],
)
def test_what_is_counted_by_the_hour_or_month_is_no_pay(text):
    assert [figure.low for figure in find(Cell(text)) if figure.unit == "currency"] in ([], [60_000])


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("I was at 14 LPA: 12.5 fixed and 1.5 variable.", [1_400_000, 1_250_000, 150_000]),
        ("about $520k (base 250, stock 265)", [520_000, 250_000, 265_000]),
        ("They offered ₹36 lakh, of which 28 base and 8 in stock.", [3_600_000, 2_800_000, 800_000]),
        ("TC 350k (200 base / 100 stock / 50 bonus)", [350_000, 200_000, 100_000, 50_000]),
        # What is more than the whole, has a sentence between, or is one number alone is left as it is.
        ("about $520k, and 600 base stations and 700 in stock", [520_000]),
        ("They offered ₹36 lakh. I wanted 28 base and 8 in stock.", [3_600_000]),
        ("They offered ₹36 lakh with 2 stock photos", [3_600_000]),
        ("OTE is $180k (70 base, 30 variable)", [180_000]),
    ],
)
def test_parts_of_an_amount_share_its_scale(text, amounts):
    found = find(text)
    assert [figure.low for figure in found] == amounts
    assert ["scale_carried" in figure.flags for figure in found] == [False, *[True] * (len(amounts) - 1)]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("a base of $[168-182]K", [(168_000, 182_000)]),
        ("a $[25K-35K] / SGD [20K-30K] sign-on", [(25_000, 35_000), (20_000, 30_000)]),
        ("at $[X]K, as said in [1]", []),
        ("paid in EUR [12] and USD [3]", []),
    ],
)
def test_amounts_that_were_filled_into_the_brackets_of_a_template(text, ends):
    assert [(figure.low, figure.high) for figure in find(text)] == ends
