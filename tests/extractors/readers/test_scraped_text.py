"""Scraped text: tables that scraping destroyed are put together again, and every cell keeps its place."""

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractors import default
from extractors.readers import scraped_text
from normalizers.observations import observe
from schemas import Document

BROKEN = "|\nLevel |\nBase |\n|---|---|\n|\nL4 |\n$151,000 |\n|\nL5 |\n$192,000 |\n"
STACKED = "Level\nBase\nBonus\nL4\n$151,000\n$11,000\nL5\n$192,000\n$21,000\n"
FLATTENED = "City Average Salary\nBoston $131,000\nSeattle $142,000\nAustin $123,000\n"
PIPES = "Level | Base\n--- | ---\nL4 | $151,000\nL5 | $192,000\n"


def read(text):
    return scraped_text.read(Document("page.txt", text)).blocks


def observed(text):
    document = Document("page.txt", text)
    return observe(document, default.extract(document)).observations


def tables(text):
    return [
        [[cell.text for cell in row] for row in block.table.rows]
        for block in read(text)
        if block.table is not None
    ]


def others(text):
    return [(block.kind, block.cell.text) for block in read(text) if block.table is None]


@pytest.mark.parametrize(
    ("text", "context", "rows"),
    [
        (BROKEN, "broken_table", [["Level", "Base"], ["L4", "$151,000"], ["L5", "$192,000"]]),
        (
            STACKED,
            "broken_table",
            [["Level", "Base", "Bonus"], ["L4", "$151,000", "$11,000"], ["L5", "$192,000", "$21,000"]],
        ),
        (
            FLATTENED,
            "flattened_table",
            [
                ["City", "Average Salary"],
                ["Boston", "$131,000"],
                ["Seattle", "$142,000"],
                ["Austin", "$123,000"],
            ],
        ),
        (PIPES, "table", [["Level", "Base"], ["L4", "$151,000"], ["L5", "$192,000"]]),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_each_kind_of_destroyed_table_is_put_together(text, context, rows, newline):
    (block,) = [block for block in read(text.replace("\n", newline)) if block.table]
    assert block.table.context == context
    assert [[cell.text for cell in row] for row in block.table.rows] == rows


def test_two_tables_back_to_back_are_two():
    second = "Level Base Salary\nJunior $91,000\nSenior $152,000\n"
    assert [table[0][0] for table in tables(FLATTENED + "\n" + second)] == ["City", "Level"]
    assert [len(table) for table in tables(BROKEN + "\n" + STACKED)] == [3, 3]


def test_text_behind_a_table_is_no_row_of_it():
    text = FLATTENED + "How to ask for more\nStart early and write down what you did.\n"
    assert len(tables(text)[0]) == 4
    assert [cell for _, cell in others(text)] == [
        "How to ask for more",
        "Start early and write down what you did.",
    ]


def test_a_row_without_its_last_cell_keeps_its_other_cells_in_their_columns():
    (table,) = tables("Level | Base | Bonus\n--- | --- | ---\nL4 | $151,000\nL5 | $162,000 | $12,000\n")
    assert table == [["Level", "Base", "Bonus"], ["L4", "$151,000", ""], ["L5", "$162,000", "$12,000"]]


def test_half_a_row_at_the_end_does_not_move_the_rows_before_it():
    (table,) = tables(STACKED + "L6\n$240,000\n")
    assert table[1:] == [["L4", "$151,000", "$11,000"], ["L5", "$192,000", "$21,000"], ["L6", "$240,000", ""]]


def test_a_value_is_labelled_by_the_line_on_its_own_side():
    found = [(block.label.text, block.cell.text) for block in read("Median total comp\n$251k\nBase\n$182k\n")]
    assert found == [("Median total comp", "$251k"), ("Base", "$182k")]


@pytest.mark.parametrize(
    "text",
    [BROKEN, STACKED, FLATTENED, PIPES, "\ufeff" + FLATTENED, "Pay 💰 in Zürich:\r\n• 💵 $131,000 🙂\r\n"],
)
def test_every_cell_is_where_it_says(text):
    document = Document("page.txt", text)
    cells = [
        cell
        for block in scraped_text.read(document).blocks
        for cell in ([c for row in block.table.rows for c in row] if block.table else [block.cell])
    ]
    assert cells
    for cell in cells:
        if cell.places is None:
            assert text[cell.start : cell.end] == cell.text
        else:
            assert all(
                text[a:b] in (c, "") or c == " " for c, (a, b) in zip(cell.text, cell.places, strict=True)
            )


LINES = st.sampled_from(
    [
        "|",
        "L4 |",
        "$151,000 |",
        "|---|---|",
        "Level",
        "Base",
        "$9",
        "Boston $131,000",
        "|a||b||$1|",
        "",
        "What?",
        "• one",
        "5%",
    ]
)


@example("|a||b||$1|\n|---|---|\n|\n|---|---|")
@given(st.lists(LINES, max_size=25).map("\n".join))
@example("|a||b||$1|\n|---|---|\n|\n|---|---|")
@example("|a||b||$1|\n|---|---|\n|a||b||$1|\n|---|---|")
def test_no_order_of_lines_breaks_the_reader_or_reads_a_character_twice(text):
    spans = sorted(
        cell.span
        for block in read(text)
        for cell in (
            [c for row in block.table.rows for c in row if c]
            if block.table
            else [block.cell, *([block.label] if block.label else [])]
        )
    )
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))


