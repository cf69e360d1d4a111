"""What one label means by itself."""

import itertools
import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers import labels
from normalizers.mentions import find
from schemas import Cell

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "negotiation-guides"
needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the repository")


@pytest.mark.parametrize(
    ("text", "level", "level_to"),
    [
        ("Senior (L5)", "senior", ""), ("Mid (L3-L4)", "mid", ""), ("L4-L5", "", ""), ("63-64", "", ""),
        ("Staff+ (L6+)", "staff", ""),
        ("Senior/Staff", "senior", "staff"), ("Principal", "principal", ""), ("Lead", "staff", ""),
        ("entry", "entry", ""), ("Jr.", "entry", ""),
        ("Director of Engineering", "director", ""), ("Software Engineer II", "", ""), ("ICT4", "", ""),
        ("C-suite", "executive", ""),
        ("Band 7", "", ""), ("Step 3", "", ""), ("IC6 (Staff)", "staff", ""), ("Intern", "intern", ""),
        ("Entry to mid", "entry", ""),
    ],
)  # fmt: skip
def test_level(text, level, level_to):
    found = labels.level(text)
    assert found is not None
    assert (found.level, found.level_to, found.label) == (level, level_to, text)


@pytest.mark.parametrize(
    "text", ["Data Engineer", "Registered Nurse", "San Francisco", "", "Product Manager"]
)
def test_no_level(text):
    assert labels.level(text) is None


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("ml-ai-engineer", "ml-engineer"), ("Senior PM", "product-manager"), ("Staff SWE", "software-engineer"),
        ("Chief ETO", "electro-technical-officer"),
        ("Registered Nurse (ICU)", "registered-nurse"), ("RN", "registered-nurse"), ("Glassblower Technician", ""),
        ("HR Business Partner", "hr-specialist"),
        ("Plumbers, Pipefitters, and Steamfitters", "plumber"), ("Krankenpfleger", "registered-nurse"),
        ("Rechtsanwalt", "lawyer"),
    ],
)  # fmt: skip
def test_role(text, slug):
    found = labels.role(text)
    assert found is not None
    assert (found.slug, found.title) == (slug, text.replace("_", " "))


@pytest.mark.parametrize("text", ["Total Comp", "2025", "San Francisco", ""])
def test_no_role(text):
    assert labels.role(text) is None


def test_place():
    assert labels.place("Bay Area CA") == labels.Place(
        "San Francisco Bay Area", "US", "US-CA", "41860", "", "USD"
    )
    assert labels.place(":gb: London (GBP)") == labels.Place("London", "GB", "GB-LND", "", "", "GBP")
    assert labels.place("Remote") == labels.Place(work_mode="remote")
    assert labels.place("US (All-Remote)") == labels.Place("United States", "US", "", "", "remote", "USD")
    assert labels.place("california") == labels.place("CA") == labels.place("California")
    assert labels.place("Senior") is None
    assert labels.place("Zürich") == labels.place("Zurich")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("NYC / Boston", ["NYC", "Boston"]),
        ("Austin, Denver, and Research Triangle Park", ["Austin", "Denver", "Research Triangle Park"]),
        ("Google", ["Google"]),
        ("San Diego, CA", ["San Diego, CA"]),
        ("San Diego, CA and Portland, ME", ["San Diego, CA", "Portland, ME"]),
        ("Boston-Cambridge-Nashua, MA-NH", ["Boston-Cambridge-Nashua, MA-NH"]),
        ("Austin / Dallas (US)", ["Austin", "Dallas (US)"]),
        ("EMEA (London/Amsterdam)", ["EMEA (London/Amsterdam)"]),
        ("Texas or Florida", ["Texas", "Florida"]),
        ("pay in Texas and Florida", ["pay in Texas and Florida"]),
    ],
)
def test_places(text, pieces):
    cells = labels.places(Cell(text, 50))
    assert [cell.text for cell in cells] == pieces
    assert all(text[cell.start - 50 : cell.end - 50] == cell.text for cell in cells)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("0-2", (0, 2)), ("2–6 years", (2, 6)), ("10+", (10, None)), ("5+ years", (5, None)),
        ("Entry (0-1 yrs)", (0, 1)), ("<1", (0, 1)),
        ("3 to 5 YOE", (3, 5)), ("7", (7, 7)), ("Three to seven years", (3, 7)), ("15-20+ years", (15, 20)),
        ("senior", None), ("2025", None), ("5-2", None),
    ],
)  # fmt: skip
def test_experience(text, years):
    assert labels.experience(text) == years


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Stock (RSU/4yr)", ("grant", 4)), ("Hourly Wage", ("hour", None)), ("Annual", ("year", None)),
        ("year", ("year", None)), ("/mo", ("month", None)),
        ("per diem rate", ("day", None)), ("Year 1 TC", ("first_year", None)), ("Annual / Hourly", None),
        ("Base Salary", None), ("GBP p.a.", ("year", None)),
        ("Monthly (gross)", ("month", None)), ("Gehalt (€/Jahr)", ("year", None)), ("1st Year", None),
        ("0-1 year", None), ("RSU (4-Year)", ("grant", 4)),
    ],
)  # fmt: skip
def test_period(text, answer):
    assert labels.period(text) == answer


