"""Records of labelled lines, tables of bare numbers, words that say in a cell what a figure is."""

from extractors import default
from normalizers.observations import observe
from schemas import Document


def said(text, *columns):
    document = Document("page.md", text)
    records = observe(document, default.extract(document)).observations
    return {record["evidence"]: tuple(record.get(column) for column in columns) for record in records}


RECORDS = """# What do you earn?

**Title:** Data Analyst II
**Company:** Northwind Insurance
**Location:** Columbus, OH
**Years of experience:** 3
**Base:** $78,500
**Bonus:** 8%

---

**Title:** SRE
**YOE:** 7
**Base:** $148k

- Position: Nurse
- City: Seattle
- Base: $101k
"""


def test_labelled_lines_say_whose_pay_the_amounts_beside_them_are():
    columns = ("role_title", "company_name", "region_label", "experience_min_years", "component")
    rows = said(RECORDS, *columns)
    assert rows["$78,500"] == ("Data Analyst II", "Northwind Insurance", "Columbus, OH", 3.0, "base")
    assert rows["8%"] == ("Data Analyst II", "Northwind Insurance", "Columbus, OH", 3.0, "bonus")


def test_a_label_said_again_begins_a_new_record():
    rows = said(RECORDS, "role_title", "company_name", "region_label", "experience_min_years")
    assert rows["$148k"] == ("SRE", None, None, 7.0)
    assert rows["$101k"] == ("Nurse", None, "Seattle", None)


def test_a_long_text_behind_a_label_is_no_label_of_the_amounts():
    text = "**Location:** We have offices in many towns and most of our people work from Oslo or from home\n**Base:** $91k\n"
    assert said(text, "component") == {"$91k": ("base",)}
    assert "offices" not in str(said(text, "region_label"))


def test_numbers_below_words_about_pay_are_amounts():
    text = (
        "# Faculty salaries\n\nAll figures are base salaries.\n\n| Rank | History | Business |\n|---|---:|---:|\n"
        "| Full professor | 128,300 | 214,700 |\n| Lecturer | 62,400 | 92,500 |\n\nNotes: nine months of base salary.\n"
    )
    rows = said(text, "role_title", "component", "qualifier")
    assert rows["214,700"] == ("Full professor", "base", "Business")
    assert rows["62,400"] == ("Lecturer", "base", "History")


def test_numbers_are_no_amounts_where_nothing_speaks_of_pay_or_another_column_has_it():
    table = "| Town | Engines | Carts |\n|---|---|---|\n| Ambridge | 128,300 | 214,700 |\n| Borchester | 62,400 | 92,500 |\n"
    assert said(f"# Fleet\n\n{table}", "component") == {}
    beside = "| Town | Median salary | Heads |\n|---|---|---|\n| Ambridge | $61,000 | 214,700 |\n| Borchester | $64,000 | 92,500 |\n"
    assert set(said(f"# Salaries\n\n{beside}", "component")) == {"$61,000", "$64,000"}


def test_a_word_right_behind_a_figure_says_what_it_is():
    table = "| Role | Salary |\n|---|---|\n| SDR | $55k base / $85k OTE |\n"
    assert said(table, "component") == {"$55k": ("base",), "$85k": ("total",)}


def test_nobody_works_for_seventeen_dollars_a_year():
    rows = said(
        "# Minimum wages\n\n| State | Minimum wage |\n|---|---|\n| Ohio | $10.70 |\n", "period", "inferred"
    )
    assert rows["$10.70"][0] == "hour"
    assert "period" in rows["$10.70"][1]


def test_the_currency_at_the_far_end_says_how_both_numbers_are_grouped():
    rows = said("Anfänger verdienen zwischen 46.000 und 52.000 Euro Gehalt.", "low", "high", "currency")
    assert list(rows.values()) == [(46000.0, 52000.0, "EUR")]


def test_a_bracket_that_holds_more_than_the_place_is_not_part_of_it():
    rows = said("Senior Rust Engineer, Remote (US/Canada), base $165k", "region_label")
    assert rows["$165k"][0] in ("US", "Canada", "US/Canada")


def test_records_of_a_scraped_thread_end_with_their_pay():
    text = (
        "Salaries we shared\n\nTitle: Data Engineer II\nTenure length: 2 years\nLocation: Austin, TX\nSalary: $138,000\n"
        "Stock and/or recurring bonuses: $45k RSU over 4 years\nTotal comp: ~$163k\n\n"
        "Title: Senior SWE\nLocation: Toronto\nSalary: CA$165,000\nTotal comp: C$229k\n"
    )
    document = Document("thread.txt", text)
    rows = observe(document, default.extract(document)).observations
    assert [(row["evidence"], row["role_title"], row["region_label"], row["component"]) for row in rows] == [
        ("$138,000", "Data Engineer II", "Austin, TX", "base"),
        ("$45k", "Data Engineer II", "Austin, TX", "equity"),
        ("~$163k", "Data Engineer II", "Austin, TX", "total"),
        ("CA$165,000", "Senior SWE", "Toronto", "base"),
        ("C$229k", "Senior SWE", "Toronto", "total"),
    ]


def test_a_lower_heading_below_the_first_words_is_no_title():
    page = "---\ntitle: Software Engineer Pay\n---\n\nWhat offers look like.\n\n### L3 (New Grad)\nBase: $150K\n\n### L4\nBase: $175K\n"
    assert said(page, "level_label") == {"$150K": ("L3 (New Grad)",), "$175K": ("L4",)}


def test_a_label_for_company_or_industry_names_a_payer_where_it_holds_one():
    offers = "Title: Data Analyst\nCompany/Industry: {}\nSalary: $112,000\nRelocation/Signing Bonus: $5k\n"
    columns = ("company_name", "component")
    assert said(offers.format("Amazon"), *columns) == {
        "$112,000": ("Amazon", "base"),
        "$5k": ("Amazon", "signing_bonus"),
    }
    assert said(offers.format("Insurance"), *columns) == {
        "$112,000": (None, "base"),
        "$5k": (None, "signing_bonus"),
    }


def test_parts_of_pay_behind_their_labels_need_no_sign():
    text = "Title: L4\nCompany: Northwind\nPrior Experience: 4 years\nSalary: 212,000\nSign-on: 40,000\nRSUs: 600k over 4 years\n"
    columns = ("component", "low", "level_label", "experience_min_years")
    assert list(said(text, *columns).values()) == [
        ("base", 212_000, "L4", 4.0),
        ("signing_bonus", 40_000, "L4", 4.0),
        ("equity", 600_000, "L4", 4.0),
    ]


def test_what_is_counted_behind_a_label_is_no_amount():
    assert said("Base: $91k\nStock: 40,000 shares\n", "component") == {"$91k": ("base",)}