def test_cells_that_blank_lines_part_are_a_table_and_what_stands_above_it_no_column():
    cells = ["Discipline", "Answers", "LQ", "Median", "UQ", "Portraits", "112", "£310", "£420", "£560", "Food", "87", "£280",
             "£390", "£510"]  # fmt: skip
    text = "\n\n".join(
        [
            "Pay of photographers",
            "Median day rate by discipline",
            *cells,
            "Rates have not moved since the last survey of ours.",
        ]
    )
    assert tables(text) == [[cells[:5], cells[5:10], cells[10:]]]
    assert [row["statistic"] for row in observed(text)] == ["p25", "median", "p75"] * 2
    assert {row["period"] for row in observed(text)} == {"day"}


def test_what_a_glued_column_compares_with_begins_a_name_of_its_own():
    text = "Pay of fitters by city\n\nCityAverage salaryvs. national average\nLeeds£31,750+8.9%\nHull£29,100−3.4%\nYork£30,300+1.2%\n"
    assert tables(text)[0][0] == ["City", "Average salary", "vs. national average"]
    rows = observed(text)
    assert [row["component"] for row in rows] == ["base", "premium"] * 3
    assert {row["compared_to"] for row in rows if row["component"] == "premium"} == {"national average"}


def test_ranges_with_spaces_in_their_numbers_are_cells_and_numbers_that_may_be_two_are_none():
    lines = ["Pay of fitters in Poland", "Monthly gross salary by role, PLN", "Role", "Junior", "Senior", "Fitter", "8 400 – 11 300",
             "21 000 – 28 600", "Welder", "7 400 – 10 100", "18 400 – 25 200", "City Median Offers", "Leszno 15 300 906",
             "Konin 13 900 511"]  # fmt: skip
    rows = observed("\n".join(lines))
    assert [(row["low"], row["currency"]) for row in rows] == [
        (8_400, "PLN"), (21_000, "PLN"), (7_400, "PLN"), (18_400, "PLN")
    ]  # fmt: skip
    assert all(row["period"] == "month" for row in rows)


def test_letters_and_few_digits_are_an_amount_among_cells_one_a_line():
    lines = ["Pay of fitters in South Africa", "City", "Average salary", "Per hour", "Answers", "Durban", "R241 600", "R116", "312",
             "Knysna", "R239 900", "R115", "87"]  # fmt: skip
    rows = observed("\n".join(lines))
    assert [(row["low"], row["period"]) for row in rows] == [
        (241_600, "year"), (116, "hour"), (239_900, "year"), (115, "hour")
    ]  # fmt: skip


def test_the_last_cell_of_a_table_is_one_also_where_many_blank_lines_follow():
    cells = [
        "City",
        "Median",
        "Answers",
        "Leeds",
        "£31,750",
        "112",
        "Hull",
        "£29,100",
        "64",
        "York",
        "£30,300",
        "87",
    ]
    text = (
        "Pay of fitters\n\n"
        + "\n\n".join(cells)
        + "\n" * 7
        + "A sentence about something else, and not about any pay.\n"
    )
    assert tables(text) == [[cells[:3], cells[3:6], cells[6:9], cells[9:]]]


def test_few_short_lines_apart_from_each_other_stay_what_they_are():
    text = "Pay of bakers\n\nShort line\n\n£18,400\n\nAnother line\n"
    assert tables(text) == []
    assert [line for _, line in others(text)] == ["Pay of bakers", "Short line", "£18,400", "Another line"]


def test_ranks_written_as_percents_head_a_flattened_table():
    text = (
        "Pay of court clerks\n\nTable 3. National wage percentiles, court clerks\nPercentile 10% 25% 50% (Median) 75% 90%\n"
        "Hourly Wage $15.85 $19.99 $24.94 $31.61 $39.07\nAnnual Wage $32,970 $41,580 $51,880 $65,750 $81,270\n"
    )
    rows = observed(text)
    assert [row["statistic"] for row in rows] == ["p10", "p25", "median", "p75", "p90"] * 2
    assert [row["period"] for row in rows] == ["hour"] * 5 + ["year"] * 5
    assert all(row["unit"] == "currency" for row in rows)


