"""Pages on which somebody speaks of what they pay themselves."""

import pytest

from extractors.readers import own_pages, read
from schemas import Document

OURS = "Our pay bands are the same everywhere. A wage at our stores goes up each May.\n"


def name(text):
    found = own_pages.of_page(read(Document("page.md", text)).blocks)
    return found.text if found is not None else None


@pytest.mark.parametrize(
    ("text", "payer"),
    [
        (f"# Pay questions: what we earn at Tarn Valley Grocers\n\n{OURS}", "Tarn Valley Grocers"),
        (f"# How we pay\n\nTarn Valley Grocers runs nine shops in Leeds. {OURS}", "Tarn Valley Grocers"),
        (f"# How we pay\n\nTarn Valley is a small family-owned bakery. {OURS}", "Tarn Valley"),
    ],
)
def test_who_says_we_pay_is_the_payer_where_the_first_lines_say_who_that_is(text, payer):
    assert name(text) == payer


@pytest.mark.parametrize(
    "text",
    [
        "# How we pay\n\nOur pay bands are public, and so is what we earn.\n",
        "# Bakers in Leeds\n\nTarn Valley Grocers runs nine shops in Leeds. Bakers earn £12.40 an hour there.\n",
        f"# How we pay\n\nNurses and carers runs the list of who is paid least. {OURS}",
    ],
)
def test_without_a_name_or_without_a_we_that_pays_there_is_none(text):
    assert name(text) is None


def test_a_heading_that_says_how_we_pay_needs_no_second_word_of_it():
    text = "# How we pay\n\nTarn Valley Robotics builds small boats. There are 46 of us in four harbours.\n"
    assert name(text) == "Tarn Valley Robotics"
    assert name(text.replace("# How we pay", "# Boats")) is None


def test_who_says_what_they_are_and_how_they_pay_is_the_payer_though_a_town_is_called_so():
    text = (
        "# Compensation\n\nThis page is part of the Larkspur public handbook.\n\nLarkspur is a fully remote company that draws maps. "
        "We publish our pay bands.\n\n- We aim for the 65th percentile of the market.\n- We do not ask for salary history.\n"
    )
    assert name(text) == "Larkspur"
