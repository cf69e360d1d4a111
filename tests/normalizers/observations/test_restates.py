"""Which rows state a fact again: the same amount of the same thing, in a lesser place, currency or period."""

import pytest

from normalizers import figures
from normalizers.observations import observe
from schemas import Document, Inferred, Read, Row


def observed(*lines, packages=False):
    """A row for every figure of lines `context | labels as key=value | text`; gives line numbers: restating -> best."""
    starts, text = [], ""
    for _, labels, words in lines:
        starts.append(len(text))
        text += f"{labels} | {words}\n"
    document = Document("d", text)
    found = observe(
        document,
        [row for line, at in zip(lines, starts, strict=True) for row in _rows(document, line, at, packages)],
    )
    line_of = {
        record["observation_id"]: (record["line_start"], record["currency"], record["period"])
        for record in found.observations
    }
    return {line_of[r["observation_id"]]: line_of[r["restates"]] for r in found.observations if r["restates"]}


def _rows(document, line, at, packages):
    context, labels, words = line
    given, place = {}, at
    for pair in labels.split(", "):
        key, _, value = pair.partition("=")
        if key:
            cell = document.cell(place + len(key) + 1, place + len(pair))
            given[key] = Read(value, cell) if key in ("statistic", "claim", "period") else cell
        place += len(pair) + 2
    begin = at + len(labels) + 3
    for figure in figures.find(document.cell(begin, begin + len(words))):
        component = Read("base", document.cell(at, at + 1))
        locator = f"{context} {document.line(at)}, row 1" if context == "table" else ""
        package = str(at) if packages else ""
        yield Row(
            amount=figure, component=component, context=context, locator=locator, package=package, **given
        )


def lines(*pairs):
    """Only the lines of the outcome."""
    return {mine[0]: best[0] for mine, best in observed(*pairs).items()}


def test_the_table_is_the_fact_and_front_matter_and_prose_restate_it():
    assert lines(
        ("prose", "level=Senior", "$150K-$180K"),
        ("front_matter", "level=Senior", "$150K-$180K"),
        ("table", "level=Senior", "$150K-$180K"),
    ) == {1: 3, 2: 3}


def test_a_row_that_says_more_than_the_better_one_is_a_fact_of_its_own():
    assert (
        lines(
            ("table", "level=Senior", "$150K-$180K"), ("prose", "level=Senior, region=Berlin", "$150K-$180K")
        )
        == {}
    )


@pytest.mark.parametrize(
    ("labels", "other"),
    [
        ("level=L5", "level=L6"),
        ("region=Berlin", "region=Munich"),
        ("company=Acme", "company=Stripe"),
        ("qualifier=day", "qualifier=night"),
    ],
)
def test_rows_about_different_subjects_never_restate_each_other(labels, other):
    assert lines(("table", labels, "$150K-$180K"), ("prose", other, "$150K-$180K")) == {}


def test_other_amounts_never_restate_each_other():
    assert lines(("table", "level=Senior", "$150K-$180K"), ("prose", "level=Senior", "$150K-$185K")) == {}


def test_spellings_of_one_place_are_one_place():
    assert lines(
        ("table", "region=NYC", "$150K-$180K"), ("prose", "region=New York City", "$150K-$180K")
    ) == {2: 1}


def test_rows_of_one_table_are_facts_of_their_own():
    document = Document("d", "| $150K-$180K | $150K-$180K |")
    rows = [
        Row(amount=figure, component=Inferred("base"), context="table", locator=f"table 1, row {number}")
        for number, figure in enumerate(figures.find(document.cell()))
    ]
    assert [record["restates"] for record in observe(document, rows).observations] == [None, None]


def test_a_round_amount_without_any_label_may_be_the_same_by_chance():
    assert lines(("table", "", "$150K"), ("prose", "", "$150K")) == {}
    assert lines(("table", "", "$112,590"), ("prose", "", "$112,590")) == {2: 1}


def test_a_figure_that_names_no_statistic_restates_the_median_but_the_mean_does_not():
    assert lines(("table", "statistic=median", "$112,590"), ("prose", "", "$112,590")) == {2: 1}
    assert lines(("table", "statistic=median", "$112,590"), ("prose", "statistic=mean", "$112,590")) == {}


def test_what_is_said_in_a_negotiation_or_as_an_example_restates_nothing():
    assert (
        lines(("table", "level=Senior", "$112,590"), ("prose", "level=Senior, claim=example", "$112,590"))
        == {}
    )


def test_the_local_currency_goes_before_its_conversion():
    first = observed(("table", "region=London", "£130K - £170K ($165K - $215K)"), packages=True)
    assert {mine[1]: best[1] for mine, best in first.items()} == {"USD": "GBP"}
    second = observed(("table", "region=London", "$165K - $215K (£130K - £170K)"), packages=True)
    assert {mine[1]: best[1] for mine, best in second.items()} == {"USD": "GBP"}
    nowhere = observed(("table", "level=Senior", "$165K - $215K (£130K - £170K)"), packages=True)
    assert {mine[1]: best[1] for mine, best in nowhere.items()} == {"GBP": "USD"}


def test_two_currencies_with_other_words_between_are_no_conversion():
    assert (
        observed(("prose", "level=Senior", "£130K there, while others are paid $165K"), packages=True) == {}
    )


def test_ends_at_different_exchange_rates_are_no_conversion():
    assert observed(("table", "region=London", "£130K - £170K ($165K - $300K)"), packages=True) == {}


def test_a_year_goes_before_the_hour_that_it_is_made_of():
    found = observed(("table", "level=Senior", "$54.13/hour or $112,590 per year"), packages=True)
    assert {mine[2]: best[2] for mine, best in found.items()} == {"hour": "year"}
    assert observed(("table", "level=Senior", "$50.13/hour or $112,590 per year"), packages=True) == {}


def test_a_conversion_is_no_conflict_with_the_declared_currency():
    document = Document("d", "London | GBP | £130K ($165K)")
    first, second = figures.find(document.cell(15))
    rows = [
        Row(
            amount=figure,
            currency=document.cell(9, 12),
            region=document.cell(0, 6),
            package="p",
            locator="row 1",
        )
        for figure in (first, second)
    ]
    pound, dollar = observe(document, rows).observations
    assert dollar["restates"] == pound["observation_id"]
    assert dollar["flags"] == []
    (alone,) = observe(document, rows[1:]).observations
    assert alone["flags"] == ["currency_conflict"]
