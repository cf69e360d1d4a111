"""Whom a row is about: labels as written, as the vocabularies know them, and where they were read."""

import datetime as dt

import pytest

from normalizers.observations import observe
from normalizers.observations.categories import LabelError
from schemas import Asserted, Citation, Document, Facts, Inferred, Read, Row

TEXT = "Acme pays a Senior Data Engineer in Berlin €70K (Stripe, 2025-Q4, n=38, Median, Monthly)"


def cell(document, text):
    start = document.text.index(text)
    return document.cell(start, start + len(text))


def observed(document, *rows):
    return observe(document, rows)


@pytest.fixture
def document():
    return Document("s/d.md", TEXT, source="s")


def row(document, **labels):
    given = {key: cell(document, value) if isinstance(value, str) else value for key, value in labels.items()}
    return Row(base=cell(document, "€70K"), **given)


def test_labels_keep_their_words_and_get_their_canonical_values(document):
    labels = {
        "company": "Acme",
        "role": "Senior Data Engineer",
        "level": "Senior",
        "region": "Berlin",
        "as_of": "2025-Q4",
    }
    (record,) = observed(document, row(document, **labels)).observations
    expected = {
        "company": "acme", "company_name": "Acme", "role": "data-engineer", "role_title": "Senior Data Engineer",
        "level": "senior", "level_label": "Senior", "place": "Berlin", "country": "DE", "region_label": "Berlin",
        "as_of": dt.date(2025, 12, 31), "as_of_label": "2025-Q4",
    }  # fmt: skip
    assert {column: record[column] for column in expected} == expected


def test_every_label_that_was_read_has_a_place_where_it_stands(document):
    found = observed(
        document, row(document, company="Acme", role="Data Engineer", region="Berlin", sample_size="n=38")
    )
    lines = {line["column"]: line for line in found.provenance}
    assert {"company_name", "role_title", "region_label", "sample_size"} <= lines.keys()
    for line in found.provenance:
        if line["how"] == "read":
            assert document.text[line["char_start"] : line["char_end"]] == line["text"]


def test_read_asserted_and_inferred_are_kept_apart(document):
    found = observed(
        document, row(document, company="Acme", role=Asserted("Data Engineer"), claim=Inferred("reported"))
    )
    how = {line["column"]: line["how"] for line in found.provenance}
    assert (how["company_name"], how["role_title"], how["claim"]) == ("read", "asserted", "inferred")
    (record,) = found.observations
    assert "role_title" in record["asserted"]
    assert "claim" in record["inferred"]


def test_texts_of_an_extractor_get_their_meaning_here(document):
    (record,) = observed(document, row(document, statistic="Median", period="Monthly")).observations
    assert (record["statistic"], record["low_percentile"], record["period"], record["annual_low"]) == (
        "median", 50, "month", 840_000,
    )  # fmt: skip


def test_a_component_may_stand_in_a_column_of_its_own():
    document = Document("d", "Sign-on Bonus | $20K")
    (record,) = observed(document, Row(amount=document.cell(16), component=document.cell(0, 13))).observations
    assert (record["component"], record["period"]) == ("signing_bonus", "one_time")


def test_a_text_that_means_no_value_is_flagged_and_left_out(document):
    (record,) = observed(document, row(document, period="Acme")).observations
    assert (record["period"], record["flags"]) == ("year", ["unmapped_label"])


def test_an_asserted_value_that_does_not_exist_is_an_error_with_the_nearest_one(document):
    with pytest.raises(LabelError, match="period 'yaer' does not exist; did you mean 'year'"):
        observed(document, row(document, period=Asserted("yaer")))


def test_the_component_is_read_from_the_words_that_name_the_figure(document):
    found = observed(document, row(document, figure_label="Median"))
    (line,) = (line for line in found.provenance if line["column"] == "component")
    assert (line["how"], line["text"]) == ("read", "Median")


def test_a_figure_of_several_places_becomes_an_observation_for_each_with_one_figure():
    document = Document("d", "Austin, Denver: $150K")
    places = [cell(document, "Austin"), cell(document, "Denver")]
    found = observed(document, Row(base=cell(document, "$150K"), region=places))
    assert [record["place"] for record in found.observations] == ["Austin", "Denver"]
    assert len({record["figure_id"] for record in found.observations}) == 1
    assert len({record["observation_id"] for record in found.observations}) == 2
    assert len(found.ledger) == 1


