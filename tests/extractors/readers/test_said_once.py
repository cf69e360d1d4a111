"""What only the first entry of a list says of its amount, or a note below the list, holds for all of them."""

from extractors import default
from normalizers.observations import observe
from schemas import Document


def read(*entries):
    document = Document(
        "page.md", "# Pay of riggers\n\n## By city\n\n" + "\n".join(f"- {e}" for e in entries)
    )
    rows = observe(document, default.extract(document)).observations
    return [(row["component"], row["statistic"]) for row in rows]


def test_the_first_entry_speaks_for_bare_amounts():
    assert read("Oslo: $279k median total", "Bergen: $251k", "Molde: $204k") == [("total", "median")] * 3


def test_it_does_not_speak_for_entries_that_say_something_themselves():
    found = read("Oslo: $279k median total", "Bergen: $251k base", "Molde: $204k")
    assert found == [("total", "median"), ("base", "point"), ("base", "point")]


def test_two_entries_are_no_list_of_the_same():
    assert read("Oslo: $279k median total", "Bergen: $251k")[1] == ("base", "point")


def test_a_note_below_a_list_says_what_all_its_amounts_are():
    text = "# Pay of riggers\n\n- Oslo: $149,370\n- Bergen: $147,060\n- Molde: $144,200\n\nAnnual mean wage. Molde is no typo.\n"
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    assert {(row["component"], row["statistic"]) for row in rows} == {("wage", "mean")}
    assert len(rows) == 3


def test_a_note_that_begins_with_a_time_says_it_of_bare_amounts():
    text = "# Pay of ranks\n\n- Bosun: $2,900–3,300\n- Cook: $1,800–2,200\n- Chief: $11,500–13,000\n\nMonthly, from contracts of 2025.\n"
    document = Document("page.md", text)
    assert [row["period"] for row in observe(document, default.extract(document)).observations] == [
        "month"
    ] * 3


def test_changes_between_the_entries_of_a_list_do_not_end_it():
    text = (
        "Welder pay guide\n\nWelder pay by town\nHull\n£31,500\n▲ 9% vs. UK\nBath\n£33,100\n▲ 14% vs. UK\nYork\n£28,200\n▼ 3% vs. UK\n"
        "Median base, postings with a stated place.\n"
    )
    document = Document("page.txt", text)
    rows = observe(document, default.extract(document)).observations
    assert [row["statistic"] for row in rows if row["unit"] == "currency"] == ["median"] * 3
    assert [(row["component"], row["comparison"]) for row in rows if row["unit"] != "currency"] == [
        ("premium", "above"), ("premium", "above"), ("premium", "below"),
    ]  # fmt: skip
