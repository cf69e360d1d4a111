"""What a page claims of its own figures, and ranges, percents and shares told in sentences."""

import pytest

TABLE = {"context": "flattened_table", "role": "data-scientist", "component": "wage"}
SENIOR = {"role": "ml-engineer", "context": "prose"}
PLAIN = {
    "line": 9,
    "figure_start": None,
    "levels": (),
    "skills": (),
    "role": None,
    "percentiles": (),
    "amount": None,
}


def claim(kind, **said):
    return PLAIN | {"kind": kind} | said


@pytest.fixture
def ranks(row):
    paid = {25: 82_630, 50: 112_590, 75: 155_810, 90: 194_410}
    return [
        row(pay, low_percentile=float(rank), high_percentile=float(rank), **TABLE)
        for rank, pay in paid.items()
    ]


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ((100_000, 130_000), "Line 9: 100,000 to 130,000 is called the 50th to 75th percentile, which is 112,590 to 155,810."),
        ((110_000, 156_000), None),
    ],
)  # fmt: skip
def test_a_range_called_two_percentiles(row, ranks, found, ends, expected):
    told = row(ends, **SENIOR)
    between = claim(
        "between", figure_start=told["char_start"], role="data-scientist", percentiles=(50.0, 75.0)
    )
    messages = [message for *_, message in found([*ranks, told], "claim_denied", claims=[between])]
    assert messages == ([] if expected is None else [expected])


@pytest.mark.parametrize(("kind", "low", "flagged"), [
    ("above", 170_000, True), ("above", 194_410, False), ("above", 200_000, False), ("below", 200_000, True),
])  # fmt: skip
def test_a_figure_called_above_a_percentile(row, ranks, found, kind, low, flagged):
    told = row((low, low + 1), **SENIOR)
    above = claim(kind, figure_start=told["char_start"], role="data-scientist", percentiles=(90.0,))
    assert len(found([*ranks, told], "claim_denied", claims=[above])) == flagged


def test_levels_that_are_said_to_clear_the_median(row, found):
    own = {"statistic": "median", "low_percentile": 50.0, "high_percentile": 50.0, "component": "total"}
    page = [row(250_000, **own), row(225_000, level="senior", **own), row(275_000, level="staff", **own)]
    clear = claim("above", levels=("senior", "staff"), percentiles=(50.0,))
    assert [i[3] for i in found(page, "claim_denied", claims=[clear, clear])] == [
        "Line 9: 225,000 is said to be above the median of 250,000 (-10.0%)."
    ]


def test_percentiles_that_differ_decide_nothing(row, ranks, found):
    told = row((100_000, 130_000), **SENIOR)
    other = row(140_000, low_percentile=50.0, high_percentile=50.0, **TABLE)
    between = claim(
        "between", figure_start=told["char_start"], role="data-scientist", percentiles=(50.0, 75.0)
    )
    assert found([*ranks, other, told], "claim_denied", claims=[between]) == []


@pytest.mark.parametrize(("low", "flagged"), [(100_000, True), (111_000, False), (120_000, False)])
def test_pay_below_what_is_called_a_floor(row, ranks, found, low, flagged):
    floor = claim("floor", figure_start=ranks[1]["char_start"])
    assert len(found([*ranks, row((low, 150_000), **SENIOR)], "claim_denied", claims=[floor])) == flagged


def test_a_premium_called_the_highest(row, found):
    skill = {"component": "premium", "context": "broken_table"}
    table = [
        row((20_000, 40_000), specialization="MLOps/DevOps", **skill),
        row((30_000, 50_000), specialization="NLP/LLMs", **skill),
    ]
    named = [
        found(table, "claim_denied", claims=[claim("highest", skills=(name,))]) for name in ("mlops", "nlp")
    ]
    assert [len(one) for one in named] == [1, 0]
    assert named[0][0][1:3] == ("o0", "o1")


PERCENT = {"unit": "percent", "currency": None, "period": None, "context": "prose"}


@pytest.mark.parametrize(("said", "flagged"), [((70, 100), True), ((65, 75), False), ((60, 80), False)])
def test_percents_between_two_ranges(row, found, said, flagged):
    ranges = [
        row((100_000, 130_000), context="prose"),
        row((170_000, 220_000), context="prose", level="senior"),
    ]
    assert len(found([*ranges, row(said, **PERCENT)], "difference_apart")) == flagged


@pytest.mark.parametrize(("said", "flagged"), [((30, 80), True), ((50, 100), False), ((45, 110), False)])
def test_a_share_of_base_against_its_example(row, found, said, flagged):
    line = {"line_start": 103, "context": "prose"}
    share = row(said, component="equity", applies_to="base", **(PERCENT | line))
    example = [row(200_000, claim="example", **line), row((100_000, 200_000), component="equity", **line)]
    assert len(found([share, *example], "difference_apart")) == flagged


def test_a_range_told_twice_with_one_end_changed(row, found):
    told = {"context": "faq", "figure_label": "base salaries"}
    first, again = (
        row((130_000, 200_000), package_id="a", **told),
        row((130_000, 220_000), package_id="b", **told),
    )
    assert found([first, again], "range_stated_differently") == [
        (
            "range_stated_differently",
            "o1",
            "o0",
            "130,000 to 200,000 in line 1, 130,000 to 220,000 in line 2.",
        )
    ]
    other = row((150_000, 240_000), package_id="b", **told)
    assert found([first, other], "range_stated_differently") == []
