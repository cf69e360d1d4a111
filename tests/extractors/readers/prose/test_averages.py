"""How far an average that a sentence names reaches: to rises, to what is worked out from it, and not to single cases."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def said(text, *columns):
    document = Document("page.txt", text)
    rows = observe(document, default.extract(document)).observations
    return [tuple(record.get(column) for column in columns) for record in rows]


@pytest.mark.parametrize(
    ("text", "statistic"),
    [
        ("Employers plan an average salary increase of 4.3% next year.", "mean"),
        ("The average raise across the yard, promotions included, was 5.9%.", "mean"),
        ("On a switch, riveters got an average hike of 21%.", "mean"),
        ("The median promotion raise was 12.5%.", "median"),
        ("Pay goes up by 3.1% for those on the average grade.", "point"),
    ],
)
def test_a_rise_is_the_average_that_it_is_called(text, statistic):
    assert said(text, "statistic") == [(statistic,)]


def test_an_average_worked_out_for_another_time_is_still_one():
    text = "The average pay of a farrier is $61,200 a year. By our salary calculator that works out to $29.42 an hour."
    assert said(text, "statistic") == [("mean",), ("mean",)]


def test_what_single_people_say_is_no_average():
    text = "The median in Wales was £44,000. Two replies from Cardiff said £71,000 and £69,500."
    assert said(text, "statistic") == [("median",), ("point",), ("point",)]


def test_a_percentile_is_said_again_by_its_number_alone():
    text = "The survey puts the 25th percentile at €46,500 and the 75th at €61,000."
    assert said(text, "statistic") == [("p25",), ("p75",)]


def test_what_somebody_was_offered_is_no_median_though_the_sentence_begins_with_one():
    text = "The median for keepers is $125,000, and the offer I have is at $110,000."
    assert said(text, "statistic") == [("median",), ("point",)]


def test_the_highest_of_several_places_is_an_average_as_the_others_are():
    text = "The mean hourly wage of ushers was $31.85. Alberta was highest at $33.10."
    assert said(text, "statistic") == [("mean",), ("mean",)]


@pytest.mark.parametrize(
    "text",
    ["Those who asked got $4,000 a year more on average.", "Masons with a licence earn on average 12% more."],
)
def test_a_difference_is_a_mean_where_it_is_said_to_be_one(text):
    assert said(f"Pay of masons\n\n{text}\n", "statistic") == [("mean",)]


def test_a_difference_from_an_average_is_no_mean():
    text = "Masons in Dayton earn 12% more than the average."
    assert said(f"Pay of masons\n\n{text}\n", "statistic") == [("point",)]


def test_what_a_rise_is_down_from_is_an_average_too():
    text = "Pay of masons\n\nThe average pay rise for masons was 4.6 per cent, down from 5.9 per cent.\n"
    assert said(text, "statistic") == [("mean",), ("mean",)]


def test_the_label_of_a_share_says_that_it_is_an_average():
    assert said("Pay of masons\n\nAverage bonus: 9.5% of base\n", "statistic") == [("mean",)]


def test_the_best_and_worst_paid_tenth_are_percentiles():
    text = "Fitters in the worst-paid 10% make under $31,000, while the best paid 10% get more than $91,000."
    assert said(text, "statistic", "low", "high") == [("p10", 31_000, 31_000), ("p90", 91_000, 91_000)]


def test_an_office_named_at_the_end_published_all_that_stands_in_front():
    text = "Fitters earn $61,510 per year, or $29.57 per hour, according to the Bureau of Labor Statistics."
    assert said(text, "component") == [("wage",), ("wage",)]


def test_lines_that_name_a_place_in_front_of_a_dash_are_entries_of_the_line_above_them():
    text = (
        "Fitter pay guide\n\nFitters are paid well here.\n\nAverage fitter basic in our placements:\n\n"
        "London – £41,900 (61 placements)\nScotland – £32,750 (19 placements)\n"
    )
    assert said(text, "statistic", "region_label") == [("mean", "London"), ("mean", "Scotland")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Salaried ones should expect nearer $61,000.",
        "On land the same trade brings you about $61,000.",
        "So twelve trips is $61,000.",
    ],
)
def test_an_average_is_not_that_of_what_somebody_else_gets(sentence):
    text = f"# Riveters in Ohio\n\nRiveters earned an average of $72,000 last year. {sentence}\n"
    assert [row for (row,) in said(text, "statistic")] == ["mean", "point"]


def test_an_average_goes_on_with_other_places():
    text = "# Riveters in Ohio\n\nThe average pay of riveters in Ohio is $72,000. In Texas it is $61,000.\n"
    assert [row for (row,) in said(text, "statistic")] == ["mean", "mean"]


def test_what_somebody_means_is_no_average_unless_it_is_of_pay():
    text = "By a good offer they mean $88,000. To a boilermaker they mean pay of $91,000."
    assert said("In the yards mean pay is $91,200.", "statistic") == [("mean",)]
    assert said(text, "statistic")[0] == ("point",)


def test_a_tenth_that_gets_more_than_an_amount_may_leave_out_what_it_does():
    text = "A tenth of drivers earned less than £25,700 and a tenth more than £41,900."
    assert said(text, "low", "statistic") == [(25_700, "p10"), (41_900, "p90")]
