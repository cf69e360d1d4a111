"""Front matter against the body; counter-offers and asks of negotiation scripts."""

import pytest

HEAD = {"context": "front_matter", "place": "San Diego", "package_id": "head"}
BODY = {"context": "table", "place": "San Diego", "package_id": "body"}
PERCENT = {"component": "bonus", "unit": "percent", "currency": None, "period": None}


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ((12, 12), (12, 18), ("front_matter_keeps_one_end", "bonus: the front matter has 12% against 12% to 18% in line 2.")),
        ((12, 15), (12, 18), ("front_matter_differs", "bonus: the front matter has 12% to 15% against 12% to 18% in line 2.")),
        ((12, 18), (12, 18), None),
    ],
)  # fmt: skip
def test_a_figure_of_the_front_matter_against_the_table(row, found, head, body, expected):
    issues = found([row(head, **HEAD, **PERCENT), row(body, **BODY, **PERCENT)])
    assert [(code, message) for code, *_, message in issues] == ([] if expected is None else [expected])


def test_what_the_front_matter_leaves_out(row, found):
    rows = [row((155_000, 215_000), **HEAD), row((155_000, 215_000), **BODY)]
    stock = row((70_000, 180_000), component="equity", period="grant", evidence="$70K–$180K/4yr", **BODY)
    assert found([*rows, stock]) == [
        ("front_matter_lacks", "o2", "o0", "The front matter has no equity; the body has $70K–$180K/4yr in line 3.")
    ]  # fmt: skip


def test_other_places_are_not_compared(row, found):
    assert (
        found([row((150_000, 200_000), **HEAD), row((90_000, 120_000), **(BODY | {"place": "Austin"}))]) == []
    )


def script(row, floor):
    counter = {"stance": "counter", "claim": "negotiation", "context": "prose", "line_start": 69}
    return [
        row((175_000, 200_000), **counter),
        row((90_000, 140_000), component="equity", period="grant", vesting_years=4.0, **counter),
        row(18, **PERCENT, stance="ask", claim="negotiation", context="prose", line_start=69),
        row(floor, **(counter | {"stance": "floor", "component": "total"})),
    ]


def test_a_counter_offer_that_cannot_reach_its_own_threshold(row, found):
    (issue,) = found(script(row, 275_000))
    assert issue[0] == "counter_below_floor"
    assert issue[3] == "200,000 + 140,000 / 4 + 18% x 200,000 = 271,000, accepted from 275,000."


def test_a_threshold_within_reach(row, found):
    assert found(script(row, 270_000)) == []


@pytest.mark.parametrize(
    ("asked", "flagged"),
    [(210_000, False), (260_000, True), (140_000, True), (15_000, False), (900_000, False)],
)
def test_an_ask_outside_of_the_stated_range(row, found, asked, flagged):
    stated = row((155_000, 215_000), place="San Diego")
    asking = row(asked, stance="ask", claim="negotiation", context="prose")
    assert [code for code, *_ in found([stated, asking])] == (["ask_outside_range"] if flagged else [])


def test_a_raise_is_no_ask_for_the_whole(row, found):
    stated = row((155_000, 215_000))
    more = row(140_000, stance="ask", claim="negotiation", context="prose", comparison="above")
    assert found([stated, more]) == []
