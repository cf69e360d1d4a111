import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quality.expectations import LABELS, Measured, judged, suggested
from schemas.manifest import Expect, ManifestError, parse

HEAD = "title: A\npublisher: B\nexpect:\n"
HALF_EMPTY = "filled.place: 0.25 of the rows have a value, below the minimum of 0.5"
SHRUNK = "against_last: 8 rows after 10, 0.80 of them, below the minimum of 0.9"


def expect(text):
    return parse(HEAD + "".join(f"  {line}\n" for line in text.split("\n")), "raw/a/source.yaml").expect


@pytest.mark.parametrize(
    ("usual", "measured", "failures", "warnings"),
    [
        ("rows: {min: 10, max: 20}", Measured(1, 10, 0), [], []),
        ("rows: {min: 10, max: 20}", Measured(1, 9, 0), ["rows: 9, below the minimum of 10"], []),
        ("rows: {min: 10, max: 20}", Measured(1, 21, 0), [], ["rows: 21, above the maximum of 20"]),
        ("documents: {min: 2}", Measured(1, 9, 0), ["documents: 1, below the minimum of 2"], []),
        ("rejected: {max: 0.1}", Measured(1, 8, 2), [], ["rejected: 0.2 (2 in quarantine), above the maximum of 0.1"]),
        ("filled: {place: {min: 0.5}}", Measured(1, 9, 0, {"place": 0.5}), [], []),
        ("filled: {place: {min: 0.5}}", Measured(1, 9, 0, {"place": 0.25}), [HALF_EMPTY], []),
        ("filled: {place: {min: 0.5}}", Measured(1, 0, 0), [], []),
        ("against_last: {min: 0.9}", Measured(1, 8, 0, rows_before=10), [SHRUNK], []),
        ("against_last: {min: 0.9}", Measured(1, 8, 0, rows_before=0), [], []),
        ("against_last: {min: 0.9}", Measured(1, 8, 0), [], []),
        ("rows: {}", Measured(1, 19, 0, rows_before=40), ["against_last: 19 rows after 40, 0.47 of them, below the minimum of 0.5"], []),
        ("rows: {}", Measured(1, 20, 0, rows_before=40), [], []),
        ("rows: {}", Measured(1, 1, 0, rows_before=19), [], []),
        ("against_last: {min: 0}", Measured(1, 0, 0, rows_before=400), [], []),
    ],
)  # fmt: skip
def test_a_minimum_stops_and_a_maximum_warns(usual, measured, failures, warnings):
    verdict = judged(expect(usual), measured)
    found = [
        [message.removeprefix("expect.") for message in kind] for kind in (verdict.failures, verdict.warnings)
    ]
    assert found == [failures, warnings]


def test_a_person_may_allow_a_source_to_shrink_and_nothing_else():
    measured = Measured(1, 5, 0, rows_before=40)
    assert judged(Expect(), measured, may_shrink=True).failures == []
    assert len(judged(expect("rows: {min: 6}"), measured, may_shrink=True).failures) == 1


@pytest.mark.parametrize(
    ("usual", "message"),
    [
        ("rows: {min: 5, max: 3}", "4: expect.rows: min 5 is over max 3"),
        ("filled:\n  plase: {min: 0.5}", "5: there is no column 'plase'; did you mean 'place'?"),
        ("filled:\n  place: {min: 90}", "5: expect.filled.place.min '90': must be less than or equal to 1"),
        ("filled:\n  place: {min: 0.9, max: 0.1}", "5: expect.filled.place: min 0.9 is over max 0.1"),
        ("rejected: {max: 2%}", "4: expect.rejected.max '2%': not a number"),
        ("rejected: {max: nan}", "4: expect.rejected.max 'nan': "),
        ("rows: {min: -1}", "4: expect.rows.min '-1': must be greater than or equal to 0"),
        ("rows: {mn: 1}", "4: there is no key 'mn'; did you mean 'min'?"),
        ("row: {min: 1}", "4: there is no key 'row'; did you mean 'rows'?"),
        ("rows: 5", "4: expect.rows must be of the form `key: value`; known: min, max"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_what_is_meant(usual, message):
    with pytest.raises(ManifestError) as caught:
        expect(usual)
    assert caught.value.messages[0].startswith(f"raw/a/source.yaml:{message}"), caught.value.messages


SHARES = st.floats(0, 1)


@given(
    st.builds(
        Measured,
        documents=st.integers(0, 10_000),
        rows=st.integers(1, 1_000_000),
        quarantined=st.integers(0, 10_000),
        filled=st.fixed_dictionaries(dict.fromkeys(LABELS, SHARES)),
    )
)
def test_what_is_suggested_is_a_manifests_and_holds_for_what_it_was_made_of(measured):
    text = yaml.safe_dump({"expect": suggested(measured)}, sort_keys=False)
    proposed = parse(f"title: A\npublisher: B\n{text}", "source.yaml").expect
    verdict = judged(proposed, measured)
    assert (verdict.failures, verdict.warnings) == ([], [])
