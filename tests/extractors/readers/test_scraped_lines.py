"""Lines of scraped text: which of them head what follows, ask, list or only fill the page."""

import pytest

from extractors import default, readers
from extractors.readers import scraped_text
from extractors.readers.scraped_text import furniture
from normalizers.observations import observe
from schemas import Cell, Document

TABLE = "| City | Salary |\n|---|---|\n| Leeds | £31,000 |\n| York | £33,500 |\n"


def blocks(text):
    return [
        (block.kind, block.cell.text)
        for block in scraped_text.read(Document("page.txt", text)).blocks
        if block.table is None
    ]


def observed(text):
    document = Document("page.txt", text)
    return observe(document, default.extract(document)).observations


def test_text_with_whole_tables_and_no_other_mark_is_no_markdown():
    text = f"Tiler pay in the north\nWhat tilers earn depends on the town.\nBy town\n{TABLE}Ask before you sign.\n"
    assert not readers.looks_like_markdown(text)
    assert readers.looks_like_markdown(f"# Tiler pay\n{TABLE}")
    kinds = [block.kind for block in readers.read(Document("page.txt", text)).blocks]
    assert kinds == ["title", "paragraph", "heading", "table", "paragraph"]


@pytest.mark.parametrize(
    "line",
    ["Courts | Firms | Moves | Bonuses | Events", "By Sydney Carter", "Maps · Salaries · Unions · Guide"],
)
def test_what_heads_nothing(line):
    assert ("heading", line) not in blocks(
        f"Tiler pay 2025\n{line}\nTilers earn £31,000 a year in the north of the country.\n"
    )


@pytest.mark.parametrize("line", ["DIESEL FITTER | 8/6 | KALGOORLIE", "Tiler | Leeds"])
def test_what_heads_an_advert(line):
    assert ("heading", line) in blocks(
        f"Jobs and pay 2025\n{line}\nOn the tools from Monday, and paid £31,000 a year for it.\n"
    )


def test_a_row_of_sections_is_a_menu_and_a_header_with_bars_is_none():
    menu = [Cell(line) for line in ("Courts | Firms | Moves | Bonuses | Events", "Text.")]
    header = [Cell(line) for line in ("Level | Base | Bonus | Stock | Total", "A | 1 | 2 | 3 | 4")]
    assert furniture.is_menu(menu, 0)
    assert not furniture.is_menu(header, 0)


def test_questions_of_several_sentences_and_marked_ones():
    text = (
        "Tiler pay 2025\nQ: And after ten years?\nThey earn £38,000 a year.\n"
        "I have my own van. Can I ask for more?\nMost get £40,000 a year.\n"
    )
    assert [cell for kind, cell in blocks(text) if kind == "question"] == [
        "And after ten years?",
        "I have my own van. Can I ask for more?",
    ]


def test_a_numbered_list_is_a_list_and_no_table():
    text = (
        "Tiler pay 2025\nTilers earn £31,000 a year in the north of the country.\nSources\n"
        "1. Larch Group 2025 Annual Report — £4.2B revenue, 24 yards\n2. Pay at Larch — 2024 data on tilers\n"
        "3. Trade survey 2025 — £1.1B market\n"
    )
    found = scraped_text.read(Document("page.txt", text)).blocks
    assert not any(block.table for block in found)
    assert sum(block.kind == "item" for block in found) == 3


def test_a_lone_number_heads_a_part():
    text = "Tiler pay 2025\nTilers earn £31,000 a year.\n2. What drives pay\nThe town, mostly, and how fast somebody is.\n"
    assert ("heading", "2. What drives pay") in blocks(text)


def test_an_organisation_right_above_the_title_is_whose_page_it_is():
    text = "Harrow Vale School District\nSalary Schedule 2025-26\nTeachers are paid $46,310 in their first year.\n"
    assert blocks(text)[0] == ("title", "Harrow Vale School District")
    (row,) = observed(text)
    assert row["company_name"] == "Harrow Vale School District"


def test_a_label_with_keywords_is_no_title_and_introduces_no_table():
    text = (
        "Solutions Architect | Larch Global Negotiation Guide\n"
        f"Focus: cash and stock | pay in yards | Revenue Architect | growth\n{TABLE}"
    )
    assert blocks(text)[0] == ("title", "Solutions Architect | Larch Global Negotiation Guide")
    assert {row["role_title"] for row in observed(text)} == {"Solutions Architect"}


def test_a_paragraph_that_its_label_calls_a_script_is_one():
    text = 'Tiler pay at Larch 2025\nNegotiation script: "I have an offer of £34,000 elsewhere, and would stay for £36,000."\n'
    assert {row["claim"] for row in observed(text)} == {"negotiation"}


@pytest.mark.parametrize(
    "entries",
    [
        "- Employer Larch Wind\n- Location Inverness\n- Salary £36,500 - £44,000 per annum\n- Ref 20418\n",
        "- Employer\n- Larch Wind\n- Closes\n- 2 May 2026\n- Location\n- Inverness\n- Salary\n- £36,500 - £44,000 per annum\n",
    ],
)
def test_labels_that_lost_what_stood_between_them_and_their_values(entries):
    text = (
        f"Turbine technician\n{entries}You keep turbines running in all weathers, and climb them to do so.\n"
    )
    (row,) = observed(text)
    assert (row["company_name"], row["region_label"], row["low"], row["high"]) == (
        "Larch Wind", "Inverness", 36_500, 44_000,
    )  # fmt: skip


def test_entries_that_begin_with_a_word_of_data_once_are_entries():
    text = "What to ask\n- Location Does it matter?\n- Nights\n- Salary £36,500 is the least to accept.\n"
    assert [kind for kind, _ in blocks(text)][-3:] == ["item", "item", "item"]