@pytest.mark.parametrize("line", ["$1 ", "|", "||", "a", "Level Base ", "(", "[x](", "**", "- ", "1,", "$"])
@pytest.mark.timeout(40)  # it takes a second; what is quadratic takes minutes
def test_one_long_line_is_read_in_linear_time(line):
    text = line * (100_000 // len(line))
    assert all(0 <= block.cell.start <= block.cell.end <= len(text) for block in read(text))


@pytest.mark.slow
@pytest.mark.parametrize("text", ["$123,456 " * 550_000, "x" * 5_000_000], ids=["figures", "letters"])
@pytest.mark.timeout(100)
def test_a_line_of_five_megabytes(text):
    assert all(0 <= block.cell.start <= block.cell.end <= len(text) for block in read(text))


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_a_hundred_thousand_figures():
    text = "".join(f"City {number} pays $1{number % 90 + 10},000\n" for number in range(100_000))
    assert read(text)


def test_rows_whose_first_cell_was_broken_over_lines():
    lines = ["Level Name", "Total", "Base", "Stock (/yr)", "Bonus"]
    for level, title, total in (("L1", "Engineer", 203), ("L2", "Engineer", 268), ("L3", "Senior", 389)):
        lines += [level, title, f"${total}K", f"${total - 60}K", "$52.5K", "$7.5K"]
    (table,) = tables("Pay at Corvid\n\n" + "\n".join(lines) + "\n\nThe end.\n")
    assert table[0] == ["Level Name", "Total", "Base", "Stock (/yr)", "Bonus"]
    assert table[2] == ["L2 Engineer", "$268K", "$208K", "$52.5K", "$7.5K"]
    assert len(table) == 4


def test_a_run_of_values_over_labels_is_read_to_its_end():
    cards = "$125,318\nAverage Base Salary\n$24,670\nAverage Cash Bonus\n$149,988\nAverage Total\n"
    blocks = read(f"Pay\n\nEngineers are paid well.\n\n{cards}\nMore\n")
    assert [(b.label.text, b.cell.text) for b in blocks if b.kind == "label_value"] == [
        ("Average Base Salary", "$125,318"), ("Average Cash Bonus", "$24,670"), ("Average Total", "$149,988"),
    ]  # fmt: skip


def test_spaced_pipes_alone_make_a_table():
    text = (
        "Band | Entry step point | Top step point\nBand 5 | £31,049 | £37,796\nBand 6 | £38,682 | £46,580\n"
    )
    assert tables("Pay\n\n" + text) == [
        [
            ["Band", "Entry step point", "Top step point"],
            ["Band 5", "£31,049", "£37,796"],
            ["Band 6", "£38,682", "£46,580"],
        ]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Home | Jobs | Salaries\nAbout | Press | Contact\nTerms | Privacy | Cookies\n",  # links
        "Band | Pay\nBand 5 | £31,049\n",  # one row is none
    ],
)
def test_pipes_between_other_things_make_none(text):
    assert tables("Pay\n\n" + text) == []


def test_a_count_is_a_column_where_the_header_counts():
    text = "State Employment Hourly mean wage Annual mean wage\nCalifornia 275,410 $83.80 $174,300\nTexas 139,330 $62.91 $130,850\n"
    assert tables("Pay\n\n" + text) == [
        [
            ["State", "Employment", "Hourly mean wage", "Annual mean wage"],
            ["California", "275,410", "$83.80", "$174,300"],
            ["Texas", "139,330", "$62.91", "$130,850"],
        ]
    ]


def test_a_unit_on_a_line_of_its_own_belongs_to_the_amount_above():
    rows = observed(
        "Analyst salary in Texas (March 2026)\n$98,417\n/ year\n$47.32\n/ hour\n\nMedian\n$97,000\nLow\n$78,000\n"
    )
    assert [(row["low"], row["period"]) for row in rows][:2] == [(98_417, "year"), (47.32, "hour")]


def test_spaced_pipes_with_bare_amounts_are_a_table():
    rows = observed(
        "Name | Year | Salary ($) | Bonus ($)\nA. Reyes, Analyst | 2025 | 725,000 | 150,000\n"
        "B. Orr, Nurse | 2025 | 625,000 | —\n"
    )
    assert [(row["component"], row["low"]) for row in rows] == [
        ("base", 725_000), ("bonus", 150_000), ("base", 625_000),
    ]  # fmt: skip


def test_counts_and_dates_in_rows_are_no_part_of_the_place():
    rows = observed(
        "Wages by state\nState Employment (1) Location quotient Hourly mean wage Annual mean wage\n"
        "California 325,620 18.17 $ 66.12 $ 137,520\nTexas 246,330 18.18 $ 43.42 $ 90,310\n"
        "Florida 202,200 21.07 $ 40.36 $ 83,940\n"
    )
    assert [row["region_label"] for row in rows] == ["California"] * 2 + ["Texas"] * 2 + ["Florida"] * 2


def test_cards_of_percentiles_and_of_a_whole_with_its_base():
    rows = observed(
        "Pay\n\n10%\n$63K\nMEDIAN\n$93K\n90%\n$135K\n\nAnalyst\n$201K - $288K/yr\n$158K - $204K/yr base\n$43K - $84K/yr additional\n"
    )
    assert [row["statistic"] for row in rows][:3] == ["p10", "median", "p90"]
    assert [row["component"] for row in rows][3:] == ["total", "base", "other"]


def test_the_middle_between_low_and_high():
    rows = observed(
        "JOB TITLE LOW MID HIGH\nController 128,250 156,500 184,750\nAuditor 76,250 91,000 104,500\n"
    )
    assert [(row["statistic"], row["low"], row["high"]) for row in rows][:3] == [
        ("minimum", 128_250, None),
        ("median", 156_500, 156_500),
        ("maximum", None, 184_750),
    ]


