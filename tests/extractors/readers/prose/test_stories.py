"""Stories of a person: who tells them, how long they go on, and what is said across the table instead."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def claims(text, name="page.txt"):
    document = Document(name, text)
    return [row["claim"] for row in observe(document, default.extract(document)).observations]


@pytest.mark.parametrize(
    "text",
    [
        "I'm on $31.20 an hour in a small clinic.",
        "My brother is a signalman and gets €2,950 a month.",
        "At my depot the top rate is £17.40.",
        "One cook at the harbour hotel, who asked for no name, told us he gets £12.90 an hour.",
        "Oduya, 34, is a roofer in Hull and makes £158 a day.",
        "Marta (not her real name) was offered €51,000.",
        "Marta (34, Ghent) was hired by a bank. They opened at €3,150 a month.",
        "One tiler we spoke with in Hull said she moved for £31 an hour.",
        "“Joined at €2,950 a month in 2022.”",
        "“Started as a junior tiler on €2,400 a month.”",
        "Two readers in Hull reported a bonus of £2,500.",
        "The crew found out that one of them made €3,900 a month.",
        "Jens Okafor, 44, drives a crane. With shifts he grossed about €71,000 last year.",
        "She had been earning $37.50 an hour.",
    ],
)
def test_a_person_speaks(text):
    assert claims(text) == ["anecdote"]


def test_the_letters_of_a_state_are_nobody_who_speaks():
    assert claims("Joiners earn $41,000 in Portland, ME. Joiners in MA-NH-ME earn $43,000.") == [
        "market",
        "market",
    ]


def test_the_number_of_a_grade_is_nobody_who_speaks():
    assert claims("The average Clerk I salary in Hull is £24,100.") == ["market"]


def test_a_story_goes_on_until_people_in_general_are_spoken_of():
    text = "I joined on a basic of ₹22,900. Today, two grades up, the basic is ₹61,300. The average officer earns ₹54,000."
    assert claims(text) == ["anecdote", "anecdote", "market"]


@pytest.mark.parametrize(
    "text",
    [
        "I recommend a starting salary of $61,000.",
        "I would guess that joiners earn $61,000.",
        "My advice: joiners should earn $61,000.",
    ],
)
def test_advice_is_no_story(text):
    assert "anecdote" not in claims(text)


def test_what_is_said_across_the_table_is_a_script():
    text = '# Pay\n\nSay this:\n\n> "I like the team. The offer I have from the mill is at $310,000. At $322,000 I would sign."\n'
    assert claims(text, "page.md") == ["negotiation", "negotiation"]


def test_words_to_say_that_nobody_spoke_are_no_story():
    assert claims(
        '**Evidence:** "My work on valves supports this band. It is worth $61,000 to $72,000 to me."'
    ) == ["market"]
    assert claims('"My work on valves is worth $61,000 to me," says Ilse, a fitter.') == ["anecdote"]
    assert claims('"My work on valves is worth $61,000 to me." – Ilse Brandt, fitter') == ["anecdote"]


@pytest.mark.parametrize(
    "text", ["Pilots earn $151,000.", "Masons make $61,000.", "Chefs started at $41,000 last year."]
)
def test_many_people_are_no_person(text):
    assert claims(text) == ["market"]


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid (Oslo) looked up her colleagues and asked for NOK 705,000.",
        "Deirdre (Galway) is a night porter on €21.30 an hour.",
        "Last month a reader in Hull wrote that the job pays £31,000.",
        '"I run a garage. No tester comes for less than £38k." – Colin',
        '"Head of press at a charity, £62k." – name withheld',
    ],
)
def test_readers_and_people_who_sign_tell_stories(text):
    assert claims(text) == ["anecdote"]


def test_an_answer_to_an_offer_is_a_script():
    text = '"Thanks for sharing the band of €50,000–€65,000. I see myself at €62,500."'
    assert claims(text) == ["negotiation", "negotiation"]


@pytest.mark.parametrize(
    "text",
    [
        "Our neighbour, a tug master in Hull, finished at £87,000.",
        "Inês is a rigger in Porto, in her third year: her base comes to €27,300.",
        "José earned €27,300 there.",
    ],
)
def test_a_neighbour_and_a_name_with_an_accent_are_persons(text):
    assert claims(text) == ["anecdote"]


def test_a_quotation_with_who_said_it_behind_it_is_a_story_of_theirs():
    text = (
        '# Pay of riggers\n\n> "I moved from a small shop to a yard for £9k more. My old boss countered at £48,000 on the last day." '
        "— Senior welder, Hull\n"
    )
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    columns = ("claim", "role_title", "level_label", "region_label")
    assert [tuple(row[column] for column in columns) for row in found] == [
        ("anecdote", "welder", "Senior", "Hull")
    ] * 2