def grid(text):
    (table,) = [block.table for block in scraped_text.read(Document("page.txt", text)).blocks if block.table]
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize("gap", [" ", ""])
def test_a_name_that_asks_is_a_column_of_words(gap):
    rows = [
        ["Title", "What they do", "Typical base"],
        ["Yard Manager", "Runs a yard and its people", "£45,000 – £58,000"],
        ["Head of Tiling", "Sets how floors are laid", "£62,000 – £75,000"],
        ["Site Lead", "Leads two to five crews", "£51,000 – £60,000"],
    ]
    table = grid("\n".join(gap.join(row) for row in rows))
    assert [row[-1] for row in table] == [
        "Typical base",
        "£45,000 – £58,000",
        "£62,000 – £75,000",
        "£51,000 – £60,000",
    ]
    assert table[0] == ["Title", "What they do", "Typical base"]


def test_rows_of_a_cell_a_line_that_end_with_words():
    rows = [
        ["Crew", "Per mile", "Per week", "Home time"],
        ["Dry van", "$0.58", "$1,420", "Every fortnight"],
        ["Reefer", "$0.62", "$1,510", "Weekly"],
        ["Tanker", "$0.70", "$1,790", "Varies"],
    ]
    assert grid("\n".join(cell for row in rows for cell in row) + "\n") == rows


def test_the_mark_of_a_question_is_no_part_of_it():
    text = "Tiler pay 2025\nQ: What do tilers earn? They earn £31,000 a year.\nQ2. And foremen?\nThey earn £38,000 a year.\n"
    assert [cell for kind, cell in blocks(text) if kind == "question"] == [
        "What do tilers earn?",
        "And foremen?",
    ]


def test_numbered_years_are_names_and_marks_belong_to_their_amounts():
    text = "Yard Year 1 Year 2 Year 3\nLarch £21,000 £24,000 £27,000\nPell & Co £22,500 £25,000 £28,500*\nOrbison £20,000 £23,000 £26,000\n"
    assert grid(text)[::2] == [
        ["Yard", "Year 1", "Year 2", "Year 3"],
        ["Pell & Co", "£22,500", "£25,000", "£28,500*"],
    ]


UNDER_A_TABLE = """Tiler pay in Ireland
By specialty
Specialty
Avg. base
vs. average
Wet rooms
€43,900
+6%
Stone
€47,200
+14%
Floors
€39,100
-5%
Pay by city
Dublin
€46,800
121 salaries
Cork
€42,300
98 salaries
Pay by grade
Tiler Grade 1
1 - 4 years
€36,000 – €41,500
Tiler Grade 2
5 - 9 years
€42,000 – €48,500
Foreman tiler
€52,000+
"""


def test_cards_below_a_table_are_no_rows_of_it():
    rows = observed(UNDER_A_TABLE)[6:]
    assert [(row["component"], row["region_label"], row["sample_size"]) for row in rows[:2]] == [
        ("base", "Dublin", 121),
        ("base", "Cork", 98),
    ]


def test_years_between_a_name_and_its_amount_are_those_of_experience():
    rows = observed(UNDER_A_TABLE)[8:]
    assert [(row["experience_min_years"], row["experience_max_years"], row["low"]) for row in rows] == [
        (1, 4, 36_000),
        (5, 9, 42_000),
        (None, None, 52_000),
    ]


UNION = """Harbour Pilots' Union

Share this
Facebook
Email
Print

Pay offer

Base salary. The average week has 44 hours.

Rank
Current
From July 2025
Deckhand
£54,205
£57,479
Mate
£63,990
£67,763

Allowances

Towing: £4.10 an hour for each hour on a tug (new)
Diver's money: stays where it is, £31.50 a week
Heavy lift: £2,600 a year, up from £2,140
"""


def test_a_row_of_buttons_for_sharing_names_no_payer():
    assert {row["company_name"] for row in observed(UNION)} == {None}


def test_the_average_of_hours_is_none_of_pay():
    assert {row["statistic"] for row in observed(UNION)} == {"point"}


def test_lines_that_begin_with_a_label_and_its_amount_are_of_the_heading_above():
    rows = observed(UNION)[4:]
    assert [(row["component"], row["low"]) for row in rows] == [
        ("allowance", 4.1), ("allowance", 31.5), ("allowance", 2_600), ("allowance", 2_140),
    ]  # fmt: skip


def test_a_union_names_the_job_of_its_members_where_nothing_else_does():
    assert [row["role_title"] for row in observed(UNION)[4:]] == ["Harbour Pilots"] * 4
    assert (
        observed("Harbour Pilots' Union\n\nDeckhand pay 2025\n\nPay is £31,000.\n")[0]["role_title"]
        == "Deckhand"
    )


def test_the_way_to_a_page_does_not_say_whose_pay_it_is_about_where_a_title_does():
    text = "Wage Profiles > Construction and Extraction > 47-2044\n\n47-2044 Tile setters\n\nThe mean wage was $52,300 a year.\n"
    assert [row["role_title"] for row in observed(text)] == ["Tile setters"]
    assert [row["role_title"] for row in observed("Home > Tiler salary\n\nThe mean was $52,300.\n")] == [
        "Tiler"
    ]


def test_a_line_with_an_apostrophe_and_a_colon_heads_what_follows_unless_it_leads_amounts():
    text = "Tiler pay\nOrbison's own premium: teams and trades\nTilers who lead a team earn more than others do, all year.\n"
    assert ("heading", "Orbison's own premium: teams and trades") in blocks(text)
