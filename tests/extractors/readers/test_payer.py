"""Whose pay a page is about, and how many cases its figures rest on."""

from collections import Counter

import pytest

from extractors import default
from extractors.readers import payer, read, samples
from normalizers.observations import observe
from schemas import Cell, Document


def page(text):
    return read(Document("page.md", text)).blocks


def name(text):
    found = payer.of_page(page(text))
    return found.text if found is not None else None


@pytest.mark.parametrize(
    "text",
    [
        "# Orbison Rail Salaries 2025\n\nThe average salary at Orbison Rail is £31,400. Drivers at Orbison Rail get more.\n",
        "# Tram drivers accept a raise\n\nDrivers at Orbison Rail have voted for it.\n\nThe rates of Orbison Rail go up in May, says the"
        " union. It is the first rise in years, and the rates of Orbison Rail are public.\n",
        "# What a fitter earns\n\nStaff at Orbison Rail start on £31,400, and an Orbison Rail recruiter says that it offers more."
        " People at Orbison Rail like it, and Orbison Rail pays overtime.\n",
    ],
)
def test_a_name_near_the_top_that_pays_is_the_payer(text):
    assert name(text) == "Orbison Rail"


@pytest.mark.parametrize(
    "text",
    [
        "# Fitters\n\nJobs at Orbison Rail, jobs at Vesper Works. Staff at Vesper Works and staff at Orbison Rail agree.\n",
        "# Related Jobs\n\nRelated jobs pay £31,400. Software engineers at home earn more.\n",
        "# Fitters\n\nFitters earn £31,400.\n"
        + "\nNothing more.\n" * 12
        + "\nPeople at Orbison Rail, jobs at Orbison Rail.\n",
    ],
)
def test_several_names_words_that_begin_sentences_and_names_far_below_are_none(text):
    assert name(text) is None


NEWS = (
    "The Freight Letter\n\nTrucks | Rail | Ports | City Schools | Events | Jobs\n\nVesper Orbison Opens the Purse: Drivers to $41\n\n"
    "It took a while. Vesper Orbison & Daughters, the tank wagon line, told its drivers on Friday that rates go up in May."
    " Drivers will make $41 an hour and yardmen $33, in the first change of the scale that anybody can remember."
    " It had not moved since the line was sold.\n"
)


def test_who_tells_its_own_people_of_their_pay_below_a_headline_that_names_it_is_the_payer():
    assert name(NEWS) == "Vesper Orbison & Daughters"


def test_an_entry_of_a_menu_is_no_public_body():
    assert name(NEWS.replace("Vesper Orbison", "the line")) is None


def test_the_people_behind_the_first_name_of_the_payer_are_whose_pay_it_is():
    text = "# Salary schedule\n\nElder Brook School District teachers, 187 days.\n\n| Step | Pay |\n|---|---|\n| 1 | $51,310 |\n"
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert {(row["company_name"], row["role_title"]) for row in rows} == {
        ("Elder Brook School District", "teachers")
    }


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Pay was reported by 97 graduates.", "97"),
        ("We surveyed 1,150 nurses.", "1,150"),
        ("Fitter (n=19)", "19"),
        ("214 salaries reported", "214"),
        ("Based on 39 hours a week.", None),
        ("Founded in 1998 by 4 friends.", None),
    ],
)
def test_how_many_were_counted(text, count):
    found = samples.size(Cell(text))
    assert (found.text if found is not None else None) == count


@pytest.mark.parametrize("text", ["Fitter (n=19)", "Fitter\n19 salaries", "Fitter, 19 reports"])
def test_a_label_is_itself_without_the_number_of_cases(text):
    own, counted = samples.apart(Cell(text))
    assert (own.text, counted.text) == ("Fitter", "19")


def test_a_short_line_above_cards_says_how_many_they_rest_on():
    body = "<h1>Fitters</h1><p>Average pay · 214 salaries reported</p><div><b>$31.20</b><i>median base pay</i></div>"
    document = Document("page.html", f"<html><body>{body}</body></html>")
    (row,) = observe(document, default.extract(document)).observations
    assert row["sample_size"] == 214


def test_things_that_were_counted_are_no_sample():
    assert samples.size(Cell("Data from 120,000 ovens feed the model.")) is None


