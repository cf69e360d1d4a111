"""Whose dollars a bare `$` means."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def currencies(text, name="page.md"):
    document = Document(name, text)
    return [
        (row["low"], row["currency"]) for row in observe(document, default.extract(document)).observations
    ]


def test_dollars_are_those_that_the_front_matter_names():
    text = "---\nrole: Tiler\nbase_min: 61000\nbase_max: 72000\ncurrency: CAD\n---\n\n# Offer\n\nThey offered a base of $66,000.\n"
    assert currencies(text) == [(61_000, "CAD"), (66_000, "CAD")]


def test_on_a_page_that_gives_each_country_its_own_money_canadian_dollars_are_canadian():
    text = (
        "# Pay of tilers in the US, UK and Canada\n\n## US\n\nTilers earn $58,000.\n\n## UK\n\nTilers earn £36,000.\n\n"
        "## Canada\n\nTilers earn $62,000.\n"
    )
    assert currencies(text) == [(58_000, "USD"), (36_000, "GBP"), (62_000, "CAD")]


def test_a_column_that_names_its_currency_says_it_for_the_columns_beside_it():
    text = "# Tilers\n\n| Firm | Base (CAD) | Total |\n|---|---|---|\n| Orbison | 55–60k | 63–70k |\n"
    assert currencies(text) == [(55_000, "CAD"), (63_000, "CAD")]


def test_dollars_whose_amounts_would_be_tiny_there_stay_american():
    text = "# Pay of tilers\n\n## UK\n\nTilers earn £36,000.\n\n## Hong Kong\n\nTilers earn $62,000.\n"
    assert currencies(text) == [(36_000, "GBP"), (62_000, "USD")]


def test_shillings_are_those_of_the_towns_that_a_page_speaks_of():
    text = (
        "# Tilers in Mombasa call off their strike\n\nA tiler earns a basic salary of Sh38,500 a month, up from Sh29,200. "
        "Agents for Saudi Arabia offer tilers a salary of 2,900 riyals a month.\n"
    )
    assert currencies(text) == [(38_500, "KES"), (29_200, "KES"), (2_900, "SAR")]


def test_kroner_are_not_counted_in_money_of_another_name():
    text = "# Pay of tilers\n\nTilers earn a salary of 41 500 kr a month, and €2,900 abroad.\n"
    assert currencies(text) == [(41_500, None), (2_900, "EUR")]


def test_the_period_of_an_amount_depends_on_whose_money_it_is():
    document = Document("page.md", "# Tilers in Mombasa\n\nA tiler earns a basic salary of Sh38,500.\n")
    (row,) = observe(document, default.extract(document)).observations
    assert (row["currency"], row["period"]) == ("KES", "month")


def test_a_page_that_mostly_writes_letters_before_its_dollars_means_them_also_without():
    text = (
        "# Pay of clerks\n\nClerks start at S$3,900 a month, bakers at S$2,700 a month, cooks at S$2,850 a month and tilers at "
        "S$3,050 a month. Five years on it is $5,900 a month.\n"
    )
    assert {currency for _, currency in currencies(text)} == {"SGD"}


def test_a_page_that_writes_letters_only_before_foreign_dollars_means_american_ones_without():
    text = (
        "# Pay of clerks\n\nClerks earn $51,000, bakers $47,000, cooks $46,000 and tilers $58,000. "
        "In the north it is C$61,000, C$58,000 and C$57,000.\n"
    )
    assert sum(currency == "USD" for _, currency in currencies(text)) == len(
        ["clerks", "bakers", "cooks", "tilers"]
    )


@pytest.mark.parametrize(
    "text",
    [
        "# Pay of tilers\n\nAll amounts are in Singapore dollars.\n\n| Job | Pay a month |\n|---|---|\n| Tiler | $2,960 |\n",
        "# Pay of tilers\n\nTilers earn a basic wage of $2,960 a month. Figures are shown in Singapore dollars.\n",
    ],
)
def test_dollars_are_those_in_which_a_page_says_its_amounts_are(text):
    assert currencies(text) == [(2_960, "SGD")]


def test_a_page_that_gives_some_amounts_in_each_of_two_dollars_says_it_of_none():
    text = "# Pay of tilers\n\nAmounts are in US dollars here, and amounts in Canadian dollars below. Tilers earn $58,000.\n"
    assert currencies(text) == [(58_000, "USD")]


def test_dollars_are_those_of_the_towns_that_a_page_speaks_of():
    text = (
        "# Tilers vote on an offer\n\nThe union met in Napier and in Palmerston North, with a guest from Brisbane. "
        "Tilers start on $53,600.\n"
    )
    assert currencies(text) == [(53_600, "NZD")]


def test_a_bare_sign_is_not_american_where_a_few_amounts_are_said_to_be():
    text = "# Pay of tilers in Australia\n\nTilers earn $98,500 and leads $139,000. In Texas they earn US$52,000.\n"
    assert currencies(text) == [(98_500, "AUD"), (139_000, "AUD"), (52_000, "USD")]


def test_a_bare_sign_stays_american_where_most_amounts_are_said_to_be():
    text = "# Pay of tilers in Australia\n\nTilers earn US$58,500 and leads US$79,000, or $4,900 a month.\n"
    assert currencies(text)[-1] == (4_900, "USD")


def test_a_page_that_writes_letters_for_some_dollars_means_others_by_a_bare_sign():
    text = (
        "# Jobs at sea\n\n## Chief Engineer\n\nUSD 14,900 a month on board.\n\n## Marine Pilot, Cairns, Queensland\n\n"
        "AU$231,000 a year, superannuation of 12%, in Queensland, Australia.\n\n## Bosun\n\n$2,150 a month.\n"
    )
    assert currencies(text)[-1] == (2_150, "USD")


def test_a_column_in_canadian_dollars_says_so_for_the_text_beside_american_ones():
    text = (
        "# Pay of tilers in Canada\n\nThe offer was $58,000, after $61,000 was asked for; in Texas it is US$52,000.\n\n"
        "| Firm | Base (CAD) |\n|---|---|\n| Orbison | $59,000 |\n"
    )
    assert [currency for _, currency in currencies(text)] == ["CAD", "CAD", "USD", "CAD"]


def test_what_the_front_matter_names_holds_for_a_bare_sign_beside_letters_of_the_same_dollars():
    head = "---\nbase_min: 61000\nbase_max: 72000\ncurrency: CAD\n---\n\n"
    text = f"{head}# Offers to a tiler\n\nI asked for $66,000, or CA$64,000 and $3,000, not US$60,000.\n"
    assert [currency for _, currency in currencies(text)] == ["CAD", "CAD", "CAD", "CAD", "USD"]


def test_amounts_of_a_page_without_any_money_are_in_that_of_the_place():
    table = "| Level | Base salary |\n|---|---|\n| 1 | 41,000 |\n| 2 | 47,500 |\n"
    assert currencies(f"# Tiler pay in Ohio, USA\n\n{table}") == [(41_000, "USD"), (47_500, "USD")]
    assert currencies(f"# Tiler pay\n\n{table}") == [(41_000, None), (47_500, None)]


def test_a_statement_above_amounts_with_letters_is_about_them_alone():
    text = (
        "# Pay of tilers at three firms\n\n## Orbison\n\n- Junior: $48,000\n- Senior: $61,000\n- Lead: $70,000\n\n"
        "## Tansy\n\nAll figures are Canadian dollars.\n\n- Junior: C$52,000\n- Senior: C$64,000\n\n## Corvane\n\n- Lead: $71,000\n"
    )
    found = dict(currencies(text))
    assert [found[one] for one in (48_000, 61_000, 70_000, 71_000)] == ["USD"] * 4
    assert found[52_000] == "CAD"


def test_an_amount_of_places_with_other_money_is_in_one_currency():
    table = "# Welders\n\n| Place | Welder |\n|---|---|\n| Leeds | £41,000 |\n| Boston, Vancouver | $82,000 |\n| Toronto | $75,500 |\n"
    assert currencies(table) == [(41_000, "GBP"), (82_000, "USD"), (82_000, "USD"), (75_500, "CAD")]


def test_dollars_that_the_front_matter_calls_american_are_so_everywhere():
    text = "---\nrole: Welder\nbase: 61000\ncurrency: USD\n---\n\n# Pay\n\n"
    text += "| Place | Base |\n|---|---|\n| Leeds | £41,000 |\n| Toronto | $75,500 |\n"
    assert currencies(text)[1:] == [(41_000, "GBP"), (75_500, "USD")]
