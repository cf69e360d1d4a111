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


def read(name, text):
    document = Document(name, text)
    return observe(document, default.extract(document)).observations


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


BOARD = """<html><head><title>Port jobs with pay | Quayside</title><meta name="description" content="Crane driver and pilot jobs.">
<script type="application/ld+json">{"@context":"https://schema.org/","@type":"JobPosting","title":"Crane Operator",
"hiringOrganization":{"@type":"Organization","name":"Alder Quays"},"baseSalary":{"@type":"MonetaryAmount","currency":"GBP",
"value":{"@type":"QuantitativeValue","value":48000,"unitText":"YEAR"}}}</script></head><body><h1>Port jobs with pay</h1>
<article><h2>Crane Operator</h2><p>Alder Quays · Hull · 12-hour shifts: 4 on</p><p>£48,000 a year</p></article>
<article><h2>Snr RTG Lead – night berth</h2><p>Nordhavn Terminals · Greve Basin</p><p>£290 / day</p></article>
<article><h2>Marine Pilot</h2><p>Port of Kell · Kell</p><p>£96,000 a year</p></article>
<aside><h3>What others earn</h3><p>A stevedore gets £33,000. A foreman gets £41,000.</p></aside></body></html>
"""


def test_among_adverts_a_heading_is_a_job_whatever_it_says():
    rows = read("board.html", BOARD)[1:]
    assert [(row["role_title"], row["company_name"]) for row in rows[:3]] == [
        ("Crane Operator", "Alder Quays"),
        ("Snr RTG Lead", "Nordhavn Terminals"),
        ("Marine Pilot", "Port of Kell"),
    ]


def test_neither_the_last_advert_nor_the_first_speaks_for_the_rest_of_its_page():
    rows = read("board.html", BOARD)
    assert [(row["role_title"], row["company_name"]) for row in rows[-2:]] == [
        ("stevedore", None),
        ("foreman", None),
    ]


TOLD_WITH_AGE = """Tiler Salary in Ireland
How much does a Tiler make in Ireland?
Recently submitted salaries
Tiler
Blue Door Tiling · Cork · 4 yrs
€3,150 /mo
2 days ago
Wet Room Tiler
Mac Aodha, Byrne & Sons Tiling · Galway · 7 yrs
€3,900 /mo
6 days ago
Tiler (agency)
Limerick
€24 /hr
11 days ago
"""


def test_what_somebody_told_ends_with_its_age():
    rows = read("tiler.txt", TOLD_WITH_AGE)
    assert [(row["role_title"], row["company_name"], row["region_label"]) for row in rows] == [
        ("Tiler", "Blue Door Tiling", "Cork"),
        ("Wet Room Tiler", "Mac Aodha, Byrne & Sons Tiling", "Galway"),
        ("Tiler", None, "Limerick"),
    ]
    assert [row["experience_min_years"] for row in rows] == [4, 7, None]


CAREERS = """<html><body><h1>Jobs at Orbison Hotels</h1>
<div><p>NEW</p><div>Room attendant</div><div>Bath, Somerset</div><div>£11.44 per hour</div><p>Every other weekend is off.</p></div>
<div><div>Night porter</div><div>Harrogate</div><div>£12.60 per hour (inc. 85p premium)</div><p>See all guests in, and out again.</p></div>
<div><div>Chef de partie</div><div>Leeds</div><div>£13.25 per hour</div><p>There is a £500 welcome bonus.</p></div>
</body></html>"""


def test_adverts_of_one_payer_are_a_job_a_town_and_the_pay():
    document = Document("careers.html", CAREERS)
    found = [
        (row["role_title"], row["region_label"], row["low"])
        for row in observe(document, default.extract(document)).observations
    ]
    assert found == [
        ("Room attendant", "Bath, Somerset", 11.44), ("Night porter", "Harrogate", 12.6), ("Night porter", "Harrogate", 0.85),
        ("Chef de partie", "Leeds", 13.25), ("Chef de partie", "Leeds", 500),
    ]  # fmt: skip


def test_the_place_of_an_advert_may_be_said_with_more_than_a_name():
    text = "Tiler jobs\n\nFloor Tiler\nOrbison AS • Cork\n€21 an hour\n\nWall Tiler\nBlue Door • Oslo or remote (CET±2)\n€26 an hour\n"
    assert observed(text, "low", "role_title", "company_name") == [
        (21.0, "Floor Tiler", "Orbison AS"),
        (26.0, "Wall Tiler", "Blue Door"),
    ]


def test_a_heading_on_pay_is_no_job_that_is_advertised():
    text = (
        "Welder pay by town\nYork\n£28,200\nLead welder\nHull\n£34k – £39k • 40 hours\nSee all 86 jobs\nFAQ\n"
        "Junior welders make £22,000.\n"
    )
    document = Document("page.txt", text)
    rows = observe(document, default.extract(document)).observations
    assert not [row for row in rows if "by town" in (row["role_title"] or "")]


def test_a_heading_on_jobs_below_a_menu_is_no_advert_of_one():
    page = (
        "<html><head><title>Rigger Jobs in Hull | Jobyard</title></head><body><header><a>Jobyard</a> <a>Salaries</a></header>"
        "<h1>Rigger jobs in Hull</h1><p>86 jobs found. Average salary: £31,400.</p></body></html>"
    )
    document = Document("page.html", page)
    rows = observe(document, default.extract(document)).observations
    assert [(row["role_title"], row["company_name"]) for row in rows] == [("Rigger", None)]


OF_ONE_PAYER = """Careers at Northgate Power

Rigger
Leeds · On-site · Full-time
£41,000 - £48,000

Senior Welder
Hull or Leeds (hybrid)
£52,000

Electrician
York
£39,000

Yard Hand
Remote (Hull or York)
£13.40 an hour
"""


def test_below_a_job_a_place_that_more_is_said_behind_is_no_payer():
    document = Document("page.txt", OF_ONE_PAYER)
    rows = observe(document, default.extract(document)).observations
    assert [(row["role_title"], row["region_label"], row["company_name"]) for row in rows] == [
        ("Rigger", "Leeds", "Northgate Power"),
        ("Senior Welder", "Hull or Leeds", "Northgate Power"),
        ("Electrician", "York", "Northgate Power"),
        ("Yard Hand", "Hull or York", "Northgate Power"),
    ]
