"""Articles that explain pay with worked examples: people whom headings introduce, and sums."""

import pytest

from extractors import default
from extractors.readers.menus import heads_nothing
from extractors.readers.scope.introduced import introduced
from normalizers.observations import observe
from schemas import Cell, Document

CASES = """What the rest of a package adds
Sinead Farrell, pensions adviser | 12 May 2024 | 6 min read

Most people look at the salary line alone and forget the rest of what their employer pays for them each month of the year.

Case study 1: Tomek, bus driver, Leeds
Base: £38,000
Bonus: 8% on target
Total: £38,000 + £3,040 = £41,040

Case study 2 – Ingrid (ward sister, Cardiff)
She earns £41,000 and gets £4,200 for nights.

Asking for more
A plumber in Hull earns £39,000.
"""


def observed(text, name="page.txt"):
    document = Document(name, text)
    return observe(document, default.extract(document)).observations


def components(text):
    return [(row["evidence"], row["component"]) for row in observed(text)]


def test_what_stands_below_the_name_of_somebody_is_theirs():
    rows = {row["evidence"]: row for row in observed(CASES)}
    assert rows["£41,040"]["role_title"] == "bus driver"
    assert rows["£41,000"]["role_title"] == "ward sister"
    assert {rows[one]["claim"] for one in ("£41,040", "£41,000")} == {"anecdote"}
    assert rows["£39,000"]["claim"] == "market"
    assert all(row["role_title"] != "pensions adviser" for row in rows.values())


@pytest.mark.parametrize(
    ("heading", "job"),
    [
        ("Example 3. Mia, glaze chemist at a tile works in Stoke", "glaze chemist"),
        ("Meet Wei, a crane operator", "crane operator"),
        ("Profile: Lucía, 34, tax lawyer", "tax lawyer"),
        ("Jonas, 41, roofer", "roofer"),
        ("Beispiel 2: Anke, Erzieherin in Kiel", None),
    ],
)
def test_headings_that_introduce_somebody(heading, job):
    found = introduced(Cell(heading))
    assert found is not None
    assert (found.job.text if found.job is not None else None) == job


@pytest.mark.parametrize(
    "heading",
    [
        "Example 2: Base and bonus",
        "Case study: Leeds, a city of crafts",
        "Roofer, 41 hours a week",
        "Offer 2",
    ],
)
def test_headings_that_introduce_nobody(heading):
    assert introduced(Cell(heading)) is None


@pytest.mark.parametrize(
    "line",
    ["Ada Roe, pay consultant | 3 March 2025", "Ola Brandt, editor, 2024-03-03", "Pay desk · 7 min read"],
)
def test_who_wrote_a_page_heads_nothing(line):
    assert heads_nothing(Cell(line))


def test_the_parts_of_a_sum_are_what_the_text_has_called_them():
    text = (
        "The mill offered a base of $98,000, a 12% bonus and 6% into the 401(k). The night premium comes to $2,100.\n\n"
        "Do the sums: $98,000 + $11,760 + $5,880 + $2,100 + $913 = $118,653.\n"
    )
    assert components(text)[4:] == [
        ("$98,000", "base"),
        ("$11,760", "bonus"),
        ("$5,880", "benefits"),
        ("$2,100", "premium"),
        ("$913", "other"),
        ("$118,653", "total"),
    ]
    assert {row["period"] for row in observed(text)[4:]} == {"year"}


@pytest.mark.parametrize(
    "text",
    [
        "The clinic offered $112,000 with a bonus of $9,000. She would be at $121,000.",
        "A salary of R400,000 and a 10% bonus make R440,000 a year.",
        "Base of £52,000, 5% pension, no bonus. That's £54,600.",
    ],
)
def test_a_base_with_all_beside_it_is_the_total(text):
    assert components(text)[-1][1] == "total"


def test_other_amounts_behind_a_base_and_a_bonus_are_no_total():
    text = "The first offer was $90,000. A 5% bonus was mentioned. He asked for $100,000 in base pay."
    assert components(text)[-1][1] == "base"


def test_a_field_of_work_in_a_title_does_not_make_all_figures_totals():
    assert components("# Total rewards explained\n\nBakers in Leeds get £29,400 a year.\n") == [
        ("£29,400 a year", "base")
    ]


def test_a_heading_may_only_name_whose_offers_are_weighed_below_it():
    text = (
        "# Weighing offers\n\n### Worked example: Ada's two offers\n\nAda is a product designer with six years behind her.\n\n"
        "- Base: $118,000\n- Bonus: 10% target = $11,800\n- RSUs: $80,000 over 4 years = $20,000 a year\n"
        "- Sign-on: $16,000, or $4,000 a year\n\n**$153,800 a year**\n\n### Two\n\nRiggers get $90,000.\n"
    )
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert [(row["component"], row["low"]) for row in found] == [
        ("base", 118_000),
        ("bonus", 10),
        ("bonus", 11_800),
        ("equity", 80_000),
        ("equity", 20_000),
        ("signing_bonus", 16_000),
        ("signing_bonus", 4_000),
        ("total", 153_800),
        ("base", 90_000),
    ]
    assert {(row["role_title"], row["claim"]) for row in found[:-1]} == {("product designer", "anecdote")}
    assert found[-1]["role_title"] != "product designer"


def test_a_case_below_a_heading_of_its_own_is_about_whom_its_text_introduces():
    text = (
        "# How we pay\n\n## Worked example\n\nMaya is a senior engineer (L3) joining a small company in Boston.\n\n"
        "1. Benchmark: $198,200\n2. Rounded = **$198,500**\n\n## More\n\nThe lowest base is $70,000.\n"
    )
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert [(row["role_title"], row["region_label"]) for row in rows] == [
        ("senior engineer", "Boston"),
        ("senior engineer", "Boston"),
        (None, None),
    ]
