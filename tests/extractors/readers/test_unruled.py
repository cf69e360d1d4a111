"""Tables between pipes that lost their row of dashes, with lines broken anywhere."""

from extractors import default
from normalizers.observations import observe
from schemas import Document

BROKEN = """Pay of porters

Median gross annual earnings of porters, by region
Region | 2023 | 2024 |
Change
| Wales | £24,100 | £25,300
| +5.0% |
| South East | £26,700 | £28,100 | +5.2%
| Scotland |
£25,400 | £26,500 | +4.3% |
| North West | £24,900
| £26,100 | +4.8% |
Source: a survey of porters

More follows below.
"""


def rows(text):
    document = Document("page.txt", text)
    records = observe(document, default.extract(document)).observations
    return [(r["region_label"], r["as_of"].year, r["low"]) for r in records if r["unit"] == "currency"]


def test_two_pipes_with_the_end_of_a_line_between_them_end_a_row():
    assert rows(BROKEN) == [
        ("Wales", 2023, 24_100),
        ("Wales", 2024, 25_300),
        ("South East", 2023, 26_700),
        ("South East", 2024, 28_100),
        ("Scotland", 2023, 25_400),
        ("Scotland", 2024, 26_500),
        ("North West", 2023, 24_900),
        ("North West", 2024, 26_100),
    ]


def test_rows_of_one_line_each_are_left_to_the_reader_of_pipe_tables():
    whole = (
        BROKEN.replace(" |\nChange\n", " | Change\n")
        .replace("\n| +", " | +")
        .replace("|\n£", "| £")
        .replace("\n| £", " | £")
    )
    assert rows(whole) == rows(BROKEN)


def test_rows_between_single_pipes_need_nothing_around_them():
    text = (
        "Rates of freelancers\n\nWhat they charge, USD.\n\nSkill | Median / hr | Middle 50% | Day rate\n"
        "Welder | $52 | $45–70 | $400\nRigger | $44 | $40–60 | $340\nSlinger | $36 | $32–50 | $290\n\nMore below.\n"
    )
    document = Document("page.txt", text)
    found = observe(document, default.extract(document)).observations
    assert [(r["statistic"], r["low"], r["period"]) for r in found][:3] == [
        ("median", 52, "hour"),
        ("percentile_band", 45, "hour"),
        ("point", 400, "day"),
    ]
    assert len(found) == 9


def test_words_between_single_pipes_are_no_table():
    document = Document(
        "page.txt",
        "Home | About | Contact\nNews | Jobs | Events\nPay of riggers | 2025 | UK\n\nRiggers get £31,000.\n",
    )
    assert len(observe(document, default.extract(document)).observations) == 1
