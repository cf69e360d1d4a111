"""When a document is due for review: every rule, in the order in which they count."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quality.due import Recorded, after, freshness, review

TODAY = dt.date(2026, 6, 1)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1))


def day(text):
    return dt.date.fromisoformat(text) if text else None


def reviewed(**known):
    given_ = dict.fromkeys(("next_review", "updated", "own_cadence", "cadence", "captured")) | known
    return review(TODAY, **given_)


@pytest.mark.parametrize(
    ("known", "due", "status"),
    [
        ({"updated": day("2026-02-23"), "next_review": day("2026-05-23")}, "2026-05-23", "overdue"),
        ({"updated": day("2026-02-23"), "next_review": day("2026-06-10")}, "2026-06-10", "due_soon"),
        ({"updated": day("2026-02-23"), "next_review": day("2026-09-01")}, "2026-09-01", "current"),
        ({"updated": day("2026-05-20"), "own_cadence": "P7D", "cadence": "P1Y"}, "2026-05-27", "overdue"),
        ({"updated": day("2026-05-20"), "cadence": "P1Y"}, "2027-05-20", "current"),
        ({"captured": day("2026-05-28"), "own_cadence": "P7D"}, "2026-06-04", "due_soon"),
        ({"captured": day("2026-05-28"), "cadence": "P3M"}, "2026-08-28", "current"),
        ({"updated": day("2026-05-20")}, None, "unscheduled"),
        ({"own_cadence": "P7D"}, None, "unscheduled"),
        ({}, None, "unscheduled"),
    ],
)
def test_the_first_rule_that_applies(known, due, status):
    found = reviewed(**known)
    assert (found.due, found.status) == (day(due), status)


def test_an_undated_document_is_not_current_on_its_own_word():
    assert reviewed(next_review=day("2030-01-01")).status == "unscheduled"
    assert reviewed(next_review=day("2026-01-01")).status == "overdue"
    assert reviewed(next_review=day("2030-01-01"), captured=TODAY, cadence="P1M").due == day("2026-07-01")


def test_a_date_that_is_yet_to_come_makes_nothing_current():
    assert reviewed(updated=day("2029-01-01"), cadence="P1Y").status == "unscheduled"


def test_a_recorded_review_goes_before_all_that_the_document_says():
    known = {"updated": day("2026-02-23"), "next_review": day("2026-05-23"), "cadence": "P3M", "sha256": "a"}
    assert reviewed(**known, recorded=Recorded(day("2026-05-30"), "a")).due == day("2026-08-30")
    assert reviewed(**known, recorded=Recorded(day("2026-05-30"), "a", day("2026-12-24"))).due == day(
        "2026-12-24"
    )


def test_a_document_that_changed_after_its_review_is_due_at_once():
    found = reviewed(cadence="P1Y", sha256="b", recorded=Recorded(day("2026-05-30"), "a", day("2030-01-01")))
    assert (found.due, found.status) == (TODAY, "overdue")


def test_a_document_walks_through_all_states_as_days_pass():
    walk = [
        review(
            today, next_review=None, updated=day("2026-01-01"), own_cadence=None, cadence="P3M", captured=None
        ).status
        for today in (day("2026-01-02"), day("2026-03-18"), day("2026-04-01"), day("2026-04-02"))
    ]
    assert walk == ["current", "due_soon", "due_soon", "overdue"]


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        ("2026-01-31", "P1M", "2026-02-28"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2026-11-30", "P3M", "2027-02-28"),
        ("2026-01-01", "P2W", "2026-01-15"),
        ("2026-01-01", "P1Y2M3D", "2027-03-04"),
        ("2026-01-01", "P9999Y", "9999-12-31"),
        ("2026-01-01", "P7973Y9999D", "9999-12-31"),
        ("9999-12-31", "P1M", "9999-12-31"),
    ],
)
def test_a_duration_later(start, duration, end):
    assert after(day(start), duration) == day(end)


@pytest.mark.parametrize("text", ["", "P", "weekly", "P1H", "1D", "-P1D"])
def test_what_is_no_duration_is_refused(text):
    with pytest.raises(ValueError, match="ISO 8601"):
        after(TODAY, text)


@given(DAYS, st.integers(0, 400))
def test_a_day_later_is_a_day_later(start, days):
    assert after(start, f"P{days}D") == start + dt.timedelta(days=days)


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (-30, "expired"),
        (-1, "expired"),
        (0, "fresh"),
        (120, "fresh"),
        (121, "stale"),
        (240, "stale"),
        (241, "expired"),
    ],
)
def test_how_fresh_a_document_is(age, expected):
    assert freshness(TODAY, TODAY - dt.timedelta(days=age), fresh=120, stale=240) == expected


def test_no_date_is_not_fresh_and_a_source_may_age_otherwise():
    assert freshness(TODAY, None, fresh=120, stale=240) == "expired"
    assert freshness(TODAY, TODAY - dt.timedelta(days=8), fresh=7, stale=14) == "stale"
