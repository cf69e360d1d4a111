"""What a sentence says of whom or where, and until when the next sentences are about that as well."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def observed(text, *columns):
    document = Document("page.md", text)
    return [
        tuple(row[c] for c in columns) for row in observe(document, default.extract(document)).observations
    ]


def places(text):
    return [place for (place,) in observed(f"# Baker salary in Ireland\n\n{text}\n", "region_label")]


def jobs(text):
    return [job for (job,) in observed(f"# Baker salary in Ireland\n\n{text}\n", "role_title")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One chain in Cork pays bakers €31,000. Small shops pay €27,000.", ["Cork", "Ireland"]),
        ("The mean was €29,500, and night bakers in Galway made €36,000.", ["Ireland", "Galway"]),
        ("In Cork bakers start on €28,000. Head bakers make €41,000.", ["Cork", "Cork"]),
        ("I visited a bakery in Cork. Bakers earn €30,000.", ["Cork"]),
        ("A baker in Cork told us she makes €31,000. Her night allowance is €2,400.", ["Cork", "Cork"]),
        ("A typical baker in Cork earns €31,000. That is €2,583 a month.", ["Cork", "Cork"]),
    ],
)
def test_on_a_page_about_one_place_a_town_is_left_with_its_figure_unless_more_is_told_of_it(text, told):
    assert places(text) == told


def test_on_a_page_about_no_place_a_town_is_gone_on_with():
    text = "# Baker salary\n\nOne chain in Cork pays bakers €31,000. Small shops pay €27,000.\n"
    assert observed(text, "region_label") == [("Cork",), ("Cork",)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mila came from Porto in 2021 and works in Cork. Her base is €33,000.", ["Cork"]),
        ("Mila came from Porto on €14,000.", ["Porto"]),
        ("A Portuguese baker with six years makes €34,000.", ["Ireland"]),
        ("Shops near the British border pay €27,500.", ["Ireland"]),
    ],
)
def test_where_people_are_from_is_not_where_they_are_paid(text, told):
    assert places(text) == told


def test_the_place_in_a_question_is_where_people_are_paid_and_not_where_they_are_from():
    text = "# Pay of bakers\n\n## How much do Portuguese bakers get in Ireland?\n\nAround €27,000.\n"
    assert observed(text, "region_label") == [("Ireland",)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Shops with a window pay a confectioner €42,000. Bread rounds pay €28,000.",
            ["confectioner", None],
        ),
        ("Confectioners are paid by the cake. Rates of €31,000 a year are usual.", ["Confectioners"]),
        ("My accountant reckons that the usual pay is €30,000.", [None]),
        ("My accountant earns €60,000.", ["accountant"]),
    ],
)
def test_another_job_is_left_with_its_figure_and_who_only_speaks_is_nobody_paid(text, told):
    assert jobs(text) == [job or "Baker" for job in told]


def test_words_that_begin_the_title_of_the_page_are_short_for_it():
    text = "# Veterinarian salary\n\nMost vets make $98,000.\n"
    assert observed(text, "role_title") == [("Veterinarian",)]


def test_what_people_call_a_job_among_themselves_is_the_job_of_the_page():
    assert observed("# Electrician pay\n\nSparkies make £19 an hour.\n", "role_title") == [("Electrician",)]


def test_the_steps_of_one_script_are_about_one_place():
    text = "# Baker offer in Ireland\n\n> **Negotiation strategy:** Anchor at €45,000 for Cork. Open your counter at €48,000.\n"
    assert observed(text, "region_label") == [("Cork",), ("Cork",)]


def test_a_title_with_more_words_in_front_than_that_of_the_page_is_kept():
    text = "# Nanny pay\n\nThe usual pay is $610 a week.\n\n- Rota Nanny: $1,720 a week\n"
    assert observed(text, "role_title") == [("Nanny",), ("Rota Nanny",)]
