"""Lines that look like the beginning of a table, a card or a chart again and again cost time in proportion to their number."""

import time

import pytest

from extractors import default
from normalizers import figures
from schemas import Cell, Document

LINES = 1_200
ENOUGH = 10
"""Seconds; what is linear takes two or three of them, what is quadratic half a minute and more."""


def read(name, text):
    return list(default.extract(Document(name, text)))


def seconds(function, *arguments):
    start = time.process_time()
    function(*arguments)
    return time.process_time() - start


@pytest.mark.parametrize(
    "line",
    [
        "name {}   bench   chair {}",  # wide gaps, and no value
        "Joining bonus {}   3,00,000   (one time)",  # values without a sign
        "fitter {}; mate £16.20; labourer £11.90",
        "Fitter {}\n$161K\n$122K",
        "Fitter {} | mate\n| labourer | £2{},103",  # pipes, and no row of dashes
        "“I signed for $6{},000.”\nAda R., fitter, Leeds",
    ],
    ids=["words", "bare", "named", "records", "pipes", "quotes"],
)
def test_lines_that_may_be_rows(line):
    text = "\n".join(line.replace("{}", str(number)) for number in range(LINES))
    assert seconds(read, "page.txt", text) < ENOUGH


def test_rows_of_another_kind_below_a_table_are_not_read_again_for_each_of_them():
    table = "Town   Pay   Jobs\nLeeds   £31,000   12\nYork   £30,000   14\n"
    below = "".join(f"name {number}   bench   chair\n" for number in range(LINES))
    assert seconds(read, "page.txt", table + below) < ENOUGH


def test_steps_from_one_number_to_another():
    assert seconds(figures.find, Cell("They went " + "8,000 → 9,200, " * 6_000)) < ENOUGH


def test_parts_of_pay_in_one_cell():
    text = "| Role | Pay |\n|---|---|\n| Fitter | " + "Base: $150k<br>" * 600 + " |\n"
    assert seconds(read, "page.md", text) < ENOUGH


def test_pieces_around_pieces_that_could_be_the_ticks_of_a_chart():
    around = "<div><p>a</p><p>b</p><p>c</p>"
    text = f"<html><body>{around * 140}<div>{'<p>word</p>' * 1_500}</div>{'</div>' * 140}"
    assert seconds(read, "page.html", text) < ENOUGH


def test_a_long_table_without_names_ends_where_its_amounts_do():
    rows = [f"Town {number}\t£{30 + number % 9},400\t{number} salaries" for number in range(90)]
    found = read("page.txt", "Pay of fitters\n\n" + "\n".join([*rows, "Other\tpages\there"]))
    assert sum(type(row).__name__ == "Row" for row in found) == len(rows)


@pytest.mark.parametrize("name", ["page.txt", "page.md"])
def test_a_line_of_nothing_but_marks_below_a_job(name):
    assert read(name, "Pay at Orbison\n\nFitter\n```\n$50,000\n") is not None


@pytest.mark.parametrize(
    "sentence",
    ["I get $2{} an hour. Last year was 5{}k. ", "Welders in Leeds earn $2{},000 a year. "],
    ids=["unsigned", "signed"],
)
def test_a_paragraph_of_many_sentences(sentence):
    text = "".join(sentence.replace("{}", str(number % 9)) for number in range(400))
    assert seconds(read, "page.md", text) < ENOUGH


def test_rows_between_dashes_with_nothing_above_them():
    text = "Xabcd workers — £35,776 — +3.0%\n" * LINES
    assert seconds(read, "page.txt", text) < ENOUGH


def test_a_run_of_numbers_that_ends_in_a_word():
    rows = "\n".join(f"Region{letter} {'111 ' * 90}total" for letter in "abc")
    assert seconds(read, "page.txt", f"Region 111 222 total pay\n{rows}") < ENOUGH
