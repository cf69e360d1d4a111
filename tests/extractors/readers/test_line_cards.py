"""Cards one line each: whether a value stands over its label or below it, and what its label says."""

import pytest

from extractors import default
from extractors.readers import scraped_text
from normalizers.observations import observe
from schemas import Document


def cards(text):
    blocks = scraped_text.read(Document("page.txt", text)).blocks
    return [(b.label.text, b.cell.text.split("\n")[0]) for b in blocks if b.kind == "label_value"]


def observed(text):
    document = Document("page.txt", text)
    return observe(document, default.extract(document)).observations


BELOW = ["€ 31 400", "Low", "€ 36 200", "Median", "€ 44 900", "High"]


@pytest.mark.parametrize("above", ["Based on 640 salaries", "What tilers are paid", "All of Portugal"])
def test_a_run_that_ends_with_a_label_has_its_values_over_their_labels(above):
    text = "\n".join(["Tiler salary in Portugal", above, *BELOW, "Tilers are paid by the year, as a rule."])
    assert cards(text) == [("Low", "€ 31 400"), ("Median", "€ 36 200"), ("High", "€ 44 900")]


def test_a_heading_below_labels_with_their_values_is_no_label():
    text = "\n".join(
        ["Tiler salary in Portugal", "Low", "€31,400", "High", "€44,900", "Tilers by town", "Tiling is hard, so they say."]
    )  # fmt: skip
    assert cards(text) == [("Low", "€31,400"), ("High", "€44,900")]


def test_points_of_a_distribution_below_their_amounts():
    text = "Tiler salary in Ohio\n$31,400\n10% of jobs\n$46,200\nAvg.\n$64,900\n90th %\nAs of March, tilers earn well.\n"
    assert [(row["low"], row["statistic"]) for row in observed(text)] == [
        (31_400, "p10"), (46_200, "mean"), (64_900, "p90"),
    ]  # fmt: skip


def test_how_many_jobs_are_paid_within_a_range_is_no_point_of_it():
    text = "Tiler salary in Ohio\n$31,400 - $38,100\n10% of jobs\n$38,200 - $44,900\n25% of jobs\nAs of March, tilers earn well.\n"
    assert [row["statistic"] for row in observed(text)] == ["range", "range"]


def test_total_beside_the_parts_of_pay_is_the_whole():
    text = "Tiler pay at Orbison\n\nThis is what they told.\n$48,300\nBase\n$6,200\nBonus\n$54,500\nTotal\n"
    assert [(row["component"], row["low"]) for row in observed(text)] == [
        ("base", 48_300), ("bonus", 6_200), ("total", 54_500),
    ]  # fmt: skip


def test_a_line_that_counts_twice_says_how_many_told_theirs():
    text = (
        "Tiler salary in Leeds\n\nTop companies for tilers in Leeds\n"
        "Orbison\n4.1\n1,322 reviews 57 salaries reported\n£14.61 per hour\n"
        "Vesper\n3.2\n871 reviews 21 salaries reported\n£13.40 per hour\n"
    )
    assert [(row["company"], row["sample_size"], row["qualifier"]) for row in observed(text)] == [
        ("orbison", 57, None), ("vesper", 21, None),
    ]  # fmt: skip


def test_two_ends_of_a_career_with_a_word_between_them_on_a_line_of_its_own():
    text = "Tiler\nAverage salary (a year)\n£21,300 Starter\nto\n£37,800 Experienced\nTypical hours (a week)\n38 to 40\n"
    assert [(row["low"], row["statistic"], row["level_label"]) for row in observed(text)] == [
        (21_300, "point", "Starter"), (37_800, "point", "Experienced"),
    ]  # fmt: skip