@pytest.mark.parametrize(
    ("word", "period"),
    [("HOUR", "hour"), ("Annual", "year"), ("P2W", "fortnight"), ("P1M", "month"), ("rate", None)],
)
def test_a_word_of_data_for_machines_names_a_period(word, period):
    assert labels.period_word(word) == period


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Base Salary", "base"), ("base_low", "base"), ("total_comp_high", "total"),
        ("Total Comp (Annual)", "total"), ("Base + Bonus", "total"),
        ("Stock (RSU/4yr)", "equity"), ("Median", None), ("Market Cap", None), ("NVDA Stock Price", None),
        ("Level", None), ("Annual Wage", "wage"),
        ("Salary Range", "base"), ("Compensation", "total"), ("Base Premium vs SW", "premium"),
        ("Sign-On / Bonus", "signing_bonus"), ("Superannuation", "benefits"), ("Profit share", "profit_share"),
        ("OTE", "total"), ("Median Home Price", None), ("CTC", "total"), ("Signing bonus", "signing_bonus"),
        ("Grundgehalt", "base"), ("London Weighting", "allowance"),
    ],
)  # fmt: skip
def test_component(text, answer):
    assert labels.component(text) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("10th", ("p10", 10, 10)), ("50th (Median)", ("median", 50, 50)), ("Avg", ("mean", None, None)),
        ("25th–90th percentile", ("percentile_band", 25, 90)),
        ("Median Base", ("median", 50, 50)), ("Low", ("minimum", None, None)), ("From (£)", ("minimum", None, None)),
        ("Starting Salary", None),
        ("Salary Range", ("range", None, None)),
        ("P75", ("p75", 75, 75)), ("60th percentile", ("point", 60, 60)), ("Base Salary", None), ("10", None),
        ("90%", ("p90", None, None)),
    ],
)  # fmt: skip
def test_statistic(text, answer):
    found = labels.statistic(text)
    assert (found and (found.name, found.low_percentile, found.high_percentile)) == answer


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("2025-Q4", date(2025, 12, 31), "quarter"), ("Q1 2024", date(2024, 3, 31), "quarter"),
        ("February 2026", date(2026, 2, 28), "month"),
        ("2026-02-23", date(2026, 2, 23), "day"), ("Feb. 23, 2026", date(2026, 2, 23), "day"),
        ("23 February 2026", date(2026, 2, 23), "day"),
        ("2024-02", date(2024, 2, 29), "month"), ("2025", date(2025, 12, 31), "year"),
        ("H1 2025", date(2025, 6, 30), "half_year"),
        ("Last updated: 2026-01-10", date(2026, 1, 10), "day"), ("As of March 2026", date(2026, 3, 31), "month"),
        ("02/23/2026", date(2026, 2, 23), "day"),
        ("23.02.2026", date(2026, 2, 23), "day"), ("2026-02-23T10:00:00Z", date(2026, 2, 23), "day"),
        ("third quarter 2025", date(2025, 9, 30), "quarter"),
    ],
)  # fmt: skip
def test_date(text, day, precision):
    assert labels.date(text) == (day, precision)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-Q4", date(2025, 10, 1)), ("February 2026", date(2026, 2, 1)), ("Feb. 23, 2026", date(2026, 2, 23)),
        ("2025", date(2025, 1, 1)), ("H2 2025", date(2025, 7, 1)), ("spring 2025", None),
    ],
)  # fmt: skip
def test_the_first_day_of_a_time(text, day):
    assert labels.first_day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "2025-2026",
        "FY2025",
        "2025-02-30",
        "03/04/2026",
        "spring 2025",
        "early 2026",
        "2025-13",
        "soon",
        "",
        "12:30",
        "1850",
        "Q5 2025",
    ],
)
def test_no_date_is_invented(text):
    assert labels.date(text) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [("P90D", "P90D"), ("weekly", "P7D"), ("refreshed weekly", "P7D"), ("Quarterly", "P3M"), ("every five years", "P5Y"),
     ("every two weeks", "P14D"), ("every 6 months", "P6M"),
     ("annually", "P1Y"), ("semi-annually", "P6M"), ("P", None), ("weekly or monthly", None), ("sometimes", None)],
)  # fmt: skip
def test_duration(text, iso):
    assert labels.duration(text) == iso


