"""Records one cell a line: a code, a title and a remark above their amounts (`L3` / `Engineer` / `(Entry Level)` / `$199K`)."""

from extractors.readers import scraped_text
from schemas import Document

NAMES = ["Level Name", "Total", "Base", "Stock (/yr)", "Bonus"]
AMOUNTS = ["$171K", "$131K", "$29.5K", "$10.5K"]


def table(*lines, behind=("",)):
    text = "\n".join(["Corvid Tester Salary", "", "What testers are paid.", "", *NAMES, *lines, *behind])
    blocks = scraped_text.read(Document("page.txt", text)).blocks
    (found,) = [block.table for block in blocks if block.table]
    assert [cell.text for cell in found.rows[0]] == NAMES
    return [[cell.text for cell in row] for row in found.rows[1:]]


def test_a_button_below_records_is_no_cell_of_them():
    lines = ["T1", "Tester", "(Entry Level)", *AMOUNTS, "T2", "Tester II", *AMOUNTS, "T3", "Lead", *AMOUNTS]
    found = table(*lines, behind=["View 4 More Levels", "", "What do testers earn?", "They earn $180K."])
    assert [row[0] for row in found] == ["T1 Tester (Entry Level)", "T2 Tester II", "T3 Lead"]
    assert {row[-1] for row in found} == {"$10.5K"}


def test_the_code_of_the_first_record_is_no_name_of_a_column():
    lines = ["T1", "Tester", *AMOUNTS, "T2", "Tester II", *AMOUNTS, "T3", "Lead", *AMOUNTS]
    found = table(*lines, behind=["Corvid FAQ", "", "Nobody knows."])
    assert [row[0] for row in found] == ["T1 Tester", "T2 Tester II", "T3 Lead"]


def test_records_may_have_one_line_of_words_or_several_and_numbers_as_codes():
    lines = ["Tester", "59", "(Entry Level)", *AMOUNTS, "60", *AMOUNTS, "Tester II", "61", *AMOUNTS]
    assert [row[0] for row in table(*lines)] == ["Tester 59 (Entry Level)", "60", "Tester II 61"]


def test_a_sign_with_dashes_is_an_amount_that_nobody_told():
    empty = ["$ --"] * 4
    lines = ["T1", "Tester", *AMOUNTS, "T2", "Tester II", *AMOUNTS, "T3", "Lead", *empty]
    assert table(*lines)[-1] == ["T3 Lead", *empty]