def test_one_whole_row_and_one_that_was_cut_off_are_a_table():
    blocks = read("Pay\n\nLevel\nBase\nBonus\nL4\n$151,000\n$11,000\nL5\n$192,000\n")
    assert [[cell.text for cell in row] for row in blocks[1].table.rows] == [
        ["Level", "Base", "Bonus"], ["L4", "$151,000", "$11,000"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "row", "names"),
    [
        ("Experience Level Average Salary", "Entry Level $71,000", ["Experience Level", "Average Salary"]),
        (
            "Role Max Base Salary Salary Range",
            "Nurse $90K $60K $50K–$70K",
            ["Role", "Max", "Base Salary", "Salary Range"],
        ),
        ("City Bonus % Total Comp", "Austin 9% $98,000", ["City", "Bonus %", "Total Comp"]),
        (
            "Level Austin (USD) San Jose (USD)",
            "Senior (L5) $190,000 $210,000",
            ["Level", "Austin (USD)", "San Jose (USD)"],
        ),
        ("Company Level Total Comp", "Google L4 $301K", ["Company", "Level", "Total Comp"]),
        ("Grade Step 1 Step 2", "GS-5 $34,000 $39,000", ["Grade", "Step 1", "Step 2"]),
    ],
)
def test_a_flattened_header_is_cut_between_its_names(header, row, names):
    (table,) = tables(f"Pay\n\n{header}\n{row}\n{row}\n\nThe end.\n")
    assert table[0] == names


@pytest.mark.parametrize(
    ("header", "row", "cells"),
    [
        ("LevelYearsBase", "L310-15$190,000", ["L3", "10-15", "$190,000"]),
        ("StateWageChange", "Ohio$72.5518%", ["Ohio", "$72.55", "18%"]),
        ("CityJobsSalary", "Boston, MA1,205$61,000", ["Boston, MA", "1,205", "$61,000"]),
        ("CitySalaryJobs", "Bay Area CA$61,0001,205", ["Bay Area CA", "$61,000", "1,205"]),
        (
            "CitySalaryBonus",
            "Sydney£50K / $61K - £60K / $74K10–15%",
            ["Sydney", "£50K / $61K - £60K / $74K", "10–15%"],
        ),
    ],
)
def test_glued_values_end_where_amounts_do(header, row, cells):
    (table,) = tables(f"Pay\n\n{header}\n{row}\n{row}\n\nThe end.\n")
    assert table[1] == cells


def test_a_tabbed_row_may_lack_a_cell():
    assert tables("Pay\n\nLevel\tBase\tBonus\nL4\t\t$11,000\nL5\t$192,000\n") == [
        [["Level", "Base", "Bonus"], ["L4", "", "$11,000"], ["L5", "$192,000", ""]]
    ]


@pytest.mark.parametrize(
    "text", ["Base\t$151,000\nBonus\t$11,000\n", "Home\tJobs\n\nAbout\tPress\n", "\tLevel\n\tBase\n"]
)
def test_other_tabs_make_no_table(text):
    assert tables("Pay\n\n" + text) == []


def test_a_rule_that_lost_its_first_pipe_still_ends_the_header():
    assert tables(BROKEN.replace("|---|---|", "---|---|")) == tables(BROKEN)


def test_a_broken_row_may_have_an_empty_cell():
    (table,) = tables(
        "|\nLevel |\nBase |\nBonus |\n|---|---|---|\n|\nL4 |\n |\n$11,000 |\n|\nL5 |\n$192,000 |\n|\n"
    )
    assert table == [["Level", "Base", "Bonus"], ["L4", "", "$11,000"], ["L5", "$192,000", ""]]


def test_cells_in_doubt_are_kept_and_the_table_is_flagged():
    text = "Pay\n\nCity Base Bonus\nOslo $90,000 $9,000\nRome $70,000\nBern $99,000 $8,000\nKiel $61,000 $5,000\n"
    rows = observed(text)
    assert {row["low"] for row in rows} == {90_000, 9_000, 70_000, 99_000, 8_000, 61_000, 5_000}
    assert all("reconstructed_table" in row["flags"] for row in rows)


@pytest.mark.parametrize(
    "line", ["Foo 12 5%\nBar 5%\n", "L4\nx\n$1\n$2\n", "City 5 Base\nRome 7 $1\n", "Ohio$5\nLevel5%\n"]
)
def test_lines_that_nearly_make_a_table_are_cut_a_bounded_number_of_times(line, monkeypatch):
    cut = []
    pieces = scraped_text.rows.pieces
    monkeypatch.setattr(
        scraped_text.rows, "pieces", lambda *args, **kwargs: cut.append(1) or pieces(*args, **kwargs)
    )
    counts = []
    for times in (300, 1200):
        cut.clear()
        read(line * times)
        counts.append(len(cut))
    assert counts[1] <= 4.5 * counts[0] + 100


@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_header_that_reads_like_a_title_is_none(between):
    grid = [["City", "Bonus", "Salary (2026)"], ["Oslo", "$9,000", "$90,000"], ["Rome", "$8,000", "$70,000"]]
    assert tables("\n".join(between.join(row) for row in grid) + "\n") == [grid]


def test_a_table_with_empty_lines_between_its_pipes_and_cells_is_recovered():
    cells = [["Depot", "n", "Base"], ["North", "41", "£31k"], ["South", "", "£29k"]]
    lines = ["\n\n|\n\n".join(["", *row, ""]).strip("\n") for row in cells]
    text = "Fitter pay\n\nFitters mend things all day long, and are paid for it by the year.\n\n"
    text += "\n\n".join([lines[0], "| --- | --- | --- |", *lines[1:]]) + "\n\nAll medians.\n"
    (block,) = [block for block in scraped_text.read(Document("page.txt", text)).blocks if block.table]
    assert [[cell.text for cell in row] for row in block.table.rows] == cells


