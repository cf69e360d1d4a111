"""Whole documents of any make: what holds for every record that comes out of them."""

import copy
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors import default, readers
from flows.process import JUDGED_LATER, visible
from normalizers import figures
from normalizers.observations import observe, restates
from schemas import Document, Inferred, Row
from schemas.tables import validation

ORIGIN = {"extractor": "extractors.default", "extractor_version": "x", **JUDGED_LATER}
PIECES = (
    "---\ncompany: Acme\nrole: Data Engineer\ncompensation:\n  - region: Berlin\n"
    "    base_low: 90000\n    base_high: 120000\n    currency: EUR\n---\n",
    "# Pay at Acme\n\n",
    "| Level | Base | Stock (RSU/4yr) | Bonus |\n|---|---|---|---|\n"
    "| L4 | $150K - $180K | $80K+ | 12–18% |\n| L5 | $190K | n/a | 15% |\n\n",
    "| City | Total |\n|---|---|\n| London | £75K / $95K - £100K / $128K |\n| NYC, Boston | $1.2M |\n\n",
    "According to the BLS, the median wage of nurses in Ohio is $73,300, or $35.24 an hour.\n\n",
    "- **Bonus:** up to 20% of base\n- Signing bonus: $25K–$50K\n\n",
    'A friend said: "I was offered $210K with $165K/4yr in stock, and asked for 10% more."\n\n',
    "The company raised $30M and grew by 40%. Rent is $2,400 a month.\n\n",
    "Senior\n$180,000 - $220,000\nJunior\n$90,000+\n\n",
    "Freelancers charge €120/hour; consultants ¥900,000 a month.\n\n",
    "<p>Pay: $70k&ndash;$90k</p>\n",
    "$5 – $3, −12%, 1e9, $999,999,999,999,999, £,, $-5, 0%\n",
)
documents = st.lists(st.sampled_from(PIECES), max_size=7).map("".join)


def observed(text):
    document = Document("s/d.md", text, sha256="0", source="s")
    return document, observe(document, default.extract(document), visible(document))


@settings(max_examples=60)
@given(documents)
def test_every_record_stands_where_it_says_and_fits_its_table(text):
    found = observed(text)[1]
    for record in found.observations:
        assert record["evidence"] == text[record["char_start"] : record["char_end"]]
        assert text.count("\n", 0, record["char_start"]) + 1 == record["line_start"]
    for line in found.provenance:
        if line["how"] == "read":
            assert line["text"] == text[line["char_start"] : line["char_end"]]
    rows = [copy.deepcopy(record) | ORIGIN for record in found.observations]
    for table, records in (
        ("observations", rows),
        ("provenance", found.provenance),
        ("ledger", found.ledger),
    ):
        failures = validation.split(table, validation.frame(table, records))[1]
        assert {one.check for one in failures} <= {"amount_too_large"}


@settings(max_examples=40)
@given(documents)
def test_references_between_the_records_hold(text):
    _, found = observed(text)
    ids = [record["observation_id"] for record in found.observations]
    figures_observed = {entry["figure_id"] for entry in found.ledger if entry["disposition"] == "observed"}
    assert len(set(ids)) == len(ids)
    assert {record["figure_id"] for record in found.observations} == figures_observed
    assert {line["observation_id"] for line in found.provenance} <= set(ids)
    best = {record["observation_id"] for record in found.observations if record["restates"] is None}
    assert all(record["restates"] in best for record in found.observations if record["restates"])


@settings(max_examples=25)
@given(documents)
def test_a_document_gives_the_same_records_again(text):
    one, other = observed(text)[1], observed(text)[1]
    assert (one.observations, one.provenance, one.ledger) == (
        other.observations,
        other.provenance,
        other.ledger,
    )


@settings(max_examples=25)
@given(documents)
def test_a_paragraph_in_front_renames_no_observation_of_the_text_behind(text):
    above = "Some words about nothing in particular.\n\n"
    if text.startswith("---") or readers.looks_like_html(text):
        return  # the head of a page must stay its head
    names = [record["observation_id"] for record in observed(text)[1].observations]
    assert [record["observation_id"] for record in observed(above + text)[1].observations] == names


@pytest.mark.parametrize(
    "line",
    ["Staff {n}: $150K a year\n", "$150K a year\n", "£{n}K ($150K), ", "| L{n} | $150K - $180K | 12% |\n"],
)
def test_the_comparisons_of_rows_grow_with_the_rows_and_not_with_their_square(line, monkeypatch):
    compared: Counter[str] = Counter()
    for name in ("_says_no_more", "_converted"):
        monkeypatch.setattr(restates, name, _counted(getattr(restates, name), compared))

    document = Document("d", "".join(line.format(n=n) for n in range(2_000)))
    rows = [
        Row(
            amount=figure,
            component=Inferred("base"),
            qualifier=document.cell(max(0, figure.cell.start - 8), figure.cell.start),
            context="prose",
            package="" if "\n" in line else "one",
        )
        for figure in figures.find(document.cell())
    ]
    observe(document, rows, [document.cell()])
    assert compared.total() < 100 * len(rows), "every row with every other one would be 2,000 a row"


def _counted(function, counts):
    def counting(*given):
        counts[function.__name__] += 1
        return function(*given)

    return counting
