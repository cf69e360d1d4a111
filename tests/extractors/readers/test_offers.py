"""Offers side by side, a row for each part of pay, and labels that a table writes once."""

from extractors import default
from normalizers.observations import observe
from schemas import Document


def read(text, *columns):
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    return [tuple(row[column] for column in columns) for row in rows]


def table(*lines):
    cells = [line.split(" | ") for line in lines]
    drawn = [cells[0], ["---"] * len(cells[0]), *cells[1:]]
    return "\n".join("| " + " | ".join(row) + " |" for row in drawn) + "\n"


def test_offers_are_told_apart_by_their_names_and_by_the_rows_that_say_whose_they_are():
    text = "# My three offers\n\n" + table(
        " | Pellworth | Tarn & Co (listed) | Stay",
        "Title | Senior Surveyor | Surveyor II | Surveyor",
        "Office | Leeds | York | Leeds",
        "Base | £61,000 | £58,500 | £52,000",
        "Bonus | 10% | - | 6%",
    )
    assert read(text, "component", "qualifier", "role_title", "region_label") == [
        ("base", "Pellworth", "Senior Surveyor", "Leeds"),
        ("base", "Tarn & Co (listed)", "Surveyor II", "York"),
        ("base", "Stay", "Surveyor", "Leeds"),
        ("bonus", "Pellworth", "Senior Surveyor", "Leeds"),
        ("bonus", "Stay", "Surveyor", "Leeds"),
    ]


def test_parts_of_offers_in_the_words_of_those_who_compare_them():
    text = "# My offers\n\nAll figures in LPA, first year.\n\n" + table(
        " | Pellworth | Tarn",
        "Fixed | 27 | 26.5",
        "Joining | 2 | 3",
        "RSU (3y) | 6 | 4",
        "Yr 1 cash | 29 | 29.5",
    )
    assert read(text, "component", "low", "period")[::2] == [
        ("base", 2_700_000, "year"),
        ("signing_bonus", 200_000, "one_time"),
        ("equity", 600_000, "grant"),
        ("total", 2_900_000, "first_year"),
    ]


def test_what_is_paid_for_health_insurance_is_no_extra_pay():
    text = table(" | Pellworth | Tarn", "Base | $61,000 | $58,500", "Health premium/mo | $212 | $180")
    assert read("# My offers\n\n" + text, "low") == [(61_000,), (58_500,)]


def test_signs_and_empty_cells_stand_for_the_label_above_them():
    text = "# Pay by employer\n\n" + table(
        "Company | Level | City | Base",
        "Orbison | L3 | Leeds | £48,000",
        " | L4 | 〃 | £61,000",
        '↳ | L5 | " | £75,000',
        "Dunmore Ltd | L3 | York | £70,000",
        "ditto | L4 | '' | £82,000",
    )
    assert (
        read(text, "company_name", "region_label")
        == [("Orbison", "Leeds")] * 3 + [("Dunmore Ltd", "York")] * 2
    )


def test_a_break_parts_two_places():
    text = "# Jobs\n\n" + table(
        "Company | City | Base", "Orbison | NYC</br>Paris | $148,000", "Tarn Ltd | Rome | $98,000"
    )
    assert read(text, "region_label")[:2] == [("NYC",), ("Paris",)]


def test_the_control_point_of_a_range_is_its_middle():
    text = table(
        "Title | Range Minimum | Control Point | Range Maximum", "Clerk | $51,200 | $57,100 | $63,000"
    )
    assert read("# Managers\n\n" + text, "statistic", "low", "high")[1] == ("median", 57_100, 57_100)


def test_entries_marked_by_letters_and_boxes():
    text = (
        "# Terms\n\na.  *Boot allowance.* Up to $275 a year for yard crews.\n\n"
        "b.  *Bilingual pay.* $100 a month.\n\n- [x] Base: $61,000\n"
    )
    assert read(text, "component", "context") == [
        ("allowance", "bullet"),
        ("allowance", "bullet"),
        ("base", "bullet"),
    ]


def test_a_row_of_payers_above_offers_without_a_name():
    text = "# My offers\n\n" + table(
        " | Offer A | Offer B",
        "Company | Orbison | Pellworth",
        "Base | £61,000 | £58,500",
        "Bonus | 10% | 6%",
    )
    assert read(text, "company_name", "qualifier")[:2] == [("Orbison", "Offer A"), ("Pellworth", "Offer B")]


def test_parts_that_are_named_in_one_cell():
    text = "# Pay by level\n\n" + table(
        "Level | Comp",
        "L3 | Base: $150k<br>Stock: $40k/yr<br>Bonus: 10%",
        "L4 | Base: $180k<br>Stock: $70k/yr<br>Bonus: 15%",
    )
    assert read(text, "component", "low")[:3] == [("base", 150_000), ("equity", 40_000), ("bonus", 10)]


def test_entries_of_a_list_belong_to_the_entry_above_them():
    text = (
        "# Ladders of two yards\n\n- **Orbison**\n  - Junior: $90k\n  - Senior: $130k\n- Leeds\n  - Junior: £35k\n"
        "- Lead: $170k\n"
    )
    assert read(text, "qualifier", "region_label") == [
        ("Orbison", None),
        ("Orbison", None),
        (None, "Leeds"),
        (None, None),
    ]


def test_the_names_of_offers_beside_each_other_are_payers_in_headings_and_text_too():
    text = (
        "# My three offers\n\nI looked at Pellworth, Tarn and Orbison for weeks. At Pellworth all is slow.\n\n"
        + table(
            " | Pellworth | Tarn & Co (listed) | Stay",
            "Base | £61,000 | £58,500 | £52,000",
            "Bonus | 10% | 4% | 6%",
        )
        + "\n## Week 2: Pellworth\n\nI got £63,000.\n\n## At the end\n\nMy brother got £48,000.\n"
    )
    assert read(text, "low", "company_name") == [
        (61_000, "Pellworth"),
        (58_500, "Tarn & Co"),
        (52_000, None),
        (10, "Pellworth"),
        (4, "Tarn & Co"),
        (6, None),
        (63_000, "Pellworth"),
        (48_000, None),
    ]


def test_the_stages_of_one_offer_are_no_payers():
    text = "# Offer\n\n" + table(
        "Component | Initial Offer | After Talks | Market",
        "Base | £61,000 | £63,500 | £60,000",
        "Bonus | 10% | 12% | 8%",
    )
    assert {company for (company,) in read(text, "company_name")} == {None}
