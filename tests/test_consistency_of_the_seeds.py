"""The consistency facts that people labelled in two documents: what is false is found, with its arithmetic; what holds is not flagged.

The labels are those of `gold/README.md` beside the project; out of reach are facts that no figure decides (listed in
`docs/quality.md`).
"""

import functools
from pathlib import Path

import pytest

from extractors import default
from normalizers.observations import observe
from quality import checks
from schemas import Document

SEEDS = Path(__file__).parents[2] / "shared/seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the labelled documents are not here")


@functools.cache
def issues(number):
    (path,) = SEEDS.glob(f"{number}_*")
    document = Document(path=path.name, text=path.read_text(encoding="utf-8"))
    observed = observe(document, default.extract(document))
    return checks.check(observed.observations, observed.comparisons)


FALSE = [
    ("000", "a", "front_matter_lacks", 52, "no equity; the body has $70K–$180K/4yr"),
    ("000", "a", "front_matter_lacks", 53, "no equity; the body has $75K–$185K/4yr"),
    ("000", "a", "front_matter_lacks", 54, "no equity; the body has $60K–$170K/4yr"),
    ("000", "b", "front_matter_keeps_one_end", 17, "12% against 12% to 18%"),
    ("000", "b", "front_matter_keeps_one_end", 26, "12% against 12% to 18%"),
    ("000", "b", "front_matter_keeps_one_end", 35, "12% against 12% to 18%"),
    ("000", "d", "total_apart", 52, "= 191,100, stated 210,000 (+9.9%)"),
    ("000", "d", "total_apart", 52, "= 298,700, stated 325,000 (+8.8%)"),
    ("000", "e", "total_apart", 53, "= 197,950, stated 220,000 (+11.1%)"),
    ("000", "e", "total_apart", 53, "= 305,850, stated 335,000 (+9.5%)"),
    ("000", "f", "total_apart", 54, "= 177,400, stated 195,000 (+9.9%)"),
    ("000", "f", "total_apart", 54, "= 284,400, stated 310,000 (+9.0%)"),
    ("000", "h", "total_apart", 18, "= 173,600, stated 210,000"),
    ("000", "h", "total_apart", 18, "= 240,800, stated 325,000"),
    ("000", "i", "counter_below_floor", 69, "= 271,000, accepted from 275,000"),
    ("003", "a", "falls_with_level", 32, "Senior 225,000, Mid 353,000 (-36.3%)"),
    ("003", "a", "falls_with_level", 33, "Staff 275,000, Mid 353,000 (-22.1%)"),
    ("003", "b", "claim_denied", 32, "Line 97: 225,000 is said to be above the median of 250,000 (-10.0%)"),
    ("003", "c", "difference_apart", 50, "223,000 / 250,000 - 1 = -10.8%, stated -12%"),
    ("003", "g", "statistic_apart", 7, "25th to 90th percentile in line 14"),
    ("003", "g", "statistic_apart", 93, "25th to 90th percentile in line 14"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "fact", "code", "line", "arithmetic"), FALSE)
def test_what_a_document_gets_wrong_is_found(number, fact, code, line, arithmetic):
    said = [one["message"] for one in issues(number) if (one["code"], one["line"]) == (code, line)]
    assert any(arithmetic in message for message in said), (fact, said)


HOLDS = [
    ("000", "j", lambda one: one["code"] == "ask_outside_range"),
    ("000", "c", lambda one: one["code"] == "front_matter_differs"),
    ("003", "d", lambda one: one["line"] == 52),
    ("003", "e", lambda one: one["line"] == 24 and one["code"] != "second_hand"),
    ("003", "r", lambda one: one["code"] in ("stated_differently", "range_stated_differently")),
]


@pytest.mark.parametrize(("number", "fact", "would_flag"), HOLDS)
def test_what_holds_is_not_flagged(number, fact, would_flag):
    assert [one["message"] for one in issues(number) if would_flag(one)] == [], fact


def test_nothing_else_is_found_in_them():
    known = {(number, code) for number, _, code, *_ in FALSE} | {
        ("000", "second_hand"),
        ("003", "second_hand"),
    }
    found = {(number, one["code"]) for number in ("000", "003") for one in issues(number)}
    assert found - known == set()
