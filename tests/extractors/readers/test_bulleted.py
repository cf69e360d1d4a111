"""Lines of several entries with bullets between them."""

from extractors import default
from normalizers.observations import observe
from schemas import Document


def rows(line):
    document = Document(
        "page.txt", f"Jobs of the week\n\nWe list some jobs here, as we do in every issue.\n\n{line}\n"
    )
    return [
        (row["role_title"], row["region_label"], row["evidence"])
        for row in observe(document, default.extract(document)).observations
    ]


def test_each_entry_says_whose_pay_it_states():
    line = "Payroll Manager, Hull, £42-46k • Night porter, Leeds, £13.40 an hour • Welder, York, £34,715"
    assert rows(line) == [
        ("Payroll Manager", "Hull", "£42-46k"),
        ("Night porter", "Leeds", "£13.40 an hour"),
        ("Welder", "York", "£34,715"),
    ]


def test_the_parts_of_one_advert_are_one_line():
    assert [row[2] for row in rows("Welder • Leeds • £31,000 – £34,000 • Full-time")] == ["£31,000 – £34,000"]