def test_company():
    assert labels.company("Google Cloud") == "google"
    assert labels.company("apple") == "apple"
    assert labels.company("Müller & Söhne GmbH") == "muller-and-sohne-gmbh"
    assert labels.company("—") == ""


@given(st.text(max_size=60))
def test_labels_never_raise(text):
    (
        labels.level(text),
        labels.role(text),
        labels.place(text),
        labels.places(Cell(text)),
        labels.experience(text),
        labels.period(text),
    )
    (
        labels.component(text),
        labels.statistic(text),
        labels.date(text),
        labels.duration(text),
        labels.company(text),
        labels.column(text),
    )


@pytest.fixture(scope="module")
def corpus():
    return [path.read_text(encoding="utf-8") for path in sorted(CORPUS.rglob("*.md"))]


def headers_and_first_cells(text):
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    lines = body.split("\n")
    for above, below in itertools.pairwise(lines):
        if above.strip().startswith("|") and re.fullmatch(r"\s*\|[\s:|-]*-{2,}[\s:|-]*", below):
            yield [cell.strip().strip("*").strip() for cell in above.strip().strip("|").split("|")]


@needs_corpus
def test_every_header_of_the_corpus_is_known(corpus):
    headers = {cell for text in corpus for row in headers_and_first_cells(text) for cell in row if cell}
    assert len(headers) > 200
    unknown = [
        header
        for header in headers
        if labels.column(header) is None
        and not labels.place(header)
        and not labels.level(header)
        and not find(Cell(header), ("company",))
        and labels.date(re.sub(r"^Value in ", "", header)) is None
    ]
    assert unknown == []


@needs_corpus
def test_every_region_of_the_corpus_is_a_place_or_a_job(corpus):
    regions = {
        json.loads(found) if found.startswith('"') else found
        for text in corpus
        for found in re.findall(r"^  - region: (.+)$", text, flags=re.MULTILINE)
    }
    assert len(regions) > 100
    unknown = [
        region
        for region in regions
        if not labels.place(region) and not labels.role(region) and not labels.level(region)
    ]
    assert unknown == []


@needs_corpus
def test_every_role_and_company_of_the_corpus_is_read(corpus):
    roles = {
        found for text in corpus for found in re.findall(r"^role_display: (.+)$", text, flags=re.MULTILINE)
    }
    assert [role for role in roles if labels.role(role) is None] == []
    companies = {
        found for text in corpus for found in re.findall(r"^company_display: (.+)$", text, flags=re.MULTILINE)
    }
    assert [company for company in companies if not find(Cell(company), ("company",))] == []


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Base Salary", "base"), ("Median", "amount"), ("Fortinet Internal Level", "level"), ("City", "region"),
        ("Market Cap", "not_pay"),
        ("Years of Experience", "experience"), ("Entry-Level (0-2 yrs)", None), ("Target (+$70K)", "stance"),
        ("Chime Equivalent", "level"),
        ("Cost of Living Index", "not_pay"), ("Profit share", "profit_share"), ("Google", None),
        ("total_comp_low", "total"), ("Occupation", "role"),
    ],
)  # fmt: skip
def test_column(text, holds):
    assert labels.column(text) == holds
