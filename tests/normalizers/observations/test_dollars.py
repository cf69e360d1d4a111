"""Whose dollars a bare `$` means."""

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
