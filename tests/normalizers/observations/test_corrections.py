import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers import figures
from normalizers.observations import observe
from normalizers.observations.corrections import CorrectionError, apply
from schemas import Cell, Document, Ends, Read, Row
from schemas.corrections import parse
from schemas.mistakes import MistakesError

TEXT = (
    "base $150K-$180K\nmedian $90K\nbase_low $70K\nbonus 10%\nRSU $400K over 4 years\nAustin, Denver: $60K\n"
)


def cell(document, text):
    start = document.text.index(text)
    return document.cell(start, start + len(text))


def observed():
    document = Document("g/d.md", TEXT, source="g")
    places = [cell(document, "Austin"), cell(document, "Denver")]
    rows = [
        Row(base=cell(document, "$150K-$180K")),
        Row(base=cell(document, "$90K"), statistic=Read("median", cell(document, "median"))),
        Row(base=Ends(cell(document, "$70K"), None)),
        Row(bonus=cell(document, "10%")),
        Row(equity=figures.find(cell(document, "$400K over 4 years"))[0]),
        Row(base=cell(document, "$60K"), region=places),
    ]
    return document, observe(document, rows)


def corrected(line, evidence, values, more=""):
    text = f"- what: {{document: g/d.md, line: {line}, evidence: '{evidence}'}}\n  set: {{{values}}}\n"
    entries = parse(f"{text}  why: because\n  who: Ana\n  when: 2026-02-01\n{more}", "corrections.yaml")
    document, found = observed()
    issues = apply(document, found, entries)
    return [row for row in found.observations if row["line_start"] == line], issues


@pytest.mark.parametrize(
    ("line", "evidence", "values", "expected"),
    [
        (1, "$150K-$180K", "high: 190000", {"low": 150000, "high": 190000, "stated_low": None, "stated_high": 180000}),
        (1, "$150K-$180K", "low: 180000", {"low": 180000, "statistic": "point", "open_ended": False}),
        (1, "$150K-$180K", "high: null", {"high": None, "statistic": "minimum", "open_ended": True, "annual_high": None}),
        (2, "$90K", "low: 95000, high: 95000", {"low": 95000, "statistic": "median", "annual_low": 95000, "annual_high": 95000}),
        (3, "$70K", "high: 80000", {"low": 70000, "high": 80000, "statistic": "range", "open_ended": False}),
        (4, "10%", "low: 12, high: 15", {"low": 12, "high": 15, "statistic": "range", "annual_low": None}),
        (5, "$400K over 4 years", "vesting_years: 5", {"vesting_years": 5, "annual_low": 80000, "stated_low": None}),
        (5, "$400K over 4 years", "period: year", {"period": "year", "vesting_years": None, "annual_low": 400000}),
        (1, "$150K-$180K", "currency: CAD", {"currency": "CAD", "annual_low": 150000, "asserted": ["component", "currency"]}),
    ],
)  # fmt: skip
def test_what_is_set_and_what_follows_from_it(line, evidence, values, expected):
    (row,), (issue,) = corrected(line, evidence, values)
    assert {name: row.get(name) for name in expected} == expected
    assert "corrected" in row["flags"]
    assert ("open_ended" in row["flags"]) == row["open_ended"]
    assert (issue["code"], issue["line"]) == ("corrected", line)


def test_a_figure_that_speaks_of_two_places_is_corrected_for_both():
    rows, issues = corrected(6, "$60K", "low: 65000, high: 65000")
    assert [(row["place"], row["low"]) for row in rows] == [("Austin", 65000), ("Denver", 65000)]
    assert len(issues) == 2


@pytest.mark.parametrize(
    ("line", "evidence", "values", "message"),
    [
        (2, "$90K", "low: 95000", "the figure is one point: give both low and high"),
        (
            2,
            "$90K",
            "low: 95000, high: 99000",
            "the figure is one point (median): give low and high the same value",
        ),
        (3, "$70K", "low: null", "one end must have a value"),
        (4, "10%", "currency: USD", "'10%' is a percent and has no currency"),
        (1, "$150K-$180K", "low: 190000", "low 190000 would be over high 180000"),
    ],
)
def test_values_that_cannot_be_are_refused_and_nothing_is_changed(line, evidence, values, message):
    with pytest.raises(CorrectionError) as caught:
        corrected(line, evidence, values)
    assert str(caught.value).startswith(f"corrections.yaml:1: {message}")


def test_one_wrong_entry_leaves_all_undone():
    entries = "".join(
        f"- what: {{document: g/d.md, line: {line}, evidence: '{evidence}'}}\n  set: {{low: 1, high: 1}}\n"
        "  why: because\n  who: Ana\n  when: 2026-02-01\n"
        for line, evidence in ((2, "$90K"), (2, "$91K"), (4, "11%"))
    )
    document, found = observed()
    before = [dict(row) for row in found.observations]
    with pytest.raises(CorrectionError) as caught:
        apply(document, found, parse(entries, "corrections.yaml"))
    assert [line.split(": ")[0] for line in str(caught.value).split("\n")] == [
        "corrections.yaml:6",
        "corrections.yaml:11",
    ]
    assert found.observations == before


def test_two_figures_of_one_text_in_a_line_must_be_told_apart():
    document = Document("g/d.md", "$150K | $150K\n", source="g")
    rows = [Row(base=Cell("$150K", 0)), Row(bonus=Cell("$150K", 8))]
    found = observe(document, rows)
    text = "- what: {document: g/d.md, line: 1, evidence: $150K}\n  set: {low: 1, high: 1}\n  why: a\n  who: b\n  when: 2026-02-01\n"
    with pytest.raises(
        CorrectionError, match="2 times in line 1; name one by its observation_id: "
    ) as caught:
        apply(document, found, parse(text, "corrections.yaml"))
    for row in found.observations:
        assert f"{row['observation_id']} ({row['component']})" in str(caught.value)


@given(st.text(max_size=200))
def test_any_text_is_corrections_or_a_mistake(text):
    try:
        parse(text, "c.yaml")
    except MistakesError as error:
        # Either outcome is right, each with its own promise.
        assert all(message.startswith("c.yaml:") for message in error.messages)  # noqa: PT017


KEYS = st.sampled_from(
    ["what", "expect", "set", "why", "who", "when", "document", "line", "evidence", "low", "x"]
)
VALUES = st.recursive(
    st.sampled_from(["1", "'a'", "2026-02-01", "null", "nan", "-1e400", ""]),
    lambda inner: st.dictionaries(KEYS, inner, max_size=3).map(
        lambda d: "{" + ", ".join(f"{k}: {v}" for k, v in d.items()) + "}"
    ),
    max_leaves=6,
)


@given(st.dictionaries(KEYS, VALUES, max_size=6))
def test_any_entry_is_a_correction_or_a_mistake(entry):
    text = "- {" + ", ".join(f"{key}: {value}" for key, value in entry.items()) + "}\n"
    try:
        parse(text, "c.yaml")
    except MistakesError as error:
        assert all(message.startswith("c.yaml:1: ") for message in error.messages)  # noqa: PT017
