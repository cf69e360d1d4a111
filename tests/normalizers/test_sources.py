"""Sources that no vocabulary knows, by what they are or by what they state."""

import pytest

from normalizers import mentions
from schemas import Cell


def sources(text):
    return [m.cell.text for m in mentions.find(Cell(text), ("attribution",))]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Tilers get £41,000, according to the 2031 TileMark survey.", "TileMark"),
        ("The GRVA survey put the median of thatchers at £33,000.", "GRVA"),
        ("The Glaziers' Circle census found a median of $51,000.", "Glaziers' Circle"),
        ("The Orlen Trades Benchmark is lower: a median of $48,000.", "Orlen Trades"),
        ("What they use is the State Farrier Earnings Survey (SFES).", "State Farrier Earnings"),
        ("The TTVA says the mean starting salary was $61,000.", "TTVA"),
        ("The Upper Board for Kiln Work says that the median was $57,000.", "Upper Board for Kiln Work"),
        ("QGB expects 2.1% on average next year.", "QGB"),
        ("Based on TTVA data for the north, $58,000 is fair.", "TTVA"),
    ],
)
def test_a_name_is_a_source_where_it_surveys_or_states_what_is_paid(text, source):
    assert sources(text) == [source]


@pytest.mark.parametrize(
    "text",
    [
        "Reader surveys show a median of $40,000.",
        "Our Salary Survey says that the median is $40,000.",
        "The CFO says the mean is $90,000.",
        "A Belgian survey found 40,000 a year.",
        "AI/ML compensation surveys (15% more)",
        "No Equivalent Benchmark: 12% more",
        "EUR puts it at 40,000.",
        "The TTVA says that it will strike.",
    ],
)
def test_general_words_jobs_and_currencies_are_no_sources(text):
    assert sources(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to our 2031 reader survey thatchers get £33,000.", "reader survey"),
        ("The guild's fee survey has £41 an hour.", "fee survey"),
        ("Our Rate Tracker says £52,000.", "Rate Tracker"),
    ],
)
def test_a_survey_without_a_name_is_a_source_where_it_is_said_whom_or_what_it_asks(text, source):
    assert sources(text) == [source]


def test_what_a_page_counts_itself_is_its_own_source():
    (own,) = mentions.find(Cell("According to our reader survey thatchers get £33,000."), ("attribution",))
    assert own.data["own"]
