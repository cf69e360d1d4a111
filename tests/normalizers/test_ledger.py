"""The ledger accounts for every figure of a document, once."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from extractors import default
from flows.process import visible
from normalizers import figures
from normalizers.ledger import Book
from normalizers.observations import observe
from schemas import Document, NotPay


def ledger(text):
    document = Document("page.txt", text)
    return observe(document, default.extract(document), visible(document)).ledger


def test_observed_recognised_and_left_figures_are_told_apart():
    document = Document("page.txt", "It pays $101,000, it raised $50 million, and $7,000 is left.")
    pay, funding, left = (figure for figure in figures.find(document.cell()))
    book = Book(document, [pay], [NotPay(funding.cell, "funding")], [document.cell()])
    assert [(line["text"], line["disposition"], line["reason"]) for line in book.records()] == [
        ("$101,000", "observed", None),
        ("$50 million", "not_pay", "funding"),
        ("$7,000", "unclaimed", None),
    ]
    assert left.cell.text == "$7,000"


def test_a_figure_that_a_row_claims_is_observed_whatever_a_rule_says_of_it():
    document = Document("page.txt", "Pay is $101,000.")
    (figure,) = figures.find(document.cell())
    book = Book(
        document, [figure, figure], [NotPay(figure.cell, "funding")], [document.cell(), document.cell()]
    )
    assert [line["disposition"] for line in book.records()] == ["observed"]


def test_the_name_of_a_figure_survives_text_put_in_above_and_a_change_of_another_figure():
    def named(text):
        return {line["text"]: line["figure_id"] for line in ledger(text)}

    before = named("The salary is $101,000 and the bonus is $11,000.\n")
    after = named("Some words about nothing.\n\nThe salary is $101,000 and the bonus is $12,000.\n")
    assert before["$101,000"] == after["$101,000"]
    assert before["$11,000"] != after["$12,000"]


def test_equal_figures_in_equal_words_have_names_of_their_own():
    lines = ledger("The salary is $101,000.\n\nThe salary is $101,000.\n")
    assert len({line["figure_id"] for line in lines}) == 2


PIECES = st.sampled_from(
    ["The salary is $101,000. ", "It raised $50 million. ", "$9 ", "5% ", "Rent is $2,100 a month. ", "\n\n", "# Pay\n",
     "Level Base\nL4 $151,000\nL5 $162,000\n", "Bonus of 10-15% ", "and ", "• "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
def test_every_figure_found_has_one_disposition(text):
    document = Document("page.txt", text)
    found = observe(document, default.extract(document), visible(document))
    spans = [(line["char_start"], line["char_end"]) for line in found.ledger]
    assert len(set(spans)) == len(spans)
    assert len({line["figure_id"] for line in found.ledger}) == len(found.ledger)
    counts = Counter(line["disposition"] for line in found.ledger)
    assert sum(counts[kind] for kind in ("observed", "not_pay", "unclaimed")) == len(found.ledger)
    assert counts["observed"] == len({record["figure_id"] for record in found.observations})
    shown = [figure.cell.span for cell in visible(document) for figure in figures.find(cell)]
    assert all(any(a < end and start < b for start, end in spans) for a, b in shown)
