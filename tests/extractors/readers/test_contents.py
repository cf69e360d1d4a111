"""A page's own list of its parts heads nothing; links to other pages say nothing of the pay on this one."""

from extractors import default, readers
from normalizers.observations import observe
from schemas import Document

PAGE = """Pay and living in Alder Bay (2025)

Alder Bay is not cheap, and this page says what people are paid there and what is left of it in the end.

In this article
Average pay
Tax and the harbour levy
Cost of living
Is it enough?
Quick facts
Average gross salary
€4,120 per month
Median gross salary
€3,560 per month

Tax and the harbour levy
Everybody pays the levy, whether they work at the harbour or not, and nobody knows why that is so.

Cost of living in Alder Bay
A room costs €850.

Is it enough? Two budgets
It is.
"""


def texts(text, name="page.txt"):
    return [block.cell.text for block in readers.read(Document(name, text)).blocks]


def observed(text, *columns, name="page.txt"):
    document = Document(name, text)
    return [
        tuple(row[c] for c in columns) for row in observe(document, default.extract(document)).observations
    ]


def test_a_list_of_contents_is_left_out_up_to_its_last_entry():
    said = texts(PAGE)
    assert said.count("Tax and the harbour levy") == 1
    assert "Average pay" not in said
    assert "Quick facts" in said


def test_cards_below_a_list_of_contents_are_no_table_of_it():
    assert observed(PAGE, "low", "statistic") == [(4120, "mean"), (3560, "median")]


def test_headings_that_do_not_stand_again_are_no_list_of_contents():
    text = "Welder pay\n\nOn this page\nPay in the north\nPay in the south\n\nWelders get £31,000.\n"
    assert "Pay in the north" in texts(text)


def test_headlines_of_other_pages_are_no_pay_and_names_with_amounts_are():
    page = "<h1>Welder pay</h1><p>Welders get £31,000.</p><h3>Keep reading</h3><ul><li>{}</li></ul>"
    story = "From £60K to £150K: my ten years at the torch"
    assert observed(page.format(story), "low", name="page.html") == [(31_000,)]
    assert observed(page.format("Rigger £44,000"), "low", name="page.html") == [(31_000,), (44_000,)]


def test_a_table_whose_labels_stand_again_is_no_list_of_contents():
    rows = "Location\nSalary (GBP)\nLondon\n{}\nLeeds City\n{}\nYork City\n{}\n\n"
    nurses, doctors = rows.format("45,000", "38,000", "37,000"), rows.format("95,000", "88,000", "87,000")
    text = f"Pay of crews\n\nContents\n\nNurses in England\n\nNurses\n{nurses}Doctors\n{doctors}"
    assert len(observed(text, "low")) == 6


def test_headings_between_posts_of_a_thread_stay_headings():
    text = (
        "## What do welders earn?\n\nu/tool_ferret · 8 mo. ago\n\nI got £44k.\n\n## Apprentices in Leeds\n\n"
        "u/kilnhand · 8 mo. ago\n\n£21k.\n\nu/otter · 7 mo. ago\n\n£22k.\n"
    )
    kinds = [
        block.kind
        for block in readers.read(Document("page.md", text)).blocks
        if "Apprentices" in block.cell.text
    ]
    assert kinds == ["heading"]
