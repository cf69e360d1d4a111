"""Values with lone pipes between them in one cell, and lists of which only the first amount has a sign of money."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document

_TOP = "<h1>Tiler pay</h1><h3>Latest</h3><table><tr><th>Place</th><th>Rank</th><th>Total pay<br>Base | Stock (yr) | Bonus</th></tr>"
IN_A_CELL = f"{_TOP}<tr><td>Leeds</td><td>P4</td><td>$334,000<br>208K | 104K | 22K</td></tr></table>"
ON_A_LINE = (
    "Tiler pay\n\nLatest\nLocation | Date\nLevel\nTotal compensation\nBase | Stock (/yr) | Bonus\n"
    "Leeds | 02/24/2026\nL3\n$334,000\n208K | 104K | 22K\nHull | 02/11/2026\nL2\n$177,000\n148K | 20K | 9K\n"
)


def records(name, text):
    document = Document(name, text)
    return observe(document, default.extract(document)).observations


@pytest.mark.parametrize(("name", "text"), [("page.html", IN_A_CELL), ("page.txt", ON_A_LINE)])
def test_parts_of_pay_that_share_a_cell_are_columns(name, text):
    found = [(row["component"], row["low"]) for row in records(name, text)]
    assert found[:4] == [("total", 334_000), ("base", 208_000), ("equity", 104_000), ("bonus", 22_000)]


def test_values_that_share_a_cell_in_one_row_alone_stay_what_they_are():
    text = IN_A_CELL.replace("</table>", "<tr><td>Hull</td><td>P2</td><td>$151,000</td></tr></table>")
    assert 208_000 not in [row["low"] for row in records("page.html", text)]


def test_a_list_glued_to_its_amounts_goes_on_without_the_sign():
    text = (
        "Tiler pay\n\nThe median annual wages of tilers in the top industries were as follows:\n"
        "Outpatient care centers$123,610\nOffices of physicians91,180\nHospitals; state and local90,740\n"
    )
    found = [
        (row["low"], row["currency"], row["statistic"], row["period"]) for row in records("page.txt", text)
    ]
    assert found == [
        (123_610, "USD", "median", "year"),
        (91_180, "USD", "median", "year"),
        (90_740, "USD", "median", "year"),
    ]


def test_a_row_over_all_columns_does_not_hinder():
    text = IN_A_CELL.replace("</table>", "<tr><td colspan=3>Sign in to see more</td></tr></table>")
    found = [(row["component"], row["low"]) for row in records("page.html", text)]
    assert found[:4] == [("total", 334_000), ("base", 208_000), ("equity", 104_000), ("bonus", 22_000)]


def test_years_of_experience_are_no_total_whatever_stands_below_them():
    text = IN_A_CELL.replace("<th>Rank", "<th>Years of experience<br>Total / here</th><th>Rank")
    text = text.replace("<td>P4", "<td>9 yrs 0 yrs</td><td>P4")
    assert [row["low"] for row in records("page.html", text)] == [334_000, 208_000, 104_000, 22_000]
