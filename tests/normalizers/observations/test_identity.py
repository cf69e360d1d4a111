"""Names that last: what an edit elsewhere in the document must not change, and what tells rows apart."""

from hypothesis import given
from hypothesis import strategies as st

from normalizers import figures
from normalizers.observations import observe
from schemas import Document, Read, Row

LINES = ("Senior: $150K", "Junior: $90K", "Senior in Berlin: $150K", "bonus 10–15%", "Senior: $150K")
IDS = ("observation_id", "figure_id", "package_id", "series_id")


def rows(document, below=0):
    """A row for every figure below an offset; what stands before it on its line is the level."""
    for figure in figures.find(document.cell()):
        if figure.cell.start >= below:
            start = document.line_start(document.line(figure.cell.start))
            level = document.cell(start, figure.cell.start).rstrip(": ")
            component = Read("bonus" if figure.unit == "percent" else "base", level)
            yield Row(amount=figure, level=level, component=component, package=f"{start}")


def ids(text, below=0):
    document = Document("s/d.md", text)
    found = observe(document, rows(document, below)).observations
    return [tuple(record[column] for column in IDS) for record in found]


def page(lines):
    return "\n".join(lines) + "\n"


def test_a_paragraph_above_changes_no_name():
    above = "Pay is rising.\n\nSome text about a company, its history and 400 people.\n\n"
    assert ids(above + page(LINES), len(above)) == ids(page(LINES))


def test_an_equal_figure_in_other_words_above_changes_no_name():
    above = "One person told us about $150K.\n\n"
    assert ids(above + page(LINES))[1:] == ids(page(LINES))


def test_rows_that_are_equal_in_all_are_told_apart_by_their_order():
    found = ids(page(LINES))
    assert len({names[0] for names in found}) == len(LINES)
    assert found[0][3] == found[4][3], "they are of one series all the same"


def test_an_edited_figure_keeps_its_series_and_leaves_the_others_alone():
    before, after = ids(page(LINES)), ids(page(LINES).replace("$90K", "$95K"))
    changed = [index for index, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]
    assert changed == [1]
    assert before[1][3] == after[1][3]
    assert before[1][0] != after[1][0]


def test_a_point_that_becomes_a_range_stays_in_its_series():
    assert ids("Senior: $150K\n")[0][3] == ids("Senior: $150K–$170K\n")[0][3] == ids("Senior: $150K+\n")[0][3]


def test_case_and_space_of_a_label_do_not_matter_and_a_plus_does():
    assert ids("Senior: $150K\n")[0][3] == ids("SENIOR : $150K\n")[0][3]
    assert ids("Senior: $150K\n")[0][3] != ids("Senior+: $150K\n")[0][3]


@given(st.lists(st.sampled_from(LINES), max_size=6))
def test_the_same_document_gives_the_same_names(lines):
    found = ids(page(lines))
    assert found == ids(page(lines))
    assert len({names[0] for names in found}) == len(found)


def test_figures_of_one_package_share_its_name():
    document = Document("d", "base $100K, bonus $10K")
    first, second = figures.find(document.cell())
    pair = [Row(amount=first, package="offer"), Row(amount=second, package="offer")]
    one, other = observe(document, pair).observations
    assert one["package_id"] == other["package_id"]
    assert one["figure_id"] != other["figure_id"]


def test_two_columns_of_one_table_for_one_component_are_two_series():
    document = Document("d", "RSU award | RSU refresh | $100K | $20K")
    award, refresh = figures.find(document.cell())
    headers = (document.cell(0, 9), document.cell(12, 23))
    rows = [
        Row(equity=figure, figure_label=header, context="table", locator=f"table 1, row 1, column {header}")
        for figure, header in zip((award, refresh), headers, strict=True)
    ]
    both = observe(document, rows).observations
    assert len({record["series_id"] for record in both}) == 2
    one = [
        observe(document, [Row(equity=award, figure_label=h, context="table", locator="table 1")])
        for h in headers
    ]
    assert len({found.observations[0]["series_id"] for found in one}) == 1, "a header alone is no subject"
