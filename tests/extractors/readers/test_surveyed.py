"""How many answered: a number for the headline figures of a survey, and for nobody's in particular."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def counted(text):
    document = Document("x.md", text)
    every = observe(document, default.extract(document), []).observations
    return [(one["low"], one["sample_size"]) for one in every]


HEAD = "# Rigger pay in Wales\n\nThis is the third year. {} 58% of them work at sea.\n\n"
BODY = "## Headlines\n\nThe median rigger is on £38,000. Riggers in Cardiff have a median of £36,000.\n\n"
REST = (
    "## Levels\n\nThe median base of senior riggers is £47,000.\n\n## More\n\nThe median bonus is £2,100.\n"
)


@pytest.mark.parametrize(
    "said",
    [
        "Last May 1,164 working riggers filled in our form.",
        "642 people answered between March and May.",
        "What follows comes from 411 payslips.",
    ],
)
def test_middles_of_everybody_rest_on_all_who_answered(said):
    number = int("".join(sign for sign in said if sign.isdigit()))
    assert counted(HEAD.format(said) + BODY) == [(38000, number), (36000, None)]


def test_a_part_of_those_who_answered_and_what_comes_further_down_has_no_number():
    assert [size for _, size in counted(HEAD.format("642 people answered.") + BODY + REST)] == [
        642,
        None,
        None,
        None,
    ]


def test_two_numbers_of_answers_are_nobody_s():
    text = HEAD.format("642 people answered. And then there is more to say about it.")
    assert counted(f"{text}Last year 311 people answered.\n\n{BODY}")[0] == (38000, None)