def test_names_amounts_and_counts_between_tabs_are_a_table_without_a_header():
    text = (
        "Fitter pay\n\nFitters mend things.\n\nSalary by city\n\n"
        "Leeds\t£31,200\t84 salaries\nYork\t£29,900\t31 salaries\nHull\t£28,400\t1.2k salaries\n"
    )
    document = Document("page.txt", text)
    rows = observe(document, default.extract(document)).observations
    assert [(row["region_label"], row["low"], row["sample_size"]) for row in rows] == [
        ("Leeds", 31_200, 84),
        ("York", 29_900, 31),
        ("Hull", 28_400, 1_200),
    ]


def test_the_names_of_columns_may_be_parted_from_the_rows_by_an_empty_line():
    text = "Pay by firm\n\nFirm | 1st year | 2nd year\n\nAster & Bligh | £41,000 | £44,000\nOrme Vale | £39,500 | £42,000\n"
    assert [(row["company_name"], row["level_label"], row["low"]) for row in observed(text)] == [
        ("Aster & Bligh", "1st year", 41_000),
        ("Aster & Bligh", "2nd year", 44_000),
        ("Orme Vale", "1st year", 39_500),
        ("Orme Vale", "2nd year", 42_000),
    ]


def test_rows_of_cells_a_line_may_begin_with_a_number():
    text = "Hourly pay\n\nStep\nOld\nNew\nMore\n1\n$31.10\n$33.00\n$1.90\n4\n$35.20\n$37.40\n$2.20\n\nThat is all.\n"
    assert tables(text)[0] == [
        ["Step", "Old", "New", "More"],
        ["1", "$31.10", "$33.00", "$1.90"],
        ["4", "$35.20", "$37.40", "$2.20"],
    ]


def test_n_is_a_column_of_a_flattened_header():
    text = "Pay\n\nPractice type n P25 Median P75\nHorses 486 $76,000 $88,500 $103,000\nCattle 41 $71,200 $84,000 $99,500\n"
    assert tables(text) == [
        [
            ["Practice type", "n", "P25", "Median", "P75"],
            ["Horses", "486", "$76,000", "$88,500", "$103,000"],
            ["Cattle", "41", "$71,200", "$84,000", "$99,500"],
        ]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Home » Blog » Fitters » Fitter Pay in Wales\nFitter Pay in Wales 2026 [All grades]\n"
        "Updated: 22 Jan, 2026   |   9 min read   |   41,872 views",
        "Hale Dorrit LLP — full match, all offices\nGarrow Adey — matching in Leeds and Hull; £125,000\n"
        "Lindq Moor — salary match, but bonuses end at £50,000",
        "3.25% from 1 July 2026\na one-off payment of $1,500 (part-timers less), paid by May\n"
        "pension of 13% from 1 July, one per cent above the least",
    ],
)
def test_lines_below_a_way_to_the_page_or_a_list_of_sayings_are_no_table(text):
    assert tables("Pay\n\n" + text + "\n") == []


def test_a_heading_above_cells_is_no_name_of_a_column():
    text = (
        "Pay of glaziers in Norway\n\nTwo parts make it up, as the agreement says for all of them here.\n"
        "Salary by rank\nRank\nShop hours\nMonthly salary\nOvertime per hour\n"
        "Apprentice\n200-500\n$2,100\nNil\nJourneyman\n500-1,500\n$3,400\n$31\nMaster\n1,500+\n$4,900\n$44\n"
    )
    assert tables(text)[0][:2] == [
        ["Rank", "Shop hours", "Monthly salary", "Overtime per hour"],
        ["Apprentice", "200-500", "$2,100", "Nil"],
    ]


@pytest.mark.parametrize(
    ("header", "row", "cells"),
    [
        ("Step Annual (gross) Monthly approx.", "{} $48,000 $4,000", 3),
        ("City Avg. monthly Rent 1BR", "{} $3,100 $1,200", 3),
    ],
)
def test_names_of_columns_that_are_cut_between_the_right_words(header, row, cells):
    text = "\n".join([header, *(row.format(one) for one in ("First", "Second", "Third"))])
    found = tables(text)[0]
    assert [len(one) for one in found] == [cells] * 4
    assert found[0][-1] in ("Monthly approx.", "Rent 1BR")


def test_times_alone_are_names_of_columns_of_pay():
    text = (
        "Pay has gone backwards for newcomers here. Most contracts are for a year.\n\n"
        "Company\nRegion\nMonthly\nBonus\nKestrel\nOslo\n$2,300\n$300 at the end\nMerlin\nBergen\n$2,150\nnone\n"
    )
    assert tables(text)[0][0] == ["Company", "Region", "Monthly", "Bonus"]


def test_lines_of_labels_whose_amounts_go_on_in_words_are_no_table():
    text = (
        "GLAZIERS & FITTERS - Oslo, main season\nGlaziers: $2.85 a pane full frame, halves $1.60\n"
        "Fitters: $30.10 hourly, sorters $340 a day\nA handy learner will set 200 a day, so $570/day\n"
    )
    assert tables(text) == []