def test_every_listed_label_is_fanned_out():
    document = Document("d", "Google and Meta, nurses and teachers: $150K")
    listed = {"company": ["Google", "Meta"], "role": ["nurses", "teachers"]}
    labels = {key: [cell(document, text) for text in texts] for key, texts in listed.items()}
    found = observed(document, Row(base=cell(document, "$150K"), **labels)).observations
    assert [(r["company_name"], r["role_title"]) for r in found] == [
        ("Google", "nurses"), ("Google", "teachers"), ("Meta", "nurses"), ("Meta", "teachers"),
    ]  # fmt: skip


def test_lookups_of_the_manifest_go_before_the_vocabularies(document):
    document.lookups.update(
        {"level": {"senior": "staff"}, "company": {"ACME": "acme-gmbh"}, "place": {"Berlin": "Munich"}}
    )
    (record,) = observed(
        document, row(document, company="Acme", level="Senior", region="Berlin")
    ).observations
    assert (record["company"], record["level"], record["level_label"], record["place"]) == (
        "acme-gmbh", "staff", "Senior", "Munich",
    )  # fmt: skip


def test_a_figures_name_may_be_looked_up_where_only_a_convention_says_what_it_is():
    document = Document("d", "Kicker: $10K", lookups={"component": {"kicker": "bonus"}})
    label, amount = document.cell(0, 6), document.cell(8)
    (record,) = observed(document, Row(amount=amount, figure_label=label)).observations
    assert (record["component"], record["inferred"]) == ("bonus", ["period"])
    (stated,) = observed(document, Row(base=amount, figure_label=label)).observations
    assert stated["component"] == "base"


def test_the_country_of_the_manifest_counts_where_no_place_is_stated():
    document = Document("d", "pay: €70K", defaults={"country": "DE"})
    (record,) = observed(document, Row(base=document.cell(5))).observations
    assert (record["country"], record["asserted"]) == ("DE", ["component", "country"])


def test_a_group_of_payers_is_no_payer():
    document = Document("d", "FAANG: $300K", defaults={"company": "Acme"})
    (record,) = observed(
        document, Row(base=document.cell(7), employer_group=document.cell(0, 5))
    ).observations
    assert (record["company"], record["employer_group"]) == (None, "FAANG")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("n=38", 38), ("1,204 postings", 1204), ("12", 12), ("about a dozen", None), ("1.5", None)],
)
def test_the_number_of_cases(text, expected):
    document = Document("d", f"$70K {text}")
    (record,) = observed(document, Row(base=document.cell(0, 4), sample_size=document.cell(5))).observations
    assert record["sample_size"] == expected


def test_sources_and_citation_marks_stand_together():
    document = Document("d", "BLS reports $70K [3]; [5]")
    marks = cell(document, "[3]; [5]")
    row = Row(
        base=cell(document, "$70K"), attributed_to=cell(document, "BLS"), citation=Read("[3]; [5]", marks)
    )
    (record,) = observed(document, row).observations
    assert record["attributed_to"] == "BLS; [3]; [5]"


def test_the_documents_own_date_and_quality_hold_for_rows_that_have_none(document):
    facts = Facts({"as_of": cell(document, "2025-Q4"), "declared_quality": cell(document, "Median")})
    found = observed(document, row(document), facts)
    (record,) = found.observations
    assert (record["as_of"], record["declared_quality"]) == (dt.date(2025, 12, 31), None)
    assert any(line["column"] == "as_of_label" and line["how"] == "read" for line in found.provenance)


def test_spans_of_years_are_no_date():
    document = Document("d", "$70K 2025-2026")
    (record,) = observed(document, Row(base=document.cell(0, 4), as_of=document.cell(5))).observations
    assert (record["as_of"], record["as_of_label"]) == (None, "2025-2026")


def test_citations_are_records_with_their_place(document):
    found = observed(document, Facts({}, [Citation(cell(document, "Stripe"), text="Stripe")]))
    (citation,) = found.citations
    assert document.text[citation["char_start"] : citation["char_end"]] == "Stripe"
