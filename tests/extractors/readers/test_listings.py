"""Adverts and rated payers one below the other: the order of the lines says what each of them is."""

from extractors import default
from normalizers.observations import observe
from schemas import Document

ADVERTS = """Kitchen jobs in Valletta, Malta
Pastry Cook (Nights)
Harbour Inn – Valletta
€1,900 a month + meals
Two years in a hotel of four stars.
Posted 2 days ago

Head Waiter
Blue Door Group – Sliema
€2,300 a month
Posted 4 days ago

Kitchen Porter
Confidential – Mdina
Basic
€1,250 per month
"""
THREE_LINES = """<html><body><h1>4 new jobs around Alder Bay</h1>
<div><h2>Pilot Boat Deckhand</h2><div>Salt Harbour Towage</div><div>Adelaide SA</div><div>$34.10 an hour</div>
<ul><li>Meal allowance $21 a day</li></ul></div>
<div><h2>Pastry Cook</h2><div>Chef Lane &amp; Sons</div><div>Wirrambar SA (hybrid)</div><div>$1,350 a week</div></div>
<div><h2>Bus Driver</h2><div>Shire of Tulloch</div><div>Perth WA</div><div>Level 3: $68,400 a year</div></div>
<aside><h3>Did you know?</h3><p>The average salary of drivers was $71,900 a year.</p></aside></body></html>
"""
RATED = """Network Engineer Salaries in Canada
Top companies for Network Engineers
Northgate Telecom
4.1★
212 salaries
$91K - $124K
Lakeside Bank
3.7★
64 salaries
$88K - $119K
See all 90 companies
Other questions
"""


def observed(text, *columns):
    document = Document("page.txt", text)
    found = observe(document, default.extract(document)).observations
    return [tuple(record[column] for column in columns) for record in found]


def test_an_advert_says_its_job_its_payer_and_its_place():
    assert observed(ADVERTS, "low", "role_title", "company_name", "region_label") == [
        (1_900.0, "Pastry Cook", "Harbour Inn", "Valletta"),
        (2_300.0, "Head Waiter", "Blue Door Group", "Sliema"),
        (1_250.0, "Kitchen Porter", None, "Mdina"),
    ]


def test_payer_and_place_may_stand_on_lines_of_their_own():
    document = Document("page.html", THREE_LINES)
    rows = observe(document, default.extract(document)).observations
    assert [(row["low"], row["company_name"], row["region_label"]) for row in rows[:4]] == [
        (34.1, "Salt Harbour Towage", "Adelaide"),
        (21.0, "Salt Harbour Towage", "Adelaide SA"),
        (1_350.0, "Chef Lane & Sons", "Wirrambar SA"),
        (68_400.0, "Shire of Tulloch", "Perth WA"),
    ]
    assert rows[4]["company_name"] is None


def test_one_advert_alone_is_no_list():
    text = "Pay of cooks 2025\nPastry Cook\nMorning Shift – Weekdays\n€1,900 a month\n"
    assert observed(text, "company_name") == [(None,)]


def test_rated_payers_stand_above_how_many_told_their_pay():
    assert observed(RATED, "low", "company_name", "sample_size") == [
        (91_000.0, "Northgate Telecom", 212),
        (88_000.0, "Lakeside Bank", 64),
    ]


def test_what_cards_are_based_on_may_stand_below_them():
    text = (
        "Surveyor pay in Canada\nMedian pay\n$81,000\nTop pay\n$112,000\nBased on 1,830 salaries submitted\n"
    )
    assert observed(text, "low", "sample_size") == [(81_000.0, 1_830), (112_000.0, 1_830)]


def test_pay_without_a_period_is_by_the_month_where_the_page_counts_so():
    text = (
        "A porter earns RM 2,100 a month. A clerk gets RM 2,900 per month and a cook RM 3,300 monthly.\n\n"
        "A driver is paid RM 2,700. The group paid its manager RM 96,000.\n"
    )
    assert observed(text, "low", "period")[3:] == [(2_700.0, "month"), (96_000.0, "year")]


IN_LINES = """# Adverts of the week

- Rigger, Aberdeen, 6 month contract – Orbison Marine – £21.40 an hour
- Deck foreman – Skarvik AS, Bergen – £52,000
- Grelk turner — Varga & Daughters — £19.80 an hour
"""


def test_an_advert_in_one_line_names_its_job_and_payer_and_the_places_behind_them():
    assert observed(IN_LINES, "role_title", "company_name", "region_label") == [
        ("Rigger", "Orbison Marine", "Aberdeen"),
        ("Deck foreman", "Skarvik AS", "Bergen"),
        ("Grelk turner", "Varga & Daughters", None),
    ]


def test_a_line_with_dashes_that_says_more_than_names_is_no_advert():
    text = "# Rigger pay\n\n- Rigger – most of them work nights – £21.40 an hour\n"
    assert observed(text, "company_name") == [(None,)]


def test_a_town_behind_the_dash_of_an_advert_is_a_place_also_where_its_name_is_a_word():
    text = "# Jobs\n\n## ORCHARD SUPERVISOR - Blenheim\n\nSalary: $68,000\n"
    assert observed(text, "region_label") == [("Blenheim",)]