@pytest.mark.parametrize(
    ("top", "payer"),
    [
        ("City of Alder Falls, Ohio", "City of Alder Falls"),
        ("Moss County | Pay plan 2026", "Moss County"),
        ("Elder Brook Unified School District", "Elder Brook Unified School District"),
        ("University of Lower Moss", "University of Lower Moss"),
        ("City of Alder Falls Pay Plan", None),
        ("What the city of Alder Falls pays its clerks", None),
    ],
)
def test_a_public_body_at_the_top_of_a_page_is_the_payer(top, payer):
    assert name(f"{top}\n\n# Pay plan\n\nClerks earn $41,200.\n") == payer


def test_who_is_left_is_told_by_the_words_in_front_of_each_name():
    text = "I quit Orbison Rail. A year later drivers at Orbison Rail struck."
    places = [at for at in range(len(text)) if text.startswith("Orbison", at)]
    assert [payer.is_left(Cell(text), at) for at in places] == [True, False]


def test_a_word_in_quotes_is_no_party():
    assert name('What the "Company" way means\n\nFitters earn £31,400.\n') is None
    assert name('Orbison Rail (the "Company")\n\nFitters earn £31,400.\n') == "Orbison Rail"


def test_many_names_are_counted_in_one_go():
    names = {f"Name{number}": 1 for number in range(200_000)} | {"Name7 Air": 1}
    assert payer._short_forms(Counter(names)) == {"Name7": "Name7 Air"}


def test_those_whom_the_payer_tells_of_their_pay_are_whose_pay_it_is():
    document = Document(
        "page.txt",
        NEWS.replace("Drivers will make $41 an hour and yardmen $33", "They will make $41 an hour"),
    )
    rows = observe(document, default.extract(document)).observations
    assert {row["role_title"].lower() for row in rows} == {"drivers"}


def test_who_tells_is_no_payer():
    text = "# What I'm paid to glaze\n\nI'm paid £31,000 and I'm on a pension. Now I'm paid by the hour.\n"
    assert name(text) is None


def test_a_newsletter_pays_nobody_it_writes_about():
    text = "The payslip\n\nFrom Hannah Oye and the team at Workfront Weekly\n\nWelders in Hull get £31,000. Porters get £24,000.\n"
    document = Document("page.txt", text)
    assert {row["company_name"] for row in observe(document, default.extract(document)).observations} == {
        None
    }


def test_who_finds_people_for_others_pays_none_of_them():
    text = (
        "# Rigger pay guide | Orbison Vale Recruitment\n\nOrbison Vale's pay guide for riggers. A rigger at a yard gets £31,400.\n\n"
        "She joined Orbison Vale in 2016 and works for Orbison Vale in Hull.\n"
    )
    assert name(text.replace(" Recruitment", "")) == "Orbison Vale"
    assert name(text) is None


@pytest.mark.parametrize(
    ("title", "employer"),
    [
        ("WATTLE GROVE CARE (SOUTH AUSTRALIA) ENTERPRISE AGREEMENT 2025-2028 - SUMMARY", "WATTLE GROVE CARE"),
        ("The Alder Bay Ferry Company Collective Agreement", "Alder Bay Ferry Company"),
        ("Nurses Enterprise Agreement 2025", None),
    ],
)
def test_the_title_of_an_agreement_names_the_employer(title, employer):
    text = f"{title}\n\nIt sets out what changes.\n\nRates of pay\n\nLevel 1 carers get $30.46 an hour.\n"
    document = Document("page.txt", text)
    assert {row["company_name"] for row in observe(document, default.extract(document)).observations} == {
        employer
    }


def test_an_airline_with_the_name_of_a_country_pays():
    document = Document(
        "page.txt",
        "Pilot pay in the Gulf\n\nEmirates pays captains AED 45,600 a month. In the Emirates tax is nil.\n",
    )
    (row,) = observe(document, default.extract(document)).observations
    assert row["company_name"] == "Emirates"


def test_the_whole_name_of_a_payer_whose_first_word_is_one_too():
    text = "# Compensation at Larch & Lantern\n\nLarch & Lantern pays riggers £41,000. At Larch & Lantern slingers get £33,000.\n"
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert {row["company_name"] for row in found} == {"Larch & Lantern"}