def test_each_cell_behind_a_pipe_of_its_own():
    text = "| What\n| How much\n| When\n|---\n| Boots\n| €255 a year\n| all\n| Nights\n| €17.80\n| per shift\n\nThat is it.\n"
    assert tables(text) == [
        [["What", "How much", "When"], ["Boots", "€255 a year", "all"], ["Nights", "€17.80", "per shift"]]
    ]


def test_numbers_in_groups_beside_each_other_are_two_by_two():
    text = "Post Base per month Base per year\nRigger 47 210 566 520\nRigger, senior 50 355 604 260\n"
    assert tables(text)[0][1:] == [["Rigger", "47 210", "566 520"], ["Rigger, senior", "50 355", "604 260"]]


def test_a_count_behind_a_space_is_no_group_of_the_amount_before_it():
    text = "Job Low Median High n\nReporter £150 £180 £215 121\nEditor £160 £185 £210 74\nProducer £200 £250 £325 66\n"
    assert tables(text)[0][1] == ["Reporter", "£150", "£180", "£215", "121"]


def test_steps_are_glued_to_their_names():
    text = (
        "StepWhoPer yearPer fortnight\n1Graduate$90,1773,457\n2Proficient$98,3123,768\n7Expert$129,5364,965\n"
    )
    assert tables(text)[0][1] == ["1", "Graduate", "$90,177", "3,457"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "LevelBaseBonusEquity\nRigger IIC$118–141K8%C$14–26K\nSenior riggerC$142–176K10%C$30–58K\n",
            ["Rigger II", "C$118–141K", "8%", "C$14–26K"],
        ),
        (
            "RegionBaseSign-onNotes\nNorth$310K–$345K$30K–$60Kloan repayment\nSouth$290K–$325K$20K–$40Kpaid at once\n",
            ["North", "$310K–$345K", "$30K–$60K", "loan repayment"],
        ),
        (
            "#JobAvg. salaryChange on year\n1Rigger$248,000+3.1%\n2Fitter$241,500+6.4%\n3Baker$229,000-0.8%\n",
            ["1", "Rigger", "$248,000", "+3.1%"],
        ),
        (
            "JobBenchmarkChanged since 2024\nRigger€78,000+4.0%\nFitter€71,000+1.4%\nBaker€69,250new\n",
            ["Rigger", "€78,000", "+4.0%"],
        ),
    ],
)
def test_glued_values_end_where_the_other_rows_show(text, row):
    assert tables(text)[0][1] == row


def test_jobs_head_amounts_and_no_labels():
    text = "Plumber HVAC Technician Welder\nLow wage $22.00/h $21.50/h $20.40/h\nMedian wage $37.50/h $36.00/h $29.85/h\n"
    assert tables(text)[0][0] == ["", "Plumber", "HVAC Technician", "Welder"]


def test_remarks_may_be_missing():
    text = (
        "Region Typical base Sign-on Notes\nUpper North $310K–$345K $30K–$60K loan repayment common\n"
        "South $290K–$325K $20K–$40K\nWest coast $280K–$330K $10K–$25K\nEast $285K–$320K $15K–$30K private groups\n"
    )
    assert tables(text)[0][2] == ["South", "$290K–$325K", "$20K–$40K", ""]


def test_names_that_say_after_how_long():
    text = "Band Starting After 5 years\nBand 5 £31,049 £37,796\nBand 6 £38,682 £46,580\n"
    assert tables(text)[0][0] == ["Band", "Starting", "After 5 years"]
    assert [row["component"] for row in observed("# Wardens' pay in the UK\n\n" + text)] == ["base"] * 4


def test_a_note_below_a_table_says_what_stands_in_it():
    text = (
        "# Agents' pay in Cebu\n\nRegion Entry Senior\nManila ₱18,500 ₱22,000\nCebu ₱16,800 ₱19,500\n\n"
        "The table shows median monthly basic. Compare that to the minimum wage of ₱695 a day.\n"
    )
    rows = [row for row in observed(text) if row["period"] == "month"]
    assert {(row["component"], row["statistic"]) for row in rows} == {("base", "median")}
    assert len(rows) == 4


@pytest.mark.parametrize(
    ("names", "rows"),
    [
        (("Low (p25)", "Median", "n"), (("Reporter", "£150", "£180", "121"), ("Editor", "£160", "£185", "74"))),
        (("Year", "Base (table wage)", "In the bank"), (("2020", "€2,698", "€1,985"), ("2021", "€2,774", "€2,061"))),
        (("Step", "Who", "Per year"), (("1", "Graduate", "$90,177"), ("2", "Expert", "$98,312"))),
        (("What", "How much", "How often"), (("Boots", "$500", "once"), ("Tools", "$75", "monthly"))),
    ],
)  # fmt: skip
def test_as_many_columns_as_explain_most_rows(names, rows):
    text = "Pay of the desk is set out here for all who ask about it.\n\n" + "\n".join(
        (*names, *sum(rows, ()))
    )
    first = [""] * (len(rows[0]) - len(names))
    assert tables(text) == [[[*first, *names], *map(list, rows)]]


