"""The ledger: one entry for every figure, none lost and none twice."""

from hypothesis import given
from hypothesis import strategies as st

from normalizers import figures
from normalizers.ledger import Book, _Spans
from schemas import Document, NotPay

TEXT = "Base $150K-$180K, bonus 12–18%, after a funding round of $30M and 5% growth."


def book(document, observed=(), not_pay=()):
    return Book(document, observed, not_pay, [document.cell()])


def test_every_figure_has_one_disposition():
    document = Document("d", TEXT)
    base, bonus, round_, growth = figures.find(document.cell())
    records = book(document, [base, bonus], [NotPay(round_.cell, "funding")]).records()
    assert [(entry["text"], entry["disposition"], entry["reason"]) for entry in records] == [
        ("$150K-$180K", "observed", None), ("12–18%", "observed", None), ("$30M", "not_pay", "funding"),
        ("5%", "unclaimed", None),
    ]  # fmt: skip
    assert [entry["unit"] for entry in records] == ["currency", "percent", "currency", "percent"]
    assert growth.cell.span == (records[-1]["char_start"], records[-1]["char_end"])


def test_what_a_row_claims_is_no_longer_something_else():
    document = Document("d", TEXT)
    base = figures.find(document.cell())[0]
    records = book(document, [base], [NotPay(base.cell, "budget")]).records()
    assert records[0]["disposition"] == "observed"


def test_a_part_of_a_claimed_figure_is_not_unclaimed():
    document = Document("d", "£75K / $95K - £100K / $128K")
    found = figures.find(document.cell())
    assert [entry["disposition"] for entry in book(document, found).records()] == ["observed"] * len(found)


def test_equal_figures_have_names_of_their_own_that_last():
    text = "Senior: $150K\nJunior: $90K\nSenior: $150K\n"
    document, longer = Document("d", text), Document("d", "Somebody was paid $150K once.\n" + text)
    names = [entry["figure_id"] for entry in book(document).records()]
    assert len(set(names)) == 3
    assert [entry["figure_id"] for entry in book(longer).records()][1:] == names


def test_the_figure_beside_it_may_change_without_renaming_it():
    one, other = (Document("d", f"| Senior | $150K | {total} |") for total in ("$200K", "$230K"))
    assert book(one).records()[0]["figure_id"] == book(other).records()[0]["figure_id"]


SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: (pair[0], sum(pair))), max_size=8
)


@given(SPANS, st.integers(0, 80), st.integers(1, 10))
def test_spans_meet_where_they_share_a_character(spans, start, length):
    shared = any(max(start, first) < min(start + length, last) for first, last in spans)
    assert _Spans(spans).meets((start, start + length)) == shared


@given(
    st.lists(st.sampled_from(["$150K", "12%", "€1M–€2M", " and ", "\n", "$30M round", " | "]), max_size=12),
    st.data(),
)
def test_the_dispositions_add_up_to_all_figures(pieces, data):
    document = Document("d", " ".join(pieces))
    found = figures.find(document.cell())
    chosen = data.draw(
        st.lists(
            st.sampled_from(["observed", "not_pay", "unclaimed"]), min_size=len(found), max_size=len(found)
        )
    )
    sorted_by = {
        name: [f for f, fate in zip(found, chosen, strict=True) if fate == name] for name in set(chosen)
    }
    records = book(
        document, sorted_by.get("observed", ()), [NotPay(f.cell, "x") for f in sorted_by.get("not_pay", ())]
    ).records()
    assert [entry["disposition"] for entry in records] == chosen
