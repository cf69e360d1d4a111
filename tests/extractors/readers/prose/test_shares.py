"""Which percents of a sentence are pay: rises, shares and differences; the others are left lying."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def percents(text):
    document = Document("page.txt", text)
    rows = observe(document, default.extract(document)).observations
    return [record["low"] or record["high"] for record in rows if record["unit"].startswith("percent")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Those we placed left for an 8.5% uplift.", [8.5]),
        ("The tram drivers' union is asking for 11% this year.", [11.0]),
        ("The average raise was 4%. Weavers got 6%.", [4.0, 6.0]),
        ("Raises are small. The bank expects 1.3% for most.", [1.3]),
        ("Last year's settlement was a 4.1% cost-of-living adjustment.", [4.1]),
        ("Dyers in Ghent are on 9% less than those in Lille.", [9.0]),
        ("A stonemason in Leeds earns £41,000, up 3% on last year.", [3.0]),
        ("Pay went up by 2% in May and by a further 3% in June.", [2.0, 3.0]),
        ("STI up to 14%.", [14.0]),
        ("Weaving officers, who had struck for a month, settled for a 7 per cent rise.", [7.0]),
        ("Weaving benchmarks rose 2.5%; dyeing did not move.", [2.5]),
        ("The employers opened in June with 1.9%.", [1.9]),
        ("My firm offered 2 per cent and a fruit basket.", [2.0]),
        ("Everybody gets the annual cost-of-living award in May: 3.6%.", [3.6]),
        ("Clerks got a yearly bonus of 8.5% of salary.", [8.5]),
        ("A potter typically receives 0.05% of the company, vesting over four years.", [0.05]),
    ],
)
def test_a_percent_is_pay_where_something_says_so(text, found):
    assert percents(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "In-town: 64%, median $71,500.",
        "The average raise was 400 crowns. 58% of you had a pay review.",
        "Glaziers earn £39,000 and 31% belong to a guild.",
        "Join 12,000 readers, or go further for £9 a month (save 25% annually).",
        "Shares in the carrier fell 3.4% to $18.20.",
        "Weavers earn £39,000. About 19% of them report a bonus.",
        "New weavers pay pension contributions of 3% of their pay.",
        "Pay is up, against RPI of 4.2%.",
        "On £52,000 they pay some £9,000, an effective rate of 17.3%.",
    ],
)
def test_a_percent_beside_pay_is_none_where_nothing_says_what_it_is(text):
    assert percents(text) == []


def test_an_amount_that_a_percent_touches_is_not_open():
    document = Document("page.txt", "Oslo pays $61.20+14% on Sundays.")
    rows = observe(document, default.extract(document)).observations
    assert [(record["high"], record["unit"]) for record in rows if record["unit"] == "currency"] == [
        (61.2, "currency")
    ]


@pytest.mark.parametrize("text", ["£30,000+ (187)", "Salary: Any | €25k+ | €35k+ | €50k+"])
def test_what_a_job_board_can_be_asked_for_is_no_pay(text):
    document = Document("page.txt", f"Jobs in Kerry\n\n{text}\n\nA warden earns €29,000.")
    assert [record["low"] for record in observe(document, default.extract(document)).observations] == [29_000]