@pytest.mark.parametrize(
    ("header", "row", "names"),
    [
        (
            "State Average Hourly Average Annual Change From 2024",
            "{} $66.40 $138,110 +3.1%",
            ["State", "Average Hourly", "Average Annual", "Change From 2024"],
        ),
        (
            "Country 2024 Actual 2025 Actual",
            "{} 3.8% 3.5%",
            ["Country", "2024 Actual", "2025 Actual"],
        ),
        (
            "City Fresher 3-5 Years 8+ Years Companies Hiring",
            "{} ₹8.5 LPA ₹17 LPA ₹34 LPA 412",
            ["City", "Fresher", "3-5 Years", "8+ Years", "Companies Hiring"],
        ),
        (
            "Level Band minimum Band midpoint Band maximum",
            "{} £29,000 £32,500 £36,000",
            ["Level", "Band minimum", "Band midpoint", "Band maximum"],
        ),
        ("Airline Basic Pay Flying Pay", "{} £1,480 £690", ["Airline", "Basic Pay", "Flying Pay"]),
        (
            "Hourly Day rate Annual (PAYE)",
            "{} £18.38 £190 £35,800",
            ["", "Hourly", "Day rate", "Annual (PAYE)"],
        ),
    ],
)
def test_where_the_names_of_a_flattened_header_begin(header, row, names):
    text = "\n".join([header, *(row.format(one) for one in ("Kenya", "Malta", "Nepal"))])
    assert tables(text)[0][0] == names


def test_signs_behind_all_numbers_of_a_row():
    rows = [
        ["Junior", "44.000 €", "44.900 €", "38%", "126"],
        ["Senior", "68.000 €", "70.200 €", "63%", "371"],
    ]
    flat = "Seniority Median salary Mean salary Satisfied n\n" + "\n".join(map(" ".join, rows))
    glued = "SeniorityMedian salaryMean salarySatisfied (%)n\n" + "\n".join(map("".join, rows))
    assert tables(flat)[0][1:] == rows
    assert tables(glued)[0][1:] == rows


def test_an_empty_cell_between_amounts_makes_no_range():
    text = "Post Hourly Day rate Annual\nApprentice £8.20 - £15,500\nFitter £18.38 £190–£220 £35,800\nRigger £20.01 £220–£250 £39,000\n"
    assert tables(text)[0][1] == ["Apprentice", "£8.20", "-", "£15,500"]


def test_the_digits_of_a_glued_percent():
    text = "FieldMenWomenOverallFairly paid\nSurgery$578$471$56149%\nCardiology$529$458$51653%\nPediatrics$276$243$25747%\n"
    assert tables(text)[0][1] == ["Surgery", "$578", "$471", "$561", "49%"]


def test_dates_that_touch_head_columns_of_their_own():
    text = "Pay point1 September 20241 September 2025\n1£29,907£31,163\n2£32,428£33,790\n3£33,690£35,105\n"
    assert tables(text)[0][:2] == [
        ["Pay point", "1 September 2024", "1 September 2025"],
        ["1", "£29,907", "£31,163"],
    ]


def test_a_range_with_spaces_is_two_amounts_where_other_rows_have_three():
    text = (
        "Band Typical role Entry After 2 years Top of band\nBand 3 Care assistant £24,937 - £26,598\n"
        "Band 5 Newly qualified warden £31,049 £33,487 £37,796\nBand 6 Warden £38,682 £40,823 £46,580\n"
        "Band 7 Lead warden £47,810 £50,273 £54,710\n"
    )
    assert tables(text)[0][1][-3:] == ["£24,937", "-", "£26,598"]


def test_numbers_below_a_thousand_and_signs_for_none_stand_among_numbers_in_groups():
    text = (
        "Employer Monthly earnings Base salary Bonus Shift pay\nAll 39 120 36 480 640 1 270\nShips 40 310 37 200 710 1 350\n"
        "Docks 38 040 36 150 .. 820\nYards 37 650 36 020 510 930\nPilots 52 400 49 900 : 1 880\n"
    )
    assert tables(text)[0][1:] == [
        ["All", "39 120", "36 480", "640", "1 270"],
        ["Ships", "40 310", "37 200", "710", "1 350"],
        ["Docks", "38 040", "36 150", "..", "820"],
        ["Yards", "37 650", "36 020", "510", "930"],
        ["Pilots", "52 400", "49 900", ":", "1 880"],
    ]


def test_the_numbered_caption_of_a_table_is_neither_title_nor_header():
    text = (
        "Tilers\nKey figures\n3 420\nEUR average monthly salary\nTable 1. Tilers. Average monthly salary by sector, EUR\n"
        "Sector 2023 2024\nPrivate 3 380 3 490\nTowns 3 560 3 610\nTable 2. Average hourly earnings by region\n"
        "Region 2022 2023 2024\nCapital area 18,40 19,10 20,05\nNorth 17,20 17,80 18,60\n"
    )
    assert tables(text) == [
        [["Sector", "2023", "2024"], ["Private", "3 380", "3 490"], ["Towns", "3 560", "3 610"]],
        [
            ["Region", "2022", "2023", "2024"],
            ["Capital area", "18,40", "19,10", "20,05"],
            ["North", "17,20", "17,80", "18,60"],
        ],
    ]
    assert "3 420 EUR" in [block.cell.text for block in scraped_text.read(Document("x.txt", text)).blocks]


def test_dots_for_nothing_end_no_sentence_and_numbers_in_a_label_are_no_cells():
    text = "Staff Mean Median\n10 to 49 staff 2 610 2 690\n50 staff or more 2 790 2 880\nUp to 10 staff 2 480 2 570\nUnknown 2 300 ..\n"
    assert [row[1:] for row in tables(text)[0][1:]] == [
        ["2 610", "2 690"],
        ["2 790", "2 880"],
        ["2 480", "2 570"],
        ["2 300", ".."],
    ]


GLUED_LISTS = """Orbison Salaries in Canada
Orbison salaries: How much does Orbison pay?
Popular jobs at Orbison
Average hourly pay
Cashier$16.40 per hour
Slinger$19.80 per hour
Loading & Stocking
Night Crew Clerk$17.60 per hour
Forklift Operator$23.70 per hour
Food Preparation & Service
Baker$18.20 per hour
Deli Clerk$16.50 per hour
Average salary for Cashier at other companies
Company nameAverage hourly payCompany rating
Larkhaven Foods$20.904.0
Pennine Mart$16.103.4
Corvane Inc.$16.773.5
"""


def test_glued_lists_below_headings_and_a_measure_that_stands_over_them():
    found = observed(GLUED_LISTS)
    assert [(row["role_title"], row["low"], row["component"], row["statistic"]) for row in found[:6]] == [
        ("Cashier", 16.4, "wage", "mean"),
        ("Slinger", 19.8, "wage", "mean"),
        ("Night Crew Clerk", 17.6, "wage", "mean"),
        ("Forklift Operator", 23.7, "wage", "mean"),
        ("Baker", 18.2, "wage", "mean"),
        ("Deli Clerk", 16.5, "wage", "mean"),
    ]
    assert [row["low"] for row in found[6:]] == [20.90, 16.10, 16.77]


def test_rows_with_blank_lines_between_them_below_dates():
    text = (
        "Dock pay\n\nBasic hourly wage, day shift (in euros)\n\nWage group Until 31 July 2025 From 1 Aug 2025\n\n"
        "2 (yard hand) 20.85 21.50\n\n4 (lasher) 24.10 24.85\n\n6 (rigger) 28.64 29.53\n\nSource: dock.union / own sums.\n"
    )
    found = observed(text)
    assert [(row["level_label"], row["low"], row["currency"], row["period"]) for row in found[:2]] == [
        ("2 (yard hand)", 20.85, "EUR", "hour"),
        ("2 (yard hand)", 21.50, "EUR", "hour"),
    ]
    assert len(found) == 6
    assert found[0]["attributed_to"] == "dock.union / own sums"


def test_names_that_touch_amounts_for_a_time_are_lines_of_their_own():
    text = "Slinger pay in Canada\n\nToronto, ON$16.90 per hourCalgary, AB$15.70 per hourHalifax, NS$15.60 per hour\n"
    assert [(row["region_label"], row["low"]) for row in observed(text)] == [
        ("Toronto, ON", 16.90),
        ("Calgary, AB", 15.70),
        ("Halifax, NS", 15.60),
    ]


def test_statistics_that_touch_their_amounts_and_a_button_behind_a_heading():
    text = "Rigger pay\n\nRigger pay breakdownView all\nBonus$4,900/yr\nTotal pay range$104K - $139K\nLow$104KMedian$123KHigh$139K\n"
    assert [(row["component"], row["statistic"], row["low"], row["high"]) for row in observed(text)] == [
        ("bonus", "point", 4_900, 4_900),
        ("total", "range", 104_000, 139_000),
        ("base", "minimum", 104_000, None),
        ("base", "median", 123_000, 123_000),
        ("base", "maximum", None, 139_000),
    ]


def test_how_old_an_advert_is_touches_no_bonus():
    text = "Jobs at Orbison\n\nRigger, Night FleetOrbison - Cambridge, ON$31.05 an hour + $3,000 hiring bonusPosted today\n"
    assert [row["component"] for row in observed(text)][-1] == "signing_bonus"


MILLIONS = """Mining boss tops $38m as CEO pay hits a record

The chief executives of the largest companies took home a median of $4.21 million last year.

1. Grant Oswald, Kestrel Ores, $38.4m (FY24: $6.8m)

2. Lena Hartigan, Goodacre Land, $31.2m

Company  CEO  Fixed  Bonus (STI)  Shares vested (LTI)  Total

Kestrel Ores  G. Oswald  2.10  2.40  33.90  38.40

Goodacre Land  L. Hartigan  1.40  –  29.80  31.20

Zephyr Code  M. Tien  0.95  0.85  13.00  14.80

$ million. Totals may not add due to rounding.
"""


def test_millions_are_pay_on_a_page_about_those_who_are_paid_them():
    found = observed(MILLIONS)
    assert [(row["component"], row["low"]) for row in found if row["context"] == "prose"][-1] == (
        "total",
        4_210_000,
    )
    assert [
        (row["component"], row["low"])
        for row in found
        if row["company_name"] == "Goodacre Land" and "table" in row["context"]
    ] == [
        ("base", 1_400_000),
        ("equity", 29_800_000),
        ("total", 31_200_000),
    ]


def test_a_table_without_a_cell_is_none():
    (row,) = observed("| |\n|---|---|\n\nNurses earn $80,000.\n")
    assert row["low"] == 80_000
